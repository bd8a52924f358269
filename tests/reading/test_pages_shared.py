"""The real pages of ../shared/pages: floors that no change may lower, whatever the hosts are called."""

from __future__ import annotations

import pytest

from benchmarks.pages import PAGES, Measured, measure

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not there")

WHOLE = ("kind", "title", "day", "time", "no date", "byline", "no name", "no poster")
"""Fields that are right on every page."""
FLOORS = {"body": 40, "body first": 39, "attachments": 48}


@pytest.fixture(scope="module", params=[False, True], ids=["hosts as they are", "hosts replaced"])
def measured(request: pytest.FixtureRequest) -> Measured:
    return measure(without_hosts=request.param, rounds=1)


@pytest.mark.parametrize("name", WHOLE)
def test_a_field_is_right_on_every_page(measured: Measured, name: str) -> None:
    whole = measured.whole
    assert whole.possible[name]
    assert whole.right[name] == whole.possible[name]


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_field_keeps_its_floor(measured: Measured, name: str, floor: int) -> None:
    assert measured.whole.right[name] >= floor


def test_document_numbers_keep_their_floor(measured: Measured) -> None:
    assert measured.numbers_right / measured.numbers_true >= 0.98
    assert measured.numbers_right / measured.numbers_found >= 0.98


def test_the_labels_alone_read_what_the_platforms_read() -> None:
    whole = measure(labelled=True, rounds=1).whole
    for name in ("kind", "title", "day", "time", "no date", "body", "byline", "no poster"):
        assert whole.right[name] == whole.possible[name], name
