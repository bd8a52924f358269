"""A page of a known platform around an article that stands still."""

from __future__ import annotations

from scraper.reading import read_page
from scraper.reading.result import Reading

TITLE = "Xã Mộc ra mắt Hội quán Nhà vườn Sen hồng"
FIRST = "Chiều 17/3, tại ấp 10, xã Mộc, Ban Chủ nhiệm lâm thời tổ chức ra mắt Hội quán với 42 thành viên tham gia."
TEXT = (
    f"<p>{FIRST}</p><p>Hội quán được thành lập trên tinh thần tự nguyện, tự quản, tự chịu trách nhiệm về tài chính và"
    " sinh hoạt định kỳ mỗi tháng một lần.</p><p>Các thành viên đã biểu quyết thông qua quy chế và bầu 05 người vào"
    " Ban Chủ nhiệm, do ông Lê Văn Tư làm Chủ nhiệm, ra mắt ngay tại buổi lễ.</p>"
)


def read(head: str, main: str, url: str) -> Reading:
    page = f"<html><head><title>Chi tiết bài viết</title>{head}</head><body><div id='main'>{main}</div></body></html>"
    return read_page(page.encode(), url)
