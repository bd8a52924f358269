"""The states of a portal, and the finding of one crawl of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from archive.health.evidence import Evidence

State = Literal[
    "ok",  # it answers, and publishes in its rhythm
    "quiet",  # it answers, and has published nothing for longer than its rhythm
    "empty",  # its listings come without items
    "changed",  # pages come, but what used to be on them is not found
    "failed",  # it answers, but its crawl failed in part or whole, and no crawl has ever found it well
    "blocked",  # it refuses us: a bot wall, 403, robots.txt, perhaps by country
    "unreachable",  # no answer: no address, refused, too slow, a bad certificate, server errors
    "moved",  # it sends its visitors to another site
    "closed",  # it is known to have ended
    "untried",  # it was never crawled
]
KILLED = "it was killed; started again, it goes on where it was"
"""Why a run is interrupted that came to no end of its own."""
Shown = Literal[State, "paused", "overdue"]
"""What readers are told: a state, or why the state of the last look says nothing of today."""
STATES: tuple[State, ...] = get_args(State)
TROUBLED: frozenset[State] = frozenset({"quiet", "empty", "changed", "failed", "blocked", "unreachable", "moved"})
"""The states that somebody should look at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one crawl found a portal to be, and by what."""

    state: State
    evidence: Evidence
