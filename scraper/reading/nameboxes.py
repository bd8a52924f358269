"""Boxes of names around an announcement: members, leaders, winners, places and partners are nobody who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import is_section
from scraper.reading.labelled import ATTACHED, CREDIT_ALONE, WORK_ALONE, counts_views, is_credit
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.namelines import Credit, credits_site
from scraper.reading.phrases import opening
from scraper.reading.ratings import RATING
from scraper.reading.writermarks import ABOUT_WRITER, has_icon_of_person, is_behind_icon, names_writer, shows_person
from scraper.reading.writtenby import is_told_written_by, runs_site

_BOX = opening("""
    thành viên, hội viên, đối tác, doanh nghiệp, nhà tài trợ, khách hàng, lãnh đạo, ban lãnh đạo,
    quản trị, ban quản trị, thường trực, ban thường vụ, ban chấp hành, ban giám đốc, ban giám hiệu,
    cơ cấu tổ chức, bộ máy, đội ngũ, nhân sự, danh bạ,
    đường dây nóng, hotline, hỗ trợ, tư vấn, luật sư, lịch trực, trực ban, lịch tiếp, lịch công tác, danh sách,
    trúng thưởng, giải thưởng, sinh nhật, chúc mừng sinh nhật, mừng sinh nhật, tin buồn, cáo phó, chia buồn,
    giáo viên tiêu biểu, học sinh tiêu biểu, gương mặt, gương điển hình, cán bộ tiêu biểu, người phát ngôn,
    người đăng, người chịu trách nhiệm, chịu trách nhiệm, đại biểu, ứng cử viên, ứng viên, diễn giả, báo cáo viên,
    khách mời, chương trình, lời hay, danh ngôn, lời bác dạy, câu nói hay, nghe nhạc, bài hát, ca khúc,
    góc thơ, bình luận, ý kiến, hỏi đáp, người hỏi, từ khóa, tags, tag, thẻ, đọc nhiều, xem nhiều, đọc nhiều nhất,
    xem nhiều nhất, tác giả nổi bật, tác giả tiêu biểu, cây bút, thời tiết, dự báo, khách thăm, khách truy cập,
    thống kê, lượt truy cập, đang trực tuyến, đang online, liên kết, liên kết website, đơn vị trực thuộc,
    cơ quan trực thuộc, thư viện ảnh, thư viện video, thư viện hình ảnh, hình ảnh, video, clip, giá, tỷ giá, tỉ giá,
    sản phẩm, điểm đến, địa danh, du lịch, các xã, xã phường, các thôn, các đơn vị, bản đồ, danh nhân, liệt sĩ,
    tra cứu, phát thanh, kết quả, tấm lòng vàng, ủng hộ, tài khoản, đăng nhập, liên hệ, mọi chi tiết, đầu mối,
    chuyên đề, chuyên mục, ứng dụng, fanpage, sách mới, dự án, bác sĩ, nghệ nhân, nghệ sĩ, vận động viên, cầu thủ
""")
"""What boxes are called that list persons, places or works, or that print whom to call."""
_POSTERS = frozenset({"metadata-author", "asset-user-info", "view-content-author"})
"""What Liferay calls the elements that print whose account put a page up."""
_DATUM = re.compile(r"\D{0,12}[-–]?\d[\d.,\s–-]{0,16}(?:°\s?c?|oc|%|d|dong|vnd)\W*")
"""What boxes print beside a name: a temperature, an amount."""
_HEAD = 40
"""Characters of what heads a box at most."""
_REACH = 12
"""Lines above a name among which the head of its box stands."""
_MOST = 4
"""Names in a row that may have written one announcement; more are a list."""
_ROW = 4
"""Fields of a row on either side of a name, among which that of the views is sought."""
_COUNT = re.compile(r"\W*\d[\d.,]*\W*")
"""A counter of views behind an icon of its own."""
_LETTERS = 2
"""Letters of a head at least; one alone is a picture of somebody."""
_ENDS = (".", "!", "?", "…", ",", ";", "”")


def is_boxed(printed: Printed, credit: Credit, title: range) -> bool:
    """Whether a name without a label is an entry of a box; `title` are the lines of the page's title.

    A box is headed by what no text and no credit is, lists more names than wrote one announcement, or has a number
    beside each. What the markup calls the writer's is none.
    """
    line = printed.lines[credit.start]
    if names_writer(line):
        return False
    if not credit.people and _BOX.match(line.folded) is not None and not credits_site(printed, line):
        return True
    if credit.end < len(printed.lines) and _is_datum(printed.lines[credit.end]):
        return True
    return _is_headed(printed, line, title) or _is_one_of_many(printed.lines, credit.start)


def without_posters(printed: Printed, named: Iterable[Credit]) -> list[Credit]:
    """The credits that stand in no element called after the account which put the page up, nor as a unit's does."""
    told = [credit for credit in named if not _is_of_poster(printed.lines[credit.start].block, credit.text)]
    return [credit for credit in told if not _is_account(printed, credit)]


