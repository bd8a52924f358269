"""A search to take along: Atom, JSON, CSV and XLSX of the same hits."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.clock import system_clock, utc
from archive.health import PortalHealth
from archive.search import Hit, SearchResults
from archive.site.address import SearchAddress
from archive.site.answers import answer_of, cut_words
from archive.site.dates import date_words
from archive.site.feeds import Notice, atom, atom_time
from archive.site.following import feed_content, json_feed, trouble_id, trouble_words
from archive.site.page import ASKED_AGAIN, as_json, documents_named, language, read, site_of
from archive.site.pages.results import MOST_TAKEN, asked, run_search
from archive.site.panels import chosen_filters
from archive.site.remember import remembered
from archive.site.sources import Coverage, PortalSummary, coverage_of, coverage_words, portal_summaries
from archive.site.spreadsheets import COLUMNS, as_csv, as_workbook
from archive.site.words import Language, number_words, translator
from archive.site.workbook import Cell

IN_A_FEED = 50
FEEDS = ("atom", "feed.json")
SECONDS = 4.0
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def take(request: Request, datasette: Datasette) -> Response:
    """The first 500 hits as JSON, CSV or XLSX, or the newest fifty as a feed; each leads to what was searched."""
    address = await asked(request, datasette)
    form = request.url_vars["form"]
    if form in FEEDS:
        address = address.with_order("newest")
    limit = IN_A_FEED if form in FEEDS else MOST_TAKEN
    portals = await remembered(datasette, "portals", portal_summaries)
    found, coverage = await read(datasette, lambda connection: _found(connection, portals, address, limit), SECONDS)
    chosen = language(request)
    if form in FEEDS:
        content = await read(datasette, lambda connection: feed_content(connection, found.hits, address.filters))
        return _as_feed(request, address, content, coverage)
    if form == "json":
        return as_json(_search_json(chosen, found, coverage))
    named = await documents_named(datasette, [{"uid": hit.uid} for hit in found.hits])
    if form == "csv":
        table = as_csv(chosen, found.hits, named, site_of(request))
        return _file(address, table.encode(), "csv", "text/csv; charset=utf-8")
    about = _about(chosen, address, portals, found, coverage)
    return _file(address, as_workbook(chosen, found.hits, about, named, site_of(request)), "xlsx", _XLSX)


def _found(
    connection: sqlite3.Connection, portals: list[PortalSummary], address: SearchAddress, limit: int
) -> tuple[SearchResults, Coverage]:
    return run_search(connection, address, limit, 0), coverage_of(connection, portals, address.filters)


def _file(address: SearchAddress, body: bytes, ending: str, content_type: str) -> Response:
    """A file to save; what was searched and reached stands in the JSON that describes it."""
    headers = {
        "Content-Disposition": f'attachment; filename="tra-cuu.{ending}"',
        "Link": f'<{address.link("json")}>; rel="describedby"; type="application/json"',
    }
    return Response(body, headers=headers, content_type=content_type)


def _search_json(chosen: Language, found: SearchResults, coverage: Coverage) -> dict[str, Any]:
    return {
        **answer_of(chosen, found, coverage),
        "facets": found.facets and {**found.facets.values, "states": found.facets.states},
        "facets_of": found.facets and found.facets.counted,
        "truncated": found.count > len(found.hits),
        "hits": [
            {
                **{name: getattr(hit, name) for name in (*COLUMNS, "found_in", "found_file")},
                "excerpt": "".join(piece.text for piece in hit.excerpt),
            }
            for hit in found.hits
        ],
    }


def _as_feed(
    request: Request, address: SearchAddress, content: tuple[list[Hit], list[PortalHealth]], coverage: Coverage
) -> Response:
    """The feed of a search in the form that was asked for; sources in trouble come first."""
    chosen, form = language(request), request.url_vars["form"]
    hits, troubled = content
    t = translator(chosen)
    site = site_of(request)
    title = f"{t('site_name')}: {address.text or t('results_all')}"
    about = coverage_words(chosen, coverage)
    headers = {"Cache-Control": ASKED_AGAIN}
    if form == "feed.json":
        told = json_feed(
            chosen, hits, troubled, title=title, site=site, page=address.link(), feed=address.link(form),
            description=about,
        )  # fmt: skip
        return Response(
            json.dumps(told, ensure_ascii=False), headers=headers, content_type="application/feed+json; charset=utf-8"
        )
    now = utc(system_clock())
    notices = [
        Notice(
            trouble_id(site, health), f"{site}/nguon/{health.portal}", trouble_words(chosen, health),
            health.why(chosen), atom_time(health.shown_since, now),
        )
        for health in troubled
    ]  # fmt: skip
    changes = [hit.changed_at or atom_time(hit.published_at, hit.first_seen) for hit in hits]
    changes += [notice.since for notice in notices]
    feed = atom(
        hits, notices=notices, title=title, site=site, page=address.link(), feed=address.link(form),
        updated=max(changes, default=now), subtitle=about,
    )  # fmt: skip
    return Response(feed, headers=headers, content_type="application/atom+xml; charset=utf-8")


def _about(
    chosen: Language, address: SearchAddress, portals: list[PortalSummary], found: SearchResults, coverage: Coverage
) -> list[tuple[Cell, ...]]:
    """What was searched, when, and what the archive holds there: name and value."""
    t = translator(chosen)
    about: list[tuple[Cell, ...]] = [(t("search"), address.text or t("results_all"))]
    about += [(name, value or "✓") for name, value, _ in chosen_filters(chosen, address, portals)]
    about += [
        (t("announcement_count"), found.count if found.counted_all else number_words(chosen, found.count) + "+"),
        (t("rows_here"), len(found.hits)),
        (t("taken_on"), date_words(chosen, utc(system_clock()))),
        (t("coverage_here"), coverage_words(chosen, coverage)),
    ]
    if found.query.is_wordless:
        about.append((t("query_wordless_title"), t("query_wordless")))
    if found.cut:
        about.append((t("query_cut_title"), cut_words(chosen, found)))
    return about
