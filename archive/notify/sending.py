"""Telling everybody what is due: once each, not in quiet hours, and again later where it did not arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from sqlite_utils import Database

from archive.clock import VIETNAM, utc
from archive.notify.book import Book, Target
from archive.notify.delivery import Message, deliver, ping, shown
from archive.notify.messages import LOOK_BACK, batch, digest, failed_jobs, sources_of, state_changes

Deliver = Callable[[str, Message], bool]


@dataclass(frozen=True, slots=True)
class Sent:
    """One message, or one ping, and whether it arrived."""

    target: str
    title: str
    arrived: bool


def send(
    book: Book, database: Database, now: datetime, *, with_digest: bool = False, deliver: Deliver = deliver
) -> list[Sent]:
    """Send what is due. `database` is the public one, read only; a message that does not arrive stays due."""
    sent = []
    for target in book.targets():
        if target.is_asleep(now.astimezone(VIETNAM).time()):
            continue
        for message in _due(book, database, target, now, with_digest):
            arrived = deliver(target.url, message)
            if arrived:
                book.note(target.id, message.keys, now)
            sent.append(Sent(shown(target.url), message.title, arrived))
        if "ping" in target.wants and _ran(database, now):
            sent.append(Sent(shown(target.url), "ping", ping(target.url)))
    return sent


def _due(book: Book, database: Database, target: Target, now: datetime, with_digest: bool) -> Iterator[Message]:
    told = partial(book.was_told, target.id)
    since = max(target.added_at, utc(now - LOOK_BACK))
    messages = []
    if "states" in target.wants:
        messages.append(failed_jobs(book.failures(since), target, told))
        messages.append(state_changes(database, target, told, since))
    if with_digest and "digest" in target.wants and not told([_digest_key(now)]):
        messages.append(replace(digest(database, target, now), keys=(_digest_key(now),)))
    for follow in book.follows(target.id):
        since = max(follow.added_at, utc(now - LOOK_BACK))
        messages.append(batch(database, target, told, follow, since, now))
        if sources := sources_of(database, follow, now):
            messages.append(state_changes(database, target, told, since, sources))
    yield from (message for message in messages if message.keys)


def _digest_key(now: datetime) -> str:
    return f"digest:{now.astimezone(VIETNAM).date()}"


def _ran(database: Database, now: datetime) -> bool:
    """Whether a crawl came to a finding within the last day: then the switch need not fall."""
    ran = database.execute(
        "SELECT EXISTS (SELECT 1 FROM run WHERE kind = 'crawl' AND finding IS NOT NULL AND ended_at > ?)",
        (utc(now - timedelta(days=1)),),
    )
    return bool(ran.fetchone()[0])
