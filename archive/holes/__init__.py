"""Numbers that are missing from dense series of papers ("Số khuyết": 41, 42, 44 → 43): found, listed and exported.

What the public is told stands in the table `hole` of the public database: a number whose paper the archive holds and
withholds is neither shown there nor said to be missing.
"""

from archive.holes.rows import (
    Hole,
    drop_orphaned_holes,
    holes_of,
    holes_to_show,
    publish_holes,
    published_holes,
    write_holes,
)
from archive.holes.series import Stretch, find_holes

__all__ = [
    "Hole",
    "Stretch",
    "drop_orphaned_holes",
    "find_holes",
    "holes_of",
    "holes_to_show",
    "publish_holes",
    "published_holes",
    "write_holes",
]
