"""What leads below the address of a page: to what is of its section, where addresses tell sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scraper.reading.units import Unit

_ENDING = re.compile(r"(?:/(?:pages/)?(?:default|index)\.\w+|\.\w+)$", re.IGNORECASE)
"""How an address ends behind its section: as the page that its directory opens with (SharePoint's are in a library
"Pages" of the section), or as a file called after it."""


def is_within(unit: Unit, own: str) -> bool:
    """Whether all links of a unit lead below the page's own address."""
    return all_below((member.link.url for member in unit.members), own)


def all_below(urls: Iterable[str], own: str) -> bool:
    """Whether some addresses are all below a page's own, which is of a directory of the host at least."""
    section = _ENDING.sub("", own.partition("?")[0]).rstrip("/") + "/"
    return section.count("/") > 3 and all(url.startswith(section) for url in urls)
