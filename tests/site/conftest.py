from __future__ import annotations

import asyncio
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from jinja2.bccache import Bucket, BytecodeCache
from playwright.sync_api import Browser, Page, sync_playwright

from archive.folder import ArchiveFolder
from archive.site.rate import SETTING
from archive.site.serve import datasette_for
from tests.site.library import ITEMS, make_archive
from tests.site.payloads import hostile_items

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Compiled(BytecodeCache):
    """Templates as they were compiled for the first Datasette; each that a test makes would compile them anew."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


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
        datasette.jinja_env.bytecode_cache = COMPILED
        await datasette.invoke_startup()
        return [await datasette.client.request(method, path, cookies=self.cookies) for path in paths]


@pytest.fixture(scope="module", autouse=True)
def no_rate_limit() -> Iterator[None]:
    """One address, this machine, asks for hundreds of pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "off")
        yield


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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(library: ArchiveFolder) -> Iterator[str]:
    """The site at an address of its own."""
    port = free_port()
    datasette = datasette_for(library)
    config = uvicorn.Config(datasette.app(), host="127.0.0.1", port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 120
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("These tests need a Chromium: apt-get install chromium, or `make browser`.")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a path; what the page asks of other hosts, and its errors, stand in `page.faults`."""
    contexts = []

    def opening(path: str, *, width: int = 1280, scripts: bool = True, **options: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=address, **options
        )
        contexts.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.faults = faults  # type: ignore[attr-defined]
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(address) else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(path)
        return page

    yield opening
    for context in contexts:
        context.close()
