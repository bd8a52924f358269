"""Candidates for the title of an announcement, and which of several that say much the same is told."""

from __future__ import annotations

from typing import NamedTuple

from scraper.reading.clues import HELD, NAMED, REWORDED, SPELT
from scraper.reading.crumbs import ends_breadcrumb
from scraper.reading.lines import Line, Printed
from scraper.reading.paperrecord import RECORD_LINES
from scraper.reading.result import Reason
from scraper.reading.titlelook import ABSTRACT, heads_paper

RECORDED = "the record of a document below it"
_HIGHEST = (1, 2)
_REPEATED = 8
_OVER_SUBJECT = 2 * RECORD_LINES
"""Lines above what a paper is about among which its number heads the page, at most."""
_TOLD = (SPELT, NAMED, HELD, REWORDED)


class Title(NamedTuple):
    """A title with the half-open range of lines that print it."""

    text: str
    start: int
    end: int
    score: float
    why: str = ""
    told: bool = False
    """Whether something else than its look and its place speaks for it."""

    @property
    def reason(self) -> Reason:
        """The candidate as it is told."""
        return Reason("title", self.text, self.score, self.why)

    def weaker(self, points: float, why: str) -> Title:
        """The same with so many points less, and why."""
        return self._replace(score=self.score - points, why=f"{self.why}, {why}".removeprefix(", "))


def earliest(printed: Printed, candidates: list[Title]) -> Title:
    """The best title, or the same one above the date that stands over it: a body may begin with its title.

    A heading is the title whatever speaks for the paragraph right below that says the same, which is text, and a
    paper's kind and number for what it is about. One at the end of a breadcrumb is told where it stands again.
    """
    best, lines = candidates[0], printed.lines
    over = (title for title in candidates[1:] if best.start - _OVER_SUBJECT <= title.start < best.start)
    heading = next((title for title in over if _is_heading_of(printed, title, best)), None)
    if heading is not None:
        return heading._replace(score=best.score)
    if ends_breadcrumb(lines, best.start):
        same = (title for title in candidates[1:] if lines[title.start].key == lines[best.start].key)
        return next((title for title in same if _follows(lines, best, title)), best)._replace(score=best.score)
    above = (
        title
        for title in candidates[1:]
        if best.start - _REPEATED <= title.start < best.start
        and title.score >= best.score - 2.5
        and lines[title.start].key == lines[best.start].key
        and all(line.may_date or line.is_tool for line in lines[title.end : best.start])
        and any(line.may_date for line in lines[title.end : best.start])
    )
    return min(above, key=lambda title: title.start, default=best)._replace(score=best.score)


def _is_heading_of(printed: Printed, title: Title, best: Title) -> bool:
    """Whether a title is the heading of a paragraph right below that says the same, or of a paper with its record.

    Window and address may call the page by what the paper is about, where its number is no heading of the page. Where
    there is no record a section may be called after the paper that its news are of.
    """
    heading, below = printed.lines[title.start], printed.lines[best.start]
    between = printed.lines[title.end : best.start]
    if heading.key == below.key:
        return not between and heading.heading > 0 and below.block.tag == "p" and not below.linked
    if not heads_paper(printed, heading, below):
        return False
    if any(line.heading or (line.prose and line.key != below.key) for line in between):
        return False
    if not (ABSTRACT in best.why or RECORDED in best.why):
        return False
    return heading.heading in _HIGHEST or not any(why in best.why and why not in title.why for why in _TOLD)


def _follows(lines: list[Line], title: Title, other: Title) -> bool:
    """Whether the same title stands again close behind, with no text and no headline between."""
    between = lines[title.end : other.start]
    return title.end <= other.start <= title.end + _REPEATED and not any(line.prose or line.is_link for line in between)
