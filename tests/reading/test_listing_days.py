"""Days of the entries of a list: which are those of publication, and how they are printed."""

from __future__ import annotations

import re

import pytest

from archive.vietnamese.dates import read_date
from tests.reading.listed import ITEMS, listed, rows


@pytest.mark.parametrize(
    "line",
    [
        "Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85",
        "Thứ tư - 16/10/2019 23:05 645 0",
        "10 Th7, 2024",
        "Th12 9, 2023",
        "30.12.2016 - 15:22",
        "15 Tháng Giêng 2018 4:30:00 CH",
        "2 giờ trước",
        "Cập nhật lúc: 18:00 |22/05/2022",
        "Thời gian: 19/09/2022 17:00",
        "Thứ Năm, 15-09-2022 / 7:35:19 Sáng",
    ],
)
def test_a_date_line_is_kept_as_it_is_printed(line: str) -> None:
    markup = rows('<li><a href="/tin/{slug}">{title}</a><p>' + line + "</p></li>")
    assert {entry.date_line for entry in listed(f"<ul>{markup}</ul>")} == {line}


@pytest.mark.parametrize(
    "line",
    [
        "Ban hành: 25/11/2015",
        "Ngày hiệu lực: 01/07/2016",
        "Hạn góp ý: 30/4/2022",
        "Ngày đăng công báo: 20/10/2015",
        "Ngày công báo: 20/10/2015",
        "Ngày đăng CB: 20/10/2015",
        "Sáng ngày 27/7/2022, tại hội trường huyện, Ủy ban nhân dân huyện đã tổ chức buổi gặp mặt",
        "Giai đoạn 2021-2025",
    ],
)
def test_the_day_of_a_document_or_an_event_is_no_day_of_publication(line: str) -> None:
    markup = rows('<li><a href="/tin/{slug}">{title}</a><p>' + line + "</p></li>")
    assert {entry.date_line for entry in listed(f"<ul>{markup}</ul>")} == {None}


def test_where_months_stand_first_only_days_that_tell_so_themselves_are_told() -> None:
    days = ("4/24/2022 12:16 AM", "4/5/2022 8:00 AM", "3/30/2022 6:05 PM")
    printed = rows('<li><a href="/tin/{slug}">{title}</a><p>{day}</p></li>')
    for (_, _, known), day in zip(ITEMS, days, strict=True):
        printed = printed.replace(known, day)
    assert [entry.date_line for entry in listed(f"<ul>{printed}</ul>")] == [days[0], None, days[2]]


def test_a_day_over_a_group_of_links_is_theirs() -> None:
    groups = "".join(
        f'<h4>Ngày {day}</h4><ul><li><a href="/tin/{slug}-a">{title}</a></li>'
        f'<li><a href="/tin/{slug}-b">Lại {title}</a></li></ul>'
        for slug, title, day in ITEMS
    )
    entries = listed(f"<html><body><h1>Tin tức</h1><div>{groups}</div></body></html>")
    assert [entry.date_line for entry in entries] == [f"Ngày {day}" for _, _, day in ITEMS for _ in "ab"]


@pytest.mark.parametrize(
    "form", ["{}/{}", "({}-{})", "10:28 - {}/{}", "{} Th{}", "<b>{}</b><br><i>Th{}</i>", "ngày {}/{}"]
)
def test_days_without_a_year_are_kept_where_all_announcements_have_one(form: str) -> None:
    lines = [form.format(*day.split("/")[:2]) for _, _, day in ITEMS]
    entries = [f'<li><a href="/tin/{slug}">{title}</a>' for slug, title, _ in ITEMS]
    dated = "".join(f"{entry}<p>{line}</p></li>" for entry, line in zip(entries, lines, strict=True))
    printed = [re.sub(r"<.*?>+", " ", line).split() for line in lines]
    assert [(entry.date_line or "").split() for entry in listed(f"<ul>{dated}</ul>")] == printed
    alone = f"<ul>{entries[0]}<p>{lines[0]}</p></li>{entries[1]}</li>{entries[2]}</li></ul>"
    assert {entry.date_line for entry in listed(alone)} == {None}


def test_days_without_a_year_are_kept_below_a_story_that_has_it() -> None:
    name = "<tr><td><a href='/muc.aspx?cat=2'>TIN NGÀNH</a></td></tr>"
    days = ["(05/03/2009)", "(04/03)", "(28/02)"]
    entries = "".join(
        f"<tr><td><a href='/tin/{slug}'>{title}</a> <font>{day}</font></td></tr>"
        for (slug, title, _), day in zip(ITEMS, days, strict=True)
    )
    assert [entry.date_line for entry in listed(f"<h1>Tin tức</h1><table>{name}{entries}</table>")][-3:] == days
    counted = entries.replace("(04/03)", "(05/03/2009)")
    assert [entry.date_line for entry in listed(f"<table>{counted}</table>")] == ["(05/03/2009)"] * 2 + [None]


