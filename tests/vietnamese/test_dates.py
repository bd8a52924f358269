"""Date lines of Vietnamese portals, in tables that a Vietnamese reader checks by eye: the line and what it says."""

from __future__ import annotations

import pytest

from archive.vietnamese.dates import read_date

LABELS = [
    ("posted", "Ngày đăng: 05/02/2021"),
    ("posted", "Ngày đăng05/02/2021"),
    ("posted", "Ngày đăng:05/02/2021Lượt xem:85"),
    ("posted", "Ngày đăng : 05/02/2021 , Lượt xem : 85"),
    ("posted", "Ngày đăng:\n05/02/2021\nLượt xem:\n85"),
    ("posted", "(Ngày đăng: 05/02/2021)"),
    ("posted", "NGÀY ĐĂNG: 05/02/2021"),
    ("posted", "NGÀY ÐĂNG: 05/02/2021"),
    ("posted", "Ngay dang: 05/02/2021"),
    ("posted", "Ngày đăngngày 05/02/2021"),
    ("posted", "Ngày đăng tin: 05/02/2021"),
    ("posted", "Ngày đăng: Thứ sáu - 05/02/2021"),
    ("posted", "Đăng 05/02/2021"),
    ("posted", "Đăng ngày 05/02/2021"),
    ("posted", "Đăng ngày 05/02/2021 bởi Admin"),
    ("posted", "Đăng vào: 05/02/2021"),
    ("posted", "Đã đăng: 05/02/2021"),
    ("posted", "Được đăng vào 05/02/2021"),
    ("posted", "Được đăng ngày Thứ sáu, 05 Tháng 2 2021"),
    ("posted", "Đăng bởi: Nguyễn Văn A - 05/02/2021"),
    ("posted", "Ngày đưa tin: 05/02/2021"),
    ("posted", "Xuất bản: 05/02/2021"),
    ("posted", "Ngày xuất bản05/02/2021"),
    ("posted", "Phát hành ngày 05/02/2021"),
    ("posted", "Ngày đăng/cập nhật: 05/02/2021"),
    ("posted", "Publish date 05/02/2021"),
    ("posted", "Posted on 05/02/2021 by admin"),
    ("posted", "Post date: 05/02/2021"),
    ("posted", "Date published: 05/02/2021"),
    ("posted", "Đăng tải: 05/02/2021"),
    ("posted", "Bài đăng ngày 05/02/2021"),
    ("posted", "Người đăng: admin .Ngày đăng: 05/02/2021 ."),
    ("posted", "Đăng bởi admin on 5 Tháng Hai, 2021"),
    ("posted", '"datePublished": "2021-02-05"'),
    ("updated", "Ngày cập nhật 05/02/2021"),
    ("updated", "Cập nhật05-02-2021"),
    ("updated", "Cập nhậtThứ sáu, 05/02/2021"),
    ("updated", "CẬP NHẬT: 05/02/2021"),
    ("updated", "Ngay cap nhat: 05/02/2021"),
    ("updated", "Cập nhật lần cuối: 05/02/2021"),
    ("updated", "Cập nhật ngày Thứ sáu, 05 Tháng 2 2021"),
    ("updated", "Lần cập nhật cuối: 05/02/2021"),
    ("updated", "Chỉnh sửa lần cuối ngày 05/02/2021"),
    ("updated", "Last updated: 05/02/2021"),
    ("updated", "Date modified: 05/02/2021"),
    ("updated", "Được cập nhật vào 05/02/2021"),
    ("updated", "Lần cập nhật gần đây nhất: 05/02/2021"),
    ("updated", "Ngày sửa: 05/02/2021"),
    (None, "05/02/2021"),
    (None, "Ngày: 05/02/2021"),
    (None, "Tin ngày 05/02/2021"),
    (None, "Ngày tạo: 05/02/2021"),
    (None, "Ngày ban hành: 05/02/2021"),
    (None, "Ngày ban hành\n05/02/2021\nNgày có hiệu lực\n10/02/2021"),
    (None, "Hải Đăng 05/02/2021"),
    (None, "Đăng nhập | 05/02/2021"),
    (None, "Đăng ký | 05/02/2021"),
    (None, "Nghị quyết sửa đổi ngày 05/02/2021"),
    (None, "Viết bởi Administrator - Ngày: 05/02/2021"),
    (None, "Đại hội Đảng 05/02/2021"),
    (None, "Cập nhật tình hình Covid-19 ngày 05/02/2021"),
]

