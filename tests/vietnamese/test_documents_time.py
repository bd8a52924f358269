"""Twice the text takes at most two and a half times the time, whatever the text is made of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.documents import find_documents
from archive.vietnamese.documents.head import read_document_head

SIZE = 8_000
FACTOR = 2.5

HOSTILE = [
    "1",
    "1/",
    "12/2020/",
    "12/KH-UBND ",
    "12/KH-UBND, ",
    "12/KH-UBND; ",
    "Căn cứ Nghị định số 12/2020/NĐ-CP; ",
    "thực hiện Kế hoạch số 12/KH-UBND về triển khai ",
    "Số: ",
    "Số: /KH-",
    "Số: 1/A-B-C-D-E-F-G",
    "A&",
    "1/A&B",
    "số 1, ",
    "Nghị quyết số 1, 2, 3, ",
    "12/KH-UBND của tỉnh " + "a " * 40,
    "không số ",
    "Quyết định này ",
    "Quyết định này thay thế Quyết định số 1/QĐ-UBND. ",
    ". ",
    "...",
    "…\n",
    "\n",
    " ",
    "\u0301",
    "a\u0301\u0323\u031b",
    "Ư\u0301" * 3,
    "\u0301\u0591",
    "12/KH-UBND\u0301",
    "được sửa đổi, bổ sung bởi ",
    "ngày 1/1/2020 ",
    "NGÀY 1 THÁNG 1 ",
    "tại theo thực hiện ",
    "1/2-3/KH-UBND",
    "1 KH-UBND ",
    "KẾ HOẠCH\n",
    "TM. CHỦ TỊCH\n- x\n",
    "Nơi nhận:\n- a;\n",
    "V/v a\n",
    "Hà Nội, ngày ",
    "này có hiệu lực kể từ ngày ",
    "GIAI ĐOẠN 2021-",
]
NUMBERS = ["1/KH-UBND", "1/KH-UBND ngày", "1/KH-UBND của tỉnh", "Độc lập - Tự do - Hạnh phúc Số: 1/KH-UBND "]


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_documents(text)
        read_document_head(text)
        best = min(best, time.process_time() - start)
    return best


def times_as_long(unit: str) -> float:
    """The time for twice the text over the time for the text; measured again where the machine was busy."""
    return growth("", unit)


def growth(start: str, unit: str) -> float:
    """`times_as_long` for a text that begins with `start` and goes on with the unit."""
    text = unit * (SIZE // len(unit))
    ratios = []
    for _ in range(4):
        ratios.append(seconds(start + text * 2) / max(seconds(start + text), 1e-4))
        if ratios[-1] <= FACTOR:
            break
    return min(ratios)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(unit: str) -> None:
    assert times_as_long(unit) <= FACTOR


@pytest.mark.parametrize("start", NUMBERS)
@pytest.mark.parametrize("unit", [" ", "\n", "A", "A ", ", "])
def test_time_grows_with_what_stands_behind_a_number(start: str, unit: str) -> None:
    assert growth(start, unit) <= FACTOR


@settings(max_examples=12)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=8)), min_size=1, max_size=5))
def test_time_grows_with_texts_that_nobody_thought_of(units: list[str]) -> None:
    assert times_as_long("".join(units)) <= FACTOR
