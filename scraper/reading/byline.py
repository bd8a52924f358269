"""Whom a page credits: by label, beside the date, or as a short last line; never who put it up."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive.vietnamese.bylines import Byline, read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.alignment import stands_right
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.captions import is_caption
from scraper.reading.datewords import beside_date, beside_section
from scraper.reading.ending import names_others
from scraper.reading.labelled import (
    ATTACHED,
    CREDIT_ALONE,
    OFFICE,
    POSTER,
    PUBLISHED,
    RECORD,
    TAKEN_FROM,
    VIEWED,
    VIEWS,
    WRITER,
    is_credit,
    is_photo_credit,
)
from scraper.reading.labelled_frame import ENTRY, FOOTER, RATING, RELATED, SITE, TAGS, is_notice
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.region import Region
from scraper.reading.result import Reason
from scraper.reading.tables import largest_of_several
from scraper.reading.tasks import is_of_task
from scraper.reading.writermarks import is_of_writer, leads_to_writer

ENOUGH = 2.3
_LONGEST, _LONGEST_NAME, _CELL = 90, 40, 250
_TAIL = 6
_LOWEST = 3
"""The level from which headings may be names, in large type."""
_SIGNED = re.compile(
    r"\W*(?:tm|kt|tl|tuq|thua lenh|quyen|noi nhan|kinh gui|nguoi ky|da ky|chu tich|pho chu tich|giam doc"
    r"|pho giam doc|hieu truong|pho hieu truong|bi thu|pho bi thu|chanh van phong|truong ban|truong phong"
    r"|thu truong|chi cuc truong)\b"
)
"""How the signature of an official paper begins."""
_MARKS = re.compile(r"\[links\(\)\]|[|/\\.,;–—\-]+\s*$|^\s*[|]+")
_EDITORS = re.compile(
    r"\W*(?:nhom\s)?(?:p\.?v|c\.?t\.?v|phong vien|cong tac vien|b\.?b\.?t|ban bien tap|btv)\b\W*.{0,20}"
)
_DESK = re.compile(r"\W*(?:van phong|phong|to|don vi)\s?:?\s\w|\W*ban (?:thoi su|bien tap|phong vien|ban doc)\b")
"""Editors and reporters without a name."""
_BEFORE_PHOTO = re.compile(
    r"([^:]{3,60}?)\s*[-–/|(;,]\s*(?:[Ảả]nh|ẢNH|Hình|[Nn]guồn|NGUỒN|Theo|Video|Clip|Đồ họa)\s?:"
)
"""A writer on one line with who took the pictures or where the text is from: "Anh Thư - Ảnh: Chí Cường"."""
_WRAPPED = re.compile(r"([*–—-]{1,3})\s?(\w[^*–—-]{2,60}?)\s?\1\.?")
"""A name between signs: "- Anh Thư -"."""
_SIGNERS = re.compile(
    r"\W*(?:uy ban|ubnd|hdnd|hoi dong|thuong truc|ban (?:giam|to chuc|chap hanh|thuong vu|chi dao))\b"
)
"""Who signs what is announced."""
_CONTENT = re.compile(r"Nội dung\s?:\s?(.{3,50})", re.IGNORECASE)
_DRAWN = re.compile(r"\W*(?:thiet ke|trinh bay|do hoa|ky thuat|hinh anh|anh|video)\b.{0,20}:")
_ITEM = re.compile(r"\s*(?:[-+*•]|\d)")
_FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,2}\)|\*{1,3})\s?\S")
_PUT_UP = re.compile(r"\b(?:posted|submitted|created|published|dang|gui|tao)\b.*\b(?:by|boi)\s")
"""An account that put a page up, behind when it did."""
_BY = re.compile(r"^\W*(?:bởi|by)\s+(?=\S)", re.IGNORECASE)
"""What stands before the name of who posted, writer or account."""
_ROW = 4
"""Fields of a row on either side of the day, among which a name is sought."""
_INITIALS = re.compile(r"(?:\w\.\s?){1,3}\w?")
_ENGLISH = re.compile(r"By(?: [A-Z][a-z]+){2,4}")
_ACCOUNT = re.compile(r"\b(?:quan (?:tri|ly)|tai khoan|nguoi (?:dung|dang)|bien tap|admin\w*|user|webmaster|school)\b")
_EMAIL = re.compile(r"\s\S+@\S+$")
_NUMBER = re.compile(r"\d+\s?/|,\s(?:số\s)?\d")
"""The number of a paper or of a house."""
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True, slots=True)
class Credit:
    """A byline as printed with the lines that print it."""

    text: str
    start: int
    end: int
    score: float
    people: bool = False
    why: str = ""


def find_byline(
    printed: Printed, region: Region, date: tuple[int, int], title: range, *, spot: Element | None = None
) -> tuple[Credit | None, list[Credit]]:
    """The best byline of the announcement, None where the page credits nobody, and what was considered.

    `date` and `title` are the lines that print them: a title beside the day is no name.
    """
    if spot is not None:
        start, end = printed.below(spot)
        text = printed.words(spot)
        if text and _names(read_byline(text)):
            known = Credit(text, start, end, 10, True, "the platform prints it there")
            return known, [known]
    region = replace(region, end=_end(printed, region))
    lines = [line for line in printed.lines[region.body : region.end] if not line.hidden]
    found = [credit for line in lines if (credit := _credit(printed, line, region))]
    found += _tail(printed, region)
    found += _head(printed, region)
    found += _beside_date(printed, date, title)
    found.sort(key=lambda credit: -credit.score)
    if found and not found[0].people and (writer := _beside_source(found[0], found)) is not None:
        found.remove(writer)
        found.insert(0, writer)
    if found and _INITIALS.fullmatch(found[0].text) and (writer := _whose_initials(found[0], found)) is not None:
        found.remove(writer)
        found.insert(0, writer)
    return (found[0] if found and found[0].score >= ENOUGH else None), found


def _whose_initials(credit: Credit, found: list[Credit]) -> Credit | None:
    """The person whose full name is printed elsewhere than the initials of a byline: "N.Đ.T" of Nguyễn Đức Thuận."""
    initials = [letter for letter in fold(credit.text) if letter.isalpha()]
    named = (other for other in found if other.people and other.score >= ENOUGH)
    return next((other for other in named if [word[0] for word in fold(other.text).split()] == initials), None)


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


def _make(line: Line, score: float, why: str, *, people: bool = False) -> Credit:
    return Credit(_EMAIL.sub("", line.text), line.index, line.index + 1, score, people, why)


def _credit(printed: Printed, line: Line, region: Region) -> Credit | None:
    """A line with a label of credit; a label alone takes the line below."""
    if len(line.text) > _LONGEST + 40:
        return None
    text, end = line.text, line.index + 1
    if leads_to_writer(line):  # "bởi Bảo Yên", which leads to what else that author wrote
        text = _BY.sub("", text, count=1)
    below = printed.lines[end] if end < region.end else None
    if below is not None and text.endswith(":") and is_credit(line.folded + "x") and not _names_nobody(below):
        text, end = f"{text} {below.text}", end + 1
    elif below is not None and CREDIT_ALONE.fullmatch(line.folded) and not _names_nobody(below):
        text, end = below.text, end + 1
    elif not is_credit(line.folded) and not (len(text) < 60 and TAKEN_FROM.match(line.folded)):
        writer = (_BEFORE_PHOTO.match(text) if ":" in text else None) or _of_magazine(printed, line)
        if not _is_written_by(line, text) and (writer is None or not read_byline(writer[1]).people):
            return None
    if line.may_date and (is_credit(folded := fold(beside := beside_date(text))) or WRITER.match(folded)):
        text = beside
    byline = read_byline(text)
    if not _names(byline) or (not byline.people and is_of_task(printed.lines, line)):
        return None
    near_end = region.end - line.index <= 8
    score = 5.0 if byline.people else 2.9 if byline.source and not byline.organisation else 4.0
    score += (0.5 if near_end else 0) - (0.3 if line.is_link else 0) - (1.0 if len(line.text) > 70 else 0)
    return Credit(text, line.index, end, score, bool(byline.people), "a label")


def _names_nobody(line: Line) -> bool:
    """Whether a line is a button, a counter or another label: the label of credit above it was left empty."""
    folded = line.folded
    return line.is_tool or any(
        kind.match(folded) for kind in (CREDIT_ALONE, VIEWED, ATTACHED, FOOTER, TAGS, RATING, RELATED)
    )


def _is_written_by(line: Line, text: str) -> bool:
    """Whether a line names one person behind the label of the writer, as accounts are not called.

    `text` is the line without the "by" before a link to what else its author wrote.
    """
    if text == line.text and not WRITER.match(line.folded):
        return False
    people = read_byline(text).people
    return len(people) == 1 and " " in people[0] and not people[0].isascii() and not _ACCOUNT.search(fold(people[0]))


def _of_magazine(printed: Printed, line: Line) -> re.Match[str] | None:
    """Who wrote a page of a magazine, before who drew it: "Nội dung: Khánh Chi", "Thiết kế: Anh Tú"."""
    content = _CONTENT.fullmatch(line.text)
    if content is None or line.index + 1 == len(printed.lines):
        return None
    return content if _DRAWN.match(printed.lines[line.index + 1].folded) else None


def _beside_source(source: Credit, found: list[Credit]) -> Credit | None:
    """The person named right above or below an outlet or an agency: who wrote goes before where."""
    beside = (credit for credit in found if credit.people and credit.score >= ENOUGH)
    near = (credit for credit in beside if credit.start == source.end or credit.end == source.start)
    return next(near, None)


def _tail(printed: Printed, region: Region) -> list[Credit]:
    """Short last lines of the text that name somebody."""
    found = []
    seen = 0
    for line in reversed(printed.lines[region.body : region.end]):
        folded = line.folded
        if line.hidden or not folded.strip(" .|[]") or (_FOOTNOTE.match(folded) and not _WRAPPED.fullmatch(line.text)):
            continue
        if line.is_tool or _is_frame(line):
            continue
        if not line.prose and _is_cell(line):
            continue
        seen += 1
        if seen > _TAIL or line.prose or len(line.text) > _LONGEST:
            break
        credit = _name_alone(printed, line, seen)
        if credit is not None:
            found.append(credit)
    people = [credit for credit in found if credit.people]
    return [_with_source(printed, people[-1])] if people else found


def _head(printed: Printed, region: Region) -> list[Credit]:
    """A name alone on a line between title and text."""
    found = []
    for line in printed.lines[region.body : region.text_end]:
        if line.prose or line.index - region.body >= _TAIL:
            break
        if len(line.text) <= _LONGEST_NAME and not _is_frame(line) and not line.is_tool:
            credit = _name_alone(printed, line, 1)
            if credit is not None and (
                credit.people or _EDITORS.fullmatch(line.folded) or _DESK.match(line.folded)
            ):
                found.append(_with_source(printed, replace(credit, score=2.7)))
    return found


def _with_source(printed: Printed, credit: Credit) -> Credit:
    """A person's line with the source in brackets on the line below, or with the person's office there, set alike."""
    following = printed.lines[credit.end] if credit.end < len(printed.lines) else None
    if following is None or len(following.text) > 60 or not credit.people or following.may_date:
        return credit
    if _BRACKETED.fullmatch(following.text):
        return replace(credit, text=f"{credit.text} {following.text}", end=credit.end + 1)
    if following.prose or not _are_set_alike(printed.lines[credit.start].block, following.block):
        return credit
    works = read_byline(following.text)
    if OFFICE.match(following.folded) is None and (works.people or not works.organisation):
        return credit
    return replace(credit, text=f"{credit.text}\n{following.text}", end=credit.end + 1)


def _are_set_alike(block: Element, other: Element) -> bool:
    """Whether two lines stand in one block, or both to the right."""
    within = block is other or other in block.iterancestors() or block in other.iterancestors()
    return within or (stands_right(block) and stands_right(other))


def _is_frame(line: Line) -> bool:
    """Whether a line belongs to what stands around a text."""
    folded = line.folded
    return bool(
        VIEWS.search(folded) or TAGS.fullmatch(folded) or RATING.fullmatch(folded) or RELATED.fullmatch(folded)
        or ATTACHED.match(folded) or FOOTER.match(folded) or POSTER.match(folded) or ENTRY.match(folded)
        or is_notice(folded)
        or ((_leads_on(line) or is_photo_credit(line.text, folded)) and not is_credit(folded))
        or (line.may_date and PUBLISHED.search(folded))
    )  # fmt: skip


def _leads_on(line: Line) -> bool:
    """Whether a line is a link, but not one to what else its author wrote."""
    return line.is_link and not leads_to_writer(line)


def _name_alone(printed: Printed, line: Line, place: int) -> Credit | None:
    """A last line that is a name and nothing else."""
    wrapped = _WRAPPED.fullmatch(line.text)
    text = wrapped[2] if wrapped else _MARKS.sub("", line.text).strip()
    if not text or leads_to_any_file(line) or line.may_date or _SIGNED.match(line.folded):
        return None
    if RECORD.fullmatch(line.folded) or 0 < line.heading < _LOWEST:
        return None
    if (not wrapped and _ITEM.match(line.text)) or ":" in text or _is_cell(line) or _NUMBER.search(text):
        return None
    if text.isascii() and len(text.partition("(")[0].split()) >= 3 and "'" not in text and not _ENGLISH.fullmatch(text):
        return None
    before = printed.lines[line.index - 1] if line.index else None
    if before is not None and len(before.text) < 60 and (_SIGNED.match(before.folded) or RECORD.match(before.folded)):
        return None
    byline = read_byline(text)
    if SITE.fullmatch(line.folded) and not (byline.organisation and _is_beside_text(printed, line)):
        return None
    if not byline.people and (line.heading or is_caption(line) or _is_at_foot(printed, line)):
        return None
    score = 0.0
    dressed = line.bold or line.italic or stands_right(line.block)
    if byline.people and (dressed or len(text.split()) > 1 or any(map(str.isupper, text[1:])) or "." in text):
        score = 3.0
    elif byline.source or _EDITORS.fullmatch(line.folded):
        score = 2.8
    elif byline.organisation and (not text.isupper() or " " not in text or _is_desk(printed, line)):
        score = 2.6
    if not score:
        return None
    score += 0.6 if stands_right(line.block) else 0
    score += 0.4 if line.bold * 10 >= len(line.text) * 8 else 0
    score += 0.2 if line.italic * 10 >= len(line.text) * 8 else 0
    return _make(line, score - 0.15 * (place - 1), "a short last line", people=bool(byline.people))


def _is_desk(printed: Printed, line: Line) -> bool:
    """Whether an agency in capitals is one that wrote: to the right below a text, or named so, and none that signs."""
    behind = printed.lines[line.index - 1].prose > 0 or _is_beside_text(printed, line)
    return not _SIGNERS.match(line.folded) and ((stands_right(line.block) and behind) or is_of_writer(line.block))


def _is_at_foot(printed: Printed, line: Line) -> bool:
    """Whether a line is the last of the page, apart from the text, or stands in its foot."""
    if next(line.block.iterancestors("footer"), line.block).tag == "footer":
        return True
    if line is not printed.lines[-1] or line.bold or stands_right(line.block) or is_of_writer(line.block):
        return False
    return not _is_beside_text(printed, line)


def _is_beside_text(printed: Printed, line: Line) -> bool:
    """Whether one of the lines just above is running text of the element in which a line stands."""
    home = line.block.getparent()
    above = printed.lines[max(0, line.index - _TAIL) : line.index]
    return any(other.prose and other.block.getparent() is home for other in above)


def _is_cell(line: Line) -> bool:
    """Whether a line stands in a row of several cells with text: a record, or the foot of an official paper."""
    if line.cell is None:
        return False
    return 0 < largest_of_several(line.cell.getparent()) <= _CELL


def _beside_date(printed: Printed, date: tuple[int, int], title: range) -> list[Credit]:
    """Names on the date line ("Ánh Minh | 18/08/2022 19:00") and on the lines around it.

    One beside its section above the title goes before an outlet below the text.
    """
    start, end = date
    if start == end:
        return []
    found = []
    line = printed.lines[start]
    rest = beside_date(line.text)
    if rest and not POSTER.match(line.folded) and not _PUT_UP.search(line.folded):
        writer = beside_section(rest)
        rest = writer or rest
        byline, folded = read_byline(rest), fold(rest)
        desk = is_credit(folded) or _EDITORS.match(folded) or _DESK.match(folded)
        if byline.people or (desk and _names(byline)):
            score = 3.5 if writer and byline.people and start < title.start else 3.2
            found.append(Credit(rest, start, end, score, True, "on the date line"))
    row = [other.index for other in printed.lines[max(0, start - _ROW) : end + _ROW] if _is_in_row(other, line)]
    for index in dict.fromkeys((start - 1, end, *row)):
        if 0 <= index < len(printed.lines) and index not in title:
            near = printed.lines[index]
            plain = not (near.is_link or near.heading) or leads_to_writer(near)
            if len(near.text) <= 60 and plain and not _is_frame(near):
                credit = _name_alone(printed, near, 1)
                beside = near.block is line.block and start - 1 <= index <= end
                if credit is not None and (beside or read_byline(near.text).people):
                    found.append(_make(near, 2.6, "beside the date line"))
    return found


def _is_in_row(other: Line, line: Line) -> bool:
    """Whether two lines are fields of one row."""
    return other.in_row and line.in_row and other.block is line.block
