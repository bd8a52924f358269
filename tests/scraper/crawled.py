"""A crawl in a process of its own with short limits: prints each address's outcome and the process's peak memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.command import python

CHILD = """
import json, logging, sys
from dataclasses import replace
from pathlib import Path

logging.basicConfig(level=logging.WARNING, format="%(message)s")
import scraper.ledger
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.crawl import crawl, settings_for
from scraper.facts import load_portals
from scraper.session import CrawlSession

asked = json.loads(sys.argv[1])
scraper.ledger.MAX_TRIES = 2
portal = load_portals([Path(asked["portals"])])["thu-nghiem"]
settings = settings_for([portal], "", asked["opened"])
settings.setdict(asked["settings"], priority="cmdline")
folder = ArchiveFolder(Path(asked["folder"]))
with writing(folder) as writer:
    session = CrawlSession(writer)
    crawl([portal], session, settings)
    rows = writer.execute("SELECT url, outcome, tries FROM ledger").fetchall()
status = Path("/proc/self/status").read_text()  # what getrusage tells may be the parent's
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"rows": rows, "peak": peak, "counts": session.reports[0].counts}))
"""


@dataclass(frozen=True)
class Crawled:
    """Outcome and tries by address, peak memory in MB, what the crawl counted, the lines that it logged."""

    outcomes: dict[str, str]
    tries: dict[str, int]
    peak: float
    counts: dict[str, int]
    log: list[str]


def crawled(folder: Path, portals: Path, opened: list[str], **settings: Any) -> Crawled:
    """Crawl the portal `thu-nghiem` of these facts; `settings` are Scrapy's."""
    limits = {
        "DOWNLOAD_TIMEOUT": 1.5,
        "DOWNLOAD_DELAY": 0.0,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "AUTOTHROTTLE_ENABLED": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "KEHOACH_RETRY_BASE_SECONDS": 0.01,
        **settings,
    }
    asked = {"folder": str(folder), "portals": str(portals), "opened": opened, "settings": limits}
    done = python(CHILD, json.dumps(asked))
    assert done.code == 0, done.err
    told = json.loads(done.out.splitlines()[-1])
    return Crawled(
        outcomes={url: outcome for url, outcome, _ in told["rows"]},
        tries={url: tries for url, _, tries in told["rows"]},
        peak=told["peak"],
        counts=told["counts"],
        log=done.err.splitlines(),
    )
