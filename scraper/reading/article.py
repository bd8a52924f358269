"""An article page to an announcement as printed: first where it stands, then what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from archive.model import MONTH_FIRST, PrintedAnnouncement
from scraper.platforms.layout import Spots
from scraper.reading.attachments import find_attachments, leads_to_file, leads_to_files
from scraper.reading.banners import is_banner
from scraper.reading.body import Body, read_body
from scraper.reading.books import before_other_books
from scraper.reading.byline import credits_told, find_byline
from scraper.reading.clues import Clues, read_clues, site_names
from scraper.reading.crumbs import bar_of_day
from scraper.reading.dateline import Candidate, DateLine, dates_told, find_date_line
from scraper.reading.datescore import DATED_CRUMBS
from scraper.reading.ending import find_end
from scraper.reading.headlines import is_headline, leads_nowhere
from scraper.reading.labelled import ATTACHED
from scraper.reading.likelytitles import likely_title
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.maintext import main_text
from scraper.reading.markup import CLICKED, Element
from scraper.reading.menus import is_tag
from scraper.reading.monthsfirst import puts_month_first
from scraper.reading.namelines import Credit, initials_of
from scraper.reading.othersboxes import boxed_amid
from scraper.reading.page import Page
from scraper.reading.paperrecord import record_start
from scraper.reading.parted import title_in_line
from scraper.reading.printing import read_lines
from scraper.reading.records import is_date_line
from scraper.reading.region import Region, find_region
from scraper.reading.result import Reason
from scraper.reading.scans import scans_among
from scraper.reading.title import FROM_HEAD, find_title, known_title, told_title
from scraper.reading.titlechoice import Title

_SHORT, _HEADLINE = 25, 16
_DAY_AND_ACCOUNT, _BOTH = 40, 2
_HEADLINES = 3
"""From so many headlines in the text of a known skin others may begin there."""
_ABOVE = 6
_TOLD = 5
"""Titles that are told, of those that were considered."""
_OTHERS = re.compile(r"comment|relat|navigation|pager|tab|breadcrumb|hidden|d-none")
"""Words in the names of what a skin drops that has days of others, or none in sight."""
_SURE = 3.0
"""The score of a title that is sought in a part of the page, from which the rest need not be looked at."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a page prints an announcement, if it prints one: title, date line and the lines of its text."""

    printed: Printed
    region: Region
    title: Title | None
    date: DateLine | None
    spots: Spots | None
    titles: tuple[Title, ...] = ()
    """Those that were considered, the best first; so with the dates."""
    dates: Sequence[Candidate] = ()
    clues: Clues | None = None
    """What the page says of itself, where its title was sought and not known by its platform."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why title and date are what they are."""
        titles = [title.reason for title in self.titles[:_TOLD]]
        return (*_taken(titles, self.title), *_taken(dates_told(self.dates), self.date))

    @property
    def dated(self) -> tuple[int, int]:
        """The range of lines that print the date, empty where none does."""
        return (self.date.start, self.date.end) if self.date else (0, 0)

    @property
    def anchors(self) -> Iterator[tuple[int, Element]]:
        """The links, buttons and frames of the announcement, each with its line.

        None of a box with a heading above, and no banner beside it. A list of files that stands among the tools, which
        a skin drops, is first.
        """
        lines, region, spots = self.printed.lines, self.region, self.spots
        files = spots.files.iter("a") if spots is not None and spots.files is not None else ()
        if spots is not None and spots.files in spots.dropped:
            yield from ((region.head, anchor) for anchor in files)
        title = self.title.start if self.title is not None else region.body
        is_boxed = any(line.heading for line in lines[region.head : title])
        for index, anchor in self.printed.links_within(title if is_boxed else region.head, region.end):
            if (
                index < region.end
                or index == len(lines)
                or anchor.tag not in CLICKED
                or lines[index].block not in anchor.iterancestors()
            ) and not is_banner(self.printed, region, title, index, anchor):
                yield index, anchor
        yield from ((region.end, anchor) for anchor in files)

    @property
    def has_file(self) -> bool:
        """Whether a link or a frame of the announcement leads to a file."""
        anchors = list(self.anchors)
        return any(leads_to_file(anchor) for _, anchor in anchors) or bool(scans_among(self.printed, anchors))


