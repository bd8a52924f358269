"""Where the words around a document number put its issuer: "của UBND huyện Đầm Hà", "Tỉnh ủy vừa ban hành …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from archive.vietnamese.bodies import LEVELS, Body, Seat, bodies
from archive.vietnamese.places import Province, find_places, find_province
from archive.vietnamese.spelling import normalise
from archive.vietnamese.syllables import TONED

_CAPITAL = "A-ZĐĂÂÊÔƠƯ" + "".join(letter for letter in TONED if letter.isupper())
_NAME = rf"(?P<name>[{_CAPITAL}][\w'’]*(?:[ -]+[{_CAPITAL}][\w'’]*){{0,3}}|\d{{1,2}}(?![\w/.-]))"
_KIND = r"(?P<kind>tỉnh|thành phố|tp|huyện|quận|thị xã|tx|xã|phường|thị trấn|đặc khu|[hqp](?=\.))"
_PLACE = re.compile(rf"(?:\s+(?i:việt nam|vn))?(?:\s+của)?\s+(?i:{_KIND})\b(?!\s?(?:ủy|đoàn))\.?(?:\s*{_NAME})?")
_ONLY_NAME = re.compile(rf"\s*(?:\s(?i:tp|thành phố|tỉnh)\.?\s*)?{_NAME}")
_COMMITTEE = r"(?:tỉnh|thành|huyện|quận|thị)\s?ủy"
_COMMITTEES = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_YOUTH = r"(?:tỉnh|thành|huyện|quận|thị)\s?đoàn"
_OF_COMMITTEE = re.compile(r"(tỉnh|thành|huyện|quận|thị)\s?(?:ủy|đoàn)\b", re.IGNORECASE)
_SHORT_KINDS = {"tp": "thành phố", "tx": "thị xã", "h": "huyện", "q": "quận", "p": "phường"}

SYMBOL = re.compile(
    rf"\d(?<!\w.)\d*[a-zđ]?(?:\s*/\s*(?:19|20)\d\d)?\s*(?P<sign>[-–/⁄])\s*"
    rf"(?P<codes>[{_CAPITAL}Ð][\w&.+]*(?:\s?[-–/⁄]\s?[{_CAPITAL}Ð][\w&.+]*)*)"
)
_OWNER = re.compile(
    r"\b(?:của|do)\s+"
    r"(?:(?:đồng chí|phó|chủ tịch|bí thư|thường trực|ban thường vụ|ban chấp hành|lãnh đạo|giám đốc)\s+)*$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:[\s,]|và|số|ngày|tháng|năm|kế hoạch|công văn|quyết định|\d+[/.-]?)*+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[;\n.](?:(?<!\.)|(?<!TP.)(?<!Tp.)(?<!TX.)\s)")
_SHORTENED = (
    ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("Đoàn đại biểu Quốc hội", r"Đoàn\s+ĐBQH|ĐĐBQH"),
    ("Mặt trận Tổ quốc Việt Nam", "MTTQ|MTTQ VN|MTTQVN|Mặt trận Tổ quốc"), ("Văn phòng", "VP"),
)  # fmt: skip
"""What texts shorten inside the names of agencies: "Văn phòng UBND tỉnh", "VP Tỉnh ủy"."""

_FIRST_LETTER = re.compile(r"(?:\A|\||\?:)(\w)")
_REACH = 240
_HEAD = 600


def seats_near(found: Iterable[Body], text: str, start: int, home: Seat | None, on: date | None) -> dict[Body, Seat]:
    """The seats that the sentence of the number at `start` gives to bodies; level central for a central body.

    First the place behind the code ("12/KH-UBND huyện"), then who owns the number ("… của UBND huyện"), then who is
    named last before it and owns no other number; in a paper's own head the name in capitals. `text` is normalised.
    """
    behind, tail = place_behind(text, start)
    if behind:
        return dict.fromkeys(found, _placed(behind["kind"], behind["name"], tail, home, on))
    before = _sentence_before(text, start)
    head = " " + text[:start] if start <= _HEAD else ""
    seats = ((body, _seat_around(body, before, " " + tail, head, home, on)) for body in found)
    return {body: seat for body, seat in seats if seat}


def _seat_around(body: Body, before: str, tail: str, head: str, home: Seat | None, on: date | None) -> Seat | None:
    """The seat of a body by the words of the sentence before and behind a number, else by the head of the paper."""
    pattern = _pattern(body)
    first = pattern.search(tail)
    if first and _OWNER.search(tail[: first.start("called")]):
        return _seat(body, first, tail, home, on)
    for match in reversed(list(pattern.finditer(before))):
        at = match.start("called")
        if not (_OWNER.search(before[:at]) and SYMBOL.search(before[max(0, at - 80) : at])):
            return _seat(body, match, before, home, on)
    heads = (match for match in pattern.finditer(head) if match["called"].isupper() and " " in match["called"])
    return next((_seat(body, match, head, home, on) for match in heads), None)


def seats_in(body: Body, text: str, home: Seat | None, on: date | None) -> list[Seat]:
    """The different seats that a whole text gives to a body."""
    text = " " + text
    seats = (_seat(body, match, text, home, on) for match in _pattern(body).finditer(text))
    return list(dict.fromkeys(seat for seat in seats if seat))


def seat_of(name: str, province: Province | None, on: date | None) -> Seat | None:
    """The place that an agency's own name gives: "Ủy ban nhân dân huyện Đầm Hà", "Thị ủy Quảng Trị"; None if none."""
    name = " " + normalise(name)
    home = Seat("province", province=province) if province else None
    committee = _OF_COMMITTEE.search(name)
    named = _ONLY_NAME.match(name, committee.end()) if committee else None
    if committee and named:
        return _placed(_COMMITTEES[committee[1].lower()], named["name"], "", home, on)
    place = next((match for match in _PLACE.finditer(name) if match["name"]), None)
    return _placed(place["kind"], place["name"], "", home, on) if place else None


