"""Where in a text a document number may stand: one scan, so that nothing else has to look at the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from archive.vietnamese.documents.numbers import (
    CODED,
    LAST_DIGIT,
    Spelling,
    digits_start,
    spell,
    spell_blank,
    spell_shared,
)
from archive.vietnamese.documents.symbols import DASH
from archive.vietnamese.documents.wording import one_of

_SCAN = re.compile(
    # "Thông báo số 45 ngày 14-7", "Công điện 1632 của Thủ tướng"
    rf"{LAST_DIGIT}(?:{CODED}|(?P<bare>[a-eđ]?(?=,?[ \u00a0\n](?:ngày|của|năm|về)[ \u00a0\n]))"
    # "theo Nghị định 168/2024", not "16/9/2020"
    rf"|/(?<![0-9]/./)(?<![0-9]/[0-9]./)(?P<of_year>(?:19|20)[0-9]{{2}})(?!\s?[/{DASH}0-9]))"
)
_BLANK = re.compile(r"/(?<=[ \u00a0.…_:A-ZĐr].)(?=\s?[A-ZĐÐ])")
_BLANK_BEFORE = re.compile(rf"(?:[Ss]ố|SỐ|hiệu)\s*:?[\s.…_]*(?P<sign>[{DASH}]\s?[A-ZĐÐ][A-Za-zĐÐ]{{1,5}}\s?)?$")
_NUMBERED = (
    "nghị quyết, quyết định, quy định, chỉ thị, thông tư, nghị định, công điện, công văn, kết luận, hướng dẫn,thông báo"
)
_WITH_SO = one_of(f"{_NUMBERED}, văn bản, kế hoạch, tờ trình, báo cáo, pháp lệnh")
_LISTED = r"(?P<list>(?:[0-9]{1,5}[a-eđ]?\s?(?:,|và|;)\s(?:số\s)?){1,4})?"
_BARE_BEFORE = re.compile(rf"(?:(?P<so>{_WITH_SO}\s+số\s*:?)|{one_of(_NUMBERED)})\s*{_LISTED}$")
_DIGITS = re.compile(r"[0-9]+[a-eđ]?")
_REACH = 40
_DATED_BEFORE = re.compile(rf"(?P<so>{_WITH_SO})\s$")
_OF_YEAR_BEFORE = re.compile(
    rf"(?:(?<!\w){one_of('nghị định, thông tư, thông tư liên tịch, pháp lệnh, nđ, tt, ttlt')}(?:\s+số\s*:?)?"
    rf"|{one_of(_NUMBERED + ', văn bản, kế hoạch, tờ trình, báo cáo, luật')}\s+số\s*:?)\s*$"
)
_BARE_AFTER = re.compile(
    r",?\s(?:(?P<day>ngày\s+[0-9]{1,2}\s?[/.-])|ngày\s+[0-9]"
    r"|(?P<about>về\s)|năm\s+(?:19|20)[0-9]{2}(?![0-9])|của\s+[A-ZĐỦ])"
)
_NO_NUMBER = "hông số"
_NO_NUMBER_BEFORE = re.compile(
    r"(?:(?:số(?:\s*[,/]?\s*k[ýí] hiệu)?|số hiệu|k[ýí] hiệu)\s*[:|]\s*"
    rf"|{one_of(_NUMBERED + ', văn bản, kế hoạch, báo cáo, giấy mời, tờ trình')}\s+)k$"
)
_NO_NUMBER_AFTER = re.compile(r"\s*(?:[,.;:)\n|]|$|ngày|của|về|v/v|đề|do)")


def spellings(text: str) -> Iterator[Spelling]:
    """Everything in `text` that is spelt like a document number, in printed order; what it is, others decide."""
    rare = sorted([*_blanks(text), *_without_number(text)])
    return merge(_numbers(text), rare) if rare else _numbers(text)


def _numbers(text: str) -> Iterator[Spelling]:
    end = 0
    for anchor in _SCAN.finditer(text):
        if anchor.start() < end:
            continue
        if anchor["of_year"]:
            spelling = _of_year(text, anchor)
        else:
            spelling = spell(text, anchor) if anchor["bare"] is None else _bare(text, anchor)
        if spelling is None:
            continue
        if spelling.codes and spelling.digits:
            yield from spell_shared(text, spelling)
        elif anchor["bare"] is not None:
            yield from _listed(text, spelling.start)
        yield spelling
        end = spelling.end


def _blanks(text: str) -> Iterator[Spelling]:
    """Digits to be filled in by hand: "Số:      /KH-UBND", "Số:     -KH/TU"."""
    for slash in _BLANK.finditer(text):
        since = max(0, slash.start() - 40)
        if before := _BLANK_BEFORE.search(text[since : slash.start()]):
            start = since + before.start("sign") if before["sign"] else slash.start()
            if spelling := spell_blank(text, start):
                yield spelling


def _bare(text: str, anchor: re.Match[str]) -> Spelling | None:
    """A number without letters: only after its type, and before a date or an issuer."""
    start = digits_start(text, anchor.start())
    after = _BARE_AFTER.match(text, anchor.end())
    if start is None or after is None:
        return None
    words = text[max(0, start - _REACH) : start].lower()
    before = _BARE_BEFORE.search(words) or (after["day"] and _DATED_BEFORE.search(words))
    digits = text[start : anchor.end()]
    if not before:
        return None
    if not before["so"] and (before["list"] or after["about"] or re.fullmatch(r"(?:19|20)\d\d", digits)):
        return None
    return Spelling(start, anchor.end(), digits, flags=("bare-number",))


def _listed(text: str, start: int) -> Iterator[Spelling]:
    """The numbers before a bare one that share its type: "Nghị quyết số 18 và 19 của Trung ương"."""
    since = max(0, start - _REACH)
    before = _BARE_BEFORE.search(text[since:start].lower())
    if before is None or before["list"] is None:
        return
    at = since + before.start("list")
    for digits in _DIGITS.finditer(before["list"]):
        yield Spelling(at + digits.start(), at + digits.end(), digits[0], flags=("bare-number",))


def _of_year(text: str, anchor: re.Match[str]) -> Spelling | None:
    """A number with its year but without letters: right after the type of a paper whose numbers carry the year."""
    start = digits_start(text, anchor.start())
    if start is None or not _OF_YEAR_BEFORE.search(text[max(0, start - 24) : start].lower()):
        return None
    return Spelling(start, anchor.end(), text[start : anchor.start() + 1], anchor["of_year"], flags=("bare-number",))


def _without_number(text: str) -> Iterator[Spelling]:
    """Papers that have no number: "Số: Không số", "Công văn không số ngày 5/5/2020"."""
    at = text.find(_NO_NUMBER, 1)
    while at >= 0:
        end = at + len(_NO_NUMBER)
        if _NO_NUMBER_BEFORE.search(text[max(0, at - 30) : at].lower()) and _NO_NUMBER_AFTER.match(text, end):
            yield Spelling(at - 1, end, "Không số", flags=("no-number",))
        at = text.find(_NO_NUMBER, end)
