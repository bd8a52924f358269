"""An announcement in the data of a page that a script draws, however a framework writes it there."""

from __future__ import annotations

import json
from base64 import b64encode
from html import escape
from typing import Any
from urllib.parse import quote

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Trung tâm Khuyến nông tập huấn trồng dâu nuôi tằm cho 60 hộ dân"
LEAD = "Trong hai ngày 6 và 7/3, Trung tâm phối hợp với xã mở lớp tập huấn kỹ thuật trồng dâu nuôi tằm."
FIRST = "Học viên được hướng dẫn đốn dâu, bón phân cân đối, khử trùng nhà tằm bằng vôi và xử lý bệnh bủng."
LAST = "Sau tập huấn, Trung tâm hỗ trợ mỗi hộ 5 kg chế phẩm để làm mô hình đối chứng và theo dõi đến hết năm nay."
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"
POST = {
    "id": 1904,
    "title": TITLE,
    "summary": LEAD,
    "content": TEXT,
    "author": "Lương Thị Mến",
    "publishedDate": "2024-03-08T09:15:00",
    "files": [{"name": "tai-lieu.pdf", "url": "/api/file/tai-lieu.pdf"}],
}
MENU = [{"name": name, "slug": name.lower().replace(" ", "-")} for name in ("Trang chủ", "Giới thiệu", "Liên hệ")]
HERE = "https://x.gov.vn/bai-viet/tap-huan-trong-dau-nuoi-tam-60-ho-dan"


def shell(markup: str, *, root: str = "<div id='root'></div>") -> bytes:
    head = "<head><meta charset='utf-8'><title>Trung tâm Khuyến nông</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{root}{markup}<script src='/main.js'></script></body></html>".encode()


def told(body: bytes, url: str = HERE) -> PrintedAnnouncement:
    reading = read_page(body, url)
    assert (reading.kind, reading.outcome) == ("article", "read")
    assert reading.announcement is not None
    return reading.announcement


def text_of(read: PrintedAnnouncement) -> str:
    return "\n".join(filter(None, (read.lead, read.body_text)))


def plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def unquoted(value: Any) -> str:
    """A value as minified scripts write it: names without quotes, texts in single ones."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{name}:{unquoted(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(unquoted, value)) + "]"
    return "'" + value.replace("'", "\\'") + "'" if isinstance(value, str) else plain(value)


def flat(value: Any, *before: Any, named_places: bool = False) -> list[Any]:
    """A value with its parts by their places, as Nuxt, SvelteKit and Remix write them."""
    places: list[Any] = list(before)

    def place(part: Any) -> int:
        at = len(places)
        places.append(None)
        if isinstance(part, dict):
            places[at] = {f"_{place(k)}" if named_places else k: place(inner) for k, inner in part.items()}
        elif isinstance(part, list):
            places[at] = [place(inner) for inner in part]
        else:
            places[at] = part
        return at

    place(value)
    return places


def script(text: str, kind: str = "") -> str:
    return f"<script{f' {kind}' if kind else ''}>{text}</script>"


def angular(text: str) -> str:
    for sign, letter in (("&", "a"), ('"', "q"), ("'", "s"), ("<", "l"), (">", "g")):
        text = text.replace(sign, f"&{letter};")
    return text


def nuxt() -> str:
    post = unquoted(POST | {"title": 0}).replace("title:0", "title:a").replace("id:1904", "id:b")
    return f'window.__NUXT__=(function(a,b,c){{return {{layout:"default",data:[{{post:{post}}}],error:c,ssr:!0}}}}'


row = "5:" + plain(["$", "$Lb", None, {"post": POST | {"content": "$7"}}]) + "\n"
streamed = plain(flat({"loaderData": POST}, named_places=True))
started = f"{{node_ids:[0,2],data:[null,{{type:'data',data:{unquoted(POST)}}}]}}"
JSON_TYPE = 'type="application/json"'
WRITTEN = {
    "angular": script(plain({"detail": {"code": 200, "data": POST}, "menu": MENU}), f'id="ng-state" {JSON_TYPE}'),
    "angular of old": script(angular(plain({"G.https://x/api": {"body": POST}})), f'id="serverApp-state" {JSON_TYPE}'),
    "angular, answers": script(plain({"243": {"b": plain(POST), "s": 200, "u": "/api"}}), f'id="ng-state" {JSON_TYPE}'),
    "next": script(plain({"props": {"pageProps": {"post": POST}}}), f'id="__NEXT_DATA__" {JSON_TYPE}'),
    "next, pushed": script(f"self.__next_f.push([1,{plain(row)}])")
    + script(f"self.__next_f.push([1,{plain(f'7:T{len(TEXT.encode()):x},' + TEXT)}])"),
    "nuxt": script(nuxt() + f'({plain(TITLE)},1904,null));'),
    "nuxt, values put": script(
        f"window.__NUXT__=(function(a){{a.post={unquoted(POST)};a.list=[];return {{data:[a],state:{{b:a}}}}}}({{}}));"
    ),
    "nuxt 3": script(
        plain(flat({"data": {"post": POST}}, ["ShallowReactive", 1])), f'id="__NUXT_DATA__" {JSON_TYPE}'
    ),
    "svelte": script(plain({"status": 200, "body": plain(POST)}), f"{JSON_TYPE} data-sveltekit-fetched"),
    "svelte, started": script(f"kit.start(app, element, {started});"),
    "remix": script(f"window.__remixContext = {plain({'state': {'loaderData': {'routes/bai': {'post': POST}}}})};"),
    "remix, streamed": script(f"window.__reactRouterContext.streamController.enqueue({plain(streamed)})"),
    "inertia": f"<div id='app' data-page='{escape(plain({'component': 'Bai', 'props': {'post': POST}}))}'></div>",
    "livewire": f"<div wire:snapshot='{escape(plain({'data': {'post': [POST, {'s': 'arr'}]}}))}'></div>",
    "vue": f"<chi-tiet :bai-viet='{escape(plain(POST))}'></chi-tiet>",
    "vue, unquoted": f"<chi-tiet :bai-viet=\"{escape(unquoted(POST))}\"></chi-tiet>",
    "react": f"<div data-react-class='Bai' data-react-props='{escape(plain({'post': POST}))}'></div>",
    "a string": script(f"window.__STATE__ = JSON.parse({plain(plain(POST))});"),
    "a string in single quotes": script("window.__STATE__ = JSON.parse('" + plain(POST).replace("\\", "\\\\") + "');"),
    "for addresses": script(f"window.__STATE__ = JSON.parse(decodeURIComponent('{quote(plain(POST))}'));"),
    "named for addresses": script(f"window.__STATE__='{quote(plain(POST))}';"),
    "base 64": script(f"var s = JSON.parse(atob('{b64encode(json.dumps(POST).encode()).decode()}'));"),
    "a name": script(f"var baiViet = {unquoted(POST)};\nve(baiViet);"),
    "handed over": script(f"$(function(){{ veBaiViet({unquoted(POST)}); }});"),
    "described": script(
        plain(
            {"@type": "NewsArticle", "headline": TITLE, "description": LEAD, "articleBody": f"{FIRST}\n{LAST}"}
            | {"datePublished": POST["publishedDate"], "author": [{"@type": "Person", "name": POST["author"]}]}
        ),
        'type="application/ld+json"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WRITTEN)
def test_an_announcement_is_read_from_data_however_a_framework_writes_it(way: str) -> None:
    read = told(shell(WRITTEN[way]))
    assert (read.title, read.byline) == (TITLE, f"Tác giả: {POST['author']}")
    assert read.date_line is not None
    assert "2024-03-08T09:15:00" in read.date_line
    assert text_of(read) == f"{LEAD}\n{FIRST}\n{LAST}"
    assert len(read.attachments) == (0 if way == "described" else 1)


def blocks(kind: str) -> Any:
    lines = (FIRST, LAST)
    return {
        "editor.js": {"time": 1, "blocks": [{"type": "paragraph", "data": {"text": line}} for line in lines]},
        "strapi": [{"type": "paragraph", "children": [{"type": "text", "text": line}]} for line in lines],
        "slate": [{"type": "p", "children": [{"text": line[:9], "bold": True}, {"text": line[9:]}]} for line in lines],
        "prosemirror": {
            "type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": n}]} for n in lines],
        },
        "lexical": {
            "root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": n}]} for n in lines]}
        },
        "portable": [{"_type": "block", "children": [{"_type": "span", "text": line}]} for line in lines],
        "draft": {"blocks": [{"key": "a", "text": line, "type": "unstyled"} for line in lines], "entityMap": {}},
        "sharepoint": [{"controlType": 4, "innerHTML": f"<p>{line}</p>"} for line in lines],
        "zones": [{"__component": "shared.rich-text", "body": f"<p>{line}</p>"} for line in lines],
    }[kind]  # fmt: skip


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize(
    "kind",
    ["editor.js", "strapi", "slate", "prosemirror", "lexical", "portable", "draft", "sharepoint", "zones"],
)
def test_a_text_that_an_editor_kept_in_blocks_is_read_by_paragraphs(kind: str, kept: bool) -> None:
    content = plain(blocks(kind)) if kept else blocks(kind)
    read = told(shell(script(f"window.__STATE__ = {plain(POST | {'content': content})}")))
    assert read.title == TITLE
    assert text_of(read) == f"{LEAD}\n{FIRST}\n{LAST}"


@pytest.mark.parametrize("name", ["shortContent", "noiDungNgan", "moTaNgan", "teaser", "intro_text", "ShortBody"])
def test_what_leads_to_a_text_stands_before_it_whatever_its_field_is_called(name: str) -> None:
    post = {key: value for key, value in POST.items() if key != "summary"} | {name: LEAD}
    read = told(shell(script(f"window.__STATE__ = {plain(post)}")))
    assert text_of(read) == f"{LEAD}\n{FIRST}\n{LAST}"


VOCABULARIES = [
    ("tieuDe", "tomTat", "noiDung", "ngayDang", "tacGia"),
    ("TieuDeTinTuc", "TomTatTinTuc", "NoiDungTinTuc", "NgayDangTinTuc", "TenTacGia"),
    ("ten_bai_viet", "noi_dung_tom_tat", "noi_dung_bai_viet", "ngay_xuat_ban", "but_danh"),
    ("tenTinTuc", "moTaNgan", "noiDungChiTiet", "ngayHienThi", "nguoiViet"),
    ("tieuDe", "sapo", "thanBai", "ngayXuatBan", "tacGia"),
    ("name_TinTuc", "shortDescription", "content", "created_at", "authorName"),
    ("newsTitle", "newsSummary", "newsContent", "publishDate", "newsAuthor"),
    ("Headline", "Lead", "BodyHtml", "PublishedOn", "PenName"),
]


@pytest.mark.parametrize(("title", "lead", "text", "day", "writer"), VOCABULARIES)
def test_fields_are_known_by_what_they_are_called_in_either_language(
    title: str, lead: str, text: str, day: str, writer: str
) -> None:
    beside = {"subTitle": "Tin nông nghiệp", "seoTitle": "Dâu tằm", "name": "admin", "nhaXuatBan": "Tổ 2"}
    post = {**beside, title: TITLE, lead: LEAD, text: TEXT, day: "08/03/2024 09:15", writer: "Lương Thị Mến"}
    read = told(shell(script(f"window.__STATE__ = {plain(post)}")))
    assert (read.title, text_of(read)) == (TITLE, f"{LEAD}\n{FIRST}\n{LAST}")
    assert (read.date_line, read.byline) == ("Ngày đăng: 08/03/2024 09:15", "Tác giả: Lương Thị Mến")


@pytest.mark.parametrize("summary", [FIRST, f"{FIRST[:70]}…"])
def test_what_the_text_begins_with_does_not_stand_before_it_too(summary: str) -> None:
    read = told(shell(script(f"window.__STATE__ = {plain(POST | {'summary': summary})}")))
    assert text_of(read) == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("url", "head"),
    [
        ("https://x.gov.vn/bai-viet/tap-huan-trong-dau-nuoi-tam-60-ho-dan-20240308.html", ""),
        ("https://x.gov.vn/bai-viet?id=1904", ""),
        ("https://x.gov.vn/bai-viet/chi-tiet", f"{TITLE} - Trung tâm Khuyến nông"),
    ],
)
def test_of_several_announcements_in_data_the_one_is_told_that_address_or_head_names(url: str, head: str) -> None:
    others = [POST | {"id": n, "title": f"Tin khác {n} về nông nghiệp", "content": TEXT * (n + 1)} for n in range(4)]
    body = shell(script(f"window.__STATE__ = {plain([others[0], POST, *others[1:]])}"))
    body = body.replace("<title>Trung tâm Khuyến nông".encode(), f"<title>{head}".encode()) if head else body
    assert told(body, url).title == TITLE


def test_a_script_that_computes_its_values_tells_nothing() -> None:
    body = shell(script(f"var bai = {{title: tieuDe(), content: {plain(TEXT)}}}; var so = [1, 2, x + 3];"))
    assert read_page(body, HERE).outcome == "undrawn"


@pytest.mark.parametrize(
    "text",
    [
        *(part * 40_000 for part in ("={a:[", "={a:'", "={a:`${", "x([", '={a:"\\', "=(function(a){", "={a:-.e}")),
        *("={a:`" + "x" * 99_999, "=[" + "[" * 90_000, "JSON.parse('" * 30_000),
    ],
)
def test_whatever_a_script_says_nothing_breaks(text: str) -> None:
    assert read_page(shell(script(text)), HERE).outcome == "undrawn"


@pytest.mark.parametrize("flattened", [[{"a": 1}, [0]], [["Reactive", 0], 1, 2], [["Ref", 1], ["Ref", 0], 3]])
def test_data_whose_places_lead_in_a_circle_is_nothing(flattened: list[Any]) -> None:
    padded = [*flattened, "x" * 200]
    assert read_page(shell(script(plain(padded), JSON_TYPE)), HERE).outcome == "undrawn"
