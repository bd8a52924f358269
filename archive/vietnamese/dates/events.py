"""Words before a day that make it the day of an event, a term, a law or the grounds of a paper.

A phrase of several words leads to the day of a page or a paper where it is a name, or is headed by what is dated: a
paper, a bulletin, an agency, a place. Any other phrase that ends in "ngày", "lúc" or "sáng" is a sentence.
"""

from __future__ import annotations

import re

from archive.vietnamese.byline_words import TITLE
from archive.vietnamese.dates.days import Day
from archive.vietnamese.dates.fields import CLAUSE
from archive.vietnamese.dates.grammar import LETTER, any_of

_HALVES = any_of("rạng sáng|sáng|trưa|chiều|tối|đêm")
DAYTIME = re.compile(rf"(?<!\w)(?:{_HALVES}(?:\snay)?|khuya|hôm\snay)\s+\Z")
_ENDS = any_of("từ|đến|tới|sau|trước|hết|quá|until|since|before|after|from|muộn hơn|sớm hơn|trễ hơn")

SINCE = re.compile(
    rf"(?:(?:\A|(?<!bản|văn)\s){_ENDS}|\A\s*{any_of('Từ|Đến|Tới|Sau|Trước|Hết|Quá')})\s+(?:{_HALVES}\s+)?\Z"
)
"""Prepositions that make the day one end of a time, as printed: people are called Từ, and "văn bản đến" are papers."""

_HAPPENING = any_of("""
diễn ra|xảy ra|ra mắt|ra quân|khai mạc|khai giảng|khai trương|khai hội|khai trường|bế mạc|bế giảng|khởi công
khởi hành|khởi tố|khởi chiếu|khởi tranh|công chiếu|khánh thành|đóng thầu|mở thầu|dự thầu|mở thưởng|quay thưởng
bầu cử|bắt đầu|kết thúc|hoàn thành|hy sinh|từ trần|qua đời|mất|thành lập|xét xử|thông qua|xuất phát|nhập học
nhập ngũ|tựu trường|sơ tuyển|giao quân|kết nạp|kỳ thi|lịch thi|đợt thi|dự thi|tốt nghiệp thi|mời họp|mời dự
dự họp|vận hành|đưa vào sử dụng|phát hiện|bị bắt|thu hoạch|nghiệm thu|mốc|start|end|due|expiry|closing|event
""")
_TOWARDS = rf"(?:\s{any_of('vào|khoảng|từ|trong|đúng|hồi')})?(?:\s+{_HALVES})?[\s,]*\Z"
_HAPPENS = re.compile(rf"(?<!\w)(?:(?i:{_HAPPENING})|(?:\A\s*T|(?<!\w)t)ổ\schức){_TOWARDS}")
_HAPPENS_ALONE = re.compile(rf"{CLAUSE}(?i:{_HAPPENING}){_TOWARDS}")
_HAPPENS_TO = re.compile(rf"{CLAUSE}(?i:{_HAPPENING})(?:\s{LETTER}+){{1,8}}{_TOWARDS}")
"""What happened or will happen on the day that follows, as printed: "Ban Tổ chức" happens on no day."""

_PLANNED = re.compile(
    rf"(?:{CLAUSE}{any_of('dự kiến|ước|phấn đấu|đến|tính đến|kể từ|sau|qua|cuối|đầu|trong')}"
    rf"|{any_of('dự kiến|tính đến|cho đến|chốt đến|chậm nhất|muộn nhất|sớm nhất')})"
    rf"(?:\s(?!kế\shoạch|thông\sbáo|quyết\sđịnh){LETTER}+){{0,4}}[\s:,]*\Z"
)
_GROUNDS = re.compile(
    r"[\s\-–+*•]*(?:căn\scứ|xét(?=\s(?:đề\snghị|tờ\strình|báo\scáo))|(?:theo|thực\shiện|thi\shành|trên\scơ\ssở)\s"
    + any_of("""
luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|công văn|công điện|kế hoạch|chương trình
hướng dẫn|đề án|kết luận|thông báo|tờ trình|báo cáo|văn bản
""")
    + r")(?!\w)"
)
"""A sentence that names the grounds of a paper: the days in it are those of other papers."""

