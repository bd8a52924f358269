"""Paged lists that begin in large, boxes above them, and boxes beside the list of a blog."""

from __future__ import annotations

import re

import pytest

from tests.reading.listed import ITEMS, TITLES, listed

LARGE = (
    "<table><tr><td><a href='{url}'><b>{title}</b></a> ({day})<br>{text} <a href='{url}'>Tiếp</a></td></tr></table>",
    "<div><h3><a href='{url}'>{title}</a></h3><i>{day}</i><p>{text}</p></div>",
    "<div><a href='{url}'><img src='a.jpg'></a><p><a href='{url}'>{title}</a></p><span>{day}</span><p>{text}</p></div>",
    "<dl><dt><a href='{url}'>{title}</a> <small>{day}</small></dt><dd>{text}</dd></dl><hr>",
)
FURTHER = (
    "{rows}|- <a href='{url}'>{title}</a> ({day})<br>",
    "<p>{rows}</p>|&bull; <a href='{url}'>{title}</a> <i>{day}</i><br>",
    "<ul>{rows}</ul>|<li><a href='{url}'>{title}</a> <span>({day})</span></li>",
    "<table>{rows}</table>|<tr><td>+</td><td><a href='{url}'>{title}</a></td><td>{day}</td></tr>",
    "<div>{rows}</div>|<p>» <a href='{url}'>{title}</a> {day}</p>",
)
BETWEEN = (
    "<b>Các tin trước:</b><br>",
    "<div>Tin cũ</div>",
    "<h4>Bài viết trước</h4>",
    "<p><strong>CÁC TIN KHÁC</strong></p>",
    "<font><b>Tin đã đưa:</b></font><br>",
    "<b>Thông báo cũ hơn</b><hr>",
)
TEXT = "Ủy ban nhân dân huyện vừa ban hành kế hoạch triển khai các nhiệm vụ trọng tâm trong thời gian tới."
PAGER = "<p>Trang [1] <a href='?trang=2'>[2]</a> <a href='?trang=3'>[3]</a></p>"
BOX = "<div><h3>{name}</h3><ul>{rows}</ul></div>|<li><a href='{url}'>{title}</a></li>"


def part(form: str, begin: str, name: str = "", *, count: int = len(ITEMS)) -> str:
    holder, _, row = form.rpartition("|")
    rows = "".join(
        row.format(url=f"/tin/{begin}-{slug}", title=f"{title} ({begin})", day=day, text=TEXT)
        for slug, title, day in ITEMS[:count]
    )
    return (holder or "{rows}").format(rows=rows, name=name)


def titles(body: str, address: str = "https://x.gov.vn/tin-tuc") -> list[str | None]:
    page = f"<html><head><title>Huyện Cẩm Sơn</title></head><body>{body}</body></html>"
    return [entry.title for entry in listed(page, address)]


def of_parts(*begins: str) -> list[str]:
    return [f"{title} ({begin})" for begin in begins for title in TITLES]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("large", LARGE)
def test_what_is_printed_in_large_above_the_older_ones_of_a_paged_list_is_of_it(
    large: str, further: str, between: str
) -> None:
    list_ = f"<b>TIN TRONG HUYỆN</b><br>{part(large, 'dau')}{between}{part(further, 'sau')}{PAGER}"
    assert titles(f"<table><tr><td>{list_}</td></tr></table>") == of_parts("dau", "sau")
    assert titles(f"<div><div>{list_}</div></div>") == of_parts("dau", "sau")


@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("large", LARGE)
def test_a_title_over_the_large_ones_and_a_paged_list_below_them_is_that_of_both(large: str, further: str) -> None:
    list_ = f"<h3>Tin trong huyện</h3>{part(large, 'dau')}<hr>{part(further, 'sau')}{PAGER}"
    assert titles(f"<div>{list_}</div>") == of_parts("dau", "sau")


