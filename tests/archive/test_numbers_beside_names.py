"""Telephones, cards and accounts beside names: a private person's are masked, an office's are not.

Where a line may mean either, the number is masked: "thị trấn Nguyễn Văn Tám", "TP. Nguyễn Thị Lan" (a head of an office
or a town), a person without an office behind an office's line.
"""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest

from archive.masking import BLOCK, mask
from archive.vietnamese import honoured, surnames

LINES = Path(__file__).with_name("numbers_beside_names.txt").read_text("utf-8").splitlines()
"""Made-up lines as portals print them; what is private stands in «quotes», which are not part of the line."""


@pytest.mark.parametrize("line", LINES)
def test_what_stands_in_quotes_is_private_and_nothing_else(line: str) -> None:
    expected = re.sub("«([^»]*)»", lambda quoted: re.sub(r"\w", BLOCK, quoted[1]), line)
    assert mask(re.sub("[«»]", "", line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ông\u00a0Nguyễn\u00a0Văn\u00a0Tám, ĐT: 0269.3824.200",
        "Giáo viên  Nguyễn  Văn  Tám, ĐT: 0269.3824.200",
        "Ba\u0300 Nguye\u0302\u0303n Thi\u0323 Lan, ĐT: 0269.3824.200",
    ],
)
def test_a_name_is_one_whatever_blanks_and_accents_it_is_written_with(line: str) -> None:
    assert mask(line) == line.replace("0269.3824.200", "████.████.███")


@pytest.mark.parametrize(
    "line",
    [
        "phố\u00a0Bà Triệu. ĐT: 0269.3824.000",
        "đường  Bà Triệu. ĐT: 0269.3824.000",
        "Số 17\u00a0 Hai Ba\u0300 Trưng. ĐT: 0269.3824.000",
    ],
)
def test_a_street_is_one_whatever_blanks_and_accents_it_is_written_with(line: str) -> None:
    assert mask(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "ĐT: 0269.3824.000 - ông ABCDEFGHABCDEFGHABCDEFGHABCDEFGHABCDEFGH\n",
        "Bà Lê Thị Hoa, học sinh lớp 5 học tại lớp 5 học tại lớp 5 học tại Trường THCS Lê Lợi, ĐT: 0269.3824.000\n",
        "Trường TH - - - và & - và - & và & - - - - - - - - - - Lê Văn Bé, 17 Hai Bà Trưng, ĐT: 0269.3824.000\n",
    ],
)
def test_long_names_and_heads_of_places_take_no_time(line: str) -> None:
    started = perf_counter()
    mask(line * 100)
    assert perf_counter() - started < 5


def test_every_honoured_person_has_a_surname_that_persons_are_told_by() -> None:
    known = f"{surnames.COMMON}|{surnames.FURTHER}".split("|")
    rows = Path(honoured.__file__).with_name("honoured.tsv").read_text("utf-8").splitlines()[1:]
    assert all(row.split("\t")[0] in known for row in rows)
    assert all(honoured.PERSON.fullmatch(name) for name in ("Lê Lợi", "NGUYỄN THỊ MINH KHAI", "Nguyễn Văn Cừ"))
    assert not honoured.PERSON.match("Lê Lợi Trần Thị Na")
