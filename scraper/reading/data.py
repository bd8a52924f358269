"""Data that a page's script reads: the announcements that it lists, and its further pages.

The names of fields are those of no product: a title is what is called so in Vietnamese or English, and so on. A record
without an address of its own lists nothing, since an address is never put together by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from archive.addresses import canonical_address
from scraper.reading.datafields import (
    ABOUT_LIST,
    ALL,
    BOX,
    COUNTED_PAGES,
    MORE,
    NEXT,
    OWN_ADDRESS,
    PAGE_SIZE,
    PAGES,
    PRESENT_PAGE,
    SUMMARY,
    Named,
    Record,
    moment,
    posted,
    spoken,
    title_of,
    value_of,
)
from scraper.reading.dataparts import flat, parts
from scraper.reading.result import Entry, Follow
from scraper.reading.shapes import shape_of, words_in

_LINKING = re.compile(r"<a\s[^<>]{0,300}href\s*=", re.I)
_PAGE_PARAMETER = re.compile(r"(?:page|trang|p|paged|page_?(?:no|num|number|index)|current_?page)", re.I)


def list_data(value: Any, base: str) -> tuple[Entry, ...]:
    """The announcements that data lists, in its order; `base` is what relative addresses refer to.

    Those in boxes beside a list ("mostRead", "tinLienQuan") only where there is no other.
    """
    lists: list[tuple[bool, list[Entry]]] = []
    boxes = _boxes(value)
    for part, rows in _lists(value):
        found = [entry for row in rows if (entry := _entry(row, base)) is not None]
        if found and len(found) * 2 > len(rows) and _announces(found):
            lists.append((id(part) in boxes, found))
    alone = all(boxed for boxed, _ in lists)
    entries: dict[str, Entry] = {}
    for entry in (entry for boxed, found in lists if alone or not boxed for entry in found):
        entries.setdefault(entry.url, entry)
    return tuple(entries.values())


def markup_in(value: Any) -> str:
    """The longest markup with links among the fields of data: rows of a list as a script puts them into its page."""
    fields = (field for part in parts(value) if isinstance(part, dict) for field in part.values())
    return max((field for field in fields if isinstance(field, str) and _LINKING.search(field)), key=len, default="")


def further_data(value: Any, url: str, entries: Sequence[Entry]) -> tuple[Follow, ...]:
    """The further pages of a listing that is data at `url`: the next one that it names, or those that it counts."""
    top = [value, *value.values()] if isinstance(value, dict) else []
    for record in (part for part in top if isinstance(part, dict)):
        for name, field in record.items():
            if isinstance(field, str) and NEXT.fits(name):
                following = canonical_address(field, url)
                return (Follow(following),) if following and following != url else ()
    present = _present_page(url)
    if present is None or not entries:
        return ()
    fields = [(name, field) for record in top if isinstance(record, dict) for name, field in record.items()]
    counts = [field for name, field in fields if type(field) is int and PAGES.fits(name)]
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


def _lists(value: Any) -> Iterator[tuple[list[Any], list[Record]]]:
    """The lists of records in data, each with these records."""
    for part in parts(value):
        rows = [flat(row) for row in part if isinstance(row, dict)] if isinstance(part, list) else []
        if rows:
            yield part, rows


def _boxes(value: Any) -> set[int]:
    """The lists in data, by their identity, that stand in a field called as boxes beside a list are.

    Not in data that a string is: that is made anew, and another may have its identity then.
    """
    records = (part for part in parts(value, opened=False) if isinstance(part, dict))
    boxes = (field for record in records for name, field in record.items() if BOX.fits(name))
    return {id(part) for box in boxes for part in parts(box, opened=False) if isinstance(part, list)}


def _held_lists(value: Any) -> Iterator[tuple[list[Record], tuple[Record, ...]]]:
    """The lists of records in data, each with the two records around it, the inner one first."""
    around: dict[int, tuple[Record, ...]] = {}
    for part in parts(value):
        outer = around.get(id(part), ())
        inner = (part, *outer[:1]) if isinstance(part, dict) else outer
        children = part.values() if isinstance(part, dict) else part
        around.update((id(child), inner) for child in children if isinstance(child, (dict, list)))
        rows = [flat(row) for row in part if isinstance(row, dict)] if isinstance(part, list) else []
        if rows:
            yield rows, outer


def _counts_more(around: Sequence[Record], url: str, rows: int, shown: int) -> bool:
    """Whether the records around a list of some rows count more than are shown."""
    told = list(around[:1])
    about = [inner for record in around for inner in _about_list(record)]
    told += [*about, *(inner for record in about for inner in _about_list(record))]
    present = _present_page(url)
    number = present[1] if present else _most(told, PRESENT_PAGE) or 1
    before = (number - 1) * _most(told, PAGE_SIZE) if number > 1 else 0
    total = _most(told, ALL)
    if total > before + shown and (before or number <= 1):
        return True
    return shown <= rows and (_most(told, MORE) > 0 or _most(told, COUNTED_PAGES) > number)


def _about_list(record: Record) -> list[Record]:
    return [field for name, field in record.items() if isinstance(field, dict) and ABOUT_LIST.fits(name)]


def _most(records: Sequence[Record], named: Named) -> int:
    """The largest number in the fields of some records that are called so, a mark as one; 0 where there is none."""
    fields = [(name, field) for record in records for name, field in record.items() if isinstance(field, int)]
    return max((int(field) for name, field in fields if named.fits(name)), default=0)


def _entry(row: Record, base: str) -> Entry | None:
    title, url = title_of(row), _own_address(row, base)
    if not title or url is None:
        return None
    return Entry(url, title, moment(posted(row)) or None, spoken(value_of(row, SUMMARY)) or None)


def _own_address(row: Record, base: str) -> str | None:
    """The address that a record names as its own; a bare slug is none."""
    for name, value in row.items():
        if isinstance(value, str) and OWN_ADDRESS.fits(name):
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
