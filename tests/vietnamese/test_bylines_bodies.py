"""Agencies and outlets in bylines, alone and beside people."""

from __future__ import annotations

import pytest

from archive.vietnamese.bylines import read_byline

AGENCIES = [
    ("Phòng TT-LSĐ", "Phòng TT-LSĐ"),
    ("Tác giả: Phòng TT-LSĐ", "Phòng TT-LSĐ"),
    ("Sở Kế hoạch & Đầu tư", "Sở Kế hoạch & Đầu tư"),
    ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
    ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở Văn Hóa, Thể Thao Và Du Lịch", "Sở Văn Hóa, Thể Thao Và Du Lịch"),
    ("Phòng Văn hóa - Thông tin", "Phòng Văn hóa - Thông tin"),
    ("PHÒNG VĂN HÓA - THÔNG TIN", "PHÒNG VĂN HÓA - THÔNG TIN"),
    ("Phòng LĐ-TB&XH huyện", "Phòng LĐ-TB&XH huyện"),
    ("Phòng Lao động – Thương binh và Xã hội", "Phòng Lao động – Thương binh và Xã hội"),
    ("Phòng Tổ chức - Hành chính - Tổng hợp", "Phòng Tổ chức - Hành chính - Tổng hợp"),
    ("P. Tư pháp", "P. Tư pháp"),
    ("Ban Biên tập", "Ban Biên tập"),
    ("BAN BIÊN TẬP", "BAN BIÊN TẬP"),
    ("BBT trang thông tin điện tử", "BBT trang thông tin điện tử"),
    ("B.B.T", "B.B.T"),
    ("BBT (t/h)", "BBT"),
    ("Ban Quản lý Khu kinh tế", "Ban Quản lý Khu kinh tế"),
    ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy"),
    ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
    ("Văn phòng HĐND&UBND huyện", "Văn phòng HĐND&UBND huyện"),
    ("VP UBND xã", "VP UBND xã"),
    ("UBND xã Tân Lập", "UBND xã Tân Lập"),
    ("Ủy ban nhân dân phường 5", "Ủy ban nhân dân phường 5"),
    ("Công an huyện Cư M'gar", "Công an huyện Cư M'gar"),
    ("Trung tâm Văn hóa, Thể thao & Truyền thanh huyện", "Trung tâm Văn hóa, Thể thao & Truyền thanh huyện"),
    ("TT VHTT huyện", "TT VHTT huyện"),
    ("Đài PT-TH Ninh Thuận", "Đài PT-TH Ninh Thuận"),
    ("Hội Nông dân tỉnh", "Hội Nông dân tỉnh"),
    ("HỘI LHPN TỈNH", "HỘI LHPN TỈNH"),
    ("Đoàn Thanh niên xã", "Đoàn Thanh niên xã"),
    ("Đoàn TNCS Hồ Chí Minh tỉnh", "Đoàn TNCS Hồ Chí Minh tỉnh"),
    ("Đoàn trường", "Đoàn trường"),
    ("Trường THPT Nguyễn Bỉnh Khiêm", "Trường THPT Nguyễn Bỉnh Khiêm"),
    ("Trường Chính trị tỉnh", "Trường Chính trị tỉnh"),
    ("Chi cục Kiểm lâm", "Chi cục Kiểm lâm"),
    ("Bệnh viện Đa khoa tỉnh", "Bệnh viện Đa khoa tỉnh"),
    ("Thành ủy Huế", "Thành ủy Huế"),
    ("Bộ CHQS tỉnh", "Bộ CHQS tỉnh"),
    ("Viện Kiểm sát nhân dân tỉnh", "Viện Kiểm sát nhân dân tỉnh"),
    ("HĐND-UBND", "HĐND-UBND"),
    ("PV", "PV"),
    ("P.V", "P.V"),
    ("PV - CTV", "PV - CTV"),
    ("Nhóm PV", "Nhóm PV"),
    ("Nhóm phóng viên", "Nhóm phóng viên"),
    ("Phóng viên", "Phóng viên"),
    ("PV (tổng hợp)", "PV"),
    ("Đơn vị: Phòng Nội vụ", "Phòng Nội vụ"),
    ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
    ("Tin: Văn phòng Huyện ủy - Ảnh: Lê Nam", "Văn phòng Huyện ủy"),
    ("Khối Dân vận xã", "Khối Dân vận xã"),
    ("Thanh Tra tỉnh", "Thanh Tra tỉnh"),
    ("BCH Quân sự tỉnh", "BCH Quân sự tỉnh"),
    ("Phòng CSGT, Công an tỉnh", "Phòng CSGT, Công an tỉnh"),
    ("Công an Phường 5 - Quận 3", "Công an Phường 5 - Quận 3"),
    ("Trung tâm VH-TT&TT huyện", "Trung tâm VH-TT&TT huyện"),
    ("Sở TN&MT - Phòng Khoáng sản", "Sở TN&MT - Phòng Khoáng sản"),
    ("Chùa Hội Khánh", "Chùa Hội Khánh"),
    ("CDC Đà Nẵng", "CDC Đà Nẵng"),
    ("Đoàn ĐBQH tỉnh", "Đoàn ĐBQH tỉnh"),
    ("Ban biên tập (Sưu tầm)", "Ban biên tập"),
]

