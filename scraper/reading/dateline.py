"""The line that says when a portal published an announcement, told apart from every other date on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from archive.model import DateSource
from archive.patterns import rare
from archive.vietnamese.dates import read_date
from archive.vietnamese.dates.folded import SHORT_WEEKDAY, WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.dateboxes import is_boxed
from scraper.reading.datescore import is_passed_over, last_text, weigh_date
from scraper.reading.datewords import answered_field, date_before, date_behind
from scraper.reading.labelled import CHANGED, MADE, NOT_PUBLISHED, PUBLISHED
from scraper.reading.labelled_frame import POSTED_ENTRY
from scraper.reading.leaves import LONGEST_LEAF, day_of_leaf
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.moments import is_stamp
from scraper.reading.monthsfirst import puts_month_first
from scraper.reading.page import Page
from scraper.reading.posters import POSTER
from scraper.reading.region import Region
from scraper.reading.result import Reason

_HOUR = (
    r"\W*(?:(?:gio|luc|thoi gian)\s?:?\s?)?\d{1,2}\s?(?:[:hg]|gio\b)\s?\d{2}(?:\s?:\s?\d{2})?\W*"
    r"(?:[ap]m|sa|ch|phut|sang|trua|chieu|toi|\(?\[?gmt.{0,6})?\W*"
)
_TIME = re.compile(_HOUR)
_WEEKDAY = rf"\W*(?:{WEEKDAY}|{SHORT_WEEKDAY})\W*"
_OPENING = rare(rf"(?:{_HOUR})?(?:{_WEEKDAY})?|{_WEEKDAY}{_HOUR}")
"""The weekday or the time that stands above a day, or both."""
_MAY_OPEN_ENTRY = re.compile(r"\W*(?:this|entry|post|article|đây|bài|mục)\b", re.IGNORECASE)
"""A quick look at whether a line may be the sentence below a post of a blog."""
_CLOCK = re.compile(r"\d\s?(?:[:hg]|gi[oờ]\b)\s?\d")
_PUT_UP_AT = re.compile(
    r"\b(?:vào|lúc|at)\s?:?\s(\d{1,2}\s?[:hg]\s?\d\d(?::\d\d)?(?:\s?(?:[AP]M|SA|CH))?)\W*$", re.IGNORECASE
)
"""The time behind who put a page up, whose day stands elsewhere: "Người đăng: vanphong vào lúc 16:12"."""
_UNDER_WAY = re.compile(r"\bđang\b", re.IGNORECASE)
"""What is no label of a day: "Dữ liệu đang được cập nhật"; with accents, since those of a day have "đăng"."""
_MOMENTS = frozenset({"minute", "second"})
_FOOT, _LONGEST_FOOT = 12, 80
_SIGNS = " -–|:,;•·"
_LONGEST, _SHORT, _LABEL, _FACT = 160, 20, 30, 60
"""Characters at most: of a date line, of its time, of a label alone, of the day on the line below that."""
_CLOSE, _LIKELY, _NEXT = 3.0, 2.0, 4
"""How far behind a date of change one of publication may be, and its least score where it stands next to that."""
_ABOUT = timedelta(days=1)
"""Between the day that a server prints and the one of the visit, for their clocks."""
_FAR_ABOVE = 30
"""Lines above a title behind which a date is not the title's, whatever speaks for it."""
_SHOWN = 5
"""Candidates that are told of."""
ENOUGH = 3.0
"""The score from which a line is the date line; what falls short is no date at all."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A whole printed line with its range of lines (empty for a pointer's) and where it stands."""

    text: str
    source: DateSource
    start: int = 0
    end: int = 0


Candidate = tuple[float, DateLine, str]
"""A score, the line that has it, and why."""


def find_date_line(
    page: Page,
    printed: Printed,
    region: Region,
    title: tuple[int, int],
    *,
    named: str = "",
    spot: Element | None = None,
) -> tuple[DateLine | None, list[Candidate]]:
    """The date line of the page, else that of a list or feed that points at it, else None; and what was considered.

    `title` is the range of the title's lines, `named` its text: on a line of both the date stands behind it. At the
    head of a printout stands the day of printing: only a label or another day than that of the visit tells one apart.
    """
    fetched_at = page.fetched_at
    known = _known(printed, spot, region, title, fetched_at) if spot is not None else None
    if known is not None:
        return known, [(10, known, "the platform prints it there")]
    found = _candidates(printed, region, title, named, page.context.common_lines, fetched_at)
    if found and page.is_print_view:
        found = [item for item in found if item[1].start >= title[0] or not _is_of_printing(item[1].text, fetched_at)]
    found.sort(key=lambda candidate: -candidate[0])
    if found and found[0][0] >= ENOUGH:
        best = _posted(found)
        found.sort(key=lambda candidate: candidate[1] is not best)
        return _with_time(printed, region, best), found[:_SHOWN]
    for pointer in page.context.pointers:
        if pointer.date_line and pointer.kind != "sitemap" and read_date(pointer.date_line, fetched_at=fetched_at):
            line = DateLine(pointer.date_line, "feed" if pointer.kind == "feed" else "listing")
            return line, [(ENOUGH, line, f"a {pointer.kind} tells it"), *found[:_SHOWN]]
    return None, found[:_SHOWN]


