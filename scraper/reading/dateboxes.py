"""Boxes around an announcement: their days are those of events, of notices, of figures and of other announcements."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from scraper.reading.clocks import stands_beside_views
from scraper.reading.dateowners import tells_of_page
from scraper.reading.datewords import is_section, left_over
from scraper.reading.headlines import is_headline
from scraper.reading.kept import kept
from scraper.reading.labelled import ATTACHED, CHANGED, MADE, PUBLISHED
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.phrases import heading, opening
from scraper.reading.writermarks import names_writer

_BOX = opening("""
    lịch sự kiện, sự kiện sắp tới, sự kiện sắp diễn ra, các sự kiện, lịch công tác, lịch làm việc, lịch họp, lịch tuần,
    lịch trực, lịch tiếp công dân, lịch tiếp dân, lịch cúp, lịch cắt, lịch ngừng, lịch tạm ngừng, lịch tạm ngưng,
    lịch súc xả, lịch thi, lịch thi đấu, lịch học, lịch khám, lịch tiêm, lịch phát sóng, lịch phát thanh, lịch tàu,
    lịch vạn niên, lịch âm, lịch việt, thời tiết, dự báo, dự báo thời tiết, chất lượng nước, chất lượng không khí,
    chỉ số, thông số, tỷ giá, tỉ giá, giá vàng, giá xăng, giá nông sản, giá cả, bảng giá, xổ số, kết quả xổ số,
    mực nước, độ mặn, thủy triều, lượng mưa, trực ban, ca trực, trực lãnh đạo, giá thị trường, giá vật tư, giá heo,
    giá lúa, giá cà phê, lịch âm dương, lịch chiếu, sinh nhật, chúc mừng sinh nhật, mừng sinh nhật, báo in, báo giấy,
    đọc báo in, đọc báo giấy
""")
"""What boxes beside a text are called that print days of events and of figures."""
_BEHIND = heading("""
    lịch, sự kiện, các sự kiện, video, video clip, clip, truyền hình, phát thanh, thư viện ảnh, thư viện video,
    thư viện hình ảnh, hình ảnh hoạt động, album ảnh, ngày lễ, đếm ngược
""")
"""What such boxes are called behind a text; above one sections are called so."""
_FIGURES = re.compile(r"\d\s?(?:°|o)\s?c\b|\W*(?:aqi\b|phien ban\W{1,3}v?\d)")
"""A temperature, the state of the air, the version of a program: their days are none of publication."""
_TOP = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\b")
_REMARKS = re.compile(r"\b(?:binh luan|nhan xet|y kien|phan hoi|tra loi|comments?|reply|responses?|thoughts?)\b")
_NO_REMARKS = re.compile(r"\b(?:chua|khong) co\b|\b(?:no|0) |\W0\b")
"""What the heading of readers' remarks has, and what it says where there are none."""
_NAME = 40
"""Characters of a box's name at most."""
_LONGEST = 100
"""Characters of the heading of remarks, which may quote the title."""
_REACH = 12
"""Lines of a box that are looked at."""
_NEAR = 3
"""Lines between a day and the headline, or the name of a box without an element, that it belongs to at most."""
_ALONE = 2
"""Letters beside a day that stands alone at most."""


def is_boxed(printed: Printed, line: Line, date: PrintedDate, title: tuple[int, int], last_text: int) -> bool:
    """Whether a line prints a day of a box: below the box's name, beside a headline, or as one of several entries do.

    `last_text` is the last line of running text. The day of the page has a label or a counter of views in most boxes;
    one of readers' remarks may have a label as well.
    """
    if _is_of_remark(printed, line, date, title):
        return True
    if _is_posted(line):
        return False
    is_behind = title[1] <= last_text < line.index
    start, stop = _box(printed, line, title, last_text)
    above = printed.lines[max(start, line.index - _REACH) : line.index]
    further = stop > line.index + 1 or left_over(line.folded, date) > _ALONE
    own = f" {' '.join(other.folded for other in printed.lines[slice(*title)])} "
    if (is_behind or further) and any(_names_figures(other, own) for other in above):
        return True
    near = printed.lines[max(last_text + 1, line.index - _NEAR) : line.index] if is_behind else []
    if any(_names_figures(other, own) for other in near) or _stands_beside_figures(printed.lines, line, title):
        return True
    if _tells_of_page(printed.lines, line):
        return False
    if any(_BEHIND.fullmatch(other.folded) and not other.is_link for other in near):
        return True
    if is_behind and any(map(_heads_box, printed.lines[max(last_text + 1, line.index - _REACH) : line.index])):
        return True
    if not is_behind and further and any(_heads_box(other) and not _is_of_page(other) for other in above):
        return True
    return _is_of_entry(printed, line, start, stop) or _is_one_of_several(printed.lines[start:stop], line, date)


