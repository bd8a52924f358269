"""A removed announcement on the site: its proof, a suspicion that is none yet, and a return."""

from __future__ import annotations

import pytest

from archive.folder import ArchiveFolder
from archive.store import Sighting, store
from archive.writer import utc, writing
from tests.archive.examples import FIRST_DAY, PORTAL, SECOND_DAY, URL, announcement, exchange
from tests.site.conftest import Site


@pytest.fixture
def site(folder: ArchiveFolder) -> Site:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        captures = [
            writer.put_capture(exchange(body, moment=moment), portal=PORTAL["name"], run=None)
            for body, moment in ((b"<h1>Trang</h1>", FIRST_DAY), (b"404", FIRST_DAY), (b"404!", SECOND_DAY))
        ]
        store(writer, announcement(), Sighting(PORTAL["name"], URL, captures[0], FIRST_DAY))
        writer.execute("UPDATE announcement SET removed_at = ?", (utc(SECOND_DAY),))
        writer.insert(
            "removal", announcement=1, reason="HTTP 404", last_seen=utc(FIRST_DAY), first_missed=utc(FIRST_DAY),
            first_capture=captures[1], confirmed_at=utc(SECOND_DAY), confirming_capture=captures[2],
        )  # fmt: skip
    return Site(folder)


def test_the_page_of_a_removed_announcement_leads_to_the_captures_that_prove_it(
    site: Site, folder: ArchiveFolder
) -> None:
    with writing(folder) as writer:
        uid = writer.execute("SELECT uid FROM announcement").fetchone()[0]
    page, data = site.get(f"/tin/{uid}", f"/tin/{uid}.json")
    assert "Lần đầu không thấy:" in page.text
    assert "Cổng đã gỡ tin này; lần cuối còn thấy là" in page.text
    (removal,) = data.json()["removals"]
    for capture in (removal["first_capture"], removal["confirming_capture"]):
        assert f'href="/ban-luu/{capture}"' in page.text
        assert site.page(f"/ban-luu/{capture}").status_code == 200


def test_a_suspicion_is_said_to_be_one(site: Site, folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.execute("DELETE FROM removal")
        writer.execute("UPDATE announcement SET removed_at = NULL, suspected_at = ?", (utc(SECOND_DAY),))
        uid = writer.execute("SELECT uid FROM announcement").fetchone()[0]
    page = site.page(f"/tin/{uid}").text
    assert "Nghi đã gỡ" in page
    assert "Cổng đã gỡ tin này" not in page
