"""The parts of data: every record and list in it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from scraper.reading.datafields import Record

MOST_BYTES = 8 * 2**20
_MOST_PARTS = 200_000
_DEEPEST = 16
_LEAST_DATA = 80
_DATA_BEGINS = ('{"', '[{"')
_WRAPPERS = frozenset({"node", "attributes", "item", "data", "_source", "fields"})


def read_json(text: str) -> Any:
    """The value of a JSON text; None where it is none, or beyond reason."""
    text = text.strip().removeprefix("\ufeff").removeprefix(")]}',").strip()
    if not text or text[0] not in "{[" or len(text) > MOST_BYTES:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def parts(value: Any, *, opened: bool = True) -> Iterator[Any]:
    """Every record and list in data, outer ones first, within reason; also those of data that its strings are."""
    waiting = deque([(value, 0)])
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.popleft()
        if depth < _DEEPEST and isinstance(part, (dict, list)):
            yield part
            inner = part.values() if isinstance(part, dict) else part
            waiting.extend((_opened(one) if opened and isinstance(one, str) else one, depth + 1) for one in inner)


def _opened(text: str) -> Any:
    """The data that a string within data is: an answer that was kept as it came."""
    return read_json(text) if len(text) >= _LEAST_DATA and text.startswith(_DATA_BEGINS) else None


def flat(row: Record) -> Record:
    """A record, with the fields of the one that it may wrap (`{"node": {…}}`, `{"attributes": {…}}`)."""
    inner = [field for name, field in row.items() if isinstance(field, dict) and name in _WRAPPERS]
    return row | inner[0] if inner else row
