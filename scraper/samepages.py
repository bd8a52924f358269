"""One page under several addresses: portals answer so, with status 200, for all that they do not find.

Their front page, a word of welcome or of maintenance, or their newest article then stands where others were sought. An
address is told from such a one by what it is called: where that is what its page is about, the page is its own. The
decision rests on what was read, and on the archive, so that an ingest comes to what the crawl came to.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from archive.addresses import address_key
from archive.errors import BrokenCaptureError
from archive.model import Attachment
from archive.vietnamese.spelling import normalise
from archive.writer import ArchiveWriter
from scraper.calling import Agreement, Words, agreement, are_different, names_by, words_of
from scraper.captured import exchange_of_capture, page_of, read_exchange
from scraper.facts import Portal
from scraper.keeping import SOME_TITLES, named_elsewhere, names_of
from scraper.pageprints import Named, is_near, named_by, pairs_of, print_of, printed_pairs
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Context, Entry, Reading
from scraper.walk import shown_by

log = logging.getLogger(__name__)
FEWEST_NAMELESS = 6
"""Addresses without a name, read one after another, from which one page under all of them is the portal's answer."""
MOST_LISTS = 8
"""Lists of a run, its first ones, whose page is known again though a line of it is another one on each visit."""
MOST_ALIKE = 8
"""Pages of one title that are remembered."""
ALIKE, LONG_ALIKE = 0.5, 0.9
"""The share of the pairs of words that two texts of one page have in common, and where their pictures differ."""
HELD = 0.8
"""The share of the pairs of words of what was read that stands on the page of a list which is read as an article."""
LONG_TEXT = 60
"""Words of a text that tells two pages apart without their pictures."""
Place = tuple[str, int]
Places = tuple[Place, ...]
LISTINGS = ("listing", "feed", "sitemap")
ANOTHERS = ("other", "weak")
_DIGITS = re.compile(r"\d+")
_OF_CAPTURE = """
SELECT a.title, min(d.key) FROM announcement a JOIN address d ON d.announcement = a.id WHERE a.capture = ? GROUP BY a.id
"""
_TITLED = """
SELECT a.url, a.capture, t.body, json_group_array(d.key) FROM announcement a
JOIN announcement_text t ON t.announcement = a.id JOIN address d ON d.announcement = a.id
WHERE a.portal = ?1 AND a.title = ?2 AND a.capture IS NOT NULL AND a.id NOT IN (
    SELECT announcement FROM address WHERE portal = ?1 AND key IN (SELECT value FROM json_each(?3)))
GROUP BY a.id ORDER BY a.id DESC LIMIT ?4
"""


