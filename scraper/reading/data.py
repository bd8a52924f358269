"""Data that a page's script reads: the announcements that JSON lists, its further pages, and the one that it tells.

The names of fields are those of no product: a title is what is called so in Vietnamese or English, and so on. A record
without an address of its own lists nothing, since an address is never put together by guess.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from statistics import median
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.addresses import canonical_address
from scraper.reading.markup import parse
from scraper.reading.records import one_line
from scraper.reading.result import Entry, Follow
from scraper.reading.shapes import shape_of, words_in

Record = dict[str, Any]
MOST_BYTES = 8 * 2**20
_MOST_PARTS = 200_000
_DEEPEST = 16
_LEAST_TEXT = 200
"""Characters of markup from which on a field is the text of an announcement."""
_LINKING = re.compile(r"<a\s[^<>]{0,300}href\s*=", re.I)
_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class _Named:
    """Names of fields of one meaning, as small letters only: those wanted, and those among them that mean another."""

    wanted: re.Pattern[str]
    unwanted: re.Pattern[str] | None = None

    def fits(self, name: str) -> bool:
        """Whether a field is called so."""
        plain = _plain(name)
        return self.wanted.fullmatch(plain) is not None and not (self.unwanted and self.unwanted.search(plain))


def _named(whole: str = "", *, ending: str = "", within: str = "", but: str = "") -> _Named:
    """Names that are one of some words, end in one, or hold one, `but` those that hold another; `|` parts the words."""
    shapes = ((whole, "{}"), (ending, ".*(?:{})"), (within, ".*(?:{}).*"))
    wanted = "|".join(shape.format(words) for words, shape in shapes if words)
    return _Named(re.compile(wanted), re.compile(but) if but else None)


_OTHER_DAYS = (
    "expir|hethan|hieuluc|banhanh|issue|effect|start|begin|end|event|sign|kyngay|ngayky|delete|birth|read|zone|gmt"
    "|stampof"
)
_CHANGES = "updat|modif|edit|capnhat|ngaysua"
_TITLE = _named("subject|name|ten", ending="title|tieude|headline|trichyeu|tenbai|tenbaiviet|tentin")
_ADDRESS = _named("slug|alias", ending="url|link|href|permalink|duongdan|path")
_NO_ADDRESS = re.compile("image|img|thumb|avatar|anh|hinh|icon|video|author|category|chuyenmuc|canonical|edit")
_OWN_ADDRESS = _Named(_ADDRESS.wanted, unwanted=_NO_ADDRESS)
_POSTED = _named(within="publish|posted?(?:at|on|date|time)|ngaydang|xuatban|pubdate|ngayhienthi", but=_OTHER_DAYS)
_DATE = _named("ngay", ending="date|time|created(?:at|on)?|ngaytao|thoigian", but=f"{_OTHER_DAYS}|{_CHANGES}")
_UPDATED = _named(within=_CHANGES, but=_OTHER_DAYS)
_SUMMARY = _named("summary|(?:short|meta)?description|sapo|excerpt|tomtat|lead|trichdan|intro(?:text)?|brief|mota")
_TEXT = _named(ending="content|noidung|body|fulltext|bodyhtml|html|detail|chitiet")
_BYLINE = _named("tacgia|author(?:name)?|byline|butdanh|penname")
_SOURCE = _named("nguon(?:tin)?|source(?:name)?")
_FILES = _named(ending=r"attach\w*|files?|dinhkem|tailieu|documents?")
_NEXT = _named("(?:next|tiep)(?:page)?(?:url|link|href)?")
_PAGES = _named("(?:total|last|so|max|num(?:ber)?(?:of)?|tongso)?(?:pages?|trang)(?:count|total)?")
_ALL = _named(
    "count|numfound|itemcount|rowcount|recordcount|resultcount", within="total|tongso",
    but="page|trang|view|xem|vote|user|access|truycap|visit|like|comment|download|size|score|price",
)  # fmt: skip
_COUNTED_PAGES = _named("(?:total|last|max|num(?:ber)?(?:of)?|tongso|so)(?:pages?|trang)|pages?(?:count|total)")
_PRESENT_PAGE = _named("(?:current|present)?page(?:no|num(?:ber)?|index|current)?|trang(?:hientai|so)?")
_PAGE_SIZE = _named("(?:page)?(?:size|limit)|(?:items?|rows?)?perpage|take")
_MORE = _named("has(?:next|more)(?:pages?|items?)?")
_ABOUT_LIST = _named(within="meta|pagina|paging|pageinfo|pager|phantrang")
"""Records that tell of the list beside them."""
_PAGE_PARAMETER = re.compile(r"(?:page|trang|p|paged|page_?(?:no|num|number|index)|current_?page)", re.I)
_MOMENT = re.compile(r"/Date\((-?\d+)[^)]*\)/")
_FIRST_SECOND, _LAST_SECOND = 631_152_000, 4_102_444_800
"""1990 and 2100: numbers between them, in seconds or milliseconds, are moments."""


@dataclass(frozen=True, slots=True)
class Told:
    """An announcement that data tells, its fields as a page would print them; `addressed`: its address names it."""

    title: str
    text: str
    date_line: str | None
    byline: str | None
    summary: str | None
    files: tuple[tuple[str, str], ...]
    addressed: bool


def read_json(text: str) -> Any:
    """The value of a JSON text; None where it is none, or beyond reason."""
    text = text.strip().removeprefix("\ufeff").removeprefix(")]}',").strip()
    if not text or text[0] not in "{[" or len(text) > MOST_BYTES:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def list_data(value: Any, base: str) -> tuple[Entry, ...]:
    """The announcements that data lists, in its order; `base` is what relative addresses refer to."""
    entries: dict[str, Entry] = {}
    for rows in _lists(value):
        found = [entry for row in rows if (entry := _entry(row, base)) is not None]
        if found and len(found) * 2 > len(rows) and _announces(found):
            for entry in found:
                entries.setdefault(entry.url, entry)
    return tuple(entries.values())


def markup_in(value: Any) -> str:
    """The longest markup with links among the fields of data: rows of a list as a script puts them into its page."""
    fields = (field for part in _parts(value) if isinstance(part, dict) for field in part.values())
    return max((field for field in fields if isinstance(field, str) and _LINKING.search(field)), key=len, default="")


def further_data(value: Any, url: str, entries: Sequence[Entry]) -> tuple[Follow, ...]:
    """The further pages of a listing that is data at `url`: the next one that it names, or those that it counts."""
    top = [value, *value.values()] if isinstance(value, dict) else []
    for record in (part for part in top if isinstance(part, dict)):
        for name, field in record.items():
            if isinstance(field, str) and _NEXT.fits(name):
                following = canonical_address(field, url)
                return (Follow(following),) if following and following != url else ()
    present = _present_page(url)
    if present is None or not entries:
        return ()
    fields = [(name, field) for record in top if isinstance(record, dict) for name, field in record.items()]
    counts = [field for name, field in fields if type(field) is int and _PAGES.fits(name)]
    name, number = present
    return (Follow(_with_page(url, name, number + 1)),) if not counts or max(counts) > number else ()


def goes_on(value: Any, url: str, entries: Sequence[Entry]) -> bool:
    """Whether data says that the list at `url` goes on behind the entries that it shows.

    It does so by a count of all, one of pages, or a mark, where one of its lists holds most of the entries.
    """
    shown = {entry.url for entry in entries}
    for rows, around in _held_lists(value):
        own = [address for row in rows if (address := _own_address(row, url)) is not None]
        if len(shown.intersection(own)) * 2 > len(shown):
            return _counts_more(around, url, len(rows), len(shown))
    return False


def next_page(url: str) -> tuple[Follow, ...]:
    """The page behind one whose address names its number; nothing where it does not."""
    present = _present_page(url)
    return (Follow(_with_page(url, present[0], present[1] + 1)),) if present else ()


def tell_data(value: Any, url: str) -> Told | None:
    """The announcement that data tells: of several the one whose name or number the address spells."""
    told = [record for record in _records(value) if _field(record, _TITLE) and _text(record)]
    if not told:
        return None
    best = max(told, key=lambda record: (_spelled(record, url), len(_text(record))))
    if len(told) > 1 and not _spelled(best, url):
        return None
    posted, updated = _posted(best), _field(best, _UPDATED)
    line = f"Ngày đăng: {_moment(posted)}" if posted else f"Cập nhật: {_moment(updated)}" if updated else None
    by, source = _spoken(_field(best, _BYLINE)), _spoken(_field(best, _SOURCE))
    credited = [f"Tác giả: {by}" if by else "", f"Nguồn: {source}" if source else ""]
    return Told(
        _spoken(_field(best, _TITLE)),
        _text(best),
        line,
        " - ".join(filter(None, credited)) or None,
        _spoken(_field(best, _SUMMARY)) or None,
        tuple(_attached(best)),
        _spelled(best, url),
    )


def as_markup(told: Told) -> str:
    """The page that a script would draw of an announcement, for the readers of pages."""
    text = told.text if "<" in told.text else "".join(f"<p>{escape(line)}</p>" for line in told.text.splitlines())
    lines = [f"<p>{escape(line)}</p>" for line in (told.date_line, told.summary) if line]
    files = [f'<p><a href="{escape(address)}">{escape(name)}</a></p>' for name, address in told.files]
    byline = f"<p>{escape(told.byline)}</p>" if told.byline else ""
    title = escape(told.title)
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    parts = (f"<h1>{title}</h1>", *lines, f"<div>{text}</div>", byline, *files)
    return f"<html>{head}<body><article>{''.join(parts)}</article></body></html>"


def _parts(value: Any) -> Iterator[Any]:
    """Every record and list in data, outer ones first, within reason."""
    waiting = deque([(value, 0)])
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.popleft()
        if depth < _DEEPEST and isinstance(part, (dict, list)):
            yield part
            waiting.extend((inner, depth + 1) for inner in (part.values() if isinstance(part, dict) else part))


def _lists(value: Any) -> Iterator[list[Record]]:
    """The lists of records in data."""
    for part in _parts(value):
        rows = [_flat(row) for row in part if isinstance(row, dict)] if isinstance(part, list) else []
        if rows:
            yield rows


def _held_lists(value: Any) -> Iterator[tuple[list[Record], tuple[Record, ...]]]:
    """The lists of records in data, each with the two records around it, the inner one first."""
    around: dict[int, tuple[Record, ...]] = {}
    for part in _parts(value):
        outer = around.get(id(part), ())
        inner = (part, *outer[:1]) if isinstance(part, dict) else outer
        children = part.values() if isinstance(part, dict) else part
        around.update((id(child), inner) for child in children if isinstance(child, (dict, list)))
        rows = [_flat(row) for row in part if isinstance(row, dict)] if isinstance(part, list) else []
        if rows:
            yield rows, outer


def _counts_more(around: Sequence[Record], url: str, rows: int, shown: int) -> bool:
    """Whether the records around a list of some rows count more than are shown."""
    told = list(around[:1])
    about = [inner for record in around for inner in _about_list(record)]
    told += [*about, *(inner for record in about for inner in _about_list(record))]
    present = _present_page(url)
    number = present[1] if present else _most(told, _PRESENT_PAGE) or 1
    before = (number - 1) * _most(told, _PAGE_SIZE) if number > 1 else 0
    total = _most(told, _ALL)
    if total > before + shown and (before or number <= 1):
        return True
    return shown <= rows and (_most(told, _MORE) > 0 or _most(told, _COUNTED_PAGES) > number)


def _about_list(record: Record) -> list[Record]:
    return [field for name, field in record.items() if isinstance(field, dict) and _ABOUT_LIST.fits(name)]


def _most(records: Sequence[Record], named: _Named) -> int:
    """The largest number in the fields of some records that are called so, a mark as one; 0 where there is none."""
    fields = [(name, field) for record in records for name, field in record.items() if isinstance(field, int)]
    return max((int(field) for name, field in fields if named.fits(name)), default=0)


def _records(value: Any) -> Iterator[Record]:
    """Every record in data."""
    return (_flat(part) for part in _parts(value) if isinstance(part, dict))


def _flat(row: Record) -> Record:
    """A record, with the fields of the one that it may wrap (`{"node": {…}}`, `{"attributes": {…}}`)."""
    inner = [field for name, field in row.items() if isinstance(field, dict) and name in _WRAPPERS]
    return row | inner[0] if inner else row


_WRAPPERS = frozenset({"node", "attributes", "item", "data", "_source", "fields"})


def _plain(name: str) -> str:
    """The name of a field in small letters only: `post_title`, `postTitle` and `PostTitle` are one."""
    return _NOT_LETTERS.sub("", fold(name))


def _field(record: Record, named: _Named) -> Any:
    """The first field whose name fits; None where there is none with a value."""
    return next((value for name, value in record.items() if value and named.fits(name)), None)


def _posted(record: Record) -> Any:
    """When a record was published, as it says; None where it does not."""
    return _field(record, _POSTED) or _field(record, _DATE)


def _spoken(value: Any) -> str:
    """A field as text on one line, without markup; of a record its name or rendered text."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("name") or value.get("title") or ""
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = "".join(parse(f"<p>{value}</p>".encode("utf-8", "replace")).itertext())
    return one_line(value)