def _is_account(printed: Printed, credit: Credit) -> bool:
    """Whether a name without a label stands behind the icon of a person, as accounts do: a unit, or any beside views.

    An outlet that a text is taken from ("Theo Báo Cao Bằng") is none, and no person.
    """
    line = printed.lines[credit.start]
    if not shows_person(line) or is_credit(line.folded) or line.folded.startswith("theo "):
        return False
    if is_told_written_by(line):
        return runs_site(credit.text)
    named = read_byline(credit.text)
    if named.organisation and not named.people and is_behind_icon(line, credit.text):
        return not is_credit(fold(credit.text))
    if credit.people or not has_icon_of_person(line):
        return False
    start, stop = printed.spans.get(line.block.getparent(), (line.index, line.index))
    row = printed.lines[max(start, line.index - _ROW) : min(stop, line.index + _ROW + 1)]
    return any(counts_views(other.folded) or _COUNT.fullmatch(other.text) for other in row)


def _is_of_poster(block: Element, name: str) -> bool:
    inside = (inner for inner in block.iterdescendants() if _is_posters(inner))
    return any(map(_is_posters, chain((block,), block.iterancestors()))) or any(
        name in " ".join("".join(inner.itertext()).split()) for inner in inside
    )


def _is_posters(element: Element) -> bool:
    return not _POSTERS.isdisjoint((element.get("class") or "").split())


def _is_datum(line: Line) -> bool:
    return len(line.text) < _HEAD and not line.may_date and _DATUM.fullmatch(line.folded) is not None


def _is_headed(printed: Printed, line: Line, title: range) -> bool:
    """Whether one of the lines above a name, behind all running text and facts of the page, heads a box around it."""
    apart: range | None = None
    for other in reversed(printed.lines[max(0, line.index - _REACH) : line.index]):
        if other.prose or other.may_date or other.index in title or _labels_writer(other):
            return False
        if line.index < title.start and (other.is_link or is_section(other.folded)):
            return False
        if len(other.text) >= _HEAD or other.text.endswith(_ENDS) or len(other.key) < _LETTERS:
            continue
        if other.is_tool and not other.heading:
            continue
        if _is_of_page(other):
            continue
        if _BOX.match(other.folded) is not None:
            return True
        if is_section(other.folded):
            continue
        named = read_byline(other.text)
        if named.people or (not other.heading and (named.organisation or named.source)):
            continue
        if other.heading:
            return True
        apart = _apart(printed, line, title) if apart is None else apart
        if other.index in apart:
            return True
    return False


def _labels_writer(line: Line) -> bool:
    """Whether a line is the label of whoever wrote, or heads what tells of them."""
    labels = (CREDIT_ALONE, WORK_ALONE, ABOUT_WRITER)
    return len(line.text) < _HEAD and any(label.fullmatch(line.folded) for label in labels)


def _is_of_page(line: Line) -> bool:
    """Whether a short line tells of the page: a counter, a credit, the name of its files, a rating."""
    folded = line.folded
    told = counts_views(folded) or is_credit(folded) or ATTACHED.match(folded) is not None
    return told or RATING.fullmatch(folded) is not None


def _apart(printed: Printed, line: Line, title: range) -> range:
    """The lines of the largest element around a line that holds neither title nor running text."""
    found = range(line.index, line.index)
    for around in (line.block, *line.block.iterancestors()):
        start, stop = printed.spans.get(around, (line.index, line.index))
        if start <= title.start < stop or any(other.prose for other in printed.lines[start:stop]):
            break
        found = range(start, stop)
    return found


def _is_one_of_many(lines: list[Line], start: int) -> bool:
    """Whether a name stands in a row of more than wrote one announcement, each on a line of its own."""
    first, last = start, start
    while first and _is_bare_name(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_bare_name(lines[last + 1]):
        last += 1
    return last - first >= _MOST


def _is_bare_name(line: Line) -> bool:
    if line.prose or line.may_date or len(line.text) >= _HEAD or ":" in line.text:
        return False
    return bool(read_byline(line.text).people)
