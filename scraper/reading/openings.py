"""Addresses that functions of a page's own scripts open: `trang(3)` leads to "/ds/" + 3 where the page says so.

Only what stands there to be read is: an address that is put together of strings and of what the function was given.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_CALL = re.compile(r"(?:javascript:|\breturn\s|^|;)\s*(?P<name>[A-Za-z$][\w$]*)\((?P<given>[^()]{0,200})\)", re.I)
_GIVEN = re.compile(r"\s*(?:'([^'\\]*)'|\"([^\"\\]*)\"|(-?\d+)|[\w$.]+)\s*(?:,|$)")
_OPENS = re.compile(
    r"\b(?:location(?:\.href)?\s*=(?!=)|location\.(?:assign|replace)\(|window\.open\()\s*(?P<made>[^;\n]{1,300})"
)
_PART = re.compile(
    r"\s*(?:'(?P<one>[^'\\]*)'|\"(?P<two>[^\"\\]*)\"|(?P<code>encodeURI(?:Component)?|escape|String)?\(?(?P<name>[A-Za-z_$][\w$]*)\)?)"
    r"\s*(?P<more>\+?)"
)
_BODY = 600
"""Characters of a function in which it opens its address."""
_MOST_NAMES = 12


class Openings:
    """The functions of one page that open addresses, each looked for when a handler calls it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[str, tuple[list[str], str] | None] = {}

    def address(self, handler: str) -> str:
        """The address that a handler opens by calling a function of the page; empty where none is to be read."""
        call = _CALL.search(handler)
        if call is None:
            return ""
        function = self._function(call["name"])
        if function is None:
            return ""
        names, made = function
        given = [one or two or number for one, two, number in _GIVEN.findall(call["given"])]
        return _put_together(made, dict(zip(names, given, strict=False)))

    def _function(self, name: str) -> tuple[list[str], str] | None:
        """The names of what a function is given, and what it puts its address together of."""
        if name not in self._made:
            self._made[name] = self._found(name) if len(self._made) < _MOST_NAMES else None
        return self._made[name]

    def _found(self, name: str) -> tuple[list[str], str] | None:
        own = re.escape(name)
        head = re.search(rf"(?:\bfunction\s+{own}|\b{own}\s*[=:]\s*function)\s*\(([^()]{{1,80}})\)\s*\{{", self._text)
        if head is None:
            return None
        body = self._text[head.end() : head.end() + _BODY].partition("function ")[0].partition("</script")[0]
        opens = _OPENS.search(body)
        return ([part.strip() for part in head[1].split(",")], opens["made"]) if opens else None


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
