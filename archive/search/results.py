"""One search: its hits with excerpts, how many there are, how they are spread, the documents it names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlite_utils import Database

from archive.index import searchable_body
from archive.search.documents import DocumentHit, find_by_number, issuing_rows
from archive.search.excerpts import Highlighter, Piece
from archive.search.facets import Facets, count_facets
from archive.search.filters import Filters
from archive.search.hits import MOST_COUNTED, Finder, Order, SearchTimeoutError, page_of, snapshot, time_limit
from archive.search.query import Query, parse
from archive.search.suggest import suggestion

SECONDS = 2.0
SUGGESTING_SECONDS = 0.5
MOST_ON_A_PAGE = 500
_HIT = """
SELECT a.id, a.uid, a.url, a.title, coalesce(a.title_printed, a.title),
    a.lead, t.body, t.captions, (SELECT json_group_array(name) FROM
    (SELECT name FROM attachment WHERE announcement = a.id AND name <> '' ORDER BY position)),
    a.portal, a.posted_by, a.province, a.province_now,
    a.system, a.level, a.document_type, a.is_plan, a.published_at, a.published_precision, a.published_label,
    a.attachment_count, a.first_seen, a.changed_at, a.removed_at, a.demo
FROM announcement a JOIN announcement_text t ON t.announcement = a.id WHERE a.search_row = ?
"""
_FILES = """
SELECT coalesce(f.name, f.url), t.text, x.ocr FROM attachment f JOIN file x ON x.digest = f.file
JOIN file_text t ON t.file = f.file WHERE f.announcement = ? GROUP BY f.file ORDER BY min(f.position)
"""
FoundIn = Literal["attachment", "ocr"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An announcement that was found; `title_pieces`, as printed, and `excerpt` have the words marked that were sought.

    `found_in` says that the excerpt is of a file, `found_file`, and "ocr" that its letters were recognised in pictures.
    """

    id: int
    uid: str
    url: str
    title: str
    title_printed: str
    title_pieces: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    portal: str
    posted_by: str
    province: str
    province_now: str
    system: str
    level: str
    document_type: str | None
    is_plan: bool
    published_at: str | None
    published_precision: str | None
    published_label: str | None
    attachment_count: int
    first_seen: str
    changed_at: str | None
    removed_at: str | None
    demo: bool
    found_in: FoundIn | None = None
    found_file: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a search found.

    `count` is exact up to 20,000; beyond, `counted_all` is False, `count` is 20,000 and facets and ranking look at the
    newest 20,000. `cut` says that time ran out: everything from today back to `searched_until` was searched, nothing
    where that is None. `ranked` is False where there was no time to rank to the end: the rest is in the order of time.
    """

    query: Query
    filters: Filters
    order: Order
    limit: int
    offset: int
    count: int = 0
    counted_all: bool = True
    hits: tuple[Hit, ...] = ()
    facets: Facets | None = None
    documents: tuple[DocumentHit, ...] = field(default=())
    suggestion: str | None = None
    cut: bool = False
    ranked: bool = True
    searched_until: str | None = None


def search(
    database: Database,
    query: str,
    *,
    filters: Filters | None = None,
    order: Order = "relevance",
    limit: int = 20,
    offset: int = 0,
    with_facets: bool = False,
    seconds: float = SECONDS,
) -> SearchResults:
    """Search the archive; an empty query finds everything that passes the filters. Never raises for what was typed.

    A query of signs alone searches nothing and finds nothing: `Query.is_wordless`.
    """
    connection = database.conn
    parsed = parse(query)
    filters = filters or Filters()
    limit, offset = max(0, min(limit, MOST_ON_A_PAGE)), max(0, min(offset, 2**31))
    if parsed.is_wordless:
        return SearchResults(parsed, filters, order, limit, offset)
    try:
        with snapshot(connection), time_limit(connection, seconds):
            return _search(connection, parsed, filters, order, limit, offset, with_facets)
    except SearchTimeoutError:
        return SearchResults(parsed, filters, order, limit, offset, cut=True)


def latest(connection: sqlite3.Connection, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """The newest announcements that pass the filters; nothing is counted."""
    query = parse("")
    rows, _ = Finder(connection, query, filters).newest(limit)
    return _hits(connection, query, rows)


def _search(
    connection: sqlite3.Connection,
    query: Query,
    filters: Filters,
    order: Order,
    limit: int,
    offset: int,
    with_facets: bool,
) -> SearchResults:
    finder = Finder(connection, query, filters)
    newest, complete = finder.newest(MOST_COUNTED + 1)
    documents = find_by_number(connection, query)
    first = issuing_rows(connection, documents) if documents and order == "relevance" else []
    page, ranked = page_of(finder, newest, order, limit=limit, offset=offset, first=first)
    return SearchResults(
        query,
        filters,
        order,
        limit,
        offset,
        count=min(len(newest), MOST_COUNTED),
        counted_all=complete and len(newest) <= MOST_COUNTED,
        hits=_hits(connection, query, page),
        facets=count_facets(connection, newest) if with_facets else None,
        documents=tuple(documents),
        suggestion=None if newest or not complete else _suggestion(connection, query, filters),
        cut=not complete,
        ranked=ranked,
        searched_until=None if complete else _day_of(connection, newest),
    )


def _suggestion(connection: sqlite3.Connection, query: Query, filters: Filters) -> str | None:
    """What may have been meant; nothing where a filter may be why nothing was found, or where time ran out."""
    always = Filters(not_withheld=filters.not_withheld)
    if filters != always:
        return None
    with suppress(SearchTimeoutError), time_limit(connection, SUGGESTING_SECONDS):
        return suggestion(connection, query, always)
    return None


def _day_of(connection: sqlite3.Connection, rows: Sequence[int]) -> str | None:
    """The date of the oldest of the rows, which are in the order of time."""
    if not rows:
        return None
    sql = "SELECT substr(published_sort, 1, 10) FROM announcement WHERE search_row = ?"
    return str(connection.execute(sql, (rows[-1],)).fetchone()[0]) or None


def _hits(connection: sqlite3.Connection, query: Query, rows: Sequence[int]) -> tuple[Hit, ...]:
    highlighter = Highlighter(query)
    found = (connection.execute(_HIT, (row,)).fetchone() for row in rows)
    return tuple(_hit(connection, row, highlighter) for row in found if row)


def _hit(connection: sqlite3.Connection, row: tuple[object, ...], highlighter: Highlighter) -> Hit:
    identifier, uid, url, title, printed, lead, body, captions, names, *rest = row
    files = json.loads(str(names))
    text = searchable_body(str(lead) if lead else None, str(body), json.loads(str(captions)), files)
    marked, excerpt = highlighter.mark(str(printed)), highlighter.excerpt(text)
    hit = Hit(identifier, uid, url, title, printed, marked, excerpt, *rest)  # type: ignore[arg-type]
    hit = replace(hit, is_plan=bool(hit.is_plan), demo=bool(hit.demo))
    return _from_file(connection, hit, f"{title}\n{text}", highlighter) if hit.attachment_count else hit


def _from_file(connection: sqlite3.Connection, hit: Hit, text: str, highlighter: Highlighter) -> Hit:
    """The hit with the excerpt of a file that holds more of the query's terms than the page itself."""
    most = highlighter.terms_in(text)
    if most == highlighter.terms:
        return hit
    for name, content, ocr in connection.execute(_FILES, (hit.id,)):
        terms = highlighter.terms_in(content)
        if terms > most:
            most = terms
            found_in: FoundIn = "ocr" if ocr else "attachment"
            hit = replace(hit, excerpt=highlighter.excerpt(content), found_in=found_in, found_file=name)
    return hit
