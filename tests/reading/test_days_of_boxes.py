"""Days of boxes around a text (events, notices, figures, other announcements), told from the day of the page."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page

TITLE = "Kế hoạch súc xả đường ống tại ba phường"
TEXT = (
    "<p>Công ty thông báo kế hoạch súc xả đường ống tại ba phường trong tuần này, đề nghị khách hàng trữ nước.</p>"
    "<p>Đội xe bồn sẵn sàng phục vụ miễn phí cho bệnh viện và trường học trong thời gian ngừng cấp nước.</p>"
    "<p>Trường hợp thời tiết xấu, công việc sẽ lùi sang đêm kế tiếp, rất mong quý khách hàng thông cảm và chia sẻ.</p>"
)
NEWS = "<h1>{title}</h1><div>{text}</div>"
BEHIND = [
    # Drupal, ASP.NET controls, WordPress with the box in its article and behind it, NukeViet, DotNetNuke
    '<meta name="Generator" content="Drupal 9"><main><section><h1 class="page-header">{title}</h1><article>'
    '<div class="field--name-body">{text}</div></article></section>{box}</main>',
    '<form><input type="hidden" name="__VIEWSTATE"><div><h1 id="c_h1Title">{title}</h1><div id="c_divBody">{text}</div>'
    "{box}</div></form>",
    '<meta name="generator" content="WordPress 6.1"><article class="post"><h1 class="entry-title">{title}</h1>'
    '<div class="entry-content">{text}</div>{box}</article>',
    '<meta name="generator" content="NukeViet v4.5"><div class="news_column"><h1 class="title">{title}</h1>'
    '<div id="news-bodyhtml" class="bodytext">{text}</div>{box}</div>',
    '<form><input name="__VIEWSTATE"><div class="DnnModule"><h1 id="dnn_ctr1_lblTieuDe">{title}</h1>'
    '<div id="dnn_ctr1_divNoiDung">{text}</div>{box}</div></form>',
    f"<div><div>{NEWS}</div>{{box}}</div>",
    f"<div>{NEWS}{{box}}</div>",
    f"<table><tr><td>{NEWS}</td><td>{{box}}</td></tr></table>",
]
BESIDE = [
    "<div><h1>{title}</h1>{box}{text}</div>",
    f"<div>{{box}}{NEWS}</div>",
    f"<table><tr><td>{{box}}</td><td>{NEWS}</td></tr></table>",
]
EVENTS = [
    "<aside><h2>Lịch sự kiện</h2><div>Thứ 4, 16/03/2022 - Phiên tòa giả định</div>"
    "<div>Thứ 6, 25/03/2022 - Tọa đàm cựu sinh viên</div></aside>",
    "<aside><h3>Sự kiện sắp tới</h3><div>16/03/2022 - Phiên tòa giả định</div></aside>",
    "<div><div>Sự kiện sắp diễn ra</div><div>16/03/2022 - Phiên tòa giả định</div></div>",
    "<div><h4>Lịch cúp nước</h4><p>05/07/2023</p><p>Phường An Dương</p></div>",
    "<div><div>Lịch tạm ngừng cấp điện</div><p>05/07/2023</p><p>Phường An Dương</p></div>",
    "<div><b>LỊCH CẮT ĐIỆN</b><br>Ngày 05/07/2023<br>Phường An Dương</div>",
    "<aside><h3>Lịch trực ban</h3><p>Thứ Năm, ngày 06/07/2023</p><p>Trực lãnh đạo: Nguyễn Văn An</p></aside>",
]
FIGURES = [
    "<aside><h4>Chất lượng nước</h4><p>08:00 06/07/2023</p><p>Clo dư: 0,4 mg/l</p></aside>",
    "<div><h4>Thời tiết</h4><p>Hải Phòng</p><p>Thứ 5, 06/07/2023</p><p>29°C</p></div>",
    "<div><div>Giá xăng dầu</div><div>Cập nhật: 06/07/2023</div><div>RON 95: 21.790</div></div>",
    "<div><div>Tỷ giá ngoại tệ</div><div>06/07/2023</div><table><tr><td>USD</td><td>23.450</td></tr></table></div>",
]
ENTRIES = [
    "<section><h3>Đáng chú ý</h3><div><div><h4><a href='/a.aspx'>Hướng dẫn đọc chỉ số đồng hồ nước</a></h4>"
    "<time>05/07/2023</time></div><div><h4><a href='/b.aspx'>Đại hội đồng cổ đông bất thường</a></h4>"
    "<time>29/06/2023</time></div></div></section>",
    "<section><h3>Tin cần biết</h3><div><time>05/07/2023</time><h4><a href='/a.aspx'>Hướng dẫn đọc chỉ số nước</a></h4>"
    "</div><div><time>29/06/2023</time><h4><a href='/b.aspx'>Đại hội đồng cổ đông bất thường</a></h4></div></section>",
    "<section><h3>Bảng tin</h3><div>Đọc chỉ số đồng hồ<br>05/07/2023</div><div>Đại hội cổ đông<br>29/06/2023</div>"
    "</section>",
    "<aside><h3>Văn bản mới ban hành</h3><p>12/QĐ-CN (06/07/2023)</p><p>Quyết định giá nước sinh hoạt</p>"
    "<p>11/QĐ-CN (01/06/2023)</p><p>Quyết định giá nước sản xuất</p></aside>",
]
LONE_ENTRIES = [
    "<section><h4><a href='/a.aspx'>Hướng dẫn đọc chỉ số đồng hồ nước</a></h4><time>05/07/2023</time></section>",
    "<aside><h3>Thông báo</h3><p>06/07/2023</p><p><a href='/x'>Mời thầu sửa chữa trạm bơm số 2</a></p></aside>",
]

NAMED = {
    # boxes whose names stand behind a text in paragraphs of its element, or in one of their own
    "Giá thị trường": ("Ngày 06/07/2023", "Cà phê: 65.000 đ/kg"),
    "Giá nông sản": ("Cập nhật: 06/07/2023", "Hồ tiêu: 68.000"),
    "Kết quả xổ số miền Nam": ("06/07/2023", "12345"),
    "Lịch trực": ("06/07/2023", "Nguyễn Văn An"),
    "Trực lãnh đạo": ("Ngày 06/07/2023: Nguyễn Văn An",),
    "Lịch tiếp công dân": ("Thứ Năm, 06/07/2023", "Chủ tịch xã"),
    "Lịch âm dương": ("Ngày 06/07/2023", "Ngày 19/5 âm lịch"),
    "Lịch": ("Tháng 7/2023", "06/07/2023"),
    "Chúc mừng sinh nhật": ("Nguyễn Văn An", "06/07/1983"),
    "Sự kiện": ("06/07/2023", "Hội nghị trực tuyến"),
    "Video": ("Phóng sự nông thôn mới", "06/07/2023"),
    "Thư viện ảnh": ("Lễ hội xuống đồng", "06/07/2023"),
    "Đọc báo giấy": ("Số 1234", "06/07/2023"),
    "Lịch chiếu phim": ("06/07/2023", "Mai - 19:30"),
    "Mực nước": ("07:00 06/07/2023", "Trạm Tân Long: 98,2 m"),
    "Ứng dụng Tân Long": ("Phiên bản: 1.2", "Ngày phát hành: 06/07/2023"),
    "Quan trắc": ("AQI 52", "06/07/2023 08:00"),
    "Tân Long": ("29°C", "06/07/2023 08:00"),
}
NAMED_FORMS = [("{}", "<p>{}</p>"), ("<div>{}</div>", "<div>{}</div>"), ("<table>{}</table>", "<tr><td>{}</td></tr>")]


def day_of(frame: str, box: str = "") -> str:
    body = frame.format(title=TITLE, text=TEXT, box=box)
    page = f"<html><head><title>{TITLE}</title></head><body><a href='/'>Trang chủ</a>{body}</body></html>"
    address = "https://capnuoc.example/tin/ke-hoach-suc-xa-duong-ong-tai-ba-phuong-77.aspx"
    told = read_page(page.encode(), address).announcement
    assert told is not None
    assert told.title == TITLE
    date = read_date(told.date_line) if told.date_line else None
    return (date.iso or "")[:10] if date is not None else ""


@pytest.mark.parametrize("box", [*EVENTS, *FIGURES, *ENTRIES, *LONE_ENTRIES])
@pytest.mark.parametrize("frame", BEHIND)
def test_no_day_of_a_box_behind_a_text_is_that_of_publication(frame: str, box: str) -> None:
    assert day_of(frame, box) == ""


@pytest.mark.parametrize("box", [*EVENTS, *FIGURES, *ENTRIES])
@pytest.mark.parametrize("frame", BESIDE)
def test_no_day_of_a_box_above_a_title_or_below_it_is_that_of_publication(frame: str, box: str) -> None:
    assert day_of(frame, box) == ""


@pytest.mark.parametrize(
    "told",
    [
        "<p>05/07/2023 07h30: Hội đồng nhân dân xã tiếp xúc cử tri trước kỳ họp</p>",
        "<p>7h30 ngày 05/07/2023: Họp giao ban Thường trực Đảng ủy xã</p>",
        "<p><b>Thứ Tư, 05-07-2023</b> 14:00: Hội nghị tổng kết phong trào thi đua</p>",
        "<p>05.07.2023, 14h: Tổng duyệt chương trình văn nghệ tại hội trường</p>",
        "<figure><img src='bia.jpg'><figcaption>Bìa sách, Nhà xuất bản in xong tháng 3/2019</figcaption></figure>",
        "<figure><img src='bia.jpg'><figcaption>Đường ống tại An Dương, cập nhật 05/07/2023</figcaption></figure>",
        "<p>Sách in xong, nộp lưu chiểu tháng 3/2019</p>",
    ],
)
def test_the_day_of_what_takes_place_of_a_picture_or_of_a_book_is_not_that_of_publication(told: str) -> None:
    assert day_of(BESIDE[0], told) == ""


@pytest.mark.parametrize(
    "told",
    [
        "<p>05/07/2023 07h30</p>",
        "<p>05/07/2023 07:30: Đã xem: 312</p>",
        "<p>05/07/2023 07:30 - Tác giả: Lê Hoài</p>",
        "<p>Cập nhật lúc 07:30 ngày 05/07/2023</p>",
        "<figure><img src='bia.jpg'><figcaption>Đường ống mới</figcaption></figure><p>Ngày đăng: 05/07/2023</p>",
    ],
)
def test_the_day_and_the_time_of_the_page_are_told_with_what_else_stands_on_their_line(told: str) -> None:
    assert day_of(BESIDE[0], told) == "2023-07-05"


@pytest.mark.parametrize("box", [EVENTS[0], EVENTS[3], FIGURES[0], ENTRIES[0], ENTRIES[1]])
@pytest.mark.parametrize("frame", BEHIND)
def test_the_day_of_the_page_is_told_beside_those_of_boxes(frame: str, box: str) -> None:
    assert day_of(frame.replace("{text}", "<div>12/06/2023</div>{text}"), box) == "2023-06-12"


@pytest.mark.parametrize(
    "foot",
    [
        "<div>05/07/2023</div>",
        "<div><h4>Thông tin bài viết</h4><p>Ngày đăng: 05/07/2023</p></div>",
        "<div><h4>Thông tin bài viết</h4><p>Cập nhật: 05/07/2023</p></div>",
        "<div><h4>Thông tin</h4><p>05/07/2023</p><p>Lượt xem: 312</p></div>",
        "<h4>Tệp đính kèm</h4><p><a href='/f/lich.pdf'>lich.pdf</a></p><div>05/07/2023</div>",
        "<div><h5>Nguyễn Văn An</h5><p>05/07/2023</p></div>",
        "<div><a href='/chuyen-muc/tin'>Hoạt động</a></div><div>05/07/2023</div>",
    ],
)
def test_a_day_behind_a_text_that_is_the_pages_stays_it(foot: str) -> None:
    assert day_of(BEHIND[5].format(title="{title}", text="{text}" + foot, box="")) == "2023-07-05"


@pytest.mark.parametrize(
    "head",
    [
        "<div><h3>Tin tức</h3><div>05/07/2023</div></div>",
        "<div><h4>Hoạt động công ty</h4><div>05/07/2023</div></div>",
        "<div><div>Thời tiết</div><div>05/07/2023</div></div>",
        "<div><div><a href='/'>Trang chủ</a> / <a href='/t'>Thông tin chỉ đạo điều hành của ngành</a></div>"
        "<div>05/07/2023</div></div>",
    ],
)
def test_a_day_below_the_name_of_a_section_and_above_the_title_is_the_pages(head: str) -> None:
    assert day_of(f"<div>{head}{NEWS}</div>") == "2023-07-05"


@pytest.mark.parametrize(
    "facts",
    [
        "<div><h5>Nguyễn Văn An</h5><div>05/07/2023</div><div>In trang</div></div>",
        "<div><h5>Văn phòng Công ty</h5><div>05/07/2023</div><div>In trang</div></div>",
        "<div><h5>Tin hoạt động</h5><div>05/07/2023</div><div>In trang</div></div>",
        "<div><div>Kế hoạch súc xả</div><div>05/07/2023</div><div>In trang</div></div>",
        "<ul><li>05/07/2023</li><li>Lượt xem: 20</li></ul>",
    ],
)
def test_a_day_below_a_title_beside_who_wrote_and_sections_is_the_pages(facts: str) -> None:
    assert day_of(BESIDE[0], facts) == "2023-07-05"


@pytest.mark.parametrize("form", NAMED_FORMS)
@pytest.mark.parametrize("frame", BEHIND)
def test_no_day_below_the_name_of_a_box_or_beside_a_figure_is_that_of_publication(
    frame: str, form: tuple[str, str]
) -> None:
    around, line = form
    boxes = {name: around.format("".join(map(line.format, (name, *told)))) for name, told in NAMED.items()}
    assert {name: day for name, box in boxes.items() if (day := day_of(frame, box))} == {}


@pytest.mark.parametrize(
    "foot",
    [
        "<p><a href='/video'>Video</a></p><p>05/07/2023</p>",
        "<p>Nguyễn Văn An</p><p>05/07/2023</p>",
        "<p>Phiên bản để in</p><p>05/07/2023</p>",
        "<p>Sự kiện</p><p>Ngày đăng: 05/07/2023</p>",
        "<p>Video</p><p>05/07/2023</p><p>Lượt xem: 312</p>",
    ],
)
def test_a_day_behind_a_text_beside_what_is_no_box_is_the_pages(foot: str) -> None:
    assert day_of(f"<div>{NEWS}{foot}</div>") == "2023-07-05"


@pytest.mark.parametrize("section", ["Video", "Sự kiện", "Lịch", "Thư viện ảnh", "Phát thanh"])
def test_a_day_between_a_section_that_boxes_are_called_after_as_well_and_the_title_is_the_pages(section: str) -> None:
    assert day_of(f"<div><div>{section}</div><div>05/07/2023</div>{NEWS}</div>") == "2023-07-05"


@pytest.mark.parametrize("place", ["<div><h1>{title}</h1>{box}{text}</div>", *BEHIND[5:]])
@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Website cập nhật ngày 05/07/2023", ""),
        ("Trang web được cập nhật lần cuối: 05/07/2023", ""),
        ("Dữ liệu cập nhật đến 05/07/2023", ""),
        ("Hệ thống cập nhật lúc 08:00 05/07/2023", ""),
        ("Cập nhật: 05/07/2023", "2023-07-05"),
        ("Tin tức | Cập nhật: 05/07/2023", "2023-07-05"),
        ("Bài viết được cập nhật lúc 08:00 05/07/2023", "2023-07-05"),
    ],
)
def test_the_day_on_which_a_site_was_updated_is_not_that_of_a_page(place: str, line: str, day: str) -> None:
    assert day_of(place, f"<div>{line}</div>") == day