def _box(printed: Printed, line: Line, title: tuple[int, int], last_text: int) -> tuple[int, int]:
    """The range of lines of the largest element around a line that holds neither title nor text."""
    found = (line.index, line.index + 1)
    for around in (line.block, *line.block.iterancestors()):
        start, stop = printed.spans.get(around, found)
        text = printed.lines[max(start, title[1]) : min(stop, last_text + 1)]
        if start <= title[0] < stop or any(other.prose for other in text):
            break
        found = min(start, found[0]), max(stop, found[1])
    return found


def _names_figures(line: Line, own: str) -> bool:
    """Whether a line names a box of events or of figures, and the title does not tell of the same."""
    if len(line.text) >= _NAME or line.prose or line.may_date or _BOX.match(line.folded) is None:
        return False
    return line.folded.strip(" :.") not in own


def _stands_beside_figures(lines: list[Line], line: Line, title: tuple[int, int]) -> bool:
    """Whether a short line right above or below a day, and not the title, prints a figure of a box."""
    around = (*lines[max(0, line.index - 1) : line.index], *lines[line.index + 1 : line.index + 2])
    short = (other for other in around if len(other.text) < _NAME and other.index not in range(*title))
    return any(_FIGURES.search(other.folded) for other in short)


def _is_posted(line: Line) -> bool:
    """Whether a line has a label of putting up, which figures do not have, and not of change alone."""
    return PUBLISHED.search(CHANGED.sub(" ", line.folded)) is not None


def _tells_of_page(lines: list[Line], line: Line) -> bool:
    """Whether a line tells by its labels or its markup, or by the counter beside it, that its day is the page's."""
    told = MADE.search(line.folded) is not None or names_writer(line)
    return told or tells_of_page(line) or stands_beside_views(lines, line)


def _is_of_remark(printed: Printed, line: Line, date: PrintedDate, title: tuple[int, int]) -> bool:
    """Whether a day stands below the heading of readers' remarks behind a text which does not go on below that.

    Right below a button to remark, a day that has a label and nothing else is the page's.
    """
    lines = printed.lines
    for other in _heads_of_remarks(printed):
        if not title[1] <= other.index < line.index:
            continue
        homes = {above.block.getparent() for above in lines[title[1] : other.index] if above.prose}
        if not homes or _NO_REMARKS.search(other.folded) is not None:
            continue
        if any(below.prose and below.block.getparent() in homes for below in lines[other.index + 1 : line.index]):
            continue
        is_button = other.is_tool and not other.heading and other.index + 1 == line.index
        return not (is_button and PUBLISHED.search(line.folded) and not left_over(line.folded, date))
    return False


@kept
def _heads_of_remarks(printed: Printed) -> list[Line]:
    """The lines that name readers' remarks, which may quote the title."""
    named = (line for line in printed.lines if len(line.text) < _LONGEST and line.is_related)
    return [line for line in named if _REMARKS.search(line.folded) is not None]


def _heads_box(line: Line) -> bool:
    """Whether a line heads what is no part of the announcement: related items, or anything but files and persons."""
    if len(line.text) < _NAME and line.is_related:
        return True
    if not line.heading or line.is_tool or line.may_date or ATTACHED.match(line.folded) is not None:
        return False
    return not any(" " in name for name in read_byline(line.text).people)


def _is_of_page(line: Line) -> bool:
    """Whether a heading names a section or an agency, as one above the day of an announcement does."""
    return is_section(line.folded) or read_byline(line.text).organisation is not None


def _is_of_entry(printed: Printed, line: Line, start: int, stop: int) -> bool:
    """Whether the smallest element around a line and others, in the box from `start` to `stop`, has a headline."""
    for around in (line.block, *line.block.iterancestors()):
        first, last = printed.spans.get(around, (line.index, line.index + 1))
        if first < start or last > stop:
            return False
        if last - first > 1:
            entry = printed.lines[max(first, line.index - _NEAR) : min(last, line.index + _NEAR + 1)]
            return any(map(is_headline, entry)) and not any(_TOP.match(other.folded) for other in entry)
    return False


def _is_one_of_several(box: list[Line], line: Line, date: PrintedDate) -> bool:
    """Whether a box prints another day in the same manner, with more than the two between or beside them."""
    for other in box:
        if other is line or not other.may_date or not _is_alike(other.block, line.block):
            continue
        first, last = sorted((other.index, line.index))
        if last - first < 2 and left_over(line.folded, date) <= _ALONE:
            continue
        told = read_date(other.text)
        if told is not None and (told.iso or "")[:10] != (date.iso or "")[:10] and not PUBLISHED.search(other.folded):
            return True
    return False


def _is_alike(one: Element, other: Element) -> bool:
    return (one.tag, one.get("class")) == (other.tag, other.get("class"))
