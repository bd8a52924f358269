"""Skins that portals have left: their reader stays, with an end date, and the time of the capture decides."""

from __future__ import annotations

import io
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.folder import ArchiveFolder
from scraper.platforms import newspaper
from scraper.platforms.layout import Layout
from scraper.reading import read_page
from tests.command import kehoach

URL = "https://bao.example/202005/khanh-thanh-cau-tan-long-3008512/index.htm"
TEXT = "<p>Sáng 12/5, Ủy ban nhân dân huyện khánh thành cầu Tân Long bắc qua sông Hương, dài 240 mét.</p>" * 3
PAGE = f"""<html><body><div class="detail"><h1 class="head">Khánh thành cầu Tân Long</h1>
<span class="made">02/01/2024 10:00</span><div class="meta"><span class="printed">12/05/2020 08:30</span></div>
<div class="txt">{TEXT}</div></div></body></html>""".encode()
NEW = Layout(sign='class="txt"', article=".detail", title=".head", date=".made", body=".txt")
OLD = replace(NEW, date=".printed", until=date(2022, 6, 30))


@pytest.fixture(autouse=True)
def _skins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newspaper, "LAYOUTS", (OLD, NEW))


@pytest.mark.parametrize(
    ("fetched_at", "printed"),
    [
        (datetime(2020, 6, 1, tzinfo=UTC), "12/05/2020 08:30"),
        (datetime(2022, 6, 30, 12, tzinfo=UTC), "12/05/2020 08:30"),
        (datetime(2022, 7, 1, tzinfo=UTC), "02/01/2024 10:00"),
        (datetime(2026, 1, 1, tzinfo=UTC), "02/01/2024 10:00"),
        (None, "12/05/2020 08:30"),
    ],
    ids=["long before", "on its last day", "on the day after", "long after", "at no known time"],
)
def test_the_time_of_the_capture_picks_the_skin(fetched_at: datetime | None, printed: str) -> None:
    reading = read_page(PAGE, URL, fetched_at=fetched_at)
    assert reading.platform == "newspaper"
    assert reading.announcement is not None
    assert (reading.announcement.title, reading.announcement.date_line) == ("Khánh thành cầu Tân Long", printed)


def test_a_page_whose_skins_are_all_past_is_read_by_its_labels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newspaper, "LAYOUTS", (OLD,))
    reading = read_page(PAGE, URL, fetched_at=datetime(2025, 1, 1, tzinfo=UTC), explain=True)
    assert reading.announcement is not None
    assert reading.announcement.title == "Khánh thành cầu Tân Long"
    assert "the platform prints it there" not in {reason.why for reason in reading.reasons}


def write_captures(path: Path, moments: dict[str, str]) -> None:
    """A WARC file with the page under several addresses, each fetched at a moment of its own."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, moment in moments.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            payload, dated = io.BytesIO(PAGE), {"WARC-Date": moment}
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=payload, http_headers=headers, warc_headers_dict=dated
                )
            )


def test_a_reread_picks_the_skin_by_the_time_of_each_capture(folder: ArchiveFolder, tmp_path: Path) -> None:
    of_old, of_new = URL, URL.replace("3008512", "3008513")
    write_captures(tmp_path / "old.warc.gz", {of_old: "2020-06-01T00:00:00Z", of_new: "2024-02-01T00:00:00Z"})
    assert kehoach("ingest", tmp_path / "old.warc.gz", "--archive", folder.path, cwd=tmp_path).code == 0
    skins = (
        "import datetime; from scraper.platforms import newspaper; from scraper.platforms.layout import Layout; "
        f"newspaper.LAYOUTS = ({OLD!r}, {NEW!r})"
    )
    assert kehoach("reread", "--archive", folder.path, cwd=tmp_path, prelude=skins).code == 0
    with sqlite3.connect(folder.database) as connection:
        days = dict(connection.execute("SELECT url, published_printed FROM announcement"))
    assert days == {of_old: "12/05/2020 08:30", of_new: "02/01/2024 10:00"}
