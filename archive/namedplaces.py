"""Whether what reads like a person is a street, a school, a ward or a town: "17 Hai Bà Trưng", "THCS Lê Lợi".

What stands before decides: a word for a place, or the number of a house, and what leads to these in their clause. "UBND
phường", "Số 12 đường" or nothing lead to any name; behind other words only those are a place's that many places have
(archive.vietnamese.honoured), and behind what a person is ("Hội viên phường", "Giáo viên THCS") none. Where both may be
meant, it is a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from archive.officewords import OFFICE, ROLE
from archive.vietnamese import honoured, surnames

_Lead = Literal["office", "open", "role", "other"]
_REACH = 80
_SURNAMES = f"{surnames.COMMON}|{surnames.FURTHER}"
_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"

_WITH_SURNAME = re.compile(rf"(?i:{_SURNAMES}) (?!(?i:S?ĐT|điện|tel|fax)(?!\w)){_CAPITAL}")
_BY_BIRTH = re.compile(r"(?:hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười|út)(?!\w)", re.IGNORECASE)
_WHOLE_NAME = re.compile(r"\w+ (?:văn|thị) ", re.IGNORECASE)
_ANOTHER_WITHIN = re.compile(rf" (?:{_SURNAMES}) (?:văn|thị) ", re.IGNORECASE)

_LEVEL = (
    r"(?:thpt|thcs|ptdt[nb]t|ptth|ptcs|th|mn|mg|tiểu học|mầm non|mẫu giáo|trung học(?: cơ sở"
    r"| phổ thông)?|phổ thông|dân tộc|nội trú|bán trú|chuyên|tư thục|thực hành|cấp [1-3]|(?:và|&|-)(?= \w))"
)
_PLACE = re.compile(
    rf"(?<!\w)(?:(?-i:Trường|TRƯỜNG)(?: đại học| cao đẳng| trung cấp)?(?: {_LEVEL})*|trường(?: {_LEVEL})+"
    r"|đại học|cao đẳng|học viện|bệnh viện(?: đa khoa)?|thư viện|bảo tàng|nhà (?:thi đấu|hát|văn h(?:óa|oá))"
    r"|quảng trường|sân vận động|bến xe|đường|phố|đại lộ|ngõ|ngách|hẻm|kiệt|ngã (?:ba|tư|năm|sáu)|cầu|chợ|công viên"
    r"|đồn biên phòng|vườn quốc gia|(?:khu|cụm) công nghiệp"
    r"|khu (?:đô thị|du lịch|di tích)|sông|núi|đèo|chùa|(?<!gia )đình|đền|miếu|lăng|cảng) $",
    re.IGNORECASE,
)
_PLACE_OF_A_KNOWN_NAME = re.compile(
    rf"(?<!\w)(?:{_LEVEL}(?: {_LEVEL})*|trường|khu phố|t(?:òa|oà) nhà|khách sạn|nhà (?:khách|tang lễ)"
    r"|công ty(?: (?:cổ phần|cp|tnhh|mtv|một thành viên))*) $",
    re.IGNORECASE,
)
_LANDMARK = re.compile(r"(?<!\w)(?:sông|núi|đèo|chùa|đền|miếu|lăng|cảng) $", re.IGNORECASE)
_PLACE_OF_WORK = re.compile(r"(?<!\w)(?:chợ|cầu|công viên|bến xe) $", re.IGNORECASE)
_UNIT = re.compile(
    r"(?<!\w)(?:(?:phường|xã|thị trấn|thị xã|quận|huyện|tỉnh|thành phố|đặc khu|khu vực) "
    r"|(?P<short>(?:[PQHX]|TT|TX|TP)\. ?|[PQ] ))$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?<!\w)(?P<number>(?:lô )?[a-z]{0,2}\d{1,4}[a-z]?(?: ?[/–-] ?[a-z]?\d{1,4}[a-z]?){0,3}) ?[,–-]? ?$", re.IGNORECASE
)
_LIST_NUMBER = re.compile(r"[1-9]$")
_LONG_NUMBER = re.compile(r"\d{3}|\d[A-Za-z]|[/–-]|^[A-Za-z]")
_ADDRESS = re.compile(
    r"(?<!\w)(?:địa chỉ|đ/c|trụ sở(?: chính)?|văn phòng|cơ sở(?: \d+)?|số nhà|tại) ?:? ?(?:số(?: nhà)?)?$",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"(?<!\w)(?:địa chỉ|trụ sở(?: chính)?) ?: ?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<!\w)số$", re.IGNORECASE)
_NO_HOUSE = re.compile(
    r"(?<!\w)(?:thôn|ấp|bản|buôn|làng|xóm|khối(?: phố)?|tổ(?: dân phố)?|tdp|khu(?: phố| vực)?|kp|khóm|đội|cụm|stt|tt"
    r"|thứ tự|tuyến|lớp|nhóm|hộ|phường|quận) ?(?:số)? ?[.:]?$",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?<!\w)(?:danh sách|hộ|stt|thứ tự|ủng hộ|thí sinh|cử tri|ứng viên)(?!\w)", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"(?<!\w)(?:hộ|nhà)(?: (?:cận nghèo|nghèo|dân|gia đình))* ?[:–,-]? ?$", re.IGNORECASE)
_BESIDE_STREET = re.compile(
    r"(?<!\w)(?:đường|phố|góc|ngã (?:ba|tư|năm|sáu))[^.;:|]{2,40}(?: [–-] | và )$", re.IGNORECASE
)
_IN_ADDRESS = re.compile(
    r"(?<!\w)(?:đường|phố|phường|quận|huyện|thị xã|thành phố|tp\.?|số \d+)[^.;:|]{2,40}, $", re.IGNORECASE
)
_VUNG_TAU = re.compile(r"bà rịa ?[–-] ?vũng tàu", re.IGNORECASE)

_NEW_CLAUSE = re.compile(r"[,.;:|()–]|(?<!\w)-|-(?!\w)|(?<!\w)(?:tại|ở|về|đến|gửi|liên hệ)(?!\w)", re.IGNORECASE)
_ADDRESS_WORDS = re.compile(
    r"(?:(?:\w{0,2}\d\S*|số|nhà|góc|trên|dọc|cổng|cuối|đầu|ngõ|ngách|hẻm|kiệt|lô|tầng|và|địa chỉ"
    r"|trụ sở(?: chính)?)\s*)*",
    re.IGNORECASE,
)
_OFFICE_AT_FIRST = re.compile(rf"\d* ?(?:(?:đảng|tỉnh|thành|huyện) [uủ][yỷ]|đoàn|{OFFICE.pattern})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """What may be a place: addressed ("Bà Triệu") or not, a region, known, or made as only a person's name is."""

    is_addressed: bool
    is_region: bool
    is_known: bool
    is_personal: bool


