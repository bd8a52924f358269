"""The facts of portals: one TOML file per province, ten lines per portal."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

PACKAGED = Path(__file__).with_name("portals")
SYSTEMS = ("party", "peoples_committee", "council", "front", "press", "other")
LEVELS = ("central", "province", "district", "commune", "unit")
STATES = ("active", "moved", "closed", "unknown")


class PortalFactsError(ValueError):
    """A portal's facts are missing, misspelt or contradict each other; the message names file, portal and fact."""


class UnknownPortalError(LookupError):
    """No facts exist under that name."""


@dataclass(frozen=True, slots=True)
class Portal:
    """A web site of one agency, as facts.

    `start` are listing, feed or site-map addresses to begin with; `hosts` further hosts of the same portal.
    `province` is the name of the province at the time of the portal's last page ("Kon Tum").
    """

    name: str
    title: str
    province: str
    agency: str
    system: str
    level: str
    platform: str
    start: tuple[str, ...]
    state: str
    evidence: str
    hosts: tuple[str, ...] = ()
    host_is_guess: bool = False
    first: date | None = None
    last: date | None = None
    successor: str | None = None
    tried: date | None = None
    note: str | None = None
    webmaster: str | None = None
    article: str | None = None
    demo: bool = False
    delay: float = 1.0
    verify_certificates: bool = True
    max_pages: int = 500
    publish: str = "full"

    @property
    def host(self) -> str:
        """The host of the first start address, without port."""
        return urlsplit(self.start[0]).hostname or ""

    @property
    def family(self) -> frozenset[str]:
        """Every host that belongs to the portal."""
        return frozenset({urlsplit(address).hostname or "" for address in self.start} | set(self.hosts))
