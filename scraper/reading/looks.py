"""What the lines of a page look like: those of an announcement, or of a list of some."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile

from scraper.reading.article import Sighting
from scraper.reading.attachments import is_file, leads_to_any_file
from scraper.reading.banners import leads_to_site
from scraper.reading.besidelists import (
    begins_list,
    begins_with_entry,
    has_file,
    is_of_paper,
    is_of_row,
    is_told_in_full,
    names_box,
    shows_data,
    shows_headlines,
    stands_behind_list,
)
from scraper.reading.clues import HELD, SPELT
from scraper.reading.ending import names_others
from scraper.reading.fewentries import (
    is_dated_before_links,
    lists_few,
    look_of_summary,
    opening_with_links,
    pictures_leading_on,
    shows_more,
)
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline, leads_nowhere, lists_one
from scraper.reading.labelled import RECORD
from scraper.reading.labelled_frame import FOOTER
from scraper.reading.leanings import SETTLED, Leaning
from scraper.reading.lines import Line, Printed
from scraper.reading.maintext import main_text
from scraper.reading.markup import Element
from scraper.reading.outcome import says_nothing_listed, says_nothing_shown
from scraper.reading.page import Page
from scraper.reading.paperrecord import heads_record
from scraper.reading.paperrows import lists_papers
from scraper.reading.pictures import is_picture
from scraper.reading.shapes import TELLING_NUMBER
from scraper.reading.titlechoice import Title

_SOME = 3
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
"""Lines below a day among which a paragraph is right below it."""
_TEXT = 250
"""Characters of running text that make an announcement without a title."""
_DATA = 30
"""Characters of a table that tells something."""
_ROW = 8
"""Lines that a row of a table of announcements has at most."""
_NOTICED = 2
"""Lines below a title among which a section says that it is empty."""
_BUTTON = 32
"""Characters of a link that says what can be done with what stands above it."""
_NAMED = 25
"""Characters of a link that names an announcement, and no writer or section."""
_INTRODUCTION = 1500
"""Characters that a section says of itself at most, above the list of its announcements."""
_PER_POINT = 300
"""Characters of running text that make an announcement as much more likely as a point tells."""
_PER_HEADLINE = 500
"""Running text that stands to each headline in an article that links to others; in a list there is far less."""


def look_of(page: Page, sighting: Sighting) -> Leaning:
    """How much more the lines of a page look like those of an announcement than of a list, and why."""
    title = sighting.title
    if title is None:
        look = _look_of_untitled(page, sighting)
    else:
        look = _look_of_empty(page, sighting, title) or _look_of_titled(page, sighting, title)
    return Leaning(-SETTLED, why) if look.points > 0 and (why := lists_papers(sighting)) else look


def _look_of_empty(page: Page, sighting: Sighting, title: Title) -> Leaning | None:
    """What a page looks like that says right below its title, and in no other text, that it has nothing; else None.

    What has a file, or a picture above, says so of something else. One with a day may be an announcement whose text is
    still to come ("Nội dung đang được cập nhật").
    """
    region = sighting.region
    lines = (line for line in sighting.printed.lines[title.end : region.text_end] if line.index not in region.others)
    below = (line for line in lines if line.cell is None or line.cell.tag != "th")
    first = list(islice(below, _NOTICED))
    if not any(says_nothing_shown(line.text) for line in first):
        return None
    whole = [*first, *below]
    told = [line for line in whole if says_nothing_shown(line.text)]
    if any(line.prose for line in whole if line not in told):
        return None
    shown = (image for index, image in sighting.printed.images if title.end <= index <= told[0].index)
    if sighting.has_file or any(_is_own_picture(page, image, ()) for image in shown):
        return None
    if sighting.dated[1] and not any(says_nothing_listed(line.text) for line in told):
        return None
    return Leaning(-SETTLED if page.context.expected == "listing" else -4, "it says that it has nothing to list")


def _look_of_titled(page: Page, sighting: Sighting, title: Title) -> Leaning:
    """What the lines of a page whose title was found look like."""
    few = lists_few(page, sighting, title.end, range(sighting.region.body, sighting.region.text_end))
    if not few and (why := _opens_with_text(sighting, title)):
        return Leaning(7, why)
    if _lists(page, sighting, title) and not _has_record(sighting.printed.lines, title):
        follow = Leaning(-1.5, "headlines follow the best title before any text does")
        return follow + _apart(page, sighting, title)
    printed = sighting.printed.lines
    region = sighting.region
    lines = [line for line in printed[region.body : region.text_end] if line.index not in region.others]
    text = sum(line.prose for line in lines)
    dated = range(*sighting.dated)
    listing = [line for line in lines if is_headline(line) or lists_one(line)] or _buttons(lines)
    headlines = sum(line.index not in dated and not _is_amid_text(printed, line) for line in listing)
    if headlines >= _SOME and text < headlines * _PER_HEADLINE and not _has_record(printed, title):
        return Leaning(-1.5, f"{headlines} headlines and only {text} characters of running text")
    if title.score < _DOUBTED and text < _LITTLE and stands_behind_list(sighting, title):
        return Leaning(-1, "many headlines stand before a weak title with little text")
    if few:
        return Leaning(-SETTLED, few)
    if text < _OPENING and names_box(page, sighting, title):
        return Leaning(-1, "entries stand before a short title with little text")
    named = sighting.printed.lines[title.start]
    linked = (named.is_link or lists_one(named)) and HELD not in title.why
    linked = linked and not all(leads_nowhere(href) or _is_own(page, href) for href in named.hrefs)
    if linked and not named.is_link and any(map(lists_one, lines)):
        return Leaning(-3, "the best title is a link with its day, and another such link follows")
    if text < _INTRODUCTION and len(title.text) < _NAMED and (why := begins_list(sighting, title, text)):
        return Leaning(-1.5, why)
    if text >= _PROSE * (3 if linked else 1):
        told = Leaning(3 + text / _PER_POINT, f"{text} characters of running text behind the title")
        return told + Leaning(-1, "headlines right behind it") if _goes_over_to_headlines(sighting) else told
    if linked:
        return Leaning(-1.5, "the best title is a link, with little text behind it")
    if title.score < _AGREED and (why := is_of_row(page, sighting.printed, named)):
        return Leaning(-2, why)
    if is_of_paper(sighting, title):
        return Leaning(-3, "the best title is the abstract of a paper that its number leads to")
    if begins_with_entry(sighting, title):
        return Leaning(-3, "an entry stands right below a short title")
    if sighting.dated[1]:
        return look_of_summary(page, sighting) or Leaning(3, "a date line and a title without running text")
    below = printed[title.end : sighting.region.text_end]
    if _leads_on_only(page, sighting, title, below):
        return Leaning(-3, "little but names of other pages stands below the title")
    if any(says_nothing_listed(line.text) for line in (named, *below)):
        return Leaning(-4, "it says that it has nothing to list")
    if _is_certain(title) and page.context.expected != "listing":
        return Leaning(3 if len(title.text) >= _NAMED else 2, "address and head agree on the title")
    if _shows(page, sighting, title):
        return Leaning(2, "a picture, a file or a table stands for the text")
    if any(line.tells for line in below):
        return Leaning(0.5, "a weak title with little text")
    return Leaning(-1, "a weak title without text, date, picture, file or table")


def _is_own(page: Page, href: str) -> bool:
    """Whether a link leads to the page itself, perhaps at another address that ends with the same number."""
    numbers = TELLING_NUMBER.findall(href)
    return page.is_own(href) or (bool(numbers) and numbers[-1:] == TELLING_NUMBER.findall(page.url)[-1:])


def _leads_on_only(page: Page, sighting: Sighting, title: Title, below: list[Line]) -> bool:
    """Whether all lines below a title are headlines, or half of those below a short one begin with links elsewhere."""
    if not below or shows_more(page, sighting, title.end):
        return False
    if all(is_headline(line) or lists_one(line) for line in below):
        return True
    if len(title.text) >= _NAMED or sum(line.linked > 0 for line in below) * 2 < len(below):
        return False
    return opening_with_links(page, sighting, range(title.end, below[-1].index), short=True) >= _SOME


def _opens_with_text(sighting: Sighting, title: Title) -> str:
    """Why a title with its day right below and a paragraph before any headline is an announcement's, else empty.

    The address spells such a title, or it is sure and the paragraph long.
    """
    spelt = SPELT in title.why
    if not spelt and title.score < _SETTLED:
        return ""
    if len(title.text) < _NAMED or not is_dated_before_links(sighting, title.end):
        return ""
    end = sighting.dated[1]
    below = sighting.printed.lines[end : end + _BESIDE]
    text = sum(line.prose for line in takewhile(lambda line: not (is_headline(line) or lists_one(line)), below))
    if spelt and text:
        return "its address spells the title, and day and text stand right below it"
    return "the title is sure, and day and a long text stand right below it" if text > _OPENING else ""


def _look_of_untitled(page: Page, sighting: Sighting) -> Leaning:
    """The lines of an announcement are running text together, with hardly a headline among it, nor many beside it."""
    text = main_text(sighting.printed)
    lines = sighting.printed.lines[text.start : text.stop]
    size = sum(line.prose for line in lines)
    dated = _is_dated_above(sighting, text)
    beside = size < _LITTLE and shows_headlines(sighting.printed.lines, _LONG_LIST)
    beside = beside and not (dated and _is_before_others(sighting.printed.lines, text.stop))
    if text and (why := lists_few(page, sighting, 0, text)):
        return Leaning(-SETTLED, why)
    if pictures_leading_on(page, sighting, text) >= max(_SOME, sum(line.prose > 0 for line in lines) / 2):
        return Leaning(-2, "pictures among the text lead to other pages")
    if size >= (_PROSE if dated else _TEXT) and sum(map(is_headline, lines)) * _PER_HEADLINE <= size and not beside:
        return Leaning(3 + size / _PER_POINT, f"{size} characters of running text without any title")
    if not text and not shows_more(page, sighting, 0):
        return Leaning(-SETTLED, "no line looks like the title of an announcement, and there is no running text")
    return Leaning(-4, "no line looks like a title")


def _is_before_others(lines: list[Line], end: int) -> bool:
    """Whether the first headline behind a text has the heading of other announcements right above it."""
    first = next((line.index for line in lines[end:] if is_headline(line)), 0)
    return first > end and names_others(lines[first - 1])


def _is_dated_above(sighting: Sighting, text: range) -> bool:
    """Whether the date line stands right above a text, with at most a button between them."""
    start, end = sighting.dated
    return start < end and end <= text.start <= end + 1


def _buttons(lines: list[Line]) -> list[Line]:
    """The links that say the same and lead to several pages, each below the name of another ("Ứng tuyển ngay")."""
    linked = [line for line in lines if line.is_link and len(line.text) <= _BUTTON and not line.is_tool]
    if len(linked) < _SOME:
        return []
    said = Counter(line.text for line in linked if len(line.hrefs) == 1 and not any(map(is_file, line.hrefs)))
    text, count = said.most_common(1)[0] if said else ("", 0)
    alike = {line.hrefs: line for line in linked if line.text == text}
    return list(alike.values()) if len(alike) == count >= _SOME else []


def _is_amid_text(lines: list[Line], line: Line) -> bool:
    """Whether two paragraphs stand right above a line in the same element: a list has one summary between headlines."""
    home, above = line.block.getparent(), lines[max(0, line.index - 2) : line.index]
    return len(above) == 2 and all(other.prose and other.block.getparent() is home for other in above)


def _is_certain(title: Title) -> bool:
    """Whether a title alone, without text, date or file, makes an article: the page's address and head agree on it."""
    return title.score >= _CERTAIN or (title.score >= _CERTAIN - 1.5 and len(title.text) >= _LONG)


