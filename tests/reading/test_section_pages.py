"""Sections of newspapers: the story on top, a row of others and the stream are one list, and no box beside."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed

TITLES = (
    "Giá vàng trong nước hôm nay tiếp tục giảm mạnh",
    "Hà Nội đề xuất mở rộng vùng hạn chế xe máy",
    "Bộ Công Thương nói gì về nguồn cung xăng dầu",
    "Xuất khẩu gạo ba tháng đầu năm tăng hai con số",
    "Doanh nghiệp vận tải xin tăng giá cước từ tháng tư",
    "Ngân hàng Nhà nước hút ròng hơn mười nghìn tỷ đồng",
    "Khởi công tuyến cao tốc nối hai tỉnh miền Trung",
    "Thủ tướng yêu cầu gỡ vướng cho nhà ở xã hội",
    "Hàng nghìn hộ kinh doanh chuyển sang hóa đơn điện tử",
    "Giá cà phê lập đỉnh mới sau kỳ nghỉ lễ",
    "Nông dân miền Tây được mùa xoài trái vụ",
    "Hãng bay mở thêm đường bay thẳng tới châu Âu",
)
OTHERS = tuple(f"Chuyện khác: {title}" for title in TITLES)
SUMMARY = "Theo báo cáo vừa công bố, tình hình quý đầu năm có nhiều chuyển biến tích cực so với cùng kỳ năm trước."
PAPER = "https://bao.invalid"
OWN = '<a href="/kinh-te.htm">Kinh tế</a>'
SECTION = f"<h1>{OWN}</h1>"
MENU = "".join(f'<li><a href="/{name}.htm">Mục {name}</a></li>' for name in ("a", "b", "c", "d", "e", "f"))
CUPS = '<div><a href="/cup.htm"><img src="c.png"></a></div>'


def address(title: str) -> str:
    place = (*TITLES, *OTHERS).index(title)
    return f"/chuyen-kinh-te-hom-nay-20260307153{place:09d}.htm"


def story(title: str, head: str = "h3", *, summary: str = "", label: str = "") -> str:
    """A story with its picture as VCCorp's systems print it; `label` is the section between picture and title."""
    link = f'href="{address(title)}"'
    text = f"<p>{summary}</p>" if summary else ""
    return (
        f'<div class="i"><a {link}><img src="{link[-9:-6]}.jpg"></a>'
        f"<div>{label}<{head}><a {link}>{title}</a></{head}>{text}</div></div>"
    )


def article(title: str, head: str = "h3", *, summary: str = "", day: str = "") -> str:
    """A story as MasterCMS and VnExpress print it."""
    link = f'href="{address(title)}"'
    text = f"<p><a {link}>{summary}</a></p>" if summary else ""
    return f"<article><div><a {link}><img src='x'></a></div><{head}><a {link}>{title}</a></{head}>{day}{text}</article>"


def stories(first: int, end: int, **told: str) -> str:
    return "".join(story(title, **told) for title in TITLES[first:end])


def articles(first: int, end: int, **told: str) -> str:
    return "".join(article(title, **told) for title in TITLES[first:end])


LEAD = story(TITLES[0], "h2", summary=SUMMARY)
ROW = stories(1, 4)
STREAM = stories(4, 12, summary=SUMMARY)
MOST_READ = f"<div><p><b>Đọc nhiều</b></p><div>{''.join(map(story, OTHERS[:4]))}</div></div>"
VIEWS = f'<h2><a href="/goc-nhin.htm">Góc nhìn</a></h2><div><div>{"".join(map(story, OTHERS[:3]))}</div></div>'
BARE = "".join(f'<div><a href="{address(title)}">{title}</a></div>' for title in OTHERS[:3])
LABELLED = story(TITLES[0], "h2", label='<div><a href="/kinh-te/thi-truong.htm">Thị trường</a></div>')
PAGER = '<div><ul><li><a href="/kinh-te-p2.htm">2</a></li><li><a href="/kinh-te-p3.htm">3</a></li></ul></div>'
DAY = "<div><time>07/03/2026 10:15</time></div>"

