"""What of a capture anybody may see: its words with private numbers masked, its bytes where there is nothing to mask.

Bytes cannot be masked and stay evidence; where they hold a private person's number or the title of something
withheld, they stay sealed with the operator.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from archive.masking import mask
from archive.vietnamese.spelling import fold


def title_digest(title: str) -> str:
    """By which a withheld title is known without being told; spelling, case and white space do not matter."""
    return hashlib.sha256(" ".join(fold(title).split()).encode()).hexdigest()


def shown_lines(lines: Sequence[str], sealed_titles: Collection[str]) -> list[str]:
    """The lines of a captured page as they may be shown."""
    kept = [line for line in lines if not sealed_titles or title_digest(line) not in sealed_titles]
    return mask("\n".join(kept)).split("\n") if kept else []


def is_clean(source: str) -> bool:
    """Whether a page's source holds nothing that is masked, in attributes and scripts either."""
    return mask(source) == source
