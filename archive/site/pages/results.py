"""The page of results."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.search import SearchResults, search
from archive.search.results import SECONDS
from archive.site.address import PAGE_SIZE, SearchAddress, as_known, read_address
from archive.site.answers import cut_words
from archive.site.page import language, read, render
from archive.site.panels import chosen_filters, panels
from archive.site.plots import MOST_MONTHS, timeline
from archive.site.remember import remembered
from archive.site.sources import Coverage, PortalSummary, coverage_of, coverage_words, portal_summaries

MOST_TAKEN = 500
MONTHS_OF_LONG = 24


async def results(request: Request, datasette: Datasette) -> Response:
    """The page of results: hits, facets, documents, timeline, coverage."""
    address = await asked(request, datasette)
    portals = await remembered(datasette, "portals", portal_summaries)
    found, coverage, undated = await read(
        datasette, lambda connection: _found(connection, portals, address), 2 * SECONDS
    )
    facets, chosen = found.facets, language(request)
    context = {
        "address": address,
        "first": address.with_page(1),
        "found": found,
        "coverage": coverage_words(chosen, coverage),
        "cut": cut_words(chosen, found) if found.cut else "",
        "undated": undated,
        "panels": panels(chosen, address, facets) if facets else [],
        "chosen": chosen_filters(chosen, address, portals),
        "months": timeline(facets.values["month"] if facets else {}, most_bars(address)),
        "month_link": lambda label: period_link(address, label),
        "kept": _fields(replace(address, text="")),
        "kept_for_period": _fields(address.with_filter(since=None, until=None)),
        "suggested": replace(address, text=found.suggestion or ""),
        "last_page": -(-found.count // PAGE_SIZE),
        "most_taken": MOST_TAKEN,
    }
    return await render(datasette, request, "results.html", context)


async def asked(request: Request, datasette: Datasette) -> SearchAddress:
    """The search that a request asks for; raises FilterError for a value that cannot be meant."""
    address = read_address(arguments(request))
    return await read(datasette, lambda connection: as_known(connection, address))


def most_bars(address: SearchAddress) -> int:
    """Of how many months the timeline may be, each of which repeats the search."""
    return MONTHS_OF_LONG if address.is_long else MOST_MONTHS


def period_link(address: SearchAddress, label: str) -> str:
    """The search limited to a month (2020-02) or a year (2020)."""
    period = {"year": None, "month": label} if "-" in label else {"year": label, "month": None}
    return address.with_filter(**period).link()


def _fields(address: SearchAddress) -> list[tuple[str, str]]:
    """The hidden fields by which a form keeps what was searched."""
    return parse_qsl(urlsplit(address.with_page(1).link()).query)


def arguments(request: Request) -> dict[str, str]:
    """The query string, the first value of each name."""
    return {name: request.args.get(name) or "" for name in request.args}


def run_search(connection: sqlite3.Connection, address: SearchAddress, limit: int, offset: int) -> SearchResults:
    """The search that an address asks for, with its facets."""
    return search(
        Database(connection, recursive_triggers=False, execute_plugins=False),
        address.text,
        filters=address.filters,
        order=address.order,
        limit=limit,
        offset=offset,
        with_facets=True,
    )


def _found(
    connection: sqlite3.Connection, portals: list[PortalSummary], address: SearchAddress
) -> tuple[SearchResults, Coverage, int]:
    """The hits of a page, what was reached there, and how many hits without a date a period leaves out."""
    found = run_search(connection, address, PAGE_SIZE, address.offset)
    return found, coverage_of(connection, portals, address.filters), _undated(connection, address)


def _undated(connection: sqlite3.Connection, address: SearchAddress) -> int:
    if address.filters.undated or not address.filters.period()[0]:
        return 0
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    return search(database, address.text, filters=address.without_period(undated=True).filters, limit=0).count
