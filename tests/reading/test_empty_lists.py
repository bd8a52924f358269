"""A section without announcements is empty: what its menus are called is none, however long that is."""

from __future__ import annotations

import re

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context

SECTIONS = {
    "du-thao-van-ban-lay-y-kien": "Dự thảo văn bản lấy ý kiến",
    "giai-quyet-khieu-nai-to-cao": "Giải quyết khiếu nại, tố cáo",
    "pho-bien-giao-duc-phap-luat": "Phổ biến, giáo dục pháp luật",
    "chi-cuc-chan-nuoi-va-thu-y": "Chi cục Chăn nuôi và Thú y",
    "quy-hoach-ke-hoach-phat-trien": "Quy hoạch, kế hoạch phát triển",
    "thong-tin-tuyen-truyen-pho-bien": "Thông tin tuyên truyền, phổ biến",
}
ADDRESSES = ("/portal/Pages/{}.aspx", "/{}/", "/web/xa/{}")


def links(address: str, names: list[tuple[str, str]], entry: str) -> str:
    return "".join(entry.format(address=address.format(slug), name=name) for slug, name in names)


def below_entries(address: str, submenu: str, entry: str) -> str:
    menus = (
        f"<li><a href='{address.format('muc')}-{number}'>Mục {number}</a>"
        f"{submenu.format(links(address, [named, (f'lich-{number}', f'Lịch {number}')], entry))}</li>"
        for number, named in enumerate(SECTIONS.items())
    )
    return f"<ul>{''.join(menus)}</ul>"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("submenu", "entry"),
    [
        ("<ul>{}</ul>", "<li><a href='{address}'>{name}</a></li>"),
        ("<div class='dropdown'>{}</div>", "<a href='{address}'>{name}</a>"),
    ],
)
@pytest.mark.parametrize("main", ["<div></div>", "<table><tr><th>STT</th><th>Tiêu đề</th></tr></table>"])
def test_the_menu_below_an_entry_of_a_menu_is_no_list(main: str, submenu: str, entry: str, address: str) -> None:
    page = f"<body>{below_entries(address, submenu, entry)}<h1>Tin tức</h1>{main}<p>UBND xã Mộc</p></body>"
    read = read_page(f"<html>{page}</html>".encode(), f"http://xa-moc.example{address.format('tin-tuc')}")
    assert (read.kind, read.outcome, read.entries) == ("listing", "empty", ())


@pytest.mark.parametrize("address", ADDRESSES)
def test_beside_a_list_that_says_it_is_empty_a_menu_of_long_names_is_none(address: str) -> None:
    menu = links(address, list(SECTIONS.items()), "<li><a href='{address}'>{name}</a></li>")
    page = f"<body><ul>{menu}</ul><h1>Tin tức</h1><p>Không có bản ghi nào</p><p>UBND xã Mộc</p></body>"
    read = read_page(f"<html>{page}</html>".encode(), f"http://xa-moc.example{address.format('tin-tuc')}")
    assert (read.kind, read.outcome, read.entries) == ("listing", "empty", ())


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_menu_and_boxes_with_days_around_a_list_that_says_it_is_empty_are_none(address: str) -> None:
    menu = below_entries(address, "<ul>{}</ul>", "<li><a href='{address}'>{name}</a></li>")
    row = "<p><a href='/tin/{0}-lich-thi'>Thông báo lịch thi giữa học kỳ, đợt {0}</a> <i>1{0}/10/2018</i></p>"
    boxes = "".join(f"<div><div>{name}</div>{{}}</div>" for name in ("Thông báo mới", "Tin đọc nhiều"))
    beside = boxes.format(*("".join(map(row.format, numbers)) for numbers in (range(4), range(4, 9))))
    page = f"<body>{menu}<div>{beside}</div><div><h3>Hướng nghiệp</h3><p>Chưa có bài viết</p></div></body>"
    read = read_page(f"<html>{page}</html>".encode(), f"http://xa-moc.example{address.format('huong-nghiep')}")
    assert (read.outcome, read.entries) == ("empty", ())


