"""A list of three announcements in whatever markup a test gives it."""

from __future__ import annotations

from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from scraper.reading.result import Entry

ITEMS = (
    ("ke-hoach-cai-tao-cho-trung-tam-812", "Kế hoạch cải tạo chợ trung tâm huyện giai đoạn hai", "04/03/2021"),
    ("thong-bao-lich-cat-dien-tuan-toi-813", "Thông báo lịch cắt điện tuần tới", "03/03/2021"),
    ("hop-mat-nguoi-cao-tuoi-dau-xuan-814", "Họp mặt người cao tuổi đầu xuân tại xã Phú Hòa", "27/02/2021"),
)
TITLES = [title for _, title, _ in ITEMS]
ROW = '<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>'
BOX = "<div><h3>{head}</h3><ul>{rows}</ul></div>"


def listed(markup: str, address: str = "https://x.gov.vn/tin-tuc") -> tuple[Entry, ...]:
    return read_listing(make_page(markup.encode(), address))[0]


def rows(pattern: str) -> str:
    return "".join(pattern.format(slug=slug, title=title, day=day) for slug, title, day in ITEMS)
