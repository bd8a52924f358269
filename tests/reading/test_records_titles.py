"""A paper's page reads alike however long its title is, and whatever word that ends in."""

from __future__ import annotations

import pytest

from archive.announcements import as_json, understand
from scraper.reading import read_page

TITLE = "Quyết định phê duyệt kết quả lựa chọn nhà thầu gói thầu số 3"
NAME = "299_QĐ-UBND.docx"
LABELLED = f"<tr><td>Tệp đính kèm</td><td><a href='Download.ashx?id=899'>{NAME}</a></td></tr>"
UNLABELLED = f"<tr><td colspan='2'><a href='Download.ashx?id=899'>{NAME}</a></td></tr>"
OWN = [{"number": "299/QĐ-UBND", "type": "QĐ", "issuer": "UBND", "dated": "2026-11-19", "role": "issues"}]


def record(title: str, file: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Chi tiết văn bản</title></head><body><h2>Chi tiết văn bản</h2><table>"
        "<tr><td>Số ký hiệu</td><td>299/QĐ-UBND</td></tr><tr><td>Ngày ban hành</td><td>19/11/2026</td></tr>"
        "<tr><td>Loại văn bản</td><td>Quyết định</td></tr><tr><td>Cơ quan ban hành</td><td>UBND tỉnh</td></tr>"
        f"<tr><td>Người ký</td><td>Lê Thị Mai</td></tr><tr><td>Trích yếu</td><td>{title}</td></tr>{file}</table>"
        "<a href='VanBan.aspx'>&laquo; Quay lại</a></body></html>"
    )


@pytest.mark.parametrize("file", [LABELLED, UNLABELLED])
@pytest.mark.parametrize(
    "ending", ["", " (2)", " và giai đoạn tiếp theo", " và các gói thầu có liên quan của dự án đó, theo", " và", " về"]
)
def test_the_name_of_the_file_is_no_text_and_the_papers_own_number_keeps_its_role(ending: str, file: str) -> None:
    url = "https://lam-dong.example/ChiTiet.aspx?id=899"
    printed = read_page(record(TITLE + ending, file).encode(), url).announcement
    assert printed is not None
    read = as_json(understand(printed, portal=None, fetched_at=None))
    assert read["title"] == TITLE + ending
    assert read["body_text"].endswith(f"Trích yếu | {TITLE}{ending}")
    assert [file["name"] for file in read["attachments"]] == [NAME]
    assert [{name: one[name] for name in OWN[0]} for one in read["documents"]] == OWN


def test_names_of_files_are_the_text_where_a_page_has_nothing_else() -> None:
    markup = (
        "<html><head><title>Biểu mẫu</title></head><body><h1>Biểu mẫu đăng ký</h1><p>12/09/2023 08:00</p>"
        f"<div><a href='/f/1'>{NAME}</a></div><div><a href='/f/2'>bieu-mau-02.pdf</a></div></body></html>"
    )
    printed = read_page(markup.encode(), "https://lam-dong.example/tin/1").announcement
    assert printed is not None
    assert printed.body_text == f"{NAME}\nbieu-mau-02.pdf"
