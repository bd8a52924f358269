"""Sections of menus that a probe makes no starts: each has its reason, and what fills later is crawled anyway."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, page, path_of, title_of

OWN = ("--name", "thu-nghiem", "--agency", "Hội Nông dân tỉnh Kon Tum", "--province", "Kon Tum")
SECTIONS = {"tin-tuc": "Tin tức", "thong-bao": "Thông báo", "quoc-phong": "Quốc phòng - An ninh"}
EMPTY = "<p>Chưa có bài viết nào trong chuyên mục này.</p>"
ONE = f"<ul><li><a href='{path_of(20)}'>{title_of(20)}</a> <i>(01/02/2020)</i></li></ul>"
TEXT = (
    "<p>Ngày đăng: 05/03/2020</p>"
    + "<p>Hội Nông dân tỉnh được thành lập năm 1930 và có các huyện hội trực thuộc.</p>" * 6
)


def entries(numbers: range) -> str:
    rows = (f'<li><a href="{path_of(n)}">{title_of(n)}</a> <i>({n % 28 + 1:02d}/02/2020)</i></li>' for n in numbers)
    return f"<ul>{''.join(rows)}</ul>"


def section(loopback: Loopback, path: str, content: str) -> None:
    menu = "".join(f'<li><a href="/muc/{path}">{name}</a></li>' for path, name in SECTIONS.items())
    name = SECTIONS.get(path.rpartition("/")[2], "Hội Nông dân")
    loopback.routes[path] = page(name, f"<ul>{menu}</ul><div><h1>{name}</h1>{content}</div>")


def site(loopback: Loopback, quoc_phong: str | Answer, front: str = "/") -> None:
    for number in range(24):
        loopback.routes[path_of(number)] = article(number)
    section(loopback, front, entries(range(4)))
    section(loopback, "/muc/tin-tuc", entries(range(6)))
    section(loopback, "/muc/thong-bao", entries(range(6, 10)))
    if isinstance(quoc_phong, str):
        section(loopback, "/muc/quoc-phong", quoc_phong)
    else:
        loopback.routes["/muc/quoc-phong"] = quoc_phong


def probed(loopback: Loopback, tmp_path: Path, *words: str, front: str = "/") -> Done:
    reach = ("--allow-private", loopback.origin, "--delay", "0")
    done = kehoach("portals", "probe", loopback.url(front), "--write", "portals", *OWN, *reach, *words, cwd=tmp_path)
    assert done.code == 0, done.err
    return done


def left_out(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Those of the menu; what the foot of each page links to is not there."""
    return [left for left in report["left_out"] if "/muc/" in left["url"]]


def crawled(loopback: Loopback, tmp_path: Path) -> Mapping[str, Any]:
    words = ("--portals", "portals", "--archive", "data", "--allow-private", loopback.origin, "--json")
    done = kehoach("crawl", "thu-nghiem", *words, cwd=tmp_path)
    assert done.code == 0, done.err
    counts: Mapping[str, Any] = done.json[0]["counts"]
    return counts


@pytest.mark.parametrize(
    ("content", "why"),
    [(EMPTY, "lists nothing now"), (ONE, "lists 1 announcement"), (Answer(status=503), "unreachable: HTTP 503")],
)
def test_a_section_that_may_fill_leaves_the_front_page_among_the_starts_and_is_crawled_when_it_does(
    loopback: Loopback, tmp_path: Path, content: str | Answer, why: str
) -> None:
    site(loopback, content)
    report = probed(loopback, tmp_path, "--json").json
    assert report["start"] == [loopback.url(path) for path in ("/muc/tin-tuc", "/muc/thong-bao", "/")]
    url, title = loopback.url("/muc/quoc-phong"), SECTIONS["quoc-phong"]
    assert left_out(report) == [{"url": url, "title": title, "why": why, "looked_at": True}]
    if isinstance(content, Answer):
        return
    before = 10 + (content == ONE)
    assert crawled(loopback, tmp_path)["new"] == before
    section(loopback, "/muc/quoc-phong", entries(range(20, 23)))
    assert crawled(loopback, tmp_path)["new"] == 13 - before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (TEXT, "a text and no list"),
        (entries(range(6, 10)), "lists only what others do"),
        (Answer(status=404), "gone: HTTP 404"),
    ],
)
def test_a_section_that_is_none_is_named_and_leaves_the_starts_as_they_are(
    loopback: Loopback, tmp_path: Path, content: str | Answer, why: str
) -> None:
    site(loopback, content)
    report = probed(loopback, tmp_path, "--json").json
    assert report["start"] == [loopback.url("/muc/tin-tuc"), loopback.url("/muc/thong-bao")]
    assert [left["why"] for left in left_out(report)] == [why]


