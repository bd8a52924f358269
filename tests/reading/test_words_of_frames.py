"""Titles and lines at either end of a text that begin with words of frames: labels, counters, accounts, the foot."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.titled import ADDRESS
from tests.reading.written import TEXT, read

TITLES = [
    "Lượt xem video tuyên truyền đạt một triệu",
    "Đã xem xét, giải quyết 12 đơn thư",
    "Bản quyền truyền hình giải bóng đá",
    "Bản quyền tác giả trong trường học",
    "Giấy phép xây dựng: Những điều cần biết",
    "Giấy phép lái xe có thời hạn bao lâu?",
    "Chịu trách nhiệm trước dân",
    "Cơ quan chủ quản dự án bị phê bình",
    "Địa chỉ đỏ giáo dục truyền thống cách mạng",
    "Địa chỉ tin cậy của người nghèo",
    "Điện thoại thông minh đến bản làng",
    "Website bán hàng giả bị triệt phá",
    "Email giả mạo cơ quan thuế",
    "Trụ sở công an xã được khánh thành",
    "Người đăng tin sai sự thật bị phạt",
    "Quản trị hệ thống chính trị cơ sở",
    "Thực hiện: Nói đi đôi với làm",
    "Video: Hội thi thể thao các dân tộc",
    "Thời gian nghỉ Tết Nguyên đán 2024",
    "Ngày đăng ký cuối cùng tuyển sinh lớp 10",
    "Ngày cập nhật dữ liệu dân cư",
    "Cập nhật tình hình mưa lũ ngày 5/6/2024",
    "Xuất bản sách về lịch sử Đảng bộ xã",
    "Đính kèm hồ sơ dự thầu thế nào?",
    "Tài liệu kèm theo kỳ họp thứ 5",
    "Tải về mẫu đơn xin nghỉ học",
    "Ra mắt Cổng thông tin điện tử xã Mộc",
    "Trang thông tin điện tử bị giả mạo",
    "Chào mừng quý vị đại biểu về dự đại hội",
    "Tin mới về vụ cháy chợ",
]
_MENU = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin'>Tin tức</a></li></ul>"


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "main",
    [
        "<div class='cat'>Tin tức</div><div class='title'>{}</div><div>04/05/2024 08:15</div><div>{}</div>",
        "<table><tr><td><p><b>{}</b></p><p>(04/05/2024)</p>{}</td></tr></table>",
        "<div><h4>{}</h4><p>04/05/2024</p><div>{}</div></div>",
        "<h3>Tin tức</h3><h2>{}</h2><span>Ngày đăng: 04/05/2024</span><div>{}</div>",
    ],
)
def test_a_title_may_begin_as_a_label_does(main: str, title: str) -> None:
    page = f"<html><body>{_MENU}{main.format(title, TEXT)}</body></html>"
    announcement = read_page(page.encode(), ADDRESS).announcement
    assert announcement is not None
    assert announcement.title == title


@pytest.mark.parametrize(
    "label",
    [
        "Lượt xem: 1.204",
        "Địa chỉ: Thôn 3, xã Mộc, huyện Tân Long",
        "Điện thoại 0203 812 345 - Fax 0203 812 346",
        "Người đăng: Nguyễn Văn An",
        "Quản trị viên 04/05/2024",
        "Cập nhật ngày 04/05/2024 - 08:15",
        "Tài liệu đính kèm:",
        "Cổng thông tin điện tử xã Mộc",
        "Chào mừng quý vị đến với trang nhà",
        "Bản quyền thuộc về UBND xã Mộc",
        "Thực hiện: Nguyễn Văn An",
    ],
)
def test_a_label_is_no_title(label: str) -> None:
    page = f"<html><body>{_MENU}<div><p><b>{label}</b></p></div><div>{TEXT}</div></body></html>"
    announcement = read_page(page.encode(), ADDRESS).announcement
    assert announcement is None or announcement.title != label


SAID = [
    "Lượt xem triển lãm đạt 2.000 người.",
    "Người xem đứng kín hai bên đường.",
    "Đã xem xét 12 hồ sơ",
    "Hội thi thu hút 500 lượt người xem.",
    "Xem 3 tiết mục văn nghệ đặc sắc",
    "Quản trị rủi ro thiên tai",
    "Quản trị mạng máy tính",
    "Người gửi thư là bà Lan",
    "Người đăng ký: ông Nam",
    "Tạo bởi bàn tay người thợ",
    "Viết bởi học sinh lớp 5",
    "Bản quyền tác giả được bảo hộ",
    "Giấy phép xây dựng",
    "Chịu trách nhiệm trước pháp luật",
    "Ghi rõ nguồn gốc sản phẩm",
]


@pytest.mark.parametrize("line", SAID)
@pytest.mark.parametrize("element", ["<p>{}</p>", "<p><b>{}</b></p>", "<ul><li>Các xã</li><li>{}</li></ul>"])
def test_a_text_may_begin_and_end_with_the_words_of_a_frame(element: str, line: str) -> None:
    said = element.format(line)
    assert line in read("", TEXT, said).body_text.split("\n")
    assert line in read("<p>04/05/2024</p>", said, TEXT).body_text.split("\n")


@pytest.mark.parametrize(
    "frame",
    [
        "Lượt xem: 1.204",
        "1.204 lượt xem",
        "Đã xem 55 lần",
        "Số lượt người xem (55)",
        "Xem 55",
        "Ngày đăng: 04/05/2024 | 55 lượt xem",
        "Người đăng: Nguyễn Văn An",
        "Người đăng Nguyễn Văn An",
        "Quản trị viên",
        "Đăng bởi: admin",
        "Tạo bởi quantri",
        "Bản quyền © 2024 UBND xã Mộc",
        "Giấy phép số 12/GP-TTĐT",
        "Chịu trách nhiệm nội dung: Ông Nguyễn Văn An",
        "Cơ quan chủ quản: UBND xã Mộc",
        "Ghi rõ nguồn khi phát hành lại",
    ],
)
def test_counters_accounts_and_the_foot_are_none_of_it(frame: str) -> None:
    assert frame not in read("", TEXT, f"<div><div>{frame}</div></div>").body_text


@pytest.mark.parametrize(
    "closing",
    [
        "UBND xã trân trọng thông báo.",
        "UBND xã kính báo.",
        "Ban Tổ chức trân trọng cảm ơn!",
        "Nhà trường thông báo để phụ huynh biết.",
        "Sở Y tế trả lời để cử tri biết.",
        "Đề nghị các thôn, xã thực hiện.",
        "Tham dự có các thôn, xã.",
    ],
)
def test_a_last_sentence_in_which_an_agency_speaks_is_text(closing: str) -> None:
    announcement = read("", TEXT, f"<p>{closing}</p>")
    assert announcement.byline is None
    assert announcement.body_text.endswith(closing)


@pytest.mark.parametrize("agency", ["Ban biên tập", "Phòng Văn hóa và Thông tin huyện", "UBND xã Mộc"])
def test_an_agency_alone_is_credited(agency: str) -> None:
    assert read("", TEXT, f"<p style='text-align: right'><b>{agency}</b></p>").byline == agency
