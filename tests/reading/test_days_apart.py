"""Days that stand apart from a title: above it as a clock does, in pieces, behind the text, behind who commented."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page

TITLE = "<h3>Xã Mộc rà soát hộ nghèo theo chuẩn mới</h3>"
PARAGRAPHS = (
    "Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.",
    "Các thôn họp bình xét công khai, niêm yết danh sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân"
    " dân trước khi trình Ủy ban nhân dân xã.",
)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
OTHERS = "<h4>Tin khác</h4><ul><li><a href='/5520.html'>Xã Lộc ra quân làm thủy lợi mùa khô</a> (12/05/2024)</li></ul>"
ADDRESS = "https://xa-moc.example/Default.aspx?tabid=1190&id=5521"


def day_of(main: str, *, clock: str = "", frame: str = "{}") -> str:
    """The moment that a page tells, as far as it tells one."""
    page = (
        f'<html><head><meta charset="utf-8"><title>Xã Mộc</title></head><body>{clock}<ul>'
        '<li><a href="/">Trang chủ</a></li>'
        f'<li><a href="/gt">Giới thiệu</a></li><li><a href="/vb">Văn bản</a></li></ul>{frame.format(main + OTHERS)}'
        "<div>Cơ quan chủ quản: UBND xã Mộc</div></body></html>"
    )
    told = read_page(page.encode(), ADDRESS).announcement
    assert told is not None
    date = read_date(told.date_line) if told.date_line else None
    return (date.iso or "")[:16] if date is not None else ""


@pytest.mark.parametrize(
    "clock",
    [
        "<div>Thứ Bảy, 06/02/2026 23:30 (GMT +7)</div>",
        "<div>Thứ Bảy, ngày 7 tháng 2 năm 2026</div>",
        "<table><tr><td>Hôm nay: 07/02/2026</td></tr></table>",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "<table><tr><td>{}</td></tr></table>", "<div><div>{}</div></div>"])
@pytest.mark.parametrize(
    "day", ["Thứ Hai, ngày 13 tháng 5 năm 2024", "Thứ Hai, 13/05/2024", "Thứ hai - 13/05/2024 08:30:12"]
)
def test_a_day_with_its_weekday_below_the_clock_of_the_site_is_none(clock: str, frame: str, day: str) -> None:
    assert day_of(f"<div>{day}</div>{TITLE}{TEXT}", clock=clock, frame=frame).startswith("2024-05-13")
    assert day_of(f"{TITLE}{TEXT}", clock=clock, frame=frame) == ""


@pytest.mark.parametrize("frame", ["{}", "<div><div>{}</div></div>"])
@pytest.mark.parametrize(
    "facts",
    [
        "<p>Thứ Hai, 13/05/2024 Bản in</p>",
        "<p>Thứ Hai, ngày 13 tháng 5 năm 2024 | 235 lượt xem</p>",
        "<table><tr><td>Thứ Hai, ngày 13 tháng 5 năm 2024</td><td>2335 lượt xem</td></tr></table>",
        "<ul><li>Lượt xem: 3806</li><li>Thứ Hai, ngày 13 tháng 5 năm 2024</li></ul>",
        "<div><p>Thứ Hai, 13 Tháng Năm 2024</p><p>Số lượt xem (861) / <a href='/muc/3'>Tin Điện lực</a></p></div>",
        "<p>Thứ Hai, 13/05/2024</p><p>Lượt xem: 1.204 | Chuyên mục: <a href='/muc/3'>Thông báo</a></p>",
        "<p>Đã xem: 77 - <a href='/muc/3'>Tin hoạt động</a></p><p>Thứ Hai, 13/05/2024</p>",
        "<div>Thứ Hai, 13/05/2024 | Y Nhung | Cỡ chữ</div>",
        "<div>Thứ Hai, 13/05/2024 08:30:12 - Bình luận (0)</div>",
    ],
)
def test_a_day_with_its_weekday_beside_what_readers_are_told_of_a_text_is_no_clock(facts: str, frame: str) -> None:
    assert day_of(f"{facts}{TITLE}{TEXT}", frame=frame).startswith("2024-05-13")


@pytest.mark.parametrize("frame", ["{}", "<div><div>{}</div></div>", "<table><tr><td>{}</td></tr></table>"])
@pytest.mark.parametrize(
    "row",
    [
        "<table><tr><td>Thứ Hai, 13/05/2024</td><td>Người đăng: cdyt_admin</td><td>Bản in</td></tr></table>",
        "<table><tr><td>Thứ Hai, 13/05/2024</td><td><a href='/in'>In trang</a></td></tr></table>",
        "<table><tr><td><a href='/in'>In bài</a></td><td>Thứ Hai, 13/05/2024</td></tr></table>",
        "<ul><li>Thứ Hai, ngày 13 tháng 5 năm 2024</li><li><a href='#'>Gửi email</a></li></ul>",
        "<div><div>Thứ Hai, 13/05/2024</div><div>Tác giả: Y Nhung</div></div>",
        "<div><p>Thứ Hai, 13/05/2024</p><p>Người đăng tin: Văn phòng</p></div>",
    ],
)
def test_a_day_with_its_weekday_in_one_row_with_buttons_and_who_put_a_page_up_is_no_clock(row: str, frame: str) -> None:
    assert day_of(f"<b>TIN HOẠT ĐỘNG</b><hr>{row}{TITLE}{TEXT}", frame=frame) == "2024-05-13"


MENU = "".join(f"<a href='/c/{n}'>Lĩnh vực số {n}</a>" for n in range(7))


@pytest.mark.parametrize(
    "bar",
    [
        "<div>Thứ Hai, 13/05/2024 | <a href='/rss'>RSS</a> | <a href='/dn'>Đăng nhập</a></div>",
        "<div>Thứ Hai, ngày 13 tháng 5 năm 2024</div>",
        "<div>Thứ Hai, 13/05/2024 - 08:30:12</div><div>Lượt truy cập: 8.967.827</div>",
        "<div>08:30:12 Thứ Hai, 13/05/2024</div><div>Thứ Hai, ngày 13 tháng 5 năm 2024</div>",
        "<ul><li>Thứ Hai, 13/05/2024</li><li><a href='/dn'>Đăng nhập</a></li></ul>",
        "<table><tr><td>Thứ Hai, 13/05/2024</td><td>Hotline: 0988 123 456</td></tr></table>",
        f"<nav>{MENU}<div><span>13/05/2024</span></div></nav>",
        f"<div role=navigation><p>13/05/2024</p>{MENU}</div>",
    ],
)
def test_the_clock_of_the_site_stays_one(bar: str) -> None:
    assert day_of(f"{TITLE}{TEXT}", clock=bar) == ""


@pytest.mark.parametrize(
    ("pieces", "moment"),
    [
        (["Ngày xuất bản:", "08:22, Thứ Hai", "13/05/2024"], "2024-05-13T08:22"),
        (["08:22, Thứ Hai", "13-05-2024"], "2024-05-13T08:22"),
        (["Thứ Hai - 08:22", "13/5/2024"], "2024-05-13T08:22"),
        (["Thứ Hai", "13/05/2024", "08:22'(GMT+7)"], "2024-05-13T08:22"),
        (["Thứ Hai", "13.05.2024", "8h22"], "2024-05-13T08:22"),
        (["08:22", "13/05/2024 09:30"], "2024-05-13T09:30"),
    ],
)
@pytest.mark.parametrize("tag", ["div", "li", "td"])
def test_weekday_and_time_above_a_day_belong_to_it(pieces: list[str], moment: str, tag: str) -> None:
    inner = "".join(f"<{tag}>{piece}</{tag}>" for piece in pieces)
    holder = {"div": "<div>{}</div>", "li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>"}[tag]
    assert day_of(TITLE + holder.format(inner) + TEXT) == moment


@pytest.mark.parametrize("label", ["Cập nhật lúc ", "Đăng ngày ", "Ngày đăng: ", ""])
@pytest.mark.parametrize("weekday", ["Thứ Hai", "thứ hai", "Chủ nhật"])
def test_a_weekday_before_a_day_in_words_is_no_place_of_a_letter(label: str, weekday: str) -> None:
    assert day_of(f"{TITLE}<div>{label}{weekday}, ngày 13 tháng 5 năm 2024</div>{TEXT}") == "2024-05-13"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (TEXT, "<div>13/05/2024</div>"),
        (TEXT, "<div>13/05/2024 Tác giả: Thùy Linh</div>"),
        (TEXT, "<h5>13 Tháng 5, 2024</h5>"),
        (TEXT, "<ul><li>Quốc phòng - An ninh - 13/05/2024</li></ul>"),
        (TEXT.replace("p>", "div>"), "<p>(13/05/2024)</p>"),
        (TEXT.replace("p>", "div>"), "<div>13/05/2024</div><div>Lượt xem: 343</div>"),
    ],
)
def test_a_day_in_an_element_unlike_the_paragraphs_behind_them_is_that_of_publication(text: str, day: str) -> None:
    assert day_of(f"{TITLE}{text}{day}") == "2024-05-13"


@pytest.mark.parametrize(
    "day",
    [
        "<p>13/05/2024</p>",
        "<div>Vân Hồ, ngày 13 tháng 5 năm 2024</div>",
        "<div>Ngày 13 tháng 5 năm 2024</div>",
        "<div>Hạn nộp hồ sơ: 13/05/2024</div>",
    ],
)
def test_a_day_behind_the_text_that_may_be_of_the_text_is_none(day: str) -> None:
    assert day_of(f"{TITLE}{TEXT}{day}") == ""


@pytest.mark.parametrize("counter", ["Bình luận (0)", "0 bình luận", "Phản hồi: 0", "Lượt truy cập: 343"])
@pytest.mark.parametrize("lead", ["", f"<p><b>{PARAGRAPHS[1]}</b></p>"])
@pytest.mark.parametrize(
    "day", ["<div>{}</div><div>Ngày đăng:</div><div>13/05/2024</div>", "<p>{}</p><p>13/05/2024</p>"]
)
def test_counters_beside_the_day_end_no_text(counter: str, lead: str, day: str) -> None:
    main = f"{TITLE}{lead}{day.format(counter)}{TEXT}"
    assert day_of(main) == "2024-05-13"


@pytest.mark.parametrize(
    "clock", ["Thứ Năm, 02/07/2026 09:22 (GMT +7)", "23:59 | 24/04/2026", "09:22 - Thứ Năm, 02/07/2026"]
)
@pytest.mark.parametrize("crumb", ["<nav><a href='/tin'>Tin trong huyện</a></nav>", "<p><a href='/t'>Tin tức</a></p>"])
def test_a_clock_with_its_time_above_the_menu_is_no_day_of_publication(clock: str, crumb: str) -> None:
    bar = f"<div>{clock}</div>"
    assert day_of(f"{crumb}{TITLE}{TEXT}", clock=bar) == ""
    assert day_of(f"{crumb}{TITLE}<p>Cập nhật: Thứ Hai ngày 13 tháng 5 năm 2024</p>{TEXT}", clock=bar) == "2024-05-13"
    assert day_of(f"{crumb}{TITLE}<p>13/05/2024 Cỡ chữ Aa- Aa+</p>{TEXT}", clock=bar) == "2024-05-13"


@pytest.mark.parametrize(
    ("facts", "moment"),
    [
        ("<p>Tác giả: V.A.Sáng | Thứ Năm, ngày 13/05/2024 | Phản hồi: 0</p>", "2024-05-13"),
        ("<p>13/05/2024 Người viết: Ngọc Diệp</p>", "2024-05-13"),
        ("<p>13/05/2024 6167 0</p>", "2024-05-13"),
        ("<p>Thứ Hai, 13-05-2024 | 13:55:27 Phạm Thị Lan Anh</p>", "2024-05-13T13:55"),
        ("<p>0 bình luận</p><p>Cập nhật lúc Thứ Hai - 13/05/2024 07:02</p><p>Nghe bài viết</p>", "2024-05-13T07:02"),
        ("<div>Bình luận (0)</div><div>Ngày đưa tin: 13/05/2024 11:23</div><div>Xem cỡ chữ</div>", "2024-05-13T11:23"),
    ],
)
def test_a_row_of_facts_behind_the_text_tells_the_day(facts: str, moment: str) -> None:
    assert day_of(f"{TITLE}{TEXT}{facts}") == moment


@pytest.mark.parametrize("day", ["2 Tháng 4, 2010", "Thứ Sáu, ngày 2 tháng 4 năm 2010", "02/04/2010"])
def test_a_counter_that_is_glued_to_a_day_is_none_of_it(day: str) -> None:
    assert day_of(f"{TITLE}<div><span>{day}</span><span>2651 lượt xem</span></div>{TEXT}") == "2010-04-02"


ENTRIES = (
    "<ul><li><a href='/s/1'>{}</a> <small>12/10/2026</small></li><li><a href='/s/2'>{}</a> <small>01/09/2026</small>"
    "</li></ul>",
    "<p><a href='/s/1'>{}</a> (12/10/2026)</p><p><a href='/s/2'>{}</a> (01/09/2026)</p>",
    "<div>12/10/2026 <a href='/s/1'>{}</a></div><div>01/09/2026 <a href='/s/2'>{}</a></div>",
    "<p><a href='/s/1'>{}</a> - 12/10/2026<br><a href='/s/2'>{}</a> - 01/09/2026</p>",
    "<table><tr><td><a href='/s/1'>{}</a></td><td>12/10/2026</td></tr><tr><td><a href='/s/2'>{}</a></td>"
    "<td>01/09/2026</td></tr></table>",
    "<ul><li><a href='/s/1'>{0}</a> <i>12/10/2026</i></li></ul>",
)


@pytest.mark.parametrize("head", ["<h4>Sách mới</h4>", "<p><b>Trên kệ tuần này</b></p>", "<div>Kho sách</div>"])
@pytest.mark.parametrize("entries", ENTRIES)
def test_days_of_short_entries_below_a_text_are_none_of_its_own(head: str, entries: str) -> None:
    assert day_of(f"<div>{TITLE}{TEXT}{head}{entries.format('Đất Long Châu', 'Ca dao biển')}</div>") == ""


@pytest.mark.parametrize(
    "line",
    [
        "11/08/2025 · Chuyên mục: Mất giấy chứng nhận quyền sử dụng đất",
        "Chuyên mục: Hướng dẫn nghiệp vụ đăng ký đất đai | 11/08/2025",
        "11/08/2025 - Danh mục: Thông tin dành cho người sử dụng đất",
        "11/08/2025 • Chuyên mục: Mất giấy chứng nhận",
    ],
)
def test_the_long_name_of_a_section_behind_its_label_leaves_the_day_beside_it(line: str) -> None:
    assert day_of(f"{TITLE}<p>{line}</p>{TEXT}").startswith("2025-08-11")
