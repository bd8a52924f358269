"""A portal and announcements for tests of the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from archive.announcements import understand
from archive.model import Announcement, Attachment, Exchange, PrintedAnnouncement

PORTAL: dict[str, Any] = {
    "name": "thu-nghiem",
    "title": "Cổng thử nghiệm",
    "province": "Kon Tum",
    "province_now": "Quảng Ngãi",
    "agency": "Sở Nội vụ tỉnh Kon Tum",
    "system": "peoples_committee",
    "level": "province",
    "platform": "labelled",
    "host": "127.0.0.1",
    "state": "active",
    "successor": None,
    "publish": "full",
    "demo": 1,
}
URL = "http://127.0.0.1:8000/ke-hoach-1.html"
FIRST_DAY = datetime(2020, 2, 10, 3, 0, tzinfo=UTC)
SECOND_DAY = datetime(2020, 2, 12, 3, 0, tzinfo=UTC)
PRINTED = PrintedAnnouncement(
    url=URL,
    platform="labelled",
    title="Kế hoạch phòng, chống hạn hán năm 2020",
    date_line="Ngày đăng: 10/02/2020 08:30",
    date_source="page",
    byline="Tác giả: Nguyễn Thị Hoà",
    lead="Sở Nội vụ tỉnh ban hành Kế hoạch số 12/KH-SNV ngày 07/02/2020.",
    body_text="Thực hiện Kế hoạch số 189/KH-UBND ngày 20/01/2020 của UBND tỉnh.\nCác phòng phối hợp thực hiện.",
    attachments=(Attachment("http://127.0.0.1:8000/12-kh-snv.pdf", "Kế hoạch số 12/KH-SNV", "application/pdf"),),
)


def announcement(**changes: Any) -> Announcement:
    return understand(replace(PRINTED, **changes), portal=PORTAL["name"], fetched_at=FIRST_DAY)


def exchange(body: bytes = b"<h1>Trang</h1>", *, url: str = URL, moment: datetime = FIRST_DAY, **more: Any) -> Exchange:
    headers = ((b"Content-Type", b"text/html; charset=utf-8"), (b"ETag", b'"1"'))
    return Exchange(url=url, fetched_at=moment, status=200, headers=headers, body=body, **more)
