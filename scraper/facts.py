"""The facts of portals: one TOML file per province, about ten lines per portal.

Each table of a file is a portal and its name the portal's name. A fact that is missing, misspelt or impossible stops
the program with a sentence that names it; nothing is filled in.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archive.errors import UsageError
from archive.vietnamese.places import find_province, provinces

PACKAGED = Path(__file__).with_name("portals")
DEMO = Path(__file__).with_name("demo") / "portals.toml"
SYSTEMS = ("party", "peoples_committee", "council", "front", "press", "other")
LEVELS = ("central", "province", "district", "commune", "unit")
STATES = ("active", "moved", "closed", "unknown")
PUBLISH = ("full", "excerpt")
LEAST_DELAY_SECONDS = 1.0
"""Between two requests to a public host; a portal that is played on a private address may be asked sooner."""
MAX_DELAY_SECONDS = 3600.0
_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
    "date": (date,),
}
_OWN_FOLDERS = "name their folder with --portals DIR or in KEHOACH_PORTALS"
_HOURS = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")
_WEB_HOST = re.compile(r"https?://(\[[^\]]*\]|[^/:?#]+)")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PortalFactsError(UsageError):
    """A portal's facts are missing, misspelt or contradict each other; the message names file, portal and fact."""


class UnknownPortalError(UsageError):
    """No facts exist under that name."""


@dataclass(frozen=True)
class Portal:
    """A web site of one agency, as facts.

    `start` are listing, feed or site-map addresses to begin with, `hosts` further hosts of the same portal or of
    the scripts that draw it, `province` the province's name at the time of the portal's last page, `state` what
    became of the portal and `successor` where it went, `evidence` where its address is known from, `sample` one
    address as it was seen there, article or listing, `tried` the day of the last live try. `platform` is what the
    samples show; each page's own signs come first.
    `script` says that only a script draws the portal's pages: those that print nothing are drawn in a browser.
    `publish` is "excerpt" where only title, beginning and link of its articles may be published, the rule for
    newspapers, else "full". `verify_certificates = false` and `old_tls` are for a wrong certificate, for a server of
    another age; captures say so. `delay` is in seconds between two requests, `max_pages` the ceiling of listing pages
    in one run, `daily_ceiling` that of requests in a day, `hours` when it may be crawled ("22:00-06:00"), both by the
    clock of Vietnam.
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
    sample: str | None = None
    hosts: tuple[str, ...] = ()
    host_is_guess: bool = False
    first: date | None = None
    last: date | None = None
    successor: str | None = None
    tried: date | None = None
    note: str | None = None
    webmaster: str | None = None
    article: str | None = None
    publish: str = "full"
    delay: float = LEAST_DELAY_SECONDS
    max_pages: int = 2000
    daily_ceiling: int | None = None
    hours: str | None = None
    cookies: bool = False
    script: bool = False
    verify_certificates: bool = True
    old_tls: bool = False
    demo: bool = False

    @property
    def host(self) -> str:
        """The host of the first start address, without port."""
        return urlsplit(self.start[0]).hostname or ""

    @cached_property
    def family(self) -> frozenset[str]:
        """Every host that belongs to the portal."""
        return frozenset({urlsplit(address).hostname or "" for address in self.start} | set(self.hosts))


def portal_folders(extra: Iterable[Path] = ()) -> list[Path]:
    """The folders that facts are read from: the package's own, KEHOACH_PORTALS, then those named on the command."""
    named = os.environ.get("KEHOACH_PORTALS", "")
    return [PACKAGED, *(Path(part) for part in named.split(os.pathsep) if part), *extra]


def load_portals(folders: Iterable[Path] | None = None, names: Collection[str] = ()) -> dict[str, Portal]:
    """Every portal of the given folders (default: `portal_folders()`), by name; later folders may not repeat a name.

    Where `names` are given, a file that says none of them is passed over.
    """
    portals: dict[str, Portal] = {}
    for folder in portal_folders() if folders is None else folders:
        if not folder.is_dir():
            raise PortalFactsError(f"There is no folder {folder} to read portals from.")
        for file in sorted(folder.glob("*.toml")):
            for portal in read_portal_file(file, names):
                if portal.name in portals:
                    raise PortalFactsError(f"{file}: the portal {portal.name!r} is described twice.")
                portals[portal.name] = portal
    return portals


def load_demo_portals(port: int | None = None, names: Collection[str] = ()) -> dict[str, Portal]:
    """The five demo portals; `port` (default: KEHOACH_DEMO_PORT) puts them on another port than their facts say.

    None where `names` are given that are no demo portals'.
    """
    named = os.environ.get("KEHOACH_DEMO_PORT", "")
    port = int(named) if port is None and named.isdigit() else port
    portals = read_portal_file(DEMO, names)
    return {
        portal.name: portal if port is None else replace(portal, start=_on_port(portal.start, port))
        for portal in portals
    }


def _on_port(addresses: tuple[str, ...], port: int) -> tuple[str, ...]:
    return tuple(re.sub(r":\d+(?=/|$)", f":{port}", address, count=1) for address in addresses)


def choose(portals: Mapping[str, Portal], names: Iterable[str], archived: Collection[str] = ()) -> list[Portal]:
    """The named portals; raises UnknownPortalError with the nearest name where one does not exist.

    `archived` are the names of portals that an archive holds, whose facts may lie in a folder that was not named.
    """
    chosen = []
    for name in names:
        if name not in portals:
            raise UnknownPortalError(_unknown(name, portals, archived))
        chosen.append(portals[name])
    return chosen


