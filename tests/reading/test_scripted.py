"""Pages that a script fills: data in them and behind them, and how a page is known that only a script draws."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scraper.reading import read_page
from scraper.reading.page import make_page
from scraper.reading.result import Context, Reading
from scraper.reading.scripted import should_draw
from tests.reading.listed import TITLES
from tests.reading.listed import rows as listed_rows

HERE = "https://x.gov.vn/tin-tuc"
TEXT = "<p>" + "Ủy ban nhân dân tỉnh vừa ban hành Kế hoạch số 12/KH-UBND về việc này. " * 8 + "</p>"
ARTICLE: dict[str, Any] = {
    "title": "Kế hoạch phòng, chống hạn hán mùa khô",
    "slug": "phong-chong-han-han-3",
    "publishedAt": "2020-09-16T03:06:00.000Z",
    "author": "Nguyễn Văn An",
    "content": TEXT,
    "attachments": [{"name": "Kế hoạch 12", "url": "/tep/kh12.pdf"}],
}


def rows(count: int = 3, **more: Any) -> list[dict[str, Any]]:
    return [
        {"title": f"Kế hoạch phòng, chống hạn hán mùa khô lần thứ {n}", "url": f"/tin-tuc/han-han-mua-kho-{100 + n}"}
        | {"ngayDang": f"0{n + 1}/02/2020"}
        | more
        for n in range(count)
    ]


def shell(*scripts: str) -> bytes:
    markup = "<!DOCTYPE html><html><head><title>Cổng</title></head><body><div id='root'></div>{}</body></html>"
    return markup.format("".join(scripts)).encode()


def read(body: bytes, url: str = HERE, **context: Any) -> Reading:
    return read_page(body, url, context=Context(**context))


@pytest.mark.parametrize(
    ("markup", "outcome"),
    [("", "empty"), ("<div id='app'></div>", "undrawn"), ("<div id='app'></div><img src='/cho.gif'>", "undrawn")],
)
def test_a_page_that_prints_nothing_has_no_title_though_head_and_address_agree_on_one(
    markup: str, outcome: str
) -> None:
    head = "<title>Kế hoạch phòng, chống hạn hán mùa khô</title>"
    body = f"<html><head>{head}</head><body>{markup}<script src='/app.js'></script></body></html>".encode()
    reading = read(body, f"{HERE}/ke-hoach-phong-chong-han-han-mua-kho-10120.html")
    assert (reading.outcome, reading.announcement) == (outcome, None)


def test_data_of_an_announcement_is_read_though_head_and_address_agree_on_its_title() -> None:
    data = json.dumps({"post": ARTICLE}, ensure_ascii=False)
    body = shell(f'<script id="__NEXT_DATA__" type="application/json">{data}</script>')
    body = body.replace("<title>Cổng".encode(), f"<title>{ARTICLE['title']}".encode())
    reading = read(body, f"{HERE}/ke-hoach-phong-chong-han-han-mua-kho-10120")
    assert reading.announcement is not None
    assert reading.announcement.title == ARTICLE["title"]


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">{}</script>',
        "<script>window.__INITIAL_STATE__ = {};(function(){{}})()</script>",
        "<script>self.__DATA__={};</script>",
        "<script>var tinTuc = {}; ve(tinTuc);</script>",
        "<script>var khac = {{a: 1}};\nwindow['state'] = {}</script>",
    ],
)
def test_a_list_in_the_page_for_its_script_is_read(script: str) -> None:
    reading = read(shell(script.format(json.dumps({"props": {"list": rows()}}, ensure_ascii=False))))
    assert (reading.kind, reading.outcome) == ("listing", "read")
    assert [entry.url for entry in reading.entries] == [f"{HERE}/han-han-mua-kho-{100 + n}" for n in range(3)]
    assert [entry.date_line for entry in reading.entries] == [f"0{n}/02/2020" for n in (1, 2, 3)]


@pytest.mark.parametrize("box", ["mostRead", "docNhieu", "relatedNews", "tin_lien_quan", "popularPosts"])
@pytest.mark.parametrize("held", ["{}", '{{"items": {}}}'])
def test_the_box_beside_a_list_of_data_is_no_part_of_it_and_alone_it_is_the_list(box: str, held: str) -> None:
    others = [row | {"url": f"/doc-nhieu/{n}-han-han"} for n, row in enumerate(rows())]
    beside = f'"{box}": {held.format(json.dumps(others, ensure_ascii=False))}'
    both = f'{{"list": {json.dumps(rows(), ensure_ascii=False)}, {beside}}}'
    for state, own in ((both, True), (f"{{{beside}}}", False)):
        entries = read(shell(f"<script>window.__INITIAL_STATE__={state}</script>")).entries
        assert len(entries) == 3
        assert ("doc-nhieu" not in entries[0].url) == own


def test_a_list_in_a_string_of_data_stays_one_whatever_boxes_stand_beside_it() -> None:
    boxes = {f"docNhieu{n}": [{"title": f"Mục {n}", "n": [n]}] for n in range(200)}
    state = json.dumps(boxes | {"answer": json.dumps({"list": rows()}, ensure_ascii=False)}, ensure_ascii=False)
    entries = read(shell(f"<script>window.__INITIAL_STATE__={state}</script>")).entries
    assert [entry.url for entry in entries] == [f"{HERE}/han-han-mua-kho-{100 + n}" for n in range(3)]


def test_an_announcement_in_the_page_for_its_script_is_read() -> None:
    state = json.dumps({"post": ARTICLE, "related": rows()}, ensure_ascii=False)
    reading = read(shell(f"<script>window.__STATE__={state}</script>"), f"{HERE}/phong-chong-han-han-3")
    told = reading.announcement
    assert told is not None
    assert (told.title, told.byline) == (ARTICLE["title"], "Tác giả: Nguyễn Văn An")
    assert told.date_line is not None
    assert "2020-09-16T03:06:00.000Z" in told.date_line
    assert told.body_text.startswith("Ủy ban nhân dân tỉnh vừa ban hành")
    assert [file.url for file in told.attachments] == ["https://x.gov.vn/tep/kh12.pdf"]


@pytest.mark.parametrize("path", ["phong-chong-han-han-3", "tin-tuc/3"])
def test_a_short_text_in_data_is_that_of_the_page_whose_address_spells_its_record(path: str) -> None:
    text = "Kính mời bà con đến dự họp tại nhà văn hóa thôn."
    record = {"title": ARTICLE["title"], "slug": path.rpartition("/")[2], "content": f"<p>{text}</p>"}
    state = json.dumps({"article": record, "related": rows()}, ensure_ascii=False)
    told = read(shell(f"<script>window.__STATE__={state}</script>"), f"{HERE}/{path}").announcement
    assert told is not None
    assert (told.title, told.body_text) == (ARTICLE["title"], text)


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("publishedAt", 1600225560000, "2020-09-16T03:06:00Z"),
        ("publish_date", 1600225560, "2020-09-16T03:06:00Z"),
        ("NgayDang", "/Date(1600225560000)/", "2020-09-16T03:06:00Z"),
        ("created_at", "2020-09-16 10:06:00", "2020-09-16 10:06:00"),
        ("ngayBanHanh", "16/09/2020", None),
        ("expiredDate", "16/09/2020", None),
        ("viewCount", 1600225560, None),
        ("date", "mới đây", None),
    ],
)
def test_days_of_data_are_those_of_posting(field: str, value: object, printed: str | None) -> None:
    listed = [{name: text for name, text in row.items() if name != "ngayDang"} | {field: value} for row in rows(4)]
    for row in listed:
        row["title"] += " trên địa bàn tỉnh"
    reading = read(json.dumps(listed).encode())
    assert [entry.date_line for entry in reading.entries] == [printed] * 4


@pytest.mark.parametrize(
    ("data", "url", "following"),
    [
        ({"items": rows(), "totalPages": 3}, "https://x.gov.vn/api/tin?page=1", "https://x.gov.vn/api/tin?page=2"),
        ({"items": rows(), "totalPages": 3}, "https://x.gov.vn/api/tin?page=3", None),
        ({"data": rows(), "meta": {"last_page": 9}}, "https://x.gov.vn/a?p=8&c=1", "https://x.gov.vn/a?p=9&c=1"),
        ({"data": rows(), "next_page_url": "/api/tin?cursor=ab"}, "https://x.gov.vn/api/tin", "/api/tin?cursor=ab"),
        (rows(), "https://x.gov.vn/api/tin?trang=2", "https://x.gov.vn/api/tin?trang=3"),
        ([], "https://x.gov.vn/api/tin?trang=9", None),
        (rows(), "https://x.gov.vn/api/tin", None),
    ],
)
def test_data_is_walked_to_its_end(data: object, url: str, following: str | None) -> None:
    reading = read(json.dumps(data).encode(), url, expected="listing")
    wanted = following if following is None or following.startswith("http") else f"https://x.gov.vn{following}"
    assert [page.url for page in reading.follow] == ([wanted] if wanted else [])


GOING_ON = [
    {"posts": rows(8), "total": 23},
    {"posts": rows(8), "totalPages": 3},
    {"posts": rows(8), "count": 8, "pageInfo": {"hasNextPage": True}},
    {"data": rows(8), "meta": {"pagination": {"page": 1, "pageSize": 8, "pageCount": 3, "total": 23}}},
    {"data": {"items": rows(8), "tongSoTin": 23}, "menu": [{"title": "Giới thiệu", "total": 1}]},
    {"posts": rows(7), "total": 24, "page": 2, "limit": 8},
]
WHOLE = [
    {"posts": rows(8), "total": 8},
    {"posts": rows(8), "count": 8, "totalViews": 2300, "totalPages": 1},
    {"posts": rows(8), "page": 2, "pageInfo": {"hasNextPage": False}},
    {"posts": rows(7), "total": 23, "page": 3, "limit": 8},
    {"posts": rows(7), "total": 23, "page": 3},
    {"posts": rows(8), "videos": {"items": [{"title": "Phóng sự"}], "total": 230}},
]


@pytest.mark.parametrize(("data", "flags"), [(data, ("list-goes-on",)) for data in GOING_ON] + [(d, ()) for d in WHOLE])
def test_a_list_that_counts_more_than_it_shows_says_that_it_goes_on(
    data: dict[str, Any], flags: tuple[str, ...]
) -> None:
    plain = json.dumps(data, ensure_ascii=False)
    held = shell(f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"pageProps": {plain}}}}}</script>')
    listed = read(plain.encode(), expected="listing").entries
    printed = "".join(f"<li><a href='{one.url}'>{one.title}</a> {one.date_line}</li>" for one in listed)
    drawn = held.replace(b"<div id='root'>", f"<div id='root'><h1>Tin</h1><ul>{printed}</ul>".encode())
    for page in (held, drawn, plain.encode()):
        reading = read(page, expected="listing")
        assert (reading.outcome, len(reading.entries), reading.follow) == ("read", len(listed), ())
        assert reading.flags == flags
        assert should_draw(reading, make_page(page, HERE)) == (bool(flags) and page[:1] == b"<")


def test_a_list_that_counts_more_goes_on_under_the_number_of_its_address_or_was_loaded_by_its_script() -> None:
    state = json.dumps({"posts": rows(8), "total": 23}, ensure_ascii=False)
    body = shell(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    reading = read(body, f"{HERE}?page=1", expected="listing")
    assert ([page.url for page in reading.follow], reading.flags) == ([f"{HERE}?page=2"], ())
    printed = "".join(f"<li><a href='{row['url']}'>{row['title']}</a> 05/02/2020</li>" for row in rows(23))
    loaded = read(body.replace(b"<div id='root'>", f"<div id='root'><ul>{printed}</ul>".encode()), expected="listing")
    assert (len(loaded.entries), loaded.flags) == (23, ())


def test_a_front_page_is_whole_whatever_its_lists_count() -> None:
    state = json.dumps({"posts": rows(8), "total": 23}, ensure_ascii=False)
    body = shell(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    assert read(body, "https://x.gov.vn/", expected="listing").flags == ()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([{"title": "Giới thiệu", "url": "/gioi-thieu"}] * 2, id="menu"),
        pytest.param([{"title": "Kế hoạch phòng, chống hạn hán mùa khô", "slug": "han-han-3"}] * 3, id="slugs"),
        pytest.param([{"title": "Ảnh chụp toàn cảnh trung tâm", "imageUrl": "/a/b-1.html"}] * 3, id="pictures"),
        pytest.param({"error": "khong co quyen"}, id="an error"),
        pytest.param([[[[[[]]]]]], id="nothing"),
    ],
)
def test_data_that_lists_no_announcements_with_addresses_lists_nothing(data: object) -> None:
    reading = read(json.dumps(data).encode())
    assert (reading.outcome, reading.entries) == ("empty", ())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(shell('<script src="/static/js/main.js"></script>'), id="an empty root"),
        pytest.param(b"<body><app-root></app-root><script src=a.js></script></body>", id="angular"),
        pytest.param(b"<body><a href=/>Trang</a><p v-for='x in y'>{{ x.title }}</p><script></script></body>", id="vue"),
        pytest.param(
            "<body><ul id=ds>Đang tải dữ liệu...</ul><script>$.getJSON('/a')</script></body>".encode(), id="loading"
        ),
        pytest.param(
            b"<body><noscript>Please enable JavaScript to run this.</noscript><script src=a.js></script></body>",
            id="a note to visitors",
        ),
    ],
)
def test_a_page_that_only_a_script_draws_is_named_so(body: bytes) -> None:
    assert read(body).outcome == "undrawn"
    assert read(body, expected="article").outcome == "undrawn"


def test_the_data_that_its_script_names_is_where_to_go_on() -> None:
    code = "fetch('/api/tin-tuc?page=1'); axios.get(`/api/${khac}`); $.getJSON('/du-lieu/tin.json', ve)"
    reading = read(shell(f"<script>{code}</script>", "<div data-api='/api/van-ban'></div>"))
    assert [page.url.removeprefix("https://x.gov.vn") for page in reading.follow] == [
        "/api/tin-tuc?page=1",
        "/du-lieu/tin.json",
        "/api/van-ban",
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<body><h1>Tin</h1><p>Chưa có tin bài nào.</p><script>dem()</script></body>", id="an empty list"),
        pytest.param("<body><div id='app'></div></body>", id="no script"),
    ],
)
def test_an_empty_page_is_not_said_to_be_drawn_by_a_script(body: str) -> None:
    assert read(body.encode()).outcome == "empty"


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
        json.dumps([{"title": "x" * 100, "url": 3}] * 50_000).encode(),
        shell("<script>" + "x={" * 50_000 + "</script>"),
        shell('<script type="application/json">' + "[" * 90_000 + "</script>"),
        b'{"title": {"rendered": {"rendered": []}}, "url": "http://[", "content": "' + b"<" * 5000 + b'"}',
    ],
)
def test_whatever_data_comes_nothing_breaks(body: bytes) -> None:
    assert read(body).outcome in ("empty", "undrawn", "cut", "not_a_page", "read")


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        ('<a href="javascript:void(0)">1</a> <a href="javascript:void(0)">2</a>', True),
        ('<a class="on">1</a><a onclick="trang(2)">2</a><a onclick="trang(3)">3</a>', True),
        ("<button>2</button><button>3</button>", True),
        ("<button>Xem thêm</button>", True),
        ('<a href="#" onclick="$.post(\'/them\')">Tải thêm tin</a>', True),
        ('<a href="/tin?trang=2">2</a> <a href="/tin?trang=3">3</a>', False),
        ("<button>2</button>", False),
        (f"<table><tr>{''.join(f'<td><a href=#>{day}</a></td>' for day in range(1, 32))}</tr></table>", False),
        ("", False),
    ],
)
def test_a_list_that_only_a_click_turns_is_drawn_though_its_first_page_is_there(pager: str, expected: bool) -> None:
    rows = "".join(
        f'<li><a href="/tin/bai-so-{n}">Thông báo lịch tiếp công dân tuần {n} năm nay</a> <i>0{n}/05/2024</i></li>'
        for n in range(1, 6)
    )
    markup = f"<html><body><h1>Tin tức</h1><div><ul>{rows}</ul>{pager}</div><script>x()</script></body></html>"
    url = "https://portal.example/tin"
    reading = read_page(markup.encode(), url)
    assert (reading.kind, len(reading.entries)) == ("listing", 5)
    assert should_draw(reading, make_page(markup.encode(), url)) is expected


@pytest.mark.parametrize(
    ("data", "following"),
    [
        ({"html": "{rows}", "next": "/api/feed?page=3"}, ["/api/feed?page=3"]),
        ({"html": "{rows}", "next": None}, ["/api/feed?page=3"]),
        ({"success": True, "data": {"view": "{rows}", "last_page": 5}}, ["/api/feed?page=3"]),
        ({"html": "{rows}<a href='/api/feed?page=3'>Trang sau</a>", "last_page": 2}, ["/api/feed?page=3"]),
        ({"html": "{rows}", "last_page": 2}, []),
        ({"html": "<p>Không còn tin nào</p>", "next": "/api/feed?page=3"}, ["/api/feed?page=3"]),
    ],
)
def test_rows_of_markup_in_data_are_read_as_a_list_and_walked_on(data: dict[str, Any], following: list[str]) -> None:
    markup = listed_rows("<article><h2><a href='/p/{slug}'>{title}</a></h2><time>{day}</time></article>")
    body = json.dumps(data).replace("{rows}", json.dumps(markup)[1:-1]).encode()
    read = read_page(body, "https://x.gov.vn/api/feed?page=2", content_type="application/json")
    assert [entry.title for entry in read.entries] == (TITLES if b"article" in body else [])
    assert [page.url.removeprefix("https://x.gov.vn") for page in read.follow] == following
