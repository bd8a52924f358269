"""What can be followed: portals that the archive holds, and provinces by their names of today."""

from __future__ import annotations

from archive.database import open_for_reading, plain_errors
from archive.errors import NoSuchPortalError, UsageError
from archive.folder import ArchiveFolder
from archive.search.filters import Filters
from archive.vietnamese.places import find_province, province_now


def known_limits(folder: ArchiveFolder, province: str | None, portal: str | None, *, plans: bool) -> Filters:
    """The filters of a follow; raises UsageError for a portal or a province that there is not."""
    if province or portal:
        with plain_errors(folder):
            database = open_for_reading(folder)
            known = dict(database.execute("SELECT name, province_now FROM portal").fetchall())
            database.close()
        if portal and portal not in known:
            raise NoSuchPortalError(portal)
        province = _today(province, set(known.values())) if province else None
    return Filters(province_now=province, portal=portal, plans=plans)


def _today(name: str, of_portals: set[str]) -> str:
    """A province as the archive calls it, however it was typed."""
    if name in of_portals:
        return name
    found = find_province(name)
    if found is None:
        raise UsageError(f"There is no province {name!r}; write its name of today, for example Quảng Ngãi.")
    today = province_now(found).name
    if today != found.name:
        raise UsageError(f"{found.name} is part of {today} today; follow that, or a portal of it with --portal.")
    return today
