"""Where a webmaster can write to the operator: what stands in the User-Agent, and on the pages of a published copy."""

from __future__ import annotations

import re

import click

from archive.errors import UsageError

_MAIL = r"[^\s@;,<>()]+@[^\s@;,<>().]+(?:\.[^\s@;,<>().]+)+"
_WEB = r"(?:http|HTTP)[sS]?://[^\s@;,<>()/.:]+(?:\.[^\s@;,<>()/.:]+)*(?::\d+)?(?:[/?#][^\s;<>()]*)?"
_CONTACT = re.compile(rf"(?:{_MAIL}|{_WEB})(?:[;,] ?(?:{_MAIL}|{_WEB}))*")


def checked_contact(contact: str) -> str:
    """The contact as it was given, also none; raises UsageError where nobody could write to it."""
    if contact and not _CONTACT.fullmatch(contact):
        raise UsageError(
            f"{contact!r} is no contact: name a mail address, a web address (https://…), or both with ; between them."
        )
    return contact


def option_of_contact(_: click.Context, __: click.Parameter, contact: str) -> str:
    """The same, of a command's option."""
    return checked_contact(contact)
