"""How much a printed line looks like a title: by its dress, its words, and what stands above and below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from archive.vietnamese.dates import read_date
from scraper.reading.aroundtitles import NUMBERED, OPENS_TEXT, is_dated, is_no_title, issues_paper
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.clues import SPELT
from scraper.reading.crumbs import CRUMB_LINE, ends_crumbs, names_sections
from scraper.reading.datescore import in_data
from scraper.reading.datewords import is_appointment, left_over
from scraper.reading.events import of_event
from scraper.reading.gazettes import heads_issue, names_issue
from scraper.reading.headlines import is_entry_of_list, is_headline, leads_nowhere
from scraper.reading.invitations import says_further
from scraper.reading.kept import kept
from scraper.reading.labelled import (
    ATTACHED,
    LETTERHEAD,
    NOT_PUBLISHED,
    PUBLISHED,
    RECORD,
    SPAN,
    SUBJECT,
    TODAY,
    VIEWS,
)
from scraper.reading.labelled_frame import FOOTER, REMARKED, SECTION_NAME
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.paperrecord import awaits_value, is_kind_and_number
from scraper.reading.posters import DONE_BY
from scraper.reading.schedules import is_scheduled
from scraper.reading.tables import data_rows, is_alone_in_row
from scraper.reading.textnear import text_above, text_below

ABSTRACT = "the abstract of a document"
SENTENCE = "a sentence or an item"
CALLED = "called a title"
_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:(?:index|default|trang-?chu|home)(?:\.\w+)?/?)?", re.IGNORECASE)
_TITLE_NAME = re.compile(r"headline|t(?:itle|ieu_?-?de|en_?-?(?:bai|tin)|it(?<![a-z]tit)(?![a-z]))")
_BOX_NAME = re.compile(
    r"box|block|widget|menu|module|portlet|site|cate?(?![a-z])|section|other|khac|lien_?-?quan|relat|foot|side|logo|sub|list|lead|summary|head-?er"
)
_LEAD_NAME = re.compile(r"sapo|lead(?!er)|summary|abstract|chapeau|tom-?_?tat|intro(?:text)?\b|desc")
_FEW_TITLES = 2
_PAPER = re.compile(r"(?:[a-z]+ ){1,4}(?:so:? \d|\d{1,5}/(?:(?:19|20)\d\d/)?[a-z]{2,}-[a-z]{2})")
"""A paper by its type and number: "Công văn số 12", "Nghị quyết 12/2019/NQ-HĐND"."""
_SENTENCES = re.compile(r"[^\W\d_A-Z][^\W_A-Z][.…] [^\W\d_]|\d{4}\. [^\W\d_]")
"""Where one sentence ends and the next begins; "TP. Vinh" and "Q.1" are one."""
_ABOUT = re.compile(r"v/?v\b|ve viec\b")
_SERIES = re.compile(r"\W*(?:bai|ky|phan|tap) (?:\d{1,2}|cuoi)\b")
_TITLE, _SENTENCE = 20, 40
_PAPER_HEAD = 16
"""Lines of the head of a paper, down to what it is about."""
NEWS_OF = re.compile(
    r"tin (?:tuc )?(?!(?:bao|lu|buon|vui|mung|mua|cuoi|nhanh|khan)\b(?! hiem)"
    r"|moi ve|ap thap|gio mua|khong khi|dong dat)"
    r"[a-z]+(?:[ ,&-]+[a-z]+){0,4}"
)
"""What a section is called, while the news of a storm or of a death are news."""
_TIME = re.compile(r"\W*\d{1,2}\s?[:hg]\s?[0-5]\d(?::\d\d)?\W*(?:[ap]m|sa|ch|\(?gmt.{0,6})?\W*")
_CLOCK_TIME = re.compile(r"\d\s?[:hg]\s?[0-5]\d")
_BELOW, _WITH_BUTTONS = 4, 8
"""Lines below a title that are looked at, and among how many they are sought, since buttons may stand there."""
_ABOVE = 3
_DAY = 8
"""Characters of a day at least."""
_REMARKS, _ABOVE_REMARKS, _REMARKS_COUNTED = 8, 4, 24
"""Remarks above another at most, lines above them of which one is of their text, and characters of their count."""
_DATA = 3
"""Rows of a table of data at least."""
_BOX = 25
"""Characters to which the name of a box goes."""


def weigh_look(printed: Printed, first: int, last: int, text: str, why: list[str]) -> float:
    """How much a range of lines looks like the title; the reasons are added to `why`."""
    lines = printed.lines
    line = lines[first]
    agreed = bool(why)
    score = 0.0
    if line.heading:
        score += (0, 2.5, 2, 1.5, 1, 0.7, 0.5)[line.heading]
        why.append(f"heading {line.heading}")
    elif line.block.tag == "legend" or line.bold * 10 >= len(line.text) * 8:
        score += 0.8
        why.append("bold")
    score += _dress(line)
    if _is_called_title(printed, line):
        score += 1.2
        why.append(CALLED)
    if _ABOUT.match(line.folded):
        score += 1.5
        why.append("says what a paper is about")
    elif names_issue(line):
        is_head = heads_issue(lines, line)
        score += 3 if is_head else -3
        why.append("an issue of a gazette over its papers" if is_head else "the issue of a gazette")
    elif _PAPER.match(line.folded):
        score += 1
        why.append("names a paper")
        if not agreed and _is_said_in_paper(lines, line, last):
            score += 2
            why.append("the paper below says the same")
    if line.is_link:
        is_button = not agreed and bool(line.hrefs) and all(map(leads_nowhere, line.hrefs))
        score -= 6 if is_button or _HOME.fullmatch(line.hrefs[0] if line.hrefs else "") else 3
        why.append("a link")
    elif not agreed and is_entry_of_list(lines, line):
        score -= 3
        why.append("an entry of a list with its day")
    if len(text) < 16:
        score -= 1.5
    if not agreed and NEWS_OF.fullmatch(line.folded):
        score -= 5
        why.append("news of something, as a section is called")
    if text[: len(text) // 2] == text[len(text) // 2 + 1 :]:
        score -= 3
        why.append("said twice")
    if text.endswith((":", "...", "…", ";", ",")):
        score -= 1.5
    is_sentence = text.endswith(".") and not _dated_below(lines, last)
    is_sentence = is_sentence or (text.endswith("?") and not line.heading and _SENTENCES.search(text) is not None)
    if not agreed and (is_sentence or NUMBERED.match(line.text)):
        score -= 1.5 if line.heading == 1 else 3
        why.append(SENTENCE)
    if not agreed and _is_lead(lines, line):
        score -= 4
        why.append("a dressed sentence below what may be a title")
    if not agreed and _SERIES.match(line.folded) and _stands_over_words(lines, last):
        score -= 3
        why.append("a part of a series over its title")
    if not agreed and is_scheduled(lines, first, last):
        score -= 4
        why.append("a row of a schedule")
    elif not agreed and _is_remark(lines, line):
        score -= 4
        why.append("a remark")
    if not agreed and text.endswith(":") and line.prose:
        score -= 3
        why.append("what leads to a list")
    if not agreed and issues_paper(lines, last, text):
        score -= 4
        why.append("who issues the paper")
    if not agreed and (" " not in text or leads_to_any_file(line)):
        score -= 4
        why.append("a file")
    if (CRUMB_LINE.match(line.folded) or names_sections(line)) and SPELT not in why:
        score -= 8
        why.append("a breadcrumb")
    elif DONE_BY.match(line.folded):
        score -= 8
        why.append("who put it up")
    elif not line.heading and OPENS_TEXT.match(line.folded):
        score -= 1
        why.append("whom it is for")
    elif _is_behind_label(line, text):
        why.append("behind the label of an abstract")
    elif is_no_title(line) and (last == first + 1 or LETTERHEAD.search(line.folded)):
        score -= 4
        why.append("a label")
    if ends_crumbs(lines, first):
        score += 2.5
        why.append("the end of a breadcrumb")
    if first and SUBJECT.fullmatch(lines[first - 1].folded) and not RECORD.fullmatch(line.folded):
        score += 5
        why.append(ABSTRACT)
    for points, reason in _neighbours(lines, first, last):
        if points > 0 or why[-1:] != ["the end of a breadcrumb"]:
            score += points
            why.append(reason)
    return score


def _is_remark(lines: list[Line], line: Line) -> bool:
    """Whether a line with its day stands below text and how many remarks there are, with but such lines between."""
    if not line.may_date or line.heading:
        return False
    above = reversed(lines[max(0, line.index - _REMARKS) : line.index])
    counted = next((other for other in above if not other.may_date), None)
    if counted is None or len(counted.text) >= _REMARKS_COUNTED or not REMARKED.search(counted.folded):
        return False
    return any(other.prose for other in lines[max(0, counted.index - _ABOVE_REMARKS) : counted.index])


def _is_said_in_paper(lines: list[Line], line: Line, last: int) -> bool:
    """Whether the head of a paper below a line that names it says again what that line says behind its number."""
    below = lines[last : last + _PAPER_HEAD]
    return any(len(other.text) >= _SENTENCE and line.key.endswith(other.key) and not other.linked for other in below)


def _stands_over_words(lines: list[Line], last: int) -> bool:
    """Whether what stands below a line may be a title: as long as one is, and no text, link, day, label or caption."""
    below = lines[last] if last < len(lines) else None
    if below is None or below.prose or below.linked or below.may_date or below.picture is not None:
        return False
    return len(below.text) >= _TITLE and not is_no_title(below)


def _is_behind_label(line: Line, text: str) -> bool:
    """Whether a text is what its line has behind the label of an abstract ("Trích yếu: …")."""
    label, colon, _ = line.folded.partition(":")
    return bool(colon) and len(text) < len(line.text) and SUBJECT.fullmatch(label) is not None


def _dress(line: Line) -> float:
    """Points for large type, as far as the line's own element says so."""
    style = line.block.get("style")
    size = _SIZE.search(style) if style else None
    if size is None:
        return 0.0
    points = float(size[1]) * {"px": 1, "pt": 1.33, "em": 16, "rem": 16, "%": 0.16}[size[2].lower()]
    return 1.0 if points >= 18 else 0.0


