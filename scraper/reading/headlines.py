"""Headlines: links that read like the titles of other announcements, and the summaries below them."""

from __future__ import annotations

import re
from itertools import islice

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import read_date
from archive.vietnamese.dates.folded import WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.invitations import leads_to_works, says_further
from scraper.reading.labelled import PUBLISHED
from scraper.reading.lines import Line
from scraper.reading.markup import Element
from scraper.reading.records import is_date_line

_HEADLINE = 24
_NUMBERED = re.compile(r"(?:[A-ZĐ][\wÀ-ỹ ]{3,20}(?:số:? )?)?\d+\s?/(?:(?:19|20)\d\d\s?/)?[A-ZĐ]{2,}[-A-ZĐƯ&]*")
"""What a paper is called by its type and number, or by its number alone: "Nghị quyết số 10/NQ-HĐND"."""
_OTHERS = re.compile(r"\b(?:khac|lien quan|moi nhat|moi|cu hon|moi hon)\W*$")
_TITLED = re.compile(r"title|heading|tieu-?de|(?<![a-z])(?:tit|head)(?![a-z])", re.IGNORECASE)
_AROUND_DAY = re.compile(rf"\b(?:{WEEKDAY}|gmt|luc)\b\W*")
_POSTBACK = "ostBack"
_COUNTER = re.compile(
    r"\W*\b(?:(?:da|so|luot|lan|duoc) ){0,2}(?:xem|doc|tai|nghe|views?|hits|downloads?)\b(?: (?:ve|xuong))?\W*\d[\d.,]*"
    r"(?: (?:luot|lan))?\W*$"
    r"|\W*\b\d[\d.,]* (?:luot|lan|views?|hits|downloads?)\b(?: (?:xem|doc|tai|nghe)\b(?: (?:ve|xuong))?)?\W*$"
)
"""How often an entry was opened, behind its day: "- tải 2672 lần", ", 19 lượt xem"."""
_SIGNS = " ()[]-–|,.:"
_PRINTED_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
"""The address of a page, which a text prints where it leads there."""
_LONGEST_COUNTER = 24
_NAME = 40
"""Characters of a box's name at most."""
_PARTS = 30
"""Parts of a page, or lines of it, among which a text goes on."""
_SHORTEST, _BESIDE = 8, 20
"""Characters of a link that names a paper, and of the day beside it with what sets it apart."""
_DAY = 24
"""Characters of a day, with its weekday or its time."""
BEFORE_SUMMARY = 3
"""Lines of an entry before its summary: headline, day, section."""


def leads_nowhere(href: str) -> bool:
    """Whether a link is for a script, or for nothing."""
    return href == "#" or href[:11].lower() == "javascript:"


def is_headline(line: Line) -> bool:
    """Whether a line is a link that reads like a title, and not one to a file or for a script of the page itself.

    The titles of a list may send a form, as link buttons of ASP.NET do.
    """
    if not line.is_link:
        return False
    if line.headline is None:
        line.headline = (
            (len(line.text) > _HEADLINE or names_paper(line.text))
            and not leads_to_any_file(line)
            and not line.is_tool
            and not leads_to_works(line.folded)
            and not _PRINTED_ADDRESS.fullmatch(line.text)
            and not all(leads_nowhere(href) and _POSTBACK not in href for href in line.hrefs)
        )
    return line.headline


def names_paper(text: str) -> bool:
    """Whether a text is a paper's type and number, or its number alone."""
    return _NUMBERED.fullmatch(text) is not None


def begins_with_paper(text: str) -> bool:
    """Whether a text begins with a paper's type and number and goes on: "Nghị quyết 217/2019/NQ-HĐND Quy định …"."""
    found = _NUMBERED.match(text)
    return found is not None and text[found.end() :].startswith(" ")


def lists_one(line: Line) -> bool:
    """Whether a line is a link with a day beside it, or only leads on to the whole of what stands above it."""
    if line.is_link:
        return says_further(line.text)
    if line.linked <= _SHORTEST or not line.may_date:
        return False
    return len(without_counter(line.folded)) - line.linked <= _BESIDE or is_date_line(line.text[line.linked :])


def without_counter(folded: str) -> str:
    """A folded line without the counter of visits or downloads at its end."""
    return _COUNTER.sub("", folded) if any(map(str.isdigit, folded[-_LONGEST_COUNTER:])) else folded


def is_entry_of_list(lines: list[Line], line: Line) -> bool:
    """Whether a line is a link with a day beside it, and a counter there or next to it another link with its day."""
    if not (line.linked and line.may_date and lists_one(line)):
        return False
    beside = (*lines[max(0, line.index - 1) : line.index], *lines[line.index + 1 : line.index + 2])
    others = (other for other in beside if other.linked and other.may_date)
    return without_counter(line.folded) != line.folded or any(is_headline(one) or lists_one(one) for one in others)


