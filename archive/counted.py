"""Numbers with their noun, as English says them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`, `0 addresses`, `3 entries`."""
    return f"{number} {noun if number == 1 else _several(noun)}"


def _several(noun: str) -> str:
    if noun.endswith("s"):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
