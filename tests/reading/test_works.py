"""Whose a work is that a page prints, and that the author of a book did not write the page that tells of it."""

from __future__ import annotations

import pytest

from tests.reading.written import TEXT, read

DAY = "<p>12/03/2024</p>"
TABLE = "<table><tr><td>{}</td></tr><tr><td>{}</td></tr><tr><td>{}</td></tr></table>"
FACTS = ("Tác giả: Trần Khải Hoàn", "Nhà xuất bản: Giáo dục, 2021", "Số trang: 248 tr.")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Bút ký của <strong>Hà Lam Sương</strong>", "Bút ký của Hà Lam Sương"),
        ("Truyện ngắn của Nguyễn Thị Mai", "Truyện ngắn của Nguyễn Thị Mai"),
        ("TRUYỆN NGẮN CỦA TRẦN BÁ LINH", "TRUYỆN NGẮN CỦA TRẦN BÁ LINH"),
        ("<i>(Ghi chép của Trần Bá Linh)</i>", "(Ghi chép của Trần Bá Linh)"),
        ("Chùm thơ của Lò Cao Nhum", "Chùm thơ của Lò Cao Nhum"),
        ("Tản văn của nhà văn Lê Minh Hà", "Lê Minh Hà"),
        ("Bút ký dự thi của Hà Lam Sương", "Hà Lam Sương"),
        ("Bài viết của Lê Thị Hoa", "Bài viết của Lê Thị Hoa"),
        ("Thơ: Vũ Nho", "Thơ: Vũ Nho"),
        ("* Bút kí của Hà Lam Sương", "Hà Lam Sương"),
        ("Kịch bản của Lê Thu Hạnh", "Lê Thu Hạnh"),
    ],
)
def test_the_kind_of_a_work_and_whose_it_is_credits_the_writer_and_is_no_text(line: str, byline: str) -> None:
    for above, behind in ((f"<div>{line}</div>", ""), (DAY, f"<div>{line}</div>"), (f"{DAY}<p>{line}</p>", "")):
        announcement = read("", above, behind)
        assert announcement.byline == byline
        assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức hội nghị")
        assert announcement.body_text.endswith("18 xã, thị trấn.")


def test_a_full_name_goes_before_its_initials_below_the_text_which_are_no_text() -> None:
    announcement = read("", "<div>Bút ký của Hà Lam Sương</div>", "<div>H.L.S</div>")
    assert announcement.byline == "Bút ký của Hà Lam Sương"
    assert announcement.body_text.endswith("18 xã, thị trấn.")


@pytest.mark.parametrize(
    "line",
    [
        "Bút ký của Hà Lam Sương đoạt giải nhất cuộc thi viết về biên giới năm nay.",
        "Thơ của các hội viên",
        "Tản văn của một người lính",
        "Ghi chép của ban tổ chức",
    ],
)
def test_what_is_told_of_a_work_credits_nobody(line: str) -> None:
    assert read("", f"{DAY}<p>{line}</p>").byline is None


def test_a_work_that_a_text_tells_of_amid_its_paragraphs_is_no_byline() -> None:
    assert read("", f"{DAY}{TEXT}<p>Thơ của Hồ Xuân Hương</p>").byline is None


@pytest.mark.parametrize(
    "facts",
    [
        TABLE.format(*FACTS),
        "<ul><li>Tên sách: Dạy con yêu sách</li><li>Tác giả: Trần Khải Hoàn</li><li>NXB: Trẻ</li></ul>",
        "<p>Nhan đề: Dạy con<br>Tác giả: Trần Khải Hoàn<br>Năm xuất bản: 2021</p>",
        "<p>Tác giả: Trần Khải Hoàn; NXB: Trẻ; 248 trang</p>",
        "<table><tr><td>Tác giả:</td><td>Trần Khải Hoàn</td></tr><tr><td>Nhà xuất bản:</td><td>Trẻ</td></tr></table>",
        "<p>Tác giả: Trần Khải Hoàn</p><p>ISBN: 978-604-0-21337-1</p>",
    ],
)
def test_the_author_of_a_book_did_not_write_the_page_that_tells_of_it(facts: str) -> None:
    assert read("", DAY + TEXT + facts).byline is None
    shown = read("", DAY + TEXT + facts, "<p><b>Người giới thiệu: ThS. Lý Ngọc Mai</b></p>")
    assert shown.byline == "Người giới thiệu: ThS. Lý Ngọc Mai"
    assert "Lý Ngọc Mai" not in shown.body_text


@pytest.mark.parametrize("behind", ["Nguồn: Báo Lào Cai", "Số lượt xem: 12", "Kho bạc huyện: 3 công trình"])
def test_an_author_beside_facts_of_the_page_is_credited(behind: str) -> None:
    assert read("", DAY, f"<p>Tác giả: Trần Khải Hoàn</p><p>{behind}</p>").byline == "Tác giả: Trần Khải Hoàn"
