"""Lists of many makes: which links are announcements, what they are called, and that nothing breaks."""

from __future__ import annotations

import time

import pytest

from scraper.reading import read_page
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from tests.reading.listed import ITEMS, ROW, TITLES, listed, rows


@pytest.mark.parametrize(
    "pattern",
    [
        '<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>',
        '<a href="/tin/{slug}"><h3>{title}</h3><p>Tóm tắt dài hơn tiêu đề một chút.</p><small>{day}</small></a>',
        '<div><span>{day}</span><br><a href="/tin/{slug}">{title}</a></div>',
        '<div><a href="javascript:;" onclick="location.href=\'/tin/{slug}\'">{title}</a><p>{day}</p></div>',
        '<div><a href="/tin/{slug}"><img src="a.jpg"></a><a href="/tin/{slug}">{title}</a><em>{day}</em>'
        ' <a href="/tin/{slug}">Xem tiếp</a></div>',
        "<table><tr><td>{day}</td><td><a href='/tin/{slug}'>{title}</a></td></tr></table>",
        '<p>&bull; <a href="/tin/{slug}">{title}</a> ({day})</p>',
        '<div><a href="/tin/{slug}">{title}</a> {day} <a href="/tin/{slug}?print=1">[In]</a></div>',
        '<dl><dt><a href="/tin/{slug}">{title}</a></dt><dd>{day}</dd></dl>',
        '<a href="/tin/{slug}"><span><img src="a.jpg"></span><span>{title}</span><span>{day}</span></a>',
        "<div onclick=\"location.href='/tin/{slug}'\"><b>{title}</b><span>{day}</span></div>",
        '<h2><a href="/tin/{slug}">{title}</a></h2><p>{day}</p><a href="/tin/{slug}">Đọc tiếp {title} →</a>',
        '<div><h4><a href="/tin/{slug}">{title}</a></h4><p>{day}</p>'
        '<a href="/tin/{slug}">Xem thêm<span class="hide-accessible">về {title}</span> »</a></div>',
        '<div><p>{day}</p><a href="/tin/{slug}">Đọc tiếp<span>Về {title}</span> »</a></div>',
        '<a href="/tin/{slug}" title="{title}"><h4><span>61</span>&nbsp;&nbsp;{title}<i> </i></h4></a><p>{day}</p>',
        '<div><h3>{title}</h3><p>{day}</p><p>Tóm tắt.</p><a href="/tin/{slug}">Xem chi tiết</a></div>',
        '<div><b>{title}</b> <i>{day}</i><br><a href="/tin/{slug}"><img src="a.jpg"></a>'
        '<a href="/tin/{slug}">Chi tiết</a></div>',
        '<p>{day}</p><h3><a href="/tin/{slug}">{title}</a></h3>',
        '<i>{day}</i><br><a href="/tin/{slug}">{title}</a><br>',
        '{day} <a href="/tin/{slug}">{title}</a><br>',
        '<div>{day}</div><div><a href="/tin/{slug}">{title}</a></div><div>Tóm tắt dài hơn tiêu đề một chút.</div>',
        '<div>{title}</div><div>{day}</div><p>Tóm tắt.</p><p><a href="/tin/{slug}">Xem chi tiết</a></p><hr>',
        '<li><a href="/tin/{slug}">» {title}</a> <i>{day}</i></li>',
        '<div><h4>{title} <a href="/tin/{slug}">Xem chi tiết</a></h4><p>{day}</p><a href="/tin/{slug}">Tiếp</a></div>',
        '<div><b>{title}</b> <i>{day}</i> <a href="/x">Cổng thông tin huyện</a> <a href="/tin/{slug}">Xem</a></div>',
        '<tr><td>{title}</td><td>{day}</td><td><a href="/tin/{slug}"><img src="a.png" alt="Xem"></a></td></tr>',
        '<p><a href="/tin/{slug}">{day} - {title}</a></p>',
        '<div><div>{title}</div><small>{day}</small><a href="/tin/{slug}" aria-label="{title}"></a></div>',
        '<div><a href="/tin/{slug}" title="{title}"><img src="a.jpg"></a><div>{title}</div><p>{day}</p></div>',
        "<tr><td><span onclick=\"window.open('/tin/{slug}', '_blank')\">{title}</span> <i>{day}</i></td></tr>",
        '<div><header><h2><a href="/tin/{slug}">{title}</a></h2><p>{day}</p></header><p>Tóm tắt.</p></div>',
        '<a href="/tin/{slug}"><span>Hoạt động của xã</span><p>{title}</p><i>{day}</i></a>',
        '<a href="/tin/{slug}"><h3>{title}</h3><div><span>{day}</span><span>187 lượt xem</span></div></a>',
        '<div><a href="/tin/{slug}">{title}</a><p><b>{day}</b> — Hội nghị tổng kết phong trào thi đua ở xã.</p></div>',
    ],
)
def test_lists_of_many_makes_give_title_and_day(pattern: str) -> None:
    entries = listed(f"<html><body><h1>Tin tức</h1><div>{rows(pattern)}</div></body></html>")
    assert [entry.url for entry in entries] == [f"https://x.gov.vn/tin/{slug}" for slug, _, _ in ITEMS]
    assert [entry.title for entry in entries] == [title for _, title, _ in ITEMS]
    assert [(entry.date_line or "").strip("()") for entry in entries] == [day for _, _, day in ITEMS]


