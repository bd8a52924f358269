"""Bylines as portals and newspapers print them, and who stands in them: tables for a Vietnamese reader's eye."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.bylines import read_byline

PEOPLE = [
    # one name
    ("Nguyễn Văn An", "Nguyễn Văn An"),
    ("Trần Thị Ngọc Ánh", "Trần Thị Ngọc Ánh"),
    ("Minh Hằng", "Minh Hằng"),
    ("Minh", "Minh"),
    ("Xuân", "Xuân"),
    ("Xuân-Hiệp", "Xuân-Hiệp"),
    ("Nguyễn Xuân-Hiệp", "Nguyễn Xuân-Hiệp"),
    ("Lê Trường Giang", "Lê Trường Giang"),
    ("Trường Giang", "Trường Giang"),
    ("Đoàn Minh Tuấn", "Đoàn Minh Tuấn"),
    ("Đoàn Thanh Hà", "Đoàn Thanh Hà"),
    ("Ban Mai", "Ban Mai"),
    ("Hải Dương", "Hải Dương"),
    ("Thái Bình", "Thái Bình"),
    ("Lê Văn Phòng", "Lê Văn Phòng"),
    ("Nguyễn Thị Mới", "Nguyễn Thị Mới"),
    ("Trần Đình Đảng", "Trần Đình Đảng"),
    ("Phan Văn Hóa", "Phan Văn Hóa"),
    ("Nguyễn Hữu Thông", "Nguyễn Hữu Thông"),
    ("Tôn Nữ Quỳnh Như", "Tôn Nữ Quỳnh Như"),
    ("Công Tằng Tôn Nữ Minh Hà", "Công Tằng Tôn Nữ Minh Hà"),
    ("Hồ Thị Bạch Tuyết", "Hồ Thị Bạch Tuyết"),
    ("Quách Đại Phúc Bảo", "Quách Đại Phúc Bảo"),
    ("Tạ Mây Trắng", "Tạ Mây Trắng"),
    ("Vân Anh.", "Vân Anh"),
    ("* Hồng Nhung", "Hồng Nhung"),
    ("-- Hồng Nhung --", "Hồng Nhung"),
    ("Thu Trang./.", "Thu Trang"),
    ("« Thu Trang »", "Thu Trang"),
    # initials
    ("H.T", "H.T"),
    ("N.T.H", "N.T.H"),
    ("Đ.H", "Đ.H"),
    ("P.Vân", "P.Vân"),
    ("Tr.Huệ", "Tr.Huệ"),
    ("B.NG", "B.NG"),
    ("Nguyễn T. Hà", "Nguyễn T. Hà"),
    ("N. Hà", "N. Hà"),
    ("Trần N.H", "Trần N.H"),
    ("HT|19/5/2022|14:00", "HT"),
    ("(H.T)", "H.T"),
    # upper case, spelling
    ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
    ("HÀ", "Hà"),
    ("MINH", "Minh"),
    ("V.LÊ", "V.Lê"),
    ("XUÂN-HIỆP", "Xuân-Hiệp"),
    ("PHAN HOÀ", "Phan Hòa"),
    ("Thuý Hoà", "Thúy Hòa"),
    ("Thu\u0323y Va\u0306n", "Thụy Văn"),
    ("Ðặng Thu", "Đặng Thu"),
    ("Bùi\u00a0Hải\u200b", "Bùi Hải"),
    ("  Lê   Hoa ", "Lê Hoa"),
    ("Nguyen Van An", "Nguyen Van An"),
    ("Tran Thi Hoa", "Tran Thi Hoa"),
    # peoples of the highlands, and abroad
    ("Y Thông", "Y Thông"),
    ("K'Brông", "K'Brông"),
    ("K’BRÔNG", "K'Brông"),
    ("A Lăng Bế", "A Lăng Bế"),
    ("Alăng Ngước", "Alăng Ngước"),
    ("H'Nhi Mlô", "H'Nhi Mlô"),
    ("H’Xíu", "H'Xíu"),
    ("Rơ Châm H'Phik", "Rơ Châm H'Phik"),
    ("Ksor Phước", "Ksor Phước"),
    ("Y Khút Niê", "Y Khút Niê"),
    ("Siu Hồng", "Siu Hồng"),
    ("Rah Lan Lâm", "Rah Lan Lâm"),
    ("Giàng A Páo", "Giàng A Páo"),
    ("Thạch Sa Rây", "Thạch Sa Rây"),
    ("Lò Văn Ún", "Lò Văn Ún"),
    ("Katơr Thị Nữ", "Katơr Thị Nữ"),
    ("Zơ Râm Phôm", "Zơ Râm Phôm"),
    ("Bhnướch Tâm", "Bhnướch Tâm"),
    ("John Smith", "John Smith"),
    ("By David Nguyen", "David Nguyen"),
    # several
    ("Minh Hằng - Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng, Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng; Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng và Thu Hà", "Minh Hằng; Thu Hà"),
    ("MINH HẰNG VÀ THU HÀ", "Minh Hằng; Thu Hà"),
    ("Minh Hằng & Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng/Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng | Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng\nThu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng -Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng- Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng-Thu Hà", "Minh Hằng; Thu Hà"),
    ("Nguyễn An-Lê Bình", "Nguyễn An; Lê Bình"),
    ("Thu Hà-Minh", "Thu Hà; Minh"),
    ("Minh Hằng — Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng • Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh Hằng + Thu Hà", "Minh Hằng; Thu Hà"),
    ("Minh - Hà", "Minh; Hà"),
    ("Hà–Linh", "Hà; Linh"),
    ("H.T - L.P", "H.T; L.P"),
    ("H.T-L.P", "H.T; L.P"),
    ("Nguyễn An, Lê Bình, Trần Chi và Phạm Dung", "Nguyễn An; Lê Bình; Trần Chi; Phạm Dung"),
    ("NHÓM PV: HẢI YẾN - ĐỨC THẮNG", "Hải Yến; Đức Thắng"),
    # once
    ("Hữu Trí\nHữuTrí", "Hữu Trí"),
    ("Hữu Trí HữuTrí", "Hữu Trí"),
    ("Hữu Trí Hữu Trí", "Hữu Trí"),
    ("NguyễnVănAn", "Nguyễn Văn An"),
    ("Tác giả: Thu Hà\n...\nTHU HÀ", "Thu Hà"),
    ("Thuỳ Dương - Thùy Dương", "Thùy Dương"),
    ("Lê Thị Thu Hà (Thu Hà)", "Lê Thị Thu Hà"),
    # labels and roles
    ("Tác giả: Lê Hoa", "Lê Hoa"),
    ("TÁC GIẢ : LÊ HOA", "Lê Hoa"),
    ("Tác giả bài viết: Lê Hoa", "Lê Hoa"),
    ("Tác giả:\nLê Hoa", "Lê Hoa"),
    ("Tac gia: Le Hoa", "Le Hoa"),
    ("Tác giả: ThS. Lê Hoa - Ngày đăng: 12/03/2021", "Lê Hoa"),
    ("Tin: Lê Hoa", "Lê Hoa"),
    ("Tin Lê Hoa", "Lê Hoa"),
    ("Tin, ảnh: Minh Hằng", "Minh Hằng"),
    ("Tin, ảnh Minh Hằng", "Minh Hằng"),
    ("Tin - ảnh: Minh Hằng", "Minh Hằng"),
    ("Tin và ảnh: Minh Hằng", "Minh Hằng"),
    ("Tin & Ảnh: Minh Hằng", "Minh Hằng"),
    ("Tin+ảnh: Minh Hằng", "Minh Hằng"),
    ("Tin/ảnh: Minh Hằng", "Minh Hằng"),
    ("TIN, ẢNH: MINH HẰNG", "Minh Hằng"),
    ("TIN ẢNH MINH HẰNG", "Minh Hằng"),
    ("Tin bài, ảnh: Việt Anh, Minh Quang", "Việt Anh; Minh Quang"),
    ("Bài, ảnh: Q.N", "Q.N"),
    ("Bài và ảnh: Phan Sơn", "Phan Sơn"),
    ("Bài, ảnh, video: Phan Sơn", "Phan Sơn"),
    ("Ảnh, bài: Phan Sơn", "Phan Sơn"),
    ("Bài: Phan Sơn - Ảnh: Văn Tý", "Phan Sơn"),
    ("Bài: Phan Sơn. Ảnh: Văn Tý, Lê Nam", "Phan Sơn"),
    ("Bài: Phan Sơn; ảnh: TTXVN", "Phan Sơn"),
    ("Phan Sơn, ảnh Văn Tý", "Phan Sơn"),
    ("Ảnh: Văn Tý - Bài: Phan Sơn", "Phan Sơn"),
    ("Phan Sơn (Ảnh: Văn Tý)", "Phan Sơn"),
    ("Ký của Nguyễn Hoài Nam", "Nguyễn Hoài Nam"),
    ("Bút ký của: NGUYỄN HOÀI NAM", "Nguyễn Hoài Nam"),
    ("Thơ: Hoài Vũ", "Hoài Vũ"),
    ("Phóng sự: Thanh Tùng", "Thanh Tùng"),
    ("Biên tập: Thanh Tùng", "Thanh Tùng"),
    ("Thực hiện: Thanh Tùng - Hồng Đào", "Thanh Tùng; Hồng Đào"),
    ("Người đăng: Thanh Tùng", "Thanh Tùng"),
    ("Tác giả: Lê Hoa | Người đăng: Thanh Tùng", "Lê Hoa"),
    ("Đăng bởi: Thanh Tùng lúc 10:20 12/03/2021", "Thanh Tùng"),
    ("Bài: Thanh Tùng – Quay phim: Lê Nam – Dựng: Hồ Anh", "Thanh Tùng"),
    ("Thanh Tùng (thực hiện)", "Thanh Tùng"),
    ("Thanh Tùng (tổng hợp)", "Thanh Tùng"),
    ("Thanh Tùng (T/h)", "Thanh Tùng"),
    ("Thanh Tùng (TH)", "Thanh Tùng"),
    ("Thanh Tùng (t.h)", "Thanh Tùng"),
    ("Thanh Tùng (bt)", "Thanh Tùng"),
    ("Thanh Tùng (st)", "Thanh Tùng"),
    ("Thanh Tùng (sưu tầm và biên soạn)", "Thanh Tùng"),
    ("Thanh Tùng tổng hợp", "Thanh Tùng"),
    ("THANH TÙNG TỔNG HỢP", "Thanh Tùng"),
    ("Thanh Tùng thực hiện", "Thanh Tùng"),
    ("Thanh Tùng - tổng hợp", "Thanh Tùng"),
    ("Thanh Tùng, Hồng Đào (lược ghi)", "Thanh Tùng; Hồng Đào"),
    ("CTV Thanh Tùng", "Thanh Tùng"),
    ("PV: Thanh Tùng", "Thanh Tùng"),
    # titles
    ("ThS. Lê Hoa", "Lê Hoa"),
    ("Ths Lê Hoa", "Lê Hoa"),
    ("PGS.TS. Lê Hoa", "Lê Hoa"),
    ("PGS, TS Lê Hoa", "Lê Hoa"),
    ("TS.BS Lê Hoa", "Lê Hoa"),
    ("ThS.Lê Hoa", "Lê Hoa"),
    ("BSCKII. LÊ HOA", "Lê Hoa"),
    ("Đại úy Lê Hoa", "Lê Hoa"),
    ("Thượng tá Lê Hoa", "Lê Hoa"),
    ("Đ/c Lê Hoa", "Lê Hoa"),
    ("Nhà báo Lê Hoa", "Lê Hoa"),
    ("Luật sư Lê Hoa", "Lê Hoa"),
    ("Ông Lê Hoa", "Lê Hoa"),
    ("Anh Minh", "Anh Minh"),
    # what stands around
    ("Lê Hoa 12/03/2021 08:15", "Lê Hoa"),
    ("Lê Hoa - Thứ Sáu, 12/03/2021", "Lê Hoa"),
    ("Lê Hoa | 12-03-2021 | 8h15", "Lê Hoa"),
    ("Lê Hoa, ngày 12 tháng 3 năm 2021", "Lê Hoa"),
    ("Lê Hoa (2 giờ trước)", "Lê Hoa"),
    ("Lê Hoa - 1.250 lượt xem", "Lê Hoa"),
    ("Lê Hoa\nLượt xem: 85", "Lê Hoa"),
    ("Lê Hoa [Trở về]", "Lê Hoa"),
    ("Lê Hoa {jcomments on}", "Lê Hoa"),
    ("Lê Hoa (lehoa@ninhthuan.gov.vn)", "Lê Hoa"),
    ("12/03/2021\nLê Hoa\nIn trang\nGửi email", "Lê Hoa"),
    ("Xem thêm\nLê Hoa", "Lê Hoa"),
    # habits of other portals
    ("nguyễn văn an", "nguyễn văn an"),
    ("T. H", "T. H"),
    ("N. T. H", "N. T. H"),
    ("P. Thu Đạt", "P. Thu Đạt"),
    ("Cẩm Vân+Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("Cẩm Vân _ Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("Cẩm Vân \\ Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("Cẩm Vân &amp; Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("Cẩm Vân,Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("Cẩm Vân. Ảnh: Hữu Tài", "Cẩm Vân"),
    ("Cẩm Vân ( Tổng hợp )", "Cẩm Vân"),
    ("Cẩm Vân(Tổng hợp)", "Cẩm Vân"),
    ("Tổng hợp: Cẩm Vân", "Cẩm Vân"),
    ("T/h: Cẩm Vân", "Cẩm Vân"),
    ("TH: Cẩm Vân", "Cẩm Vân"),
    ("Người viết: Cẩm Vân", "Cẩm Vân"),
    ("Họ và tên: Cẩm Vân", "Cẩm Vân"),
    ("Tác giả Cẩm Vân", "Cẩm Vân"),
    ("Written by Cẩm Vân", "Cẩm Vân"),
    ("Author: Cam Van", "Cam Van"),
    ("Posted by Cẩm Vân on 12/03/2021", "Cẩm Vân"),
    ("Cập nhật: 12/03/2021 - Cẩm Vân", "Cẩm Vân"),
    ("Ngày đăng: 12/03/2021 | Tác giả: Cẩm Vân | Lượt xem: 120", "Cẩm Vân"),
    ("Bài: Cẩm Vân; Nguồn ảnh: Hữu Tài", "Cẩm Vân"),
    ("Bài: Cẩm Vân, ảnh: CTV", "Cẩm Vân"),
    ("Đ/c: Cẩm Vân", "Cẩm Vân"),
    ("Trung tá, ThS. Trần Cẩm Vân", "Trần Cẩm Vân"),
    ("Cẩm Vân. 12/03/2021", "Cẩm Vân"),
    ("Cẩm Vân, 12h30 ngày 12/3/2021", "Cẩm Vân"),
    ("Cẩm Vân - 15:30, Thứ Hai, ngày 12/03/2021 (GMT+7)", "Cẩm Vân"),
    ("Cẩm Vân - 3 bình luận", "Cẩm Vân"),
    ("…phát triển bền vững trong thời gian tới./.\nCẩm Vân", "Cẩm Vân"),
    ("NGỌC DIỆP (GHI)", "Ngọc Diệp"),
    ("Hoàng Anh - Vũ Hà – Lê Nam", "Hoàng Anh; Vũ Hà; Lê Nam"),
    ("Nguyễn Cẩm Vân và Cẩm Vân", "Nguyễn Cẩm Vân"),
    ("Nguyễn Cẩm Vân (N.C.V)", "Nguyễn Cẩm Vân"),
    ("Cẩm Vân:", "Cẩm Vân"),
    ("|Cẩm Vân", "Cẩm Vân"),
    ("Nhóm PV: Cẩm Vân - Hữu Tài", "Cẩm Vân; Hữu Tài"),
    ("CẨM VÂN*", "Cẩm Vân"),
    ("Th.Tâm", "Th.Tâm"),
    ("M. Thủy", "M. Thủy"),
    ("Cẩm Vân st", "Cẩm Vân"),
    ("TS. Nguyễn Văn An và ThS. Lê Thị Bình", "Nguyễn Văn An; Lê Thị Bình"),
    ("Thào Mí Páo", "Thào Mí Páo"),
    ("Lý Seo Chúng", "Lý Seo Chúng"),
    ("Y Chung Niê Kđăm", "Y Chung Niê Kđăm"),
    ("Danh Út", "Danh Út"),
]

NOBODY = [
    "",
    " ",
    "-",
    "...",
    "Tác giả:",
    "Người đăng: admin",
    "admin",
    "Admin",
    "admin admin",
    "Administrator",
    "Super User",
    "Quản trị",
    "Quản trị viên",
    "Pho Ban bien tap",
    "nguyenvana",
    "Nguyenvana",
    "ubnd_phuong5",
    "vanphong.ubnd",
    "user01",
    "lehoa@ninhthuan.gov.vn",
    "12/03/2021 08:15",
    "Lượt xem: 85",
    "[links()]",
    "Trở về",
    "Xem thêm",
    "Tin tức",
    "TIN TỨC - SỰ KIỆN",
    "Trang Chủ",
    "Liên Hệ",
    "Thông Báo Tuyển Dụng",
    "Đính kèm: Kế hoạch số 30-KH/TU",
    "Ảnh: Văn Tý",
    "Video: Văn Tý",
    "Ảnh minh họa",
    "Ảnh minh họa: Lê Nam",
    "Sưu tầm",
    "(tổng hợp)",
    "Hà Nội",
    "Sơn La",
    "VĂN KIỆN ĐẠI HỘI",
    "Học trực tuyến",
    "Trang chủ|Liên hệ|Góp ý|RSS|Lên đầu trang",
    "Chịu trách nhiệm nội dung: Ông Nguyễn Văn An - Trưởng Ban biên tập",
    "Hiệu trưởng: Nguyễn Văn An - 0123456789",
    "Trụ sở: 60A, Hoàng Văn Thụ, Phường 9",
    "A- A A+ |",
    "Nguồn: ST",
    "Nguồn tin: admin",
    "Theo đó, các đơn vị khẩn trương thực hiện.",
    "Người ký văn bản:",
    "Sáng nay tại hội trường, ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã, đã trao quà cho các hộ nghèo.",
    "Nguyễn Văn An - người được trao giải nhất - cho biết gia đình sẽ dùng số tiền này để sửa nhà.",
    "Dự hội nghị có Nguyễn Văn An, Trần Văn Bình, Lê Thị Chi cùng đại diện các phòng, ban của huyện.",
]

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


@pytest.mark.parametrize(("printed", "expected"), PEOPLE)
def test_people_are_read_and_nothing_else(printed: str, expected: str) -> None:
    byline = read_byline(printed)
    assert ("; ".join(byline.people), byline.source) == (expected, None)


@pytest.mark.parametrize("printed", NOBODY)
def test_what_credits_nobody_has_no_people(printed: str) -> None:
    assert read_byline(printed).people == ()


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


def test_the_printed_text_is_kept_as_it_came() -> None:
    assert read_byline(" Tác giả:  Thuý Hoà\u200b ").printed == " Tác giả:  Thuý Hoà\u200b "


@pytest.mark.parametrize(
    "spellings",
    [
        ("Nguyễn Văn An", "NGUYỄN VĂN AN", "NguyễnVănAn", "Nguyen Van An", "ThS. Nguyễn Văn An"),
        ("Thúy Hòa", "Thuý Hoà", "THUÝ HOÀ"),
        ("N.T.H", "N.T.H.", "N. T. H"),
        ("H'Nhi Mlô", "H’NHI MLÔ"),
        ("Xuân-Hiệp", "Xuân Hiệp"),
    ],
)
def test_spellings_of_one_person_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({read_byline(spelling).keys for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("printed", "portal", "source"),
    [
        ("THB", None, None),
        ("THB", "www.thb.vn", "THB"),
        ("NLT", "bao-nam-lam-thanh", "NLT"),
        ("BTL", "ninhthuan.gov.vn", None),
    ],
)
def test_the_portals_own_initials_are_no_person(printed: str, portal: str | None, source: str | None) -> None:
    byline = read_byline(printed, portal=portal)
    assert (byline.people, byline.source) == (() if source else (printed,), source)


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert read_byline("Lê Hoa\n" + "một hai ba " * 500 + "\nTrần Bình").people == ("Lê Hoa",)


_WORDS = st.sampled_from(
    [
        *(name for _, names in PEOPLE for name in names.split(" ")),
        *(word for printed, *_ in [*AGENCIES, *SOURCES, *MIXED] for word in printed.split(" ")),
        *("-", "–", ",", ";", "&", "và", "/", "|", "\n", "(", ")", ":", ".", "…", "'"),
        *("Ảnh:", "Tin", "theo", "ThS.", "12/3/2021", "T/h", "PV", "Nguồn:"),
    ]
)
_SPACED = st.lists(_WORDS, max_size=14).map(" ".join)
_GLUED = st.lists(_WORDS, max_size=8).map("".join)


@settings(max_examples=600)
@given(_SPACED | _GLUED | st.text(max_size=80))
def test_any_text_is_read_and_a_display_name_names_the_same_person_again(text: str) -> None:
    byline = read_byline(text)
    assert len(byline.people) == len(byline.keys) == len(set(byline.keys))
    assert all(byline.keys)
    assert byline.organisation != ""
    assert byline.source != ""
    for name, key in zip(byline.people, byline.keys, strict=True):
        again = read_byline(name)
        assert (again.people, again.keys) == ((name,), (key,))


@pytest.mark.parametrize(
    "part",
    [
        *("a", "A ", "A.", "-", " - ", "(", "()", "a.b", "@", "a@", "1/", "12:", "[", ":", "Đ/c: ", "www.", "http://"),
        *("ảnh, ", "Tin ", "theo ", "Nguồn: ", "TTXVN/", "Minh/", "Sở và ", "PV ", "Ông ", "Bí thư "),
        *("Lê Hoa Sở ", "Lê Hoa - ", "HữuTrí", "Hữu Trí ", "Ng-", "thứ hai, 1 ", "ngày ngày 1 "),
        *("lượt xem 1 ", "h\u0301", "(theo "),
    ],
)
@pytest.mark.parametrize("length", [290, 5_000])
def test_twice_the_text_costs_at_most_two_and_a_half_times_the_time(part: str, length: int) -> None:
    once, twice = (part * length)[:length], (part * 2 * length)[: 2 * length]
    for _ in range(5):
        rounds = [(seconds(once), seconds(twice)) for _ in range(8)]
        if min(long for _, long in rounds) <= 2.5 * min(short for short, _ in rounds):
            return
    pytest.fail(f"{part!r} takes too long")


def seconds(text: str) -> float:
    start = time.process_time()
    for _ in range(3):
        read_byline(text)
    return time.process_time() - start
