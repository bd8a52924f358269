"""Whose number it is that a text gives: a private person's, an office's, or a line that an office keeps for callers.

The words nearest before the number decide, within its line and what stands just above; a person named in brackets
behind it counts too.
"""

from __future__ import annotations

import re
from typing import Literal

from archive.vietnamese import surnames

Owner = Literal["person", "office", "hotline"]
REACH = 160
BEHIND = 40

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"
_SURNAMES = f"{surnames.COMMON}|{surnames.FURTHER}"
_NO_STREET = r"(?<![đĐ]ường )(?<![pP]hố )(?<!\d )(?<!\d, )(?<!\d[A-Z], )"
_PERSON = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác)\s*:?\s+(?={_CAPITAL})"
    r"|(?<!\w)(?i:hộ (?:ông|bà|gia đình)|gia đình (?:ông|bà|anh|chị|em|cháu)|họ (?:và )?tên|chủ hộ|thí sinh"
    r"|(?<!tổ chức, )cá nhân(?!,? tổ chức)|nhà riêng|di động|ngày sinh|sinh ngày|sinh năm|thường trú|tạm trú|cư trú"
    r"|chủ tài khoản|người (?:thụ hưởng|nhận"
    r"|khiếu nại|tố cáo|nộp đơn|mua|bán|thuê)|bị (?:can|cáo|hại)|nạn nhân|bệnh nhân|CCCD|CMND|CMTND|căn cước)(?!\w)"
    rf"|(?<!\w){_NO_STREET}(?:{_SURNAMES}|(?i:{_SURNAMES})(?= {_CAPITAL}{{2}}))"
    rf"(?: {_CAPITAL}\w*){{1,4}}"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:sở(?! hữu)|ban(?! hành| ngày| đầu| đêm)|[uủ][yỷ] ban|ubnd|hđnd|mttq|mặt trận|văn phòng"
    r"|phòng(?!,? chống| ngừa| cháy)|trung tâm|cục(?! cảnh sát)|chi cục|tổng cục|bộ phận|cơ quan|đơn vị|trụ sở|công ty"
    r"|doanh nghiệp|tập đoàn|hợp tác xã|htx|chi nhánh|kho bạc|bệnh viện|trạm y tế|trường(?! hợp)|học viện|viện"
    r"|t(?:oà|òa) án|(?<!do )công an(?! cấp)|đồn|hạt kiểm lâm|quỹ(?! đất)"
    r"|(?<!đại )(?<!xã )hội(?! nghị| thảo| thi| chợ)"
    r"|liên đoàn|đoàn (?:thanh niên|tncs)|thanh tra|bảo hiểm|báo(?! cáo)|đài"
    r"|t(?:oà|òa) soạn|tổ (?:công tác|tiếp nhận)|fax"
    r"|e-?mail|website|cổng thông tin|(?:phó )?trưởng phòng|chánh văn phòng|chuyên viên|giám đốc|chủ tịch"
    r"|bí thư)(?!\w)",
    re.IGNORECASE,
)
_HOTLINE = re.compile(
    r"(?<!\w)(?:đường dây nóng|số (?:điện thoại )?nóng|điện thoại nóng|hot\s?line|tổng đài"
    r"|(?:điện thoại|số|ca|máy) trực"
    r"|trực (?:ban|chỉ huy|cấp cứu|24/24|24/7|24h)|số (?:điện thoại )?(?:cấp cứu|khẩn cấp)|chăm sóc khách hàng)(?!\w)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n|;(?!\s*(?:[\d(+]|$))|\.\s+(?=[A-ZĐ])|\s\|\s")
_FAX_BEHIND = re.compile(r"[\s;,./(–-]*(?:fax|máy lẻ|số máy lẻ)", re.IGNORECASE)
_NAMED_BEHIND = re.compile(r"\s*[-–(]\s*(?:(?:gặp|đ/c|đồng chí)\s+)?")
_NUMBER_OF_THEIR_OWN = re.compile(r"[^\d\n;)]{0,25}\d")


def owner_of(text: str, start: int, end: int) -> Owner | None:
    """Whose the number at `start` to `end` is; None where the words around it do not tell."""
    before = text[max(0, start - REACH) : start]
    starts = [found.end() for found in _BREAK.finditer(before)]
    if _HOTLINE.search(before, starts[-1] if starts else 0):
        return "hotline"
    if _FAX_BEHIND.match(text, end, end + BEHIND):
        return "office"
    opening = _NAMED_BEHIND.match(text, end, end + BEHIND)
    behind = _PERSON.match(text, opening.end(), end + BEHIND) if opening else None
    if behind and not _NUMBER_OF_THEIR_OWN.match(text, behind.end()):
        return "person"
    named = _last(_PERSON, before)
    office = _last(_OFFICE, before)
    return None if named == office else "person" if named > office else "office"


def names_person(text: str) -> bool:
    """Whether a text names or addresses a private person."""
    return _PERSON.search(text) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)
