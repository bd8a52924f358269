"""The ledger: what a portal still has to give, kept in the archive, from which a crawl takes its requests.

An entry is an address (or a postback) with a state: `open` until it has an outcome, then `done` or `failed`. It is
settled in the same transaction that stores what its page gave, so a killed crawl goes on where it was. Retries wait
here for their time, and settled articles for their next look (`scraper.looks`).
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from archive.writer import ArchiveWriter, utc
from scraper.looks import same_day
from scraper.reading.filetypes import is_paper, is_served
from scraper.renamed import Titles, both

Kind = Literal["listing", "feed", "sitemap", "article", "attachment"]
RANK: dict[str, int] = {"sitemap": 0, "feed": 0, "listing": 1, "article": 2, "attachment": 3}
AGAIN = 5
"""The rank of second looks: what is new comes first."""
GONE = "gone"
"""How the outcome of an address begins that has nothing any more."""
LEFT = (GONE, "unaddressed")
"""How outcomes begin that another day may change: what is listed still is tried again."""
FETCH_AHEAD = 64
FEW = 0.1
"""The share of a portal's articles that may be gone behind another page while the portal is well."""
MAX_TRIES = 4
MOST_IN_FLIGHT = 2
"""One that is fetched, and one that is read or waits for its turn."""
LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a portal may compare to say that a page is unchanged: of which capture, and of which address."""

    capture: int
    url: str
    etag: str | None
    last_modified: str | None


class Noted(NamedTuple):
    """The row of an address in the ledger, and whether an earlier run had dealt with it."""

    id: int
    known: bool


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One thing to fetch; `form` is sent by POST where it is not empty.

    `again` marks a second look, `last` what the last good capture of the address carried, `alias` is the key of the
    title whose form led here.
    """

    id: int
    key: str
    url: str
    kind: Kind
    tries: int
    form: tuple[tuple[str, str], ...] = ()
    again: bool = False
    last: Validators | None = None
    alias: str = ""

    @property
    def is_title(self) -> bool:
        """Whether it is a title without an address, which sends a form."""
        return self.kind == "article" and bool(self.form)

    @property
    def is_file(self) -> bool:
        """Whether a file is what comes: an attachment, or a document that a list announces in place of a page."""
        return self.kind == "attachment" or (self.kind == "article" and (is_paper(self.url) or is_served(self.url)))


