"""An article page to an announcement as printed."""

from __future__ import annotations

from archive.model import PrintedAnnouncement
from archive.vietnamese.dates import read_date
from scraper.platforms.layout import Spots
from scraper.reading.lines import read_lines
from scraper.reading.page import Page
from scraper.reading.result import Reason


def read_article(
    page: Page, platform: str, spots: Spots | None, *, explain: bool = False
) -> tuple[PrintedAnnouncement, tuple[Reason, ...]]:
    """Everything that the page prints of one announcement."""
    lines = read_lines(page.tree)
    title = next((line.text for line in lines if line.tag in {"h1", "h2"} and len(line.text) > 12), None)
    date_line = next((line.text for line in lines if len(line.text) < 120 and read_date(line.text)), None)
    body = "\n".join(line.text for line in lines if len(line.text) > 120)
    return PrintedAnnouncement(page.url, platform, title, date_line, "page" if date_line else None, body_text=body), ()
