"""A loopback HTTP server that answers as a test tells it, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl


@dataclass
class Answer:
    """One answer; `headers` beside Content-Type and Content-Length."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


Route = Answer | Callable[[str], Answer]


class Loopback:
    """Routes by path and query; what has no route is 404. `asked` lists the targets in order.

    What is posted is answered by `forms`, from the target and the fields. Requests without the cookie of a `wall`, as
    `name=value`, get its answer whatever they ask for.
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        self._host = host
        self.routes: dict[str, Route] = {}
        self.forms: Callable[[str, dict[str, str]], Answer] = lambda *_: Answer(b"<h1>405</h1>", status=405)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.wall: tuple[str, Answer] | None = None
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                owner.asked.append(self.path)
                owner.agents.add(self.headers.get("User-Agent", ""))
                if owner.wall is not None and owner.wall[0] not in self.headers.get("Cookie", "").split("; "):
                    self.answer(owner.wall[1])
                    return
                route = owner.routes.get(self.path, Answer(b"<h1>404</h1>", status=404))
                self.answer(route(self.path) if callable(route) else route)

            def do_POST(self) -> None:
                owner.asked.append(f"POST {self.path}")
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(owner.forms(self.path, dict(parse_qsl(body, keep_blank_values=True))))

            def answer(self, answer: Answer) -> None:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer((host, 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def origin(self) -> str:
        return f"{self._host}:{self._server.server_address[1]}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.origin}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
