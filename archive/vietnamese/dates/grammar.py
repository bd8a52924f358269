"""The pieces that Vietnamese date lines are made of, as regular expressions over lower-case NFC text.

Every repetition is bounded, so that a piece reads only so many characters and time grows in proportion to the text.
Words may be printed without their marks ("Ngay cap nhat").
"""

from __future__ import annotations

LETTER = r"[^\W\d_]"


def any_of(phrases: str) -> str:
    """An expression for any of the phrases, which bars or line breaks divide; their spaces stand for white space."""
    return "(?:" + "|".join("|".join(phrases.strip().split("\n")).replace(" ", r"\s").split("|")) + ")"


START, END = rf"(?<!{LETTER})", rf"(?!{LETTER})"
_AFTER_LABEL = rf"(?:{START}|(?<=đăng)|(?<=nhật)|(?<=bản))"
_LABEL_END = rf"(?:{END}|(?=ngày|lúc|vào|thứ|chủ|cn|t\.?[2-7]))"
"""Labels and what follows them are often printed by two pieces of a page without a space: "Cập nhậtThứ hai"."""

DASH = r"\-‐-―−"
"""Hyphen, the dashes U+2010 to U+2015 and the minus sign, for use inside a character class."""

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
JOINTS = _SPACES + ",;|/\\.:@()[]~_\"'“”•·*>=+-‐‑‒–—―−"
JOINT = rf"[\s,;|/\\.:@()\[\]~_\"'“”•·*>=+{DASH}]"
"""What may stand between the parts of a date line, as characters and as a class."""

FIGURES = {figures: number for number in range(100) for figures in (f"{number}", f"{number:02}")}
"""The numbers of days, months, hours and minutes by their figures."""

SEPARATOR = rf"(?:[^\S\n]{{0,2}}[/.·⁄∕／\\{DASH}][^\S\n]{{0,2}}|_)"
NO_CHAIN = rf"(?![/.{DASH}][0-9]{{1,4}}(?!(?:[0-9]|:[0-5][0-9](?![0-9])|[hg])))"
"""No further number follows, as in 1.2.2020.4; a glued time may."""

MONTH_SIGN = r"(?:th[áa]ng\s{0,8}+|thg\.?\s{0,2}|th\.?\s?(?=[0-9]))"
MONTH = (
    r"(?:[0-9]{1,2}(?![0-9])|(?:m[ưu][ờo]i(?:\s{1,2}(?:m[ộốo]t|hai))?|gi[êe]ng|m[ộo]t|hai|ba|t[ưu]|b[ốo]n|n[ăa]m|s[áa]u"
    rf"|b[ảẩa]y|t[áa]m|ch[íi]n){END})"
)
YEAR_SIGN = r"(?:[\s,/.\-]{0,8}+n[ăa]m[\s:]{0,8}+|[\s,/.\-]{1,4}+)"
ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    rf"|nov(?:ember)?|dec(?:ember)?){END}"
)
WEEKDAY = (
    rf"{_AFTER_LABEL}(?<!lần\s)(?<!họp\s)(?<!phiên\s)(?:(?:th[ứu]\s{{0,2}}(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảẩa]y)|ch[ủúu]\s{{0,2}}nh[ậa]t|cn"
    rf"|(?:mon|tues?|wed(?:nes)?|thurs?|thu(?=[,.]|rsd)|fri|sat(?:ur)?|sun)(?:day)?){END}"
    rf"|t\.\s?(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảẩa]y){END}|(?:th[ứu]\s{{0,2}}|t\.?\s?)[2-7](?![0-9]))"
)

_HOUR_SIGN = rf"(?:gi[ờo]{END}|h{END}|g(?=\s?:?\s?[0-9]))"


def after_hour(colon: str) -> str:
    """What follows the hour: minutes and seconds, a sign of the hour, or the half of the day."""
    return (
        rf"(?:{colon}(?P<minute>[0-9]{{1,2}})(?![0-9])(?:\s?:\s?(?P<second>[0-9]{{1,2}})(?![0-9])(?:[.,:][0-9]{{1,9}})?)?['’′]?"
        rf"|\s?{_HOUR_SIGN}(?!\strước)(?:\s?:?\s?(?P<minutes>(?:kém\s)?[0-9]{{1,2}})(?![0-9]|\s?[/.]\s?[0-9]|-[0-9]{{1,2}}[-/])"
        rf"(?:\s?(?:ph[úu]t|ph|p){END}|\s?['’′])?(?:\s?(?P<seconds>[0-9]{{1,2}})\s?(?:giây|s){END})?)?"
        r"|(?=\s?[ap]\.?m\b))"
    )


