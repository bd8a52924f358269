"""The page of an announcement under an id that it had before leads to that which it has now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.withholding import find_part, withhold
from archive.writer import writing
from tests.site.conftest import Site
from tests.site.library import Item, make_archive

REVISION = {"title": "Kế hoạch cũ", "body_text": "Nội dung cũ."}


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    folder = make_archive(tmp_path / "data", [Item("Kế hoạch", "Nội dung.", revisions=[REVISION]), Item("Tin", "Tin.")])
    with writing(folder) as writer:
        writer.execute("UPDATE announcement SET uid = 'nay' WHERE id = 1")
        writer.execute("INSERT INTO former_id VALUES ('xua', 'nay')")
    return folder


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/tin/xua", "nay"),
        ("/tin/xua?q=ke+hoach", "nay?q=ke+hoach"),
        ("/tin/xua.json", "nay.json"),
        ("/tin/xua/so-sanh/1", "../../nay/so-sanh/1"),
    ],
)
def test_a_former_id_leads_to_the_one_of_today(folder: ArchiveFolder, path: str, location: str) -> None:
    answer, todays = Site(folder).get(path, path.replace("xua", "nay"))
    assert (answer.status_code, answer.headers["location"]) == (301, location)
    assert todays.status_code == 200


def test_a_former_id_of_what_is_withheld_leads_to_where_that_is_said(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        withhold(writer, find_part(writer.database, "xua"), "theo yêu cầu", datetime(2026, 11, 1, tzinfo=UTC))
    answer, todays = Site(folder).get("/tin/xua", "/tin/nay")
    assert (answer.status_code, answer.headers["location"], todays.status_code) == (301, "nay", 410)


def test_an_id_of_nothing_leads_nowhere(folder: ArchiveFolder) -> None:
    assert [answer.status_code for answer in Site(folder).get("/tin/abc", "/tin/abc.json")] == [404, 404]
