"""How far a drawn list is loaded, by what its last load brought."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from scraper.drawnlist import DrawnList, Rest
from scraper.ledger import LedgerEntry
from scraper.walk import Walk
from tests.scraper.portals import path_of, title_of

URL = "https://x.gov.vn/tin-tuc"
NOTHING: Any = None


def loaded(key: str, days: list[str], *, since: date | None = date(2019, 1, 1)) -> tuple[int, Rest | None]:
    """How many loads a list asks for whose loads each print such a day, and what is left then."""
    walk = Walk(NOTHING, NOTHING, NOTHING, since)
    drawn = DrawnList(walk, LedgerEntry(1, key, URL, "listing", 0), URL, until_known=False)
    for load, day in enumerate(days):
        rows = range(load * 3, load * 3 + 3)
        markup = "".join(f'<li><a href="{path_of(n)}">{title_of(n)}</a> <i>{day}</i></li>' for n in rows)
        if not drawn.goes_on(markup):
            return load, drawn.rest()
    return len(days), drawn.rest()


def test_a_list_without_days_waits_for_its_articles_after_half_as_many_loads_again() -> None:
    key, keys = "x.gov.vn/tin-tuc", []
    for _ in range(6):
        loads, rest = loaded(key, ["Sở Nội vụ"] * 20)
        assert rest is not None
        assert [entry.title for entry in rest.last] == [title_of(n) for n in range(loads * 3, loads * 3 + 3)]
        key = f"x.gov.vn/tin-tuc#{rest.page.key}"
        keys.append((loads, rest.page.key))
    loads_then = [0, 1, 2, 4, 7, 11, 17]
    assert keys == [(here, f"loads={next_}") for here, next_ in pairwise(loads_then)]


@pytest.mark.parametrize(
    ("days", "since", "loads"),
    [
        (["05/02/2020"] * 9, date(2019, 1, 1), 9),
        (["05/02/2020", "05/02/2019", "05/02/2018", "05/02/2017"], date(2019, 1, 1), 2),
        (["Sở Nội vụ"] * 9, None, 9),
    ],
)
def test_a_list_with_days_or_of_any_day_waits_for_nothing(days: list[str], since: date | None, loads: int) -> None:
    assert loaded("x.gov.vn/tin-tuc", days, since=since) == (loads, None)


def test_the_rest_of_a_page_that_is_posted_is_posted_too() -> None:
    _, rest = loaded("x.gov.vn/tin-tuc#grid Page$3", ["Sở Nội vụ"] * 3)
    assert rest is not None
    assert rest.page.key == "grid Page$3 loads=1"
    assert loaded(f"x.gov.vn/tin-tuc#{rest.page.key}", ["Sở Nội vụ"] * 3)[0] == 1


def test_what_an_address_itself_says_of_loads_is_the_portals_own() -> None:
    assert loaded("x.gov.vn/tin-tuc?loads=2", ["Sở Nội vụ"] * 3)[0] == 0
