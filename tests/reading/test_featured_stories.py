"""The story on top of a section that stands in the page itself, beside links at its foot; and stories of others."""

from __future__ import annotations

import pytest

from tests.reading.test_listing_parts import TEXT, of_parts, part, titles

STORIES = (
    "<div><a href='{url}'><img src='a.jpg'><span>{title}</span></a><p>{text}</p></div>",
    "<div><a href='{url}'><img src='a.jpg'><strong>{title}</strong></a></div>",
    "<div><a href='{url}'><img src='a.jpg'></a><a href='{url}'>{title}</a><i>{day}</i><p>{text}</p></div>",
    "<p><a href='{url}'><img src='a.jpg'><b>{title}</b></a><br>{text}</p>",
)
ROWS = (
    "<ul>{rows}</ul>|<li><a href='{url}'><img src='b.jpg'><h3>{title}</h3><span>{day}</span></a></li>",
    "<div>{rows}</div>|<div><a href='{url}'><img src='b.jpg'></a><h3><a href='{url}'>{title}</a></h3>{day}</div>",
    "<table>{rows}</table>|<tr><td><a href='{url}'><img src='b.jpg'></a></td><td><a href='{url}'>{title}</a>"
    "<br>{day}</td></tr>",
)
FEET = (
    "<div><a href='http://x.gov.vn/?mobile=0'>Xem phiên bản đầy đủ</a></div>",
    "<div><a href='/lien-he'>Liên hệ tòa soạn</a> | <a href='/quang-cao'>Bảng giá quảng cáo trên báo in</a></div>",
    "<p><a href='/ung-dung'>Tải ứng dụng trên điện thoại</a></p><div><a href='/?desktop=1'>Xem bản máy tính</a></div>",
)
NAME = "<h1><a href='/tin-tuc'>Tin tức</a></h1>"
TURN = "<div><a href='/tin-tuc?trang=2'>Trang trước</a> <a href='/tin-tuc?trang=4'>Trang sau</a></div>"
URL = "https://m.x.gov.vn/tin-tuc?trang=3"


@pytest.mark.parametrize("frame", ["{}", "<div id='page'><div>{}</div></div>"])
@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("story", STORIES)
def test_the_story_on_top_is_of_the_list_whatever_links_stand_at_the_foot_of_the_page(
    story: str, rows: str, foot: str, frame: str
) -> None:
    body = f"{NAME}{part(story, 'dau', count=1)}{part(rows, 'bai')}{TURN}{foot}"
    assert titles(frame.format(body), URL) == [of_parts("dau")[0], *of_parts("bai")]


@pytest.mark.parametrize("name", [NAME, "<h2>Tin tức</h2>"])
@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("story", [*STORIES, "<div><h2><a href='{url}'>{title}</a></h2><img src='a.jpg'>{text}</div>"])
def test_a_story_above_the_name_of_a_section_is_none_of_its_list(story: str, rows: str, foot: str, name: str) -> None:
    body = f"{part(story, 'dau', count=1)}{name}{part(rows, 'bai')}{TURN}{foot}"
    assert titles(body, URL) == of_parts("bai")


@pytest.mark.parametrize("story", STORIES[:3])
def test_the_story_below_the_name_of_a_box_is_that_of_the_box(story: str) -> None:
    box = f"<div><h3>Thể thao</h3>{part(story, 'ben', count=1)}</div>"
    assert titles(f"<div>{NAME}{part(ROWS[0], 'bai')}{TURN}</div>{box}{FEET[0]}", URL) == of_parts("bai")


COLUMN = (
    "<td><h2><a href='?view=article&id={n}:hoat-dong-cua-so'>{title}</a></h2><p>Thứ hai, 16 Tháng 08 2010</p>{text} "
    "<a href='?view=article&id={n}:hoat-dong-cua-so'>Đọc thêm...</a></td>"
)


def joomla(first: str) -> str:
    """The first story in a row of its own, and below it the others in two columns of a table of their own."""
    written = [COLUMN.format(n=5608 - n, title=title, text=TEXT) for n, title in enumerate(NAMES)]
    rows = "".join(f"<tr>{''.join(written[at : at + 2])}</tr>" for at in (1, 3))
    lead = first.format(written[0].removeprefix("<td>").removesuffix("</td>"))
    return f"<h3>Tin hoạt động</h3><table><tr>{lead}</tr><tr><td><table>{rows}</table></td></tr></table>"


NAMES = (
    "Thanh tra các cơ sở",
    "Danh sách nợ bảo hiểm",
    "Quy hoạch mạng lưới",
    "Hội thảo sản xuất",
    "Nghiệm thu đề tài",
)


@pytest.mark.parametrize("first", ["<td><div><div>{}</div><span>&nbsp;</span></div></td>", "<td>{}</td>"])
def test_a_story_in_the_row_above_a_table_of_columns_is_of_their_list(first: str) -> None:
    assert titles(joomla(first)) == list(NAMES)


def test_a_story_beside_a_table_of_columns_in_another_cell_of_its_row_is_none_of_their_list() -> None:
    body = joomla("").replace("<tr><td><table>", f"<tr><td>{part(STORIES[3], 'ben', count=1)}</td><td><table>")
    assert titles(body) == list(NAMES[1:])


def test_a_story_over_rows_whose_addresses_are_titles_without_spaces_is_of_their_list() -> None:
    names = ("Chisosanxuatcongnghiep6t98uiqc", "HoiNongdanxaKienThogiainnqzwwf", "LeviengdongchinguyenPhoBjmcyex")
    first, *further = (f"/portal/Pages/2020-6-{11 - n}/{name}.aspx" for n, name in enumerate(names))
    story = f"<div><a href='{first}'><img src='a.jpg'></a><h3><a href='{first}'>{NAMES[0]}</a></h3><p>{TEXT}</p></div>"
    rows = "".join(
        f"<tr><td><img src='b.gif'> <a href='{url}'>{name}</a> <span>(10/06/2020 05:24:47 PM)</span></td></tr>"
        for url, name in zip(further, NAMES[1:], strict=False)
    )
    body = f"<div><h2>Tin trong huyện</h2><div>{story}<table>{rows}</table></div></div>"
    assert titles(body, "http://x.gov.vn/portal/Pages/Tin-trong-huyen.aspx") == list(NAMES[:3])


def test_two_entries_of_which_one_has_no_picture_are_one_list() -> None:
    rows = (
        f"<div><a href='/tin/{n}'>{image}<b>{name}</b></a> <i>2{n}/05/2022</i><p>{TEXT}</p></div>"
        for n, image, name in ((11, "<img src='a.jpg'>", "Ra quân làm thủy lợi"), (9, "", "Họp dân các thôn bản"))
    )
    assert titles(f"<div>{NAME}{''.join(rows)}</div>{FEET[0]}", URL) == ["Ra quân làm thủy lợi", "Họp dân các thôn bản"]
