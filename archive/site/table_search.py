"""The search box of Datasette's table page in our search language, in the place of Datasette's own filters.

What those have besides, SQL of a visitor's own, is closed anyway.
"""

from __future__ import annotations

import sqlite3

from datasette.app import Datasette
from datasette.filters import FilterArguments

from archive.search.expressions import Expressions
from archive.search.query import parse
from archive.search.vocabulary import Vocabulary, look_into

_FOUND = "{row} {condition} (SELECT rowid FROM {index} WHERE {index} MATCH match_of(:search))"


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the function `match_of`, by which the filter of a search reads what was typed."""
    look_into(connection)
    connection.create_function("match_of", 1, lambda text: match_of(connection, str(text)), deterministic=True)


def match_of(connection: sqlite3.Connection, text: str) -> str:
    """What a person typed as an FTS5 expression: for what is wanted, else for what is excluded, else for nothing."""
    expressions = Expressions(parse(text), Vocabulary(connection))
    return expressions.all.match if expressions.all else expressions.excluded or '""'


def search_filter(datasette: Datasette, database: str, table: str, typed: str | None) -> FilterArguments:
    """The filter for what was typed in a table's search box. Words that are only excluded leave all the rest."""
    metadata = datasette.table_metadata(database, table)
    index = metadata.get("fts_table")
    if index is None or typed is None:
        return FilterArguments([], extra_context={"supports_search": index is not None})
    query = parse(typed)
    condition = "NOT IN" if query.terms and not query.wanted else "IN"
    found = _FOUND.format(row=metadata["fts_pk"], index=index, condition=condition)
    context = {"supports_search": True, "search": typed}
    return FilterArguments([found], {"search": typed}, [f'search matches "{typed}"'], context)
