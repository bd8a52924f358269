"""The numbers of pages: as pagers print them, and as addresses hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from scraper.reading.kept import kept

_NUMBER = re.compile(r"\W*(?:(?:trang|page|p)\W*)?(\d{1,5})\W*")
_PAGER = re.compile(
    r"(?:^|[_$.-])(?:p|pg|pages?|paged|paging|trang|cur|page_?(?:no|num|number|index|id)|current_?page|pagefirstrow"
    r"|start|limitstart|start_?row|offset|begin|bat_?dau|from|tu|so_?trang|tr)\d?$|(?:^|[_$.-])(?:page|trang)[_.$-]\w+$"
    r"|(?-i:(?<=[a-z])(?:Page|Trang)\d?$)",
    re.I,
)
_NO_PAGER = re.compile(
    r"delta|size|limit$|per_?page|rows|show|sort|order|year|month|\bday|date|ngay|thang|(?:^|_)nam$|lang|tab|^c?id$"
    r"|(?:^|_)(?:stars?|votes?|rat(?:e|ing)|diem|poll|quarter|quy)$",
    re.I,
)
_CURSOR = re.compile(
    r"[?&](?:(?:updated-?max|before|after|truoc|sau|until|cursor|older|(?:max|last|since|next)[_-]?(?:id|time|date|page))="
    r"|(?:publish(?:ed)?|post(?:ed)?|created?|modified)[_-]?(?:date|time|at|on)=(?:19|20)\d\d-\d\d-\d\d(?:T|%20|\+)\d\d(?::|%3a)\d\d)",
    re.I,
)
"""Parameters that say behind which entry the next page begins: with whatever value, or with the moment of that."""
_DATE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d|(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}(?!\d)")
_PATH_WORD = re.compile(
    r"[/_.,-](?:trang|(?:current)?page|pg|paged|browse|p)[-_/=.]?0*(\d{1,5})(?=/?(?:\.\w{3,5})?$)", re.I
)
_PATH_PAIR = re.compile(
    r"/(?:trang|page|pg|paged|page_?(?:no|num|number|index)|current_?page|p(?=/\d+/default\.aspx$))/0*(\d{1,5})(?=/)",
    re.I,
)
"""Names and values in a path; "p" before the page of a directory alone, as DotNetNuke prints them."""
_PATH_END = re.compile(r"[/_.,-]0*(\d{1,4})(?=/?(?:\.\w{3,5})?$)")
_GLUED = re.compile(r"(?<=[a-z])0*(\d{1,4})?(?=\.\w{3,5}$)", re.I)
"""Between the name of a file and its ending (`main.htm`, `main2.htm`)."""
_CHECK = re.compile(r"(?<=[?&])(?:c?hash|checksum|token|nonce)=[^&]*&?", re.I)
"""The parameter by which TYPO3 and others check an address that they wrote: no two have the same."""
_BELOW_CATEGORY = re.compile(r"(?:\d{1,4}\.){1,3}(?=\d{1,5}$)")
"""The numbers of categories before that of a row, as Lotus Domino prints them (`Start=1.71`)."""
_COUNTING = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
_MOST_NUMBERS = 50
"""Numbers of one address among which that of the page is sought."""
WIDEST_STEP = 200
"""Rows of one page at most."""
FIRST_YEAR = 1900
"""Numbers from which they are years and no pages."""


def printed_number(words: str) -> int | None:
    """The page number that the words of a pager are ("3", "Trang 3"); None where they are none."""
    match = _NUMBER.fullmatch(words)
    return int(match[1]) if match else None


def days_in(url: str) -> frozenset[str]:
    """The days that an address names, as they stand there."""
    return frozenset(_DATE.findall(unquote(url)))


def has_cursor(url: str) -> bool:
    """Whether an address says behind which entry a page begins."""
    return _CURSOR.search(url) is not None


def counts_pages(parameter: str) -> bool:
    """Whether a parameter is called as those of pagers are."""
    return _PAGER.search(parameter) is not None


def is_of(url: str, patterns: set[str]) -> bool:
    """Whether an address is that of a further page of pagers."""
    return bool(patterns) and any(pattern in patterns for pattern, _ in patterns_of(url))


@kept
def patterns_of(url: str) -> tuple[tuple[str, int], ...]:
    """An address with one of its numbers left open, for each that may count pages, and that number.

    Kept, since each step of a pager is asked several times.
    """
    return tuple(_patterns_of(url))


def _patterns_of(url: str) -> Iterator[tuple[str, int]]:
    url = _CHECK.sub("", url)
    path = url.find("/", url.find("//") + 2)
    for place in islice(_COUNTING.finditer(url, path), _MOST_NUMBERS):
        if not _NO_PAGER.search(_parameter_before(url[: place.start()])):
            yield f"{url[: place.start()]}\n{url[place.end() :]}", int(place[0])


def _parameter_before(address: str) -> str:
    """The name of the parameter whose value begins where an address was cut; empty in its path."""
    return re.split(r"[?&]", address)[-1].rstrip("=") if "?" in address else ""


@kept
def page_number(url: str, own: str, number: int | None = None) -> bool | None:
    """Whether the page number in an address is `number` (True where none is asked); None where it has none.

    The number stands in a parameter that pagers use (as page, counted from zero, or as first row), or at the end of
    the path: behind a word for page, or alone where the rest is the page's own path.
    """
    path, _, query = url.partition("?")
    here = own.partition("?")[0]
    known = True if number is None and has_cursor(url) else None
    for pair in query.split("&"):
        name, _, value = unquote(pair).partition("=")
        if _NO_PAGER.search(name):
            continue
        if (added := _PATH_WORD.search(value)) is not None:
            known = known or number is None or int(added[1]) == number
        value = _BELOW_CATEGORY.sub("", value) if counts_pages(name) else value
        if not value.isdigit():
            continue
        fits = number is None or _fits(int(value), number)
        if counts_pages(name) or (number is not None and fits and path == here and number < FIRST_YEAR):
            known = known or fits
    within = _turned_segment(path, here)
    if within is not None:
        return (number is None or within == number) and within < FIRST_YEAR
    path = unquote(path)
    word, end = _PATH_WORD.search(path) or _PATH_PAIR.search(path), _PATH_END.search(path)
    if word is not None:
        counted = (int(word[1]), int(word[1]) + 1) if _is_below(path[: word.start()], own) else (int(word[1]),)
        return known or number is None or number in counted
    if end is not None and known is None and int(end[1]) < FIRST_YEAR and _stem(path) in (_stem(here), _bare(own)):
        return number is None or int(end[1]) == number
    glued = _GLUED.search(path)
    if glued is not None and glued[1] and known is None and _GLUED.sub("", path) == _GLUED.sub("", unquote(here)):
        return number is None or int(glued[1]) == number
    return known


def begins_behind(url: str, own: str) -> bool:
    """Whether an address is the page's own but for a new parameter with a number or a day in it, whatever its name."""
    path, _, query = url.partition("?")
    known = {pair.partition("=")[0] for pair in own.partition("?")[2].split("&")}
    told = (pair.partition("=") for pair in query.split("&"))
    return path == own.partition("?")[0] and any(
        name not in known and any(map(str.isdigit, value)) and not _NO_PAGER.search(unquote(name))
        for name, _, value in told
    )


