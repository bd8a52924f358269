"""The clock of a site, which names the weekday of the visit above an announcement, told from the day over a title."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import islice

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.dates.folded import ENGLISH_WEEKDAY, WEEKDAY
from scraper.reading.datewords import beside_date, is_section, names_section
from scraper.reading.kept import kept
from scraper.reading.labelled import PUBLISHED, TODAY, VIEWED, VIEWS, counts_views, is_credit
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import PAGE, Element
from scraper.reading.posters import names_poster
from scraper.reading.region import Region

_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY}|{ENGLISH_WEEKDAY}(?<=day))\b")
_ARTICLES = frozenset({"article", "section", "main"})
_DATE_NAME = re.compile(r"date|ngay|time|thoi-?_?gian|posted|publish|created|meta", re.IGNORECASE)
_CLOCK_NAME = re.compile(r"clock|dong-?_?ho|to-?day|now|current|bar|top|head|nav|crumb", re.IGNORECASE)
_OF_VISIT = re.compile(
    r"(?<![a-z-])(?:clock|dong-?_?ho)(?![a-z])|current-?_?(?:time|date)|(?:date|time)-?_?now|now-?_?(?:date|time)"
    r"|(?<![a-z])to-?day(?![a-z])|hien-?_?tai",
    re.IGNORECASE,
)
"""How the element of a clock is called, and none with the day of an announcement: "current-time" is NukeViet's."""
_ABOUT = timedelta(days=1)
"""Between the day of a site and that of the visit, for their clocks."""
_BUTTON = re.compile(
    r"\b(?:in (?:trang|bai|tin|an)|ban in|ban de in|co chu|binh luan|phan hoi|(?:nghe|doc|luu|gui) bai|chia se"
    r"|gui email)\b"
)
"""What readers do with an announcement, and not with a site."""
_FACT = 60
_CLOSE = 3
_FIRST = 8
"""Lines of a page among which a clock without a weekday is."""
_HOUR = re.compile(r"\W*\d{1,2}\s?[:hg]\s?\d{2}\b")
_HEAD = 60
"""Lines of a page among which its clock is."""
_MENU = 6
"""Links of a menu at least."""
_BEFORE = 2
"""Lines that an element may print before the day and the title that it holds: the name of a section."""


def is_clock(
    printed: Printed, line: Line, date: PrintedDate, region: Region, title: tuple[int, int], fetched_at: datetime | None
) -> bool:
    """Whether a line above the title may be the clock of the site: in a menu, or with the weekday and without a label.

    It is one where it shows the day of the visit or stands apart, and where it shows a day alone or the very second,
    unless it is set with the title or is a leaf of a calendar. None shows another day than that of the visit, which
    may not be known.
    """
    if line.heading or PUBLISHED.search(line.folded):
        return False
    if _is_in_menu(line, printed.lines[title[0]]) or _is_called_clock(line):
        return True
    if not _WEEKDAY.search(line.folded):
        return _tells_time(line, date) and _stands_over_links(printed, line, title)
    away = _days_away(date, fetched_at)
    if away == timedelta():
        return True
    if line.index < region.body - _CLOSE and line.index < printed.below(region.root)[0]:
        return True
    if away is not None and away > _ABOUT and not _CLOCK_NAME.search(_names(line)):
        return False
    if _is_of_page(line) or stands_beside_views(printed.lines, line) or _stands_beside_facts(printed.lines, line):
        return False
    if date.precision not in ("day", "second") and not _stands_over_links(printed, line, title):
        return False
    is_leaf = date.printed not in line.text
    return not (is_leaf or _follows_clock(printed, line, date) or _is_set_with(printed, line, title))


def _is_called_clock(line: Line) -> bool:
    """Whether the element of a line is called a clock; an icon of one stands before the day of an announcement."""
    block = line.block
    elements = (block, next((one for one in block if (one.text or "").strip()), None))
    return any(one is not None and _OF_VISIT.search(_called(one)) for one in elements)