class Told(Protocol):
    """An announcement as printed or as understood."""

    @property
    def url(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def lead(self) -> str | None: ...
    @property
    def body_text(self) -> str: ...
    @property
    def captions(self) -> Sequence[str]: ...
    @property
    def attachments(self) -> Sequence[Attachment]: ...
    @property
    def flags(self) -> Sequence[str]: ...


class Read(Protocol):
    """What was read of a page, by the crawl or by a process for reading."""

    @property
    def url(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def announcement(self) -> Told | None: ...
    @property
    def entries(self) -> tuple[Entry, ...]: ...


class Page(NamedTuple):
    """What came from the address of a key in a capture, and what was read of it.

    `read` reads it again with a context, and as if it stood at another address where one is given.
    """

    key: str
    reading: Read | None
    body: bytes
    capture: int
    context: Context
    read: Callable[..., Reading | None]


class Verdict(NamedTuple):
    """Whether another address's page stands at one, and the others that showed it too and are none either.

    They are keys with the captures that were read. `stands` where that page is a list's, or an
    article's which stays.
    """

    is_same: bool = False
    others: Places = ()
    stands: bool = False


class _List(NamedTuple):
    """A list of the run: the words of its page and their pairs, its address, and which addresses it shows."""

    printed: Counter[bytes]
    pairs: set[tuple[str, str]]
    url: str
    shown: frozenset[str]

    def holds(self, told: Told) -> bool:
        """Whether a title and a text stand on the page of the list."""
        lines = (told.title or "", told.lead or "", *told.body_text.splitlines())
        pairs = [pair for line in lines for pair in pairs_of(_without_digits(line))]
        return sum(pair in self.pairs for pair in pairs) >= HELD * len(pairs)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an address shows, and what its names say of that; `exact` is its text with the digits."""

    key: str
    capture: int
    names: Sequence[Words]
    agreement: Agreement
    text: Words
    exact: str
    named: Named


class SamePages:
    """The pages of one portal in one run."""

    def __init__(self, writer: ArchiveWriter, portal: Portal) -> None:
        self._writer = writer
        self._portal = portal
        self._prints: dict[int, int] = {}
        self._lists: list[_List] = []
        self._printed: dict[int, int] = {}
        self._many: dict[int, dict[str, Place]] = {}
        self._by_title: dict[str, deque[_Shown]] = {}
        self._streak: deque[_Shown] = deque(maxlen=FEWEST_NAMELESS)
        self._streak_title = ""
        self._titles: set[int] | None = None

    def judge(self, page: Page, is_article: bool | None = None) -> Verdict:
        """What stands at an address, of which it may be known that it is an article's; it is remembered."""
        read = page.reading
        if read is None or read.outcome not in ("read", "empty"):
            return Verdict()
        if is_article is None:
            is_article = read.kind not in LISTINGS
        if not is_article:
            self._note_list(page.body, read.url, read.entries, page.capture)
            return Verdict()
        printed, told = print_of(page.body), read.announcement
        if read.outcome == "empty" or (told is not None and PAGE_IS_FILE in told.flags):
            return Verdict()
        if self._shows_list(page, told, printed):
            return Verdict(is_same=True, stands=True)
        if told is None:
            return Verdict()
        others = self._of_many(page, told, _hash(printed))
        return Verdict(is_same=True, others=others) if others else self._by_names(page, told)

    def _note_list(self, body: bytes, url: str, entries: Iterable[Entry], capture: int) -> None:
        printed = print_of(body)
        self._prints.setdefault(_hash(printed), capture)
        if len(self._lists) < MOST_LISTS:
            self._lists.append(_List(printed, printed_pairs(body), url, _addresses(entries)))

    def _shows_list(self, page: Page, told: Told | None, printed: Counter[bytes]) -> bool:
        """Whether a page is that of a list of this run.

        It prints the same and, read at its address, gives the same. Where a line is another one on each visit, it lists
        the same when it is read at the list's address, and title and text are what the list's page prints.
        """
        capture = self._prints.get(_hash(printed))
        if capture is not None:
            return self._gives_the_same(page, capture)
        if told is None:
            return False
        for known in self._lists:
            if len(known.shown) >= SOME_TITLES and is_near(printed, known.printed) and known.holds(told):
                reading = page.read(Context(expected="listing"), at=known.url)
                if reading is not None and _addresses(reading.entries) == known.shown:
                    return True
        return False

    def _of_many(self, page: Page, told: Told, printed: int) -> Places:
        """The others that show one page with many titles, of which each address has found its own."""
        first = self._printed.setdefault(printed, page.capture)
        if first == page.capture:
            return ()
        known = self._many.setdefault(printed, {})
        if not known:
            rows = self._writer.execute(_OF_CAPTURE, (first,)).fetchall()
            known |= {title: (key, first) for title, key in rows}
        known.setdefault(_title_of(told), (page.key, page.capture))
        if len(known) < SOME_TITLES or not self._gives_the_same(page, first):
            return ()
        return tuple(place for place in known.values() if place[0] != page.key)

    def _gives_the_same(self, page: Page, capture: int) -> bool:
        reading = page.read(page.context)
        return reading is not None and gives_the_same(self._writer, self._portal, capture, reading, page.context)

    def _by_names(self, page: Page, told: Told) -> Verdict:
        """What an announcement is by the names of its address.

        One whose names are not those of the page is another's, where others show the same page: the article that is
        called so, or addresses that are called otherwise again.
        """
        key = page.key
        title = _title_of(told)
        lines = [*filter(None, (told.lead,)), *told.body_text.splitlines(), *told.captions]
        lines += [file.name or "" for file in told.attachments]
        keys = list(dict.fromkeys((key, address_key(told.url))))
        names, agrees = self._agreement(keys, told.url, title, lines)
        if self._titles is not None:
            self._titles.add(hash(title))
        if agrees == "own" and title not in self._by_title:
            self._streak.clear()
            return Verdict()
        shown = _shown((key, page.capture), names, agrees, told.body_text, named_by(page.body, told.url))
        streak = self._streak_of(title, shown)
        if agrees == "nameless" and not streak and title not in self._by_title:
            return Verdict()
        alike = [other for other in self._titled(title, keys) if _are_alike(shown, other)]
        self._by_title.setdefault(title, deque(maxlen=MOST_ALIKE)).append(shown)
        stands = any(other.agreement == "own" for other in alike)
        nameless = [other for other in alike if other.agreement == "nameless"]
        others = [other for other in alike if other.agreement in ANOTHERS]
        if agrees == "own":
            return Verdict(others=_places(others))
        if agrees == "nameless":
            is_same = bool(streak) and not stands
            return Verdict(is_same, _places([*streak, *nameless]) if is_same else ())
        different = [other for other in others if are_different(names, other.names)]
        return Verdict(bool(stands or nameless or different), _places(different), bool(stands or nameless))

    def _agreement(
        self, keys: Sequence[str], url: str, title: str, lines: Sequence[str]
    ) -> tuple[Sequence[Words], Agreement]:
        """What the addresses of these keys are called, and what that says of a page; one led to the next.

        That a name stands in a text says nothing where that is a list of others.
        """
        called = [name for one in keys for name in names_of(self._writer, self._portal.name, one)]
        names = names_by(called, url)
        found = agreement(called, url, title, ())
        if found in ANOTHERS and agreement(called, url, title, lines) == "own":
            others = named_elsewhere(self._writer, self._portal.name, keys[0], "\n".join(lines))
            return names, "own" if others < SOME_TITLES else found
        return names, found

    def _streak_of(self, title: str, shown: _Shown) -> list[_Shown]:
        """Those before one without a name that showed the same one after another, where they are many."""
        goes_on = title == self._streak_title and self._streak and _are_alike(shown, self._streak[-1])
        if shown.agreement != "nameless" or not goes_on:
            self._streak.clear()
        self._streak_title = title
        if shown.agreement == "nameless":
            self._streak.append(shown)
        return list(self._streak)[:-1] if len(self._streak) == FEWEST_NAMELESS else []

    def _titled(self, title: str, keys: Sequence[str]) -> Iterator[_Shown]:
        """What other addresses show under a title, in this run and by the archive."""
        known = [one for one in self._by_title.get(title, ()) if one.key not in keys]
        yield from known
        if self._titles is None:
            rows = self._writer.execute("SELECT title FROM announcement WHERE portal = ?", (self._portal.name,))
            self._titles = {hash(one) for (one,) in rows}
        if hash(title) not in self._titles:
            return
        seen = {one.key for one in known}
        values = (self._portal.name, title, json.dumps(keys), MOST_ALIKE)
        for url, capture, text, packed in self._writer.execute(_TITLED, values).fetchall():
            own = json.loads(packed)
            if seen.isdisjoint(own):
                with suppress(BrokenCaptureError):
                    named = named_by(page_of(exchange_of_capture(self._writer, capture))[0], url)
                    names, agrees = self._agreement(own, url, title, text.splitlines())
                    yield _shown((own[0], capture), names, agrees, text, named)


def gives_the_same(
    writer: ArchiveWriter, portal: Portal, capture: int, reading: Reading, context: Context, *, only_title: bool = False
) -> bool:
    """Whether the page of a capture, read as if it stood at a reading's address, gives just what was read there.

    With `only_title` that alone is compared: a front page may have words that change with the hour.
    """
    try:
        exchange = replace(exchange_of_capture(writer, capture), url=reading.url)
        found = read_exchange(exchange, portal, context)
    except BrokenCaptureError as error:
        log.warning("%s", error)
        return False
    if found is None or found.kind != reading.kind:
        return False
    return _title(found) == _title(reading) if only_title else _given(found) == _given(reading)


def _title(reading: Reading) -> str | None:
    return reading.announcement.title if reading.announcement else None


def _given(reading: Reading) -> object:
    told = reading.announcement
    return (told.title, told.body_text, told.date_line, told.attachments) if told else shown_by(reading)


def _shown(place: Place, names: Sequence[Words], agrees: Agreement, text: str, named: Named) -> _Shown:
    return _Shown(*place, names, agrees, words_of(_without_digits(text)), text, named)


def _are_alike(one: _Shown, other: _Shown) -> bool:
    """Whether two pages of one title are one, though a line is another one on each visit."""
    if one.named.papers != other.named.papers:
        return False
    has_same_pictures = one.named.pictures == other.named.pictures
    if "weak" in (one.agreement, other.agreement):
        return has_same_pictures and one.exact == other.exact
    pairs, others = set(pairwise(one.text)), set(pairwise(other.text))
    if not pairs or not others:
        return has_same_pictures and one.text == other.text
    share = len(pairs & others) / max(len(pairs), len(others))
    is_long = min(len(one.text), len(other.text)) >= LONG_TEXT
    return share >= (ALIKE if has_same_pictures else LONG_ALIKE if is_long else 2)


def _addresses(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(entry.url + entry.key for entry in entries)


def _title_of(told: Told) -> str:
    """A title as it is stored."""
    return " ".join(normalise(told.title or "").split())


def _without_digits(text: str) -> str:
    return _DIGITS.sub("", text)


def _places(shown: Iterable[_Shown]) -> Places:
    return tuple(dict.fromkeys((one.key, one.capture) for one in shown))


def _hash(printed: Counter[bytes]) -> int:
    return hash(frozenset(printed.items()))
