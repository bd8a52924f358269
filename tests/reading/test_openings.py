"""What functions of a page's own scripts open: pages of a list, announcements."""

from __future__ import annotations

import time

import pytest

from scraper.reading.anchors import anchors_of
from scraper.reading.openings import Openings
from scraper.reading.page import make_page
from scraper.reading.paging import find_pages
from tests.reading.listed import ITEMS, TITLES, listed, rows


@pytest.mark.parametrize(
    ("function", "handler", "address"),
    [
        ("function trang(n) { location.href = '/ds/' + n; }", "trang(3)", "/ds/3"),
        ('function trang(n){window.location="/ds?p="+n+"&c=7"}', "javascript:trang('3')", "/ds?p=3&c=7"),
        ("var trang = function (n) { location.assign('/ds/' + n + '.html'); };", "return trang(3);", "/ds/3.html"),
        ("function xem(id, ten) { location.href = '/tin/' + ten + '-' + id; }", "xem(12, 'bao-so')", "/tin/bao-so-12"),
        ("function mo(u) { window.open('/doc/' + u, '_blank'); }", 'mo("a b")', "/doc/a%20b"),
        ("function tim(k) { location.href = '/tim?q=' + encodeURIComponent(k); }", "tim('một')", "/tim?q=m%E1%BB%99t"),
        ("function di(u) { if (u) { location.href = u; } }", "di('/tin/12')", "/tin/12"),
        ("function trang(n) { location.href = '/ds/' + n + goc; }", "trang(3)", ""),
        ("function trang(n) { location.href = '/ds/' + so(n, 2); }", "trang(3)", ""),
        ("function trang(n) { alert(n); } function khac(n) { location.href = '/ds/' + n; }", "trang(3)", ""),
        ("function trang(n) { location.href = '/ds'; }", "trang(3)", ""),
        ("function trang(n) { location.href = '/ds/' + n; }", "trang(this)", ""),
        ("function trang(n) { location.href = '/ds/' + n; }", "trang()", ""),
        ("function trang(n) { location.href = 'javascript:' + n; }", "trang(3)", ""),
        ("function trang(n) { if (location.href == '/ds/' + n) return; }", "trang(3)", ""),
        ("", "trang(3)", ""),
    ],
)
def test_an_address_is_put_together_of_what_stands_there(function: str, handler: str, address: str) -> None:
    assert Openings(f"<script>{function}</script>").address(handler) == address


NUMBERS = '<a href="javascript:void(0)" onclick="trang(2)">2</a> <a href="javascript:trang(3)">3</a>'
BUTTONS = '<button onclick="trang(2)">2</button> <input type="button" value="3" onclick="trang(3)">'
SENT = ["/ds?c=7&p=2", "/ds?c=7&p=3"]
FORM = '<form method="get" action="/ds"><input type="hidden" name="c" value="7">{}</form>'


@pytest.mark.parametrize(
    ("pager", "pages"),
    [
        (NUMBERS, ["/ds/2", "/ds/3"]),
        (BUTTONS, ["/ds/2", "/ds/3"]),
        (FORM.format('<button name="p" value="2">2</button><button name="p" value="3">3</button>'), SENT),
        (FORM.format('<input type="submit" name="p" value="2"><input type=submit name=p value=3>'), SENT),
        (FORM.format('<input name="q"><button>Tìm</button>'), []),
    ],
    ids=["links", "buttons", "buttons of a form", "submits of a form", "a search"],
)
def test_pages_of_a_list_are_found_behind_functions_and_forms(pager: str, pages: list[str]) -> None:
    script = "<script>function trang(n) { location.href = '/ds/' + n; }</script>"
    items = rows('<li><a href="/tin/{slug}">{title}</a> {day}</li>')
    page = make_page(
        f"<html>{script}<body><ul>{items}</ul><p>{pager}</p></body></html>".encode(), "https://x.gov.vn/ds"
    )
    found, _ = find_pages(page)
    assert [follow.url.removeprefix("https://x.gov.vn") for follow in found] == pages


def test_announcements_are_found_behind_functions() -> None:
    script = "<script>function xem(ten) { window.location.href = '/tin/' + ten; }</script>"
    items = rows("<li><a href='#' onclick=\"xem('{slug}'); return false\">{title}</a> <i>{day}</i></li>")
    entries = listed(f"<html>{script}<body><h1>Tin</h1><ul>{items}</ul></body></html>")
    assert [entry.title for entry in entries] == TITLES
    assert [entry.url.rpartition("/")[2] for entry in entries] == [slug for slug, _, _ in ITEMS]


def test_a_monstrous_script_takes_no_monstrous_time() -> None:
    calls = "".join(f'<a href="javascript:f{number}({number})">{number}</a>' for number in range(5000))
    script = "function f(" * 50_000 + "location.href = " * 50_000
    page = make_page(f"<html><script>{script}</script><body>{calls}</body></html>".encode(), "https://x.gov.vn/ds")
    start = time.process_time()
    anchors_of(page)
    assert time.process_time() - start < 5