def _called(element: Element) -> str:
    """The class and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_in_menu(line: Line, title: Line) -> bool:
    """Whether a line stands among the links of a menu, and the title does not; a breadcrumb has fewer of them."""
    menus = (one for one in line.block.iterancestors() if one.tag == "nav" or one.get("role") == "navigation")
    menu = next(menus, None)
    if menu is None or menu in title.block.iterancestors():
        return False
    return len(list(islice(menu.iterdescendants("a"), _MENU))) == _MENU


def _days_away(date: PrintedDate, fetched_at: datetime | None) -> timedelta | None:
    """How far a day is from that of the visit; None where one of the two is not known."""
    if fetched_at is None or date.iso is None or date.precision in ("month", "year"):
        return None
    return abs(datetime.fromisoformat(date.iso).date() - fetched_at.date())


def _tells_time(line: Line, date: PrintedDate) -> bool:
    """Whether one of the first lines of a page prints the time before its day and nothing else, as clocks do."""
    opens = _HOUR.match(line.folded) is not None and line.index < _FIRST
    return opens and date.precision == "minute" and line.text.rstrip().endswith(date.printed.rstrip())


def _stands_over_links(printed: Printed, line: Line, title: tuple[int, int]) -> bool:
    """Whether a menu or a breadcrumb stands between a day and a title, and none above the day."""
    above, between = printed.lines[: line.index], printed.lines[line.index + 1 : title[0]]
    if line.index > _HEAD or sum(other.is_link for other in above) > 1:
        return False
    return any(other.is_link and not other.is_tool for other in between)


def _is_of_page(line: Line) -> bool:
    """Whether a line has the view counter, a button for readers, a section or a name beside its day: no clock does."""
    if VIEWS.search(line.folded) is not None or _BUTTON.search(line.folded) is not None or names_section(line.text):
        return True
    beside = beside_date(line.text)
    return bool(beside) and bool(read_byline(beside).people)


def _stands_beside_facts(lines: list[Line], line: Line) -> bool:
    """Whether a button for readers, or who wrote or put the page up, stands in one row with a line."""
    row = line.block.getparent()
    around = (*lines[max(0, line.index - 1) : line.index], *lines[line.index + 1 : line.index + 3])
    beside = (other for other in around if other.block.getparent() is row and len(other.text) < _FACT)
    return any(
        _BUTTON.search(other.folded)
        or is_credit(f"{other.folded}x")  # a name may stand in an element of its own
        or names_poster(other.text, other.folded)
        for other in beside
    )


def stands_beside_views(lines: list[Line], line: Line) -> bool:
    """Whether the view counter of an announcement, and not that of the site's visits, stands close by."""
    around = (*lines[max(0, line.index - 2) : line.index], *lines[line.index + 1 : line.index + 3])
    counters = (other.folded for other in around if not other.linked or VIEWED.match(other.folded))
    return any(counts_views(counter) and "truy cap" not in counter for counter in counters)


def _follows_clock(printed: Printed, line: Line, date: PrintedDate) -> bool:
    """Whether the clock of the site stands further above and shows another day."""
    clock = _first_clock(printed)
    if clock is None or clock.index >= line.index:
        return False
    today = read_date(clock.text)
    return today is not None and (today.iso or "")[:10] != (date.iso or "")[:10]


@kept
def _first_clock(printed: Printed) -> Line | None:
    """The first line that may be a clock; kept, since each day above the title asks."""
    near = (line for line in printed.lines[:_HEAD] if not line.linked and line.may_date)
    return next((line for line in near if TODAY.search(line.folded) or _WEEKDAY.search(line.folded)), None)


def _is_set_with(printed: Printed, line: Line, title: tuple[int, int]) -> bool:
    """Whether an element opens with a line and the title right below it, and no clock would stand so.

    It holds the two and no text; or it has the text not in one element with the title, and calls the line a date or is
    an article's, or opens with the name of a section above the line; or the two are fields of one row. Where line
    breaks alone set the line, the title and the text, they are one.
    """
    heading = printed.lines[title[0]].block
    if line.in_row and line.block is heading:
        return True
    between = printed.lines[line.index + 1 : title[0]]
    if line.linked or len(between) > _BEFORE or any(other.linked or other.prose for other in between):
        return False
    if line.block is heading:
        return heading.tag not in PAGE and line.index == printed.below(heading)[0] and not between
    own = {line.block, *line.block.iterancestors()}
    branch, holder = heading, heading.getparent()
    while holder is not None and holder not in own:
        branch, holder = holder, holder.getparent()
    if holder is None or holder.tag in PAGE or line.index - printed.below(holder)[0] > _BEFORE:
        return False
    if _has_text(printed, branch, title[1]):
        return False
    if not _has_text(printed, holder, title[1]):
        return True
    names = _names(line)
    told = line.block is holder or _DATE_NAME.search(names) or holder.tag in _ARTICLES
    told = told or _stands_below_section(printed, line)
    return bool(told) and not _CLOCK_NAME.search(names)


def _stands_below_section(printed: Printed, line: Line) -> bool:
    """Whether the name of a section stands right above a line, as over a title: a clock has the site's name there."""
    above = printed.lines[line.index - 1] if line.index else None
    return above is not None and not above.is_link and is_section(above.folded)


def _has_text(printed: Printed, element: Element, begin: int) -> bool:
    """Whether running text stands in an element, from a line on."""
    start, stop = printed.below(element)
    return any(line.prose for line in printed.lines[max(start, begin) : stop])


def _names(line: Line) -> str:
    """The names of a line's element, of the one around it and of the first in it."""
    block = line.block
    elements = [element for element in (block, block.getparent(), next(iter(block), None)) if element is not None]
    return " ".join(map(_called, elements))
