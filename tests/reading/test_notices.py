"""What readers are told below a text, and sentences of a text that begin likewise."""

from __future__ import annotations

import pytest

from tests.reading.written import read


@pytest.mark.parametrize(
    "line",
    [
        "* Mời bạn đọc vào chuyên mục Chính trị xem các tin, bài liên quan.",
        "Mời quý độc giả theo dõi fanpage Báo Quảng Trị",
        "* Mời bạn đọc xem thêm các bài viết liên quan",
        "Mời độc giả truy cập chuyên trang Nông thôn mới",
        "Theo dõi Báo Lạng Sơn trên Google News",
        "Bạn đọc theo dõi báo trên Facebook",
        "Ghi rõ nguồn khi phát hành lại thông tin từ trang này, đề nghị ghi rõ nguồn",
    ],
)
def test_where_to_read_on_and_whom_to_follow_is_no_text(line: str) -> None:
    assert line not in read("", "<p>16/10/2013</p>", f"<p>{line}</p>").body_text


@pytest.mark.parametrize(
    "line",
    [
        "Bạn không được phép tải các file đính kèm",
        "Bạn không có quyền tải file này.",
        "Bạn chưa đủ quyền để tải tài liệu",
        "Bạn không được phép xem nội dung tệp đính kèm",
        "Bạn cần đăng nhập để tải file",
        "Hãy đăng nhập thành viên để tải tài liệu này về máy",
        "Vui lòng đăng nhập để xem file đính kèm!",
        "Bạn chưa đăng nhập. Vui lòng đăng nhập để tải văn bản",
        "Bạn cần đăng nhập với tư cách là thành viên chính thức để có thể tải file",
        "Bạn phải là thành viên mới được tải tệp đính kèm",
        "Để tải tài liệu, bạn cần đăng nhập",
        "Please log in to download this file",
        "You do not have permission to download this file",
    ],
)
@pytest.mark.parametrize("heading", ["", "<h3>File đính kèm</h3>"])
def test_that_files_are_withheld_from_visitors_is_no_text(heading: str, line: str) -> None:
    body = read("", "<p>16/10/2013</p>", f"{heading}<p>{line}</p>").body_text
    assert line not in body
    assert "đính kèm" not in body


@pytest.mark.parametrize(
    "line",
    [
        "Người dân đăng nhập Cổng dịch vụ công để tải mẫu đơn và nộp hồ sơ.",
        "Bạn cần đăng nhập để tải tài liệu tập huấn trước ngày 12/3.",
        "Xe không được phép tải quá 10 tấn.",
        "Không có tài liệu kèm theo.",
    ],
)
def test_what_a_text_says_of_loading_is_text(line: str) -> None:
    assert line in read("", "<p>16/10/2013</p>", f"<p>{line}</p>").body_text


@pytest.mark.parametrize(
    "line",
    [
        "Mời bạn đọc tham gia cuộc thi viết về gia đình.",
        "Kính mời quý vị theo dõi chương trình trên kênh PTQ lúc 20 giờ.",
        "Mời các nhà thầu quan tâm truy cập hệ thống mạng đấu thầu.",
        "Mời bạn đọc góp ý về chuyên mục Bạn đọc viết.",
        "Theo dõi sâu bệnh trên cây lúa vụ xuân.",
    ],
)
def test_whom_a_text_invites_to_what_is_text(line: str) -> None:
    assert line in read("", "<p>16/10/2013</p>", f"<p>{line}</p>").body_text
