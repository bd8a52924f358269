"""Rows that a page hides until a script shows them: of the list where they have the form of their neighbours."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed
from tests.reading.test_section_pages import MOST_READ, PAPER, SECTION, TITLES, stories

HIDDEN = 'style="display:none"'
SHOWN, FURTHER = stories(0, 7, summary="Tóm tắt."), stories(7, 12, summary="Tóm tắt.")
ROW, HIDDEN_ROW = '<div class="i">', f'<div class="i" {HIDDEN}>'
MORE = '<a href="javascript:;">Xem thêm</a>'
TABS = "<ul><li><a href='#{}'>Tin tức</a></li><li><a href='#{}'>Chuyện cũ</a></li></ul>"


def titles_of(stream: str) -> list[str | None]:
    page = f"<div>{SECTION}</div><div><div><div>{stream}</div></div><div>{MOST_READ}</div></div>"
    markup = f"<html><head><title>Kinh tế</title></head><body>{page}</body></html>"
    return [entry.title for entry in listed(markup, f"{PAPER}/kinh-te.htm")]


@pytest.mark.parametrize(
    "stream",
    [
        f"<div>{SHOWN}{FURTHER.replace(ROW, HIDDEN_ROW)}</div>",
        f"<div>{SHOWN.replace(ROW, HIDDEN_ROW, 1)}{FURTHER}</div>",
        f"<div>{SHOWN}</div><div {HIDDEN}>{FURTHER}</div>{MORE}",
        f"<div>{SHOWN}<div id='m' style='display: none;'>{FURTHER}</div></div>{MORE}",
        f"<div>{SHOWN}</div><div></div><div {HIDDEN}><div>{FURTHER}</div></div>{MORE}",
    ],
)
def test_hidden_rows_that_go_on_with_a_list_are_of_it(stream: str) -> None:
    assert titles_of(stream) == list(TITLES)


@pytest.mark.parametrize(
    "stream",
    [
        f"{TABS.format('a', 'b')}<div id='a'>{SHOWN}</div><div id='b' {HIDDEN}>{FURTHER}</div>",
        f"{TABS.format('', '')}<div>{SHOWN}</div><div {HIDDEN}>{FURTHER}</div>",
        f"<div>{SHOWN}</div><div role='tabpanel' {HIDDEN}>{FURTHER}</div>",
        f"<div>{SHOWN}</div><div {HIDDEN}><h3>Chuyện cũ</h3><div>{FURTHER}</div></div>",
        f"<div>{SHOWN}</div><p>Chuyện cũ của báo</p><div {HIDDEN}>{FURTHER}</div>",
    ],
)
def test_hidden_rows_of_another_tab_or_with_a_name_over_them_are_none_of_a_list(stream: str) -> None:
    assert titles_of(stream) == list(TITLES[:7])


LONG = "Tin tức hoạt động của nhà trường hôm nay"
SWITCHES = {
    "buttons": "<div><button data-tab=a>Tin tức</button><button data-tab=b>Sự kiện</button></div>",
    "seven": "<ul>" + "".join(f"<li>Mục {place}</li>" for place in range(7)) + "</ul>",
    "long": f"<ul><li>{LONG}</li><li>{LONG} và hôm qua</li></ul>",
    "one": "<div><span>Tin tức</span></div>",
}


@pytest.mark.parametrize("switch", SWITCHES.values(), ids=SWITCHES)
@pytest.mark.parametrize("behind", ["", '<a href="/chuyen-cu.htm">Xem thêm</a>', "<p>Liên hệ</p>"])
def test_a_hidden_block_is_another_tab_where_no_button_shows_it(switch: str, behind: str) -> None:
    assert titles_of(f"{switch}<div>{SHOWN}</div><div {HIDDEN}>{FURTHER}{behind}</div>") == list(TITLES[:7])
    assert titles_of(f"{switch}<div>{SHOWN}</div><div {HIDDEN}>{FURTHER}</div>{behind}") == list(TITLES[:7])
