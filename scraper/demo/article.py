"""The nouns of a demo portal: articles and what they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from unicodedata import normalize

Table = tuple[tuple[str, ...], ...]
Block = str | Table
"""A paragraph, or a table as rows of cells whose first row is the heading."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of `scraper/demo/files` and the words that link to it; `before` stands in front of the link."""

    name: str
    label: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the body with its caption: a scan of `scraper/demo/files`, or one that the server draws."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a demo portal, as its editors see it: no markup, Vietnamese clock time without a zone.

    One that is not dated stands in its place among the others, and its portal prints no day for it.
    """

    key: int
    title: str
    published: datetime
    section: str
    blocks: tuple[Block, ...]
    lead: str | None = None
    byline: str | None = None
    files: tuple[File, ...] = ()
    photos: tuple[Photo, ...] = ()
    footnotes: tuple[str, ...] = ()
    views: int = 0
    revision: int = 1
    modified: datetime | None = None
    first_title: str | None = None
    is_dated: bool = True

    @property
    def permalink(self) -> str:
        """The title that its address is made from: the first one, whatever became of it since."""
        return self.first_title or self.title

    @property
    def summary(self) -> str:
        """What a listing shows of it: the lead or the first paragraph, cut at a word."""
        text = self.lead or next((block for block in self.blocks if isinstance(block, str)), "")
        return text if len(text) <= 220 else text[:220].rsplit(" ", 1)[0] + "..."


@lru_cache(maxsize=4096)
def slug(text: str, *, drop_stroke_d: bool = False) -> str:
    """The title as portals put it into addresses: without marks, words joined by hyphens.

    Liferay knows no plain letter for đ and drops it ("ai-hoi-ang-bo"); the others write d.
    """
    text = text.lower().replace("đ", "" if drop_stroke_d else "d")
    plain = normalize("NFD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
