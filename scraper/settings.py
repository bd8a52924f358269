"""Scrapy settings of the project; portals add their own facts (delay, cookies, certificates)."""

from __future__ import annotations

import os
from typing import Any

BOT_NAME = "kehoach"
SPIDER_MODULES: list[str] = []
COMMANDS_MODULE = "scraper.scrapy_commands"
SPIDER_LOADER_CLASS = "scraper.portal.PortalLoader"
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
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
KEHOACH_OLD_TLS = False
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
HTTPPROXY_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
}

LOG_LEVEL = "INFO"
# Nobody reads them: what a run did stands in its row.
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
MEMUSAGE_LIMIT_MB = 1024

# Only what is named here takes part: also the parts of Scrapy that are switched off would be imported.
DOWNLOAD_HANDLERS_BASE: dict[str, Any] = {}
DOWNLOAD_HANDLERS: dict[str, Any] = {
    "http": "scraper.client.handler.ClientHandler",
    "https": "scraper.client.handler.ClientHandler",
}
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
DOWNLOADER_MIDDLEWARES: dict[str, int] = {
    "scraper.guard.GuardMiddleware": 50,
    "scraper.politeness.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "scraper.stubs.StubMiddleware": 580,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    "scraper.evidence.EvidenceMiddleware": 605,
}
# The spider yields nothing: what its pages give goes to the archive, and the ledger brings the next request. A redirect
# asks the one for the referrer.
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
SPIDER_MIDDLEWARES: dict[str, int] = {"scrapy.spidermiddlewares.referer.RefererMiddleware": 700}
EXTENSIONS_BASE: dict[str, int] = {}
EXTENSIONS: dict[str, int] = {
    "scraper.politeness.Pace": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
}
