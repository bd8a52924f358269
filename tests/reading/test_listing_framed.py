"""Lists in their frames: boxes around them that look as if they went on with it, months, pagers, introductions."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.listed import ROW, TITLES, listed, rows

BARE = rows('<li><a href="/tin/{slug}-9">{title} (khác)</a></li>')
PAGER = "<p>1 <a href='?page=2'>2</a> <a href='?page=3'>3</a></p>"
MAIN = f"<h1>Tin tức</h1><ul>{rows(ROW)}</ul>"


def titles_of(body: str) -> list[str | None]:
    return [entry.title for entry in listed(f"<html><title>Tin tức</title><body><div>{body}</div></body></html>")]


@pytest.mark.parametrize("pager", ["", PAGER])
@pytest.mark.parametrize(
    "name",
    ["Chuyên mục khác", "Các mục khác", "CÁC CHUYÊN TRANG KHÁC", "Liên kết khác", "Đơn vị khác", "Các lĩnh vực khác"],
)
def test_what_is_of_other_sections_goes_on_with_no_list(name: str, pager: str) -> None:
    assert titles_of(f"<div>{MAIN}{pager}</div><div><h3>{name}</h3><ul>{BARE}</ul></div>") == TITLES


@pytest.mark.parametrize("name", ["Tin khác", "Các bài viết khác", "THÔNG BÁO KHÁC", "Tin khác trong mục"])
def test_other_announcements_go_on_with_the_list_above_them(name: str) -> None:
    assert len(titles_of(f"<div>{MAIN}<h3>{name}</h3><ul>{BARE}</ul></div>")) == 2 * len(TITLES)


TABLE = "<table><tbody><tr><td>{}</td></tr></tbody></table>"


@pytest.mark.parametrize("inside", ["<ul>{}</ul>", "<div><ul>{}</ul></div>"])
@pytest.mark.parametrize("between", ["", TABLE.format("<ul></ul>")])
@pytest.mark.parametrize("name", ["TIN ĐÃ ĐƯA", "Tin khác", "Các tin đã đăng"])
def test_so_they_do_where_each_stands_in_a_table_of_its_own(name: str, between: str, inside: str) -> None:
    further = f"{TABLE.format(f'<p>{name}</p>')}{TABLE.format(inside.format(BARE))}"
    assert len(titles_of(f"<div>{MAIN}{between}{further}</div>")) == 2 * len(TITLES)


@pytest.mark.parametrize("name", ["Câu hỏi mới nhất", "Tin nổi bật", "Liên kết khác"])
def test_a_box_in_tables_is_none_of_the_list(name: str) -> None:
    box = f"{TABLE.format(f'<p>{name}</p>')}{TABLE.format(f'<ul>{BARE}</ul>')}"
    assert titles_of(f"<div>{MAIN}</div><div>{box}</div>") == TITLES


def test_other_announcements_beside_a_list_are_those_of_a_box() -> None:
    assert titles_of(f"<div>{MAIN}</div><aside><h3>Tin khác</h3><ul>{BARE}</ul></aside>") == TITLES


FIRST = "<h4><a href='/tin/mot-bai-dau-hop-77'>Một bài đứng đầu trong hộp tin</a></h4><p>Tóm tắt của bài đứng đầu.</p>"
PICTURE = "<a href='/tin/mot-bai-dau-hop-77'><img src='/a.jpg'></a>"


@pytest.mark.parametrize("head", ["<h3>Tin nổi bật</h3>", "<div>Gương sáng</div>", "<p><a href='/moi'>Tin mới</a></p>"])
@pytest.mark.parametrize(
    "box",
    [
        "<div>{head}<div>{picture}{first}</div><ul>{bare}</ul></div>",
        "<div><div>{head}</div><div><div>{first}</div><div><ul>{bare}</ul></div></div></div>",
        "<table><tr><td>{head}</td></tr><tr><td>{picture}{first}</td></tr><tr><td><ul>{bare}</ul></td></tr></table>",
    ],
)
@pytest.mark.parametrize("frame", ["<div>{main}</div><div>{box}</div>", "<div>{box}{box}</div><div>{main}</div>"])
def test_the_rest_of_a_box_below_its_first_entry_is_none_of_the_list(frame: str, box: str, head: str) -> None:
    boxed = box.format(head=head, picture=PICTURE, first=FIRST, bare=BARE)
    assert titles_of(frame.format(main=MAIN, box=boxed)) == TITLES


@pytest.mark.parametrize(
    "body",
    [
        "<div>{head}<div>{picture}{first}</div><ul>{rows}</ul></div>",
        "<div>{head}<div><div>{picture}{first}</div><div><ul>{rows}</ul></div></div></div>",
    ],
)
def test_the_rest_of_a_list_below_its_featured_entry_is_of_the_list(body: str) -> None:
    page = body.format(head="<h1>Tin tức</h1>", picture=PICTURE, first=FIRST, rows=rows(ROW))
    assert titles_of(f"{page}<div><h3>Gương sáng</h3><ul>{BARE}</ul></div>")[1:] == TITLES


@pytest.mark.parametrize(
    "form",
    [
        "<div>Tìm kiếm: <input><select><option>2021</option></select><button>Tìm</button></div>",
        "<form><label>Từ khóa</label> <input name='q'> <input type='submit' value='Tìm'></form>",
        "<p>Hiển thị <select><option>10</option><option>20</option></select> tin mỗi trang</p>",
        "<table><tr><td>Số ký hiệu</td><td><input></td></tr><tr><td>Trích yếu</td><td><input></td></tr></table>",
        "<fieldset><legend>Lọc theo năm</legend><select><option>2021</option></select></fieldset>",
    ],
)
def test_a_form_between_a_list_and_its_name_takes_no_name_from_it(form: str) -> None:
    box = f"<div><h3>Gương sáng</h3><ul>{rows(ROW.replace('{slug}', '{slug}-9'))}{BARE}</ul></div>"
    assert titles_of(f"{box}<div><h2>Tin tức</h2>{form}<ul>{rows(ROW)}</ul></div>") == TITLES


BOXES = "".join(
    f"<div><h3>{name}</h3><p><a href='/tin/hop-{n}0'>Một bài đứng đầu hộp tin số {n}</a></p>"
    f"<p><a href='/tin/hop-{n}1'>Bài thứ hai của hộp tin số {n}</a></p></div>"
    for n, name in enumerate(("Gương sáng", "Góc pháp luật", "Chính sách mới"), start=70)
)


@pytest.mark.parametrize(
    "row",
    [
        "<div><h3><a href='/tin/{slug}'>{title}</a></h3><p>{day}</p></div>",
        "<div><p><a href='/tin/{slug}'>{title}</a></p><p>{day}</p></div>",
    ],
)
@pytest.mark.parametrize("boxes", [BOXES, BOXES.replace("h3>", "p>")])
def test_boxes_in_the_place_of_further_records_are_none(boxes: str, row: str) -> None:
    assert titles_of(f"<h1>Tin tức</h1>{rows(row)}{PAGER}{boxes}") == TITLES


def test_records_that_lead_to_related_announcements_too_are_records() -> None:
    related = "<ul><li><a href='/tin/lien-quan-{slug}1'>Bài liên quan một: {title}</a></li></ul>"
    row = f"<div><h3><a href='/tin/{{slug}}'>{{title}}</a></h3><p>{{day}}</p>{related}{related.replace('1', '2')}</div>"
    assert set(TITLES) <= set(titles_of(f"<h1>Tin tức</h1>{rows(row)}"))


MONTHS = "".join(
    f"<h4>{head}</h4><ul>{rows(f'<li><a href=/tin/{n}{{slug}}>{{title}} ({n})</a></li>')}</ul>"
    for n, head in enumerate(("Tháng 3/2021", "Tháng 2/2021", "Tháng 1/2021"))
)


@pytest.mark.parametrize("name", ["<h1>Tin tức</h1>", "<div>TIN TỨC</div>", ""])
def test_groups_by_month_without_days_are_heavier_together_than_a_box_with_days(name: str) -> None:
    row = ROW.replace("{slug}", "{slug}-9").replace("{title}", "{title} khác")
    assert len(titles_of(f"<div><h3>Gương sáng</h3><ul>{rows(row)}</ul></div><div>{name}{MONTHS}</div>")) == 9


def test_one_bare_title_before_the_pager_outweighs_boxes_with_days_and_names() -> None:
    one = "<ul><li><a href='/tin/mot-thong-bao-cuoi-cung-815'>Một thông báo cuối cùng của xã</a></li></ul>"
    main = f"{one}<p><a href='?page=1'>1</a> <a href='?page=2'>2</a> <b>3</b></p>"
    box = f"<div><h3>Gương sáng</h3><ul>{rows(ROW)}</ul></div>"
    assert titles_of(f"{box}<div>{main}</div>") == ["Một thông báo cuối cùng của xã"]


def test_a_box_of_the_page_s_own_name_beside_its_paged_list_is_none_of_it() -> None:
    box = f"<div><div><h3>Tin tức</h3><ul>{BARE}</ul></div></div>"
    assert titles_of(f"{box}<div>{MAIN}{PAGER}</div>") == TITLES


INTRODUCTION = (
    "<p>Trong thời gian tới, địa phương sẽ nhân rộng mô hình này ra các xã lân cận. Người dân phấn khởi khi tuyến đường"
    " liên thôn dài 3,2 km được đưa vào sử dụng. Kinh phí được lấy từ nguồn ngân sách huyện và đóng góp của người"
    " dân, doanh nghiệp trên địa bàn huyện trong ba năm qua.</p>"
)
BARE_ROWS = rows("<li><a href='/tin/{slug}'>{title}</a></li>")
CELLS = "<tr><th>STT</th><th>Tên</th></tr>" + rows("<tr><td>1</td><td><a href='/tin/{slug}'>{title}</a></td></tr>")
NAMED = "<table><tr><td>{}</td></tr></table>"


def kind_of(body: str, title: str = "Tin tức") -> str:
    page = f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>"
    return read_page(page.encode(), "https://x.gov.vn/tin-tuc").kind


@pytest.mark.parametrize(
    "main",
    [f"<ul>{BARE_ROWS}</ul>", f"<ol>{BARE_ROWS}</ol>", f"<table>{CELLS}</table>", f"<div><ul>{BARE_ROWS}</ul></div>"],
)
def test_a_section_that_tells_of_itself_above_bare_entries_is_a_list(main: str) -> None:
    assert kind_of(f"<h1>Tin tức</h1>{INTRODUCTION}{main}") == "listing"


@pytest.mark.parametrize("name", ["<h3>Tin khác</h3>", NAMED.format("Tin liên quan"), "<p>Góc pháp luật</p>"])
def test_a_short_text_above_a_box_with_a_name_is_an_announcement(name: str) -> None:
    text = f"<h1>Họp dân bản Nà Luông</h1>{INTRODUCTION}{INTRODUCTION}"
    assert kind_of(f"{text}<div>{name}<ul>{BARE_ROWS}</ul></div>", "Họp dân bản Nà Luông") == "article"


@pytest.mark.parametrize("day", ["", "<p align=right><i>Ngày đăng tin: 13-04-2009</i></p>"])
@pytest.mark.parametrize("name", ["<h4>Bài cùng mục</h4>", "<b>Tin đã đưa:</b><br>", "<p><b>Tin khác</b></p>"])
def test_a_short_notice_above_others_in_the_table_that_lays_out_the_page_is_an_announcement(
    name: str, day: str
) -> None:
    others = "".join(f"<a href='xem.aspx?id={number}'>{other}</a><br>" for number, other in enumerate(TITLES, 701))
    text = (
        "<h1>Thực đơn bán trú tuần 12</h1><p>Nhà trường xin gửi tới quý phụ huynh nội dung cho tuần này.</p>"
        "<p>Trân trọng báo tin và mong nhận được sự phối hợp của các gia đình.</p>"
    )
    menu = "<a href='/'>Trang chủ</a> <a href='/vb'>Văn bản</a>"
    page = f"<table><tr><td>{menu}</td><td>{text}{day}{name}{others}</td><td>12/05/2024</td></tr></table>"
    reading = read_page(page.encode(), "http://truong.example/xem.aspx?id=77")
    assert reading.kind == "article"


@pytest.mark.parametrize(
    "entry",
    [
        "<ul><li><a href='/tin/dai-hoi-77'>Thông báo đại hội thi đua của xã</a></li></ul>",
        "<div><h3><a href='/tin/dai-hoi-77'>Thông báo đại hội thi đua của xã</a></h3><p>12/03/2021</p></div>",
        "<table><tr><th>TT</th><th>Tên</th></tr><tr><td>1</td><td><a href='/tin/dai-hoi-77'>Thông báo đại hội thi đua"
        " của xã</a></td></tr></table>",
    ],
)
def test_a_single_entry_right_below_the_name_of_its_section_is_a_list(entry: str) -> None:
    assert kind_of(f"<h1>Tin tức</h1>{entry}<div><h3>Liên kết</h3></div>") == "listing"


PAPER = "<div><p><a href='/van-ban/{slug}'>1{n}/QĐ-UBND</a></p><p>{day}</p><p>{title}</p></div>"


def test_the_abstract_of_a_paper_in_a_box_of_several_is_no_title_of_a_page() -> None:
    papers = "".join(rows(PAPER.replace("{n}", n)) for n in "1")
    body = f"<div><ul>{BARE_ROWS}</ul></div><div><h3>Góc pháp luật</h3>{papers}</div><div><h3>Thăm dò</h3></div>"
    assert kind_of(body, "Cổng thông tin") == "listing"


@pytest.mark.parametrize("link", ["/index.php?view=article&amp;id=8412", "/component/content/8412"])
def test_a_title_that_leads_to_the_page_at_another_address_with_its_number_is_its_title(link: str) -> None:
    body = (
        f"<table><tr><td><a href='{link}'>Thông báo lịch cắt điện tuần tới của xã</a></td></tr></table>"
        f"<table><tr><td>12/03/2021</td></tr><tr><td><p>{'Điện lực thông báo lịch cắt điện của xã như sau. ' * 4}</p>"
        "</td></tr></table>"
    )
    page = f"<html><head><title>Thông báo</title></head><body><div>{body}</div></body></html>"
    assert read_page(page.encode(), "https://x.gov.vn/thong-bao/8412-cat-dien").kind == "article"


SHOWN = (
    "<div><a href='/{slug}'><div><p>{title}</p></div></a><div><p>Tóm tắt: {title} theo kế hoạch năm.</p></div></div>",
    "<div><div><a href='/{slug}.html'>{title}</a></div><span>{day}</span></div>",
    "<div><div><a href='/bai/{slug}'>{title}</a></div><a href='/bai/{slug}'><img src='/a.jpg' width='200'></a></div>",
)


@pytest.mark.parametrize("row", SHOWN)
@pytest.mark.parametrize("address", ["/ChuyenMuc/Index/4", "/index.php?cat=12", "/c/tin-tuc-su-kien/"])
@pytest.mark.parametrize(
    "head",
    ["<div><a href='{}'><p>Tin tức sự kiện</p></a></div>", "<div><div><a href='{}'>Tin tức sự kiện</a></div></div>"],
)
def test_the_heading_of_a_list_in_the_place_of_its_first_entry_is_none(head: str, address: str, row: str) -> None:
    markup = f"<body><div><div>{head.format(address)}{rows(row)}</div></div></body>"
    assert [one.title for one in listed(markup, "https://x.gov.vn/tin-tuc-su-kien")] == TITLES


@pytest.mark.parametrize("row", SHOWN)
@pytest.mark.parametrize("title", ["Lịch tiêm chủng", "Thư chúc Tết", "Thông báo lịch cắt điện tuần này ở các xã"])
def test_a_first_entry_with_nothing_but_its_title_is_one(title: str, row: str) -> None:
    opening, link, _ = row.partition("</a>")
    first = f"{opening}{link}{'</div>' * (opening.count('<div') - opening.count('</div'))}"
    first = first.format(slug="lich-tiem-815", title=title)
    assert [one.title for one in listed(f"<body><div>{first}{rows(row)}</div></body>")] == [title, *TITLES]