_LAW = re.compile(rf"{CLAUSE}{any_of('luật|bộ luật|pháp lệnh|hiến pháp')}\s(?!sư|gia)[^0-9\n|;:]{{0,48}}\Z")
_MEASURED = re.compile(
    rf"{CLAUSE}"
    + any_of("""
dân số|diện tích|sản lượng|mật độ|quy mô|tổng|số|grdp|gdp|thu nhập|vốn|doanh thu|doanh số|kim ngạch|năng suất
trữ lượng|dư nợ|tiền|giá|chiều|độ|cân nặng|thể tích|dung tích|công suất|lượng
""")
    + rf"(?:\s{LETTER}+){{0,4}}:?\s[0-9][0-9.,]*\s?[^\n|;:()]{{1,16}}\(\s?\Z"
)
"""A measured quantity, and in brackets the day on which it was measured."""

_WIDTH, _GROUNDS_WIDTH = 160, 400
_LAST_CLAUSE = re.compile(r"(?:\A|[\n|;,.:()•·»>\[\]\"“”]|(?<!\S)[-–—](?!\S))([^\n|;,:()•·»>\[\]\"“”]*)\Z")
_SIGN = re.compile(rf"(?<!\w)(?:{any_of('ngày|lúc|hồi|mồng|mùng')}|(vào))(?!\s?[-–—|])")
_TOLD = any_of("""
tin|bản tin|điểm tin|đưa tin|tin mới|theo tin|báo|điểm báo|đọc báo|theo báo|mới cập nhật|cập nhật|thời tiết
thời sự|dự báo|cảnh báo|viết|gửi|đăng|đã đăng|được đăng|được viết|được gửi|tạo|được tạo|đã tạo|đã gửi|đã viết
đã sửa|biên tập|tổng hợp|hỏi|trả lời|written|submitted|created|posted|by|date|sáng|trưa|chiều|tối|đêm|hôm|ngày|lần
""")
_DATED = any_of("""
đài|ttxvn|vov|vtv|giá|tỷ giá|tỉ giá|lịch|công văn|công điện|công báo|công bố|công an|công ty|công đoàn|công khai
công chức|quyết định|nghị định|nghị quyết|kế hoạch|chỉ thị|kết luận|kết quả|dự thảo|dự án|tờ|hướng dẫn|giấy
thông báo|thông tin|thông tư|thông cáo|văn bản|văn phòng|văn kiện|văn hóa|văn hoá|văn thư|biên bản
phiên|kỳ|phiếu|thư|đơn|lệnh|đề án|đề nghị|chương trình|quy chế|quy định|quy hoạch|quy ước|tuyển|vb|số|gp|kh|qđ
tb|bc|cv|ubnd|hđnd|hđ|ủy|uỷ|hội|đội|đoàn thanh|đoàn tncs|đoàn thể|đoàn đbqh|đoàn đại|đoàn xã|đoàn phường
đoàn huyện|đoàn tỉnh|đoàn viên|đoàn trường|đảng|ban|bộ|sở|phòng|chi|cục|trường|trung tâm|huyện|xã|phường|thị
tỉnh|thành phố|tp|thôn|cổng|trang|nguồn|theo|tác giả|người viết|người đăng|người gửi|bài|ảnh|nhóm|phóng viên|pv
ctv|btv|bbt|bảng|danh sách|video|clip|hình|infographic|audio|phát thanh|chuyên|mục|tuần|quý|tháng|câu|ý kiến
lượt|xem|copyright
""")
_PUT_UP = re.compile(
    r"(?:\A|(?<=\n))\W*(?:(?:người (?:đăng|gửi|tạo|nhập)|(?:đăng|gửi|tạo) bởi|posted by)\s?:"
    r"|(?:(?:được\s)?(?:đăng|gửi|tạo|viết)\s)?(?:bởi|by)\s|(?:bài(?:\sviết|\sđăng)?|mục)(?:\snày)?\s(?:đã\s)?được\s"
    r"(?:đăng|gửi|viết)\s(?!trên|tại))[^\n]{2,60}\Z"
)
"""Who put a page up, before when: "Người đăng: Phòng Kinh tế vào lúc 20:14 ngày 03/11/2014", "Bởi thu.nga vào …"."""
_SECTION = any_of("""
tin tức|sự kiện|hoạt động|thời sự|chính trị|kinh tế|xã hội|văn hóa|văn hoá|giáo dục|đào tạo|khoa học|công nghệ|y tế
sức khỏe|thể thao|du lịch|đời sống|pháp luật|an ninh|quốc phòng|trật tự|nông nghiệp|nông thôn|nông thôn mới|môi trường
tài nguyên|giao thông|xây dựng đảng|dân vận|tuyên giáo|đoàn thể|cải cách hành chính|chuyển đổi số|trong tỉnh|trong nước
quốc tế|in|in trang|in bài|in bài viết|in tin|in trang này|bản in|chia sẻ|gửi email|gửi mail|quay lại|trở về|trở lại
""")
_SECTIONS = re.compile(rf"\s*{_SECTION}(?:(?:\s?[,&]\s?|\s(?:và\s)?){_SECTION})*\s*")
"""Sections of a site and buttons, which stand before the day of a page as fields of their own."""
_DASHES = re.compile(r"\s[-–—](?:\s|$)")
_TELLS = re.compile(rf"\s*{_TOLD}(?!\w)")
_HEADS = re.compile(rf"\s*(?:(?:các|những|theo)\s)?(?:{_TOLD}(?!\w)|{_DATED}(?!\w)|[0-9+/])")
"""What heads a phrase that ends in the date of a page or a paper; agencies and papers do nothing "vào" a day."""


