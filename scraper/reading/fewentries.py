"""Lists of one announcement or a few, told by their texts and pictures: these go on elsewhere."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile
from urllib.parse import urljoin, urlsplit

from scraper.reading.article import Sighting
from scraper.reading.attachments import is_file, leads_to_any_file
from scraper.reading.calendars import table_around
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline, leads_nowhere, lists_one
from scraper.reading.invitations import leads_to_whole
from scraper.reading.labelled_frame import FOOTER
from scraper.reading.leanings import Leaning
from scraper.reading.lines import Line, clean
from scraper.reading.markup import Element
from scraper.reading.page import Page
from scraper.reading.pictures import is_picture
from scraper.reading.records import is_date_line

_SOME = 3
_SHORTEST, _DAY = 8, 20
"""Characters of a link that names a paper, and of the day before it with what sets it apart."""
_NAMED = 25
"""Characters of a link that names an announcement, and no writer or section."""
_CERTAIN = 5.0
"""The score of a title that is no summary, whatever stands above it."""
_DEPTH = 3
"""How far above a text the element is that holds it and its headline."""
_FEW_SUMMARIES, _INTRODUCTION = 600, 1000
"""Characters that the summaries of two entries have at most, and an introduction that goes on elsewhere."""


def lists_few(page: Page, sighting: Sighting, title: int, text: range) -> str:
    """Why what may be an announcement is a list of a few with their texts; empty where nothing says so.

    The texts stand below headlines that lead elsewhere, or go on elsewhere ("Xem tiếp"); or there is none, and the day
    is that of such a headline. `title` is the line behind the title.
    """
    lines = sighting.printed.lines
    prose = [line.index for line in lines[text.start : text.stop] if line.prose]
    if not prose:
        start, stop = sighting.dated
        around = lines[title : stop + 1] if title <= start < stop and not shows_more(page, sighting, stop) else []
        return "the day is that of a headline that leads elsewhere" if any(map(_leads_on, around)) else ""
    enough = len(prose) * 3 / 4
    with_links = sum(lines[index].linked > 0 for index in prose) if len(prose) >= _SOME else 0
    if with_links >= enough and opening_with_links(page, sighting, text) >= enough:
        return "each paragraph begins with the name of another page"
    size = sum(lines[index].prose for index in prose)
    places = [(index, lines[index].block.getparent()) for index in prose]
    first = prose[:1] + [index for above, (index, home) in pairwise(places) if above != (index - 1, home)]
    several = size < _FEW_SUMMARIES or len(first) >= _SOME
    over = (lines[max(title, index - BEFORE_SUMMARY) : index] for index in first)
    above = ([line for line in some if _is_linked_heading(line) or (several and _leads_on(line))] for some in over)
    headed = list(takewhile(bool, above))
    is_footer_left = len(headed) == len(first) - 1 >= _SOME and FOOTER.match(lines[first[-1]].folded) is not None
    are_headed = len(headed) == len(first) or is_footer_left
    if are_headed and (len(first) > 1 or _is_record_of(sighting, headed[0][-1], first[0], title)):
        return "the text stands below headlines that lead elsewhere"
    near = lines[prose[-1] + 1 : prose[-1] + 1 + BEFORE_SUMMARY]
    below = takewhile(lambda line: line.linked or not line.is_related, near)
    wholes = _wholes(page, sighting, text.start, prose[-1] + sum(1 for _ in below))
    if len(wholes) > 1 or (wholes and size < _INTRODUCTION and max(wholes.values()) >= prose[-1]):
        return "the text goes on elsewhere"
    return ""


def opening_with_links(page: Page, sighting: Sighting, text: range, *, short: bool = False) -> int:
    """How many paragraphs begin with a link that names a page of the portal, perhaps behind its day.

    `short` lines with short names count too.
    """
    lines = sighting.printed.lines
    opening: dict[int, str] = {}
    for index, anchor in sighting.printed.links_within(text.start, text.stop):
        words, href = clean("".join(anchor.itertext())), anchor.get("href") or ""
        told = len(words) > _SHORTEST if short else len(words) >= _NAMED and lines[index].prose
        if told and page_of_portal(page, href):
            start = lines[index].text.find(words)
            if 0 <= start <= _DAY or (start > 0 and is_date_line(lines[index].text[:start])):
                opening.setdefault(index, href)
    return len(set(opening.values()))


def pictures_leading_on(page: Page, sighting: Sighting, text: range) -> int:
    """To how many other pages of the portal the pictures among some lines lead."""
    images = (image for index, image in sighting.printed.images if text.start - 1 <= index <= text.stop)
    return len({address for image in images if (address := _page_shown_by(page, image))})


def _is_record_of(sighting: Sighting, head: Line, text: int, title: int) -> bool:
    """Whether one text is that of the headline above it: close by in an element with no other, with no title's day.

    The day is none of a title that is the summary of another headline.
    """
    if is_dated_before_links(sighting, title) and _record_of_title(sighting)[0] is None:
        return False
    return _record(sighting, head, text) is not None


def look_of_summary(page: Page, sighting: Sighting) -> Leaning | None:
    """What a page looks like whose best title is the summary of a headline that leads elsewhere; else None.

    Nothing is told or shown below it. The name of a section may stand so above a title, but leads on only once.
    """
    record, head = _record_of_title(sighting)
    if record is None or head is None or shows_more(page, sighting, head.index + 1):
        return None
    again = sum(anchor.get("href") in head.hrefs for anchor in record.iter("a")) > 1
    if not again and _tells_below_title(sighting):
        return None
    return Leaning(-3 if again else -1.5, "the best title is the summary of a headline that leads elsewhere")


def _tells_below_title(sighting: Sighting) -> bool:
    """Whether a text, a file or another table stands between a title and the next headline."""
    title, region, lines = sighting.title, sighting.region, sighting.printed.lines
    if title is None:
        return False
    table = table_around(lines[title.start].block)
    below = takewhile(lambda line: not _leads_on(line), lines[title.end : region.end + 1])
    return any(
        line.tells or leads_to_any_file(line) or (line.cell is not None and table_around(line.cell) is not table)
        for line in below
    )


def _record_of_title(sighting: Sighting) -> tuple[Element | None, Line | None]:
    """The record whose summary a weak title is that is no heading, and the headline above it there."""
    title, lines = sighting.title, sighting.printed.lines
    if title is None or title.score >= _CERTAIN or lines[title.start].heading:
        return None, None
    above = lines[max(0, title.start - BEFORE_SUMMARY) : title.start]
    head = next((line for line in reversed(above) if _is_linked_heading(line) or _leads_on(line)), None)
    return (_record(sighting, head, title.start), head) if head is not None else (None, None)


def _record(sighting: Sighting, head: Line, text: int) -> Element | None:
    """The element close around a text that holds the headline above it, and none that leads elsewhere."""
    lines = sighting.printed.lines
    around = {head.block, *head.block.iterancestors()}
    block = lines[text].block
    record = next((element for element in (block, *islice(block.iterancestors(), _DEPTH)) if element in around), None)
    if record is None:
        return None
    start, stop = sighting.printed.below(record)
    return record if len({line.hrefs[:1] for line in lines[start:stop] if _leads_on(line)}) == 1 else None


def is_dated_before_links(sighting: Sighting, title: int) -> bool:
    """Whether the day stands behind a title with no headline between: it is the title's."""
    start, end = sighting.dated
    return 0 < title <= start < end and not any(map(_leads_on, sighting.printed.lines[title:start]))


