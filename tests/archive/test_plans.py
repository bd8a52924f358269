"""What is about a plan, and what only sounds like it."""

from __future__ import annotations

import pytest

from archive.model import Attachment
from archive.plans import names_plan, plan_reason
from archive.vietnamese.documents import find_documents
from archive.vietnamese.spelling import normalise


@pytest.mark.parametrize(
    ("title", "body", "attachment", "reason"),
    [
        ("Phòng chống dịch", "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 03/02/2020.", None, "issues"),
        ("Thông tin tuyên truyền", "Nội dung như sau.", "Kế hoạch số 30-KH/TU", "attachment"),
        ("Thông tin tuyên truyền", "Nội dung như sau.", "12_KH_UBND.pdf", "attachment"),
        ("Kế hoạch tuyển dụng viên chức năm 2020", "Nội dung như sau.", None, "title"),
        ("KẾ HOẠCH Tổ chức ngày hội", "Nội dung như sau.", None, "title"),
        ("Đầm Hà tuyên truyền", "Tiểu ban đã ban hành kế hoạch, phân công rõ từng việc.", None, "body"),
        ("Sơ kết sáu tháng", "Hội nghị báo cáo kết quả thực hiện kế hoạch cải cách hành chính.", None, "body"),
        ("Giải ngân", "Các xã triển khai theo kế hoạch của huyện.", None, "body"),
        ("Giải ngân", "Các xã triển khai theo kế\u00a0hoạch của huyện.", None, "body"),
        ("Giải ngân", "Các xã triển khai theo kê\u0301 hoa\u0323ch của huyện.", None, "body"),
        ("Sở Kế hoạch và Đầu tư tiếp công dân", "Lịch tiếp công dân của Sở Kế hoạch và Đầu tư.", None, None),
        ("Tập huấn", "Phòng Tài chính - Kế hoạch huyện tổ chức.", None, None),
        ("Kế hoạch hóa gia đình", "Truyền thông dân số, kế hoạch hoá gia đình.", None, None),
        ("Phong trào Kế hoạch nhỏ", "Các em thu gom giấy vụn.", None, None),
        ("Chương trình nghệ thuật", "Chương trình diễn ra tại quảng trường.", None, None),
        (None, "", None, None),
    ],
)
def test_plan_reason(title: str | None, body: str, attachment: str | None, reason: str | None) -> None:
    attachments = [Attachment("http://127.0.0.1/a.pdf", attachment)] if attachment else []
    documents = find_documents(f"{title or ''}\n{body}")
    assert plan_reason(title, normalise(body), documents, attachments) == reason


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kế hoạch số 5408/KH-UBND", True),
        ("ke-hoach-12-KH-UBND.pdf", True),
        ("Công văn của Sở Kế hoạch - Tài chính", False),
        ("Phụ lục kèm theo Kế hoạch của Sở Kế hoạch và Đầu tư", True),
        ("Kế  hoạch\u00a0phòng, chống dịch", True),
        ("Kế_hoạch_phòng_chống_dịch.pdf", True),
        ("Ke-hoach-chuyen-doi-so-2021.pdf", True),
        ("KeHoachCDS.docx", True),
        ("So-Ke-hoach-va-Dau-tu.pdf", False),
        ("Phong-Tai-chinh-Ke-hoach.pdf", False),
        ("ke-hoach-nho.jpg", False),
        ("Vụ Kế hoạch, Tài chính thăm tỉnh", False),
        ("Bế mạc hội thao ngành Kế hoạch và Đầu tư", False),
        (None, False),
    ],
)
def test_names_plan(text: str | None, named: bool) -> None:
    assert names_plan(text) is named
