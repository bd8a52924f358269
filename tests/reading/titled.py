"""The page of a commune around whatever a test puts in the place of an article."""

from __future__ import annotations

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p><p>Các thôn họp bình xét công khai, niêm yết danh"
    " sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân dân trước khi trình Ủy ban nhân dân xã.</p>"
)
ADDRESS = "https://xa-moc.example/Default.aspx?tabid=1190&id=5521"
QUOTING = "Câu lạc bộ Lịch sử ra mắt chuyên mục “Cụ kể cho nghe”"
TITLES = [QUOTING, "KBNN Ngọc Sơn: 99,6% hồ sơ kiểm soát chi qua dịch vụ công trực tuyến"]


def announcement_of(main: str, *, above: str = "", url: str = ADDRESS, head: str = "") -> PrintedAnnouncement:
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>UBND xã Mộc</title>{head}</head><body>'
        f'<div class="top">{above}</div><div class="main">{main}</div>'
        '<div class="foot"><p>Cơ quan chủ quản: UBND xã Mộc</p></div></body></html>'
    )
    read = read_page(page.encode(), url)
    assert read.kind == "article"
    assert read.announcement is not None
    return read.announcement


def title_of(main: str, *, above: str = "", url: str = ADDRESS) -> str | None:
    return announcement_of(main, above=above, url=url).title
