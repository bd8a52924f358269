from __future__ import annotations

from random import Random

import pytest

from archive.vietnamese.alphabet import alphabetical


@pytest.mark.parametrize(
    "listed",
    [
        "An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Gia Lai, Hà Nội, Huế",
        "Bà Rịa - Vũng Tàu, Bắc Giang, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận",
        "Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An",
        "ma, mà, mả, mã, má, mạ",
        "an, ăn, ân, bé, đá, em, êm, on, ôn, ơn, un, ưng",
        "Sở 2, Sở Nội vụ, sở tài chính, Sở Y tế",
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(listed: str) -> None:
    names = listed.split(", ")
    shuffled = Random(1).sample(names, len(names))
    assert sorted(shuffled, key=alphabetical) == names


@pytest.mark.parametrize("text", ["", "…", "hoà", "Đ", "Ｔｏ", "привет", "a\u0301\u0302"])
def test_any_text_has_a_place(text: str) -> None:
    assert alphabetical(text) == alphabetical(text.upper())
