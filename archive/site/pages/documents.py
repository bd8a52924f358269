"""Documents: a list, and one paper as a thing of its own."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.search import Filters
from archive.search.query import parse
from archive.site.address import SearchAddress, as_known
from archive.site.chains import Chain, chain_of
from archive.site.drawing import draw
from archive.site.fulfilment import ProvinceRow, fulfilment, is_central
from archive.site.page import as_json, find, read, render
from archive.site.papers import Paper, PaperRecord, paper_record, papers

PAGE_SIZE = 50
TYPES = ("KH", "CT", "NQ", "QĐ", "CTr", "CV", "TB", "BC", "HD", "TTr")


async def documents(request: Request, datasette: Datasette) -> Response:
    """Documents by date, of one type or of all, or of a number (`q`: 35-CT/TW, 35)."""
    page = request.args.get("trang") or "1"
    number = min(int(page), 10_000) if page.isascii() and page.isdigit() and len(page) < 6 and int(page) else 1
    typed, text = ((request.args.get(name) or "").strip() for name in ("loai", "q"))
    kind, found = await read(datasette, lambda connection: _listed(connection, typed, text, number))
    shown, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    context = {"papers": shown, "more": more, "page": number, "kind": kind, "types": TYPES, "text": text}
    return await render(datasette, request, "documents.html", context)


def _listed(
    connection: sqlite3.Connection, typed: str, text: str, page: int
) -> tuple[str | None, list[tuple[Paper, int]]]:
    """The type that was asked for, and a page of its papers with one more."""
    kind = as_known(connection, SearchAddress(filters=Filters(document_type=typed or None))).filters.document_type
    offset = (page - 1) * PAGE_SIZE
    return kind, papers(connection, kind=kind, numbers=parse(text), limit=PAGE_SIZE + 1, offset=offset)


async def document(request: Request, datasette: Datasette) -> Response:
    """One paper: who issued it, what it carries out, who carries it out, and who names it."""
    identifier = int(request.url_vars["id"])
    record, chain, provinces = await find(datasette, lambda connection: _found(connection, identifier))
    context = {"record": record, "paper": record.paper, "drawing": draw(chain), "provinces": provinces}
    return await render(datasette, request, "document.html", context)


async def data(request: Request, datasette: Datasette) -> Response:
    """The paper as data: what its page shows."""
    identifier = int(request.url_vars["id"])
    record, chain, provinces = await find(datasette, lambda connection: _found(connection, identifier))
    return as_json(document_json(record, chain, provinces))


def document_json(record: PaperRecord, chain: Chain, provinces: list[ProvinceRow]) -> dict[str, Any]:
    """A paper with what it tells of itself, its chain, the announcements that name it and the provinces' answers."""
    nodes = [asdict(node) for node in chain.nodes.values()]
    return {
        **asdict(record.paper),
        "told": record.told,
        "cited": record.cited and asdict(record.cited),
        "namesakes": [asdict(paper) for paper in record.namesakes],
        "issued_in": [asdict(issuing) for issuing in record.issued],
        "named_in": [asdict(naming) for naming in record.namings],
        "all_namings": record.complete,
        "chain": nodes,
        "whole_chain": chain.complete,
        "provinces": [asdict(province) for province in provinces],
    }


def _found(connection: sqlite3.Connection, identifier: int) -> tuple[PaperRecord, Chain, list[ProvinceRow]] | None:
    record = paper_record(connection, identifier)
    if record is None:
        return None
    paper = record.paper
    central = is_central(paper.issuer, paper.dated)
    provinces = fulfilment(connection, identifier, paper.dated) if central else []
    return record, chain_of(connection, identifier), provinces
