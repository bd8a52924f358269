"""The split of ../shared/corpus: a row whose sha256(literal) mod 3 is 0 is set aside and not read while building.

As first taken, the set-aside thirds gave 35 of 37 dates with none invented in 3 lines, the people of 27 of 27 bylines
and 26 of 27 organisations, 67 of 67 document numbers with none too many, and 81 of 84 roles (of our own sentences).
"""

from __future__ import annotations

import hashlib


def is_set_aside(literal: str) -> bool:
    """Whether the row with this literal belongs to the third that nobody reads before the score is taken."""
    return int(hashlib.sha256(literal.encode()).hexdigest(), 16) % 3 == 0