def heads_paper(printed: Printed, line: Line, below: Line) -> bool:
    """Whether a line is a paper's kind and number, and dressed more than what it is about; in no row of its record."""
    if not is_kind_and_number(line) or not (line.cell is None or is_alone_in_row(line)):
        return False
    if not line.heading and line.index and awaits_value(printed.lines[line.index - 1]):
        return False
    return _rank(printed, line) > _rank(printed, below)


def _rank(printed: Printed, line: Line) -> tuple[int, float, bool]:
    """What a line is dressed as, the strongest first; capitals are as strong as bold type."""
    bold = line.bold * 10 >= len(line.text) * 8 or line.text.isupper()
    return -(line.heading or 7), _dress(line) + _is_called_title(printed, line), bold


def _is_called_title(printed: Printed, line: Line) -> bool:
    """Whether the names of a line's element call it a title, as those of hardly any other line do, and of no box."""
    block = line.block
    for element in (block, block.getparent(), next(block.iterchildren(), None)):
        if element is None:
            continue
        names = _names_of(element)
        if names and _TITLE_NAME.search(names) and not _BOX_NAME.search(names):
            name = element.get("class")
            return not name or _classes(printed)[name] <= _FEW_TITLES
    return False


@kept
def _classes(printed: Printed) -> Counter[str | None]:
    """How many lines the elements of each class hold; kept, since each line that is called a title asks."""
    return Counter([line.block.get("class") for line in printed.lines])


