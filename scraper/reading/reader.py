"""One page to one result: decode, parse, find the platform, see what the page is, read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scraper.platforms import BY_NAME, UNKNOWN, drupal, find_platform, newspaper, wordpress
from scraper.platforms.layout import Platform
from scraper.reading.article import Sighting, is_whole, read_article, sight
from scraper.reading.closing import closing_of
from scraper.reading.data import further_data, goes_on, list_data, markup_in, next_page
from scraper.reading.datafields import spoken
from scraper.reading.dataparts import read_json
from scraper.reading.datatold import Told, as_markup, tell_data
from scraper.reading.feeds import feed_links, read_feed
from scraper.reading.flattened import unfolded
from scraper.reading.kept import forget
from scraper.reading.kind import is_dated_below, kind_of
from scraper.reading.listing import is_front_address, read_listing
from scraper.reading.outcome import Trouble, find_trouble, is_called_html, outcome_of_bytes
from scraper.reading.page import Page, make_page
from scraper.reading.paperlist import are_first, read_paper, read_paper_list, with_papers
from scraper.reading.periodforms import with_periods
from scraper.reading.postedlist import read_posted_list
from scraper.reading.putaway import is_markup, with_text_shown
from scraper.reading.result import GOES_ON, Context, Entry, Follow, Outcome, PageKind, Reading, Reason
from scraper.reading.scripted import is_undrawn, named_sources
from scraper.reading.servererrors import SERVER_ERROR
from scraper.reading.sitemaps import month_pages, read_sitemap
from scraper.reading.states import descriptions_of, holds_state, states_of
from scraper.reading.xmltext import unpacked

if TYPE_CHECKING:
    from scraper.facts import Portal

_TOLD = 300
"""Characters of text from which an announcement is one, whatever stands elsewhere on its page."""
_LITTLE_MORE = 100
"""Characters by which a text in data is longer than the printed beginning of it."""
_SITE_MAPS = (b"urlset", b"sitemapindex")
_ROOT = re.compile(rb"<(?:[a-z]{1,9}:)?(rss|feed|RDF|urlset|sitemapindex|html)[\s>]", re.I)
_HEAD_BYTES = 2048
_MARGIN = 64
"""Characters within which data begins."""
_DATA = frozenset({"{", "["})
_SOME = 3
"""From so many announcements on data lists them; those of fewer may be the ones related to its own."""
_FRONT = 8
"""From so many announcements on a front page is one, whatever else stands on it."""
_DRAWN_BY_SCRIPTS = {UNKNOWN, drupal.NAME, newspaper.NAME, wordpress.NAME}
"""Of whose pages scripts may draw more of a text than is printed; the servers of all others print it whole."""
_ANSWERED = {"read", "empty", "undrawn"}
"""What may be the word of a site that is closed."""
_OF_TITLE = {"no-title", "title-from-head"}
"""Flags that say nothing of a text."""
_FLAGS = {"read": (), "empty": ("nothing-listed",)}


def read_page(
    body: bytes,
    url: str,
    *,
    content_type: str = "",
    fetched_at: datetime | None = None,
    context: Context | None = None,
    portal: Portal | None = None,
    explain: bool = False,
) -> Reading:
    """Read one response as it was fetched; a pure function of its arguments.

    The platform is found from the page itself; `portal.platform` decides only where the page shows none.
    """
    forget()
    data = unpacked(body)
    root = _ROOT.search(data, 0, _HEAD_BYTES)
    if root is not None and root[1].lower() != b"html":
        return _read_for_programs(data, url, is_map=root[1] in _SITE_MAPS)
    if (trouble := outcome_of_bytes(body, called_html=is_called_html(url, content_type))) is not None:
        told = read_paper(url, trouble, context, content_type) if context is not None else None
        if told is not None:
            return Reading(url, "article", UNKNOWN, "read", told, flags=told.flags)
        return Reading(url, "other", UNKNOWN, trouble.outcome, flags=(trouble.flag,))
    page = make_page(body, url, content_type=content_type, fetched_at=fetched_at, context=context)
    if page.text[:_MARGIN].lstrip()[:1] in _DATA and (value := read_json(page.text)) is not None:
        return _read_data(page, unfolded(value), explain=explain)
    printed = _read(page, find_platform(page, portal.platform if portal else None), explain=explain)
    reading = _with_data(page, printed, explain=explain)
    is_printed = reading.announcement is printed.announcement
    if is_printed and reading.outcome in _ANSWERED and (closing := closing_of(page, reading)) is not None:
        return replace(reading, outcome="closed", announcement=None, follow=(), flags=(closing.why,))
    return reading


def _with_data(page: Page, reading: Reading, *, explain: bool) -> Reading:
    """What was read of a page's markup, with what the data in it tells besides or instead."""
    if _tells_nothing(reading):
        return _from_scripts(page, reading, explain=explain)
    if reading.kind == "article":
        return _whole(page, reading, explain=explain)
    if reading.kind == "listing" and reading.entries and not any(one.kind == "listing" for one in reading.follow):
        return _counted(page, reading, states_of(page))
    return reading


