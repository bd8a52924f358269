"""Whom a page says that it was written by, in the words behind which portals print their accounts all the same."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import read_date
from archive.vietnamese.dates.folded import WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import beside_date, left_over
from scraper.reading.labelled import ANSWERED
from scraper.reading.lines import Line, Printed, clean, letters
from scraper.reading.posters import PUT_UP, WRITER
from scraper.reading.region import Region
from scraper.reading.writermarks import linked_writer

_UNIT = re.compile(r"(?:phong|khoa|to|van phong|trung tam) (?!quan tri|chuc )\w")
"""A unit of an office, as it is called."""
_ANSWER = re.compile(r"\W*(?:tra loi|giai dap)\s?:\s?\S")
_BY = re.compile(r"^\W*(?:bởi(?:\s?:)?|by)\s+(?=\S)", re.IGNORECASE)
"""What stands before the name of who posted, writer or account."""
_BEHIND_BY = re.compile(r"\b(?:bởi(?:\s?:)?|by)\s+$", re.IGNORECASE)
_LABEL = re.compile(r"\W*tac gia ")
_MARKS = " |/–-•·,.("
_NOBODY = re.compile(
    rf"\b(?:quan (?:tri|ly)|tai khoan|nguoi (?:dung|dang)|bien tap|admin\w*|user|webmaster|school)\b|^{WEEKDAY}$"
)
"""Accounts, and the day of the week that a label without a name stands before."""
_LONGEST, _NEAR = 60, 12
"""Characters of a line that names a unit, and lines below the title among which it stands above the text."""
_TOOLTIP = re.compile(r"\W*(?:(?:duoc )?viet boi|written by|tac gia(?: bai viet)?)\W*")
_RUNS_SITE = re.compile(
    r"\b(?:quan tri|bien tap|bbt|bqt|admin\w*|user|webmaster|website|(?:cong|trang) (?:thong tin|tin|ttdt|dien tu))\b"
)
"""What accounts are called beside persons and units: those who run the site, and the site."""


def is_written_by(line: Line, text: str) -> bool:
    """Whether a line names one person behind the label of the writer, as accounts are not called.

    `text` is the line, or of it the author that it links behind "by".
    """
    labelled = text != line.text or WRITER.match(line.folded) is not None or _links_author(line)
    return labelled and _is_writer(text)


def _links_author(line: Line) -> bool:
    """Whether a line is a linked name behind the label of the writer without a colon: "Tác giả Lê Quang Trứ"."""
    label = _LABEL.match(line.folded) if line.linked else None
    if label is None or len(line.folded) != len(line.text):
        return False
    name = line.text[label.end() :]
    return " " in name and line.linked == len(name)


def is_written_by_unit(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line below the text names a unit of an office behind the label of the writer, as surely as a signature.

    What accounts are called too ("Ban biên tập") is none. Beside the day of an answer it may be who answered.
    """
    if len(line.text) >= _LONGEST:
        return False
    if _ANSWER.match(line.folded) is not None:
        beside = printed.lines[max(region.head, line.index - 1) : line.index + 2]
        answered = any(other is not line and ANSWERED.match(other.folded) for other in beside)
        return answered and read_byline(line.text.partition(":")[2]).organisation is not None
    label = WRITER.match(line.folded)
    unit = read_byline(line.text).organisation if label is not None else None
    if unit is None or _UNIT.match(fold(unit)) is None:
        return False
    return any(other.prose for other in printed.lines[region.body : line.index])


def names_unit(printed: Printed, line: Line, region: Region, sites: frozenset[str]) -> bool:
    """Whether a line below the title names a unit behind the label of the writer, none that runs or is the site.

    The label may be the line's tooltip (Joomla's themes with icons). `sites` are what the site is called, in letters.
    """
    if line.prose or line.index > region.body + _NEAR:
        return False
    if WRITER.match(line.folded) is None and not is_told_written_by(line):
        return False
    told = beside_date(line.text) if line.may_date else line.text
    unit = read_byline(told).organisation if len(told) < _LONGEST else None
    if unit is None or runs_site(unit):
        return False
    own = letters(unit)
    heads = (other for other in printed.lines[: region.head] if not other.is_link)
    return own not in sites and all(other.key != own for other in heads)


def runs_site(name: str) -> bool:
    """Whether a name is of those that run a site, or of one, as accounts are called."""
    return _RUNS_SITE.search(fold(name)) is not None


def is_told_written_by(line: Line) -> bool:
    """Whether the tooltip of a line, or of the icon that it begins with, is the label of the writer."""
    tooltips = (line.block.get("title"), *(child.get("title") for child in line.block[:1]))
    return any(_TOOLTIP.fullmatch(fold(tooltip)) is not None for tooltip in tooltips if tooltip)


def _is_writer(text: str) -> bool:
    """Whether a text names one person, as accounts are not called."""
    people = read_byline(text).people
    return len(people) == 1 and " " in people[0] and not people[0].isascii() and not _NOBODY.search(fold(people[0]))


def linked_behind_by(line: Line) -> str:
    """The author whom a line links behind "bởi" at its start or behind the day alone ("28/10/2015 by Lê Hoa")."""
    name = linked_writer(line)
    if not name:
        return ""
    before = line.text.partition(name)[0]
    by = _BEHIND_BY.search(before)
    if by is None or PUT_UP.search(line.folded):
        return ""
    before = before[: by.start()]
    date = read_date(before)
    return name if not before.strip(_MARKS) or (date is not None and not left_over(fold(before), date)) else ""


def behind_by(line: Line, text: str) -> str:
    """The person whom a text names behind "bởi" where the name is no link to an account; else nothing."""
    name = _BY.sub("", text, count=1)
    if name == text or not _is_writer(name):
        return ""
    return "" if any(name in clean("".join(link.itertext())) for link in line.block.iter("a")) else name
