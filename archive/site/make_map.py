"""Makes `shapes.tsv` from the map of the npm package @svg-maps/vietnam: python -m archive.site.make_map vietnam.svg

The shapes are those of the 63 provinces of 2008 to 2025 and of two archipelagos. Borders that two shapes share are
simplified once, so that neighbours still touch.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from math import hypot
from pathlib import Path

from archive.vietnamese.places import provinces_on

TOLERANCE = 0.8
SMALLEST_RING = 3.0
ARCHIPELAGOS_FROM = 400.0
NAMES = {"hoangsa": "da-nang", "truongsa": "khanh-hoa", "hcm": "ho-chi-minh", "tthue": "thua-thien-hue"}
NAMES |= {"baria": "ba-ria-vung-tau"}
_SHAPE = re.compile(r'<path\s+id="([a-z]+)"\s+aria-label="[^"]*"\s+d="([^"]+)"')
_PART = re.compile(r"[mMlLcCzZ]|-?(?:\d*\.\d+|\d+)(?:e-?\d+)?")

Point = tuple[float, float]
Ring = list[Point]


def main(source: Path) -> None:
    """Print one line per shape: the slug of the province that it belonged to in 2024, and its path."""
    slugs = {province.slug.replace("-", ""): province.slug for province in provinces_on(date(2024, 12, 31))} | NAMES
    shapes: defaultdict[str, list[Ring]] = defaultdict(list)
    for name, path in _SHAPE.findall(source.read_text("utf-8")):
        shapes[slugs[name]] += rings(path)
    simplify = Simplifier(ring for parts in shapes.values() for ring in parts)
    for slug, parts in sorted(shapes.items()):
        kept = [simplify(ring) for ring in parts if _size(ring) >= SMALLEST_RING or ring[0][0] > ARCHIPELAGOS_FROM]
        sys.stdout.write(f"{slug}\t{''.join(map(path_of, kept))}\n")


def rings(path: str) -> list[Ring]:
    """The closed lines of an SVG path; of curves the ends are kept."""
    found: list[Ring] = []
    at = (0.0, 0.0)
    command = "m"
    parts = iter(_PART.findall(path))
    for part in parts:
        if part.isalpha():
            command = part
            if command in "zZ" and found:
                at = found[-1][0]
            continue
        numbers = [float(part), *(float(next(parts)) for _ in range(5 if command in "cC" else 1))]
        x, y = numbers[-2:]
        at = (at[0] + x, at[1] + y) if command.islower() else (x, y)
        if command in "mM":
            found.append([])
            command = "l" if command == "m" else "L"
        found[-1].append(at)
    return [_rounded(ring) for ring in found if len(ring) > 2]


class Simplifier:
    """Simplifies rings between the points where borders meet, each border once."""

    def __init__(self, all_rings: Iterable[Ring]) -> None:
        self._neighbours: defaultdict[Point, set[Point]] = defaultdict(set)
        for ring in all_rings:
            for one, other in pairwise([*ring, ring[0]]):
                self._neighbours[one].add(other)
                self._neighbours[other].add(one)

    def __call__(self, ring: Ring) -> Ring:
        """The ring with fewer points; where borders of several shapes meet its points stay."""
        corners = [place for place, point in enumerate(ring) if len(self._neighbours[point]) > 2]
        if not corners:
            corners = [0, len(ring) // 2]
        turned = [*ring[corners[0] :], *ring[: corners[0]], ring[corners[0]]]
        cuts = [corner - corners[0] for corner in corners] + [len(ring)]
        kept: Ring = []
        for first, last in pairwise(cuts):
            line = turned[first : last + 1]
            forward = line[0] <= line[-1]
            simple = _line(line if forward else line[::-1])
            kept += (simple if forward else simple[::-1])[:-1]
        return kept


def path_of(ring: Ring) -> str:
    """The ring as an SVG path of relative moves, to a tenth."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [(x - left, y - top) for (left, top), (x, y) in pairwise(tenths)]
    moves = [f"{x / 10:g},{y / 10:g}" for x, y in steps if x or y]
    return f"M{tenths[0][0] / 10:g},{tenths[0][1] / 10:g}l{' '.join(moves)}z" if moves else ""


def _line(points: Ring) -> Ring:
    """The line without the points that lie nearer than the tolerance to it (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = hypot(x2 - x1, y2 - y1)

    def distance(point: Point) -> float:
        x, y = point
        if not length:
            return hypot(x - x1, y - y1)
        return abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length

    far = max(range(1, len(points) - 1), key=lambda place: distance(points[place]))
    if distance(points[far]) < TOLERANCE:
        return [points[0], points[-1]]
    return _line(points[: far + 1])[:-1] + _line(points[far:])


def _rounded(ring: Ring) -> Ring:
    """Points to a tenth, so that shared ones are equal; each once in a row."""
    points = [(round(x, 1), round(y, 1)) for x, y in ring]
    return [point for before, point in pairwise([points[-1], *points]) if point != before]


def _size(ring: Ring) -> float:
    xs, ys = zip(*ring, strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
