"""What new pages lack that a portal's pages used to have; what never was well has not changed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.health.evidence import evidence_words, fact
from archive.store import Sighting, store
from archive.writer import writing
from scraper.finding import finding_of_run, lost_fields
from scraper.health import checks_of_run
from tests.archive.examples import FIRST_DAY, PORTAL, SECOND_DAY, announcement
from tests.command import kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import facts, path_of, small_portal

NEW = {"new titled": 20, "new dated": 20, "new bylined": 20, "new bodied": 20}


@pytest.mark.parametrize("papers", [0, 20])
@pytest.mark.parametrize(("count", "field"), [("new bodied", "text"), ("new bylined", "byline"), ("new dated", "date")])
def test_files_that_lists_announce_hide_no_loss_of_pages_and_are_none(
    folder: ArchiveFolder, papers: int, count: str, field: str
) -> None:
    with writing(folder, clock=lambda: SECOND_DAY + timedelta(days=1)) as writer:
        writer.put_portal(PORTAL)
        for number in range(20 + papers):
            url = f"http://127.0.0.1:8000/{number}"
            bare = {"date_line": None, "byline": None, "body_text": "", "flags": ("page-is-file",)}
            told = announcement(url=url, **(bare if number >= 20 else {}))
            store(writer, told, Sighting(PORTAL["name"], f"127.0.0.1/{number}", None, FIRST_DAY))
        run = writer.start_run(PORTAL["name"], "crawl")
        assert lost_fields(writer, PORTAL["name"], run, {"new": 20 + papers, "new files": papers, **NEW}) == ()
        lost = lost_fields(writer, PORTAL["name"], run, {"new": 20 + papers, "new files": papers, **NEW, count: 2})
        assert lost == (fact("lost_field", field=field, found=2, pages=20, share=0.98),)


def test_a_portal_that_was_never_well_has_failed_and_not_changed(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    whole = {path_of(number): loopback.routes[path_of(number)] for number in range(4)}
    loopback.routes |= dict.fromkeys(whole, Answer(b"\x89PNG\r\n\x1a\n"))
    words = ("--portals", facts(tmp_path / "portals", loopback.url("/tin-tuc")), "--allow-private", loopback.origin)
    told = []
    for answers in ({}, whole, {"/tin-tuc": Answer(status=404)}):
        loopback.routes |= answers
        kehoach("crawl", "thu-nghiem", *words, "--archive", tmp_path / "archive", cwd=tmp_path)
        told += kehoach("status", "--json", "--archive", tmp_path / "archive", cwd=tmp_path).json
    assert [status["state"] for status in told] == ["failed", "quiet", "changed"]  # all is of 2020
    assert "failed requests: 4 of 11; not_a_page: image-called-html (times: 4)" in told[0]["evidence"]


REFUSED = "unreachable: the connection was refused"


@pytest.mark.parametrize(
    ("outcomes", "evidence", "check"),
    [
        ([REFUSED], f"http://a.vn/0: {REFUSED}", f"http://a.vn/0: {REFUSED}"),
        (
            [REFUSED] * 6,
            f"http://a.vn/0 and other start addresses (6 in all): {REFUSED}",
            f"http://a.vn/0 and 5 other start addresses: {REFUSED}",
        ),
        (
            [REFUSED, "unreachable: HTTP 500", REFUSED],
            f"http://a.vn/0 and other start addresses (2 in all): {REFUSED}; http://a.vn/1: unreachable: HTTP 500",
            f"http://a.vn/0 and 1 other start address: {REFUSED}; http://a.vn/1: unreachable: HTTP 500",
        ),
        (["read", REFUSED, REFUSED], None, f"http://a.vn/1 and 1 other start address: {REFUSED}"),
    ],
    ids=["one", "six alike", "two alike and another", "some are read"],
)
def test_start_addresses_that_end_alike_are_told_once_with_their_number(
    outcomes: list[str], evidence: str | None, check: str
) -> None:
    starts = {f"http://a.vn/{number}": outcome for number, outcome in enumerate(outcomes)}
    counts = {"entries": 3, "listings": 1, "requests": 20}
    checks = checks_of_run(counts, starts, 0)
    assert next(one.evidence for one in checks if one.name == "start") == check
    found = finding_of_run(starts, {}, counts, checks, (), was_well=True)
    assert found.state == ("ok" if evidence is None else "unreachable")
    assert evidence is None or evidence_words("en", found.evidence) == evidence
