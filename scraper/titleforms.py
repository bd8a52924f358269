"""Titles that have no address but send a form: what the form led to is the announcement's address, if it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.addresses import address_key, canonical_address
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.ledger import Ledger, LedgerEntry
from scraper.outcomes import UNADDRESSED
from scraper.reading.listing import is_front_address
from scraper.walk import Walk

ADDRESSED = "read: the title's form led to an address"
_COUNT = re.compile(r" \(\d+\)$")
"""What tells titles apart that say the same on one day; they may be one that stands there twice."""
MOST_VAIN = 3
"""Titles in vain after which a portal where none led anywhere is taken to have no addresses for them."""


class TitleForms:
    """The titles of one run that send forms.

    An answer under the list's own address, or under one that another title led to, has no identity to be kept under:
    it is counted and not stored. After some of these and nothing else the portal is asked for no more of them; one
    that scripts draw is asked for none.
    """

    def __init__(self, writer: ArchiveWriter, portal: Portal, ledger: Ledger, walk: Walk) -> None:
        self._writer = writer
        self._portal = portal
        self._ledger = ledger
        self._walk = walk
        self._vain = MOST_VAIN if portal.script else 0
        self._led: dict[str, str] = {}
        self._listed: set[int] = set()

    @property
    def are_vain(self) -> bool:
        """Whether the portal's titles are known to lead to no addresses."""
        return not self._led and self._vain >= MOST_VAIN

    def listed(self, titles: Iterable[int]) -> None:
        """Note the rows of titles that a listing of this run shows."""
        self._listed.update(titles)

    def led_to(self, entry: LedgerEntry, url: str) -> LedgerEntry | None:
        """The entry of the address that a title's form led to, in its place; None where that is none of its own.

        What the list says of the title it says of that address.
        """
        key = address_key(url)
        own, _, title = entry.key.partition("#")
        title = _COUNT.sub("", title)
        if key == own or self._is_listing(key, url) or self._led.get(key, title) != title:
            self._vain += 1
            return None
        self._led[key] = title
        self._walk.leads_to(entry.key, key)
        told = "SELECT kind, title, date_line, capture, seen_at FROM pointer WHERE portal = ? AND key = ?"
        for kind, title, line, capture, seen in self._writer.execute(told, (self._portal.name, entry.key)).fetchall():
            self._writer.put_pointer(
                self._portal.name, key, kind, title=title, date_line=line, capture=capture, seen=seen
            )
        return self._ledger.led_to(entry, key, url, ADDRESSED)

    def _is_listing(self, key: str, url: str) -> bool:
        """Whether an address is that of a list or of a front page, where a portal sends what it cannot open."""
        row = self._writer.execute(
            "SELECT kind FROM ledger WHERE portal = ? AND key = ?", (self._portal.name, key)
        ).fetchone()
        return is_front_address(canonical_address(url) or url) or (row is not None and row[0] != "article")

    def unaddressed(self) -> int:
        """How many of the titles that were listed lead to no address of their own, in this run or an earlier one."""
        rows = self._writer.execute(
            "SELECT id FROM ledger WHERE portal = ? AND outcome = ?", (self._portal.name, UNADDRESSED.outcome)
        )
        return len(self._listed.intersection(identifier for (identifier,) in rows))
