"""The record of a paper as registers print it: labels with a value each, an abstract among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import is_section
from scraper.reading.headlines import begins_with_paper
from scraper.reading.labelled import PUBLISHED, RECORD, SUBJECT
from scraper.reading.lines import Line, clean, letters
from scraper.reading.tables import table_of

_GAP, _BELOW = 3, 8
"""Lines between two labels above an abstract, and lines below one among which the next label is."""
RECORD_LINES, _LABELS, _LABELS_OF_NAMED = 12, 3, 2
"""Lines below a title among which labels with values of their own are, and how many of these make a record: fewer below
one that has the number of a paper.
"""
_LABEL, _TELLING = 40, 20
_SHARED, _FEWEST = 0.7, 5
"""How many of the words of one that names a paper another has that tells of the same, and of how many at least."""
_KINDS = "quyet dinh|ke hoach|thong bao|cong van|bao cao|to trinh|chi thi|nghi quyet|huong dan|chuong trinh|de an"
_KIND = rf"^\W*(?:{_KINDS})\b(?: so:? \S+)?"
"""The kind of a paper and its number."""
_KIND_AND_NUMBER = re.compile(
    rf"\W*(?:{_KINDS}|thong tu|nghi dinh|luat|phap lenh|cong dien|ket luan)(?: lien tich)?(?: so)?\b:? ?"
    r"\d{1,5}[/-]\S*[a-z]{2}\S*(?: \W*(?:ngay )?\d\S*)?\W*"
)
_NAMED = re.compile(rf"{_KIND}|\W*(?:ve viec\b|v/v\b)")
_LEAD = re.compile(rf"(?:{_KIND})?\W*(?:(?:ve viec|v/v|ve)\b)?")
"""What leads to the subject of a paper."""
_NUMBER = re.compile(r"(?:[a-z]+ ){0,3}(?:so\b:? ?)?\d{1,5}/\S+(?: (?:\W*\d|ngay \d|cua )(?!.*\b(?:ve|v/v)\b).*)?")
"""A paper by its kind and number, with its day and who issued it."""


def record_start(lines: list[Line], index: int) -> int | None:
    """The first line of the record of a register whose abstract is the line at `index`; None where it is in none."""
    if not index or not SUBJECT.fullmatch(lines[index - 1].folded):
        return None
    first = label = index - 1
    table = table_of(lines[first])
    while label >= max(0, first - _GAP):
        line = lines[label]
        if len(line.text) < _LABEL and RECORD.match(line.folded) and table_of(line) is table:
            first = label
        label -= 1
    if first == index - 1 and lines[first].folded.startswith("tieu de"):
        return first if any(RECORD.match(line.folded) for line in lines[index + 1 : index + 1 + _BELOW]) else None
    return first


def may_print_record(lines: list[Line]) -> bool:
    """Whether as many lines begin with a label as a record has at least; most pages have fewer."""
    labels = (line for line in lines if RECORD.match(line.folded))
    return len(list(islice(labels, _LABELS_OF_NAMED))) == _LABELS_OF_NAMED


def heads_record(lines: list[Line], first: int, last: int, *, named: bool = False) -> bool:
    """Whether the record of one document stands below a title: labels with a value each, and no other abstract.

    Buttons and the day of posting may stand between them. A title by which its page is `named` may be worded otherwise
    than the abstract of the only record, unless it is a paper's kind and number alone, or is called as sections or
    agencies are.
    """
    begin = last
    while begin < len(lines) and (lines[begin].is_tool or _tells_posting(lines[begin])):
        begin += 1
    record = lines[begin : begin + RECORD_LINES]
    if not (record and _is_label(record[0])) or _is_label(lines[first]):
        return False
    if (label := _label_set_apart(record[0])) and not _is_only_record(label, record, lines[begin + 1 :]):
        return False
    if len(set(_labels(record))) < (_LABELS_OF_NAMED if begins_with_paper(lines[first].text) else _LABELS):
        return False
    abstract = next((below for line, below in pairwise(record) if SUBJECT.fullmatch(line.folded)), None)
    if abstract is None or _says_the_same(lines[first], abstract):
        return True
    if not named or _NUMBER.fullmatch(lines[first].folded) is not None or is_section(lines[first].folded):
        return False
    if _is_agency(lines[first]):
        return False
    return _label(record[0]) not in _labels(lines[begin + 1 :])


def _is_only_record(label: str, record: list[Line], behind: list[Line]) -> bool:
    """Whether only the first record with labels set apart begins with a `label`, and it has no abstract."""
    if any(SUBJECT.fullmatch(_label_set_apart(line)) for line in record):
        return False
    return all(_label_set_apart(line) != label for line in behind)


def is_kind_and_number(line: Line) -> bool:
    """Whether a line is a paper's kind and number and nothing else but its day: "Nghị quyết số 14/2012/NQ-HĐND"."""
    return not line.linked and _KIND_AND_NUMBER.fullmatch(line.folded) is not None


def awaits_value(line: Line) -> bool:
    """Whether a line is a label of a record whose value is the next line."""
    return not line.linked and _is_label(line) and not _value(line)


def _is_agency(line: Line) -> bool:
    """Whether a line is what an agency is called, by its place or another name at the end."""
    organisation = read_byline(line.text).organisation
    return organisation == line.text and organisation.split()[-1][0].isupper()


def _labels(lines: list[Line]) -> Iterator[str]:
    """The labels among some lines that have a value, behind them or as the next line."""
    for line, below in pairwise(lines):
        if _is_label(line) and (_value(line) or not _is_label(below)):
            yield _label(line)


def _tells_posting(line: Line) -> bool:
    """Whether a line is the day of posting behind its label."""
    return line.may_date and PUBLISHED.match(line.folded) is not None


def _says_the_same(title: Line, abstract: Line) -> bool:
    """Whether a title has the abstract in it, or begins it, but for what leads to its subject in either.

    One that names the kind of the paper, or begins as its subject does ("V/v"), may also share most of the words.
    """
    if abstract.key in title.key:
        return True
    named, subject = _LEAD.sub("", title.folded, count=1), _LEAD.sub("", abstract.folded, count=1)
    if len(key := letters(named)) >= _TELLING and letters(subject).startswith(key):
        return True
    if _NAMED.match(title.folded) is None:
        return False
    words, others = set(named.split()), set(subject.split())
    fewer = min(len(words), len(others))
    return fewer >= _FEWEST and len(words & others) >= _SHARED * fewer


def _is_label(line: Line) -> bool:
    return RECORD.fullmatch(_label(line)) is not None


def _label(line: Line) -> str:
    label, colon, _ = line.folded.partition(":")
    return label if colon else _label_set_apart(line) or label


def _value(line: Line) -> str:
    _, colon, value = line.text.partition(":")
    if colon or not (label := _label_set_apart(line)):
        return value.strip()
    return line.text[len(label) :].strip()


def _label_set_apart(line: Line) -> str:
    """The label of a row that has it in one element and its value in the next, with no sign between; empty for none.

    `<div><label>Ngày ban hành</label><span>28/02/2024</span></div>`
    """
    if RECORD.match(line.folded) is None:
        return ""
    first = next(line.block.iterchildren(), None)
    value = first.getnext() if first is not None else None
    if first is None or value is None or (first.tail or "").strip() or (line.block.text or "").strip():
        return ""
    label = fold(clean("".join(first.itertext())))
    is_row = line.folded.startswith(f"{label} ") and RECORD.fullmatch(label) is not None
    return label if is_row and line.key == letters(clean("".join(line.block.itertext()))) else ""
