"""An article page to an announcement as printed."""

from __future__ import annotations

from dataclasses import dataclass

from archive.model import PrintedAnnouncement
from scraper.platforms.layout import Spots
from scraper.reading.attachments import find_attachments
from scraper.reading.body import Body, read_body
from scraper.reading.byline import Credit, find_byline
from scraper.reading.clues import read_clues
from scraper.reading.dateline import DateLine, find_date_line
from scraper.reading.lines import Printed, letters, read_lines
from scraper.reading.markup import Element
from scraper.reading.page import Page
from scraper.reading.region import Region, find_region
from scraper.reading.result import Reason
from scraper.reading.title import Title, find_title, known_title


@dataclass(frozen=True, slots=True)
class Article:
    """What was read of an announcement, with where it stands on the page and why each field has its value.

    `dated` is the range of lines that print its date, empty where none does.
    """

    announcement: PrintedAnnouncement
    printed: Printed
    region: Region
    title: Title | None
    dated: tuple[int, int]
    reasons: tuple[Reason, ...]


def read_article(page: Page, platform: str, spots: Spots | None) -> Article:
    """Everything that the page prints of one announcement."""
    common = page.context.common_lines
    printed = read_lines(spots.article, spots.dropped) if spots else read_lines(_body_of(page.tree))
    title = known_title(printed, spots.title) if spots else None
    title = title or find_title(printed, read_clues(page), common)
    region = _region(printed, title, spots)
    date = find_date_line(
        printed,
        region,
        (title.start, title.end) if title else (0, 0),
        spot=spots.date if spots else None,
        pointers=page.context.pointers,
        common=common,
        fetched_at=page.fetched_at,
    )
    dated = (date.start, date.end) if date else (0, 0)
    credit = find_byline(printed, region, dated, spot=spots.byline if spots else None)
    body = read_body(
        printed,
        region,
        {letters(field.text) for field in (title, credit) if field},
        _taken(date, credit),
        lead=spots.lead if spots else None,
        common=common,
    )
    announcement = _announcement(page, platform, printed, region, title, date, credit, body)
    return Article(announcement, printed, region, title, dated, _reasons(title, date, credit))


def _body_of(tree: Element) -> Element:
    body = tree.find("body")
    return tree if body is None else body


def _region(printed: Printed, title: Title | None, spots: Spots | None) -> Region:
    """The announcement's lines; the platform's own body where it names one."""
    if spots is not None and spots.body is not None:
        start, end = printed.below(spots.body)
        begin = title.end if title and title.end <= start else start
        return Region(spots.article, spots.article, 0, begin, end, len(printed.lines))
    block = printed.lines[title.start].block if title and title.end > title.start else None
    return find_region(printed, title.end if title else 0, block)


def _taken(date: DateLine | None, credit: Credit | None) -> set[int]:
    """The lines that other fields print."""
    taken = set(range(date.start, date.end)) if date else set()
    return taken | set(range(credit.start, credit.end)) if credit else taken


def _announcement(
    page: Page,
    platform: str,
    printed: Printed,
    region: Region,
    title: Title | None,
    date: DateLine | None,
    credit: Credit | None,
    body: Body,
) -> PrintedAnnouncement:
    last = len(printed.lines) if region.end == len(printed.lines) else region.end - 1
    anchors = (anchor for index, anchor in printed.links if region.head <= index <= last)
    return PrintedAnnouncement(
        url=page.url,
        platform=platform,
        title=title.text if title else None,
        date_line=date.text if date else None,
        date_source=date.source if date else None,
        byline=credit.text if credit else None,
        lead=body.lead,
        body_text=body.text,
        captions=body.captions,
        attachments=find_attachments(anchors, page.base),
        flags=page.flags + (("body-is-image",) if body.is_image else ()),
    )


def _reasons(title: Title | None, date: DateLine | None, credit: Credit | None) -> tuple[Reason, ...]:
    reasons: tuple[Reason, ...] = title.reasons if title else ()
    reasons += date.reasons if date else ()
    return reasons + (credit.reasons if credit else ())
