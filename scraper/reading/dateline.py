"""The line that says when a portal published an announcement, told apart from every other date on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.model import DateSource
from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.spelling import fold
from scraper.reading.labelled import CREDITED, LETTERHEAD, NOT_PUBLISHED, PUBLISHED, SPAN, TODAY, VIEWS
from scraper.reading.labelled_frame import TOOL
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.region import Region, prose
from scraper.reading.result import Pointer, Reason

_TIME = re.compile(r"\W*\d{1,2}\s?[:hg]\s?\d{2}(?:\s?:\s?\d{2})?\s*(?:[ap]m|sa|ch|phut|\(?\[?gmt.{0,6})?\W*")
_AROUND = re.compile(
    r"\b(?:thu\s?(?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|cn|ngay|gio|luc|hoi|vao|gmt|utc|am|pm|sa|ch|sang|chieu|toi|phut"
    r"|binh luan|phan hoi|lan"
    r"|t[2-7]|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|null|in|a|aa)\b"
)
_POSTED_BY = re.compile(
    r"\b(?:(?:gui|dang|viet|tao|submitted|posted|written|created)\s)?(?:boi|by)\s(?:\S+\s){1,4}?(?:vao|ngay|luc|on|at|\W)"
    r"|\bby\s\S+$"
)
_CRUMBS = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\b.{0,80}\(\s?\d[^()]{5,20}\)\W*$")
_LETTER = re.compile(r"[a-z]")
_LONGEST = 160
_BELOW = 12
_NAME = 40
_INITIALS = 2
_EDGES = " |-–—:;,.()[]/"
_WEEKDAY = re.compile(r"\b(?:thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b|\d+|\bgmt\b")
ENOUGH = 3.0
"""The score from which a line is the date line; what falls short is no date at all."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A whole printed line with its range of lines (empty for a pointer's) and where it stands."""

    text: str
    source: DateSource
    start: int = 0
    end: int = 0
    reasons: tuple[Reason, ...] = ()


def find_date_line(
    printed: Printed,
    region: Region,
    title: tuple[int, int],
    *,
    spot: Element | None = None,
    pointers: Sequence[Pointer] = (),
    common: frozenset[str] = frozenset(),
    fetched_at: datetime | None = None,
    printout: bool = False,
) -> DateLine | None:
    """The date line of the page, else that of a list or feed that points at it, else None.

    At the head of a `printout` stands the day of printing, which counts only with a label.
    """
    known = _known(printed, spot, fetched_at) if spot is not None else None
    if known is not None:
        return known
    found = _candidates(printed, region, title, common, fetched_at)
    if printout:
        found = [item for item in found if item[1].start > title[0] or PUBLISHED.search(fold(item[1].text))]
    found.sort(key=lambda candidate: -candidate[0])
    reasons = tuple(Reason("date", line.text, score, why) for score, line, why in found[:5])
    if found and found[0][0] >= ENOUGH:
        best = found[0][1]
        return DateLine(best.text, "page", best.start, best.end, reasons)
    for pointer in pointers:
        if pointer.date_line and pointer.kind != "sitemap" and read_date(pointer.date_line, fetched_at=fetched_at):
            return DateLine(pointer.date_line, "feed" if pointer.kind == "feed" else "listing", reasons=reasons)
    return None


def _known(printed: Printed, spot: Element, fetched_at: datetime | None) -> DateLine | None:
    """The date line that a platform prints in one place, None where no date stands there."""
    start, end = printed.below(spot)
    if spot not in printed.spans:
        text = printed.words(spot)
        found = DateLine(text, "page", start, end, (Reason("date", text, 10, "the platform prints it there"),))
        return found if read_date(text, fetched_at=fetched_at) else None
    for line in printed.lines[start:end]:
        dated = _dated(printed.lines, line)
        if dated is not None and read_date(dated[0], fetched_at=fetched_at):
            reason = Reason("date", dated[0], 10, "the platform prints it there")
            return DateLine(dated[0], "page", line.index, dated[1], (reason,))
    return None


def _dated(lines: list[Line], line: Line) -> tuple[str, int] | None:
    """The text of a date line and its end: a label alone takes the next line, a date alone the time behind it."""
    if len(line.text) > _LONGEST:
        return None
    folded = line.folded
    text, end = line.text, line.index + 1
    following = lines[end] if end < len(lines) else None
    if not line.may_date:
        if len(folded) > 30 or following is None or not PUBLISHED.search(folded) or len(following.text) > 60:
            return None
        if not following.may_date:
            return None
        text, end = f"{text} {following.text}", end + 1
        following = lines[end] if end < len(lines) else None
    if following is not None and len(following.text) < 20 and ":" not in text and _TIME.fullmatch(following.folded):
        text, end = f"{text} {following.text}", end + 1
    return text, end


