"""The further pages of a listing.

Three signs make a pager: numbers that lead to the pages of their number, words for what follows (Trang sau, Tiếp, »,
`rel=next`), and buttons that load more (Xem thêm). The days of a calendar, a choice of how many rows to show and
years to choose from are numbers too: they are told apart by where their number stands in the address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from archive.vietnamese.spelling import fold
from scraper.reading.addresses import canonical_address
from scraper.reading.anchors import Anchor, opened_address
from scraper.reading.page import Page
from scraper.reading.postbacks import PostingStep, postback_of, posted_pages
from scraper.reading.result import Follow

_NUMBER = re.compile(r"\W*(?:(?:trang|page|p)\W*)?(\d{1,5})\W*")
_NEXT = re.compile(
    r"\W*(?:(?:di )?(?:den|toi) )?(?:(?:cac )?(?:trang|tin|muc|bai(?: viet| dang)?)"
    r" (?:sau|cuoi|tiep(?: theo)?|ke(?: tiep)?|cu(?: hon)?|truoc do)"
    r"|\d{1,3} (?:tin|muc|bai(?: viet)?) (?:sau|tiep(?: theo)?|ke tiep|cu hon)"
    r"|(?:bai|tin)(?: viet)? truoc|tiep(?: theo)?|cu hon|sau|ke tiep"
    r"|(?:go to )?(?:the )?next(?: page)?|older(?: posts)?|cuoi(?: cung)?|last)\W*|[>»›→]{1,2}|\.{2,3}|…"
)
_OLDER = re.compile(r"\W*(?:(?:cac )?(?:tin|muc|bai)(?: viet| dang)? cu hon|older (?:posts|news|entries))\W*")
"""What leads on to older entries, whatever its address is."""
_MORE = re.compile(r"\W*(?:(?:xem|tai|hien thi|doc) (?:them(?: .{0,20})?|tiep)|(?:load|show|view|see) more.{0,16})\W*")
_STEPPING = frozenset(
    {
        "trang",
        "các",
        "cac",
        "mục",
        "muc",
        "đi",
        "đến",
        "tới",
        "tin",
        "bài",
        "bai",
        "tiếp",
        "tiep",
        "sau",
        "kế",
        "ke",
        "next",
        "go",
        "older",
        "cũ",
        "cu",
        "cuối",
        "cuoi",
        "last",
        "page",
        "p",
    }
)
_PAGER = re.compile(
    r"(?:^|[_$.-])(?:p|pg|pages?|paged|paging|trang|cur|page_?(?:no|num|number|index|id)|current_?page|pagefirstrow"
    r"|start|limitstart|start_?row|offset|begin|from|so_?trang|tr)$|(?:^|[_$.-])(?:page|trang)[_.$-]\w+$",
    re.I,
)
_NO_PAGER = re.compile(
    r"delta|size|limit$|per_?page|rows|show|sort|order|year|month|\bday|date|ngay|thang|(?:^|_)nam$|lang|tab|^c?id$"
    r"|(?:^|_)(?:stars?|votes?|rat(?:e|ing)|diem|poll|quarter|quy)$",
    re.I,
)
_CURSOR = re.compile(
    r"[?&](?:updated-?max|before|truoc|until|cursor|older|(?:max|last|since|next)[_-]?(?:id|time|date|page))=", re.I
)
"""Parameters that say behind which entry the next page begins, with whatever value."""
_HANDLED = re.compile(r"javascript:[^(]*\(.*?\b(\d{1,5})['\"]?\s*\)", re.I)
_DATE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d|(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}(?!\d)")
_PATH_WORD = re.compile(r"[/_.,-](?:trang|(?:current)?page|pg|paged|p)[-_/=.]?0*(\d{1,5})(?=/?(?:\.\w{3,5})?$)", re.I)
_PATH_PAIR = re.compile(r"/(?:trang|page|pg|paged|page_?(?:no|num|number|index)|current_?page)/0*(\d{1,5})(?=/)", re.I)
_PATH_END = re.compile(r"[/_.,-]0*(\d{1,4})(?=/?(?:\.\w{3,5})?$)")
_OPEN_NUMBER = re.compile(r"\{page\}|\{0\}|\[page\]|:page\b|__page__", re.I)
_LOADERS = etree.XPath(
    "//@data-next/..|//@data-next-url/.."
    "|(//@data-url|//@data-href|//@data-link)/parent::*[not(self::a or self::button)]"
)
_LOADING = re.compile(rb"data-(?:next|url|href|link)")
_SPOKEN = re.compile(r"(?:th[êÊ]m|ti[ếẾ]p|more)\b", re.I)
_COUNTING = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
_ROWS = etree.XPath("tr|tbody/tr")
_CALENDAR_DAYS, _LAST_DAY = 28, 31
_LONGEST_STEP = 24
_SOME_ENTRIES = 3
_WIDEST_STEP = 200
_FIRST_YEAR = 1900


@dataclass(slots=True, eq=False)
class Step:
    """An anchor, button or choice with the words of a pager, and the address or the postback that it leads to."""

    element: Any
    words: str
    url: str | None = None
    postback: tuple[str, str] | None = None

    @property
    def number(self) -> int | None:
        """The page number that it prints."""
        match = _NUMBER.fullmatch(self.words)
        return int(match[1]) if match else None


def next_pages(page: Page, anchors: list[Anchor]) -> tuple[Follow, ...]:
    """The pages that the pagers of a listing lead to, in page order, but for the page itself and the first one."""
    return find_pages(page, anchors)[0]


def find_pages(page: Page, anchors: list[Anchor]) -> tuple[tuple[Follow, ...], list[Any]]:
    """The same, with the elements that lead there.

    Page one is where a walk begins, mostly under an address without a number: its number would lead there again.
    """
    own = page.own_address
    leading = [(step, _table_of(step.element)) for step in _steps(page, anchors) if step.number != 1]
    calendars = {table for table in {table for _, table in leading} if table is not None and _is_calendar(table)}
    steps = [step for step, table in leading if table not in calendars]
    counted = _counted(steps)
    turning = [step for step in steps if step.url and (_is_of(step.url, counted) or _turns_page(step, own))]
    posting: list[PostingStep] = [step for step in steps if step.postback is not None]
    posted = tuple(posted_pages(posting, page.url))
    fragments = list(_fragments(page, anchors, own))
    follows: dict[tuple[str, str], Follow] = {}
    for follow in (
        *(Follow(step.url) for step in turning if step.url is not None),
        *(Follow(url) for url in _declared(page, anchors) if _page_number(url, own) is not None),
        *posted,
        *(Follow(url) for url, _ in fragments),
    ):
        if follow.key or follow.url != own:
            follows.setdefault((follow.url, follow.key), follow)
    pager = [step.element for step in turning] + [step.element for step in posting if posted]
    return tuple(follows.values()), pager + [element for _, element in fragments]


def _counted(steps: list[Step]) -> set[str]:
    """The addresses of pagers with an open place for the number, whatever that is called.

    Numbers lead to addresses that are alike but for a number, which counts the pages on (2, 3), from zero perhaps
    (1, 2), or their first rows (10, 20). As many numbers as a month has days are a calendar.
    """
    patterns: dict[tuple[str, int], set[int]] = {}
    for step in steps:
        number, url = step.number, step.url
        if url is None or number is None or not 1 < number < _FIRST_YEAR or _DATE.search(unquote(url)):
            continue
        for pattern, value in _patterns_of(url):
            rows = 0 if value == number else value // (number - 1)
            if value == number or (0 < rows <= _WIDEST_STEP and value == rows * (number - 1)):
                patterns.setdefault((pattern, rows), set()).add(number)
    return {
        pattern
        for (pattern, _), numbers in patterns.items()
        if (len(numbers) < _CALENDAR_DAYS or max(numbers) > _LAST_DAY)
        and any(number + 1 in numbers for number in numbers)
    }


def _is_of(url: str, patterns: set[str]) -> bool:
    """Whether an address is that of a further page of pagers."""
    return bool(patterns) and any(pattern in patterns for pattern, _ in _patterns_of(url))


def _patterns_of(url: str) -> Iterator[tuple[str, int]]:
    """An address with one of its numbers left open, for each that may count pages, and that number."""
    path = url.find("/", url.find("//") + 2)
    for place in _COUNTING.finditer(url, path):
        if not _NO_PAGER.search(_parameter_before(url[: place.start()])):
            yield f"{url[: place.start()]}\n{url[place.end() :]}", int(place[0])


def _parameter_before(address: str) -> str:
    """The name of the parameter whose value begins where an address was cut; empty in its path."""
    return re.split(r"[?&]", address)[-1].rstrip("=") if "?" in address else ""


def _steps(page: Page, anchors: list[Anchor]) -> Iterator[Step]:
    """What has the words of a pager."""
    base = page.base_address
    for anchor in anchors:
        for words in _said_by(anchor):
            if len(words) <= _LONGEST_STEP and _is_step(words):
                yield from _step(anchor.element, words, anchor.address, anchor.handler, base)
    for control in page.tree.iter("button", "input", "option"):
        value = control.get("value") or ""
        if control.tag == "option":
            if (value[:1] in {"/", "h"} or "?" in value) and _is_step(words := (control.text or "").strip()):
                yield from _step(control, words, value, "", base)
        elif control.get("onclick") or control.get("type") in {"submit", "button"}:
            handler = control.get("onclick") or _submitted(control)
            words = (value or "".join(control.itertext()))[: _LONGEST_STEP + 1].strip()
            if _is_step(words):
                yield from _step(control, words, opened_address(handler), handler, base)


def _is_step(text: str) -> bool:
    """Whether a text may have the words of a pager, by its first."""
    first = text.partition(" ")[0]
    return first.lower() in _STEPPING or not first.isalpha()


def _step(element: Any, text: str, address: str, handler: str, base: str) -> Iterator[Step]:
    words = fold(text)
    if not (_NUMBER.fullmatch(words) or _NEXT.fullmatch(words)):
        return
    called = postback_of(handler)
    url = None if called else canonical_address(address, base) if address else _counted_up(handler, base)
    if called or url:
        yield Step(element, words, url, called)


def _counted_up(handler: str, base: str) -> str | None:
    """The page's own address with the number that a handler names (`Nexpage('','3')`) as its page; None without."""
    number = _HANDLED.search(handler)
    path, _, query = base.partition("?")
    pairs = query.split("&")
    for place, pair in enumerate(pairs):
        name, _, value = pair.partition("=")
        if number is not None and value.isdigit() and _PAGER.search(name):
            pairs[place] = f"{name}={number[1]}"
            return canonical_address(f"{path}?{'&'.join(pairs)}")
    return None


