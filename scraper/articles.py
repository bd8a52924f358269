"""The announcements that one run reads: what is kept of each, and when it is looked at again."""

from __future__ import annotations

from datetime import datetime

from archive.addresses import address_key
from archive.announcements import understand
from archive.model import Announcement, Capture
from archive.store import Sighting, seen_again, take_back
from archive.writer import ArchiveWriter
from scraper.attachments import AttachmentFiles
from scraper.facts import Portal
from scraper.finding import FEWEST_WORSE
from scraper.keeping import keep_announcement
from scraper.ledger import LedgerEntry
from scraper.looks import next_look, next_look_for_worse
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Reading
from scraper.session import RunReport


class Articles:
    """Keeps announcements and counts what they have; the caller commits and settles their entries.

    `files` takes what they carry; None where a run fetches no files.
    """

    def __init__(self, writer: ArchiveWriter, portal: Portal, report: RunReport, files: AttachmentFiles | None) -> None:
        self._writer = writer
        self._portal = portal
        self._report = report
        self._files = files

    def keep(self, entry: LedgerEntry, reading: Reading, capture: Capture) -> tuple[Announcement, datetime | None]:
        """Store what was read of an announcement; returns it, and when to look at it again."""
        assert reading.announcement is not None
        announcement = understand(reading.announcement, portal=self._portal.name, fetched_at=capture.fetched_at)
        key, seen_at = address_key(reading.url), capture.fetched_at
        aliases = tuple(filter(None, (entry.key, entry.alias)))
        sighting = Sighting(self._portal.name, key, capture.id, seen_at, aliases)
        stored = keep_announcement(self._writer, announcement, self._portal, sighting)
        self._report.count("articles")
        self._report.count(stored)
        is_one_of_few = stored == "worse" and self._report.counts["worse"] <= FEWEST_WORSE
        self._report.count("titled", int(bool(announcement.title) or is_one_of_few))
        if stored == "new":
            self._count_fields(announcement)
        if self._files is not None and PAGE_IS_FILE not in announcement.flags:
            self._files.note(announcement.attachments, seen_at)
        if stored == "new":
            return announcement, next_look(announcement.published_at, seen_at, seen_at, key)
        if is_one_of_few:
            return announcement, next_look_for_worse(seen_at)
        return announcement, self.next_look(key, seen_at)

    def seen_again(self, key: str, capture: Capture) -> bool:
        """Note that an announcement is what it was; False where none is kept under the key."""
        if not seen_again(self._writer, self._portal.name, key, capture.id, capture.fetched_at):
            return False
        self._report.count("not modified")
        self._report.count("pages")
        self._report.count("unchanged")
        return True

    def next_look(self, key: str, looked_at: datetime) -> datetime | None:
        """When to look again at a kept announcement."""
        published_at, first_seen = self._writer.execute(
            "SELECT a.published_at, a.first_seen FROM address d JOIN announcement a ON a.id = d.announcement "
            "WHERE d.portal = ? AND d.key = ?",
            (self._portal.name, key),
        ).fetchone()
        return next_look(published_at, datetime.fromisoformat(first_seen), looked_at, key)

    def take_back(self, key: str, capture: int, run: int) -> bool:
        """Remove the announcement at an address that this capture alone gave, and is none; False where others did."""
        told = take_back(self._writer, self._portal.name, key, capture)
        if told is not None and told.run == run:
            had = {
                "titled": told.title,
                "new titled": told.title,
                "new dated": told.published_at,
                "new bylined": told.byline,
                "new bodied": told.body,
            }
            for what in ("articles", "new", *(name for name, value in had.items() if value)):
                self._report.count(what, -1)
        return told is not None

    def _count_fields(self, announcement: Announcement) -> None:
        """What a page has that was never read before; second looks say nothing of how pages are now, files never."""
        if PAGE_IS_FILE in announcement.flags:
            self._report.count("new files")
            return
        self._report.count("new titled", int(bool(announcement.title)))
        self._report.count("new dated", int(announcement.published_at is not None))
        self._report.count("new bylined", int(announcement.byline_printed is not None))
        self._report.count("new bodied", int(bool(announcement.body_text)))
