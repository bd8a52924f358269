"""The date of a paper: printed after its number, between its type and its number, or where its sentence begins."""

from __future__ import annotations

import re
from datetime import date

from archive.vietnamese.documents.wording import listed, one_of, whole

_SIGN = r"\s*[/.\-\u2010-\u2015\u2044]\s*"
_MONTHS = {
    name: month
    for month, names in enumerate(listed(",một giêng,hai,ba,tư bốn,năm,sáu,bảy,tám,chín,mười,mười·một,mười·hai chạp"))
    for name in names.split()
}
_MONTH = r"[0-9]{1,2}|(?:[Mm]ười\s(?:[Mm]ột|[Hh]ai)|\w{2,5})(?=\s+(?:năm|NĂM))"
DATE = (
    # "năng 2010" is a misprint that portals carry; a year may be missing.
    rf"(?P<day>[0-3]?[0-9])(?:{_SIGN}|\s*(?:[Tt]háng|THÁNG)\s*)(?P<month>{_MONTH})"
    rf"(?:(?:{_SIGN}|\s*,?\s*[Nn]\w{{1,3}}\s*)(?P<year>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])"
)
_OF_AGENCY = (
    one_of(
        "của, do, tỉnh, thành phố, Thành phố, TP, huyện, quận, thị xã, phường, xã, UBND, Ủy ban, HĐND, Sở, Bộ, Ban,"
        "Thủ tướng,"
        "Chính phủ, Quốc hội"
    )
    + r"\s[^.;:()0-9]{0,90}?"
)
_SIGNED = r"(?:(?:được|đã|vừa)\s+)?(?:(?:ký|ban hành|đề|lập|cấp|phát hành|thông qua)\s+){0,3}(?:vào\s+)?"
_AFTER = re.compile(
    rf"(?:/(?:19|20)[0-9]{{2}})?[\s\"”’)\]]{{0,4}}(?:\((?:[Kk]h[óo][áa]|K)\s*[XVI]+\)\s*)?(?:\(\s?(?=do\s))?(?P<agency>{_OF_AGENCY})?\s*+(?:,|(?P<loose>;|[-–](?=\s)))?\s*+\(?\s*+{_SIGNED}"
    rf"(?:(?:hồi|lúc)\s+[0-9]{{1,2}}\s*(?:giờ|h)\s*(?:[0-9]{{1,2}}\s*(?:phút|')?)?\s*,?\s*)?"
    rf"(?:cùng\s+)?(?:ngày|NGÀY)(?:\s++ký)?\s*+:?\s*+{DATE}"
)
_OTHER_DEED = re.compile(
    whole("về, v/v, tổ chức, khai mạc, diễn ra, thực hiện, triển khai, trong, từ, đến, trước, sau, tại, họp, là, cho")
)
_LABELLED = re.compile(
    r"[\s|;,.]{0,8}(?:[Nn]gày\s+(?:ban\s+hành|ký|văn\s+bản|VB|phát\s+hành)|Ngày(?=\s*:))[\s:|]{0,6}" + DATE
)
_IN_BRACKETS = re.compile(rf"\s*\(\s*{DATE}\s*\)")
# The next cell of a register: "2379/KH-UBND 06-08-2021 Kế hoạch …"; with a time it is when something was posted.
_NEXT_CELL = re.compile(rf"[ \t|]{{1,5}}{DATE}(?!\s*[|,-]?\s*[0-9]{{1,2}}\s*[:h])")
_YEAR = re.compile(
    r"\s*+,?\s*+(?:tháng\s*(?P<month>[0-9]{1,2})\s*(?:/|-|năm)\s*|năm\s+)(?P<year>(?:19|20)[0-9]{2})"
    r"(?!\s*[-–]\s*[0-9]|[0-9])"
)
# Heads of papers print the month in words, often in another column than the number.
_HEAD_LINE = re.compile(rf"[^;.]{{0,200}}?,\s*(?=ngày\s+[0-9]{{1,2}}\s+tháng)ngày\s*{DATE}")
_LINE_ABOVE = re.compile(rf",\s*ngày\s*{DATE}[\s|]*(?:[Ss]ố|SỐ)?[\s:]*$")
_WITHIN = re.compile(rf"^\W*(?:của\s[^,;.]{{0,50}}?\s)?ngày\s*{DATE}")
_DAY = re.compile(rf"(?<!\w)ngày\s*{DATE}")
_BEFORE_OPENING = tuple('-–:,;.(“"') + listed("sáng, chiều, tối, vào, mới đây, trước đó, trong")
_VERB_AFTER = re.compile(r"\s*(?:,\s*)?(?:đã\s+|vừa\s+)?(?:ký\s+)?(?:ban hành|có|ký|ra)\W*")


