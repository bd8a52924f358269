"""Files under a number, in the directory or by the script that serves files, and pages at addresses like theirs."""

from __future__ import annotations

import pytest

from scraper.reading.attachments import is_file
from scraper.reading.markup import parse


@pytest.mark.parametrize(
    ("address", "served"),
    [
        ("/tin-tuc/download/19_ab12.html", True),
        ("/tai-ve/19.html", True),
        ("/van-ban/tai-xuong/12.html", True),
        ("/dinh-kem/12.html", True),
        ("/getfile/12.php", True),
        ("/download.php?id=12", True),
        ("/download/12-mau-don-xin-nghi.html", False),
        ("/tai-ve/huong-dan-su-dung.html", False),
        ("/huong-dan/download-phan-mem.html", False),
        ("/index.php?nv=download&op=Bieu-mau", False),
        ("/download.php?op=list", False),
    ],
)
def test_a_file_is_one_under_its_number_whatever_its_address_ends_in(address: str, *, served: bool) -> None:
    link = parse(f"<a href='{address}'>Danh sách học viên tốt nghiệp</a>").find(".//a")
    assert is_file(address, link) is served


@pytest.mark.parametrize(
    ("address", "served"),
    [
        ("/tin-tuc/hoa-hoan-tai-xuong-go-phu-cuong", False),
        ("/tin-tuc/khac-phuc-ton-tai-ve-dat-dai-12", False),
        ("/tin-tuc/tai-ve-dich-cuoc-thi", False),
        ("/van-ban/tai-ve/12", True),
        ("/tai-xuong?id=12", True),
        ("/tai-file-dinh-kem/12", True),
        ("/tai-ve-van-ban/12", True),
        ("/vanban?action=tai-ve&id=12", True),
        ("/Handlers/TaiVe?id=12", True),
    ],
)
def test_words_of_a_title_that_a_button_says_too_make_no_file(address: str, *, served: bool) -> None:
    assert is_file(address) is served


@pytest.mark.parametrize(
    ("head", "button", "loads"),
    [
        ("Tải về", "<i class='i'></i>", True),
        ("TẢI XUỐNG", "Tải", True),
        ("File đính kèm", "Xem", True),
        ("Tệp tin đính kèm", "<img src='/pdf.png'>", True),
        ("Download", "Tải về", True),
        ("Lượt tải", "12", False),
        ("Tên tài liệu", "Xem", False),
        ("Tải về", "Quyết định ban hành quy chế làm việc của Ủy ban", False),
    ],
)
def test_what_a_button_in_a_column_of_files_leads_to_is_one(head: str, button: str, *, loads: bool) -> None:
    link = f"<a href='/vanban/31'>{button}</a>"
    head_row = f"<tr><th>STT</th><th>Tên</th><th>{head}</th></tr>"
    table = parse(f"<table>{head_row}<tr><td>1</td><td>Định mức cây giống</td><td>{link}</td></tr></table>")
    assert is_file("/vanban/31", table.find(".//a")) is loads


@pytest.mark.parametrize(
    ("link", "served"),
    [
        ("<a rel='attachment wp-att-40' href='/tin/cau-treo/attachment/h4/'><img src='h4.jpg'></a>", False),
        ("<a rel='attachment wp-att-40' href='/?attachment_id=40'><img src='h4.jpg'></a>", False),
        ("<a href='/2019/05/cau-treo/attachment/h4/'><img src='h4.jpg'></a>", False),
        ("<a rel='attachment wp-att-40' href='/tin/cau-treo/attachment/40/'>Tải về</a>", True),
        ("<a rel='attachment wp-att-41' href='/wp-content/uploads/ke-hoach.pdf'>Kế hoạch</a>", True),
        ("<a href='/tin/attachment/40'>Kế hoạch nạo vét</a>", True),
        ("<a href='/attachment/download?id=40'>Kế hoạch nạo vét</a>", True),
    ],
)
def test_a_page_that_shows_a_picture_of_a_text_alone_is_no_file(link: str, *, served: bool) -> None:
    anchor = parse(link).find(".//a")
    assert is_file(anchor.get("href"), anchor) is served
