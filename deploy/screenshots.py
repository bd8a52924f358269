"""Pictures of the main pages of a served demo archive for the README: python deploy/screenshots.py ADDRESS FOLDER."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

HEIGHT = 900
PAGES = {
    "home": "/",
    "search": "/tra-cuu?q=ke+hoach+tuyen+truyen",
    "places": "/dia-phuong?ban-do=cu",
}
DIRECTIVE = "35-CT/TW"


def main(address: str, folder: Path) -> None:
    """Take them, the search on a phone too."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        desk = browser.new_page(viewport={"width": 1280, "height": HEIGHT}, base_url=address)
        _wait_for(desk)
        for name, path in PAGES.items():
            _take(desk, path, folder / f"{name}.png")
        desk.goto(f"/tra-cuu?q={DIRECTIVE}")
        _take(desk, desk.locator(".documents-named a").first.get_attribute("href") or "/", folder / "document.png")
        desk.goto(PAGES["search"])
        _take(desk, desk.locator(".hit-title a").first.get_attribute("href") or "/", folder / "announcement.png")
        phone = browser.new_page(viewport={"width": 320, "height": 640}, base_url=address)
        _take(phone, PAGES["search"], folder / "phone.png")
        browser.close()


def _wait_for(page: Page) -> None:
    """Until the server answers, a minute at most."""
    for attempt in range(120):
        try:
            page.goto("/")
        except Error:
            if attempt == 119:
                raise
            page.wait_for_timeout(500)
        else:
            return


def _take(page: Page, path: str, file: Path) -> None:
    page.goto(path)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
