"""The demo portals on loopback: five addresses, one port."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

from scraper.demo.content import PORTALS, articles
from scraper.demo.exchange import Request, Response
from scraper.demo.platforms import PLATFORMS
from scraper.demo.site import VIETNAM, DemoSite

DEFAULT_PORT = 8610
LARGEST_FORM_BYTES = 1_000_000
POLL_SECONDS = 0.05
_TRIES_FOR_A_FREE_PORT = 20


class DemoServer:
    """Five running portals. `sites` by name, `origins` as host and port, `requests` what each was asked, in order."""

    def __init__(self, port: int, sites: Mapping[str, DemoSite]) -> None:
        self.port = port
        self.sites = dict(sites)

    @property
    def origins(self) -> list[str]:
        """Host and port of each portal."""
        return [site.origin for site in self.sites.values()]

    @property
    def requests(self) -> dict[str, list[str]]:
        """Method and target of each request, by portal."""
        return {name: list(site.log) for name, site in self.sites.items()}


@contextmanager
def serve(
    port: int = DEFAULT_PORT, *, clock: Callable[[], datetime] = lambda: datetime.now(VIETNAM)
) -> Iterator[DemoServer]:
    """Play the demo portals until the block ends.

    Port 0 takes one that is free on all addresses. Raises OSError where a port is taken or the system has no
    addresses 127.0.0.2 to 127.0.0.6.
    """
    sites = {name: DemoSite(name, host, PLATFORMS[name], articles(name), clock) for name, host in PORTALS.items()}
    servers = _bind(list(sites.values()), port)
    for server in servers:
        Thread(target=server.serve_forever, kwargs={"poll_interval": POLL_SECONDS}, daemon=True).start()
    try:
        yield DemoServer(servers[0].server_port, sites)
    finally:
        _all_at_once([server.shutdown for server in servers])
        for server in servers:
            server.is_over = True
            server.server_close()


def play_on_one_of(ports: Iterable[int], stack: ExitStack) -> DemoServer:
    """Play until the stack is closed, on the first of the ports that can be had; raises OSError where none can."""
    failure: OSError | None = None
    for port in ports:
        try:
            return stack.enter_context(serve(port))
        except OSError as error:
            failure = failure or error
    raise failure or OSError("no port was named")


def _all_at_once(calls: list[Callable[[], None]]) -> None:
    threads = [Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _bind(sites: list[DemoSite], port: int) -> list[_Server]:
    for _ in range(_TRIES_FOR_A_FREE_PORT if port == 0 else 1):
        servers: list[_Server] = []
        try:
            for site in sites:
                servers.append(_Server(site, servers[0].server_port if servers else port))
        except OSError as error:
            failure = error
            for server in servers:
                server.server_close()
        else:
            return servers
    raise failure


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    is_over = False
    """Set at the end, so that connections that clients keep open get no more answers."""

    def __init__(self, site: DemoSite, port: int) -> None:
        self.site = site
        super().__init__((site.host, port), _Handler)
        site.port = self.server_port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong in an answer, but not that a client hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Microsoft-IIS/8.5"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60
    server: _Server

    def do_GET(self) -> None:
        self._answer({})

    def do_HEAD(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LARGEST_FORM_BYTES:
            self.send_error(413 if length.isdigit() else 411)
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        self._answer(dict(parse_qsl(body, keep_blank_values=True)))

    def _answer(self, form: dict[str, str]) -> None:
        if self.server.is_over:
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(self.server.site.answer(Request(self.command, self.path, headers, form)), headers)

    def _send(self, response: Response, headers: Mapping[str, str]) -> None:
        body = response.body
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if response.may_compress and body:
            self.send_header("Vary", "Accept-Encoding")
            if "gzip" in headers.get("accept-encoding", ""):
                body = gzip.compress(body, 5)
                self.send_header("Content-Encoding", "gzip")
        if response.status != 304:
            self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and response.status != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the sites keep their own log."""