def _said_by(anchor: Anchor) -> Iterator[str]:
    """What an anchor says: its text, or that which it says without one; where it says it twice, each of them.

    Those who cannot see it may be told in full ("Trang cuối" before "Cuối »").
    """
    yield anchor.text or _silent_words(anchor)
    if len(anchor.element) > 1 and len(anchor.text) <= 2 * _LONGEST_STEP:
        yield "".join(anchor.element[0].itertext()).strip()


def _silent_words(anchor: Anchor) -> str:
    """What an anchor without text says: its label, its title, or the text that stands for its picture."""
    element = anchor.element
    image = next(element.iter("img"), None) if anchor.pictured else None
    spoken = (element.get("aria-label"), element.get("title"), image.get("alt") if image is not None else None)
    return next((text.strip() for text in spoken if text and len(text) <= _LONGEST_STEP), "")


def _submitted(button: Any) -> str:
    """The postback that a submit button of a WebForms page stands for."""
    name = button.get("name")
    return f"__doPostBack('{name}','')" if name and button.get("type") == "submit" else ""


def _turns_page(step: Step, own: str) -> bool:
    """Whether a step with an address leads to another page of the listing."""
    number = step.number
    if _OLDER.fullmatch(step.words):
        return True
    turned = _page_number(step.url or "", own, number)
    if turned is None or (_DATE.search(unquote(step.url or "")) and not _CURSOR.search(step.url or "")):
        return False
    return number is None or turned


