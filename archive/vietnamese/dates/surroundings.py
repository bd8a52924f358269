"""What stands around a day and makes it something else than the date of a page: a number, a range, a feast."""

from __future__ import annotations

import re
from datetime import date

from archive.vietnamese.dates.days import LAST_YEAR, Day
from archive.vietnamese.dates.grammar import DASH, END, JOINTS, LETTER, SEPARATOR

_MARGIN = 32
_COLON = " .:\xa0"

_NUMBER_WORDS = frozenset({
    "đt", "sđt", "tel", "fax", "hotline", "nhà", "hẻm", "ngõ", "ngách", "kiệt", "lô", "mã", "sbd", "mst", "stk",
    "cmnd", "cccd", "isbn", "issn", "ip", "serial", "đ/c", "đc",
    "thửa", "căn", "toa", "lớp", "bước", "cỡ", "size", "block", "firmware", "no", "ghế", "ql", "tl", "km",
})  # fmt: skip
_NUMBER_PHRASES = (
    "số hiệu", "ký hiệu", "điện thoại", "địa chỉ", "thửa đất", "lô đất", "khu đất", "căn hộ", "tờ bản đồ", "tài khoản",
    "truy cập", "xác suất",    "tổng số", "vĩ độ", "kinh độ", "tọa độ", "toạ độ", "mật khẩu",
)  # fmt: skip
"""What makes the figures behind it a number: of a telephone, an address, a plot, a score, a counter."""

_SCORE_OR_CODE = re.compile(
    r"(?<!\w)(?:t[ỷỉ]\s(?:số|lệ)(?:\s\w+){0,6}|mã(?!\slai)(?:\s\w+){0,2}|lô\s\w+)\Z|(?:\A|[\n.,;:(|–-]\s?)(?:số(?:\s\w+){1,3}|thắng|thua|hòa)\Z"
)
"""A score or a scale, a code of something, the number of something: "Tỷ số", "Mã hồ sơ", "Số hộ chiếu"."""

_NOT_NUMBERED = frozenset({
    "đổi", "tế", "hội", "quyền", "dân", "nghệ", "tầng", "năng", "tảng", "liệu", "ký", "trường", "gian", "nghiệp", "dục",
    "lịch", "chí", "gia", "hóa", "hàng", "hình", "thiểu", "đa", "chỉ",
})  # fmt: skip
"""Words with which "số" means digital or a part: "chuyển đổi số", "kinh tế số", "thiểu số"; elsewhere it numbers."""

_COUNTED_BEHIND = re.compile(
    rf"\s?(?:đồng|đ|vnđ|vnd|usd|%|phiếu|trang|điểm|hộ|km|m|m2|ha|kg|tấn|suất|lượt(?!\s(?:xem|đọc|tải|truy|view|thích))|triệu|tỷ|[km]wh?|k?v|kva?|mva|[mg]b|hp|[kmg]?hz|độ|lít|mm|cm|px"
    rf"|học\ssinh|đại\sbiểu|tiêu\schí){END}"
)
"""What is counted, paid or measured: "1/10/2023 trang", "12.04.2023 đ"."""

_VERSION_WORDS = ("phiên bản", " v", " ver", " version", " build", " windows", " android", " ios", " php")
_SECTION_WORDS = frozenset({"mục", "điều", "khoản", "chương", "bảng", "hình", "biểu", "tiết"})
_SERIES_WORDS = frozenset({"số", "tháng", "quý", "tuần", "đợt", "kỳ", "khóa", "khoá", "lớp", "tổ", "phần", "bài"})
"""What is counted in series: "tuần 3-5/2020" are weeks, while "tuần 03/05/2020" is one that begins on a day, and
"chuyển đổi số 03/05/2020" a title and a date."""

_NUMBER_SIGNS = frozenset("/.-–")
_DOCUMENT_BEHIND = re.compile(r"/[A-ZĐÐ]{1,6}\b|-[A-ZĐÐ]{2,6}/")

_UNTIL = ("đến", "tới", "hết", "-", "–", "—", "−", "~", ",", "và", "&")
_RANGE_BEFORE = re.compile(
    rf"[0-9](?<![\w{DASH}][0-9])[0-9]?(?P<month>{SEPARATOR}[0-9]{{1,2}})?"
    rf"(?:\s(?:cho\s)?(?:đến|tới)\s{{1,2}}(?:hết\s{{1,2}})?|\s{{0,2}}(?P<sign>[{DASH}~]|,|và|&)\s{{1,2}})\Z"
)
"""The first end of a range whose second end is the day, without a year: "01/3 đến", "14 và"."""