def _shows(page: Page, sighting: Sighting, title: Title) -> bool:
    """Whether a picture, a file or a table of data stands for the text of a likely title."""
    begin, end = sighting.region.body, sighting.region.text_end
    if title.score < _AGREED:
        if len(title.text) >= _LONG and is_told_in_full(sighting, title):
            return True
        near = sighting.printed.lines[begin : min(end, begin + _CLOSE)]
        return title.score >= _LIKELY and any(map(leads_to_any_file, near))
    if shows_data(sighting.printed.lines[begin:end]):
        return True
    shown = (image for index, image in sighting.printed.images if begin <= index <= end)
    return any(is_picture(image) and not leads_to_site(image, page.url) for image in shown) or sighting.has_file


def _is_own_picture(page: Page, image: Element, entry: tuple[str, ...]) -> bool:
    """Whether a picture is neither a banner of another site nor that of an entry, which links to where that does."""
    if not is_picture(image) or leads_to_site(image, page.url):
        return False
    return all(anchor.get("href") not in entry for anchor in image.iterancestors("a"))


def _has_record(lines: list[Line], title: Title) -> bool:
    """Whether the record of one paper stands between a certain title and the headlines below, and none among these."""
    headlines = [line.index for line in lines[title.end : title.end + _NEAR] if is_headline(line)]
    if title.score < _CERTAIN or not headlines:
        return False
    above = lines[title.end : headlines[-1]]
    labels = [line.index for line in above if RECORD.fullmatch(line.folded.partition(":")[0])]
    return bool(labels) and labels[-1] < headlines[0] and heads_record(lines, title.start, labels[0])


