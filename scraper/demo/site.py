"""A demo portal as it stands at the moment: its articles, its mood and what was asked of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Literal, Protocol

from scraper.demo.article import Article
from scraper.demo.exchange import Request, Response, page, redirect
from scraper.demo.files import ornament
from scraper.demo.markup import fill

VIETNAM = timezone(timedelta(hours=7))
Mood = Literal["well", "empty", "broken", "wall", "refused"]
"""Well; listings without items; 500 everywhere; a script challenge instead of pages; 403 everywhere."""


class Platform(Protocol):
    """How a vendor's system answers: its addresses, pages and oddities."""

    @property
    def robots(self) -> str:
        """The text of robots.txt."""

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The beginnings of the targets that robots.txt forbids."""

    def path(self, article: Article) -> str:
        """The address of an article, from the first slash on."""

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """The answer to a request; None where there is nothing under that address."""

    def missing(self, site: DemoSite) -> str:
        """The page that says that an article does not exist."""


class DemoSite:
    """One portal. Articles later than the clock are not there yet, so a test can let a year pass.

    Tests change it while the server runs: `edit`, `delete`, `add`, `mood`, `quiet_since` (Vietnamese clock time without
    a zone; nothing newer is shown), `class_suffix` (every class name of the pages gets it), `moved_to` (an origin that
    all addresses redirect to) and `overrides` (whole responses by target).
    """

    def __init__(
        self, name: str, host: str, platform: Platform, articles: Iterable[Article], clock: Callable[[], datetime]
    ) -> None:
        self.name = name
        self.host = host
        self.port = 0
        self.platform = platform
        self.mood: Mood = "well"
        self.quiet_since: datetime | None = None
        self.class_suffix = ""
        self.moved_to: str | None = None
        self.overrides: dict[str, Response] = {}
        self.log: list[str] = []
        self._articles = {article.key: article for article in articles}
        self._clock = clock
        self._views: Counter[int] = Counter()

    @property
    def origin(self) -> str:
        """Host and port, as in addresses."""
        return f"{self.host}:{self.port}"

    @property
    def faults(self) -> list[str]:
        """The requests so far that robots.txt forbids."""
        return [line for line in self.log if line.split(" ", 1)[1].startswith(self.platform.forbidden)]

    def now(self) -> datetime:
        """The server's clock, in Vietnam."""
        return self._clock().astimezone(VIETNAM)

    def address(self, article: Article) -> str:
        """The whole address of an article."""
        return f"http://{self.origin}{self.platform.path(article)}"

    def articles(self, section: str | None = None) -> list[Article]:
        """What is published by now, newest first."""
        latest = self._latest()
        chosen = [
            article
            for article in list(self._articles.values())
            if article.published <= latest and section in (None, article.section)
        ]
        return sorted(chosen, key=lambda article: (article.published, article.key), reverse=True)

    def _latest(self) -> datetime:
        now = self._wall_clock()
        return now if self.quiet_since is None else min(now, self.quiet_since)

    def _wall_clock(self) -> datetime:
        return self.now().replace(tzinfo=None)

    def listed(self, section: str | None = None) -> list[Article]:
        """What the listings show: nothing when the portal is in an empty mood."""
        return [] if self.mood == "empty" else self.articles(section)

    def find(self, key: int | None) -> Article | None:
        """The published article of that number."""
        article = None if key is None else self._articles.get(key)
        return article if article and article.published <= self._latest() else None

    def count_view(self, article: Article) -> int:
        """Count one more view of an article and return how many there were."""
        self._views[article.key] += 1
        return article.views + self._views[article.key] - 1

    def visitors(self) -> int:
        """A counter of all visits that never stands still."""
        return 10_877_753 + len(self.log)

    def edit(self, key: int, **changes: Any) -> Article:
        """Change an article, which keeps its address; its revision goes up. Raises KeyError for an unknown number."""
        old = self._articles[key]
        changed = replace(old, revision=old.revision + 1, modified=self._wall_clock(), first_title=old.permalink)
        self._articles[key] = replace(changed, **changes)
        return self._articles[key]

    def delete(self, key: int) -> Article:
        """Take an article away and return it. Raises KeyError for an unknown number."""
        return self._articles.pop(key)

    def add(self, article: Article) -> None:
        """Publish an article, or put a deleted one back."""
        self._articles[article.key] = article

    def answer(self, request: Request) -> Response:
        """The response to a request as the portal is now."""
        self.log.append(f"{request.method} {request.target}")
        return self._unless_unchanged(request, self._dress(self._respond(request)))

    def _respond(self, request: Request) -> Response:
        if request.target in self.overrides:
            return self.overrides[request.target]
        if self.moved_to is not None:
            return redirect(f"http://{self.moved_to}{request.target}", 301)
        if self.mood == "broken":
            return page(fill("broken.html"), 500)
        if self.mood == "refused":
            return page(fill("refused.html"), 403)
        if self.mood == "wall":
            return page(fill("wall.html"), 200, ("Set-Cookie", "D1N=0; path=/"))
        if request.path == "/robots.txt":
            return Response(self.platform.robots.encode(), content_type="text/plain; charset=utf-8")
        found = self.platform.respond(self, request) or ornament(request.path)
        return found or page(self.platform.missing(self), 404)

    def _dress(self, response: Response) -> Response:
        if not self.class_suffix or not response.content_type.startswith("text/html"):
            return response
        renamed = re.sub(r'(?<=class=")[^"]+', self._rename, response.body.decode())
        return replace(response, body=renamed.encode())

    def _rename(self, match: re.Match[str]) -> str:
        return " ".join(name + self.class_suffix for name in match[0].split())

    def _unless_unchanged(self, request: Request, response: Response) -> Response:
        tag, changed = response.header("ETag"), response.header("Last-Modified")
        asked_tag = request.headers.get("if-none-match")
        if asked_tag is not None:
            unchanged = tag is not None and tag in asked_tag
        else:
            unchanged = changed is not None and changed == request.headers.get("if-modified-since")
        if response.status == 200 and unchanged:
            return replace(response, status=304, body=b"")
        return response
