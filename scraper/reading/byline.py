"""Whom a page credits: by label, beside the date, or as a short last line; never who put it up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, takewhile

from archive.vietnamese.bylines import Byline, read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.books import is_of_book
from scraper.reading.calledwriters import called_writer
from scraper.reading.closings import captioned_credit, closing_credit
from scraper.reading.datewords import (
    beside_date,
    beside_section,
    in_section,
    is_section,
    without_buttons,
    without_province,
)
from scraper.reading.ending import names_others
from scraper.reading.initials import are_of_account, whose_initials
from scraper.reading.kept import kept
from scraper.reading.labelled import (
    ATTACHED,
    CREDIT_ALONE,
    PUBLISHED,
    RECORD,
    TAKEN_FROM,
    VIEWED,
    VIEWS,
    WORK_ALONE,
    counts_views,
    is_credit,
    is_photo_credit,
)
from scraper.reading.labelled_frame import CATEGORY, ENTRY, FOOTER, RELATED, SECTION, TAGS
from scraper.reading.leadnames import name_below_lead
from scraper.reading.letters import signature_of_letter
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.nameboxes import is_boxed, without_posters
from scraper.reading.namelines import (
    EDITORS,
    WEEKDAY,
    Credit,
    is_cell,
    is_footnote,
    name_alone,
    name_before_counter,
    names_desk,
    names_several,
    without_linked_buttons,
)
from scraper.reading.notices import is_notice
from scraper.reading.othersboxes import cards_within
from scraper.reading.posters import OTHER_DUTY, POSTER, PUT_UP, WRITER
from scraper.reading.ratings import RATING
from scraper.reading.region import Region
from scraper.reading.result import Reason
from scraper.reading.signatures import each_with_units, signature, with_others, with_source, with_units
from scraper.reading.siteaddresses import credited_address, is_address
from scraper.reading.sources import is_own_site
from scraper.reading.tables import table_of
from scraper.reading.tasks import is_of_task
from scraper.reading.uncredited import is_of_figure, is_of_staff, is_quoted, signs_notice, signs_paper
from scraper.reading.works import writer_of_work
from scraper.reading.writermarks import is_called_writer, leads_to_account, leads_to_writer, names_writer, writers_box
from scraper.reading.writtenby import behind_by, is_written_by, is_written_by_unit, linked_behind_by, names_unit

ENOUGH, _ACCOUNTED = 2.3, 2.5
"""What a byline scores at least, and a person behind "bởi", who may be an account: whoever signs below wrote."""
_LONGEST, _LONGEST_NAME, _LONGEST_FACT, _PARAGRAPH = 90, 40, 60, 300
"""Characters of lines with names, and of a paragraph that stands around no text."""
_TAIL = 6
_BEFORE_PHOTO = re.compile(r"([^:]{3,60}?)\s*[-–/|(;,]\s*(?:[Ảả]nh|ẢNH|Hình|[Nn]guồn|NGUỒN|Theo|Video|Clip|Đồ họa)\s?:")
"""A writer on one line with who took the pictures or where the text is from: "Anh Thư - Ảnh: Chí Cường"."""
_CONTENT = re.compile(r"Nội dung\s?:\s?(.{3,50})", re.IGNORECASE)
_EDITED = re.compile(r"\W*(?:(?:nguoi |bien tap vien )?bien tap|bien tap vien|btv|bt|b/t)\s?:")
"""Who edited a page, and wrote it where nobody else is named."""
_DRAWN = re.compile(r"\W*(?:thiet ke|trinh bay|do hoa|ky thuat|hinh anh|anh|video)\b.{0,20}:")
_REFERENCES = re.compile(r"\W*(?:(?:danh muc )?tai lieu (?:tham khao|trich dan)|nguon tham khao|chu thich)\W*")
"""What heads the works that a text cites, behind whoever wrote it."""
_AT = re.compile(r"\s@\s\d")
"""Between an account and when it put a page up: "Nguyễn Thị Lụa @ 14:05 18/11/2010"."""
_SECTION = re.compile(r"(?<=\w)\W+(?:chuyen muc|danh muc|the loai|thuoc muc)\s?:.*")
_ROW = 4
"""Fields of a row on either side of the day, among which a name is sought."""


def find_byline(
    printed: Printed,
    region: Region,
    date: tuple[int, int],
    title: range,
    *,
    spot: Element | None = None,
    sites: frozenset[str] = frozenset(),
) -> tuple[Credit | None, list[Credit]]:
    """The best byline of the announcement, None where the page credits nobody, and what was considered.

    `date` and `title` are the lines that print them: a title beside the day is no name. Nor is what `sites` are called,
    whose letters these are.
    """
    if spot is not None:
        start, end = printed.below(spot)
        text = printed.words(spot)
        if text and _names(read_byline(text)):
            known = Credit(text, start, end, 10, True, "the platform prints it there")
            return known, [known]
    if (end := _end(printed, region)) < region.end:
        region = replace(region, end=end)
    lines = [line for line in printed.lines[region.body : region.end] if not line.hidden]
    found = [credit for line in lines if (credit := _credit(printed, line, region, sites))]
    letter = signature_of_letter(printed, region)
    signed = without_posters(printed, _tail(printed, region, sites))
    last = [credit for credit in signed if credit.start not in letter and not is_boxed(printed, credit, title)]
    people = [credit for credit in last if credit.people]
    found += [signature(printed, people[-1], last)] if people else last
    found += [credit for credit in _head(printed, region) if not is_boxed(printed, credit, title)]
    found = without_posters(printed, chain(found, _beside_date(printed, region, date, title)))
    if not any(credit.people and credit.score > _ACCOUNTED for credit in found):
        named = (name_below_lead, closing_credit, captioned_credit, called_writer)
        others = without_posters(printed, filter(None, (find(printed, region) for find in named)))
        found += (credit for credit in others if credit.start not in letter)
    found = [credit for credit in found if not is_of_book(printed.lines, credit.start, credit.end)]
    signing = (signs_notice, signs_paper)
    found = [credit for credit in found if not any(signs(printed, credit.start, region) for signs in signing)]
    found.sort(key=lambda credit: -credit.score)
    if found and not found[0].people and (writer := _beside_source(printed, found)) is not None:
        found.remove(writer)
        found.insert(0, writer)
    enough = [credit for credit in found if credit.score >= ENOUGH]
    if found and (writer := whose_initials(found[0], enough)) is not None:
        found.remove(writer)
        found.insert(0, writer)
    elif found and are_of_account(printed.lines, found[0]):
        found.pop(0)
    if found and found[0].people:
        found[0] = with_others(printed, found[0], last)
    return (found[0] if found and found[0].score >= ENOUGH else None), found


def _end(printed: Printed, region: Region) -> int:
    """The line at which what belongs to an announcement ends: before comments and other announcements."""
    behind = printed.lines[region.text_end : region.end]
    return next((line.index for line in behind if names_others(line)), region.end)


def credits_told(found: list[Credit]) -> list[Reason]:
    """The best of the candidates as they are told, each line once."""
    once = {credit.text: credit for credit in reversed(found)}
    best = sorted(once.values(), key=lambda credit: -credit.score)[:5]
    return [Reason("byline", credit.text, credit.score, credit.why) for credit in best]


def _names(byline: Byline) -> bool:
    """Whether a byline names anybody."""
    return bool(byline.people or byline.organisation or byline.source)


def _credit(printed: Printed, line: Line, region: Region, sites: frozenset[str] = frozenset()) -> Credit | None:
    """A line with a label of credit; a label alone takes the line below."""
    if len(line.text) > _LONGEST + 40:
        return None
    text, end, accounted = (line.hrefs and linked_behind_by(line)) or line.text, line.index + 1, False
    below = printed.lines[end] if end < region.end else None
    if below is not None and text.endswith(":") and is_credit(line.folded + "x") and not _names_nobody(below):
        text, end = f"{text} {below.text}", end + 1
    elif below is not None and _labels_below(printed, line, region) and not _names_nobody(below):
        text, end = below.text, end + 1
    elif not is_credit(line.folded) and not (len(text) < 60 and TAKEN_FROM.match(line.folded)):
        if (work := writer_of_work(printed, line, region)) is not None:
            return None if is_boxed(printed, work, range(region.body)) else work
        writer = (_BEFORE_PHOTO.match(text) or _of_magazine(printed, line)) if ":" in text else None
        written = is_written_by_unit(printed, line, region)
        accounted = not written and (is_written_by(line, text) or names_unit(printed, line, region, sites))
        if not (written or accounted) and (writer is None or not read_byline(writer[1]).people):
            return None
    if len(line.folded) == len(text):
        behind = [other.start() for kind in (VIEWS, _SECTION) if (other := kind.search(line.folded)) is not None]
        duty = OTHER_DUTY.search(line.folded)
        if duty is not None and _names(read_byline(text[: duty.start()])):
            behind.append(duty.start())
        text = text[: min(behind, default=None)].rstrip(" |-–") or text
    text = text if line.may_date else without_buttons(without_linked_buttons(line, text))
    if line.may_date and (is_credit(folded := fold(beside := beside_date(text))) or WRITER.match(folded)):
        text = beside_section(beside) or beside
    byline = read_byline(text)
    if not _names(byline):
        return None
    if not byline.people and (is_of_task(printed.lines, line) or is_of_figure(printed, line, region)):
        return None
    if is_of_staff(printed.lines, line):
        return None
    near_end = region.end - line.index <= 8
    score = 5.0 if byline.people else 2.9 if byline.source and not byline.organisation else 4.0
    score += (0.5 if near_end else 0) - (0.3 if line.is_link else 0) - (1.0 if len(line.text) > 70 else 0)
    if accounted or _EDITED.match(line.folded):
        score = _ACCOUNTED if accounted else ENOUGH
    return Credit(text, line.index, end, score, bool(byline.people), "a label")


def _labels_below(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line is a label of credit alone; what was done ("Tổng hợp") is one behind the last paragraph only."""
    if line.prose:
        return False
    if CREDIT_ALONE.fullmatch(line.folded):
        return True
    if WORK_ALONE.fullmatch(line.folded) is None:
        return False
    return not any(other.prose for other in printed.lines[line.index : region.text_end])


