"""The provinces of Vietnam since 1 August 2008, with their codes, validity and successors, and their names in texts.

Sources: codes of the General Statistics Office (Decisions 124/2004/QĐ-TTg and 19/2025/QĐ-TTg); Hà Tây joined Hà Nội by
Resolution 15/2008/QH12, Huế became a centrally run city by 175/2024/QH15, 63 became 34 by 202/2025/QH15.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from archive.vietnamese import surnames
from archive.vietnamese.spelling import fold

_HOSTS = {"hochiminhcity": "Hồ Chí Minh", "tphcm": "Hồ Chí Minh"}
_PERSON_OR_PART = {"hochiminh", "hcm", "vungtau"}
_LONGER = ("Thái Bình Dương", "Điện Biên Phủ", "Hà Nam Ninh")
_OF_A_PERSON = re.compile(rf"\b(?:{surnames.COMMON}|Văn|Thị) $")
_SMALLER = re.compile(
    r"(?:huyện|xã|phường|quận|thị trấn|thị xã|thôn|bản|ấp|đường|phố|cầu|sông|núi|chợ|ga) $", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, eq=False)
class Province:
    """A province or centrally run city as it was from `valid_from` to `valid_to` (both included; None: still is).

    Each is one row of the table, which is read once. `code` is the General Statistics Office's and may pass to another
    province; so does `slug` ("quang-ngai") to the merged province of that name. `successor` is the slug of what the
    province became or joined.
    """

    code: str
    slug: str
    name: str
    kind: str
    valid_from: date
    valid_to: date | None
    successor: str | None
    other_names: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Its name with what it is: "tỉnh Quảng Nam", "thành phố Huế"."""
        return f"{self.kind} {self.name}"

    def existed(self, on: date) -> bool:
        """Whether it was there on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@cache
def provinces() -> tuple[Province, ...]:
    """All of them, by time and code."""
    table = files("archive.vietnamese").joinpath("provinces.tsv").read_text(encoding="utf-8")
    return tuple(_province(line.split("\t")) for line in table.splitlines()[1:])


def _province(fields: list[str]) -> Province:
    code, slug, name, kind, valid_from, valid_to, successor, others = fields
    return Province(
        code,
        slug,
        name,
        kind,
        date.fromisoformat(valid_from),
        date.fromisoformat(valid_to) if valid_to else None,
        successor or None,
        tuple(others.split("; ")) if others else (),
    )


def provinces_on(day: date) -> tuple[Province, ...]:
    """The provinces of that day: 63 until 30 June 2025, 34 after."""
    return tuple(province for province in provinces() if province.existed(day))


def find_province(name: str, *, on: date | None = None) -> Province | None:
    """The province of that name: the one that bore it on that day, else the one that bore it nearest before or after.

    Without a day it is the last that bore the name. Accents, capitals, hyphens and "tỉnh", "thành phố", "TP." do not
    matter; usual other spellings and abbreviations count ("TP.HCM", "TT-Huế", "BR-VT", "Đăk Lăk", "Bắc Cạn").
    """
    bearers = _by_name().get(_key(name), [])
    if on is None:
        return bearers[-1] if bearers else None
    return min(bearers, key=lambda province: _days_away(province, on), default=None)


def _days_away(province: Province, on: date) -> tuple[int, int]:
    """How far a day is from a province's time; what ended before it comes first."""
    if province.existed(on):
        return 0, 0
    if province.valid_to is not None and province.valid_to < on:
        return 1, (on - province.valid_to).days
    return 2, (province.valid_from - on).days


@cache
def _by_name() -> dict[str, list[Province]]:
    """Provinces by the keys of their names, earlier ones first; proper names before other spellings."""
    names: dict[str, list[Province]] = {}
    for province in provinces():
        for name in (province.name, *province.other_names):
            names.setdefault(_key(name), []).append(province)
    return {key: sorted(bearers, key=lambda province: province.valid_from) for key, bearers in names.items()}


def _key(name: str) -> str:
    """A name for comparison: folded, without what it is called, letters only."""
    folded = re.sub(r"^\W*(?:(?:tinh|thanh pho|tp)\b\W*|tp(?=hcm)|t\.\W*)", "", fold(name))
    return re.sub(r"[^a-z]", "", folded)


def province_now(province: Province) -> Province:
    """What the province has become by today: itself, or what it joined ("tỉnh Kon Tum" is Quảng Ngãi)."""
    return province_on(date.max, province)