def _page_number(url: str, own: str, number: int | None = None) -> bool | None:
    """Whether the page number in an address is `number` (True where none is asked); None where it has none.

    The number stands in a parameter that pagers use (as page, counted from zero, or as first row), or at the end of
    the path: behind a word for page, or alone where the rest is the page's own path.
    """
    path, _, query = url.partition("?")
    here = own.partition("?")[0]
    known = True if number is None and _CURSOR.search(url) else None
    for pair in query.split("&"):
        name, _, value = unquote(pair).partition("=")
        if not value.isdigit() or _NO_PAGER.search(name):
            continue
        fits = number is None or _fits(int(value), number)
        if _PAGER.search(name) or (number is not None and fits and path == here and number < _FIRST_YEAR):
            known = known or fits
    within = _turned_segment(path, here)
    if within is not None:
        return (number is None or within == number) and within < _FIRST_YEAR
    path = unquote(path)
    word, end = _PATH_WORD.search(path) or _PATH_PAIR.search(path), _PATH_END.search(path)
    if word is not None:
        return known or number is None or int(word[1]) == number
    if end is not None and known is None and int(end[1]) < _FIRST_YEAR and _stem(path) in (_stem(here), _bare(own)):
        return number is None or int(end[1]) == number
    return known


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
    return 0 < rows < value <= rows * _WIDEST_STEP and (value % rows == 0 or (value - 1) % rows == 0)


