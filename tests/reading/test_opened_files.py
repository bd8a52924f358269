"""Files that links, buttons and frames open by handlers of clicks or in viewers."""

from __future__ import annotations

import pytest

from archive.addresses import canonical_address
from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.markup import parse
from scraper.reading.openedfiles import opened_by
from tests.reading.written import TEXT, TITLE

PAGE = "http://th-moc.example/thong-bao/tuyen-sinh/tuyen-sinh-lop-1.html"


def opened(link: str) -> str:
    element = next(parse(f"<body>{link}</body>").find("body").iterchildren())
    return (canonical_address(address, PAGE) or "") if (address := opened_by(element)) else ""


@pytest.mark.parametrize(
    "link",
    [
        "<a onclick=\"downloadFile('5f11','../../upload/ts-1.pdf')\">Tải xuống</a>",
        "<a href='javascript:void(0)' onclick=\"DownloadFile('ts-1.pdf', '/upload/ts-1.pdf'); return false;\">Tải</a>",
        "<a href='#tai-ve' onclick=\"taiVe('/upload/ts-1.pdf')\">Tải về</a>",
        "<a href='javascript:;' onclick='return taiVe(\"/upload/ts-1.pdf\");'>Tải về</a>",
        "<a href=\"javascript:taiVe('%2Fupload%2Fts-1.pdf')\" onclick='return true'>Tải về</a>",
        "<a href=' ' onclick=\"location.href='/upload/ts-1.pdf'\">Tải về</a>",
        "<button onclick=\"window.open('/upload/ts-1.pdf', '_blank')\">Tải về</button>",
        r"<button onclick='tai(&quot;\/upload\/ts-1.pdf&quot;)'>Tải về</button>",
        "<button onclick=\"tai('Tuyển sinh &quot;lớp 1&quot;.pdf', '/upload/ts-1.pdf')\">Tải về</button>",
        "<button onclick=\"xem('https://docs.google.com/gview?embedded=true&url=th-moc.example/upload/ts-1.pdf')\"></button>",
        "<iframe src='about:blank' data-src='/upload/ts-1.pdf'></iframe>",
        "<iframe src='https://docs.google.com/gview?url=http://th-moc.example/upload/ts-1.pdf&embedded=true'></iframe>",
        "<iframe src='//docs.google.com/viewer?url=http%3A%2F%2Fth-moc.example%2Fupload%2Fts-1.pdf'></iframe>",
        "<iframe src='///view.officeapps.live.com/op/view.aspx?src=th-moc.example/upload/ts-1.pdf&a=1'></iframe>",
        "<iframe src='https://view.officeapps.live.com/op/embed.aspx?src=//th-moc.example/upload/ts-1.pdf'></iframe>",
        "<iframe src='https://docs.google.com/gview?url=/upload/ts-1.pdf'></iframe>",
        "<iframe src='https://docs.google.com/gview?url=../../upload/ts-1.pdf'></iframe>",
        "<iframe src='/lib/pdfjs/web/viewer.html?file=/upload/ts-1.pdf#page=1'></iframe>",
        "<iframe src='/lib/pdfjs/web/viewer.html?file=../../../upload/ts-1.pdf'></iframe>",
        "<iframe src='../../pdfjs/web/viewer.html?file=../../upload/ts-1.pdf'></iframe>",
        "<iframe src='http://th-moc.example/pdfjs/web/viewer.html?file=..%2F..%2Fupload%2Fts-1.pdf'></iframe>",
        "<iframe src='/ViewerJS/#../upload/ts-1.pdf'></iframe>",
        "<iframe src='/ViewerJS/index.html#http://th-moc.example/upload/ts-1.pdf'></iframe>",
        "<iframe src='/xem/viewer.aspx?id=1&file=/upload/ts-1.pdf'></iframe>",
    ],
)
def test_a_file_is_where_a_handler_or_a_viewer_has_it(link: str) -> None:
    assert opened(link) == "http://th-moc.example/upload/ts-1.pdf"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<a href='/tin/12.html' onclick=\"dem('/upload/ts-1.pdf')\">Tuyển sinh</a>", "/tin/12.html"),
        ("<a href='javascript:;' onclick=\"location.href='/tai-ve?id=12'\">Tải về</a>", "/tai-ve?id=12"),
        ("<a onclick=\"tai('don.docx')\">Tải về</a>", "/thong-bao/tuyen-sinh/don.docx"),
        ("<a onclick='inTrang()'>In</a>", ""),
        ("<a href='#dau'>Đầu trang</a>", ""),
        ("<iframe src='/viewer.html?file=ts.2024/ts-1.pdf'></iframe>", "/ts.2024/ts-1.pdf"),
        ("<iframe src='/xem/viewer.html?file=luu.tru/ts-1.pdf'></iframe>", "/xem/luu.tru/ts-1.pdf"),
        ('<a onclick="tai(\'/upload/ts-1.pdf">Tải về</a>', ""),
        ("<iframe src='/viewer.html?file=/trang/12'></iframe>", "/viewer.html?file=/trang/12"),
        ("<iframe src='https://video.example/embed/aBcD'></iframe>", "https://video.example/embed/aBcD"),
    ],
)
def test_a_link_leads_where_its_own_address_or_its_handler_says(link: str, address: str) -> None:
    assert opened(link) == (canonical_address(address, PAGE) if address else "")


