"""Addresses are checked when they are taken in: only http and https become links, files or entries of the archive."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from scraper.reading import read_page
from tests.scraper.portals import article, listing

SCHEMES = [
    "javascript:alert(1)//.pdf",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.vn/ke-hoach.pdf",
    "blob:https://example.vn/x",
    "s3://bucket/ke-hoach.pdf",
    "http://user:secret@example.vn/ke-hoach.pdf",
    "https://",
    "\\\\evil.example\\ke-hoach.pdf",
]
BASE = "https://portal.example.vn/tin-tuc/bai-viet-so-1001.html"


@pytest.mark.parametrize("address", SCHEMES)
def test_a_hostile_address_becomes_neither_file_nor_entry(address: str) -> None:
    file = f'<p>Tệp đính kèm: <a href="{address}">Ke hoach so 12.pdf</a></p>'
    page = article(1).body.replace(b"</p></div>", f"</p>{file}</div>".encode())
    reading = read_page(page, BASE, content_type="text/html")
    assert reading.announcement is not None
    shown = [attachment.url for attachment in reading.announcement.attachments]
    listed = listing(range(3)).body.replace(b"/tin-tuc/bai-viet-so-1001.html", address.encode())
    shown += [entry.url for entry in read_page(listed, "https://portal.example.vn/tin-tuc").entries]
    assert len(shown) >= 2
    assert [url for url in shown if urlsplit(url).scheme not in ("http", "https") or "@" in urlsplit(url).netloc] == []


@pytest.mark.parametrize("kind", ["canonical", "og:url", "base"])
def test_a_page_cannot_name_a_hostile_address_its_own(kind: str) -> None:
    tag = {
        "canonical": '<link rel="canonical" href="javascript:alert(1)">',
        "og:url": '<meta property="og:url" content="file:///etc/passwd">',
        "base": '<base href="data:text/html,x">',
    }[kind]
    page = article(1).body.replace(b"<head>", f"<head>{tag}".encode())
    assert urlsplit(read_page(page, BASE).url).scheme == "https"