def _candidates(
    printed: Printed,
    region: Region,
    title: tuple[int, int],
    common: frozenset[str],
    fetched_at: datetime | None,
) -> list[tuple[float, DateLine, str]]:
    """Every line of the announcement that may be the date line, with its score; lines elsewhere never are."""
    found = []
    for line in printed.lines[region.head : region.end]:
        dated = _dated(printed.lines, line)
        if dated is None:
            continue
        text, end = dated
        date = read_date(text, fetched_at=fetched_at)
        if date is None or date.iso is None:
            continue
        score, why = _placed(printed, line.index, region, title)
        score += _told(line, date, why) + _against(printed, line, why)
        score += _among(line, text, date, score, title, why)
        if line.text in common:
            score -= 4
            why.append("on other pages too")
        found.append((score, DateLine(text, "page", line.index, end), ", ".join(why)))
    return found


def _told(line: Line, date: PrintedDate, why: list[str]) -> float:
    """Points for what publication dates have: a label, the view counter beside them, a time."""
    score = 0.0
    if PUBLISHED.search(line.folded):
        score += 2
        why.append("labelled")
    if VIEWS.search(line.folded):
        score += 1.5
        why.append("beside the view counter")
    if date.precision in ("minute", "second"):
        score += 1
        why.append("with a time")
    return score


def _against(printed: Printed, line: Line, why: list[str]) -> float:
    """Points against dates of documents and events, and against links."""
    score = 0.0
    foreign = NOT_PUBLISHED.search(line.folded) or TODAY.search(line.folded) or SPAN.search(line.text)
    if foreign or _labelled_above(printed.lines, line) or _in_letterhead(printed.lines, line):
        score -= 4
        why.append("of a document, an event or the visitor's day")
    if line.is_link and not _CRUMBS.match(line.folded):
        score -= 3
        why.append("a link")
    return score


def _among(line: Line, text: str, date: PrintedDate, score: float, title: tuple[int, int], why: list[str]) -> float:
    """Points for a date alone on its line, or beside a name, and against one in a sentence."""
    rest = left_over(line.folded if text is line.text else fold(text), date)
    if rest <= 2 or _CRUMBS.match(line.folded):
        why.append("alone on its line")
        return 0.8
    if rest <= _NAME and score > 2 and ((byline := read_byline(text)).people or byline.organisation):
        why.append("beside a name")
        return 0.0
    if rest <= 4:
        return 0.0
    why.append("among other words")
    closing = title[1] <= line.index <= title[1] + 1 and text.rstrip(" )]").endswith(date.printed.rstrip(" )]"))
    return -min(4.0, rest / (24 if closing or CREDITED.search(line.folded) else 12))


def _labelled_above(lines: list[Line], line: Line) -> bool:
    """Whether the line above is a label that makes the date below that of a document ("Ngày ban hành")."""
    if not line.index or len((above := lines[line.index - 1]).text) >= _NAME or above.may_date:
        return False
    return NOT_PUBLISHED.search(above.folded) is not None


def _in_letterhead(lines: list[Line], line: Line) -> bool:
    """Whether the head of an official paper stands just above, whose date it then is."""
    above = lines[max(0, line.index - 4) : line.index]
    return any(len(other.text) < 80 and LETTERHEAD.search(other.folded) for other in above)


def _behind(printed: Printed, index: int, region: Region) -> tuple[float, list[str]]:
    """Points for a line in the text or behind it, where some portals print the date."""
    if any(prose(line) for line in printed.lines[index + 1 : region.end]):
        return -0.5, ["in the text"]
    home = printed.lines[index].block.getparent()
    apart = all(line.block.getparent() is not home for line in printed.lines[region.body : index] if prose(line))
    return (2.3 if apart else 1.5), ["behind the text"]


def beside_date(text: str) -> str:
    """What a date line prints beside date, labels, counters and buttons, as printed: a name, or nothing of weight."""
    date = read_date(text)
    if date is None or left_over(fold(text), date) < _INITIALS:
        return ""
    rest = text.replace(date.printed, "\n", 1)
    folded = fold(rest)
    if len(folded) != len(rest):
        return ""
    kept = list(rest)
    for pattern in (PUBLISHED, VIEWS, _WEEKDAY):
        for found in pattern.finditer(folded):
            kept[found.start() : found.end()] = "\n" * (found.end() - found.start())
    pieces = (piece.strip(_EDGES) for piece in "".join(kept).split("\n"))
    return max(pieces, key=len, default="")


def left_over(folded: str, date: PrintedDate) -> int:
    """The letters of a line that are neither date nor what usually stands around one."""
    rest = TOOL.sub(" ", folded.replace(fold(date.printed), " ", 1))
    rest = _AROUND.sub(" ", VIEWS.sub(" ", PUBLISHED.sub(" ", _POSTED_BY.sub(" ", rest))))
    return len(_LETTER.findall(rest))


def _placed(printed: Printed, index: int, region: Region, title: tuple[int, int]) -> tuple[float, list[str]]:
    """Points for the place of a line in the article."""
    start, end = title
    if start <= index < end:
        return -1.0, ["in the title"]
    if end <= index < min(region.end, end + _BELOW):
        paragraphs = sum(prose(line) > 0 for line in printed.lines[end:index])
        if paragraphs < 2:
            return 3.0 - 0.1 * (index - end) - 0.4 * paragraphs, ["below the title"]
    if end <= index < region.end:
        return _behind(printed, index, region)
    if region.head <= index < start:
        return 2.6 - 0.2 * (start - index), ["above the title"]
    return -3.0, ["outside the article"]
