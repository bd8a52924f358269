"""Bodies that issue papers: the central ones by name, the local ones as patterns that a place fills, and their times.

The table agencies.tsv has one row per body and system: its code in document numbers ("STTTT"), other codes, system, the
levels it exists at, its name with the place left open, first and last day where they are known, successor and parent.
Sources of the days: Resolution 01/2007/QH12 (ministries of 2007); Resolution 176/2025/QH15 and Decree 45/2025/NĐ-CP
(ministries and departments from 1 March 2025); Resolution 203/2025/QH15 (no districts from 1 July 2025); the Party's
central commissions changed on 3 February 2025. TW is the code of all central bodies of the Party, which number together
(Bộ Chính trị, Ban Bí thư, Ban Chấp hành Trung ương), so that it names none of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from archive.vietnamese.places import Province, province_on
from archive.vietnamese.spelling import fold

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
_FIRST_YEAR = 2008
_COMMITTEES = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
}
_YOUTH = {kind: committee.replace("ủy", "đoàn") for kind, committee in _COMMITTEES.items()}
LEVELS = {
    **dict.fromkeys(("huyện", "quận", "thị xã"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
}


@dataclass(frozen=True, slots=True)
class Agency:
    """A body of a place at a time, who issues papers under a code.

    `key` is unique and stable ("ubnd.quang-nam", "ubnd.quang-ninh.huyen-dam-ha", "btttt"), `system` one of party,
    assembly, government, peoples_committee, council, front, court, armed_forces, press, other; `level` central,
    province, district, commune or unit; `province` a slug, `place` a printed name ("huyện Đầm Hà"). `valid_from` and
    `valid_to` are its first and last day where known. `successor` and `parent` are keys of other agencies.
    """

    key: str
    name: str
    code: str
    system: str
    level: str
    province: str | None
    place: str | None
    valid_from: date | None
    valid_to: date | None
    successor: str | None
    parent: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """One row of the table, which is read once: a body as such, at no place."""

    code: str
    other_codes: tuple[str, ...]
    system: str
    levels: tuple[str, ...]
    name: str
    other_names: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    successor: str | None
    parent: str | None

    def existed(self, on: date) -> bool:
        """Whether such bodies were there on that day, as far as their days are known."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a local body sits: the level, what the place is called, its name where given, and its province."""

    level: str
    kind: str | None = None
    name: str | None = None
    province: Province | None = None

    @property
    def full_name(self) -> str:
        """The place with what it is: "huyện Đầm Hà"."""
        return f"{self.kind} {self.name}"


def normal_code(code: str) -> str:
    """A code for looking up: capitals, Đ as one letter, no separators, no number of a legislature ("QH14")."""
    plain = re.sub(r"[^A-ZĐƯ0-9À]", "", code.upper().replace("Ð", "Đ").replace("VÀ", ""))
    return re.sub(r"^(QH|UBTVQH)\d+$", r"\1", plain)


@cache
def bodies() -> tuple[Body, ...]:
    """All rows of the table."""
    table = files("archive.vietnamese").joinpath("agencies.tsv").read_text(encoding="utf-8")
    return tuple(_body(line.split("\t")) for line in table.splitlines()[1:])


def _body(fields: list[str]) -> Body:
    code, other_codes, system, levels, name, other_names, valid_from, valid_to, successor, parent = fields
    return Body(
        code,
        tuple(other_codes.split(", ")) if other_codes else (),
        system,
        tuple(levels.split(", ")),
        name,
        tuple(other_names.split("; ")) if other_names else (),
        date.fromisoformat(valid_from) if valid_from else None,
        date.fromisoformat(valid_to) if valid_to else None,
        successor or None,
        parent or None,
    )


@cache
def _by_code() -> dict[str, tuple[Body, ...]]:
    """Bodies by all their codes."""
    found = defaultdict(list)
    for body in bodies():
        for code in (body.code, *body.other_codes):
            found[normal_code(code)].append(body)
    return {code: tuple(those) for code, those in found.items()}


@cache
def _by_name() -> dict[str, Body]:
    """Central bodies by their folded names."""
    central = [body for body in bodies() if body.levels == ("central",)]
    return {fold(name): body for body in central for name in (body.name, *body.other_names)}


