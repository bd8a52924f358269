"""What a page says of itself beside its printed lines: its address, its head, and what the portal's lists call it.

Clues never become a field: they only tell which printed line is which.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from math import ceil
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.labelled_frame import SITE
from scraper.reading.lines import clean, letters
from scraper.reading.markup import Element
from scraper.reading.page import Page

_SEGMENT = re.compile(r"[/?&=,#]+")
_OF_SECTION = re.compile(
    r"(?<=[?&])(?:(?:cat|category|chuyen-?muc|danh-?muc|the-?loai|nhom-?tin|loai-?tin|section|group|source|return-?url)\w{0,6})"
    r"=[^&#]*",
    re.IGNORECASE,
)
"""A parameter of an address that names the section of the page, or where its reader came from."""
_ITEM = re.compile(r"[?&](\w{0,12}id)=(\d+)(?!\w)", re.IGNORECASE)
"""A parameter of an address that numbers the items of a list."""
_ENDING = re.compile(r"\.[a-z]{2,6}$", re.IGNORECASE)
_OF_TIME = r"(?:(?<=nam.)|(?<=thang.)|(?<=quy.)|(?<=tuan.)|(?<=thang.\d.)|(?<=thang.\d\d.)|(?<=quy.\d.))"
"""What stands before the number of a month or a year, which is no id: "thang-7-2020"."""
_ID = re.compile(
    rf"^(?:[a-z]{{0,4}}\d+[-_.])+|(?:[-_.](?=[\da-z]*\d)(?!{_OF_TIME}(?:20\d\d|\d\d?)(?![\da-z]))(?:[a-z]{{1,6}}\d+|[\da-f]*\d[\da-f]*))+$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:so)?\d{1,8}[a-z]{2,12}")
"""The letters of the number of a paper: registers link it, and the title stands beside it."""
_WORDS = re.compile(r"[^\W_]+")
_LINKED_DATA = "application/ld+json"
SPELT = "the address spells it"
NAMED = "the head names it"
HELD = "the window's title holds it"
REWORDED = "the address has its words"
_CUT, _LEAST_CUT = 40, 25
"""Letters from which an address, and any other title, may have been cut, so that the title goes on where it ends."""
_SPELT, _CUT_OFF = 0.6, 0.95
"""How much of a title an address spells at least, and how much one counts for that was cut off."""
_PARTS = re.compile(r"\s[-–—|»:]\s|\s?[|»]\s?")
_OF_SLUG, _OF_LINE = 0.7, 0.4
"""How many of the words of an address a title has that was worded anew, and how many of its own these are at least."""
_FEW_WORDS = 5
TELLING = 28
"""Letters from which an address spells a title, and no section of a site."""
_SHORTEST = 12
"""Letters that two texts must share at least, lest a word like "Thông báo" count as a title."""


@dataclass(frozen=True, slots=True)
class Clues:
    """Titles as letters without accents: of the address (`slug`), the document's head and the archive's pointers.

    `words` are those of the address.
    """

    slug: str
    words: frozenset[str]
    document: str
    meta: tuple[str, ...]
    pointers: tuple[str, ...]
    is_article: bool
    cut: tuple[str, ...] = ()
    """Those of `meta` that may have been cut off, so that a title begins with them."""
    told: str = ""
    """The title that the head tells and the address spells, as the head writes it; nothing where they do not agree."""

    @property
    def is_spelt(self) -> bool:
        """Whether the address spells more than a section's name."""
        return len(self.slug) >= TELLING

    def rewords(self, folded: str) -> float:
        """How many of the words of the address a line has, 0 to 1; 0 where it has few of them, or many more."""
        if len(self.words) < _FEW_WORDS:
            return 0.0
        enough = ceil(_OF_SLUG * len(self.words))
        others = len(self.words) - enough
        for word in self.words:
            if word not in folded:
                others -= 1
                if others < 0:
                    return 0.0
        words = set(_WORDS.findall(folded))
        shared = len(words & self.words)
        return shared / len(self.words) if shared >= max(enough, _OF_LINE * len(words)) else 0.0

    def agreement(self, key: str) -> tuple[float, list[str]]:
        """How well a line with these letters fits what the page says of itself, 0 to about 12, and why."""
        score, why = 0.0, []
        if self.pointers and any(key == pointer or _begins(key, pointer) for pointer in self.pointers):
            score += 1.5 if _NUMBER.fullmatch(key) else 6
            why.append("the list that points here calls it so")
        if len(key) < _SHORTEST:
            return score, why
        if self.slug and (share := self._spelt(key)) > _SPELT:
            score += 4 * share
            why.append(SPELT)
        if key in self.meta or key.startswith(self.cut):
            score += 2.5
            why.append(NAMED)
        if key in self.document:
            score += 1 + 1.5 * len(key) / len(self.document)
            why.append(HELD)
        elif _begins(key, self.document):
            score += 1.5
            why.append("the window's title begins it")
        return score, why

    def _spelt(self, key: str) -> float:
        """How much of a line the address spells, 0 to 1; it may lack the end of a title that the head has whole."""
        if self.document.startswith(key) and key.startswith(self.slug):
            return _CUT_OFF
        return _shared(key, self.slug)


