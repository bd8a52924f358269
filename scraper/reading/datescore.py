"""How much a printed date looks like that of publication: by its place, its label, and what it stands beside."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import islice

from archive.vietnamese.byline_words import TITLE
from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.spelling import fold
from scraper.reading.alignment import stands_right
from scraper.reading.answers import is_of_answer, is_of_question
from scraper.reading.clocks import is_clock, stands_beside_views
from scraper.reading.dateowners import (
    is_linked,
    is_of_entry,
    leads_to_day,
    names_account,
    names_anyone,
    tells_of_page,
)
from scraper.reading.datewords import (
    beside_date,
    field_of,
    is_section,
    left_over,
    names_section,
    posted_field,
    stands_in_row,
)
from scraper.reading.events import of_event
from scraper.reading.kept import kept
from scraper.reading.labelled import (
    ANSWERED,
    CREDITED,
    LETTERHEAD,
    NOT_PUBLISHED,
    PUBLISHED,
    READ_TIME,
    RECORD,
    SPAN,
    TODAY,
    VIEWS,
    is_credit,
    may_date,
)
from scraper.reading.labelled_frame import POSTED_ENTRY
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element
from scraper.reading.posters import POSTER
from scraper.reading.region import Region
from scraper.reading.tables import data_rows, rows_of
from scraper.reading.writermarks import names_writer

DATED_CRUMBS = re.compile(
    r"\W*(?:(?:trang (?:chu|nhat)|home|ban dang (?:o|xem))\b|\w[^>»›→]{1,40}[>»›→])"
    r".{0,80}[(\[][^()\[\]]{0,20}\d[^()\[\]]{5,20}[)\]]\W*"
)
"""A breadcrumb that ends with a day in brackets."""
_TOP = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\b")
_PLACED = re.compile(
    r"\W*(?!(?:[^,]*\s)?(?:[Tt]hứ|[Cc]hủ [Nn]hật)\b|Ngày |Bởi |By )"
    r"([A-ZĐ]\w*(?:[ .-]{1,2}[A-ZĐ]?\w+){0,4})\s?,\s?ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}\W*"
)
"""Where and when an official letter was written; who wrote a page and when looks alike."""
_OF_PLACE = re.compile(r"(?:xã|phường|thị|huyện|quận|tỉnh|thành|tp|tx|khu|thôn|đặc)\b", re.IGNORECASE)
"""How what is called after the kind of a place begins: "Thị trấn Tam Đảo"."""
_PUT_IN_GAZETTE = re.compile(r"\bdang cong bao (?=ngay\b|luc\b)")
"""What a gazette says of the day on which it printed a paper; a register has that as a fact of the paper."""
_PART_OF_DAY = re.compile(r"\W*(?:vao )?(?:buoi )?(?:sang|trua|chieu|toi|dem) (?:\D{0,20} )?\d")
"""How a sentence begins that says when something took place."""
_GOES_ON = re.compile(r"(?:của|tại|về|ở|do|và|với|nhằm|để|cho|đến|theo|thuộc|giữa|vào|đã)\s+\w+\s+\w")
"""How a sentence goes on behind a day."""
PURPOSE = re.compile(
    r"\bthoi (?:gian|diem) (?!dang\b(?! ky)|cap nhat|gui\b|tao\b|xuat ban|viet\b|post|thu\b|ngay\b|luc\b|chu nhat)[a-z]"
)
"""What something has its time for: lessons, a fair, the handing in of papers."""
_BRACKETED = re.compile(r"[(\[][^()\[\]]{6,40}[)\]]\.?")
_OF_LETTER = re.compile(r"^\W*ngày\b|,\s?(?:ngày\s)?\d{1,2}(?!\d)", re.IGNORECASE)
"""How the day of a letter is written: as one, or behind the place."""
_WEEKDAY = re.compile(r"\b(?:thứ\s\w+|chủ nhật)\s?,\s?", re.IGNORECASE)
_APART, _BEHIND = "set apart behind the text", "behind the text"
_FAR = 200
_ROWS = 3
_BELOW = 12
_NAME = 40


def weigh_date(
    printed: Printed,
    line: Line,
    text: str,
    date: PrintedDate,
    region: Region,
    title: tuple[int, int],
    fetched_at: datetime | None,
    *,
    start: int,
    end: int,
    apart: bool = False,
) -> tuple[float, list[str]]:
    """The score of a line as the date line, and why.

    `text` is the line with what belongs to it of those from `start` to before line `end`, or what stands `apart` behind
    a title on its line.
    """
    score, why = _placed(printed, line.index, region, title, end=end, apart=apart)
    field = field_of(text if apart or text in line.text else line.text, date)
    if date.label == "posted" and not line.is_link and (posted := posted_field(text, date)):
        text = field = posted
    score += _told(line, date, why) + _against(printed, line, date, field, region, title, fetched_at, why)
    is_bare = date.precision == "day" and not PUBLISHED.search(line.folded)
    if is_bare and _is_of_sentence(printed.lines, line, start, end, title):
        score -= 4
        why.append("of a sentence that breaks off there")
    return score + _among(line, text, date, score, title, why), why


def _placed(
    printed: Printed, index: int, region: Region, title: tuple[int, int], *, end: int, apart: bool
) -> tuple[float, list[str]]:
    """Points for the place in the article of the lines from `index` to before `end`."""
    start, below = title
    if start <= index < below:
        return (3.0, ["set apart behind the title"]) if apart else (-1.0, ["in the title"])
    if below <= index < min(region.end, below + _BELOW):
        paragraphs = sum(line.prose > 0 for line in printed.lines[below:index])
        if paragraphs < 2:
            return 3.0 - 0.1 * (index - below) - 0.4 * paragraphs, ["below the title"]
    if below <= index < region.end:
        return _behind(printed, index, region)
    if region.head <= index < start:
        between = [line for line in printed.lines[end:start] if not is_passed_over(line)]
        named = any(is_section(line.folded) for line in between)
        return 2.4 - 0.2 * (len(between) - named), ["above the title"]
    return -3.0, ["outside the article"]


def is_passed_over(line: Line) -> bool:
    """Whether a line between a date and the title below it does not part the two: buttons, a counter of views."""
    return line.is_tool or VIEWS.search(line.folded) is not None


def _behind(printed: Printed, index: int, region: Region) -> tuple[float, list[str]]:
    """Points for a line in the text or behind it, where some portals print the date."""
    if index < last_text(printed, region):
        return -0.5, ["in the text"]
    line = printed.lines[index]
    if _BRACKETED.fullmatch(line.text) or (stands_right(line.block) and not _opens_as_letter(line.text)):
        return 2.3, [_APART]
    home, begin = line.block.getparent(), max(region.body, index - _FAR)
    beside = [other for other in printed.lines[begin:index] if other.prose and other.block.getparent() is home]
    unlike = line.block is not home and all(other.block.tag != line.block.tag for other in beside)
    told = tells_of_page(line) or stands_beside_views(printed.lines, line)
    apart = not beside or told or (unlike and not _opens_as_letter(line.text))
    return (2.3 if apart else 1.5), [_BEHIND]


def _opens_as_letter(text: str) -> bool:
    """Whether a day is written as that of a letter, its place before it; a weekday is none."""
    return _OF_LETTER.search(_WEEKDAY.sub("", text)) is not None


@kept
def _last_top(printed: Printed, stop: int) -> int:
    """The last line before another that opens a breadcrumb, -1 where none does; kept, since each date above asks."""
    return next((index for index in reversed(range(stop)) if _TOP.match(printed.lines[index].folded)), -1)


@kept
def last_text(printed: Printed, region: Region) -> int:
    """The index of the last line of running text; kept, since each date behind it asks."""
    lines = printed.lines[region.body : region.end]
    return next((line.index for line in reversed(lines) if line.prose), -1)


def _told(line: Line, date: PrintedDate, why: list[str]) -> float:
    """Points for what publication dates have: a label, the view counter beside them, a time."""
    score = 0.0
    if PUBLISHED.search(line.folded) or date.label == "posted":
        score += 2
        why.append("labelled")
    if VIEWS.search(line.folded):
        score += 1.5
        why.append("beside the view counter")
    if date.precision in ("minute", "second"):
        score += 1
        why.append("with a time")
    return score


def _against(
    printed: Printed,
    line: Line,
    date: PrintedDate,
    field: str,
    region: Region,
    title: tuple[int, int],
    fetched_at: datetime | None,
    why: list[str],
) -> float:
    """Points against dates of documents and events, of the head of the site, of tables, and against links.

    `field` is what of the line speaks of the date: the words of a title do not, behind which it is set apart.
    """
    score = 0.0
    if line.hidden:
        score -= 3
        why.append("out of sight")
    if line.block.tag == "figcaption":
        score -= 6
        why.append("told of a picture")
    if line.index < title[0] and line.index < _last_top(printed, title[0]):
        score -= 3
        why.append("above the breadcrumb")
    if line.index < title[0] and is_clock(printed, line, date, region, title, fetched_at):
        score -= 2
        why.append("as a clock prints today")
    if title[1] <= line.index and in_data(line):
        score -= 3
        why.append("in a table of data")
    told = line.folded if field == line.text else fold(field)
    if "cong bao" in told and not _is_of_record(printed.lines, line):
        told = _PUT_IN_GAZETTE.sub("dang ", told)
    foreign = any(kind.search(told) for kind in (NOT_PUBLISHED, TODAY, PURPOSE)) or SPAN.search(field)
    asked = is_of_question(told)
    asked = asked or (ANSWERED.search(told) is not None and not is_of_answer(printed.lines, line, date, title[1]))
    elsewhere = _is_of_letter(printed.lines, line) or of_event(printed.lines, line)
    elsewhere = elsewhere or _in_letterhead(printed.lines, line, title)
    if foreign or asked or elsewhere or _labelled_above(printed.lines, line, title):
        score -= 4
        why.append("of a document, an event or the visitor's day")
    if is_linked(line, date) and not (DATED_CRUMBS.fullmatch(line.folded) or leads_to_day(line, date)):
        score -= 3
        why.append("a link")
    elif is_of_entry(printed.lines, line, date) and _is_behind(printed, line, region, title):
        score -= 4
        why.append("of what a link beside it leads to")
    return score


def _is_of_record(lines: list[Line], line: Line) -> bool:
    """Whether a line right above or below one is a field of a paper's record, of which the day is then another."""
    around = (*lines[max(0, line.index - 1) : line.index], *lines[line.index + 1 : line.index + 2])
    return any(RECORD.fullmatch(other.folded.partition(":")[0]) for other in around)


