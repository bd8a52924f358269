"""Whose number it is that a text gives: a private person's, an office's, or a line that an office keeps for callers.

The words nearest before the number decide, within its line and what stands just above; a person named in brackets
behind it counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import normalize

from archive.namedplaces import names_place
from archive.officewords import OFFICE, belongs_to_private_person, is_public_role
from archive.vietnamese import honoured, surnames

Owner = Literal["person", "office", "hotline"]
REACH = 160
BEHIND = 40
_WHOLE_BEHIND = 160

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"
_SURNAMES = f"{surnames.COMMON}|{surnames.FURTHER}"
_HONORIFIC = rf"(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác)\s*:?\s+(?={_CAPITAL})"
_ANOTHER = rf" (?!(?i:S?ĐT|điện|tel|fax)(?!\w)){_CAPITAL}"
_NAME = rf"(?:{_SURNAMES}|(?i:{_SURNAMES})(?= {_CAPITAL}{{2}}))(?:{_ANOTHER}\w*){{1,4}}"
_PERSON = re.compile(
    rf"(?<!\w)(?P<honorific>{_HONORIFIC})"
    r"|(?<!\w)(?i:hộ (?:ông|bà|gia đình)|gia đình (?:ông|bà|anh|chị|em|cháu)|họ (?:và )?tên|chủ hộ|thí sinh"
    r"|(?<!tổ chức, )cá nhân(?!,? tổ chức)|nhà riêng|di động|ngày sinh|sinh ngày|sinh năm|thường trú|tạm trú|cư trú"
    r"|trú (?:tại|quán)|(?:nơi|chỗ) ở"
    r"|(?:s?đt|điện thoại|máy)(?: bàn| cố định)? (?:nhà|gia đình|riêng|cá nhân)(?! [^\W\d])"
    r"|chủ tài khoản|người (?:thụ hưởng|nhận"
    r"|khiếu nại|tố cáo|nộp đơn|mua|bán|thuê)|bị (?:can|cáo|hại)|nạn nhân|bệnh nhân|CCCD|CMND|CMTND|căn cước)(?!\w)"
    r"|(?<!\w)NR(?= ?[:.)])"
    rf"|(?<!\w)(?i:(?:trưởng|phó) (?:thôn|bản|ấp|buôn|làng|xóm|khóm|khu phố|tổ dân phố)|già làng)(?= {_CAPITAL})"
    rf"|(?<!\w)(?P<name>{_NAME})"
)
_HOTLINE = re.compile(
    r"(?<!\w)(?:đường dây nóng|số (?:điện thoại )?nóng|điện thoại nóng|hot\s?line|tổng đài"
    r"|(?:điện thoại|số|ca|máy) trực"
    r"|(?<!thường )trực ban|trực ban(?= chỉ (?:huy|đạo))|trực (?:chỉ huy|cấp cứu|24/24|24/7|24h)"
    r"|số (?:điện thoại )?(?:cấp cứu|khẩn cấp)|chăm sóc khách hàng)(?!\w)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n|;(?!\s*(?:[\d(+]|$))|\.\s+(?=[A-ZĐ])|\s\|\s")
_FAX_BEHIND = re.compile(r"[\s;,./(–-]*(?:fax|máy lẻ|số máy lẻ)", re.IGNORECASE)
_NAMED_BEHIND = re.compile(r"\s*[-–(]\s*(?:(?:gặp|đ/c|đồng chí)\s+)?")
_NUMBER_OF_THEIR_OWN = re.compile(
    r"[^\d\n;)]{0,25}(?:\d{3}|\d(?:[ .-]{1,2}\d){5}|(?<=máy lẻ )\d|(?<=nhánh )\d|(?<=phòng )\d)", re.IGNORECASE
)
_SAID_OF_THEM = re.compile(rf"(?: ?(?<!\w){_CAPITAL}\w*)*\s*[,–(-]\s*")
_ROW_NUMBER = re.compile(r"^\d{1,4}\.? ")
_BLANKS = re.compile(r"[^\S\n]+")


def owner_of(text: str, start: int, end: int) -> Owner | None:
    """Whose the number at `start` to `end` is; None where the words around it do not tell."""
    before = _plain(text[max(0, start - REACH) : start])
    starts = [found.end() for found in _BREAK.finditer(before)]
    if _HOTLINE.search(before, starts[-1] if starts else 0):
        return "hotline"
    behind = _plain(text[end : end + _WHOLE_BEHIND])
    if _FAX_BEHIND.match(behind, 0, BEHIND):
        return "office"
    if _is_private_persons(behind):
        return "person"
    persons = [found.start() for found in _persons(before)]
    named = max(persons, default=-1)
    office = max((place for place in _offices(before, persons)), default=-1)
    return None if named == office else "person" if named > office else "office"


def names_person(text: str) -> bool:
    """Whether a row of a table names or addresses a private person; a number at first is the row's, and no house's."""
    return any(_persons(_ROW_NUMBER.sub("", _plain(text))))


def _plain(text: str) -> str:
    """Composed letters with one blank between words, so that patterns need to know of no other."""
    return _BLANKS.sub(" ", normalize("NFC", text))


def _persons(text: str) -> Iterator[re.Match[str]]:
    for found in _PERSON.finditer(text):
        addressed = found["honorific"] is not None
        if not (addressed or found["name"]) or not names_place(text, *found.span(), addressed=addressed):
            yield found


def _offices(text: str, persons: list[int]) -> Iterator[int]:
    """Where offices are named, but for those where a person named before them in their line learns or once was."""
    for found in OFFICE.finditer(text):
        place = found.start()
        line = text.rfind("\n", 0, place)
        if not (any(line < person < place for person in persons) and belongs_to_private_person(text, place)):
            yield place


def _is_private_persons(behind: str) -> bool:
    """Whether the text behind a number says whose it is, and names no number of their own and no office they hold."""
    opening = _NAMED_BEHIND.match(behind, 0, BEHIND)
    named = _PERSON.match(behind, opening.end(), BEHIND) if opening else None
    if not named or honoured.TOWN.match(behind, named.start()) or _NUMBER_OF_THEIR_OWN.match(behind, named.end()):
        return False
    said = _SAID_OF_THEM.match(behind, named.end(), named.end() + BEHIND)
    return not (said and is_public_role(behind[said.end() :]))
