"""What is kept of a page: each question is answered once, and nothing outlives the page."""

from __future__ import annotations

import gc
import weakref

from scraper.reading import read_page
from scraper.reading.kept import kept

ASKED: list[int] = []


class Element:
    """Stands for one of a page's tree."""


@kept
def size_of(element: Element) -> int:
    """An answer that is to be kept."""
    ASKED.append(id(element))
    return 1


def test_a_question_about_a_page_is_answered_once_until_the_next_page_is_read() -> None:
    ASKED.clear()
    element = Element()
    assert size_of(element) == size_of(element) == 1
    assert len(ASKED) == 1
    read_page(b"<p>Trang sau</p>", "https://portal.example/tin-2.html")
    size_of(element)
    assert len(ASKED) == 2


def test_nothing_of_a_page_is_left_when_the_next_one_is_read() -> None:
    element = Element()
    size_of(element)
    left = weakref.ref(element)
    del element
    gc.collect()
    assert left() is not None
    read_page(b"<p>Trang sau</p>", "https://portal.example/tin-2.html")
    gc.collect()
    assert left() is None