def _names_of(element: Element) -> str:
    """The class and the id of an element in small letters; nothing where it has neither."""
    name, own = element.get("class"), element.get("id")
    return f"{name or ''} {own or ''}".lower() if name or own else ""


def _is_lead(lines: list[Line], line: Line) -> bool:
    """Whether a dressed sentence has right above it what may be its title: as long as one is, no link and no label."""
    if not (line.prose and line.text.endswith(".") and line.index) or line.heading == 1:
        return False
    if not (line.heading or line.bold or line.italic or _LEAD_NAME.search(_names_of(line.block))):
        return False
    above = lines[line.index - 1]
    if above.is_link or (above.prose and not above.text.endswith("?")) or not _is_as_long(above):
        return False
    return not (CRUMB_LINE.match(above.folded) or is_no_title(above) or SECTION_NAME.fullmatch(above.folded))


def _is_as_long(line: Line) -> bool:
    """Whether a line is as long as titles are, or goes on with one that was broken."""
    return len(line.text) >= _TITLE or line.text[0].islower()


def _dated_below(lines: list[Line], last: int) -> bool:
    """Whether the next line is a date line with a label or a view counter, or a day and an hour alone."""
    below = lines[last] if last < len(lines) else None
    if below is None or not _may_be_its_date(below) or of_event(lines, below):
        return False
    if PUBLISHED.search(below.folded) is not None or VIEWS.search(below.folded) is not None:
        return True
    return _CLOCK_TIME.search(below.folded) is not None and is_dated(below)


