"""A large archive of generated announcements: about 5 KB each, the words as frequent as in Vietnamese news.

Paragraphs are drawn by a chain over the demo's own sentences; each announcement adds sentences of rare words, a number
of its own and mentions, so that vocabulary and numbers grow with the archive.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from archive.vietnamese.places import province_now, provinces_on
from archive.vietnamese.spelling import FOLD_VERSION

TOPICS = Path(__file__).parents[1] / "scraper" / "demo" / "content" / "topics"
PORTALS = 200
PARAGRAPHS = 6000
FIRST_DAY = date(2009, 1, 1)
DAYS = (date(2025, 12, 31) - FIRST_DAY).days
UNDATED_SHARE = 0.03
TYPES = ("KH", "KH", "KH", "QĐ", "CV", "TB", "BC", "CT", None, None, None, None)
SEEN = "2026-10-01T02:00:00Z"
_ONSETS = (*"bcdđghklmnrstvx", "ch", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
_RHYMES = (*"aeiouươ", "ai", "an", "ang", "ao", "em", "eo", "ia", "in", "oa", "on", "ong", "ua", "un", "uy", "ơi")


def sentences() -> list[str]:
    """The demo's own sentences without their blanks to fill in."""
    found: list[str] = []
    for path in sorted(TOPICS.glob("*.toml")):
        found += _strings(tomllib.loads(path.read_text("utf-8")))
    return [re.sub(r"\{[^}]*\}", "địa phương", text) for text in found if len(text) > 40]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


class Author:
    """Writes announcements; the same seed writes the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        chain: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for text in sentences():
            words = text.split()
            for one, two, three in zip(words, words[1:], words[2:], strict=False):
                chain[one, two].append(three)
        self._chain = chain
        self._starts = list(chain)
        self._paragraphs = [self.words(self.random.randint(40, 110)) for _ in range(PARAGRAPHS)]

    def words(self, count: int) -> str:
        """So many words of the chain."""
        pair = self.random.choice(self._starts)
        words = list(pair)
        while len(words) < count:
            following = self._chain.get(pair)
            if not following:
                pair = self.random.choice(self._starts)
                words += pair
                continue
            words.append(self.random.choice(following))
            pair = (pair[1], words[-1])
        return " ".join(words[:count])

    def rare(self) -> str:
        """A syllable that hardly any other text has: names, abbreviations, foreign words."""
        syllable = self.random.choice(_ONSETS) + self.random.choice(_RHYMES)
        return syllable + self.random.choice(("", "", "x", "k", str(self.random.randrange(10_000))))

    def body(self, number: str) -> str:
        """About 830 words in paragraphs."""
        paragraphs = self.random.sample(self._paragraphs, self.random.randint(5, 15))
        rare = " ".join(self.rare() for _ in range(14))
        first = f"Ủy ban nhân dân tỉnh ban hành Kế hoạch số {number} tại {rare}."
        if self.random.random() < 0.02:
            first += " Hội nghị sơ kết chuyên đề được truyền hình trực tiếp."
        return "\n".join([first, *paragraphs])


def make(folder: ArchiveFolder, rows: int) -> int:
    """Fill an archive, without its index; returns the bytes of titles and bodies in UTF-8."""
    database = open_for_writing(folder)
    database.execute("PRAGMA synchronous = OFF")
    author = Author()
    portals = put_portals(database)
    size = 0
    for start in range(1, rows + 1, 2000):
        with database.atomic():
            size += put_rows(database, author, portals, range(start, min(start + 2000, rows + 1)))
    database.close()
    return size


Portals = list[tuple[str, str, str, str]]
"""Name, province then and now, and agency of each."""


def put_portals(database: Database, *, ignore: bool = False) -> Portals:
    """Two hundred portals; `ignore` those that are there."""
    portals = []
    provinces = provinces_on(date(2024, 12, 31))
    for number in range(PORTALS):
        province = provinces[number % len(provinces)]
        name, agency = f"p{number}", f"Cơ quan số {number} tỉnh {province.name}"
        row = {
            "name": name, "title": agency, "province": province.name, "province_now": province_now(province).name,
            "agency": agency, "system": "peoples_committee", "level": "province", "platform": "labelled",
            "host": f"{name}.example.vn", "state": "active", "publish": "full", "demo": 0,
        }  # fmt: skip
        database.table("portal").insert(row, ignore=ignore)
        portals.append((name, province.name, province_now(province).name, agency))
    return portals


def put_rows(database: Database, author: Author, portals: Portals, numbers: range) -> int:
    """Announcements of these numbers with text, paper and mentions; returns the bytes of their titles and bodies."""
    announcements: list[Any] = []
    texts: list[Any] = []
    documents: list[Any] = []
    mentions: list[Any] = []
    size = 0
    for number in numbers:
        draw = author.random
        portal, province, now, agency = portals[int(PORTALS * draw.random() ** 2)]
        day = (FIRST_DAY + timedelta(days=int(DAYS * draw.random() ** 0.7))).isoformat()
        published = "" if draw.random() < UNDATED_SHARE else day
        if published and draw.random() < 0.4:
            published += f"T{draw.randrange(7, 18):02}:{draw.randrange(60):02}:00+07:00"
        paper = f"{number % 9000 + 1}/KH-UBND"
        kind = draw.choice(TYPES)
        title, body = author.words(draw.randint(8, 20)), author.body(paper)
        size += len(title.encode()) + len(body.encode())
        announcements.append(
            (number, f"u{number}", portal, f"https://{portal}.example.vn/{number}", title, published or None, published,
             published[:4], published[:7], int(kind == "KH"), kind, province, now, agency)
        )  # fmt: skip
        texts.append((number, body, FOLD_VERSION))
        documents.append((number, f"{number}|{day}", paper, paper, "KH", "UBND", agency, int(day[:4]), day))
        mentions.append((number, number, 0, "issues", None, paper, day, body[:160]))
        for place in range(1, draw.randint(1, 3)):
            other = int(number * draw.random() ** 3) + 1
            mentions.append((number, other, place, "implements", paper, f"{other}/KH-UBND", None, body[:160]))
    database.conn.executemany(_ANNOUNCEMENT, announcements)
    database.conn.executemany(_TEXT, texts)
    database.conn.executemany(_DOCUMENT, documents)
    database.conn.executemany(_MENTION, mentions)
    return size


_ANNOUNCEMENT = f"""
INSERT INTO announcement (id, uid, portal, url, platform, title, published_at, published_sort, year, month, is_plan,
    document_type, province, province_now, posted_by, system, level, content_digest, reader, first_seen, last_seen)
VALUES (?, ?, ?, ?, 'labelled', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'peoples_committee', 'province', '', '1',
    '{SEEN}', '{SEEN}')
"""
_TEXT = "INSERT INTO announcement_text (announcement, body, fold_version) VALUES (?, ?, ?)"
_DOCUMENT = """
INSERT INTO document (id, identity, number, alias, type, issuer, issued_by, year, dated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MENTION = """
INSERT INTO mention
    (announcement, document, position, role, subject, number, alias, dated, sentence, stands_in, printed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, 'body', ?6)
"""