WAYS = (
    "<h1>Tin trong huyện</h1>",
    "<div><a href='/'>Trang chủ</a> » <a href='/tin-tuc'>Tin trong huyện</a></div>",
    "<div><a href='/' title='Trang nhất'><img src='a'></a><a href='/tin'>Tin</a><a href='/tin-tuc'>Huyện</a></div>",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("large", LARGE)
def test_bare_titles_in_an_element_of_their_own_go_on_with_the_stories_above_them(
    large: str, further: str, way: str
) -> None:
    beside = part(BOX, "ben", "Tin tức mới")
    rest = f"<div><div>{part(further, 'sau')}</div></div>{PAGER}"
    assert titles(f"<div><div>{way}{part(large, 'dau')}{rest}</div><div>{beside}</div></div>") == of_parts("dau", "sau")
    wrapped = f"<div>{way}<div><div>{part(large, 'dau')}</div></div>{rest}</div>"
    assert titles(f"<div>{wrapped}<div>{beside}</div></div>") == of_parts("dau", "sau")


@pytest.mark.parametrize("further", FURTHER[1:])
@pytest.mark.parametrize("large", LARGE)
def test_stories_of_another_column_or_above_the_name_of_the_page_are_none_of_its_bare_titles(
    large: str, further: str
) -> None:
    rest = f"<div>{WAYS[1]}<div><div>{part(further, 'sau')}</div></div>{PAGER}</div>"
    assert titles(f"<div><div>{part(large, 'dau')}</div>{rest}</div>") == of_parts("sau")
    cells = f"<td>{part(large, 'dau')}</td><td><div><div>{part(further, 'sau')}</div></div>{PAGER}</td>"
    assert titles(f"<div><table><tr>{cells}</tr></table></div>") == of_parts("sau")


STREAM = (
    "<div><div><a href='{url}'><img src='b.jpg'></a></div><h5><a href='{url}'>{title}</a></h5>{day}</div>",
    LARGE[1],
)
FIRST = (
    "<div><a href='{url}'><img src='a.jpg'><span><b>{title}</b></span></a></div>",
    "<div><h2><a href='{url}'>{title}</a></h2><p>{text} <a href='{url}'>Xem tiếp</a></p></div>",
    "<table><tr><td><a href='{url}'><img src='a.jpg'></a><br><a href='{url}'><b>{title}</b></a></td></tr></table>",
)
ROW = (
    "",
    "<ul>{rows}</ul>|<li><a href='{url}'>{title}</a></li>",
    "<div>{rows}</div>|<p><a href='{url}'>{title}</a></p>",
)
OLDER = (FURTHER[3], ROW[1])
TABS = "<p><a href='/tin-tuc'>Tin trong huyện</a> <a href='/a'>Pháp luật</a> <a href='/b'>Y tế</a></p>"


@pytest.mark.parametrize("way", ["", TABS, *WAYS[1:]])
@pytest.mark.parametrize("older", OLDER)
@pytest.mark.parametrize("row", ROW)
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("stream", STREAM)
def test_what_has_a_block_with_the_stream_and_nothing_else_is_of_one_list_without_a_pager_too(
    stream: str, first: str, row: str, older: str, way: str
) -> None:
    newest = f"<div>{part(first, 'nhat', count=1)}{part(row, 'nhi') if row else ''}</div>"
    column = f"{way}{newest}<div>{part(stream, 'dau')}</div><div>{part(older, 'sau').replace('2021', '2020')}</div>"
    beside = part(BOX, "ben", "Tin tức mới")
    begins = ("nhi", "dau", "sau") if row else ("dau", "sau")
    assert titles(f"<div><div>{column}</div><div>{beside}</div></div>") == [f"{TITLES[0]} (nhat)", *of_parts(*begins)]


@pytest.mark.parametrize("stream", STREAM)
@pytest.mark.parametrize("first", [FIRST[0], FIRST[0].replace("span", "p")])
def test_a_story_right_below_the_way_to_the_page_is_none_of_its_names(first: str, stream: str) -> None:
    way = WAYS[2].replace("href='/tin'>Tin<", "href='/tin-tuc-chung'>Tin Tức<")
    newest = part(first.replace("{title}", "Tổ chức Ngày hội việc làm"), "nhat", count=1)
    column = f"{way}{newest}{part(stream, 'dau')}"
    read = titles(f"<div><div>{column}</div><div>{part(BOX, 'ben', 'Tin tức mới')}</div></div>")
    assert read == ["Tổ chức Ngày hội việc làm", *of_parts("dau")]


@pytest.mark.parametrize("stream", STREAM)
def test_bare_titles_below_a_stream_are_none_of_it_with_newer_days_or_a_menu(stream: str) -> None:
    beside = f"<div>{part(BOX, 'ben', 'Tin tức mới')}</div>"
    newer = part(FURTHER[3], "sau").replace("03/2021", "05/2021")
    column = f"<div>{part(stream, 'dau')}</div><div><div>{newer}</div></div>"
    assert titles(f"<div>{column}</div>{beside}") == of_parts("dau")
    menu = "".join(f"<a href='/muc-{number}'>Chuyên mục {number}</a>" for number in range(6))
    older = part(OLDER[0], "sau").replace("2021", "2020")
    column = f"<div>{part(stream, 'dau')}</div><div>{menu}<div><div>{older}</div></div></div>"
    assert titles(f"<div>{column}</div>{beside}") == of_parts("dau")


@pytest.mark.parametrize(
    ("own", "others"),
    [
        ("/vi/news/thong-bao/{}.html", "/vi/news/the-thao/{}.html"),
        ("/index.php?nv=news&amp;op=thong-bao/{}", "/index.php?nv=news&amp;op=the-thao/{}"),
        ("/doc.aspx?muc=7&amp;bai={}", "/doc.aspx?muc=9&amp;bai={}"),
    ],
)
@pytest.mark.parametrize("stream", STREAM)
def test_stories_of_another_section_above_a_list_without_a_name_are_none_of_it(
    stream: str, own: str, others: str
) -> None:
    hot = part(STREAM[0], "nong").replace("/tin/nong", others.format("nong"))
    main = part(stream, "dau").replace("/tin/dau", own.format("dau"))
    menu = "<p><a href='/gioi-thieu'>Giới thiệu</a> <a href='/lien-he'>Liên hệ</a></p>"
    page = f"{menu}<div>{hot}</div><div><div><div>{main}</div>{PAGER}</div>{part(BOX, 'ben', 'Tin tức mới')}</div>"
    address = own.replace("&amp;", "&").partition("{}")[0].removesuffix("&bai=")
    assert titles(page, f"https://x.gov.vn{address}") == of_parts("dau")


@pytest.mark.parametrize("name", ["Gương sáng", "Tin các xã", "Chuyên đề", "Xây dựng Đảng"])
@pytest.mark.parametrize("box", [BOX, *(f"<div><h3>{{name}}</h3>{{rows}}</div>|{row}" for row in LARGE)])
@pytest.mark.parametrize("further", FURTHER)
def test_a_box_with_its_title_above_a_paged_list_is_none_of_it(further: str, box: str, name: str) -> None:
    assert titles(f"<div>{part(box, 'hop', name)}<div>{part(further, 'sau')}{PAGER}</div></div>") == of_parts("sau")
    assert titles(f"<div>{part(box, 'hop', name)}{part(further, 'sau')}{PAGER}</div>") == of_parts("sau")


ALONE = (
    "<table><tr><td><h2>Tin trong huyện</h2><a href='{url}'><b>{title}</b></a> ({day})<br>{text}</td></tr></table>",
    "<div><div>Tin trong huyện</div><div><h3><a href='{url}'>{title}</a></h3><i>{day}</i><p>{text}</p></div></div>",
    "<section><h2>Tin các xã</h2><p><a href='{url}'>{title}</a> <i>{day}</i></p><p>{text}</p></section>",
    "<div><h4>Kinh tế</h4><a href='{url}'><img src='a.jpg'></a><p><a href='{url}'>{title}</a> {day}</p></div>",
    "<div><p><b>Tin trong huyện</b></p><dl><dt><a href='{url}'>{title}</a> {day}</dt><dd>{text}</dd></dl></div>",
)


def boxed(form: str, count: int) -> str:
    return "".join(
        form.format(url=f"/tin/dau-{slug}", title=f"{title} (dau)", day=day, text=TEXT)
        for slug, title, day in ITEMS[:count]
    )


@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("alone", ALONE)
def test_a_single_one_in_large_in_a_box_of_its_own_under_a_heading_opens_the_paged_list_below(
    alone: str, further: str
) -> None:
    page = f"<div>{boxed(alone, 1)}{part(further, 'sau')}{PAGER}</div>"
    assert titles(page) == [f"{TITLES[0]} (dau)", *of_parts("sau")]


CAPTIONED = "<div><a href='{url}'><img src='a.jpg'><span><b>{title}</b></span></a></div>"
STORIES = (
    "<div><a href='{url}'><img src='a'></a><h3><a href='{url}'>{title}</a></h3><span>{day}</span><p>{text}</p></div>",
    "<article><h2><a href='{url}'>{title}</a></h2><time>{day}</time><p>{text}</p></article>",
    "<table><tr><td><a href='{url}'><img></a></td><td><a href='{url}'>{title}</a> {day}<p>{text}</td></tr></table>",
)


@pytest.mark.parametrize("rest", ["", "<div><div>{}</div></div>", "<h4>Các tin khác</h4><div>{}</div>"])
@pytest.mark.parametrize("stories", STORIES)
@pytest.mark.parametrize("way", WAYS)
def test_a_picture_with_its_title_on_it_is_no_name_of_the_stories_below(way: str, stories: str, rest: str) -> None:
    further = rest.format(part(FURTHER[2], "sau"))
    body = f"<div>{way}{boxed(CAPTIONED, 1)}{part(stories, 'bai')}{further}{PAGER}</div>"
    expected = [f"{TITLES[0]} (dau)", *of_parts("bai"), *(of_parts("sau") if rest else ())]
    assert titles(f"<div>{body}<div>{part(BOX, 'ben', 'Tin đọc nhiều')}</div></div>") == expected


@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("stories", STORIES)
@pytest.mark.parametrize("way", WAYS)
def test_a_show_of_pictures_above_the_name_of_a_page_is_not_what_its_older_ones_go_on_with(
    way: str, stories: str, further: str
) -> None:
    show = part("<div>{rows}</div>|" + STORIES[0].replace("<p>{text}</p>", ""), "hinh")
    body = f"<div>{way}{part(stories, 'bai')}<b>Tin đã đưa</b>{part(further, 'sau')}{PAGER}</div>"
    assert titles(f"<div>{show}<div><div>{body}</div></div></div>") == of_parts("bai", "sau")


@pytest.mark.parametrize("stories", STORIES[:2])
@pytest.mark.parametrize("head", ["<div><a href='{url}'>{title}</a></div>", "<a href='{url}'><b>{title}</b></a>"])
def test_a_single_story_with_picture_and_summary_opens_the_stories_below_though_its_title_is_no_heading(
    head: str, stories: str
) -> None:
    first = f"<div><div><div><a href='{{url}}'><img src='a.jpg'></a></div><div>{head}<p>{{text}}</p></div></div></div>"
    tabs = "<ul><li><a href='/tin-tuc'>Tin tức</a></li><li><a href='/phap-luat'>Pháp luật</a></li></ul>"
    rows = f"<div>{part(stories, 'bai')}</div>"
    body = f"<div>{tabs}<div>{boxed(first, 1)}</div>{rows}{PAGER}</div>"
    assert titles(f"<div>{body}</div>") == [f"{TITLES[0]} (dau)", *of_parts("bai")]


SIDE = (
    "<div><h2>{name}</h2><ul>{rows}</ul></div>|<li><a href='{url}'>{title}</a></li>",
    "<aside><h2>{name}</h2>{rows}</aside>|<p><a href='{url}'>{title}</a></p>",
    "<div><div>{name}</div>{rows}</div>|<div><a href='{url}'>{title}</a></div>",
    "<table><tr><th>{name}</th></tr>{rows}</table>|<tr><td>&bull; <a href='{url}'>{title}</a></td></tr>",
)
TURNS = (
    "<div><a href='/search?updated-max=2013-03-10T08:00:00%2B07:00&amp;max-results=5'>Bài đăng cũ hơn</a></div>",
    "<p><b>1</b> <a href='/?page=2'>2</a> <a href='/?page=3'>3</a></p>",
    "<nav><a href='/page/2/'>Bài viết cũ hơn</a></nav>",
)
POPULAR = ("Bài đăng phổ biến", "Bài viết phổ biến", "Tin phổ biến", "Popular Posts", "Xem nhiều", "Bài đọc nhiều nhất")


def front(box: str, turn: str, *, before: bool = False) -> list[str | None]:
    main = f"<div>{part(LARGE[1], 'bai')}{turn}</div>"
    return titles(f"<div>{box}{main}</div>" if before else f"<div>{main}{box}</div>", "https://x.gov.vn/")


@pytest.mark.parametrize("name", POPULAR)
@pytest.mark.parametrize("side", SIDE)
@pytest.mark.parametrize("turn", TURNS)
def test_the_most_read_beside_the_paged_list_of_a_front_page_are_none_of_it(turn: str, side: str, name: str) -> None:
    for before in (False, True):
        assert front(part(side, "ben", name), turn, before=before) == of_parts("bai")


@pytest.mark.parametrize("name", ["Đã kết thúc", "Lưu trữ", "Bài cũ", "Có thể bạn quan tâm"])
@pytest.mark.parametrize("turn", TURNS)
def test_bare_titles_aside_of_the_paged_list_of_a_front_page_are_none_of_it(turn: str, name: str) -> None:
    assert front(part(SIDE[1], "ben", name), turn) == of_parts("bai")


@pytest.mark.parametrize(
    ("box", "turn"),
    [
        (part(SIDE[0], "ben", "Phổ biến pháp luật"), TURNS[1]),
        (part(SIDE[0], "ben", "Tin phổ biến pháp luật"), TURNS[1]),
        (part(SIDE[1], "ben", "Thông báo"), TURNS[1]),
        (part(SIDE[1], "ben", "Bài viết mới"), TURNS[0]),
        (part(SIDE[0], "ben", "Tin nổi bật"), TURNS[2]),
        (part(SIDE[1], "ben", "Đã kết thúc"), ""),
        (part(SIDE[0], "ben", "Xem nhiều"), ""),
        (part("<aside><h2>{name}</h2>{rows}</aside>|" + LARGE[1], "ben", "Tin các xã"), TURNS[1]),
    ],
    ids=["section", "law", "notices", "newest", "featured", "not paged", "most read, not paged", "days and texts"],
)
def test_other_boxes_of_a_front_page_are_listed(box: str, turn: str) -> None:
    assert front(box, turn) == of_parts("bai", "ben")


def test_what_stands_aside_of_a_section_of_a_front_page_is_listed_though_that_is_paged() -> None:
    main = f"<div><h2>Tin hoạt động</h2>{part(LARGE[1], 'bai')}{TURNS[1]}</div>"
    page = f"<div>{main}{part(SIDE[1], 'ben', 'Tuyển dụng')}</div>"
    assert titles(page, "https://x.gov.vn/") == of_parts("bai", "ben")


@pytest.mark.parametrize("name", ["Ghim", "Tin ghim", "Bài viết đã ghim", "Các thông báo được ghim", "Pinned"])
@pytest.mark.parametrize("large", LARGE)
def test_entries_pinned_above_a_list_are_of_it(large: str, name: str) -> None:
    pinned = f"<div><span>{name}</span>{part(large, 'ghim')}</div>"
    page = f"<div><h2>Tin khoa học</h2>{pinned}{part(FURTHER[3], 'sau')}{PAGER}</div>"
    assert titles(page) == of_parts("ghim", "sau")


@pytest.mark.parametrize("name", ["Tin xem nhiều", "Ghim cài áo", "Đọc nhiều nhất"])
def test_a_box_of_another_name_above_a_list_is_none_of_it(name: str) -> None:
    box = part(BOX, "hop", name)
    list_ = f"<div><h2>Tin khoa học</h2>{part(FURTHER[3], 'sau')}{PAGER}</div>"
    assert titles(f"<div>{box}</div>{list_}") == of_parts("sau")


BARE = "<div class='sub'>{rows}</div>|<div><h3><a href='{url}'>{title}</a></h3></div>"
FOCUS = (
    "<div><div><div><div><div><div>{lead}</div>{bare}</div></div></div></div></div>"
    "<div><div><div><div>{rows}</div></div></div></div>"
)
CARD = "<a href='{url}'><img src='a.jpg'></a><h2><a href='{url}'>{title}</a></h2><span>{day}</span><p>{text}</p>"
ROW = f"<div class='item'>{CARD}</div>"


def lead(begin: str) -> str:
    slug, title, day = ITEMS[0]
    return CARD.format(url=f"/tin/{begin}-{slug}", title=f"{title} ({begin})", day=day, text=TEXT)


def test_bare_titles_in_one_block_with_the_first_of_a_list_are_of_it() -> None:
    body = FOCUS.format(lead=lead("dau"), bare=part(BARE, "giua"), rows=part(ROW, "sau"))
    assert titles(body) == [f"{TITLES[0]} (dau)", *of_parts("giua", "sau")]


@pytest.mark.parametrize("name", ["Đọc nhiều", "Thông báo", "Văn bản mới"])
def test_a_box_with_a_title_in_one_block_with_the_first_of_a_list_is_none_of_it(name: str) -> None:
    bare = f"<div><h4>{name}</h4>{part(BARE, 'giua')}</div>"
    body = FOCUS.format(lead=lead("dau"), bare=bare, rows=part(ROW, "sau"))
    assert titles(body) == [f"{TITLES[0]} (dau)", *of_parts("sau")]


@pytest.mark.parametrize("further", FURTHER[1:])
@pytest.mark.parametrize(
    "slide",
    [
        "<div><a href='{url}'><img src='a.jpg'></a><h4><a href='{url}'>{title}</a></h4><i>{day}</i></div>",
        "<div><a href='{url}'><img src='a.jpg'></a><h3><a href='{url}'>{title}</a></h3><i>{day}</i><p>{text}</p></div>",
    ],
)
def test_a_single_slide_above_the_way_to_a_page_is_none_of_its_bare_titles(slide: str, further: str) -> None:
    way = "<ul><li><a href='/'>Trang chủ</a></li><li>Tin trong huyện</li></ul>"
    menu = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/lien-he'>Liên hệ</a></li></ul>"
    column = f"<div><div>{boxed(slide, 1)}</div></div>{way}<b><a href='/tin-tuc'>Tin trong huyện</a></b>"
    body = f"<div>{column}{part(further, 'sau')}{PAGER}</div><div>{part(BOX, 'ben', 'Gương sáng')}</div>"
    assert titles(f"{menu}<div><div>{body}</div></div>") == of_parts("sau")


@pytest.mark.parametrize("story", LARGE[1:3])
@pytest.mark.parametrize("head", ["<a href='{}'><b>{}</b></a>", "<h3><a href='{}'>{}</a></h3>"])
@pytest.mark.parametrize("rows", ["<ul>{rows}</ul>|<li><a href='{url}'>{title}</a></li>", FURTHER[4], LARGE[1]])
def test_the_name_of_a_section_as_long_as_a_title_heads_its_box_all_the_same(rows: str, head: str, story: str) -> None:
    name = "Bảo vệ nền tảng tư tưởng của Đảng trong tình hình mới"
    named = head.format("/tin/bao-ve-nen-tang-tu-tuong-cua-dang-trong-tinh-hinh-moi", name)
    box = f"<div><div>{named}<div>{part(rows, 'ben')}</div></div></div>"
    main = f"<h1>Tin trong huyện</h1>{box}<div>{part(story, 'dau')}{PAGER}</div>"
    listed = titles(re.sub(r"/tin/(?:(dau|ben)-)?([^']*?)(?:-\d+)?'", r"/\1\2'", f"<div><div>{main}</div></div>"))
    assert [title for title in listed if title != name] == of_parts("dau")