TWO_DATES = [
    ("Ngày đăng: 05/02/2021 - Ngày cập nhật: 07/02/2021", "2021-02-05", "posted"),
    ("Ngày cập nhật: 07/02/2021 | Ngày đăng: 05/02/2021", "2021-02-05", "posted"),
    ("Ngày ban hành: 01/02/2021 | Ngày đăng: 05/02/2021", "2021-02-05", "posted"),
    ("Ngày ban hành: 01/02/2021 - Cập nhật: 05/02/2021", "2021-02-05", "updated"),
    ("Ngày tạo: 05/02/2021 | Ngày cập nhật: 07/02/2021", "2021-02-05", None),
    ("Ngày tạo: 05/02/2021 09:12 Ngày sửa: 07/02/2021 15:40 Số lần đọc: 7.915", "2021-02-05T09:12:00+07:00", None),
    ("Tạo lúc 09:12 05/02/2021, cập nhật lúc 15:40 07/02/2021", "2021-02-05T09:12:00+07:00", None),
    ("Ngày cập nhật: 07/02/2021 | Ngày viết: 05/02/2021", "2021-02-05", None),
    ("Created on 05/02/2021; Modified: 07/02/2021", "2021-02-05", None),
    ("Viết bởi Admin, ngày: 05/02/2021 | Cập nhật lần cuối: 07/02/2021", "2021-02-05", None),
    ("Ngày tạo: 05/02/2021 | Ngày đăng: 06/02/2021 | Cập nhật: 07/02/2021", "2021-02-06", "posted"),
    ("Ngày tạo: 08/02/2021 | Ngày cập nhật: 07/02/2021", "2021-02-07", "updated"),
    ("Cơ sở đào tạo: 05/02/2021 - Cập nhật: 07/02/2021", "2021-02-07", "updated"),
    ("Ngày nhập học: 05/02/2021 - Cập nhật: 07/02/2021", "2021-02-07", "updated"),
    ("Ngày đăng: 05/02/2021. Thời gian: từ ngày 01/3 đến 15/3/2021", "2021-02-05", "posted"),
    ("05/02/2021 10:06 (Cập nhật: 07/02/2021 11:00)", "2021-02-05T10:06:00+07:00", None),
    ("05/02/2021 10:06 - Cập nhật 07/02/2021 11:00", "2021-02-05T10:06:00+07:00", None),
    ("09/03/2024 - 21:14 | Đăng bởi An | Cập nhật lần cuối: 11/03/2024", "2024-03-09T21:14:00+07:00", None),
    ("Ngày đăng: 09/03/2024 | Đăng bởi An | Cập nhật lần cuối: 11/03/2024", "2024-03-09", "posted"),
    ("Thứ Bảy, 09/03/2024 21:14 - An - Cập nhật 11/03/2024", "2024-03-09T21:14:00+07:00", None),
    ("Tin: An | 09/03/2024 | Lượt xem: 20 (Cập nhật: 11/03/2024)", "2024-03-09", None),
    ("Đăng bởi An | Cập nhật: 11/03/2024", "2024-03-11", "updated"),
    ("Đăng bởi An, cập nhật: 11/03/2024", "2024-03-11", "updated"),
    ("Hội nghị ngày 09/03/2024 | An | Cập nhật: 11/03/2024", "2024-03-11", "updated"),
    ("12/03/2024 | An | Cập nhật: 11/03/2024", "2024-03-11", "updated"),
    ("Thứ Bảy, 02/11/2024 06:25\nCập nhật: 05/02/2021 09:29", "2021-02-05T09:29:00+07:00", "updated"),
    ("10:06 16/09/2020 11:30 17/09/2020", "2020-09-16T10:06:00+07:00", None),
    ("16/09/2020 10:06 17/09/2020 11:30", "2020-09-16T10:06:00+07:00", None),
    ("Dương lịch: 05/02/2021 - Âm lịch: 24/12/2020", "2021-02-05", None),
]

