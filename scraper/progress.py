"""Telling a person how a crawl goes: bars on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from archive.counted import counted
from scraper.session import RunReport

SECONDS_BETWEEN_LINES = 30.0


class Bars:
    """A bar a portal, for a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("[bold]{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[told]}"),
            TimeElapsedColumn(),
            console=Console(file=stream),
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def started(self, report: RunReport) -> None:
        """Show a new bar."""
        self._tasks[report.portal] = self._progress.add_task(report.portal, total=None, told=_told(report))

    def moved(self, report: RunReport, waiting: int) -> None:
        """Move the portal's bar."""
        done = _done(report)
        told = f"{done} of {counted(done + waiting, 'request')}, {_told(report)}"
        self._progress.update(self._tasks[report.portal], completed=done, total=done + waiting, told=told)

    def ended(self, report: RunReport) -> None:
        """Let the bar stand full."""
        done = _done(report)
        self._progress.update(self._tasks[report.portal], completed=done, total=done)


class Lines:
    """A line when a portal starts, every half minute, and when it ends, for a log."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.flush()

    def started(self, report: RunReport) -> None:
        """Say that the portal is being crawled."""
        self._last[report.portal] = time.monotonic()
        self._say(report, "started")

    def moved(self, report: RunReport, waiting: int) -> None:
        """Say now and then how far it is."""
        if time.monotonic() - self._last[report.portal] >= SECONDS_BETWEEN_LINES:
            self._last[report.portal] = time.monotonic()
            self._say(report, f"{counted(waiting, 'address')} waiting" if waiting else "goes on")

    def ended(self, report: RunReport) -> None:
        """Say how it ended."""
        self._say(report, report.state)

    def _say(self, report: RunReport, what: str) -> None:
        print(f"{report.portal}: {what}; {_told(report)}", file=self._stream, flush=True)


def _told(report: RunReport) -> str:
    """What came so far."""
    numbers = (("pages", "page"), ("articles", "announcement"), ("failed", "error"))
    return ", ".join(counted(report.counts.get(what, 0), noun) for what, noun in numbers)


def _done(report: RunReport) -> int:
    return report.counts.get("requests", 0) + report.counts.get("files", 0)


def watcher_for(stream: TextIO = sys.stderr) -> Bars | Lines:
    """Bars where somebody looks, lines where a log is written."""
    return Bars(stream) if stream.isatty() else Lines(stream)
