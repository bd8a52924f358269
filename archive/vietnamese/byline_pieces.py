"""The pieces of a field of a byline: separators cut it, except inside the name of an agency or outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archive.vietnamese.byline_labels import is_edition
from archive.vietnamese.byline_names import read_name
from archive.vietnamese.byline_parts import ROLE, Kind, Part, read_parts
from archive.vietnamese.byline_words import AGENCIES, OUTLET_HEADS, PROSE, SUBJECTS

_MARKS = r",;&/\\•·*|"
_SEPARATOR = re.compile(
    rf"(?!(?<=[0-9])/[0-9])[ {_MARKS}+.–—-]"
    rf"(?:(?<=[{_MARKS}])[{_MARKS} ]*|(?<= )(?:[{_MARKS}][{_MARKS} ]*|[-–—]+ ?|[+_] |(?i:và|cùng) )"
    r"|(?<=[-–—])[-–—]{0,3} |(?<=\w\+)(?=\w)|(?<=[a-zà-ỹ]{3}\.)(?: |$))"
)
"""A mark of a list, no slash of a day ("Trường 19/5"); a dash or plus with a space; "và"; a full stop behind a word,
not behind an initial."""

_TIGHT_DASH = re.compile(r"(?<=[^\W\d_])[-–—](?=[^\W\d_])")
_EDGES = " \t.,-–—:;*_•·/&\"'“”«»!?✍✎✏✒📝🖊🖋\ufe0f"
_APART = frozenset(";•·*|.")
_LONGEST_NAME = 18
_LONGEST_UNKNOWN = 6
_SOURCE_SEPARATOR = re.compile(" ?/ ?| [-–—] ?")
_LEAD_OPENER = re.compile(r"([A-ZĐ]{2,6}|[\w.-]+\.(?i:vn|com|net)) ?[-–—](?: |$)")
OPENS_STORY = "(?:Ngày|Sáng|Trưa|Chiều|Tối|Đêm|Tại|Trong|Từ|Sau|Nhằm|Thực hiện|Hôm|Mới|Vừa) "
"""What the text behind an outlet's initials begins with: "CTTĐT - Ngày 6/8, …"."""

_STORY = re.compile(OPENS_STORY)
_LIST = re.compile(r", ?| & | và ")
_DISTRICT = re.compile(r"khu vực [A-ZĐ][^\W\d_]+ [A-ZĐ][^\W\d_]+\Z")
_DOTTED = re.compile(r"\.[^\W\d_]{1,3}$")
_CONTINUED = {Kind.AGENCY, Kind.OFFICE, Kind.INITIALS, Kind.UNKNOWN}


def read_pieces(text: str) -> list[Part] | None:
    """What the pieces of a field name, in printed order; None where one of them is prose."""
    parts = _joined(text) if _SEPARATOR.search(text) else list(_read_piece(text))
    known = True
    for part in parts:
        if part.kind is not Kind.PERSON:
            if _is_prose(part):
                return None
            known &= part.kind is not Kind.UNKNOWN
    return parts if known else [part for part in parts if part.kind is not Kind.INITIALS]


def _joined(text: str) -> list[Part]:
    """What the pieces name, those joined again that are one agency's or outlet's name."""
    parts: list[Part] = []
    begin = 0
    for start, end, separator in _pieces(text):
        found = _read_piece(text[start:end])
        if parts and found and _belongs(found[0], parts[-1], separator):
            parts[-1] = Part(parts[-1].kind, trimmed(text[begin:end]))
        elif found:
            parts += found
            begin = start
    return parts


def read_lead(text: str) -> list[Part]:
    """The outlet whose initials or domain open a lead ("QTO -", "VOV.VN - Sáng nay …"); empty where nothing does."""
    opener = _LEAD_OPENER.match(text)
    if not opener or (not _STORY.match(text, opener.end()) and read_pieces(text[opener.end() :])):
        return []
    short = {Kind.INITIALS, Kind.AGENCY} if opener[1].lower() not in AGENCIES else {Kind.INITIALS}
    return [Part(Kind.OUTLET if kind in short else kind, name) for kind, name in read_pieces(opener[1]) or ()]


def read_source(text: str) -> list[Part]:
    """What stands behind "Theo" or "Nguồn": an outlet, or people, or both (Nguyễn Tuấn/Người Lao Động)."""
    text = trimmed(text.strip(" |").partition("|")[0])
    people: list[Part] = []
    while separator := _SOURCE_SEPARATOR.search(text):
        first = _people(text[: separator.start()])
        if not first:
            break
        people += first
        text = trimmed(text[separator.end() :])
    names, comma, last = text.rpartition(", ")
    if comma and (credited := _people(names)) and (outlets := _outlets(last)):
        return [*people, *credited, *outlets]
    outlet, dash, last = text.rpartition(" - ")
    if dash and (credited := _people(last)):
        return [*people, Part(Kind.OUTLET, trimmed(outlet)), *credited]
    return people + (_people(text) or _outlet(text))