def _names_nobody(line: Line) -> bool:
    """Whether a line is a button, a counter or another label: the label of credit above it was left empty."""
    folded = line.folded
    return line.is_tool or any(
        kind.match(folded) for kind in (CREDIT_ALONE, VIEWED, ATTACHED, FOOTER, TAGS, RATING, RELATED)
    )


def _of_magazine(printed: Printed, line: Line) -> re.Match[str] | None:
    """Who wrote a page of a magazine, before who drew it: "Nội dung: Khánh Chi", "Thiết kế: Anh Tú"."""
    content = _CONTENT.fullmatch(line.text)
    if content is None or line.index + 1 == len(printed.lines):
        return None
    return content if _DRAWN.match(printed.lines[line.index + 1].folded) else None


def _beside_source(printed: Printed, found: list[Credit]) -> Credit | None:
    """The person named right above, beside or below the outlet found first, or where the markup says who wrote."""
    source = found[0]
    people = [credit for credit in found if credit.people and credit.score >= ENOUGH]
    near = (credit for credit in people if credit.start <= source.end and source.start <= credit.end)
    return next(near, None) or next((one for one in people if names_writer(printed.lines[one.start])), None)


def _tail(printed: Printed, region: Region, sites: frozenset[str]) -> list[Credit]:
    """Short last lines of the text that name somebody, and none of the sites; cards of others stand among them.

    Where paragraphs follow elsewhere, as what a site explains to its readers, the last lines are those above them.
    """
    found: list[Credit] = []
    seen = 0
    cards = cards_within(printed, range(region.body, region.text_end))
    lines = [line for line in printed.lines[region.body : region.end] if line.index not in cards]
    told = next((line for line in reversed(lines) if line.prose and line.index < region.text_end), None)
    home = told.block.getparent() if told is not None else None
    lines = list(takewhile(lambda line: line.prose > 0 or _REFERENCES.fullmatch(line.folded) is None, lines))
    writer = writers_box(printed, lines)
    for line in reversed(lines):
        folded = line.folded
        if line.prose and line.index in writer:
            continue
        if line.hidden or not folded.strip(" .|[]") or is_footnote(printed, line):
            continue
        if line.prose and home is not None and line.index >= region.text_end and home not in line.block.iterancestors():
            found, seen = [], 0
            continue
        if line.prose > _PARAGRAPH:
            break
        if is_address(line):
            found += credited_address(printed, line)
            continue
        if line.is_tool or _is_frame(line) or (not line.prose and is_cell(line)):
            continue
        seen += 1
        if seen > _TAIL or line.prose or len(line.text) > _LONGEST:
            break
        signs = line.index > region.body and printed.lines[line.index - 1].prose  # however much follows
        credit = name_alone(printed, line, 1 if signs else seen, begin=region.body)
        if (
            credit is not None
            and not is_quoted(printed, line, region)
            and not is_own_site(printed, line, region, sites)
        ):
            found.append(credit)
    return found


