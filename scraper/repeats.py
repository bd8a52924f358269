"""Revisits of other tools: records that say that an earlier answer came again, without saying it once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from archive.errors import BrokenCaptureError
from archive.model import Exchange
from archive.warc import warc_date
from archive.writer import ArchiveWriter
from scraper.answers import Answer, Reference
from scraper.captured import exchange_of_capture
from scraper.records import ANSWERS, answers

NOT_MODIFIED = 304


class Originals:
    """Which capture of the archive a revisit repeats: by address and time, else by what its record is called.

    `note` every reference, then `learn` once from the files which addresses the called ones have. Only names that
    some revisit uses are held in memory.
    """

    def __init__(self, writer: ArchiveWriter) -> None:
        self._writer = writer
        self._named: dict[str, tuple[str, datetime] | None] = {}

    def note(self, reference: Reference) -> None:
        """Remember what a revisit calls the answer that it repeats."""
        if reference.url is None or reference.moment is None:
            self._named.update(dict.fromkeys(_names(reference.record, reference.digest)))

    def learn(self, sources: Iterable[Path]) -> None:
        """Find the answers that are called by an id or a digest."""
        if not self._named:
            return
        for source in sources:
            for _, found in answers(source, ANSWERS):
                if isinstance(found, Answer):
                    for name in _names(found.record, found.digest):
                        if name in self._named and self._named[name] is None:
                            self._named[name] = (found.exchange.url, found.exchange.fetched_at)

    def exchange(self, repeat: Answer) -> tuple[Exchange, Exchange] | None:
        """A revisit as the answer that it stands for, to be kept and to be read; None where the archive lacks it."""
        capture = self._capture(repeat.repeats) if repeat.repeats else None
        if capture is None:
            return None
        try:
            first = exchange_of_capture(self._writer, capture)
        except BrokenCaptureError:
            return None
        again = repeat.exchange
        page = replace(first, url=again.url, fetched_at=again.fetched_at, address=again.address)
        if again.status == NOT_MODIFIED:
            return replace(again, body=first.body, unchanged_since=capture), page
        if again.headers and again.url == first.url:
            return replace(again, body=first.body, saved=first.saved, cut=first.cut), page
        return page, page

    def _capture(self, reference: Reference) -> int | None:
        told = None if reference.url is None or reference.moment is None else (reference.url, reference.moment)
        for place in (told, *map(self._named.get, _names(reference.record, reference.digest))):
            if place is None:
                continue
            url, moment = place
            until = moment if moment.microsecond else moment + timedelta(microseconds=999_999)
            found = self._writer.execute(
                "SELECT id FROM capture WHERE url = ? AND fetched_at BETWEEN ? AND ? AND status <> 304 "
                "ORDER BY fetched_at, id LIMIT 1",
                (url, warc_date(moment), warc_date(until)),
            ).fetchone()
            if found:
                return int(found[0])
        return None


def _names(record: str | None, digest: str | None) -> list[str]:
    """Ids and digests as they are compared: without angle brackets, letter case ignored."""
    return [name.strip("<>").lower() for name in (record, digest) if name]
