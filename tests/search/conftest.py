from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.site.rate import SETTING
from tests.search.announcements import SEARCHED
from tests.site.library import PORTALS, make_archive


@pytest.fixture(scope="module", autouse=True)
def no_rate_limit() -> Iterator[None]:
    """One address, this machine, asks for hundreds of pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "off")
        yield


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    path: Path = tmp_path_factory.mktemp("searched") / "data"
    return make_archive(path, SEARCHED)


@pytest.fixture
def database(searched: ArchiveFolder) -> Iterator[Database]:
    opened = open_for_reading(searched)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def of_many_places(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The same announcements, by turns of each of the portals."""
    names = cycle(portal[0] for portal in PORTALS)
    items = [replace(item, portal=name) for item, name in zip(SEARCHED, names, strict=False)]
    return open_for_reading(make_archive(tmp_path_factory.mktemp("places") / "data", items))
