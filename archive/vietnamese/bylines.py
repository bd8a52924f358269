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

from archive.vietnamese.byline_labels import Label, fields
from archive.vietnamese.byline_lines import byline_lines
from archive.vietnamese.byline_names import key
from archive.vietnamese.byline_parts import ROLE, TAKEN_FROM, Kind, Part, agency_of_office
from archive.vietnamese.byline_pieces import read_pieces, read_source, trimmed
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


_NOTE = re.compile(r"\(([^()]*)\)?")
_DASHES = ("-", "–", "—")
_DATELINE = re.compile(r"((?:[A-ZĐ]{2,6}|[\w.-]+\.(?:vn|com|net))) ?[-–—](?: |$)")


def read_byline(text: str, *, portal: str | None = None) -> Byline:
    """Who wrote it, for which desk or agency, and from which outlet it was taken.

    `text` is a byline as printed, labels and neighbours included; its first 600 characters are read. `portal` is the
    name or host of the portal that prints it, which tells its own initials from a person's. Never raises. Prose,
    logins, photographers, dates and counters give nobody.
    """
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
        for label, printed in fields(body):
            self._take_field(label or pending, printed)
        for note in notes:
            alone = not any(map(str.isalnum, body))
            self._take_note(trimmed(note), alone=alone, dateline=body.startswith(_DASHES))
        return label if not printed.strip() else None

    def byline(self, printed: str) -> Byline:
        """What was read, each person once under the longest form of the name."""
        people = self.people or (self.posters if not self.agencies else {})
        if len(people) > 1:
            people = {key: name for key, name in people.items() if not _is_part_of_another(name, people.values())}
        if self.offices:
            self.agencies += filter(None, map(agency_of_office, self.offices)) if people else self.offices
        organisation = "; ".join(dict.fromkeys(self.agencies)) or self.reporter
        return Byline(tuple(people.values()), tuple(people), organisation, self.source, printed)

    def _take_field(self, label: Label | None, printed: str) -> None:
        text = printed.strip()
        if label is Label.OTHER:
            label, text = None, text[1:] if text.startswith("|") else ""
        if not text:
            return
        if label is Label.SOURCE:
            self._add(read_source(text))
        elif label is Label.UNIT:
            self.agencies += filter(None, [trimmed(text.partition("|")[0])])
        elif ":" in text and not label:
            self._take_unlabelled(text)
        elif (dateline := _DATELINE.match(text)) and not read_pieces(text[dateline.end() :]):
            opener = read_pieces(dateline[1])
            self._add([Part(Kind.OUTLET, text) if kind is Kind.INITIALS else Part(kind, text) for kind, text in opener])
        else:
            self._add(read_pieces(text), self.posters if label is Label.POSTER else self.people)

    def _take_unlabelled(self, text: str) -> None:
        """Read what stands around the colon of a label that nobody knows: an agency before it, anything behind it."""
        before, _, behind = text.partition(":")
        parts = read_pieces(before)
        self._add([part for part in parts if part.kind is Kind.AGENCY])
        if parts or not before.strip():
            self._take_field(None, behind)

    def _take_note(self, note: str, *, alone: bool, dateline: bool) -> None:
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
                self._take_bare_note(text, alone=alone, dateline=dateline)

    def _take_bare_note(self, note: str, *, alone: bool, dateline: bool) -> None:
        parts = read_pieces(note)
        kinds = {part.kind for part in parts}
        if dateline and not kinds & {Kind.PERSON, Kind.REPORTER} and len(note.split()) < 6:
            self.source = self.source or trimmed(note) or None
        elif Kind.INITIALS in kinds and not alone:
            self.source = self.source or note
        elif alone or not self.people or kinds != {Kind.PERSON}:
            self._add(parts)

    def _add(self, parts: list[Part], people: dict[str, str] | None = None) -> None:
        for kind, text in parts:
            if kind is Kind.PERSON or (kind is Kind.INITIALS and not self._is_own(text)):
                (self.people if people is None else people).setdefault(key(text), text)
            elif kind is Kind.AGENCY:
                self.agencies.append(text)
            elif kind is Kind.OFFICE:
                self.offices.append(text)
            elif kind is Kind.REPORTER:
                self.reporter = self.reporter or text
            elif kind is not Kind.UNKNOWN:
                self.source = self.source or text

    def _is_own(self, initials: str) -> bool:
        """Whether capitals are the portal's own: in its host (THB of thb.vn), or of its name (BTN of bao-tay-ninh)."""
        own = fold(self.portal or "")
        return len(initials) > 2 and (fold(initials) in own or fold(initials) in "".join(re.findall(r"\b\w", own)))


def _is_part_of_another(name: str, names: Iterable[str]) -> bool:
    """Whether a name of several words closes a longer one (Chí Tuệ, Nguyễn Chí Tuệ)."""
    return " " in name and any(other.endswith(f" {name}") for other in names)
