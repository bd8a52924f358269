"""The health of portals in Prometheus' text format, version 0.0.4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from archive.health.portals import PortalHealth
from archive.health.states import STATES

_GAUGES: tuple[tuple[str, str, Callable[[PortalHealth], float | None]], ...] = (
    ("announcements", "Announcements kept.", lambda health: health.announcements),
    ("waiting_addresses", "Addresses that the ledger has still to fetch.", lambda health: health.waiting),
    ("failed_addresses", "Addresses that failed in the end.", lambda health: health.failed),
    ("overdue", "1 when nobody has looked at the portal for days.", lambda health: int(health.overdue)),
    ("looked_at_seconds", "When the portal was last looked at, Unix time.", lambda health: _unix(health.looked_at)),
    ("newest_seconds", "The day of the newest announcement, Unix time.", lambda health: _unix(health.newest)),
)


def exposition(found: Sequence[PortalHealth]) -> str:
    """The text: one gauge `kehoach_portal_state` with the state as a label, and the numbers of each portal."""
    lines = _head("state", "1 for the state that the portal is in.")
    for health in found:
        lines += [
            f'kehoach_portal_state{{portal="{_label(health.portal)}",state="{state}"}} {int(state == health.state)}'
            for state in STATES
        ]
    for name, what, value in _GAUGES:
        lines += _head(name, what)
        lines += _samples(name, ((health.portal, value(health)) for health in found))
    return "\n".join(lines) + "\n"


def _head(name: str, what: str) -> list[str]:
    return [f"# HELP kehoach_portal_{name} {what}", f"# TYPE kehoach_portal_{name} gauge"]


def _samples(name: str, values: Iterable[tuple[str, float | None]]) -> list[str]:
    return [
        f'kehoach_portal_{name}{{portal="{_label(portal)}"}} {value:.0f}'
        for portal, value in values
        if value is not None
    ]


def _label(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _unix(moment: str | None) -> float | None:
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp() if moment else None
