from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.site.serve import datasette_for
from tests.site.library import ITEMS, make_archive
from tests.site.payloads import hostile_items


@dataclass
class Site:
    """The site over an archive, asked without a network."""

    folder: ArchiveFolder
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, *paths: str, method: str = "GET") -> list[Any]:
        return asyncio.run(self._fetch(paths, method))

    def page(self, path: str) -> Any:
        return self.get(path)[0]

    async def _fetch(self, paths: tuple[str, ...], method: str) -> list[Any]:
        datasette = datasette_for(self.folder, num_sql_threads=1)
        await datasette.invoke_startup()
        return [await datasette.client.request(method, path, cookies=self.cookies) for path in paths]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    path: Path = tmp_path_factory.mktemp("library") / "data"
    return make_archive(path, ITEMS + hostile_items())


@pytest.fixture
def site(library: ArchiveFolder) -> Site:
    return Site(library)


@pytest.fixture
def english(library: ArchiveFolder) -> Site:
    return Site(library, {"lang": "en"})


@pytest.fixture(scope="session")
def uid_of(library: ArchiveFolder) -> Callable[[str], str]:
    from archive.database import open_for_reading

    database = open_for_reading(library)

    def find(title: str) -> str:
        (uid,) = database.execute("SELECT uid FROM announcement WHERE title = ?", (title,)).fetchone()
        return str(uid)

    return find