def _is_of_letter(lines: list[Line], line: Line) -> bool:
    """Whether a line says where and when a letter was written, and not who wrote the page.

    Many places are called as people are: a name is a writer's behind a title, or where the markup tells it or the day.
    """
    placed = _PLACED.fullmatch(line.text)
    if placed is None:
        return False
    byline = read_byline(placed[1])
    if byline.people:
        return not (TITLE.match(placed[1]) or names_writer(line) or _has_own_day(lines, line))
    return byline.organisation is None or placed[1].istitle() or _OF_PLACE.match(placed[1]) is not None


def _has_own_day(lines: list[Line], line: Line) -> bool:
    """Whether a line apart from the paragraphs below it has an element for its day, as a template makes one."""
    home = line.block.getparent()
    below = lines[line.index + 1 : line.index + 4]
    if stands_right(line.block) or any(other.prose and other.block.getparent() is home for other in below):
        return next(line.block.iterdescendants("time"), None) is not None
    return any(line.text.endswith(f", {clean(''.join(part.itertext()))}") for part in line.block.iterdescendants())


def _is_behind(printed: Printed, line: Line, region: Region, title: tuple[int, int]) -> bool:
    """Whether a line stands behind the running text below a title."""
    return title[1] <= line.index and line.index > last_text(printed, region) >= title[1]