def sight(page: Page, spots: Spots | None) -> Sighting:
    """Find title, date line and text, with the help of a platform's skin or without."""
    printed = read_lines(spots.article, spots.dropped) if spots else _lines_of(page)
    title = known_title(printed, spots.title) if spots else None
    titles: tuple[Title, ...] = (title,) if title else ()
    clues = read_clues(page) if title is None else None
    if clues is not None:
        title, titles = find_title(printed, clues, page)
        glued = title_in_line(printed, clues, title.text if title else "") if spots is None else None
        if glued is not None:
            printed = _lines_of(page, parted=glued)
            title, titles = find_title(printed, clues, page)
        if title is None and (title := told_title(printed, clues)) is not None:
            titles = (title, *titles)
    region = _region(printed, title, spots)
    date, dates = _find_date(page, printed, region, title, spot=_date_spot(spots) if spots else None)
    if spots is not None and spots.dropped and (date is None or date.source != "page"):
        date, dates = _date_of_dropped(page, spots) or (date, dates)
    return Sighting(printed, region, title, date, spots, titles, dates, clues)


def with_likely_title(page: Page, sighting: Sighting) -> Sighting | None:
    """The same with a title that hardly looks like one; None where it has a title, or where no line is a likely one."""
    title = likely_title(sighting.printed, sighting.titles) if sighting.title is None else None
    if title is None:
        return None
    region = _region(sighting.printed, title, None)
    date, dates = _find_date(page, sighting.printed, region, title)
    others = tuple(other for other in sighting.titles if other.start != title.start)
    return replace(sighting, region=region, title=title, date=date, titles=(title, *others), dates=dates)


def _find_date(
    page: Page, printed: Printed, region: Region, title: Title | None, *, spot: Element | None = None
) -> tuple[DateLine | None, Sequence[Candidate]]:
    """The date line of an announcement whose title and lines are known, and what was considered."""
    lines = (title.start, title.end) if title else (region.body, region.body)
    return find_date_line(page, printed, region, lines, named=title.text if title else "", spot=spot)


def _date_of_dropped(page: Page, spots: Spots) -> tuple[DateLine, Sequence[Candidate]] | None:
    """The date line that a skin drops with what stands beside it, as an account and its picture: it has no lines.

    Comments and other announcements, which are dropped too, have days of their own.
    """
    others = frozenset(filter(_is_of_others, spots.dropped))
    if others == spots.dropped:
        return None
    whole = read_lines(spots.article, others)
    title = known_title(whole, spots.title)
    if title is None:
        return None
    date, dates = _find_date(page, whole, _region(whole, title, spots), title)
    if date is None or date.source != "page":
        return None
    date = replace(date, start=0, end=0)
    return date, [(score, date if line.text == date.text else line, why) for score, line, why in dates]


def _date_spot(spots: Spots) -> Element | None:
    """Where a skin prints the date, None where it found that of a comment or of another announcement."""
    around = spots.date.iterancestors() if spots.date is not None else ()
    return None if any(outer in spots.dropped and _is_of_others(outer) for outer in around) else spots.date


def _is_of_others(element: Element) -> bool:
    """Whether an element is named as one of comments or of other announcements."""
    return _OTHERS.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()) is not None


def _lines_of(page: Page, *, parted: Element | None = None) -> Printed:
    """The lines of a page; a day, heading or headline that leads to the page itself is no link.

    Nor is a headline that leads nowhere, alone of all. The entry of a menu that the page is at stays a link, as those
    below it are.
    """
    printed = read_lines(_body_of(page.tree), parted=parted)
    for line in printed.lines:
        if line.is_link and line.may_date and _is_own_day(page, printed, line):
            line.is_link, line.linked = False, 0
    linked = [line for line in printed.lines if line.linked and (line.heading or line.linked >= _HEADLINE)]
    alone = (line for line in linked if line.linked >= _HEADLINE and len(line.hrefs) == 1)
    alone = (line for line in alone if leads_nowhere(line.hrefs[0]) and not (line.is_tool or is_tag(line)))
    nowhere = [line for line in alone if not _is_beside_others(printed.lines, line)]
    nowhere = [line for line in nowhere if line.heading] or nowhere
    for line in linked:
        is_own = line.is_link and all(map(page.is_own, line.hrefs)) and not _is_amid_menu(printed.lines, line)
        if is_own or [line] == nowhere:
            line.is_link, line.linked = False, 0
    return printed


