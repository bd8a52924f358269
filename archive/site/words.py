"""The words of the site in both languages, from one catalogue: words.toml, and tables.toml for the raw tables."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, Language] = ("vi", "en")
COOKIE = "lang"
Translate = Callable[..., str]


@cache
def catalogue() -> dict[str, tuple[str, ...]]:
    """Every key with its Vietnamese and its English words, then the English ones for a single thing if they differ."""
    parts = (Path(__file__).with_name(name).read_text("utf-8") for name in ("words.toml", "tables.toml"))
    return {key: tuple(words) for part in parts for key, words in tomllib.loads(part).items()}


def language_of(cookies: dict[str, str]) -> Language:
    """The language that a visitor chose; Vietnamese where none was chosen."""
    chosen = cookies.get(COOKIE)
    return chosen if chosen in LANGUAGES else "vi"


@cache
def translator(language: Language) -> Translate:
    """The function that pages call `t`: the words of a key, filled in; KeyError for a key that does not exist."""
    column = LANGUAGES.index(language)

    def translate(key: str, **values: object) -> str:
        entry = catalogue()[key]
        one = language == "en" and len(entry) > len(LANGUAGES) and str(values.get("x")) == "1"
        words = entry[-1 if one else column]
        return words.format(**values) if values else words

    return translate


def word_for(language: Language, kind: str, value: str | None) -> str:
    """The words for a code (`system`, `level`, `type`, `role`, `state`), or the code itself where there are none."""
    words = catalogue().get(f"{kind}_{value}")
    return words[LANGUAGES.index(language)] if words else value or ""


def number_words(language: Language, number: int) -> str:
    """A whole number with the thousands set apart as the language does."""
    return f"{number:,}".replace(",", "." if language == "vi" else ",")


def size_words(language: Language, size: int) -> str:
    """A number of bytes in the unit that leaves a number people can grasp."""
    amount, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    digits = f"{amount:.1f}" if amount < 10 and unit != "B" else f"{amount:.0f}"
    return f"{digits.replace('.', ',') if language == 'vi' else digits} {unit}"
