"""Crawling several portals in one process, a few at a time."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Sequence
from functools import partial

from scrapy.crawler import AsyncCrawlerProcess, CrawlerProcessBase
from scrapy.settings import Settings

from archive.errors import ArchiveError
from scraper import settings as project_settings
from scraper.facts import Portal
from scraper.line import Line, addresses_of
from scraper.portal import spider_class, user_agent
from scraper.session import CrawlSession

AT_ONCE = 16


class NoNetworkError(ArchiveError):
    """Nothing can be crawled from this machine."""


def settings_for(portals: Iterable[Portal], contact: str, allow_private: Iterable[str]) -> Settings:
    """The project's settings with the operator's contact and opened origins; raises UsageError for wrong ones."""
    opened = list(allow_private)
    for portal in portals:
        user_agent(portal, contact, opened)
    settings = Settings()
    settings.setmodule(project_settings, priority="project")
    own = {"KEHOACH_CONTACT": contact, "KEHOACH_ALLOW_PRIVATE": opened, "LOG_INSTALL_ROOT_HANDLER": False}
    settings.setdict(own, priority="cmdline")
    return settings


def crawl(portals: Sequence[Portal], session: CrawlSession, settings: Settings) -> None:
    """Crawl the portals and leave a report of each in `session.reports`; raises the failure that stopped them all.

    NoNetworkError where no name of several leads anywhere: no portal is to be called unreachable for that.
    """
    addresses = addresses_of(portals) if len(portals) > 1 else {}
    if addresses and not any(addresses.values()):
        raise NoNetworkError(
            f"None of the {len(addresses)} portals' names leads to an address: this machine seems to have no network."
        )
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.WARNING)
    leave_to_outcomes()
    note_signals(process, session)
    line = Line(portals, addresses)

    def start_those_that_may() -> None:
        while session.failure is None and len(line.crawled) < AT_ONCE and (portal := line.next()) is not None:
            process.crawl(spider_class(portal), session=session).add_done_callback(partial(ended, portal))

    def ended(portal: Portal, _: object) -> None:
        line.ended(portal)
        start_those_that_may()

    start_those_that_may()
    gc.freeze()  # what is loaded before the crawl is never looked at for cycles
    process.start(stop_after_crawl=True)
    if session.failure is not None:
        raise session.failure


def note_signals(process: CrawlerProcessBase, session: CrawlSession) -> None:
    """Keep in the session which signal ends the crawls; Scrapy says the same "shutdown" of all."""
    shut_down = process._signal_shutdown

    def noted(number: int, frame: object) -> None:
        session.stopped_by = number
        shut_down(number, frame)

    vars(process)["_signal_shutdown"] = noted


def leave_to_outcomes() -> None:
    """Keep out of the log what the outcomes of requests tell: Scrapy would print a traceback of each."""
    for name in ("core.downloader.handlers", "downloadermiddlewares"):
        logging.getLogger(f"scrapy.{name}").setLevel(logging.CRITICAL)
