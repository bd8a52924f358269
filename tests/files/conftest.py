"""A reader of files for a whole module, and files made on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.files.reader import FileReader

SAMPLES = Path(__file__).parent / "samples"
DEMO = Path(__file__).parents[2] / "scraper" / "demo" / "files"


@pytest.fixture(scope="module")
def reader() -> Iterator[FileReader]:
    with FileReader() as opened:
        yield opened
