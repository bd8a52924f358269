"""`kehoach read --explain`: each field's candidates, with scores and reasons, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.cli import cli
from scraper.commands import read as _registered
from scraper.explain import as_data, explained
from scraper.reading import read_page

RECORDED = Path(__file__).parents[1] / "recorded"
PAGE = RECORDED / "nukeviet" / "news-4.html"
URL = "https://portal.example/vi/news/cong-chuc/ke-hoach-so-tuyen-cong-chuc-cap-xa-nam-2020-2008.html"
TWO_DATES = (
    "<h1>Công bố danh mục thủ tục hành chính lĩnh vực đất đai</h1>"
    "<p>12/03/2021 08:00</p><p>Cập nhật: 15/03/2021 09:30</p>"
    + "<p>Sở Tài nguyên và Môi trường công bố danh mục thủ tục hành chính được sửa đổi trên địa bàn tỉnh.</p>"
    * 3
)


def read(page: str, *options: str) -> tuple[str, str]:
    assert _registered
    answer = CliRunner().invoke(cli, ["read", page, *options], catch_exceptions=False)
    return answer.stdout, answer.stderr


def test_every_field_shows_its_candidates_with_what_was_taken_marked() -> None:
    told = explained(read_page(PAGE.read_bytes(), URL, explain=True)).splitlines()
    assert told[1] == "read as article of nukeviet, outcome read"
    byline = told.index("byline")
    assert told[byline + 1] == "  ✔   5.5  Tác giả bài viết: Mai Hoa"
    assert told[byline + 2].strip() == "a label"
    assert told[byline + 3].lstrip().startswith("3.4  Nguồn tin: Báo Nhân Dân")


def test_an_empty_field_says_why_it_is_empty() -> None:
    page = (RECORDED / "labelled" / "no-date-related-dates.html").read_bytes()
    told = explained(read_page(page, "https://portal.example/phong-trao/nuoi-heo-dat-tiet-kiem", explain=True))
    assert "date\n     –  left empty: no line of the announcement prints a day" in told


def test_a_date_that_gave_way_stands_behind_the_one_that_was_taken() -> None:
    reading = read_page(TWO_DATES.encode(), "https://portal.example/tin/1", explain=True)
    dates = [(reason.value, reason.taken) for reason in reading.reasons if reason.field == "date"]
    assert dates == [("12/03/2021 08:00", True), ("Cập nhật: 15/03/2021 09:30", False)]


def test_a_listing_says_why_it_is_no_article() -> None:
    titles = ("Hội nghị tổng kết công tác năm của ngành", "Thông báo lịch tiếp công dân quý hai", "Kế hoạch trồng cây")
    items = "".join(f'<li><a href="/tin/{n}.html">{title}</a> 0{n}/05/2021</li>' for n, title in enumerate(titles, 1))
    reading = read_page(f"<h1>Tin tức</h1><ul>{items}</ul>".encode(), "https://portal.example/tin", explain=True)
    assert reading.kind == "listing"
    assert (reading.reasons[0].field, reading.reasons[0].value) == ("kind", "listing")
    assert [reason for reason in reading.reasons if reason.taken] == [reading.reasons[0]]
    assert "left empty: the page is read as listing, which has none" in explained(reading)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("/xem?id=125", "the title is sure, and day and a long text stand right below it"),
        ("/tiep-cong-dan-dinh-ky-quy-bon.html", "its address spells the title, and day and text stand right below it"),
    ],
)
def test_only_an_address_that_spells_the_title_is_a_reason(address: str, why: str) -> None:
    title = "Tiếp công dân định kỳ quý bốn"
    text = "<p>Ủy ban nhân dân xã bố trí lịch tiếp công dân cho từng ngày trong tuần tại trụ sở.</p>" * 4
    page = f"<title>{title}</title><h1>{title}</h1><p>Ngày đăng: 12/03/2021</p>{text}"
    [kind] = [
        reason
        for reason in read_page(page.encode(), f"https://portal.example{address}", explain=True).reasons
        if reason.field == "kind" and reason.taken
    ]
    assert kind.why == why


def test_without_the_option_nothing_is_explained() -> None:
    out, err = read(str(PAGE), "--url", URL)
    assert "explanation" not in json.loads(out)
    assert err == ""


def test_explaining_leaves_the_json_on_standard_output_alone() -> None:
    plain, _ = read(str(PAGE), "--url", URL)
    out, err = read(str(PAGE), "--url", URL, "--explain")
    assert json.loads(out) == json.loads(plain)
    assert "below the title" in err


def test_programs_find_the_explanation_in_the_json() -> None:
    out, err = read(str(PAGE), "--url", URL, "--explain", "--json")
    told = json.loads(out)["explanation"]
    assert err == ""
    assert told == as_data(read_page(PAGE.read_bytes(), URL, explain=True))
    assert {"field", "value", "score", "why", "taken"} == set(told[0])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "empty (no-bytes); there is nothing in it"),
        (
            b"<p>Xin chao</p>",
            "empty (nothing-read); its address, by which many lists are told, stands nowhere in it: give it with --url",
        ),
        (
            b"%PDF-1.7",
            "not_a_page (pdf-called-html); it is a PDF file; "
            "papers are read by a crawl, with the page or the list that links them",
        ),
        (
            "<h1>Đăng nhập</h1><form><input type=password></form><p>Vui lòng đăng nhập để tiếp tục.</p>".encode(),
            "blocked (login-wall); it asks for a login, and nothing is read behind one",
        ),
        (
            "<h1>Trang thông tin điện tử đã dừng hoạt động từ ngày 01/7/2025</h1>".encode(),
            "closed (shut-down); its whole site says that it has ended or moved, perhaps to where",
        ),
    ],
    ids=["nothing", "few words", "a file", "a login", "a closed site"],
)
def test_a_page_that_was_not_read_is_told_by_its_kind(tmp_path: Path, body: bytes, told: str) -> None:
    (tmp_path / "page.html").write_bytes(body)
    _, err = read(str(tmp_path / "page.html"))
    assert err == f"This page was not read: {told}.\n"


@pytest.mark.parametrize("url", ["foo", "/tin/1.html", "x.gov.vn/tin/1.html", "mailto:a@x.gov.vn", "https://"])
def test_what_is_no_address_of_a_page_is_refused_in_a_sentence(tmp_path: Path, url: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.read_bytes())
    out, err = read(str(tmp_path / "page.html"), "--url", url)
    assert (out, err) == (
        "",
        f"Error: {url!r} is no address of a page; give one that begins with https:// or http://.\n",
    )


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.7", b"<html><body></body></html>"], ids=["nothing", "a file", "an empty page"]
)
def test_a_page_that_gives_nothing_is_explained_all_the_same(body: bytes) -> None:
    assert "outcome" in explained(read_page(body, URL, explain=True))
