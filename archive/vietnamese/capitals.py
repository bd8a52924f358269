"""Names of agencies that are printed in capitals throughout, as administration writes them in a text.

"UBND XÃ SƠN HÒA" is "UBND xã Sơn Hòa" there, "SỞ XÂY DỰNG" is "Sở Xây dựng", "QUẬN 1" is "Quận 1" (Decree
30/2020/NĐ-CP, annex II): acronyms stay, names of bodies are those of agencies.tsv, what is behind the kind of a place
is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from archive.vietnamese.bodies import bodies, bodies_of
from archive.vietnamese.spelling import fold
from archive.vietnamese.syllables import is_syllable

_WORD = re.compile(r"[^\W_][\w'’]*")
_ACRONYM = re.compile(r"[b-df-hj-np-tv-xz]+|ub\w+|tand\w*|at(?:gt|tp)")
"""A folded word that nobody can say, or that begins so."""
_KIND = (
    r"(?:(?:tỉnh|thành phố|huyện|quận|thị xã)\b(?! (?:ủy|uỷ|đoàn)\b)"
    r"|(?:(?<!thị )xã(?! hội\b)|phường|thị trấn|đặc khu)\b|(?:tp|tx)\b\.?|\b[hqp]\.)"
)
_PLACE = re.compile(
    rf"\b(?P<kind>{_KIND}|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ|đoàn)\b)\s*(?!và\b)(?P<name>[^,;()]+?)"
    rf"(?=\W+{_KIND}|\s*(?:[,;()]|$))",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?P<unit>văn phòng|chi cục|trung tâm|bệnh viện|học viện|liên đoàn|thanh tra|[uủ][yỷ] ban|đoàn(?= TNCS)"
    r"|(?<!cơ )sở|(?<!ủy )(?<!uỷ )ban|(?<!văn )(?<!quốc )(?<!hải )phòng|cục|(?<!môi )(?<!thị )trường|viện(?! kiểm sát)"
    r"|(?<!xã )(?<!quốc )hội(?! (?:đồng|nghị)\b)|đài|(?<!thông )báo) "
    rf"(?!{_KIND}|(?:và|của|các|nhân dân)\b)(?P<field>\w.*)",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"(?:^| - )(?!{_KIND})\w")
_NAMES = ("Việt Nam", "Hồ Chí Minh")
_PART = re.compile(r"\s*\{\w+\}\s*")
_FEWEST = 2
"""Words of a name that another line must have in a row to say how they are written."""


def in_small_letters(name: str, lines: Sequence[str] = ()) -> str:
    """A name in capitals as it is written in a text; where other lines spell it or parts of it, they do as they do."""
    written = _WORD.sub(_cased, name.lower())
    written = _UNIT.sub(_of_unit, _bodies().sub(lambda found: _spellings()[found[0]], written))
    return _as_printed(_PLACE.sub(_of_place, written), [line for line in lines if not line.isupper()])


def _cased(word: re.Match[str]) -> str:
    """A word in small letters, an acronym in capitals, what is no Vietnamese word as a name."""
    if is_syllable(word[0]):
        return word[0]
    return word[0].upper() if _ACRONYM.fullmatch(fold(word[0])) or bodies_of(word[0]) else word[0].capitalize()


def _of_unit(found: re.Match[str]) -> str:
    """A unit with the field that it works in: "Trung tâm Y tế", "Phòng Giáo dục và Đào tạo"."""
    field = found["field"]
    known = _fields().match(field)
    field = _spellings()[known[0]] + field[known.end() :] if known else _PARTS.sub(lambda part: part[0].upper(), field)
    return f"{_capital(found['unit'])} {_UNIT.sub(_of_unit, field)}"


def _of_place(found: re.Match[str]) -> str:
    kind, name = found["kind"], found["name"]
    is_named_so = name[0].isdigit() or kind.endswith(("ủy", "uỷ", "đoàn"))
    written = _WORD.sub(lambda word: word[0] if word[0].isupper() else _capital(word[0]), name)
    between = found[0][len(kind) : found.start("name") - found.start()]
    return f"{_capital(kind) if is_named_so else kind}{between}{written}"


def _as_printed(name: str, lines: Iterable[str]) -> str:
    """The name with the spelling of the longest runs of its words that a line has, letter for letter."""
    words = list(_WORD.finditer(name))
    first = 0
    while first < len(words):
        start = words[first].start()
        ends = range(len(words), first + _FEWEST - 1, -1)
        runs = ((end, _printed(name[start : words[end - 1].end()], lines)) for end in ends)
        end, printed = next(((end, printed) for end, printed in runs if printed), (first + 1, ""))
        name = name[:start] + printed + name[start + len(printed) :]
        first = end
    return name


def _printed(run: str, lines: Iterable[str]) -> str:
    """How a line spells a run of words, empty where none does; acronyms stay, and what opens a sentence is no name."""
    for line in lines:
        found = re.search(rf"(?<!\w){re.escape(run)}(?!\w)", line, re.IGNORECASE)
        if found is None or len(found[0]) != len(run) or found[0].islower() or found[0].isupper():
            continue
        printed = found[0] if found.start() else run[0] + found[0][1:]
        pairs = zip(_WORD.findall(run), _WORD.findall(printed), strict=True)
        if all(own == other or not own.isupper() for own, other in pairs):
            return printed
    return ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _spellings() -> dict[str, str]:
    """The names of bodies and of their fields by their small letters."""
    names = [part for body in bodies() for name in (body.name, *body.other_names) for part in _PART.split(name) if part]
    return {name.lower(): name for name in (*_NAMES, *names, *_field_names())}


@cache
def _field_names() -> frozenset[str]:
    """What departments are for, which other units are named after too."""
    departments = (body.name for body in bodies() if body.name.startswith("Sở "))
    return frozenset(_PART.split(name)[0].removeprefix("Sở ") for name in departments)


@cache
def _bodies() -> re.Pattern[str]:
    return _any_of(name for name in _spellings().values() if " " in name and name not in _field_names())


@cache
def _fields() -> re.Pattern[str]:
    return _any_of(_field_names())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One of the names in small letters, of several the longest."""
    longest_first = sorted((re.escape(name.lower()) for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
