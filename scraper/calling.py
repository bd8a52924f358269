"""Whether a page is that of what its address is called: by lists or, where they give no title, by its own words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Literal

from archive.vietnamese.spelling import WORD, fold, normalise
from scraper.reading.clues import TELLING, words_of_address

Agreement = Literal["own", "weak", "other", "nameless"]
"""What the names of an address say of a page: that it is theirs, that it may be, that it is not; or there are none."""
FEWEST_WORDS = 3
"""Words from which on a title is more than the kind of a page: "Thông báo", "Lịch"."""
MOST_OF = 0.5
"""The share of the words of a title, or of the pairs of words in it, by which another one or a text has it."""

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text."""
    return tuple(WORD.findall(normalise(text).lower()))


def names_by(called: Iterable[str], url: str) -> list[Words]:
    """The names of an address: its titles in lists, else the words that it spells, where these are a title's."""
    titles = [words for words in map(words_of, called) if len(words) > 1]
    return titles or _spelt_by(url)


def agreement(called: Sequence[str], url: str, title: str, text: Iterable[str]) -> Agreement:
    """What the names of an address say of a page by its title and by the lines of its text.

    Lists shorten titles, put words before them ("(MỚI)", "Video:") and reword them: most of the words are enough, and
    most of its pairs of words where it stands in the text. What differs by its numbers, or has no more than the kind of
    page in common, may be another one.
    """
    names = names_by(called, url)
    if not names:
        return "nameless"
    shown = words_of(title)
    likenesses = {likeness(name, shown) for name in names}
    likenesses |= {likeness(name, _plain(shown)) for name in _spelt_by(url)}
    if "own" in likenesses:
        return "own"
    told = {pair for line in text for pair in pairwise(words_of(line))}
    if any(_share(set(pairwise(name)), told) >= MOST_OF for name in names):
        return "own"
    return "weak" if "weak" in likenesses else "other"


def likeness(name: Words, title: Words) -> Agreement:
    """How alike two titles are."""
    if name == title:
        return "own"
    one, other = set(name), set(title)
    shared, shorter, longer = len(one & other), min(len(one), len(other)), max(len(one), len(other))
    if not shorter or shared < MOST_OF * shorter:
        return "other"
    numbers, others = ({word for word in words if word.isdecimal()} for words in (one, other))
    is_other_number = not (numbers <= others or others <= numbers)
    is_kind = len(other) == shorter < FEWEST_WORDS and shared < MOST_OF * longer
    return "weak" if is_other_number or is_kind else "own"


def are_different(names: Sequence[Words], others: Sequence[Words]) -> bool:
    """Whether two addresses that have names share none."""
    return bool(names and others) and all(likeness(one, other) != "own" for one in names for other in others)


def _spelt_by(url: str) -> list[Words]:
    words = _plain(words_of_address(url))
    return [words] if len("".join(words)) >= TELLING else []


def _plain(words: Iterable[str]) -> Words:
    """Words as addresses spell them, without accents."""
    return tuple(map(fold, words))


def _share(parts: Collection[tuple[str, str]], whole: Collection[tuple[str, str]]) -> float:
    return sum(part in whole for part in parts) / max(1, len(parts))
