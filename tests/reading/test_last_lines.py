"""The last lines of a text: what it says of days and numbers stays, and what pages print below it goes."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

FIRST = "Trường tổ chức kỳ thi chọn học sinh giỏi các môn văn hóa cho học sinh lớp tám và lớp chín của toàn huyện."
LAST = "Mỗi thí sinh được dự thi một môn, làm bài trong một trăm năm mươi phút tại phòng thi ghi trên phiếu báo danh."
POSTED = "Ngày đăng: 18/05/2024"


def read(last: str, form: str) -> PrintedAnnouncement:
    head = f"<h1>Kỳ thi chọn học sinh giỏi cấp huyện</h1><p>{POSTED}</p>"
    page = f"<html><body><div>{head}<div><p>{FIRST}</p><p>{LAST}</p>{form.format(last)}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    assert told.date_line == POSTED
    return told


@pytest.mark.parametrize(
    "line",
    [
        "Ngày đăng ký dự thi: 5/6/2024", "Ngày đăng ký: từ 5/6/2024 đến 9/6/2024", "Ngày gửi bài dự thi: 5/6/2024",
        "Thời gian gửi bài: trước 5/6/2024", "Ngày công bố kết quả: 5/6/2024", "Ngày cập nhật hồ sơ: 5/6/2024",
        "Ngày đăng tải kế hoạch lựa chọn nhà thầu: 5/6/2024", "Ngày xuất bản sách: 5/6/2024", "Tổng số điểm: 95",
        "Tổng số thí sinh: 95", "Tổng số phiếu: 312", "Điểm chuẩn: 22,5", "Lượt xem triển lãm: 95", "Phiên bản: 3.0",
        "Chia sẻ # cảm xúc", "Trang # 3: đáp án",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{}</p>", "{}"])
def test_a_last_line_that_says_something_is_text(form: str, line: str) -> None:
    assert read(line, form).body_text == f"{FIRST}\n{LAST}\n{line}"


@pytest.mark.parametrize(
    "line",
    [
        "# giảm nghèo # hội nghị", "# giảm nghèo # hội nghị # huyện Tân Long", "# giảm nghèo, # hội nghị",
        "<a href=/t/1># giảm nghèo</a> <a href=/t/2># hội nghị</a>", "#giảm nghèo #hội nghị",
        "Chia sẻ In bài", "Chia sẻ: In bài", "Chia sẻ | In bài viết", "Chia sẻ bài viết In bài Gửi email",
        "Chia sẻ In", "Chia sẻ f in z", "Tổng số lượt xem bài viết: 95", "Số lượt xem bài viết này: 95",
        "Tổng số điểm của bài viết là: 5 trong 1 đánh giá",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{}</p>", "</div><div class=x><p>{}</p>"])
def test_tags_buttons_and_counters_below_a_text_are_none_of_it(form: str, line: str) -> None:
    assert read(line, form).body_text == f"{FIRST}\n{LAST}"


def test_the_version_of_an_item_stands_above_when_it_was_made_and_is_none_of_the_text() -> None:
    made = "<p>Phiên bản: 3.0</p><p>Đã tạo lúc 17/05/2024 9:14 SA bởi Lê Hà</p>"
    assert read(made, "{}").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "<div class='goc'>Link bài gốc Lấy link! https://bao.example/ky-thi-12.html</div>",
        "<div>Link bài viết gốc: https://bao.example/ky-thi-12.html</div>",
        "<div>Đường dẫn bài gốc https://bao.example/ky-thi-12.html</div>",
        "<div>Nguồn bài gốc: https://bao.example/ky-thi-12.html</div>",
        "<p class='source'>Nhịp sống huyện Mộc</p>",
        "<div class='link-source'>Theo Nhịp sống huyện Mộc Copy link</div>",
    ],
)
def test_where_a_text_was_taken_from_is_none_of_it_however_much_stands_below(line: str) -> None:
    below = "<div>Chia sẻ</div><div>Từ khóa:</div><div>thi, học sinh</div><div>Cỡ chữ</div>"
    assert read(f"<p>Hoàng Lụa</p>{line}{below}", "{}").body_text.startswith(f"{FIRST}\n{LAST}")
    assert "Nhịp sống" not in read(f"<p>Hoàng Lụa</p>{line}{below}", "{}").body_text
    assert "bao.example" not in read(f"<p>Hoàng Lụa</p>{line}{below}", "{}").body_text


@pytest.mark.parametrize(
    "line",
    ["Danh sách gốc gồm 95 thí sinh", "Bản gốc lưu tại phòng giáo dục", "Địa điểm thi: Trường THCS Mộc"],
)
def test_a_line_about_an_original_is_text(line: str) -> None:
    assert read(line, "<p>{}</p>").body_text == f"{FIRST}\n{LAST}\n{line}"
