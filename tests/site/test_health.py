"""What the site says of its sources: pages, badge, feeds, machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from archive.clock import utc
from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.health import refresh
from archive.health.evidence import fact, pack
from archive.notify.book import Target
from archive.notify.messages import digest
from archive.store import Sighting, store
from archive.writer import ArchiveWriter, writing
from tests.archive.examples import PORTAL, announcement
from tests.site.conftest import Site

NOW = datetime.now(UTC)
SERIES = "\n".join(
    f"Thực hiện Kế hoạch số {place}/KH-UBND ngày {place - 20}/3/2020 của Ủy ban nhân dân tỉnh Kon Tum."
    for place in range(30, 50)
    if place != 43
)
BLOCKED = pack([fact("start", url="https://baoquangngai.vn/", outcome="blocked: HTTP 403")])
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = ArchiveFolder(Path(tmp_path_factory.mktemp("health")) / "archive")
    with writing(folder) as writer:
        writer.put_portal(PORTAL | {"demo": 0})
        first, second = NOW - timedelta(days=10), NOW - timedelta(hours=2)
        today = f"{NOW - timedelta(days=1):%d/%m/%Y}"
        for title, printed, seen in (
            ("Kế hoạch từ lần đầu", "10/02/2020", first),
            ("Kế hoạch tìm thấy muộn", "11/02/2019", second),
            ("Kế hoạch vừa đăng", today, second),
        ):
            url = f"http://127.0.0.1:8000/{title}.html".replace(" ", "-")
            read = announcement(url=url, title=title, date_line=f"Ngày đăng: {printed}", body_text=SERIES)
            store(writer, read, Sighting(PORTAL["name"], url, None, seen))
        for moment, state in ((first, "ok"), (NOW - timedelta(hours=1), "blocked")):
            run = writer.start_run(PORTAL["name"], "crawl")
            writer.update("run", run, started_at=utc(moment), ended_at=utc(moment + timedelta(minutes=9)),
                          state="passed", finding=state, evidence=BLOCKED)  # fmt: skip
        refresh(writer.database, [PORTAL["name"]], NOW)
    yield Site(folder)


def look(writer: ArchiveWriter, name: str, finding: str, at: datetime) -> None:
    run = writer.start_run(name, "crawl")
    writer.update("run", run, started_at=utc(at), ended_at=utc(at), state="passed", finding=finding, evidence=BLOCKED)
    refresh(writer.database, [name], NOW)


def test_healthz_names_the_sources_in_trouble(site: Site) -> None:
    told = site.page("/healthz").json()
    assert (told["troubled"], told["sources_troubled"]) == ([PORTAL["name"]], 1)


def test_a_source_is_in_one_state_on_every_page_that_tells_it(site: Site) -> None:
    home, place, sources, source = site.get("/", "/dia-phuong/quang-ngai", "/nguon", f"/nguon/{PORTAL['name']}")
    assert '<a href="/nguon">1 nguồn chặn truy cập</a>.' in home.text
    for page in (place, sources, source):
        assert page.text.count('class="health ') == 1
        assert "chặn truy cập" in page.text
        assert "đang hoạt động" not in page.text.lower()


def test_healthz_is_not_ok_where_no_source_is_well_and_ok_again_where_one_is(tmp_path: Path) -> None:
    folder = ArchiveFolder(tmp_path / "archive")
    with writing(folder) as writer:
        for name, state in (("mot", "blocked"), ("hai", "unreachable")):
            writer.put_portal(PORTAL | {"name": name})
            look(writer, name, state, NOW - timedelta(hours=2))
    answer = Site(folder).page("/healthz")
    assert (answer.status_code, answer.json()["ok"], answer.json()["sources_ok"]) == (503, False, 0)
    with writing(folder) as writer:
        look(writer, "mot", "ok", NOW - timedelta(hours=1))
    answer = Site(folder).page("/healthz")
    assert (answer.status_code, answer.json()["ok"], answer.json()["sources_ok"]) == (200, True, 1)


def test_the_badge_is_a_picture_that_says_the_state(site: Site) -> None:
    answer = site.page(f"/nguon/{PORTAL['name']}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "chặn truy cập" in "".join(ElementTree.fromstring(answer.text).itertext())
    assert site.page("/nguon/khong-co.svg").status_code == 404


@pytest.fixture
def stale(tmp_path: Path) -> Site:
    """A portal that was well when it was last looked at, three months after its state began to be so."""
    folder = ArchiveFolder(tmp_path / "archive")
    with writing(folder) as writer:
        writer.put_portal(PORTAL | {"demo": 0})
        for day in ("2026-01-01", "2026-03-30"):
            run = writer.start_run(PORTAL["name"], "crawl")
            writer.update("run", run, started_at=f"{day}T02:00:00Z", state="passed", finding="ok")
            refresh(writer.database, [PORTAL["name"]], datetime.fromisoformat(f"{day}T02:09:00Z"))
    return Site(folder)


def test_a_portal_that_nobody_looks_at_is_not_called_well_and_its_last_look_is_told(stale: Site) -> None:
    badge = stale.page(f"/nguon/{PORTAL['name']}.svg").text
    assert "đã lâu chưa được xem lại" in badge
    assert "#2e6b3a" not in badge
    (notice, *_) = stale.page(f"/tra-cuu.feed.json?nguon={PORTAL['name']}").json()["items"]
    assert notice["title"] == f"{PORTAL['title']}: đã lâu chưa được xem lại, từ 30/03/2026"
    page = stale.page(f"/nguon/{PORTAL['name']}").text
    assert "hoạt động bình thường" not in page
    assert "từ 30/03/2026" in page
    target = Target(1, "json://127.0.0.1", ("digest",), None, "vi", utc(NOW))
    with closing(open_for_reading(stale.folder)) as database:
        text = digest(database, target, NOW).text
    assert f"! {PORTAL['title']}: đã lâu chưa được xem lại (30/03/2026, 09:0" in text


def test_a_portal_that_is_held_back_is_called_so_everywhere(stale: Site) -> None:
    with writing(stale.folder) as writer:
        writer.execute("INSERT INTO pause VALUES (?, ?, ?)", (PORTAL["name"], utc(NOW), "webmaster đề nghị"))
    for path in (f"/nguon/{PORTAL['name']}.svg", f"/nguon/{PORTAL['name']}", "/nguon"):
        text = stale.page(path).text
        assert "tạm ngừng thu thập" in text
        assert "hoạt động bình thường" not in text
    told = stale.page("/healthz").json()
    assert (told["troubled"], told["paused"]) == ([], [PORTAL["name"]])
    target = Target(1, "json://127.0.0.1", ("digest",), None, "vi", utc(NOW))
    with closing(open_for_reading(stale.folder)) as database:
        text = digest(database, target, NOW).text
    assert f"! {PORTAL['title']}: tạm ngừng thu thập. webmaster đề nghị." in text


@pytest.mark.parametrize("path", ["/nguon", f"/nguon/{PORTAL['name']}"])
def test_the_pages_of_sources_say_the_state_and_since_when(site: Site, path: str) -> None:
    assert "chặn truy cập" in site.page(path).text


def test_a_feed_begins_with_the_silence_of_its_sources_and_leaves_out_what_was_found_late(site: Site) -> None:
    feed = ElementTree.fromstring(site.page("/tra-cuu.atom?q=ke+hoach").content)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert "chặn truy cập" in (titles[0] or "")
    assert titles[1:] == ["Kế hoạch vừa đăng", "Kế hoạch từ lần đầu"]


def test_the_json_feed_tells_the_same(site: Site) -> None:
    answer = site.page("/tra-cuu.feed.json?q=ke+hoach")
    assert answer.headers["content-type"].startswith("application/feed+json")
    told = json.loads(answer.text)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in told["items"]][1:] == ["Kế hoạch vừa đăng", "Kế hoạch từ lần đầu"]
    assert len({item["id"] for item in told["items"]}) == 3


@pytest.mark.parametrize(("language", "words"), [("vi", "bị chặn: HTTP 403"), ("en", "blocked: HTTP 403")])
def test_page_and_feeds_tell_the_evidence_in_the_readers_language(site: Site, language: str, words: str) -> None:
    reader = Site(site.folder, {"lang": language})
    for path in (f"/nguon/{PORTAL['name']}", "/tra-cuu.feed.json?q=ke+hoach", "/tra-cuu.atom?q=ke+hoach"):
        assert f"https://baoquangngai.vn/: {words}" in reader.page(path).text


def test_missing_numbers_stand_between_their_neighbours(site: Site) -> None:
    page = site.page("/so-khuyet").text
    assert "42/KH-UBND" in page
    assert "44/KH-UBND" in page
    assert [row["missing"] for row in site.page("/so-khuyet.json").json()["holes"]] == [43]
    assert "43" in site.page("/so-khuyet.csv").text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_about_the_crawler_says_how_to_stop_it(site: Site, language: str) -> None:
    answer = Site(site.folder, {"lang": language}).page("/trinh-thu-thap")
    assert answer.status_code == 200
    assert "robots.txt" in answer.text
