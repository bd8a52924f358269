"""The pause between two requests follows how long the portal takes to answer."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from scraper.politeness import Pace


@pytest.mark.parametrize(
    ("least", "answered_in", "pause"),
    [(1.0, 0.2, 1.0), (1.0, 2.5, 2.5), (0.0, 0.02, 0.02), (0.0, 0.002, 0.0), (0.003, 0.002, 0.003)],
)
def test_the_pause_is_the_portals_delay_or_the_time_of_an_answer_that_is_worth_a_rest(
    least: float, answered_in: float, pause: float
) -> None:
    pace = Pace(get_crawler(settings_dict={"AUTOTHROTTLE_ENABLED": True}))
    pace.mindelay, pace.maxdelay = least, 60.0
    slot: Any = SimpleNamespace(delay=least)
    pace._adjust_delay(slot, answered_in, Response("http://127.0.0.2/", status=200))
    assert slot.delay == pause
