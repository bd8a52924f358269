"""What reading a page gives: plain data, so that reading runs in any process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archive.model import PrintedAnnouncement

PageKind = Literal["article", "listing", "feed", "sitemap", "other"]
Outcome = Literal[
    "read",  # the page is what it claims to be and was read
    "empty",  # a listing without items, an article without title and body
    "blocked",  # a bot wall, a login, a captcha, a cookie stub
    "closed",  # the whole site says that it is closed: for maintenance, for good, unpaid, or not there yet
    "gone",  # the page says that the announcement does not exist any more
    "cut",  # half a page: the markup ends in the middle
    "not_a_page",  # a file served as HTML, or bytes that are no text
    "undrawn",  # nothing is printed: only a script draws the page
]
GOES_ON = "list-goes-on"
"""The flag of a listing whose data counts more than it shows, while nothing leads to the rest."""
PointerKind = Literal["listing", "feed", "sitemap"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An announcement that a listing, feed or site map points at; `url` is absolute and canonical.

    `touched` is when its page was last changed, as a site map says: it was published then or before. `issued` is the
    line that says when the paper of a register's row was issued, which is no day of publication. A title that has no
    address of its own is a `form` sent by POST to `url`; `key` tells those of one address apart, in any visit.
    """

    url: str
    title: str | None = None
    date_line: str | None = None
    summary: str | None = None
    touched: str | None = None
    form: tuple[tuple[str, str], ...] = ()
    key: str = ""
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A further page of a listing. `form` is sent by POST where the platform pages by postback.

    `key` tells two pages of one address apart (the postback's target and argument); it is stable between visits,
    which the form's view state is not. `touched` is when a site map was last changed. `period` is the month (2024-03)
    or the year that the page is of, where it is one of those that a list has to choose from. Pages with the same
    `pager` are those of one list, in their order; it is empty where a page is told alone.
    """

    url: str
    form: tuple[tuple[str, str], ...] = ()
    key: str = ""
    kind: Literal["listing", "feed", "sitemap"] = "listing"
    touched: str | None = None
    period: str | None = None
    pager: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the archive already holds about an address: an entry and where it stood."""

    kind: PointerKind
    title: str | None = None
    date_line: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about an address beside its own bytes; reading depends on nothing else.

    `expected` is what the address was found as: the next page of a listing, a feed, an entry of a listing.
    """

    pointers: tuple[Pointer, ...] = ()
    common_lines: frozenset[str] = frozenset()
    expected: PageKind | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What was considered for a field, with its score and why, the value that was taken first.

    `taken` is false for what came second and for what fell short, so that the field stayed empty.
    """

    field: str
    value: str
    score: float
    why: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one page."""

    url: str
    kind: PageKind
    platform: str
    outcome: Outcome
    announcement: PrintedAnnouncement | None = None
    entries: tuple[Entry, ...] = ()
    follow: tuple[Follow, ...] = ()
    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