def test_bare_titles_are_a_list_where_there_is_no_better_one() -> None:
    titles = [(f"{number}-khanh-thanh-cau", f"Khánh thành cầu Mộc Giang số {number} ở xã Mộc") for number in range(9)]
    rows = links("/tin-tuc/{}", titles, "<li><a href='{address}'>{name}</a></li>")
    menu = below_entries("/{}/", "<ul>{}</ul>", "<li><a href='{address}'>{name}</a></li>")
    page = f"<body>{menu}<ul>{rows}</ul></body>"
    read = read_page(f"<html>{page}</html>".encode(), "http://xa-moc.example/tin-tuc/")
    assert [entry.title for entry in read.entries] == [title for _, title in titles]


NAMES = list(SECTIONS.values())
FLAT = "".join(f"<div><a href='/Default.aspx?tabid={number}'>{name}</a></div>" for number, name in enumerate(NAMES, 31))


@pytest.mark.parametrize("told", ["Chưa có tin.", "Không có dữ liệu", "Chưa có bài viết nào", "Đang cập nhật"])
@pytest.mark.parametrize(
    "page",
    [
        "<div>{menu}</div><div><h2>Tin tức</h2><p>{told}</p></div>",
        "<div><h2>Tin tức</h2><p>{told}</p></div><div>{menu}</div>",
        "<div>{menu}<div>TIN TỨC</div><div>{told}</div></div>",
    ],
)
def test_a_flat_menu_of_long_names_is_no_list_where_that_of_the_page_says_it_is_empty(page: str, told: str) -> None:
    markup = f"<html><body>{page.format(menu=FLAT, told=told)}<p>UBND xã Mộc</p></body></html>"
    read = read_page(markup.encode(), "http://xa-moc.example/tin-tuc", context=Context(expected="listing"))
    assert (read.outcome, read.entries) == ("empty", ())


@pytest.mark.parametrize("beside", ["<div><b>Video</b><p>Đang cập nhật</p></div>", "<p>Không có bình luận</p>"])
@pytest.mark.parametrize("head", ["<h2>Tin tức</h2>", ""])
def test_bare_titles_are_a_list_beside_a_box_that_says_it_is_empty(head: str, beside: str) -> None:
    titles = "".join(f"<p><a href='/tin/{n}.html'>Khánh thành cầu Mộc Giang số {n} ở xã Mộc</a></p>" for n in range(9))
    markup = f"<html><body><div>{head}{titles}</div>{beside}</body></html>"
    read = read_page(markup.encode(), "http://xa-moc.example/tin-tuc", context=Context(expected="listing"))
    assert len(read.entries) == 9


TOLD = (
    "Nội dung đang được cập nhật. Quý phụ huynh vui lòng quay lại sau!",
    "Chuyên mục này chưa có bài viết",
    "Không có dữ liệu.",
)
BOXES = (
    "<li><a href='{home}/quy-che-thi-{n}.html'>{n}/2024/TT-BGDĐT</a> Quy chế thi</li>",
    "<li><a href='{home}/quy-che-thi-{n}.html'>Quy chế thi tốt nghiệp năm {n}</a> <i>{n}/03/2024</i></li>",
    "<li><a href='{home}/hoi-thi-{n}.html'><img src='a.jpg'></a>"
    "<a href='{home}/hoi-thi-{n}.html'>Lớp 9/{n} đạt giải nhất hội thi vẽ tranh cấp huyện năm nay</a></li>",
)


def empty_section(told: str, box: str, count: int, home: str = "/van-ban") -> tuple[str, int]:
    rows = "".join(box.format(home=home, n=number) for number in range(21, 21 + count))
    main = f"<div><ol><li>Trang chủ</li></ol><h1>Tuyển sinh</h1><div><p>{told}</p></div></div>"
    beside = f"<div><div><h3>Văn bản</h3><ul>{rows}</ul></div></div>"
    page = f"<html><head><title>Tuyển sinh</title></head><body><div>{main}{beside}</div><p>Trường Mộc</p></body></html>"
    read = read_page(page.encode(), "http://truong-moc.example/tuyen-sinh", context=Context(expected="listing"))
    return read.outcome, len(read.entries)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_box_of_another_name_beside_an_empty_section_is_no_list(count: int, box: str, told: str) -> None:
    assert empty_section(told, box, count) == ("empty", 0)