def _goes_over_to_headlines(sighting: Sighting) -> bool:
    """Whether a headline stands among the text of an announcement or right behind it."""
    return any(map(is_headline, sighting.printed.lines[sighting.region.body : sighting.region.text_end + 1]))


def _apart(page: Page, sighting: Sighting, title: Title) -> Leaning:
    """How likely the headlines below a title are those of others: it tells or shows something that ends before them.

    Where it is no longer than the name of a section what it tells may be of that.
    """
    lines, end = sighting.printed.lines, sighting.region.text_end
    first = next(line.index for line in lines[title.end :] if is_headline(line))
    told = any(line.tells for line in lines[title.end : first])
    shown = told or shows_more(page, sighting, title.end) or shows_data(lines[title.end : first], _DATA)
    if not shown or _is_in_row(sighting.printed, lines[title.end], lines[first]):
        return Leaning(-4)
    named = Leaning(1.5) if len(title.text) >= _NAMED else Leaning(-0.5)
    return named + (Leaning(1.5, "it ends before them") if end <= first else Leaning(-1.5))


def _is_in_row(printed: Printed, line: Line, other: Line) -> bool:
    """Whether two lines are cells of one row of a table, as those of a record are; a page laid out has longer rows."""
    if line.cell is None or other.cell is None or line.cell is other.cell:
        return False
    row = line.cell.getparent()
    start, stop = printed.below(row) if row is not None and row is other.cell.getparent() else (0, _ROW + 1)
    return stop - start <= _ROW