def is_of_same_list(url: str, own: str) -> bool:
    """Whether an address is the page's own but for the number of a page: behind a word in either, or added to it."""
    (path, _, query), (here, _, asked) = url.partition("?"), own.partition("?")
    if _without_number(here) not in {_without_number(path), _bare(_PATH_END.sub("", unquote(path)))}:
        return False
    kept = {pair for pair in asked.split("&") if pair and not counts_pages(unquote(pair.partition("=")[0]))}
    return kept <= set(query.split("&"))


def _without_number(path: str) -> str:
    return _bare(_PATH_PAIR.sub("", _PATH_WORD.sub("", unquote(path))))


@kept
def counter_of(url: str, own: str, number: int | None = None) -> str:
    """The parameter by which an address leads to another page than the page's own; empty where no parameter does.

    It has another value than in the page's own address, that of page `number` where one is asked; or it has none, as
    the first page mostly does.
    """
    here, there = (address.partition("?")[2].split("&") for address in (own, url))
    changed = [unquote(pair).partition("=") for pair in there if pair not in here]
    left_out = [] if changed else [unquote(pair).partition("=") for pair in here if pair not in there]
    fitting = [pair for pair in changed if pair[2].isdigit() and (number is None or _fits(int(pair[2]), number))]
    counting = [
        (int(value) == number, counts_pages(name), int(value), name)
        for name, _, value in (*fitting, *left_out)
        if value.isdigit() and not _NO_PAGER.search(name)
    ]
    return max(counting)[3] if counting else ""


def is_turned(url: str, own: str, counter: str, first: int) -> bool:
    """Whether an address keeps the page beyond the `first` that a parameter says in the page's own address."""
    here = own.partition("?")[2].split("&")
    kept = (unquote(pair).partition("=") for pair in url.partition("?")[2].split("&") if pair in here)
    return any(name == counter and value.isdigit() and int(value) > first for name, _, value in kept)


def _turned_segment(path: str, own: str) -> int | None:
    """The number of a path that is the page's own but for one number within it (`/ListView/55/2/Xay-dung-Dang`)."""
    ours, theirs = own.split("/"), path.split("/")
    if len(ours) != len(theirs):
        return None
    changed = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other]
    if len(changed) == 1 and changed[0][0].isdigit() and changed[0][1].isdigit() and len(changed[0][1]) < 5:
        return int(changed[0][1])
    return None


def _fits(value: int, number: int) -> bool:
    """Whether a parameter's value is that of page `number`: the number, one less, or its first row."""
    if value in (number, number - 1):
        return True
    rows = number - 1
    return 0 < rows < value <= rows * WIDEST_STEP and (value % rows == 0 or (value - 1) % rows == 0)


def _stem(path: str) -> str:
    """A path without the number at its end."""
    return _PATH_END.sub("", unquote(path)).rstrip("/")


def _is_below(path: str, own: str) -> bool:
    """Whether what stands before the number of an address is the page's own: it may count its pages from zero."""
    return path.rstrip("/") == _bare(own)


def _bare(url: str) -> str:
    """A page's path without its ending, to which some portals add the number (`/tin` and `/tin-2.html`)."""
    return re.sub(r"\.\w{3,5}$", "", unquote(url.partition("?")[0])).rstrip("/")
