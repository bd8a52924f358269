from __future__ import annotations

import asyncio
from pathlib import Path

from archive.database import open_for_writing
from archive.site import fresh
from archive.site.serve import datasette_for
from archive.warc import WarcWriter
from tests.site.library import ITEMS, Item, make_archive, put


def test_what_a_crawl_brings_while_the_site_is_served_appears_on_it(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS[:2])

    async def visit() -> list[int]:
        datasette = datasette_for(folder, num_sql_threads=1)
        await datasette.invoke_startup()
        task = fresh.keep_fresh(folder, 0.02)
        counts = [(await datasette.client.get("/tra-cuu.json")).json()["count"]]
        _write(Item("Tin đến sau", "Được thu thập khi trang đang mở.", "2022-01-01"))
        while len(counts) < 500 and counts[-1] == counts[0]:
            await asyncio.sleep(0.02)
            counts.append((await datasette.client.get("/tra-cuu.json")).json()["count"])
        task.cancel()
        return counts

    def _write(item: Item) -> None:
        database = open_for_writing(folder)
        with database.atomic():
            put(database, WarcWriter(folder.warcs, software="test", settings=""), 3, item, {})
        database.close()

    counts = asyncio.run(visit())
    assert (counts[0], counts[-1]) == (2, 3)
