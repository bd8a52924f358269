"""Telling everybody what is due: once each, not in quiet hours, and again later where it did not arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from sqlite_utils import Database

from archive.clock import VIETNAM, utc
from archive.notify.book import Book, Target
from archive.notify.delivery import Message, deliver, ping, shown
from archive.notify.messages import (
    LOOK_BACK,
    Told,
    batch,
    digest,
    failed_jobs,
    overdue,
    sources_of,
    standing_troubles,
    state_changes,
)

Deliver = Callable[[str, Message], bool]


@dataclass(frozen=True, slots=True)
class Sent:
    """One message, or one ping, and whether it arrived."""

    target: str
    title: str
    arrived: bool


def send_failures(book: Book, now: datetime, *, deliver: Deliver = deliver) -> list[Sent]:
    """Tell which scheduled jobs failed. It needs the address book alone: the archive may be what is broken."""
    sent = []
    for target in _awake(book, now):
        if "states" in target.wants:
            failures = book.failures(_since(target.added_at, now))
            message = failed_jobs(failures, target, partial(book.was_told, target.id))
            if message.keys:
                sent.append(_tell(book, target, message, now, deliver))
    return sent


def send(
    book: Book, database: Database, now: datetime, *, with_digest: bool = False, deliver: Deliver = deliver
) -> list[Sent]:
    """Send what is due but failures of jobs. `database` is the public one, read only.

    A message that does not arrive stays due; whatever several wishes of a target cover is tried once.
    """
    sent = []
    for target in _awake(book, now):
        tried: set[str] = set()
        for message in _due(book, database, target, partial(_told, book, target, tried), now, with_digest):
            if message.keys:
                tried.update(message.keys)
                sent.append(_tell(book, target, message, now, deliver))
        if "ping" in target.wants and (ran := _last_ran(database, now)):
            key = f"ping:{ran}"
            if not book.was_told(target.id, [key]):
                arrived = ping(target.url)
                sent.append(Sent(shown(target.url), "ping", arrived))
                if arrived:
                    book.note(target.id, [key], now)
    return sent


def _awake(book: Book, now: datetime) -> list[Target]:
    return [target for target in book.targets() if not target.is_asleep(now.astimezone(VIETNAM).time())]


def _since(added_at: str, now: datetime) -> str:
    return max(added_at, utc(now - LOOK_BACK))


def _told(book: Book, target: Target, tried: set[str], keys: Iterable[str]) -> set[str]:
    asked = list(keys)
    return book.was_told(target.id, asked) | tried.intersection(asked)


def _tell(book: Book, target: Target, message: Message, now: datetime, deliver: Deliver) -> Sent:
    arrived = deliver(target.url, message)
    if arrived:
        book.note(target.id, message.keys, now)
    return Sent(shown(target.url), message.title, arrived)


def _due(
    book: Book, database: Database, target: Target, told: Told, now: datetime, with_digest: bool
) -> Iterator[Message]:
    """Each is composed when the one before it was sent, so that `told` knows what that one held; some have no keys."""
    if "states" in target.wants:
        yield standing_troubles(database, target, told, now)
        yield state_changes(database, target, told, _since(target.added_at, now))
        yield overdue(database, target, told, now)
    if with_digest and "digest" in target.wants and not told([_digest_key(now)]):
        yield replace(digest(database, target, now), keys=(_digest_key(now),))
    for follow in book.follows(target.id):
        since = _since(follow.added_at, now)
        yield batch(database, target, told, follow, since, now)
        if sources := sources_of(database, follow, now):
            yield state_changes(database, target, told, since, sources)
            yield overdue(database, target, told, now, sources)


def _digest_key(now: datetime) -> str:
    return f"digest:{now.astimezone(VIETNAM).date()}"


def _last_ran(database: Database, now: datetime) -> str | None:
    """When within the last day a crawl last came to a finding, None where none did: then the switch may fall."""
    ran = database.execute(
        "SELECT max(ended_at) FROM run WHERE kind = 'crawl' AND finding IS NOT NULL AND ended_at > ?",
        (utc(now - timedelta(days=1)),),
    ).fetchone()[0]
    return None if ran is None else str(ran)
