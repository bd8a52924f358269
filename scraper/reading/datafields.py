"""How the fields of records in data are called, in Vietnamese or English, in the words of no product; what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from archive.vietnamese.spelling import fold
from scraper.reading.markup import parse
from scraper.reading.records import one_line

Record = dict[str, Any]
_NOT_LETTERS = re.compile(r"[^a-z]+")
_MOMENT = re.compile(r"/Date\((-?\d+)[^)]*\)/")
_FIRST_SECOND, _LAST_SECOND = 631_152_000, 4_102_444_800
"""1990 and 2100: numbers between them, in seconds or milliseconds, are moments."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names of fields of one meaning, as small letters only: those wanted, and those among them that mean another."""

    wanted: re.Pattern[str]
    unwanted: re.Pattern[str] | None = None

    def fits(self, name: str) -> bool:
        """Whether a field is called so."""
        letters = plain(name)
        return self.wanted.fullmatch(letters) is not None and not (self.unwanted and self.unwanted.search(letters))


def _named(whole: str = "", *, ending: str = "", within: str = "", but: str = "") -> Named:
    """Names that are one of some words, end in one, or hold one, `but` those that hold another; `|` parts the words."""
    shapes = ((whole, "{}"), (ending, ".*(?:{})"), (within, ".*(?:{}).*"))
    wanted = "|".join(shape.format(words) for words, shape in shapes if words)
    return Named(re.compile(wanted), re.compile(but) if but else None)


_OTHER_DAYS = (
    "expir|hethan|hieuluc|banhanh|issue|effect|start|begin|end|event|sign|kyngay|ngayky|delete|birth|read|zone|gmt"
    "|stampof"
)
_CHANGES = "updat|modif|edit|capnhat|ngaysua"
_OF_NEWS = "(?:tin(?:tuc)?|bai(?:viet)?)"
TITLE = _named(
    ending=f"title|(?:tieude|ten|name|title){_OF_NEWS}|tieude|headline|trichyeu",
    but="sub|meta|seo|og(?=title)|page|phutieude|tieudephu|categor|image|short|alt(?=title)",
)
_NAME = _named("subject|name|ten")
ADDRESS = _named("slug|alias", ending="url|link|href|permalink|duongdan|path")
NO_ADDRESS = re.compile("image|img|thumb|avatar|anh|hinh|icon|video|author|category|chuyenmuc|canonical|edit")
OWN_ADDRESS = Named(ADDRESS.wanted, unwanted=NO_ADDRESS)
_MOST_SPOKEN = 6
_SPOKEN = ("rendered", "name", "title", "fullName", "displayName", "hoTen", "label")
POSTED = _named(
    within="publish|posted?(?:at|on|date|time)|ngaydang|xuatban|pubdate|ngayhienthi",
    but=f"{_OTHER_DAYS}|nhaxuatban|maxuatban",
)
DATE = _named("ngay", ending="date|time|created(?:at|on)?|ngaytao|thoigian", but=f"{_OTHER_DAYS}|{_CHANGES}")
UPDATED = _named(within=_CHANGES, but=_OTHER_DAYS)
SUMMARY = _named(
    "(?:news|post|article)?(?:summary|abstract|lead|sapo|brief|excerpt)|(?:short|meta)?description|tomtat|trichdan"
    "|intro(?:text)?|mota(?:ngan)?|teaser|tomluoc|shortdesc|desc|tomtatnoidung"
    "|(?:short|brief|intro|head)(?:content|text|detail|body)|(?:noidung|gioithieu)(?:ngan|tomtat)"
    f"|(?:tomtat|mota){_OF_NEWS}"
)
TEXT = _named(
    ending=f"content|noidung|body|fulltext|bodyhtml|html|detail|chitiet|blocks|thanbai|noidung{_OF_NEWS}",
    but="short|brief|intro|tomtat|summary|excerpt|comment|footer|header",
)
BYLINE = _named("(?:ten)?tacgia|(?:news|post|article)?author(?:name)?|byline|butdanh|penname|(?:ten)?nguoiviet(?:bai)?")
SOURCE = _named("nguon(?:tin)?|source(?:name)?")
FILES = _named(ending=r"attach\w*|files?|dinhkem|tailieu|documents?")
NEXT = _named("(?:next|tiep)(?:page)?(?:url|link|href)?")
PAGES = _named("(?:total|last|so|max|num(?:ber)?(?:of)?|tongso)?(?:pages?|trang)(?:count|total)?")
ALL = _named(
    "count|numfound|itemcount|rowcount|recordcount|resultcount", within="total|tongso",
    but="page|trang|view|xem|vote|user|access|truycap|visit|like|comment|download|size|score|price",
)  # fmt: skip
COUNTED_PAGES = _named("(?:total|last|max|num(?:ber)?(?:of)?|tongso|so)(?:pages?|trang)|pages?(?:count|total)")
PRESENT_PAGE = _named("(?:current|present)?page(?:no|num(?:ber)?|index|current)?|trang(?:hientai|so)?")
PAGE_SIZE = _named("(?:page)?(?:size|limit)|(?:items?|rows?)?perpage|take")
MORE = _named("has(?:next|more)(?:pages?|items?)?")
ABOUT_LIST = _named(within="meta|pagina|paging|pageinfo|pager|phantrang")
"""Records that tell of the list beside them."""


def plain(name: str) -> str:
    """The name of a field in small letters only: `post_title`, `postTitle` and `PostTitle` are one."""
    return _NOT_LETTERS.sub("", fold(name))


BOX = _named(
    within="most|popular|trending|recommend|suggest|related|nhieu|lienquan|goiy|quantam|cungchuyenmuc|sidebar",
    but="comment|almost",
)
"""Lists beside the one that a page is there for: the most read, those of the same section."""


def value_of(record: Record, named: Named) -> Any:
    """The first field whose name fits; None where there is none with a value."""
    return next((value for name, value in record.items() if value and named.fits(name)), None)


def title_of(record: Record) -> str:
    """What a record is called: by its title, or by its name where it has none."""
    return spoken(value_of(record, TITLE)) or spoken(value_of(record, _NAME))


def posted(record: Record) -> Any:
    """When a record was published, as it says; None where it does not."""
    return value_of(record, POSTED) or value_of(record, DATE)


def spoken(value: Any) -> str:
    """A field as text on one line, without markup; of a record its name or rendered text, of several all."""
    if isinstance(value, list):
        return ", ".join(filter(None, (spoken(one) for one in value[:_MOST_SPOKEN] if not isinstance(one, list))))
    if isinstance(value, dict):
        value = next((value[name] for name in _SPOKEN if value.get(name)), "")
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = "".join(parse(f"<p>{value}</p>".encode("utf-8", "replace")).itertext())
    return one_line(value)


def moment(value: Any) -> str:
    """A moment as it is given; a number of seconds or milliseconds, which nobody reads, as its UTC time."""
    if isinstance(value, str) and (wrapped := _MOMENT.fullmatch(value)):
        value = int(wrapped[1])
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = value / 1000 if value > _LAST_SECOND else value
        if not _FIRST_SECOND < seconds < _LAST_SECOND:
            return ""
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return one_line(value)[:80] if isinstance(value, str) and any(letter.isdigit() for letter in value) else ""
