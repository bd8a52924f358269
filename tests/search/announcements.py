"""Announcements to search in: short, invented, each with a spelling or a number that a query must or must not find."""

from __future__ import annotations

from tests.site.library import Item, Paper

_SHORT = {
    "ke-hoach": Item(
        "Kế hoạch tuyên truyền đại hội đảng bộ", "Nội dung kế hoạch gồm ba phần.", "2020-09-16T10:06:00+07:00"
    ),
    "ke-hoach-than-bai": Item(
        "Tin hoạt động của huyện", "Huyện ban hành kế hoạch tuyên truyền trong tháng.", "2021-03-01"
    ),
    "khong-dau": Item("Ke hoach khong dau", "Bai viet go khong dau: tuyen truyen dai hoi dang bo.", "2019-01-02"),
    "ke-hoach-xa-nhau": Item("Hoạch định và thống kế", "Chữ kế và chữ hoạch đứng xa nhau ở đây.", "2021-06-01"),
    "5408": Item(
        "Quảng Nam ban hành văn bản mới",
        "Kế hoạch số 5408/KH-UBND ngày 16/9/2020 của Ủy ban nhân dân tỉnh.",
        "2020-09-17",
        papers=[Paper("5408/KH-UBND", "issues", "2020-09-16", "KH", "UBND")],
    ),
    "5408-nhac": Item(
        "Phòng Văn hóa thực hiện văn bản 5408/KH-UBND", "Phòng thực hiện văn bản của tỉnh.", "2020-10-02",
        papers=[Paper("5408/KH-UBND", "cites", "2020-09-16", "KH", "UBND")],
    ),
    "54080": Item("Thông báo 54080/TB-VP", "Số 54080/TB-VP không phải số kia.", "2020-10-03"),
    "135": Item("Tỉnh ủy ban hành 135-KH/TU", "Kế hoạch số 135 - KH/TU ngày 31 tháng 12 năm 2019.", "2020-01-03"),
    "35-2019": Item(
        "Chỉ thị 35-CT/TW về đại hội các cấp", "Chỉ thị số 35-CT/TW ngày 30/5/2019.", "2019-06-05",
        papers=[Paper("35-CT/TW", "cites", "2019-05-30", "CT", "TW")],
    ),
    "35-2024": Item(
        "Chỉ thị mới về đại hội nhiệm kỳ sau", "Chỉ thị số 35-CT/TW ngày 14/6/2024.", "2024-06-20",
        papers=[Paper("35-CT/TW", "cites", "2024-06-14", "CT", "TW")],
    ),
    "qd-12": Item(
        "Quyết định 12/QĐ-UBND về khu dân cư", "Công nhận khu dân cư văn hóa.", "2019-11-20",
        papers=[Paper("12/QĐ-UBND", "issues", "2019-11-18", "QĐ", "UBND")],
    ),
    "qd-0156": Item("Công bố 0156/QĐ-UBND", "Quyết định số 0156/QĐ-UBND về khu nổi.", "2020-11-20"),
    "qd-156": Item("Nhắc lại 156/QĐ-UBND", "Theo quyết định số 156/QĐ-UBND, sạp được cấp lại.", "2020-11-21"),
    "to-trinh": Item("Tờ trình về đất đai", "Ủy ban gửi tờ trình lên hội đồng.", "2020-05-05"),
    "to-trinh-gia": Item("Tổ trình diễn văn nghệ", "Tổ trình diễn biểu diễn ở trung tâm.", "2020-05-06"),
    "dang-lam": Item("Đang làm đường liên xã", "Công nhân đang trải nhựa.", "2020-07-01"),
    "dang-bo": Item("Đảng bộ xã họp", "Đảng bộ xã tổng kết năm.", "2020-07-02"),
    "hoa-giai": Item("Hòa giải ở cơ sở", "Tổ hòa giải hoàn thành nhiệm vụ.", "2020-08-01"),
    "hoa-kieu-moi": Item("Hoà giải viên được khen", "Hoà giải viên ở xã Thuỷ Xuân.", "2020-08-02"),
    "hoang": Item("Phường Hoàng Văn Thụ cúp nước", "Cúp nước từ 8 giờ.", "2020-08-03"),
    "huynh": Item("Đường Huỳnh Thúc Kháng", "Sửa vỉa hè.", "2020-08-04"),
    "thuy": Item("Thủy lợi và thuỷ điện", "Hồ chứa an toàn.", "2020-08-05"),
    "nfd": Item("Thông tin tuyên truyền", "Nội dung dạng tổ hợp.", "2021-04-19"),
    "cho": Item("Sắp xếp lại chợ Đông Ba", "Tiểu thương dời chỗ.", "2021-01-05"),
    "danh-cho": Item("Danh cho nguoi doc", "Thong tin danh cho nguoi doc.", "2021-01-06"),
    "covid": Item("Phòng, chống COVID-19", "Tiêm vắc-xin đợt 2; 5K.", "2021-08-01"),
    "khong-ngay": Item("Danh mục phòng họp", "Trang không ghi ngày, chỉ có danh mục.", ""),
    "chu-thich": Item("Ảnh lễ phát động", "Ảnh.", "2021-02-02", captions=["Đoàn viên trồng phi lao ven biển."]),
    "gach-noi": Item("Xã Kroong Pa và huyện Ea H'leo", "Trung tâm Y-tế dự phòng; A_B.", "2021-02-03"),
    "moi-hon": Item("Ra quân dọn vệ sinh", "Dọn vệ sinh môi trường.", "2022-03-01T15:00:00+07:00"),
    "cu-hon": Item("Ra quân dọn vệ sinh", "Dọn vệ sinh môi trường.", "2022-03-01T09:00:00+07:00"),
    "ngay-thoi": Item("Ra quân dọn vệ sinh", "Dọn vệ sinh môi trường.", "2022-03-01"),
    "truoc-nua": Item("Ra quân dọn vệ sinh", "Dọn vệ sinh môi trường.", "2022-02"),
}  # fmt: skip

SEARCHED: list[Item] = []
for _slug, _item in _SHORT.items():
    _item.url = f"https://tim.example.vn/{_slug}"
    SEARCHED.append(_item)
