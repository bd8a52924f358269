"""The title of an announcement: the printed line that its address, its head, its place and its dress agree upon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.clues import Clues
from scraper.reading.datewords import date_behind
from scraper.reading.labelled import (
    ATTACHED,
    NOT_PUBLISHED,
    POSTER,
    PUBLISHED,
    RECORD,
    SUBJECT,
    VIEWS,
    is_credit,
)
from scraper.reading.labelled_frame import CONTACT, FOOTER, RELATED, SITE, TOOLS
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.markup import Element
from scraper.reading.region import is_headline, prose
from scraper.reading.result import Reason

_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d+)*|[IVX]+|[a-zđ])[.)]\s|[-+*•–]\s|Điều \d")
_EMPTY_DATE = re.compile(r"\s*(?:\(\s*\)|\[\s*\]|\|)\s*$")
_LONGEST = 400
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:(?:index|default|trang-?chu|home)(?:\.\w+)?/?)?", re.IGNORECASE)
_DONE = re.compile(
    r"\d|,|\b(?:ban hanh|to chuc|trien khai|thong bao|tang cuong|khai mac|lam viec|gap mat|phoi hop|kiem tra|tham|hop"
    r"|cong bo|tiep|thuc hien|don|trao|ra mat|ky ket|phat dong|day manh|chu dong|tuyen dung|lay y kien|giam sat)\b"
)
"""What an agency did, or when: more than its name."""
_AGENCY_WORDS = 8
_NAME = 10
_SHORT = 60
_REPEATED = 8
_CRUMB_LINE = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\s?[>»/›|→]")
_CRUMB_SIGN = re.compile(r"[>»/›|→]")
_CRUMBS = ("»", ">", "›", "/", "▸", "❯")
ENOUGH = 2.0
"""The score from which a line is a title; a page without any has none."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the half-open range of lines that print it (empty where only a clue names it)."""

    text: str
    start: int
    end: int
    score: float
    reasons: tuple[Reason, ...] = ()


def known_title(printed: Printed, spot: Element | None) -> Title | None:
    """The title that a platform prints in one place, None where it does not."""
    if spot is None:
        return None
    start, end = printed.below(spot)
    text = _trim(printed.words(spot))
    return Title(text, start, end, 10, (Reason("title", text, 10, "the platform prints it there"),)) if text else None


def find_title(printed: Printed, clues: Clues, common: frozenset[str]) -> Title | None:
    """The best title among the lines, or None where nothing on the page looks like one."""
    candidates: list[tuple[float, Title]] = []
    crumb = _crumb(printed.lines)
    for first, last in _groups(printed.lines):
        line = printed.lines[first]
        text = line.text if last == first + 1 else " ".join(part.text for part in printed.lines[first:last])
        if not 6 <= len(text) <= _LONGEST or not any(map(str.isalpha, text)):
            continue
        key = line.key if last == first + 1 else "".join(part.key for part in printed.lines[first:last])
        score, why = clues.agreement(key)
        if line.is_link and not score:
            continue
        if crumb and key == crumb:
            score += 2.5
            why.append("the breadcrumb ends with it")
        bracket = date_behind(printed.lines[last - 1]) if text.endswith((")", "]")) else ""
        if bracket:
            score += 3 + (4 if _is_dated(line) else 0)
            why.append("a date set apart behind it")
        score += _look(printed.lines, first, last, text, why)
        if text in common:
            score -= 5
            why.append("on other pages too")
        reason = Reason("title", text, score, ", ".join(why))
        candidates.append((score, Title(_trim(text.removesuffix(bracket)), first, last, score, (reason,))))
    if not candidates:
        return None
    candidates.sort(key=lambda candidate: -candidate[0])
    if _is_agency(candidates[0][1].text) or _at_foot(printed.lines, candidates[0][1]):
        candidates = [_doubted(printed.lines, clues, *candidate) for candidate in candidates]
        candidates.sort(key=lambda candidate: -candidate[0])
    best = _earliest(printed.lines, candidates)
    reasons = tuple(title.reasons[0] for _, title in candidates[:5])
    return replace(best, reasons=reasons) if best.score >= ENOUGH else None


