"""The skins in which registers of documents show one."""

from __future__ import annotations

import pytest

from tests.reading.skinned import FIRST, TEXT, TITLE, read


@pytest.mark.parametrize(
    "facts",
    [
        "<li><span>Hiệu lực:</span> Còn hiệu lực</li><li><span>Người ký:</span> Hồ A Nghin</li>",
        "<li>Tình trạng hiệu lực: Hết hiệu lực một phần</li><li>Ngày có hiệu lực: 05/09/2020</li>",
        "<li>Hiệu lực: Còn hiệu lực</li><li>Ngày đăng tải: 27/08/2020</li><li>Ngày đăng công báo: 19/10/2020</li>",
        "<li>Hiệu lực: Còn hiệu lực</li><li><span>Ngày đăng tải: 27/08/2020</span></li>",
    ],
)
def test_the_state_of_a_paper_of_a_register_is_no_text_where_the_box_of_its_tabs_is_the_whole(facts: str) -> None:
    day = "<span>Ngày đăng tải: 27/08/2020</span>"
    told = read(
        "",
        f"<div class='box-tab-vb'><div class='vb-title'><h2>{TITLE}</h2>{'' if 'đăng tải' in facts else day}</div>"
        "<div class='header tab-vb'><a href='vbpq-toan-van.aspx?ItemID=7'>Toàn văn</a></div>"
        f"<div class='vbInfo'><ul>{facts}</ul></div><div><div class='fulltext'>{TEXT}</div></div></div>",
        "https://vb.example/moc/Pages/vbpq-toanvan.aspx?ItemID=7",
    ).announcement
    assert told is not None
    assert (told.platform, told.title, told.date_line) == ("register", TITLE, "Ngày đăng tải: 27/08/2020")
    assert told.body_text.startswith(FIRST)
