"""The data that stands in a page for its scripts: in scripts that are data, in what scripts name, in attributes.

Frameworks differ in how they write it (JSON with its quotes escaped, names without quotes, values by their places in
one list), never in what it is: records of fields.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from lxml import etree

from scraper.reading.dataparts import MOST_BYTES, read_json
from scraper.reading.flattened import rows_of, unfolded
from scraper.reading.literals import read_called, read_literal
from scraper.reading.page import Page

_LEAST = 80
"""Characters from which on data may tell an announcement."""
_DATA_TYPES = frozenset(
    {"application/json", "text/x-state", "application/state", "text/json", "qwik/json", "application/vnd.state"}
)
_SIGNS = (b"application/json", b"wire:", b"data-page", b"props=")
_NAMES = (re.compile(rb"_(?:STATE_|_NUXT|_next_f|DATA__)"), re.compile(rb"C(?<=[rx]C)ontext"))
"""Parts of the names of states, which are sought together; letters with which a pattern opens are found at once."""
_LINKED_DATA = "application/ld+json"
_DRAWS = "|".join(rf"(?<=\b{name}\()" for name in ("start", "hydrate", "render", "mount"))
_NAMED = re.compile(rf"[=(](?:\s*(?=[\[{{])|(?:{_DRAWS})[\w$]+,\s*(?:[\w$]+,\s*)?(?=[\[{{]))")
"""What stands before the data that a script gives a name or hands to what draws it."""
_CALLED = re.compile(r"=\s*(?=\(\s*function\s*\()")
_WRITTEN = re.compile(
    r"\b(?:JSON\.parse|decodeURIComponent|unescape|enqueue|(atob))\(\s*(?=[\"'`])|=\s*(?=[\"'](?:%7B|%5B|\{\\?\"))"
)
"""What stands before data within a string."""
_WRITERS = ("JSON.parse", "decodeURIComponent", "unescape", "enqueue", "atob", "%7B", "%5B", '"{', "'{")
"""What a script holds in which that stands."""
_PUSHED = re.compile(r"__next_f\.push\(\s*(?=\[)")
_MOST = 400
"""Places of one script that are tried."""
_ESCAPED = {"&q;": '"', "&s;": "'", "&l;": "<", "&g;": ">", "&a;": "&"}
_ESCAPES = re.compile("|".join(_ESCAPED))
_long_values = etree.XPath(
    f"//@*[contains(., '{{') or contains(., '[')][string-length(.) >= {_LEAST}]", smart_strings=False
)
_ATTRIBUTE = re.compile(r"\s*(?:\{\s*[\"']?\w|\[\s*[{\[])")


def states_of(page: Page) -> Iterator[Any]:
    """The data that stands in a page for its scripts."""
    pushed: list[str] = []
    for kind, text in _scripts(page):
        if kind in _DATA_TYPES:
            yield from _whole(text)
        elif not kind or "javascript" in kind or kind == "module":
            yield from _named(text, pushed)
    yield from rows_of(pushed)
    yield from _in_attributes(page)


def holds_state(page: Page) -> bool:
    """A quick look at whether a page may hold data for its scripts."""
    data = page.data
    return any(sign in data for sign in _SIGNS) or any(name.search(data) for name in _NAMES)


def descriptions_of(page: Page) -> Iterator[Any]:
    """The data that describes a page to search engines, with the text of an announcement at times."""
    for kind, text in _scripts(page):
        if kind == _LINKED_DATA:
            yield from _whole(text)


def _scripts(page: Page) -> Iterator[tuple[str, str]]:
    """The scripts that stand in a page, each with its type."""
    for script in page.tree.iter("script"):
        text = script.text or ""
        if _LEAST <= len(text) <= MOST_BYTES and not script.get("src"):
            yield (script.get("type") or "").lower(), text


def _whole(text: str) -> Iterator[Any]:
    """The data that a script is."""
    text = _ESCAPES.sub(lambda sign: _ESCAPED[sign[0]], text) if "&q;" in text else text
    value = read_json(text)
    if value:
        yield unfolded(value)


def _named(text: str, pushed: list[str]) -> Iterator[Any]:
    """The data that a script gives names or hands over; what Next pushes piece by piece goes to `pushed`."""
    if "__next_f" in text:
        pushed += _pieces(text)
        return
    for match in islice(_CALLED.finditer(text), _MOST):
        try:
            yield read_called(text, match.end())[0]
        except (ValueError, RecursionError):
            continue
    for value in (*_literals(text), *_strings(text)):
        if isinstance(value, (dict, list)) and value:
            yield unfolded(value)


def _literals(text: str) -> Iterator[Any]:
    position = 0
    for _ in range(_MOST):
        match = _NAMED.search(text, position)
        if match is None:
            return
        position = match.end()
        try:
            value, position = read_literal(text, position)
        except (ValueError, RecursionError):
            continue
        yield value


def _strings(text: str) -> Iterator[Any]:
    """The data that scripts have in strings, in JSON that may be written once more for addresses or in Base64."""
    if not any(word in text for word in _WRITERS):
        return
    for match in islice(_WRITTEN.finditer(text), _MOST):
        try:
            value, _ = read_literal(text, match.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, str) and len(value) >= _LEAST:
            yield read_json(_decoded(value, in_base64=match[1] is not None))


def _decoded(text: str, *, in_base64: bool) -> str:
    if in_base64:
        try:
            return b64decode(text, validate=False).decode("utf-8", "replace")
        except ValueError:
            return ""
    return unquote(text) if text[:3] in ("%7B", "%5B") else text


def _pieces(text: str) -> Iterator[str]:
    for match in islice(_PUSHED.finditer(text), _MOST):
        try:
            value, _ = read_literal(text, match.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _in_attributes(page: Page) -> Iterator[Any]:
    """The data that elements have in attributes for the components that draw them (`data-page`, `:post`, `props`)."""
    for value in _long_values(page.tree):
        if len(value) > MOST_BYTES or _ATTRIBUTE.match(value) is None:
            continue
        found = read_json(value)
        if found is None:
            try:
                found, _ = read_literal(value, 0)
            except (ValueError, RecursionError):
                continue
        yield unfolded(found)
