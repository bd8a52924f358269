"""Signatures of several lines: names one below the other, a unit above or below them, a source in brackets."""

from __future__ import annotations

import re
from dataclasses import replace

from archive.vietnamese.byline_words import ADDRESSES, TITLE
from archive.vietnamese.bylines import read_byline
from scraper.reading.alignment import stands_right
from scraper.reading.labelled import OFFICE
from scraper.reading.labelled_frame import RELATED
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.namelines import Credit

_MOST = 3
"""Who wrote one announcement, at most; more names in a row are a list."""
_LONGEST = 60
_OTHERS = re.compile(r"\b(?:khac|lien quan|cung [a-z]+(?: [a-z]+)?)\W*$")
"""The end of what stands over others of a kind ("Hợp tác xã khác")."""
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*")


def signature(printed: Printed, credit: Credit, found: list[Credit]) -> Credit:
    """The line of a person with all that signs with it: others of those `found` below, and a unit above or below.

    A title may stand above the name as well ("Luật gia").
    """
    signed = with_source(printed, with_others(printed, credit, found), beside=True)
    if not credit.start:
        return signed
    above = printed.lines[credit.start - 1]
    names_unit = any(other.end == credit.start and not other.people for other in found)
    if not (names_unit or above.text.lower() in ADDRESSES):
        return signed
    if not _are_set_alike(above.block, printed.lines[credit.start].block):
        return signed
    return replace(signed, text=f"{above.text}\n{signed.text}", start=above.index)


def with_source(printed: Printed, credit: Credit, *, beside: bool = False) -> Credit:
    """A person's line with the source in brackets on the line below, or with the person's office there, set alike.

    Where the office may stand `beside` the name, paragraphs of one dress are set alike too. In the box of a writer it
    stands below the name as a heading, and is none of it.
    """
    following = printed.lines[credit.end] if credit.end < len(printed.lines) else None
    if following is None or len(following.text) > _LONGEST or not credit.people or following.may_date:
        return credit
    if following.text.endswith(":") or _OTHERS.search(following.folded) is not None:
        return credit
    if _BRACKETED.fullmatch(following.text):
        return replace(credit, text=f"{credit.text} {following.text}", end=credit.end + 1)
    if following.is_link or following.text.endswith(":") or RELATED.fullmatch(following.folded):
        return credit
    name = printed.lines[credit.start]
    if beside and name.heading and following.block.getparent() is name.block.getparent():
        return replace(credit, end=credit.end + bool(OFFICE.match(following.folded)))
    is_titled = TITLE.match(name.text) is not None and _are_beside(name.block, following.block)
    is_set_so = beside and (is_titled or _is_dressed_as(name, following))
    if following.prose or not (is_set_so or _are_set_alike(name.block, following.block)):
        return credit
    works = read_byline(following.text)
    if OFFICE.match(following.folded) is None and (works.people or not works.organisation):
        return credit
    return replace(credit, text=f"{credit.text}\n{following.text}", end=credit.end + 1)


def with_units(printed: Printed, credit: Credit) -> Credit:
    """A person's line above a text with the lines of the units where they work, as journals print them below."""
    end = credit.end
    while credit.people and end < min(len(printed.lines), credit.end + _MOST) and _is_unit(printed.lines[end]):
        end += 1
    return replace(credit, end=end)


def each_with_units(found: list[Credit]) -> list[Credit]:
    """The credits with people as one whose lines follow each other, each name above its unit."""
    joined: list[Credit] = []
    for credit in found:
        last = joined[-1] if joined else credit
        if last.people and credit.people and credit.start == last.end > last.start + 1:
            joined[-1] = replace(last, text=f"{last.text}\n{credit.text}", end=credit.end)
        else:
            joined.append(credit)
    return joined


def _is_unit(line: Line) -> bool:
    """Whether a line is a unit and nothing else, perhaps behind the mark of whose it is ("* Trường Đại học …")."""
    if line.prose or line.linked or line.may_date or line.heading or len(line.text) > _LONGEST:
        return False
    works = read_byline(line.text.lstrip("*0123456789()[] "))
    return works.organisation is not None and not works.people


def with_others(printed: Printed, credit: Credit, found: list[Credit]) -> Credit:
    """A person's line with those of others right below it, dressed alike; not where these are a list of names."""
    by_start = {other.start: other for other in found if other.people}
    names = [credit]
    while (below := by_start.get(names[-1].end)) is not None:
        names.append(below)
    lines = [printed.lines[name.start] for name in names]
    if not 1 < len(names) <= _MOST or not all(_is_dressed_as(lines[0], line) for line in lines[1:]):
        return credit
    return replace(credit, text="\n".join(name.text for name in names), end=names[-1].end)


def _is_dressed_as(line: Line, other: Line) -> bool:
    """Whether two names are lines of one block in one form, or paragraphs beside each other in the same dress."""
    block, below = line.block, other.block
    right = stands_right(block)
    if right != stands_right(below) or (not right and _dress(line) != _dress(other)):
        return False
    if _holds(block, below) or _holds(below, block):
        return right or _is_full(line) == _is_full(other)
    return _are_beside(block, below)


def _are_beside(block: Element, other: Element) -> bool:
    """Whether two blocks are of one kind in one element."""
    return (block.tag, block.get("class")) == (other.tag, other.get("class")) and block.getparent() is other.getparent()


def _is_full(line: Line) -> bool:
    """Whether a name has more words than pen names have."""
    return line.text.count(" ") > 1


def _dress(line: Line) -> tuple[bool, bool]:
    """Whether a line is bold, and whether it is italic."""
    return line.bold > 0, line.italic > 0


def _are_set_alike(block: Element, other: Element) -> bool:
    """Whether two lines stand in one block, or both to the right."""
    within = _holds(block, other) or _holds(other, block)
    return within or (stands_right(block) and stands_right(other))


def _holds(block: Element, other: Element) -> bool:
    """Whether a block is another one, or stands around it."""
    return block is other or block in other.iterancestors()
