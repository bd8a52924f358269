"""Registers told by their lines: papers one below the other, each with its number, what it is about, and its link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from scraper.reading.article import Sighting
from scraper.reading.ending import names_others
from scraper.reading.headlines import leads_nowhere
from scraper.reading.labelled import NUMBER
from scraper.reading.lines import Line, Printed
from scraper.reading.maintext import main_text
from scraper.reading.titlechoice import RECORDED

_SOME = 3
_NUMBER = re.compile(
    rf"\W*(?:{NUMBER}|so van ban|so)?\W*(?:[a-z]+ ){{0,4}}(?:so:? )?\d{{1,5}} ?[-/] ?(?:\d{{4}} ?[-/] ?)?"
    r"(?=[\w.&/-]*[a-z]{2})[a-z][\w.&/-]*(?:\W*(?:ngay )?\d[\d/. -]*)?\W*"
)
"""A line that is the number of a paper: "Quyết định 680/QĐ-UBND", "Số, ký hiệu: 21-KH/TU"."""
_SIGNS, _LONGEST_NUMBER = frozenset("/-"), 60
"""What the number of a paper has, and the characters of its line at most."""
_NUMBERS = ""
"""Stands among the labels for papers that begin with their numbers and have none."""
_LABEL = re.compile(rf"\W*(?:{NUMBER}|trich yeu|(?:ngay )?ban hanh|ngay ky)\b")
"""The labels of which every register has one."""
_ABOUT = 25
"""Characters of a line that says what a paper is about."""
_RECORD_LINES, _PARAGRAPHS, _TEXT = 16, 2, 700
"""What a register prints of a paper at most: lines, paragraphs among them, and characters of these."""
_MOST = 0.75
"""How much of the running text of a page the papers have, and how many of the records must be such."""
_SHORTER = 10
"""How many times shorter than that of the papers the text is that introduces their list."""
_UNLIKE = 3
"""Lines by which the first record may be longer or shorter than the others: a page's own paper tells far more."""
_ABOVE = 8
"""Lines of the first record above what it is about, which may be taken for the title of the page or for its text."""
_BEFORE = 2
"""Lines of the first record before its number or label at most."""


def lists_papers(sighting: Sighting) -> str:
    """Why running text is the abstracts of several papers, each with a link of its own; empty where it is not.

    Those behind a heading of others ("Văn bản liên quan") are no papers of the page, nor are any below a day of its
    own, or before or behind a text of its own.
    """
    title, lines = sighting.title, sighting.printed.lines
    text = range(sighting.region.body, sighting.region.text_end)
    if title is None or (not text and RECORDED in title.why):
        text = main_text(sighting.printed)
    if not any(line.prose for line in lines[text.start : text.stop]):
        return ""
    begin = min(text.start, title.start if title else text.start) - _ABOVE
    for first, marks in _marks(lines[max(0, begin) : text.stop]):
        if 0 < sighting.dated[1] <= marks[0]:
            continue
        if _are_papers(sighting.printed, first, marks, text):
            return f"{len(marks)} papers, each with its number and its link, have the running text"
    return ""


def _marks(lines: list[Line]) -> Iterator[tuple[int, list[int]]]:
    """The lines that papers share among some, up to a heading of others behind the first: numbers or a label.

    Each with the first line of the first record: the label of a day may stand below what the paper is about.
    """
    found: dict[str, list[Line]] = {_NUMBERS: []}
    for line in lines:
        if len(line.text) <= _LONGEST_NUMBER and not _SIGNS.isdisjoint(line.text) and _NUMBER.fullmatch(line.folded):
            found[_NUMBERS].append(line)
        if labelled := _LABEL.match(line.folded):
            found.setdefault(labelled[0], []).append(line)
    for label, marks in found.items():
        if len(marks) < _SOME:
            continue
        first, last = (marks[place].index - lines[0].index for place in (0, -1))
        end = next((line.index for line in lines[first : last + 1] if names_others(line)), lines[last].index + 1)
        told = [line.index for line in marks if line.index < end]
        if len(told) >= _SOME:
            yield told[0] - (_BEFORE if label != _NUMBERS else 0), told


def _are_papers(printed: Printed, first: int, marks: list[int], text: range) -> bool:
    """Whether what stands from one mark to the next is a paper, and most of the running text is theirs."""
    lines = printed.lines
    records = [range(*places) for places in pairwise(marks)]
    size = int(median(map(len, records)))
    run = range(first, marks[-1] + size)
    told = sum(line.prose for line in lines[text.start : text.stop] if line.index in run)
    whole = sum(line.prose for line in lines[text.start : text.stop])
    introduction = sum(line.prose for line in lines[text.start : run.start])
    if told < _MOST * whole or introduction * _SHORTER > told:
        return False
    if abs(len(records[0]) - size) > _UNLIKE:
        return False
    papers = (record for record in records if _tells_paper(lines[record.start : record.stop]))
    linked = [addresses for paper in papers if (addresses := _addresses(printed, paper))]
    return len(linked) >= max(_SOME - 1, _MOST * len(records)) and len(set().union(*linked)) >= len(linked)


def _tells_paper(record: list[Line]) -> bool:
    """Whether some lines say in few words what a paper is about."""
    told = [line.prose for line in record if line.prose]
    if len(record) > _RECORD_LINES or len(told) > _PARAGRAPHS or sum(told) > _TEXT:
        return False
    return any(len(line.text) >= _ABOUT and not line.may_date for line in record)


def _addresses(printed: Printed, record: range) -> set[str]:
    """Where the links of a record lead; the sign of the one before may stand in its first line."""
    links = (anchor.get("href") or "" for _, anchor in printed.links_within(record.start, record.stop))
    return {href for href in links if href and not leads_nowhere(href)}
