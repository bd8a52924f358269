"""What a closed site says of itself, for messages: its sentence, with the address that it names."""

from __future__ import annotations

import re
from textwrap import shorten
from urllib.parse import urlsplit

from scraper.reading.closing import closing_of
from scraper.reading.page import Page
from scraper.reading.result import Reading

_TOLD = 300
"""Characters of the sentence that are told."""
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+(?:vn|com|net|org)\b(?:[/:][^\s\"'<>()]*)?(?<![.,;:])", re.IGNORECASE
)
_HOME = ".vn"


def words_of_closing(page: Page, reading: Reading) -> str | None:
    """A clause that quotes what a closed site says; None where a page is not closed or does not say so.

    An address behind what is told of a long sentence, or only linked, is named after it.
    """
    closing = closing_of(page, reading) if reading.outcome == "closed" else None
    if closing is None:
        return None
    told = shorten(closing.line, _TOLD, placeholder="…")
    named = _ADDRESS.findall(closing.line) or _linked(page)
    further = [address for address in dict.fromkeys(named) if address not in told][:1]
    return f'it says "{told}"' + "".join(f", and names {address}" for address in further)


def _linked(page: Page) -> list[str]:
    """The first address of another Vietnamese site that a page links to."""
    own = urlsplit(page.url).hostname
    hrefs = (anchor.get("href") or "" for anchor in page.tree.iter("a"))
    others = (href.strip() for href in hrefs if _ADDRESS.fullmatch(href.strip()) and "//" in href)
    found = (href for href in others if (host := urlsplit(href).hostname or "") != own and host.endswith(_HOME))
    return [address] if (address := next(found, None)) else []