@lru_cache(maxsize=1024)
def bodies_of(code: str, on: date | None = None) -> tuple[Body, ...]:
    """The bodies that a code or a central body's name may stand for on a day.

    Where none existed that day all of them: papers are numbered under an old code for some days after a reform.
    """
    named = _by_name().get(fold(" ".join(code.split())))
    found = (named,) if named else _by_code().get(normal_code(code), ())
    existing = tuple(body for body in found if on is None or body.existed(on))
    return existing or found


@cache
def central_agency(body: Body) -> Agency:
    """The agency that a central body is."""
    return Agency(
        key=fold(body.code),
        name=body.name,
        code=body.code,
        system=body.system,
        level="central",
        province=None,
        place=None,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
        successor=fold(body.successor) if body.successor else None,
        parent=fold(body.parent) if body.parent else None,
    )


@lru_cache(maxsize=1024)
def local_agency(body: Body, seat: Seat, on: date | None = None) -> Agency:
    """The agency that a local body is at a seat; a commune's is the one of that day, as all changed on 1 July 2025."""
    province = seat.province
    kind, name = seat.kind or "", seat.name or ""
    if seat.level == "province" and province:
        kind, name = province.kind, province.name
    first, last = _time(body, seat, on)
    return Agency(
        key=_key(body, seat),
        name=_named(body.name, kind, name),
        code=body.code,
        system=body.system,
        level=seat.level,
        province=province.slug if province else None,
        place=None if seat.level == "province" else f"{kind} {name}",
        valid_from=first,
        valid_to=last,
        successor=_heir(body, seat, last) if last else None,
        parent=_parent(body, seat),
    )


def _named(pattern: str, kind: str, name: str) -> str:
    """A body's name with its place: "Sở Nội vụ tỉnh Kon Tum", "Ban Tổ chức Thành ủy Đà Nẵng"."""
    return (
        pattern.replace("{place}", f"{kind} {name}")
        .replace("{ủy}", _COMMITTEES.get(kind, f"Đảng ủy {kind}"))
        .replace("{đoàn}", _YOUTH.get(kind, f"Đoàn {kind}"))
        .replace("{name}", name)
    )


def _time(body: Body, seat: Seat, on: date | None) -> tuple[date | None, date | None]:
    """First and last day of a body at a seat: of the body itself, of its province, of its level."""
    starts, ends = [body.valid_from], [body.valid_to]
    if seat.province:
        starts += [seat.province.valid_from] if seat.level == "province" else []
        ends.append(seat.province.valid_to)
    if seat.level == "district" or (seat.level == "commune" and on and on <= LAST_DAY_OF_DISTRICTS):
        ends.append(LAST_DAY_OF_DISTRICTS)
    elif seat.level == "commune" and on:
        starts.append(LAST_DAY_OF_DISTRICTS + timedelta(days=1))
    return max(filter(None, starts), default=None), min(filter(None, ends), default=None)


def _key(body: Body, seat: Seat) -> str:
    """Code, province (with the year of its beginning if that is not 2008) and smaller place, joined by dots."""
    province = "?"
    if seat.province:
        year = seat.province.valid_from.year
        province = seat.province.slug + (f"-{year}" if year != _FIRST_YEAR else "")
    place = "" if seat.level == "province" else "." + re.sub(r"\W+", "-", fold(seat.full_name))
    return f"{fold(body.code)}.{province}{place}"


def _heir(body: Body, seat: Seat, last: date) -> str | None:
    """The key of what followed a body of a province: its successor there, or the body itself in the merged province."""
    if seat.level != "province" or not seat.province:
        return None
    province = province_on(last + timedelta(days=1), seat.province)
    heir = _at_level(body.successor, "province") if body.valid_to == last else body
    return _key(heir, Seat("province", province=province)) if heir else None


def _parent(body: Body, seat: Seat) -> str | None:
    """The key of the parent: at the same seat, else in the province, else the central body."""
    same, above = _at_level(body.parent, seat.level), _at_level(body.parent, "province")
    if same:
        return _key(same, seat)
    if above and seat.province:
        return _key(above, Seat("province", province=seat.province))
    central = _at_level(body.parent, "central")
    return fold(central.code) if central else None


def _at_level(code: str | None, level: str) -> Body | None:
    """The body of that code that exists at a level."""
    found = (body for body in bodies() if body.code == code and level in body.levels)
    return next(found, None)