@pytest.mark.parametrize(
    "leaf",
    [
        "<b>{0}</b> <i>{1}/{2}</i>",
        "<span>{0}</span><span>{1}/{2}</span>",
        "<div>{0}</div><div>Tháng {1}/{2}</div>",
        "<b>Tháng {1}/{2}</b><br><i>{0}</i>",
        "<p>{1}/{2}</p><p>{0}</p>",
        "<p>Th{1}</p><p>{0}</p><p>{2}</p>",
    ],
)
def test_a_day_printed_like_the_leaf_of_a_calendar_is_read(leaf: str) -> None:
    row = '<li><div>{leaf}</div><a href="/tin/{slug}">{title}</a></li>'
    page = "".join(row.format(leaf=leaf.format(*day.split("/")), slug=slug, title=title) for slug, title, day in ITEMS)
    days = [read_date(entry.date_line or "") for entry in listed(f"<ul>{page}</ul>")]
    assert [day and day.iso for day in days] == ["-".join(reversed(day.split("/"))) for _, _, day in ITEMS]


def test_days_without_a_year_in_brackets_behind_titles_are_no_part_of_them_below_one_with_its_day() -> None:
    others = (("Chương trình hiến máu tình nguyện", "(27/02)"), ("Hội thảo khoa học cấp khoa", "(20/02)"))
    links = "".join(f'<a href="/tin/{n}.html">{title} <span>{day}</span></a>' for n, (title, day) in enumerate(others))
    first = '<a href="/tin/9.html">Lễ phát động Tháng Thanh niên</a><div>03/03/2014 - 211 lượt xem</div>'
    found = listed(f"<html><body><h1>Tin tức</h1><div>{first}{links}</div></body></html>")
    assert [(entry.title, entry.date_line) for entry in found[1:]] == list(others)


@pytest.mark.parametrize("rest", [1, 2])
@pytest.mark.parametrize("day", ["<em>(25/11/2023)</em>", "<span>25/11/2023</span>", "- 25/11/2023"])
def test_an_announcement_alone_below_the_first_of_a_box_has_its_own_day(day: str, rest: int) -> None:
    def box(number: int, below: int) -> str:
        titles = ("", "Thu hồi súng tự chế do dân giao nộp tại xã", "Nghiệm thu kênh mương nội đồng xã Kiến Thiết mới")
        first = f"<h3><a href='/tin/{number}0'>Nhà máy đường vào vụ ép {number}</a></h3><span>02/12/2023</span>"
        others = "".join(
            f"<li><a href='/tin/{number}{place}'>{titles[place]} {number}</a> {day}" for place in range(1, below + 1)
        )
        return f"<section><h2>Mục {number}</h2><div>{first}<p>Theo Đài huyện.</p></div><ul>{others}</ul></section>"

    entries = listed(f"<main>{box(1, 2)}{box(2, rest)}</main>", "https://x.gov.vn/")
    assert len(entries) == 4 + rest
    days = {(entry.url[-1] == "0", (entry.date_line or "").strip("()- ")) for entry in entries}
    assert days == {(True, "02/12/2023"), (False, "25/11/2023")}


LEAVES = [
    "<b>{day}</b><span>Th{month}</span><i>{year}</i>",
    "<b>{day}</b><span>TH{month}</span><small>{year}</small>",
    "<b>{day}/{month}</b><small>{year}</small>",
    "<b>{day}-{month}</b><i>{year}</i>",
    "<small>{year}</small><b>{day}/{month}</b>",
    "<b>{day}</b><span>Thg {month}</span><i>{year}</i>",
]


@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize(
    "row",
    [
        '<div><div class="cal">{leaf}</div><h2><a href="/tin/{slug}">{title}</a></h2></div>',
        '<li><span>{leaf}</span><a href="/tin/{slug}">{title}</a><span>4848 lượt xem</span></li>',
        '<div><a href="/tin/{slug}">{title}</a><div>{leaf}</div></div>',
    ],
)
def test_the_pieces_of_a_leaf_stand_apart_though_no_space_is_between_them(row: str, leaf: str) -> None:
    printed = ""
    for slug, title, known in ITEMS:
        day, month, year = known.split("/")
        printed += row.format(slug=slug, title=title, leaf=leaf.format(day=day, month=month, year=year))
    days = [read_date(entry.date_line or "") for entry in listed(f"<div>{printed}</div>")]
    assert [day and day.iso for day in days] == ["2021-03-04", "2021-03-03", "2021-02-27"]
