"""Five made-up portals of five platforms on loopback, for the demo and for tests.

Everything here is invented but for public facts (names of places and agencies, numbers and dates of papers), and says
so on every page. Nothing ever carries a real portal's address.
"""

from scraper.demo.article import Article
from scraper.demo.server import DEFAULT_PORT, DemoServer, serve
from scraper.demo.site import DemoSite

__all__ = ["DEFAULT_PORT", "Article", "DemoServer", "DemoSite", "serve"]
