"""An archive with a portal, a mail server and a webhook that really listen."""

from __future__ import annotations

import email
import email.policy
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from archive.health.evidence import fact, pack
from archive.store import Sighting, store
from archive.writer import ArchiveWriter
from tests.archive.examples import PORTAL, announcement

SEEN = pack([fact("start", url="https://example.vn/", outcome="blocked: HTTP 403")])
LAST_LOOK = "2026-03-18T02:00:00Z"
NOW = datetime(2026, 3, 20, 5, 0, tzinfo=UTC)


def publish(writer: ArchiveWriter, day: str | None, *, seen: datetime, title: str, body: str = "Nội dung.") -> None:
    url = f"http://127.0.0.1:8000/{title}.html".replace(" ", "-")
    printed = f"Ngày đăng: {date.fromisoformat(day):%d/%m/%Y}" if day else None
    read = announcement(url=url, title=title, date_line=printed, body_text=body, lead=None, attachments=())
    store(writer, read, Sighting(PORTAL["name"], url, None, seen))


def look(writer: ArchiveWriter, at: str, finding: str = "ok") -> None:
    run = writer.start_run(PORTAL["name"], "crawl")
    writer.update("run", run, started_at=at, ended_at=at, state="passed", finding=finding, evidence=SEEN)


@dataclass
class Mailbox:
    """What a mail server was given: subject and text of each letter."""

    port: int = 0
    letters: list[tuple[str, str]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = letter.get_body(("plain",)) or letter
        self.letters.append((str(letter["subject"]), part.get_content()))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        box.port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=box.port)
    server.start()
    yield box
    server.stop()


@dataclass
class Hook:
    """What a webhook was asked: path and JSON; `status` is its answer."""

    port: int = 0
    asked: list[tuple[str, Any]] = field(default_factory=list)
    status: int = 200


@pytest.fixture
def hook() -> Iterator[Hook]:
    asked = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.asked.append((self.path, json.loads(body) if body else None))
            self.send_response(asked.status)
            self.end_headers()

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    asked.port = server.server_port
    Thread(target=server.serve_forever, daemon=True).start()
    yield asked
    server.shutdown()
    server.server_close()
