"""Which addresses the crawler may reach: judged as they are written, and as what a name leads to.

Public is what the registries call globally reachable; an address that carries an IPv4 address inside (mapped, 6to4,
Teredo, NAT64, ISATAP) is judged by that. The operator opens a single origin, host and port, with
`--allow-private HOST:PORT`.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

from archive.errors import UsageError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
DEFAULT_PORTS = {"http": 80, "https": 443}
WEB_PORTS = frozenset({80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 443})
FIRST_FREE_PORT = 1024
OTHER_SERVICES = frozenset({2049, 2375, 3306, 3389, 5432, 5900, 5984, 6000, 6379, 9200, 11211, 27017})
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?")
_PRIVATE_NAMES = re.compile(r"(?:.*\.)?(?:localhost|local|internal|localdomain|lan|home\.arpa|in-addr\.arpa|ip6\.arpa)")
_CARRIES_IPV4 = tuple(
    map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96"))
)  # NAT64 (RFC 6052, RFC 8215), IPv4-compatible, IPv4-translated (SIIT)
_REFUSED = tuple(map(ipaddress.ip_network, ("192.88.99.0/24", "3fff::/20", "5f00::/16", "fec0::/10")))


class ForbiddenAddressError(IgnoreRequest):
    """A request to an address that the crawler may not reach; the text says why."""


class Origin(NamedTuple):
    """A host and port."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `HOST:PORT` (IPv6 in brackets); raises UsageError."""
        try:
            parts = urlsplit(f"//{text}")
            if parts.hostname and parts.port and parts.netloc == text and "@" not in text:
                return cls(parts.hostname, parts.port)
        except ValueError:
            pass
        raise UsageError(f"{text!r} is no HOST:PORT; write for example --allow-private 127.0.0.2:8610.")


def opened_origins(texts: Iterable[str]) -> frozenset[Origin]:
    """The origins that the operator opened."""
    return frozenset(Origin.parse(text) for text in texts)


@lru_cache(maxsize=64)
def origin_of(url: str) -> Origin:
    """The host and port that a request to `url` reaches; raises ForbiddenAddressError for anything but http(s).

    Names before an @, backslashes, blanks and letters that a resolver might read differently are refused: what one
    parser takes for the host another one may not.
    """
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise ForbiddenAddressError(f"{url!r} is no well-formed address") from error
    if parts.scheme not in DEFAULT_PORTS or not host:
        raise ForbiddenAddressError(f"only http and https are fetched, not {url!r}")
    if "@" in parts.netloc or "\\" in url or not url.isprintable() or not (_HOST.fullmatch(host) or ":" in host):
        raise ForbiddenAddressError(f"{url!r} is no address of a public host")
    return Origin(host.rstrip("."), DEFAULT_PORTS[parts.scheme] if port is None else port)


def literal_address(host: str) -> Address | None:
    """The address that a host spells out in any notation that a system library accepts; None for a name."""
    host = host.strip("[]").split("%")[0].rstrip(".")
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not host or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_private(host: str) -> bool:
    """Whether a host is a private address, or a name that no public host has."""
    literal = literal_address(host)
    if literal is not None:
        return not is_public(literal)
    return "." not in host or _PRIVATE_NAMES.fullmatch(host) is not None


def is_played(host: str) -> bool:
    """Whether a host is a private address: what answers there plays a portal and is none."""
    literal = literal_address(host)
    return literal is not None and not is_public(literal)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = _carried(address)
        if inner is not None:
            return is_public(inner)
    refused = any(address in network for network in _REFUSED if network.version == address.version)
    return address.is_global and not address.is_multicast and not refused


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside."""
    number = int(address)
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    isatap = number >> 32 & 0xFDFF_FFFF == 0x5EFE
    if inner is None and (isatap or any(address in network for network in _CARRIES_IPV4)):
        inner = ipaddress.IPv4Address(number & 0xFFFF_FFFF)
    return inner


def check_address(url: str, opened: Collection[Origin]) -> None:
    """Raise ForbiddenAddressError for a scheme, a port, a literal address or a name that may not be fetched."""
    origin = origin_of(url)
    if origin in opened:
        return
    if is_private(origin.host):
        named = literal_address(origin.host) is None
        raise ForbiddenAddressError(
            f"{origin.host} is a private name" if named else f"{origin.host}:{origin.port} is a private address"
        )
    if origin.port in OTHER_SERVICES or (origin.port < FIRST_FREE_PORT and origin.port not in WEB_PORTS):
        raise ForbiddenAddressError(f"port {origin.port} of {origin.host} is no web server's")


def check_request(url: str, family: Collection[str] | None, opened: Collection[Origin]) -> None:
    """The same, and the host must be of the portal's family where one is given."""
    check_address(url, opened)
    if family is not None and not belongs(host := origin_of(url).host, family):
        raise ForbiddenAddressError(f"{host} is not a host of the portal")


def allowed(url: str, family: Collection[str] | None, opened: Collection[Origin]) -> bool:
    """Whether `check_request` has no objection."""
    try:
        check_request(url, family, opened)
    except ForbiddenAddressError:
        return False
    return True


def belongs(host: str, family: Collection[str]) -> bool:
    """Whether a host is one of the portal's, with or without `www.` or `m.`; a name below it is another portal."""
    return host in family or _bare(host) in {_bare(member) for member in family}


def _bare(host: str) -> str:
    host = host.lower().rstrip(".")
    for prefix in ("www.", "m.", "mobile."):
        if host.startswith(prefix):
            return host.removeprefix(prefix)
    return host
