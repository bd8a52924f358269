"""Work on many pages by processes of their own, in order, with bounded memory.

Short work stays in this process: starting others costs more than fifty pages. A page that kills its reader costs that
page alone. The processes end with the one that started them, also when that is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
IN_THIS_PROCESS = 50
TASKS_A_CHUNK = 8
BYTES_A_CHUNK = 2**20
CHUNKS_AHEAD = 4
"""For each process."""
BYTES_AHEAD = 32 * 2**20
"""Of all chunks together; a single task may be larger."""
PRELOADED = ["scraper.readers"]


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0))


def in_order(
    work: Callable[[T], R],
    tasks: Iterable[T],
    *,
    size: Callable[[T], int],
    failed: Callable[[T], R],
    processes: int | None = None,
) -> Iterator[tuple[T, R]]:
    """Each task with its result, in the order of the tasks.

    `work` is a function of a module, `size` tells about how many bytes a task holds, `failed` is the result of a task
    that kills the process that works on it.
    """
    coming = iter(tasks)
    processes = cores() if processes is None else processes
    for task in coming if processes < 2 else islice(coming, IN_THIS_PROCESS):
        yield task, work(task)
    first = next(coming, None)
    if first is not None:
        with _Processes(work, failed, processes) as started:
            yield from started.through(_chunks(_again(first, coming), size))


def _again(first: T, rest: Iterator[T]) -> Iterator[T]:
    yield first
    yield from rest


def _chunks(tasks: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[list[T], int]]:
    """Tasks in small lots, each with about how many bytes it holds."""
    chunk: list[T] = []
    held = 0
    for task in tasks:
        chunk.append(task)
        held += size(task)
        if len(chunk) == TASKS_A_CHUNK or held >= BYTES_A_CHUNK:
            yield chunk, held
            chunk, held = [], 0
    if chunk:
        yield chunk, held


class _Processes(Generic[T, R]):
    """A pool that is made anew when a task has killed one of its processes."""

    def __init__(self, work: Callable[[T], R], failed: Callable[[T], R], processes: int) -> None:
        self._work = partial(_each, work)
        self._failed = failed
        self._processes = processes
        self._waiting: deque[tuple[list[T], int, Future[list[R]]]] = deque()

    def __enter__(self) -> _Processes[T, R]:
        self._pool = self._new_pool(self._processes)
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def through(self, chunks: Iterable[tuple[list[T], int]]) -> Iterator[tuple[T, R]]:
        """The results of all chunks, in order."""
        for chunk, held in chunks:
            self._waiting.append((chunk, held, self._pool.submit(self._work, chunk)))
            while self._is_far_ahead():
                yield from self._oldest()
        while self._waiting:
            yield from self._oldest()

    def _is_far_ahead(self) -> bool:
        held = sum(size for _, size, _ in self._waiting)
        return len(self._waiting) > CHUNKS_AHEAD * self._processes or held > BYTES_AHEAD

    def _oldest(self) -> Iterator[tuple[T, R]]:
        chunk, _, future = self._waiting.popleft()
        try:
            results = future.result()
        except BrokenProcessPool:
            results = [self._alone(task) for task in chunk]
            self._pool = self._new_pool(self._processes)
            again = [(later, held, self._pool.submit(self._work, later)) for later, held, _ in self._waiting]
            self._waiting = deque(again)
        yield from zip(chunk, results, strict=True)

    def _alone(self, task: T) -> R:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(self._work, [task]).result()[0]
            except BrokenProcessPool:
                return self._failed(task)

    def _new_pool(self, processes: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        return ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)


def _each(work: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [work(task) for task in chunk]


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went."""
    command = multiprocessing.parent_process()

    def wait() -> None:
        if command is not None:
            command.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
