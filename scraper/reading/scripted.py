"""Pages that a script fills: by what they are known, and the data that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from archive.addresses import canonical_address
from archive.vietnamese.spelling import fold
from scraper.reading.calendars import in_calendar
from scraper.reading.kept import kept
from scraper.reading.loadmore import is_load_more
from scraper.reading.page import Page
from scraper.reading.records import lines_of
from scraper.reading.result import GOES_ON, Follow, Reading
from scraper.reading.stubs import COOKIE_STUB

_ROOTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "application", "main", "svelte", "react-root"})
_APPLICATION = re.compile(r"<(?:app|ng|my)-[\w-]*root\b|\bng-app\b|\bdata-reactroot\b|\bv-cloak\b|\bng-cloak\b", re.I)
_OPEN_PLACE = re.compile(r"\{\{[^{}]{1,80}\}\}")
_LOADING = re.compile(
    r"(?:dang (?:tai|lay|cho)(?: (?:du lieu|trang|noi dung|tin))*|loading|please wait|vui long cho)\W*"
)
_NO_SCRIPT = re.compile(
    r"(?:bat|enable|requires?|need|ho tro)\b.{0,40}\bjava ?script|java ?script\b.{0,40}\b(?:bat|enabled?|required)"
)
_ASKS = re.compile(r"\bfetch\s*\(|\bXMLHttpRequest\b|\$\.(?:ajax|get|getJSON|post)\s*\(|\baxios\b|\$http\b|\.load\s*\(")
_NAMED = re.compile(
    r"(?:\bfetch|\bgetJSON|\baxios(?:\.get)?|\$http(?:\.get)?|\$\.get|\bopen)\s*\(\s*(?:[\"']GET[\"']\s*,\s*)?"
    r"[\"'`]([^\"'`\s$]{2,300})[\"'`]\s*[,)]|\burl\s*:\s*[\"']([^\"'\s]{2,300})[\"']"
)
_SOURCE = re.compile(
    r"/(?:api|rest|services?|ajax|graphql|wp-json|odata|_api)/|\.json\b|\bformat=json|/_next/data/", re.I
)
_ATTRIBUTES = ("data-api", "data-source", "data-url", "data-endpoint", "data-json")
_LITTLE_TEXT = 400
_NOTICE = 60
_LONGEST_STEP = 24
_MOST_SOURCES = 5


def is_undrawn(page: Page) -> bool:
    """Whether only a script draws what a page is there for: it has scripts, and the places that these fill are open."""
    if not _has_scripts(page):
        return False
    if has_open_places(page):
        return True
    return _is_bare(_lines(page)) and (_APPLICATION.search(page.text) is not None or _has_empty_root(page))


def should_draw(reading: Reading, page: Page) -> bool:
    """Whether a page of a portal that scripts draw gave nothing, or not all, as it was fetched.

    So does a stub whose cookie only its script can compute.
    """
    if reading.kind in ("feed", "sitemap") or not _has_scripts(page):
        return False
    if COOKIE_STUB in reading.flags or reading.outcome in ("undrawn", "empty") or has_open_places(page):
        return True
    return reading.kind == "listing" and not reading.follow and (GOES_ON in reading.flags or turns_by_script(page))


def turns_by_script(page: Page) -> bool:
    """Whether a list goes on behind a button or behind numbers that have no address: only a click tells."""
    numbers = set()
    for element in page.tree.iter("a", "button"):
        words = "".join(element.itertext()).strip()
        if len(words) > _LONGEST_STEP or _is_address(element.get("href")):
            continue
        if is_load_more(words):
            return True
        if words.isdigit() and not in_calendar(element):
            numbers.add(int(words))
    return {2, 3} <= numbers or {1, 2} <= numbers


def _is_address(href: str | None) -> bool:
    """Whether a link leads somewhere, and not only to a script or to its own place."""
    return href is not None and href[:1] not in {"", "#"} and not href.lower().startswith("javascript:")


def has_open_places(page: Page) -> bool:
    """Whether places for data stand open: `{{ item.title }}` as text, or "Đang tải…" where a list would be."""
    body = page.tree.find("body")
    if body is None:
        return False
    if b"{{" in page.data and any(_OPEN_PLACE.search(text) for text in _texts(body)):
        return True
    lines = _lines(page)
    if not any(len(line) < _NOTICE and _LOADING.fullmatch(fold(line)) for line in lines):
        return False
    return _is_bare(lines) or _ASKS.search(page.text) is not None


def named_sources(page: Page) -> tuple[Follow, ...]:
    """The addresses of data that a page's scripts and elements name in full."""
    base = page.base
    printed = [next(filter(None, match.groups())) for match in _NAMED.finditer(page.text)]
    for name in _ATTRIBUTES:
        if name in page.text:
            printed += [element.get(name) for element in page.tree.iterfind(f".//*[@{name}]")]
    found: dict[str, Follow] = {}
    for address in printed:
        url = canonical_address(address, base) if _SOURCE.search(address) else None
        if url is not None and "{" not in address:
            found.setdefault(url, Follow(url))
    return tuple(found.values())[:_MOST_SOURCES]


def _texts(body: Any) -> Iterator[str]:
    """The texts of elements, but for scripts and templates."""
    for element in body.iter():
        if isinstance(element.tag, str) and element.tag not in {"script", "style", "template", "noscript"}:
            yield element.text or ""
        yield element.tail or ""


def _has_scripts(page: Page) -> bool:
    return b"<script" in page.data or b"<SCRIPT" in page.data


def _lines(page: Page) -> list[str]:
    body = page.tree.find("body")
    return _lines_below(body) if body is not None else []


@kept
def _lines_below(body: Any) -> list[str]:
    return lines_of([body])


def _is_bare(lines: list[str]) -> bool:
    """Whether a page prints next to nothing."""
    return sum(map(len, lines)) < _LITTLE_TEXT


def _has_empty_root(page: Page) -> bool:
    """Whether a page has the empty element that an application is hung into, or tells visitors to allow scripts."""
    for element in page.tree.iter("div", "main", "section"):
        if (element.get("id") or "").lower() in _ROOTS and not "".join(element.itertext()).strip():
            return True
    return any(_NO_SCRIPT.search(fold("".join(note.itertext()))) for note in page.tree.iter("noscript"))
