"""Lists of bare titles, and the ways back from a last page, beside boxes that have more to show."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.invitations import is_more

TITLES = (
    "Hướng dẫn thủ tục cấp lại giấy chứng nhận đăng ký hành nghề",
    "Kiểm tra công tác tiêm phòng gia súc, gia cầm trên địa bàn",
    "Tọa đàm tuyển quân trên địa bàn huyện năm nay",
    "Hội nghị phòng, chống thiên tai 6 tháng đầu năm",
    "Ra quân vệ sinh môi trường nông thôn đợt hai",
    "Sơ kết chăm sóc người có công quý ba",
    "Giám sát an toàn thực phẩm dịp Tết Nguyên đán",
    "Công bố quyết định bổ nhiệm giám đốc trung tâm",
    "Khai mạc hội thi an toàn giao thông cấp huyện",
    "Trao tặng nhà tình nghĩa cho gia đình chính sách",
    "Lễ phát động phong trào thi đua yêu nước",
    "Triển khai thu ngân sách những tháng cuối năm",
)
ROW = '<tr><td><img src="dot.gif"> <a href="news_detail.asp?id={n}">{title}</a>{day}</td></tr>'
PAPER = '<div><a href="/van-ban/{n}">{n}/KH-UBND</a><p>V/v tổng kết công tác cải cách hành chính đợt {n}</p></div>'
NEWS = '<li><a href="/hoi-thi-lan-{n}.html">Khai mạc hội thi lần thứ {n} tại nhà văn hóa</a> <i>(12/02/2021)</i></li>'
ALBUM = '<div><a href="/anh/{n}"><img src="/{n}.jpg"></a><p><a href="/anh/{n}">Trại hè của thiếu nhi {n}</a></p></div>'


def box(name: str, entry: str, count: int = 5) -> str:
    entries = "".join(entry.format(n=number) for number in range(301, 301 + count))
    return f"<div><div><span>{name}</span></div><div>{entries}</div></div>"


def numbers(beside: str, *, count: int = len(TITLES), day: str = "", pager: str = "") -> list[str]:
    """The ends of the addresses that a page lists which has so many titles in its middle."""
    rows = "".join(ROW.format(n=120 + place, title=title, day=day) for place, title in enumerate(TITLES[:count]))
    menu = '<a href="/">Trang chủ</a> <a href="news.asp?cat=3">Văn bản</a> <a href="news.asp?cat=4">Hỏi đáp</a>'
    page = (
        f"<html><head><title>Sở Tư pháp</title></head><body><div>{menu}</div><table><tr><td><b>BỔ TRỢ TƯ PHÁP</b>"
        f"<table>{rows}</table><div>{pager}</div></td><td width=150>{beside}</td></tr></table></body></html>"
    )
    read = read_page(page.encode(), "http://stp.example/news.asp?cat=11&p=9")
    assert read.kind == "listing"
    return [entry.url.partition("news_detail.asp?id=")[2] for entry in read.entries]


@pytest.mark.parametrize(
    "beside",
    [
        box("Văn bản mới ban hành", PAPER),
        box("Văn bản pháp quy", PAPER),
        box("Tin mới", NEWS),
        box("Thông báo", NEWS),
        box("Văn bản", PAPER) + box("Tin nổi bật", NEWS),
        box("Thư viện ảnh", ALBUM, 4),
    ],
)
@pytest.mark.parametrize("day", ["", " <i>(04/03/2021)</i>"])
def test_a_long_list_of_titles_is_that_of_its_page_whatever_boxes_beside_it_show(beside: str, day: str) -> None:
    assert numbers(beside, day=day) == [str(120 + place) for place in range(len(TITLES))]


@pytest.mark.parametrize("count", [3, 5])
def test_a_short_list_of_titles_is_that_of_its_page_where_all_others_are_boxes_beside_it(count: int) -> None:
    assert numbers(box("Văn bản mới", PAPER), count=count) == [str(120 + place) for place in range(count)]


def test_boxes_beside_an_empty_list_are_no_list() -> None:
    assert numbers(box("Văn bản mới", PAPER) + box("Tin mới", NEWS), count=0) == []


@pytest.mark.parametrize("day", ["", " <i>(04/03/2021)</i>"])
@pytest.mark.parametrize("first", ["Trang đầu", "Trang đầu tiên", "Về trang đầu", "« Đầu", "Quay lại trang trước"])
def test_the_ways_back_from_a_last_page_are_no_announcements(first: str, day: str) -> None:
    assert is_more(first)
    pager = f'<a href="news.asp?cat=11&p=1">{first}</a> <a href="news.asp?cat=11&p=8">Trang trước</a> <span>9</span>'
    assert numbers("", day=day, pager=pager) == [str(120 + place) for place in range(len(TITLES))]


@pytest.mark.parametrize("title", ["Trang đầu đời của một học sinh", "Trang sau cánh cửa", "Về trang trại của chị Hoa"])
def test_a_title_that_begins_like_a_step_is_one(title: str) -> None:
    assert not is_more(title)
