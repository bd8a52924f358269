"""What looks like the title of an announcement on a page that lists some: before the list, behind it, or in a row."""

from __future__ import annotations

import re
from itertools import islice

from scraper.reading.article import Sighting
from scraper.reading.attachments import leads_to_files
from scraper.reading.ending import names_others
from scraper.reading.fewentries import page_of_portal, shows_more
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline, is_number_of_paper, lists_one
from scraper.reading.labelled import PUBLISHED
from scraper.reading.lines import Line, Printed
from scraper.reading.page import Page
from scraper.reading.pictures import is_picture
from scraper.reading.records import column_heads, is_date_line
from scraper.reading.tables import data_rows, is_alone_in_row
from scraper.reading.title import ABOVE_TEXT
from scraper.reading.titlechoice import Title

_OTHERS = re.compile(r"\b(?:khac|lien quan|cung [a-z]+(?: [a-z]+)?|cu hon|moi hon)\b")
"""Which announcements stand behind one, and on no list."""
_SOME = 3
_PROSE = 120
_CERTAIN = 5.0
_LITTLE, _LONG_LIST = 600, 8
"""Characters of the text of a title that counts for less than so many headlines around it."""
_LONG, _HIGHEST = 40, (1, 2)
_BESIDE = 5
"""Lines within which a date stands beside a title."""
_ROW = 8
"""Lines that a row of a table of announcements has at most."""
_NAMED = 25
"""Characters of a title that is no name of a box."""
_NEAR = 12
"""Lines behind the name of a section among which its first entry is."""
_FEW = 2
"""Lines from the number of a paper to its abstract at most."""


def stands_behind_list(sighting: Sighting, title: Title) -> bool:
    """Whether a page shows many headlines before what may be a title, as before the name of a box or of the site."""
    if _is_dated_beside(sighting, title) and (ABOVE_TEXT in title.why or sighting.has_file):
        return False
    highest = sighting.printed.lines[title.start].heading in _HIGHEST
    if (len(title.text) >= _LONG or highest) and is_told_in_full(sighting, title):
        return False
    return shows_headlines(sighting.printed.lines[: title.start], _LONG_LIST)


def is_told_in_full(sighting: Sighting, title: Title) -> bool:
    """Whether the heading of the other announcements stands below title and text, or a file or a table of data does.

    Boxes beside a list of days have files and tables too.
    """
    lines, end = sighting.printed.lines, sighting.region.text_end
    first = next((line.index for line in lines[title.end : end] if is_headline(line)), end)
    if end < len(lines) and names_others(lines[end]) and _OTHERS.search(lines[end].folded):
        return any(line.prose for line in lines[title.end : first])
    if not has_file(sighting, title.end, first) and not shows_data(lines[title.end : first]):
        return False
    return not _shows_entries(lines[: title.start])


def names_box(page: Page, sighting: Sighting, title: Title) -> bool:
    """Whether entries stand before a title as short as the name of a box, and no picture or file below it."""
    if title.score >= _CERTAIN or len(title.text) >= _NAMED or shows_more(page, sighting, title.end):
        return False
    return _shows_entries(sighting.printed.lines[: title.start], headed=True)


def begins_list(sighting: Sighting, title: Title, text: int) -> str:
    """Why a short title with little text begins a list, or a box before it; empty where nothing says so."""
    end, dated = sighting.region.text_end, sighting.dated[1]
    lines = sighting.printed.lines
    behind = lines[end:]
    most = _LONG_LIST if text >= _LITTLE else _SOME
    if not dated and behind and _is_dated_entry(lines, behind[0]) and _shows_dated(lines, end, most):
        return "entries with their days stand right behind a text without one"
    if text >= _LITTLE:
        return ""
    if _introduces_entries(sighting, title):
        return "entries stand right below the introduction of a section"
    if title.score >= _CERTAIN or not behind or _OTHERS.search(behind[0].folded) or _is_called_posted(sighting):
        return ""
    return "entries with days and summaries stand behind a box" if _shows_summaries(behind) else ""


def begins_with_entry(sighting: Sighting, title: Title) -> bool:
    """Whether a headline comes first below a short title, but for cells: a day below it is that of an entry."""
    first = _first_entry(sighting, title)
    if first is None or title.end <= sighting.dated[0] < first.index:
        return False
    between = sighting.printed.lines[title.end : first.index]
    return not between or not (_is_laid_out(sighting, title, first) or any(line.cell is None for line in between))


def _introduces_entries(sighting: Sighting, title: Title) -> bool:
    """Whether only paragraphs and heads of columns stand between a short title and several headlines in a row."""
    first, lines = _first_entry(sighting, title), sighting.printed.lines
    start, stop = sighting.dated
    if first is None or (title.end <= start < stop and any(line.prose for line in lines[stop : first.index])):
        return False
    table = next(first.block.iterancestors("table"), None)
    between = [line for line in lines[title.end : first.index] if not line.prose and not _is_bare_day(line)]
    if between and _is_laid_out(sighting, title, first):
        return False
    if any(
        line.cell is None or is_alone_in_row(line) or next(line.cell.iterancestors("table"), None) is not table
        for line in between
    ):
        return False
    tag, near = first.block.tag, lines[first.index : first.index + _SOME * _BESIDE]
    return len([line for line in near if is_headline(line) and line.block.tag == tag]) >= _SOME