def trimmed(text: str) -> str:
    """The text without punctuation around it; the last dot of initials (T.H.) stays."""
    bare = text.strip(_EDGES)
    return bare + "." if "." in bare and _DOTTED.search(bare) and bare + "." in text else bare


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and the separator before each piece."""
    start, before = 0, ""
    for separator in _SEPARATOR.finditer(text):
        if separator.start() > start:
            yield start, separator.start(), before
            before = ""
        start, before = separator.end(), before + separator[0]
    if start < len(text):
        yield start, len(text), before


@lru_cache(maxsize=4096)
def _read_piece(text: str) -> tuple[Part, ...]:
    """What a piece names; a dash without spaces separates people, except in one name (Xuân-Hiệp, Nguyễn Xuân-Hiệp).

    The same few hundred people and desks sign all pages of a portal, so each of them is looked at once.
    """
    piece = trimmed(text)
    if not piece or (piece[0].islower() and ROLE.fullmatch(piece)):
        return ()
    if piece.count(" ") >= _LONGEST_NAME:
        return (Part(Kind.UNKNOWN, piece),)
    if (dash := _TIGHT_DASH.search(piece)) and not read_name(piece):
        person, desk = _people(piece[: dash.start()]), read_parts(piece[dash.end() :])
        if person and len(desk) == 1 and desk[0].kind is Kind.AGENCY:
            return (*person, *desk)
        parts = [part for half in _TIGHT_DASH.split(piece) for part in read_parts(half) or [Part(Kind.UNKNOWN, half)]]
        if parts[0].kind is Kind.PERSON and not any(part.kind is Kind.UNKNOWN for part in parts):
            return tuple(parts)
    return tuple(read_parts(piece))


def _belongs(part: Part, name: Part, separator: str) -> bool:
    """Whether a part goes on with the name before it: Sở Kế hoạch & Đầu tư, Văn phòng HĐND – UBND, PV - CTV."""
    if not _APART.isdisjoint(separator):
        return False
    if name.kind in (Kind.AGENCY, Kind.OFFICE):
        continued = {Kind.AGENCY, Kind.OFFICE, Kind.INITIALS} if "/" in separator else _CONTINUED
        dashed = part.kind is Kind.PERSON and "-" in separator
        return part.kind in continued or (dashed and (_ends_in_district(name.text) or _is_subject(part, name)))
    if name.kind is Kind.OUTLET:
        more = part.kind in (Kind.UNKNOWN, Kind.AGENCY) and " " in name.text and "/" not in separator
        return more or part.kind is Kind.OUTLET
    return name.kind is part.kind is Kind.REPORTER


def _is_subject(part: Part, agency: Part) -> bool:
    """Whether a word that may be a name is what a unit teaches or treats beside another: "Khoa Nội - Nhi - Nhiễm"."""
    return part.text.lower() in SUBJECTS and agency.text.rpartition(" ")[2].lower() in SUBJECTS


def _ends_in_district(agency: str) -> bool:
    """Whether an agency of several districts has named one, so that a dash adds another: "khu vực Đức Phổ - Mộ Đức"."""
    return _DISTRICT.search(agency) is not None


def _is_prose(part: Part) -> bool:
    words = part.text.split(" ")
    if not PROSE.isdisjoint(words):
        return True
    if part.kind is Kind.UNKNOWN:
        return len(words) > _LONGEST_UNKNOWN or (len(words) > 2 and words[0].islower())
    return len(words) > _LONGEST_NAME


def _outlet(text: str) -> list[Part]:
    """The outlet that a text names: neither a role (sưu tầm) nor prose nor a phrase that goes on (theo đó)."""
    first = text.partition(" ")[0]
    is_name = not first.islower() or "." in first or first in {*AGENCIES, *OUTLET_HEADS} or is_edition(text)
    part = Part(Kind.OUTLET, text)
    return [part] if text and is_name and not ROLE.fullmatch(text) and not _is_prose(part) else []


def _outlets(text: str) -> list[Part]:
    """The outlet where the text is nothing but the name of a known one."""
    return [part for part in _read_piece(text) if part.kind is Kind.OUTLET]


def _people(text: str) -> list[Part]:
    """The people where the text names nothing else."""
    parts = [part for piece in _LIST.split(text) for part in _read_piece(piece)]
    return parts if all(part.kind in (Kind.PERSON, Kind.REPORTER) for part in parts) else []
