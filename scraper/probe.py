"""Probing a site: from one address to its platform, its listings, their paging, and five articles as we read them.

A handful of pages is fetched, one after the other: the address itself, the likeliest sections of its menus, the second
page of one listing, what robots.txt and the head name as site map and feed, and five articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from urllib.parse import urljoin, urlsplit

from archive.addresses import page_key
from archive.counted import counted
from scraper.closed import words_of_closing
from scraper.fetch import Answer, Form, Get, leads_on
from scraper.origins import belongs
from scraper.owner import owner_of
from scraper.probe_report import LeftOut, Listing, Paging, ProbeReport
from scraper.reading import read_page
from scraper.reading.listing import is_front_address
from scraper.reading.page import Page, make_page
from scraper.reading.result import Context, Entry, Reading
from scraper.reading.scripted import has_open_places, named_sources
from scraper.readout import Readout, doubt_constants, read_out
from scraper.sections import Section, sections_of, unlikely_of

MOST_PAGES = 24
MOST_SECTIONS = 10
ARTICLES = 5
_PAGES_FOR_OWNER = 3
_LEAST_ENTRIES = 2
_MANY_ENTRIES = 8
"""From so many on a page with a text of its own is a list all the same."""
_NOTHING_LISTED = "nothing-listed"
"""The flag of a page that says that it has nothing to list."""
_BY_NAME = "by its name no list of announcements"
_SERVER_ERROR = "server-error"
"""The flag of a page in whose place the server says that it failed."""
_SITE_MAP = re.compile(rb"^\s*sitemap\s*:\s*(\S+)", re.I | re.M)


class Probe:
    """One probe on its way."""

    def __init__(self, get: Get, address: str) -> None:
        self._get = get
        self._pages: list[Page] = []
        self._ways: dict[str, frozenset[str]] = {}
        self._stood: list[tuple[str, Page]] = []
        self._feeds: dict[str, None] = {}
        self.report = ProbeReport(address, address)

    async def run(self) -> None:
        """Fill in the report."""
        report = self.report
        answer = await self._home()
        if answer.failure is not None:
            report.trouble = answer.failure.outcome
            return
        home = await self._drawn(answer, least=_LEAST_ENTRIES)
        undrawn = home.outcome == "undrawn"
        if home.outcome not in ("read", "empty", "undrawn"):
            report.trouble = report.trouble or f"{home.outcome}: {', '.join(home.flags)}"
            report.closing = words_of_closing(self._pages[-1], home)
            return
        if not undrawn:
            await self._sections(home)
        if not report.listings and home.kind != "article" and home.entries:
            report.listings.append(_listing(home, None))
        await self._feed_and_map()
        if undrawn and not report.listings:
            report.trouble = report.trouble or f"{home.outcome}: {', '.join(home.flags)}"
            return
        report.trouble = None
        await self._turn_page()
        host = _host(report.home)
        report.owner = owner_of(self._pages[:_PAGES_FOR_OWNER], host)
        self._pages.clear()
        await self._articles()
        report.owner = report.owner or owner_of(self._pages[:_PAGES_FOR_OWNER], host)
        self._further_hosts()
        if not report.listings:
            seen = f" ({', '.join(home.flags)})" if home.outcome == "empty" and home.flags else ""
            report.trouble = f"no listing was found{seen}; give the address of one"
        elif not report.is_good:
            report.trouble = report.trouble or _unread(report.articles)

    async def _home(self) -> Answer:
        """The page that the address leads to, through one page that only leads on."""
        answer = await self._fetch(self.report.asked)
        onward = leads_on(answer)
        if onward:
            answer = await self._fetch(onward)
        self.report.home = answer.url
        return answer

    async def _sections(self, home: Reading) -> None:
        """Look at the likeliest sections, those below one that lists already last.

        Where some are left that may list announcements later, a crawl goes through all of them from the front page.
        Where that lists nothing, and so leads a crawl nowhere, each of them is a start.
        """
        waiting = [one for one in sections_of(self._pages[0], home.entries) if not one.is_of_months]
        if home.kind == "listing" and _is_paged(home) and (not is_front_address(home.url) or await self._turns(home)):
            self._list(home, None)
        left = self.report.left_out
        looked = 0
        while waiting and looked < MOST_SECTIONS and not self._is_spent(ARTICLES + 3):
            waiting.sort(key=self._rank)
            section = waiting.pop(0)
            answer = await self._fetch(section.url)
            looked += 1
            if answer.failure is not None:
                told = answer.failure
                left.append(LeftOut(section.url, section.title, told.outcome, may_fill=told.retry))
                continue
            reading = await self._drawn(answer)
            left += self._take(section, reading)
        left += [LeftOut(one.url, one.title, "not looked at", looked=False) for one in waiting]
        unlikely = unlikely_of(self._pages[0], home.entries)
        self.report.by_name += [LeftOut(one.url, one.title, _BY_NAME, looked=False) for one in unlikely]
        if home.entries and is_front_address(home.url):
            is_wanted = any(one.may_fill for one in left) or not all(one.is_alike for one in waiting)
            if is_wanted and all(listing.url != home.url for listing in self.report.listings):
                self.report.listings.append(_listing(home, None))
        elif self.report.listings:
            self.report.waiting += [one for one in left if one.may_fill]
            left[:] = [one for one in left if not one.may_fill]

    def _take(self, section: Section, reading: Reading) -> list[LeftOut]:
        """Keep the listing of a section; else what is to be said of it."""
        why, may_fill = "", False
        if _SERVER_ERROR in reading.flags or reading.outcome == "cut":
            why, may_fill = f"not to be had now: {', '.join(reading.flags)}", True
        elif reading.kind != "listing":
            why = "a text and no list"
        elif _NOTHING_LISTED in reading.flags or (reading.outcome == "empty" and not section.is_alike):
            why, may_fill = "lists nothing now", True
        elif reading.outcome != "read":
            why = f"{reading.outcome}: {', '.join(reading.flags)}"
        elif section.is_alike and self._knows(reading):
            why = "lists only what others do"
        elif not self._list(reading, section.title):
            may_fill = len(_keys(reading.entries)) < _LEAST_ENTRIES
            why = f"lists {counted(len(reading.entries), 'announcement')}" if may_fill else "lists the same as another"
        return [LeftOut(section.url, section.title, why, may_fill=may_fill)] if why else []

    def _rank(self, section: Section) -> float:
        parents = [listing.url for listing in self.report.listings]
        return 3.0 * any(section.url.startswith(url.rstrip("/") + "/") for url in parents) - section.score

    def _list(self, reading: Reading, title: str | None) -> bool:
        """Keep a listing, unless one of the same announcements is there already; whether it was kept."""
        keys = _keys(reading.entries)
        known = [_keys(listing.entries) for listing in self.report.listings]
        if reading.outcome != "read" or len(keys) < _LEAST_ENTRIES or keys in known:
            return False
        self.report.listings.append(_listing(reading, title))
        return True

    def _knows(self, reading: Reading) -> bool:
        """Whether a page lists nothing but what other listings have: a box beside a text that is no list."""
        return _keys(reading.entries) <= set().union(*(_keys(listing.entries) for listing in self.report.listings))

    async def _turns(self, home: Reading) -> bool:
        """Whether a front page is itself a list with further pages, and not boxes that lead to some."""
        second = next(follow for follow in home.follow if follow.kind == "listing")
        reading = await self._look(second.url, second.form)
        return reading is not None and len(_keys(reading.entries) - _keys(home.entries)) >= _LEAST_ENTRIES

    async def _feed_and_map(self) -> None:
        """The first feed that a page names, and the site map that robots.txt names."""
        robots = await self._fetch(urljoin(self.report.home, "/robots.txt"))
        maps = (url.decode("utf-8", "replace") for url in _SITE_MAP.findall(robots.body))
        listed = {listing.url for listing in self.report.listings}
        for url in (next(iter(self._feeds), None), next(maps, None)):
            reading = await self._look(url) if url and url not in listed else None
            if reading is not None and reading.kind == "sitemap" and not reading.entries and reading.follow:
                inner = await self._look(reading.follow[0].url)
                reading = replace(reading, entries=inner.entries) if inner is not None else reading
            if reading is not None and reading.kind in ("feed", "sitemap") and (reading.entries or reading.follow):
                self.report.listings.append(_listing(reading, None))

    async def _turn_page(self) -> None:
        """Turn one page, to see that paging leads on; listings with more entries first."""
        lists = [listing for listing in self.report.listings if listing.kind == "listing" and listing.pages]
        for listing in sorted(lists, key=lambda listing: -len(listing.entries))[:2]:
            second = listing.pages[0]
            reading = await self._look(second.url, second.form)
            further = _keys(reading.entries) - _keys(listing.entries) if reading else set()
            if further:
                how = "by postback" if second.form else "by address"
                self.report.paging = Paging(listing.url, how, second.key or second.url, len(further))
                return

    async def _articles(self) -> None:
        readouts: list[Readout] = []
        lists = [listing.entries for listing in self.report.listings if listing.kind != "sitemap"]
        for entry in _in_turn(lists or [listing.entries for listing in self.report.listings]):
            if len(readouts) >= ARTICLES or self._is_spent():
                break
            readout = await self._readout(entry)
            if readout.platform:
                self.report.platforms[readout.platform] += 1
            readouts.append(readout)
        self.report.articles = doubt_constants(readouts)

    async def _readout(self, entry: Entry) -> Readout:
        answer = await self._fetch(entry.url, entry.form)
        self._pages.append(_page(answer))
        readout = read_out(answer, entry)
        if readout.is_undrawn:
            self.report.script = True
            drawn = await self._get.draw(answer)
            self.report.hosts |= drawn.hosts
            readout = read_out(drawn, entry)
        if readout.outcome == "read":
            self._stood.append((answer.url, self._pages[-1]))
        return readout

    def _further_hosts(self) -> None:
        """Note the hosts that lists and announcements stand at, or that send on to them, besides those of the starts.

        A further host where announcements stand is the site's where their pages name its owner, or where they name
        none and most of those that were read stand there; else it is another site that the lists link to.
        """
        report = self.report
        own = {_host(url) for url in report.start}
        number = Counter(_host(url) for url, _ in self._stood)
        for url, page in self._stood:
            host = _host(url)
            if belongs(host, own | report.hosts):
                continue
            named = owner_of([page], host)
            is_most = number[host] * 2 > len(self._stood)
            if is_most if named is None or report.owner is None else named.agency == report.owner.agency:
                report.hosts.add(host)
        for url in (*report.start, *(url for url, _ in self._stood)):
            if belongs(_host(url), own | report.hosts):
                report.hosts |= {host for host in self._ways.get(url, ()) if not belongs(host, own | report.hosts)}

    async def _look(self, url: str, form: Form = ()) -> Reading | None:
        answer = await self._fetch(url, form)
        return None if answer.failure is not None else await self._drawn(answer)

    async def _drawn(self, answer: Answer, *, least: int = _MANY_ENTRIES) -> Reading:
        """Read a page; where only a script draws it, from the data that it names, else as a browser draws it."""
        reading = self._read(answer, least=least)
        page = self._pages[-1]
        if reading.outcome != "undrawn" and not (reading.kind != "feed" and has_open_places(page)):
            return reading
        for source in () if self._is_spent() else named_sources(page):
            listed = await self._look_at_data(source.url)
            if listed is not None:
                return listed
        drawn = await self._get.draw(answer)
        if drawn.failure is not None:
            self.report.trouble = drawn.failure.outcome
            return reading
        self._pages.pop()
        shown = self._read(drawn, least=least)
        if shown.outcome != "undrawn":
            self.report.script = True
            self.report.hosts |= drawn.hosts
        return shown

    async def _look_at_data(self, url: str) -> Reading | None:
        """What data lists, where it lists announcements with addresses of their own."""
        answer = await self._fetch(url)
        reading = self._read(answer) if answer.failure is None else None
        if reading is None or len(reading.entries) < _LEAST_ENTRIES:
            return None
        self._list(reading, None)
        return reading

    async def _fetch(self, url: str, form: Form = ()) -> Answer:
        self.report.pages += 1
        answer = await self._get(url, form)
        if answer.failure is None:
            self._ways[answer.url] = self._ways.get(answer.url, frozenset()) | {_host(hop) for hop in answer.hops}
        return answer

    def _read(self, answer: Answer, *, least: int = _MANY_ENTRIES) -> Reading:
        """Read a page that may list announcements: as what it shows to be, else as the list that it was taken for.

        From `least` entries on it is a list, whatever text it has besides.
        """
        self._pages.append(_page(answer))
        reading = _reading(answer)
        if reading.kind == "article" or reading.outcome == "empty":
            listed = _reading(answer, Context(expected="listing"))
            enough = least if reading.kind == "article" else 1
            reading = listed if len(listed.entries) >= enough or _is_paged(listed) else reading
        if reading.kind in ("article", "listing"):
            self.report.platforms[reading.platform] += 1
        self._feeds |= {follow.url: None for follow in reading.follow if follow.kind == "feed"}
        return reading

    def _is_spent(self, kept: int = 0) -> bool:
        """Whether the handful of pages is used up, but for `kept`."""
        return self.report.pages + kept >= MOST_PAGES


def _page(answer: Answer) -> Page:
    return make_page(answer.body, answer.url, content_type=answer.content_type)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _reading(answer: Answer, context: Context | None = None) -> Reading:
    return read_page(
        answer.body, answer.url, content_type=answer.content_type, fetched_at=answer.fetched_at, context=context
    )


def _unread(articles: Sequence[Readout]) -> str:
    """Why listings alone are not enough: what became of the announcements that were tried."""
    outcomes = Counter(article.outcome for article in articles if article.outcome != "read")
    if not outcomes:
        return "announcements are listed, but none could be tried"
    outcome, count = outcomes.most_common(1)[0]
    return f"{outcomes.total()} of {counted(len(articles), 'announcement')} could not be read ({count}: {outcome})"


def _keys(entries: Iterable[Entry]) -> set[str]:
    return {page_key(entry.url, entry.key) for entry in entries}


def _is_paged(reading: Reading) -> bool:
    return any(follow.kind == "listing" for follow in reading.follow)


def _listing(reading: Reading, title: str | None) -> Listing:
    return Listing(reading.url, reading.kind, title, reading.entries, reading.follow, reading.flags)


def _in_turn(lists: Sequence[tuple[Entry, ...]]) -> Iterator[Entry]:
    """Entries of several lists, one of each in turn, each announcement once."""
    seen: set[str] = set()
    for entry in chain.from_iterable(zip_longest(*lists)):
        if entry is not None and (key := page_key(entry.url, entry.key)) not in seen:
            seen.add(key)
            yield entry