_COUNTER = re.compile(r"(?:xem|đọc|tải|luận|views?|thích)\s?:\Z")
_PERIOD_BEFORE = re.compile(r"từ\s[^.;|\n]{1,40}\s(?:đến|tới)\s{1,2}(?:hết\s{1,2})?\Z")
_RANGE_BEHIND = re.compile(
    rf"[^\S\n]{{0,2}}\)?[^\S\n]{{0,2}}(?:(?:đến|tới)\s{{1,2}}(?:nay|hết|ngày|[0-9])|[{DASH}]\s{{0,2}}nay(?!\w)|[{DASH}]\s{{0,2}}([0-9]{{4}})(?![0-9]|\sl[ưu][ợo]t))"
)
_SPAN_OF_MONTHS = re.compile(r"(?:[1-9]|1[0-2])\stháng\snăm\s[0-9]{4}", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"[\s)]{{0,2}}(?:(?P<dash>[{DASH}~])|→|(?:cho\s)?(?:đến|tới)|kết\sthúc:?)\s{{0,2}}(?:hết\s{{1,2}})?[\s(]{{0,2}}"
)

_TERM_BEFORE = re.compile(
    r"(?:(?<!chống\s)(?<!khô\s)(?<!nắng\s)(?<!\w)hạn(?:\s(?:nộp|nhận|cuối|chót|cùng|trả\slời|báo\scáo|đăng\ský|gửi)|\s\w+(?=[\s\w]{0,20}:)){0,3}"
    r"(?:\shồ\ssơ)?(?:\s(?:là|đến|vào))?|(?<!\w)trước|chậm\snhất|muộn\snhất|hiệu\slực(?:\sthi\shành)?(?:\s(?:(?:kể\s)?từ|đến))?|giá\strị\sđến"
    r"|(?:\A|[\n.;,(|]\s?|kể\s|đầu\s|dụng\s|hiện\s|ra\s)từ|đến\shết)[\s:]{0,3}\Z"
)
"""The end of a term or the beginning of what follows: "Hạn nộp:", "trước", "có hiệu lực từ"."""

_LUNAR_BEHIND = re.compile(rf"[\s,(]{{0,3}}(?:âm\slịch|âl{END}|\(al\))")
_LUNAR_BEFORE = ("âm lịch", "lịch âm", "ngày âm", "rằm")
_LUNAR_GIÊNG = re.compile(r"(?:mồng|mùng)\s.{0,12}giêng|ngày\s15\s.{0,10}giêng")

_FEAST_DAY_BEFORE = re.compile(
    r"(?:k[ỷỉ]\sniệm(?:\s[0-9]{1,3}\snăm)?|quốc\skhánh|chào\smừng|nhân\sdịp|tưởng\sniệm|nghỉ\slễ)\s{1,2}\Z"
    rf"|(?:(?:ngày|năm)\s(?:sinh|mất)|(?:\A|[\n,;:({DASH}])\s?(?:sinh|mất))[\s:(]{{0,3}}\Z"
)
_NAME = rf"(?:[^\n|,;:().{DASH}]|[{DASH}](?=\s?{LETTER}))"
_FEAST_BEFORE = re.compile(
    rf"(?:ngày\s(?:thành\slập|truyền\sthống|giải\sphóng|quốc\skhánh|chiến\sthắng|hội|sinh|mất|giỗ|quốc\stế|thương\sbinh"
    rf"|nhà\sgiáo|thầy\sthuốc|doanh\snhân|phụ\snữ|báo\schí){_NAME}{{0,40}}|giỗ\stổ{_NAME}{{0,16}}"
    rf"|ngày\s{_NAME}{{2,40}}(?:việt\snam|thế\sgiới|quốc\sgia|toàn\sdân|toàn\squốc)):?\s?\Z"
)
_OCCASION_BEFORE = re.compile(
    r"(?:k[ỷỉ]\sniệm|mừng|nhân\sdịp|hưởng\sứng)\s(?:[^\n|.;]{1,40}\s)?ngày\s[^\n|.;:0-9]{2,48}\Z"
)
"""A day with a name ("Ngày thành lập Đảng", "Ngày Pháp luật Việt Nam"), directly before the figures."""


def fills(lower: str, start: int, end: int) -> bool:
    """Whether nothing but punctuation stands around the part from `start` to `end`."""
    around = (lower[:start], lower[end:]) if start < _MARGIN and len(lower) - end < _MARGIN else ("x",)
    return not any(side.strip(JOINTS) for side in around)


