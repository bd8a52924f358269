"""What the crawls of one command share: the archive's writer, the operator's options, and who watches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from archive.clock import today
from archive.errors import ArchiveError, UsageError
from archive.model import Check
from archive.version import software
from archive.vietnamese.places import find_province, province_now
from archive.writer import ArchiveWriter
from scraper.facts import Portal

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


@dataclass(frozen=True, slots=True)
class StartOutcome:
    """How a start address ended, after how many tries; `offline` where not even a server was met.

    `closing` is what a closed site says, as a clause.
    """

    url: str
    outcome: str
    tries: int
    offline: bool = False
    closing: str | None = None


@dataclass(slots=True)
class RunReport:
    """How the crawl of one portal went; `counts` are what it did, `checks` whether to believe it.

    `stored` are the counts of what was committed, `starts` the ends of start addresses by their keys, `failures` says
    how often each outcome ended a request for good, `stopped` that somebody ended the crawl before it was done,
    `left` which lists were not read to their end, in sentences without a full stop.
    """

    portal: str
    state: str = "running"
    reason: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    stored: dict[str, int] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    starts: dict[str, StartOutcome] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    stopped: bool = False
    left: list[str] = field(default_factory=list)

    @property
    def start_outcomes(self) -> dict[str, str]:
        """The outcomes of start addresses."""
        return {start.url: start.outcome for start in self.starts.values()}

    def count(self, what: str, number: int = 1) -> None:
        """Add to one of the counts."""
        self.counts[what] = self.counts.get(what, 0) + number


class Watcher(Protocol):
    """Somebody who is told how crawls go: a progress bar, or lines in a log."""

    def started(self, report: RunReport) -> None:
        """A crawl began."""

    def moved(self, report: RunReport, waiting: int) -> None:
        """A page was dealt with; `waiting` addresses are left."""

    def ended(self, report: RunReport) -> None:
        """A crawl ended; its state and checks are set."""


class Nobody:
    """The watcher of a crawl that nobody watches."""

    def started(self, report: RunReport) -> None:
        """Say nothing."""

    def moved(self, report: RunReport, waiting: int) -> None:
        """Say nothing."""

    def ended(self, report: RunReport) -> None:
        """Say nothing."""


@dataclass(slots=True)
class CrawlSession:
    """One command's crawls. `failure` is what stopped them all (a full disk, a broken database), `stopped_by` a signal.

    `first_pages` ends a listing at the first page whose last entry is known, `max_pages` a portal after so many;
    without `looks` nothing known is looked at again, without `attachments` the files of announcements are listed and
    not fetched.
    """

    writer: ArchiveWriter
    since: date | None = None
    max_pages: int | None = None
    watcher: Watcher = field(default_factory=Nobody)
    first_pages: bool = False
    attachments: bool = True
    reports: list[RunReport] = field(default_factory=list)
    failure: ArchiveError | None = None
    looks: bool = True
    stopped_by: int | None = None

    def commit(self, commit: Callable[[], None]) -> None:
        """Commit by one of the writer's ways; what all crawls have counted until then is stored with it.

        Also where the disk is found nearly full only afterwards, not where SQLite dropped the rows itself.
        """
        before = self.writer.commits
        try:
            commit()
        finally:
            if self.writer.commits > before:
                for report in self.reports:
                    report.stored = dict(report.counts)

    def fail(self, failure: ArchiveError) -> None:
        """End all crawls: what was not committed is dropped, and counts no more."""
        self.failure = failure
        self.writer.rollback()
        for report in self.reports:
            report.counts = dict(report.stored)


def not_ahead(since: date | None) -> date | None:
    """The day from which announcements are wanted; raises UsageError for one that has not come in Vietnam yet."""
    if since is not None and since > today():
        raise UsageError(f"{since} has not come yet: --since takes a day up to today, {today()}.")
    return since


def about_crawl(settings: BaseSettings, *, attachments: bool = True) -> str:
    """What a `warcinfo` record says of a crawl's settings, as `name: value` lines."""
    lines = {
        "robots": "obeyed (RFC 9309), Crawl-delay kept",
        "http-header-user-agent": f"{software()} (+{settings['KEHOACH_CONTACT'] or 'private portals only'})",
        "largest-answer": f"{settings.getint('DOWNLOAD_MAXSIZE')} bytes",
        "stubs": "a cookie that the script of a page without content sets in letters is sent, and the page asked again",
        "attachments": "fetched" if attachments else "listed only",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in lines.items())


def portal_row(portal: Portal) -> dict[str, Any]:
    """The portal's row in the archive, with the province that its place belongs to today."""
    province = find_province(portal.province, on=portal.last)
    return {
        "name": portal.name,
        "title": portal.title,
        "province": portal.province,
        "province_now": province_now(province).name if province else portal.province,
        "agency": portal.agency,
        "system": portal.system,
        "level": portal.level,
        "platform": portal.platform,
        "host": portal.host,
        "state": portal.state,
        "successor": portal.successor,
        "publish": portal.publish,
        "demo": int(portal.demo),
    }


def portal_of_row(row: Mapping[str, Any]) -> Portal:
    """A portal of which no facts are at hand, as the archive knows it."""
    return Portal(
        name=row["name"],
        title=row["title"],
        province=row["province"],
        agency=row["agency"],
        system=row["system"],
        level=row["level"],
        platform=row["platform"],
        start=(f"http://{row['host']}/",),
        state=row["state"],
        evidence="The archive holds its pages; its facts are not at hand.",
        successor=row["successor"],
        publish=row["publish"],
        demo=bool(row["demo"]),
    )
