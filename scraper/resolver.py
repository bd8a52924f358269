"""Names to addresses, for the client and for the browser: only public ones, or those of an origin that is opened.

Each lookup is judged by itself, and the connection is made to the very address that was judged, so a name cannot lead
elsewhere in between.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Collection

from scrapy.exceptions import CannotResolveHostError

from scraper.origins import ForbiddenAddressError, Origin, is_public


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


async def addresses_to_connect(host: str, port: int, opened: Collection[Origin]) -> list[str]:
    """The addresses of a host that may be connected to, at least one.

    Raises ForbiddenAddressError where it only has others, CannotResolveHostError where it has none.
    """
    public, private = await asyncio.get_running_loop().run_in_executor(None, checked_addresses, host, port, opened)
    if private and not public:
        raise ForbiddenAddressError(f"{host} leads to the private address {private[0]}")
    if not public:
        raise CannotResolveHostError(f"the name {host} is unknown")
    return public
