"""Linked pictures beside an announcement and within it: banners are none of its files, what stands for a file is."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE

DAY = "<p>Ngày đăng: 04/09/2019</p>"
SCAN = '<p>Xem chi tiết <a href="/img/scan.pdf">tại đây</a></p>'
ICON = '<a href="/up/613.pdf"><img src="/img/pdf.gif" width="16"></a>'
PAGES = ("/lich-cong-tac", "/van-ban/so-2131.pdf", "http://lien-ket.example/")


def files_of(body: str) -> int:
    page = f"<html><body>{body}<div>Bản quyền thuộc Sở Giao thông Vận tải</div></body></html>"
    found = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert found is not None
    assert found.title == TITLE
    return len(found.attachments)


def column(dress: str, joint: str = "") -> str:
    pictures = (f'<a href="{href}"><img src="/img/{place}.png"></a>' for place, href in enumerate(PAGES))
    return f"<div>{joint.join(map(dress.format, pictures))}</div>"


@pytest.mark.parametrize(("text", "files"), [(TEXT, 0), (TEXT + SCAN, 1), (SCAN, 1)])
@pytest.mark.parametrize(
    "banners",
    [column("<div><div>{}</div></div>"), column("{}", "<br>"), f"<table>{column('<tr><td>{}</td></tr>')}</table>"],
)
@pytest.mark.parametrize(
    "frame",
    [
        '<div><div><p><a href="/a">Giới thiệu</a></p>{banners}</div>{main}</div>', "<div>{banners}{main}</div>",
        "<div>{main}<div>{banners}</div></div>", "<table><tr><td>{main}</td><td>{banners}</td></tr></table>",
        "<table><tr><td>{banners}</td><td>{main}</td></tr></table>",
    ],
)  # fmt: skip
def test_a_column_of_banners_has_no_file_of_the_announcement(frame: str, banners: str, text: str, files: int) -> None:
    main = f"<div><h1>{TITLE}</h1>{DAY}<div>{text}</div></div>"
    assert files_of(frame.format(banners=banners, main=main)) == files


def test_a_banner_alone_below_a_menu_is_no_file() -> None:
    menu = "".join(f'<p><a href="/muc/{place}">Giới thiệu {place}</a></p>' for place in range(9))
    banner = '<div><a href="/van-ban/so-2131.pdf"><img src="/img/2131.png"></a></div>'
    main = f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>"
    assert files_of(f"<div><div>{menu}{banner}</div>{main}</div>") == 0


@pytest.mark.parametrize(
    "frame",
    [
        "<div>{main}{row}</div>",
        "<div><div><h3>Thông tin cần biết</h3>{row}</div>{main}</div>",
        '<div><div><div><a href="/van-ban/so-2131.pdf">Quy chế dân chủ</a></div><a href="/lich">Lịch</a></div>'
        "{main}</div>",
    ],
)
def test_a_row_of_banners_and_a_box_beside_have_no_file_of_the_announcement(frame: str) -> None:
    main = f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>"
    assert files_of(frame.format(main=main, row=column("{}"))) == 0


@pytest.mark.parametrize(
    ("main", "files"),
    [
        (f"<h1>{TITLE} {ICON}</h1>{DAY}<div>{TEXT}</div>", 1),
        (f"<div>{ICON}</div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div>", 1),
        (f"<div><a href='/up/613.pdf'>PDF</a></div><div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>", 1),
        (f"<div><a href='/up/613.pdf'>Tải văn bản gốc</a></div><div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>", 1),
        (f"<h1>{TITLE}</h1>{DAY}<div>{TEXT}<p><a href='/xem/7'><img src='/x.png'></a> {ICON}</p></div>", 1),
        (
            f"<h1>{TITLE}</h1>{DAY}<div>{TEXT}</div><div>{ICON} <a href='/7.docx'><img src='/doc.gif'></a></div>",
            2,
        ),
        (
            f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div><div><a href='https://x.example/sharer.php?u=x'><img"
            f" src='f.png'></a><a href='javascript:print()'><img src='p.png'></a>{ICON}</div>",
            1,
        ),
        (f"<h1>{TITLE}</h1>{DAY}<div><p><a href='/up/613.pdf'><img src='/img/1.jpg' width='700'></a></p></div>", 1),
        (
            f"<div><a href='/up/sach.pdf'><img src='/img/bia.jpg'></a></div><div><h1>{TITLE}</h1>{DAY}"
            f"<div>{TEXT}</div></div>",
            1,
        ),
    ],
)
def test_a_picture_or_an_icon_may_lead_to_a_file_of_the_announcement(main: str, files: int) -> None:
    assert files_of(f"<div>{main}</div>") == files


def row(*hrefs: str) -> str:
    return "".join(f"<a href='{href}'><img src='/img/{place}.png'></a>" for place, href in enumerate(hrefs))


SIGN = "<a href='/qd.pdf'><img src='/img/icon-pdf.png'></a>"
BACK = row("/back.html", "/top.html")
ALBUM = row("/qd.pdf", "/album/1.html", "/album/2.html")


@pytest.mark.parametrize(
    "main",
    [
        f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div><div>{SIGN}{BACK}</div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div><div>{row('/qd.pdf')}{BACK}</div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div><div>{SIGN}{row('/luu', 'https://chat.example/me')}</div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div>{SIGN}{row('/tin/nghe.html', '/luu')}</div><div>{TEXT}</div></div>",
        f"<div><div>{SIGN}{row('/tin/nghe.html', '/luu')}</div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}<div>{ALBUM}</div></div></div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div><div>{ALBUM}</div></div></div>",
        f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div><div>{ALBUM.replace('</a>', '</a><br>')}</div>",
    ],
    ids=[
        *("tools below", "tools without a sign", "tools that lead to another site", "tools below the day"),
        *("tools above the title", "an album in the text", "an album as the text", "an album below"),
    ],
)
def test_a_row_of_tools_and_an_album_have_a_file(main: str) -> None:
    assert files_of(f"<div>{main}</div>") == 1


def test_a_column_has_no_file_where_it_stands_deep_among_other_elements() -> None:
    main = f"<div><h1>{TITLE}</h1>{DAY}<div>{TEXT}</div></div>"
    deep = "<div>" * 6 + column("<div><div>{}</div></div>") + "</div>" * 6
    assert files_of(f"<div>{deep}{main}</div>") == files_of(f"<div>{main}{deep}</div>") == 0
