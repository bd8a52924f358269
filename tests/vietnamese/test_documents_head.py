"""What papers say in their heads and feet, in the layouts that text from PDF and DOCX files has."""

from __future__ import annotations

from itertools import permutations
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.documents import find_documents
from archive.vietnamese.documents.head import DocumentHead, read_document_head

PLAN_IN_COLUMNS = """
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH QUẢNG NAM              Độc lập - Tự do - Hạnh phúc
Số: 61/KH-UBND           Quảng Nam, ngày 12 tháng 3 năm 2021

KẾ HOẠCH
Phát triển du lịch cộng đồng trên địa bàn tỉnh
giai đoạn 2021 - 2025

Căn cứ Nghị quyết số 33/NQ-HĐND ngày 20/10/2020;
UBND tỉnh ban hành kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
Kế hoạch này có hiệu lực kể từ ngày ký.

Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- Thường trực Tỉnh ủy;             KT. CHỦ TỊCH
- Các sở, ban, ngành;              PHÓ CHỦ TỊCH
- Lưu: VT, KGVX.
                                   (Đã ký)

                                   Lê Thị Thu Hà
"""
PLAN = DocumentHead(
    number="61/KH-UBND",
    type="KH",
    issuer="UBND",
    issuer_name="ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM",
    place="Quảng Nam",
    dated="2021-03-12",
    abstract="Phát triển du lịch cộng đồng trên địa bàn tỉnh giai đoạn 2021 - 2025",
    signer="Lê Thị Thu Hà",
    signer_title="PHÓ CHỦ TỊCH",
    effective="2021-03-12",
    period="2021-2025",
    recipients=("Thường trực Tỉnh ủy", "Các sở, ban, ngành", "Lưu: VT, KGVX"),
)

PARTY_PLAN = """
TỈNH ỦY NINH THUẬN        ĐẢNG CỘNG SẢN VIỆT NAM
        *                 Ninh Thuận, ngày 14 tháng 4 năm 2021
Số 30-KH/TU

KẾ HOẠCH
tuyên truyền về công tác xây dựng Đảng năm 2021
-----
Thực hiện Hướng dẫn số 02-HD/BTGTW ngày 02/3/2021, Tỉnh ủy ban hành kế hoạch:

Nơi nhận:
- Ban Tuyên giáo Trung ương (b/c),
- Các đồng chí Tỉnh ủy viên,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Minh Khang
"""

LETTER = """
UBND TỈNH NINH THUẬN
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số : 917 /SGDĐT-VP
V/v báo cáo thiệt hại do lũ lụt
của ngành Giáo dục và Đào tạo
Phan Rang-Tháp Chàm, ngày 05 tháng11 năm 2020
Kính gửi:
- Ủy ban nhân dân tỉnh;
- Bộ Giáo dục và Đào tạo.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
TS. Võ Thành Nhân
"""

RESOLUTION_IN_BROKEN_CELLS = """
HỘI
ĐỒNG NHÂN DÂN
TỈNH BÌNH ĐỊNH
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh Phúc
---------------
|
Số:
21/2022/NQ-HĐND
|
Bình
Định, ngày 07 tháng 9 năm 2022
|
NGHỊ QUYẾT
BAN HÀNH CƠ CHẾ HUY ĐỘNG NGUỒN LỰC
TRÊN ĐỊA BÀN TỈNH BÌNH ĐỊNH GIAI ĐOẠN 2021-2025
HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH ĐỊNH
KHÓA XIII KỲ HỌP THỨ 7
Căn cứ Luật Tổ chức chính quyền địa
phương ngày 19 tháng 6 năm 2015;
Nghị quyết này có hiệu lực từ ngày 17 tháng 9 năm 2022./.
|
CHỦ TỊCH
Hồ Văn Dũng
"""

DRAFT = """
ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
-------
Số:      /QĐ-UBND
Thành phố Hồ Chí Minh, ngày    tháng 5 năm 2021
QUYẾT ĐỊNH
Về việc ban hành Quy chế phối hợp
CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH
Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;
Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.
"""


def test_a_plan_in_two_columns_is_read_whole() -> None:
    assert read_document_head(PLAN_IN_COLUMNS) == PLAN


def test_a_decomposed_paper_is_read_the_same() -> None:
    assert read_document_head(normalize("NFD", PLAN_IN_COLUMNS)) == PLAN


