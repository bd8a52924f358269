from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from scraper.demo import DemoServer, serve
from scraper.demo.site import VIETNAM

NOW = datetime(2024, 11, 2, 6, 25, tzinfo=VIETNAM)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with serve(0, clock=lambda: NOW) as running:
        yield running


@pytest.fixture(scope="module")
def untouched_server() -> Iterator[DemoServer]:
    """A server that its tests only read from."""
    with serve(0, clock=lambda: NOW) as running:
        yield running