def _is_own_day(page: Page, printed: Printed, line: Line) -> bool:
    """Whether a line with a day leads to the page itself, behind whose link that of the account may stand."""
    if line.linked < _HEADLINE:
        return all(map(page.is_own, line.hrefs))
    if line.linked >= _DAY_AND_ACCOUNT or len(line.hrefs) != _BOTH or not page.is_own(line.hrefs[0]):
        return False
    day = next((anchor for index, anchor in printed.links if index == line.index), None)
    return day is not None and is_date_line("".join(day.itertext()))


def _is_amid_menu(lines: list[Line], line: Line) -> bool:
    """Whether the next item of a line's list is a link too; the last of a breadcrumb has none behind it."""
    if line.block.tag != "li" or line.index + 1 == len(lines):
        return False
    below = lines[line.index + 1]
    return below.is_link and below.block.tag == "li" and below.block.getparent() is line.block.getparent()


def _is_beside_others(lines: list[Line], line: Line) -> bool:
    """Whether a link in a list has others right above it that lead nowhere, as keywords have."""
    above = lines[line.index - 1] if line.index and line.block.tag == "li" else None
    return above is not None and above.is_link and above.block.tag == "li" and all(map(leads_nowhere, above.hrefs))


def is_whole(sighting: Sighting) -> bool:
    """Whether a skin gave what makes an announcement: a title, and text, a picture of it or a file."""
    begin, end = sighting.region.body, sighting.region.text_end
    known = sighting.spots is not None and sighting.spots.title is not None
    return (sighting.title is not None and (known or sighting.title.score >= _SURE)) and (
        any(len(line.text) > _SHORT for line in sighting.printed.lines[begin:end])
        or any(begin <= index <= end for index, _ in sighting.printed.images)
        or sighting.has_file
    )


def _body_of(tree: Element) -> Element:
    body = tree.find("body")
    return tree if body is None else body


def _region(printed: Printed, title: Title | None, spots: Spots | None) -> Region:
    """The announcement's lines; the platform's own body where it names one, without a title that opens it."""
    if spots is not None and spots.body is not None:
        start, end = printed.below(spots.body)
        begin = title.end if title and title.start <= start else start
        if len(list(islice(filter(is_headline, printed.lines[start:end]), _HEADLINES))) == _HEADLINES:
            end = min(end, max(start, find_end(printed, begin)))
        others = boxed_amid(printed, range(begin, end))
        return Region(spots.article, spots.article, 0, begin, end, len(printed.lines), others)
    if title is None or title.start == title.end:
        return _untitled(printed)
    region = find_region(printed, title.end, printed.lines[title.start].block)
    end = before_other_books(printed.lines, region.body, region.end)
    if end < region.end:
        region = replace(region, text_end=min(end, region.text_end), end=end)
    first = record_start(printed.lines, title.start)
    if first is not None:
        return replace(region, head=min(region.head, first), body=first)
    above = printed.lines[region.head - 1] if region.head else None
    if above is not None and above.may_date:
        bar = above.index if DATED_CRUMBS.fullmatch(above.folded) else bar_of_day(printed, above)
        return replace(region, head=region.head if bar is None else bar)
    return region


def _untitled(printed: Printed) -> Region:
    """The lines of an announcement without a title: its main text with what stands close above."""
    text = main_text(printed)
    if not text:
        return find_region(printed, 0, None)
    region = find_region(printed, text.start, printed.lines[text.start].block)
    behind = takewhile(_offers_files, printed.lines[region.end :])
    start = _with_lead(printed, text.start)
    return replace(region, head=max(0, start - _ABOVE), body=start, end=region.end + sum(1 for _ in behind))