def _entry(row: Record, base: str) -> Entry | None:
    title, url = _spoken(_field(row, _TITLE)), _own_address(row, base)
    if not title or url is None:
        return None
    return Entry(url, title, _moment(_posted(row)) or None, _spoken(_field(row, _SUMMARY)) or None)


def _own_address(row: Record, base: str) -> str | None:
    """The address that a record names as its own; a bare slug is none."""
    for name, value in row.items():
        if isinstance(value, str) and _OWN_ADDRESS.fits(name):
            if not value.startswith(("/", "http://", "https://")):
                continue
            url = canonical_address(value, base)
            if url is not None and url != base and shape_of(url) is not None and urlsplit(url).path.strip("/"):
                return url
    return None


def _announces(entries: list[Entry]) -> bool:
    """Whether records are announcements and no menu: by days beside them, or by the length of their titles."""
    words = median(words_in(entry.title or "") for entry in entries)
    dated = sum(entry.date_line is not None for entry in entries)
    return words >= 7 or (words >= 3 and dated * 2 > len(entries))


def _moment(value: Any) -> str:
    """A moment as it is given; a number of seconds or milliseconds, which nobody reads, as its UTC time."""
    if isinstance(value, str) and (wrapped := _MOMENT.fullmatch(value)):
        value = int(wrapped[1])
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = value / 1000 if value > _LAST_SECOND else value
        if not _FIRST_SECOND < seconds < _LAST_SECOND:
            return ""
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return one_line(value)[:80] if isinstance(value, str) and any(letter.isdigit() for letter in value) else ""


