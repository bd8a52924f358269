"""Lines that print no date, dates that stand for something else, dates that cannot be, and dates that are doubted."""

from __future__ import annotations

import pytest

from archive.vietnamese.dates import read_date

NO_YEAR = """
16/9
Ngày 16/9
16-9, 10:06
16/09 16:30
16/09 - 10:06
16/09-10:06
16-9 20h30
Thứ 4, 16/9 10:06
Sáng ngày 01.02
BHG - Chiều 16.9
hôm nay 1/11
sáng nay, 26/3
(BBNĐT) Ngày 28-2
Ngày 16 tháng 9 lúc 10:06
08 Th5
Cập nhật lúc 3h11- Ngày 12/06
Thứ Hai
10:06
12/5 lượt
Ngày 12/5 lượt xem 20
(BLC) - Sáng nay (5/6) … (26/6) năm 2018
26 tháng Chạp năm Canh Tý
Hà Nội, ngày … tháng … năm 2020
"""

NUMBERS = """
Số: 12/2020/QĐ-UBND
Quyết định số 12/2020/QĐ-UBND
15/2020/NĐ-CP
12/5/2020/QĐ-UBND
01/1999/QĐ.UB
Thông tư 02/2020/TT-BTTTT
Kế hoạch số 30-KH/TU
số 30/10-2020
Số 16/09-2022
Bản tin số 05/2021
Công báo số 12 + 13/2021
ĐT: 0235.3810866 - 02353.812.020
Điện thoại: 0913.456.789
Hotline: 1900 2020
Hotline: 25 06 2019
Mã số 12 05 2019
ĐT 0255 12 10 2022 08:00
Cuộc họp 25 06 2019
Giờ làm việc thứ hai - thứ sáu: 09 12 2019
Mở cửa thứ bảy: 12 10 2020
Gọi 09 12 2019 (7:30 - 17:00)
Hotline: 1900.55.88
1900-55-88
0912-34-56
0260.3.862.313
04-38-25-2020
IP 10.12.20.21
Phiên bản 1.2.2020
v1.2.2020
Phiên bản 3.11.2
1.2.21 Nội dung
Mục 2.1.10 của Kế hoạch
2 / 5 / 10 bản tin mỗi trang
QCVN 01:2020/BTTTT
TCVN ISO 9001:2015
Tỷ số 2-1
Giá: 12.500.000 đồng
Lượt xem: 12.345
Lượt xem: 2020
phục vụ 24/7
Tổng đài hỗ trợ 24/7/365
12 - 5/2020
Số liệu tháng 10 - 12-2013
Địa chỉ: 12/5/20 Nguyễn Trãi
t=1612494540
?print=1792201311
/thong-bao-2799260105141822054.htm
/uploads/12/2020/ke-hoach.pdf
/1920/10/anh.jpg
"""

PERIODS = """
từ ngày 01/3 đến 15/3/2021
từ ngày 01/3/2021 đến ngày 15/3/2021
Từ ngày 01/03/2021 đến hết ngày 15/03/2021
từ 7h30 ngày 01/3/2021 đến 17h00 ngày 15/3/2021
từ ngày 30/8/219 đến hết ngày 2/9/2019
Từ ngày: 05/02/2020 Đến ngày: 10/02/2020
từ ngày 1 đến ngày 15/3/2021
từ 01 đến 15 tháng 3 năm 2021
từ nay đến ngày 31/12/2021
từ ngày 05/02/2021 đến nay
01-05/10/2020
5-6/2/2020
01/10 - 05/10/2020
01/10/2020 - 05/10/2020
01/10/2020-05/10/2020
01/10/2020 – 05/10/2020
30/4-1/5/2020
Trong 2 ngày 14 và 15/10/2020
ngày 30/4 và 01/5/2020
ngày 14, 15/10/2020
ngày 14, 15, 16/10/2020
28, 29/6/2020
14 và 15/10/2020
Trong các ngày 28, 29 và 30/6/2020
Tuần 06 (từ 03/02 - 09/02/2020)
tuần 6: 03/02-09/02/2020
Từ 01/3-15/3/2021
từ 1 - 15/3/2021
các ngày 14/10, 15/10/2020
ngày 5 và 6 tháng 2 năm 2020
ngày 5-6 tháng 2 năm 2020
tháng 3-5/2020
từ tháng 3 đến tháng 5/2021
tháng 3 và tháng 4/2021
tháng 3/2021 - tháng 5/2021
nghỉ học đến hết tháng 2 năm 2020
quý I/2021
Quý 1-2/2020
Tuần 05/2021
Tuần 12 năm 2021
2021-W05
Năm học 2020-2021
năm học 2011-12
nhiệm kỳ 2015-2020
giai đoạn 2021 - 2025
6 tháng đầu năm 2021
Báo cáo 6 tháng năm 2021
kết quả 9 tháng năm 2020
12 tháng năm 2021
Kế hoạch tuyên truyền năm 2020
© 2021
2021
Dệt may 2021
"""

