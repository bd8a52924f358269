"""How each portal fares, judged by what arrived: its rhythm, its state, and since when."""

from __future__ import annotations

from archive.health.assess import refresh
from archive.health.portals import PortalHealth, healths
from archive.health.states import STATES, TROUBLED, State

__all__ = ["STATES", "TROUBLED", "PortalHealth", "State", "healths", "refresh"]
