"""Lists whose titles have no address: each sends a form, as the link buttons of ASP.NET pages do.

What tells such a title from others in any visit is what it says and its day, not the control behind it, which is a
place in the list, nor the form's view state.

A link button may as well delete, vote or send, and what is sent must be a title: titles have days, or stand under the
page's own name or before its pager, and not under a question; most of them do not say the same, nor ask for a deed, and
none asks whether one is sure; no control is called after a deed; and the form is one of ASP.NET, sent by POST to the
page's own host.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from archive.vietnamese.dates import read_date
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import Anchor, Link, anchors_of
from scraper.reading.headings import heading_of
from scraper.reading.links import page_links
from scraper.reading.listing import list_of_shape
from scraper.reading.page import Page
from scraper.reading.postbacks import (
    MOST_SENT,
    filled_in,
    form_address,
    form_fields,
    form_of,
    postback_of,
    size_of_form,
)
from scraper.reading.result import Entry
from scraper.reading.shapes import POSTED
from scraper.reading.units import Member

_POSTBACK = b"ostBack"
_DEEDS = frozenset(
    {
        *("del", "delete", "xoa", "remove", "huy", "cancel", "edit", "update", "insert", "save", "approve", "submit"),
        *("vote", "binhchon", "bieuquyet", "like", "thich", "rate", "send", "gui", "share", "reply", "comment", "sort"),
        *("subscribe", "register", "dangky", "login", "logon", "signin", "dangnhap", "logout", "logoff", "signout"),
        *("dangxuat", "lang", "language"),
    }
)
"""What controls (`lnkXoa`) and commands of grids (`Delete$3`) are called after that do anything but show something."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONTROL = re.compile(r"^(?:link(?:button)?|lnk|hpl|lbtn?|btn?)(?=[a-z]{2})")
_ASKED = re.compile(
    r"(?:xoa|sua|huy|thich|gui|tra loi|chia se|binh chon|bo phieu|theo doi|bao cao vi pham|dang (?:ky|nhap|xuat))\b"
)
_OPINION = re.compile(r"\b(?:tham do|binh chon|bieu quyet|khao sat|trung cau|muc do hai long)\b")
_COUNT = re.compile(r"\W*\(\d*\)\W*$")


def read_posted_list(page: Page, *, alone: bool) -> tuple[Entry, ...]:
    """The announcements that a page lists where all titles of its list send forms; nothing where they do not.

    `alone` says that the page seems to list nothing else. Nor are forms listed that would be too much to keep.
    """
    if _POSTBACK not in page.data:
        return ()
    anchors = anchors_of(page)
    posted = list(_posted_links(page, anchors))
    if not posted:
        return ()
    links = page_links(page, anchors) + posted
    units = list_of_shape(page, links, anchors, POSTED, alone=False)
    if not units and alone:
        units = [unit for unit in list_of_shape(page, links, anchors, POSTED, alone=True) if unit.dated]
    members = [member for unit in units if not _OPINION.search(fold(heading_of(unit))) for member in unit.members]
    if _are_deeds([member.title for member in members]):
        return ()
    chosen = {member.link.url: member for member in members}
    forms: dict[Any, tuple[str | None, list[tuple[str, str]]]] = {}
    said: Counter[str] = Counter()
    listed = (_entry(chosen[link.url], page, forms, said) for link in posted if link.url in chosen)
    entries = tuple(entry for entry in listed if entry is not None)
    return entries if sum(size_of_form(entry.form) for entry in entries) <= MOST_SENT else ()


def _posted_links(page: Page, anchors: list[Anchor]) -> Iterator[Link]:
    """The titles that send forms, each with its target and argument in place of an address of its own."""
    own = page.own_address
    for anchor in anchors:
        if not anchor.title or anchor.address or "confirm(" in anchor.handler:
            continue
        called = postback_of(anchor.handler)
        if called is not None and not _is_deed(*called):
            yield Link(f"{own}#{' '.join(called)}", POSTED, [anchor])


def _is_deed(target: str, argument: str) -> bool:
    """Whether a control or its command is called after something that it does."""
    names = _WORD.findall(f"{target.rpartition('$')[2]} {argument.partition('$')[0]}")
    words = [_CONTROL.sub("", name.lower()) for name in names]
    pairs = (one + other for one, other in pairwise(words))
    return not _DEEDS.isdisjoint(words) or not _DEEDS.isdisjoint(pairs)


def _are_deeds(titles: list[str]) -> bool:
    """Whether most of some titles ask for the same, or for a deed: a button of each record, which names none."""
    said = Counter(_COUNT.sub("", fold(title)) for title in titles)
    most = max(said.values(), default=0)
    asking = sum(count for text, count in said.items() if _ASKED.match(text))
    return max(most if most > 1 else 0, asking) * 2 > len(titles)


def _sent_to(form: Any, page: Page) -> str | None:
    """Where a form of ASP.NET is sent; None where it is none, is not posted, or to another host than the page's."""
    if (form.get("method") or "").lower() != "post" or form.find(".//input[@name='__VIEWSTATE']") is None:
        return None
    url = form_address(form, page.url)
    return url if url is not None and urlsplit(url).netloc == urlsplit(page.own_address).netloc else None


def _entry(
    member: Member, page: Page, forms: dict[Any, tuple[str | None, list[tuple[str, str]]]], said: Counter[str]
) -> Entry | None:
    """A title with its form; None where it stands in none. Of titles that say the same on one day each is counted."""
    form, called = form_of(member.anchor.element), postback_of(member.anchor.handler)
    if form is None or called is None:
        return None
    if form not in forms:
        forms[form] = (_sent_to(form, page), form_fields(form))
    url, fields = forms[form]
    if url is None:
        return None
    printed = read_date(member.day) if member.day else None
    key = " ".join(filter(None, (member.title, printed.iso if printed else None)))
    said[key] += 1
    if said[key] > 1:
        key += f" ({said[key]})"
    sent = filled_in(fields, {"__EVENTTARGET": called[0], "__EVENTARGUMENT": called[1]})
    return Entry(url, member.title, member.day, member.summary, form=sent, key=key, issued=member.issued)
