"""A service that nobody outside may reach, and the ways in which pages try to lead a crawler there."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Self

NAMES = {
    "inside.example.vn": ["127.0.0.1"],
    "six.example.vn": ["::1"],
    "mapped.example.vn": ["::ffff:127.0.0.1"],
    "private.example.vn": ["10.0.0.1", "192.168.1.1", "169.254.169.254"],
}
"""What names lead to, for the resolver of the tests."""
REBINDING = "turns.example.vn"
"""A name that leads to no address of ours when it is first asked for, and inside from then on."""
PRELUDE = f"""
import scraper.resolver
names, system, asked = {NAMES!r}, scraper.resolver.system_lookup, []
def lookup(host, port):
    asked.append(host)
    if host == {REBINDING!r}:
        return ["203.0.113.7"] if asked.count(host) == 1 else ["127.0.0.1"]
    return names.get(host) or system(host, port)
scraper.resolver.system_lookup = lookup
"""


class Inside:
    """Listens on 127.0.0.1 and ::1 and counts who connects."""

    def __init__(self) -> None:
        self.connections = 0
        four = socket.create_server(("127.0.0.1", 0))
        self.port = four.getsockname()[1]
        self._sockets = [four]
        with suppress(OSError):
            self._sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))

    def addresses(self, portal: str) -> dict[str, str]:
        """The ways to write down an address of the service, by name; `portal` is the portal's own origin."""
        port = self.port
        return {
            "dotted": f"http://127.0.0.1:{port}/",
            "another loopback": f"http://127.0.0.53:{port}/",
            "localhost": f"http://localhost:{port}/",
            "LOCALHOST with a dot": f"http://LOCALHOST.:{port}/",
            "below localhost": f"http://www.localhost:{port}/",
            "short": f"http://127.1:{port}/",
            "decimal": f"http://2130706433:{port}/",
            "hexadecimal": f"http://0x7f000001:{port}/",
            "octal": f"http://0177.0.0.1:{port}/",
            "mixed": f"http://0x7f.0.0.0x1:{port}/",
            "trailing dot": f"http://127.0.0.1.:{port}/",
            "zero": f"http://0:{port}/",
            "any address": f"http://0.0.0.0:{port}/",
            "IPv6": f"http://[::1]:{port}/",
            "IPv6 any": f"http://[::]:{port}/",
            "IPv6 zone": f"http://[::1%25lo]:{port}/",
            "mapped": f"http://[::ffff:127.0.0.1]:{port}/",
            "mapped hexadecimal": f"http://[::ffff:7f00:1]:{port}/",
            "compatible": f"http://[::127.0.0.1]:{port}/",
            "NAT64": f"http://[64:ff9b::127.0.0.1]:{port}/",
            "6to4": f"http://[2002:7f00:1::]:{port}/",
            "fullwidth digits": f"http://１２７.０.０.１:{port}/",
            "circled digits": f"http://①②⑦.⓪.⓪.①:{port}/",
            "ideographic dots": f"http://127。0。0。1:{port}/",
            "percent-encoded": f"http://%31%32%37.0.0.1:{port}/",
            "user": f"http://{portal}@127.0.0.1:{port}/",
            "user and backslash": f"http://127.0.0.1:{port}\\@{portal}/",
            "blank inside": f"http://127.0.0.1\t:{port}/",
            "without scheme": f"//127.0.0.1:{port}/",
            "name": f"http://inside.example.vn:{port}/",
            "name with IPv6": f"http://six.example.vn:{port}/",
            "name with mapped": f"http://mapped.example.vn:{port}/",
            "changing name": f"http://{REBINDING}:{port}/",
            "https": f"https://127.0.0.1:{port}/",
            "file": "file:///etc/passwd",
            "ftp": f"ftp://127.0.0.1:{port}/",
            "s3": "s3://bucket/key",
            "data": "data:text/html,<h1>x</h1>",
            "gopher": f"gopher://127.0.0.1:{port}/_x",
        }

    def __enter__(self) -> Self:
        for listener in self._sockets:
            Thread(target=self._accept, args=(listener,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for listener in self._sockets:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self.connections += 1
                with suppress(OSError):
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nsecret!")
                connection.close()
