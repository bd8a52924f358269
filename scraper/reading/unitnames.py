"""What the line over a unit makes of it: the list that a page is called by, a box beside it, or what goes on."""

from __future__ import annotations

import re

from archive.vietnamese.spelling import fold
from scraper.reading.headings import OwnName, heading_of, is_titled
from scraper.reading.shapes import words_in
from scraper.reading.units import Unit

_MOST_READ = (
    r"(?:xem|doc) nhieu|quan tam|\bmost\b|popular|\bhot\b|\btop\b"
    r"|\b(?:tin|bai|bai dang|bai viet) pho bien(?! (?:giao duc|phap luat|luat|kien thuc|chinh sach|quy dinh))"
)
_INVITED = r"(?! (?:truong|thau|hop|chao|goi|gioi|tham|du|nop|quan tam|bao gia))"
"""What follows "mời" and "môi": whom one invites, and what lies around."""
_NEWEST = (
    r"noi bat|tieu diem|tin nong(?! (?:dan|hoc|lam|nghiep|san|thon)\b)|moi (?:nhat|cap nhat)"
    rf"|(?:tin|bai(?: viet)?|van ban|thong bao|cap nhat) moi{_INVITED}"
)
_NEWER = (
    rf"moi dang|(?:tin tuc|tin bai|bai dang|su kien|hoat dong) moi{_INVITED}"
    r"|\b(?:tin(?: tuc| bai)?|bai(?: viet| dang)?|thong bao|van ban) (?:gan day|vua dang)"
    r"|^\W*tin (?:nhanh|tieu bieu|cap nhat)\W*$"
)
"""What is called over a list too, where no other stands beside it."""
_READ, _NEW = re.compile(_MOST_READ), re.compile(f"{_NEWEST}|{_NEWER}")
_CERTAIN = re.compile(f"{_MOST_READ}|{_NEWEST}|lien quan")
_BESIDE = re.compile(f"{_CERTAIN.pattern}|{_NEWER}")
_NOT_NEW = re.compile(r"\b(?:m(?:ỗi|ọi|ồi|ối|ời|ôi)|nông)\b", re.IGNORECASE)
"""Words that are "mới" or "nóng" without their accents."""
_NOTICES = re.compile(r"^thong bao|video|hinh anh|lien ket|thong tin can biet")
_MARKS = " :.»)("
_PINNED = re.compile(r"\W*(?:(?:(?:cac )?(?:tin|bai|bai viet|thong bao|van ban) )?(?:da |duoc )?ghim|pinned|sticky)\W*")
"""What stands over entries that stay at the head of a list."""
_OLDER = re.compile(
    "".join(rf"(?<!\b{word} )" for word in ("muc", "trang", "vi", "vuc", "vu", "ket", "ich"))  # no announcements
    + r"\bkhac\b|da dua|da dang|cu hon|truoc do|tiep theo|cung (?:chuyen )?muc"
    r"|^\W*(?:(?:cac|nhung) )?(?:tin(?: tuc)?|bai(?: viet)?|thong bao|van ban) (?:truoc|cu)(?: day)?\W*$"
)
_SHORTEST_NAME = 4
_LONGEST_NAME = 6
"""Letters and words of what is called over a list or a box."""


def is_named(unit: Unit, name: OwnName) -> bool:
    """Whether the page's own name stands over a unit."""
    heading = fold(unit.over or heading_of(unit)).strip(_MARKS)
    titled = bool(unit.over) or is_titled(unit)
    return name.ends_way_to(unit) or (len(heading) >= _SHORTEST_NAME and titled and name.holds(heading))


def is_beside(unit: Unit, name: OwnName) -> bool:
    """Whether a unit is a box that stands beside the list: by its heading, or by where it stands."""
    return _is_of_notices(unit, name) or is_surely_beside(unit, name)


def _is_of_notices(unit: Unit, name: OwnName) -> bool:
    heading = name_of_box(unit)
    return _NOTICES.search(heading) is not None and not (name.ends_way_to(unit) or name.holds(heading))


def is_surely_beside(unit: Unit, name: OwnName) -> bool:
    """Whether a unit is a box for certain: the newest, the most read, notices that scroll by."""
    return unit.members[0].stand.aside or (_BESIDE.search(_called(unit)) is not None and not name.is_over(unit))


def may_be_only(unit: Unit) -> bool:
    """Whether a unit is a box by a name alone that is the name of a list as well, where no other stands beside it."""
    return not unit.members[0].stand.aside and _CERTAIN.search(_called(unit)) is None


def weight_as_box(unit: Unit, name: OwnName) -> int:
    """How much speaks for a unit to be a box: notices count once, boxes for certain twice, names of lists too never."""
    certain = is_surely_beside(unit, name) and not may_be_only(unit)
    return 2 if certain else int(_is_of_notices(unit, name))


def is_older(unit: Unit) -> bool:
    """Whether the line over a unit says that it goes on with the announcements above it ("Tin khác")."""
    return _OLDER.search(fold(heading_of(unit))) is not None and (is_titled(unit) or not unit.linked)


def name_of_box(unit: Unit) -> str:
    """The line over a unit, folded, where it is as short as the name of a box; titles above it may be of anything."""
    heading = fold(heading_of(unit))
    return heading if words_in(heading) <= _LONGEST_NAME else ""


def _called(unit: Unit) -> str:
    """The name of a box without the words that only look like the new."""
    heading = heading_of(unit)
    return fold(_NOT_NEW.sub("", heading)) if words_in(fold(heading)) <= _LONGEST_NAME else ""


def is_most_read(unit: Unit) -> bool:
    """Whether a unit is called the most read."""
    return _READ.search(name_of_box(unit)) is not None


def is_newest(unit: Unit) -> bool:
    """Whether a unit is called the newest or what is featured."""
    return _NEW.search(_called(unit)) is not None


def is_newest_or_notices(unit: Unit) -> bool:
    """Whether a unit is called the newest, or notices."""
    heading = name_of_box(unit)
    return (_NEW.search(heading) or _NOTICES.search(heading)) is not None


def is_pinned(unit: Unit) -> bool:
    """Whether a unit is said to be pinned at the head of a list."""
    return _PINNED.fullmatch(name_of_box(unit)) is not None
