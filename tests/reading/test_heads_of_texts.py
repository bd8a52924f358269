"""What stands between a title and its first paragraph: chips beside the day, offices, captions, the weather."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Rừng cấm Bản Mạ đón đàn voọc trở về"
FIRST = "Sau mười hai năm vắng bóng, đàn voọc xám đã về kiếm ăn ở rừng cấm Bản Mạ, theo ghi nhận của kiểm lâm."
LAST = "Kiểm lâm mong bà con không săn bắn, không đốt nương gần bìa rừng và báo ngay khi thấy người lạ mang súng."
TEXT = f"<div class='html'><p>{FIRST}</p><p>{LAST}</p></div>"


def read(between: str, text: str = TEXT, over: str = "") -> PrintedAnnouncement:
    page = (
        '<html><head><meta charset="utf-8"><title>Bản Mạ</title></head><body><a href="/">Trang chủ</a>'
        f"<main><div>{over}<h1>{TITLE}</h1>{between}{text}</div></main></body></html>"
    )
    announcement = read_page(page.encode(), "https://banma.example/tin/dan-voooc-8830").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


def told(announcement: PrintedAnnouncement) -> list[str]:
    return "\n".join(filter(None, (announcement.lead, announcement.body_text))).split("\n")


@pytest.mark.parametrize("section", ["Quỹ cứu trợ", "Chuyện quanh ta", "Phòng Tham mưu", "Xuân về bản"])
@pytest.mark.parametrize(
    "facts",
    [
        "<div class=d><div><span>20/09/2024 07:58</span></div><div><span>{}</span></div></div>",
        "<div class=d><div>{}</div><div>20/09/2024 07:58</div></div>",
        "<div class=d><div><p>20/09/2024 07:58</p></div><div><p>{}</p></div></div>",
        "<header><div>20/09/2024 07:58</div><div>{}</div></header>",
        "<div><h5>20/09/2024 07:58</h5><h5>{}</h5><h5>Lượt xem: 12</h5></div>",
        "<div class=d><div>20/09/2024 07:58</div><div><a href='/c/9'>{}</a></div></div>",
    ],
)
def test_words_that_share_an_element_with_the_day_alone_are_no_text(facts: str, section: str) -> None:
    announcement = read(facts.format(section))
    assert told(announcement) == [FIRST, LAST]
    assert "20/09/2024" in (announcement.date_line or "")


@pytest.mark.parametrize("section", ["Nhịp sống mới", "Chuyện quanh ta", "Hạ tầng"])
@pytest.mark.parametrize(
    "kicker",
    [
        "<div class=kicker>{}</div>",
        "<p class='post-category'>{}</p>",
        "<div><span class=chip>{}</span></div>",
        "<span class='chuyen-muc'>{}</span>",
        "<div><span class='badge bg-info'>{}</span></div>",
    ],
)
def test_what_is_called_a_section_above_a_text_is_none_of_it(kicker: str, section: str) -> None:
    assert told(read(kicker.format(section))) == [FIRST, LAST]


@pytest.mark.parametrize(
    "opening",
    [
        "<div><div>20/09/2024</div></div><div><p>Thưa bà con,</p></div>",
        "<p>20/09/2024</p><p>Thưa bà con,</p>",
        "<div><div>20/09/2024</div><div>Kính gửi: Kiểm lâm các xã</div></div>",
        "<div><div>20/09/2024</div><h2>Voọc về từ rừng già</h2></div>",
    ],
)
def test_words_apart_from_the_day_and_those_to_somebody_are_text(opening: str) -> None:
    text = f"<p>{FIRST}</p><p>{LAST}</p>"
    assert len(told(read(opening, text))) == 3


@pytest.mark.parametrize(
    "writer",
    [
        "<h4 class=tacgia>ThS. Vi Thị Nhâm</h4><h5 class=donvi>Giảng viên Khoa Lý luận cơ sở</h5>",
        "<p><b>Vi Thị Nhâm</b></p><p><i>Trưởng khoa Xây dựng Đảng</i></p>",
        "<div>Tác giả: Vi Thị Nhâm</div><div>Phó trưởng khoa Nhà nước và Pháp luật</div>",
        "<h4>Vi Thị Nhâm</h4><h4>Chuyên viên Hạt Kiểm lâm</h4>",
        "<p>TS. Vi Thị Nhâm</p><p>Phó Giám đốc Vườn quốc gia</p>",
        "<p class=by><b>Vi Thị Nhâm</b></p><p><i>Trường Chính trị tỉnh Nam Hà</i></p>",
        "<h4>Vi Thị Nhâm</h4><h5>Phòng Quản lý bảo vệ rừng</h5>",
    ],
)
def test_the_office_below_the_name_of_who_wrote_is_no_text(writer: str) -> None:
    announcement = read(writer)
    assert told(announcement) == [FIRST, LAST]
    assert "Vi Thị Nhâm" in (announcement.byline or "")


@pytest.mark.parametrize(
    "caption",
    [
        "<amp-img src='/a/vooc.jpg' width='640' height='360'></amp-img><p class=cap>Đàn voọc xám</p>",
        "<div><amp-img src='/a/vooc.jpg' layout=responsive></amp-img><div>Đàn voọc xám</div></div>",
        "<p><amp-img src='/a/vooc.jpg'></amp-img><br><em>Đàn voọc xám</em></p>",
        "<amp-img src='/a/vooc.jpg' alt=''></amp-img><p align=center>Đàn voọc xám</p>",
        "<table><tr><td><amp-img src='/a/v.jpg'></amp-img></td></tr><tr><td>Đàn voọc xám</td></tr></table>",
        "<figure><amp-img src='/a/v.jpg'></amp-img><figcaption>Đàn voọc xám</figcaption></figure>",
    ],
)
def test_a_picture_of_an_amp_page_has_its_caption(caption: str) -> None:
    announcement = read(f"<p><time>20/09/2024</time></p>{caption}")
    assert announcement.captions == ("Đàn voọc xám",)
    assert announcement.body_text.endswith(f"{FIRST}\n{LAST}")


def test_a_page_of_which_the_text_is_a_picture_of_amp_says_so() -> None:
    assert "body-is-image" in read("<p>20/09/2024</p>", "<amp-img src='/a/vooc.jpg' width=900></amp-img>").flags


BARS = (
    *("Hà Giang: 24° - Có mưa", "Nhiệt độ ngoài trời: 24 độ C", "Thời tiết: nhiều mây", "Phòng vé mở: 7h - 16h30"),
    "🌤 24°C - 20/03/2025 Cửa rừng mở: 6h00 - 17h30",
    "Hôm nay: 19 - 27°C, độ ẩm 80%",
    "Thời tiết Bản Mạ 03/01/2023: 9 - 18 °C",
    "Giờ mở cửa: 7h30 - 17h00",
    "Mở cửa hôm nay từ 8:00 đến 17:00",
    "Đang mở | 8h - 17h",
    "Giờ làm việc: Sáng 7h30 - 11h30, chiều 13h30 - 17h00",
)


@pytest.mark.parametrize("bar", BARS)
@pytest.mark.parametrize("markup", ["<div class=strip>{}</div>", "<div><p>{}</p></div>", "<ul><li>{}</li></ul>"])
def test_weather_and_opening_hours_around_a_text_are_none_of_it(bar: str, markup: str) -> None:
    around = markup.format(bar)
    assert told(read(around)) == told(read("", TEXT + around)) == [FIRST, LAST]


@pytest.mark.parametrize("bar", BARS)
def test_weather_and_opening_hours_among_the_paragraphs_are_text(bar: str) -> None:
    assert told(read("", f"<div><p>{bar}</p><p>{FIRST}</p><p>{bar}</p><p>{LAST}</p><p>{bar}</p></div>")) == [
        bar, FIRST, bar, LAST, bar,
    ]  # fmt: skip


def test_opening_hours_in_an_element_of_their_own_are_text_where_each_paragraph_has_one() -> None:
    hours = "Giờ làm việc: 7h30 - 11h30 các ngày"
    text = "".join(f"<div><p>{line}</p></div>" for line in (FIRST, LAST, hours))
    assert told(read("", f"<div>{text}</div>")) == [FIRST, LAST, hours]


ABOUT = "<p><b>Về việc bán đấu giá gỗ tịch thu tại rừng cấm Bản Mạ</b></p>"


@pytest.mark.parametrize("kind", ["<p><b>THÔNG BÁO</b></p>", "<p align=center>THÔNG BÁO</p>", "<p>KẾ HOẠCH</p>"])
@pytest.mark.parametrize("about", [ABOUT, ABOUT.replace("Về việc", "V/v"), ""])
def test_the_kind_of_a_paper_in_capitals_above_its_subject_begins_the_text(kind: str, about: str) -> None:
    over = "<p><a href='/'>Trang chủ</a> » <a href='/thong-bao'>Thông báo</a></p>"
    lines = told(
        read("<p>20/09/2024 07:58</p>", f"<div class='html'>{kind}{about}<p>{FIRST}</p><p>{LAST}</p></div>", over)
    )
    assert lines[0] in ("THÔNG BÁO", "KẾ HOẠCH")


@pytest.mark.parametrize("section", ["<p><a href='/thong-bao'>THÔNG BÁO</a></p>", "<p>Thông báo</p>"])
def test_the_section_of_notices_above_a_text_is_none_of_it(section: str) -> None:
    assert told(read(f"<p>20/09/2024 07:58</p>{section}"))[0] == FIRST
