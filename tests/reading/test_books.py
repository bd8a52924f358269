"""Pages of books: who wrote the book did not write its page, and links to other books are no text."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Lịch sử Đảng bộ huyện Mộc giai đoạn 1945 - 2020"
TEXT = (
    "<p>Cuốn sách ghi lại chặng đường 75 năm xây dựng và trưởng thành của Đảng bộ huyện, từ chi bộ đầu tiên ở Phiềng"
    " Luông với bảy đảng viên đến nay có 46 tổ chức cơ sở đảng.</p><p>Bạn đọc mượn sách tại phòng đọc tầng hai.</p>"
)
FACTS = (("Tác giả", "Nguyễn Văn An"), ("Nhà xuất bản", "Sự thật"), ("Năm xuất bản", "2021"), ("Số trang", "412"))
OTHER_FACTS = (("Nhan đề", TITLE), ("Tác giả", "Nguyễn Văn An"), ("Thông tin xuất bản", "Hà Nội, 2019"))
LAYOUTS = (
    "{}|<p>{}: {}</p>",
    "<ul>{}</ul>|<li><b>{}:</b> {}</li>",
    "<div>{}</div>|{}: {}<br>",
    "<table>{}</table>|<tr><td>{}</td><td>{}</td></tr>",
    "<table>{}</table>|<tr><th>{}:</th><td><a href='/tim?q=1'>{}</a></td></tr>",
    "<dl>{}</dl>|<dt>{}</dt><dd>{}</dd>",
    "{}|<div><span>{}:</span> <span>{}</span></div>",
)
BOOKS = ("Đất và người huyện Mộc", "Địa chí tỉnh Sơn La", "Văn hóa Thái Tây Bắc")


def read(facts: str, text: str = TEXT, behind: str = "") -> PrintedAnnouncement:
    main = f"<h1>{TITLE}</h1>{facts}<div>{text}</div>{behind}"
    markup = f"<html><body><div>{main}</div><div>Thư viện tỉnh</div></body></html>"
    url = "https://thu-vien.example/sach/lich-su-dang-bo-huyen-moc-giai-doan-1945-2020-91"
    announcement = read_page(markup.encode(), url).announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


def laid_out(layout: str, facts: tuple[tuple[str, str], ...] = FACTS) -> str:
    around, _, fact = layout.partition("|")
    return around.format("".join(fact.format(*one) for one in facts))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("facts", [FACTS, OTHER_FACTS, FACTS[:2]], ids=["book", "catalogue", "few"])
def test_who_wrote_a_book_did_not_write_its_page(facts: tuple[tuple[str, str], ...], layout: str) -> None:
    told = read(laid_out(layout, facts))
    assert told.byline is None
    assert "Nguyễn Văn An" in told.body_text


def test_facts_on_one_line_are_those_of_the_book_too() -> None:
    line = "Tác giả: Nguyễn Văn An | Nhà xuất bản: Chính trị Quốc gia Sự thật | Năm xuất bản: 2021"
    assert read(f"<p>{line}</p>").byline is None


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_wrote_about_the_book_is_credited(layout: str) -> None:
    assert read(laid_out(layout), f"{TEXT * 2}<p align=right><b>Minh Hằng</b></p>").byline == "Minh Hằng"


@pytest.mark.parametrize(
    ("facts", "byline"),
    [
        ("<p>Tác giả: Nguyễn Văn An</p><p>Xuất bản: 12/03/2021</p>", "Tác giả: Nguyễn Văn An"),
        ("<p>Tác giả: Nguyễn Văn An</p><p>Nhà xuất bản Giáo dục vừa ra mắt sách</p>", "Tác giả: Nguyễn Văn An"),
        ("<ul><li>Tác giả: Nguyễn Văn An</li><li>Ngày xuất bản: 12/03/2021</li></ul>", "Tác giả: Nguyễn Văn An"),
    ],
)
def test_a_page_that_was_published_is_no_book(facts: str, byline: str) -> None:
    assert read(facts).byline == byline


@pytest.mark.parametrize("text", [TEXT, "<p>Sách viết về lịch sử huyện.</p>", ""], ids=["text", "short", "none"])
@pytest.mark.parametrize(
    "entry",
    [
        "<li><a href='/sach/{n}'>{book}</a></li>",
        "<p><a href='/sach/{n}'>{book}</a> Lê Văn B</p>",
        "<div><a href='/sach/{n}'>{book}</a><p>Lê Văn B</p></div>",
        "<li><a href='/sach/{n}'>{book}</a> - Lê Văn B</li>",
        "<div><h4><a href='/sach/{n}'>{book}</a></h4><span>2019</span></div>",
        "<div><a href='/sach/{n}'>{book}</a><div>Tác giả: Lê Văn B</div></div>",
        "<div><a href='/sach/{n}'><img src='/b.jpg'></a><a href='/sach/{n}'>{book}</a><div>85.000đ</div></div>",
    ],
)
def test_links_to_other_books_are_no_text_and_credit_nobody(entry: str, text: str) -> None:
    others = "".join(entry.format(n=number, book=book) for number, book in enumerate(BOOKS))
    for behind in (f"<div>{others}</div>", f"<h3>Sách cùng chủ đề</h3>{others}", f"<h3>Sách mới</h3>{others}"):
        told = read(laid_out(LAYOUTS[1]), text, behind)
        assert told.byline is None
        assert told.body_text == read(laid_out(LAYOUTS[1]), text).body_text


def test_files_of_a_book_stay_its_own() -> None:
    files = "".join(f"<p><a href='/tep/{part}.pdf'>Tập {part}</a></p>" for part in (1, 2))
    assert len(read(laid_out(LAYOUTS[0]), TEXT, files).attachments) == 2
