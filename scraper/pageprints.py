"""What tells one page from another in its markup: the words that it prints, and the files that its tags name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from scraper.calling import words_of
from scraper.reading.filetypes import PAPER_ENDINGS

_HIDDEN = re.compile(rb"<(script|style|noscript)\b|<(!--)", re.IGNORECASE)
_ENDS = {
    b"script": re.compile(rb"</script\b", re.IGNORECASE),
    b"style": re.compile(rb"</style\b", re.IGNORECASE),
    b"noscript": re.compile(rb"</noscript\b", re.IGNORECASE),
    b"!--": re.compile(rb"--"),
}
_UNPRINTED = re.compile(rb"<[^<>]*>|\d+")
_TAG = re.compile(rb"<(?!script\b|style\b|meta\b|link\b|form\b)[a-z][^<>]*>", re.IGNORECASE)
_PAPER = re.compile(rf"\.(?:{PAPER_ENDINGS})(?![\w-])", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|tiff?|svg)(?![\w-])", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"[\s\"'()<>=,;]")
_LONGEST_NAME = 400
_EMBEDDING = ("<img", "<iframe", "<embed", "<object")
_SOURCE = re.compile(r"\b(?:src|data)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_CALLED = re.compile(r"(?:\bonclick\s*=|\bhref\s*=[\"']?\s*javascript:)([^(>]{0,60}\([^)>]{1,300}\))", re.IGNORECASE)
_NEAR = 0.8


class Named(NamedTuple):
    """The files that the tags of a page name: papers and what a script is called with, and pictures."""

    papers: frozenset[str]
    pictures: frozenset[str]


def print_of(body: bytes) -> Counter[bytes]:
    """The words that a page prints, digits apart: counters and clocks stand on all pages."""
    return Counter(_UNPRINTED.sub(b" ", b" ".join(_parts(body))).split())


def _parts(body: bytes) -> Iterator[bytes]:
    """A page without its scripts, styles and comments, in parts."""
    start = 0
    while (hidden := _HIDDEN.search(body, start)) is not None:
        yield body[start : hidden.start()]
        end = _ENDS[(hidden[1] or hidden[2]).lower()].search(body, hidden.end())
        if end is None:
            return
        start = end.end()
    yield body[start:]


def pairs_of(text: str) -> set[tuple[str, str]]:
    """The pairs of words that follow one another in a text."""
    return set(pairwise(words_of(text)))


def printed_pairs(body: bytes) -> set[tuple[str, str]]:
    """The pairs of words that a page prints, digits apart."""
    return pairs_of(unescape(_UNPRINTED.sub(b" ", b" ".join(_parts(body))).decode(errors="replace")))


def is_near(one: Counter[bytes], other: Counter[bytes]) -> bool:
    """Whether two pages print nearly the same: all but a line that is another one on each visit."""
    longer, shorter = max(one.total(), other.total()), min(one.total(), other.total())
    return shorter >= _NEAR * longer and (one & other).total() >= _NEAR * longer


def named_by(body: bytes, url: str) -> Named:
    """The files that the tags of a page name, in any attribute, but for what names the address of the page itself.

    A picture's query is left out where its path names the picture: a counter's is random.
    """
    own = re.compile(re.escape(url.split("://", 1)[-1].partition("/")[2] or url) + r"(?![\w.-])")
    papers, pictures = set[str](), set[str]()
    for tag in _TAG.findall(body):
        text = unescape(tag.decode(errors="replace"))
        papers_here = {*_names(_PAPER, text), *_CALLED.findall(text)}
        pictures_here = {*_names(_PICTURE, text)}
        if not pictures_here and text[:7].lower().startswith(_EMBEDDING):
            pictures_here.update(_SOURCE.findall(text))
        if (papers_here or pictures_here) and not (own.search(text) or own.search(unquote(text))):
            papers |= papers_here
            pictures |= pictures_here
    return Named(frozenset(papers), frozenset(pictures))


def _names(ending: re.Pattern[str], text: str) -> Iterator[str]:
    """The names in a text that end so."""
    for found in ending.finditer(text):
        yield _BEFORE_NAME.split(text[max(0, found.start() - _LONGEST_NAME) : found.end()])[-1]
