"""What stands between a title and its text without a label: sections beside the day, the office below a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from archive.vietnamese.bylines import read_byline
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.labelled import OFFICE, RECORD
from scraper.reading.labelled_frame import SECTION_NAME
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.region import Region
from scraper.reading.tables import data_rows

_ITEMS = frozenset({"li", "dd", "dt"})
_SMALL = (0, 4, 5, 6)
"""The levels of headings that lines of facts may be."""
_SECTION = re.compile(
    r"(?<![a-z])(?:kicker|eyebrow|category|cat|categ|chuyen-?muc|the-?loai|danh-?muc|chip|badge|section-?name)(?![a-z])",
    re.IGNORECASE,
)
"""What the element of a section's name is called."""
_SOME = 2
"""Labels that make a record."""
_ENTRY, _LONGEST = 30, 60
"""Characters of the name of a section, and of an office with what it is of, at most."""


def facts_between(printed: Printed, region: Region, first: int, taken: Collection[int]) -> set[int]:
    """The short lines above the `first` paragraph that stand with other fields in a list of facts or name a section."""
    if first <= region.body:
        return set()
    lists = {parent for index in taken for parent in [printed.lines[index].block.getparent()] if parent is not None}
    return {
        line.index
        for line in printed.lines[region.body : first]
        if len(line.text) < _ENTRY and not data_rows(line)
        and (
            (line.block.tag in _ITEMS and line.block.getparent() in lists)
            or _links_section(line, printed.lines[first].block, taken)
            or _names_section(printed, line, printed.lines[first : region.text_end])
            or _is_called_section(line)
        )
    } | _in_box_of_facts(printed, range(region.body, first), taken)  # fmt: skip


def _is_called_section(line: Line) -> bool:
    """Whether the element of a line of words, or of all of it within that, is called as those of sections are."""
    if not _says_words(line):
        return False
    inner = [child for child in line.block if "".join(child.itertext()).strip() == line.text]
    return any(_SECTION.search(one.get("class") or "") for one in (line.block, *inner))


def _in_box_of_facts(printed: Printed, above: range, taken: Collection[int]) -> set[int]:
    """The words `above` all paragraphs that stand in one element with other fields, as sections do, and offices."""
    words: set[int] = set()
    for index in taken:
        if index not in above:
            continue
        line = printed.lines[index]
        box = line.block.getparent()
        while box is not None and printed.spans.get(box) == (index, index + 1):
            box = box.getparent()
        start, stop = printed.spans.get(box, (0, 0))
        if line.cell is None and stop <= above.stop and not _prints_record(printed.lines[start:stop]):
            words.update(filter(above.__contains__, range(start, stop)))
        if index + 1 in above and _is_unit_of(printed.lines[index + 1], line):
            words.add(index + 1)
    told = (printed.lines[index] for index in words)
    return {line.index for line in told if _says_words(line) and not data_rows(line)}


def _prints_record(box: list[Line]) -> bool:
    """Whether a box prints labels of the record of a paper, which is read with its text."""
    labels = (line for line in box if RECORD.fullmatch(line.folded.rstrip(" :")) is not None)
    return len(list(islice(labels, _SOME))) == _SOME


def _is_unit_of(line: Line, above: Line) -> bool:
    """Whether a line is the office of a person on the line above it, or the agency, in another dress than a text."""
    if OFFICE.match(line.folded):
        return True
    dressed = line.heading or line.italic * 10 >= len(line.text) * 8
    if not dressed or line.text.isupper() or not read_byline(above.text).people:
        return False
    unit = read_byline(line.text)
    return unit.organisation is not None and not unit.people


def _says_words(line: Line) -> bool:
    """Whether a line is a few words without figures or a label, no heading and no file."""
    if line.heading not in _SMALL or len(line.text) >= _LONGEST or ":" in line.text:
        return False
    return not (any(map(str.isdigit, line.text)) or leads_to_any_file(line))


def _links_section(line: Line, text: Element, taken: Collection[int]) -> bool:
    """Whether a line is one link in words beside another field, and stands otherwise than the paragraphs below it."""
    if not line.is_link or len(set(line.hrefs)) != 1 or leads_to_any_file(line) or any(map(str.isdigit, line.text)):
        return False
    if line.block.tag == text.tag and line.block.getparent() is text.getparent():
        return False
    return line.index - 1 in taken or line.index + 1 in taken


def _names_section(printed: Printed, line: Line, text: list[Line]) -> bool:
    """Whether a line above a `text` is called as a section of the site is, and is no heading or record of the text.

    It stands otherwise than the paragraphs, and none between these stands as it does.
    """
    if line.cell is not None or line.block.tag in _ITEMS or SECTION_NAME.fullmatch(line.folded) is None:
        return False
    block, paragraph = line.block, text[0].block
    if block.tag == paragraph.tag and block.getparent() is paragraph.getparent():
        return False
    if any(RECORD.fullmatch(label.folded) for label in printed.lines[max(0, line.index - 1) : line.index + 1]):
        return False
    return not any(not other.prose and other.block.tag == block.tag for other in text)
