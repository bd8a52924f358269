"""Lists of announcements that are called by codes, as schools call their reports: headings with days show them."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed

CODES = ("PLL_GHKII_5B", "SLL-GHK2-3E", "4E - SLL - GHKII", "PLL_GHKII_3D", "TKB_HKI")
ROWS = (
    "<div><h3><a href='{slug}.html'>{code}</a></h3><ul><li>{day} 08:28</li><li>Đã xem: 288</li></ul>{code}</div>",
    "<article><img src='/a.png'><h2><a href='/x/{slug}'>{code}</a></h2><time>{day}</time></article>",
    "<li><h4><a href='/?page={slug}'>{code}</a></h4><span>Đăng ngày {day}</span><p>Báo cáo của lớp</p></li>",
    "<tr><td><h5><a href='{slug}.html'>{code}</a></h5></td><td>{day}</td></tr>",
    "<dl><dt><a href='{slug}.aspx'>{code}</a></dt><dd>{day}</dd></dl>",
)


def rows(row: str) -> str:
    told = enumerate(CODES, start=1)
    return "".join(
        row.format(slug=code.lower().replace(" ", ""), code=code, day=f"0{day}/04/2021") for day, code in told
    )


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(
    "behind", ["", "<h4>Các tin khác</h4><ul><li><a href='/so-lien-lac-lop-4g'>SO LIEN LAC 4G</a></li></ul>"]
)
def test_headings_of_a_code_and_a_day_are_entries(behind: str, row: str) -> None:
    tag = "table" if row.startswith("<tr") else "div"
    entries = listed(f"<body><div><h1>Chuyên môn</h1><{tag}>{rows(row)}</{tag}>{behind}</div></body>")
    assert [entry.title for entry in entries][: len(CODES)] == list(CODES)
    assert [entry.date_line is not None for entry in entries][: len(CODES)] == [True] * len(CODES)


NEWS = "<ul><li><a href='/tin/hop-mat-nguoi-cao-tuoi-{0}'>Họp mặt người cao tuổi lần {0}</a> (05/04/2021)</li></ul>"


@pytest.mark.parametrize(
    "section",
    [
        "<div><h3><a href='{slug}.html'>{code}</a></h3>{news}</div>",
        "<div><h3><a href='/muc/{slug}'>{code}</a></h3></div><div>{news}</div>",
    ],
)
def test_headings_over_dated_news_of_theirs_are_sections(section: str) -> None:
    names = ("Chuyên môn", "Công đoàn", "Đoàn đội", "Thư viện")
    markup = "".join(
        section.format(slug=f"muc{place}", code=name, news=NEWS.format(101 + place)) for place, name in enumerate(names)
    )
    titles = {entry.title for entry in listed(f"<body><div>{markup}</div></body>", "https://x.edu.vn/")}
    assert titles.isdisjoint(names)
    assert titles


@pytest.mark.parametrize(
    "bare",
    [
        "<div><h3><a href='{slug}.html'>{code}</a></h3></div>",
        "<div><h3><a href='{slug}.html'>{code}</a></h3><p>12 bài</p></div>",
    ],
)
def test_headings_of_a_code_without_a_day_are_none_beside_a_list(bare: str) -> None:
    markup = f"<body><div>{rows(bare)}</div><div>{NEWS.format(101)}{NEWS.format(102)}{NEWS.format(103)}</div></body>"
    assert {entry.title for entry in listed(markup)}.isdisjoint(CODES)
