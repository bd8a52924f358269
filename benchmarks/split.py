"""The split of ../shared/corpus: a row whose sha256(literal) mod 3 is 0 is set aside and not read while building."""

from __future__ import annotations

import hashlib


def is_set_aside(literal: str) -> bool:
    """Whether the row with this literal belongs to the third that nobody reads before the score is taken."""
    return int(hashlib.sha256(literal.encode()).hexdigest(), 16) % 3 == 0
