"""Badges beside a title are none of it, and words of a title are no badges."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới tại xã Mộc"
DAY = "<p>Ngày đăng: 02/03/2021 08:15</p>"
TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p>"
) * 3


def title_of(printed: str, *, day: str = DAY, told: str = "UBND xã Mộc", text: str = TEXT) -> str | None:
    page = f"<html><head><title>{told}</title></head><body><div>{printed}{day}<div>{text}</div></div></body></html>"
    read = read_page(page.encode(), "https://xa-moc.example/thongbao/90").announcement
    assert read is not None
    return read.title


@pytest.mark.parametrize(
    "printed",
    [
        "<div><span class=b>Thông báo</span> <span class=t>{}</span></div>",
        "<div><span class=b>Tin tức</span><span class=t>{}</span></div>",
        "<h2><span class=b>Kinh tế - Xã hội</span> <strong>{}</strong></h2>",
        "<h1><a href='/tb'>Thông báo</a> {}</h1>",
        "<h1><a href='/tin-tuc'>&laquo; Trở về</a> {}</h1>",
        "<h2><a href='javascript:history.back()'>Quay lại</a> <span>{}</span></h2>",
        "<div><label>Tiêu đề:</label> <span>{}</span></div>",
        "<div><span>Nóng</span> <b>{}</b></div>",
        "<h1>{} <span class=new>Mới</span></h1>",
    ],
)
def test_a_badge_in_an_element_of_its_own_is_none_of_the_title(printed: str) -> None:
    assert title_of(printed.format(TITLE)) == TITLE


@pytest.mark.parametrize("printed", ["<h1><i>Thông báo</i> {}</h1>", "<h1>{} <span class=b>Thông báo</span></h1>"])
def test_what_may_be_a_word_of_the_title_is_a_badge_where_the_window_tells_the_title_without_it(printed: str) -> None:
    assert title_of(printed.format(TITLE), told=f"{TITLE} - UBND xã Mộc") == TITLE
    assert title_of(printed.format(TITLE)) != TITLE


@pytest.mark.parametrize(
    "printed",
    [
        "<h1><b>Thông báo</b> về việc rà soát hộ nghèo theo chuẩn mới</h1>",
        "<h1><b class=x>Thông báo</b> rà soát hộ nghèo theo chuẩn mới</h1>",
        "<h1>Nhiều xã đạt chuẩn nông thôn <em class=x>mới</em></h1>",
        "<h1><span>Tin vui</span> <span>Đến với hộ nghèo xã Mộc</span></h1>",
        "<h1><b>Trở về</b> Quê hương sau ba mươi năm xa cách</h1>",
        "<h1><b>Gửi</b> Trường Sa những lá thư từ đất liền</h1>",
        "<h1><span>Đóng</span> Cửa rừng tự nhiên ở Tây Nguyên</h1>",
    ],
)
def test_words_of_a_title_that_are_set_otherwise_stay_in_it(printed: str) -> None:
    bare = printed
    for tag in ("<h1>", "</h1>", "<b>", "<b class=x>", "</b>", "<em class=x>", "</em>", "<span>", "</span>"):
        bare = bare.replace(tag, "")
    assert title_of(printed) == bare


def test_a_first_paragraph_above_the_time_of_an_event_is_no_title() -> None:
    text = "<div>Trung tâm Nước sạch thông báo tạm ngừng cấp nước để súc xả, vệ sinh đường ống.</div>"
    for span in ("từ 22h00 ngày 04/3/2020 đến 05h00 ngày 05/3/2020.", "22h00 ngày 04/3/2020"):
        event = f"<div>Thời gian: {span}</div>"
        row = "<div><span>Người gửi: Quản trị</span> | <span>02-03-2020 16:47:11</span> | <span>Đã xem: 8</span></div>"
        assert title_of(f"<div>{TITLE}</div>", day=row, text=text + event + TEXT) == TITLE