SECTIONS = {
    "a story on top, and a row of others beside it": (
        f"<div>{SECTION}<ul>{MENU}</ul></div><div><div><div>{LEAD}</div></div><div><div>{ROW}</div></div></div>"
        f"<div><div><div>{STREAM}</div></div><div>{MOST_READ}</div></div>"
    ),
    "all of the newest in one row, above the stream": (
        f"<div>{SECTION}</div><div><div><div>{stories(0, 4, head='h2')}</div></div></div>"
        f"<div><div><div><div>{STREAM}</div></div></div><div>{MOST_READ}</div></div>"
    ),
    "below the name right above them, the stream in pieces that advertisements part": (
        f"<div><div><div><div>{SECTION}</div>{LEAD}<div>{ROW}</div></div>"
        f"<div><p>Đọc nhiều</p><div>{BARE}</div></div></div><div><div><div>{stories(4, 8, summary=SUMMARY)}</div>"
        f"{CUPS}<div>{stories(8, 12, summary=SUMMARY)}</div></div></div></div>"
    ),
    "the section between the picture of a story and its title": (
        f"<div>{SECTION}</div><div><div>{LABELLED}<div>{ROW}</div></div><div>{MOST_READ}</div></div>"
        f"<div><div>{STREAM}{PAGER}</div></div>"
    ),
    "the name of an empty box over the stream": (
        f"<div>{SECTION}</div><div><div>{LEAD}<div>{ROW}</div></div></div>"
        f"<div><div><h2>Đáng chú ý</h2></div><div></div></div><div><div>{STREAM}{PAGER}</div></div>"
    ),
    "articles in sections of the page, each in another depth": (
        f"<section><div><nav>{SECTION}</nav></div></section><section><div><div><div>{articles(0, 1)}"
        f"<div>{articles(1, 4)}</div></div></div><aside>{MOST_READ}</aside></div></section>"
        f"<section><div><div>{articles(4, 7)}</div></div></section>"
        f"<section><div><div><div>{articles(7, 12, summary=SUMMARY)}</div>{PAGER}</div></div></section>"
    ),
    "articles with their days, beside a box of another section": (
        f"<div><h2>{OWN}</h2></div><div><div>{articles(0, 1, head='h2')}</div><div>{articles(1, 4)}</div></div>"
        f"<div><div><div>{articles(4, 12, summary=SUMMARY, day=DAY)}</div></div><div>{VIEWS}</div></div>"
    ),
    "a box of another section beside the story on top": (
        f"<div>{SECTION}</div><div><div><div>{LEAD}</div></div><div><div>{VIEWS}</div></div></div>"
        f"<div><div><div>{ROW}{STREAM}</div></div></div>"
    ),
    "stories above the name of the section, as on every page": (
        f"<div><div>{''.join(map(story, OTHERS[:4]))}</div></div>"
        f"<div><div>{SECTION}<div>{LEAD}{ROW}{STREAM}</div></div></div>"
    ),
    "stories above the way to the section": (
        f"<div><div>{''.join(map(story, OTHERS[:4]))}</div></div><div><div><a href='/'>Trang chủ</a> / {OWN}</div>"
        f"<div><div>{LEAD}{ROW}{STREAM}</div></div></div>"
    ),
    "a column whose boxes have their names far above their stories": (
        f"<div>{SECTION}</div><div><div>{LEAD}<div>{ROW}</div></div></div><div><div><div>{STREAM}</div></div>"
        f"<div><div><h2>Tham vấn</h2><div><div><div>{''.join(map(article, OTHERS[:3]))}</div></div></div></div></div>"
        "</div>"
    ),
    "a box whose name is a picture beside the stream": (
        f"<div>{SECTION}</div><div><div>{LEAD}<div>{ROW}</div></div></div><div><div><div>{STREAM}</div></div>"
        f"<div><div>{CUPS}<div>{''.join(map(story, OTHERS[:3]))}</div></div></div></div>"
    ),
    "a banner over a further piece of the stream": (
        f"<div>{SECTION}</div><div>{LEAD}<div>{ROW}</div></div>"
        f"<div><div><div>{stories(4, 9, summary=SUMMARY)}</div></div>"
        f"<div><div>{CUPS}{stories(9, 12, summary=SUMMARY)}</div></div></div>"
    ),
    "no name of the section but the title of the page": (
        f"<div><div><div>{LEAD}</div></div><div><div>{ROW}</div></div></div>"
        f"<div><div><div>{STREAM}</div></div><div>{MOST_READ}</div></div>"
    ),
    "pictures that are backgrounds": (
        f"<div>{SECTION}</div><div><div><div>{LEAD}</div></div><div><div>{stories(1, 4, head='h4')}</div></div></div>"
        f"<div><div><div>{STREAM}</div></div><div>{MOST_READ}</div></div>"
    )
    .replace('"><img src="', '" style="background-image:url(')
    .replace('.jpg"></a>', '.jpg)"></a>'),
    "summaries and no pictures": (
        f"<div>{SECTION}</div><div><div><div>{stories(0, 4, head='h2', summary=SUMMARY)}</div></div></div>"
        f"<div><div><div><div>{STREAM}</div></div></div><div>{MOST_READ}</div></div>"
    ).replace("<img src=", "<i title="),
    "a story of another section beside the stream, below a picture of its name": (
        f"<div>{SECTION}</div><div><div>{LEAD}<div>{ROW}</div></div></div><div><div><div>{STREAM}</div></div>"
        f"<div><div>{CUPS}<div>{story(OTHERS[0], 'div')}</div></div></div></div>"
    ),
}


@pytest.mark.parametrize("page", SECTIONS.values(), ids=SECTIONS.keys())
def test_the_parts_of_a_section_are_one_list_and_boxes_beside_are_none(page: str) -> None:
    markup = f"<html><head><title>Kinh tế</title></head><body><ul>{MENU}</ul><div>{page}</div></body></html>"
    entries = listed(markup, f"{PAPER}/kinh-te.htm")
    assert [entry.title for entry in entries] == list(TITLES)
