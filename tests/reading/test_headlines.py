"""Links that read like headlines of other announcements and are none, and those that are."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

WORDS = [
    "Xem các bài viết của tác giả",
    "Xem thêm bài viết khác của tác giả »",
    "Xem tất cả bài viết của Hoàng Thị Lụa",
    "Đọc thêm các tin bài của phóng viên",
    "Các bài viết khác của cùng tác giả",
    "Những bài viết cùng tác giả này",
    "Xem nhiều bài viết khác bởi Hoàng Lụa",
    "View all posts by Hoàng Lụa",
]
TITLES = [
    "Bài viết của Chủ tịch xã nhân Ngày Môi trường thế giới",
    "Các bài viết của học sinh đạt giải cuộc thi tìm hiểu biển đảo",
    "Xem các bài tham dự cuộc thi của tuổi trẻ huyện Mộc",
]
NEWS = (
    '<h3><a href="/cho-phien-vung-cao-mo-lai-{n}8.html">Chợ phiên vùng cao mở lại sau {n} năm</a></h3>'
    '<h3><a href="/cau-treo-ban-luot-{n}9.html">Cầu treo bản Lướt được sửa đợt {n} năm nay</a></h3>'
)


@pytest.mark.parametrize("words", WORDS)
def test_a_link_to_what_else_a_writer_wrote_is_no_headline_of_a_list(words: str) -> None:
    page = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Hồ chứa đầy nước trở lại</title></head><body>"
        "<h1>Hồ chứa đầy nước trở lại</h1><div><p><a href='/tac-gia/hoang-lua-08.html'>Hoàng Lụa</a></p>"
        f"<div><a href='/tac-gia/hoang-lua-08.html'>{words}</a></div></div><div>07/03/2024 08:52 (GMT+07:00)</div>"
        "<h2>Hồ chứa nước Nậm Mạ đầy trở lại từ ngày 6/3/2024 sau hai mùa khô hạn, đủ nước cho vụ xuân của ba xã.</h2>"
        "<div><p>Theo ban quản lý, mực nước sáng nay cao hơn cùng kỳ hai mét và còn lên trong tuần tới.</p>"
        "<p>Từ ngày 20/2/2024, ba xã đã nạo vét xong kênh mương để đón nước về đồng.</p></div>"
        f"<div>{NEWS.format(n=2)}</div></body></html>"
    )
    read = read_page(page.encode(), "https://bao.example/ho-chua-day-nuoc-tro-lai-2495349.html")
    assert (read.kind, read.announcement and read.announcement.title) == ("article", "Hồ chứa đầy nước trở lại")


@pytest.mark.parametrize("title", TITLES)
def test_a_headline_about_what_somebody_wrote_is_one_of_a_list(title: str) -> None:
    rows = f'<h3><a href="/bai-viet-dat-giai-37.html">{title}</a></h3>{NEWS.format(n=2)}{NEWS.format(n=3)}'
    page = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Tin tức</title></head><body>"
        f"<h1>Tin tức</h1><div>{rows}</div></body></html>"
    )
    read = read_page(page.encode(), "https://bao.example/tin-tuc")
    assert (read.kind, title in [entry.title for entry in read.entries]) == ("listing", True)
