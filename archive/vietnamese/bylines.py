"""Printed bylines: people, desks and agencies, outlets.

A byline is read line by line: what stands in parentheses is taken out as a note, labels cut the rest into fields,
separators cut a field into pieces, and each piece is a person, an agency, an outlet, an anonymous reporter or nothing.
A hyphen, comma, ampersand or "và" behind an agency belongs to its name unless a person follows. A field that is prose
names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from archive.vietnamese.byline_labels import Label, fields
from archive.vietnamese.byline_lines import byline_lines
from archive.vietnamese.byline_names import key, read_unmarked_name
from archive.vietnamese.byline_parts import ROLE, TAKEN_FROM, Kind, Part, agency_of_office
from archive.vietnamese.byline_pieces import OPENS_STORY, read_lead, read_pieces, read_source, trimmed
from archive.vietnamese.byline_words import LOGINS
from archive.vietnamese.spelling import fold


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline as printed and as read.

    `people` are display names in printed order, `keys` one comparison key per person (folded, without spaces),
    `organisation` the desk or agency, `source` the outlet that the text was taken from.
    """

    people: tuple[str, ...]
    keys: tuple[str, ...]
    organisation: str | None
    source: str | None
    printed: str


_SHORT = 200
_NOTE = re.compile(r"\(([^()]*)\)?")
_WRITES = re.compile(
    r"\W*(?:cong chuc|can bo|vien chuc|chuyen vien|cb|cc|vc)\b"
    r"(?!.*\b(?:phu trach|lien he|truc|dau moi|tiep|chiu trach nhiem|huong dan)\b)"
)
_NOTE_BEFORE_LEAD = re.compile(rf"\([^()]*\) ?(?:[-–—]|{OPENS_STORY})")


def read_byline(text: str, *, portal: str | None = None) -> Byline:
    """Who wrote it, for which desk or agency, and from which outlet it was taken.

    `text` is a byline as printed, labels and neighbours included; its first 600 characters are read. `portal` is the
    name or host of the portal that prints it, which tells its own initials from a person's. Never raises. Prose,
    logins, photographers, dates and counters give nobody.
    """
    return _read_short(text, portal) if len(text) <= _SHORT else _read(text, portal)


@lru_cache(maxsize=1024)
def _read_short(text: str, portal: str | None) -> Byline:
    """A byline that is a line or two: the pages of a portal have few different ones."""
    return _read(text, portal)


def writes_for_office(work: str) -> bool:
    """Whether what stands before a name is the work of who writes what an office announces, and no contact's.

    "Công chức Văn hóa - Xã hội", "CB VHTT"; who signs what it decides has another.
    """
    return _WRITES.match(fold(work)) is not None


