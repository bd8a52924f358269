"""Lists of words as they are written in this package: one string, phrases separated by commas."""

from __future__ import annotations


def listed(phrases: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list."""
    return tuple(phrase.strip() for phrase in phrases.split(","))


def one_of(phrases: str) -> str:
    """A regular expression for one of the phrases, the longest first; spaces match any white space."""
    longest_first = sorted(listed(phrases), key=len, reverse=True)
    return "(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in longest_first) + ")"


def whole(phrases: str) -> str:
    """As `one_of`, but not within a longer word."""
    return rf"(?<!\w){one_of(phrases)}(?!\w)"


def one_spaced(text: str) -> str:
    """The text in lower case, without zero-width spaces, with one space for every run of white space."""
    words = " ".join(text.replace("\u200b", "").replace("\ufeff", "").lower().split())
    before = " " if text[:1].isspace() else ""
    return f"{before}{words} " if words and text[-1:].isspace() else before + words