def test_a_link_within_a_sentence_is_no_announcement() -> None:
    spoken = '<p>Thực hiện <a href="/van-ban/12-nq-tu">Nghị quyết số 12-NQ/TU của Tỉnh ủy</a>, các sở triển khai.</p>'
    entries = listed(f"<html><body><h1>Tin tức</h1><div>{spoken}<ul>{rows(ROW)}</ul></div></body></html>")
    assert [entry.title for entry in entries] == TITLES


def test_menus_tags_authors_and_sections_are_no_announcements() -> None:
    menu = "".join(f'<li><a href="/muc-{n}">Mục số {n}</a></li>' for n in range(12))
    tags = '<p>Thẻ: <a href="/tag/cho-trung-tam">chợ trung tâm</a>, <a href="/tag/cat-dien">cắt điện</a></p>'
    author = '<a href="/author/ban-bien-tap">Ban biên tập Cổng thông tin điện tử huyện</a>'
    markup = rows(
        '<li><a href="/tin/{slug}">{title}</a><b><a href="/nong-thon-moi">Nông thôn mới</a></b><i>{day}</i></li>'
    )
    entries = listed(f"<html><body><ul>{menu}</ul><ul>{markup}</ul>{tags}{author}</body></html>")
    assert [entry.url for entry in entries] == [f"https://x.gov.vn/tin/{slug}" for slug, _, _ in ITEMS]


@pytest.mark.parametrize(
    "record",
    ["<div>{0}{1} <i>{{day}}</i></div>", "<div>{1}{0} <i>{{day}}</i></div>", "<div><h4>{0}</h4><p>{1}</p></div>"],
    ids=["before it", "behind it", "in a heading"],
)
def test_a_link_with_a_summary_does_not_take_the_title_s_place(record: str) -> None:
    summary = "Nhiều mô hình ở {slug}, cách làm mới đã được nhân rộng, góp phần nâng cao thu nhập cho người dân..."
    links = (f'<a href="/tin/{{slug}}">{text}</a>' for text in ("{title}", summary))
    assert [entry.title for entry in listed(rows(record.format(*links)))] == TITLES


@pytest.mark.parametrize("home", ["Trang chủ", "TRANG CHỦ", "» Về trang chủ", "Home", "Trang nhất"])
def test_a_link_to_the_front_page_beside_a_list_is_no_announcement(home: str) -> None:
    card = "<div onclick=\"location.href='/tin/{slug}'\"><h4>{title}</h4><small>{day}</small></div>"
    entries = listed(f"<div><a href='/Home'>{home}</a>{rows(card)}</div>")
    assert [entry.title for entry in entries] == TITLES


def test_the_last_entry_of_a_menu_that_is_left_is_no_announcement() -> None:
    menu = "<a href='/Home'>Trang chủ</a><a href='/tin-tuc'>Hoạt động Hội</a><a href='/guong-sang'>Gương sáng</a>"
    items = rows('<div><a href="/tin/{slug}">{title}</a><span> - {day}</span></div>')
    entries = listed(f"<div><div>{menu}</div><h2>Hoạt động Hội</h2>{items}</div>")
    assert [entry.title for entry in entries] == TITLES


@pytest.mark.parametrize(
    "label",
    [
        '<a href="/don-vi/phong-tai-chinh-ke-hoach-{}">Phòng Tài chính - Kế hoạch huyện Phú Hòa {}</a>',
        '<a href="/nguoi-dung/10{}">Nguyễn Văn Minh Khôi {}</a>',
        '<a href="/chuyen-muc/{}-linh-vuc">Cải cách hành chính và chuyển đổi số {}</a>',
    ],
)
def test_who_posts_several_announcements_is_none(label: str) -> None:
    row = '<li><h3><a href="/tin/{{slug}}-{0}">{{title}} {0}</a></h3><p>{1} | <i>{{day}}</i></p></li>'
    pages = "".join(rows(row.format(number, label.format(number % 2, number % 2))) for number in range(3))
    assert [entry.title for entry in listed(f"<ul>{pages}</ul>")] == [f"{t} {n}" for n in range(3) for t in TITLES]


