"""Data that a framework wrote flat, values as places in one list: Nuxt, SvelteKit, Remix, the rows of Next."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

_WRAPPERS = frozenset(
    {"Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Date", "D", "P", "Z"}
    | {"SingleFetchClassInstance", "SanitizedError"}
)
"""What stands before the place of the one value that is wrapped, or before that value."""
_KEY = re.compile(r"_\d+")
_ROW = re.compile(r"([0-9a-f]+):(?:T([0-9a-f]+),|[A-SU-Z]{0,2}(?=[\[{\"]))?")
_MOST_VALUES = 200_000


_FEWEST = 3
_LOWEST_PLACE = -7
"""Below it no place stands for what is no value (`undefined`, a hole)."""
_NESTED = 9
_PAIR, _LAST_KIND = 2, 11


def unfolded(value: Any) -> Any:
    """Data as it was before a framework wrote it flat (`_payload.json`), all or parts, or with kinds of values."""
    if is_flat(value):
        return raised(value)
    if isinstance(value, dict) and isinstance(nodes := value.get("nodes"), list):
        return [raised(node["data"]) for node in nodes if isinstance(node, dict) and is_flat(node.get("data"))]
    if isinstance(value, dict) and value and all(map(_is_paired, value.values())):
        return _unpaired([0, value])
    return value


def _is_paired(value: Any) -> bool:
    """Whether a value stands behind the number of its kind, as Astro writes it: `[0, "…"]`."""
    return isinstance(value, list) and len(value) == _PAIR and type(value[0]) is int and 0 <= value[0] <= _LAST_KIND


def _unpaired(pair: Any, depth: int = 30) -> Any:
    if not (_is_paired(pair) and depth):
        return None
    value = pair[1]
    if isinstance(value, dict):
        return {name: _unpaired(inner, depth - 1) for name, inner in value.items()}
    return [_unpaired(inner, depth - 1) for inner in value] if isinstance(value, list) else value


def is_flat(value: Any) -> bool:
    """Whether a list is data written flat: its first value has the places of others."""
    if not isinstance(value, list) or len(value) < _FEWEST:
        return False
    first = value[0]
    if isinstance(first, list):
        return len(first) > 1 and first[0] in _WRAPPERS and type(first[1]) is int
    is_plain_list = isinstance(value[1], dict) and not all(map(_is_place, value[1].values()))
    return isinstance(first, dict) and bool(first) and all(map(_is_place, first.values())) and not is_plain_list


def _is_place(value: Any) -> bool:
    return type(value) is int and value >= _LOWEST_PLACE


def raised(flat: list[Any]) -> Any:
    """The data that was written flat."""
    root: list[Any] = [None]
    made: dict[int, Any] = {}
    waiting: list[tuple[Any, Any, Any]] = [(root, 0, 0)]
    for _ in range(_MOST_VALUES):
        if not waiting:
            break
        holder, key, place = waiting.pop()
        holder[key] = _made(flat, _unwrapped(flat, place), made, waiting)
    return root[0]


def _unwrapped(flat: list[Any], place: Any) -> Any:
    """The place of what a value wraps, or the value itself where it stands there."""
    for _ in range(_NESTED):
        value = flat[place] if type(place) is int and 0 <= place < len(flat) else None
        if not (isinstance(value, list) and len(value) > 1 and value[0] in _WRAPPERS):
            break
        place = value[1] if value[0] not in _MOMENTS else str(value[1])
    return place


_MOMENTS = frozenset({"Date", "D"})


def _made(flat: list[Any], place: Any, made: dict[int, Any], waiting: list[tuple[Any, Any, Any]]) -> Any:
    """The value at a place, with those in it still waiting."""
    if type(place) is not int:
        return place
    if place in made or not 0 <= place < len(flat):
        return made.get(place)
    value = flat[place]
    if isinstance(value, dict):
        record: dict[str, Any] = {}
        made[place] = record
        waiting.extend((record, _name(flat, key), inner) for key, inner in value.items())
        return record
    if isinstance(value, list):
        row: list[Any] = [None] * len(value)
        made[place] = row
        waiting.extend((row, index, inner) for index, inner in enumerate(value))
        return row
    return value


def _name(flat: list[Any], key: str) -> str:
    """The name of a field, which may be a place too (`_12`)."""
    if _KEY.fullmatch(key) and int(key[1:]) < len(flat) and isinstance(flat[int(key[1:])], str):
        return str(flat[int(key[1:])])
    return key


def rows_of(pushed: Iterable[str]) -> list[Any]:
    """The values of the rows that Next pushes to its script, with the texts that other rows stand for."""
    data = "".join(pushed).encode()
    values: list[Any] = []
    texts: dict[str, str] = {}
    position = 0
    text = data.decode("latin-1")
    while (row := _ROW.match(text, position)) is not None:
        if row[2]:
            position = row.end() + int(row[2], 16)
            texts[f"${row[1]}"] = data[row.end() : position].decode("utf-8", "replace")
            continue
        end = text.find("\n", row.end())
        position = end + 1 if end >= 0 else len(text)
        try:
            values.append(json.loads(data[row.end() : position]))
        except (ValueError, RecursionError):
            continue
    return [_filled(value, texts) for value in values] if texts else values


def _filled(value: Any, texts: dict[str, str], depth: int = 60) -> Any:
    if isinstance(value, str):
        return texts.get(value, value)
    if not depth or not isinstance(value, (dict, list)):
        return value
    if isinstance(value, dict):
        return {name: _filled(inner, texts, depth - 1) for name, inner in value.items()}
    return [_filled(inner, texts, depth - 1) for inner in value]
