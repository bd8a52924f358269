"""The site in a real browser: with the keyboard, on a small screen, with hostile announcements, checked by axe."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from archive.folder import ArchiveFolder
from tests.site.library import ITEMS
from tests.site.payloads import HOSTILE

PAGES = [
    "/", "/?ban-do=cu", "/tra-cuu?q=ke+hoach", "/tra-cuu?q=khong-he-co", "/tra-cuu?tinh=Huế&thang=2020-02", "/van-ban",
    "/van-ban/2", "/dia-phuong", "/dia-phuong/hue", "/dia-phuong/cu/quang-nam", "/nguon", "/nguon/hue-noi-vu",
    "/gioi-thieu", "/tai-ve", "/trinh-thu-thap", "/so-khuyet", "/da-rut", "/ban-luu/1", "/archive",
    "/archive/announcement", "/archive/mention",
    "/archive/announcement/1", "/archive/announcement/14", "/archive/portal", "/archive/mention/1", "/xyz",
]  # fmt: skip
CHECKED_BY_AXE = ("/", "/tra-cuu?q=ke+hoach", "/van-ban/2", "/dia-phuong/hue", "/archive/announcement/1")


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


def test_the_first_tab_leads_past_the_menu(open_page: Callable[..., Page]) -> None:
    page = open_page("/tra-cuu?q=ke")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


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


def test_on_a_small_screen_a_name_without_a_break_makes_no_paper_wider(open_page: Callable[..., Page]) -> None:
    page = open_page("/van-ban/2", width=320)
    page.evaluate("document.querySelectorAll('main b, main .quiet').forEach(it => it.textContent = 'Ủ'.repeat(120))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
