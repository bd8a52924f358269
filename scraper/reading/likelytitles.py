"""The title of what may well be an announcement, where no line of its page looks like one at first sight."""

from __future__ import annotations

from scraper.reading.attachments import leads_to_files
from scraper.reading.headlines import is_number_of_paper
from scraper.reading.lines import Line, Printed
from scraper.reading.pictures import is_picture
from scraper.reading.registers import is_one_of_papers
from scraper.reading.textnear import HEADLINES_BELOW
from scraper.reading.title import WITHIN_TEXT
from scraper.reading.titlechoice import Title
from scraper.reading.titlelook import SENTENCE

_LEAST, _MOST = 0.5, 1.9
"""The score from which a line may be a title all the same, and what it counts for at most."""
_OVER_TEXT = 1.5
"""What standing right over something told counts, however short that is."""
_NEAR = 4
"""Lines below a title among which its text begins, or what stands for it."""


def likely_title(printed: Printed, titles: tuple[Title, ...]) -> Title | None:
    """The best of the lines that were considered for a title; none that heads a box or stands in one."""
    weighed = (_weighed(printed, title) for title in titles if not _is_of_others(printed.lines, title))
    best = max(filter(None, weighed), key=lambda title: title.score, default=None)
    return best._replace(score=min(best.score, _MOST)) if best is not None and best.score >= _LEAST else None


def _weighed(printed: Printed, title: Title) -> Title | None:
    """A candidate with what it stands over; None where that is headlines, and no text however short between."""
    heads = HEADLINES_BELOW in title.why
    if not _stands_over_text(printed, title.end):
        return None if heads else title
    score = title.score + _OVER_TEXT * (2 if heads else 1)
    return title._replace(score=score, why=f"{title.why}, over something told".removeprefix(", "))


def _is_of_others(lines: list[Line], title: Title) -> bool:
    """Whether a line is a sentence, a link, a part of a text, or of a paper in a register or behind its number."""
    above = lines[title.start - 1] if title.start else None
    linked = any(line.linked for line in lines[title.start : title.end])
    told = SENTENCE in title.why or WITHIN_TEXT in title.why or title.text.endswith(":")
    listed = (above is not None and is_number_of_paper(above)) or is_one_of_papers(lines[title.start].block)
    return linked or told or listed


def _stands_over_text(printed: Printed, end: int) -> bool:
    """Whether text, a file or a picture stands right below a line, with days and buttons between at most."""
    for line in printed.lines[end : end + _NEAR]:
        if leads_to_files(line) or _is_pictured(printed, end, line.index):
            return True
        if not (line.may_date or line.is_tool):
            return line.tells
    return False


def _is_pictured(printed: Printed, begin: int, end: int) -> bool:
    """Whether a picture that leads nowhere stands in some lines."""
    images = (image for index, image in printed.images if begin <= index <= end and is_picture(image))
    return any(next(image.iterancestors("a"), None) is None for image in images)
