"""Elements found by CSS selectors, many at once: one look at an article's classes instead of a search for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache, cached_property
from itertools import takewhile

from lxml.cssselect import CSSSelector

from scraper.reading.markup import Element

_ELEMENT = r"(?:[a-z]\w*)?(?:[.#][\w-]+)*"
_PLAIN = re.compile(rf"{_ELEMENT}(?: {_ELEMENT})*")
_PIECE = re.compile(r"[.#]?[\w-]+")

_Pieces = tuple[str, ...]
"""What an element has to have: ids and classes, and a tag, which is the last piece since most have it."""


class Elements:
    """The elements below one, itself included, by class and by id, each as soon as one is sought."""

    def __init__(self, root: Element) -> None:
        self._root = root

    @cached_property
    def _classes(self) -> dict[str, list[Element]]:
        named = defaultdict(list)
        for element in self._root.iter():
            if names := element.get("class"):
                for name in names.split():
                    named[name].append(element)
        return named

    @cached_property
    def _ids(self) -> dict[str, list[Element]]:
        named = defaultdict(list)
        for element in self._root.iter():
            if name := element.get("id"):
                named[name].append(element)
        return named

    def first(self, selector: str) -> Element | None:
        """The first element that a selector finds, in page order; None for an empty selector."""
        firsts = [found[0] for found in self._found(selector) if found]
        if len(firsts) < 2:
            return firsts[0] if firsts else None
        return next(element for element in self._root.iter() if element in firsts)

    def every(self, selector: str) -> frozenset[Element]:
        """All elements that a selector finds; none for an empty selector."""
        return frozenset().union(*self._found(selector))

    def _found(self, selector: str) -> list[list[Element]]:
        """What each alternative of a selector finds, in page order; nothing for an empty selector."""
        if not selector:
            return []
        plain, others = _parts(selector)
        found = [self._at(path) for path in plain]
        return found if others is None else [*found, others(self._root)]

    def _at(self, path: tuple[_Pieces, ...]) -> list[Element]:
        """The elements that have the last of some pieces, each in one that has those before."""
        *outer, (first, *further) = path
        found = self._having(first)
        if further:
            found = [element for element in found if _has(element, further)]
        return [element for element in found if self._is_within(element, outer)] if outer else found

    def _having(self, piece: str) -> list[Element]:
        """The elements with a class (".name"), an id ("#name") or a tag."""
        if piece[0] == ".":
            return self._classes.get(piece[1:], [])
        if piece[0] == "#":
            return self._ids.get(piece[1:], [])
        return list(self._root.iter(piece))

    def _is_within(self, element: Element, outer: list[_Pieces]) -> bool:
        end = self._root.getparent()
        around = takewhile(lambda above: above is not end, element.iterancestors())
        return all(any(_has(above, pieces) for above in around) for pieces in reversed(outer))


def _has(element: Element, pieces: Collection[str]) -> bool:
    names = (element.get("class") or "").split()
    own = {element.tag, "#" + (element.get("id") or ""), *("." + name for name in names)}
    return own.issuperset(pieces)


def select(element: Element, selector: str) -> Iterator[Element]:
    """The elements that a selector finds below `element`, in page order; none for an empty selector.

    One after the other as they are asked for: what a layout seeks stands near the beginning of the part that it cuts.
    """
    plain, others = _parts(selector)
    if others is not None or any(len(path) > 1 or len(path[0]) > 1 for path in plain):
        yield from _compiled(selector)(element)
    elif selector:
        tags = {piece for ((piece,),) in plain if piece[0] not in ".#"}
        ids = {piece[1:] for ((piece,),) in plain if piece[0] == "#"}
        classes = {piece[1:] for ((piece,),) in plain if piece[0] == "."}
        for candidate in element.iter():
            if (
                (classes and (names := candidate.get("class")) and not classes.isdisjoint(names.split()))
                or (ids and candidate.get("id") in ids)
                or (tags and candidate.tag in tags)
            ):
                yield candidate


@cache
def _parts(selector: str) -> tuple[tuple[tuple[_Pieces, ...], ...], CSSSelector | None]:
    """The alternatives of a selector that name only tags, classes and ids, as these; and one of all the others.

    Of elements inside others the innermost is the last.
    """
    alternatives = [alternative.strip() for alternative in selector.split(",")]
    plain = [alternative for alternative in alternatives if _PLAIN.fullmatch(alternative)]
    others = ", ".join(alternative for alternative in alternatives if alternative not in plain)
    paths = tuple(
        tuple(tuple(sorted(_PIECE.findall(element))) for element in alternative.split(" ")) for alternative in plain
    )
    return paths, _compiled(others) if others else None


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector)