FEASTS_AND_LUNAR_DAYS = """
Ngày thành lập 03/02/1930-03/02/2020
kỷ niệm 90 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2020)
75 năm Cách mạng Tháng Tám (19/8/1945-19/8/2020)
(27/7/1947 – 27/7/2020)
(20.8.1891-2016); … (1.10.1991-2016)
(20.4.1972 - 20.4.2019)
Kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)
Ngày thành lập Đảng Cộng sản Việt Nam 03/02/2020
Ngày thành lập: 05/02/2005
Chào mừng Quốc khánh 02/9/2020
Nghỉ lễ 30/4/2021
nhân dịp kỷ niệm 74 năm Ngày Thương binh - Liệt sĩ 27/7/2021
hưởng ứng Ngày Pháp luật Việt Nam 09/11/2020
Ngày Môi trường thế giới 05/6/2020
Ngày Chuyển đổi số quốc gia 10/10/2022
Giỗ Tổ Hùng Vương 10/3/2020
Rằm tháng Bảy năm 2020
tháng 7 năm 2020 âm lịch
tháng Chạp năm 2020
Giải phóng miền Nam 30/4/1975
Cách mạng Tháng Tám 1945
Ngày sinh: 05/02/1990
Sinh ngày 05/02/1990
Bà Lê Thu mất ngày 05/02/2020
Bác sĩ Lê Thu nhận bằng khen ngày 05/02/2020
Lễ cưới - Nhà văn hóa - ngày 05/02/2020
Đồng chí Nguyễn Văn A, sinh ngày 05/02/1970, quê quán
10/3/2021 (âm lịch)
ngày 10/3/2021 âm lịch
Ngày âm lịch: 23/12/2020
mùng 10 tháng Giêng năm 2021
mùng một tháng Giêng năm 2021
Rằm tháng Giêng năm 2021
ngày 15 tháng Giêng năm 2021
"""

IMPOSSIBLE = [
    ("31/02/2021", "impossible-date"),
    ("Ngày đăng: 31/02/2021", "impossible-date"),
    ("30/02/2021 08:00", "impossible-date"),
    ("29/02/2021", "impossible-date"),
    ("12/13/2021", "impossible-date"),
    ("2/25/2020 14:30", "impossible-date"),
    ("2/30/2020 2:30:00 PM", "impossible-date"),
    ("T3, 11/30/2016 - 14:22", "impossible-date"),
    ("T4, 11-30-2016 - 14:22", "impossible-date"),
    ("2021-13-05", "impossible-date"),
    ("ngày 31 tháng 4 năm 2021", "impossible-date"),
    ("ngày 5 tháng 13 năm 2021", "impossible-date"),
    ("Tháng 13/2021", "impossible-date"),
    ("05/02/219", "impossible-year"),
    ("Ngày 05/02/1030", "impossible-year"),
    ("ngày 05 tháng 02 năm 219", "impossible-year"),
    ("00/00/0000", "impossible-year"),
    ("Ngày đăng: 01/01/0001", "impossible-year"),
    ("Ngày đăng: 05/02/20200", "impossible-year"),
    ("01/01/1970", "placeholder-date"),
    ("01/01/1900 00:00:00", "placeholder-date"),
]

