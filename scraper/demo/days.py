"""The days that `kehoach demo` plays: a first crawl a month ago, and two after portals corrected and removed something.

So an archive of one minute shows what else takes weeks: an earlier state, and a removal proved on two days.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import click

from archive.addresses import address_key
from archive.clock import system_clock, utc
from archive.database import open_for_reading
from archive.errors import ArchiveError
from archive.files.pending import read_with_bar
from archive.files.tools import has
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.crawl_command import conclude
from scraper.demo.content import PORTALS
from scraper.demo.server import DemoServer
from scraper.demo.site import DemoSite
from scraper.facts import load_demo_portals
from scraper.session import CrawlSession, about_crawl

FIRST, SECOND, TODAY = timedelta(days=32), timedelta(days=1), timedelta(0)
CORRECTION = "Đính chính: thời hạn báo cáo nêu trên được lùi lại mười ngày."
_DUE = """
SELECT l.portal, l.key FROM ledger l JOIN address d ON d.portal = l.portal AND d.key = l.key
JOIN announcement a ON a.id = d.announcement
WHERE l.kind = 'article' AND l.next_at > '' AND l.next_at <= ? AND a.is_plan = 0 AND a.attachment_count = 0
AND a.system <> 'press' GROUP BY a.id ORDER BY a.portal, a.id LIMIT 2
"""
_REMOVED = """
SELECT d.portal, d.key FROM announcement a JOIN address d ON d.announcement = a.id WHERE a.removed_at IS NOT NULL
"""


def play_days(folder: ArchiveFolder, playing: DemoServer) -> bool:
    """Crawl on three days where the archive is new, else today; returns whether today's crawls passed.

    Between the days the letters of scans are recognised, where the program for that is installed.
    """
    if folder.exists():
        for site, key in _places(folder, playing.sites, _REMOVED):
            site.delete(key)
    else:
        click.echo("Their time is made up too. A month ago:")
        _crawl_apart(folder, playing, list(playing.sites), FIRST)
        if has("tesseract"):
            recognised = read_with_bar(folder, "ocr", None, None)
            click.echo(f"Letters of scans recognised: {recognised['read']}.")
        changed = change(folder, playing.sites, system_clock() - SECOND)
        click.echo("Yesterday, after one article was corrected and another taken away:")
        _crawl_apart(folder, playing, changed, SECOND)
        click.echo("Today:")
    return crawl_on(folder.path, playing.port, list(playing.sites), TODAY)


def change(folder: ArchiveFolder, sites: Mapping[str, DemoSite], moment: datetime) -> list[str]:
    """Let portals correct one article that is due to be looked at by then and take away another; returns which did."""
    (corrected, key), (other, gone) = _places(folder, sites, _DUE, utc(moment))
    blocks = next(article.blocks for article in corrected.articles() if article.key == key)
    corrected.edit(key, blocks=(*blocks, CORRECTION))
    other.delete(gone)
    return sorted({corrected.name, other.name})


def crawl_on(path: Path, port: int, names: Sequence[str], ago: timedelta) -> bool:
    """Crawl the demo portals of these names as if it were so long ago; returns whether all passed their checks."""
    from scraper.crawl import crawl, settings_for
    from scraper.progress import watcher_for

    folder, known = ArchiveFolder(path), load_demo_portals(port)
    portals = [known[name] for name in names]
    settings = settings_for(portals, "", [f"{PORTALS[name]}:{port}" for name in names])
    about = about_crawl(settings)
    with writing(folder, settings=about, clock=lambda: system_clock() - ago) as writer, watcher_for() as watcher:
        session = CrawlSession(writer, watcher=watcher)
        crawl(portals, session, settings)
    return conclude(folder, session) == 0


def _crawl_apart(folder: ArchiveFolder, playing: DemoServer, names: Sequence[str], ago: timedelta) -> None:
    """Crawl in a process of its own, since Scrapy starts once in each; raises ArchiveError where it fails."""
    arguments = (folder.path, playing.port, names, ago)
    process = get_context("spawn").Process(target=_crawl_and_exit, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise ArchiveError("A crawl of the demo failed; what it printed above says why.")


def _crawl_and_exit(path: Path, port: int, names: Sequence[str], ago: timedelta) -> None:
    sys.exit(not crawl_on(path, port, names, ago))


def _places(
    folder: ArchiveFolder, sites: Mapping[str, DemoSite], sql: str, *values: str
) -> Iterable[tuple[DemoSite, int]]:
    """The sites and numbers of the articles whose portal and address a query gives."""
    database = open_for_reading(folder)
    rows = database.execute(sql, values).fetchall()
    database.close()
    for name, key in rows:
        site = sites[name]
        yield from ((site, one.key) for one in site.articles() if address_key(site.address(one)) == key)