COLON, COLON_OR_DOT = r"\s?:\s?", r"(?:\s?:\s?|\.(?=[0-5][0-9](?![0-9])))"

HALF = rf"(?:[ap]m|[ap]\.m\.?|sa|ch){END}"
DAYTIME = rf"(?:rạng\ssáng|s[áa]ng|tr[ưu]a|chi[ềe]u|t[ốo]i|[đd]êm|khuya){END}"
_OFFSET = rf"[+{DASH}]\s?[0-9]{{1,2}}(?::?[0-9]{{2}})?(?![0-9])"
ZONE = (
    rf"(?:[^\S\n]{{0,2}}+[(\[]?+\s?+(?P<zone>(?:gmt|utc)(?:\s?{_OFFSET}|\s?0?7(?![0-9])|{END}(?!\s?[+{DASH}]))|ict{END}"
    rf"|z(?<=[0-9]z){END}|\+[0-9]{{2}}:?[0-9]{{2}}(?![0-9])|\+(?<=[0-9]\+)[0-9]{{2}}(?![0-9])"
    rf"|-(?:(?<=:[0-9]{{2}}\s-)[0-9]{{4}}|(?<=:[0-9]{{2}}:[0-9]{{2}}-)[0-9]{{2}}:?[0-9]{{2}})(?![0-9])"
    rf"|giờ\s(?:việt\snam|vn){END})(?:\s?[)\]])?)?"
)

_BY = rf"(?:\s(?:bởi|by){END}[^0-9\n|]{{0,40}})?"
_SITE = (
    r"(?:c[ổo]ng|trang|mạng|hệ\sthống|web(?:site)?|portal)"
    r"(?:\s(?:thông\stin|tin|ttđt|tttđt|điện\stử|web(?:site)?|internet|nội\sbộ)){0,2}"
)
_ON_SITE = rf"(?:\s(?:lên|trên|vào)\s{_SITE}{_LABEL_END})"
"""Where a page was put: "Ngày cập nhật lên cổng", while "Cập nhật website" is said of all of a site."""
POSTED = (
    r"(?:(?:(?:ngày|giờ|tin|bài|gian|điểm|được|đã)\s{0,2}(?:duyệt\s)?[đð]ăng|ngay\sdang"
    rf"|(?<!{LETTER}\s)(?<!{LETTER})[đð]ăng|[đð]ăng(?=\s(?:ngày|lúc|vào|hồi))|[đð]ăng\strên)(?:\s(?:tin|bài|tải|lên|văn\sbản|công\skhai|thông\s(?:tin|báo))){{0,2}}{_LABEL_END}(?:{_ON_SITE}|\s{_SITE}{_LABEL_END})?{_BY}"
    rf"|(?:xuất\sbản|phát\shành|xuat\sban|phat\shanh|đưa\s(?:tin|lên)){_LABEL_END}(?:\s(?:bài|tin|thông\stin))?{_LABEL_END}(?:{_ON_SITE}|\s{_SITE}{_LABEL_END})?{_BY}"
    rf"|(?:date[\s_]?)?publish(?:ed)?(?:[\s_-](?:date|time))?{_LABEL_END}{_BY}|post(?:ed|\sdate){_LABEL_END}{_BY}|(?<!{LETTER}\s)post\Z|pubdate)"
)
UPDATED = (
    rf"(?:(?:cập\s{{0,2}}nh[ậâ][tp]|cật\snhật|cap\s{{0,2}}nha[tp]|chỉnh\ssửa|ngày\ssửa(?!\sđổi)|sửa(?:\sđổi)?(?=\s(?:lần|cuối))|hiệu\schỉnh){_LABEL_END}(?:\s(?:tin|bài|thông\stin|văn\sbản|vb))?{_LABEL_END}{_ON_SITE}?{_BY}"
    rf"|(?:date[\s_]?|last\s)?(?:updated?|modified)(?:[\s_](?:date|time))?{_LABEL_END}{_BY})"
)
WORD = (
    rf"{_AFTER_LABEL}(?:(?:ngày|ngay|lúc|luc|vào|vao|(?<!phản\s)hồi|date|on|at|tin|thời\sgian|hôm\snay|mồng|mùng){END}|giờ(?=\s?:)"
    rf"|(?:lần\s)?(?:cuối(?:\scùng)?|mới\snhất|gần\s(?:đây\s)?nhất|gần\sđây){END})"
)
