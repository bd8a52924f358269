"""The demo from end to end: five portals crawled by the command line, and what comes out of the archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from scraper.demo import DemoServer, serve
from scraper.demo.site import VIETNAM
from tests.command import Done, kehoach

EXPECTED = Path(__file__).parent / "expected"
SEEDS = {
    "demo-quang-nam": "Đẩy mạnh thông tin, tuyên truyền Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ XXII, "
    "nhiệm kỳ 2020-2025",
    "demo-hue": "Kế hoạch tuyên truyền đại hội đảng bộ các cấp, Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, "
    "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
    "demo-quang-ninh": "Đầm Hà đảm bảo công tác tuyên truyền xuyên suốt",
    "demo-kon-tum": "Kế hoạch tuyên truyền Đại hội đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII "
    "của Đảng",
    "demo-ninh-thuan": "Thông tin tuyên truyền về công tác xây dựng Đảng, xây dựng hệ thống chính trị năm 2021 "
    "trên địa bàn tỉnh Ninh Thuận",
}
VOLATILE = ("first_seen", "last_seen", "capture", "id")


@dataclass
class Demo:
    """The crawled demo: the server, the first crawl's outcome, and where the archive lies."""

    server: DemoServer
    first: Done
    folder: Path
    cwd: Path

    def kehoach(self, *words: object) -> Done:
        port = str(self.server.port)
        return kehoach(*words, "--archive", self.folder, cwd=self.cwd, KEHOACH_DEMO_PORT=port)

    def crawl(self) -> Done:
        opened = [word for origin in self.server.origins for word in ("--allow-private", origin)]
        return self.kehoach("crawl", *SEEDS, *opened, "--json")

    def announcements(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.kehoach("export").out.splitlines()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    cwd = tmp_path_factory.mktemp("demo")
    with serve(0, clock=lambda: datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM)) as server:
        crawled = Demo(server, Done(0, "", ""), cwd / "archive", cwd)
        crawled.first = crawled.crawl()
        yield crawled


def test_every_portal_passes_its_checks(demo: Demo) -> None:
    assert demo.first.code == 0, demo.first.out + demo.first.err
    assert {report["portal"]: report["state"] for report in demo.first.json} == dict.fromkeys(SEEDS, "passed")


@pytest.mark.parametrize("name", SEEDS)
def test_every_article_of_a_portal_is_in_the_archive_once(demo: Demo, name: str) -> None:
    site = demo.server.sites[name]
    titles = sorted(row["title"] for row in demo.announcements() if row["portal"] == name)
    assert titles == sorted(article.title for article in site.articles())


def test_nothing_that_robots_forbid_was_asked_for(demo: Demo) -> None:
    assert {name: site.faults for name, site in demo.server.sites.items()} == {name: [] for name in SEEDS}


@pytest.mark.parametrize("name", SEEDS)
def test_the_article_of_the_seed_comes_out_exactly_as_expected(demo: Demo, name: str) -> None:
    row = next(row for row in demo.announcements() if row["portal"] == name and row["title"] == SEEDS[name])
    for key in VOLATILE:
        del row[key]
    text = json.dumps(row, ensure_ascii=False, indent=2).replace(f":{demo.server.port}/", ":8610/") + "\n"
    file = EXPECTED / f"{name}.json"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        pytest.fail(f"{file.name} was written; read it, and keep it if it is right.")
    assert json.loads(text) == json.loads(file.read_text("utf-8"))


def test_kon_tum_has_its_dates_from_the_listing_and_its_pages_none(demo: Demo) -> None:
    rows = [row for row in demo.announcements() if row["portal"] == "demo-kon-tum"]
    dated = [row for row in rows if row["published_at"]]
    assert {row["published_source"] for row in dated} == {"listing"}
    assert len(dated) == len(rows) - 1


def test_one_announcement_has_no_day_anywhere_and_is_found_as_such(demo: Demo) -> None:
    (undated,) = (row for row in demo.announcements() if not row["published_at"])
    assert undated["title"].startswith("Thông báo lịch trực và phân luồng phương tiện tại cửa khẩu")
    assert (undated["published_printed"], undated["published_source"]) == (None, None)
    found = demo.kehoach("search", "lich truc va phan luong", "--json").json
    assert {hit["title"]: hit["published_at"] for hit in found["hits"]}[undated["title"]] is None


@pytest.mark.parametrize(
    "words", ["ke hoach tuyen truyen dai hoi dang bo", "kế hoạch tuyên truyền đại hội đảng bộ", "5408/KH-UBND"]
)
def test_a_search_finds_the_seed_with_and_without_accents(demo: Demo, words: str) -> None:
    found = demo.kehoach("search", words, "--json", "--limit", 100).json
    assert any(hit["title"] in SEEDS.values() for hit in found["hits"])


def test_the_archive_is_what_it_says_it_is(demo: Demo) -> None:
    done = demo.kehoach("verify")
    assert done.code == 0, done.out


def test_every_row_of_every_export_is_marked_as_demo(demo: Demo) -> None:
    assert all(row["demo"] is True for row in demo.announcements())


def test_a_second_crawl_adds_nothing(demo: Demo) -> None:
    before = [row["id"] for row in demo.announcements()]
    done = demo.crawl()
    assert done.code == 0, done.out + done.err
    assert [row["id"] for row in demo.announcements()] == before
    assert sum(report["counts"].get("new", 0) for report in done.json) == 0


def test_a_reread_changes_nothing(demo: Demo) -> None:
    before = demo.announcements()
    assert demo.kehoach("reread").code == 0
    assert demo.announcements() == before
