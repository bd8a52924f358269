"""Lines between the paragraphs of a text that frames of pages print as well: headings, items, short sentences."""

from __future__ import annotations

import pytest

from tests.reading.written import TEXT, read

SAID = [
    "Lượt xem triển lãm đạt 2.000 người",
    "Số lượt xem trực tuyến tăng gấp đôi",
    "Đã xem xét 12 hồ sơ",
    "Xem 3 tiết mục văn nghệ đặc sắc",
    "Hội thi thu hút 500 lượt người xem",
    "Quản trị rủi ro thiên tai",
    "Người gửi thư là bà Lan",
    "Người đăng ký: ông Nam",
    "Tạo bởi bàn tay người thợ",
    "Chủ đề: “Nước cho cuộc sống”",
    "Thẻ: căn cước công dân",
    "Nhãn: nhãn hiệu tập thể",
    "Các văn bản liên quan",
    "Nội dung liên quan:",
    "Thông tin khác",
    "Thống kê",
    "Lưu trữ",
    "Thăm dò ý kiến",
    "Đường dây nóng: 0203 123 456",
    "Thể loại: Báo in, báo hình",
    "Danh mục: 12 dự án",
    "Được đăng trong sổ địa chính",
    "Theo tiến độ",
    "Theo khả năng ngân sách",
    "Trình bày: Đồng chí Bí thư",
    "Kỹ thuật: Trồng xen canh",
    "Link: https://bieumau.example/abc",
    "Tháng 10/2024",
    "30 ngày trước",
    "Không hài lòng",
    "Nguồn",
]


@pytest.mark.parametrize("line", SAID)
@pytest.mark.parametrize(
    "element",
    [
        "<p>{}</p>",
        "<h3>{}</h3>",
        "<p><b>{}</b></p>",
        "<ul><li>Các xã lập danh sách</li><li>{}</li></ul>",
    ],
)
def test_what_stands_between_paragraphs_as_they_do_is_text(element: str, line: str) -> None:
    assert line in read("", TEXT, element.format(line) + TEXT).body_text.split("\n")


@pytest.mark.parametrize("line", SAID)
def test_so_is_a_line_of_one_block(line: str) -> None:
    block = TEXT.replace("<p>", "").replace("</p>", "<br>")
    assert line in read("", "", f"<p>{block}{line}<br>{block}</p>").body_text.split("\n")


@pytest.mark.parametrize(
    "frame",
    [
        "<p>Lượt xem: 1.204</p>",
        "<p>1.204 lượt xem</p>",
        "<p>Đã xem: 55 lần</p>",
        "<p>Xem 55</p>",
        "<p>Chia sẻ</p>",
        "<p>Cỡ chữ: A- A A+</p>",
        "<p>Quảng cáo</p>",
        "<p>Xem thêm</p>",
        "<p>Đánh giá bài viết</p>",
        "<p>Chưa có bình luận nào</p>",
        "<p>#giamngheo #sokết</p>",
        "<p>Tải về</p>",
        f"<p>{'Huyện tổ chức hội nghị sơ kết công tác giảm nghèo'}</p>",
        "<div class='tags'>Từ khóa: giảm nghèo</div>",
        "<div>Chuyên mục: Giảm nghèo</div>",
    ],
)
def test_buttons_counters_and_boxes_of_others_are_none(frame: str) -> None:
    assert read("", TEXT, frame + TEXT).body_text.count("\n") == 8


def test_a_heading_of_links_between_paragraphs_is_none() -> None:
    box = "<h3>Thông tin liên quan</h3><p><a href='/a/1'>Xã Mộc ra quân dọn đường làng ngõ xóm</a></p>"
    assert read("", TEXT, box + TEXT).body_text.count("\n") == 8


def table(*cells: str, tag: str = "td") -> str:
    rows = [("STT", "Tên việc", "Hình thức"), ("1", "Rà soát hộ nghèo", cells[0]), ("2", cells[1], "Trực tiếp")]
    return (
        f"<table>{''.join('<tr>' + ''.join(f'<{tag}>{one}</{tag}>' for one in row) + '</tr>' for row in rows)}</table>"
    )


@pytest.mark.parametrize(
    "cell", [*SAID, "Các văn bản khác", "Video", "Nhanh", "Danh sách", "Giấy phép xây dựng", "Quảng cáo"]
)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_stands_in_a_table_of_data_is_text(is_first: bool, cell: str) -> None:
    data = table(cell, cell)
    text = read("", data, TEXT).body_text if is_first else read("", TEXT, data).body_text
    assert text.split("\n").count(f"1 | Rà soát hộ nghèo | {cell}") == 1
    assert f"2 | {cell} | Trực tiếp" in text
    assert text.count("18 xã, thị trấn") == 6


def test_a_table_with_buttons_is_none_of_data() -> None:
    files = table("<a href='/a.pdf'>Tải về</a>", "Tải xuống")
    assert "Tải" not in read("", TEXT, files + TEXT).body_text