def iso_date(match: re.Match[str], default_year: int | None = None) -> str | None:
    """The date that DATE matched, as ISO 8601; None where it is impossible or has no year."""
    printed = match["year"]
    if printed is None and default_year is None:
        return None
    year = int(printed) if printed else default_year or 0
    if printed and len(printed) == 2:
        year += 1900 if year > 44 else 2000
    name = "·".join(match["month"].lower().split())
    month = int(name) if name.isdigit() else _MONTHS.get(name, 0)
    try:
        return date(year, month, int(match["day"])).isoformat() if 1930 <= year <= 2100 else None
    except ValueError:
        return None


def date_after(text: str, end: int, year: int | None) -> tuple[str | None, int, tuple[str, ...]]:
    """(ISO date, where it ends, flags) of the date after a number that ends at `end`; `year` is the number's own."""
    match = _AFTER.match(text, end)
    if match and match["agency"] and _OTHER_DEED.search(match["agency"]):
        match = None
    if match and match["loose"] and text.startswith(",", match.end()):  # "…; ngày 5-4-2023, HĐND tỉnh ra"
        match = None
    match = match or _LABELLED.match(text, end) or _IN_BRACKETS.match(text, end) or _NEXT_CELL.match(text, end)
    if match is None:
        return _bare_year(text, end, year)
    if match["year"] is None and year:
        return iso_date(match, year), match.end(), ("year-from-number",)
    iso = iso_date(match)
    if iso is None:
        return None, match.end(), ("date-impossible",) if match["year"] else ()
    return iso, match.end(), ("year-disagrees",) if year and int(iso[:4]) != year else ()


def date_of_head(text: str, start: int, end: int) -> str | None:
    """The date of the place-and-date line ("Châu Thành, ngày 16 tháng 6 năm 2017") beside a paper's own number."""
    match = _HEAD_LINE.match(text, end) or _LINE_ABOVE.search(text[max(0, start - 80) : start])
    return iso_date(match) if match else None


def date_within(opening: str) -> str | None:
    """The date between the type word and the number: "Kế hoạch ngày 14/4/2021 (số 30-KH/TU)"."""
    match = _WITHIN.search(opening)
    return iso_date(match) if match else None


def date_before(words: str) -> str | None:
    """The date that opens the sentence or stands before its verb: "ngày 16/9/2020, ubnd tỉnh ban hành"."""
    match = None
    for day in _DAY.finditer(words) if "ngày" in words else ():
        before = words[: day.start()].rstrip()
        if not before or before.endswith(_BEFORE_OPENING) or _VERB_AFTER.fullmatch(words, day.end()):
            match = day
    return iso_date(match) if match else None


def _bare_year(text: str, end: int, year: int | None) -> tuple[str | None, int, tuple[str, ...]]:
    match = _YEAR.match(text, end)
    if match is None or year:
        return None, end, ()
    if match["month"]:
        month = int(match["month"])
        return (f"{match['year']}-{month:02}" if 1 <= month <= 12 else None), match.end(), ()
    return match["year"], match.end(), ()