def _whole(page: Page, reading: Reading, *, explain: bool) -> Reading:
    """An announcement with its text: as what it is where it was printed as markup, or as data in the page has it."""
    told = reading.announcement
    if reading.outcome != "read" or told is None:
        return reading
    if is_markup(told.body_text):
        return _with_text_shown(page, reading, explain=explain)
    if not 0 < len(told.body_text) < _TOLD or reading.platform not in _DRAWN_BY_SCRIPTS or not holds_state(page):
        return reading
    for value in states_of(page):
        further = tell_data(value, page.url, told.title or "")
        if further is not None and further.addressed and len(spoken(further.text)) > len(told.body_text) + _LITTLE_MORE:
            return replace(_read_told(page, further, explain=explain), platform=reading.platform)
    return reading


def _with_text_shown(page: Page, reading: Reading, *, explain: bool) -> Reading:
    """An announcement with the text that its page holds for a script, where it holds one; else what was read."""
    drawn = with_text_shown(page) if page.context.expected in (None, "article") else None
    found = _read(drawn, BY_NAME.get(reading.platform), explain=explain) if drawn is not None else reading
    told = found.announcement
    return found if told is not None and told.body_text and not is_markup(told.body_text) else reading


def _tells_nothing(reading: Reading) -> bool:
    """Whether a page gave neither entries nor the text of an announcement."""
    told = reading.announcement
    if reading.kind != "article" or told is None:
        return reading.outcome == "empty"
    shown = set(told.flags) - _OF_TITLE
    return reading.outcome in ("read", "empty") and not (told.body_text or told.lead or told.attachments or shown)


def _from_scripts(page: Page, reading: Reading, *, explain: bool) -> Reading:
    """What the data in a page tells where its markup tells nothing; else whether a script would draw the page.

    The data that its scripts name are further pages of it then.
    """
    for value in states_of(page):
        found = _read_data(page, value, explain=explain)
        if found.outcome == "read":
            return replace(found, platform=reading.platform)
    for value in descriptions_of(page):
        if (told := tell_data(value, page.url, _named_in_head(page))) is not None:
            return replace(_read_told(page, told, explain=explain), platform=reading.platform)
    shown = _with_text_shown(page, reading, explain=explain)
    if shown is not reading or not is_undrawn(page):
        return shown
    follow = (*reading.follow, *named_sources(page))
    return replace(reading, outcome="undrawn", announcement=None, follow=follow, flags=("drawn-by-script",))


def _read_data(page: Page, value: Any, *, explain: bool) -> Reading:
    """What data tells: the announcement of the page's address, or those that it lists."""
    listed = list_data(value, page.url)
    is_sought = page.context.expected in (None, "article")
    told = tell_data(value, page.url, _named_in_head(page)) if is_sought else None
    if told is not None and (told.addressed or page.context.expected == "article" or len(listed) < _SOME):
        return _read_told(page, told, explain=explain)
    follow: tuple[Follow, ...] = ()
    if page.text[:_MARGIN].lstrip()[:1] in _DATA:
        rows, turned = _listed_in(page, value) if not listed else (listed, ())
        listed, follow = rows, further_data(value, page.url, rows) or turned
    outcome: Outcome = "read" if listed else "empty"
    reading = Reading(page.url, "listing", UNKNOWN, outcome, entries=listed, follow=follow, flags=_FLAGS[outcome])
    return reading if follow or not listed else _counted(page, reading, (value,))


def _listed_in(page: Page, value: Any) -> tuple[tuple[Entry, ...], tuple[Follow, ...]]:
    """What the markup in data lists, and where its pager leads."""
    markup = markup_in(value)
    return read_listing(replace(page, text=markup, fetched=b"")) if markup else ((), ())


def _read_told(page: Page, told: Told, *, explain: bool) -> Reading:
    drawn = replace(page, text=as_markup(told), fetched=b"")
    return _read_article(drawn, UNKNOWN, sight(drawn, None), explain=explain)


def _named_in_head(page: Page) -> str:
    """What the head of a page calls it; nothing for data."""
    if page.text[:_MARGIN].lstrip()[:1] in _DATA:
        return ""
    title = page.tree.find(".//title")
    return (title.text or "") if title is not None else ""


