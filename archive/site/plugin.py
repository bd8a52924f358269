"""The Datasette plugin: our search language in its search box, our pages, our words, our headers."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.filters import FilterArguments
from datasette.plugins import pm
from datasette.utils.asgi import Base400, Forbidden, NotFound, Request, Response
from datasette.views.base import DatasetteError
from jinja2 import Environment
from pluggy import HookimplMarker

from archive.search.hits import SearchTimeoutError
from archive.site import routes
from archive.site.address import FilterError
from archive.site.allowance import sharing
from archive.site.asgi import Application
from archive.site.gate import THREADS_KEPT
from archive.site.guard import guarded
from archive.site.page import archive_database, language, page_words, refused, trouble
from archive.site.panels import unreadable_filter
from archive.site.rate import is_limited
from archive.site.remember import version_of
from archive.site.table_csv import for_spreadsheets
from archive.site.table_search import search_filter, teach

log = logging.getLogger(__name__)
hookimpl = HookimplMarker("datasette")


@hookimpl
def startup(datasette: Datasette) -> None:
    """Retire Datasette's own error page, which runs beside ours and prints every 404 with all local variables.

    Its filters of tables give way to ours. The facets of a page share what time it has left.
    """
    for name in ("datasette.handle_exception", "datasette.filters"):
        own = pm.get_plugin(name)
        if own is not None:
            pm.unregister(own)
    database = archive_database(datasette)
    database.execute = sharing(database.execute)


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Teach the archive's connections our search language."""
    if database == "archive":
        teach(conn)


@hookimpl
def filters_from_request(datasette: Datasette, request: Request, database: str, table: str) -> FilterArguments:
    """Our search language in the search box of tables."""
    return search_filter(datasette, database, table, request.args.get("_search"))


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """The pages of the site, before Datasette's own."""
    return routes.ROUTES


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Lines without template tags leave no blanks behind."""
    env.trim_blocks = True
    env.lstrip_blocks = True


@hookimpl
def extra_template_vars(request: Request | None, datasette: Datasette) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Words and the demo mark, for our pages and for Datasette's."""

    async def variables() -> dict[str, Any]:
        return await page_words(datasette, request)

    return variables


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Application], Application]:
    """Rules and headers around every answer."""
    version, places = partial(_version, datasette), max(1, datasette.setting("num_sql_threads") - THREADS_KEPT)
    return lambda app: guarded(
        for_spreadsheets(app), version, partial(refused, datasette), places=places, limited=is_limited()
    )


def _version(datasette: Datasette) -> int:
    return version_of(archive_database(datasette).path)


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Callable[[], Awaitable[Response]]:
    """What is not open to the public, as a page in the visitor's language."""

    async def answer() -> Response:
        return await trouble(datasette, request, 403, "forbidden")

    return answer


@hookimpl
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Callable[[], Awaitable[Response]]:
    """An error is a page in the visitor's language, or JSON, and never shows our insides."""

    async def answer() -> Response:
        if isinstance(exception, FilterError):
            detail = unreadable_filter(language(request), exception)
            return await trouble(datasette, request, 400, "bad_filter", detail=detail, filter=exception.name)
        status, kind = _kind_of(exception)
        if status == 500:
            log.error("Error on %s", request.path, exc_info=exception)
        return await trouble(datasette, request, status, kind)

    return answer


def _kind_of(exception: Exception) -> tuple[int, str]:
    if isinstance(exception, NotFound):
        return 404, "not_found"
    if isinstance(exception, Forbidden):
        return 403, "forbidden"
    if isinstance(exception, Base400):
        return exception.status, "bad_request"
    if isinstance(exception, SearchTimeoutError):
        return 503, "busy"
    if isinstance(exception, QueryInterrupted) or getattr(exception, "title", None) == "SQL Interrupted":
        return 400, "too_heavy"
    if isinstance(exception, DatasetteError) and not isinstance(exception.__context__, sqlite3.DatabaseError):
        return 400, "bad_request"
    if isinstance(exception, DatasetteError) and exception.status < 500:
        return exception.status, "bad_request"
    if isinstance(exception, OverflowError):
        return 400, "bad_request"
    if isinstance(exception, OSError) and exception.errno == errno.ENAMETOOLONG:  # of a file below /static
        return 404, "not_found"
    return 500, "error"