def leads_to_event(day: Day, text: str, lower: str, before: str, printed: str) -> bool:
    """Whether the words before a day, in lower case and as printed, say that it is the day of something else."""
    if _PLANNED.search(before) or _MEASURED.search(before) or _HAPPENS_ALONE.search(printed):
        return True
    if day.lead == day.start and day.kind == "numbers" and not DAYTIME.search(before):
        return False
    if _HAPPENS.search(printed) or _HAPPENS_TO.search(printed) or (_LAW.search(before) and not day.clock):
        return True
    start = lower.rfind("\n", max(0, day.lead - _GROUNDS_WIDTH), day.lead) + 1
    return _GROUNDS.match(lower, start, day.lead) is not None or _ends_sentence(day, text, lower)


def _ends_sentence(day: Day, text: str, lower: str) -> bool:
    """Whether a day with a sign ends a phrase that is neither a name nor headed by what is dated."""
    start = max(0, day.lead - _WIDTH)
    daytime, sign = DAYTIME.search(lower, start, day.lead), _SIGN.match(lower, day.lead)
    if (daytime is None and sign is None) or _PUT_UP.search(lower, start, day.lead):
        return False
    clause = _LAST_CLAUSE.search(text[start : daytime.start() if daytime else day.lead])
    if clause is None:
        return True
    words = clause[1].strip()
    heads = _TELLS if daytime is not None or (sign is not None and sign[1] is not None) else _HEADS
    if heads.match(words.lower()):
        return False
    fields = _DASHES.split(words)
    if len(fields) > 1 and not fields[-1]:
        fields = [field for field in fields if _SECTIONS.fullmatch(field.lower()) is None]
    return not all(_is_name(field) or heads.match(field.lower()) for field in fields)


def _is_name(words: str) -> bool:
    """Whether words between dashes are no phrase: one alone, a name in capitals, or somebody's behind a title."""
    title = TITLE.match(words) if " " in words else None
    name = words[title.end() :] if title else words
    return " " not in words or name.istitle() or name.isupper()