def _stem(path: str) -> str:
    """A path without the number at its end."""
    return _PATH_END.sub("", unquote(path)).rstrip("/")


def _bare(url: str) -> str:
    """A page's path without its ending, to which some portals add the number (`/tin` and `/tin-2.html`)."""
    return re.sub(r"\.\w{3,5}$", "", unquote(url.partition("?")[0])).rstrip("/")


def in_calendar(element: Any) -> bool:
    """Whether an element stands in a calendar."""
    table = _table_of(element)
    return table is not None and _is_calendar(table)


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _is_calendar(table: Any) -> bool:
    """Whether a table has a month's days, in rows of nothing but numbers."""
    days = 0
    for row in _ROWS(table):
        cells = [text for cell in row.iterchildren("td") if (text := "".join(cell.itertext()).strip())]
        days += len(cells) if all(map(_NUMBER.fullmatch, cells)) else 0
    return days >= _CALENDAR_DAYS


def is_address(href: str | None) -> bool:
    """Whether a link leads somewhere, and not only to a script or to its own place."""
    return href is not None and href[:1] not in {"", "#"} and not href.lower().startswith("javascript:")


def is_load_more(words: str) -> bool:
    """Whether a button says that it loads more of a list."""
    return _MORE.fullmatch(fold(words)) is not None


def _declared(page: Page, anchors: list[Anchor]) -> Iterator[str]:
    """What the page itself declares to be next."""
    base = page.base_address
    for element in (*page.tree.iter("link"), *(anchor.element for anchor in anchors)):
        if element.get("rel") == "next":
            url = canonical_address(element.get("href") or "javascript:", base)
            if url is not None:
                yield url


def _fragments(page: Page, anchors: list[Anchor], own: str) -> Iterator[tuple[str, Any]]:
    """The addresses behind buttons that load more of the list, or that a script will fetch when the list ends.

    Each comes with the button.
    """
    base = page.base_address
    spoken = [anchor for anchor in anchors if _SPOKEN.search(anchor.text)]
    loaders = _LOADERS(page.tree) if _LOADING.search(page.data) else []
    following = {element for element in loaders if any("next" in name for name in element.attrib)}
    said = Counter(anchor.text for anchor in spoken)
    for element in (*(anchor.element for anchor in spoken), *page.tree.iter("button"), *loaders):
        text = " ".join("".join(element.itertext()).split())
        if said[text] >= _SOME_ENTRIES:
            continue  # as many entries are read on
        if element not in following and (len(text) > 60 or not _MORE.fullmatch(fold(text))):
            continue
        for printed, meant in _loaded_addresses(element):
            url = canonical_address(printed, base)
            if url is not None and url != own and (meant or _page_number(url, own) is not None):
                yield url, element
                break


def _loaded_addresses(element: Any) -> Iterator[tuple[str, bool]]:
    """What a button prints as the address of the next fragment, its number filled in; whether only scripts read it."""
    number = next((value for name, value in element.items() if "page" in name and value.isdigit()), None)
    for name, value in element.items():
        if name.startswith("data-") and value[:1] in {"/", "?", "h"}:
            filled = _OPEN_NUMBER.sub(number or "", value)
            yield (value + number if number and filled == value and value.endswith("=") else filled), True
        elif name == "href" and value[:1] != "#":
            yield value, False
        elif name == "onclick" and (opened := opened_address(value)):
            yield opened, False