def _lists(page: Page, sighting: Sighting, title: Title) -> bool:
    """Whether headlines follow the title before any text does, and no date belongs to the title alone.

    Days count where headlines are near, and not those in a table above all of these.
    """
    text = before = headlines = paragraphs = 0
    first = None
    days = []
    for line in sighting.printed.lines[title.end : title.end + _NEAR]:
        if len(line.text) < 100 and (line.is_related or FOOTER.match(line.folded)):
            break
        if is_headline(line) and not _is_amid_text(sighting.printed.lines, line):
            headlines += 1
            before = before if first else text
            first = first or line.index
        else:
            text += line.prose
            paragraphs += line.prose > 0 and not headlines
        if line.may_date:
            days.append(line.index)
        if not headlines and text >= _OPENING:
            return False
    if headlines < _SOME or first is None:
        return False
    entries = (line for line in sighting.printed.lines[title.end : first + 1] if line.is_link)
    entry = tuple(href for line in entries for href in line.hrefs)
    pictures = (index for index, image in sighting.printed.images if _is_own_picture(page, image, entry))
    if title.score >= _AGREED and any(title.end <= index <= first for index in pictures):
        return False
    own = sighting.dated[0] if sighting.dated[1] else None
    if title.score >= _AGREED and own is not None and own < first and has_file(sighting, title.end, first):
        return False
    if own is None or own >= first:
        return not (title.score >= _CERTAIN and before >= _PROSE and paragraphs > 1)
    days = [day for day in days if day >= first - BEFORE_SUMMARY]
    return len(days) >= _SOME and not (title.score >= _SETTLED and before >= _OPENING / 3)