def test_a_plan_of_the_party_is_read_whole() -> None:
    assert read_document_head(PARTY_PLAN) == DocumentHead(
        number="30-KH/TU",
        type="KH",
        issuer="TU",
        issuer_name="TỈNH ỦY NINH THUẬN",
        place="Ninh Thuận",
        dated="2021-04-14",
        abstract="tuyên truyền về công tác xây dựng Đảng năm 2021",
        signer="Trần Minh Khang",
        signer_title="PHÓ BÍ THƯ",
        recipients=("Ban Tuyên giáo Trung ương (b/c)", "Các đồng chí Tỉnh ủy viên", "Lưu Văn phòng Tỉnh ủy"),
    )


def test_a_letter_has_its_abstract_after_v_v() -> None:
    assert read_document_head(LETTER) == DocumentHead(
        number="917/SGDĐT-VP",
        type="CV",
        issuer="SGDĐT",
        issuer_name="SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        place="Phan Rang-Tháp Chàm",
        dated="2020-11-05",
        abstract="báo cáo thiệt hại do lũ lụt của ngành Giáo dục và Đào tạo",
        signer="Võ Thành Nhân",
        signer_title="GIÁM ĐỐC",
        recipients=("Như trên", "Lưu: VT"),
    )


def test_cells_that_break_within_a_name_are_joined() -> None:
    head = read_document_head(RESOLUTION_IN_BROKEN_CELLS)
    assert (head.number, head.type, head.issuer_name) == (
        "21/2022/NQ-HĐND",
        "NQ",
        "HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH ĐỊNH",
    )
    assert (head.place, head.dated, head.effective, head.period) == (
        "Bình Định",
        "2022-09-07",
        "2022-09-17",
        "2021-2025",
    )
    assert head.abstract == "BAN HÀNH CƠ CHẾ HUY ĐỘNG NGUỒN LỰC TRÊN ĐỊA BÀN TỈNH BÌNH ĐỊNH GIAI ĐOẠN 2021-2025"
    assert (head.signer, head.signer_title) == ("Hồ Văn Dũng", "CHỦ TỊCH")


def test_a_draft_has_no_number_no_day_and_no_signer() -> None:
    head = read_document_head(DRAFT)
    assert (head.number, head.type, head.issuer, head.place) == (None, "QĐ", "UBND", "Thành phố Hồ Chí Minh")
    assert (head.dated, head.effective, head.signer) == ("2021-05", None, None)
    assert head.flags == ("blank-number",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Một bài viết bình thường về Hà Nội, ngày 5 tháng 6 năm 2020 có mưa.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/5/2020, huyện tổ chức hội nghị.",
    ],
)
def test_a_text_that_is_no_paper_says_nothing(text: str) -> None:
    assert read_document_head(text) == DocumentHead()


@pytest.mark.parametrize(
    ("foot", "signature"),
    [
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nNguyễn Hữu Phước", ("Nguyễn Hữu Phước", "CHÁNH VĂN PHÒNG")),
        ("Q. CHỦ TỊCH\n(Đã ký)\nĐặng Văn Sơn", ("Đặng Văn Sơn", "Q. CHỦ TỊCH")),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n[daky]\nPGS.TS. Lương Thị Mai", ("Lương Thị Mai", "THỨ TRƯỞNG")),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nY Thông Niê", ("Y Thông Niê", "CHỦ TỊCH")),
        ("CHỦ TỊCH\nH'Yim Kđoh", ("H'Yim Kđoh", "CHỦ TỊCH")),
        ("TRƯỞNG CÔNG AN HUYỆN\nThượng tá Bùi Quốc Khánh", ("Bùi Quốc Khánh", "TRƯỞNG CÔNG AN HUYỆN")),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Đất đai", (None, None)),
        ("GIÁM ĐỐC", (None, None)),
    ],
)
def test_the_signer_signs_in_the_last_office_above_the_name(foot: str, signature: tuple[str, str]) -> None:
    head = read_document_head(f"Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Tặng giấy khen.\n{foot}\n")
    assert (head.signer, head.signer_title) == signature


@settings(max_examples=150)
@given(st.lists(st.one_of(st.sampled_from([*PLAN_IN_COLUMNS.splitlines(), *PARTY_PLAN.splitlines()]), st.text())))
def test_lines_in_any_order_have_no_number_that_is_not_printed(lines: list[str]) -> None:
    text = "\n".join(lines)
    number = read_document_head(text).number
    assert number is None or number in text


