"""Registers whose records link the page of each paper and its files: a record is one announcement, by its page."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

PAPERS = (
    ("1228/QĐ-UBND", "Phê duyệt phương án sắp xếp hệ thống trung tâm y tế", "10/11/2022"),
    ("1204/HD-UBND", "Hướng dẫn thực hiện chế độ báo cáo định kỳ về công tác tư pháp", "09/11/2022"),
    ("21/NQ-HĐND", "Về việc ủy quyền thực hiện một số nhiệm vụ đầu tư công", "03/11/2022"),
    ("13/NQ-HĐND", "Kiện toàn Ban Chỉ huy phòng thủ dân sự tỉnh", "01/11/2022"),
    ("32/2022/QĐ-UBND", "Quy định nội dung chi cho công tác hòa giải ở cơ sở", "24/10/2022"),
)
SITE = "https://sotuphap.x.gov.vn"
PAGE, FILE, SERVED = "/?pageid=27160&amp;docid={n}&amp;classid=2", "/uploads/{n}.pdf", "/van-ban/download.aspx?id={n}"
NAME = "{code}.signed.pdf"
CELLS = "<td>{number}</td><td>{day}</td>"
LINK = f'<a href="{PAGE}">{{subject}}</a>'
ROWS = (
    f'{CELLS}<td><div>{LINK}</div><div><a href="{FILE}">{NAME}</a></div></td>',
    f'<td><a href="{PAGE}">{{number}}</a></td><td>{{day}}</td><td><p>{LINK}</p><p><a href="{FILE}">{NAME}</a></p></td>',
    f'{CELLS}<td><div><a href="{FILE}">{NAME}</a></div><div>{LINK}</div></td>',
    f'{CELLS}<td><p>{LINK}</p><p><a href="{FILE}">Toàn văn {{number}} {{subject}}.pdf</a></p></td>',
    f'{CELLS}<td><div>{LINK}</div><div><a href="{FILE}">{{subject}}</a></div></td>',
    f'{CELLS}<td>{LINK}</td><td><a href="{FILE}">{NAME}</a></td>',
    f'{CELLS}<td><a href="{FILE}">{{subject}}</a></td><td><a href="{PAGE}">Xem chi tiết</a></td>',
    f'{CELLS}<td><div>{LINK}</div><div><a href="{SERVED}">{NAME}</a></div></td>',
    f'{CELLS}<td>{LINK}</td><td><ul><li><a href="{FILE}">{NAME}</a></li>'
    '<li><a href="/uploads/{n}-pl.docx">Phụ lục kèm theo {number}.docx</a></li></ul></td>',
)
HEADS = "<tr><th>Số/Ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th><th>Tệp</th></tr>"


def told(pattern: str, count: int) -> list[str]:
    return [
        pattern.format(n=24900 + n, number=number, subject=subject, day=day, code=number.replace("/", "-").lower())
        for n, (number, subject, day) in enumerate(PAPERS[:count])
    ]


def addresses(body: str) -> list[str]:
    markup = f"<html><head><title>Văn bản</title></head><body><div><h1>Văn bản</h1>{body}</div></body></html>"
    return [entry.url.removeprefix(SITE) for entry in read_page(markup.encode(), f"{SITE}/van-ban").entries]


def pages(count: int) -> list[str]:
    return [address.replace("&amp;", "&") for address in told(PAGE, count)]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("count", [1, 3, 5])
def test_the_files_in_the_rows_of_a_register_of_pages_are_none_of_its_entries(row: str, count: int) -> None:
    rows = "".join(f"<tr>{cells}</tr>" for cells in told(row, count))
    assert addresses(f"<table>{HEADS}{rows}</table>") == pages(count)


@pytest.mark.parametrize("count", [3, 5])
def test_what_is_called_by_the_name_of_a_file_is_none_whatever_loads_it(count: int) -> None:
    loading = f'<a href="/Handlers/Viewer.ashx?ItemID={{n}}">{NAME}</a>'
    rows = "".join(told(f"<tr>{CELLS}<td>{LINK}</td><td>{loading}</td></tr>", count))
    assert addresses(f"<table>{HEADS}{rows}</table>") == pages(count)


def test_a_register_may_have_files_in_some_rows_only() -> None:
    bare = told(f"<tr>{CELLS}<td><div>{LINK}</div></td></tr>", 5)
    filed = told(f"<tr>{ROWS[0]}</tr>", 5)
    assert addresses(f"<table>{HEADS}{''.join([*bare[:3], *filed[3:]])}</table>") == pages(5)


def test_the_files_in_records_without_a_table_are_none_either() -> None:
    card = f'<div><p>{LINK}</p><p><a href="{FILE}">Toàn văn {{subject}}</a></p></div>'
    assert addresses("".join(told(card, 5))) == pages(5)


def test_a_row_that_leads_to_its_file_alone_is_an_entry_among_those_of_pages() -> None:
    page, alone = (told(f"<tr>{CELLS}<td>{link}</td></tr>", 5) for link in (LINK, f'<a href="{FILE}">{{subject}}</a>'))
    rows = "".join([*page[:3], alone[3], page[4]])
    assert addresses(f"<table>{HEADS}{rows}</table>") == [*pages(3), told(FILE, 4)[3], pages(5)[4]]
