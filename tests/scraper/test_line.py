"""Portals that share a server wait for each other; others do not."""

from __future__ import annotations

from dataclasses import replace

from scraper.facts import load_portals
from scraper.line import Line, addresses_of

PATTERN = next(iter(load_portals().values()))
PORTALS = [replace(PATTERN, name=f"portal-{letter}", start=(f"https://{letter}.example/",)) for letter in "abcd"]
SERVERS = {"a.example": ["192.0.2.1"], "b.example": ["192.0.2.1", "2001:db8::1"], "c.example": ["192.0.2.2"]}


def lookup(host: str, _: int) -> list[str]:
    return SERVERS.get(host, [])


def test_the_addresses_of_each_portal_are_looked_up_once() -> None:
    assert addresses_of(PORTALS, lookup) == {
        "portal-a": frozenset({"192.0.2.1"}),
        "portal-b": frozenset({"192.0.2.1", "2001:db8::1"}),
        "portal-c": frozenset({"192.0.2.2"}),
        "portal-d": frozenset(),
    }


def test_portals_of_one_server_are_crawled_one_after_the_other() -> None:
    line = Line(PORTALS, addresses_of(PORTALS, lookup))
    first = [line.next(), line.next(), line.next(), line.next()]
    assert [portal.name if portal else None for portal in first] == ["portal-a", "portal-c", "portal-d", None]
    line.ended(PORTALS[2])
    assert line.next() is None
    line.ended(PORTALS[0])
    last = line.next()
    assert last is not None
    assert last.name == "portal-b"
    assert line.next() is None
