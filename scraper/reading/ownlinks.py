"""Links to the page itself: they may print its address in another form, with words behind its number, or moved."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from archive.addresses import COUNTING
from scraper.reading.markup import Element

_PARAMETER = re.compile(
    r"(?:^|&)((?!cat|item|tab|menu|group|parent|mod|section|lang|zone|chuyen|danh|loai|nhom|the|dv|donvi|coquan|portal|site)"
    r"[a-z_]{0,14}id)=(\d+)(?:[:-]([^&]*))?(?=&|$)",
    re.IGNORECASE,
)
"""A parameter that numbers what a page shows, and no section of a site nor an agency ("dvid")."""
_ITEM = re.compile(r"(?:^|&)(itemid)=(\d+)()(?=&|$)", re.IGNORECASE)
"""The parameter by which a page of SharePoint shows an item of a list; elsewhere it numbers a menu."""
_NUMBER_FIRST = re.compile(r"/(\d+)(?:[-:]([^/]*))?/?$")
_NUMBER_LAST = re.compile(r"/([^/]*[^\W\d][^/]*?)-[a-z]{0,4}(\d+)/?$")
_NUMBER_ABOVE = re.compile(r"(?<!/20\d\d)(?<!/19\d\d)/(\d+)/([^/]*-[^/]*)/?$")
_NAMED_CODE = re.compile(r"/([a-z]{0,14}id)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=/|$)", re.IGNORECASE)
"""A name and a code in a path, as the Huế platform has them: "/newsid/3FA2…/cid/9E3F…"."""
_CODE_DASHES = 4
_CODES_OF_SECTIONS = frozenset({"cid", "catid", "cateid", "categoryid"})
"""Names of codes that a section's announcements have in common with its list."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDING = re.compile(r"\.(?:s?html?|aspx?|php\d?|jspx?|do|cfm|vnp|htv)$", re.IGNORECASE)
"""How addresses of pages end, and none of files."""
_WWW = re.compile(r"^(?:www|m)\.")
_WORDS = 3
"""Dashes between the words of an address that tell an announcement without any number."""
_DECLARED = frozenset({"canonical", "shortlink", "og:url"})


class Item(NamedTuple):
    """By what an address tells one announcement of its site from others: numbers, words, or both."""

    numbers: str
    words: str


def item_of(address: str) -> Item:
    """The numbers and the words of an address, each empty where it has none."""
    parts = urlsplit(address)
    query = parts.query.lower()
    found = sorted(_PARAMETER.findall(query)) if query else []
    if query and not found and parts.path.lower().endswith(".aspx"):
        found = _ITEM.findall(query)
    if found:
        return Item("/".join(number for _, number, _ in found), "".join(words for _, _, words in found))
    path = _ENDING.sub("", parts.path)
    if path.count("-") >= _CODE_DASHES and (codes := _NAMED_CODE.findall(path)):
        return Item("", "/".join(code.lower() for name, code in codes if name.lower() not in _CODES_OF_SECTIONS))
    if "." in path.rpartition("/")[2]:  # a file is told by its whole name
        return Item("", path.rpartition("/")[2].lower())
    last = _NUMBER_LAST.search(path) if path.removesuffix("/")[-1:].isdecimal() else None
    if last is not None and not (_YEAR.fullmatch(last[2]) or COUNTING.search(last[1])):
        return Item(last[2], last[1].lower())
    first = _NUMBER_FIRST.search(path) or _NUMBER_ABOVE.search(path)
    if first is not None and not _YEAR.fullmatch(first[1]):
        return Item(first[1], (first[2] or "").lower())
    return Item("", path.rstrip("/").rpartition("/")[2].lower())


def are_same(one: str, other: str) -> bool:
    """Whether two addresses of one site lead to one announcement: by its numbers, or by its words where it has none.

    An address may leave the words behind a number out, or cut them. "ItemID" numbers a menu beside another number, and
    else an item of a list.
    """
    if _host(one) != _host(other):
        return False
    (numbers, words), (others, further) = item_of(one), item_of(other)
    menu = "itemid" if numbers or others else ""
    if _choose_apart(urlsplit(one).query, urlsplit(other).query, menu):
        return False
    if numbers or others:
        return numbers == others and (words.startswith(further) or further.startswith(words))
    return words == further and words.count("-") >= _WORDS


def declared_addresses(head: Element) -> list[str]:
    """The addresses that the head of a page gives as the page's own."""
    named = ((one, one.get("rel") or one.get("property")) for one in head.iter("link", "meta"))
    return [one.get("href") or one.get("content") or "" for one, name in named if name in _DECLARED]


def told_by(address: str) -> str:
    """What a link, in small letters, has to hold to lead to the announcement of an address; `are_same` knows."""
    numbers, words = item_of(address)
    return numbers.rpartition("/")[2] or words


def _choose_apart(query: str, other: str, menu: str) -> bool:
    """Whether two queries have a parameter in common with another value: a view, a section, a number, no `menu`."""
    chosen = [dict(pair.partition("=")[::2] for pair in one.lower().split("&")) for one in (query, other)]
    shared = chosen[0].keys() & chosen[1].keys() - {menu}
    return any(len({one[name].partition(":")[0] for one in chosen}) > 1 for name in shared)


def _host(address: str) -> str:
    return _WWW.sub("", urlsplit(address).netloc.lower())
