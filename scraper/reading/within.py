"""What leads below the address of a page: to what is of its section, where addresses tell sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scraper.reading.units import Unit

_ENDING = re.compile(r"(?:/tabid/\d+\b.*|/(?:pages/)?(?:default|index)\.\w+|\.\w+)$", re.IGNORECASE)
"""How an address ends behind its section: as the page that its directory opens with (SharePoint's are in a library
"Pages" of the section), as a file called after it, or with the number of a tab (DotNetNuke)."""


def is_within(unit: Unit, own: str) -> bool:
    """Whether all links of a unit lead below the page's own address."""
    return all_below((member.link.url for member in unit.members), own)


def sub_section(unit: Unit, own: str) -> str:
    """The directory below the page's own address that all links of a unit lead below; empty where there is none."""
    start = len(_section(own))
    below = {member.link.url[start:].partition("?")[0].partition("/")[:2] for member in unit.members}
    directory, behind = below.pop()
    return directory if behind and not below and is_within(unit, own) else ""


def all_below(urls: Iterable[str], own: str) -> bool:
    """Whether some addresses are all below a page's own, which is of a directory of the host at least."""
    section = _section(own)
    return section.count("/") > 3 and all(url.startswith(section) for url in urls)


def count_below(urls: Iterable[str], own: str) -> int:
    """How many of some addresses are below another one."""
    section = _section(own)
    return sum(url.startswith(section) for url in urls) if section.count("/") > 3 else 0


def _section(own: str) -> str:
    return _ENDING.sub("", own.partition("?")[0]).rstrip("/") + "/"