def bearer_today(name: str) -> Province | None:
    """The province of today that a name means: the one that bears it, or that was only renamed ("Thừa Thiên Huế")."""
    found = find_province(name)
    while found and found.valid_to is not None:
        found = _renamed(found, found.valid_to)
    return found


def _renamed(province: Province, last_day: date) -> Province | None:
    """The province that goes on with this one alone, and under its code, after its last day."""
    following = province_on(last_day + timedelta(days=1), province)
    before = [other for other in provinces() if other.valid_to == last_day and other.successor == following.slug]
    return following if before == [province] and following.code == province.code else None


def province_on(day: date, province: Province) -> Province:
    """What the province had become by that day: itself where it had not ended."""
    while province.valid_to is not None and province.valid_to < day:
        day_after = province.valid_to + timedelta(days=1)
        province = next(p for p in provinces() if p.slug == province.successor and p.existed(day_after))
    return province


def province_of_host(host: str, *, on: date | None = None) -> Province | None:
    """The province whose name stands before .gov.vn or .dcs.vn in a host ("snv.thuathienhue.gov.vn").

    Only these two are given to authorities by the state; newspapers and associations name their domains freely.
    """
    label = re.search(r"(?:^|\.)([a-z-]+)\.(?:gov|dcs)\.vn$", host.lower().rstrip("."))
    return find_province(_HOSTS.get(label[1], label[1]), on=on) if label else None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A province named in a text: offsets in characters, without "tỉnh"; `surely` where that word is before it."""

    province: Province
    printed: str
    start: int
    end: int
    surely: bool


def find_places(text: str, *, on: date | None = None) -> list[PlaceMention]:
    """The provinces that a composed text names, in its order, as they were on a day (best the text's own date).

    Read with their accents and capitals. A name that belongs to something smaller (huyện, xã, đường), to a person or to
    a longer name is none; "Hồ Chí Minh" is a place only behind "thành phố" or "TP".
    """
    mentions = (_mention(text, match, on) for match in _names().finditer(" " + text))
    return [mention for mention in mentions if mention]


def place_in(text: str, *, on: date | None = None) -> Province | None:
    """The province that a text places itself in: the first named as "tỉnh" or "thành phố", else the first named."""
    mentions = find_places(text, on=on)
    first = next((mention for mention in mentions if mention.surely), mentions[0] if mentions else None)
    return first.province if first else None


def _mention(text: str, match: re.Match[str], on: date | None) -> PlaceMention | None:
    """The mention that a match in `text` with a space before it is; None where it is none."""
    name, surely = match["name"], match["kind"] is not None
    before = text[max(0, match.start() - 16) : match.start()]
    if not name or (not surely and (_key(name) in _PERSON_OR_PART or _belongs_to_other(before))):
        return None
    province = find_province(name, on=on)
    return PlaceMention(province, name, match.start("name") - 1, match.end("name") - 1, surely) if province else None


def _belongs_to_other(before: str) -> bool:
    """Whether what stands before a name makes it that of a smaller place or of a person."""
    return bool(_SMALLER.search(before) or _OF_A_PERSON.search(before))


@cache
def _names() -> re.Pattern[str]:
    """All names with either place of the tone mark, longer ones first, with capitals as in names or throughout.

    With what stands before: `re` passes over the inside of words faster than it finds out that they go on.
    """
    names = {name for province in provinces() for name in (province.name, *province.other_names)}
    names |= {name.replace("òa", "oà").replace("óa", "oá") for name in names}
    names |= {name.upper() for name in names}
    by_length = sorted(names, key=lambda name: (-len(name), name))
    by_letter: dict[str, list[str]] = {}
    for name in by_length:
        rest = re.sub(r"[\\ -]+", r"\\s*[-–\\s]\\s*", re.escape(name[1:]))
        by_letter.setdefault(name[0], []).append(rest)
    either = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    longer = "|".join(map(re.escape, (*_LONGER, *map(str.upper, _LONGER))))
    kind = r"(?P<kind>(?i:tỉnh|thành phố|tp)\s+|(?i:tp|t\.p)\.\s*|(?i:tp)(?=HCM))"
    first = "".join(sorted({name[0] for name in (*names, *_LONGER)})) + "Tt"
    return re.compile(rf"\W(?=[{re.escape(first)}])(?:(?:{longer})(?!\w)|{kind}?(?P<name>{either})(?!\w))")
