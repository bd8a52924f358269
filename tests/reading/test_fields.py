"""Small habits of portals, each as a page of a few lines: what is title, text, picture or a list, and what none."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE, read


@pytest.mark.parametrize(
    ("address", "head", "title", "flags"),
    [
        ("tin/so-ket-cong-tac-giam-ngheo-77", f"<title>{TITLE} - UBND huyện</title>", TITLE, "title-from-head"),
        ("tin/so-ket-cong-tac-giam-ngheo-77", "<title>UBND huyện</title>", None, "no-title"),
        ("default.aspx?id=77", f"<title>{TITLE} - UBND huyện</title>", None, "no-title"),
        ("default.aspx?id=77", "<title>UBND huyện</title>", None, "no-title"),
    ],
)
def test_a_page_that_prints_no_title_has_none_or_the_one_that_its_head_tells_and_its_address_spells(
    address: str, head: str, title: str | None, flags: str
) -> None:
    spelt = f"https://portal.example/{address.replace('so-ket', 'huyen-to-chuc-hoi-nghi-so-ket')}"
    around = "<p>Số lượt người xem: 13</p><p>Ngày đăng: 12/03/2021</p>"
    page = f"<html><head>{head}</head><body><div>{around}{TEXT}</div><p>Lượt truy cập: 1.024</p></body></html>"
    reading = read_page(page.encode(), spelt)
    read = reading.announcement
    assert reading.kind == "article"
    assert read is not None
    assert (read.title, read.date_line, read.flags) == (title, "Ngày đăng: 12/03/2021", (flags,))


@pytest.mark.parametrize(
    ("image", "flags"),
    [
        ('<img src="/theme/loading.gif" data-src="/tep/thong-bao-1.jpg">', ("body-is-image",)),
        ('<img src="/tep/thong-bao-1.jpg">', ("body-is-image",)),
        ('<img src="/theme/loading.gif">', ()),
    ],
)
def test_a_picture_that_is_loaded_when_it_is_seen_is_one(image: str, flags: tuple[str, ...]) -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>Ngày đăng: 12/03/2021</p><p>{image}</p></body></html>"
    read = read_page(page.encode(), "https://portal.example/thong-bao/77").announcement
    assert read is not None
    assert read.flags == flags


@pytest.mark.parametrize(
    ("image", "captions"), [('<img src="/0.84?gif" width="66">', 0), ('<img src="/anh/hop.jpg" width="660">', 1)]
)
def test_behind_a_picture_a_line_in_italics_is_its_caption_and_behind_an_icon_it_is_text(
    image: str, captions: int
) -> None:
    grounds = "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;"
    printed = read("", f"{TEXT}<p>{image}</p><p><i>{grounds}</i></p>")
    assert (grounds in printed.body_text) == (not captions)
    assert len(printed.captions) == captions


BARE = "https://portal.example/default.aspx?id=77"
PARAGRAPH = "Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng, ban và 18 xã, thị trấn, "
PARAGRAPH += "cùng đại diện các hội, đoàn thể, doanh nghiệp và hộ dân trên địa bàn; hội nghị bàn các việc phải làm."
SHORT = "<p>Sáng ngày 16/9/2022, nhà trường tổ chức đại hội cha mẹ học sinh của năm học mới tại hội trường lớn.</p>"
SHARED = "<p>12</p><p>Lượt chia sẻ</p><p><a href=#>Chia sẻ</a></p><p><a href=#>Đọc bài</a></p><p><a href=#>Lưu</a></p>"
PICTURED = "<p>Các đại biểu tham dự</p><p>Hiệu trưởng báo cáo</p>"
COMMENT = "<div><p>Ý kiến bạn đọc (1)</p><p>Rất mong cơ quan chức năng sớm giải quyết việc này cho bà con.</p></div>"


def test_buttons_between_a_title_and_its_day_and_text_count_for_nothing() -> None:
    above = "<p>Thứ Sáu, 16/09/2022 | 18:00</p><p>A- A A+ |</p>"
    page = f"<html><body><div>{above}<p>{TITLE}</p>{SHARED}{SHORT}{PICTURED}{COMMENT}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert read.kind == "article"
    assert read.announcement is not None
    assert read.announcement.title == TITLE
    assert read.announcement.date_line == "Thứ Sáu, 16/09/2022 | 18:00"
    assert read.announcement.body_text.startswith("Sáng ngày 16/9/2022, nhà trường")


def test_a_title_may_end_like_a_sentence_where_a_day_and_an_hour_stand_alone_below_it() -> None:
    above = "<p>Phòng chống dịch bệnh trên địa bàn</p>"
    page = f"<html><body><div>{above}<p>{TITLE}.</p><p>Thứ Sáu, 16/09/2022 | 18:00</p>{TEXT}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", f"{TITLE}.")


def test_what_stands_out_of_sight_is_no_title() -> None:
    hidden = "<div style='display: none'><h1>Biểu mẫu thống kê của đơn vị</h1><p>12/03/2019 08:00</p></div>"
    read = read_page(f"<html><body>{hidden}<div><p>{TITLE}</p>{TEXT}</div></body></html>".encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", TITLE)


def test_links_amid_the_paragraphs_of_an_article_make_no_list_of_it() -> None:
    links = [f"<p><a href=/tin/{n}.html>&gt;&gt; Giá cà phê tăng mạnh tại huyện thứ {n}</a></p>" for n in range(4)]
    text = "".join(f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>{link}" for link in links)
    page = f"<html><body><div><p>{TITLE}</p><p>16/09/2022 18:00</p>{text}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", TITLE)


FILE = "<p>Kế hoạch công tác số {} của nhà trường</p><p>ke-hoach-cong-tac{}.pdf</p>"


@pytest.mark.parametrize(
    "beside",
    ["".join(FILE.format(n, "-cua-nha-truong" * n) for n in range(5, 9)), f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"],
    ids=["names of files", "two paragraphs"],
)
def test_a_front_page_is_a_list_at_any_address_whatever_little_text_stands_on_it(beside: str) -> None:
    entry = "<li><a href=/tin/{0}.html>Học sinh tham gia hội thi tìm hiểu lịch sử lần {0}</a></li>"
    links = "".join(map(entry.format, range(12)))
    read = read_page(f"<html><body><ul>{links}</ul><div>{beside}</div></body></html>".encode(), BARE)
    assert read.kind == "listing"
    assert len(read.entries) == 12


FUNCTIONS = "Chức năng, nhiệm vụ"
OWNER = "Chi cục Kiểm lâm tỉnh. Điện thoại: 0213.3876.114. Chịu trách nhiệm: Chi cục trưởng Lò Văn Phương"


def test_an_entry_of_a_menu_that_leads_to_the_page_itself_is_no_title_and_its_owner_no_text() -> None:
    entries = {"lich-su": "Lịch sử", "chuc-nang-nhiem-vu": FUNCTIONS, "so-do-to-chuc": "Sơ đồ tổ chức"}
    menu = "".join(f"<li><a href=/{address}>{name}</a></li>" for address, name in entries.items())
    text = f"<p>{FUNCTIONS} của Chi cục Kiểm lâm</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    body = f"<ul>{menu}</ul><div>{text}</div><div><p>{OWNER}</p></div>"
    page = f"<html><head><title>{FUNCTIONS}</title></head><body>{body}</body></html>"
    read = read_page(page.encode(), "https://portal.example/chuc-nang-nhiem-vu").announcement
    assert read is not None
    assert (read.title, read.body_text.count(PARAGRAPH)) == (f"{FUNCTIONS} của Chi cục Kiểm lâm", 2)
    assert OWNER not in read.body_text


def test_a_text_goes_on_behind_a_field_to_write_in() -> None:
    told = read("", "<p>12/03/2021</p>", f"<div>Quý danh: <textarea></textarea></div>{TEXT}")
    assert told.body_text.count(TEXT[3:90]) == 6
