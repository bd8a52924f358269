"""Units that wrote, brackets behind names, remarks on one line, counts in short, leads in italics, boxes with links."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Hạ mực nước hồ chứa trước mùa lũ năm nay"
FIRST = "Đơn vị quản lý đã chủ động xả điều tiết, hạ mực nước hồ từ cao trình 91,2 m xuống còn 89,7 m để đón lũ về."
LAST = "Lưu lượng xả được khống chế, thông báo trước sáu giờ cho bốn xã vùng hạ du qua loa truyền thanh của thôn."
DAY = "<div>Ngày đăng: 30/09/2020</div>"
OTHERS = "<h3>Tin khác</h3><ul><li><a href='/t/1'>Ra quân dọn vệ sinh các tuyến đường liên xã</a></li></ul>"


def read(*, above: str = "", before: str = "", behind: str = "", body: str = "") -> PrintedAnnouncement:
    body = body or f"<div class='nd'><p>{FIRST}</p><p>{LAST}</p></div>"
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div class='cot'>{above}<h1>{TITLE}</h1>{DAY}{before}{body}"
        f"{behind}{OTHERS}</div></body></html>"
    )
    told = read_page(page.encode(), "https://so.example/xem?id=55").announcement
    assert told is not None
    return told


@pytest.mark.parametrize(
    ("fields", "byline"),
    [
        ("<div>Đơn vị viết bài</div><div>Chi cục Thủy lợi</div>", "Chi cục Thủy lợi"),
        ("<div>Đơn vị đưa tin</div><div>Phòng Văn hóa - Thông tin</div>", "Phòng Văn hóa - Thông tin"),
        ("<div>Đơn vị viết bài: Chi cục Thủy lợi</div>", "Đơn vị viết bài: Chi cục Thủy lợi"),
        ("<div>Đơn vị viết bài</div><div>Lượt xem: 455</div>", None),
        ("<div>Đơn vị viết bài</div>", None),
    ],
)
def test_the_unit_that_wrote_is_told_behind_its_label(fields: str, byline: str | None) -> None:
    assert read(before=fields).byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "Người viết: Lê Thị Mai (GV lớp 5 tuổi A)",
        "Tác giả: Bùi Văn Chiến (tổ in A)",
        "Tin, ảnh: Hà Thu (lớp Nhỡ A)",
        "Người viết: Lê Thị Mai (Đội Tuyên truyền - In)",
    ],
)
def test_brackets_behind_a_name_hold_no_buttons(line: str) -> None:
    assert read(behind=f"<p>{line}</p>").byline == line


@pytest.mark.parametrize("buttons", ["A- A+ In"])
def test_buttons_behind_a_name_are_none_of_it(buttons: str) -> None:
    assert read(behind=f"<p>Tác giả: Bùi Văn Chiến {buttons}</p>").byline == "Tác giả: Bùi Văn Chiến"


@pytest.mark.parametrize(
    "remark",
    [
        "<b>Lê Hoài</b> 12/04/2024 20:11: Bài viết rất xúc động.",
        "<b>Trần Văn Tư</b> (12-04-2024 7:02): Mong có chính sách hỗ trợ bà con vùng hạ du sớm hơn nữa.",
        "<i>Ngọc Ánh</i> - 3/5/2024: Cảm ơn tòa soạn đã đăng bài này!",
    ],
)
def test_a_remark_on_one_line_ends_the_text(remark: str) -> None:
    remarks = f"<div class='c1'><div>{remark}</div><div><b>Tùng</b> 13/04/2024 07:02: Rất hay.</div></div>"
    told = read(behind=f"<div class='nd2'>Chia sẻ</div>{remarks}")
    assert told.body_text.endswith(LAST)


@pytest.mark.parametrize(
    "line",
    ["Ngày 12/04/2024: Xả đợt một.", "Xã Hạ Long 12/04/2024: nước rút hết.", "Lê Hoài: 12/04/2024 vào trực."],
)
def test_a_day_within_the_paragraphs_ends_no_text(line: str) -> None:
    told = read(body=f"<div><p>{FIRST}</p><p>{line}</p><p>{LAST}</p></div>")
    assert told.body_text.endswith(f"{line}\n{LAST}")


@pytest.mark.parametrize("buttons", ["🔊 Đọc bài viết A- A+ In 1,9k", "Chia sẻ 12k", "In 1.2K Lưu tin", "Thích 3M"])
def test_counts_in_short_beside_buttons_are_no_text(buttons: str) -> None:
    assert read(before=f"<div>{buttons}</div>").body_text.startswith(FIRST)


@pytest.mark.parametrize("text", ["In 2kg tài liệu cho xã", "Đọc bài viết 5km"])
def test_measures_are_no_counts(text: str) -> None:
    assert read(before=f"<p>{text}</p>").body_text.startswith(text)


LEAD = "Trong cao điểm mùa lũ, cán bộ trực hồ kiểm tra từng cửa xả, ghi số liệu mỗi giờ một lần và báo về trung tâm."
PICTURE = "<div><img src='/anh/ho.jpg' width=600 height=400></div>"


@pytest.mark.parametrize("lead", [f"{LEAD} Không ai rời vị trí.", f"{LEAD[:-1]} cho đến khi nước rút."])
def test_a_long_sentence_in_italics_below_a_picture_and_above_the_text_is_its_lead(lead: str) -> None:
    told = read(before=f"{PICTURE}<div class='q'><i>{lead}</i></div>")
    assert (told.lead or told.body_text).startswith(lead)


@pytest.mark.parametrize("caption", ["Hồ chứa trong mùa lũ", "Cán bộ trực hồ ghi số liệu mỗi giờ. Ảnh: Bùi Chiến"])
def test_a_short_line_in_italics_there_is_a_caption(caption: str) -> None:
    assert read(before=f"{PICTURE}<div class='q'><i>{caption}</i></div>").captions == (caption,)


@pytest.mark.parametrize("head", ["<h4>Lịch công tác</h4>", "<h3>Tài liệu hội nghị</h3><p>Tuần 16</p>"])
def test_files_of_a_box_with_a_heading_above_the_title_are_none_of_it(head: str) -> None:
    box = f"<div>{head}<a href='/lich/tuan16.pdf'>Xem lịch</a></div>"
    assert read(above=box, behind="<p><a href='/f/bieu.doc'>Biểu số liệu</a></p>").attachments[0].url.endswith(".doc")
    assert len(read(above=box).attachments) == 0


def test_a_file_right_above_the_title_is_attached() -> None:
    assert len(read(above="<div><a href='/f/toan-van.pdf'>Toàn văn</a></div>").attachments) == 1