def named(name: str, home: Seat | None, on: date | None) -> tuple[Body, Seat | None] | None:
    """The body and the seat that a full name begins with ("Sở Nội vụ tỉnh Kon Tum"); the longest that fits."""
    name = " " + normalise(name).strip()
    matches = ((body, match) for body in bodies() if (match := _pattern(body).match(name)))
    body, match = max(matches, key=lambda pair: pair[1].end(), default=(None, None))
    return (body, _seat(body, match, name, home, on)) if body and match else None


def place_behind(text: str, start: int) -> tuple[re.Match[str] | None, str]:
    """The place right behind the code of the number at `start`, and what stands there up to another number.

    `text` is normalised.
    """
    after = text[start : start + _REACH]
    end = _SENTENCE_END.search(after)
    after = after[: end.start()] if end else after
    symbol = SYMBOL.search(after)
    tail = after[symbol.end() :] if symbol else after
    following = SYMBOL.search(tail)
    if following and not _LISTED.fullmatch(tail[: following.start()]):
        tail = tail[: following.start()]
    return _PLACE.match(tail) if symbol else None, tail


def _sentence_before(text: str, start: int) -> str:
    """A space and the part of the sentence before the number."""
    before = text[max(0, start - _REACH) : start]
    end = 0
    for match in _SENTENCE_END.finditer(before):
        end = match.end()
    return " " + before[end:]


@cache
def _pattern(body: Body) -> re.Pattern[str]:
    """What a body is called in texts: its name without the place, its codes, and for a department "Sở TT&TT".

    With what stands before: `re` passes over the inside of words faster than it finds out that they go on.
    """
    called = list(_called(body))
    letters = "".join(letter for way in called for letter in _FIRST_LETTER.findall(way))
    return re.compile(rf"\W(?=[{letters.lower()}{letters.upper()}])(?P<called>(?i:{'|'.join(called)}))(?!\w)")


def _called(body: Body) -> Iterator[str]:
    for name in (body.name, *body.other_names):
        bare = re.escape(re.sub(r" ?\{(?:place|name)\}", "", name))
        for full, short in _SHORTENED:
            bare = bare.replace(re.escape(full), f"(?:{re.escape(full)}|{short})")
        bare = bare.replace(r"\ ", r"\s+")
        yield bare.replace(r"\{ủy\}", _COMMITTEE).replace(r"\{đoàn\}", _YOUTH)
    for code in (body.code, *body.other_codes):
        if len(code) > 2:
            yield re.escape(code)
        if body.name.startswith("Sở ") and len(code) > 2:
            yield r"Sở\s+" + r"[\s&.–-]*".join(map(re.escape, code[1:]))


def _seat(body: Body, match: re.Match[str], text: str, home: Seat | None, on: date | None) -> Seat | None:
    """The seat that stands behind a body's name; None where it says nothing about the place."""
    if body.levels == ("central",):
        return Seat("central")
    rest = text[match.end() : match.end() + 60]
    committee = _OF_COMMITTEE.search(match["called"])
    if committee:
        name = _ONLY_NAME.match(rest)
        return _placed(_COMMITTEES[committee[1].lower()], name["name"] if name else None, rest, home, on)
    place = _PLACE.match(rest)
    if place:
        return _placed(place["kind"], place["name"], rest, home, on)
    direct = next((mention for mention in find_places(rest, on=on) if mention.start <= 1), None)
    return Seat("province", province=direct.province) if direct else None


def _placed(kind: str, name: str | None, rest: str, home: Seat | None, on: date | None) -> Seat:
    """The seat of a kind and name of place; what the words leave out is taken from `home`, the portal's own seat."""
    kind = _SHORT_KINDS.get(kind.lower(), kind.lower())
    name = name.title() if name and name.isupper() else name
    province = _province(kind, name, on) if name else None
    if province:
        return Seat("province", province=province)
    around = next((mention.province for mention in find_places(rest, on=on) if mention.surely), None)
    at_home = Seat(LEVELS.get(kind, "district"), kind, name, around or (home.province if home else None))
    if name:
        return at_home
    if home and home.kind == kind and home.level == at_home.level:
        return replace(at_home, name=home.name)
    if kind == "tỉnh" or (kind == "thành phố" and at_home.province and at_home.province.kind == kind):
        return Seat("province", province=at_home.province)
    return at_home


def _province(kind: str, name: str, on: date | None) -> Province | None:
    """The province of that kind whose name the words begin with; words of a next name may have been caught too."""
    if kind not in ("tỉnh", "thành phố"):
        return None
    words = re.split(r"(?<=\w) (?=\w)", name)
    for count in range(len(words), 0, -1):
        province = find_province(" ".join(words[:count]), on=on)
        if province and province.kind == kind:
            return province
    return None
