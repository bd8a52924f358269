"""Entries of a list of other announcements are no title, whatever stands beside them; the title keeps its day."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Lãnh đạo huyện thăm, tặng quà các đơn vị trực Tết"
DAY = "12/02/2021 07:15:00"
TEXT = (
    "<p>Đêm 30 Tết, đoàn công tác của huyện đã đến thăm, tặng quà cán bộ, chiến sĩ Công an huyện và Trung tâm Y tế.</p>"
) * 3
SITE = "https://huyen-moc.example/noidung/tintuc/Pages/chi-tiet-tin-tuc.aspx?ItemID={}&l=Tin"
OTHERS = (
    "Đông Hưng phấn đấu về đích nông thôn mới nâng cao",
    "Bàn giao nhà cho hộ nghèo",
    "Cảnh báo thủ đoạn lừa đảo qua điện thoại ở các xã",
    "Phát động phong trào trồng cây đời đời nhớ ơn Bác",
)
ENTRIES = (
    "<li><a href='{url}'>{title}</a>&nbsp;({day} 09:08:00)</li>",
    "<li><a href='{url}'>{title}</a> <i>({day})</i></li>",
    "<p><a href='{url}'>{title}</a> - {day} 09:08</p>",
    "<div><span>{day}</span> <a href='{url}'>{title}</a></div>",
    "<p><a href='{url}'>{title}</a> ({day}) <span>Lượt xem: 25</span></p>",
)


def listed(entry: str) -> str:
    rows = (
        entry.format(url=SITE.format(90 + number), title=title, day=f"{number + 11}/02/2021")
        for number, title in enumerate(OTHERS)
    )
    return f"<div><div>Các tin khác</div><div>{''.join(rows)}</div></div>"


def told(main: str, *, head: str = "chi-tiet-tin-tuc") -> tuple[str | None, str | None]:
    page = f"<html><head><title>{head}</title></head><body><div><a href='/'>Trang chủ</a></div>{main}</body></html>"
    found = read_page(page.encode(), SITE.format(1873)).announcement
    return (found.title, found.date_line) if found is not None else (None, None)


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("title", ["<div class='tit-news'>{}</div>", "<p><b>{}</b></p>", "<h2>{}</h2>"])
@pytest.mark.parametrize("beside", ["", " <span>Xem cỡ chữ</span> <span>Đọc bài viết</span> <span>In trang</span>"])
def test_entries_behind_a_text_are_no_title(entry: str, title: str, beside: str) -> None:
    article = f"<div>{title.format(TITLE)}<div>{DAY}{beside}</div><div>{TEXT}</div></div>"
    found, day = told(article + listed(entry))
    assert found == TITLE
    assert day is not None
    assert day.startswith(DAY)


@pytest.mark.parametrize("entry", ENTRIES)
def test_entries_before_a_text_are_no_title(entry: str) -> None:
    article = f"<div><div class='tit-news'>{TITLE}</div><div>{DAY}</div><div>{TEXT}</div></div>"
    assert told(listed(entry) + article) == (TITLE, DAY)


@pytest.mark.parametrize(
    "title",
    [
        "<h1>{} <small>(12/02/2021 07:15)</small></h1>",
        "<div><b>{}</b> <i>(12/02/2021 07:15)</i></div>",
        f"<h2><a href='{SITE.format(1873)}'>{{}}</a></h2><p>(12/02/2021 07:15)</p>",
    ],
)
def test_a_title_with_its_day_beside_it_stays_the_title(title: str) -> None:
    found, day = told(f"<div>{title.format(TITLE)}<div>{TEXT}</div></div>{listed(ENTRIES[0])}")
    assert found == TITLE
    assert day == "(12/02/2021 07:15)"


@pytest.mark.parametrize("tools", ["In trang", "Xem cỡ chữ | Đọc bài viết | In trang", "Gửi email In trang"])
def test_a_day_beside_buttons_is_that_of_the_title_above(tools: str) -> None:
    assert told(f"<div><div>{TITLE}</div><div>{DAY} {tools}</div><div>{TEXT}</div></div>")[0] == TITLE
