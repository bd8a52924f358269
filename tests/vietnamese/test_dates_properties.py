"""What holds for every text: nothing raises, nothing is read that the text does not print, time grows with the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.dates.plain import read_plain_line
from archive.vietnamese.dates.reader import read_by_parts

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
FETCHED = datetime(2021, 3, 31, 10, 35)
PIECES = (
    "ngày ", "Ngày đăng", "đăng", "cập nhật", "xuất bản", "lúc ", " tháng ", " năm ", "Giêng", "mùng ", "từ ",
    "đến ", "hết ", "16/09/2020", "5/2/2021", "31/02/2021", "16", "09", "2020", "219", "1", "31", "10:06",
    "10:06:07", "00:00", "25:61", "8h30", "Thứ Hai", "thứ 4", "CN", "T3", " AM", " PM", " CH", " SA", " chiều",
    "[GMT+7]", " GMT", "Z", "+07:00", "T", "ICT", "Feb", " ", ": ", " | ", " - ", "-", "/", ".", ",", "(", ")",
    "\n", "…", "–", "°", "\u200b", "\xa0", "İ", "Ð", "số ", "/QĐ-UBND", "2 giờ trước", "Hôm qua", "tháng 3/2021",
    "Năm 2019", "/2021/03/", "âm lịch", " lượt xem", "Lượt xem: 85",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
MOMENTS = st.datetimes(datetime(1998, 1, 1), datetime(2099, 12, 31)).map(lambda at: at.replace(microsecond=0))
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
HALVES = ("SA", "CH")
MONTHS = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")

STYLES: dict[str, Callable[[datetime], str]] = {
    "plain": lambda at: f"{at:%d/%m/%Y %H:%M:%S}",
    "time first": lambda at: f"{at:%H:%M:%S} | {at:%d-%m-%Y}",
    "label and weekday": lambda at: f"Ngày đăng: {WEEKDAYS[at.weekday()]}, {at:%d.%m.%Y} - {at:%H:%M:%S} Lượt xem: 12",
    "glued": lambda at: f"Cập nhật{at:%d/%m/%Y%H:%M:%S}",
    "half days": lambda at: f"{at.day}/{at.month}/{at.year} {at.hour % 12 or 12}:{at:%M:%S} {HALVES[at.hour // 12]}",
    "zone": lambda at: f"{WEEKDAYS[at.weekday()]}, {at:%d/%m/%Y}, {at:%H:%M:%S} [GMT+7]",
    "words": lambda at: f"{at:%H} giờ {at:%M} phút {at:%S} giây ngày {at.day} tháng {at.month} năm {at.year}",
    "month by name": lambda at: f"{at:%d} Tháng {MONTHS[at.month - 1]} {at.year} {at:%H:%M:%S}",
    "month first": lambda at: f"Tháng {MONTHS[at.month - 1]} {at.day}, {at.year} {at:%H:%M:%S}",
    "ISO 8601": lambda at: f"{at.isoformat()}+07:00",
    "ISO 8601 in UTC": lambda at: f"{(at - timedelta(hours=7)).isoformat()}Z",
    "RFC 822": lambda at: f"{at:%a, %d %b %Y %H:%M:%S} +0700",
    "java.util.Date": lambda at: f"{at:%a %b %d %H:%M:%S} ICT {at.year}",
}

HOSTILE = (
    "1", "1 ", "/", "-", " ", "\n", "(", "1/", "12/", "1.", "1 - ", "16/09/", "2021-", "2021-05-", "1/1/19",
    "\u200b", "a\u0301\u0302", "ngày ", "tháng ", "năm ", "thứ ", "đăng ", "đăng bởi ", "cập nhật ", "từ a", "số ",
    "kỷ niệm ", "ngày sinh ", "ngày lúc vào ", "10:", "10:06 ", "10:06 | ", "10:06\n", "8h30-", "10:06 gmt+",
    "5 tháng ", "5 tháng 2 ", "jan 5 10:06 ", "ngày một hai ba ", "16/09/2020 ", "16/09/2020 - ", "16/09/2020 đến ",
    "16/09/219 ", "30/4/1975 ", "Ngày đăng: 31/02/2021 ", "cập nhật 1/1/2020 ", "tháng 3/2021 đến ", "03/2021 ",
    "2 giờ ", "2 giờ trước đó ", "hôm qua, 10:06 1/1 ", "/2021/", "x bởi ", "kết thúc 10:06\n16/09/2020\n",
    "a ngày 16/09/2020 ", "khai mạc a ngày 1/1/2020 ", "ngày thi: 1/1/2020 ", "từ sáng 1/1/2020 ",
    "1/1/2020, 1/1/2020, ", "dân số 1.000 người (1/1/2020) ", "căn cứ a 16/09/2020; ngày 1/1/2020 ",
    "hạn a b c 1/1/2020 ",
)  # fmt: skip


def is_well_formed(found: PrintedDate) -> bool:
    """Whether iso and precision belong together."""
    if found.iso is None:
        return found.precision is None and bool(found.flags)
    if found.precision in ("hour", "minute", "second"):
        return datetime.fromisoformat(found.iso).utcoffset() == timedelta(hours=7)
    if found.precision in ("day", "week"):
        return date.fromisoformat(found.iso).isoformat() == found.iso
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}" if found.precision == "month" else "[0-9]{4}", found.iso) is not None


@given(TEXTS)
def test_no_text_raises_and_what_is_read_is_printed_in_it(text: str) -> None:
    found = read_date(text, fetched_at=FETCHED)
    if found is not None:
        assert is_well_formed(found)
        assert found.printed
        assert found.printed in INVISIBLE.sub("", normalize("NFC", text))


def test_any_white_space_may_stand_around_a_date() -> None:
    for space in filter(str.isspace, map(chr, range(0x3001))):
        found = read_date(f"{space}16/09/2020{space}10:06{space}")
        assert found is not None
        assert found.iso is not None
        assert found.iso.startswith("2020-09-16")


@given(TEXTS)
def test_composed_and_decomposed_letters_read_the_same(text: str) -> None:
    assert read_date(normalize("NFD", text)) == read_date(normalize("NFC", text))


@given(TEXTS)
def test_the_fetch_time_matters_to_relative_dates_only(text: str) -> None:
    found = read_date(text, fetched_at=FETCHED)
    if found is None or "relative" not in found.flags:
        assert found == read_date(text)


@given(TEXTS)
def test_the_short_way_of_plain_lines_says_what_the_long_way_says(text: str) -> None:
    text = normalize("NFC", text).replace("\u200b", "").replace("İ", "I")
    plain = read_plain_line(text, text.lower()) if len(text.lower()) == len(text) else None
    assert plain is None or plain == read_by_parts(text, text.lower())[0]


@pytest.mark.parametrize("style", STYLES)
@given(at=MOMENTS)
def test_a_moment_printed_in_any_style_is_read_back(style: str, at: datetime) -> None:
    found = read_date(STYLES[style](at))
    assert found is not None
    assert found.flags == ()
    is_midnight = not (at.hour or at.minute or at.second)
    assert found.iso == (f"{at:%Y-%m-%d}" if is_midnight else f"{at.isoformat()}+07:00")


@given(at=MOMENTS)
def test_a_moment_in_plain_style_goes_the_short_way(at: datetime) -> None:
    line = f"Ngày đăng: {at:%H:%M} | {at:%d/%m/%Y} Lượt xem: 85"
    plain = read_plain_line(line, line.lower())
    assert plain == read_by_parts(line, line.lower())[0]
    assert plain is not None


def seconds(text: str) -> float:
    """Processor time of one reading, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        read_date(text, fetched_at=FETCHED)
        best = min(best, process_time() - start)
    return best


def grows_in_proportion(unit: str, end: str) -> bool:
    """Whether twice the text takes at most 2.5 times the time, three times over; other work nearby is forgiven."""
    short = unit * max(1, 1000 // len(unit))
    return any(seconds(8 * short + end) <= 2.5**3 * seconds(short + end) + 0.002 for _ in range(4))


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_in_proportion_to_a_text_built_against_the_grammar(unit: str) -> None:
    assert grows_in_proportion(unit, "")
    assert grows_in_proportion(unit, "x")
    assert grows_in_proportion(unit, "16/09/2020")


@settings(max_examples=40)
@given(TEXTS.filter(bool))
def test_time_grows_in_proportion_to_any_text_said_again_and_again(unit: str) -> None:
    assert grows_in_proportion(unit, "")
