"""Documents as rows: when two mentions are one document, and when they must not be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.folder import ArchiveFolder
from archive.mentions import sentence_around
from archive.store import Sighting, store
from archive.writer import ArchiveWriter, writing
from tests.archive.examples import FIRST_DAY, PORTAL, announcement


@pytest.fixture
def writer(folder: ArchiveFolder) -> Iterator[ArchiveWriter]:
    with writing(folder) as opened:
        opened.put_portal(PORTAL)
        yield opened


def documents_of(writer: ArchiveWriter, *bodies: str) -> list[list[int | None]]:
    """Store one announcement a text; returns the documents of its mentions."""
    for number, body in enumerate(bodies):
        page = announcement(title=f"Tin {number}", lead=None, body_text=body, attachments=())
        store(writer, page, Sighting(PORTAL["name"], str(number), None, FIRST_DAY))
    return [
        [
            row[0]
            for row in writer.execute(
                "SELECT document FROM mention WHERE announcement = ? ORDER BY position", (announced,)
            )
        ]
        for (announced,) in writer.execute("SELECT id FROM announcement ORDER BY id").fetchall()
    ]


def test_two_pages_that_name_one_document_share_its_row(writer: ArchiveWriter) -> None:
    one, other = documents_of(
        writer,
        "Thực hiện Kế hoạch số 189/KH-UBND ngày 20/01/2020 của UBND tỉnh.",
        "UBND tỉnh đã ban hành Kế hoạch số 189/KH-UBND ngày 20 tháng 01 năm 2020.",
    )
    assert one == other
    assert one[0] is not None


def test_chi_thi_35_of_2019_and_of_2024_are_two_documents(writer: ArchiveWriter) -> None:
    one, other = documents_of(
        writer,
        "Chỉ thị số 35-CT/TW ngày 30-5-2019 của Bộ Chính trị về đại hội đảng bộ các cấp.",
        "Chỉ thị số 35-CT/TW ngày 14-6-2024 của Bộ Chính trị về đại hội đảng bộ các cấp.",
    )
    assert None not in one + other
    assert one != other


def test_the_same_number_of_province_and_district_are_two_documents(writer: ArchiveWriter) -> None:
    one, other = documents_of(
        writer,
        "Kế hoạch số 125/KH-UBND ngày 05/5/2020 của UBND tỉnh Kon Tum.",
        "Kế hoạch số 125/KH-UBND ngày 05/5/2020 của UBND huyện Đăk Hà.",
    )
    assert one[0] is not None
    assert one != other


def test_a_number_that_may_be_of_any_term_points_nowhere(writer: ArchiveWriter) -> None:
    assert documents_of(writer, "Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị.") == [[None]]


def test_a_day_that_becomes_known_later_completes_the_row(writer: ArchiveWriter) -> None:
    one, other = documents_of(
        writer,
        "Kế hoạch số 189/KH-UBND năm 2021 của UBND tỉnh được triển khai.",
        "Kế hoạch số 189/KH-UBND ngày 20/01/2021 của UBND tỉnh được triển khai.",
    )
    assert one[0] is not None
    assert one == other
    assert writer.execute("SELECT dated FROM document").fetchall() == [("2021-01-20",)]


def test_a_date_of_another_year_than_the_number_prints_is_not_the_papers(writer: ArchiveWriter) -> None:
    law, same = documents_of(
        writer,
        "Căn cứ Luật Nghĩa vụ quân sự số 78/2015/QH13, ngày 08/11/2021, UBND tỉnh ban hành văn bản triển khai.",
        "Căn cứ Luật Nghĩa vụ quân sự số 78/2015/QH13, ngày 23/11/2020, UBND tỉnh ban hành văn bản triển khai.",
    )
    assert law == same != [None]
    rows = writer.execute("SELECT number, year, dated FROM document WHERE number LIKE '78/%'").fetchall()
    assert rows == [("78/2015/QH13", 2015, None)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Toàn văn Kế hoạch số 5408/KH-UBND của tỉnh", "Toàn văn Kế hoạch số 5408/KH-UBND của tỉnh"),
        ("Tiêu đề\nTheo Kế hoạch số 5408/KH-UBND. Hết.", "Theo Kế hoạch số 5408/KH-UBND."),
        ("Câu trước. Theo Kế hoạch số 5408/KH-UBND. Câu sau.", "Theo Kế hoạch số 5408/KH-UBND."),
        ("5408/KH-UBND", "5408/KH-UBND"),
    ],
)
def test_the_sentence_around_a_number_is_whole(text: str, sentence: str) -> None:
    start = text.index("5408")
    assert sentence_around(text, start, start + len("5408/KH-UBND")) == sentence