def test_a_report_for_people_names_the_sections_left_out_and_where_a_crawl_finds_them(
    loopback: Loopback, tmp_path: Path
) -> None:
    site(loopback, EMPTY)
    lines = probed(loopback, tmp_path).out.splitlines()
    place = lines.index(f"left out  {loopback.url('/muc/quoc-phong')}  'Quốc phòng - An ninh', lists nothing now")
    assert "          a crawl goes through the sections of the menus from the front page" in lines[place:]
    assert "left out  by their names no lists of announcements: 'Giới thiệu'" in lines[place:]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (EMPTY, "lists nothing now"),
        (ONE, "lists 1 announcement"),
        (Answer(status=503), "unreachable: HTTP 503"),
        (Answer(b"<h1>Server Error in '/' Application.</h1>"), "not to be had now: server-error"),
    ],
)
@pytest.mark.parametrize("front", ["/", "/hoi/nong-dan"])
def test_where_no_front_page_leads_a_crawl_to_a_section_that_may_fill_it_is_a_start_of_its_own(
    loopback: Loopback, tmp_path: Path, front: str, content: str | Answer, why: str
) -> None:
    site(loopback, content, front=front)
    if front == "/":
        section(loopback, "/", "<p>Chào mừng quý vị.</p>")
    report = probed(loopback, tmp_path, "--json", front=front).json
    assert report["start"] == [loopback.url(f"/muc/{path}") for path in SECTIONS]
    assert (left_out(report), [waiting["why"] for waiting in report["waiting"]]) == ([], [why])
    before = 10 + (content == ONE)
    assert crawled(loopback, tmp_path)["new"] == before
    section(loopback, "/muc/quoc-phong", entries(range(20, 23)))
    assert crawled(loopback, tmp_path)["new"] == 13 - before


@pytest.mark.parametrize("content", [TEXT, entries(range(6, 10)), Answer(status=404)])
def test_a_section_that_is_none_is_no_start_where_no_front_page_leads_a_crawl_either(
    loopback: Loopback, tmp_path: Path, content: str | Answer
) -> None:
    site(loopback, content)
    section(loopback, "/", "<p>Chào mừng quý vị.</p>")
    report = probed(loopback, tmp_path, "--json").json
    assert report["start"] == [loopback.url("/muc/tin-tuc"), loopback.url("/muc/thong-bao")]
    assert (len(left_out(report)), report["waiting"]) == (1, [])


def test_a_report_for_people_names_the_sections_that_are_starts_though_they_list_too_little_now(
    loopback: Loopback, tmp_path: Path
) -> None:
    site(loopback, Answer(status=503))
    section(loopback, "/", "<p>Chào mừng quý vị.</p>")
    told = "'Quốc phòng - An ninh', unreachable: HTTP 503; a start, as announcements may come there"
    assert f"waiting   {loopback.url('/muc/quoc-phong')}  {told}" in probed(loopback, tmp_path).out.splitlines()


def test_what_is_no_list_by_its_name_is_named_with_that_reason(loopback: Loopback, tmp_path: Path) -> None:
    site(loopback, EMPTY)
    done = probed(loopback, tmp_path, "--json").json
    unasked = [left for left in done["left_out"] if not left["looked_at"]]
    assert [left["title"] for left in unasked] == ["Giới thiệu"]
    assert {left["why"] for left in unasked} == {"by its name no list of announcements"}
