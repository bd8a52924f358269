"""Whether a page is an announcement or lists some: what its lines look like, weighed with all else that it tells."""

from __future__ import annotations

from archive.vietnamese.dates import read_date
from archive.vietnamese.spelling import fold
from scraper.reading.article import Sighting, with_likely_title
from scraper.reading.inlist import stands_in_list
from scraper.reading.leanings import SETTLED, Leaning, leaning_of
from scraper.reading.looks import look_of
from scraper.reading.page import Page

_CERTAIN = 5.0
_SURE = 4.5
"""The points of what looks like an announcement from which nothing else is asked."""
_HARDLY, _AMONG = -1.0, -2.5
"""What a title that hardly looks like one tells, and one that stands among others, whatever text is below them."""
_SOME = 3
_NAMED = 25
"""Characters of a title that is no name of a box."""


def kind_of(page: Page, sighting: Sighting) -> tuple[Sighting, Leaning]:
    """How much more likely a page is an announcement than a list, which it is where that is not positive; and why.

    What a list or a feed points at is an announcement. One without a title has the likeliest one, but for a long text
    without any.
    """
    if any(pointer.kind != "sitemap" for pointer in page.context.pointers):
        return sighting, Leaning(SETTLED, "a list or a feed points at it")
    look = look_of(page, sighting)
    found = _weighed(page, sighting, look)
    likely = with_likely_title(page, sighting) if look.points <= 0 else None
    if likely is not None:
        again = _weighed(page, likely, look_of(page, likely) + Leaning(_HARDLY, "its title hardly looks like one"))
        if max(found.points, again.points) > 0:
            return likely, Leaning(max(found.points, again.points), again.why)
    return sighting, found


def _weighed(page: Page, sighting: Sighting, look: Leaning) -> Leaning:
    """How much more likely a page is an announcement than a list: by what it looks like, then by all else it tells."""
    if look.points < 0 and _is_posted_alone(sighting):
        look = Leaning(SETTLED, "a day of posting like no other on the page stands right below its title")
    if look.points > 0 and _is_of_list(page, sighting):
        look = Leaning(_AMONG, "its title or its date stands among announcements that it lists")
    return look + leaning_of(page, sighting) if -SETTLED < look.points < _SURE else look


def is_dated_below(sighting: Sighting) -> bool:
    """Whether the day of a page stands right below a sure title that leads nowhere."""
    title, (start, end) = sighting.title, sighting.dated
    if title is None or title.score < _CERTAIN or not title.end <= start < min(end, title.end + 2):
        return False
    lines = sighting.printed.lines
    return not (lines[title.start].linked or lines[start].linked)


def _is_posted_alone(sighting: Sighting) -> bool:
    """Whether a sure title has a day called that of posting right below, and nothing else on the page is dated so.

    Below it links lead to several pages: one that leads on may as well be to the whole of the only entry of a list.
    """
    if sighting.title is None or len(sighting.title.text) < _NAMED or not is_dated_below(sighting):
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


def _is_of_list(page: Page, sighting: Sighting) -> bool:
    """Whether what looks like an announcement is the first of a list."""
    lines, (start, end) = sighting.printed.lines, sighting.dated
    shown = ([sighting.title.start] if sighting.title else []) + ([start] if end else [])
    return stands_in_list(page, [lines[index].block for index in shown])