def _crumb(lines: list[Line]) -> str:
    """The letters of the last part of a breadcrumb on one line, where that is long enough for a title."""
    line = next((line for line in lines if line.linked and _CRUMB_LINE.match(line.folded)), None)
    last = "" if line is None else letters(_CRUMB_SIGN.split(line.text)[-1])
    return last if len(last) >= _NAME else ""


def _doubted(lines: list[Line], clues: Clues, score: float, title: Title) -> tuple[float, Title]:
    """A candidate with less weight where it is nothing but the name of an agency, as the site's own name is."""
    spelt = clues.slug and clues.slug in lines[title.start].key
    if spelt or not (_is_agency(title.text) or _at_foot(lines, title)):
        return score, title
    reason = replace(title.reasons[0], score=score - 3.5, why=title.reasons[0].why + ", the name of the site")
    return score - 3.5, replace(title, score=score - 3.5, reasons=(reason,))


def _is_agency(text: str) -> bool:
    """Whether a line names an agency and says nothing of it."""
    if len(text.split()) > _AGENCY_WORDS or _DONE.search(fold(text)):
        return False
    byline = read_byline(text)
    return bool(byline.organisation or byline.source) and not byline.people


def _at_foot(lines: list[Line], title: Title) -> bool:
    """Whether the foot of the site prints the same words, as it does with its name."""
    key = lines[title.start].key
    foot = next((line.index for line in lines if FOOTER.match(line.folded)), len(lines))
    return len(key) >= _NAME and any(key in line.key for line in lines[max(title.end, foot - 3) : foot + 6])


def _earliest(lines: list[Line], candidates: list[tuple[float, Title]]) -> Title:
    """The best title, or the same one above the date that stands over it: a body may begin with its title."""
    best = candidates[0][1]
    above = (
        title
        for score, title in candidates[1:]
        if best.start - _REPEATED <= title.start < best.start
        and score >= best.score - 2.5
        and lines[title.start].key == lines[best.start].key
        and all(line.may_date or TOOLS.fullmatch(line.folded) for line in lines[title.end : best.start])
        and any(line.may_date for line in lines[title.end : best.start])
    )
    return replace(min(above, key=lambda title: title.start, default=best), score=best.score)


def _trim(text: str) -> str:
    """The title without the brackets of a date that was not filled in, and without a bar behind it."""
    return _EMPTY_DATE.sub("", text).rstrip()


def _groups(lines: list[Line]) -> list[tuple[int, int]]:
    """Ranges of lines that belong together: the parts of one heading, each other line alone."""
    groups: list[tuple[int, int]] = []
    for line in lines:
        if groups and line.heading and line.block is lines[line.index - 1].block:
            groups[-1] = (groups[-1][0], line.index + 1)
        else:
            groups.append((line.index, line.index + 1))
    return groups


