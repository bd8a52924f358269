"""Bylines of any text: nothing breaks, and time grows with the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.bylines import read_byline
from tests.vietnamese.test_bylines import PEOPLE
from tests.vietnamese.test_bylines_bodies import AGENCIES, MIXED, SOURCES

_WORDS = st.sampled_from(
    [
        *(name for _, names in PEOPLE for name in names.split(" ")),
        *(word for printed, *_ in [*AGENCIES, *SOURCES, *MIXED] for word in printed.split(" ")),
        *("-", "–", ",", ";", "&", "và", "/", "|", "\n", "(", ")", ":", ".", "…", "'"),
        *("Ảnh:", "Tin", "theo", "ThS.", "12/3/2021", "T/h", "PV", "Nguồn:"),
    ]
)
_SPACED = st.lists(_WORDS, max_size=14).map(" ".join)
_GLUED = st.lists(_WORDS, max_size=8).map("".join)


@settings(max_examples=600)
@given(_SPACED | _GLUED | st.text(max_size=80))
def test_any_text_is_read_and_a_display_name_names_the_same_person_again(text: str) -> None:
    byline = read_byline(text)
    assert len(byline.people) == len(byline.keys) == len(set(byline.keys))
    assert all(byline.keys)
    assert byline.organisation != ""
    assert byline.source != ""
    for name, key in zip(byline.people, byline.keys, strict=True):
        again = read_byline(name)
        assert (again.people, again.keys) == ((name,), (key,))


@pytest.mark.parametrize(
    "part",
    [
        *("a", "A ", "A.", "-", " - ", "(", "()", "a.b", "@", "a@", "1/", "12:", "[", ":", "Đ/c: ", "www.", "http://"),
        *("ảnh, ", "Tin ", "theo ", "Nguồn: ", "TTXVN/", "Minh/", "Sở và ", "PV ", "Ông ", "Bí thư "),
        *("Lê Hoa Sở ", "Lê Hoa - ", "HữuTrí", "Hữu Trí ", "Ng-", "thứ hai, 1 ", "ngày ngày 1 "),
        *("lượt xem 1 ", "h\u0301", "(theo "),
    ],
)
@pytest.mark.parametrize("length", [290, 5_000])
def test_twice_the_text_costs_at_most_three_times_the_time(part: str, length: int) -> None:
    once, twice = (part * length)[:length], (part * 2 * length)[: 2 * length]
    for _ in range(5):
        rounds = [(seconds(once), seconds(twice)) for _ in range(8)]
        if min(long for _, long in rounds) <= 3 * min(short for short, _ in rounds):
            return
    pytest.fail(f"{part!r} takes too long")


def seconds(text: str) -> float:
    start = time.process_time()
    for _ in range(3):
        read_byline(text)
    return time.process_time() - start