def _is_linked_heading(line: Line) -> bool:
    """Whether a heading is a link to another page, however short it is."""
    if not line.heading or not line.is_link or line.is_tool or leads_to_any_file(line):
        return False
    return not all(map(leads_nowhere, line.hrefs))


def shows_more(page: Page, sighting: Sighting, begin: int) -> bool:
    """Whether a file or a picture that leads to no other page stands for the text that an announcement has not."""
    if sighting.has_file:
        return True
    shown = (image for index, image in sighting.printed.images if begin <= index <= sighting.region.text_end)
    return any(is_picture(image) and not _page_shown_by(page, image) for image in shown)


def _page_shown_by(page: Page, image: Element) -> str:
    """The address of another page of the portal that a picture leads to; empty where it leads to none."""
    link = next(image.iterancestors("a"), None)
    return page_of_portal(page, link.get("href") or "") if link is not None else ""


def _leads_on(line: Line) -> bool:
    """Whether a line is a headline of another announcement, perhaps with its day beside it."""
    if line.is_link:
        return is_headline(line) and len(set(line.hrefs)) == 1
    return line.linked >= _NAMED and lists_one(line)


def _wholes(page: Page, sighting: Sighting, first: int, last: int) -> dict[str, int]:
    """Where links in some lines lead to the whole of what stands before them, each with its last line.

    These are other pages of the portal, and no files.
    """
    found = {}
    for index, anchor in sighting.printed.links_within(first, last):
        words = clean("".join(anchor.itertext()))
        if leads_to_whole(words) and (address := page_of_portal(page, anchor.get("href") or "")):
            found[address] = index
    return found


def page_of_portal(page: Page, href: str) -> str:
    """The address of another page of the portal that a link leads to; empty where it leads to none or to a file."""
    if not href or leads_nowhere(href) or is_file(href) or page.is_own(href):
        return ""
    address = urljoin(page.base, href).partition("#")[0]
    return address if urlsplit(address).netloc == urlsplit(page.url).netloc else ""
