"""What can be followed: portals that the archive holds, and provinces by their names of today."""

from __future__ import annotations

from archive.database import open_for_reading, plain_errors
from archive.folder import ArchiveFolder
from archive.search.filters import Filters
from archive.search.known import known_portal, province_today


def known_limits(folder: ArchiveFolder, province: str | None, portal: str | None, *, plans: bool) -> Filters:
    """The filters of a follow; raises UsageError for a portal or a province that there is not."""
    if province or portal:
        with plain_errors(folder):
            database = open_for_reading(folder)
            portal = known_portal(database.conn, portal)
            province = province_today(database.conn, province)
            database.close()
    return Filters(province_now=province, portal=portal, plans=plans)