def announced(files: str) -> PrintedAnnouncement:
    page = f"<html><body><div><h1>{TITLE}</h1><p>19/07/2020 08:00</p><div>{TEXT}</div>{files}</div></body></html>"
    read = read_page(page.encode(), PAGE).announcement
    assert read is not None
    return read


def test_a_file_that_is_offered_twice_and_shown_is_one() -> None:
    load = "<a onclick=\"downloadFile('5f','../../upload/{}')\" target='_blank'>{}</a>"
    view = "<iframe src='///view.officeapps.live.com/op/view.aspx?src=www.th-moc.example/upload/ts-1.doc'></iframe>"
    shown = "<iframe src='https://docs.google.com/gview?url=https://th-moc.example/upload/ts-1.pdf'></iframe>"
    row = f"{load.format('ts-1.pdf', 'Tải xuống')} <span>, </span> {load.format('ts-1.doc', 'Tải xuống')}"
    files = announced(
        f"<p>{load.format('ts-1.pdf', 'Thông báo tuyển sinh')}</p><div>{row}</div>{view}{shown}"
    ).attachments
    assert [(file.url.rpartition("/")[2], file.name) for file in files] == [
        ("ts-1.pdf", "Thông báo tuyển sinh"),
        ("ts-1.doc", "Tải xuống"),
    ]


@pytest.mark.parametrize("shown", ["", "<iframe src='/pdfjs/web/viewer.html?file=/upload/qd-1.pdf'></iframe>"])
def test_files_among_the_tools_above_a_text_are_attached_and_named_there_and_tools_are_not(shown: str) -> None:
    files = "<a href='/upload/qd-1.pdf'>Quyết định công nhận</a><i>, </i><a href='/upload/ds-1.xlsx'>ds-1.xlsx</a>"
    share = "<div class='network-share'><a href='/chia-se'>Chia sẻ</a><a href='javascript:;'>Lưu</a></div>"
    article = (
        f"<header>19/07/2020</header><h1>{TITLE}</h1><div class='social-connect'><div>{files}</div>{share}</div>"
        f"<div class='content-detail'><p>{TITLE} (kèm theo).</p></div>{shown}"
    )
    page = f"<div class='ModuleWrapper'><article class='news-detail-layout-type-2'>{article}</article></div>"
    read = read_page(f"<html><body>{page}</body></html>".encode(), PAGE).announcement
    assert read is not None
    assert [file.name for file in read.attachments] == ["Quyết định công nhận", "ds-1.xlsx"]
    assert read.body_text == f"{TITLE} (kèm theo)."
