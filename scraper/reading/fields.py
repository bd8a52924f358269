"""Fields that stand beside each other in inline elements of their own, one of them a day, with nothing between them.

Style sheets set such fields below each other or apart ("<span class=author>An</span><span class=time>…</span>"): what
a reader sees are several lines, or a row of fields, where the markup has neither white space nor a sign.
"""

from __future__ import annotations

import re
from itertools import pairwise

from archive.vietnamese.dates import read_date
from archive.vietnamese.dates.folded import ENGLISH_WEEKDAY, SHORT_WEEKDAY, WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.labelled import PUBLISHED, VIEWS, may_date
from scraper.reading.markup import Element
from scraper.reading.posters import POSTER

_GOES_ON = re.compile(r"[^\w(\[“\"]")
"""How a text opens that goes on with the one before it, if not with a small letter."""
_BREAKS_OFF = re.compile(r"(?:[:,/(\[–-]|\b(?:ngày|đến|từ|lúc|vào|hôm|sáng|chiều|tối|trước|sau))$", re.IGNORECASE)
"""How a text ends that goes on with the one behind it: a label, or a sentence that says when something was."""
_SHORTEST, _LONGEST = 6, 60
_INITIALS = 2
_LETTER = re.compile(r"[a-z]")
_AROUND = re.compile(rf"\b(?:{WEEKDAY}|{SHORT_WEEKDAY}|{ENGLISH_WEEKDAY}|ngay|luc|gmt)\b")
_YEAR = re.compile(r"(?:19|20)\d\d\s*")
_DAY_OPENS = re.compile(r"\d\d[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)")
_DAY_CLOSES = re.compile(r"\d[/.-]\d{1,2}[/.-](?:19|20)\d\d$|\d:\d\d$|(?:năm|,) (?:19|20)\d\d$")


def stands_behind(element: Element) -> bool:
    """Whether an inline element stands behind another one, no text between or beside them, and both have names.

    Where white space stands between them these have to be two names: a sentence that was pasted has one for all of it.
    """
    before = element.getprevious()
    if before is None or _has_text(before.tail) or not (name := _name(element)) or not (other := _name(before)):
        return False
    if before.tail and name == other:
        return False
    return not _has_text(element.tail) and not _has_text(element.getparent().text)


def _name(element: Element) -> str:
    """The name of an inline element that tells what it holds, not how that is set; a `time` needs none."""
    name = element.get("class") or element.get("id") or (element.tag if element.tag == "time" else "")
    return "" if "font" in name.lower() or name.startswith("Mso") else name


def _has_text(text: str | None) -> bool:
    return text is not None and not text.isspace()


def is_icon(span: Element) -> bool:
    """Whether a span is empty but for what a style sheet draws in it."""
    return span.text is None and not len(span) and span.get("class") is not None


def is_another(link: Element, href: str | None) -> bool:
    """Whether a link right behind another leads elsewhere, or nowhere as buttons do: each is a field of its own.

    Those with a name alone are marks that a word processor leaves in the middle of words.
    """
    before = link.getprevious()
    if before is None or before.tail or before.tag != "a":
        return False
    if not href:
        return link.get("name") is None and before.get("name") is None
    return href != (before.get("href") or href)


def are_fields(before: str, text: str) -> bool:
    """Whether a piece of text is a field of its own behind the end of the one `before` it: no word goes on so."""
    last = before[-1:]
    if text[0].isdigit():
        if last.isdigit() and (_YEAR.fullmatch(text) or _DAY_CLOSES.search(before)):
            return True
        return last.isalnum() and _DAY_OPENS.match(text) is not None
    if not text[0].isupper():
        return False
    if last == ":" or last.islower() or (text[1:2].islower() and (last.isdigit() or _is_abbreviation(before[-3:]))):
        return True
    return last.isdigit() and _DAY_CLOSES.search(before) is not None


def _is_abbreviation(end: str) -> bool:
    """Whether a piece of text ends in a word of two capitals or more ("4:25 CH", "HĐND"), to which no word is glued."""
    return len(end) > 1 and end[-2:].isalpha() and end[-2:].isupper()


def field_starts(texts: list[str]) -> list[int]:
    """Which of the texts of a line's elements begin a field of their own; none where no field is a day alone.

    A label and its value, and the parts of a sentence, are one field. Where signs stand between them they are a row,
    which is read as such.
    """
    if not any(may_date(fold(text)) for text in texts if len(text) <= _LONGEST):
        return []
    if any(text and not any(map(str.isalnum, text)) for text in texts):
        return []
    starts: list[int] = []
    before = ""
    for index, text in enumerate(texts):
        if text and before and not _belongs(before, text):
            starts.append(index)
        before = text or before
    edges = [0, *starts, len(texts)]
    fields = ["".join(texts[start:end]) for start, end in pairwise(edges)]
    return starts if any(map(_is_day, fields)) else []


def _belongs(before: str, text: str) -> bool:
    """Whether a text goes on with what stands in the element before it."""
    if _BREAKS_OFF.search(before) or text[0].islower() or _GOES_ON.match(text):
        return True
    return any(label.fullmatch(fold(before)) for label in (PUBLISHED, POSTER, VIEWS))


def _is_day(text: str) -> bool:
    """Whether a text is a day with its year, perhaps with a label and a time, and hardly anything else."""
    if not _SHORTEST < len(text) <= _LONGEST or not may_date(folded := fold(text)):
        return False
    date = read_date(text)
    if date is None or date.precision in ("month", "year"):
        return False
    rest = _AROUND.sub(" ", PUBLISHED.sub(" ", folded.replace(fold(date.printed), " ", 1)))
    return len(_LETTER.findall(rest)) <= _INITIALS
