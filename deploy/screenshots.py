"""Pictures of the main pages of a served demo archive, for the README."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

HEIGHT = 900
PAGES = {
    "home": "/",
    "search": "/tra-cuu?q=ke+hoach+tuyen+truyen",
    "places": "/dia-phuong?ban-do=cu",
}
DIRECTIVE = "35-CT/TW"


def take_all(address: str, folder: Path) -> None:
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


def main() -> None:
    """Take them as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="where the archive is served, as in http://127.0.0.1:8001")
    parser.add_argument("folder", type=Path, help="where the pictures are put")
    asked = parser.parse_args()
    take_all(asked.address, asked.folder)


if __name__ == "__main__":
    main()
