"""Pages of public procedures: what names one, and the parts that all have."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT

NAME = "Cấp Giấy xác nhận tình trạng hôn nhân"
ROWS = (
    ("Mã thủ tục", "1.004873"),
    ("Số quyết định", "1872/QĐ-BTP"),
    ("Cấp thực hiện", "Cấp xã"),
    ("Lĩnh vực", "Hộ tịch"),
    ("Lệ phí", "15.000 đồng"),
)
RECORD = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in ROWS)
STEPS = f"<p>Người có yêu cầu c{NAME[1:]} nộp hồ sơ tại Ủy ban nhân dân cấp xã.</p>{TEXT}"
FORMS = f"<section><h2>Biểu mẫu</h2><a href='/files/mau/to-khai.docx'>Tờ khai c{NAME[1:]}</a></section>"


def page_of(head: str, part: str) -> bytes:
    window = f"<title>{NAME} - Cổng Dịch vụ công</title>"
    body = f"<main><h1>{NAME}</h1>{head}<section><h2>{part}</h2>{STEPS}</section>{FORMS}</main>"
    return f"<html><head>{window}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "head",
    ["", f"<table>{RECORD}</table>", f"<a href='/nop-ho-so/1'>Nộp hồ sơ trực tuyến</a><table>{RECORD}</table>"],
)
@pytest.mark.parametrize("part", ["Trình tự thực hiện", "Cách thức thực hiện", "Thành phần, số lượng hồ sơ:"])
def test_a_procedure_is_called_by_its_name_and_has_the_forms_below_its_parts(head: str, part: str) -> None:
    read = read_page(page_of(head, part), "https://portal.example/thu-tuc/chi-tiet/1.004873").announcement
    assert read is not None
    assert read.title == NAME
    assert [file.url for file in read.attachments] == ["https://portal.example/files/mau/to-khai.docx"]


def test_an_amount_of_money_is_a_fact_and_no_button() -> None:
    told = page_of(f"<table>{RECORD}</table>", "Trình tự thực hiện")
    read = read_page(told, "https://portal.example/thu-tuc/chi-tiet/1.004873").announcement
    assert read is not None
    assert "Lệ phí | 15.000 đồng" in read.body_text
    closed = read_page(told.replace("15.000 đồng".encode(), "Đóng".encode()), "https://portal.example/thu-tuc/1")
    assert closed.announcement is not None
    assert "Đóng" not in closed.announcement.body_text


@pytest.mark.parametrize("title", ["Kết quả thực hiện chương trình nước sạch nông thôn", "Lệ phí trước bạ nhà, đất"])
def test_a_title_that_begins_as_a_part_of_a_procedure_is_one(title: str) -> None:
    page = f"<html><body><h1>{title}</h1><p>15/05/2024 08:30</p><div>{TEXT}</div></body></html>"
    read = read_page(page.encode(), "https://portal.example/tin-tuc/12").announcement
    assert read is not None
    assert read.title == title


def test_a_name_that_keeps_its_capital_within_sentences_is_that_of_the_site() -> None:
    site, title = "Trường Mầm non Hoa Sen", "Ngày hội thể thao của bé"
    said = f"<p>Sáng nay, {site} đã đón các bé.</p><p>Tập thể {site} xin cảm ơn phụ huynh.</p>"
    page = (
        f"<html><head><title>{site}</title></head><body><h1>{site}</h1><h2>{title}</h2>"
        f"<div>{said}{TEXT}</div></body></html>"
    )
    read = read_page(page.encode(), "https://portal.example/tin-tuc/12").announcement
    assert read is not None
    assert read.title == title