def site_names(page: Page) -> frozenset[str]:
    """The letters of what the site is called: by its host, in the head, and behind the title of the window."""
    tree = page.names_tree
    _, *last = _PARTS.split(_window_title(tree))[-2:]
    named = (one.get("content") or "" for one in tree.iter("meta") if one.get("property") == "og:site_name")
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    return frozenset(map(letters, (*last, *named, host, f"www.{host}"))) - {""}


def _window_title(tree: Element) -> str:
    title = next(tree.iter("title"), None)
    return clean(title.text or "") if title is not None else ""


def _begins(key: str, cut: str) -> bool:
    """Whether a title that was cut somewhere is the beginning of the whole one."""
    return len(cut) >= _LEAST_CUT and key.startswith(cut)


def _shared(key: str, slug: str) -> float:
    """How much of the shorter text the two have in common from a common beginning, 0 to 1."""
    if key in slug:
        return len(key) / len(slug)
    if slug in key:
        return len(slug) / len(key) if len(slug) < _CUT or not key.startswith(slug) else _CUT_OFF
    shorter = min(len(key), len(slug))
    least = max(_SHORTEST, ceil(0.8 * shorter))
    if key[:least] != slug[:least]:
        return 0.0
    return next((index for index in range(least, shorter) if key[index] != slug[index]), shorter) / shorter


def read_clues(page: Page) -> Clues:
    """The clues of a page."""
    tree = page.head_tree
    head = tree.find("head")
    meta, is_article = _meta(tree if head is None else head)
    document = _window_title(tree)
    if _LINKED_DATA.encode() in page.data:
        headline, declared = _linked(page.tree)
        meta += headline
        is_article = is_article or declared
    words = words_of_address(page.url)
    slug = letters(" ".join(words))
    if len(slug) < _SHORTEST or _spells_view(_PARTS.split(document), slug) or _spells_list(page, words):
        slug, words = "", []
    keys = tuple(key for title in meta if len(key := letters(clean(title))) >= _SHORTEST)
    return Clues(
        slug,
        frozenset(map(fold, words)),
        letters(document),
        keys,
        tuple(letters(pointer.title) for pointer in page.context.pointers if pointer.title),
        is_article,
        tuple(key for key in keys if len(key) >= _LEAST_CUT),
        _told([clean(title) for title in meta] + _PARTS.split(document), slug),
    )


def _spells_view(named: list[str], slug: str) -> bool:
    """Whether the address spells the name of a view ("Chi tiết văn bản"), which the window's title tells."""
    return any(SITE.fullmatch(fold(name).replace("-", " ")) and _shared(letters(name), slug) > _SPELT for name in named)


def _spells_list(page: Page, words: list[str]) -> bool:
    """Whether the path that spells these words is a section's: a link leads to another number of the same path."""
    path, _, query = page.url.partition("?")
    items = list(_ITEM.finditer(page.url))
    if not items or not query or words_of_address(path) != words:
        return False
    file = re.escape(path.rpartition("/")[2])
    numbered = "|".join(rf"{item[1]}=(?!{item[2]}\b)\d" for item in items)
    other = re.compile(rf"(?:^|/){file}\?(?:[^#]*&)?(?:{numbered})", re.IGNORECASE)
    return any(other.search(anchor.get("href") or "") for anchor in page.tree.iter("a"))


def _told(named: list[str], slug: str) -> str:
    """The first of the titles in words that the head names, whole or in part, which the address spells too."""
    worded = ((title, letters(title)) for title in named if " " in title)
    spelt = (title for title, key in worded if len(key) >= _SHORTEST and _shared(key, slug) > _SPELT)
    return next(spelt, "") if slug else ""


def _meta(head: Element) -> tuple[list[str], bool]:
    """Titles in the head, and whether it declares an article."""
    titles: list[str] = []
    is_article = False
    for element in head.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name == "og:type":
            is_article = (element.get("content") or "").lower().endswith("article")
        elif name.endswith("title") or name == "headline":
            titles.append(element.get("content") or "")
        elif name == "article:published_time":
            is_article = True
    return titles, is_article


def _linked(tree: Element) -> tuple[list[str], bool]:
    """Headlines of linked data, and whether it declares an article."""
    titles: list[str] = []
    for script in tree.iter("script"):
        if script.get("type") == _LINKED_DATA and script.text and len(script.text) < 50_000:
            try:
                data = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            titles += [item["headline"] for item in _items(data) if isinstance(item.get("headline"), str)]
    return titles, bool(titles)


def _items(data: Any) -> list[dict[str, Any]]:
    """The objects of linked data, those of a graph too."""
    nodes = data if isinstance(data, list) else [data]
    nodes += [part for node in nodes if isinstance(node, dict) for part in _list(node.get("@graph"))]
    return [node for node in nodes if isinstance(node, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def words_of_address(url: str) -> list[str]:
    """The words of the title that an address spells, none where it spells fewer than three."""
    path = url.split("://", 1)[-1].partition("/")[2]
    best: list[str] = []
    for segment in _SEGMENT.split(_OF_SECTION.sub("", path)):
        words = _WORDS.findall(_ID.sub(" ", _ENDING.sub("", normalize("NFC", unquote(segment)))))
        if len(words) >= max(3, len(best)):
            best = words
    return best
