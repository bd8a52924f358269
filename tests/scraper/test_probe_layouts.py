"""Sites of layouts that nobody described: a probe finds their lists, and its facts crawl them to the end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.command import kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, page, path_of, title_of

OWN = ("--name", "thu-nghiem", "--agency", "Hội Nông dân tỉnh Kon Tum", "--province", "Kon Tum")


def probed_and_crawled(loopback: Loopback, tmp_path: Path, count: int) -> tuple[Any, Any]:
    """The report of a probe from the front page, and the counts of a crawl by the facts that it wrote."""
    for number in range(count):
        loopback.routes[path_of(number)] = article(number)
    reach = ("--allow-private", loopback.origin, "--json")
    words = ("portals", "probe", loopback.url("/"), "--delay", "0", "--write", "portals", *OWN, *reach)
    report = kehoach(*words, cwd=tmp_path)
    assert report.code == 0, report.err
    crawled = kehoach("crawl", "thu-nghiem", "--portals", "portals", "--archive", "data", *reach, cwd=tmp_path)
    assert crawled.code == 0, crawled.err
    return report.json, crawled.json[0]["counts"]


def entries(numbers: Iterable[int], pattern: str = '<li><a href="{0}">{1}</a> <i>({2:02d}/02/2020)</i></li>') -> str:
    return "".join(pattern.format(path_of(number), title_of(number), number % 28 + 1) for number in numbers)


def test_a_front_page_that_is_itself_a_list_is_turned_and_archives_of_months_are_no_lists(
    loopback: Loopback, tmp_path: Path
) -> None:
    months = "".join(f'<li><a href="/2020/{month:02d}/">Tháng {month}</a></li>' for month in range(1, 13))
    for first in range(0, 12, 4):
        older = f'<a href="/search?older-than={first + 4}">Bài đăng cũ hơn</a>' if first < 8 else ""
        posts = entries(range(first, first + 4), "<h3><a href='{0}'>{1}</a></h3><p>{2:02d}/02/2020</p>")
        path = f"/search?older-than={first}" if first else "/"
        loopback.routes[path] = page("Xã Đăk Hà", f"<div>{posts}<p>{older}</p></div><ul>{months}</ul>")
    loopback.routes["/2020/02/"] = page("Tháng 2", f"<ul>{entries(range(3))}</ul><ul>{months}</ul>")
    report, counts = probed_and_crawled(loopback, tmp_path, 12)
    assert report["start"] == [loopback.url("/")]
    assert (report["paging"]["how"], counts["new"]) == ("by address", 12)


def test_the_entries_of_a_menu_that_has_a_known_section_are_tried_too(loopback: Loopback, tmp_path: Path) -> None:
    names = {"hoat-dong-hoi": "Hoạt động Hội", "nha-nong": "Nhà nông", "lich-su-hoi": "Truyền thống Hội"}
    menu = "".join(f'<li><a href="/muc/{path}">{name}</a></li>' for path, name in names.items())
    box = f"<h3>Tin mới</h3><ul>{entries(range(3))}</ul>"
    loopback.routes["/"] = page("Hội Nông dân", f"<ul>{menu}</ul>{box}")
    loopback.routes["/muc/hoat-dong-hoi"] = page("Hoạt động Hội", f"<ul>{menu}</ul><ul>{entries(range(6))}</ul>")
    loopback.routes["/muc/nha-nong"] = page("Nhà nông", f"<ul>{menu}</ul><ul>{entries(range(6, 10))}</ul>")
    loopback.routes["/muc/lich-su-hoi"] = page("Truyền thống", f"<ul>{menu}</ul><h1>Truyền thống</h1>{box}")
    report, counts = probed_and_crawled(loopback, tmp_path, 10)
    assert report["start"] == [loopback.url("/muc/hoat-dong-hoi"), loopback.url("/muc/nha-nong")]
    assert counts["new"] == 10


def test_a_front_page_whose_cards_a_script_opens_leads_nowhere_by_it(loopback: Loopback, tmp_path: Path) -> None:
    card = "<div onclick=\"location.href='{0}'\"><h4>{1}</h4><small>{2:02d}-02-2020</small></div>"
    menu = '<ul><li><a href="/Home">Trang chủ</a></li><li><a href="/Home/List?cat=tin">Tin nhà trường</a></li></ul>'
    loopback.routes["/"] = loopback.routes["/Home"] = page("Trường", menu + entries(range(5), card))
    for number, following in ((1, '<a href="/Home/List?cat=tin&p=2">Trang sau »</a>'), (2, "")):
        cards = entries(range(number * 4 - 4, number * 4), card)
        path = "/Home/List?cat=tin" + f"&p={number}" * (number > 1)
        loopback.routes[path] = page("Tin nhà trường", f"{menu}<h2>Tin nhà trường</h2>{cards}<p>{following}</p>")
    report, counts = probed_and_crawled(loopback, tmp_path, 8)
    assert (report["home"], report["start"]) == (loopback.url("/"), [loopback.url("/Home/List?cat=tin")])
    assert counts["new"] == 8


def test_a_front_page_that_nothing_draws_is_no_end_where_robots_txt_names_a_site_map(
    loopback: Loopback, tmp_path: Path
) -> None:
    loopback.routes["/"] = Answer(b"<html><script src='/app.js'></script><body><app-root></app-root></html>")
    loopback.routes["/robots.txt"] = Answer(f"Sitemap: {loopback.url('/map.xml')}\n".encode())
    locations = "".join(f"<url><loc>{loopback.url(path_of(number))}</loc></url>" for number in range(6))
    loopback.routes["/map.xml"] = Answer(f"<urlset>{locations}</urlset>".encode(), content_type="text/xml")
    report, counts = probed_and_crawled(loopback, tmp_path, 6)
    assert (report["start"], report["script"]) == ([loopback.url("/map.xml")], False)
    assert (report["good"], report["trouble"], counts["new"]) == (True, None, 6)


def test_more_sections_than_a_probe_looks_at_are_left_to_a_crawl_from_the_front_page(
    loopback: Loopback, tmp_path: Path
) -> None:
    names = ("Trong nước", "Trong tỉnh", "Các huyện", "Nhịp cầu", "Quanh ta", "Đó đây", "Ký ức", "Sống đẹp")
    names += ("Làng nghề", "Biển đảo", "Tuổi trẻ", "Sức khỏe")
    menu = "".join(f'<li><a href="/muc/{number}">Tin {name}</a></li>' for number, name in enumerate(names))
    box = f"<h3>Tin mới</h3><ul>{entries(range(0, 36, 12))}</ul>"
    loopback.routes["/"] = page("Báo", f"<ul>{menu}</ul>{box}")
    for number, name in enumerate(names):
        own = entries(range(number, 36, 12))
        loopback.routes[f"/muc/{number}"] = page(name, f"<ul>{menu}</ul><h1>Tin {name}</h1><ul>{own}</ul>")
    report, counts = probed_and_crawled(loopback, tmp_path, 36)
    assert (report["start"][-1], counts["new"]) == (loopback.url("/"), 36)


def test_the_frame_in_the_middle_of_a_front_page_is_what_it_leads_to(loopback: Loopback, tmp_path: Path) -> None:
    frames = '<frame src="top.htm" name="top"><frame src="menu.htm" name="menu"><frame src="main.htm" name="main">'
    loopback.routes["/"] = Answer(f"<html><frameset rows='90,*'>{frames}</frameset></html>".encode())
    numbers = '<p>Trang [1] <a href="main2.htm">[2]</a></p>'
    loopback.routes["/main.htm"] = page("Tin", f"<h2>Tin tức</h2><ul>{entries(range(5))}</ul>{numbers}")
    loopback.routes["/main2.htm"] = page("Tin", f"<h2>Tin tức</h2><ul>{entries(range(5, 9))}</ul>")
    report, counts = probed_and_crawled(loopback, tmp_path, 9)
    assert (report["start"], counts["new"]) == ([loopback.url("/main.htm")], 9)


@pytest.mark.parametrize("kind", ["map", "feed"])
def test_from_a_site_map_or_a_feed_the_owner_is_known_by_what_it_leads_to(
    loopback: Loopback, tmp_path: Path, kind: str
) -> None:
    links = [loopback.url(path_of(number)) for number in range(4)]
    listings = {
        "map": "<urlset>" + "".join(f"<url><loc>{link}</loc></url>" for link in links) + "</urlset>",
        "feed": "<rss><channel>" + "".join(f"<item><link>{link}</link></item>" for link in links) + "</channel></rss>",
    }
    loopback.routes["/danh-sach.xml"] = Answer(listings[kind].encode(), content_type="text/xml")
    loopback.routes["/robots.txt"] = Answer(f"Sitemap: {loopback.url('/danh-sach.xml')}\n".encode())
    owner = "<p>Cơ quan chủ quản: Sở Nội vụ tỉnh Kon Tum</p></body>".encode()
    for number in range(4):
        loopback.routes[path_of(number)] = Answer(article(number).body.replace(b"</body>", owner))
    words = ("portals", "probe", loopback.url("/danh-sach.xml"), "--allow-private", loopback.origin, "--delay", "0")
    report = kehoach(*words, "--json", cwd=tmp_path).json
    assert (report["good"], report["start"]) == (True, [loopback.url("/danh-sach.xml")])
    assert report["owner"]["agency"] == "Sở Nội vụ tỉnh Kon Tum"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--name", "kon tum", "'kon tum' is no portal's name: those are of small letters, digits and hyphens."),
        ("--name", "an-giang-cong-thong-tin", "There is a portal 'an-giang-cong-thong-tin' already"),
        ("--province", "Kon Tom", "'Kon Tom' is no province, of today or before. Did you mean 'Kon Tum'?"),
    ],
)
def test_what_no_facts_could_say_is_told_before_anything_is_fetched(
    loopback: Loopback, tmp_path: Path, option: str, value: str, told: str
) -> None:
    words = ("portals", "probe", loopback.url("/"), "--allow-private", loopback.origin, option, value)
    done = kehoach(*words, cwd=tmp_path)
    assert (done.code, told in done.err, loopback.asked) == (2, True, []), done.err


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("portals", "portals/kon-tum.toml describes a portal 'thu-nghiem' already; give another name with --name."),
        ("khac", "{address} is known already, as thu-nghiem; name a second one with --name."),
    ],
)
def test_a_site_that_has_facts_is_told_before_anything_is_fetched(
    loopback: Loopback, tmp_path: Path, folder: str, told: str
) -> None:
    loopback.routes["/"] = page("Tin", f"<h1>Tin</h1><ul>{entries(range(3))}</ul>")
    probed_and_crawled(loopback, tmp_path, 3)
    loopback.asked.clear()
    words = ("portals", "probe", loopback.url("/tin"), "--allow-private", loopback.origin, "--delay", "0")
    known = ("--portals", "portals") if folder == "khac" else ()
    done = kehoach(*words, "--write", folder, *known, cwd=tmp_path)
    assert (done.code, done.out, loopback.asked) == (2, "", [])
    assert done.err == f"Error: {told.format(address=loopback.url('/tin'))}\n"
    second = kehoach(*words, "--write", folder, *known, *OWN[2:], "--name", "thu-nghiem-2", cwd=tmp_path)
    assert loopback.asked, second.err


def test_a_report_is_printed_though_its_facts_could_not_be_written(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes["/"] = page("Tin", f"<h1>Tin</h1><ul>{entries(range(3))}</ul>")
    for number in range(3):
        loopback.routes[path_of(number)] = article(number)
    words = ("portals", "probe", loopback.url("/"), "--allow-private", loopback.origin, "--delay", "0", "--json")
    done = kehoach(*words, "--write", "portals", cwd=tmp_path)
    assert (done.code, "name it with --agency and --province" in done.err) == (2, True)
    assert (done.json["good"], "written" in done.json) == (True, False)


def test_an_address_that_is_not_opened_is_told_with_the_words_that_open_it(loopback: Loopback, tmp_path: Path) -> None:
    done = kehoach("portals", "probe", loopback.url("/"), "--contact", "a@example.org", cwd=tmp_path)
    assert done.code == 1
    assert done.out.endswith(f"is a private address. If it is yours, --allow-private {loopback.origin} opens it.\n")
