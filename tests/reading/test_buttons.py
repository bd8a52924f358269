"""Lines of buttons around an announcement, and lines of text that begin as these do."""

from __future__ import annotations

import pytest

from tests.reading.written import read

FIRST = "Ủy ban nhân dân huyện tổ chức"

BUTTONS = (
    "Trình đọc", "Nghe bài viết này", "Nghe toàn bài", "Bấm vào đây để nghe", "Bản audio", "Thời lượng: 3:05",
    "Thời lượng: 3 phút 12 giây", "Chọn giọng đọc", "Chọn vị trí nghe trong bài.", "Chọn điểm đọc", "Tiếp tục đọc",
    "Giọng đọc AI", "In trang Tải PDF", "Xuất file Word", "Size chữ100%Đọc bài viết", "Phông chữ: A- A A+",
    "Chế độ đọc", "Chế độ ban đêm", "Toàn màn hình", "Đánh dấu bài viết", "Thêm vào yêu thích", "Chia sẻ ngay",
    "Đã sao chép liên kết", "Lấy link", "Báo cáo vi phạm", "Góp ý bài viết", "← Quay lại danh sách tin tức",
    "Trở về danh sách", "Ẩn bớt", "Tóm tắt bằng AI", "Trợ lý AI", "Số lượt like: 7", "12 lượt thích 3 lượt chia sẻ",
    "Lượt đánh giá: 0, trung bình: 0.00", "Bạn hãy là người đầu tiên đánh giá", "Gửi đánh giá",
    "Thời gian đọc: 3 phút", "Đọc trong khoảng 4 phút", "1.2K", "12k+",
    "Quay trở lại", "Tải văn bản gốc", "Xem bản gốc", "Mở trong tab mới", "Nguồn công bố", "Bởi Ban Quản trị",
    "Chia sẻ f", "Chia sẻ: F | Z", "Chia sẻ lên: f t g+", "Share: fb zl in", "Chia sẻ bài viết f",
    "f t in", "F | X | Zl",
    "Nghe đọc bài viết Cỡ chữ: A- A+", "Nghe tin bài", "Dịch văn bản", "Viết bình luận", "In nội dung tin",
    "(0 phiếu)", "(12 phiếu)", "Bởi: Admin", "bởi Biên tập viên", "Bởi Trần Văn Minh", "Bởi Phòng Văn hóa và Thông tin",
)  # fmt: skip
TEXTS = (
    "Thời lượng: 60 phút làm bài", "Thời lượng: 02 buổi", "Báo cáo", "Nghe báo cáo của Sở Tài chính",
    "Trình đọc thư chúc mừng của Chủ tịch nước", "Đánh dấu 20 năm thành lập Trường", "Tải PDF không quá 5 MB",
    "Yêu thích môn Lịch sử", "Chế độ đọc mất 12 trang", "Toàn màn hình LED rộng 12 m2", "Trợ lý Chi đoàn",
    "Đọc trong 3 phút đầu giờ", "12 km đường liên xã", "Bơi: Nguyễn Thị Ánh Viên",
    "Chia sẻ F0", "F 1 và F 2", "f và t", "Chia sẻ f thông tin", "Chia sẻ x và y là hai số nguyên",
    "In báo cáo", "Gửi văn bản điện tử", "Nghe tin bão số 3",
    "12 phiếu", "Thu về 12 phiếu (0 phiếu trắng)",
    "Bởi vậy mọi người cùng cố gắng", "Bởi Bác đã dạy như thế", "Chọn giống", "Chọn giống lúa",
)  # fmt: skip


@pytest.mark.parametrize("line", BUTTONS)
def test_buttons_above_a_text_are_none_of_it(line: str) -> None:
    assert read("", f"<p>12/03/2025</p><div>{line}</div>").body_text.startswith(FIRST)


@pytest.mark.parametrize("line", TEXTS)
def test_lines_that_say_more_than_a_button_stay(line: str) -> None:
    behind = "<p>Hội nghị nghe báo cáo kết quả và thảo luận những việc phải làm trong sáu tháng tới của các xã.</p>"
    assert line in read("", "<p>12/03/2025</p>", f"<p>{line}</p>{behind}").body_text


def test_buttons_that_stand_side_by_side_are_words_of_their_own() -> None:
    tools = "<span>Cỡ chữ</span><a class='s'>A</a><a class='m'>A</a><a>In bài viết</a><a>Gửi mail</a>"
    assert read("", f"<p>12/03/2025</p><div>{tools}</div>").body_text.startswith(FIRST)


def test_marks_of_a_word_processor_part_no_word() -> None:
    word = "<p><a name='_Hlk1'>Kế ho</a><a name='_Hlk2'>ạch</a> của huyện được giao cho các phòng trong quý này.</p>"
    assert "Kế hoạch của huyện" in read("", "<p>12/03/2025</p>", word).body_text
