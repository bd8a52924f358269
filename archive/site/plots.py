"""Plots as numbers for SVG: bars of a timeline, each a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

WIDTH = 960
HEIGHT = 120
MOST_MONTHS = 144
MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A month (or a year, where months would be too many) with its count, and where its bar stands."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars from the first to the last month, the years below them, and the largest count."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[str, float], ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def by_year(self) -> bool:
        """Whether the bars are years, since months would be too many."""
        return bool(self.bars) and "-" not in self.bars[0].label

    @property
    def highest(self) -> Bar:
        """The bar of the largest count, the first of several."""
        return next(bar for bar in self.bars if bar.count == self.most)


def timeline(months: Mapping[str, int], most_months: int = MOST_MONTHS) -> Timeline:
    """The plot of counts by month ("2020-02"), or by year where those are too many; heights grow with the root."""
    counts = {month: count for month, count in months.items() if len(month) == len("2020-02")}
    if not counts:
        return Timeline((), (), 0)
    labels = _months(min(counts), max(counts))
    if len(labels) > most_months:
        years: dict[str, int] = {}
        for month, count in counts.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        counts = years
        labels = [str(year) for year in range(int(min(counts)), int(max(counts)) + 1)]
    most = max(counts.values())
    step = WIDTH / len(labels)
    bars = []
    for place, label in enumerate(labels):
        height = HEIGHT * sqrt(counts.get(label, 0) / most)
        bars.append(
            Bar(label, counts.get(label, 0), place * step, HEIGHT - height, max(step - min(2.0, step / 4), 1.0), height)
        )
    starts = [(bar.label[:4], bar.x) for bar in bars if bar.label.endswith("-01") or len(bar.label) == 4]
    first = (bars[0].label[:4], 0.0)
    ticks = starts if starts and starts[0][1] < 3 * step else [first, *starts]
    every = -(-len(ticks) // MOST_TICKS)
    return Timeline(tuple(bars), tuple(ticks[::every]), most)


def _months(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]
