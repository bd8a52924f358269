"""Lists whose titles are mostly as short as the names of sections, told by the picture and the day of each."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed

SHORT = (
    ("hop-dan", "Họp dân bản", "04/03/2021"),
    ("tet-trong-cay", "Tết trồng cây", "03/03/2021"),
    ("tin-noi-bat-1", "Tin nổi bật 1", "27/02/2021"),
)
ROWS = (
    '<div><a href="/{slug}"><img src="a.jpg"></a><p><a href="/{slug}">{title}</a> <span>{day}</span></p></div>',
    '<li><a href="/{slug}"><img src="a.jpg"><b>{title}</b></a><i>{day}</i></li>',
    '<tr><td><a href="/{slug}"><img src="a.jpg"></a></td><td><a href="/{slug}">{title}</a><br>({day})</td></tr>',
    '<div><span>{day}</span><a href="/{slug}"><img src="a.jpg"></a><p><a href="/{slug}">{title}</a></p></div>',
)
HEADS = ("<h2>Tin tức</h2>", "", '<div><a href="/trung-uong"><span>Hoạt động ở Trung ương</span></a></div>')


def _page(row: str, head: str, rows: tuple[tuple[str, str, str], ...] = SHORT) -> str:
    held = "".join(row.format(slug=slug, title=title, day=day) for slug, title, day in rows)
    holder = {"<li>": "ul", "<tr>": "table"}.get(row[:4], "div")
    return f"<html><body><div>{head}<{holder}>{held}</{holder}></div></body></html>"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("row", ROWS)
def test_short_titles_with_a_picture_and_a_day_each_are_announcements(row: str, head: str) -> None:
    entries = listed(_page(row, head))
    assert [(entry.title, (entry.date_line or "").strip("()")) for entry in entries] == [one[1:] for one in SHORT]


@pytest.mark.parametrize("row", ROWS)
def test_pictures_without_days_that_lead_to_services_are_none(row: str) -> None:
    assert not listed(_page(row, "", (("mot-cua", "Một cửa điện tử", ""), ("hoi-dap", "Hỏi đáp trực tuyến", ""))))


@pytest.mark.parametrize("born", ["Sinh ngày {}", "Ngày sinh: {}", "Sinh năm {}"])
@pytest.mark.parametrize("row", ROWS[:2])
def test_people_with_the_days_of_their_births_are_none(row: str, born: str) -> None:
    people = (("le-an", "Lê Văn An"), ("tran-binh", "Trần Thị Bình"), ("do-cuong", "Đỗ Mạnh Cường"))
    rows = tuple((slug, name, born.format(f"0{at}/02/1970")) for at, (slug, name) in enumerate(people, start=1))
    assert not listed(_page(row, "<h2>Lãnh đạo</h2>", rows))


@pytest.mark.parametrize("day", ["Tuyển sinh ngày {}", "Dân sinh ngày đăng {}", "Học sinh - Sinh viên, ngày {}"])
def test_days_behind_the_name_of_a_section_that_ends_like_the_word_for_birth_are_those_of_entries(day: str) -> None:
    rows = tuple((slug, title, day.format(date)) for slug, title, date in SHORT)
    assert [entry.date_line for entry in listed(_page(ROWS[0], HEADS[0], rows))] == [row[2] for row in rows]
