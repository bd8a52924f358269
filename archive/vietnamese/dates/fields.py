"""Fields that end before a date: those of the page and its paper, those that stand beside, and all others.

"Ngày gửi:" tells when a page came about, "Nguồn:" may stand empty before its date, and "Ngày thi:" or "Mở thầu:" is the
day of something else.
"""

from __future__ import annotations

import re

from archive.patterns import rare
from archive.vietnamese.dates.grammar import LETTER, any_of

CLAUSE = r"(?:\A|[\n|;.,(•·»>\[/]|(?<!\S)[-–—](?!\S))\s{0,2}"
"""Where a clause begins."""

_NAME = rf"{LETTER}+(?:\s{LETTER}+){{0,4}}"
_FIELD = re.compile(rf"{CLAUSE}([^\n|;,.(•·»>\[/:]{{1,48}}?)\s{{0,2}}:\s*\Z")
_OPEN_FIELD = rare(rf"{CLAUSE}((?:ngày\s(?!này|nay|mới|mai|hôm)|(?:thời\s|kỳ\s)?hạn\s(?!hán|mặn|chế|hẹp)){_NAME})\s+\Z")
"""A field without its colon: "Ngày nhập viện 05/03/2022", "Hạn sử dụng 05/03/2024"."""

_LONGEST = 6
"""Words of the name of a field; more are a sentence."""

_DAY_WORDS = any_of("ngày|ngay|thời gian|thời điểm|giờ|lúc|date|time")
_DONE = any_of("""
gửi|gởi|tạo|khởi tạo|viết|lập|soạn|soạn thảo|biên soạn|biên tập|duyệt|phê duyệt|kiểm duyệt|xét duyệt|nhận
tiếp nhận|ký|kí|ban hành|ra|công bố|niêm yết|công khai|vb|văn bản|hỏi|trả lời|phản hồi|đưa|thông báo|nhập
tải lên|lên|upload|up|thêm|lưu|ghi|hiển thị|truyền|phát|phát sóng|đến|create|created|creation|submit|submitted
written|add|added|issue|issued|release|released
""")
_DONE_TO = any_of("""
bài|bài viết|tin|câu hỏi|câu trả lời|văn bản|vb|thư|lên|ban hành|công khai|tài liệu|tập tin|file|nội dung
thông tin|ý kiến|kiến nghị|phản ánh|góp ý|trang|web|website|mạng|đơn|xuất bản|at|on|date|time
""")
_OF_PAGE = rare(
    rf"(?:(?:\A|.*\s){_DAY_WORDS}\s(?:giờ\s)?|\A(?:được\s)?){_DONE}(?:\s{_DONE_TO}){{0,3}}"
    rf"|{_DAY_WORDS}(?:\s(?:giờ|tháng(?:\snăm)?|này))?"
)
"""What is done with a page or its paper: "Ngày gửi câu hỏi", "Ban hành", "Thời gian"."""

_BESIDE = rare(
    any_of("""
tác giả|người \\w+|nguồn|theo|bài|tin|ảnh|bản tin|chuyên mục|danh mục|thể loại|mục|từ khóa|từ khoá|tag|tags
lượt xem|lượt đọc|lượt tải|lượt truy cập|lượt thích|số lượt \\w+|xem|đã xem|đọc|số lần đọc|cỡ chữ|font|chia sẻ
bình luận|phản hồi|in|email|trang|lĩnh vực|đơn vị|cơ quan|phòng|ban|sở|hôm nay|thông báo|sự kiện|thời sự
góc nhìn|tiêu điểm|diễn đàn|chuyện|cms|view|views|by|source|author|viết bởi|đăng bởi|gửi bởi|dương lịch
video|clip|audio|podcast|phóng sự|truyền hình|phát thanh|infographic|đồ họa
""")
    + r"(?!\w)(?!\s(?:thi|họp|xét|mời|gặp|bầu|khai|mở|đóng|kết|nghỉ|sinh|mất)).*"
)
"""Fields and sections beside a date that may stand empty before it: "Tác giả: - 12/03/2021"."""

_MADE = rare(
    rf"(?:(?<!{LETTER})(?:ngày|thời\sgian)\s|{CLAUSE})(?:khởi\s)?(?:tạo|viết|gửi|gởi|soạn|nhập)"
    rf"(?:\s(?:bài(?:\sviết)?|tin|lúc|ngày|vào|(?:bởi|by)\s[^0-9\n|:]{{1,40}}))?[\s:]*\Z"
    rf"|(?<!{LETTER})(?:(?:date\s)?created?|creat(?:ed?|ion)\s(?:date|time|on|at))(?:\sby\s[^0-9\n|:]{{1,40}})?[\s:]*\Z"
)
"""The label of the day on which a page was made: "Ngày tạo:", "Tạo lúc", "Viết bởi An", "Created on"."""


def ends_label_of_making(before: str) -> bool:
    """Whether the text before a day, in lower case, ends with the label of the day on which a page was made."""
    return _MADE.search(before) is not None


def ends_other_field(printed: str) -> bool:
    """Whether the text before a day ends with a field that tells of something else than the page."""
    before = printed.lower()
    if not before.rstrip().endswith(":"):
        field = _OPEN_FIELD.search(before)
        return field is not None and _OF_PAGE.fullmatch(field[1]) is None
    field = _FIELD.search(before)
    if field is None or len(field[1].split()) > _LONGEST:
        return False
    return _OF_PAGE.fullmatch(field[1]) is None and _BESIDE.fullmatch(field[1]) is None
