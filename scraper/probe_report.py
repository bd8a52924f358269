"""What a probe of a site found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from scraper.owner import Owner
from scraper.platforms import UNKNOWN
from scraper.reading.result import Entry, Follow
from scraper.readout import Readout


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists announcements: how many, how many of them with a day, and how many further pages it names.

    `flags` are those of its reading.
    """

    url: str
    kind: str
    title: str | None
    entries: tuple[Entry, ...]
    follow: tuple[Follow, ...]
    flags: tuple[str, ...] = ()

    @property
    def dated(self) -> int:
        """How many entries print a day."""
        return sum(entry.date_line is not None for entry in self.entries)

    @property
    def pages(self) -> tuple[Follow, ...]:
        """The further pages of the listing itself."""
        return tuple(follow for follow in self.follow if follow.kind == self.kind)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A section of the menus that is no listing, and why, in words.

    `looked` says that its page was asked for, `may_fill` that it may list announcements later.
    """

    url: str
    title: str
    why: str
    looked: bool = True
    may_fill: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """How a listing is paged, by its second page; `further` announcements were found there."""

    listing: str
    how: str
    second: str
    further: int


@dataclass(slots=True)
class ProbeReport:
    """What a probe found. `trouble` says in words why there is nothing more, `closing` what a closed site says.

    `script` says that pages were found which only a script draws, and which a browser had to draw to read them,
    `hosts` which others gave parts of these pages, or announcements, or sent on to them. `left_out` are the
    sections of the menus that give no start, `waiting` those that list too little now and are starts, since no
    front page leads a crawl to them, `by_name` those whose names are of other things than lists of announcements.
    """

    asked: str
    home: str
    trouble: str | None = None
    closing: str | None = None
    pages: int = 0
    platforms: Counter[str] = field(default_factory=Counter)
    owner: Owner | None = None
    listings: list[Listing] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    waiting: list[LeftOut] = field(default_factory=list)
    by_name: list[LeftOut] = field(default_factory=list)
    paging: Paging | None = None
    articles: list[Readout] = field(default_factory=list)
    script: bool = False
    hosts: set[str] = field(default_factory=set)

    @property
    def platform(self) -> str:
        """The platform that most pages show, "labelled" where none shows any."""
        known = Counter({name: count for name, count in self.platforms.items() if name != UNKNOWN})
        return known.most_common(1)[0][0] if known else "labelled"

    @property
    def start(self) -> tuple[str, ...]:
        """Where a crawl should begin; a site map only where no listing leads on."""
        lists = [listing.url for listing in self.listings if listing.kind != "sitemap"]
        lists += [section.url for section in self.waiting]
        maps = [listing.url for listing in self.listings if listing.kind == "sitemap"]
        return tuple(lists if self.paging else lists + maps)

    @property
    def is_good(self) -> bool:
        """Whether a crawl would bring announcements: something is listed, and most of what was tried could be read."""
        read = sum(article.outcome == "read" for article in self.articles)
        return bool(self.listings) and read * 2 > len(self.articles)
