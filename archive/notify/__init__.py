"""Messages to the operator and to followers: what is told, to whom, and that nothing is told twice."""

from __future__ import annotations

from archive.notify.book import Book, Follow, Target, open_book
from archive.notify.sending import Sent, send

__all__ = ["Book", "Follow", "Sent", "Target", "open_book", "send"]
