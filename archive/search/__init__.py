"""Searching the archive in Vietnamese: one language for the command line, the site and Datasette's own search box."""

from archive.search.filters import Filters
from archive.search.hits import Order
from archive.search.results import Hit, SearchResults, latest, search

__all__ = ["Filters", "Hit", "Order", "SearchResults", "latest", "search"]