def _with_time(printed: Printed, region: Region, best: DateLine) -> DateLine:
    """A date line with the time at which another line, mostly at the foot of a post, says who put it up."""
    if _CLOCK.search(best.text):
        return best
    foot = max(best.end, region.end - _FOOT)
    for line in (*printed.lines[best.end : min(foot, best.end + _NEXT)], *printed.lines[foot : region.end + _NEXT]):
        if len(line.text) > _LONGEST_FOOT or line.may_date or POSTER.match(line.folded) is None:
            continue
        told = _PUT_UP_AT.search(line.text)
        if told is not None and (date := read_date(f"{best.text} {told[1]}")) and date.precision in _MOMENTS:
            return replace(best, text=f"{best.text} {told[1]}")
    return best


def _is_of_printing(text: str, fetched_at: datetime | None) -> bool:
    """Whether a date above the title of a printout may be the day on which it was printed, that of the visit."""
    if PUBLISHED.search(fold(text)):
        return False
    date = read_date(text, fetched_at=fetched_at)
    if fetched_at is None or date is None or date.iso is None or date.precision in ("month", "year"):
        return True
    return abs(datetime.fromisoformat(date.iso).date() - fetched_at.date()) <= _ABOUT


def dates_told(found: Sequence[Candidate]) -> list[Reason]:
    """The candidates for the date as they are told."""
    return [Reason("date", line.text, score, why) for score, line, why in found]


def _posted(found: list[Candidate]) -> DateLine:
    """The best date line, or a likely one beside it: posted wins over updated and made, a day over its stamp."""
    score, best, _ = found[0]
    for is_other in (_is_change, _is_made, _is_for_programs):
        if not is_other(best):
            continue
        for other, line, why in found:
            if other < score - _CLOSE or other < (_LIKELY if abs(line.start - best.start) <= _NEXT else ENOUGH):
                break
            if best.start <= line.start < best.end or is_other(line) or "in the text" in why:
                continue
            if is_other is not _is_made or _is_of_posting(line):
                best = line
                break
    return best


def _is_change(line: DateLine) -> bool:
    """Whether a line names a later change, and no day before that."""
    folded = fold(line.text)
    changed, date = CHANGED.search(folded), read_date(line.text)
    return changed is not None and (date is None or changed.start() < max(0, folded.find(fold(date.printed))))


def _is_made(line: DateLine) -> bool:
    """Whether a line says when a page was made, and not when it was put up."""
    return MADE.search(fold(line.text)) is not None and not _is_of_posting(line)


def _is_for_programs(line: DateLine) -> bool:
    """Whether a line is nothing but a moment as programs write it, which a style sheet may keep out of sight."""
    return is_stamp(line.text)


def _is_of_posting(line: DateLine) -> bool:
    """Whether a line names the day of putting up as such."""
    folded = fold(line.text)
    return PUBLISHED.search(MADE.sub(" ", CHANGED.sub(" ", folded))) is not None


def _known(
    printed: Printed, spot: Element, region: Region, title: tuple[int, int], fetched_at: datetime | None
) -> DateLine | None:
    """The date line that a platform prints in one place, None where no date stands there but a paper's or a box's."""
    start, end = printed.below(spot)
    whole = None if spot in printed.spans else (printed.words(spot), end)
    last = last_text(printed, region)
    for line in printed.lines[start : max(end, start + 1)]:
        dated = whole or _dated(printed.lines, line)
        date = read_date(dated[0], fetched_at=fetched_at) if dated is not None else None
        if dated is None or date is None or _is_of_paper(dated[0]):
            continue
        if not (title[1] <= last < line.index and is_boxed(printed, line, date, title, last)):
            return DateLine(dated[0], "page", line.index, dated[1])
    return None


def _is_of_paper(text: str) -> bool:
    """Whether a line names its day as that of a document or of an event, and none of publication."""
    folded = fold(text)
    return NOT_PUBLISHED.search(folded) is not None and PUBLISHED.search(folded) is None


