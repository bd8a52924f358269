"""Where links, buttons and frames lead that open files: by an attribute, a handler of clicks, a page that shows one.

A viewer is given its file as a parameter: one that runs in the browser (PDF.js, ViewerJS) resolves a relative address
against its own, as browsers do, a service (Google, Office) knows whole ones alone. Portals print these without scheme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scraper.reading.anchors import opened_address
from scraper.reading.filetypes import FILE_ENDING
from scraper.reading.markup import Element

_ADDRESSES = ("href", "src", "data", "data-href", "data-url", "data-file", "data-link", "data-src")
"""Attributes of links, frames and buttons that tell where these lead."""
_SCRIPT = "javascript:"
_GIVEN = re.compile(r"(['\"])((?:\\.|(?!\1)[^\\])*+)(\1)?", re.DOTALL)
"""What a handler gives to a function, up to the closing quote; without one, what the handler was cut in."""
_ESCAPED = re.compile(r"\\(?=[/'\"])")
_VIEWER = re.compile(
    r"(?:(?:viewer|gview|pdfjs|/op/(?:view|embed)|embed)[^?]*\?(?:[^#]*&)?(?:file|url|src|doc)"
    r"|wopiframe\d?\.aspx\?(?:[^#]*&)?sourcedoc)=(?P<given>[^&#]+)"
    r"|/viewer(?:js)?/(?:index\.html)?#(?P<behind>.+)",
    re.IGNORECASE,
)
"""A page that shows a file: the file is what it is given."""
_LONGEST_VIEWER = 4_000
"""Characters of an address that may be such a page's: the search takes time by their square."""
_IN_BROWSER = re.compile(r"[^?#]*(?:\.html?(?=[?#])|/(?=#))", re.IGNORECASE)
"""The address of a viewer that is no service, up to what it is given."""
_HOST = re.compile(r"(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?/", re.IGNORECASE)
"""How an address without its scheme begins."""


def opened_by(link: Element) -> str:
    """The address to which a link, a button or a frame leads, or of the file that is shown there; empty for none."""
    told = [address.strip() for address in map(link.get, _ADDRESSES) if address and not address.isspace()]
    address = next((one for one in told if _is_address(one)), "")
    if not address:
        scripts = [unquote(one) for one in told if one[: len(_SCRIPT)].lower() == _SCRIPT]
        address = _opened([*filter(None, [link.get("onclick")]), *scripts])
    return _shown(address) or address


def _is_address(told: str) -> bool:
    return told[0] != "#" and told != "about:blank" and told[: len(_SCRIPT)].lower() != _SCRIPT


def _opened(handlers: list[str]) -> str:
    """The file that handlers of clicks name by its path, else the address that they open, else the name of a file."""
    files = [text for handler in handlers for text in _given(handler) if FILE_ENDING.search(text)]
    paths = (path for path in files if "/" in path)
    return next(paths, "") or next(filter(None, map(opened_address, handlers)), "") or next(iter(files), "")


def _given(handler: str) -> Iterator[str]:
    return (_ESCAPED.sub("", given[2]) for given in _GIVEN.finditer(handler) if given[3])


def _shown(address: str) -> str:
    """The address of the file that a viewer at an address shows; empty where it is none."""
    found = _VIEWER.search(address) if len(address) <= _LONGEST_VIEWER and ("?" in address or "#" in address) else None
    if found is None:
        return ""
    file = unquote(found["given"] or found["behind"])
    if not FILE_ENDING.search(file):
        return ""
    viewer = _IN_BROWSER.match(address)
    if viewer is None and _HOST.match(file):
        return f"//{file}"
    if viewer is None or file[0] == "/" or "://" in file:
        return file
    return viewer[0][: viewer[0].rfind("/") + 1] + file
