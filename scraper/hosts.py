"""Which portal an address belongs to, by its host, its time and what its record says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit

from archive.addresses import canonical_address
from archive.clock import VIETNAM
from scraper.facts import Portal, may_be_name
from scraper.origins import belongs, is_played


class Hosts:
    """The portals of which facts are at hand, by host; of a host that none names a stranger is made."""

    def __init__(self, portals: Mapping[str, Portal]) -> None:
        self.known = portals
        self._by_host: dict[str, list[Portal]] = {}
        for portal in portals.values():
            for host in portal.family:
                self._by_host.setdefault(host, []).append(portal)
        self._candidates: dict[tuple[str, str | None], list[Portal]] = {}

    def portal_of(self, url: str, moment: datetime, named: str | None = None) -> Portal | None:
        """The portal of an answer of that time, None where `url` is no web address.

        `named` is the portal that a record of ours is of, which stays its own where no facts are at hand of it or of
        its host. What plays on the demo's addresses is of the demo, but for records of ours that are of another portal.
        """
        host = host_of(url)
        if not host:
            return None
        if (host, named) not in self._candidates:
            self._candidates[host, named] = self._possible(host, named) or [self._nobodys(host, named)]
        return of_time(self._candidates[host, named], moment)

    def portal_named(self, name: str, url: str) -> Portal:
        """The portal of that name; a stranger of that name where its facts are not at hand."""
        return self.known.get(name) or replace(stranger(host_of(url) or name), name=name)

    def _nobodys(self, host: str, named: str | None) -> Portal:
        nobodys = stranger(host)
        return replace(nobodys, name=named) if named and named not in self.known and may_be_name(named) else nobodys

    def _possible(self, host: str, named: str | None) -> list[Portal]:
        known = self._by_host.get(host) or next(
            (portals for name, portals in self._by_host.items() if belongs(host, {name})), []
        )
        own = [portal for portal in known if portal.name == named]
        return own or [portal for portal in known if named is None or not portal.demo]


def of_time(portals: Iterable[Portal], moment: datetime) -> Portal:
    """Which of the portals that a host has belonged to was there at that time; the nearest where none says so."""
    day = moment.astimezone(VIETNAM).date()
    return min(portals, key=lambda portal: _days_outside(portal, day))


def _days_outside(portal: Portal, day: date) -> int:
    before = (portal.first - day).days if portal.first else 0
    after = (day - portal.last).days if portal.last else 0
    return max(before, after, 0)


def host_of(url: str) -> str | None:
    """The host of a web address; None where it is none."""
    address = canonical_address(url)
    return urlsplit(address).hostname if address else None


def taken_as_stored(names: Iterable[str]) -> str:
    """What to say where a job goes by the facts that the archive holds, since none of these portals are at hand."""
    return (
        f"No facts are at hand of {', '.join(names)} (--portals DIR or KEHOACH_PORTALS name their folder); "
        "they were taken as stored"
    )


def named_by_records(names: Iterable[str]) -> str:
    """What to say where a job knows of these portals no more than their records and addresses tell."""
    return (
        f"No facts are at hand of {', '.join(names)} (--portals DIR or KEHOACH_PORTALS name their folder); only their "
        "names and hosts are known, until `kehoach reread` is told that folder"
    )


def stranger(host: str) -> Portal:
    """A portal of which only the host is known; nothing about it is guessed.

    What has a private address plays a portal and is none, so it is marked as a demo, as a probe marks it.
    """
    name = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")
    return Portal(
        name=name or "host",
        title=host,
        province="",
        agency=host,
        system="other",
        level="unit",
        platform="labelled",
        start=(f"http://{host}/",),
        state="unknown",
        evidence="Its pages were ingested; no facts are known.",
        demo=is_played(host),
    )
