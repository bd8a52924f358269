"""In which order portals are crawled: those that share a server one after the other, others side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from scraper.facts import Portal
from scraper.resolver import system_lookup

LOOKUPS_AT_ONCE = 32
HTTPS = 443


def addresses_of(
    portals: Iterable[Portal], lookup: Callable[[str, int], list[str]] = system_lookup
) -> dict[str, frozenset[str]]:
    """The addresses of each portal's host, by the portal's name; empty where the name leads nowhere."""
    chosen = list(portals)
    with ThreadPoolExecutor(LOOKUPS_AT_ONCE) as pool:
        found = pool.map(lambda portal: lookup(portal.host, HTTPS), chosen)
        return {portal.name: frozenset(addresses) for portal, addresses in zip(chosen, found, strict=True)}


class Line:
    """Portals that wait; `crawled` are those whose turn it is now, with the addresses that they keep busy."""

    def __init__(self, portals: Iterable[Portal], addresses: Mapping[str, frozenset[str]]) -> None:
        self._waiting = list(portals)
        self._addresses = addresses
        self.crawled: dict[str, frozenset[str]] = {}

    def next(self) -> Portal | None:
        """The first portal whose server is idle, now crawled; None where there is none at this moment."""
        busy = frozenset().union(*self.crawled.values())
        for portal in self._waiting:
            addresses = self._addresses.get(portal.name, frozenset())
            if busy.isdisjoint(addresses):
                self._waiting.remove(portal)
                self.crawled[portal.name] = addresses
                return portal
        return None

    def ended(self, portal: Portal) -> None:
        """A portal's crawl is over."""
        del self.crawled[portal.name]
