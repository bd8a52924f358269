"""Skins that portals have left: their reader stays, with an end date, and the time of the capture decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scraper.platforms import newspaper
from scraper.platforms.layout import Layout
from scraper.reading import read_page

URL = "https://bao.example/202005/khanh-thanh-cau-tan-long-3008512/index.htm"
TEXT = "<p>Sáng 12/5, Ủy ban nhân dân huyện khánh thành cầu Tân Long bắc qua sông Hương, dài 240 mét.</p>" * 3
PAGE = f"""<html><body><div class="detail"><h1 class="head">Khánh thành cầu Tân Long</h1>
<span class="made">02/01/2024 10:00</span><div class="meta"><span class="printed">12/05/2020 08:30</span></div>
<div class="txt">{TEXT}</div></div></body></html>""".encode()
NEW = Layout(sign='class="txt"', article=".detail", title=".head", date=".made", body=".txt")
OLD = replace(NEW, date=".printed", until=date(2022, 6, 30))


@pytest.fixture(autouse=True)
def _skins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newspaper, "LAYOUTS", (OLD, NEW))


@pytest.mark.parametrize(
    ("fetched_at", "printed"),
    [
        (datetime(2020, 6, 1, tzinfo=UTC), "12/05/2020 08:30"),
        (datetime(2022, 6, 30, 12, tzinfo=UTC), "12/05/2020 08:30"),
        (datetime(2022, 7, 1, tzinfo=UTC), "02/01/2024 10:00"),
        (datetime(2026, 1, 1, tzinfo=UTC), "02/01/2024 10:00"),
        (None, "12/05/2020 08:30"),
    ],
    ids=["long before", "on its last day", "on the day after", "long after", "at no known time"],
)
def test_the_time_of_the_capture_picks_the_skin(fetched_at: datetime | None, printed: str) -> None:
    reading = read_page(PAGE, URL, fetched_at=fetched_at)
    assert reading.platform == "newspaper"
    assert reading.announcement is not None
    assert (reading.announcement.title, reading.announcement.date_line) == ("Khánh thành cầu Tân Long", printed)


def test_a_page_whose_skins_are_all_past_is_read_by_its_labels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newspaper, "LAYOUTS", (OLD,))
    reading = read_page(PAGE, URL, fetched_at=datetime(2025, 1, 1, tzinfo=UTC), explain=True)
    assert reading.announcement is not None
    assert reading.announcement.title == "Khánh thành cầu Tân Long"
    assert "the platform prints it there" not in {reason.why for reason in reading.reasons}