def is_number_of_paper(line: Line) -> bool:
    """Whether a line is a paper's number that leads to it, as in boxes of papers with their abstracts."""
    return is_headline(line) and names_paper(line.text)


def leads_to_another(line: Line, told: Line | None) -> bool:
    """Whether a line is a headline, or a link with its day, apart from the paragraph that was `told` last."""
    return line.linked > 0 and (is_headline(line) or _is_dated_entry(line, told))


def _is_dated_entry(line: Line, told: Line | None) -> bool:
    """Whether a line is one link and a day beside it, and stands elsewhere than a paragraph."""
    if told is None or line.prose or not line.may_date or len(set(line.hrefs)) != 1:
        return False
    home = told.block.getparent()
    if home is line.block.getparent() or home in line.block.getparent().iterancestors() or leads_to_any_file(line):
        return False
    date = read_date(line.text)
    if date is None:
        return False
    beside = without_counter(line.folded.replace(fold(date.printed), "", 1))
    words = _AROUND_DAY.sub("", PUBLISHED.sub("", beside)).strip(_SIGNS)
    return " " in words and abs(len(words) - line.linked) <= 1


def is_summary(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether running text stands in one element with a headline just above, apart from the text before.

    What it stands in itself may be below that, with nothing before it, where that is no part of what holds paragraphs.
    """
    home = line.block.getparent()
    above = [other for other in lines[max(0, line.index - BEFORE_SUMMARY) : line.index] if is_headline(other)]
    if home in homes or not above:
        return False
    if any(home in other.block.iterancestors() for other in above):
        return True
    record = home.getparent()
    if record not in above[-1].block.iterancestors() or not homes.isdisjoint(record.iterancestors()):
        return False
    return not _follows(record, homes) and _is_boxed(line, above[-1], homes)


def _follows(box: Element, homes: set[Element]) -> bool:
    """Whether a box stands behind one that holds paragraphs of the text, in the same element: it may be a part too."""
    return any(before in homes for before in islice(box.itersiblings(preceding=True), _PARTS))


def is_amid_entries(lines: list[Line], line: Line) -> bool:
    """Whether running text has one headline right above it and another right below, with running text of its own."""
    above, (_, *below) = lines[max(0, line.index - 2) : line.index], lines[line.index : line.index + 3]
    if [is_headline(one) for one in above] not in ([False, True], [True]):
        return False
    return len(below) > 1 and is_headline(below[0]) and below[1].prose > 0


def heads_headlines(line: Line, first: Line, homes: set[Element]) -> bool:
    """Whether a short line names the box whose headlines begin with `first`; `homes` are what holds paragraphs.

    One in bold among the paragraphs of the text, or somebody's name, tells rather who wrote it.
    """
    if len(line.text) >= _NAME or line.prose or read_byline(line.text).people:
        return False
    is_set_off = line.bold * 10 >= len(line.text) * 9 and line.block.getparent() not in homes
    titled = _TITLED.search(line.block.get("class") or "") or _OTHERS.search(line.folded)
    return bool(line.heading or is_set_off or titled) or _is_boxed(line, first, homes)


def name_of_box(lines: list[Line], line: Line, homes: set[Element]) -> int | None:
    """The line that names the box whose first entry a link is, with its day beside it, above or below; else None.

    However short the entry is, in a box apart from the paragraphs it is none of the text. A headline that is a heading
    below another heading, which may lead to a section, needs no day where it stands apart from the paragraphs and none
    follow beside these.
    """
    above, below = lines[line.index - 1], lines[line.index + 1 : line.index + 2]
    if len(line.text) - line.linked > _DAY or leads_to_any_file(line):
        return None
    headed = line.heading > 0 and above.heading > 0 and is_headline(line)
    headed = headed and homes.isdisjoint(line.block.iterancestors()) and not _text_follows(lines, line, homes)
    dated = headed or line.may_date or any(map(_is_day, below))
    if not dated and _is_day(above):
        above, dated = lines[above.index - 1], True
    if not dated or (above.linked and not headed):
        return None
    if not (heads_headlines(above, line, homes) and _is_boxed(above, line, homes)):
        return None
    return above.index


def _text_follows(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether a paragraph follows in a part of the page of its own, behind one that holds paragraphs of the text."""
    following = (other.block.getparent() for other in lines[line.index + 1 : line.index + _PARTS] if other.prose)
    around = {*line.block.iterancestors()}
    return any(home is not None and home not in around and _follows(home, homes) for home in following)


def _is_day(line: Line) -> bool:
    """Whether a line is a day and little else."""
    return len(line.text) <= _DAY and line.may_date and not line.linked


def _is_boxed(line: Line, first: Line, homes: set[Element]) -> bool:
    """Whether something holds a line and the headline below it and no paragraph of the text."""
    around = {first.block, *first.block.iterancestors()}
    box = next((above for above in (line.block, *line.block.iterancestors()) if above in around), None)
    return box is not None and all(box is not home and box not in home.iterancestors() for home in homes)
