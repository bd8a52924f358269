"""Registers of legal documents: vbpl and its kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.vietnamese.spelling import fold
from scraper.platforms.layout import Layout, Signs, Spots, signs_anywhere, spots
from scraper.reading.labelled import NOT_PUBLISHED, PUBLISHED
from scraper.reading.markup import Element
from scraper.reading.page import Page

NAME = "register"
SIGNS: Signs = (
    (b"vbpq-", 0.6),
    (b"box-tab-vb", 0.4),
    (b"vbInfo", 0.4),
)
_FILES = "#divShowDialogDownload .fileAttack, .vbFile"
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="vbProperties",
        article=".vbProperties",
        around="box-container",
        title=".vbProperties td.title",
        drop=".box-container .header, .vbInfo",
        files=_FILES,
    ),
    *(
        Layout(
            sign="vbInfo",
            article="div.fulltext",
            around=around,
            title=title,
            body="div.fulltext",
            drop=".box-container .header, .header.tab-vb, .vbInfo",
            files=_FILES,
        )
        for around in ("box-container", "box-tab-vb")
        for title in ("div.title", "div.fulltext h1.title-vb", ".box-map li + li:last-child")
    ),
    *(
        Layout(
            sign="vbInfo",
            article="div.fulltext",
            around=around,
            drop=".box-container .header, .header.tab-vb, .vbInfo, .box-map",
            files=_FILES,
        )
        for around in ("box-container", "box-tab-vb")
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_anywhere(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known; the day of putting up may stand among the facts of a paper."""
    found = spots(page, LAYOUTS)
    return found and replace(found, dropped=frozenset(_without_days(found.dropped)))


def _without_days(dropped: Iterable[Element]) -> Iterator[Element]:
    """What is dropped, of a list of facts all but those that tell when the paper was put up."""
    for element in dropped:
        facts = list(element.iter("li"))
        told = [fact for fact in facts if _is_posted(fold("".join(fact.itertext())))]
        yield from [fact for fact in facts if fact not in told] if told else [element]


def _is_posted(folded: str) -> bool:
    return PUBLISHED.search(folded) is not None and NOT_PUBLISHED.search(folded) is None
