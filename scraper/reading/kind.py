"""Whether a page is an announcement or lists some."""

from __future__ import annotations

from itertools import islice

from scraper.reading.article import Sighting
from scraper.reading.attachments import is_file
from scraper.reading.labelled_frame import FOOTER, RELATED
from scraper.reading.lines import Line
from scraper.reading.links import says_further
from scraper.reading.maintext import main_text
from scraper.reading.markup import Element
from scraper.reading.page import Page
from scraper.reading.records import is_date_line
from scraper.reading.region import data_rows, is_headline, is_picture
from scraper.reading.result import PageKind
from scraper.reading.title import ABOVE_TEXT, Title

_SOME = 3
_SHORTEST, _DAY = 8, 20
"""Characters of a link that names a paper, and of the day beside it with what sets it apart."""
_NEAR = 60
"""Lines behind a title in which a list shows itself."""
_OPENING = 200
"""Characters of running text behind a title that no list begins with."""
_PROSE = 120
_LIKELY, _CLOSE = 2.5, 8
"""The score of a title, and the lines behind it, for which a file is enough."""
_AGREED = 3.0
_CERTAIN = 5.0
_SETTLED = 6.0
_DOUBTED, _LITTLE, _LONG_LIST = 3.5, 600, 8
"""The score and the text of a title that counts for less than so many headlines before it."""
_LONG = 40
_BESIDE = 5
"""Lines within which a date stands beside a title."""
_TEXT = 250
"""Characters of running text that make an announcement without a title."""
_PER_HEADLINE = 500
"""Running text that stands to each headline in an article that links to others; in a list there is far less."""


def kind_of(page: Page, sighting: Sighting) -> tuple[PageKind, str]:
    """`article` where a list, a feed or the text itself says so, `listing` where headlines outnumber the text; why."""
    if any(pointer.kind != "sitemap" for pointer in page.context.pointers):
        return "article", "a list or a feed points at it"
    title = sighting.title
    if title is None:
        return _kind_of_untitled(sighting)
    if _lists(sighting, title):
        return "listing", "headlines follow the best title before any text does"
    printed = sighting.printed.lines
    lines = printed[sighting.region.body : sighting.region.text_end]
    text = sum(line.prose for line in lines)
    headlines = sum((is_headline(line) or _lists_one(line)) and not _is_amid_text(printed, line) for line in lines)
    if headlines >= _SOME and text < headlines * _PER_HEADLINE:
        return "listing", f"{headlines} headlines and only {text} characters of running text"
    if title.score < _DOUBTED and text < _LITTLE and _stands_behind_list(sighting, title):
        return "listing", "many headlines stand before a weak title with little text"
    linked = sighting.printed.lines[title.start].is_link
    if text >= _PROSE * (3 if linked else 1):
        return "article", f"{text} characters of running text behind the title"
    if linked:
        return "listing", "the best title is a link, with little text behind it"
    if sighting.dated[1]:
        return "article", "a date line and a title without running text"
    if _is_certain(title):
        return "article", "address and head agree on the title"
    if _shows(sighting, title):
        return "article", "a picture, a file or a table stands for the text"
    return "listing", "a weak title without text, date, picture, file or table"


def _kind_of_untitled(sighting: Sighting) -> tuple[PageKind, str]:
    """`article` where running text stands together, with hardly a headline among it, nor many beside little of it."""
    text = main_text(sighting.printed)
    lines = sighting.printed.lines[text.start : text.stop]
    size = sum(line.prose for line in lines)
    dated = _is_dated_above(sighting, text)
    beside = not dated and size < _LITTLE and _shows_headlines(sighting.printed.lines, _LONG_LIST)
    if size >= (_PROSE if dated else _TEXT) and sum(map(is_headline, lines)) * _PER_HEADLINE <= size and not beside:
        return "article", f"{size} characters of running text without any title"
    return "listing", "no line looks like a title"


def _is_dated_above(sighting: Sighting, text: range) -> bool:
    """Whether the date line stands right above a text, with at most a button between them."""
    start, end = sighting.dated
    return start < end and end <= text.start <= end + 1


