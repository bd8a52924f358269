"""What papers say in their heads and feet, in the layouts that text from PDF and DOCX files has."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.documents import DocumentHead, read_document_head

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