def _unknown(name: str, portals: Iterable[str], archived: Collection[str]) -> str:
    if name in archived:
        return f"The archive holds the portal {name!r}, but its facts are in none of the folders read: {_OWN_FOLDERS}."
    near = _nearest(name, portals) or " `kehoach portals list` shows those that are known."
    return f"There is no portal {name!r}.{near} If its facts are your own: {_OWN_FOLDERS}."


def may_be_name(name: str) -> bool:
    """Whether a portal may have that name."""
    return _NAME.fullmatch(name) is not None


def checked_name(name: str) -> str:
    """A name that a portal may have; raises UsageError for another one."""
    if not may_be_name(name):
        raise UsageError(f"{name!r} is no portal's name: those are of small letters, digits and hyphens.")
    return name


def checked_province(name: str) -> str:
    """The name of a province of today or before, as it is usually spelt; raises UsageError where there is none."""
    province = find_province(name)
    if province is None:
        raise UsageError(f"{name!r} is no province, of today or before.{_nearest_province(name)}")
    return province.name


def read_portal_file(file: Path, names: Collection[str] = ()) -> list[Portal]:
    """The portals of one TOML file, none where `names` are given and it says none of them; raises PortalFactsError."""
    try:
        text = file.read_text("utf-8")
        if names and not any(name in text for name in names):
            return []
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PortalFactsError(f"{file} is no readable TOML file: {error}.") from error
    return [_portal(file, name, table) for name, table in tables.items()]


def _portal(file: Path, name: str, table: Any) -> Portal:
    where = f"{file.name}, portal {name!r}"
    if not isinstance(table, dict) or not may_be_name(name):
        raise PortalFactsError(f"{where}: a portal is a table with a name of small letters, digits and hyphens.")
    known = {entry.name: entry for entry in fields(Portal)}
    for key in table:
        if key not in known or key == "name":
            raise PortalFactsError(f"{where}: there is no fact called {key!r}.{_nearest(key, known)}")
    for key, entry in known.items():
        if entry.default is MISSING and key != "name" and not table.get(key):
            raise PortalFactsError(f"{where}: the fact {key!r} is missing.")
    facts: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    facts.setdefault("publish", "excerpt" if facts["system"] == "press" else "full")
    portal = Portal(name=name, **facts)
    _check(where, portal)
    return portal


def _check(where: str, portal: Portal) -> None:
    for entry in fields(Portal):
        value = getattr(portal, entry.name)
        if not _fits(str(entry.type), value):
            raise PortalFactsError(f"{where}: the fact {entry.name!r} must be {entry.type}, not {value!r}.")
    for key, allowed in (("system", SYSTEMS), ("level", LEVELS), ("state", STATES), ("publish", PUBLISH)):
        if getattr(portal, key) not in allowed:
            raise PortalFactsError(f"{where}: {key!r} must be one of {', '.join(allowed)}.")
    for address in (*portal.start, *filter(None, (portal.sample, portal.successor))):
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise PortalFactsError(f"{where}: {address!r} is no http or https address.")
    if portal.level != "central" and find_province(portal.province) is None:
        near = _nearest_province(portal.province)
        raise PortalFactsError(f"{where}: the 'province' {portal.province!r} is none, of today or before.{near}")
    if portal.hours is not None:
        if not _HOURS.fullmatch(portal.hours):
            raise PortalFactsError(f"{where}: 'hours' are written as \"22:00-06:00\", not {portal.hours!r}.")
        begin, end = portal.hours.split("-")
        if begin == end:
            raise PortalFactsError(f"{where}: 'hours' {portal.hours!r} leave no time; leave them out for any time.")
    if portal.daily_ceiling is not None and portal.daily_ceiling < 1:
        raise PortalFactsError(f"{where}: 'daily_ceiling' must be 1 or more.")
    if not 0 <= portal.delay <= MAX_DELAY_SECONDS or portal.max_pages < 1:
        raise PortalFactsError(f"{where}: 'delay' must be 0 to {MAX_DELAY_SECONDS:.0f} seconds, 'max_pages' 1 or more.")
    if hurried := _hurried_host(portal.delay, portal.start):
        raise PortalFactsError(f"{where}: {_too_soon(portal.delay, hurried)}")


def checked_delay(delay: float, address: str) -> None:
    """Raise UsageError where an address may not be asked with so short a delay."""
    if hurried := _hurried_host(delay, [address]):
        raise UsageError(_too_soon(delay, hurried))


def _hurried_host(delay: float, addresses: Iterable[str]) -> str | None:
    """The public host that would be asked too often with that delay, None where there is none."""
    if delay >= LEAST_DELAY_SECONDS:
        return None
    from scraper.origins import is_private

    hosts = (host for address in addresses for host in _WEB_HOST.findall(address))
    return next((host for host in hosts if not is_private(host)), None)


def _too_soon(delay: float, host: str) -> str:
    return f"{delay:g} seconds are too short a 'delay' for {host}, a public host; {LEAST_DELAY_SECONDS:g} is the least."


def _fits(declared: str, value: object) -> bool:
    if value is None:
        return "None" in declared
    if declared.startswith("tuple"):
        return isinstance(value, tuple) and all(isinstance(part, str) for part in value)
    expected = _KINDS[declared.split(" | ")[0]]
    return isinstance(value, expected) and (bool in expected or not isinstance(value, bool))


def _nearest_province(name: str) -> str:
    return _nearest(name, (province.name for province in provinces()))


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