def is_number(lower: str, text: str, day: Day) -> bool:
    """Whether the figures of a day are part of a number: "số 30/10-2020", "12/5/2020/QĐ-UBND", "1.12/5/2020"."""
    start, end = day.start, day.end
    if text[end : end + 1] in _NUMBER_SIGNS and _DOCUMENT_BEHIND.match(text, end):
        return True
    if start != day.lead:
        return False
    if end < len(lower) and day.kind == "numbers" and _COUNTED_BEHIND.match(lower, end):
        return True
    if start == 0:
        return False
    before = lower[max(0, start - 16) : start]
    if before[-1] in _NUMBER_SIGNS:
        return before[-2:-1].isdecimal() or before[-3:-2].isdecimal()  # 76A-06.12.24 is a number plate
    if text[start - 1].isupper() and not before[-2:-1].isalpha():  # A12/03-2021 is a plot
        return True
    words = before.rstrip(_COLON)
    last, figures = words[words.rfind(" ") + 1 :].lstrip("("), text[start:end]
    if last in _NUMBER_WORDS or words.endswith(_NUMBER_PHRASES):
        return True
    at = start - len(before) + len(words)
    if _SCORE_OR_CODE.search(lower, max(0, at - _MARGIN), at):
        return True
    if last in _SERIES_WORDS:
        mixed = "-" in figures and "/" in figures
        return day.short or mixed or (last == "số" and not _NOT_NUMBERED.intersection(words.split()[-2:]))
    return "." in figures and (last in _SECTION_WORDS or f" {words}".endswith(_VERSION_WORDS))


def opens_range(lower: str, day: Day) -> bool:
    """Whether a day begins a range whose other end lacks a day or a month: "đến nay", "- 2016"."""
    found = _RANGE_BEHIND.match(lower, day.tail)
    if found is None or found[1] is None:
        return found is not None
    return isinstance(day.value, date) and day.value.year < int(found[1]) <= LAST_YEAR


def closes_range(before: str) -> bool:
    """Whether a day behind these words ends a range whose other end lacks a month or a year."""
    if not before.rstrip().endswith(_UNTIL):
        return False
    found = _RANGE_BEFORE.search(before)
    if found is None:
        return _PERIOD_BEFORE.search(before) is not None
    sign, month = found["sign"], found["month"]
    ahead = before[: found.start()].rstrip()
    if sign is None or month is not None or ahead.endswith(("ngày", "từ")):
        return not found[0].startswith("24/7") or ahead.endswith(("ngày", "từ"))
    if sign in (",", "và", "&"):
        return not ahead or ahead.endswith(",") or (ahead.endswith(":") and not _COUNTER.search(ahead))
    return ahead.endswith("(") or not ahead


def is_term(before: str) -> bool:
    """Whether a day behind these words ends a term or begins what the page announces."""
    return _TERM_BEFORE.search(before) is not None


def is_span_of_months(text: str, day: Day) -> bool:
    """Whether "6 tháng năm 2021" is half a year: the month May is written with a capital, behind "ngày" or as "06"."""
    phrase = text[day.lead : day.end]
    return day.kind == "words" and _SPAN_OF_MONTHS.fullmatch(phrase) is not None and "Năm" not in phrase


def joins(lower: str, start: int, end: int) -> str | None:
    """What joins two days as the ends of a range, "dash" or "word"; None where something else stands between them."""
    between = _BETWEEN.fullmatch(lower, start, end) if end - start < 20 else None
    return None if between is None else "dash" if between["dash"] else "word"


def is_lunar_before(before: str) -> bool:
    """Whether the words before a day say that it is one of the lunar calendar."""
    return before.rstrip(_COLON).endswith(_LUNAR_BEFORE)


def is_lunar_behind(lower: str, end: int) -> bool:
    """Whether the words behind a day that ends at `end` say that it is one of the lunar calendar."""
    return _LUNAR_BEHIND.match(lower, end) is not None


def is_feast(before: str, phrase: str) -> bool:
    """Whether a day without a time, printed in `phrase`, is one of birth, death, foundation or remembrance.

    Where the phrase itself begins with "ngày", only words that touch it count: "lễ kỷ niệm Ngày thành lập diễn ra ngày"
    tells when something happened. A day in tháng Giêng that is worded as people word lunar days is one; software that
    writes Giêng has neither "mùng" nor "ngày … năm".
    """
    if _LUNAR_GIÊNG.match(phrase):
        return True
    if not before:
        return False
    if _FEAST_DAY_BEFORE.search(before):
        return True
    if phrase.startswith("ngày"):
        return False
    words = before.rstrip("( ")
    named = _FEAST_BEFORE.search(words)
    if named is not None and (named.start() == 0 or "(" not in before[len(words) :]):
        return True
    return _OCCASION_BEFORE.search(words) is not None
