"""A list's first page and its section are none of its announcements, whatever leads there."""

from __future__ import annotations

import pytest

from scraper.reading.invitations import is_more
from tests.reading.listed import ITEMS, TITLES, listed

ROW = '<tr><td><a href="{address}/{slug}">{title}</a></td><td>{day}</td></tr>'
AROUND = (
    '<tr><td colspan="2"><a href="{first}">&lt;&lt; Bắt đầu</a> <a href="{first}">&lt; Lùi</a> <b>2</b></td></tr>',
    '<tr><td colspan="2"><a href="{first}">Trở về đầu danh mục</a> <a href="{first}">1</a> <b>2</b></td></tr>',
    '<tr><td colspan="2"><a href="{first}">Thông báo của Sở</a></td></tr>',
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("own", "first"),
    [
        ("/index.php/thong-bao?start=20", "/index.php/thong-bao"),
        ("/thong-bao?trang=2", "/thong-bao"),
        ("/default.aspx?tabid=12&page=2&lang=vi", "/default.aspx?lang=vi&tabid=12"),
        ("/chuyen-muc/thong-bao-cua-so-noi-vu/page/2/", "/chuyen-muc/thong-bao-cua-so-noi-vu/"),
    ],
)
def test_what_leads_from_a_further_page_back_to_the_first_is_no_entry(own: str, first: str, around: str) -> None:
    entries = "".join(ROW.format(address="/tin", slug=slug, title=title, day=day) for slug, title, day in ITEMS)
    page = f"<html><body><table>{entries}{around.format(first=first)}</table></body></html>"
    assert [entry.title for entry in listed(page, f"https://x.gov.vn{own}")] == TITLES


def test_announcements_below_the_address_of_a_page_or_with_an_id_of_their_own_are_entries() -> None:
    below = "".join(ROW.format(address="/thong-bao", slug=slug, title=title, day=day) for slug, title, day in ITEMS)
    coded = "".join(
        f'<tr><td><a href="/thong-bao?id={slug[-3:]}">{title}</a></td><td>{day}</td></tr>' for slug, title, day in ITEMS
    )
    for entries in (below, coded):
        page = f"<html><body><table>{entries}</table></body></html>"
        assert [entry.title for entry in listed(page, "https://x.gov.vn/thong-bao?page=2")] == TITLES


@pytest.mark.parametrize("words", ["« Bắt đầu", "<< Bắt đầu", "< Lùi", "Lùi lại", "‹ Lui", "Về trước", "« Về sau"])
def test_words_that_lead_back_name_nothing(words: str) -> None:
    assert is_more(words)


@pytest.mark.parametrize("title", ["Bắt đầu mùa thi", "Lùi thời gian khai giảng", "Về trước hạn 3 tháng"])
def test_titles_that_begin_with_such_words_are_names(title: str) -> None:
    assert not is_more(title)