SOURCES = [
    ("Theo TTXVN", "TTXVN"),
    ("TTXVN", "TTXVN"),
    ("(TTXVN)", "TTXVN"),
    ("Nguồn: TTXVN", "TTXVN"),
    ("Theo Báo Nhân Dân", "Báo Nhân Dân"),
    ("theo báo Nhân dân", "báo Nhân dân"),
    ("Nguồn: Báo Kinh tế & Đô thị", "Báo Kinh tế & Đô thị"),
    ("Báo Gia đình & Xã hội", "Báo Gia đình & Xã hội"),
    ("Tạp chí Xây dựng Đảng", "Tạp chí Xây dựng Đảng"),
    ("Theo Thanh Niên", "Thanh Niên"),
    ("Theo Tuổi Trẻ Online", "Tuổi Trẻ Online"),
    ("Theo Người Lao Động", "Người Lao Động"),
    ("VnExpress", "VnExpress"),
    ("Theo VnExpress", "VnExpress"),
    ("Theo chinhphu.vn", "chinhphu.vn"),
    ("Nguồn: https://dangcongsan.vn/thoi-su/tin-12345.html", "dangcongsan.vn"),
    ("Nguồn: www.mattran.org.vn", "mattran.org.vn"),
    ("Theo: http://molisa.gov.vn", "molisa.gov.vn"),
    ("Nguồn: Internet", "Internet"),
    ("Nguồn: Sở Tư pháp", "Sở Tư pháp"),
    ("Nguồn: Cổng TTĐT Chính phủ", "Cổng TTĐT Chính phủ"),
    ("(Nguồn: Công an tỉnh)", "Công an tỉnh"),
    ("(QTO) -", "QTO"),
    ("(QTO) - Sáng nay, nhiều tuyến đường đã được thông xe trở lại sau mưa lũ.", "QTO"),
    ("BTN -", "BTN"),
    ("QNO - Sáng nay, nhiều tuyến đường đã được thông xe trở lại sau mưa lũ.", "QNO"),
    ("(Chinhphu.vn) - Nhiều tuyến đường đã được thông xe trở lại.", "Chinhphu.vn"),
    ("(VOV)", "VOV"),
    ("VOV.VN - Sáng 10/12, nhiều tuyến đường đã được thông xe trở lại.", "VOV.VN"),
    ("ANTĐ -", "ANTĐ"),
    ("(ĐCSVN) -", "ĐCSVN"),
    ("VOV1", "VOV1"),
    ("Theo Kiến Thức", "Kiến Thức"),
    ("Theo Đời sống & Pháp luật", "Đời sống & Pháp luật"),
    ("Nguồn: Pháp luật TP. HCM", "Pháp luật TP. HCM"),
    ("Theo Hà Nội mới", "Hà Nội mới"),
    ("Nguồn : Trang TTĐT Sở Công Thương", "Trang TTĐT Sở Công Thương"),
    ("Theo Chinhphu.vn - Bộ Y tế", "Chinhphu.vn - Bộ Y tế"),
    ("TTXVN/Báo Tin tức", "TTXVN/Báo Tin tức"),
    ("Trích nguồn: Báo Quân đội nhân dân", "Báo Quân đội nhân dân"),
    ("Theo Quyết định số 12/QĐ-UBND ngày 03/02/2021", "Quyết định số 12/QĐ-UBND"),
]

