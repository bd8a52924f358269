"""The site in a real browser: with the keyboard, on a small screen, with hostile announcements, checked by axe."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from archive.folder import ArchiveFolder
from archive.site.serve import datasette_for
from tests.site.library import ITEMS
from tests.site.payloads import HOSTILE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PAGES = [
    "/", "/?ban-do=cu", "/tra-cuu?q=ke+hoach", "/tra-cuu?q=khong-he-co", "/tra-cuu?tinh=Huế&thang=2020-02", "/van-ban",
    "/van-ban/2", "/dia-phuong", "/dia-phuong/hue", "/dia-phuong/cu/quang-nam", "/nguon", "/nguon/hue-noi-vu",
    "/gioi-thieu", "/tai-ve", "/trinh-thu-thap", "/so-khuyet", "/da-rut", "/ban-luu/1", "/archive",
    "/archive/announcement", "/archive/mention",
    "/archive/announcement/1", "/archive/announcement/14", "/archive/portal", "/archive/mention/1", "/xyz",
]  # fmt: skip
CHECKED_BY_AXE = ("/", "/tra-cuu?q=ke+hoach", "/van-ban/2", "/dia-phuong/hue", "/archive/announcement/1")


@pytest.fixture(scope="module")
def address(library: ArchiveFolder) -> Iterator[str]:
    """The site at an address of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    datasette = datasette_for(library)
    config = uvicorn.Config(datasette.app(), host="127.0.0.1", port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 120
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("These tests need a Chromium: apt-get install chromium, or `make browser`.")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a path; what the page asks of other hosts, and its errors, stand in `page.faults`."""
    contexts = []

    def opening(path: str, *, width: int = 1280, scripts: bool = True, **options: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=address, **options
        )
        contexts.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.faults = faults  # type: ignore[attr-defined]
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(address) else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(path)
        return page

    yield opening
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen_or_asks_another_host(open_page: Callable[..., Page], width: int) -> None:
    page = open_page("/", width=width)
    for path in PAGES:
        page.goto(path)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert excess <= 0, path
    assert page.faults == []  # type: ignore[attr-defined]


def test_hostile_announcements_run_nothing(open_page: Callable[..., Page], library: ArchiveFolder) -> None:
    page = open_page("/")
    paths = ["/", "/tra-cuu", "/tra-cuu?trang=2", "/archive/announcement", "/van-ban", "/archive/mention"]
    paths += [f"/archive/announcement/{len(ITEMS) + number}" for number in range(1, len(HOSTILE) + 1, 5)]
    paths += ["/tra-cuu?q=<script>document.title='pwned'</script>", '/tra-cuu?q="><img src=x onerror=a>']
    links_that_run = "a[href^='javascript:'], a[href^='data:'], iframe, base, meta[http-equiv]"
    for path in paths:
        page.goto(path)
        assert "pwned" not in page.title().replace("document.title='pwned'", ""), path
        assert page.locator(links_that_run).count() == 0, path
        assert page.locator("script:not([type='application/ld+json']), [onerror], [onload]").count() == 0, path
    assert page.faults == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("paths", [CHECKED_BY_AXE, pytest.param(PAGES, marks=pytest.mark.soak)], ids=["some", "all"])
def test_axe_finds_nothing_to_mend(open_page: Callable[..., Page], paths: Sequence[str]) -> None:
    axe = Axe()
    faults = []
    for width in (1280, 320):
        page = open_page("/xyz", width=width)
        for path in paths:
            page.goto(path)
            for violation in axe.run(page).response["violations"]:
                faults.append((width, path, violation["id"], [node["html"][:120] for node in violation["nodes"][:3]]))
    assert faults == []


def test_a_journalist_searches_with_the_keyboard_alone(open_page: Callable[..., Page]) -> None:
    page = open_page("/")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("5408")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu?q=5408")
    page.locator("h2.hit-title a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tin/**")
    assert page.locator("h1").inner_text() == ITEMS[0].title


def test_the_first_tab_leads_past_the_menu(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=ke")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_searching_and_reading_need_no_script_and_no_wide_screen(open_page: Callable[..., Page]) -> None:
    page = open_page("/", width=320, scripts=False)
    page.get_by_label("Tìm trong kho lưu trữ").fill("ke hoach tuyen truyen dai hoi dang bo")
    page.get_by_role("button", name="Tìm").click()
    assert page.locator("article.hit").count() == 2
    page.get_by_role("link", name=ITEMS[0].title).click()
    assert "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 5408/KH-UBND" in page.locator(".text").inner_text()


def test_the_plans_that_carry_out_the_directive_of_2019_and_not_that_of_2024(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=35-CT/TW", width=320)
    named = page.locator(".documents-named li")
    assert named.count() == 2
    named.filter(has_text="30/05/2019").get_by_role("link").click()
    way = page.locator(".way-row")
    assert way.count() == 2
    assert "35-CT/TW" in way.nth(0).inner_text()
    assert "5408/KH-UBND" in way.nth(1).inner_text()
    assert "sau 475 ngày" in way.nth(1).inner_text()
    way.nth(1).locator("summary").click()
    assert "Kế hoạch này thực hiện Chỉ thị số 35-CT/TW" in way.nth(1).locator("blockquote").inner_text()


def test_the_same_search_without_accents_and_a_facet(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=ke+hoach+tuyen+truyen")
    count = page.locator("article.hit").count()
    page.locator(".facets").get_by_role("link", name="Huế").first.click()
    assert 0 < page.locator("article.hit").count() < count
    page.get_by_role("link", name="Bỏ: Tỉnh, thành hiện nay Huế").click()
    assert page.locator("article.hit").count() == count


def test_what_hue_published_in_february_2020_with_its_undated_items_beside(open_page: Callable[..., Page]) -> None:
    page = open_page("/dia-phuong/hue", width=320)
    page.get_by_role("link", name="tháng 2/2020: 2 tin").click()
    assert page.locator("article.hit").count() == 2
    assert "còn 1 tin không rõ ngày đăng" in page.locator(".notice").inner_text()
    page.get_by_role("link", name="Xem các tin đó").click()
    assert page.locator("article.hit").count() == 1
    assert "Danh sách phòng họp" in page.locator("h2.hit-title").inner_text()


def test_who_carried_out_a_directive_of_the_centre_province_by_province(open_page: Callable[..., Page]) -> None:
    page = open_page("/van-ban/2", width=320)
    rows = page.locator("table.fulfilment tbody tr")
    assert rows.count() == 34
    assert "Đà Nẵng" in rows.nth(0).inner_text() and "475" in rows.nth(0).inner_text()
    assert "Không thấy" in page.locator("tr.state-not_seen").nth(0).inner_text()
    assert "Chưa thu thập được" in page.locator("tr.state-not_reached").nth(0).inner_text()
    rows.nth(0).get_by_role("link", name="5408/KH-UBND").click()
    page.wait_for_url("**/van-ban/1")


def test_what_was_changed_in_an_announcement(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?da-sua=1")
    page.locator("h2.hit-title a").click()
    page.get_by_role("link", name="So sánh với bản này").click()
    assert "0165" in page.locator("del").all_inner_texts()
    assert "0156" in page.locator("ins").all_inner_texts()


def test_a_search_is_followed_by_feed(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=ke+hoach&tinh=Huế")
    feed = page.get_by_role("link", name="Theo dõi (Atom)").get_attribute("href")
    answer = page.request.get(feed or "")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "Sở Nội vụ triển khai kế hoạch tuyên truyền đại hội đảng bộ" in answer.text()


def test_a_misspelt_word_leads_to_what_was_meant_and_nothing_found_is_no_proof(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=kề+hoạch", width=320)
    assert "Không thấy tin không có nghĩa là không có kế hoạch" in page.locator(".coverage").inner_text()
    page.locator(".suggestion a").click()
    assert page.locator("article.hit").count() > 0


def test_the_search_box_of_plain_datasette_speaks_vietnamese_too(open_page: Callable[..., Page]) -> None:
    page = open_page("/archive/announcement")
    page.get_by_label("Tìm trong bảng").fill('"dai hoi dang bo" -"noi vu"')
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "_search=" in url)
    assert page.locator("table.list tbody tr").count() == 1


def test_a_removed_page_and_its_proof(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=cúp+nước&da-go=1")
    page.locator("h2.hit-title a").click()
    assert "Cổng đã gỡ tin này" in page.locator(".notice-removed").inner_text()
    page.get_by_role("link", name="Xem bản lưu").click()
    assert "sha256:" in page.locator("dl").inner_text()
    assert "lịch cúp nước" in page.locator(".words").inner_text()


def test_a_month_of_the_timeline_is_a_link(open_page: Callable[..., Page]) -> None:
    page = open_page("/")
    page.get_by_role("link", name="tháng 2/2020: 2 tin").click()
    page.wait_for_url("**/tra-cuu?*thang=2020-02*")
    assert page.locator("article.hit").count() == 2


def test_a_province_of_the_map_is_a_link_by_click_and_by_key(open_page: Callable[..., Page]) -> None:
    page = open_page("/dia-phuong?ban-do=cu")
    page.get_by_role("link", name="Thừa Thiên Huế: 3 tin").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/dia-phuong/cu/thua-thien-hue")
    assert page.locator("h1").inner_text() == "Thừa Thiên Huế"


def test_a_search_goes_home_as_a_workbook(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=ke+hoach")
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "tra-cuu.xlsx"


def test_english_stays_from_page_to_page(open_page: Callable[..., Page]) -> None:
    page = open_page("/nguon")
    page.get_by_role("link", name="English").click()
    assert page.locator("h1").inner_text() == "Sources"
    page.get_by_role("link", name="Places").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Places"


def test_the_first_page_weighs_at_most_150_kilobytes_compressed(open_page: Callable[..., Page]) -> None:
    page = open_page("/xyz")
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto("/", wait_until="networkidle")
    assert sum(len(gzip.compress(body)) for body in bodies) <= 150 * 1024


@pytest.mark.parametrize("path", ["/archive/announcement", "/van-ban", "/nguon", "/van-ban/2", "/dia-phuong"])
def test_on_a_small_screen_the_rows_of_a_table_are_read_without_scrolling_aside(
    open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(path, width=320)
    rows = "[...document.querySelectorAll('table.list tbody tr')].map(row => row.scrollWidth)"
    assert 0 < max(page.evaluate(rows)) <= 320
    assert page.locator("table.list tbody tr").first.bounding_box()["height"] < 400


def test_on_a_small_screen_a_calendar_shows_every_month_with_its_number(open_page: Callable[..., Page]) -> None:
    page = open_page("/dia-phuong/hue", width=320)
    months = page.locator("table.calendar tbody tr").first.locator("td")
    assert months.count() == 12
    assert all(box["x"] + box["width"] <= 320 for box in (month.bounding_box() for month in months.all()))
