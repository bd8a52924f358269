"""Whom readers are asked to call above a text, and what to click on below it, is none of it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Bệnh viện huyện khám sàng lọc miễn phí"
FIRST = "Sáng 14/5, Bệnh viện đa khoa huyện tổ chức khám sàng lọc miễn phí cho 320 người cao tuổi của bốn xã vùng cao."
LAST = "Người bệnh được siêu âm, đo điện tim và cấp thuốc; những ca nặng được chuyển lên Bệnh viện đa khoa tỉnh."
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"
BOXES = (
    "<div>{words} {number}</div>",
    "<p><b>{words}: {number}</b></p>",
    "<div class='x'><a href='tel:19008099'>{words} {number}</a></div>",
    "<div><span>{words}</span><br><a href='tel:19008099'>{number}</a></div>",
    "<div><p>{words}:</p><p>{number}</p></div>",
)


def body(above: str = "", opening: str = "", text: str = TEXT, inside: str = "", behind: str = "") -> str:
    main = f"{above}<h1>{TITLE}</h1><div>14/05/2024</div><div class='t'>{opening}{text}{inside}</div>{behind}"
    page = f"<html><body><div>{main}</div><footer><p>Cơ quan chủ quản: Sở Y tế</p></footer></body></html>"
    read = read_page(page.encode(), "https://x.example/benh-vien-huyen-kham-sang-loc-mien-phi-77.html").announcement
    assert read is not None
    assert (read.title, read.date_line, read.byline) == (TITLE, "14/05/2024", None)
    return read.body_text


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    [
        "Đăng ký qua tổng đài",
        "Đặt lịch khám qua tổng đài",
        "Tổng đài tư vấn",
        "Hotline",
        "Gọi ngay",
        "Liên hệ tổng đài",
        "ĐĂNG KÝ KHÁM QUA HOTLINE",
    ],
)
@pytest.mark.parametrize("number", ["1900 8099", "0243.123.456", "1022"])
def test_whom_to_call_is_told_above_a_text_and_none_of_it(number: str, words: str, box: str) -> None:
    form = box.format(words=words, number=number)
    assert body(above=form) == body(opening=form) == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("opening", "text", "inside", "told"),
    [
        ("<p>Liên hệ tổng đài 1022 để được hỗ trợ.</p>", TEXT, "", "Liên hệ tổng đài 1022 để được hỗ trợ."),
        ("", TEXT, "<p>Tổng đài tư vấn: 1900 8099</p>", "Tổng đài tư vấn: 1900 8099"),
        ("", "<p>Đăng ký qua tổng đài 1900 8099</p><p>Thời gian: thứ bảy</p>", "", "Đăng ký qua tổng đài 1900 8099"),
        ("<p>Tổng đài mới của huyện</p>", TEXT, "", "Tổng đài mới của huyện"),
        ("<p>Gọi tên 24 học sinh giỏi</p>", TEXT, "", "Gọi tên 24 học sinh giỏi"),
    ],
)
def test_a_sentence_a_notice_and_what_stands_below_paragraphs_are_text(
    opening: str, text: str, inside: str, told: str
) -> None:
    assert told in body(opening=opening, text=text, inside=inside).split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "vào Blog của chúng tôi", "trong Blog của chúng tôi", "in Our blog", "Các blog của chúng tôi",
        "Nhấn vào đây để bình luận", "Bấm vào đây để đăng nhập và bình luận", "Click vào đây để xem thêm",
        "Nhấn vào đây để đăng ký nhận tin", "Đăng nhập để để lại bình luận", "Đăng nhập để lại một nhận xét",
        "Bạn phải đăng nhập để viết nhận xét.", "Sign in to leave a comment", "Chia sẻ bài đăng này", "Read Next",
        "Trở lại Blog", "Archive",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "element", ["<div>{}</div>", "<p>{}</p>", "<p><a href='#'>{}</a></p>", "<div><a href='/blog/1'>{}</a></div>",
                "<section><div><h3>{}</h3></div></section>"],
)  # fmt: skip
def test_what_readers_are_asked_to_click_on_below_a_text_is_none_of_it(element: str, line: str) -> None:
    form = element.format(line)
    assert body(inside=form) == body(behind=form) == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    ["Nhấn vào đây để tải mẫu đăng ký khám", "Đăng nhập để lại số điện thoại", "Vào blog của trạm y tế xã để hỏi thêm"],
)
def test_what_a_text_asks_for_itself_stays(line: str) -> None:
    assert body(inside=f"<p>{line}</p>").endswith(f"\n{line}")
