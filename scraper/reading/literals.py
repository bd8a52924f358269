"""Values as scripts write them: literals of JavaScript, which need no quotes around names, and what stands for them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_SPACE = re.compile(r"\s*")
_STRINGS = {
    '"': re.compile(r'"((?:[^"\\\n]|\\.)*)"', re.DOTALL),
    "'": re.compile(r"'((?:[^'\\\n]|\\.)*)'", re.DOTALL),
    "`": re.compile(r"`((?:[^`\\$]|\\.|\$(?!\{))*)`", re.DOTALL),
}
_ESCAPE = re.compile(r"\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r?\n)|(.))", re.DOTALL)
_SINGLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_MOMENT = re.compile(r"new Date\(\s*")
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}
_SHORT = re.compile(r"void 0|![01]")
_DEEPEST = 60
_CALLED = re.compile(r"\(\s*function\s*\(([\w$,\s]*)\)\s*\{")
_SETS = re.compile(r"([A-Za-z_$][\w$]*)(?:\.([A-Za-z_$][\w$]*)|\[\"?([^\"\]]{1,40})\"?\])\s*=\s*")
_RETURN = re.compile(r"return\s*\(?\s*")
_GIVEN = re.compile(r"[)\s;}]*\(")


def read_literal(text: str, position: int, names: Mapping[str, Any] | None = None) -> tuple[Any, int]:
    """The value that a literal at a place of a script stands for, and where it ends; `names` are those known there.

    Raises ValueError where there is none: what a script computes is not known.
    """
    return _read(text, _skip(text, position), names or {}, _DEEPEST)


def read_called(text: str, position: int) -> tuple[Any, int]:
    """What a function returns that is called where it stands: `(function(a,b){return {x:a,y:b}}(1,"…"))`.

    Raises ValueError where it does more than to put values into places.
    """
    head = _CALLED.match(text, position)
    if head is None:
        raise ValueError
    parameters = [name.strip() for name in head[1].split(",") if name.strip()]
    _, end = _returned(text, head.end(), {name: {} for name in parameters})
    given = _GIVEN.match(text, end)
    if given is None:
        raise ValueError
    values, end = _members(text, given.end(), ")", {}, _DEEPEST)
    value, _ = _returned(text, head.end(), dict(zip(parameters, values, strict=False)))
    return value, end


def _returned(text: str, position: int, names: Mapping[str, Any]) -> tuple[Any, int]:
    """The value behind `return`, after values have been put into those with a name (`a.title="…";`)."""
    while (setting := _SETS.match(text, position)) is not None:
        value, position = read_literal(text, setting.end(), names)
        place = names.get(setting[1])
        if isinstance(place, dict):
            place[setting[2] or setting[3]] = value
        position = _skip(text, position)
        position += text[position : position + 1] in {";", ","}
    behind = _RETURN.match(text, _skip(text, position))
    if behind is None:
        raise ValueError
    return read_literal(text, behind.end(), names)


def _skip(text: str, position: int) -> int:
    space = _SPACE.match(text, position) if text[position : position + 1] in _BLANK else None
    return space.end() if space else position


_BLANK = frozenset(" \t\r\n\f\v\u2028\u2029\ufeff")


def _read(text: str, position: int, names: Mapping[str, Any], depth: int) -> tuple[Any, int]:
    sign = text[position : position + 1]
    if not sign or not depth:
        raise ValueError
    if sign in _STRINGS:
        return _string(text, position, sign)
    if sign == "[":
        return _members(text, position + 1, "]", names, depth)
    if sign == "{":
        return _object(text, position + 1, names, depth)
    if sign in "-.0123456789":
        return _number(text, position)
    if sign in "v!" and (short := _SHORT.match(text, position)) is not None:
        return {"!0": True, "!1": False}.get(short[0]), short.end()
    if sign == "n" and (moment := _MOMENT.match(text, position)) is not None:
        values, end = _members(text, moment.end(), ")", names, depth)
        return values[0] if values else None, end
    return _named(text, position, names)


def _string(text: str, position: int, sign: str) -> tuple[str, int]:
    found = _STRINGS[sign].match(text, position)
    if found is None:
        raise ValueError
    return (_ESCAPE.sub(_unescaped, found[1]) if "\\" in found[1] else found[1]), found.end()


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else ""
    return "" if escape[4] else _SINGLE.get(escape[5], escape[5])


def _number(text: str, position: int) -> tuple[Any, int]:
    found = _NUMBER.match(text, position)
    if found is None:
        raise ValueError
    try:
        return json.loads(found[0]), found.end()
    except ValueError:
        return float(found[0]), found.end()


def _named(text: str, position: int, names: Mapping[str, Any]) -> tuple[Any, int]:
    found = _NAME.match(text, position)
    if found is None or (found[0] not in names and found[0] not in _WORDS):
        raise ValueError
    return names[found[0]] if found[0] in names else _WORDS[found[0]], found.end()


def _members(text: str, position: int, close: str, names: Mapping[str, Any], depth: int) -> tuple[list[Any], int]:
    """The values between brackets, parted by commas."""
    values: list[Any] = []
    while True:
        position = _skip(text, position)
        if text[position : position + 1] == close:
            return values, position + 1
        if text[position : position + 1] == ",":
            value, end = None, position
        else:
            value, end = _read(text, position, names, depth - 1)
        values.append(value)
        position = _behind_comma(text, end, close)


def _object(text: str, position: int, names: Mapping[str, Any], depth: int) -> tuple[dict[str, Any], int]:
    fields: dict[str, Any] = {}
    while True:
        position = _skip(text, position)
        if text[position : position + 1] == "}":
            return fields, position + 1
        name, position = _key(text, position)
        position = _skip(text, position)
        if text[position : position + 1] == ":":
            fields[name], position = _read(text, _skip(text, position + 1), names, depth - 1)
        elif name in names:
            fields[name] = names[name]
        else:
            raise ValueError
        position = _behind_comma(text, position, "}")


def _key(text: str, position: int) -> tuple[str, int]:
    sign = text[position : position + 1]
    if sign in _STRINGS and sign:
        return _string(text, position, sign)
    found = _NAME.match(text, position) or _NUMBER.match(text, position)
    if found is None:
        raise ValueError
    return found[0], found.end()


def _behind_comma(text: str, position: int, close: str) -> int:
    """Where the next value begins; at the closing bracket where there is none."""
    position = _skip(text, position)
    if text[position : position + 1] == ",":
        return position + 1
    if text[position : position + 1] != close:
        raise ValueError
    return position