def in_data(line: Line) -> bool:
    """Whether a line without a label stands in a table of data, as one of several days there."""
    if PUBLISHED.search(line.folded) or data_rows(line) < _ROWS:
        return False
    return _has_days(next(line.block.iterancestors("table")))


@kept
def _has_days(table: Element) -> bool:
    """Whether several rows of a table print a day; kept, since each of its lines asks."""
    dated = (row for row in rows_of(table) if may_date(fold("".join(row.itertext()))))
    return len(list(islice(dated, 2))) > 1


def _is_of_sentence(lines: list[Line], line: Line, start: int, end: int, title: tuple[int, int]) -> bool:
    """Whether a day stands in a sentence that breaks its lines: what happened "sáng 03/3/2023," is told around it.

    Its weekday and its time may stand on lines of their own, from `start` to before `end`. No portal prints when it put
    something up with the part of the day first.
    """
    if _PART_OF_DAY.match(line.folded):
        return True
    above = lines[start - 1] if title[1] < start else None
    if above is not None and above.text.endswith(",") and line.text[0].islower():
        return not (TITLE.match(above.text) and read_byline(above.text).people)
    below = lines[end] if end < len(lines) else None
    if below is None or below.is_link or below.may_date or title[0] <= below.index < title[1] or _is_fact(below):
        return False
    if lines[end - 1].text.endswith(","):
        return below.text.count(" ") > 1
    return below.text[0].islower() and (below.prose > 0 or _GOES_ON.match(below.text) is not None)