MIXED = [
    ("Nguyễn Văn An - Văn phòng UBND tỉnh", "Nguyễn Văn An", "Văn phòng UBND tỉnh", None),
    ("Lê Hoa (Sở Tư pháp)", "Lê Hoa", "Sở Tư pháp", None),
    ("Lê Hoa, Sở Tư pháp", "Lê Hoa", "Sở Tư pháp", None),
    ("Sở Tư pháp - Lê Hoa", "Lê Hoa", "Sở Tư pháp", None),
    ("Lê Hoa Sở Tư pháp", "Lê Hoa", "Sở Tư pháp", None),
    ("Lê Hoa\nPhòng Văn hóa - Thông tin", "Lê Hoa", "Phòng Văn hóa - Thông tin", None),
    ("Phòng Văn hóa - Thông tin - Lê Hoa", "Lê Hoa", "Phòng Văn hóa - Thông tin", None),
    ("Phòng Văn hóa và Thông tin, Lê Hoa", "Lê Hoa", "Phòng Văn hóa và Thông tin", None),
    ("ThS. Trần Bình – Trường Chính trị", "Trần Bình", "Trường Chính trị", None),
    ("Trường Giang - Sở GDĐT AG", "Trường Giang", "Sở GDĐT AG", None),
    ("Lê Hoa - Phó Giám đốc Sở Tư pháp", "Lê Hoa", "Sở Tư pháp", None),
    ("Lê Hoa, Giáo viên Trường THCS An Hòa", "Lê Hoa", "Trường THCS An Hòa", None),
    ("Lê Hoa - Trưởng phòng Nội vụ", "Lê Hoa", "phòng Nội vụ", None),
    ("Lê Hoa (PV)", "Lê Hoa", "PV", None),
    ("Tin, ảnh: Lê Hoa – TT VHTT huyện", "Lê Hoa", "TT VHTT huyện", None),
    ("Tác giả: Lê Hoa, Trần Bình - UBND xã Hòa An", "Lê Hoa; Trần Bình", "UBND xã Hòa An", None),
    ("Minh Hằng (TTXVN)", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng/TTXVN", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng-TTXVN", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng TTXVN", "Minh Hằng", None, "TTXVN"),
    ("TTXVN - Minh Hằng", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng (Theo TTXVN)", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng (theo Báo Nhân dân)", "Minh Hằng", None, "Báo Nhân dân"),
    ("Minh Hằng (tổng hợp theo Báo Nhân dân)", "Minh Hằng", None, "Báo Nhân dân"),
    ("Minh Hằng (Tổng hợp từ chinhphu.vn)", "Minh Hằng", None, "chinhphu.vn"),
    ("Minh Hằng tổng hợp theo VGP", "Minh Hằng", None, "VGP"),
    ("Minh Hằng theo TTXVN", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng - Theo TTXVN", "Minh Hằng", None, "TTXVN"),
    ("Minh Hằng (Nguồn HNP)", "Minh Hằng", None, "HNP"),
    ("Theo Minh Hằng/VOV.VN", "Minh Hằng", None, "VOV.VN"),
    ("Theo Minh Hằng (TTXVN)", "Minh Hằng", None, "TTXVN"),
    ("Theo Minh Hằng - Báo Lao Động", "Minh Hằng", None, "Báo Lao Động"),
    ("Nguồn tin: Lê Thị Hân", "Lê Thị Hân", None, None),
    ("Tác giả bài viết: Lê Hoa\nNguồn tin: Báo Sơn La", "Lê Hoa", None, "Báo Sơn La"),
    ("Lê Hoa\nNguồn: Sở Tư pháp", "Lê Hoa", None, "Sở Tư pháp"),
    ("Phòng Tư pháp (Lê Hoa)", "Lê Hoa", "Phòng Tư pháp", None),
    ("BBT - Theo TTXVN", "", "BBT", "TTXVN"),
    ("PV/VOV.VN", "", "PV", "VOV.VN"),
    ("admin - Theo Báo Nhân dân", "", None, "Báo Nhân dân"),
    ("Văn Hùng (Cổng TTĐT tỉnh)", "Văn Hùng", "Cổng TTĐT tỉnh", None),
]


@pytest.mark.parametrize(("printed", "agency"), AGENCIES)
def test_an_agency_stays_in_one_piece(printed: str, agency: str) -> None:
    byline = read_byline(printed)
    assert (byline.people, byline.organisation, byline.source) == ((), agency, None)


@pytest.mark.parametrize(("printed", "outlet"), SOURCES)
def test_an_outlet_is_the_source(printed: str, outlet: str) -> None:
    byline = read_byline(printed)
    assert (byline.people, byline.organisation, byline.source) == ((), None, outlet)


@pytest.mark.parametrize(("printed", "names", "agency", "outlet"), MIXED)
def test_people_agency_and_outlet_are_told_apart(
    printed: str, names: str, agency: str | None, outlet: str | None
) -> None:
    byline = read_byline(printed)
    assert ("; ".join(byline.people), byline.organisation, byline.source) == (names, agency, outlet)
