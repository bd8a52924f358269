"""Addresses that functions of a page's own scripts open: `trang(3)` leads to "/ds/" + 3 where the page says so.

Only what stands there to be read is: an address that is put together of strings and of what the function was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from urllib.parse import quote

_CALL = re.compile(r"(?:javascript:|\breturn\s|^|;)\s*(?P<name>[A-Za-z$][\w$]*)\((?P<given>[^()]{0,200})\)", re.I)
_GIVEN = re.compile(r"\s*(?:'([^'\\]*)'|\"([^\"\\]*)\"|(-?\d+)|[\w$.]+)\s*(?:,|$)")
_OPENS = re.compile(
    r"\b(?:location(?:\.href)?\s*=(?!=)|location\.(?:assign|replace)\(|window\.open\()\s*(?P<made>[^;\n]{1,300})"
)
_PART = re.compile(
    r"\s*(?:'(?P<one>[^'\\]*)'|\"(?P<two>[^\"\\]*)\""
    r"|(?P<code>encodeURI(?:Component)?|escape|String)?\(?(?P<name>[A-Za-z_$][\w$]*)\)?)\s*(?P<more>\+?)"
)
_HEAD = re.compile(
    r"(?:\bfunction\s+(?P<name>[A-Za-z_$][\w$]*)|\b(?P<held>[A-Za-z_$][\w$]*)\s*[=:]\s*function)"
    r"\s*\((?P<names>[^()]{1,80})\)\s*\{"
)
_OPENERS = ("location", "window.open(")
_BODY = 600
"""Characters of a function in which it opens its address, and of its head before them."""
_MOST_PLACES = 50
"""A page opens addresses in so many places, or what follows is not looked at."""


class Openings:
    """The functions of one page that open addresses."""

    def __init__(self, text: str) -> None:
        self._text = text

    def address(self, handler: str) -> str:
        """The address that a handler opens by calling a function of the page; empty where none is to be read."""
        call = _CALL.search(handler) if self._functions else None
        if call is None or call["name"] not in self._functions:
            return ""
        names, made = self._functions[call["name"]]
        given = [one or two or number for one, two, number in _GIVEN.findall(call["given"])]
        return _put_together(made, dict(zip(names, given, strict=False)))

    @cached_property
    def _functions(self) -> dict[str, tuple[list[str], str]]:
        """By name what a function is given, and what it puts its address together of."""
        functions: dict[str, tuple[list[str], str]] = {}
        for opens in islice(self._places(), _MOST_PLACES):
            before = self._text[max(0, opens.start() - _BODY) : opens.start()].rpartition("</script")[2]
            head = next(reversed(list(_HEAD.finditer(before))), None)
            if head is not None:
                names = [name.strip() for name in head["names"].split(",")]
                functions.setdefault(head["name"] or head["held"], (names, opens["made"]))
        return functions

    def _places(self) -> Iterator[re.Match[str]]:
        """Where the page opens an address."""
        for opener in _OPENERS:
            place = self._text.find(opener)
            while place >= 0:
                if (opens := _OPENS.match(self._text, place)) is not None:
                    yield opens
                place = self._text.find(opener, place + len(opener))


def _put_together(made: str, given: dict[str, str]) -> str:
    """The address that strings and given values make; empty where something else is part of it, or nothing given."""
    address, place, used = "", 0, False
    while (part := _PART.match(made, place)) is not None:
        if part["name"] is None:
            address += part["one"] or part["two"] or ""
        elif given.get(part["name"]):
            address, used = address + quote(given[part["name"]], safe="/?=&:%"), True
        else:
            return ""
        place = part.end()
        if not part["more"]:
            return address if used and address[:1] in {"/", "?", "h", "."} else ""
    return ""