def _is_fact(line: Line) -> bool:
    """Whether a line is one of those that portals print around a date."""
    labels = (VIEWS, POSTER, PUBLISHED, READ_TIME)
    return line.is_tool or is_credit(line.folded) or any(label.search(line.folded) for label in labels)


def _labelled_above(lines: list[Line], line: Line, title: tuple[int, int]) -> bool:
    """Whether the line above is a label, and no title, that makes the date that of a document or of an event."""
    if not line.index or title[0] < line.index <= title[1]:
        return False
    above = lines[line.index - 1]
    if len(above.text) >= _NAME or above.may_date or above.is_link:
        return False
    if _is_beside(above, line) and read_date(f"{above.text} {line.text}") is None:
        return True
    return NOT_PUBLISHED.search(above.folded) is not None or of_event(lines, above)


def _is_beside(label: Line, line: Line) -> bool:
    """Whether a label with its colon stands in the cell before that of a day, or is the term that it tells of."""
    if not label.text.endswith(":") or not line.text[0].isdigit() or label.is_tool:
        return False
    if line.block.tag == "dd":
        return bool(label.block.tag == "dt")
    return line.cell is not None and label.cell is not None and label.cell.getnext() is line.cell


def _in_letterhead(lines: list[Line], line: Line, title: tuple[int, int]) -> bool:
    """Whether the head of an official paper stands just above, whose date it then is; a title may name the Republic."""
    above = (other for other in lines[max(0, line.index - 4) : line.index] if other.index not in range(*title))
    return any(len(other.text) < 80 and LETTERHEAD.search(other.folded) for other in above)


def _among(line: Line, text: str, date: PrintedDate, score: float, title: tuple[int, int], why: list[str]) -> float:
    """Points for a date alone on its line, or beside a name, and against one in a sentence."""
    if "set apart behind the title" in why:
        return 0.8
    folded = line.folded if text is line.text else fold(text)
    if POSTED_ENTRY.match(folded) is not None:
        why.append("in the sentence below a post")
        return 0.8
    rest = left_over(folded, date)
    if not is_linked(line, date) or leads_to_day(line, date):
        rest = max(0, rest - line.linked)  # beside a date links lead to its section and to who put it up
    if rest <= 2 or DATED_CRUMBS.fullmatch(line.folded):
        why.append("alone on its line")
        return 0.8
    if stands_in_row(text, date):
        if names_section(text) or is_section(folded.replace(fold(date.printed), " ", 1)):
            why.append("beside the name of its section")
            return 0.8
        why.append("in a row of fields")
        return 0.7 if line.index == title[0] - 1 or _BEHIND in why else 0.6
    if rest <= _NAME and score > 2 and names_account(text, date):
        why.append("beside the account that put it up")
        return 0.7 if _BEHIND in why else 0.6
    if rest <= _NAME and score > 2 and names_anyone(text):
        why.append("beside a name")
        if _APART in why or line.index == title[0] - 1 or (_BEHIND in why and is_credit(fold(beside_date(text)))):
            return 0.7
        return 0.6 if "below the title" in why else 0.0
    if rest <= 4:
        return 0.0
    if rest <= _NAME and score > 2 and is_credit(fold(told := beside_date(text))) and read_byline(told).source:
        why.append("beside an outlet")
        return 0.4
    if score > 2 and rest <= _NAME and is_section(folded.replace(fold(date.printed), " ", 1)):
        why.append("beside the name of its section")
        return 0.8
    why.append("among other words")
    closing = title[1] <= line.index <= title[1] + 1 and text.rstrip(" )]").endswith(date.printed.rstrip(" )]"))
    return -min(4.0, rest / (24 if closing or CREDITED.search(line.folded) else 12))
