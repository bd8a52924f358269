"""Lists of little weight that are those of their pages, since these are called so: of short titles, bare or few."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context

SHORT = ("Lịch nghỉ lễ", "Họp dân bản", "Tiêm vắc xin", "Thu quỹ hội", "Tết trồng cây")
LONG = (
    "Hội Nông dân trao bò giống cho hộ nghèo bản Cóc",
    "Ra quân làm thủy lợi nội đồng vụ đông xuân năm nay",
    "Bàn giao nhà đại đoàn kết cho gia đình bà Lò Thị Ón",
)
ISSUES = tuple(f"Số {number} (tháng {number - 119}/2022)" for number in range(120, 125))
SUMMARY = "Theo báo cáo của đơn vị, đến hết tháng 5 đã có 1.240 hộ đăng ký tham gia, đạt 86% kế hoạch đề ra."
PAGER = "<p><b>1</b> <a href='?trang=2'>2</a> <a href='?trang=3'>3</a></p>"
HOT = (
    "<div><h3>{name}</h3><ul><li><a href='/hot/701'>Hơn 200 đoàn viên hiến máu đợt hai</a></li>"
    "<li><a href='/hot/702'>Chủ động phòng chống cháy rừng mùa khô</a></li>"
    "<li><a href='/hot/703'>Nhân rộng mô hình camera an ninh ở các bản</a></li></ul></div>"
)
READ = HOT.format(name="Đọc nhiều nhất").replace("</a>", "</a> (28/05/2022)").replace("/hot/", "/doc/")
ROWS = (
    ("<p>• <a href='/muc/bai-{n}'>{title}</a></p>", LONG, ""),
    ("<tr><td><a href='bai.asp?id={n}'>{title}</a></td></tr>", SHORT, PAGER),
    ("<div><a href='/muc/{n}-hop-dan.html'>{title}</a></div>", SHORT, PAGER),
    ("<div><h4><a href='/muc/mua-hoa-{n}'>{title}</a></h4><p>{summary}</p></div>", SHORT, PAGER),
    ("<div><a href='/so/{n}'><img src='{n}.jpg'></a><p><a href='/so/{n}'>{title}</a></p></div>", ISSUES, ""),
    ("<li><a href='/so/bao-so-{n}00'>{title}</a></li>", ISSUES, PAGER),
)
PAGE = (
    "<html><head><title>{name} - Huyện Mường Khoa</title></head><body><ul><li><a href='/'>Trang chủ</a></li>"
    "<li><a href='/khuyen-nong'>Khuyến nông</a></li></ul>{before}<main><h2>{name}</h2>{main}</main>{behind}</body>"
)


def listed(main: str, before: str = "", behind: str = "", *, expected: bool = False) -> list[str]:
    page = PAGE.format(name="Khuyến nông", main=main, before=before, behind=behind)
    context = Context(expected="listing" if expected else None)
    read = read_page(page.encode(), "https://huyen.example/khuyen-nong", context=context)
    assert read.kind == "listing"
    return [entry.title or "" for entry in read.entries]


def rows(row: str, titles: tuple[str, ...]) -> str:
    told = "".join(row.format(n=number, title=title, summary=SUMMARY) for number, title in enumerate(titles, 3))
    return f"<table>{told}</table>" if row.startswith("<tr") else told


@pytest.mark.parametrize("expected", [False, True], ids=["of any kind", "sought as a list"])
@pytest.mark.parametrize("boxes", [("", ""), (HOT.format(name="Tin nóng"), READ), ("", HOT.format(name="Tin hot"))])
@pytest.mark.parametrize(("row", "titles", "pager"), ROWS)
def test_a_list_below_the_name_of_its_page_is_listed_however_bare_and_short_its_titles_are(
    row: str, titles: tuple[str, ...], pager: str, boxes: tuple[str, str], *, expected: bool
) -> None:
    assert listed(rows(row, titles) + pager, *boxes, expected=expected) == list(titles)


@pytest.mark.parametrize("name", ["Tin nóng", "Tin nổi bật", "Bản tin hot"])
@pytest.mark.parametrize(
    "told",
    [
        "<p>Chưa có bài viết nào trong chuyên mục này.</p>",
        "<div>Đang cập nhật...</div>",
        "<table><tr><th>STT</th><th>Tiêu đề</th></tr><tr><td colspan='2'>Không có dữ liệu</td></tr></table>",
    ],
)
def test_an_empty_list_between_boxes_of_headlines_lists_nothing(told: str, name: str) -> None:
    assert listed(told, HOT.format(name=name), READ, expected=True) == []


@pytest.mark.parametrize("name", ["Tin nông nghiệp", "TIN NÔNG THÔN MỚI", "Tin nông sản", "Tin nong nghiep"])
def test_a_list_of_what_is_farmed_is_no_box_of_hot_news(name: str) -> None:
    told = rows("<li><a href='/tin/{n}41.aspx'>{title}</a> (2{n}/05/2022)</li>", LONG)
    older = HOT.format(name="TIN ĐÃ ĐƯA").replace("</a>", "</a> (02/05/2022)").replace("/hot/", "/tin/")
    page = f"<html><body>{READ}<div><p><b>{name}</b></p><ul>{told}</ul>{older}</div></body></html>"
    read = read_page(page.encode(), "https://so.example/ds.aspx?muc=6", context=Context(expected="listing"))
    assert [entry.title for entry in read.entries][: len(LONG)] == list(LONG)
    assert len(read.entries) == len(LONG) + 3


@pytest.mark.parametrize(
    "tree",
    [
        "<ul>{rows}</ul>",
        "<ul>{rows}</ul><div><a href='/lien-he'>Liên hệ</a></div>",
    ],
)
def test_names_of_sections_below_the_name_of_their_page_are_no_announcements(tree: str) -> None:
    sections = ("Đất đai", "Hộ tịch", "Chứng thực", "Người có công")
    told = "".join(f"<li><a href='/muc/{number}'>{name}</a> (1{number})</li>" for number, name in enumerate(sections))
    assert listed(tree.format(rows=told)) == []


def test_what_bears_the_name_of_the_page_in_a_box_is_no_list_beside_one_with_days() -> None:
    told = "".join(
        f"<div><h3><a href='/tin/{n}'>{title}</a></h3><p>2{n}/05/2022</p></div>" for n, title in enumerate(LONG)
    )
    box = f"<div><h4>Khuyến nông</h4>{rows(ROWS[0][0], SHORT)}</div>"
    assert listed(told, behind=box) == list(LONG)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_bare_titles_below_the_name_of_their_page_are_its_list(count: int) -> None:
    told = "".join(
        f"<li><a href='/muc/bo-giong-cho-ho-ngheo-{n}'>{title}</a></li>" for n, title in enumerate(LONG[:count])
    )
    assert listed(f"<ul>{told}</ul>", HOT.format(name="Tin nóng"), READ, expected=True) == list(LONG[:count])


@pytest.mark.parametrize("tabs", ["<a href='#a'>{}</a> <a href='#b'>{}</a>", "<button>{}</button><button>{}</button>"])
@pytest.mark.parametrize("names", [("Văn bản mới", "Xem nhiều"), ("Tin mới", "Nổi bật")])
def test_tabs_right_below_the_name_of_a_page_choose_from_its_list(tabs: str, names: tuple[str, str]) -> None:
    row = "<div><a href='/vb/9{n}'>{title}</a> <i>2{n}/05/2022</i></div>"
    main = f"<div>{tabs.format(*names)}</div><div id='a'>{rows(row, LONG)}</div>"
    hidden = f"<div id='b' style='display:none'>{rows(row.replace('/vb/', '/vb/7'), LONG)}</div>"
    assert listed(main + hidden, behind=READ, expected=True) == list(LONG)


@pytest.mark.parametrize(
    ("name", "path"),
    [("Phóng sự - Video", "phong-su-video"), ("Văn hóa & Xã hội", "van-hoa-xa-hoi"), ("Dự án", "du-an")],
)
def test_the_address_spells_the_name_of_a_page_whatever_signs_stand_in_it(name: str, path: str) -> None:
    told = "".join(f"<p><a href='/m/{n}.html'>{title}</a></p>" for n, title in enumerate(SHORT, 501)) + PAGER
    page = f"<html><body>{HOT.format(name='Tin nóng')}<main><h2>{name}</h2><div>{told}</div></main></body></html>"
    read = read_page(page.encode(), f"https://huyen.example/{path}", context=Context(expected="listing"))
    assert [entry.title for entry in read.entries] == list(SHORT)


@pytest.mark.parametrize("says", ["Đọc tiếp", "Đọc thêm »", "Xem chi tiết", "[Đọc tiếp...]"])
@pytest.mark.parametrize("heading", ["", "<h1>Khuyến nông</h1>"])
def test_the_only_button_to_read_on_leads_to_the_entry_above_it_and_no_further(says: str, heading: str) -> None:
    lead = f"<h2>{LONG[0]}</h2><i>Ngày đăng: 28/05/2022</i><p>{SUMMARY}</p><a href='/khuyen-nong/300'>{says}</a>"
    rest = "".join(f"<li><a href='/khuyen-nong/{n}'>{title}</a></li>" for n, title in enumerate(LONG[1:], 301))
    page = f"<html><body>{READ}<main>{heading}<div>{lead}</div><ul>{rest}</ul></main></body></html>"
    read = read_page(page.encode(), "https://huyen.example/khuyen-nong", context=Context(expected="listing"))
    assert ([entry.title for entry in read.entries], read.follow) == (list(LONG), ())


@pytest.mark.parametrize("says", ["Đọc tiếp", "Đọc thêm"])
def test_a_button_to_read_on_that_counts_the_pages_of_its_own_list_leads_further(says: str) -> None:
    told = rows("<p><a href='/muc/{n}50.html'>{title}</a></p>", LONG)
    page = f"<html><body><h1>Khuyến nông</h1><div>{told}<a href='?page=2'>{says}</a></div></body></html>"
    read = read_page(page.encode(), "https://huyen.example/khuyen-nong", context=Context(expected="listing"))
    assert [follow.url for follow in read.follow] == ["https://huyen.example/khuyen-nong?page=2"]
