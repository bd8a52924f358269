"""Probing portals on loopback: what is found, and that the facts written crawl the whole portal without a hand edit."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive.clock import today
from scraper.demo import DemoServer, serve
from scraper.facts import load_demo_portals, read_portal_file
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import listing, page, path_of, small_portal

DEMO = {
    "demo-quang-nam": ("dotnetnuke", "demo-quang-nam-dang-bo", "by postback"),
    "demo-hue": ("hue", "demo-thua-thien-hue-so-noi-vu", "by address"),
    "demo-quang-ninh": ("newspaper", "demo-quang-ninh-bao", "by address"),
    "demo-kon-tum": ("liferay", "demo-kon-tum-ban-quan-ly-khu-kinh-te", "by address"),
    "demo-ninh-thuan": ("sharepoint", "demo-ninh-thuan-cong-thong-tin", "by address"),
}


def probe(origin: str, tmp_path: Path, *words: object, path: str = "/") -> Done:
    options = ("--allow-private", origin, "--delay", "0.02", "--json")
    return kehoach("portals", "probe", f"http://{origin}{path}", *options, *words, cwd=tmp_path)


@dataclass
class Probed:
    """The demo portals, each probed from its front page, then crawled with nothing but the facts that were written."""

    server: DemoServer
    reports: dict[str, Any]
    crawled: Done


@pytest.fixture(scope="module")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    cwd = tmp_path_factory.mktemp("probe")
    with serve(0) as server, ThreadPoolExecutor(2) as workers:
        found = workers.map(lambda site: probe(site.origin, cwd, "--write", cwd / "portals"), server.sites.values())
        reports = {name: done.json for name, done in zip(server.sites, found, strict=True)}
        words = [word for origin in server.origins for word in ("--allow-private", origin)]
        names = [report["portal"] for report in reports.values()]
        options = ("--portals", cwd / "portals", "--archive", cwd / "archive", "--json")
        yield Probed(server, reports, kehoach("crawl", *names, *words, *options, cwd=cwd))


@pytest.mark.parametrize("name", DEMO)
def test_a_probe_of_a_demo_portal_finds_platform_paging_and_five_articles(probed: Probed, name: str) -> None:
    report = probed.reports[name]
    platform, _, how = DEMO[name]
    assert (report["platform"] in (platform, "labelled"), report["paging"]["how"]) == (True, how)
    assert report["good"]
    assert report["pages"] <= 24
    fields = [article["fields"] for article in report["articles"]]
    assert [one["title"]["confidence"] for one in fields] == [0.98] * 5
    assert all(one["date"]["confidence"] >= 0.8 and one["body"]["confidence"] >= 0.5 for one in fields)


@pytest.mark.parametrize("name", DEMO)
def test_the_facts_written_are_those_of_the_demo_portal(probed: Probed, name: str) -> None:
    written = {portal.name: portal for portal in read_portal_file(Path(probed.reports[name]["written"]))}
    portal, known = written[DEMO[name][1]], load_demo_portals()[name]
    assert portal.title == known.title.removesuffix(" (DEMO)")
    assert (portal.province, portal.agency) == (known.province, known.agency)
    assert (portal.system, portal.level) == (known.system, known.level)
    assert (portal.demo, portal.tried, portal.state) == (True, today(), "active")


@pytest.mark.parametrize("name", DEMO)
def test_those_facts_crawl_every_article_without_a_hand_edit(probed: Probed, name: str) -> None:
    assert probed.crawled.code == 0, probed.crawled.err
    counts = {report["portal"]: report["counts"] for report in probed.crawled.json}
    site = probed.server.sites[name]
    assert counts[DEMO[name][1]]["new"] == len(site.articles())
    assert site.faults == []


OWNED = "<p>Trang thông tin điện tử Sở Nội vụ tỉnh Kon Tum</p>"


def owned(answer: Answer) -> Answer:
    return Answer(answer.body.replace("Bản quyền thuộc Cổng thử nghiệm".encode(), OWNED.encode()))


def test_a_plain_portal_is_read_by_its_labels_and_shown_with_reasons(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    loopback.routes["/tin-tuc"] = owned(loopback.routes["/tin-tuc"])  # type: ignore[arg-type]
    words = ("portals", "probe", loopback.url("/tin-tuc"), "--allow-private", loopback.origin, "--delay", "0")
    done = kehoach(*words, cwd=tmp_path)
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert "owner     Sở Nội vụ tỉnh Kon Tum (peoples_committee, province)" in lines
    assert "platform  labelled (no known one; read by its labels)" in lines
    assert f"listing   {loopback.url('/tin-tuc')}  10 announcements, 10 with a day" in lines
    assert "paging    none was found" in lines
    assert "1. " + loopback.url(path_of(0)) in lines
    assert any("Kế hoạch phòng, chống hạn hán mùa khô" in line and "[the list says the same]" in line for line in lines)
    assert lines[-1] == "A crawl would bring announcements; --write DIR writes down the facts that it needs."


def test_what_was_written_is_crawled_by_the_words_that_the_probe_ends_with(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    own = ("--name", "thu-nghiem", "--agency", "Sở Nội vụ tỉnh Kon Tum", "--province", "Kon Tum")
    words = ("portals", "probe", loopback.url("/tin-tuc"), "--allow-private", loopback.origin, "--delay", "0", *own)
    done = kehoach(*words, "--write", "của tôi/", cwd=tmp_path)
    told = done.out.splitlines()[-1]
    crawl = f"kehoach crawl thu-nghiem --portals 'của tôi' --allow-private {loopback.origin}"
    assert told.endswith(f"; crawl it: {crawl}"), done.err
    again = kehoach(*shlex.split(told.split("kehoach ")[1]), cwd=tmp_path)
    assert again.code == 0, again.err


def test_a_contact_that_was_typed_stands_in_the_words_that_the_probe_ends_with(
    loopback: Loopback, tmp_path: Path
) -> None:
    small_portal(loopback)
    own = ("--name", "thu-nghiem", "--agency", "Sở Nội vụ tỉnh Kon Tum", "--province", "Kon Tum")
    words = ("portals", "probe", loopback.url("/tin-tuc"), "--allow-private", loopback.origin, "--delay", "0", *own)
    typed = kehoach(*words, "--contact", "a@example.org", "--write", "p/", cwd=tmp_path).out.splitlines()[-1]
    assert typed.endswith(f"--allow-private {loopback.origin} --contact a@example.org")
    exported = kehoach(*words, "--write", "q/", cwd=tmp_path, KEHOACH_CONTACT="a@example.org").out.splitlines()[-1]
    assert exported.endswith(f"--allow-private {loopback.origin}")


def test_pages_that_robots_txt_forbids_are_not_fetched(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    robots = f"User-agent: *\nDisallow: {path_of(0)}\nDisallow: /van-ban\n".encode()
    loopback.routes["/robots.txt"] = Answer(robots, content_type="text/plain")
    report = probe(loopback.origin, tmp_path, path="/tin-tuc").json
    outcomes = {article["url"]: article["outcome"] for article in report["articles"]}
    assert outcomes[loopback.url(path_of(0))] == "forbidden by robots.txt"
    assert outcomes[loopback.url(path_of(1))] == "read"
    assert not {path_of(0), "/van-ban"} & set(loopback.asked)


def test_a_page_that_only_leads_on_is_followed(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    stub = b"<html><head><script>window.location.href = '/tin-tuc';</script></head></html>"
    loopback.routes["/"] = Answer(stub)
    report = probe(loopback.origin, tmp_path).json
    assert report["home"] == loopback.url("/tin-tuc")
    assert report["good"] is True


@pytest.mark.parametrize(
    ("start", "trouble"),
    [
        (Answer(status=403), "blocked: HTTP 403"),
        (Answer(status=500), "unreachable: HTTP 500"),
        (Answer(b"%PDF-1.7 \x00"), "not_a_page: pdf-called-html"),
        (page("Giới thiệu", "<h1>Giới thiệu</h1><p>Sở Nội vụ là cơ quan chuyên môn.</p>"), "no listing was found"),
    ],
)
def test_a_portal_that_gives_nothing_says_why_and_writes_nothing(
    loopback: Loopback, tmp_path: Path, start: Answer, trouble: str
) -> None:
    loopback.routes["/"] = start
    done = probe(loopback.origin, tmp_path)
    assert (done.code, done.json["good"]) == (1, False)
    assert done.json["trouble"].startswith(trouble)
    written = probe(loopback.origin, tmp_path, "--write", tmp_path / "portals")
    assert (written.code, "written" in written.json, (tmp_path / "portals").exists()) == (1, False, False)
    assert written.err.startswith("Error: No facts were written, as nothing would come of a crawl of")


def test_a_public_host_is_not_probed_faster_than_it_would_be_crawled(tmp_path: Path) -> None:
    done = kehoach("portals", "probe", "https://angiang.gov.vn/", "--delay", "0", cwd=tmp_path)
    told = "0 seconds are too short a 'delay' for angiang.gov.vn, a public host; 1 is the least."
    assert (done.code, done.err) == (2, f"Error: {told}\n")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("angiang.gov.vn", "https://angiang.gov.vn"),
        ("angiang.gov.vn:8080/tin-tuc", "https://angiang.gov.vn:8080/tin-tuc"),
        ("angiang", "an address as in https://angiang.gov.vn/"),
        ("ftp://angiang.gov.vn/", "an address as in https://angiang.gov.vn/"),
        ("http://[::1", "an address as in https://angiang.gov.vn/"),
        ("http://angiang.gov.vn:99999/", "an address as in https://angiang.gov.vn/"),
    ],
)
def test_an_address_that_is_none_is_refused_in_words(address: str, written: str, tmp_path: Path) -> None:
    done = kehoach("portals", "probe", address, "--contact", "a@example.org", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: ") and address in done.err
    assert done.err.endswith(f"; write {written}.\n")


BROKEN = {
    "wall": (Answer(b"<title>Just a moment...</title><h1>Checking your browser</h1>"), "blocked: bot-wall"),
    "login": (Answer(b"<h1>Login</h1><form><input name='u'><input type='password'></form>"), "blocked: login-wall"),
    "half a page": (Answer(listing(range(9)).body[:2000]), "cut: half-a-page"),
    "server error": (Answer(b"<h1>Server Error in '/' Application.</h1>"), "no listing was found (server-error)"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_each_kind_of_broken_page_has_its_own_name_in_a_probe(loopback: Loopback, tmp_path: Path, kind: str) -> None:
    loopback.routes["/"], trouble = BROKEN[kind]
    assert probe(loopback.origin, tmp_path).json["trouble"].startswith(trouble)


def test_lists_whose_announcements_are_gone_are_not_enough(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes["/tin-tuc"] = listing(range(6))
    done = probe(loopback.origin, tmp_path, path="/tin-tuc")
    assert (done.code, done.json["good"]) == (1, False)
    assert done.json["trouble"] == "5 of 5 announcements could not be read (5: gone: HTTP 404)"


def test_a_front_page_without_menus_and_the_site_map_of_its_robots_txt_are_the_starts(
    loopback: Loopback, tmp_path: Path
) -> None:
    small_portal(loopback)
    loopback.routes["/"] = loopback.routes["/tin-tuc"]
    loopback.routes["/robots.txt"] = Answer(f"Sitemap: {loopback.url('/map.xml')}\n".encode())
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    inner = f"<sitemap><loc>{loopback.url('/map-1.xml')}</loc></sitemap>"
    loopback.routes["/map.xml"] = Answer(f"<sitemapindex {space}>{inner}</sitemapindex>".encode())
    loopback.routes["/map-1.xml"] = Answer(
        f"<urlset {space}><url><loc>{loopback.url(path_of(3))}</loc></url></urlset>".encode()
    )
    report = probe(loopback.origin, tmp_path).json
    assert report["start"] == [loopback.url("/"), loopback.url("/map.xml")]
    assert (report["good"], report["listings"][1]["entries"]) == (True, 1)


def test_an_owner_that_the_site_does_not_name_is_asked_for(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    nobody = probe(loopback.origin, tmp_path, "--write", tmp_path / "a.toml", path="/tin-tuc")
    assert (nobody.code, "name it with --agency" in nobody.err) == (2, True)
    named = ("--agency", "Ủy ban nhân dân huyện Đăk Tô", "--province", "Kon Tum", "--name", "thu-nghiem")
    done = probe(loopback.origin, tmp_path, "--write", tmp_path / "a.toml", *named, path="/tin-tuc")
    assert done.code == 0, done.err
    [portal] = read_portal_file(tmp_path / "a.toml")
    assert (portal.name, portal.agency, portal.level) == ("thu-nghiem", "Ủy ban nhân dân huyện Đăk Tô", "district")


def test_a_title_that_stands_on_every_article_is_doubted(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes["/tin-tuc"] = listing(range(6))
    same = page(
        "Tin hoạt động",
        "<h1>Tin hoạt động của Sở Nội vụ trong tháng</h1><div>Ngày đăng: 05/03/2020</div>"
        "<p>Các phòng, đơn vị trực thuộc phối hợp thực hiện và báo cáo kết quả trước ngày cuối tháng.</p>" * 3,
    )
    for number in range(6):
        loopback.routes[path_of(number)] = same
    articles = probe(loopback.origin, tmp_path, path="/tin-tuc").json["articles"]
    titles = [article["fields"]["title"] for article in articles if article["outcome"] == "read"]
    assert titles
    assert all(title["confidence"] <= 0.5 for title in titles)
