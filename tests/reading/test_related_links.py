"""Links to what else was written of a story, below it in a list: they are none of its entries."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed
from tests.reading.test_section_pages import OTHERS, PAPER, SECTION, SUMMARY, TITLES, address

ROWS = TITLES[:6]


def link(title: str) -> str:
    return f'<a href="{address(title)}">{title}</a>'


def row(title: str, below: str, head: str = "h3", day: str = "") -> str:
    picture = f'<a href="{address(title)}"><img src="a.jpg"></a>'
    return f"<div>{picture}<div><{head}>{link(title)}</{head}>{day}<p>{SUMMARY}</p>{below}</div></div>"


def entries_of(rows: str) -> list[str | None]:
    page = f"<html><title>Kinh tế</title><body><div>{SECTION}</div><div><div>{rows}</div></div></body></html>"
    return [entry.title for entry in listed(page, f"{PAPER}/kinh-te.htm")]


@pytest.mark.parametrize(
    ("below", "head"),
    [
        ("<div><h3>{}</h3></div>", "h3"),
        ("<div><h4>{}</h4><h4>{}</h4></div>", "h3"),
        ("<ul><li>{}</li><li>{}</li></ul>", "h2"),
        ("<div>Tin liên quan: {}</div>", "h3"),
        ("<p>{}</p>", "h3"),
        ("<div>{}{}</div>", "h4"),
        ("<div><div>{}</div></div>", "div"),
    ],
)
def test_links_below_a_story_to_what_else_was_written_are_no_entries(below: str, head: str) -> None:
    related = [below.format(link(OTHERS[place]), link(OTHERS[place + 6])) for place in range(len(ROWS))]
    rows = "".join(row(title, links, head) for title, links in zip(ROWS, ["", *related[1:]], strict=True))
    assert entries_of(rows) == list(ROWS)


def test_a_story_that_is_also_told_of_below_others_is_an_entry_by_its_own_row() -> None:
    related = [ROWS[3], ROWS[3], OTHERS[0], OTHERS[1], OTHERS[1], OTHERS[2]]
    rows = "".join(row(title, f"<div><h3>{link(other)}</h3></div>") for title, other in zip(ROWS, related, strict=True))
    assert sorted(map(str, entries_of(rows))) == sorted(ROWS)


def test_a_label_above_the_title_and_a_day_below_it_are_no_names_of_blocks() -> None:
    below = f"<div><h3>{link(OTHERS[0])}</h3></div>"
    labelled = row(ROWS[0], below).replace("<h3>", '<a href="/kinh-te/thi-truong.htm">Thị trường</a><h3>', 1)
    rows = [labelled, *(row(title, below.replace(OTHERS[0], title), day="<i>7/3/2026</i>") for title in ROWS[1:])]
    assert entries_of("".join(rows)) == list(ROWS)


BLOCK = "<div><h2>{}</h2>{}<ul><li>{}</li><li>{}</li></ul></div>"
FRONT = "".join(
    BLOCK.format(f"Mục {place}", row(ROWS[place], ""), link(OTHERS[place]), link(OTHERS[place + 6]))
    for place in range(6)
)
CELLS = "".join(
    f'<tr><td><a href="{address(ROWS[place])}"><img src="a.jpg"></a><h3>{link(ROWS[place])}</h3></td>'
    f"<td><h4>{link(OTHERS[place])}</h4></td></tr>"
    for place in range(4)
)
GROUPS = "".join(
    f'<ul><li><a href="{address(ROWS[place])}"><img src="a.jpg"></a>{link(ROWS[place])}</li>'
    f"<li><p>{link(OTHERS[place])}</p></li></ul>"
    for place in range(4)
)
DATED = "".join(
    f"<div>{row(ROWS[place], '')}<div><p>{link(OTHERS[place])} <i>06/03/2026</i></p></div></div>" for place in range(4)
)


@pytest.mark.parametrize(("rows", "count"), [(FRONT, 6 * 3), (f"<table>{CELLS}</table>", 8), (GROUPS, 8), (DATED, 8)])
def test_stories_without_pictures_in_blocks_cells_or_with_days_of_their_own_are_entries(rows: str, count: int) -> None:
    assert len(entries_of(rows)) == count


def test_titles_beside_the_story_above_named_sections_are_entries() -> None:
    blocks = "".join(
        f"<div><h4>Mục {place}</h4>{row(ROWS[place], '')}<ul><li>{link(OTHERS[place])}</li><li>"
        f"{link(OTHERS[place + 6])}</li></ul></div>"
        for place in range(1, 5)
    )
    hot = f"<div>{row(ROWS[0], '')}<ul><li>{link(OTHERS[0])}</li><li>{link(OTHERS[6])}</li></ul></div>"
    assert len(entries_of(hot + blocks)) == 5 * 3


def pages_of(rows: str) -> int:
    markup = f"<html><title>Cổng thông tin</title><body><div>{rows}</div></body></html>"
    return len(listed(markup, "https://x.edu.vn/tin-tuc"))


def story(number: int, below: str) -> str:
    address, title = f"/dt-{number}1.html", f"Tạp chí khoa học số {number} năm 2024"
    links = [f'<a href="/dt-{number}{other}.html">Bài nghiên cứu về cây lúa {number}{other}</a>' for other in (2, 3, 4)]
    picture = f'<a href="{address}"><img src="a.jpg"></a>'
    return f'<div>{picture}<h3><a href="{address}">{title}</a></h3>{below.format(*links)}</div>'


@pytest.mark.parametrize(
    "below", ["<div>{}{}</div>", "{}{}", "<div><p>{}</p><p>{}</p></div>", "<h4>{}</h4><h4>{}</h4>"]
)
def test_issues_with_several_links_below_each_are_blocks(below: str) -> None:
    assert pages_of("".join(story(number, below) for number in range(10, 14))) == 4 * 3


@pytest.mark.parametrize("below", ["<ul><li>{}</li><li>{}</li><li>{}</li></ul>", "<p>{}</p>"])
def test_a_name_between_rows_makes_them_blocks(below: str) -> None:
    blocks = "".join(f"<h3>Mục {number}</h3>{story(number, below)}" for number in range(10, 14))
    further = below.count("{}")
    assert pages_of(blocks) >= 4 * further > 0
