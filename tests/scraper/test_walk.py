"""Walking a portal on loopback: to the end of its listings, through its sections, no further than what is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback, Route
from tests.scraper.portals import article, facts, listing, page, path_of, title_of


def crawl(loopback: Loopback, tmp_path: Path, start: str, *words: object, **more: str) -> Done:
    folder = facts(tmp_path / "portals", loopback.url(start), **more)
    where = ("--portals", folder, "--archive", tmp_path / "archive", "--allow-private", loopback.origin)
    return kehoach("crawl", "thu-nghiem", *where, "--json", *words, cwd=tmp_path)


def of_year(number: int, year: int) -> Answer:
    return Answer(article(number).body.replace(b"/02/2020 08:30", f"/02/{year} 08:30".encode()))


def undated(numbers: Iterable[int], following: str | None, day: str = "") -> Answer:
    """A listing that prints no days, or a `day` that may be of any year."""
    items = "".join(
        f'<li><a href="{path_of(number)}">{title_of(number)}</a> <i>{day}</i>'
        "<p>Sở Nội vụ tỉnh thông tin đến các cơ quan, đơn vị và nhân dân được biết.</p></li>"
        for number in numbers
    )
    pager = f'<div><a href="{following}">Trang sau</a></div>' if following else ""
    return page("Tin tức", f"<h2>Tin tức - Sự kiện</h2><ul>{items}</ul>{pager}")


def undated_pages(loopback: Loopback, years: list[int], *, each: int = 4, day: str = "") -> None:
    """Pages of a listing without days; the articles of each page are of one year."""
    for place, year in enumerate(years):
        numbers = range(place * each, (place + 1) * each)
        following = f"/tin-tuc?page={place + 2}" if place + 1 < len(years) else None
        loopback.routes["/tin-tuc" if not place else f"/tin-tuc?page={place + 1}"] = undated(numbers, following, day)
        for number in numbers:
            loopback.routes[path_of(number)] = of_year(number, year)


def pages_asked(loopback: Loopback) -> list[str]:
    return [path for path in loopback.asked if path.startswith("/tin-tuc?page=")]


def test_since_ends_a_listing_without_days_by_the_days_of_its_articles(loopback: Loopback, tmp_path: Path) -> None:
    undated_pages(loopback, [2022, 2021, 2020, 2019, 2018], day="28/09")
    done = crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert done.code == 0, done.err
    assert pages_asked(loopback) == ["/tin-tuc?page=2", "/tin-tuc?page=3"]  # the third shows only old ones
    again = crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert (again.code, pages_asked(loopback)[2:]) == (0, ["/tin-tuc?page=2", "/tin-tuc?page=3"])


def test_since_walks_a_listing_to_its_end_where_nothing_has_a_day(loopback: Loopback, tmp_path: Path) -> None:
    undated_pages(loopback, [2020] * 3)
    for number in range(12):
        body = article(number).body.partition("<div>Ngày đăng".encode())
        loopback.routes[path_of(number)] = Answer(body[0] + body[2].partition(b"</div>")[2])
    crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert pages_asked(loopback) == ["/tin-tuc?page=2", "/tin-tuc?page=3"]


def test_a_front_page_leads_through_its_sections(loopback: Loopback, tmp_path: Path) -> None:
    menu = (
        '<ul><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/thong-bao">Thông báo</a></li>'
        '<li><a href="/tin-tuc">Tin tức - Sự kiện</a></li><li><a href="/ke-hoach">Kế hoạch</a></li>'
        '<li><a href="https://tinh.invalid/tin-tuc">Tin tức trong tỉnh</a></li></ul>'
    )
    front = listing(range(3)).body
    loopback.routes["/"] = Answer(front.replace(b"<h2>", menu.encode() + b"<h2>"))
    loopback.routes["/tin-tuc"] = listing(range(5), following="/tin-tuc?page=2")
    loopback.routes["/tin-tuc?page=2"] = listing(range(5, 8))
    loopback.routes["/thong-bao"] = listing(range(8, 11))
    loopback.routes["/ke-hoach"] = article(30)  # a page of its own, which a menu calls a plan
    for number in range(11):
        loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/")
    assert done.code == 0, done.err
    assert done.json[0]["counts"]["new"] == 11
    assert "/gioi-thieu" not in loopback.asked


def map_of(loopback: Loopback, numbers: Iterable[int]) -> Answer:
    locations = "".join(f"<url><loc>{loopback.url(path_of(number))}</loc></url>" for number in numbers)
    return Answer(f"<urlset>{locations}</urlset>".encode(), content_type="application/xml")


def robots(loopback: Loopback) -> Answer:
    named = (loopback.url("/map.xml"), loopback.url("/map-2019-01.xml"), "https://tinh.invalid/map.xml")
    lines = "".join(f"Sitemap: {url}\n" for url in named)
    return Answer(f"User-agent: *\nDisallow: /quan-tri\n{lines}".encode(), content_type="text/plain")


@pytest.mark.parametrize(("start", "found"), [("/", 7), ("/tin-tuc", 3)])
def test_the_site_maps_of_robots_txt_are_walked_where_a_portal_is_walked_from_its_front_page(
    loopback: Loopback, tmp_path: Path, start: str, found: int
) -> None:
    loopback.routes["/robots.txt"] = robots(loopback)
    loopback.routes["/map.xml"] = map_of(loopback, range(7))
    loopback.routes[start] = listing(range(3))
    for number in range(7):
        loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, start, "--since", "2020-01-01")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, found), done.err
    assert "/map-2019-01.xml" not in loopback.asked


def test_a_section_that_is_gone_is_no_failure_of_the_portal(loopback: Loopback, tmp_path: Path) -> None:
    menu = '<ul><li><a href="/thong-bao">Thông báo</a></li><li><a href="/tin-hoat-dong">Tin hoạt động</a></li></ul>'
    loopback.routes["/"] = Answer(listing(range(4)).body.replace(b"<h2>", menu.encode() + b"<h2>"))
    for number in range(4):
        loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 4)
    assert {"/thong-bao", "/tin-hoat-dong"} <= set(loopback.asked)


class Endless(dict[str, Route]):
    """Routes of a portal whose pager always leads on and shows its last page again and again."""

    def get(self, target: str, default: Any = None) -> Any:
        if target.startswith("/tin-tuc?page="):
            number = int(target.rpartition("=")[2])
            return listing(range(5, 10), following=f"/tin-tuc?page={number + 1}")
        return super().get(target, default)


def test_a_pager_without_an_end_is_left_where_it_repeats_itself(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes = Endless()
    loopback.routes["/tin-tuc"] = listing(range(5), following="/tin-tuc?page=2")
    for number in range(10):
        loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/tin-tuc")
    assert done.json[0]["counts"]["new"] == 10
    assert pages_asked(loopback) == ["/tin-tuc?page=2", "/tin-tuc?page=3"]


def test_a_pager_that_turns_behind_the_last_page_is_left_after_three_empty_ones(
    loopback: Loopback, tmp_path: Path
) -> None:
    for place in range(9):
        numbers = range(place * 5, place * 5 + 5) if place in (0, 2) else ()
        target = f"/tin-tuc?page={place + 1}" if place else "/tin-tuc"
        loopback.routes[target] = listing(numbers, following=f"/tin-tuc?page={place + 2}")
        for number in numbers:
            loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/tin-tuc")
    assert done.json[0]["counts"]["new"] == 10
    assert pages_asked(loopback) == [f"/tin-tuc?page={number}" for number in (2, 3, 4, 5, 6)]


def test_a_walk_ends_at_the_ceiling_of_listing_pages_and_says_so(loopback: Loopback, tmp_path: Path) -> None:
    for place in range(5):
        numbers = range(place * 2, place * 2 + 2)
        loopback.routes[f"/tin-tuc?page={place + 1}"] = listing(numbers, following=f"/tin-tuc?page={place + 2}")
        for number in numbers:
            loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/tin-tuc?page=1", max_pages="3")
    assert pages_asked(loopback) == [f"/tin-tuc?page={number}" for number in (1, 2, 3)]
    assert "the ceiling of 3 listing pages is reached" in done.err


def test_pages_that_a_pager_numbers_beyond_the_ceiling_are_not_asked_for(loopback: Loopback, tmp_path: Path) -> None:
    pager = "".join(f"<a href='/tin-tuc?page={page}'>{page}</a> " for page in range(1, 9))
    for place in range(8):
        numbers = range(place * 2, place * 2 + 2)
        body = listing(numbers).body.replace(b"</body>", f"<p>{pager}</p></body>".encode())
        loopback.routes[f"/tin-tuc?page={place + 1}"] = Answer(body)
        for number in numbers:
            loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/tin-tuc?page=1", max_pages="3")
    assert pages_asked(loopback) == [f"/tin-tuc?page={number}" for number in (1, 2, 3)]
    assert (done.code, done.json[0]["counts"]["new"], done.json[0]["counts"]["ceiling"]) == (0, 6, 1)
    assert done.err.count("the ceiling of 3 listing pages is reached") == 1
    loopback.asked.clear()
    crawl(loopback, tmp_path, "/tin-tuc?page=1")
    assert pages_asked(loopback) == [f"/tin-tuc?page={number}" for number in range(1, 9)]


MAP = '<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</{root}>'


def test_a_run_of_first_pages_leaves_the_site_maps_of_months_before_the_last_run(
    loopback: Loopback, tmp_path: Path
) -> None:
    months = ("2020-02", "2020-03", f"{date.today():%Y-%m}")
    maps = "".join(f"<sitemap><loc>{loopback.url(f'/sitemaps/news-{month}.xml')}</loc></sitemap>" for month in months)
    loopback.routes["/sitemap.xml"] = Answer(MAP.format(root="sitemapindex", items=maps).encode())
    for number, month in enumerate(months):
        page = f"<url><loc>{loopback.url(path_of(number))}</loc></url>"
        loopback.routes[f"/sitemaps/news-{month}.xml"] = Answer(MAP.format(root="urlset", items=page).encode())
        loopback.routes[path_of(number)] = article(number)
    assert crawl(loopback, tmp_path, "/sitemap.xml", "--first-pages").json[0]["counts"]["new"] == 3
    loopback.asked.clear()
    assert crawl(loopback, tmp_path, "/sitemap.xml", "--first-pages").code == 0
    assert [path for path in loopback.asked if "/sitemaps/" in path] == [f"/sitemaps/news-{months[-1]}.xml"]


@pytest.mark.parametrize("since", [None, "2020-03-01"])
def test_site_maps_are_walked_from_the_wanted_month_on(loopback: Loopback, tmp_path: Path, since: str | None) -> None:
    months = ("2020-02", "2020-03", "2020-04")
    maps = "".join(f"<sitemap><loc>{loopback.url(f'/sitemaps/news-{month}.xml')}</loc></sitemap>" for month in months)
    loopback.routes["/sitemap.xml"] = Answer(MAP.format(root="sitemapindex", items=maps).encode())
    for place, month in enumerate(months):
        pages = "".join(
            f"<url><loc>{loopback.url(path_of(number))}</loc><lastmod>{month}-0{touched}</lastmod></url>"
            for number, touched in ((2 * place, 1), (2 * place + 1, 9))
        )
        loopback.routes[f"/sitemaps/news-{month}.xml"] = Answer(MAP.format(root="urlset", items=pages).encode())
        for number in (2 * place, 2 * place + 1):
            loopback.routes[path_of(number)] = article(number)
    done = crawl(loopback, tmp_path, "/sitemap.xml", *(("--since", since) if since else ()))
    assert done.code == 0, done.err
    assert done.json[0]["counts"]["new"] == (4 if since else 6)
    assert ("/sitemaps/news-2020-02.xml" in loopback.asked) is (since is None)