def _counted(page: Page, reading: Reading, values: Iterable[Any]) -> Reading:
    """A list that leads to no further page, with its next one or with a flag where data counts more than it shows."""
    if is_front_address(page.own_address) or not any(goes_on(value, page.url, reading.entries) for value in values):
        return reading
    following = next_page(page.url)
    flags = reading.flags if following else (*reading.flags, GOES_ON)
    return replace(reading, follow=(*reading.follow, *following), flags=flags)


def _read(page: Page, platform: Platform | None, *, explain: bool) -> Reading:
    name = platform.NAME if platform else UNKNOWN
    is_front = page.context.expected is None and is_front_address(page.own_address)
    if is_front or page.context.expected not in (None, "article"):
        entries, follow = read_listing(page)
        if page.context.expected == "listing":
            alone = not entries
            papers = read_paper_list(page, alone=alone) or read_posted_list(page, alone=alone)
            entries = papers or with_papers(page, entries)
        elif is_front and len(entries) >= _FRONT:
            entries = with_papers(page, entries)
        if len(entries) >= (_FRONT if is_front else 1):
            why = "its address is that of a front page" if is_front else "it was sought as one"
            reasons = (Reason("kind", "listing", 0, why, True),) if explain else ()
            return replace(_listed(page, name, entries, follow), reasons=reasons)
    spots = platform.article(page) if platform else None
    sighting = sight(page, spots)
    if spots is not None and not is_whole(sighting):
        spots, sighting = None, sight(page, None)
    sighting, leaning = kind_of(page, sighting)
    kind: PageKind = "article" if leaning.points > 0 else "listing"
    unsought = page.context.expected is None and not page.context.pointers
    told = (Reason("kind", kind, abs(leaning.points), leaning.why, True), *sighting.reasons) if explain else ()
    if kind != "article":
        entries, follow = read_listing(page)
        papers = read_paper_list(page, alone=not entries, judged=True)
        entries = papers if papers and are_first(page, papers) else with_papers(page, entries)
        if entries or not unsought or not is_dated_below(sighting):
            lost = tuple(replace(reason, taken=reason.field == "kind") for reason in told)
            return replace(_listed(page, name, entries, follow), reasons=lost)
        why = "nothing is listed, and a day stands right below its title"
        told = (Reason("kind", "article", 0, why, True), *told[1:]) if explain else ()
    reading = _read_article(page, name, sighting, explain=explain)
    return replace(reading, reasons=told[:1] + reading.reasons) if explain else reading


def _read_article(page: Page, name: str, sighting: Sighting, *, explain: bool) -> Reading:
    announcement, reasons = read_article(page, name, sighting, explain=explain)
    within = sighting.region.outer if len(announcement.body_text) >= _TOLD else None
    trouble = find_trouble(page, article=announcement, known=sighting.spots is not None, within=within)
    if trouble is not None and trouble.outcome == "empty" and announcement.title and trouble.flag != SERVER_ERROR:
        trouble = None
    outcome: Outcome = trouble.outcome if trouble else "read"
    flags = announcement.flags + ((trouble.flag,) if trouble else ())
    if outcome == "empty":
        flags = tuple(flag for flag in flags if flag not in _OF_TITLE)
    return Reading(page.url, "article", name, outcome, announcement, flags=flags, reasons=reasons)


def _listed(page: Page, name: str, entries: tuple[Entry, ...], follow: tuple[Follow, ...]) -> Reading:
    """A listing, with the feeds that it names and the pages by month of a site map for people."""
    trouble = find_trouble(page, entries=entries)
    if page.context.expected == "listing" and (entries or _tells_emptiness(trouble)):
        follow = with_periods(page, entries, follow)
    flags = page.flags + ((trouble.flag,) if trouble else ())
    return Reading(
        page.url,
        "listing",
        name,
        trouble.outcome if trouble else "read",
        entries=entries,
        follow=(*follow, *feed_links(page), *month_pages(page)),
        flags=flags,
    )


def _tells_emptiness(trouble: Trouble | None) -> bool:
    return trouble is not None and trouble.flag == "nothing-listed"


def _read_for_programs(body: bytes, url: str, *, is_map: bool) -> Reading:
    """Read a feed or a site map, by what its markup says it is."""
    kind: PageKind = "sitemap" if is_map else "feed"
    entries, follow = read_sitemap(body, url) if is_map else (read_feed(body, url), ())
    outcome: Outcome = "read" if entries or follow else "empty"
    flags = () if entries or follow else ("nothing-listed",)
    return Reading(url, kind, UNKNOWN, outcome, entries=entries, follow=follow, flags=flags)


def labelled_only(body: bytes, url: str) -> Reading:
    """Read a page as if no platform were known, as the labelled reader alone does; for measurement."""
    forget()
    return _read(make_page(body, url), None, explain=False)
