"""Fifty readers with five seconds between clicks, without and with a writer at work; then requests meant to hurt.

Both parts run against one server over a generated archive: the readers' p50, p95 and errors alone and while another
process writes announcements in transactions of fifty; then each heavy request with its time, status and the server's
memory, while an ordinary page is asked for beside it.
Run: python -m benchmarks.site [--rows 10000] [--folder DIR] [--seconds 60]   (a folder that exists is used again)
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote

import httpx
from sqlite_utils import Database

from archive import index
from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from archive.site.serve import command_for
from benchmarks.generated_site import Server, arguments, generated, served
from benchmarks.large_archive import Author, Portals, put_portals, put_rows

READERS = 50
WRITTEN_A_SECOND = 20
"""What a crawl of twenty portals brings, each asked once a second."""
PAUSE = 5.0
CLICKS = (
    "/", "/tra-cuu?q=ke+hoach+tinh", "/tra-cuu?q=5408", "/tra-cuu?q=s%C6%A1+k%E1%BA%BFt+chuy%C3%AAn+%C4%91%E1%BB%81",
    "/tra-cuu?q=k%E1%BA%BF+ho%E1%BA%A1ch&nam=2015", "/van-ban/77", "/van-ban", "/dia-phuong", "/dia-phuong/hue",
    "/nguon", "/archive/announcement/77", "/archive/announcement", "/archive/announcement.json?_size=100",
)  # fmt: skip
HEAVY = {
    "one-letter beginnings": "/tra-cuu?q=" + quote("u* a* t* h* n*"),
    "24 common words": "/tra-cuu?q=" + quote("của và các trong cho với được về theo tại " * 3),
    "long phrase, unaccented": "/tra-cuu?q=" + quote('"uy ban nhan dan tinh ban hanh ke hoach so"'),
    "excluded common word": "/tra-cuu?q=" + quote("của -tỉnh -ngày"),
    "five hundred hits as XLSX": "/tra-cuu.xlsx?q=" + quote("của"),
    "five hundred hits as JSON": "/tra-cuu.json?q=" + quote("của"),
    "last page": "/tra-cuu?q=" + quote("của") + "&trang=99999",
    "500 rows of text": "/archive/announcement_text?_size=max",
    "500 rows of text, JSON": "/archive/announcement_text.json?_size=max&_shape=objects",
    "contains, unindexed": "/archive/announcement_text?body__contains=kh%C3%B4ng-c%C3%B3",
    "four facets": "/archive/announcement?_search=cua&_facet=title&_facet=url&_facet=lead&_facet=authors",
    "array facet": "/archive/announcement?_facet_array=authors",
    "date facet": "/archive/announcement?_facet_date=published_at",
}


def main() -> None:
    """Build where needed, measure, print."""
    parser = arguments(__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    with generated(options) as folder, served(*command_for(folder.database)) as server:
        asyncio.run(measure(folder, server, options.seconds))


async def measure(folder: ArchiveFolder, server: Server, seconds: float) -> None:
    """Readers alone, readers beside a writer, heavy requests."""
    limits = httpx.Limits(max_connections=READERS * 2)
    address = f"http://127.0.0.1:{server.port}"
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        for path in CLICKS:
            await client.get(path)
        alone = await readers(client, seconds)
        stop = multiprocessing.Event()
        writer = multiprocessing.Process(target=write, args=(folder, stop))
        writer.start()
        beside = await readers(client, seconds)
        stop.set()
        writer.join()
        report("50 readers alone", alone)
        report("50 readers beside a writer", beside)
        print(f"p95 beside / alone: {percentile(beside, 0.95) / percentile(alone, 0.95):.2f}")
        for name, path in HEAVY.items():
            (spent, status), (other, _) = await asyncio.gather(timed(client, path), timed(client, "/van-ban/77"))
            print(f"{name:28}{spent * 1000:8.0f} ms {status}   another reader meanwhile {other * 1000:6.0f} ms")
        print(f"the server's memory at most: {peak_memory(server.pid)} MiB")


async def readers(client: httpx.AsyncClient, seconds: float) -> list[tuple[float, int]]:
    """What fifty readers met: seconds and status of each click."""
    end = time.monotonic() + seconds
    found: list[tuple[float, int]] = []

    async def reader(number: int) -> None:
        draw = random.Random(number)
        await asyncio.sleep(draw.random() * PAUSE)
        while time.monotonic() < end:
            path = draw.choice(CLICKS)
            found.append(await timed(client, f"{path}{'&' if '?' in path else '?'}_n={number}-{len(found)}"))
            await asyncio.sleep(PAUSE)

    await asyncio.gather(*(reader(number) for number in range(READERS)))
    return found


async def timed(client: httpx.AsyncClient, path: str) -> tuple[float, int]:
    """How long an answer takes, and its status; 0 where there was none."""
    started = time.perf_counter()
    try:
        status = (await client.get(path)).status_code
    except httpx.HTTPError:
        status = 0
    return time.perf_counter() - started, status


def write(folder: ArchiveFolder, stop: Event) -> None:
    """Write announcements at a crawl's pace, fifty a transaction, until told to stop; then take them out again."""
    database = open_for_writing(folder)
    portals: Portals = put_portals(database, ignore=True)
    first = database.execute("SELECT max(id) + 1 FROM announcement").fetchone()[0]
    author, number = Author(seed=2), first
    while not stop.is_set():
        with database.atomic():
            put_rows(database, author, portals, range(number, number + 50))
            for announcement in range(number, number + 50):
                index.add(database, announcement, *texts(database, announcement))
        number += 50
        stop.wait(50 / WRITTEN_A_SECOND)
    print(f"written meanwhile: {number - first} announcements")
    with database.atomic():
        for announcement in range(first, number):
            index.remove(database, announcement, *texts(database, announcement))
        for table, column in (("mention", "announcement"), ("document", "id"), ("announcement", "id")):
            database.execute(f"DELETE FROM {table} WHERE {column} >= ?", (first,))
    database.close()


def texts(database: Database, announcement: int) -> tuple[str, str, str]:
    """The portal, the title and the body of a generated announcement."""
    sql = "SELECT a.portal, a.title, t.body FROM announcement a JOIN announcement_text t ON t.announcement = a.id"
    portal, title, body = database.execute(f"{sql} WHERE a.id = ?", (announcement,)).fetchone()
    return str(portal), str(title), str(body)


def report(name: str, found: list[tuple[float, int]]) -> None:
    """One line."""
    errors = sum(status != 200 for _, status in found)
    middle, worst = (percentile(found, share) * 1000 for share in (0.5, 0.95))
    print(f"{name:28} {len(found)} clicks, {errors} errors, p50 {middle:.0f} ms, p95 {worst:.0f} ms")


def percentile(found: list[tuple[float, int]], share: float) -> float:
    """The time that this share of the clicks does not exceed."""
    times = sorted(spent for spent, _ in found)
    return times[min(len(times) - 1, int(len(times) * share))]


def peak_memory(pid: int) -> int:
    """The most that a process ever held, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


if __name__ == "__main__":
    main()
