"""Document numbers as clerks and portals print them: tables for a Vietnamese reader's eye."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.documents import DocumentMention, canonical_number, find_documents, number_alias

# text, canonical number, type, issuer, unit
NUMBERS = [
    # papers of the state
    ("Kế hoạch số 61/KH-UBND", "61/KH-UBND", "KH", "UBND", None),
    ("Quyết định 812/QĐ-UBND", "812/QĐ-UBND", "QĐ", "UBND", None),
    ("Nghị quyết số 33/2021/NQ-HĐND", "33/2021/NQ-HĐND", "NQ", "HĐND", None),
    ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "NĐ", "CP", None),
    ("Thông tư 02 /2021/ TT-BTC", "02/2021/TT-BTC", "TT", "BTC", None),
    ("Quyết định số 1944/QĐ-TTg", "1944/QĐ-TTg", "QĐ", "TTg", None),
    ("Tờ trình số 45/TTr-STP", "45/TTr-STP", "TTr", "STP", None),
    ("Sao y bản chính số 10/SY-UBND", "10/SY-UBND", "SY", "UBND", None),
    ("Trích sao số 5/TrS-VPUB", "5/TrS-VPUB", "TrS", "VPUB", None),
    ("Bản ghi nhớ số 02/BGN-UBND", "02/BGN-UBND", "BGN", "UBND", None),
    ("Phiếu báo số 14/PB-SNV", "14/PB-SNV", "PB", "SNV", None),
    ("Chương trình hành động số 08/CTr-UBND", "08/CTr-UBND", "CTr", "UBND", None),
    ("Báo cáo thẩm định số 18/BCTĐ-STP", "18/BCTĐ-STP", "BCTĐ", "STP", None),
    ("Giấy phép số 123/GP-BTTTT", "123/GP-BTTTT", "GP", "BTTTT", None),
    ("Kế hoạch số 12/KH-BCĐ389", "12/KH-BCĐ389", "KH", "BCĐ389", None),
    ("Văn bản hợp nhất số 07/VBHN-VPQH", "07/VBHN-VPQH", "VBHN", "VPQH", None),
    # official letters
    ("Công văn số 375/UBND-NV", "375/UBND-NV", "CV", "UBND", "NV"),
    ("văn bản số 77/SGDĐT-GDTrH", "77/SGDĐT-GDTrH", "CV", "SGDĐT", "GDTrH"),
    ("Công văn số 98/SNgV-LSVHNN", "98/SNgV-LSVHNN", "CV", "SNgV", "LSVHNN"),
    ("Công văn số 212/PGD&ĐT-TTCB", "212/PGD&ĐT-TTCB", "CV", "PGD&ĐT", "TTCB"),
    ("Công văn số 3108/VP-XD2", "3108/VP-XD2", "CV", "VP", "XD2"),
    ("Công văn số 123/CAT-PV01", "123/CAT-PV01", "CV", "CAT", "PV01"),
    ("Công văn số 99/SLĐ-TBXH-VP", "99/SLĐ-TBXH-VP", "CV", "SLĐ-TBXH", "VP"),
    ("Công văn số 61/PGDĐT", "61/PGDĐT", "CV", "PGDĐT", None),
    ("Công văn số 03/CV-BCĐ", "03/CV-BCĐ", "CV", "BCĐ", None),
    ("Số: 4567/CT-TTHT", "4567/CT-TTHT", "CV", "CT", "TTHT"),
    ("Công văn số 23/TT-VP", "23/TT-VP", "CV", "TT", "VP"),
    ("Số: 485/UBND", "485/UBND", "CV", "UBND", None),
    ("1911/BVHTTDL-VHCS", "1911/BVHTTDL-VHCS", "CV", "BVHTTDL", "VHCS"),
    # the Party and the unions
    ("Kế hoạch số 135-KH/TU", "135-KH/TU", "KH", "TU", None),
    ("Chỉ thị 28 -CT/TU", "28-CT/TU", "CT", "TU", None),
    ("Chỉ thị số 07 –CT/TW", "07-CT/TW", "CT", "TW", None),
    ("Chỉ thị số 21-CT/T.Ư", "21-CT/TW", "CT", "TW", None),
    ("Kết luận số 445-KL/TƯ của Ban Chấp hành Trung ương", "445-KL/TW", "KL", "TW", None),
    ("Kết luận số 445-KL/TƯ của Tỉnh ủy", "445-KL/TU", "KL", "TU", None),
    ("Hướng dẫn số 51/HD-BTGTU", "51-HD/BTGTU", "HD", "BTGTU", None),
    ("Công văn số 12-CV/BTGTU-TT", "12-CV/BTGTU-TT", "CV", "BTGTU", "TT"),
    ("Chương trình số 20-Ctr/TU", "20-CTr/TU", "CTr", "TU", None),
    ("Kế hoạch số 12-KH/Th.U", "12-KH/ThU", "KH", "ThU", None),
    ("Hướng dẫn số 32 HD/TĐTN-BTG", "32-HD/TĐTN-BTG", "HD", "TĐTN", "BTG"),
    ("Quy định số 22-QyĐ/TU", "22-QyĐ/TU", "QyĐ", "TU", None),
    # laws and old papers
    ("Luật Đất đai số 45/2013/QH13", "45/2013/QH13", "Luật", "QH13", None),
    ("Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13", "80/2015/QH13", "Luật", "QH13", None),
    ("Nghị quyết số 120/2020/QH14", "120/2020/QH14", "NQ", "QH14", None),
    ("Nghị quyết số 1211/2016/UBTVQH13", "1211/2016/UBTVQH13", "NQ", "UBTVQH13", None),
    ("Nghị định 64-CP", "64-CP", "NĐ", "CP", None),
    ("Số: 64-CP", "64-CP", None, "CP", None),
    ("Thông tư 12-TT/NV", "12-TT/NV", "TT", "NV", None),
    ("Quyết định số 327-CT", "327-CT", "QĐ", "CT", None),
    ("Sắc lệnh số 47-SL", "47-SL", "SL", None, None),
    ("Quyết định 01/1999/QĐ.UB", "01/1999/QĐ-UB", "QĐ", "UB", None),
    ("Quyết định số 12/98/QĐ-UB", "12/98/QĐ-UB", "QĐ", "UB", None),
    # joint papers
    ("Thông tư liên tịch số 15/2007/TTLT- BTC - BGDĐT", "15/2007/TTLT-BTC-BGDĐT", "TTLT", "BTC-BGDĐT", None),
    ("Kế hoạch liên tịch số 12/KHLT-SYT-SGDĐT", "12/KHLT-SYT-SGDĐT", "KHLT", "SYT-SGDĐT", None),
    ("Quyết định số 12/QĐ-UBND-HC", "12/QĐ-UBND-HC", "QĐ", "UBND", "HC"),
    ("Quyết định số 43/2017/QĐ-UBND.HC", "43/2017/QĐ-UBND.HC", "QĐ", "UBND", "HC"),
    # letters beside the digits, digits with a point
    ("Nghị quyết số 30c/NQ-CP", "30c/NQ-CP", "NQ", "CP", None),
    ("Nghị quyết số 12A/NQ-HĐND", "12A/NQ-HĐND", "NQ", "HĐND", None),
    ("Công văn số 1.234/UBND-VX", "1234/UBND-VX", "CV", "UBND", "VX"),
    ("Kế hoạch số 0156/KH-UBND", "0156/KH-UBND", "KH", "UBND", None),
    # what keyboards, fonts and scanners make of it
    ("Số: 26/2007/QÐ-UBND", "26/2007/QĐ-UBND", "QĐ", "UBND", None),
    ("Quyết định số 2303/QDD-UBND", "2303/QĐ-UBND", "QĐ", "UBND", None),
    ("Quyết định số 15/2022/QD-UBND", "15/2022/QĐ-UBND", "QĐ", "UBND", None),
    ("Chỉ thị số 32-CT/TVV", "32-CT/TW", "CT", "TW", None),
    ("CHỈ THỊ SỐ 19/CT-TTG", "19/CT-TTg", "CT", "TTg", None),
    ("quyết định số 12/qđ-ubnd", "12/QĐ-UBND", "QĐ", "UBND", None),
    ("Công văn số 255⁄PCTNXH- TT", "255/PCTNXH-TT", "CV", "PCTNXH", "TT"),
    ("Kế hoạch số 12／KH－UBND", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số 12/KH\u2011UBND", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số\u00a012\u00a0/\u00a0KH\u00a0-\u00a0UBND", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số 12/KH-\nUBND", "12/KH-UBND", "KH", "UBND", None),
    ("Công văn số 1704STTTT-BCVT", "1704/STTTT-BCVT", "CV", "STTTT", "BCVT"),
    ("Thông tư 06/2020TT-BTNMT", "06/2020/TT-BTNMT", "TT", "BTNMT", None),
    ("Kế hoạch số 12/KHUBND", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số 12/KH UBND tỉnh", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số 12/KH/UBND", "12/KH-UBND", "KH", "UBND", None),
    ("Kế hoạch số 12/KH-UBNDngày 05/5/2020", "12/KH-UBND", "KH", "UBND", None),
    ("Quyết định số 76/QĐ-CTĐPCăn cứ kết quả", "76/QĐ-CTĐP", "QĐ", "CTĐP", None),
    ("Kế hoạch số 13/KH-UBND - Sở Y tế", "13/KH-UBND", "KH", "UBND", None),
    ("Quyết định số 5/QĐ-UBND.Theo đó", "5/QĐ-UBND", "QĐ", "UBND", None),
    ("Kế hoạch số 12/KH-TT HĐND", "12/KH-TTHĐND", "KH", "TTHĐND", None),
    ("Nghị quyết số 1018-NQ/UBTVQH12", "1018/NQ-UBTVQH12", "NQ", "UBTVQH12", None),
    # abbreviated words
    ("NQ số 05-NQ/TU", "05-NQ/TU", "NQ", "TU", None),
    ("NĐ 100/2019/NĐ-CP", "100/2019/NĐ-CP", "NĐ", "CP", None),
]


@pytest.mark.parametrize(("text", "number", "kind", "issuer", "unit"), NUMBERS)
def test_a_number_is_read_in_all_its_parts(
    text: str, number: str, kind: str | None, issuer: str | None, unit: str | None
) -> None:
    (mention,) = find_documents(text)
    assert (mention.number, mention.type, mention.issuer, mention.unit) == (number, kind, issuer, unit)


@pytest.mark.parametrize(("text", "number"), [(text, number) for text, number, *_ in NUMBERS])
def test_a_decomposed_number_is_the_same_number_at_its_own_place(text: str, number: str) -> None:
    decomposed = normalize("NFD", text)
    (mention,) = find_documents(decomposed)
    assert mention.number == number
    assert decomposed[mention.start : mention.end] == mention.printed


@pytest.mark.parametrize(
    ("text", "kind", "flags"),
    [
        ("Quy định số 213-QĐ/TW", "QĐi", ()),
        ("Quyết định số 77-QĐ/TU", "QĐ", ()),
        ("Chương trình số 12-CT/TU", "CTr", ()),
        ("Thông tri số 05-TT/TU", "TT", ()),
        ("Văn bản số 12/KH-UBND", "KH", ()),
        ("Công văn số 12/KH-UBND", "KH", ("type-disagrees",)),
        ("Kế hoạch số 12/QĐ-UBND", "QĐ", ("type-disagrees",)),
        ("Thông báo số 45/VP-TH", "TB", ()),
        ("Luật 31/VBHN-VPQH", "VBHN", ()),
    ],
)
def test_code_and_word_tell_the_type_together(text: str, kind: str, flags: tuple[str, ...]) -> None:
    (mention,) = find_documents(text)
    assert (mention.type, mention.flags) == (kind, flags)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("các Kế hoạch số 12/KH-UBND, 13/KH-UBND", ["12/KH-UBND", "13/KH-UBND"]),
        ("Nghị quyết số 18, 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
        ("các Công văn số 120, 121 và 125/UBND-VX", ["120/UBND-VX", "121/UBND-VX", "125/UBND-VX"]),
        ("Công văn số: 4362/BTC-TCDN ngày 01/4/2016, 4637/BTC-TCDN ngày 10/4/2017", ["4362/BTC-TCDN", "4637/BTC-TCDN"]),
        ("Thông tư số 15, 16/2020/TT-BTC", ["15/2020/TT-BTC", "16/2020/TT-BTC"]),
        (
            "Quyết định xử phạt số\n64/QĐ-XPVPHC , số\n65/QĐ-XPVPHC và số 68/QĐ-XPVPHC",
            ["64/QĐ-XPVPHC", "65/QĐ-XPVPHC", "68/QĐ-XPVPHC"],
        ),
    ],
)
def test_a_list_shares_its_number_word_its_type_and_its_code(text: str, numbers: list[str]) -> None:
    mentions = find_documents(text)
    assert [mention.number for mention in mentions] == numbers
    assert len({mention.type for mention in mentions}) == 1


@pytest.mark.parametrize(
    ("text", "number", "flag"),
    [
        ("Số: /KH-UBND", "", "blank-number"),
        ("Số:         /QĐ-UBND", "", "blank-number"),
        ("Số …./BC-STC", "", "blank-number"),
        ("Số:      -KH/TU", "", "blank-number"),
        ("Số: Không số", "Không số", "no-number"),
        ("Công văn không số ngày 05/5/2020 của Sở Y tế", "Không số", "no-number"),
        ("Thông báo số 45 ngày 14-7", "45", "bare-number"),
        ("Công điện 1632 của Thủ tướng Chính phủ", "1632", "bare-number"),
    ],
)
def test_a_paper_without_digits_or_without_letters_says_so(text: str, number: str, flag: str) -> None:
    (mention,) = find_documents(text)
    assert mention.number == number
    assert flag in mention.flags


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Kế hoạch số 12/KH-UBND ngày 31 tháng 12 năm 2019", "2019-12-31"),
        ("Kế hoạch số 12/KH-UBND, ngày 03-7-2019", "2019-07-03"),
        ("Chỉ thị số 35-CT/TW,ngày 30-5-2019", "2019-05-30"),
        ("Nghị quyết số 08-NQ/TU ngày 06\ntháng 10 năm 2021", "2021-10-06"),
        ("Hướng dẫn số 22 - HD/BTG ngày 09 tháng 02 năng 2010", "2010-02-09"),
        ("Kế hoạch số 12/KH-UBND ngày 02 tháng Tư năm 2020", "2020-04-02"),
        ("QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 16 THÁNG 7 NĂM 2021", "2021-07-16"),
        ("Kế hoạch số 12/KH-UBND (ngày 05/5/2020)", "2020-05-05"),
        ("Kế hoạch số 12/KH-UBND của UBND tỉnh ban hành ngày 05/5/2020", "2020-05-05"),
        ("Phương án số 02/PA-UBND tỉnh Ninh Bình ngày 01/2/2024", "2024-02-01"),
        ("Chỉ thị số 03-CT/TW (khóa XI) ngày 14/5/2011", "2011-05-14"),
        ("Quyết định số 2194/QĐ-BCĐQG năm 2020", "2020"),
        ("Kế hoạch số 12/KH-UBND tháng 5/2020", "2020-05"),
        ("Nghị quyết số 28/2017/NQ-HĐND ngày 07/12", "2017-12-07"),
        ("Ngày 16/9/2020, UBND tỉnh ban hành Kế hoạch số 5408/KH-UBND", "2020-09-16"),
        ("Ngày 20.12.2019, Đoàn ĐBQH tỉnh có Công văn số 127/ĐĐBQH-VP", "2019-12-20"),
        ("UBND tỉnh ngày 06/6/2021 đã ban hành Kế hoạch số 14/KH-UBND", "2021-06-06"),
        ("Kế hoạch ngày 14/4/2021 của Tỉnh ủy số 30-KH/TU", "2021-04-14"),
        ("Số: 485/UBND     Châu Thành, ngày 16 tháng 6 năm 2017", "2017-06-16"),
        ("Hà Nội, ngày 05 tháng 6 năm 2019\nSố: 12/BC-BYT", "2019-06-05"),
        ("2379/KH-UBND | 06-08-2021 | Kế hoạch tuyển dụng", "2021-08-06"),
        ("Số hiệu: 12/2020/NĐ-CP\nNgày ban hành: 05/02/2020", "2020-02-05"),
        # not the paper's own
        ("Ngày 05/5/2020, UBND tỉnh tổ chức hội nghị triển khai Kế hoạch số 12/KH-UBND", None),
        ("Kế hoạch số 12/KH-UBND của UBND tỉnh, Sở tổ chức hội nghị ngày 05/5/2020", None),
        ("Kế hoạch số 12/KH-UBND về tổ chức Đại hội ngày 05/5/2020", None),
        ("Kế hoạch số 12/KH-UBND có hiệu lực từ ngày 05/5/2020", None),
        ("Quyết định số 12/QĐ-UBND\nNgày 05/5/2020, Sở Y tế họp", None),
        ("Quyết định số 12/QĐ-UBND 27/07/2021 | 04:30 PM", None),
        ("Công văn số 4913/VP-KT, ban hành ngày 15/6", None),
        ("Kế hoạch số 12/KH-UBND ngày 31/02/2020", None),
    ],
)
def test_the_date_is_the_papers_own(text: str, dated: str | None) -> None:
    (mention,) = find_documents(text)
    assert mention.dated == dated


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("các Kế hoạch số 12/KH-UBND, 13/KH-UBND ngày 05/5/2020", ["2020-05-05", "2020-05-05"]),
        ("Kế hoạch số 12/KH-UBND và Công văn số 13/UBND-VX ngày 05/5/2020", [None, "2020-05-05"]),
        ("Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND ngày 05/5/2020", [None, "2020-05-05"]),
        ("các Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND ngày 05/5/2020", ["2020-05-05", "2020-05-05"]),
        ("Ngày 05/5/2020, UBND ban hành các Quyết định số 12/QĐ-UBND và 13/QĐ-UBND", ["2020-05-05", "2020-05-05"]),
        ("Kế hoạch số 12/KH-UBND ngày 05/5/2020. Kế hoạch số 12/KH-UBND gồm ba phần.", ["2020-05-05", "2020-05-05"]),
        (
            "Kế hoạch số 12/KH-UBND ngày 05/5/2020; Kế hoạch số 12/KH-UBND ngày 06/6/2021; Kế hoạch số 12/KH-UBND.",
            ["2020-05-05", "2021-06-06", None],
        ),
    ],
)
def test_dates_are_shared_only_where_the_text_shares_them(text: str, dated: list[str | None]) -> None:
    assert [mention.dated for mention in find_documents(text)] == dated


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Kế hoạch số 12/KH-UBND ngày 31/02/2020", "date-impossible"),
        ("Nghị quyết số 28/2017/NQ-HĐND ngày 07/12", "year-from-number"),
        ("Nghị quyết số 28/2017/NQ-HĐND ngày 07/12/2018", "year-disagrees"),
        ("Hướng dẫn số 51/HD-BTGTU", "separators-swapped"),
        ("Công văn số 1704STTTT-BCVT", "separator-restored"),
        ("Quyết định số 15/QD-UBND", "letters-restored"),
        ("Kết luận số 445-KL/TƯ của Tỉnh ủy", "tu-by-context"),
    ],
)
def test_what_was_repaired_or_refused_is_flagged(text: str, flag: str) -> None:
    (mention,) = find_documents(text)
    assert flag in mention.flags


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội diễn ra từ ngày 12/5 đến 15/5/2020, có 150/152 đại biểu.",
        "Tỷ số 2-1; 5/8 đại biểu biểu quyết; trực 24/7; tốc độ 100 km/h",
        "Điện thoại: 0255.3822-123, 0912/345.678, Fax: 0236-3821/TTg",
        "theo khoản 2 Điều 5 và Điều 12/BLHS",
        "Địa chỉ: số 12/5 đường Trần Phú, ngõ 25/7 phố Huế; nhà số 12/KP5",
        "Công báo số 12+13, Công báo số 45/CB ngày 05/5/2020",
        "bản tin số 12/BTTT, tạp chí số 5/TCCS",
        "biển số 51F-123.45, xe 29A-12345, BKS 60B1-12345",
        "Số tài khoản: 3713.0.1054321, MST 3200-123456",
        "tọa độ 16°03'N-108°12'E, bản đồ tỷ lệ 1/500",
        "QCVN 01:2021/BYT, TCVN 7957:2008, QCVN 41/2016/BGTVT",
        "COVID-19/SARS-CoV-2, F1/F2, A/H1N1",
        "Quốc lộ 1A, Km 12/QL1A, ĐT.605/ĐH2",
        "Sư đoàn 315/QK5, Trung đoàn 95/F325, Bệnh viện 17/QK5",
        "nhiệm kỳ 2020-2025, giai đoạn 2021 - 2025; đạt 19/19 TC nông thôn mới",
        "Honda SH 125/ABS, Samsung S20/FE-5G, Windows 10/HĐH",
        "1.500.000đ/HS, 20 HS/lớp, 5 GV/trường",
        "ngày 14/4/2021 UBND tỉnh họp; tháng 9/2020 UBND huyện họp; chiều 06/10 UBND xã họp",
        "Kỳ họp thứ 12-HĐND tỉnh; Hội nghị lần thứ 5-BCH Đảng bộ; tính đến 31/12-UBND xã",
        "Nghị quyết Trung ương 4 khóa XII; Kế hoạch 5 năm 2021-2025; Kế hoạch 2021 của huyện",
        "Thứ 7, 28/03/2020-TTXVN đưa tin (Ảnh: 123/TTXVN-Anh Tuấn)",
        "Mẫu số 01/TT-BTC; Biểu số 05/BC-SYT; Phụ lục số 02/PL-BNV",
        "http://quangnam.gov.vn/12/KH-UBND.pdf, đính kèm d1101.signed.pdf",
        "văn bản không số hóa được; không số nào đúng",
        "đường 3/2, 30/4-TP HCM, trạm 110/22kV-CT",
    ],
)
def test_what_only_looks_like_a_number_is_no_paper(text: str) -> None:
    assert find_documents(text) == []


@pytest.mark.parametrize(
    ("printed", "canonical", "alias"),
    [
        ("0156 / KH – UBND", "0156/KH-UBND", "156/KH-UBND"),
        ("07 –CT/TW", "07-CT/TW", "7-CT/TW"),
        ("26/2007/QÐ-UBND", "26/2007/QĐ-UBND", "26/2007/QĐ-UBND"),
        ("5408/kh-ubnd", "5408/KH-UBND", "5408/KH-UBND"),
        ("0/KH-UBND", "0/KH-UBND", "0/KH-UBND"),
    ],
)
def test_a_number_has_one_spelling_and_an_alias_without_zeros(printed: str, canonical: str, alias: str) -> None:
    assert canonical_number(printed) == canonical
    assert number_alias(canonical) == alias


@pytest.mark.parametrize("printed", ["", "24/7", "Kế hoạch số 5/KH-UBND", "5/KH-UBND tỉnh", "KH-UBND", "16/9/2020"])
def test_what_is_no_number_has_no_spelling(printed: str) -> None:
    assert canonical_number(printed) is None


PIECES = st.sampled_from(
    [
        *(text for text, *_ in NUMBERS),
        *(" ", "\n", ", ", "; ", " và ", "ngày 05/5/2020", "tháng 5", "Căn cứ ", "theo ", "thay thế ", "số ", "Số: "),
        *("12", "2020", "/", "-", "KH", "UBND", "/TU", "Ư", "\u0301", "\u031b", "\u0323", "…", "İ", "Không số"),
    ]
)


@settings(max_examples=300)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map("".join), st.sampled_from(["NFC", "NFD", ""]))
def test_offsets_cut_what_is_printed_out_of_any_text(text: str, form: str) -> None:
    text = normalize(form, text) if form else text  # type: ignore[arg-type]
    mentions = find_documents(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.printed != ""
    starts = [mention.start for mention in mentions]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("number", sorted({number for _, number, *_ in NUMBERS}))
def test_a_canonical_number_is_its_own_canonical_form(number: str) -> None:
    assert canonical_number(number) == number


def test_a_mention_is_plain_data() -> None:
    (mention,) = find_documents("Nghị quyết số 33/2021/NQ-HĐND ngày 20/10/2021")
    assert mention == DocumentMention(
        number="33/2021/NQ-HĐND",
        type="NQ",
        issuer="HĐND",
        unit=None,
        year=2021,
        dated="2021-10-20",
        role="issues",
        subject=None,
        printed="33/2021/NQ-HĐND",
        start=14,
        end=29,
    )
