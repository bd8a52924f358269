"""Sites that answer every address with word that they are closed: for maintenance, for good, unpaid, or not there yet.

A portal's front page, its lists and its announcements then all say so, with status 200: none is an announcement, and
none is gone. In July 2025, when 63 provinces became 34, hundreds of sites ended so. A living portal that announces
works on itself does so in its frame, amid its menus, or on a day; news tell of other sites than their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile, islice
from urllib.parse import urljoin, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.closingwords import HEAD, SIGNS, Why
from scraper.reading.page import Page
from scraper.reading.printing import read_lines
from scraper.reading.result import Reading

_MOST_LINKS = 8
"""Those of a frame are more: the menus of a living portal. Links to other sites are none of its."""
_FRAMED = 60
"""From so many links of any kind a page has a frame."""
_LONGEST, _LONGEST_LINE = 900, 700
"""Characters that a site says when it is closed, and those of one line."""
_DEFAULT: Why = "default-page"
_ARTICLE = re.compile(rb"article:published_time|og:type[\"'][^>]{0,40}article", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d\b|\bngay \d{1,2} thang \d{1,2} nam \d{4}"
    r"|\b\d{1,2} (?:phut|gio|ngay|tuan|thang) truoc\b|\bhom qua\b|\bluot xem\b"
)
_PICTURED = "body-is-image"


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a site is closed, and the line in which it says so, as printed."""

    why: Why
    line: str


def closing_of(page: Page, reading: Reading) -> Closing | None:
    """Why a page's site is closed, None where it is not or does not say so: it says that first, and little else.

    Its own name may stand above. What has a day, a file, a scan, a record of an article in its head or a menu is none.
    """
    told = reading.announcement
    if reading.entries or page.data.count(b"<a") > _FRAMED:
        return None
    if told is not None and (
        told.date_line or told.attachments or _PICTURED in told.flags or len(told.body_text) > _LONGEST
    ):
        return None
    if page.is_print_view or _ARTICLE.search(page.head) is not None or _has_menu(page):
        return None
    body = page.tree.find("body")
    printed = read_lines(body).lines if body is not None else []
    lines = [line.text for line in printed if not (line.hidden or line.is_link)]
    first = list(islice(dropwhile(_is_head, lines), 1)) or [lines[-1] if lines else ""]
    title = " ".join((page.tree.findtext(".//title") or "").split())
    said = [*first, title] if all(map(_is_head, lines)) else first
    found = next(filter(None, map(_closing, said)), None) or _closing(title, only=_DEFAULT)
    if found is None or found.why == _DEFAULT:
        return found
    beside = [line for line in lines if line != found.line]
    if sum(map(len, lines)) > _LONGEST or any(_DAY.search(fold(line)) for line in beside):
        return None
    return found


def _is_head(line: str) -> bool:
    """Whether a line is the name of a site or of its owner, or a word before what it has to say."""
    folded = fold(line)
    return HEAD.fullmatch(folded) is not None and not any(sign.search(folded) for _, sign in SIGNS)


def _closing(line: str, only: Why | None = None) -> Closing | None:
    """What a line says of its site, if that is closed; for one reason `only` where that is given."""
    if len(line) > _LONGEST_LINE:
        return None
    folded = fold(line)
    why = next((why for why, sign in SIGNS if only in (None, why) and sign.search(folded)), None)
    return Closing(why, line) if why is not None else None


def _has_menu(page: Page) -> bool:
    """Whether a page has more links to its own site than a closed one would."""
    host = urlsplit(page.url).hostname or ""
    hrefs = (anchor.get("href") for anchor in page.tree.iter("a"))
    own = (href for href in hrefs if href and (urlsplit(_joined(page, href)).hostname or "") in ("", host))
    return next(islice(own, _MOST_LINKS, None), None) is not None


def _joined(page: Page, href: str) -> str:
    try:
        return urljoin(page.base, href)
    except ValueError:
        return ""
