"""Lists of one or two announcements whose links say only that there is more: the heading above each is its title."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Entry

URL = "https://xa-dong-tam.example/thong-bao?trang=9"
TEXT = "<p>Ủy ban nhân dân xã thông báo để các thôn, các hộ dân và đơn vị đóng trên địa bàn biết, thực hiện.</p>"
RECORD = (
    "<div class='r'><h3>{title}</h3><i>Ngày đăng: {day}</i>{text}<a href='/thong-bao/{n}.html'>Xem chi tiết</a></div>"
)
ROW = (
    "<table><tr><td><b>{title}</b></td></tr><tr><td>({day})<br>{text}</td></tr>"
    "<tr><td align='right'><a href='/thong-bao/{n}.html'>Đọc tiếp &raquo;</a></td></tr></table>"
)
FOUND = (
    ("411", "Thông báo lịch cắt điện trung tuần tháng Tám", "12/08/2020"),
    ("407", "Niêm yết hồ sơ đăng ký đất đai lần đầu", "05/08/2020"),
)


def entries(main: str) -> tuple[Entry, ...]:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Xã Đồng Tâm</title></head><body>'
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/thong-bao'>Thông báo</a></li></ul>"
        f"<div id='c'><h1>Thông báo của Ủy ban nhân dân xã</h1>{main}<a href='/thong-bao?trang=8'>Trang trước</a></div>"
        "<div><h4>Liên kết</h4><a href='http://tinh.example/'>Cổng thông tin tỉnh</a></div></body></html>"
    )
    return read_page(page.encode(), URL, context=Context(expected="listing")).entries


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("record", [RECORD, ROW], ids=["heading", "bold"])
def test_one_or_two_records_that_lead_on_are_announcements(record: str, count: int) -> None:
    told = FOUND[:count]
    found = entries("".join(record.format(n=n, title=title, day=day, text=TEXT) for n, title, day in told))
    assert [(entry.url.rpartition("/")[2], entry.title) for entry in found] == [(f"{n}.html", t) for n, t, _ in told]
    assert all(day in (entry.date_line or "") for entry, (_, _, day) in zip(found, told, strict=True))


@pytest.mark.parametrize(
    "record",
    [
        "<div><h3>Thư viện ảnh</h3><i>12/08/2020</i><a href='/anh/5.html'>Xem chi tiết</a></div>",
        "<div><h3>Lịch cắt điện trung tuần tháng Tám</h3><a href='/thong-bao/411.html'>Xem chi tiết</a></div>",
        f"<div><i>12/08/2020</i>{TEXT}<a href='/thong-bao/411.html'>Xem chi tiết</a></div>",
    ],
    ids=["a short name", "no day", "no heading of its own"],
)
def test_what_has_no_day_or_no_heading_of_its_own_is_given_no_title(record: str) -> None:
    assert entries(record) == ()