def _dated(lines: list[Line], line: Line) -> tuple[str, int] | None:
    """The text of a date line and its end: a label alone takes the next line, a date alone the time behind it."""
    if _MAY_OPEN_ENTRY.match(line.text) is not None:
        entry = POSTED_ENTRY.match(line.folded)
        if entry is not None and len(line.folded) == len(line.text):
            return line.text[: entry.end()], line.index + 1
    if len(line.text) > _LONGEST:
        return None
    folded, is_dated = line.folded, line.may_date
    if not is_dated and len(line.text) > LONGEST_LEAF and len(folded) > _LABEL:
        return None
    text, end = answered_field(line) if is_dated else line.text, line.index + 1
    following = lines[end] if end < len(lines) else None
    leaf, size = _leaf(lines, line) if len(line.text) <= LONGEST_LEAF else ("", 1)
    if leaf:
        text, end = leaf, line.index + size
        following = lines[end] if end < len(lines) else None
    elif not is_dated:
        if len(folded) > _LABEL or following is None or len(following.text) > _FACT or not following.may_date:
            return None
        if not PUBLISHED.search(folded) or _UNDER_WAY.search(line.text):
            return None
        text, end = f"{text} {following.text}", end + 1
        following = lines[end] if end < len(lines) else None
    is_timed = _CLOCK.search(text) is not None
    if following is not None and len(following.text) < _SHORT and not is_timed and _TIME.fullmatch(following.folded):
        text, end = f"{text} {following.text}", end + 1
    return text, end


def _opening(lines: list[Line], line: Line, title: tuple[int, int]) -> int:
    """The first line of a day that begins a line: its weekday or time may stand above it, and its label over these."""
    start, first = line.index, title[1] if title[0] < line.index else 0
    if start <= first or not (line.text[0].isdigit() or line.folded.startswith("ngay ")):
        return start
    above = lines[start - 1]
    if len(above.text) >= _SHORT or above.is_link or (_CLOCK.search(above.folded) and _CLOCK.search(line.folded)):
        return start
    if _OPENING.fullmatch(above.folded) is None:
        return start
    label = lines[start - 2] if start - 2 >= first else None
    labelled = label is not None and PUBLISHED.fullmatch(label.folded.rstrip(" :")) is not None
    return start - 1 - labelled


def _leaf(lines: list[Line], line: Line) -> tuple[str, int]:
    """The day whose pieces a line and those behind it print, as a leaf of a calendar does, and how many these are."""
    below = lines[line.index : line.index + 3]
    return day_of_leaf([other.text for other in below if other.cell is line.cell])


def _behind(line: str, title: str) -> str:
    """What a line prints behind the title that it begins with; nothing where it does not, or nothing is there."""
    return line.removeprefix(title).strip(_SIGNS) if title and line != title and line.startswith(title) else ""


def _head(printed: Printed, region: Region, title: int) -> int:
    """The first line that may be the date line: no date so far above the title has points enough."""
    above = (index for index in range(title - 1, region.head - 1, -1) if not is_passed_over(printed.lines[index]))
    return next(islice(above, _FAR_ABOVE, None), region.head)


def _candidates(
    printed: Printed,
    region: Region,
    title: tuple[int, int],
    named: str,
    common: frozenset[str],
    fetched_at: datetime | None,
) -> list[Candidate]:
    """Every line of the announcement that may be the date line, with its score; lines elsewhere never are."""
    found = []
    for line in printed.lines[_head(printed, region, title[0]) : region.end]:
        dated = _dated(printed.lines, line)
        if dated is None:
            continue
        text, end = dated
        start = _opening(printed.lines, line, title)
        text = " ".join([*(above.text for above in printed.lines[start : line.index]), text])
        behind = ""
        if title[0] <= line.index < title[1]:
            behind = date_behind(line) or date_before(line) or _behind(line.text, named)
            text = behind or text
        date = read_date(text, fetched_at=fetched_at)
        if (date is None or date.iso is None) and puts_month_first(printed, text):
            date = read_date(text, fetched_at=fetched_at, month_first=True)
        if date is None or date.iso is None:
            continue
        if date.precision in ("month", "year") and not PUBLISHED.search(line.folded):
            continue
        score, why = weigh_date(
            printed, line, text, date, region, title, fetched_at, start=start, end=end, apart=bool(behind)
        )
        if line.text in common:
            score -= 4
            why.append("on other pages too")
        if score >= _LIKELY and is_boxed(printed, line, date, title, last_text(printed, region)):
            score -= 4
            why.append("of a box")
        found.append((score, DateLine(text, "page", start, end), ", ".join(why)))
    return found
