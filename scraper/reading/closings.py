"""Who wrote, named on the line of the text itself: behind the last sentence of a paragraph or of a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from archive.vietnamese.byline_names import is_of_known_words
from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.captions import is_caption
from scraper.reading.labelled import TAKEN_FROM, is_credit
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element
from scraper.reading.namelines import Credit, is_foreign, is_spoken_of, names_signer
from scraper.reading.region import Region
from scraper.reading.sources import names_source
from scraper.reading.uncredited import quotation_around

_LABELLED, _DRESSED, _CAPTIONED = 4.5, 2.9, 2.4
"""Scores: behind a label, in an element of its own, and below a picture amid the text."""
_LONGEST, _LAST_SENTENCE, _BELOW = 60, 160, 4
"""Characters of what signs and of the sentence before it, and lines behind the last paragraph of a text at most."""
_FULL, _MOST = 3, 3
"""Words of a name that no element sets apart, and people who wrote one text."""
_INLINE = frozenset({"b", "strong", "i", "em", "u", "span", "font", "small", "big"})
_STOPS = (".", "!", "?", "…", "/", "”", '"', "’", ")")
_QUOTES = ("“", '"')
_LABEL = re.compile(r"(?<=[.!?…”\")/(–-])\s*\(?(?=(?:tin|bai|tac gia|nguoi viet|(?:nguoi )?thuc hien)\b[^:.]{0,24}:)")
_NOTE = re.compile(r"\s\(([^()]{3,40})\)\W*$")
_LAST = re.compile(r"(?<=[.!?…/”])\s+([^.!?…]{5,40})[\s.]*$")
_ADDRESSED = re.compile(
    r"\b(?:(?:tran trong|cam on|kinh (?:chao|thu|bao|moi|chuc)|than ai|chao \w+)\b[^.!?]{0,120}[.!?/”]*"
    r"|(?:lien he|dien thoai|hotline|d/?t|noi nhan|luu ?:)(?!\w).{0,90})$"
)
"""How a letter ends, which its sender signs, a notice, with whom to call, and a paper, with who receives it."""


def closing_credit(printed: Printed, region: Region) -> Credit | None:
    """Who is named behind the last sentence of a text on its line, by a label, in an element of its own or in brackets.

    Nobody who is quoted, whom the sentence speaks of, or who sends a letter. The line stays the text's.
    """
    lines = printed.lines[region.body : region.text_end]
    behind = [line for line in takewhile(lambda line: not line.prose, reversed(lines)) if not line.is_tool]
    last = next((line for line in reversed(lines) if line.prose), None)
    if last is None or len(behind) > _BELOW or quotation_around(printed, last, region) is not None:
        return None
    if (labelled := _behind_label(last)) is not None:
        return labelled
    for words, dressed in _closings(last):
        name = words.strip(" ./()[]–-")
        before = last.text[: last.text.rindex(name)].rstrip(" ([–-")
        if not before.endswith(_STOPS) or _ADDRESSED.search(fold(before[-_LAST_SENTENCE:])) or _is_quotation(before):
            continue
        if _signs(name, dressed=dressed):
            people = bool(read_byline(name).people)
            return Credit(name, last.index, last.index, _DRESSED, people, "behind the last words")
    return None


def captioned_credit(printed: Printed, region: Region) -> Credit | None:
    """Who wrote and took the pictures, named by a label at the end of a caption: "… trên hồ. Bài, ảnh: Vi Thị Nga"."""
    for line in printed.lines[region.body : region.end]:
        if "anh" in line.folded and ":" in line.folded and not line.hidden and is_caption(line):
            credit = _behind_label(line)
            if credit is not None and "anh" in fold(credit.text.partition(":")[0]):
                return Credit(credit.text, line.index, line.index, _CAPTIONED, True, "at the end of a caption")
    return None


def _behind_label(line: Line) -> Credit | None:
    """The credit at the end of a line behind a label and the end of a sentence."""
    if len(line.folded) != len(line.text):
        return None
    label = _LABEL.search(line.folded, max(0, len(line.folded) - _LONGEST))
    text = line.text[label.end() :].strip(" .)") if label is not None else ""
    if not text or not is_credit(fold(text)) or not read_byline(text).people:
        return None
    return Credit(text, line.index, line.index, _LABELLED, True, "a label behind the last words")


def _closings(line: Line) -> Iterator[tuple[str, bool]]:
    """The last words of a line that an element of their own, brackets or the end of a sentence set apart from the rest.

    With each goes whether it is an element that does.
    """
    for element in _last_elements(line.block):
        words = clean("".join(element.itertext()))
        if words and len(words) <= _LONGEST and line.text.endswith(words) and words != line.text:
            yield words, True
    for kind in () if line.linked else (_NOTE, _LAST):
        found = kind.search(line.text, max(0, len(line.text) - _LAST_SENTENCE))
        words = found[1].strip() if found is not None else ""
        if kind is _NOTE and _is_source(words):
            yield words, True
        elif len(words.split()) >= _FULL and is_of_known_words(words):
            yield words, False


def _last_elements(block: Element) -> Iterator[Element]:
    """The inline elements that close a block, the outer before the inner ones."""
    inner: Element | None = block
    while inner is not None:
        inner = _last_child(inner)
        if inner is not None:
            yield inner


def _last_child(element: Element) -> Element | None:
    """The inline element that closes another, but for line breaks, white space and signs."""
    for child in element.iterchildren(reversed=True):
        if (child.tail or "").strip(" \t\r\n\xa0.)"):
            return None
        if child.tag in _INLINE and "".join(child.itertext()).strip(" \t\r\n\xa0.)"):
            return child
        if child.tag not in _INLINE and child.tag != "br":
            return None
    return None


def _is_quotation(text: str) -> bool:
    """Whether all of a text is what somebody says."""
    return text.startswith(_QUOTES) and text.endswith(("”", '"'))


def _is_source(words: str) -> bool:
    """Whether words say where a text was taken from."""
    folded = fold(words)
    if is_credit(folded) or TAKEN_FROM.match(folded):
        return read_byline(words).source is not None
    return names_source(words)


def _signs(name: str, *, dressed: bool) -> bool:
    """Whether words are a person's full name or several, or the agency or outlet that wrote, where they are dressed."""
    if dressed and _is_source(name):
        return True
    if ":" in name or any(map(str.isdigit, name)) or is_spoken_of(name) or is_foreign(name) or names_signer(name):
        return False
    byline = read_byline(name)
    if byline.organisation is None and name.rpartition(" ")[2].islower():
        return False
    return (" " in name and 0 < len(byline.people) <= _MOST) or (dressed and byline.organisation is not None)
