"""Where a crawl may go: http and https, the portal's own hosts, public addresses; anything else is refused.

Literal addresses are judged as they stand in the request (also decimal, octal, hexadecimal and mapped ones), names
when they are resolved, by the resolver that the connection itself uses, so a name cannot change in between. The
operator opens single private origins with `--allow-private HOST:PORT`.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, fail
from twisted.internet.error import DNSLookupError

from archive.errors import UsageError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase

PART = "kehoach_part"
"""The mark of a request for a part of a page that is being drawn: any public host may give it, as to a visitor."""
DEFAULT_PORTS = {"http": 80, "https": 443}


class ForbiddenAddressError(IgnoreRequest):
    """A request to an address that the crawler may not reach; the text says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A host and port that the operator opened."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `HOST:PORT` (IPv6 in brackets); raises UsageError."""
        try:
            parts = urlsplit(f"//{text}")
            if parts.hostname and parts.port:
                return cls(parts.hostname, parts.port)
        except ValueError:
            pass
        raise UsageError(f"{text!r} is no HOST:PORT; write for example --allow-private 127.0.0.2:8610.")


def origin_of(url: str) -> Origin:
    """The host and port that a request to `url` reaches; raises ForbiddenAddressError for anything but http(s)."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ForbiddenAddressError(f"{url!r} is no well-formed address") from error
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ForbiddenAddressError(f"only http and https are fetched, not {url!r}")
    return Origin(parts.hostname.rstrip("."), port or DEFAULT_PORTS[parts.scheme])


def literal_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host spells out in any notation that a system library accepts; None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").split("%")[0])
    except ValueError:
        pass
    if not host or not (host[0].isdigit() or host.lower().startswith("0x")):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address belongs to the public internet; a mapped or translated one is judged by what is inside."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.IPv6Network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def check_address(url: str, opened: Iterable[Origin]) -> None:
    """Raise ForbiddenAddressError for a scheme or a literal address that may not be fetched."""
    origin = origin_of(url)
    if origin in set(opened):
        return
    literal = literal_address(origin.host)
    if literal is not None and not is_public(literal):
        raise ForbiddenAddressError(f"{origin.host}:{origin.port} is a private address")
    if literal is None and (origin.host == "localhost" or origin.host.endswith((".localhost", ".local", ".internal"))):
        raise ForbiddenAddressError(f"{origin.host} is a private name")


class GuardMiddleware:
    """Refuses requests outside the portal's hosts or to private addresses, before they and their redirects leave."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._opened = opened_origins(crawler.settings.getlist("KEHOACH_ALLOW_PRIVATE"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ForbiddenAddressError, which ends the request with that outcome."""
        check_address(request.url, self._opened)
        portal = getattr(self._crawler.spider, "portal", None)
        if portal is None or request.meta.get(PART):
            return
        host = origin_of(request.url).host
        if not belongs(host, portal.family):
            raise ForbiddenAddressError(f"{host} is not a host of the portal {portal.name}")


class GuardedResolver(CachingThreadedResolver):
    """Resolves names for Twisted and refuses those that lead to private addresses."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, opened: frozenset[Origin]) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._opened_hosts = {origin.host for origin in opened}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Scrapy's constructor."""
        settings = crawler.settings
        return cls(
            reactor,
            settings.getint("DNSCACHE_SIZE"),
            settings.getfloat("DNS_TIMEOUT"),
            opened_origins(settings.getlist("KEHOACH_ALLOW_PRIVATE")),
        )

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802
        """The address of a name, or a failed lookup where it is private."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found if name in self._opened_hosts else found.addCallback(_refuse_private, name)


def opened_origins(texts: Iterable[str]) -> frozenset[Origin]:
    """The origins that the operator opened."""
    return frozenset(Origin.parse(text) for text in texts)


def belongs(host: str, family: Iterable[str]) -> bool:
    """Whether a host is one of the portal's, with or without `www.` or `m.`; a name below it is another portal."""
    return _bare(host) in {_bare(member) for member in family}


def _bare(host: str) -> str:
    host = host.lower().rstrip(".")
    for prefix in ("www.", "m.", "mobile."):
        if host.startswith(prefix):
            return host.removeprefix(prefix)
    return host


def _refuse_private(address: str, name: str) -> str | Deferred[str]:
    if is_public(ipaddress.ip_address(address)):
        return address
    refused: Deferred[str] = fail(DNSLookupError(f"{name} leads to the private address {address}"))
    return refused