def _look(lines: list[Line], first: int, last: int, text: str, why: list[str]) -> float:
    """How much a range of lines looks like the title; the reasons are added to `why`."""
    line = lines[first]
    agreed = bool(why)
    score = 0.0
    if agreed and _names_site(lines, line):
        score -= 3
        why.append("part of other lines: a name of the site")
    if line.heading:
        score += (0, 2.5, 2, 1.5, 1, 0.7, 0.5)[line.heading]
        why.append(f"heading {line.heading}")
    elif line.bold * 10 >= len(line.text) * 8:
        score += 0.8
        why.append("bold")
    score += _dress(line)
    if line.is_link:
        score -= 6 if _HOME.fullmatch(line.hrefs[0] if line.hrefs else "") else 3
        why.append("a link")
    if len(text) < 16:
        score -= 1.5
    if text[: len(text) // 2] == text[len(text) // 2 + 1 :]:
        score -= 3
        why.append("said twice")
    if text.endswith((":", "...", "…", ";", ",")):
        score -= 1.5
    if not agreed and (_NUMBERED.match(line.text) or text.endswith(".")):
        score -= 1.5
        why.append("a sentence or an item")
    if _is_no_title(line):
        score -= 4
        why.append("a label")
    if _ends_crumbs(lines, first):
        score += 2.5
        why.append("the end of a breadcrumb")
    if first and SUBJECT.fullmatch(lines[first - 1].folded):
        score += 5
        why.append("the abstract of a document")
    for points, reason in _neighbours(lines, first, last):
        if points > 0 or why[-1:] != ["the end of a breadcrumb"]:
            score += points
            why.append(reason)
    return score


def _names_site(lines: list[Line], line: Line) -> bool:
    """Whether a short line is part of several others, as the name of an agency is and a title is not."""
    key = line.key
    return len(key) < _SHORT and sum(key in other.key and key != other.key for other in lines) > 1


def _ends_crumbs(lines: list[Line], index: int) -> bool:
    """Whether a line is the last of a breadcrumb: what is no link behind links that end in a sign of "further down"."""
    before = lines[max(0, index - 2) : index]
    return (
        len(before) == 2
        and not lines[index].linked
        and not lines[index].heading
        and all(line.linked and line.text.endswith(_CRUMBS) and not line.text.startswith(_CRUMBS) for line in before)
    )


def _dress(line: Line) -> float:
    """Points for large type, as far as the line's own element says so."""
    size = _SIZE.search(line.block.get("style") or "")
    if size is None:
        return 0.0
    points = float(size[1]) * {"px": 1, "pt": 1.33, "em": 16, "rem": 16, "%": 0.16}[size[2].lower()]
    return 1.0 if points >= 18 else 0.0


def _is_no_title(line: Line) -> bool:
    folded = line.folded
    return bool(
        (len(folded) < 120 and (SITE.fullmatch(folded) or RELATED.fullmatch(folded) or TOOLS.fullmatch(folded)))
        or FOOTER.match(folded)
        or CONTACT.match(folded)
        or _CRUMB_LINE.match(folded)
        or RECORD.fullmatch(folded)
        or (len(folded) < 80 and (POSTER.match(folded) or is_credit(folded) or ATTACHED.match(folded)))
        or _is_dated(line)
    )


def _is_dated(line: Line) -> bool:
    """Whether a short line looks like a date line."""
    short = line.may_date and len(line.text) < 80
    return short and (line.text[:1].isdigit() or PUBLISHED.search(line.folded) is not None)


def _behind_text(lines: list[Line], first: int) -> bool:
    """Whether running text stands just above that is not the summary of another announcement."""
    return any(
        prose(line) > 100 and not (line.index and is_headline(lines[line.index - 1]))
        for line in lines[max(0, first - 2) : first]
    )


def _neighbours(lines: list[Line], first: int, last: int) -> Iterator[tuple[float, str]]:
    """Points for a date close behind or just before, for text below, and against a menu below."""
    below = lines[last : last + 4]
    if not lines[first].heading and _behind_text(lines, first):
        yield -1.5, "behind the text"
    if below and FOOTER.match(below[0].folded):
        yield -3.0, "above the foot of the site"
    for distance, line in enumerate(below):
        if line.may_date and not line.is_link and len(line.text) < 100 and not NOT_PUBLISHED.search(line.folded):
            label = lines[line.index - 1].folded if distance else ""
            marked = PUBLISHED.search(line.folded) or VIEWS.search(line.folded) or PUBLISHED.match(label)
            yield (3.0 if marked else 1.8) - 0.3 * distance, "a date behind it"
            break
    else:
        before = lines[first - 1] if first else None
        dated = before is not None and before.may_date and not before.is_link and len(before.text) < 80
        if before is not None and dated and not NOT_PUBLISHED.search(before.folded):
            yield 1.5, "a date before it"
    if any(prose(line) > 100 for line in below):
        yield 1.0, "text below it"
    elif len(below) > 2 and all(line.is_link and len(line.text) < 30 for line in below[:3]):
        yield -2.5, "a menu below it"
    elif sum(map(is_headline, below)) > 1 and not any(RELATED.fullmatch(line.folded) for line in below):
        yield -1.5, "headlines below it"
    elif any(
        prose(line) > 100 and not any(between.linked or between.heading for between in lines[last : line.index])
        for line in lines[last + 4 : last + 9]
    ):
        yield 0.7, "text further below"
