"""Pages broken on purpose: each is named for what it is, none takes long, none becomes an invented announcement."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Pointer

RECORDED = Path(__file__).parents[1] / "recorded"
PAGE = (RECORDED / "nukeviet" / "news-4.html").read_text(encoding="utf-8")
URL = "https://portal.example/vi/news/cong-chuc/ke-hoach-so-tuyen-cong-chuc-cap-xa-nam-2020-2008.html"
VIETNAM = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("body", "outcome", "flag"),
    [
        (b"", "empty", "no-bytes"),
        (b"   \r\n\t ", "empty", "no-bytes"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "not_a_page", "pdf-called-html"),
        (b"PK\x03\x04\x14\x00\x06\x00", "not_a_page", "zip-called-html"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_a_page", "image-called-html"),
    ],
    ids=["nothing", "white space", "pdf", "zip", "image"],
)
def test_what_is_no_page_is_named(body: bytes, outcome: str, flag: str) -> None:
    reading = read_page(body, URL)
    assert (reading.outcome, reading.announcement) == (outcome, None)
    assert flag in reading.flags


LISTING = "<html><head><title>Tin tức</title></head><body><h1>Tin tức</h1><p>Chưa có bài viết nào</p></body></html>"
WALL = "<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>"
STUB = '<html><body><script>document.cookie="D1N=1f0b;path=/";window.location.reload(true);</script></body></html>'
LOGIN = '<html><body><h1>Đăng nhập</h1><form><input name="u"><input type="password"></form></body></html>'
GONE = "<html><body><h1>Bài viết không tồn tại hoặc đã bị xóa</h1></body></html>"
ERROR = "<html><head><title>Server Error</title></head><body><h1>Server Error in '/' Application.</h1></body></html>"
CLOSED = "<html><head><title>Thông báo</title></head><body><h1>Website đang bảo trì, nâng cấp</h1></body></html>"
BROKEN = {
    "an empty list": (LISTING, "empty", "nothing-listed"),
    "a bot wall": (WALL, "blocked", "cloudflare"),
    "a cookie stub": (STUB, "blocked", "cookie-stub"),
    "a login": (LOGIN, "blocked", "login-wall"),
    "a notice": (GONE, "gone", "not-found"),
    "an error of the server": (ERROR, "empty", "server-error"),
    "a closed site": (CLOSED, "closed", "maintenance"),
    "half a page": (PAGE[: PAGE.index("Thứ tư - 25/03/2020") + 400], "cut", "half-a-page"),
    "a PDF": ("%PDF-1.4\n%âãÏÓ\n1 0 obj", "not_a_page", "pdf-called-html"),
    "nothing": ("", "empty", "no-bytes"),
}


@pytest.mark.parametrize(("page", "outcome", "name"), BROKEN.values(), ids=BROKEN)
def test_a_page_broken_on_purpose_has_a_name_of_its_own(page: str, outcome: str, name: str) -> None:
    reading = read_page(page.encode(), URL)
    assert (reading.outcome, name in reading.flags) == (outcome, True), reading.flags


def test_no_two_broken_pages_share_a_name() -> None:
    assert len({name for _, _, name in BROKEN.values()}) == len(BROKEN)


@pytest.mark.parametrize(("page", "outcome", "name"), BROKEN.values(), ids=BROKEN)
def test_a_broken_page_never_becomes_a_good_announcement(page: str, outcome: str, name: str) -> None:
    assert outcome != "read" and name
    assert read_page(page.encode(), URL).outcome != "read"


def test_half_a_page_says_so() -> None:
    cut = PAGE[: PAGE.index("Thứ tư - 25/03/2020") + 400]
    assert read_page(cut.encode(), URL).outcome == "cut"


def test_a_cookie_stub_of_177_bytes_is_blocked() -> None:
    stub = '<html><body><script>document.cookie="D1N=1f0b7c3a9e;expires=Fri, 31-Dec-2037 23:59:59 GMT;path=/";'
    stub += "window.location.reload(true);</script></body></html>"
    assert read_page(stub.encode(), URL).outcome == "blocked"


def test_a_page_that_says_that_the_article_is_gone_is_gone() -> None:
    head = "<head><title>Cổng thông tin</title></head>"
    page = f"<html>{head}<body><h1>Bài viết không tồn tại hoặc đã bị xóa</h1></body></html>"
    assert read_page(page.encode(), URL).outcome == "gone"


def test_a_wrong_charset_is_put_right_and_told() -> None:
    page = PAGE.replace('<meta charset="utf-8">', '<meta charset="windows-1252">')
    reading = read_page(page.encode(), URL, content_type="text/html; charset=iso-8859-1")
    assert reading.announcement is not None
    assert reading.announcement.title == "Kế hoạch sơ tuyển công chức cấp xã năm 2020"
    assert "charset-lied" in reading.flags


def test_decomposed_letters_are_composed_in_the_text_and_kept_in_addresses() -> None:
    page = (
        "<h1>Th\u00f4ng ba\u0301o nghi\u0309 le\u0302\u0303</h1><p>Nga\u0300y \u0111a\u0306ng: 19/04/2021</p>"
        + "<p>Ca\u0301c \u0111\u01a1n vi\u0323 th\u01b0\u0323c hie\u0302\u0323n nghie\u0302m tu\u0301c. </p>" * 6
        + '<a href="/K\u1ebf hoa\u0323ch.pdf">Ta\u0309i ve\u0302\u0300</a>'
    )
    read = read_page(page.encode(), "https://portal.example/Pages/thong-bao.aspx").announcement
    assert read is not None
    assert (read.title, read.date_line) == ("Thông báo nghỉ lễ", "Ngày đăng: 19/04/2021")
    assert [file.url for file in read.attachments] == ["https://portal.example/K%E1%BA%BF%20hoa%CC%A3ch.pdf"]


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<div>" * 500_000 + b"sau",
        b"<table><tr><td>" * 30_000,
        b"<p><b>" * 60_000,
        b"<a href=x>" * 60_000 + "Tin khác".encode(),
        b"<p>" + b"&nbsp;" * 200_000,
        b"<p>" + "cỡ chữ ".encode() * 30_000,
        b"<li>" + "Ngày 1/1/2020 ".encode() * 20_000,
        b"<!--" + b"-" * 500_000,
        b"\x00" * 100 + b"<p>x" + b"\xff" * 50_000,
        b"<title>" * 20_000,
        b"<h1>Danh muc thi sinh du thi</h1><table>" + b"<tr><td>12/03/2003</td><td>7,5</td></tr>" * 8_000,
        b"<table><tr><td>" + b"<p>12/03/2003</p><p>77</p>" * 8_000,
    ],
    ids=["nested", "tables", "bold", "links", "spaces", "tools", "dates", "comment", "noise", "titles", "rows", "cell"],
)
def test_nothing_takes_long(body: bytes) -> None:
    start = time.process_time()
    read_page(body, URL)
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    "markup",
    ["plain text only", "<frameset><frame src=a></frameset>", "<html><head><title>x</title></head></html>", "<p>", "&"],
)
def test_markup_without_an_announcement_invents_none(markup: str) -> None:
    reading = read_page(markup.encode(), "https://portal.example/")
    read = reading.announcement
    assert read is None or (read.date_line, read.byline) == (None, None)


def test_a_body_with_the_end_of_the_page_in_its_middle_is_read_to_its_end() -> None:
    page = PAGE.replace("<ul><li>Vòng 1", "</body></html><ul><li>Vòng 1")
    read = read_page(page.encode(), URL).announcement
    assert read is not None
    assert read.body_text.endswith("Vòng 2: phỏng vấn.")


def test_a_listing_gives_the_date_that_the_page_does_not_print() -> None:
    page = (RECORDED / "labelled" / "no-date-related-dates.html").read_bytes()
    context = Context(pointers=(Pointer("listing", "Phong trào nuôi heo đất", "20/06/2024"),))
    read = read_page(page, "https://portal.example/phong-trao/nuoi-heo-dat-tiet-kiem", context=context).announcement
    assert read is not None
    assert (read.date_line, read.date_source) == ("20/06/2024", "listing")


def test_a_date_on_the_page_is_worth_more_than_that_of_a_feed() -> None:
    context = Context(pointers=(Pointer("feed", None, "Thu, 02 Apr 2020 08:15:00 +0700"),))
    read = read_page(PAGE.encode(), URL, context=context).announcement
    assert read is not None
    assert (read.date_line, read.date_source) == ("Thứ tư - 25/03/2020 00:00", "page")


def test_a_site_map_never_gives_a_date() -> None:
    page = (RECORDED / "labelled" / "no-date-related-dates.html").read_bytes()
    context = Context(pointers=(Pointer("sitemap", None, "2024-06-20"),))
    read = read_page(page, "https://portal.example/phong-trao/nuoi-heo-dat-tiet-kiem", context=context).announcement
    assert read is not None
    assert read.date_line is None


def test_lines_that_the_portals_pages_share_are_no_part_of_an_announcement() -> None:
    page = PAGE.replace("<ul><li>Vòng 1", "<p>Đăng ký nhận bản tin hằng tuần của Sở</p><ul><li>Vòng 1")
    common = Context(common_lines=frozenset({"Đăng ký nhận bản tin hằng tuần của Sở"}))
    read = read_page(page.encode(), URL, context=common).announcement
    assert read is not None
    assert "bản tin hằng tuần" not in read.body_text


def test_reading_is_the_same_at_any_hour() -> None:
    early = read_page(PAGE.encode(), URL, fetched_at=datetime(2020, 3, 26, tzinfo=VIETNAM))
    late = read_page(PAGE.encode(), URL, fetched_at=datetime(2026, 3, 26, tzinfo=VIETNAM))
    assert early == late


def test_explain_gives_the_candidates_best_first() -> None:
    reading = read_page(PAGE.encode(), URL, explain=True)
    assert [reason.field for reason in reading.reasons][:1] == ["kind"]
    assert {reason.field for reason in reading.reasons if reason.taken} == {"kind", "title", "date", "byline", "body"}
    assert not read_page(PAGE.encode(), URL).reasons