class Ledger:
    """The ledger of one portal during one run.

    Listings come first, so that all is known that there is; `in_turn` whatever was found first, so that a run of few
    pages has both listings and what they list.
    """

    def __init__(
        self, writer: ArchiveWriter, portal: str, run: int, *, retry_base: float, in_turn: bool = False
    ) -> None:
        self._writer = writer
        self._portal = portal
        self._run = run
        self._retry_base = retry_base
        self._ready: deque[LedgerEntry] = deque()
        self._in_flight: dict[int, LedgerEntry] = {}
        self._rested = writer.now()
        self._kinds = ""
        self._order = f"l.rank = {AGAIN}, l.id" if in_turn else "l.rank, l.id"
        self._open: int = writer.execute(
            "SELECT count(*) FROM ledger WHERE portal = ? AND state = 'open'", (portal,)
        ).fetchone()[0]

    def add(self, key: str, url: str, kind: Kind, form: tuple[tuple[str, str], ...] = ()) -> Noted:
        """Note an address that something points at.

        A listing that another run settled is opened again; an article that was read stays settled, one that was gone
        or whose form led to no address on another day is opened.
        """
        now = self._writer.now()
        packed = json.dumps(form, ensure_ascii=False) if form else None
        row = self._writer.execute(
            "SELECT id, state, run, outcome, done_at FROM ledger WHERE portal = ? AND key = ?", (self._portal, key)
        ).fetchone()
        if row is None:
            identifier = self._writer.insert(
                "ledger",
                portal=self._portal,
                key=key,
                url=url,
                form=packed,
                kind=kind,
                rank=RANK[kind],
                found_at=utc(now),
                run=self._run,
            )
            self._open += 1
            return Noted(identifier, known=False)
        identifier, state, run, outcome, done_at = row
        if packed is not None and kind == "article" and state == "open":
            self._writer.update("ledger", identifier, form=packed)  # the view state of today
        if run == self._run:
            return Noted(identifier, known=False)
        if state == "done" and kind in ("article", "attachment"):
            left = str(outcome).startswith(LEFT) and not same_day(datetime.fromisoformat(done_at), now)
            if left:
                self._writer.update("ledger", identifier, form=packed)
                self.look_again([identifier])
            return Noted(identifier, known=True)
        self._writer.update(
            "ledger", identifier, state="open", url=url, form=packed, tries=0, next_at="", run=self._run
        )
        self._open += state != "open"
        return Noted(identifier, known=True)

    def is_known(self, key: str) -> bool:
        """Whether an address was settled by an earlier run."""
        row = self._writer.execute(
            "SELECT 1 FROM ledger WHERE portal = ? AND key = ? AND state = 'done' AND run <> ?",
            (self._portal, key, self._run),
        ).fetchone()
        return row is not None

    def is_announced(self, key: str, url: str) -> bool:
        """Whether a file is the page of an announcement of its own that was read, or is yet to be."""
        row = self._writer.execute(
            "SELECT 1 FROM ledger WHERE portal = ? AND key = ? AND url = ? AND kind = 'article' "
            "AND (state = 'open' OR outcome = 'read')",
            (self._portal, key, url),
        ).fetchone()
        return row is not None

    def reopen_failed(self, *, listings: bool = True) -> None:
        """Give what failed in earlier runs, or was left waiting, another chance in this one.

        Without `listings` only those that this run's own walk leads to are opened again.
        """
        if not listings:
            left = "portal = ? AND kind = 'listing' AND state IN ('failed', 'open')"
            self._writer.execute(f"DELETE FROM ledger WHERE {left} AND done_at IS NULL", (self._portal,))  # noqa: S608
            self._writer.execute(f"UPDATE ledger SET state = 'done', next_at = '' WHERE {left}", (self._portal,))  # noqa: S608
        reopened = self._writer.execute(
            "UPDATE ledger SET state = 'open', tries = 0, next_at = '', run = ? "
            "WHERE portal = ? AND state IN ('failed', 'open')",
            (self._run, self._portal),
        )
        self._open = reopened.rowcount

    def reopen_due(self) -> None:
        """Open what is due for its next look."""
        due = self._writer.execute(
            "UPDATE ledger SET state = 'open', rank = ?, tries = 0, next_at = '' "
            "WHERE portal = ? AND state = 'done' AND next_at <> '' AND next_at <= ?",
            (AGAIN, self._portal, utc(self._writer.now())),
        )
        self._open += due.rowcount

    def look_again(self, identifiers: Iterable[int]) -> int:
        """Open settled articles for a look in this run, unless it has had one; returns how many."""
        opened = 0
        for identifier in identifiers:
            opened += self._writer.execute(
                "UPDATE ledger SET state = 'open', rank = ?, tries = 0, next_at = '' "
                "WHERE id = ? AND kind IN ('article', 'attachment') AND state = 'done' AND run IS NOT ?",
                (AGAIN, identifier, self._run),
            ).rowcount
        self._open += opened
        return opened

    def remember_listed(self, entry: LedgerEntry, articles: Iterable[int]) -> list[int]:
        """Keep which rows a listing shows, in its order; returns those of the last visit."""
        now = json.dumps(list(articles))
        before = self._writer.execute("SELECT listed FROM ledger WHERE id = ?", (entry.id,)).fetchone()[0]
        if before != now:
            self._writer.update("ledger", entry.id, listed=now)
        return list(json.loads(before or "[]"))

    def remember_titles(self, entry: LedgerEntry, now: Titles) -> Titles:
        """Keep what a listing calls the rows that it shows; returns what it called those of the last visit."""
        (stored,) = self._writer.execute("SELECT called FROM ledger WHERE id = ?", (entry.id,)).fetchone()
        before = {int(row): tuple(titles) for row, titles in json.loads(stored or "{}").items()}
        if (kept := both(before, now)) != before:
            self._writer.update("ledger", entry.id, called=json.dumps(kept))
        return before

    def leave_attachments(self) -> None:
        """Give out everything but attachments; they stay open."""
        self._kinds = "AND kind <> 'attachment'"

    def only_attachments(self) -> None:
        """Give out nothing but attachments from now on."""
        self._kinds = "AND kind = 'attachment'"
        self._ready = deque(entry for entry in self._ready if entry.kind == "attachment")

    def next(self) -> LedgerEntry | None:
        """The next entry that is due, now in flight; None when there is none at this moment.

        Few are in flight: what Scrapy has in its queue comes back when the portal wants to be left alone.
        """
        if len(self._in_flight) >= MOST_IN_FLIGHT or self._rests():
            return None
        if not self._ready:
            self._refill()
        if not self._ready:
            return None
        entry = self._ready.popleft()
        self._in_flight[entry.id] = entry
        return entry

    def settle(
        self,
        entry: LedgerEntry,
        outcome: str,
        *,
        failed: bool = False,
        capture: int | None = None,
        next_look: datetime | None = None,
    ) -> None:
        """Write down how an entry ended, the capture that was read, and when to look again.

        The form of a title is of no use any more: its view state is that of one visit.
        """
        kept: dict[str, int | None] = {} if capture is None else {"capture": capture}
        if entry.is_title and not failed:
            kept["form"] = None
        self._open -= self._in_flight.pop(entry.id, None) is not None
        self._writer.update(
            "ledger",
            entry.id,
            state="failed" if failed else "done",
            outcome=outcome,
            tries=entry.tries + 1,
            next_at="" if next_look is None else utc(next_look),
            done_at=utc(self._writer.now()),
            run=self._run,
            **kept,
        )

    def spoil(self, key: str, outcome: str, *, of_any_run: bool = False) -> bool:
        """Have an article that this run settled fail after all, or one `of_any_run`; False where it is not settled."""
        return spoil(self._writer, self._portal, key, outcome, None if of_any_run else self._run)

    def left_alike(self, entry: LedgerEntry, outcomes: Sequence[str]) -> bool:
        """Whether an article ended with one of these outcomes before, as one does or few beside those that are read."""
        packed = json.dumps(outcomes)
        ended, left, read = self._writer.execute(
            "SELECT total(id = ?1 AND outcome IN (SELECT value FROM json_each(?3))), "
            "total(outcome IN (SELECT value FROM json_each(?3))), total(outcome = 'read') "
            "FROM ledger WHERE portal = ?2 AND kind = 'article'",
            (entry.id, self._portal, packed),
        ).fetchone()
        return bool(ended) and left <= max(1, FEW * read)

    def led_to(self, entry: LedgerEntry, key: str, url: str, outcome: str) -> LedgerEntry:
        """Settle a title whose form led to an address, and put the entry of that address in flight in its place."""
        noted = self.add(key, url, "article")
        self.settle(entry, outcome)
        target = LedgerEntry(noted.id, key, url, "article", entry.tries, alias=entry.key)
        (state,) = self._writer.execute("SELECT state FROM ledger WHERE id = ?", (noted.id,)).fetchone()
        if state == "open":
            self._ready = deque(waiting for waiting in self._ready if waiting.id != target.id)
            self._in_flight[target.id] = target
        return target

    def postpone(self, entry: LedgerEntry, outcome: str, retry_after: float | None) -> bool:
        """Let a failed entry wait for another try; returns False, and changes nothing, when it has had its tries."""
        if entry.tries + 1 >= MAX_TRIES:
            return False
        pause = max(retry_after or 0.0, self._retry_base * 2**entry.tries * random.uniform(0.8, 1.2))  # noqa: S311
        self._in_flight.pop(entry.id, None)
        self._writer.update(
            "ledger",
            entry.id,
            tries=entry.tries + 1,
            outcome=outcome,
            next_at=utc(self._writer.now() + timedelta(seconds=pause)),
            run=self._run,
        )
        return True

    def release(self, entry: LedgerEntry) -> None:
        """Put an entry back as if it had not been taken."""
        self._in_flight.pop(entry.id, None)

    def rest(self, seconds: float) -> bool:
        """Ask the portal for nothing until then, as a Retry-After means the server, not one address of it.

        Returns whether its rest begins with that. The run waits for it where it is no longer than its patience, and
        ends with entries left where it is.
        """
        begins = not self._rests()
        self._rested = max(self._rested, self._writer.now() + timedelta(seconds=seconds))
        return begins

    def _rests(self) -> bool:
        return self._writer.now() < self._rested

    def waits(self, *, new: bool = True) -> bool:
        """Whether this run should go on: something is in flight or, where `new` is wanted, due before long."""
        if self._in_flight:
            return True
        if self._rests() and self._rested - self._writer.now() > LONGEST_WAIT:
            return False
        if new and self._ready:
            return True
        if not new or not self._open:
            return False
        return bool(self._due("SELECT EXISTS (SELECT 1 {})"))

    def due_count(self) -> int:
        """How many entries without an outcome are due, or will be within this run's patience."""
        return self._due("SELECT count(*) {}")

    def open_count(self) -> int:
        """How many entries have no outcome yet."""
        return self._open

    def _due(self, question: str) -> int:
        condition = f"FROM ledger WHERE portal = ? AND state = 'open' AND next_at <= ? {self._kinds}"
        limit = utc(self._writer.now() + LONGEST_WAIT)
        return int(self._writer.execute(question.format(condition), (self._portal, limit)).fetchone()[0])

    def _refill(self) -> None:
        rows = self._writer.execute(
            "SELECT l.id, l.key, l.url, l.kind, l.tries, l.form, l.rank, c.id, c.url, c.etag, c.last_modified "  # noqa: S608
            "FROM ledger l LEFT JOIN capture c ON c.id = l.capture "
            f"WHERE l.portal = ? AND l.state = 'open' AND l.next_at <= ? {self._kinds} ORDER BY {self._order} LIMIT ?",
            (self._portal, utc(self._writer.now()), FETCH_AHEAD + len(self._in_flight)),
        ).fetchall()
        for identifier, key, url, kind, tries, form, rank, *last in rows:
            if identifier not in self._in_flight:
                fields = tuple((name, value) for name, value in json.loads(form)) if form else ()
                seen = Validators(*last) if last[2] or last[3] else None
                self._ready.append(LedgerEntry(identifier, key, url, kind, tries, fields, rank == AGAIN, seen))


def spoil(writer: ArchiveWriter, portal: str, key: str, outcome: str, run: int | None = None) -> bool:
    """Have an article fail after all that a run settled, or any; False where none did."""
    spoilt = writer.execute(
        "UPDATE ledger SET state = 'failed', outcome = ?1, next_at = '' "
        "WHERE portal = ?2 AND key = ?3 AND kind = 'article' AND state = 'done' AND (?4 IS NULL OR run = ?4)",
        (outcome, portal, key, run),
    )
    return spoilt.rowcount > 0
