"""Whose day a line prints, as its links and what else stands on it tell: the page's own, or that of another one."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate
from archive.vietnamese.spelling import fold
from scraper.reading.accounts import is_account, is_beside_day
from scraper.reading.datewords import beside_date
from scraper.reading.labelled import MADE, PUBLISHED, VIEWS, is_credit
from scraper.reading.lines import Line
from scraper.reading.posters import POSTER, names_poster
from scraper.reading.writermarks import names_writer

_COUNTED = re.compile(r"[/.-](?:19|20)\d\d(?:\s\d[\d.]*){1,3}\W*$")
"""A day and behind it the numbers of views and comments, of which style draws what they count."""
_TIME = re.compile(r"\d\s?[:hg]\s?[0-5]\d")
_SECTION = 30
"""Characters from which on a link is more than the name of a section."""


def tells_of_page(line: Line) -> bool:
    """Whether a line with a day has a label, a counter, a credit or an account, or a name beside a time: no letter has
    these.
    """
    if any(kind.search(line.folded) for kind in (VIEWS, PUBLISHED, POSTER, _COUNTED)) or is_credit(line.folded):
        return True
    told = beside_date(line.text)
    return is_credit(fold(told)) or (_TIME.search(line.folded) is not None and bool(read_byline(told).people))


def is_linked(line: Line, date: PrintedDate) -> bool:
    """Whether a link prints a date; one that is the name of a section may be most of a line beside it."""
    if not line.is_link or all(href == "#" for href in line.hrefs):
        return False
    return line.linked >= _SECTION or line.linked + len(date.printed) > len(line.text)


def is_of_entry(lines: list[Line], line: Line, date: PrintedDate) -> bool:
    """Whether a day behind the text is that of what a link beside it, or in its row, leads to, and nothing tells
    that it is the page's own.
    """
    row = line.block.getparent() if line.block.tag == "td" else None
    near = (line, *lines[max(0, line.index - 1) : line.index], *lines[line.index + 1 : line.index + 2])
    beside = (other for other in near if other is line or (row is not None and other.block.getparent() is row))
    if not any(other.linked and any(not href.startswith("#") for href in other.hrefs) for other in beside):
        return False
    told = MADE.search(line.folded) is not None
    return not (told or tells_of_page(line) or names_writer(line) or leads_to_day(line, date))


def leads_to_day(line: Line, date: PrintedDate) -> bool:
    """Whether a link leads to what was published on the day that it prints or in its month, as dates of blogs do.

    "/2024/07/09/" is such a day, "/2024/07/" the month.
    """
    day = (date.iso or "")[:10].split("-")
    month = f"/{'/'.join(day[:2])}"
    return len(day) == 3 and any("/".join(day) in href or href.rstrip("/").endswith(month) for href in line.hrefs)


def names_account(text: str, date: PrintedDate) -> bool:
    """Whether a line prints an account beside its day, also behind the label of a writer ("Tác giả: admin").

    What was done with a text stands there for one, and so does a label behind which nothing is.
    """
    if is_beside_day(text.replace(date.printed, " ", 1)):
        return True
    told = beside_date(text)
    label, _, value = told.partition(":")
    if label and is_credit(f"{fold(label)}: x"):
        known = is_account(value.strip()) or names_poster(value, fold(value)) or is_credit(f"{fold(value)}: x")
        return known or not value
    return names_poster(told, fold(told))


def names_anyone(text: str) -> bool:
    """Whether a line names somebody or an agency, as it stands or beside its day without what else is there."""
    bylines = (read_byline(told) for told in (text, beside_date(text)) if told)
    return any(byline.people or byline.organisation for byline in bylines)