DAYS_IN_FIGURES = [
    ("5/2/2021", "2021-02-05"),
    ("05-02-2021", "2021-02-05"),
    ("05.02.2021", "2021-02-05"),
    ("05–02–2021", "2021-02-05"),
    ("05⁄02⁄2021", "2021-02-05"),
    ("05/02-2021", "2021-02-05"),
    ("5.2/2021", "2021-02-05"),
    ("5 / 2 / 2021", "2021-02-05"),
    ("05/ 02/ 2021", "2021-02-05"),
    ("05 - 02 - 2021", "2021-02-05"),
    ("(05/02/2021)", "2021-02-05"),
    ("| 05/02/2021", "2021-02-05"),
    ("ngày 5/2 năm 2021", "2021-02-05"),
    ("2021-02-05", "2021-02-05"),
    ("2021/02/05", "2021-02-05"),
    ("/2021/02/05/ke-hoach.html", "2021-02-05"),
    ("/2024/12/05/861-hoan-tiep.html", "2024-12-05"),
    ("/tin-tuc/20210205/", "2021-02-05"),
    ("ke-hoach-ngay-05-02-2021.html", "2021-02-05"),
    ("29/02/2020", "2020-02-29"),
    ("thứ sáu, 05 02 2021", "2021-02-05"),
    ("Ngày đăng: 05 02 2021", "2021-02-05"),
    ("\ufeff05/02/2021", "2021-02-05"),
    ("Ngày đăng: 05/\u200b02/2021", "2021-02-05"),
    ("Ngày\xa0đăng:\xa005/02/2021", "2021-02-05"),
    ("Nga\u0300y \u0111a\u0306ng: 05/02/2021", "2021-02-05"),
]

DAYS_IN_WORDS = [
    ("Hà Nội, ngày 5 tháng 2 năm 2021", "2021-02-05"),
    ("Kon Tum, ngày 25\ntháng 01 năm 2024", "2024-01-25"),
    ("NGÀY 05 THÁNG 02 NĂM 2021", "2021-02-05"),
    ("ngày05tháng02năm2021", "2021-02-05"),
    ("ngày      05   tháng    02    năm   2021", "2021-02-05"),
    ("ngày 05, tháng 02, năm 2021", "2021-02-05"),
    ("ngày 05/tháng 02/năm 2021", "2021-02-05"),
    ("ngày 05 tháng 02/2021", "2021-02-05"),
    ("17 Tháng Năm 2021", "2021-05-17"),
    ("06 Tháng Năm 2021", "2021-05-06"),
    ("ngày 6 tháng năm năm 2021", "2021-05-06"),
    ("01 Tháng Hai 2023", "2023-02-01"),
    ("15 Tháng Tư 2019", "2019-04-15"),
    ("15 Tháng Mười 2019", "2019-10-15"),
    ("15 Tháng Mười Một 2019", "2019-11-15"),
    ("01 Tháng Giêng 2021", "2021-01-01"),
    ("Thứ Sáu, 01 Tháng Giêng 2021", "2021-01-01"),
    ("5 Tháng Hai, 2021", "2021-02-05"),
    ("Tháng Hai 5, 2021", "2021-02-05"),
    ("Tháng Mười Hai 25, 2020", "2020-12-25"),
    ("12 Th2, 2021", "2021-02-12"),
    ("08 Th5 2019", "2019-05-08"),
    ("5 thg 2, 2021", "2021-02-05"),
    ("Thứ Sáu, 5 tháng 2, 2021", "2021-02-05"),
    ("mùng 2 tháng 9 năm 2020", "2020-09-02"),
    ("ngày mồng 8 tháng 3 năm 2021", "2021-03-08"),
    ("ngày mùng hai tháng chín năm 2020", "2020-09-02"),
    ("ngày mười lăm tháng hai năm 2020", "2020-02-15"),
    ("ngày hai mươi mốt tháng sáu năm 2020", "2020-06-21"),
    ("Hôm nay, ngày 5 tháng 2 năm 2021", "2021-02-05"),
    ("ngày 5 tháng 2 năm 2021 (tức ngày 24 tháng Chạp năm Canh Tý)", "2021-02-05"),
    ("February 5, 2021", "2021-02-05"),
    ("5th February 2021", "2021-02-05"),
    ("05-Feb-2021", "2021-02-05"),
]

