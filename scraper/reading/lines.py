"""A tree as the lines that a reader sees, in reading order, with what is needed to tell their roles apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from unicodedata import normalize

from archive.vietnamese.spelling import fold, fold_printed
from scraper.reading.labelled import PUBLISHED, VIEWS, may_date
from scraper.reading.labelled_frame import RELATED, TOOLS
from scraper.reading.markup import Element, is_hidden

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufffe]")
_SIGNS = bytes(code for code in range(128) if not (97 <= code <= 122 or 48 <= code <= 57))
"""All of ASCII but small letters and digits."""
_STOPS = (".", ";", ":", "…", "!", "?", ".”", "!”", "?”", "…”", ",”")
"""How running text ends; a title may close with what it quotes."""
_PAPER = re.compile(r"\d{1,5}/(?:\d{4}/)?[A-ZĐ]{2}[\w&-]*\s?(?:ngày\s\d|[,:;(–-])")
_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(r"[\d.,\s]+đồng\W*", re.IGNORECASE)
"""An amount of money, whose last word is without accents that of a button ("Đóng")."""
_LONGEST_DATED = 160
_LONGEST_WORDS = 20
"""Characters to each space of a line of words; in Vietnamese there are five."""
_LONGEST_TOOLS = 120
_MENU = 6
"""Links of a line that is hardly anything else: the signs between many make no running text."""
_TOLD, _SAID = 30, 15
"""Characters of a line that tells something, and of a sentence."""
_LONG, _SENTENCE = 80, 40
"""Characters of running text, and of a sentence with its stop, at least."""
_INDEX = itemgetter(0)


class Sight:
    """What can be seen below a root: asked of few lines, so that nothing is sought before."""

    def __init__(self, root: Element) -> None:
        self._hidden: dict[Element | None, bool] = {None: False, root.getparent(): False}

    def hides(self, block: Element) -> bool:
        """Whether the style or the name of an element, or of one around it, keeps it out of sight."""
        known = self._hidden
        passed: list[Element] = []
        around = block
        while around not in known:
            passed.append(around)
            around = around.getparent()
        found = known[around]
        for element in reversed(passed):
            found = known[element] = found or is_hidden(element)
        return found


@dataclass(slots=True, eq=False)
class Line:
    """One printed line: a paragraph, a heading, a cell, or what stands between two line breaks.

    `folded` is the text without accents, in lower case, `block` is the element that breaks the line, `linked`, `bold`
    and `italic` count its characters printed so, `heading` is the level of the heading it stands in (0: none), `hrefs`
    are the addresses it links to, `picture` is the image between which and it nothing in sight stands, `is_link` that
    it is a link and little else, `hidden` that its element's style or name keeps it out of sight, `in_row` that it is
    one of several fields with a day in elements of their own, `loads` that the markup of a link in it says that it
    loads a file. `prose` counts characters of running text: what is no link, in lines of a sentence's length and of
    words, not of one as names of files are; `facts` that it is as long and prints facts of the page instead, a day
    among them. `headline` is what `is_headline` found, None where nobody asked.
    """

    index: int
    text: str
    folded: str
    block: Element
    sight: Sight = field(repr=False)
    heading: int = 0
    linked: int = 0
    bold: int = 0
    italic: int = 0
    hrefs: tuple[str, ...] = ()
    picture: Element | None = None
    cell: Element | None = None
    in_row: bool = False
    loads: bool = False
    is_link: bool = field(init=False)
    prose: int = field(init=False)
    facts: bool = field(init=False)
    headline: bool | None = None
    _key: str | None = field(default=None, repr=False)
    _dated: bool | None = field(default=None, repr=False)
    _tool: bool | None = field(default=None, repr=False)
    _related: bool | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        size = len(self.text)
        self.is_link = self.linked > 0 and self.linked * 10 >= size * 7
        size -= self.linked
        if size < _SENTENCE or not self._is_long(size):
            self.facts, self.prose = False, 0
            return
        self.facts = (size <= _LONGEST_DATED and self._tells_facts()) or (self.linked > 0 and self._is_entry_of_paper())
        self.prose = 0 if self.facts else size

    def _is_long(self, size: int) -> bool:
        """Whether so many characters that are no link are those of running text, by their length and by their words."""
        if size < _LONG and not self.text.endswith(_STOPS):
            return False
        return self.text.count(" ") * _LONGEST_WORDS >= size and not (self.is_link and len(self.hrefs) >= _MENU)

    def _is_entry_of_paper(self) -> bool:
        """Whether a line that links begins with the number of a paper, behind which stands its abstract.

        "12/KH-UBND ngày 05/04/2024: …"
        """
        return self.text[0].isdigit() and _PAPER.match(self.text) is not None

    def _tells_facts(self) -> bool:
        """Whether a long line that ends as no sentence does prints a day behind a label, or among other fields."""
        if len(self.text) > _LONGEST_DATED or self.text.endswith(_STOPS) or not self.may_date:
            return False
        return " | " in self.text or PUBLISHED.match(self.folded) is not None or VIEWS.search(self.folded) is not None

    @property
    def hidden(self) -> bool:
        """Whether the style or the name of its element, or of one around it, keeps it out of sight."""
        return self.sight.hides(self.block)

    @property
    def key(self) -> str:
        """The letters and digits of the text without accents: equal for a title however it is printed."""
        if self._key is None:
            self._key = _letters_of(self.folded)
        return self._key

    @property
    def may_date(self) -> bool:
        """Whether the line is short and looks as if it printed a date; `read_date` knows."""
        if self._dated is None:
            short = len(self.text) <= _LONGEST_DATED and _DIGIT.search(self.text) is not None
            self._dated = short and may_date(self.folded)
        return self._dated

    @property
    def tells(self) -> bool:
        """Whether the line tells something, however short that is: no link and no day, but as much as a sentence."""
        size = len(self.text)
        said = size >= _TOLD or (size >= _SAID and self.text.endswith("."))
        return not self.linked and (self.prose > 0 or (said and not self.may_date))

    @property
    def is_tool(self) -> bool:
        """Whether the line is nothing but buttons around an announcement."""
        if self._tool is None:
            called = len(self.text) < _LONGEST_TOOLS and TOOLS.fullmatch(self.folded) is not None
            self._tool = called and _AMOUNT.fullmatch(self.text) is None
        return self._tool

    @property
    def is_related(self) -> bool:
        """Whether the line heads what is no longer the announcement's: others related to it, or remarks."""
        if self._related is None:
            self._related = RELATED.fullmatch(self.folded) is not None
        return self._related


