"""An article with a title and a text that stand still, around which tests put what they are about."""

from __future__ import annotations

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Huyện tổ chức hội nghị sơ kết công tác giảm nghèo"
TEXT = "<p>Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn.</p>" * 3


def read(above: str, below: str, behind: str = "") -> PrintedAnnouncement:
    page = f"<html><body>{above}<div><h1>{TITLE}</h1>{below}{TEXT}{behind}</div></body></html>"
    announcement = read_page(
        page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html"
    ).announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement
