"""An archive that was crawled when keys were cut within hosts' names: crawl, verify and rebuild agree after it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from scraper.demo.exchange import Response, page
from scraper.facts import Portal
from tests.archive.older import cutting
from tests.command import kehoach
from tests.scraper.passing_days import PassingDays

BARE, WWW = "https://kontum.gov.vn", "https://www.kontum.gov.vn"
FACTS = {
    "title": "Cổng thông tin điện tử tỉnh Kon Tum",
    "province": "Kon Tum",
    "agency": "Ủy ban nhân dân tỉnh Kon Tum",
    "system": "peoples_committee",
    "level": "province",
    "platform": "labelled",
    "state": "active",
    "evidence": "x",
}
TITLES = ("Kế hoạch chuyển đổi số năm 2019", "Thông báo tuyển dụng công chức", "Hội nghị tổng kết công tác dân vận")
WORDS = "Ủy ban nhân dân tỉnh triển khai nhiệm vụ phát triển kinh tế, bảo đảm quốc phòng, an ninh trên địa bàn tỉnh."


def _listing(host: str, numbers: range) -> str:
    items = "".join(
        f'<li class="item"><h3><a href="{host}/tin-tuc/bai-{number}">{TITLES[number]}</a></h3>'
        f'<span class="date">{20 - number:02d}/08/2019</span></li>'
        for number in numbers
    )
    return f'<html><body><div><h1>Tin tức</h1><ul class="news-list">{items}</ul></div></body></html>'


def _article(title: str, number: int) -> str:
    text = f"<p>{WORDS}</p>" * 3
    day = f'<div class="date">Ngày đăng: {20 - number:02d}/08/2019</div>'
    return f'<html><body><div class="detail"><h1>{title}</h1>{day}<div class="body">{text}</div></div></body></html>'


class _Days(PassingDays):
    pages: dict[str, str]

    def _answer(self, request: Any) -> Response:
        self.asked.append(request.url)
        return page(self.pages[request.url]) if request.url in self.pages else Response(b"<h1>Not Found</h1>", 404)


@pytest.fixture
def days(tmp_path: Path) -> _Days:
    """A portal whose lists name its articles under both forms of its host, crawled once when keys were cut."""
    starts = (f"{BARE}/tin-tuc", f"{WWW}/moi")
    portal = Portal(name="kt-cong", start=starts, **FACTS)  # type: ignore[arg-type]
    site: Any = SimpleNamespace(origin="127.0.0.1:1")
    found = _Days(ArchiveFolder(tmp_path / "archive"), site, portal)
    found.pages = {starts[0]: _listing(BARE, range(3)), starts[1]: _listing(WWW, range(2))}
    found.pages |= {
        f"{host}/tin-tuc/bai-{number}": _article(title, number)
        for host in (BARE, WWW)
        for number, title in enumerate(TITLES)
    }
    facts = [f'{name} = "{value}"' for name, value in FACTS.items()]
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/kt.toml").write_text("\n".join(["[kt-cong]", f"start = {list(starts)}", *facts]))
    with cutting():
        assert found.crawl().counts["new"] == 5
    return found


def run(days: _Days, *words: object, archive: str = "archive") -> Any:
    folder = days.folder.path.parent
    return kehoach(*words, "--portals", folder / "facts", "--archive", folder / archive, cwd=folder)


def uids(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        return {uid for (uid,) in connection.execute("SELECT uid FROM announcement")}


@pytest.mark.parametrize("first", ["crawl", "verify"])
def test_what_opens_it_first_puts_it_right_and_nothing_is_to_be_found_fault_with(days: _Days, first: str) -> None:
    assert len(uids(days.folder.path)) == 5
    days.later(1)
    if first == "crawl":
        assert days.crawl().state == "passed"
    done = run(days, "verify")
    assert (done.code, "otherwise" in done.out) == (0, False), done.out
    assert len(uids(days.folder.path)) == 3


def test_an_edit_and_a_removal_reach_what_stood_twice(days: _Days) -> None:
    for host in (BARE, WWW):
        days.pages[f"{host}/tin-tuc/bai-0"] = _article(f"{TITLES[0]} (sửa đổi)", 0)
        del days.pages[f"{host}/tin-tuc/bai-1"]
    for _ in range(3):
        days.later(31)
        days.crawl()
    found = days.query("SELECT title, changed_at IS NOT NULL, removed_at IS NOT NULL FROM announcement ORDER BY title")
    assert found == [(TITLES[2], 0, 0), (f"{TITLES[0]} (sửa đổi)", 1, 0), (TITLES[1], 0, 1)]
    assert run(days, "verify").code == 0
    history = kehoach("history", f"{BARE}/tin-tuc/bai-0", "--archive", days.folder.path, cwd=days.folder.path)
    assert (history.code, "sửa đổi" in history.out) == (0, True), history.err


def test_an_archive_that_is_made_anew_of_its_captures_answers_to_all_ids(days: _Days) -> None:
    before = uids(days.folder.path)
    assert run(days, "verify").code == 0
    folder = days.folder.path.parent
    assert run(days, "ingest", days.folder.warcs, archive="anew").code == 0
    assert uids(folder / "anew") == uids(days.folder.path)
    for uid in before:
        told = [kehoach("history", uid, "--archive", folder / name, cwd=folder).code for name in ("archive", "anew")]
        assert told == [0, 0]
    assert run(days, "verify", archive="anew").code == 0
