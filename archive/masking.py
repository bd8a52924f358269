"""Numbers of private persons in what is published: telephones, identity cards, bank accounts, digit by digit a block.

An agency's own lines stay: fixed lines unless a person is named, and any number given as a hotline or switchboard. A
mobile number is taken for a person's. Accounts stay where the holder is an agency, a company or the treasury. The mask
has the length of the number, so that places in the text stay what they are. Telephone formats: numbering plan of
the Ministry of Information and Communications (Circular 22/2014/TT-BTTTT, area codes as changed in 2017); identity
numbers: 12 digits of the citizen's number (Decree 137/2015/NĐ-CP, article 13), 9 of the older card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.whose import REACH, names_person, owner_of

BLOCK = "█"
Span = tuple[int, int]

_RUN = re.compile(r"\d(?:[ \u00a0.()–-]{0,2}\d){5}")
_GAP = r"[ \u00a0.()–-]{0,2}"
_FREE = r"(?<!\d)(?<!\d[.,-])(?<!\d\d[.,]\d)(?<!(?<!\d)\d/)(?<!(?<!\d)\d\d/)(?<![A-Za-zĐđ]/)"
_LOOSE = r"(?:(?<![A-Za-z0-9_])|(?<=ĐT)|(?<=DĐ)|(?<=DT)|(?<=[Tt]el)|(?<=TEL))"
_UNITS = r"đồng|đ\b|VNĐ|vnđ|VND|USD|triệu|tỷ|tỉ|m2|m²|ha\b|kg|tấn|kWh|liều|lượt|%"
_END = rf"(?![.,-]?\d)(?![A-Za-z_])(?!/[A-Za-zĐđ])(?!\s?(?:{_UNITS}))"
_COUNTRY = rf"(?:\(?(?:\+84|0084|84)\)?{_GAP}(?:\(?0\)?{_GAP})?|\(?0{_GAP})"
_MOBILE = re.compile(rf"{_FREE}{_LOOSE}{_COUNTRY}[35789](?:{_GAP}\d){{8}}{_END}")
_OLD_MOBILE = re.compile(rf"{_FREE}{_LOOSE}{_COUNTRY}1[2689](?:{_GAP}\d){{8}}{_END}")
_FIXED = re.compile(rf"{_FREE}{_LOOSE}{_COUNTRY}[2-8](?:{_GAP}\d){{8,9}}{_END}")
_OLD_SAIGON = re.compile(r"\(?0?8\)?[ .)-]{1,2}3\d")
_TELEPHONE_LABEL = r"(?:SĐT|ĐTDĐ|ĐT|DĐ|[Đđ]iện thoại|[Pp]hone|[Tt]el|[Zz]alo|[Dd]i động|[Mm]áy bàn|[Ss]ố máy)"
_LABELLED_TELEPHONE = re.compile(rf"(?<!\w){_TELEPHONE_LABEL}[^\d\n]{{0,20}}(\d(?:{_GAP}\d){{5,10}}){_END}")
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(rf"(?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}(?!\d)|(?<!\d){_YEAR}[ –-]{{1,3}}{_YEAR}(?!\d)")

_CODE = re.compile(
    r"(?<!\w)(?:mã|số (?:báo danh|hợp đồng|sổ|hồ sơ|biên lai|h(?:oá|óa) đơn|seri))"
    r"(?: (?!ĐT|SĐT|DĐ|điện|số\b)\w+){0,4}\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL = 60

_CARD_WORDS = (
    r"(?:C[CM]CD|CMND|CMTND|CMT|GCMND|[Cc]ăn cước(?: công dân)?|[Cc]hứng minh(?: nhân dân| thư)?|CĂN CƯỚC(?: CÔNG DÂN)?"
    r"|CHỨNG MINH NHÂN DÂN|[Đđ]ịnh danh(?: cá nhân)?|ĐDCN)"
)
_CARD_LABEL = re.compile(rf"(?<!\w){_CARD_WORDS}(?!\w)")
_CARD = re.compile(rf"(?<!\w){_CARD_WORDS}(?!\w)[^\d\n]{{0,40}}(\d(?:[ .]?\d){{8}}(?:(?:[ .]?\d){{3}})?)(?!\d)")
_CITIZEN = re.compile(
    rf"{_FREE}(?<![\w/])0(?:0[1-9]|[1-8]\d|9[0-6])"
    rf"(?:\d{{9}}|([ .])\d{{3}}\1\d{{3}}\1\d{{3}}(?!\1\d)|\d([ .])\d{{4}}\2\d{{4}}(?!\2\d)){_END}"
)
_NINE = re.compile(rf"{_FREE}(?<![\w/])\d{{3}}(?:\d{{6}}|([ .])\d{{3}}\1\d{{3}}){_END}")
_PASSPORT = re.compile(r"(?i:hộ chiếu|passport)[^\d\n]{0,20}?(?<![A-Z])([A-Z]\d{7,8})(?!\d)")

_BANKS = (
    r"Agribank|Vietcombank|VCB|BIDV|Viet[Ii]n[Bb]ank|Sacombank|Techcombank|MB ?[Bb]ank|VP ?[Bb]ank|ACB|SHB"
    r"|HDBank|TPBank|VIB|LienVietPostBank|LPBank|Eximbank|MSB|SeABank|OCB|DongA ?Bank|[Nn]gân hàng"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:(?i:stk|tknh|số tài khoản|tài khoản(?: (?:số|ngân hàng|thanh toán))*|số TK|TK (?:số|ngân hàng)"
    rf"|account(?: no\.?| number)?)|(?:{_BANKS})(?! Nhà nước))(?!\w)"
    rf"[^\d\n]{{0,60}}?(\d{{3}}[A-Z]{{1,2}}\d{{6,12}}|\d(?:[ .-]?\d){{7,18}})(?!\d){_END}"
)
_BANK_CARD = re.compile(rf"{_FREE}(?<![\w/])9704(?:[ .-]?\d{{4}}){{3}}(?:[ .-]?\d{{3}})?{_END}")
_ACCOUNT_BEFORE_BANK = re.compile(
    rf"{_FREE}(?<![\w/])(\d{{9,16}})(?=\s*[,(–-]?\s*(?:tại |mở tại |ngân hàng )*(?:{_BANKS})\b)"
)
_HOLDER = re.compile(r"(?i:chủ tài khoản|tên tài khoản|người thụ hưởng|đơn vị (?:thụ )?hưởng|của)\s*:?\s*(.{1,60})")
_HOLDER_BEHIND = re.compile(r"\s[–(-]\s*(?!(?:chi nhánh|phòng giao dịch|CN|PGD|NH)\b)(?=\w)(.{1,60})", re.IGNORECASE)
_TREASURY = re.compile(r"\bkho bạc|\b(?:KBNN|QHNS|dự toán|ngân sách)\b|(?<!\d)\d{4}\.\d\.\d{7}(?!\d)", re.IGNORECASE)
_TABLE_REACH = 4000
_BLANKS = 8


def mask(text: str) -> str:
    """The text with the numbers of private persons as blocks."""
    lines = _lines_with_numbers(text)
    for finder in (_cards, _accounts, _telephones) if lines else ():
        text = _masked(text, finder(text, lines))
    return text


def _lines_with_numbers(text: str) -> list[Span]:
    """Where the lines are that hold a run of digits long enough for a number."""
    spans: list[Span] = []
    found = _RUN.search(text)
    while found is not None:
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        spans.append((start, len(text) if end < 0 else end))
        found = _RUN.search(text, spans[-1][1])
    return spans


def _found(pattern: re.Pattern[str], text: str, lines: Iterable[Span]) -> Iterator[re.Match[str]]:
    for start, end in lines:
        yield from pattern.finditer(text, start, end)


def _masked(text: str, spans: Iterable[Span]) -> str:
    pieces, end = [], 0
    for start, stop in sorted(spans):
        start = max(start, end)
        if start < stop:
            pieces += [text[end:start], re.sub(r"\w", BLOCK, text[start:stop])]
            end = stop
    return "".join((*pieces, text[end:])) if end else text


def _cards(text: str, lines: list[Span]) -> Iterator[Span]:
    yield from (found.span(1) for found in _found(_CARD, text, lines) if not _DATE.search(found[1]))
    yield from (found.span(1) for found in _found(_PASSPORT, text, lines))
    yield from (found.span() for found in _found(_CITIZEN, text, lines))
    nines = list(_found(_NINE, text, lines))
    labels = [found.start() for found in _CARD_LABEL.finditer(text)] if nines else []
    for found in nines:
        is_cell, line = _is_cell(text, found), text.rfind("\n", 0, found.start())
        reach = _TABLE_REACH if is_cell else found.start() - line
        if any(0 < found.start() - label < reach for label in labels) or (
            is_cell
            and not found[0].endswith("000")
            and names_person(text[max(line + 1, found.start() - REACH) : found.start()])
        ):
            yield found.span()


def _is_cell(text: str, found: re.Match[str]) -> bool:
    """Whether a number stands alone in a cell or a line, perhaps below a heading that says what it is."""
    before, after = text[max(0, found.start() - _BLANKS) : found.start()], text[found.end() : found.end() + _BLANKS]
    return before.rstrip(" ")[-1:] in ("|", "\n", "") and after.lstrip(" ")[:1] in ("|", "\n", "")


def _accounts(text: str, lines: list[Span]) -> Iterator[Span]:
    yield from (found.span() for found in _found(_BANK_CARD, text, lines))
    for pattern in (_ACCOUNT, _ACCOUNT_BEFORE_BANK):
        for found in _found(pattern, text, lines):
            around = text[max(0, found.start() - 20) : found.end(1) + 60].split("\n")[0]
            if _DATE.search(found[1]) or _TREASURY.search(around):
                continue
            if _holder(text, found) != "office":
                yield found.span(1)


def _holder(text: str, found: re.Match[str]) -> str | None:
    """Who holds an account: named before its label, or after its number."""
    behind = text[found.end(1) : found.end(1) + 120].split("\n")[0]
    for named in filter(None, (_HOLDER.search(behind), _HOLDER_BEHIND.search(behind))):
        if owner := owner_of(behind[: named.end(1)], named.end(1), named.end(1)):
            return owner
    return owner_of(text, found.start(), found.end(1))


def _telephones(text: str, lines: list[Span]) -> Iterator[Span]:
    for pattern, group in ((_MOBILE, 0), (_OLD_MOBILE, 0), (_FIXED, 0), (_LABELLED_TELEPHONE, 1)):
        for found in _found(pattern, text, lines):
            if _DATE.search(found[group]) or _CODE.search(text, max(0, found.start() - _LABEL), found.start()):
                continue
            owner = owner_of(text, *found.span(group))
            mobile = pattern is _OLD_MOBILE or (pattern is _MOBILE and not _OLD_SAIGON.match(found[0]))
            if owner != "hotline" if mobile else owner == "person":
                yield found.span(group)
