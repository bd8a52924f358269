"""`kehoach export` of many announcements: rows a second and peak memory, beside sqlite-utils' own JSON lines.

python -m benchmarks.export [--rows 100000]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from scraper.demo.content import PORTALS, articles

DAY = "2020-02-10"
PORTAL = """
INSERT INTO portal (name, title, province, province_now, agency, system, level, platform, host, state)
VALUES ('benchmark', 'Benchmark', 'Kon Tum', 'Quảng Ngãi', 'Sở Nội vụ', 'other', 'province', 'liferay', 'x', 'active')
"""
ANNOUNCEMENT = """
INSERT INTO announcement (id, uid, portal, url, platform, title, published_at, published_precision, published_source,
    published_printed, published_sort, year, month, province, province_now, posted_by, system, level, content_digest,
    reader, first_seen, last_seen, authors)
VALUES (?, ?, 'benchmark', ?, 'liferay', ?, ?, 'day', 'page', '10/02/2020', ?, '2020', '2020-02', 'Kon Tum',
    'Quảng Ngãi', 'Sở Nội vụ', 'other', 'province', '', '1', ?, ?, '["Hữu Trí"]')
"""


def fill(folder: ArchiveFolder, rows: int) -> None:
    """An archive of `rows` announcements of about 5 KB, each with two mentions and every fourth with a file."""
    database = open_for_writing(folder)
    published = [article for name in PORTALS for article in articles(name)]
    texts = [block for article in published for block in article.blocks if isinstance(block, str)]
    connection = database.conn
    connection.execute("BEGIN")
    connection.execute(PORTAL)
    for number in range(rows):
        body = ""
        turn = number
        while len(body.encode()) < 5000:
            body += texts[turn % len(texts)] + "\n"
            turn += 7
        connection.execute(
            ANNOUNCEMENT, (number, f"u{number}", f"http://x/{number}", f"Kế hoạch số {number}", DAY, DAY, DAY, DAY)
        )
        connection.execute(
            "INSERT INTO announcement_text (announcement, body, fold_version) VALUES (?, ?, 1)", (number, body)
        )
        for position, (document, role) in enumerate(((f"{number}/KH-UBND", "issues"), ("35-CT/TW", "implements"))):
            connection.execute(
                "INSERT INTO mention (announcement, position, stands_in, role, number, alias, type, printed) "
                "VALUES (?, ?, 'body', ?, ?, ?, 'KH', ?)",
                (number, position, role, document, document, document),
            )
        if number % 4 == 0:
            connection.execute(
                "INSERT INTO attachment (announcement, position, url, name) VALUES (?, 0, ?, 'tại đây')",
                (number, f"http://x/{number}.pdf"),
            )
    connection.execute("COMMIT")
    database.close()


def run(*words: str) -> tuple[float, float]:
    """CPU seconds and peak MiB of a command whose output is thrown away."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as place:
        folder = ArchiveFolder(Path(place) / "archive")
        fill(folder, rows)
        ours = [sys.executable, "-c", "from archive.start import main; main()", "export", "--archive", str(folder.path)]
        sql = "SELECT * FROM announcement JOIN announcement_text ON announcement = id"
        commands = {
            "kehoach export --format jsonl": ours,
            "kehoach export --format json": [*ours, "--format", "json"],
            "kehoach export --format csv": [*ours, "--format", "csv"],
            "sqlite-utils query --nl (no documents, no files)": [
                *(sys.executable, "-m", "sqlite_utils", "query", str(folder.database), sql, "--nl"),
            ],
        }
        for name, words in commands.items():
            seconds, memory = run(*words)
            print(f"{name}: {rows / seconds:,.0f} rows a CPU second, {memory:.0f} MiB")


if __name__ == "__main__":
    main()