@dataclass(slots=True, eq=False)
class Printed:
    """The lines below an element.

    `spans` gives the half-open range of lines below each block, `images` each image, `links` each anchor, button and
    frame, with the index of the line it stands in or before, in order, `fields` the fields in which readers write or
    choose.
    """

    root: Element
    lines: list[Line]
    spans: dict[Element, tuple[int, int]]
    images: list[tuple[int, Element]]
    links: list[tuple[int, Element]]
    fields: list[Element]

    def links_within(self, first: int, last: int) -> list[tuple[int, Element]]:
        """The links that stand in the lines from `first` to `last`, both included."""
        start = bisect_left(self.links, first, key=_INDEX)
        return self.links[start : bisect_right(self.links, last, start, key=_INDEX)]

    def below(self, element: Element) -> tuple[int, int]:
        """The range of lines below an element, or of the line that an inline one stands in; empty for no text.

        An inline element around paragraphs, as servers write for the text of a control, has their range.
        """
        span = self.spans.get(element)
        if span is not None:
            return span
        inside = [self.spans[block] for block in element.iterdescendants() if block in self.spans]
        if inside:
            return min(inside)[0], max(end for _, end in inside)
        text = clean("".join(element.itertext()))
        block = next((around for around in element.iterancestors() if around in self.spans), None)
        if not text or block is None:
            return 0, 0
        start, end = self.spans[block]
        whole = [index for index in range(start, end) if text in self.lines[index].text][:1]
        found = whole or [index for index in range(start, end) if self.lines[index].text in text]
        return (found[0], found[-1] + 1) if found else (0, 0)

    def words(self, element: Element) -> str:
        """What an element prints, on one line."""
        if element in self.spans:
            start, end = self.spans[element]
            return " ".join(line.text for line in self.lines[start:end])
        return clean("".join(element.itertext()))


def letters(text: str) -> str:
    """The letters and digits of a text without accents, for comparison."""
    return _letters_of(fold(text))


def _letters_of(folded: str) -> str:
    return folded.encode("ascii", "ignore").translate(None, _SIGNS).decode("ascii")


def clean(text: str) -> str:
    """One line: white space collapsed, letters composed, invisible characters gone."""
    return cleaned(text)[0]


def cleaned(text: str) -> tuple[str, str]:
    """A text as one line, and its fold, which tells most texts that are such a line already.

    Only where white space is neither blank nor line break, as few texts have it, are its words taken apart.
    """
    text = text.strip().replace("\n", " ").replace("\xa0", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    folded = fold_printed(text)
    if folded is None:
        text = " ".join(text.split())
        folded = fold_printed(text)
    if folded is None:
        text = _composed(text)
        folded = fold(text)
    return text, folded


def _composed(text: str) -> str:
    """A text of unusual letters, white space collapsed, without invisible characters."""
    text = normalize("NFC", text)
    return text if text.isprintable() else " ".join(_INVISIBLE.sub("", text).split())
