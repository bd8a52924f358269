"""The newest announcement of a section with a box of others below it, whose titles may be short, in one block."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

FIRST = (
    "sua-doi-quy-che-chi-tieu-noi-bo-cua-hoi-luat-gia-tinh",
    "Sửa đổi quy chế chi tiêu nội bộ của Hội Luật gia tỉnh",
)
SHORT = (("hop-chi-hoi-3", "Họp chi hội"), ("thu-hoi-phi", "Thu hội phí"), ("tin-nhanh-2", "Tin nhanh số 2"))
LONG = (
    ("hoi-luat-gia-tro-giup-phap-ly-luu-dong-tai-ba-xa", "Hội Luật gia trợ giúp pháp lý lưu động tại ba xã vùng cao"),
    ("hoi-thi-hoa-giai-vien-gioi-cap-tinh-lan-thu-tu", "Hội thi hòa giải viên giỏi cấp tỉnh lần thứ tư khai mạc"),
)
PAGER = "<div class='p'><a href='javascript:;'>1</a><a href='/hoi/ds.aspx?Page=2'>2</a><a href='?Page=3'>3</a></div>"
NEWEST = (
    "<div><a href='/{0}'><img src='/a.jpg'></a><p><a href='/{0}'>{1}</a> <span>{2}</span></p>",
    "<div><h3><a href='/{0}'>{1}</a></h3><i>{2}</i><p>Quy chế có hiệu lực từ ngày ký và thay thế quy chế năm 2015.</p>",
)
BOX = (
    "<div><div><a href='javascript:;'><span>{name}</span></a></div><ul>{rows}</ul></div>"
    "|<li><a href='/{0}'>{1}</a> <span>{2}</span></li>",
    "<h4>{name}</h4><table>{rows}</table>|<tr><td><a href='/{0}'>{1}</a> ({2})</td></tr>",
    "<div><b>{name}</b><div>{rows}</div></div>|<p>- <a href='/{0}'>{1}</a> {2}</p>",
)
VISITS = "<div><p>Lượt truy cập: 3.678</p><a href='/lien-he'>Liên hệ</a> <a href='/so-do-trang'>Sơ đồ</a></div>"


def box(form: str, entries: tuple[tuple[str, str], ...], name: str = "Các tin khác", *, dated: bool = True) -> str:
    outer, row = form.split("|")
    days = ("23/03/2020", "17/04/2020", "16/04/2020", "02/02/2020")
    told = zip(entries, days, strict=False)
    return outer.format(name=name, rows="".join(row.format(*one, day if dated else "") for one, day in told))


def titles(main: str, beside: str = "") -> list[str]:
    menu = "<ul><li><a href='/gioi-thieu'>Giới thiệu</a></li><li><a href='/tin-tuc'>Tin tức</a></li></ul>"
    head = "<div><a href='/hoi/ds.aspx'><span>Hoạt động của hội</span></a></div>"
    page = (
        f"<html><head><title>Hội Luật gia</title></head><body>{menu}<div>{head}<div>{main}</div></div>{beside}{VISITS}"
        "</body></html>"
    )
    read = read_page(page.encode(), "http://hoi.example/tin-tuc-su-kien/hoat-dong")
    assert read.kind == "listing"
    return [entry.title or "" for entry in read.entries]


def names(*entries: tuple[str, str]) -> list[str]:
    return [title for _, title in entries]


@pytest.mark.parametrize("end", ["</div>", ""])
@pytest.mark.parametrize("pager", [PAGER, ""])
@pytest.mark.parametrize("form", BOX)
@pytest.mark.parametrize("newest", NEWEST)
@pytest.mark.parametrize("entries", [(FIRST, *SHORT), (FIRST, LONG[0], *SHORT[:2]), (FIRST, *LONG), SHORT, LONG])
def test_others_in_the_block_of_the_newest_one_go_on_with_it(
    entries: tuple[tuple[str, str], ...], newest: str, form: str, pager: str, end: str
) -> None:
    main = f"{newest.format(*FIRST, '23/03/2020')}{end}{pager}{box(form, entries)}"
    assert titles(main) == names(FIRST, *(one for one in entries if one is not FIRST))


@pytest.mark.parametrize("form", BOX)
@pytest.mark.parametrize("newest", NEWEST)
def test_short_titles_without_days_do_where_they_repeat_it_and_are_no_announcements_else(
    newest: str, form: str
) -> None:
    first = f"{newest.format(*FIRST, '23/03/2020')}</div>{PAGER}"
    assert titles(f"{first}{box(form, (FIRST, *SHORT), dated=False)}") == names(FIRST, *SHORT)
    assert titles(f"{first}{box(form, SHORT, 'Các chuyên trang khác', dated=False)}") == names(FIRST)


@pytest.mark.parametrize("form", BOX)
def test_short_titles_with_days_below_another_name_or_in_another_column_are_none_of_the_list(form: str) -> None:
    first = f"{NEWEST[0].format(*FIRST, '23/03/2020')}</div>{PAGER}"
    assert titles(f"{first}{box(form, SHORT, 'Góc hội viên')}") == names(FIRST)
    assert titles(first, f"<div>{box(form, SHORT)}</div>") == names(FIRST)