def _text(record: Record) -> str:
    """The text of an announcement, as markup or plain; empty where a record has none."""
    texts = []
    for name, value in record.items():
        inner = value.get("rendered") if isinstance(value, dict) else value
        if isinstance(inner, str) and len(inner) >= _LEAST_TEXT and _TEXT.fits(name):
            texts.append(inner)
    return max(texts, key=len, default="")


def _spelled(record: Record, url: str) -> bool:
    """Whether an address spells a record's own name or number."""
    own = [value for name, value in record.items() if _plain(name) in {"slug", "alias", "id", "url", "link", "path"}]
    path = urlsplit(url).path + "?" + urlsplit(url).query
    return any(
        re.search(rf"(?<![\w]){re.escape(str(value).strip('/'))}(?![\w])", path) is not None
        for value in own
        if isinstance(value, (str, int)) and str(value).strip("/") and not str(value).startswith("http")
    )


def _attached(record: Record) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if not _FILES.fits(name):
            continue
        for file in value if isinstance(value, list) else [value]:
            address = file if isinstance(file, str) else _field(file, _ADDRESS) if isinstance(file, dict) else None
            if isinstance(address, str) and "." in address.rpartition("/")[2]:
                called = (_field(file, _TITLE) or file.get("fileName")) if isinstance(file, dict) else None
                yield _spoken(called) or address.rpartition("/")[2], address


def _present_page(url: str) -> tuple[str, int] | None:
    """The parameter of an address that names its page, with the number."""
    for name, value in parse_qsl(urlsplit(url).query):
        if _PAGE_PARAMETER.fullmatch(name) and value.isdigit():
            return name, int(value)
    return None


def _with_page(url: str, name: str, number: int) -> str:
    path, _, query = url.partition("?")
    pairs = [(key, str(number) if key == name else value) for key, value in parse_qsl(query, keep_blank_values=True)]
    return f"{path}?{urlencode(pairs)}"
