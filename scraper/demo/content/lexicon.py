"""What the grammar draws from: a portal's words and habits (`content/<name>.toml`) and topics (`content/topics`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from scraper.demo.article import Article, Block, File, Photo, Table

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Story:
    """Titles and openings that go together, within a topic: when they come up, and what else they say."""

    titles: tuple[str, ...]
    openings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    table: Table
    first: date
    last: date
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter: its stories, the sentences that any of them may use, and what Hà Nội wrote about it, by day."""

    stories: tuple[Story, ...]
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    central: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One portal: its place, its own name and symbol, who it answers to, who writes, and its hand-written articles."""

    words: Mapping[str, str]
    districts: tuple[str, ...]
    symbol: str
    superior: tuple[str, ...]
    closings: tuple[str, ...]
    bylines: tuple[str, ...]
    rates: Mapping[str, float]
    sections: Mapping[str, tuple[str, ...]]
    handwritten: tuple[Article, ...]
    count: int
    first_key: int
    has_photos: bool
    every_day: bool


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon of a demo portal."""
    facts = tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
    return Lexicon(
        words=facts["words"],
        districts=tuple(facts["districts"]),
        symbol=facts["symbol"],
        superior=tuple(facts["superior"]),
        closings=tuple(facts["closings"]),
        bylines=tuple(facts["bylines"]),
        rates=facts["rates"],
        sections={section: tuple(topics) for section, topics in facts["sections"].items()},
        handwritten=tuple(_handwritten(entry) for entry in facts["article"]),
        count=facts["count"],
        first_key=facts["first_key"],
        has_photos=facts.get("has_photos", False),
        every_day=facts.get("every_day", False),
    )


@cache
def topic(name: str) -> Topic:
    """The topic `content/topics/<name>.toml`."""
    facts = tomllib.loads((_HERE / "topics" / f"{name}.toml").read_text("utf-8"))
    return Topic(
        stories=tuple(_story(entry, facts) for entry in facts["story"]),
        paragraphs=tuple(facts["paragraphs"]),
        captions=tuple(facts.get("captions", ())),
        central=tuple((entry["text"], entry["on"]) for entry in facts.get("central", ())),
    )


def _story(entry: Mapping[str, Any], facts: Mapping[str, Any]) -> Story:
    return Story(
        titles=tuple(entry["titles"]),
        openings=tuple(entry["openings"]),
        paragraphs=tuple(entry.get("paragraphs", ())),
        table=tuple(tuple(row) for row in entry.get("table", ())),
        first=entry.get("from", facts["from"]),
        last=entry.get("to", facts["to"]),
        months=tuple(entry.get("months", facts.get("months", range(1, 13)))),
    )


def _handwritten(entry: Mapping[str, Any]) -> Article:
    published: datetime = entry["published"]
    return Article(
        key=0,
        title=entry["title"],
        published=published,
        section=entry["section"],
        blocks=tuple(_block(block) for block in entry["blocks"]),
        lead=entry.get("lead"),
        byline=entry.get("byline"),
        files=tuple(File(**file) for file in entry.get("files", ())),
        photos=tuple(Photo(**photo) for photo in entry.get("photos", ())),
        footnotes=tuple(entry.get("footnotes", ())),
        views=entry.get("views", 0),
        is_dated=entry.get("is_dated", True),
    )


def _block(block: Any) -> Block:
    return block.strip() if isinstance(block, str) else tuple(tuple(row) for row in block)
