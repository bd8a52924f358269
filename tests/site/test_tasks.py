"""What a journalist comes for, from the first page to the answer: with the keyboard alone, on a screen 320 px wide."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from tests.site.library import ITEMS

OpenPage = Callable[[str], Page]
MOST_TABS = 300


@pytest.fixture
def start(open_page: Callable[..., Page]) -> OpenPage:
    """Opens a path on a small screen."""
    return lambda path: open_page(path, width=320)


def reach(target: Locator) -> Locator:
    """Go to a link, button or field by the Tab key, as somebody without a mouse does."""
    target.wait_for()
    for _ in range(MOST_TABS):
        if target.evaluate("node => node === document.activeElement"):
            return target
        target.page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key does not lead to {target}.")


def follow(target: Locator) -> None:
    """Reach a link or a button and press Enter."""
    reach(target)
    target.page.keyboard.press("Enter")


def search_for(page: Page, words: str) -> None:
    """Type words into the search box of the page."""
    reach(page.get_by_label("Tìm trong kho lưu trữ"))
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu?q=*")


def test_an_official_number_leads_to_the_announcement_that_issues_it(start: OpenPage) -> None:
    page = start("/")
    search_for(page, "5408")
    follow(page.locator("h2.hit-title a").first)
    page.wait_for_url("**/tin/**")
    assert page.locator("h1").inner_text() == ITEMS[0].title


def test_the_plans_that_carry_out_the_directive_of_2019_and_not_that_of_2024_and_when(start: OpenPage) -> None:
    page = start("/")
    search_for(page, "35-CT/TW")
    named = page.locator(".documents-named li")
    assert named.count() == 2
    follow(named.filter(has_text="30/05/2019").get_by_role("link"))
    page.wait_for_url("**/van-ban/*")
    way = page.locator(".way-row")
    assert way.count() == 2
    assert "35-CT/TW" in way.nth(0).inner_text()
    assert "5408/KH-UBND" in way.nth(1).inner_text()
    assert "sau 475 ngày" in way.nth(1).inner_text()
    follow(way.nth(1).locator("summary"))
    assert "Kế hoạch này thực hiện Chỉ thị số 35-CT/TW" in way.nth(1).locator("blockquote").inner_text()


def test_the_same_search_without_accents_narrowed_to_a_province_and_widened_again(start: OpenPage) -> None:
    page = start("/")
    search_for(page, "ke hoach tuyen truyen")
    count = page.locator("article.hit").count()
    follow(page.locator(".facets").get_by_role("link", name="Huế").first)
    page.wait_for_url("**tinh=*")
    assert 0 < page.locator("article.hit").count() < count
    follow(page.get_by_role("link", name="Bỏ: Tỉnh, thành hiện nay Huế"))
    page.wait_for_url(lambda url: "tinh=" not in url)
    assert page.locator("article.hit").count() == count


def test_what_hue_published_in_february_2020_with_its_undated_items_beside(start: OpenPage) -> None:
    page = start("/dia-phuong")
    follow(page.locator("table").get_by_role("link", name="Huế", exact=True))
    page.wait_for_url("**/dia-phuong/hue")
    follow(page.get_by_role("link", name="tháng 2/2020: 2 tin"))
    page.wait_for_url("**thang=2020-02*")
    assert page.locator("article.hit").count() == 2
    assert "còn 1 tin không rõ ngày đăng" in page.locator(".notice").inner_text()
    follow(page.get_by_role("link", name="Xem các tin đó"))
    page.wait_for_url("**khong-ngay=1*")
    assert page.locator("article.hit").count() == 1
    assert "Danh sách phòng họp" in page.locator("h2.hit-title").inner_text()


def test_who_carried_out_a_directive_of_the_centre_province_by_province(start: OpenPage) -> None:
    page = start("/van-ban/2")
    rows = page.locator("table.fulfilment tbody tr")
    assert rows.count() == 34
    assert "Đà Nẵng" in rows.nth(0).inner_text() and "475" in rows.nth(0).inner_text()
    assert "Không thấy" in page.locator("tr.state-not_seen").nth(0).inner_text()
    assert "Chưa thu thập được" in page.locator("tr.state-not_reached").nth(0).inner_text()
    follow(rows.nth(0).get_by_role("link", name="5408/KH-UBND"))
    page.wait_for_url("**/van-ban/1")


def test_what_was_changed_in_an_announcement(start: OpenPage) -> None:
    page = start("/tra-cuu")
    follow(page.locator(".facets").get_by_role("link", name="Đã sửa"))
    page.wait_for_url("**da-sua=1*")
    follow(page.locator("h2.hit-title a"))
    follow(page.get_by_role("link", name="So sánh với bản này"))
    page.wait_for_url("**/so-sanh/1")
    assert "0165" in page.locator("del").all_inner_texts()
    assert "0156" in page.locator("ins").all_inner_texts()


def test_a_removed_page_and_its_proof(start: OpenPage) -> None:
    page = start("/tra-cuu?da-go=1")
    search_for(page, "cúp nước")
    assert "da-go=1" in page.url
    follow(page.locator("h2.hit-title a"))
    page.wait_for_url("**/tin/**")
    assert "Cổng đã gỡ tin này" in page.locator(".notice-removed").inner_text()
    follow(page.get_by_role("link", name="Xem bản lưu"))
    page.wait_for_url("**/ban-luu/*")
    assert "sha256:" in page.locator("dl").inner_text()
    assert "lịch cúp nước" in page.locator(".words").inner_text()


def test_a_search_is_followed_by_feed(start: OpenPage) -> None:
    page = start("/tra-cuu?q=ke+hoach&tinh=Huế")
    feed = reach(page.get_by_role("link", name="Theo dõi (Atom)")).get_attribute("href")
    answer = page.request.get(feed or "")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "Sở Nội vụ triển khai kế hoạch tuyên truyền đại hội đảng bộ" in answer.text()


def test_a_search_goes_home_as_a_workbook(start: OpenPage) -> None:
    page = start("/tra-cuu?q=ke+hoach")
    with page.expect_download() as download:
        follow(page.get_by_role("link", name="XLSX"))
    assert download.value.suggested_filename == "tra-cuu.xlsx"
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert [sheet.title for sheet in book] == ["Tin, thông báo", "Độ phủ"]


def test_a_misspelt_word_leads_to_what_was_meant_and_nothing_found_is_no_proof(start: OpenPage) -> None:
    page = start("/")
    search_for(page, "kề hoạch")
    assert "Không thấy tin không có nghĩa là không có kế hoạch" in page.locator(".coverage").inner_text()
    follow(page.locator(".suggestion a"))
    page.wait_for_url(lambda url: "k%E1%BA%BF" in url)
    assert page.locator("article.hit").count() > 0


def test_a_month_of_the_timeline_is_a_link(start: OpenPage) -> None:
    page = start("/")
    follow(page.get_by_role("link", name="tháng 2/2020: 2 tin"))
    page.wait_for_url("**/tra-cuu?*thang=2020-02*")
    assert page.locator("article.hit").count() == 2


def test_a_province_of_the_map_of_before_is_a_link(start: OpenPage) -> None:
    page = start("/")
    follow(page.get_by_role("link", name="63 tỉnh, thành cũ"))
    page.wait_for_url("**ban-do=cu*")
    follow(page.get_by_role("link", name="Thừa Thiên Huế: 3 tin"))
    page.wait_for_url("**/dia-phuong/cu/thua-thien-hue")
    assert page.locator("h1").inner_text() == "Thừa Thiên Huế"


def test_the_search_box_of_plain_datasette_speaks_vietnamese_too(start: OpenPage) -> None:
    page = start("/archive/announcement")
    reach(page.get_by_label("Tìm trong bảng"))
    page.keyboard.type('"dai hoi dang bo" -"noi vu"')
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "_search=" in url)
    assert page.locator("table.list tbody tr").count() == 1


def test_english_stays_from_page_to_page(start: OpenPage) -> None:
    page = start("/nguon")
    follow(page.get_by_role("link", name="English"))
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert page.locator("h1").inner_text() == "Sources"
    follow(page.get_by_role("link", name="Places"))
    page.wait_for_url("**/dia-phuong")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Places"


def test_searching_and_reading_need_no_script(open_page: Callable[..., Page]) -> None:
    page = open_page("/", width=320, scripts=False)
    page.get_by_label("Tìm trong kho lưu trữ").fill("ke hoach tuyen truyen dai hoi dang bo")
    page.get_by_role("button", name="Tìm").click()
    assert page.locator("article.hit").count() == 2
    page.get_by_role("link", name=ITEMS[0].title).click()
    assert "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 5408/KH-UBND" in page.locator(".text").inner_text()
