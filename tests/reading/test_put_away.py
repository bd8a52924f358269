"""Texts that stand in a page unseen, for a script that puts them into it; those that data has whole; markup printed."""

from __future__ import annotations

from html import escape

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from tests.reading.test_states import (
    FIRST,
    HERE,
    JSON_TYPE,
    LAST,
    LEAD,
    MENU,
    POST,
    TEXT,
    TITLE,
    flat,
    plain,
    script,
    text_of,
)

ENTITIES = escape(TEXT)
HELD = {
    "a field that nobody sees": f"<textarea id='nd' style='display:none'>{ENTITIES}</textarea>",
    "a hidden input": f"<input type='hidden' id='nd' value='{ENTITIES}'>",
    "a template": f"<template id='nd'>{TEXT}</template>",
    "a script that is a template": f"<script type='text/template' id='nd'>{TEXT}</script>",
    "a string": f"<script>var noiDung = {plain(TEXT)}; $('#xem').html(noiDung);</script>",
    "a string with entities": f"<script>$('#xem').html(giaiMa({plain(ENTITIES)}));</script>",
    "a string in back quotes": f"<script>xem.innerHTML = `\n{TEXT}`;</script>",
    "what is shown without scripts": f"<noscript>{TEXT}</noscript>",
    "an attribute": f"<div id='nd' data-content='{ENTITIES}'></div>",
    "markup as text": f"<div id='nd'>{ENTITIES}</div>",
}


def page(held: str, *, printed: str = "", data: str = "") -> bytes:
    side = "".join(f"<li><a href='/tin-{n}.html'>Lịch tiếp công dân tháng {n} của lãnh đạo</a></li>" for n in range(5))
    main = f"<main><h1>{TITLE}</h1><div>08/03/2024</div>{printed}{held}<div id='xem'></div></main>"
    head = f"<head><meta charset='utf-8'><title>{TITLE}</title></head>"
    body = f"<body>{main}<aside><ul>{side}</ul></aside>{data}<script src='/a.js'></script></body>"
    return f"<html>{head}{body}</html>".encode()


def told(body: bytes, url: str = HERE) -> PrintedAnnouncement:
    reading = read_page(body, url)
    assert (reading.kind, reading.outcome) == ("article", "read")
    assert reading.announcement is not None
    assert reading.announcement.title == TITLE
    return reading.announcement


@pytest.mark.parametrize("place", HELD)
def test_a_text_that_a_script_puts_into_its_page_is_read_where_it_stands(place: str) -> None:
    read = told(page(HELD[place]))
    assert (read.date_line, text_of(read)) == ("08/03/2024", f"{FIRST}\n{LAST}")


@pytest.mark.parametrize(
    "held",
    [
        "<template><p>{{ tin.ten }} được đăng ngày {{ tin.ngay }}</p><p>{{ tin.tomTat | cut: 200 }}</p></template>" * 2,
        "<script>var hop = '<div class=box><form action=/gui><p>Gửi ý kiến của ông bà cho chúng tôi theo mẫu</p></form>"
        + "<p>Ý kiến được chuyển cho cơ quan có thẩm quyền xem xét trả lời.</p></div>';</script>",
        "<noscript><img src='/dem.gif'></noscript>",
        "<input type='hidden' name='__VIEWSTATE' value='/wEPDwUKMTY3NzE5MjA4M2RkPHA+" + "QUJD" * 60 + "'>",
        "<template><ul>" + "<li><a href='/a'>Tin đã đưa về nông nghiệp</a></li>" * 9 + "</ul></template>",
    ],
)
def test_templates_forms_and_lists_for_scripts_are_no_text(held: str) -> None:
    read = read_page(page(held), HERE).announcement
    assert read is None or text_of(read) == ""


def test_what_is_printed_is_read_whatever_else_stands_in_a_page_for_scripts() -> None:
    printed = f"<p>{LEAD}</p><p>{LAST}</p>"
    assert text_of(told(page(HELD["a template"], printed=printed))) == f"{LEAD}\n{LAST}"


@pytest.mark.parametrize("picture", ["", "/sites/default/files/a.jpg", "/wp-content/uploads/a.jpg"])
def test_the_whole_text_is_had_from_data_where_a_page_prints_its_lead_alone(picture: str) -> None:
    data = script(plain({"props": {"pageProps": {"post": POST, "menu": MENU}}}), f'id="__NEXT_DATA__" {JSON_TYPE}')
    read = told(page("<div class='cho'></div>", printed=f"<img src='{picture}'><p>{LEAD}</p>", data=data))
    assert (text_of(read), read.byline) == (f"{LEAD}\n{FIRST}\n{LAST}", f"Tác giả: {POST['author']}")


@pytest.mark.parametrize(
    ("data", "file"),
    [
        ({"type": "data", "nodes": [None, {"type": "data", "data": flat({"post": POST}), "uses": {}}]}, "__data.json"),
        (flat({"data": {"post": POST}}), "_payload.json"),
        ({"componentChunkName": "x", "path": "/bai", "result": {"data": {"strapiPost": POST}}}, "page-data.json"),
    ],
)
def test_the_data_behind_a_page_is_read_as_the_framework_serves_it(data: object, file: str) -> None:
    assert text_of(told(plain(data).encode(), f"{HERE}/{file}")) == f"{LEAD}\n{FIRST}\n{LAST}"


def test_data_with_the_kind_of_each_value_is_read() -> None:
    kinds = {name: [0, value] for name, value in POST.items() if name != "files"}
    props = escape(plain({"post": [0, kinds], "menu": [1, [[0, {"name": [0, "Tin"]}]]]}))
    body = f"<html><body><div id='root'></div><astro-island props='{props}'></astro-island><script></script></body>"
    assert text_of(told(body.encode())) == f"{LEAD}\n{FIRST}\n{LAST}"