DOUBTED = [
    ("Thứ Ba, 10/02/2020", "2020-02-10", "weekday-contradicts"),
    ("10/02/2020 (Thứ Sáu)", "2020-02-10", "weekday-contradicts"),
    ("Wed, 02/05/2020 14:30", "2020-05-02T14:30:00+07:00", "weekday-contradicts"),
    ("Thứ Sáu, 10/02/2020", "2020-02-10", "weekday-contradicts"),
    ("Thứ Sáu, 10/02/2020 - 14:30:05", "2020-02-10T14:30:05+07:00", "weekday-contradicts"),
    ("Wed, 02/06/2020 - 14:30", "2020-06-02T14:30:00+07:00", "weekday-contradicts"),
    ("2/25/2020 2:30:00 PM", "2020-02-25T14:30:00+07:00", "month-first"),
    ("Đăng lúc: 10/19/2017 4:10 PM", "2017-10-19T16:10:00+07:00", "month-first"),
    ("Được gửi bởi banbientap vào T4, 11/30/2016 - 14:22", "2016-11-30T14:22:00+07:00", "month-first"),
    ("Submitted by admin on Wed, 11/30/2016 - 14:22", "2016-11-30T14:22:00+07:00", "month-first"),
    ("Thứ 4, 11/30/2016 - 14:22", "2016-11-30T14:22:00+07:00", "month-first"),
    ("Thứ Tư, 11/30/2016", "2016-11-30", "month-first"),
    ("Wed, 02/05/2020 - 14:30", "2020-02-05T14:30:00+07:00", "month-first"),
    ("CN, 03/05/2017 - 08:00", "2017-03-05T08:00:00+07:00", "month-first"),
    ("05/02/21", "2021-02-05", "two-digit-year"),
    ("05-02-21", "2021-02-05", "two-digit-year"),
    ("05.02.21 10:06", "2021-02-05T10:06:00+07:00", "two-digit-year"),
    ("5/2/21 2:30 CH", "2021-02-05T14:30:00+07:00", "two-digit-year"),
    ("5/2/98", "1998-02-05", "two-digit-year"),
    ("Ngày 5.2.21", "2021-02-05", "two-digit-year"),
    ("Fri, 5 Feb 21 09:29:00 GMT", "2021-02-05T16:29:00+07:00", "two-digit-year"),
    ("30/4/1975", "1975-04-30", "before-web"),
    ("Hà Nội, ngày 19 tháng 12 năm 1989", "1989-12-19", "before-web"),
    ("Ngày đăng: 31/02/2021 | Cập nhật: 03/03/2021", "2021-03-03", "other-date-refused"),
]

WEEKDAYS = """
Thứ Hai, 10/02/2020
thứ hai, Ngày 10/02/2020
THỨ HAI, 10/02/2020
Thứ 2, 10/02/2020
T2, 10/02/2020
T.2, 10/02/2020
Thu hai, 10/02/2020
Monday, 10/02/2020
Mon, 10 Feb 2020
10/02/2020 (Thứ Hai)
Thứ Ba, 11/02/2020
Thứ Tư - 12/02/2020
Thứ Năm, 13/02/2020
Thứ Sáu, 14/02/2020
Thứ Bảy, 15/02/2020
Thứ bẩy, 15/02/2020
T7, 15/02/2020
CN, 16/02/2020
Chủ Nhật 16-02-2020
CHỦ NHẬT, 16/02/2020
Chúa nhật, 16/02/2020
Kỳ họp lần thứ 3, 10/02/2020
Kỳ họp thứ 5, 10/02/2020
Mùa thu 10/02/2020
"""


def lines(table: str) -> list[str]:
    return [line for line in table.split("\n") if line]


@pytest.mark.parametrize("line", ["", " ", *lines(NO_YEAR + NUMBERS + PERIODS + FEASTS_AND_LUNAR_DAYS)])
def test_no_date_is_invented(line: str) -> None:
    assert read_date(line) is None


@pytest.mark.parametrize(("line", "flag"), IMPOSSIBLE)
def test_an_impossible_date_is_refused_and_the_flag_says_why(line: str, flag: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == (None, None, (flag,))


@pytest.mark.parametrize(("line", "iso", "flag"), DOUBTED)
def test_a_date_that_stands_but_is_doubted_carries_a_flag(line: str, iso: str, flag: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.flags) == (iso, (flag,))


@pytest.mark.parametrize("line", lines(WEEKDAYS))
def test_a_weekday_that_agrees_in_any_spelling_raises_no_doubt(line: str) -> None:
    found = read_date(line)
    assert found is not None
    assert found.flags == ()