def _lists_one(line: Line) -> bool:
    """Whether a line is a link with a day beside it, or only leads on to the whole of what stands above it."""
    if line.is_link:
        return says_further(line.text)
    if line.linked <= _SHORTEST or not line.may_date:
        return False
    return len(line.text) - line.linked <= _DAY or is_date_line(line.text[line.linked :])


def _is_amid_text(lines: list[Line], line: Line) -> bool:
    """Whether two paragraphs stand right above a line in the same element: a list has one summary between headlines."""
    home, above = line.block.getparent(), lines[max(0, line.index - 2) : line.index]
    return len(above) == 2 and all(other.prose and other.block.getparent() is home for other in above)


def _stands_behind_list(sighting: Sighting, title: Title) -> bool:
    """Whether a page shows many headlines before what may be a title, as before the name of a box or of the site."""
    if _is_dated_beside(sighting, title) and (ABOVE_TEXT in title.why or sighting.has_file):
        return False
    return _shows_headlines(sighting.printed.lines[: title.start], _LONG_LIST)


def _shows_headlines(lines: list[Line], count: int) -> bool:
    """Whether so many lines are headlines."""
    return len(list(islice(filter(is_headline, lines), count))) == count


def _is_dated_beside(sighting: Sighting, title: Title) -> bool:
    """Whether the date line stands right above a title or right below it, with no headline between."""
    start, end = sighting.dated
    if end <= start or not title.start - _BESIDE <= start < title.end + _BESIDE:
        return False
    between = sighting.printed.lines[end : title.start] if start < title.start else ()
    return not any(map(is_headline, between)) and not title.start <= start < title.end


def _is_certain(title: Title) -> bool:
    """Whether a title alone, without text, date or file, makes an article: the page's address and head agree on it."""
    return title.score >= _CERTAIN or (title.score >= _CERTAIN - 1.5 and len(title.text) >= _LONG)


def _shows(sighting: Sighting, title: Title) -> bool:
    """Whether a picture, a file or a table of data stands for the text of a likely title."""
    begin, end = sighting.region.body, sighting.region.text_end
    if title.score < _AGREED:
        near = sighting.printed.lines[begin : min(end, begin + _CLOSE)]
        return title.score >= _LIKELY and any(any(map(is_file, line.hrefs)) for line in near)
    cells = (line for line in sighting.printed.lines[begin:end] if line.cell is not None and not line.linked)
    if sum(len(line.text) for line in cells if data_rows(line) >= _SOME) >= _PROSE:
        return True
    pictured = any(begin <= index <= end and is_picture(image) for index, image in sighting.printed.images)
    return pictured or sighting.has_file


def _leads_to(image: Element, addresses: tuple[str, ...]) -> bool:
    """Whether a picture is that of an entry: it links to where the headline links."""
    return any(anchor.get("href") in addresses for anchor in image.iterancestors("a"))


def _lists(sighting: Sighting, title: Title) -> bool:
    """Whether headlines follow the title before any text does, and no date belongs to the title alone."""
    text = before = headlines = dates = paragraphs = 0
    first = None
    for line in sighting.printed.lines[title.end : title.end + _NEAR]:
        if len(line.text) < 100 and (RELATED.fullmatch(line.folded) or FOOTER.match(line.folded)):
            break
        if is_headline(line) and not _is_amid_text(sighting.printed.lines, line):
            headlines += 1
            before = before if first else text
            first = first or line.index
        else:
            text += line.prose
            paragraphs += line.prose > 0 and not headlines
        dates += line.may_date
        if not headlines and text >= _OPENING:
            return False
    if headlines < _SOME or first is None:
        return False
    entry = sighting.printed.lines[first].hrefs
    pictures = (index for index, image in sighting.printed.images if is_picture(image) and not _leads_to(image, entry))
    if title.score >= _AGREED and any(title.end <= index <= first for index in pictures):
        return False
    own = sighting.dated[0] if sighting.dated[1] else None
    if own is None or own >= first:
        return not (title.score >= _CERTAIN and before >= _PROSE and paragraphs > 1)
    return dates >= _SOME and not (title.score >= _SETTLED and before >= _OPENING / 3)
