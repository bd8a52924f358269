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
from archive.site.address import PAGE_SIZE, SearchAddress, read_address
from archive.site.page import language, read, render
from archive.site.panels import chosen_filters, panels
from archive.site.plots import timeline
from archive.site.sources import Coverage, coverage_of

MOST_TAKEN = 500


async def results(request: Request, datasette: Datasette) -> Response:
    """The page of results: hits, facets, documents, timeline, coverage."""
    address = read_address(arguments(request))
    found, coverage = await read(datasette, lambda connection: _found(connection, address), 2 * SECONDS)
    facets = found.facets
    context = {
        "address": address,
        "first": address.with_page(1),
        "found": found,
        "coverage": coverage,
        "panels": panels(language(request), address, facets) if facets else [],
        "chosen": chosen_filters(language(request), address),
        "months": timeline(facets.values["month"] if facets else {}),
        "month_link": lambda label: period_link(address, label),
        "kept": _fields(replace(address, text="")),
        "kept_for_period": _fields(address.with_filter(since=None, until=None)),
        "suggested": replace(address, text=found.suggestion or ""),
        "last_page": -(-found.count // PAGE_SIZE),
        "seconds": int(SECONDS),
        "most_taken": MOST_TAKEN,
    }
    return await render(datasette, request, "results.html", context)


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


def _found(connection: sqlite3.Connection, address: SearchAddress) -> tuple[SearchResults, Coverage]:
    return run_search(connection, address, PAGE_SIZE, address.offset), coverage_of(connection, address.filters)
