"""Where the links of a page stand, and the units of its lists: each by its number among the anchors, in page order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from scraper.reading.anchors import Anchor
from scraper.reading.units import Unit


class Order:
    """The places of some anchors; those of each unit are sought once, since each is compared with many others."""

    def __init__(self, anchors: list[Anchor]) -> None:
        self._places = {id(anchor.element): place for place, anchor in enumerate(anchors)}
        self._spans: dict[Unit, tuple[int, int]] = {}

    def place(self, element: Any, otherwise: int = 0) -> int:
        """Where the element of an anchor stands; `otherwise` for another one."""
        return self._places.get(id(element), otherwise)

    def place_of_any(self, element: Any) -> float:
        """Where an element stands, or between which anchors; -1 before all of them."""
        place = self._places.get(id(element))
        if place is not None:
            return place
        before = reversed(element.xpath("preceding::a|ancestor::a|preceding::*[@onclick]"))
        return next((self._places[id(one)] + 0.5 for one in before if id(one) in self._places), -1.0)

    def span(self, unit: Unit) -> tuple[int, int]:
        """Where the first and the last link of a unit stand."""
        found = self._spans.get(unit)
        if found is None:
            places = [self.place(member.anchor.element) for member in unit.members]
            found = self._spans[unit] = min(places), max(places)
        return found

    def first(self, unit: Unit) -> int:
        """Where the first link of a unit stands."""
        return self.span(unit)[0]


def stands_between(places: list[float], first: float, last: float) -> bool:
    """Whether one of some places, which are in page order, is behind the first of two others and before the last."""
    return bisect_right(places, first) < bisect_left(places, last)
