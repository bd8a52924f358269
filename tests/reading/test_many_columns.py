"""Pages of many columns, each a box of its own with a name and a few links: reading them takes their number's time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from scraper.reading import read_page

MOST = 5.0
"""How many more calls four times as many columns may take; when each was compared with all others, seven and more."""
NAMES = ("Chuyên mục số {}", "Tin đọc nhiều", "Tin khác")
PAGER = '<div><a href="/tin-tuc?page=2">2</a><a href="/tin-tuc?page=3">3</a><a href="/tin-tuc?page=4">4</a></div>'


def _entries(column: int) -> str:
    title = "Ủy ban nhân dân xã thông báo lịch tiếp công dân kỳ"
    links = (f'<a href="/tin-tuc/bai-viet-so-{n}.html">{title} {n}</a>' for n in range(4 * column, 4 * column + 3))
    return "".join(f"<li>{link}</li>" for link in links)


def _titled(name: str) -> Callable[[int], str]:
    return lambda n: f"<div><h3>{name.format(n)}</h3><ul>{_entries(n)}</ul></div>"


def _nested(name: str) -> Callable[[int], str]:
    return lambda n: f"<div><div><h3>{name.format(n)}</h3><div><div><ul>{_entries(n)}</ul></div></div></div></div>"


def _untitled(column: int) -> str:
    return f"<div><ul>{_entries(column)}</ul></div>"


def _nameless(column: int) -> str:
    return f"<div><div><div><div><ul>{_entries(column)}</ul></div></div></div></div>"


def _page(columns: list[Callable[[int], str]], count: int) -> bytes:
    boxes = "".join(columns[n % len(columns)](n) for n in range(count))
    return f"<meta charset=utf-8><title>Tin tức</title><body><h1>Tin tức</h1>{boxes}{PAGER}".encode()


def _calls(page: bytes) -> int:
    """How many calls of functions reading a page takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event.endswith("call")

    sys.setprofile(count)
    try:
        read_page(page, "https://xa.example.vn/tin-tuc")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "columns",
    [
        [_titled(NAMES[0])],
        [_titled(NAMES[1])],
        [_titled(NAMES[1]), _titled(NAMES[2])],
        *([_titled(name), _untitled] for name in NAMES[:2]),
        *([_nested(name), _nameless] for name in NAMES[:2]),
    ],
)
def test_reading_many_columns_takes_their_numbers_time(columns: list[Callable[[int], str]]) -> None:
    assert _calls(_page(columns, 480)) < MOST * _calls(_page(columns, 120))
