"""Which of the days that a page prints is that of publication: at breadcrumbs, labels, leaves, titles."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE, read

POSTED_AND_CHANGED = "21/11/2024 06:02 (Cập nhật 08:10)"


@pytest.mark.parametrize(
    ("crumbs", "printed"),
    [
        ("<a href='/'>Trang chủ</a> &gt;&gt; <a href='/m'>Mô hình hay</a> (26-12-2019)", "26-12-2019"),
        ("<a href='/'>Home</a> / <a href='/m'>Tin tức</a> [Thứ Năm, 26/12/2019 10:20]", "26/12/2019 10:20"),
        ("Bạn đang ở: <a href='/'>Trang chủ</a> → Mô hình hay (26.12.2019)", "26.12.2019"),
        ("<a href='/m'>Mô hình hay</a> » <span>(26/12/2019 08:00)</span>", "26/12/2019 08:00"),
        ("<a href='/'>Trang chủ</a> / Mô hình hay 26/12/2019", None),
        ("<a href='/'>Trang chủ</a> / Mô hình hay (quý 4)", None),
    ],
)
def test_the_day_in_brackets_at_the_end_of_a_breadcrumb_is_that_of_the_title_below(
    crumbs: str, printed: str | None
) -> None:
    menu = "".join(f"<li><a href='/c{number}'>Chuyên mục {number}</a></li>" for number in range(12))
    page = (
        f"<html><body><ul>{menu}</ul><div>{crumbs}</div><div><div><p>{TITLE}</p><div>{TEXT}</div></div></div>"
        "<div>Cơ quan chủ quản: Hội Liên hiệp Phụ nữ</div></body></html>"
    )
    told = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert told is not None
    assert (told.title, bool(told.date_line)) == (TITLE, printed is not None)
    assert (printed or "") in (told.date_line or "")


@pytest.mark.parametrize(
    ("above", "below", "behind", "printed"),
    [
        ("<p>Thứ Năm, 21/11/2024 09:15</p>", f"<p>{POSTED_AND_CHANGED}</p>", "", POSTED_AND_CHANGED),
        ("<p>Thứ Hai, 25/11/2024</p>", "", "", None),
        ("<p>Thứ Hai, ngày 25 tháng 11 năm 2024 | 08:31:05</p>", "", "", None),
        ("", "<p>12/03/2021</p><p>Cập nhật: 15/03/2021</p>", "", "12/03/2021"),
        ("", "<p>Cập nhật: 15/03/2021</p>", "", "Cập nhật: 15/03/2021"),
        ("", "<p>24/04/2018 - 10:37</p>", "<p>Cập nhật lần cuối: 30/04/2018 09:00</p>", "24/04/2018 - 10:37"),
        ("", "", "<p>Ngày đăng tin: 09/01/2024</p>", "Ngày đăng tin: 09/01/2024"),
        ("", "", "<p>Gửi lên: 27/12/2019</p><p>Cập nhật: 02/01/2020</p>", "Gửi lên: 27/12/2019"),
        ("", "<p>Gửi lên huyện ngày 27/12/2019</p>", "", None),
        ("", "<p>Thời gian: 08h00 ngày 20/04/2019</p><p>Địa điểm: Quảng trường trung tâm</p>", "", None),
        ("", "<p>Đông Hà, ngày 05 tháng 10 năm 2021</p>", "", None),
        ("", "<div><b>05</b> <i>10/2016</i></div>", "", "05/10/2016"),
        ("", "<div><p>05</p><p>10/2016</p></div>", "", "05/10/2016"),
        ("", "<table><tr><td>05</td><td>10/2016</td></tr><tr><td>06</td><td>11/2016</td></tr></table>", "", None),
        ("", '<div style="display: none">Ngày đăng: 01/01/1970</div>', "", None),
        ("", "<p><span>14:14 30/09/2025</span><svg></svg><span>128</span></p>", "", "14:14 30/09/2025 128"),
        ("", '<p><span class="d">18/09/2021</span><span class="v">515</span></p>', "", "18/09/2021"),
        ("<p>25/11/2024</p><ul><li><a href='/'>Trang chủ</a></li></ul>", "", "", None),
        ("", '<p><a href="/2024/07/09/">Tháng 7 9, 2024</a></p><p>3:26 chiều</p>', "", "Tháng 7 9, 2024 3:26 chiều"),
        ("", '<span class="an">2022-01-01T00:00:00+07:00</span><p>12/03/2021</p>', "", "12/03/2021"),
        ("", "<p>01 Th4 2024</p>", "", "01 Th4 2024"),
        ("", "<p>thứ ba, 25 06 2019 16:14</p>", "", "thứ ba, 25 06 2019 16:14"),
        ("", "<p>Đường dây nóng: 25 06 2019</p>", "", None),
        ("", "<p>Được viết: Thứ Ba, 14 Tháng 5 2024</p>", "", "Được viết: Thứ Ba, 14 Tháng 5 2024"),
        ("", "<p>Được tạo: 14/05/2024 08:00</p>", "", "Được tạo: 14/05/2024 08:00"),
        ("", "<p>Được gửi bởi bbt vào T4, 11/30/2016 - 14:22</p>", "", "Được gửi bởi bbt vào T4, 11/30/2016 - 14:22"),
        ("", "<p>Được gửi bởi bbt vào T5, 11/30/2016 - 14:22</p>", "", None),
        ("", "<p>09/02/2024</p>", "<p>Thời gian học: 26/02/2024</p>", "09/02/2024"),
        ("", "<p>Ngày đăng ký: 12/02/2024</p>", "", None),
        ("", '<p><a href="/lich/">09/07/2024</a></p>', "", None),
        ("<a href='/l'>Lịch công tác</a><div><h2>Thứ Ba, 9/7/2024</h2>", "", "", "Thứ Ba, 9/7/2024"),
        ("<p>Lịch công tác</p><div><h2>Thứ Ba, 9/7/2024</h2>", "", "", None),
        ("", '<p><a href="/tin/so-ket-cong-tac-giam-ngheo-77.html#top">09/07/2024</a></p>', "", "09/07/2024"),
    ],
)
def test_the_day_of_publication_is_told_from_others(above: str, below: str, behind: str, printed: str | None) -> None:
    assert read(above, below, behind).date_line == printed


def test_a_first_line_that_begins_like_a_label_of_dates_is_text_where_it_prints_no_date() -> None:
    lead = "Thời gian nhận hồ sơ trong 30 ngày."
    assert read("", f"<p>12/03/2021</p><p>{lead}</p>").body_text.startswith(lead)


def test_a_day_above_the_title_beside_the_name_of_its_section_is_that_of_publication() -> None:
    line = "Chuyên mục: Tin tức - Sự kiện | 28/02/2025"
    page = f"<html><body><article><div><span>{line}</span></div><h1>{TITLE}</h1>{TEXT}</article></body></html>"
    read = read_page(page.encode(), "https://portal.example/bai-viet/77").announcement
    assert read is not None
    assert read.date_line == line


FESTIVAL = "NGÀY HỘI TƯ VẤN HƯỚNG NGHIỆP CHO HỌC SINH NGOẠI THÀNH"
FAIR = "Kế hoạch tổ chức hội chợ triển lãm sản phẩm làng nghề"


@pytest.mark.parametrize(
    ("heading", "title", "date_line"),
    [
        (f"<h2>{FESTIVAL} <small>(12/04/2021)</small></h2>", FESTIVAL, "(12/04/2021)"),
        (f"<h2>{FAIR} <span>12/04/2021 10:20</span></h2>", FAIR, "12/04/2021 10:20"),
        (f'<div><a href="#" class="x">{FAIR}</a>&nbsp;<span class="d">12/04/2021</span></div>', FAIR, "12/04/2021"),
        (f'<h2><a href="javascript:void(0)">{FAIR}</a></h2><p>12/04/2021</p>', FAIR, "12/04/2021"),
        (f"<h2>{FAIR} ngày <span>12/04/2021</span></h2>", f"{FAIR} ngày 12/04/2021", None),
        (f"<h2>{FAIR} <span>từ 12/04/2021</span></h2>", f"{FAIR} từ 12/04/2021", None),
    ],
)
def test_a_day_in_an_element_of_its_own_behind_a_title_is_no_part_of_it_but_one_in_a_sentence_is(
    heading: str, title: str, date_line: str | None
) -> None:
    page = f"<html><body><div>{heading}<div>{TEXT}</div></div></body></html>"
    read = read_page(page.encode(), "https://portal.example/Article/View/81").announcement
    assert read is not None
    assert (read.title, read.date_line) == (title, date_line)


@pytest.mark.parametrize(
    "day",
    [
        "<i>Đăng Công báo ngày: 19/06/2008</i>",
        "<p>Đăng công báo ngày 19/6/2008</p>",
        "<p>Đăng Công báo lúc: 08:30 19/06/2008</p>",
        "<p>Đã đăng Công báo ngày 19/06/2008</p>",
        "<p>(Đăng công báo ngày 19-6-2008)</p>",
    ],
)
def test_the_day_on_which_a_gazette_put_a_paper_in_is_that_of_publication_and_no_writer(day: str) -> None:
    told = read("", day)
    date = read_date(told.date_line) if told.date_line else None
    assert date is not None
    assert (date.iso or "")[:10] == "2008-06-19"
    assert told.byline is None
    assert "2008" not in told.body_text


@pytest.mark.parametrize(
    "record",
    [
        "<p>Công báo số 12 ngày 19/06/2008</p>",
        "<p>Ngày công báo: 19/06/2008</p>",
        "<p>Ngày đăng công báo: 19/06/2008</p>",
        "<p>Số ký hiệu: 09/CT-UBND</p><p>Đăng Công báo ngày: 19/06/2008</p>",
        "<p>Đăng Công báo ngày: 19/06/2008</p><p>Người ký: Lò Văn Phúc</p>",
    ],
)
def test_the_day_of_a_gazette_in_the_record_of_a_paper_is_not_that_of_publication(record: str) -> None:
    assert read("", record).date_line is None
