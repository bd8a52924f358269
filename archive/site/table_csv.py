"""Datasette's CSV of a table made like that of a search: safe to open in a spreadsheet, under a name of its own."""

from __future__ import annotations

import re

from archive.site.asgi import Application, Message, Receive, Scope, Send
from archive.site.spreadsheets import BYTE_ORDER_MARK, FORMULA

_ADDRESS = re.compile(r"/archive/(?P<table>[^/.]+)(?:/(?P<row>[^/.]+))?\.csv")
_CELL = re.compile(r'"[^"]*+(?:""[^"]*+)*+"|[^",\r\n]++')
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def for_spreadsheets(app: Application) -> Application:
    """The application with its CSV of tables mended row by row: Datasette sends each row as a message of its own."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        address = _ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if address is None:
            await app(scope, receive, send)
            return
        name = re.sub(r"[^\w-]", "", "-".join(filter(None, address.groups())), flags=re.ASCII) or "archive"
        mark, is_table = BYTE_ORDER_MARK, False

        async def mending(message: Message) -> None:
            nonlocal mark, is_table
            if message["type"] == "http.response.start" and message["status"] == 200:
                is_table = True
                message = {**message, "headers": _headers(message, name)}
            elif is_table and message.get("body"):
                body = mark + disarmed(bytes(message["body"]).decode())
                message, mark = {**message, "body": body.encode()}, ""
            await send(message)

        await app(scope, receive, mending)

    return application


def disarmed(row: str) -> str:
    """A row of CSV in which no cell can begin a formula: an apostrophe stands before it, but not before a number."""
    return _CELL.sub(lambda match: _disarmed(match[0]), row)


def _disarmed(cell: str) -> str:
    quote = '"' if cell.startswith('"') else ""
    inner = cell[len(quote) :]
    return f"{quote}'{inner}" if FORMULA.match(inner) and not _NUMBER.fullmatch(inner) else cell


def _headers(message: Message, name: str) -> list[tuple[bytes, bytes]]:
    replaced = {b"content-type", b"content-disposition"}
    kept = [(key, value) for key, value in message.get("headers", []) if key.lower() not in replaced]
    return [
        *kept,
        (b"content-type", b"text/csv; charset=utf-8"),
        (b"content-disposition", f'attachment; filename="{name}.csv"'.encode()),
    ]
