"""How long searching and the pages of the site take on a large generated archive, beside plain Datasette.

In one run: the index is built (rows a second, size against the text), then each page is asked for over HTTP from two
servers on the same rows: ours, and Datasette with its default settings and without our plugin, which is given the words
as they stand in the index.
Run: python -m benchmarks.search [--rows 10000] [--folder DIR] [--times 15]   (a folder that exists is used again)
"""

from __future__ import annotations

import http.client
import time
from statistics import median
from urllib.parse import quote

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.site.serve import command_for
from archive.tokens import tokens_of
from benchmarks.generated_site import arguments, generated, served

SEARCHES = {
    "no words, newest": "",
    "rare number": "5408/KH-UBND",
    "30 % words": "sơ kết chuyên đề",
    "30 % unaccented": "so ket chuyen de",
    "1 % word": "vuy",
    "2 % phrase": '"sơ kết chuyên đề"',
    "2 % phrase, unaccented": '"so ket chuyen de"',
    "common word": "của",
    "common unaccented": "ke hoach cua tinh",
    "phrase": '"kế hoạch"',
    "phrase unaccented": '"ke hoach"',
    "beginning": "tuyê*",
    "no hit, proposal": "kề hoặch tuyềnn",
}
COUNTED_BY = "_facet=province_now&_facet=posted_by&_facet=document_type&_facet=year"


def main() -> None:
    """Build, measure, print."""
    parser = arguments(__doc__)
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    with generated(options) as folder:
        measure(folder, options.times)


def measure(folder: ArchiveFolder, times: int) -> None:
    """Ask both servers for each page."""
    database = open_for_reading(folder)
    (uid,) = database.execute("SELECT uid FROM announcement WHERE id = 77").fetchone()
    database.close()
    ours = {f"results: {name}": f"/tra-cuu?q={quote(text)}" for name, text in SEARCHES.items()}
    ours |= {
        "results: one province": "/tra-cuu?q=k%E1%BA%BF+ho%E1%BA%A1ch&tinh=Hu%E1%BA%BF",
        "home": "/",
        "announcement": f"/tin/{uid}",
        "document": "/van-ban/77",
        "documents": "/van-ban",
        "places": "/dia-phuong",
        "place": "/dia-phuong/hue",
        "table": "/archive/announcement",
        "table, JSON page": "/archive/announcement.json?_size=100",
    }
    plain_table = "/archive/announcement?_fts_table=announcement_fts&_fts_pk=search_row"
    plain = {
        f"results: {name}": f"{plain_table}&{COUNTED_BY}&_search={quote(tokens_of(text))}"
        for name, text in SEARCHES.items()
        if text
    }
    plain |= {"home": "/", "announcement": "/archive/announcement_text/77", "document": "/archive/document/77"}
    plain |= {"table": "/archive/announcement", "table, JSON page": "/archive/announcement.json?_size=100"}
    with served(*command_for(folder.database)) as server:
        site = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        mine = {name: timed(site, path, times) for name, path in ours.items()}
    with served("serve", str(folder.database)) as server:
        site = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        other = {name: timed(site, path, max(3, times // 3)) for name, path in plain.items()}
    print(f"{'ms':32}{'p50':>8}{'p95':>8}{'status':>8}   plain Datasette: {'p50':>8}{'p95':>8}{'status':>8}")
    for name, (middle, worst, status) in mine.items():
        beside = "{:25.0f}{:8.0f}{:8}".format(*other[name]) if name in other else ""
        print(f"{name:32}{middle:8.0f}{worst:8.0f}{status:8}{beside}")


def timed(site: http.client.HTTPConnection, path: str, times: int) -> tuple[float, float, int]:
    """The median and the 95th percentile in milliseconds, and the status; no answer comes from a memory of answers."""
    spent = []
    status = 0
    for number in range(times):
        started = time.perf_counter()
        try:
            site.request("GET", f"{path}{'&' if '?' in path else '?'}_n={number}")
            answer = site.getresponse()
            answer.read()
            status = answer.status
        except OSError:
            site.close()
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent), sorted(spent)[max(0, int(len(spent) * 0.95) - 1)], status


if __name__ == "__main__":
    main()
