"""Lines that say how to reach somebody by telephone."""

from __future__ import annotations

import re

from scraper.reading.lines import Line

_TELEPHONE = re.compile(r"(?<!\d)(?:\+84|0\d|1[89]00)(?:[ .-]?\d){4,9}(?!\d)")


def gives_number(line: Line) -> bool:
    """Whether a line says how to reach somebody by telephone: "Đường dây nóng: 0261 000 911"."""
    return ":" in line.text and not line.hrefs and _TELEPHONE.search(line.text) is not None