def test_words_that_stand_under_every_entry_are_no_title_of_the_page() -> None:
    entry = (
        '<div><p>{day} 09:32</p><h3><a href="/tin/{slug}">{title}</a></h3><p>Vài lời tóm tắt.</p>'
        '<p>Được phát hành trong <a href="/tin">Tin tức</a></p></div>'
    )
    page = f"<html><head><title>Tin tức</title></head><body>{rows(entry) * 2}</body></html>"
    assert read_page(page.encode(), "https://x.gov.vn/tin").kind == "listing"


def test_a_picture_of_the_first_entry_is_none_of_the_page_that_lists_it() -> None:
    entry = (
        '<article><a href="/tin/{slug}"><img src="/anh.jpg" width="400"></a><h3><a href="/tin/{slug}">{title}</a></h3>'
        "<p>{day}</p></article>"
    )
    page = f"<html><head><title>Tin du lịch</title></head><body><h1>Tin du lịch</h1>{rows(entry)}</body></html>"
    reading = read_page(page.encode(), "https://x.gov.vn/tin-du-lich")
    assert (reading.kind, len(reading.entries)) == ("listing", len(ITEMS))


def test_short_names_of_papers_with_a_day_each_are_a_list() -> None:
    papers = "".join(
        f'<li><a href="/nghi-quyet/{number}">Nghị quyết số {number}/NQ-HĐND</a> - 0{number}/07/2023</li>'
        for number in range(1, 9)
    )
    page = f"<html><body><h1>Nghị quyết</h1><ul>{papers}</ul></body></html>"
    reading = read_page(page.encode(), "https://x.gov.vn/nghi-quyet")
    assert (reading.kind, len(reading.entries)) == ("listing", 8)


def test_a_single_announcement_is_a_list_of_one() -> None:
    slug, title, day = ITEMS[0]
    entries = listed(
        f'<html><body><h1>Tin</h1><ul><li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li></ul></body></html>'
    )
    assert [(entry.title, entry.date_line) for entry in entries] == [(title, day)]


@pytest.mark.parametrize(
    "markup", ["", "<", "<a href=", "<html><body></body></html>", "<div>" * 5000, "<a href='x'>" * 3000]
)
def test_whatever_comes_nothing_breaks(markup: str) -> None:
    assert isinstance(listed(markup), tuple)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            "".join(f'<p><a href="/tin/{n}">Kế hoạch trồng cây số {n}</a></p>' for n in range(5000)), id="links"
        ),
        pytest.param("<div>" * 3000 + '<a href="/a">Một hai ba bốn</a>' * 3000, id="nesting"),
        pytest.param("".join(f'<a href="?page={n}">{n}</a>' for n in range(5000)), id="pages"),
        pytest.param(f'<a href="/{"a-" * 50_000}">Kế hoạch một hai ba</a>' * 3, id="a long address"),
        pytest.param(f'<a href="/x">{" " * 200_000}x</a>' * 3, id="a long text"),
        pytest.param(
            "<form>"
            + "".join(f"<a href=\"javascript:__doPostBack('g','Page${n}')\">{n}</a>" for n in range(1000))
            + "<input type='hidden' name='f' value='x'>" * 300
            + "</form>",
            id="postbacks",
        ),
    ],
)
def test_a_monstrous_page_takes_no_monstrous_time(markup: str) -> None:
    page = make_page(markup.encode(), "https://x.gov.vn/tin-tuc")
    start = time.process_time()
    read_listing(page)
    assert time.process_time() - start < 5


def test_the_numbers_of_papers_are_their_links_in_a_register_whatever_the_addresses_say() -> None:
    papers = (("khai-giang", "12/KH-THPT"), ("phan-cong", "45/QĐ-THPT"), ("cac-khoan-thu", "31/TB-THPT"))
    rows = "".join(
        f'<tr><td><a href="/van-ban/{slug}/">{number}</a></td><td>05/09/2019</td><td>Về năm học mới</td></tr>'
        for slug, number in papers
    )
    table = f"<table><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>{rows}</table>"
    found = listed(f"<html><body><h1>Văn bản hành chính</h1>{table}</body></html>")
    assert [(entry.title, entry.date_line) for entry in found] == [(number, None) for _, number in papers]


ABOUT = "Kinh phí do doanh nghiệp trên địa bàn hỗ trợ một phần, phần còn lại từ nguồn xã hội hóa của địa phương"
HEADED = '<h3><a href="/tin/{slug}">{title}</a></h3><p><a href="/tin/{slug}">' + ABOUT + "%s</a></p>"


@pytest.mark.parametrize("end", [".", " [...]", "…"])
def test_a_sentence_that_leads_to_what_a_heading_beside_it_names_is_no_title(end: str) -> None:
    top, *rest = rows(f"<article>{HEADED % end}</article>\n").splitlines()
    markup = f"<h1>Tin tức</h1><section>{top}</section><section>{''.join(rest)}</section>"
    assert [entry.title for entry in listed(markup)] == TITLES
