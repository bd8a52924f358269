"""How we name ourselves to those whom we ask for pages."""

from __future__ import annotations

from collections.abc import Iterable

from archive.contact import checked_contact
from archive.version import software
from scraper.advice import refuse_private
from scraper.origins import opened_origins, origin_of


def own_name(addresses: Iterable[str], contact: str, allow_private: Iterable[str]) -> str | None:
    """The User-Agent for some addresses; None where nobody could write to us and not all of them are opened.

    Raises UsageError where one is private and not opened.
    """
    opened = opened_origins(allow_private)
    if contact:
        return f"{software()} (+{checked_contact(contact)})"
    closed = [address for address in addresses if origin_of(address) not in opened]
    refuse_private(closed)
    return None if closed else software()
