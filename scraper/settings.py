"""Scrapy settings of the project; portals add their own facts (delay, cookies, certificates)."""

from __future__ import annotations

import os
from typing import Any

BOT_NAME = "kehoach"
SPIDER_MODULES: list[str] = []
SPIDER_LOADER_CLASS = "scraper.portal.PortalLoader"
SCHEDULER = "scraper.ledger.LedgerScheduler"
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "scraper.resolver.GuardedResolver"
ASYNCIO_EVENT_LOOP = "uvloop.Loop"

# Who we are. Without a contact only origins opened with --allow-private are crawled.
KEHOACH_CONTACT = os.environ.get("KEHOACH_CONTACT", "")
KEHOACH_ARCHIVE = os.environ.get("KEHOACH_ARCHIVE", "")
KEHOACH_ALLOW_PRIVATE: list[str] = []
KEHOACH_RETRY_BASE_SECONDS = float(os.environ.get("KEHOACH_RETRY_BASE_SECONDS", "5"))
KEHOACH_DRAWING_SECONDS = float(os.environ.get("KEHOACH_DRAWING_SECONDS", "90"))
ROBOTSTXT_OBEY = True
USER_AGENT = "kehoach"

# One request a second and origin; slower where the portal is slow or robots.txt asks for it.
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.3
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_MAX_DELAY = 60.0
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 20 * 2**20
DOWNLOAD_WARNSIZE = 0
KEHOACH_FILE_MAXSIZE = 64 * 2**20
KEHOACH_FILE_TIMEOUT = 120
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
RETRY_ENABLED = False
COOKIES_ENABLED = False
HTTPPROXY_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
}

# 100 by default, which makes 100 tasks of every response.
CONCURRENT_ITEMS = 2
LOG_LEVEL = "INFO"
LOGSTATS_INTERVAL = 0.0
# Nobody reads them: what a run did stands in its row.
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
MEMUSAGE_LIMIT_MB = 1024
FEED_EXPORT_ENCODING = "utf-8"

DOWNLOAD_HANDLERS: dict[str, Any] = {"file": None, "data": None, "ftp": None, "s3": None}
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,
    "scraper.guard.GuardMiddleware": 50,
    "scraper.politeness.RobotsMiddleware": 100,
    "scraper.evidence.EvidenceMiddleware": 605,
}
# The spider yields nothing: what its pages give goes to the archive, and the ledger brings the next request.
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
EXTENSIONS: dict[str, int | None] = {
    "scrapy.extensions.throttle.AutoThrottle": None,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.corestats.CoreStats": None,
    "scrapy.extensions.logcount.LogCount": None,
    "scrapy.extensions.memdebug.MemoryDebugger": None,
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scraper.politeness.Pace": 0,
}