def _is_laid_out(sighting: Sighting, title: Title, first: Line) -> bool:
    """Whether the table of an entry has the title as well: it lays out the page, and its cells head no columns."""
    table = next(first.block.iterancestors("table"), None)
    return table in sighting.printed.lines[title.start].block.iterancestors("table")


def _first_entry(sighting: Sighting, title: Title) -> Line | None:
    """The first headline below a short title; None where a picture of its own or a file stands before it."""
    lines = sighting.printed.lines
    first = next((line for line in lines[title.end : title.end + _NEAR] if is_headline(line)), None)
    if first is None or len(title.text) >= _NAMED or has_file(sighting, title.end, first.index):
        return None
    images = (image for index, image in sighting.printed.images if title.end <= index < first.index)
    own = (image for image in images if is_picture(image) and next(image.iterancestors("a"), None) is None)
    return first if next(own, None) is None else None


def is_of_paper(sighting: Sighting, title: Title) -> bool:
    """Whether a title is the abstract of one of several papers, below its number that leads to it and its day."""
    lines = sighting.printed.lines
    above = next((line for line in reversed(lines[: title.start]) if not _is_bare_day(line)), None)
    if title.score >= _CERTAIN or above is None or title.start - above.index > _FEW or not is_number_of_paper(above):
        return False
    if above.block.getparent() not in lines[title.start].block.iterancestors():
        return False
    around = lines[max(0, above.index - _ROW) : title.end + _ROW]
    return sum(map(is_number_of_paper, around)) > 1


def is_of_row(page: Page, printed: Printed, line: Line) -> str:
    """Why a weak title is a row of a schedule, behind its day, or of a table, beside a link; empty where it is none."""
    day, colon, _ = line.text.partition(":")
    if colon and is_date_line(day):
        return "the best title is a row of a schedule"
    if line.cell is None or (row := line.cell.getparent()) is None:
        return ""
    (start, stop), (first, last) = printed.below(line.cell), printed.below(row)
    if stop - start > 1 or not 1 < last - first <= _ROW or not column_heads(row):
        return ""
    leading = any(page_of_portal(page, link.get("href") or "") for link in row.iter("a"))
    return "the best title stands in a row beside the link to another page" if leading else ""


def _is_called_posted(sighting: Sighting) -> bool:
    """Whether the day of a page is called that of posting."""
    start, end = sighting.dated
    return any(PUBLISHED.search(line.folded) for line in sighting.printed.lines[start:end])


def _shows_summaries(lines: list[Line]) -> bool:
    """Whether some lines are headlines, each with a day and a paragraph right below."""
    near = (lines[line.index - lines[0].index + 1 :][:BEFORE_SUMMARY] for line in lines if is_headline(line))
    told = (below for below in near if any(map(_is_bare_day, below)) and any(line.prose for line in below))
    return len(list(islice(told, _SOME))) == _SOME


def _is_bare_day(line: Line) -> bool:
    return line.may_date and not line.linked and not line.prose


def _shows_dated(lines: list[Line], begin: int, count: int) -> bool:
    """Whether so many lines from `begin` on are headlines with their days."""
    entries = (line for line in lines[begin:] if _is_dated_entry(lines, line))
    return len(list(islice(entries, count))) == count


def _is_dated_entry(lines: list[Line], line: Line) -> bool:
    """Whether a line is a headline with its day."""
    return lists_one(line) or (is_headline(line) and _stands_beside_day(lines, line))


def _shows_entries(lines: list[Line], *, headed: bool = False) -> bool:
    """Whether some lines are headlines with their days, or such as are `headed`."""
    headlines = filter(is_headline, lines)
    entries = (line for line in headlines if (headed and line.heading) or _stands_beside_day(lines, line))
    return len(list(islice(entries, _SOME))) == _SOME


def _stands_beside_day(lines: list[Line], line: Line) -> bool:
    """Whether a day stands on a line, or on a short one right above or below it."""
    around = (other for other in lines[max(0, line.index - 1) : line.index + 2] if other is line or not other.prose)
    return any(other.may_date for other in around)


def shows_headlines(lines: list[Line], count: int) -> bool:
    """Whether so many lines are headlines."""
    return len(list(islice(filter(is_headline, lines), count))) == count


def _is_dated_beside(sighting: Sighting, title: Title) -> bool:
    """Whether the date line stands right above a title or right below it, with no headline between."""
    start, end = sighting.dated
    if end <= start or not title.start - _BESIDE <= start < title.end + _BESIDE:
        return False
    between = sighting.printed.lines[end : title.start] if start < title.start else ()
    return not any(map(is_headline, between)) and not title.start <= start < title.end


def has_file(sighting: Sighting, begin: int, end: int) -> bool:
    """Whether a line between a title and the first headline behind it leads to files and nowhere else."""
    between = sighting.printed.lines[begin:end]
    return any(map(leads_to_files, between))


def shows_data(lines: list[Line], least: int = _PROSE) -> bool:
    """Whether a table of data stands among lines, with as much in it as a paragraph has at `least`, and no links."""
    cells = (line for line in lines if line.cell is not None and not line.linked)
    return sum(len(line.text) for line in cells if data_rows(line) >= _SOME) >= least