def _read(text: str, portal: str | None) -> Byline:
    reading = _Reading(portal)
    label: Label | None = None
    for line in byline_lines(text):
        label = reading.take_line(line, label)
    return reading.byline(text)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; people and posters by their keys."""

    portal: str | None
    people: dict[str, str] = field(default_factory=dict)
    posters: dict[str, str] = field(default_factory=dict)
    agencies: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    reporter: str | None = None
    source: str | None = None

    def take_line(self, line: str, pending: Label | None) -> Label | None:
        """Read a line behind a label that ended the line before; a label that ends this one is returned."""
        notes = _NOTE.findall(line) if "(" in line else ()
        body = _NOTE.sub(" ", line).strip() if notes else line
        label: Label | None = None
        printed = ""
        prose = False
        for label, printed in fields(body):
            prose |= self._take_field(label or pending, printed.strip())
        if notes:
            self._take_notes(notes, line, body, prose=prose)
        return None if printed else label

    def _take_notes(self, notes: Iterable[str], line: str, body: str, *, prose: bool) -> None:
        """Read what stands in parentheses, unless it does so inside prose."""
        opens_lead = bool(_NOTE_BEFORE_LEAD.match(line))
        if opens_lead or not prose:
            alone = not any(map(str.isalnum, body))
            for note in notes:
                self._take_note(trimmed(note), alone=alone, opens_lead=opens_lead)

    def byline(self, printed: str) -> Byline:
        """What was read, each person once under the longest form of the name."""
        people = self.people or (self.posters if not self.agencies else {})
        if len(people) > 1:
            people = {key: name for key, name in people.items() if not _is_part_of_another(name, people.values())}
        if self.offices:
            self.agencies += filter(None, map(agency_of_office, self.offices)) if people else self.offices
        organisation = "; ".join(dict.fromkeys(self.agencies)) or self.reporter
        return Byline(tuple(people.values()), tuple(people), organisation, self.source, printed)

    def _take_field(self, label: Label | None, text: str) -> bool:
        """Read a field; True where it is prose."""
        if label is Label.OTHER:
            label, text = None, text[1:] if text.startswith("|") else ""
        if label is Label.SOURCE:
            return self._add(read_source(text))
        if label is Label.UNIT:
            unit = trimmed(text.partition("|")[0])
            return self._add([Part(Kind.AGENCY, unit)] if unit.lower() not in LOGINS else [])
        if ":" in text and not label:
            return self._take_unlabelled(text)
        lead = read_lead(text) if "-" in text or "–" in text else []
        parts = lead or read_pieces(text)
        if label is Label.AUTHOR and parts:
            parts = [Part(Kind.PERSON, name) if (name := _unmarked(part)) else part for part in parts]
        return self._add(parts, self.posters if label is Label.POSTER else self.people)

    def _take_unlabelled(self, text: str) -> bool:
        """Read around the colon of an unknown label: an agency before it, anybody behind it unless it is an office.

        Behind the office of those who write stands who did.
        """
        before, _, behind = text.partition(":")
        if not behind.strip():
            return self._take_field(Label.AUTHOR, before)
        parts = read_pieces(before)
        if parts is None:
            return True
        self._add([part for part in parts if part.kind is Kind.AGENCY])
        signs = any(part.kind is Kind.OFFICE for part in parts) and not writes_for_office(before)
        return signs or self._take_field(Label.AUTHOR, behind)

    def _take_note(self, note: str, *, alone: bool, opens_lead: bool) -> None:
        """Read what stands in parentheses, alone or behind something, perhaps as the outlet that opens a lead."""
        role = None if alone else ROLE.match(note)
        if role:
            rest = note[role.end() :]
            taken = TAKEN_FROM.match(rest)
            self._add(read_source(rest[taken.end() :]) if taken else [])
            return
        for label, text in fields(note):
            if label:
                self._take_field(label, text)
            else:
                self._take_bare_note(text, alone=alone, opens_lead=opens_lead)

    def _take_bare_note(self, note: str, *, alone: bool, opens_lead: bool) -> None:
        parts = read_pieces(note) or []
        kinds = {part.kind for part in parts}
        is_short = note.isupper() and note.isalpha()
        if opens_lead and (is_short or not kinds & {Kind.PERSON, Kind.REPORTER}) and len(note.split()) < 6:
            self.source = self.source or trimmed(note) or None
        elif Kind.INITIALS in kinds and not alone:
            self.source = self.source or note
        elif alone or not self.people or kinds != {Kind.PERSON}:
            self._add(parts)

    def _add(self, parts: list[Part] | None, people: dict[str, str] | None = None) -> bool:
        """Keep what was read; True where nothing was, because it is prose."""
        for kind, text in parts or ():
            if kind is Kind.PERSON or (kind is Kind.INITIALS and not self._is_own(text)):
                (self.people if people is None else people).setdefault(key(text), text)
            elif kind is Kind.AGENCY and text:
                self.agencies.append(text)
            elif kind is Kind.OFFICE:
                self.offices.append(text)
            elif kind is Kind.REPORTER:
                self.reporter = self.reporter or text
            elif kind is not Kind.UNKNOWN:
                self.source = self.source or text
        return parts is None

    def _is_own(self, initials: str) -> bool:
        """Whether capitals are the portal's own: in its host (THB of thb.vn), or of its name (BTN of bao-tay-ninh)."""
        own = fold(self.portal or "")
        return len(initials) > 2 and (fold(initials) in own or fold(initials) in "".join(re.findall(r"\b\w", own)))


def _unmarked(part: Part) -> str | None:
    """The name of an author that only the label tells from other words: "By Thu Ha"."""
    return read_unmarked_name(part.text) if part.kind is Kind.UNKNOWN else None


def _is_part_of_another(name: str, names: Iterable[str]) -> bool:
    """Whether a name of several words closes a longer one (Chí Tuệ, Nguyễn Chí Tuệ)."""
    return " " in name and any(other.endswith(f" {name}") for other in names)
