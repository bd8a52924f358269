"""The steps of a pager: anchors, buttons and choices that say a number or what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from archive.addresses import canonical_address
from archive.patterns import rare
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import Anchor, opened_address
from scraper.reading.page import Page
from scraper.reading.pagenumbers import counts_pages, printed_number
from scraper.reading.postbacks import form_fields, postback_of

_ENTRIES = r"(?:(?:cac|nhung) )?(?:tin(?: tuc| bai)?|muc|bai(?: viet| dang)?|thong (?:bao|tin)|van ban|su kien)"
OLDER = re.compile(rf"\W*(?:xem )?(?:{_ENTRIES} cu hon|older (?:posts|news|entries))\W*")
"""What leads on to older entries, whatever its address is."""
OLDER_YET = re.compile(r"\W*(?:xem )?cu hon\W*|\W*older\W*")
"""What does so where its address is that of the page with a further parameter; an article leads to its neighbour so."""
OTHERS = re.compile(rf"\W*(?:xem (?:them )?|(?:di )?(?:den|toi) )?{_ENTRIES} khac\W*")
"""What leads on where its address is that of the list: other sections are called so too."""
_NEXT = rare(
    rf"\W*(?:xem (?:them )?|(?:di )?(?:den|toi) )?(?:(?:(?:cac )?trang|{_ENTRIES})"
    r" (?:sau|cuoi|tiep(?: theo)?|ke(?: tiep)?|cu(?: hon)?|truoc do|da (?:dang|dua)|khac)"
    r"|\d{1,3} (?:tin|muc|bai(?: viet)?|thong bao|van ban) (?:sau|tiep(?: theo)?|ke tiep|cu(?: hon)?)"
    rf"|{_ENTRIES} truoc|tiep(?: theo| tuc)?|cu hon|sau|ke(?: tiep)?"
    r"|(?:go to )?(?:the )?next(?: page)?|older(?: (?:posts|news|entries|articles))?|cuoi(?: cung)?|last"
    r"|(?:next|previous|earlier) (?:posts|news|entries|articles))\W*"
    r"|[>»›→►▶▸❯⟩]\ufe0e?[>»›→►▶▸❯⟩]?\s?\|?|\.{2,3}|…"
)
_BACK = re.compile(
    r"\W*(?:(?:ve |den )?(?:trang )?(?:truoc|(?:bat )?dau(?: tien)?)|lui(?: lai)?"
    r"|(?:previous|prev|first|start)(?: page)?)\W*"
    r"|\|?\s?[<«‹←◄◀◂❮⟨]\ufe0e?[<«‹←◄◀◂❮⟨]?\s?\|?"
)
_STEPPING = frozenset(
    {"trang", "các", "cac", "mục", "muc", "đi", "đến", "tới", "tin", "bài", "bai", "tiếp"}
    | {"trước", "truoc", "đầu", "dau", "bắt", "bat", "lùi", "lui", "về", "ve"}
    | {"previous", "prev", "first", "start"}
    | {"earlier", "tiep", "sau", "kế", "ke", "next", "go", "older", "cũ", "cu", "cuối", "cuoi", "last", "page", "p"}
)
"""The words with which a step begins, with accents and without."""
_ENDS = (
    *("cũ", "cu", "cũ hơn", "cu hon", "tiếp theo", "tiep theo", "trước đó", "truoc do", "trước", "truoc", "sau"),
    *("đã đăng", "đã đưa", "khác", "khac"),
)
"""Those with which one ends that begins otherwise ("Thông báo cũ hơn", "Xem các văn bản trước")."""
_HANDLED = re.compile(r"javascript:[^(]*\(.*?\b(\d{1,5})['\"]?\s*\)", re.I)
_LONGEST_STEP = 32


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
        return printed_number(self.words)

    @property
    def leads_back(self) -> bool:
        """Whether it leads to the first page, or to the one before."""
        return self.number == 1 or _BACK.fullmatch(self.words) is not None


def steps_of(page: Page, anchors: list[Anchor]) -> Iterator[Step]:
    """What has the words of a pager."""
    base = page.base
    for anchor in anchors:
        for words in _said_by(anchor):
            if len(words) <= _LONGEST_STEP and _is_step(words):
                yield from _step(anchor.element, words, anchor.address, anchor.handler, base)
    for control in page.tree.iter("button", "input", "option"):
        value = control.get("value") or ""
        if control.tag == "option":
            if (value[:1] in {"/", "h"} or "?" in value) and _is_step(words := (control.text or "").strip()):
                yield from _step(control, words, value, "", base)
        elif control.get("onclick") or control.get("type") in {"submit", "button"} or _asks_by_address(control):
            handler = control.get("onclick") or _submitted(control)
            words = ("".join(control.itertext()).strip() or value)[: _LONGEST_STEP + 1].strip()
            if _is_step(words):
                opened = opened_address(handler) or page.openings.address(handler) or _asked_address(control)
                yield from _step(control, words, opened, "" if opened else handler, base)


def silent_words(anchor: Anchor) -> str:
    """What an anchor without text says: its label, its title, the text that stands for its picture, or its name."""
    element = anchor.element
    image = next(element.iter("img"), None) if anchor.pictured else None
    spoken = (element.get("aria-label"), element.get("title"), image.get("alt") if image is not None else None)
    said = next((text.strip() for text in spoken if text and len(text) <= _LONGEST_STEP), "")
    return said or ("next" if "next" in (element.get("class") or "").replace("-", " ").split() else "")


def _is_step(text: str) -> bool:
    """Whether a text may have the words of a pager, by its first or its last."""
    first = text.partition(" ")[0]
    return first.lower() in _STEPPING or not first.isalpha() or text.rstrip(" »›>→.").lower().endswith(_ENDS)


def _step(element: Any, text: str, address: str, handler: str, base: str) -> Iterator[Step]:
    words = fold(text)
    if printed_number(words) is None and not _NEXT.fullmatch(words) and not _BACK.fullmatch(words):
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
        if number is not None and value.isdigit() and counts_pages(name):
            pairs[place] = f"{name}={number[1]}"
            return canonical_address(f"{path}?{'&'.join(pairs)}")
    return None


def _said_by(anchor: Anchor) -> Iterator[str]:
    """What an anchor says: its text, or that which it says without one; where it says it twice, each of them.

    Those who cannot see it may be told in full ("Trang cuối" before "Cuối »").
    """
    yield anchor.text or silent_words(anchor)
    if len(anchor.element) > 1 and len(anchor.text) <= 2 * _LONGEST_STEP:
        yield "".join(anchor.element[0].itertext()).strip()


def _asks_by_address(button: Any) -> bool:
    """Whether a button sends its form in an address, and its own value with it."""
    if not button.get("name") or button.get("onclick") or (button.get("type") or "submit") != "submit":
        return False
    form = next(button.iterancestors("form"), None) if button.tag == "button" or button.get("type") else None
    if form is None or (form.get("method") or "get").lower() != "get":
        return False
    return form.find(".//input[@name='__VIEWSTATE']") is None


def _asked_address(button: Any) -> str:
    """The address that a button of a form sent in one leads to; empty for other buttons."""
    if not _asks_by_address(button):
        return ""
    form = next(button.iterancestors("form"))
    fields = [*form_fields(form), (button.get("name"), button.get("value") or "")]
    return f"{(form.get('action') or '').partition('?')[0]}?{urlencode(fields)}"


def _submitted(button: Any) -> str:
    """The postback that a submit button of a WebForms page stands for."""
    name = button.get("name")
    return f"__doPostBack('{name}','')" if name and button.get("type") == "submit" else ""