def names_place(text: str, start: int, end: int, *, addressed: bool) -> bool:
    """Whether the name from `start` to `end` is a place's; of one that is `addressed`, only the "Bà " stands there."""
    if not addressed and honoured.TOWN.match(text, start):
        return True
    before = text[max(0, start - _REACH, text.rfind("\n", 0, start) + 1) : start]
    if addressed:
        is_as_written = text[start].isupper() or before.endswith("Hai ")
        if not is_as_written or _HOUSEHOLD.search(before) or _WITH_SURNAME.match(text, end):
            return False
        if honoured.ALONE.match(text, start) or _VUNG_TAU.match(text, start):
            return True
        is_region = honoured.AREA.match(text, start) is not None
        is_known = is_region or honoured.STREET.match(text, start) is not None
        named = _Named(addressed, is_region, is_known, _BY_BIRTH.match(text, end) is not None)
    else:
        if _ANOTHER_WITHIN.search(text, start, end):
            return False
        is_region = honoured.PROVINCE.match(text, start) is not None
        is_known = is_region or honoured.PERSON.match(text, start) is not None
        named = _Named(addressed, is_region, is_known, _WHOLE_NAME.match(text, start) is not None)
    if unit := _UNIT.search(before):
        return _is_unit(before[: unit.start()], named, is_short=unit["short"] is not None)
    return (
        _is_behind_place(before, named)
        or _is_behind_house(before, named)
        or (named.is_known and bool(_BESIDE_STREET.search(before) or _BARE_ADDRESS.search(before)))
        or (named.is_region and (_lead(before) == "office" or bool(_IN_ADDRESS.search(before))))
    )


def _lead(before: str) -> _Lead:
    """What the last clause before a word for a place says."""
    clause = _NEW_CLAUSE.split(before)[-1].strip()
    if ROLE.search(clause):
        return "role"
    if _ADDRESS_WORDS.fullmatch(clause):
        return "open"
    return "office" if _OFFICE_AT_FIRST.match(clause) else "other"


def _is_unit(before: str, named: _Named, *, is_short: bool) -> bool:
    """Whether a ward, district or province is named behind its word: "UBND phường Lê Lợi", ", xã Trần Phán"."""
    lead = _lead(before)
    if named.is_personal and not named.is_known:
        return named.is_addressed and lead == "office"
    if lead != "open":
        return lead == "office" or (lead == "other" and named.is_known and not named.is_personal)
    is_in_address = before.rstrip().endswith((",", "(", "-", "–"))
    if named.is_known:
        return is_in_address or not named.is_personal
    return not is_short and (is_in_address or named.is_addressed)


def _is_behind_place(before: str, named: _Named) -> bool:
    """Whether a street, school or landmark is named behind its word: "đường Trần Não", "Trường THPT Lê Quý Đôn"."""
    if place := _PLACE.search(before):
        lead = _lead(before[: place.start()])
        may_be_anywhere = (named.is_known and not _PLACE_OF_WORK.search(before)) or (
            named.is_addressed and _LANDMARK.search(before) is not None
        )
        return lead in ("open", "office") or (lead == "other" and may_be_anywhere)
    if place := _PLACE_OF_A_KNOWN_NAME.search(before):
        lead = _lead(before[: place.start()])
        return lead != "role" if named.is_known else lead in ("open", "office") and not named.is_personal
    return False


def _is_behind_house(before: str, named: _Named) -> bool:
    """Whether a street is named behind the number of a house, which no number of a list or a hamlet is."""
    house = _HOUSE.search(before)
    ahead = before[: house.start()].rstrip() if house else ""
    if not house or _NO_HOUSE.search(ahead):
        return False
    is_address = _ADDRESS.search(ahead) is not None
    if is_address or _LIST.search(ahead):
        return is_address and (named.is_known or not named.is_addressed)
    may_be_of_a_list = _LIST_NUMBER.match(house["number"]) is not None
    is_numbered, is_apart = _NUMBERED.search(ahead) is not None, ahead.endswith((",", ":", "-", "–", "(", "/", "."))
    if named.is_known:
        return is_numbered or (is_apart if may_be_of_a_list else is_apart or not named.is_personal)
    if named.is_addressed:
        return False
    if named.is_personal:
        return (is_numbered and not may_be_of_a_list) or (is_apart and bool(_LONG_NUMBER.search(house["number"])))
    return (is_numbered or is_apart or bool(_LONG_NUMBER.search(house["number"]))) and not may_be_of_a_list
