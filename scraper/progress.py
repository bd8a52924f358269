"""Telling a person how a crawl goes: bars on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from scraper.session import RunReport

SECONDS_BETWEEN_LINES = 30.0


class Bars:
    """A bar a portal, for a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("[bold]{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.completed} of {task.total} requests"),
            TextColumn("{task.fields[pages]} pages"),
            TextColumn("{task.fields[announcements]} announcements"),
            TextColumn("{task.fields[errors]} errors"),
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
        self._tasks[report.portal] = self._progress.add_task(
            report.portal, total=None, pages=0, announcements=0, errors=0
        )

    def moved(self, report: RunReport, waiting: int) -> None:
        """Move the portal's bar."""
        done = _done(report)
        self._progress.update(
            self._tasks[report.portal],
            completed=done,
            total=done + waiting,
            pages=report.counts.get("pages", 0),
            announcements=report.counts.get("articles", 0),
            errors=report.counts.get("failed", 0),
        )

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
            self._say(report, f"{waiting} addresses waiting")

    def ended(self, report: RunReport) -> None:
        """Say how it ended."""
        self._say(report, report.state + (f" ({report.reason})" if report.reason else ""))

    def _say(self, report: RunReport, what: str) -> None:
        counts = report.counts
        print(
            f"{report.portal}: {what}; {counts.get('pages', 0)} pages, "
            f"{counts.get('articles', 0)} announcements, {counts.get('failed', 0)} errors",
            file=self._stream,
            flush=True,
        )


def _done(report: RunReport) -> int:
    return report.counts.get("requests", 0) + report.counts.get("files", 0)


def watcher_for(stream: TextIO = sys.stderr) -> Bars | Lines:
    """Bars where somebody looks, lines where a log is written."""
    return Bars(stream) if stream.isatty() else Lines(stream)