FOLDED = (
    "UBND TỈNH ĐẮK NÔNG SỞ KẾ HOẠCH VÀ ĐẦU TƯ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "Số: 1234/KH-SKHĐT Gia Nghĩa, ngày 12 tháng 6 năm 2021 KẾ HOẠCH GIÁM SÁT ĐẦU TƯ CÔNG GIAI ĐOẠN 2016-2020 "
    "Thực hiện Công văn số 55/UBND-KT của UBND tỉnh, Sở lập kế hoạch. Nơi nhận: - UBND tỉnh; - Lưu: VT. "
    "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn Diêu"
)
PARTY_FOLDED = (
    "TỈNH ỦY GIA LAI ĐẢNG CỘNG SẢN VIỆT NAM * Gia Lai, ngày 9 tháng 8 năm 2019 Số 248-KH/TU KẾ HOẠCH thực hiện Chỉ "
    "thị số 35-CT/TW ----- Kính gửi: các huyện ủy. T/M BAN THƯỜNG VỤ BÍ THƯ (Đã ký) Rơ Châm Hương"
)


def test_a_head_whose_lines_ran_together_is_read_as_one_in_lines() -> None:
    assert read_document_head(FOLDED) == DocumentHead(
        number="1234/KH-SKHĐT",
        type="KH",
        issuer="SKHĐT",
        issuer_name="SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
        place="Gia Nghĩa",
        dated="2021-06-12",
        abstract="GIÁM SÁT ĐẦU TƯ CÔNG GIAI ĐOẠN 2016-2020",
        signer="Trần Văn Diêu",
        signer_title="PHÓ GIÁM ĐỐC",
        period="2016-2020",
        recipients=("UBND tỉnh", "Lưu: VT"),
    )
    party = read_document_head(PARTY_FOLDED)
    assert (party.number, party.dated, party.signer, party.signer_title) == (
        "248-KH/TU", "2019-08-09", "Rơ Châm Hương", "BÍ THƯ",
    )  # fmt: skip


def test_the_number_of_a_head_in_one_line_is_the_papers_own() -> None:
    own, cited = find_documents(FOLDED)
    assert (own.number, own.dated, own.role) == ("1234/KH-SKHĐT", "2021-06-12", "issues")
    assert (cited.number, cited.role, cited.subject) == ("55/UBND-KT", "implements", "1234/KH-SKHĐT")


def test_a_type_with_its_abstract_in_one_line_of_capitals_is_cut_from_it() -> None:
    head = read_document_head("Số: 15/KH-THPT\nBa Tơ, ngày 10/9/2022\nKẾ HOẠCH NĂM HỌC 2022 - 2023\nCăn cứ")
    assert (head.type, head.abstract) == ("KH", "NĂM HỌC 2022 - 2023")


def test_a_telegram_names_the_hour_beside_its_day() -> None:
    place_and_date = "Bình Định, hồi 15 giờ 00 ngày 27 tháng 9 năm 2022"
    head = read_document_head(f"BAN CHỈ HUY\nSố: 12/CĐ-PCTT\n{place_and_date}\nCÔNG ĐIỆN\nvề bão số 4")
    assert (head.type, head.issuer, head.dated) == ("CĐ", "PCTT", "2022-09-27")


def test_a_resolution_takes_effect_on_the_day_named_after_the_day_it_was_passed() -> None:
    head = read_document_head(
        "Số: 20/2021/NQ-HĐND\nKon Tum, ngày 09 tháng 7 năm 2021\nNGHỊ QUYẾT\nmức chi\n"
        "Nghị quyết này đã được HĐND tỉnh thông qua ngày 09/7/2021 và có hiệu lực từ ngày 19 tháng 7 năm 2021./."
    )
    assert head.effective == "2021-07-19"


@pytest.mark.parametrize("between", [" ", " | ", "\n", "\t\t"])
def test_a_head_whose_parts_run_into_each_other_is_read_or_left_but_never_fails(between: str) -> None:
    parts = (
        "SỞ NỘI VỤSố: 45/KH-SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Kon Tum, ngày 03 tháng 3 năm 2021",
    )  # fmt: skip
    for order in permutations(parts):
        head = read_document_head(between.join(order))
        assert head.number in (None, "45/KH-SNV")
        assert head.dated in (None, "2021-03-03")
