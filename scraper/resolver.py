"""Names to addresses for Twisted and for the browser: only public ones, or those of an origin that the operator opened.

The connection is made to the very address that was checked, so a name cannot lead elsewhere in between.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy.resolver import HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.threads import deferToThreadPool

from scraper.origins import Origin, is_public, opened_origins

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase


def system_lookup(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a name or a literal, IPv4 first; an empty list where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    addresses = dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found)
    return sorted(addresses, key=lambda address: ":" in address)


def checked_addresses(host: str, port: int, opened: Collection[Origin]) -> tuple[list[str], list[str]]:
    """The addresses of a host that may be connected to, and those that may not."""
    addresses = system_lookup(host, port)
    if Origin(host.lower().rstrip("."), port) in opened:
        return addresses, []
    public = [address for address in addresses if is_public(ipaddress.ip_address(address))]
    return public, [address for address in addresses if address not in public]


class GuardedResolver:
    """Twisted's resolver (IHostnameResolver); `refused` holds what names led to that may not be reached."""

    refused: ClassVar[dict[str, str]] = {}

    def __init__(self, reactor: ReactorBase, opened: frozenset[Origin]) -> None:
        self._reactor: Any = reactor
        self._opened = opened

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Scrapy's constructor."""
        return cls(reactor, opened_origins(crawler.settings.getlist("KEHOACH_ALLOW_PRIVATE")))

    def install_on_reactor(self) -> None:
        """Scrapy's hook."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[Any]] | None = None,  # noqa: N803, ARG002
        transportSemantics: str = "TCP",  # noqa: N803, ARG002
    ) -> HostResolution:
        """Twisted's question; the answer leaves private addresses out."""
        resolution = HostResolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)

        def answer(found: tuple[list[str], list[str]]) -> None:
            public, private = found
            if private and not public:
                self.refused[hostName] = private[0]
            for address in public:
                kind = IPv6Address if ":" in address else IPv4Address
                resolutionReceiver.addressResolved(kind("TCP", address, portNumber))
            resolutionReceiver.resolutionComplete()

        asked = deferToThreadPool(
            self._reactor, self._reactor.getThreadPool(), checked_addresses, hostName, portNumber, self._opened
        )
        asked.addCallbacks(answer, lambda _: answer(([], [])))
        return resolution
