"""Why a portal is in its state: kept as facts in JSON, and told in the reader's language by the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from archive.site.dates import date_words, weekday_words
from archive.site.words import Language, catalogue, translator, word_for

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was found: its name (`evidence_NAME` in the catalogue) and its values.

    Values are numbers, or strings as they stand in the archive: addresses, ISO days, outcomes, names of fields.
    """

    name: str
    values: Mapping[str, Value]


Evidence = tuple[Fact, ...]


def fact(name: str, **values: Value) -> Fact:
    """A fact with its values."""
    return Fact(name, values)


def pack(evidence: Iterable[Fact]) -> str:
    """The evidence as the archive keeps it: a JSON list of pairs, name and values."""
    return json.dumps([[one.name, one.values] for one in evidence], ensure_ascii=False)


def unpack(kept: str | None) -> Evidence:
    """What `pack` made; nothing of nothing."""
    return tuple(Fact(name, values) for name, values in json.loads(kept or "[]"))


def evidence_words(language: Language, evidence: Iterable[Fact]) -> str:
    """The evidence in words, without a full stop."""
    t = translator(language)
    told = [
        t(f"evidence_{one.name}", **{name: _value_words(language, name, value) for name, value in one.values.items()})
        for one in evidence
    ]
    return "; ".join(told)


def outcome_words(language: Language, outcome: str) -> str:
    """An outcome (docs/outcomes.md) in words; what the catalogue does not know stays: codes, names, errors."""
    if language == "en":
        return outcome
    head, colon, detail = outcome.partition(": ")
    by_robots = " (robots.txt)" if detail.endswith(" (robots.txt)") else ""
    return _translated(head) + colon + _translated(detail.removesuffix(by_robots)) + by_robots


def _value_words(language: Language, name: str, value: Value) -> str:
    match name, value:
        case _, None:
            return ""
        case "outcome", str():
            return outcome_words(language, value)
        case "day", str():
            return date_words(language, value)
        case "field", str():
            return word_for(language, "field", value)
        case "weekday", int():
            return weekday_words(language, value)
        case "share", float():
            return f"{value:.0%}"
        case _, float():
            return f"{value:g}".replace(".", "," if language == "vi" else ".")
    return str(value)


def _translated(english: str) -> str:
    """Part of an outcome in Vietnamese, by the entry of the catalogue whose English words it is."""
    for pattern, vietnamese in _outcomes():
        if found := pattern.fullmatch(english):
            return vietnamese.format(**found.groupdict())
    return english


@cache
def _outcomes() -> list[tuple[re.Pattern[str], str]]:
    entries = (words for key, words in catalogue().items() if key.startswith("outcome_"))
    return [
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(english)), re.S), vietnamese)
        for vietnamese, english in entries
    ]