@pytest.mark.parametrize("box", BOXES[1:])
@pytest.mark.parametrize(
    ("told", "home"), [("Thông tin chung của nhà trường", "/van-ban"), ("Chưa có bài viết", "/tuyen-sinh/lop-10")]
)
def test_a_list_of_another_name_is_one_where_nothing_is_said_empty_or_its_links_lead_below(
    told: str, home: str, box: str
) -> None:
    assert empty_section(told, box, 5, home) == ("read", 5)


@pytest.mark.parametrize(
    "told",
    [
        "Rất tiếc, không tìm thấy bài viết nào phù hợp. Vui lòng thử lại với từ khóa khác.",
        "Xin lỗi, không có kết quả nào phù hợp.",
        "Không có bài viết nào. Hãy thử tìm với từ khác!",
    ],
)
def test_a_search_that_finds_nothing_is_an_empty_list(told: str) -> None:
    page = (
        "<html><head><title>Kết quả tìm kiếm cho “bấm huyệt cổ tay”</title></head><body><ul><li><a href='/gt'>"
        "Giới thiệu</a></li><li><a href='/tin'>Tin tức</a></li></ul><main><h1>Kết quả tìm kiếm: bấm huyệt cổ tay</h1>"
        f"<p>{told}</p></main><footer><h2>Bài viết gần đây</h2><ul><li><a href='/2025/01/tra-gung.html'>Trà gừng và"
        " những lưu ý khi uống buổi tối</a> 11/01/2025</li></ul></footer></body></html>"
    )
    read = read_page(page.encode(), "https://dong-y.example/?s=bam+huyet")
    assert (read.kind, read.outcome, read.entries) == ("listing", "empty", ())


NOTICES = "".join(
    f"<li><a href='NewsDetail.aspx?MenuID=7&NewsID={n}'>Thông báo tuyển dụng viên chức trạm y tế xã, đợt {n}</a>"
    f" ({n}/03/2018)</li>"
    for n in range(11, 21)
)
BARE = re.sub(r" \(\d+/03/2018\)", "", NOTICES)
BOX = f"<h3>Thông báo</h3><ul>{NOTICES}</ul>"
WAY = "<div><a href='Default.aspx'>Trang chủ</a> &gt; Văn bản &gt; <b>Dự thảo lấy ý kiến</b></div>"
SEARCH = "<div><input name='q'> <select><option>2018</option></select> <input type='submit' value='Tìm kiếm'></div>"
GRID = "<div><table><tr><td colspan='4'>{}</td></tr></table></div>"


