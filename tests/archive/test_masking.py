"""Numbers of private persons are masked in what is published; agencies' own numbers, and other numbers, are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.masking import BLOCK, mask

LINES = [line.replace("\\n", "\n") for line in Path(__file__).with_name("numbers.txt").read_text("utf-8").splitlines()]
"""Made-up lines as portals print them; what is private stands in «quotes», which are not part of the line."""

PRIVATE = [
    ("Liên hệ SĐT: 0912.345.678 để biết thêm.", "0912.345.678"),
    ("điện thoại 0912345678", "0912345678"),
    ("ĐT: 0912 345 678.", "0912 345 678"),
    ("SĐT 091.234.5678", "091.234.5678"),
    ("Zalo: 09 1234 5678", "09 1234 5678"),
    ("Di động: 0912-345-678", "0912-345-678"),
    ("liên hệ (0912) 345 678", "0912) 345 678"),
    ("Tel: +84 912 345 678", "912 345 678"),
    ("Tel: (+84) 912345678", "912345678"),
    ("Tel: +84 (0) 912 345 678", "912 345 678"),
    ("số máy 84912345678", "84912345678"),
    ("ĐTDĐ: 01684 345 678 (cũ)", "01684 345 678"),
    ("ĐT0905123456", "0905123456"),
    ("Số điện thoại liên hệ: 0905.123.456/0987.654.321", "0987.654.321"),
    ("0905.123.456 - 0987.654.321", "0905.123.456"),
    ("bà Nguyễn Thị Lan, thôn 3, xã Tam Thanh, ĐT: (0235) 3852 123", "0235) 3852 123"),
    ("hộ ông Trần Văn Tám, điện thoại nhà riêng 0510.3852.123", "0510.3852.123"),
    ("Họ và tên: Lê Văn Luyện; ĐT 0553822123", "0553822123"),
    ("Phạm Thị Hoa, ĐT: 3852123", "3852123"),
    ("Chủ tịch UBND xã, đồng chí Lê Văn A: 0914 123 456", "0914 123 456"),
    ("ông Nguyễn Văn A (CCCD số 051091001234)", "051091001234"),
    ("số CCCD: 051 091 001 234", "051 091 001 234"),
    ("Căn cước công dân số 0510 9100 1234 cấp ngày 12/5/2021", "0510 9100 1234"),
    ("CMND số 205123456 do Công an tỉnh Quảng Nam cấp ngày 12/5/2010", "205123456"),
    ("CMND/CCCD: 205.123.456", "205.123.456"),
    ("chứng minh nhân dân số: 205 123 456", "205 123 456"),
    ("Giấy CMND của bà Hoa: 205123456", "205123456"),
    ("số định danh cá nhân 051191001234", "051191001234"),
    ("TT | Họ tên | Số CMND\n1 | Lê Văn B | 205123456\n2 | Lê Văn C | 205123457", "205123457"),
    ("CMND số 205123456 và 205123457", "205123457"),
    ("1 | Lê Văn B | 051091001234", "051091001234"),
    ("hộ chiếu số C1234567", "C1234567"),
    ("STK 1234567890123 tại Agribank", "1234567890123"),
    ("Số tài khoản: 0041000123456, Vietcombank Đà Nẵng", "0041000123456"),
    ("STK: 0011 0022 3344 5 Vietcombank", "0011 0022 3344 5"),
    ("số TK 4200 2051 23456 tại Agribank chi nhánh Tam Kỳ", "4200 2051 23456"),
    ("chuyển vào tài khoản ngân hàng của bà Trần Thị Bé: 106.868.012.345", "106.868.012.345"),
    ("Agribank: 4200205123456 (Lê Thị Hoa)", "4200205123456"),
    ("ủng hộ qua 0041000123456 (Vietcombank), bà Hoa", "0041000123456"),
    ("Nguyễn Văn Bình - số tài khoản 19035678901234 tại Techcombank", "19035678901234"),
    ("1 Ông Sáu ĐT: 0235.3852.123", "0235.3852.123"),
    ("tổ 5, Bà Hoa, ĐT: 0235.3852.123", "0235.3852.123"),
    ("số 2 bà Hoa, ĐT: 0235.3852.123", "0235.3852.123"),
    ("Địa chỉ: 17 Ông Nguyễn Văn Tám, ĐT: 0235.3852.123", "0235.3852.123"),
    ("xã Tam Thanh, bà Triệu Thị Lan, ĐT: 0235.3852.123", "0235.3852.123"),
    ("45 Bà Triệu Thị Lan, ĐT: 0235.3852.123", "0235.3852.123"),
    ("Bà Triệu, ĐT: 0235.3852.123", "0235.3852.123"),
    ("cán bộ xã Nguyễn Văn Tám, ĐT: 0235.3852.123", "0235.3852.123"),
    ("ĐT: 0270 3999 111 - Phạm Quốc Việt, xã Tân Hòa", "0270 3999 111"),
    ("ĐT nhà riêng: 0270 3999 111 - Phạm Quốc Việt, Chủ tịch UBND xã", "0270 3999 111"),
    ("17 Hai Bà Trưng, ông Nguyễn Văn Tám, ĐT: 0235.3852.123", "0235.3852.123"),
    ("Trụ sở: 17 Hai Bà Trưng. ĐT: 0912.345.678", "0912.345.678"),
]
PUBLIC = [
    "Số 18 Đường Hoàng Đạo Thúy, tỉnh Gia Lai. Tư vấn: 02693794567, 02693501177",
    "Trung tâm Lao động (Số 1, Trịnh Hoài Đức, Hà Nội), điện thoại: 024.73030199 (số máy lẻ 123)",
    "Chịu trách nhiệm: Ông Nguyễn Thanh Liêm. Địa chỉ: 185 Giảng Võ - Điện thoại: (024) 35123536; Fax: (024) 3736",
    '<li id="li0_7abfa441-8a49-4ddf-85c6-e0947532292f">',
    "Kế hoạch số 5408/KH-UBND ngày 16/9/2020; Công văn số 0912345678/UBND-VP",
    "từ ngày 03.05.2020 đến 07.09.2020, 03-05-2020 - 07-09-2020",
    "giai đoạn 2016-2020, 2021 - 2025, tháng 09 2019 2020",
    "Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85",
    "Tổng mức đầu tư 123.456.789.000 đồng, trong đó 90.000.000.000 đồng; 912345678 đồng; 0,9 tỷ",
    "Mã số: 7512345; mã ngân sách 1034567; Chương 421 - Loại 010 - Khoản 011",
    "Gói thầu IB2300123456-00, TBMT 20200912345-01",
    "toạ độ 107.583912, 16.463712; diện tích 0987,5 m2; 1234567.89",
    "Điện thoại: (0235) 3852 123 - Fax: (0235) 3852 456",
    "Sở Nội vụ tỉnh Quảng Nam, số 268 Trưng Nữ Vương, điện thoại 0235.3810.852",
    "Liên hệ Văn phòng Đoàn đại biểu, ĐT: 024.3825.1234",
    "ông Nguyễn Văn A, Trưởng phòng Nội vụ, ĐT (0235) 3852 123",
    "Số 02 Trần Phú, ĐT: 0235.3852.123",
    "Đường dây nóng: 0912.345.678",
    "Đường dây nóng Sở Y tế: 0969.082.115 - 0969.241.616",
    "Hotline 1900 9095; tổng đài 1022, 18001091",
    "trực ban Chi cục Kiểm lâm: 0913 123 456",
    "Tài khoản số 3949.0.1052345.00000 tại Kho bạc Nhà nước tỉnh",
    "Ủy ban Mặt trận Tổ quốc tỉnh, số tài khoản 4200201004567 tại Agribank",
    "Quỹ phòng chống COVID-19, số TK: 1234567890 tại Vietcombank",
    "hạch toán tài khoản 112, 1121, 3331",
    "ISBN 978-604-57-1234-5; mã HS 0306.17.11",
    "Thông tư 22/2014/TT-BTTTT; Luật số 45/2019/QH14; 35-CT/TW",
    "thửa đất số 123, tờ bản đồ số 45, 1.234 m2; 080.5",
    "http://quangnam.gov.vn/tin/0912345678901.html 202009161006",
    "(08) 3825 1234 và 08.3825.1234 của Trung tâm",
    "dân số 1.505.042 người; 905.123.456 lượt; 12.345.678.901",
    "Địa chỉ: 17 Hai Bà Trưng. Điện thoại: 0269.3824.000",
    "SỐ 17 HAI BÀ TRƯNG - ĐT: 0269.3824.000",
    "45 Bà Triệu ĐT: 0269.3824.000",
    "Trụ sở: 45A Bà Triệu – ĐT: 0269.3824.000",
    "10 Ông Ích Khiêm. ĐT: 0269.3824.000",
    "Số 2 Bà Huyện Thanh Quan - ĐT 0269.3824.000",
    "Trụ sở: 12 Bà Hom, Quận 6. ĐT: 0269.3824.000",
    "12 đường Cô Bắc, ĐT: 0269.3824.000",
    "phố Cô Giang, ĐT: 0269.3824.000",
    "17A Lê Lợi ĐT: 0269.3824.000",
    "Trường THPT Hai Bà Trưng, ĐT: 0269.3824.000",
    "Trường THCS Bà Triệu. ĐT: 0269.3824.000",
    "Trường THPT Nguyễn Du. ĐT: 0269.3824.000",
    "UBND phường Lê Lợi. ĐT: 0256 3822 123",
    "UBND xã Bà Điểm. ĐT: 0254.3852.123",
    "UBND huyện Cô Tô, điện thoại 0203.3889.123",
    "Sở Y tế Bà Rịa - Vũng Tàu. ĐT: 0254.3852.123",
    "UBND xã Tân Hòa. ĐT: 0270 3999 111 - Phạm Quốc Việt, Chủ tịch UBND xã",
    "UBND xã Tân Hòa. ĐT: 0270 3999 111 (ông Phạm Quốc Việt - Phó Chủ tịch)",
]


@pytest.mark.parametrize(("text", "number"), PRIVATE)
def test_a_private_number_is_masked(text: str, number: str) -> None:
    masked = mask(text)
    place = text.index(number)
    assert not any(character.isdigit() for character in masked[place : place + len(number)]), masked
    assert len(masked) == len(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("line", LINES)
def test_what_stands_in_quotes_is_private_and_nothing_else(line: str) -> None:
    expected = re.sub("«([^»]*)»", lambda quoted: re.sub(r"\w", BLOCK, quoted[1]), line)
    assert mask(re.sub("[«»]", "", line)) == expected


def test_a_mask_is_masked_no_further() -> None:
    once = mask("SĐT: 0912.345.678, CCCD 051091001234")
    assert mask(once) == once
    assert BLOCK in once


def test_long_runs_of_digits_take_no_time() -> None:
    assert mask("1 " * 50_000).startswith("1 1")
    assert mask("0" * 50_000) == "0" * 50_000
    assert mask("tài khoản " * 20_000 + "1")
    assert mask("A | 123456789 | " * 5000)