NEIGHBOURS = [
    ("Lượt xem: 439 Ngày đăng: 05/02/2021", "2021-02-05"),
    ("Lượt xem:\n85\n05/02/2021", "2021-02-05"),
    ("Lượt xem: 4 - 05/02/2021", "2021-02-05"),
    ("05/02/2021 Lượt xem: 2021", "2021-02-05"),
    ("05/02/2021 - 2025 lượt xem", "2021-02-05"),
    ("05/02/2021 | 123 lượt xem", "2021-02-05"),
    ("05/02/2021\n8987 lượt xem", "2021-02-05"),
    ("12 bình luận 05/02/2021", "2021-02-05"),
    ("Lượt xem: 12,345 05/02/2021", "2021-02-05"),
    ("Lượt xem: 2.345 | 05/02/2021", "2021-02-05"),
    ("Trang 1/12 05/02/2021", "2021-02-05"),
    ("05/02/2021 1/12", "2021-02-05"),
    ("1. 05/02/2021", "2021-02-05"),
    ("Ảnh 3 - 05/02/2021", "2021-02-05"),
    ("05/02/2021 - 1 bình luận", "2021-02-05"),
    ("05/02/2021 (0 bình luận)", "2021-02-05"),
    ("05/02/2021Tác giả: Minh Hà", "2021-02-05"),
    ("Chia sẻ05/02/2021", "2021-02-05"),
    ("Tin Covid-19 - 20/02/2021", "2021-02-20"),
    ("Hỗ trợ 24/7 - 16/09/2020", "2020-09-16"),
    ("Chính trị 28-05-2024", "2024-05-28"),
    ("Trang chủ >> Tin tức   (26-12-2019)", "2019-12-26"),
    ("Chuyển đổi số 16/09/2022", "2022-09-16"),
    ("Dân tộc thiểu số 16-09-2022", "2022-09-16"),
    ("Đại hội lần thứ V 16/09/2020", "2020-09-16"),
    ("Kỳ họp lần thứ 3, 16/07/2024", "2024-07-16"),
    ("giải phóng mặt bằng 10/02/2020", "2020-02-10"),
    ("Hội nghị công nhân 05/02/2020", "2020-02-05"),
    ("Họp Ủy ban nhân dân 05/02/2020", "2020-02-05"),
    ("Tuyển sinh ngày 05/02/2020", "2020-02-05"),
    ("Luật gia Tô Văn Khải - ngày 05/02/2020", "2020-02-05"),
    ("BS. Lê Thu vào ngày 05/02/2020", "2020-02-05"),
    ("Nguyễn Bảy - Huyện đoàn - ngày 05/02/2020", "2020-02-05"),
    ("Lễ kỷ niệm (05/02/2020)", "2020-02-05"),
    ("Mít tinh Ngày Quốc tế Phụ nữ - 05/03/2020", "2020-03-05"),
    ("Mít tinh Ngày Pháp luật Việt Nam (05/11/2020)", "2020-11-05"),
    ("Kế hoạch số 189/KH-UBND, ngày 20/01/2020 của UBND tỉnh", "2020-01-20"),
    ("Ngày 21/4/2021 (Tức 10/3 âm lịch)", "2021-04-21"),
    ("Ngày 10/3 âm lịch (02/4/2020)", "2020-04-02"),
    ("Ngày 12 tháng Giêng năm Canh Tý (05/02/2020)", "2020-02-05"),
]

MONTHS_AND_YEARS = [
    ("Tháng 3/2021", "2021-03", "month"),
    ("tháng 3 năm 2021", "2021-03", "month"),
    ("Tháng Ba 2021", "2021-03", "month"),
    ("Hà Nội, tháng 3 năm 2021", "2021-03", "month"),
    ("ngày     tháng 02 năm 2020", "2020-02", "month"),
    ("Lịch công tác - Tháng 3/2021", "2021-03", "month"),
    ("Chuyển đổi số tháng 3/2021", "2021-03", "month"),
    ("March 2021", "2021-03", "month"),
    ("Ngày đăng: 03/2021", "2021-03", "month"),
    ("03/2021", "2021-03", "month"),
    ("date 2021-03", "2021-03", "month"),
    ("/tin-tuc/2021/03/ke-hoach.html", "2021-03", "month"),
    ("/video/202103/", "2021-03", "month"),
    ("Năm 2019", "2019", "year"),
    ("Ngày đăng: 2019", "2019", "year"),
]


