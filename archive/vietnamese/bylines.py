"""Printed bylines: people, desks and agencies, outlets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline as printed and as read.

    `people` are display names in printed order, `keys` one comparison key per person (folded, without spaces),
    `organisation` the desk or agency, `source` the outlet that the text was taken from.
    """

    people: tuple[str, ...]
    keys: tuple[str, ...]
    organisation: str | None
    source: str | None
    printed: str