def _with_lead(printed: Printed, start: int) -> int:
    """The line of running text right above a text in whose box, but for days, nothing else stands above both."""
    if not start or not printed.lines[start - 1].prose or printed.lines[start - 1].hidden:
        return start
    box = printed.lines[start].block.getparent()
    while box is not None and printed.below(box)[0] >= start:
        box = box.getparent()
    if box is None or box is printed.root:
        return start
    above = printed.lines[printed.below(box)[0] : start - 1]
    return start - 1 if all(line.may_date or line.is_tool for line in above) else start


def _offers_files(line: Line) -> bool:
    """Whether a line announces files or leads to some."""
    return ATTACHED.match(line.folded) is not None or leads_to_files(line)


def read_article(
    page: Page, platform: str, sighting: Sighting, *, explain: bool
) -> tuple[PrintedAnnouncement, tuple[Reason, ...]]:
    """Everything that the page prints of the announcement, and why each field has its value where that is asked for."""
    printed, region, title, date, spots = (
        sighting.printed,
        sighting.region,
        sighting.title,
        sighting.date,
        sighting.spots,
    )
    titled = range(title.start, title.end) if title else range(0)
    spot, sites = spots.byline if spots else None, site_names(page)
    credit, considered = find_byline(printed, region, sighting.dated, titled, spot=spot, sites=sites)
    anchors = list(sighting.anchors)
    scans = scans_among(printed, anchors)
    body = read_body(
        printed,
        region,
        {letters(field.text) for field in (title, credit) if field} | _initials(credit) | sites,
        _told(date, credit),
        title=letters(title.text) if title else "",
        lead=spots.lead if spots else None,
        common=page.context.common_lines,
        scans={anchor.get("href", "") for anchor in scans},
    )
    announcement = PrintedAnnouncement(
        url=page.url,
        platform=platform,
        title=title.text if title else None,
        date_line=date.text if date else None,
        date_source=date.source if date else None,
        byline=credit.text if credit else None,
        lead=body.lead,
        body_text=body.text,
        captions=body.captions,
        attachments=find_attachments((anchor for _, anchor in anchors), page, scans),
        flags=page.flags + _flags(title, body) + _flags_of_date(printed, date),
    )
    if not explain:
        return announcement, ()
    bylines = _taken(credits_told(considered), credit)
    return announcement, (*sighting.reasons, *bylines, _extent(printed, region, body))


def _flags(title: Title | None, body: Body) -> tuple[str, ...]:
    """What is odd about an announcement."""
    untitled = ("no-title",) if title is None else ("title-from-head",) if title.why == FROM_HEAD else ()
    return untitled + (("body-is-image",) if body.is_image else ())


def _flags_of_date(printed: Printed, date: DateLine | None) -> tuple[str, ...]:
    """How the page prints its days, where that is told by others than the one of publication."""
    is_turned = date is not None and date.source == "page" and puts_month_first(printed, date.text)
    return (MONTH_FIRST,) if is_turned else ()


def _told(date: DateLine | None, credit: Credit | None) -> set[int]:
    """The lines that other fields print."""
    taken = set(range(date.start, date.end)) if date else set()
    return taken | set(range(credit.start, credit.end)) if credit else taken


def _initials(credit: Credit | None) -> set[str]:
    """The first letters of the words of a writer's name, with which some sign below the text as well."""
    return {initials_of(credit.text)} - {""} if credit is not None and credit.people else set()


def _taken(reasons: list[Reason], chosen: object) -> list[Reason]:
    """The reasons with the first marked where a candidate was taken at all."""
    return [replace(reasons[0], taken=True), *reasons[1:]] if reasons and chosen is not None else reasons


def _extent(printed: Printed, region: Region, body: Body) -> Reason:
    """Where the text was found to end."""
    last = printed.lines[region.text_end].text if region.text_end < len(printed.lines) else None
    why = f"from line {region.body} of {len(printed.lines)} to " + (f"“{last}”" if last else "the end")
    opening = (body.lead or body.text).partition("\n")[0]
    return Reason("body", opening, float(len(body.text)), f"{why}; the score counts its characters", bool(body.text))
