"""A visitor of the demo portals: fetches with the standard library and turns listings as a browser would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

from lxml import html


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


_OPENER = build_opener(_NoRedirect)


@dataclass(frozen=True)
class Page:
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.body.decode("utf-8").encode("utf-16"), parser=html.HTMLParser(encoding="utf-16"))

    def links(self, xpath: str) -> list[str]:
        return [urljoin(self.url, str(href)) for href in self.tree.xpath(xpath)]


def fetch(url: str, form: Mapping[str, str] | None = None, **headers: str) -> Page:
    data = None if form is None else urlencode(form).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        response = _OPENER.open(Request(url, data=data, headers=named), timeout=60)
    except HTTPError as error:
        response = error
    with response:
        return Page(url, response.status, response.headers, response.read())


def postback(page: Page, target: str, argument: str) -> Page:
    fields = {str(one.get("name")): one.get("value") or "" for one in page.tree.xpath("//input[@type='hidden']")}
    return fetch(page.url, {**fields, "__EVENTTARGET": target, "__EVENTARGUMENT": argument})


def turn_grid(first: Page) -> list[Page]:
    """The pages of an ASP.NET grid, by its postback links."""
    pages, current = [first], 1
    while True:
        wanted = f"Page${current + 1}'"
        hrefs = [str(href) for href in pages[-1].tree.xpath("//a/@href") if str(href).endswith(f"{wanted})")]
        if not hrefs:
            return pages
        found = re.search(r"__doPostBack\('([^']+)','([^']+)'\)", hrefs[0])
        assert found
        pages.append(postback(pages[-1], found[1], found[2]))
        current += 1


def follow(first: Page, xpath: str) -> list[Page]:
    """The pages from the first on, as long as one links to a next one that was not seen."""
    pages, seen = [first], {first.url}
    while fresh := [url for url in pages[-1].links(xpath) if url not in seen]:
        seen.add(fresh[0])
        pages.append(fetch(fresh[0]))
    return pages