def _head(printed: Printed, region: Region) -> list[Credit]:
    """A name alone on a line between title and text."""
    found = []
    for line in printed.lines[region.body : region.text_end]:
        if line.prose or line.index - region.body >= _TAIL:
            break
        if (len(line.text) <= _LONGEST_NAME or names_several(line.text)) and not _is_frame(line) and not line.is_tool:
            if not line.may_date and (name := behind_by(line, line.text)):
                found.append(Credit(name, line.index, line.index + 1, _ACCOUNTED, True, "behind the word for it"))
                continue
            credit = name_alone(printed, line, 1, begin=region.body)
            if credit is not None and (credit.people or _is_desk(line)):
                found.append(with_units(printed, with_source(printed, replace(credit, score=2.7))))
    return each_with_units(found)


def _is_desk(line: Line) -> bool:
    """Whether a line names editors or an outlet, or is called as who wrote."""
    folded = line.folded
    return bool(EDITORS.fullmatch(folded) or names_desk(line.text, folded) or is_called_writer(line, line.text))


@kept
def _is_frame(line: Line) -> bool:
    """Whether a line belongs to what stands around a text; kept, since lines below the title are asked about twice."""
    folded = line.folded
    return bool(
        counts_views(folded) or TAGS.fullmatch(folded) or RATING.fullmatch(folded) or line.is_related
        or ATTACHED.match(folded) or FOOTER.match(folded) or POSTER.match(folded) or ENTRY.match(folded)
        or CATEGORY.fullmatch(folded)
        or is_notice(folded)
        or ((_leads_on(line) or is_photo_credit(line.text, folded)) and not is_credit(folded))
        or (line.may_date and PUBLISHED.search(folded))
    )  # fmt: skip


