"""Whose number it is that a text gives: a private person's, an office's, or a line that an office keeps for callers.

The words nearest before the number decide, within its line and what stands just above; a person named in brackets
behind it counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from archive.vietnamese import surnames

Owner = Literal["person", "office", "hotline"]
REACH = 160
BEHIND = 40

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"
_SURNAMES = f"{surnames.COMMON}|{surnames.FURTHER}"
_HONORIFIC = rf"(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác)\s*:?\s+(?={_CAPITAL})"
_ANOTHER = rf" (?!(?i:S?ĐT|điện|tel|fax)(?!\w)){_CAPITAL}"
_NAME = rf"(?:{_SURNAMES}|(?i:{_SURNAMES})(?= {_CAPITAL}{{2}}))(?:{_ANOTHER}\w*){{1,4}}"
_PERSON = re.compile(
    rf"(?<!\w)(?P<honorific>{_HONORIFIC})"
    r"|(?<!\w)(?i:hộ (?:ông|bà|gia đình)|gia đình (?:ông|bà|anh|chị|em|cháu)|họ (?:và )?tên|chủ hộ|thí sinh"
    r"|(?<!tổ chức, )cá nhân(?!,? tổ chức)|nhà riêng|di động|ngày sinh|sinh ngày|sinh năm|thường trú|tạm trú|cư trú"
    r"|chủ tài khoản|người (?:thụ hưởng|nhận"
    r"|khiếu nại|tố cáo|nộp đơn|mua|bán|thuê)|bị (?:can|cáo|hại)|nạn nhân|bệnh nhân|CCCD|CMND|CMTND|căn cước)(?!\w)"
    rf"|(?<!\w)(?P<name>{_NAME})"
)
_FULL_NAME = re.compile(rf"(?i:{_SURNAMES}){_ANOTHER}")
_HEROES = re.compile(
    rf"(?i:(?<=hai )bà trưng|bà (?:huyện thanh quan|rịa)|ông ích (?:khiêm|đường)|(?<=\d )bà triệu)(?!\w)"
    rf"(?!{_ANOTHER})"
)
"""Names that begin like the address of a person and are no living one's: of streets, schools and a province."""
_PLACE = re.compile(
    r"(?<!\w)(?:đường|phố|đại lộ|ngõ|ngách|hẻm|kiệt|cầu|chợ|công viên|thpt|thcs|ptth|tiểu học|mầm non|mẫu giáo"
    r"|(?-i:Trường|TRƯỜNG)) $",
    re.IGNORECASE,
)
"""What stands before the name of a street or a school."""
_UNIT = re.compile(
    r"(?<!\w)(?:(?:phường|xã|thị trấn|thị xã|quận|huyện|tỉnh|thành phố|đặc khu) |(?:[PQHX]|TT|TX|TP)\. ?)$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\d[A-Z]?,? $")
_HOUSE_IN_ADDRESS = re.compile(
    r"(?<!\w)(?:số(?: nhà)?|địa chỉ|trụ sở|tại)\s*:?\s*(?:số(?: nhà)? )?"
    r"\d{1,4}[a-z]?(?:[/–-]\d{1,4}[a-z]?){0,3},? $",
    re.IGNORECASE,
)
_BEFORE = 40
_ROLE = r"(?:chủ tịch|bí thư|(?:phó )?trưởng|giám đốc|chánh văn phòng|chuyên viên|văn thư|cán bộ|công chức)(?!\w)"
_ROLE_BEFORE = re.compile(rf"(?<!\w){_ROLE}[^.,;:\n]*$", re.IGNORECASE)
_ROLE_BEHIND = re.compile(rf"(?:\s?{_CAPITAL}\w*)*\s*[,–(-]\s*(?i:phó )?(?i:{_ROLE})")
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
    if (
        behind
        and not _NUMBER_OF_THEIR_OWN.match(text, behind.end())
        and not _ROLE_BEHIND.match(text, behind.end(), behind.end() + BEHIND)
    ):
        return "person"
    named = max((found.start() for found in _persons(before)), default=-1)
    office = max((found.start() for found in _OFFICE.finditer(before)), default=-1)
    return None if named == office else "person" if named > office else "office"


def names_person(text: str) -> bool:
    """Whether a text names or addresses a private person."""
    return any(_persons(text))


def _persons(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _PERSON.finditer(text) if not _names_place(text, found))


def _names_place(text: str, found: re.Match[str]) -> bool:
    """Whether what reads like a person is a street, a school or a ward: "17 Hai Bà Trưng", "THCS Lê Lợi"."""
    start = found.start()

    def stands_behind(*patterns: re.Pattern[str]) -> bool:
        return any(pattern.search(text, max(0, start - _BEFORE), start) for pattern in patterns)

    if found["name"]:
        return stands_behind(_PLACE, _HOUSE) or (stands_behind(_UNIT) and not stands_behind(_ROLE_BEFORE))
    if not found["honorific"]:
        return False
    if _HEROES.match(text, start):
        return True
    is_called_so = text[start].isupper() and not _FULL_NAME.match(text, found.end())
    return is_called_so and stands_behind(_PLACE, _UNIT, _HOUSE_IN_ADDRESS)