def of_columns(page: str) -> int:
    markup = f"<title>Văn bản - Chi cục Kiểm lâm</title><body><form>{page}<p>Hạt Kiểm lâm Mộc</p></form></body>"
    found = {
        len(read_page(markup.encode(), "http://kiem-lam.example/LegalDoc.aspx?MenuID=22", context=context).entries)
        for context in (None, Context(expected="listing"))
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("told", ["Không có dữ liệu", "Chưa có bài viết nào.", "Nội dung đang được cập nhật"])
@pytest.mark.parametrize(
    ("columns", "box"),
    [
        ("<div>{main}</div><div>{box}</div>", BOX),
        ("<div>{box}</div><div>{main}</div>", BOX),
        ("<table><tr><td>{box}</td><td>{main}</td></tr></table>", BOX),
        (
            "<div>{main}</div><div>{box}</div>",
            BOX.replace("</h3>", "</h3><p><a href='/ThongBao.aspx'>Xem thêm</a></p>"),
        ),
        ("<div>{box}</div><div>{main}</div>", f"<img src='/anh.jpg'><ul>{NOTICES}</ul>"),
    ],
    ids=range(5),
)
@pytest.mark.parametrize(
    "main",
    [
        WAY + SEARCH + GRID,
        WAY + GRID,
        WAY + "<p>{}</p>",
        WAY + "<h2>Dự thảo lấy ý kiến</h2>" + SEARCH + "<span>{}</span>",
        "<ul><li><a href='/'>Trang chủ</a></li><li>Dự thảo</li></ul>" + SEARCH + GRID,
        "<p>Bạn đang ở: <a href='/'>Trang chủ</a> / Dự thảo lấy ý kiến</p>" + GRID,
        "<p>Trang chủ » Văn bản » Dự thảo lấy ý kiến</p><div><i>{}</i></div>",
        WAY + "<table><tr><th>STT</th><th>Số hiệu</th><th>Trích yếu</th></tr><tr><td colspan='3'>{}</td></tr></table>",
        "<h1>Văn bản</h1>" + SEARCH + GRID,
    ],
    ids=range(9),
)
def test_boxes_beside_a_section_that_says_it_is_empty_below_the_way_to_it_are_no_list(
    main: str, columns: str, box: str, told: str
) -> None:
    assert of_columns(columns.format(main=main.format(told), box=box)) == 0


@pytest.mark.parametrize(
    "row", ["<div><div>{}</div><div>{}</div></div>", "<table><tr><td>{}</td><td>{}</td></tr></table>"]
)
def test_the_way_to_an_empty_section_may_stand_over_all_columns(row: str) -> None:
    main = "<h2>Dự thảo lấy ý kiến</h2>" + SEARCH + GRID.format("Không có dữ liệu")
    assert of_columns(WAY + row.format(BOX, main)) == 0
    assert of_columns(WAY + row.format(main, BOX)) == 0
    assert of_columns(WAY + row.format(BOX, main.replace("Dự thảo lấy ý kiến", "Lịch tiếp dân"))) == 10


@pytest.mark.parametrize(
    "page",
    [
        WAY + SEARCH + BOX + "<div><p>Tin đang được cập nhật...</p></div>",
        "<div>" + WAY + BOX + "</div><div><p>Tin đang được cập nhật...</p></div>",
        "<div>" + WAY + "<h3>Nổi bật</h3><a href='/News.aspx?NewsID=5'>Lịch trực</a> (11/03/2018)</div>"
        "<div><p>Tin đang được cập nhật...</p></div><div>" + BOX + "</div>",
        WAY + BOX + "<div><h3>Bình luận</h3><p>Chưa có bình luận</p></div>",
        WAY + "<div>" + BOX + "</div><div><h3>Tin khác</h3><p>Không có dữ liệu</p></div>",
        WAY + "<div><input name='q'><ul><li>Không tìm thấy kết quả</li></ul></div><div>" + BOX + "</div>",
        WAY + "<div style='display: none'>Không có dữ liệu</div><div>" + BOX + "</div>",
        "<div>" + WAY + "<p>Nội dung đang được cập nhật</p></div><div><ul>" + NOTICES + "</ul></div>",
        "<div>" + WAY + "<p>Không có mục nào</p><p><img></p><ul>" + NOTICES + "</ul></div>",
        WAY + "<!-- Không có dữ liệu --><div>" + BOX + "</div>",
        WAY + "<aside><p>Không có dữ liệu</p></aside><div>" + BOX + "</div>",
        "<div><h3>Video</h3><p>Đang cập nhật</p></div><div>" + WAY + BOX + "</div>",
        "<div><h3>Thăm dò ý kiến</h3><p>Chưa có nội dung</p></div><div>" + WAY + BOX + "</div>",
        "<div><h3>Giỏ hàng</h3><p>Không có mục nào</p></div><div>" + BOX + "</div>",
        WAY + "<div><h3>Lịch tiếp dân</h3><p>Chưa có dữ liệu</p></div><div>" + BOX + "</div>",
        WAY + "<p><label>Không có dữ liệu</label> <button>Không có kết quả</button></p><div>" + BOX + "</div>",
        f"<div>{WAY}<div><p>Chưa có nội dung</p></div></div><div><div><ul>{BARE}</ul></div></div>",
        f"<div>{WAY}<p>Đang cập nhật</p></div><div><div><h2>Dự thảo lấy ý kiến</h2><ul>{NOTICES}</ul></div></div>",
    ],
    ids=range(18),
)
def test_a_list_is_one_beside_what_says_that_something_else_is_empty(page: str) -> None:
    assert of_columns(page) == 10


@pytest.mark.parametrize("told", ["Không có dữ liệu", "Đang cập nhật"])
def test_boxes_beside_a_list_below_what_says_that_nothing_is_shown_are_none_of_it(told: str) -> None:
    side = (
        "<h3>Gương sáng</h3><ul>" + "</li>".join(NOTICES.split("</li>")[:4]).replace("MenuID=7", "MenuID=9") + "</ul>"
    )
    main = f"<h1>Văn bản</h1><p>{told}</p><div><ul>{NOTICES}</ul></div>"
    assert of_columns(f"<div>{main}</div><div>{side}</div>") != 4
