"""The files that announcements carry, during one run: which are fetched, and what is kept of each."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from archive.addresses import address_key
from archive.files.keeping import content_of, keep_file, note_outcome
from archive.model import Attachment, Capture
from archive.store import note_replaced_file
from archive.warc import digest_of
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.ledger import Ledger, LedgerEntry
from scraper.looks import next_look
from scraper.origins import belongs
from scraper.outcomes import Failure
from scraper.session import RunReport

log = logging.getLogger(__name__)
MOST_FILES = 50
"""Of one announcement; more are listed only."""
ELSEWHERE = "not fetched: on the host of another site"
TOO_MANY = f"not fetched: more than {MOST_FILES} files in one announcement"


class AttachmentFiles:
    """Notes the files of announcements in the ledger, and keeps what comes of each; the caller commits.

    A file is looked at again when its announcement is, since portals replace files under their address.
    """

    def __init__(self, writer: ArchiveWriter, ledger: Ledger, portal: Portal, report: RunReport) -> None:
        self._writer = writer
        self._ledger = ledger
        self._portal = portal
        self._report = report

    def note(self, attachments: Sequence[Attachment], seen_at: datetime) -> None:
        """Have the files of an announcement fetched; of those that are not, note why.

        The key in the ledger is the exact address: twins of a file's address are the same content, kept once. One that
        a list announces too is fetched as that announcement.
        """
        for number, attachment in enumerate(attachments):
            if not belongs(urlsplit(attachment.url).hostname or "", self._portal.family):
                note_outcome(self._writer, attachment.url, ELSEWHERE, seen_at)
            elif number >= MOST_FILES:
                note_outcome(self._writer, attachment.url, TOO_MANY, seen_at)
            elif not self._ledger.is_announced(address_key(attachment.url), attachment.url):
                self._ledger.add(f"file {attachment.url}", attachment.url, "attachment")

    def keep(self, entry: LedgerEntry, content: bytes, capture: Capture) -> None:
        """Keep a file that was fetched for itself."""
        self.keep_content(entry.url, content, capture)
        self._settle(entry, capture)

    def keep_content(self, url: str, content: bytes, capture: Capture) -> None:
        """Keep what a file holds, to be read after the crawl; another one than before changes its announcements."""
        if content_of(self._writer, url) not in (None, digest_of(content)):
            note_replaced_file(self._writer, url, capture.fetched_at)
            self._report.count("files replaced")
        keep_file(self._writer, url, content, capture)

    def unchanged(self, entry: LedgerEntry, capture: Capture) -> None:
        """The portal says that the file is what it was."""
        self._report.count("files not modified")
        self._settle(entry, capture, unchanged=True)

    def failed(self, entry: LedgerEntry, failure: Failure, retry_after: float | None) -> None:
        """No file came: it waits for another try, or its attachment says why."""
        if failure.retry and self._ledger.postpone(entry, failure.outcome, retry_after):
            self._report.count("retries")
            log.info("%s: %s; it will be tried again.", entry.url, failure.outcome)
            return
        missing = failure.forbidden or failure.gone
        self._report.count("files missing" if missing else "files failed")
        note_outcome(self._writer, entry.url, failure.outcome, self._writer.now())
        self._ledger.settle(entry, failure.outcome, failed=not missing)
        log.log(logging.INFO if missing else logging.WARNING, "%s: %s", entry.url, failure.outcome)

    def _settle(self, entry: LedgerEntry, capture: Capture, *, unchanged: bool = False) -> None:
        published_at, first_seen = self._writer.execute(
            "SELECT a.published_at, a.first_seen FROM attachment f JOIN announcement a ON a.id = f.announcement "
            "WHERE f.url = ? ORDER BY a.first_seen DESC LIMIT 1",
            (entry.url,),
        ).fetchone() or (None, None)
        again = None
        if first_seen is not None:
            again = next_look(published_at, datetime.fromisoformat(first_seen), capture.fetched_at, entry.key)
        self._ledger.settle(entry, "read", capture=None if unchanged else capture.id, next_look=again)
