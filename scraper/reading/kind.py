"""Whether a page is an announcement or lists some."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile

from archive.vietnamese.dates import read_date
from archive.vietnamese.spelling import fold
from scraper.reading.article import Sighting, leads_nowhere
from scraper.reading.attachments import is_file, leads_to_any_file, leads_to_files
from scraper.reading.clues import SPELT
from scraper.reading.ending import names_others
from scraper.reading.fewentries import is_dated_before_links, lists_few, lists_one, pictures_leading_on, shows_more
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline
from scraper.reading.labelled import PUBLISHED, RECORD
from scraper.reading.labelled_frame import FOOTER, RELATED
from scraper.reading.lines import Line
from scraper.reading.maintext import main_text
from scraper.reading.markup import Element
from scraper.reading.outcome import says_nothing_listed
from scraper.reading.page import Page
from scraper.reading.paperrecord import heads_record
from scraper.reading.pictures import is_picture
from scraper.reading.result import PageKind
from scraper.reading.tables import data_rows
from scraper.reading.title import ABOVE_TEXT, Title

_OTHERS = re.compile(r"\b(?:khac|lien quan|cung [a-z]+(?: [a-z]+)?|cu hon|moi hon)\b")
"""Which announcements stand behind one, and on no list."""
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
"""Lines within which a date stands beside a title."""
_TEXT = 250
"""Characters of running text that make an announcement without a title."""
_BUTTON = 32
"""Characters of a link that says what can be done with what stands above it."""
_NAMED = 25
"""Characters of a link that names an announcement, and no writer or section."""
_PER_HEADLINE = 500
"""Running text that stands to each headline in an article that links to others; in a list there is far less."""


def kind_of(page: Page, sighting: Sighting) -> tuple[PageKind, str]:
    """`article` where a list, a feed or the text itself says so, `listing` where headlines outnumber the text; why."""
    if any(pointer.kind != "sitemap" for pointer in page.context.pointers):
        return "article", "a list or a feed points at it"
    title = sighting.title
    if title is None:
        return _kind_of_untitled(page, sighting)
    kind, why = _kind_of_titled(page, sighting, title)
    if kind == "listing" and _is_posted_alone(sighting, title):
        return "article", "a day of posting like no other on the page stands right below its title"
    return kind, why


def is_dated_below(sighting: Sighting) -> bool:
    """Whether the day of a page stands right below a sure title that leads nowhere."""
    title, (start, end) = sighting.title, sighting.dated
    if title is None or title.score < _CERTAIN or not title.end <= start < min(end, title.end + 2):
        return False
    lines = sighting.printed.lines
    return not (lines[title.start].linked or lines[start].linked)


def _kind_of_titled(page: Page, sighting: Sighting, title: Title) -> tuple[PageKind, str]:
    """What a page is whose title was found, and why."""
    few = lists_few(page, sighting, title.end, range(sighting.region.body, sighting.region.text_end))
    if not few and _opens_with_text(sighting, title):
        return "article", "its address spells the title, and day and text stand right below it"
    if _lists(sighting, title) and not _has_record(sighting.printed.lines, title):
        return "listing", "headlines follow the best title before any text does"
    printed = sighting.printed.lines
    lines = printed[sighting.region.above.stop or sighting.region.body : sighting.region.text_end]
    text = sum(line.prose for line in lines)
    dated = range(*sighting.dated)
    listing = [line for line in lines if is_headline(line) or lists_one(line)] or _buttons(lines)
    headlines = sum(line.index not in dated and not _is_amid_text(printed, line) for line in listing)
    if headlines >= _SOME and text < headlines * _PER_HEADLINE and not _has_record(printed, title):
        return "listing", f"{headlines} headlines and only {text} characters of running text"
    if title.score < _DOUBTED and text < _LITTLE and _stands_behind_list(sighting, title):
        return "listing", "many headlines stand before a weak title with little text"
    if few:
        return "listing", few
    if text < _OPENING and _names_box(sighting, title):
        return "listing", "entries stand before a short title with little text"
    named = sighting.printed.lines[title.start]
    linked = named.is_link and not all(leads_nowhere(href) or page.is_own(href) for href in named.hrefs)
    if text < _LITTLE and len(title.text) < _NAMED and (why := _begins_list(sighting, title)):
        return "listing", why
    if text >= _PROSE * (3 if linked else 1):
        return "article", f"{text} characters of running text behind the title"
    if linked:
        return "listing", "the best title is a link, with little text behind it"
    if sighting.dated[1]:
        return "article", "a date line and a title without running text"
    below = printed[title.end : sighting.region.text_end]
    if below and all(is_headline(line) or lists_one(line) for line in below) and not shows_more(sighting, title.end):
        return "listing", "nothing but names of other pages with their days stands below the title"
    if any(says_nothing_listed(line.text) for line in (named, *below)):
        return "listing", "it says that it has nothing to list"
    if _is_certain(title):
        return "article", "address and head agree on the title"
    if _shows(sighting, title):
        return "article", "a picture, a file or a table stands for the text"
    return "listing", "a weak title without text, date, picture, file or table"


def _is_posted_alone(sighting: Sighting, title: Title) -> bool:
    """Whether a sure title has a day called that of posting right below, and nothing else on the page is dated so.

    Below it links lead to several pages: one that leads on may as well be to the whole of the only entry of a list.
    """
    if len(title.text) < _NAMED or not is_dated_below(sighting):
        return False
    lines, start = sighting.printed.lines, sighting.dated[0]
    if sum(line.linked > 0 for line in lines[start : sighting.region.text_end]) < _SOME:
        return False
    date = read_date(lines[start].text)
    if date is None or date.label != "posted":
        return False
    label = lines[start].folded.partition(fold(date.printed))[0].strip()
    others = (line for line in lines if label in line.folded and line.index != start)
    return bool(label) and not any(line.may_date for line in others)


def _opens_with_text(sighting: Sighting, title: Title) -> bool:
    """Whether a title that the address spells has its day right below, and a paragraph before any headline."""
    if SPELT not in title.why or len(title.text) < _NAMED or not is_dated_before_links(sighting, title.end):
        return False
    end = sighting.dated[1]
    below = sighting.printed.lines[end : end + _BESIDE]
    return any(line.prose for line in takewhile(lambda line: not (is_headline(line) or lists_one(line)), below))


def _kind_of_untitled(page: Page, sighting: Sighting) -> tuple[PageKind, str]:
    """`article` where running text stands together, with hardly a headline among it, nor many beside little of it."""
    text = main_text(sighting.printed)
    lines = sighting.printed.lines[text.start : text.stop]
    size = sum(line.prose for line in lines)
    dated = _is_dated_above(sighting, text)
    beside = not dated and size < _LITTLE and _shows_headlines(sighting.printed.lines, _LONG_LIST)
    if text and (why := lists_few(page, sighting, 0, text)):
        return "listing", why
    if pictures_leading_on(page, sighting, text) >= max(_SOME, sum(line.prose > 0 for line in lines) / 2):
        return "listing", "pictures among the text lead to other pages"
    if size >= (_PROSE if dated else _TEXT) and sum(map(is_headline, lines)) * _PER_HEADLINE <= size and not beside:
        return "article", f"{size} characters of running text without any title"
    return "listing", "no line looks like a title"


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


def _stands_behind_list(sighting: Sighting, title: Title) -> bool:
    """Whether a page shows many headlines before what may be a title, as before the name of a box or of the site."""
    if _is_dated_beside(sighting, title) and (ABOVE_TEXT in title.why or sighting.has_file):
        return False
    if len(title.text) >= _LONG and _is_told_in_full(sighting, title):
        return False
    return _shows_headlines(sighting.printed.lines[: title.start], _LONG_LIST)


def _is_told_in_full(sighting: Sighting, title: Title) -> bool:
    """Whether the heading of the other announcements stands below title and text, or a file or a table of data does.

    Boxes beside a list of days have files and tables too.
    """
    lines, end = sighting.printed.lines, sighting.region.text_end
    first = next((line.index for line in lines[title.end : end] if is_headline(line)), end)
    if end < len(lines) and names_others(lines[end]) and _OTHERS.search(lines[end].folded):
        return any(line.prose for line in lines[title.end : first])
    if not _has_file(sighting, title.end, first) and not _shows_data(lines[title.end : first]):
        return False
    return not _shows_entries(lines[: title.start])


def _begins_list(sighting: Sighting, title: Title) -> str:
    """Why a short title with little text begins a list, or a box before it; empty where nothing says so."""
    end, dated = sighting.region.text_end, sighting.dated[1]
    lines = sighting.printed.lines
    behind = lines[end:]
    if not dated and behind and is_headline(behind[0]) and _shows_entries(lines, begin=end):
        return "entries with their days stand right behind a short text without one"
    if title.score >= _CERTAIN or not behind or _OTHERS.search(behind[0].folded) or _is_called_posted(sighting):
        return ""
    return "entries with days and summaries stand behind a box" if _shows_summaries(behind) else ""


def _is_called_posted(sighting: Sighting) -> bool:
    """Whether the day of a page is called that of posting."""
    start, end = sighting.dated
    return any(PUBLISHED.search(line.folded) for line in sighting.printed.lines[start:end])


def _shows_summaries(lines: list[Line]) -> bool:
    """Whether some lines are headlines, each with a day and a paragraph right below."""
    near = (lines[line.index - lines[0].index + 1 :][:BEFORE_SUMMARY] for line in lines if is_headline(line))
    told = (below for below in near if any(map(_is_bare_day, below)) and any(line.prose for line in below))
    return len(list(islice(told, _SOME))) == _SOME


def _is_bare_day(line: Line) -> bool:
    return line.may_date and not line.linked and not line.prose


def _names_box(sighting: Sighting, title: Title) -> bool:
    """Whether entries stand before a title as short as the name of a box, and no picture or file below it."""
    if title.score >= _CERTAIN or len(title.text) >= _NAMED or shows_more(sighting, title.end):
        return False
    return _shows_entries(sighting.printed.lines[: title.start], headed=True)


def _shows_entries(lines: list[Line], *, begin: int = 0, headed: bool = False) -> bool:
    """Whether some lines from `begin` on are headlines with their days, or such as are `headed`."""
    headlines = filter(is_headline, lines[begin:])
    entries = (line for line in headlines if (headed and line.heading) or _stands_beside_day(lines, line))
    return len(list(islice(entries, _SOME))) == _SOME


def _stands_beside_day(lines: list[Line], line: Line) -> bool:
    """Whether a day stands on a line, or on a short one right above or below it."""
    around = (other for other in lines[max(0, line.index - 1) : line.index + 2] if other is line or not other.prose)
    return any(other.may_date for other in around)


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
        if len(title.text) >= _LONG and _is_told_in_full(sighting, title):
            return True
        near = sighting.printed.lines[begin : min(end, begin + _CLOSE)]
        return title.score >= _LIKELY and any(map(leads_to_any_file, near))
    if _shows_data(sighting.printed.lines[begin:end]):
        return True
    pictured = any(begin <= index <= end and is_picture(image) for index, image in sighting.printed.images)
    return pictured or sighting.has_file


def _shows_data(lines: list[Line]) -> bool:
    """Whether a table of data stands among lines, with as much in it as a paragraph has, and no links."""
    cells = (line for line in lines if line.cell is not None and not line.linked)
    return sum(len(line.text) for line in cells if data_rows(line) >= _SOME) >= _PROSE


def _leads_to(image: Element, addresses: tuple[str, ...]) -> bool:
    """Whether a picture is that of an entry: it links to where the headline links."""
    return any(anchor.get("href") in addresses for anchor in image.iterancestors("a"))


def _has_record(lines: list[Line], title: Title) -> bool:
    """Whether the record of one paper stands between a certain title and the headlines below, and none among these."""
    headlines = [line.index for line in lines[title.end : title.end + _NEAR] if is_headline(line)]
    if title.score < _CERTAIN or not headlines:
        return False
    above = lines[title.end : headlines[-1]]
    labels = [line.index for line in above if RECORD.fullmatch(line.folded.partition(":")[0])]
    return bool(labels) and labels[-1] < headlines[0] and heads_record(lines, title.start, labels[0])


def _has_file(sighting: Sighting, begin: int, end: int) -> bool:
    """Whether a line between a title and the first headline behind it leads to files and nowhere else."""
    between = sighting.printed.lines[begin:end]
    return any(map(leads_to_files, between))


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
    if title.score >= _AGREED and own is not None and own < first and _has_file(sighting, title.end, first):
        return False
    if own is None or own >= first:
        return not (title.score >= _CERTAIN and before >= _PROSE and paragraphs > 1)
    return dates >= _SOME and not (title.score >= _SETTLED and before >= _OPENING / 3)