@pytest.mark.parametrize(("label", "line"), LABELS)
def test_a_label_says_posted_or_updated_and_a_look_alike_says_nothing(label: str | None, line: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.label) == ("2021-02-05", label)


@pytest.mark.parametrize(("text", "iso", "label"), TWO_DATES)
def test_of_two_dates_the_posted_one_is_taken(text: str, iso: str, label: str | None) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.iso, found.label) == (iso, label)


@pytest.mark.parametrize(("line", "iso"), DAYS_IN_FIGURES + DAYS_IN_WORDS + NEIGHBOURS)
def test_a_day_is_read_with_the_day_before_the_month(line: str, iso: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == (iso, "day", ())


@pytest.mark.parametrize(("line", "iso", "precision"), MONTHS_AND_YEARS)
def test_a_month_or_a_year_alone_keeps_its_precision(line: str, iso: str, precision: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision) == (iso, precision)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85", "10:06 | 16/09/2020"),
        ("Thứ 7, 28/03/2020 | 18:57:43 [GMT +7] A A", "28/03/2020 | 18:57:43 [GMT +7]"),
        ("Hà Nội, ngày 5 tháng 2 năm 2020", "5 tháng 2 năm 2020"),
        ("NGÀY 05 THÁNG 02 NĂM 2020", "05 THÁNG 02 NĂM 2020"),
        ("Ngày đăng: 16/\u200b09/2020", "16/09/2020"),
        ("Cập nhật: 31/02/2021", "31/02/2021"),
    ],
)
def test_printed_is_the_part_of_the_text_that_was_read(line: str, printed: str) -> None:
    found = read_date(line)
    assert found is not None
    assert found.printed == printed


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("In trang - Ngày 13/06/2012", "2012-06-13"),
        ("In bài viết - Ngày 13/06/2012", "2012-06-13"),
        ("Bản in - Ngày 13/06/2012 08:15", "2012-06-13T08:15:00+07:00"),
        ("Nông thôn mới - Ngày 10 tháng 8 năm 2010", "2010-08-10"),
        ("Kinh tế - Ngày 10 tháng 8 năm 2010", "2010-08-10"),
        ("Văn hóa và Thể thao - ngày 10/8/2010", "2010-08-10"),
        ("Chia sẻ - Nông nghiệp, nông thôn - Ngày 10/8/2010", "2010-08-10"),
        ("Lễ khai giảng năm học mới - ngày 5/9/2023", None),
        ("Kinh tế phát triển mạnh - Ngày 10/8/2010", None),
        ("Nông thôn mới ngày 10/8/2010", None),
        ("Thi đua - ngày 10/8/2010", None),
    ],
)
def test_sections_and_buttons_before_a_day_are_fields_of_their_own(line: str, iso: str | None) -> None:
    date = read_date(line)
    assert (date.iso if date else None) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Lượt xem: 6994 9/1/2024", "2024-01-09"),
        ("Số lượt xem: 1.204 9/1/2024", "2024-01-09"),
        ("Lượt đọc 6994 9/1/2024", "2024-01-09"),
        ("Đã xem: 84 21/3/2019", "2019-03-21"),
        ("Lượt truy cập: 6994 9/1/2024 8:15", "2024-01-09T08:15:00+07:00"),
        ("Lượt xem: 699 49/1/2024", None),
        ("6994 9/1/2024", None),
        ("Số 6994 9/1/2024", None),
        ("Đã xem: 84 21/3/2019 trang", None),
    ],
)
def test_a_day_beside_a_view_counter_is_read_and_none_beside_another_number(line: str, iso: str | None) -> None:
    date = read_date(line)
    assert (date.iso if date else None) == iso