def _leads_on(line: Line) -> bool:
    """Whether a line is a link, but not one to what else its author wrote."""
    return line.is_link and not leads_to_writer(line)


def _beside_date(printed: Printed, region: Region, date: tuple[int, int], title: range) -> list[Credit]:
    """Names on the date line ("Ánh Minh | 18/08/2022 19:00") and on the lines around it.

    One beside its section above the title goes before an outlet below the text.
    """
    start, end = date
    if start == end:
        return []
    found = []
    line = printed.lines[start]
    rest = beside_date(without_province(line))
    if rest and not (POSTER.match(line.folded) or PUT_UP.search(line.folded) or _AT.search(line.text)):
        writer = beside_section(rest)
        accounted = "" if writer else linked_behind_by(line) or behind_by(line, rest)
        rest = writer or accounted or rest
        byline, folded = read_byline(rest), fold(rest)
        desk = is_credit(folded) or EDITORS.match(folded) or names_desk(rest, folded) or is_called_writer(line, rest)
        if (byline.people or (desk and _names(byline))) and (is_credit(folded) or not leads_to_account(line)):
            score = 3.5 if byline.people and start < title.start and (writer or in_section(line.text)) else 3.2
            found.append(Credit(rest, start, end, _ACCOUNTED if accounted else score, True, "on the date line"))
    for near in dict.fromkeys(_around(printed.lines, date, title)):
        plain = not near.is_link and (not near.heading or near.heading == line.heading)
        if len(near.text) <= _LONGEST_FACT and (plain or leads_to_writer(near)):
            credit = _near_date(printed, region, near, line, title)
            beside = near.block is line.block and start - 1 <= near.index <= end
            if credit is not None and (beside or credit.people or is_called_writer(near, near.text)):
                found.append(replace(credit, score=2.6, why="beside the date line"))
    return found


def _near_date(printed: Printed, region: Region, near: Line, line: Line, title: range) -> Credit | None:
    """Whom a line beside the date line names, behind a label or alone, perhaps in a cell of the same table."""
    if counted := name_before_counter(near.text):
        writer = Credit(counted, near.index, near.index + 1, ENOUGH, people=True)
        return None if is_boxed(printed, writer, title) else writer
    if is_credit(near.folded + "x") or CREDIT_ALONE.fullmatch(near.folded):
        return _credit(printed, near, region)
    above = printed.lines[near.index - 1].folded if near.index else ""
    if _is_frame(near) or in_section(near.text) or RECORD.fullmatch(above.partition(":")[0].rstrip()):
        return None
    in_table = near.cell is not None and table_of(near) is table_of(line)
    credit = name_alone(printed, near, 1, begin=near.index, in_table=in_table)
    return None if credit is None or is_boxed(printed, credit, title) else credit


def _around(lines: list[Line], date: tuple[int, int], title: range) -> Iterator[Line]:
    """The fields of the date's row, and the nearest lines around it behind others that print facts of the page."""
    start, end = date
    row = [other for other in lines[max(0, start - _ROW) : end + _ROW] if _is_in_row(other, lines[start])]
    above, below = reversed(lines[max(0, start - _ROW) : start]), lines[end : end + _ROW]
    for side in (above, below):
        for line in side:
            if line.index in title:
                break
            yield line
            if not _tells_fact(line):
                break
    yield from (other for other in row if other.index not in title)


def _tells_fact(line: Line) -> bool:
    """Whether a short line is a button, the view counter, a label of the day, its weekday or a credit."""
    folded = line.folded
    return len(line.text) <= _LONGEST_FACT and bool(
        line.is_tool
        or not any(map(str.isalpha, folded))
        or VIEWS.search(folded)
        or CREDIT_ALONE.fullmatch(folded)
        or SECTION.fullmatch(folded)
        or is_section(folded)
        or PUBLISHED.fullmatch(folded.rstrip(" :"))
        or WEEKDAY.fullmatch(line.text)
        or is_credit(folded)
    )


def _is_in_row(other: Line, line: Line) -> bool:
    """Whether two lines are fields of one row."""
    return other.in_row and line.in_row and other.block is line.block
