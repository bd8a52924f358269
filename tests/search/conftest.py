from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from tests.search.announcements import SEARCHED
from tests.site.library import make_archive


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    path: Path = tmp_path_factory.mktemp("searched") / "data"
    return make_archive(path, SEARCHED)


@pytest.fixture
def database(searched: ArchiveFolder) -> Iterator[Database]:
    opened = open_for_reading(searched)
    yield opened
    opened.close()
