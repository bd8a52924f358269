"""`pytest --together`, as `make test` runs it: the rows of a table are one test; without it each row is one of its own.

What pytest does around a test takes several times as long as to read a line or a small page. All rows run, and the test
fails with the failures of all rows that failed.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator
from functools import update_wrapper
from itertools import product
from typing import Any

import pytest

Row = dict[str, Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--together", action="store_true", help="run the rows of a table as one test")


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> pytest.Function | None:
    if not collector.config.getoption("together") or not inspect.isfunction(obj) or not name.startswith("test_"):
        return None
    tables = tables_of(obj)
    return pytest.Function.from_parent(collector, name=name, callobj=over_all(tables, obj)) if tables else None


def tables_of(test: Callable[..., None]) -> list[list[Row]]:
    """The tables of a test; none where it asks for fixtures or is marked otherwise, or where a row is."""
    marks: list[pytest.Mark] = getattr(test, "pytestmark", [])[::-1]
    if any(mark.name != "parametrize" or len(mark.args) != 2 or "indirect" in mark.kwargs for mark in marks):
        return []
    if not all(isinstance(mark.args[1], Collection) for mark in marks):
        return []
    named = [(names_of(mark.args[0]), mark.args[1]) for mark in marks]
    if {name for names, _ in named for name in names} != set(inspect.signature(test).parameters):
        return []
    if any(isinstance(row, PARAMETERS) for _, rows in named for row in rows):
        return []
    return [[dict(zip(names, row if len(names) > 1 else (row,), strict=True)) for row in rows] for names, rows in named]


PARAMETERS = type(pytest.param())
LONGEST = 600
"""Characters of a row that are told."""


def names_of(argument: str | Collection[str]) -> list[str]:
    return [name.strip() for name in argument.split(",")] if isinstance(argument, str) else list(argument)


def over_all(tables: list[list[Row]], test: Callable[..., None]) -> Callable[[], None]:
    def run() -> None:
        failures = list(failing(tables, test))
        if failures:
            raise ExceptionGroup("these rows failed", failures)

    update_wrapper(run, test, updated=())
    run.__signature__ = inspect.Signature()  # type: ignore[attr-defined]
    return run


def failing(tables: list[list[Row]], test: Callable[..., None]) -> Iterator[Exception]:
    for rows in product(*tables):
        row = {name: value for part in rows for name, value in part.items()}
        try:
            test(**row)
        except Exception as failure:  # noqa: BLE001 - the other rows run too
            failure.add_note(f"row: {row}"[:LONGEST])
            yield failure