def _neighbours(lines: list[Line], first: int, last: int) -> Iterator[tuple[float, str]]:
    """Points for a date close behind or just before, for text below, and against a menu below."""
    below = _below(lines, last)
    yield from text_above(lines, first)
    if below and FOOTER.match(below[0].folded):
        yield -3.0, "above the foot of the site"
    date = _date_among(below)
    if date is not None and not _dates_entry(lines, first, date):
        distance = below.index(date)
        label = lines[date.index - 1].folded if distance else ""
        marked = PUBLISHED.search(date.folded) or VIEWS.search(date.folded) or PUBLISHED.match(label)
        timed = _CLOCK_TIME.search(date.folded) is not None
        alone = timed and not distance and is_dated(date)
        yield (3.0 if marked else 2.7 if alone else 2.3 if timed else 1.8) - 0.3 * distance, "a date behind it"
    elif (points := _date_before(lines, first, below)) > 0:
        yield points, "a date before it"
    behind = lines[date.index + 1 : date.index + 1 + _BELOW] if date is not None else below
    if lines[first].cell is None and len(lines[first].text) >= _SENTENCE and any(map(_is_data, below)):
        yield 0.7, "a table below it"
    yield from text_below(lines, last, below, behind)


def _below(lines: list[Line], last: int) -> list[Line]:
    """The next lines that are no buttons."""
    below: list[Line] = []
    for line in lines[last : last + _WITH_BUTTONS]:
        if not _is_button(line):
            below.append(line)
            if len(below) == _BELOW:
                break
    return below


def _date_among(below: list[Line]) -> Line | None:
    """The first of some lines that may be the date of a title above them, and stands behind the end of no head."""
    for line in below:
        if _may_be_its_date(line):
            return line
        if _ends_head(line):
            return None
    return None


def _dates_entry(lines: list[Line], first: int, date: Line) -> bool:
    """Whether a day below a line as short as the name of a box stands over a headline, and the next over another."""
    below = lines[date.index + 1 : date.index + 4]
    if len(lines[first].text) >= _BOX or len(below) < 3 or not below[1].may_date:
        return False
    return is_headline(below[0]) and is_headline(below[2])


def _is_data(line: Line) -> bool:
    """Whether a line stands in a table of data, and leads nowhere."""
    return line.cell is not None and not line.linked and data_rows(line) >= _DATA


def _is_button(line: Line) -> bool:
    """Whether a line is a button that may stand anywhere, no day and no link from an entry of a list to the whole."""
    return line.is_tool and not (line.may_date or says_further(line.text))


def _ends_head(line: Line) -> bool:
    """Whether what stands behind a line is no longer the title's: another heading, comments, other announcements.

    Counters of comments and visits, which tell a number, end nothing.
    """
    if line.heading > 0 and not (line.prose and line.text.endswith(".")):
        return PUBLISHED.fullmatch(line.folded.rstrip(" :")) is None
    return len(line.text) < 100 and line.is_related and not any(map(str.isdigit, line.text))


def _may_be_its_date(line: Line) -> bool:
    """Whether a line close to a title may be its date line."""
    return line.may_date and _may_be_date(line)


@kept
def _may_be_date(line: Line) -> bool:
    """Whether a line with a day may be a date line; kept, since each line near it asks."""
    if (len(line.text) >= 100 and not line.facts) or (line.is_link and not _is_beside_buttons(line)):
        return False
    foreign = any(kind.search(line.folded) for kind in (NOT_PUBLISHED, TODAY)) or SPAN.search(line.text)
    return not foreign and not is_appointment(line.folded) and not (line.cell is not None and in_data(line))


def _is_beside_buttons(line: Line) -> bool:
    """Whether a line with links prints a day that is none of them, and buttons."""
    date = read_date(line.text)
    return date is not None and len(line.text) - line.linked >= _DAY and left_over(line.folded, date) <= 2


def _date_before(lines: list[Line], first: int, below: list[Line]) -> float:
    """Points for a date line above, more of them with what stands around an announcement behind the title."""
    for above in reversed(lines[max(0, first - _ABOVE) : first]):
        if not (_is_button(above) or _TIME.fullmatch(above.folded)):
            break
    else:
        return 0.0
    if not _may_be_its_date(above) or (len(above.text) >= 80 and not above.facts):
        return 0.0
    counted = any(VIEWS.search(line.folded) or ATTACHED.match(line.folded) for line in below[:2])
    return 2.5 if counted or (below and below[0].is_related) else 1.5
