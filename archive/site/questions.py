"""Which query strings are refused: what reaches into SQL, what Datasette stumbles over, what asks too much at once."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

MOST_FACETS = 4
MOST_PARAMETERS = 64
MOST_VALUES = 200
"""In one `column__in`."""
LONGEST_QUERY = 500
"""Characters in a search box: `q` of the search page, `_search` of a table."""
LONGEST = 6144
"""Bytes of a query string; 500 letters with accents take 4,500 of them."""
_CLOSED = re.compile(
    r"_fts_table|_fts_pk|_where|_searchmode|_search_.*|_trace|_context|_through|_json|_timelimit|_ttl|sql"
)
_SHAPES = {"arrays", "arrayfirst", "array", "objects", "object"}
_FACET = re.compile(r"_facet(?:_array|_date)?")
_SEARCH = {"q", "_search"}
_LIST = re.compile(r".*__(?:not)?in")
_LANGUAGE = "/ngon-ngu/"
"""It only sends back to the page that it was asked from, whose address stands in its own, longer than it was."""


def refusal(path: str, query_string: bytes) -> tuple[int, str] | None:
    """The status and the kind of the error page, or None where the question may be answered."""
    if len(query_string) > LONGEST and not path.startswith(_LANGUAGE):
        return 414, "too_long"
    pairs = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
    lists = [_values(value) for name, value in pairs if _LIST.fullmatch(name)]
    if any(values is None for values in lists) or _is_closed(pairs):
        return 400, "bad_request"
    if (
        len(pairs) > MOST_PARAMETERS
        or any(len(values) > MOST_VALUES for values in lists if values is not None)
        or any(name in _SEARCH and len(value) > LONGEST_QUERY for name, value in pairs)
    ):
        return 414, "too_long"
    return None


def _is_closed(pairs: Sequence[tuple[str, str]]) -> bool:
    facets = [value for name, value in pairs if _FACET.fullmatch(name)]
    shapes = {value for name, value in pairs if name == "_shape"}
    if len(facets) > MOST_FACETS or any(value.startswith("{") for value in facets) or not shapes <= _SHAPES:
        return True
    return any(_CLOSED.fullmatch(name) or "\0" in name + value for name, value in pairs)


def _values(value: str) -> Sequence[object] | None:
    """The values of a `column__in`, between commas or as a JSON list; None where they are not values of columns."""
    if not value.startswith("["):
        return value.split(",")
    try:
        values = json.loads(value)
    except (ValueError, RecursionError):
        return None
    fits = all(entry is None or isinstance(entry, (str, float)) or _is_integer(entry) for entry in values)
    return values if fits else None


def _is_integer(value: object) -> bool:
    """Whether SQLite can hold it."""
    return isinstance(value, int) and -(2**63) <= value < 2**63
