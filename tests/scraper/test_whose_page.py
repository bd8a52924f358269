"""Whose page stands at an address: by what the address is called, and by what others show; an ingest says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.pageprints import named_by, print_of
from scraper.reread import reread
from tests.scraper.own_site import (
    OwnSite,
    article,
    frame,
    kept,
    listing,
    made_anew,
    own_days,
    refused,
    site_map,
    words,
)
from tests.scraper.passing_days import PassingDays

TITLES = [
    "Kế hoạch triển khai chuyển đổi số năm 2019", "Thông báo tuyển dụng công chức cấp xã",
    "Hội nghị tổng kết công tác dân vận", "Khai mạc hội thao ngành giáo dục", "Công bố quyết định bổ nhiệm cán bộ",
    "Lễ ra quân huấn luyện năm mới", "Phát động Tết trồng cây", "Đoàn công tác thăm xã biên giới",
    "Ký kết chương trình phối hợp", "Giám sát chuyên đề về đất đai", "Tập huấn kỹ năng số cho thanh niên",
]  # fmt: skip
PATHS = [f"/tin-tuc/bai-{letter}" for letter in "abcdefghijk"]
WELCOME = "<h1>Chào mừng bạn đến với tỉnh nhà</h1><p>Mong bạn đọc thông cảm và quay lại sau. Trân trọng cảm ơn.</p>"
Site = tuple[PassingDays, OwnSite]


def build(folder: ArchiveFolder, *starts: str) -> Site:
    """A list of eleven articles."""
    days, site = own_days(folder, *(starts or ("/tin-tuc",)))
    site.pages = {path: article(title) for path, title in zip(PATHS, TITLES, strict=True)}
    site.pages["/tin-tuc"] = listing(zip(PATHS, TITLES, strict=True))
    return days, site


def paths(*addresses: str) -> list[str]:
    return sorted(address.removeprefix("/") for address in addresses)


def only_list(site: OwnSite, default: str | Callable[[int], str]) -> None:
    """Let all but the list be answered with one page."""
    site.pages = {"/tin-tuc": site.pages["/tin-tuc"]}
    site.default = default


def test_an_address_that_shows_the_list_again_is_gone_and_fails_no_further_run(folder: ArchiveFolder) -> None:
    days, site = build(folder)
    site.pages[PATHS[3]] = site.pages["/tin-tuc"]
    assert [days.crawl().counts.get("same"), days.crawl().counts.get("same")] == [1, None]
    assert kept(days) == paths(*(path for path in PATHS if path != PATHS[3]))


def test_a_known_article_behind_another_ones_page_is_removed_and_that_one_stays(folder: ArchiveFolder) -> None:
    days, site = build(folder)
    days.crawl()
    site.pages[PATHS[3]] = site.pages[PATHS[0]]
    for _ in range(4):
        days.later(31)
        assert days.crawl().state == "passed"
    removed = days.query("SELECT url FROM announcement WHERE removed_at IS NOT NULL")
    assert [url.split("/", 3)[3] for (url,) in removed] == paths(PATHS[3])


@pytest.mark.parametrize("gone", [1, 5, 10])
def test_a_dead_address_that_shows_another_article_takes_nothing_from_that(
    folder: ArchiveFolder, tmp_path: Path, gone: int
) -> None:
    days, site = build(folder)
    site.pages[PATHS[gone]] = site.pages[PATHS[4]]
    assert days.crawl().state == "passed"
    alive = paths(*(path for path in PATHS if path != PATHS[gone]))
    assert (kept(days), refused(days)) == (alive, paths(PATHS[gone]))
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == alive
    for _ in range(3):
        days.later(1)
        report = days.crawl()
        assert (report.state, report.counts.get("same")) == ("passed", None)
    assert kept(days) == alive
    site.pages[PATHS[gone]] = article(TITLES[gone])
    days.later(1)
    assert days.crawl().counts["new"] == 1


def test_articles_under_three_sections_of_a_site_map_are_kept_under_all(folder: ArchiveFolder, tmp_path: Path) -> None:
    days, site = own_days(folder, "/sitemap.xml")
    sections = [f"/{section}/bai-{letter}.html" for section in ("tin-tuc", "su-kien", "noi-bat") for letter in "abc"]
    site.pages = {path: article(TITLES["abc".index(path[-6])]) for path in sections}
    site.pages["/sitemap.xml"] = site_map(site.origin, sections)
    assert days.crawl().state == "passed"
    assert kept(days) == paths(*sections)
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == paths(*sections)


def test_one_page_under_all_the_nameless_addresses_of_a_site_map_is_none(folder: ArchiveFolder, tmp_path: Path) -> None:
    days, site = own_days(folder, "/sitemap.xml")
    site.pages = {"/sitemap.xml": site_map(site.origin, PATHS)}
    site.default = article("Thư ngỏ của ban biên tập")
    assert days.crawl().state == "failed"
    assert (kept(days), refused(days)) == ([], paths(*PATHS))
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == []


def test_a_known_article_stays_when_a_site_map_gives_it_more_addresses(folder: ArchiveFolder) -> None:
    days, site = own_days(folder, "/sitemap.xml")
    site.pages = {path: article(title) for path, title in zip(PATHS, TITLES, strict=True)}
    site.pages["/sitemap.xml"] = site_map(site.origin, PATHS)
    days.crawl()
    more = ["/vi/bai-a", "/noi-bat/bai-a", "/su-kien/bai-a"]
    site.pages |= dict.fromkeys(more, site.pages[PATHS[0]])
    site.pages["/sitemap.xml"] = site_map(site.origin, PATHS + more)
    days.later(1)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article'")
    assert days.crawl().state == "passed"
    assert (kept(days), refused(days)) == (paths(*PATHS, *more), [])


@pytest.mark.parametrize(
    "called",
    [
        TITLES[1],
        f"(MỚI) {TITLES[1]}",
        f"Video: {TITLES[1]}",
        TITLES[1].upper(),
        "Thông báo tuyển dụng công chức…",
        "Tuyển dụng công chức xã năm nay",
        None,
    ],
)
def test_an_article_that_lists_call_by_other_forms_of_its_title_is_kept_at_each_address(
    folder: ArchiveFolder, tmp_path: Path, called: str | None
) -> None:
    days, site = build(folder, "/tin-tuc", "/su-kien")
    site.pages["/su-kien/x"] = site.pages[PATHS[1]]
    site.pages["/su-kien"] = listing([("/su-kien/x", called)]) if called else site_map(site.origin, ["/su-kien/x"])
    assert days.crawl().state == "passed"
    assert (kept(days), refused(days)) == (paths(*PATHS, "/su-kien/x"), [])
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == paths(*PATHS, "/su-kien/x")


def test_an_article_under_a_headline_of_another_make_is_kept_where_its_own_leads_to_it(folder: ArchiveFolder) -> None:
    days, site = build(folder, "/noi-bat", "/tin-tuc")
    site.pages["/noi-bat/x"] = site.pages[PATHS[0]]
    site.pages["/noi-bat"] = listing([("/noi-bat/x", "Tỉnh đặt mục tiêu lớn cho mười năm tới")])
    assert days.crawl().state == "passed"
    assert kept(days) == paths(*PATHS)


@pytest.mark.parametrize(
    "told",
    [
        '<div class="viewer" data-file="/files/{key}.pdf"></div>',
        '<div style="background:url(/anh/{key}.jpg)"></div>',
        "<a href=\"javascript:tai('{key}')\">Tải về</a>",
        "<button onclick=\"mo('{key}')\">Mở</button>",
        '<iframe src="/xem?ma={key}"></iframe>',
    ],
)
def test_papers_that_a_tag_alone_tells_apart_are_papers(folder: ArchiveFolder, tmp_path: Path, told: str) -> None:
    days, site = build(folder)
    text = "<h1>Chi tiết văn bản</h1><p>Ủy ban nhân dân tỉnh ban hành văn bản sau đây, xem trong khung.</p>"
    site.pages |= {path: frame(text + told.format(key=path[-1])) for path in PATHS}
    assert "same" not in days.crawl().counts
    assert len(kept(days)) == len(PATHS)
    assert len(kept(made_anew(days, ArchiveFolder(tmp_path / "anew")))) == len(PATHS)


CHANGING: dict[str, Callable[[int], str]] = {
    "nothing": lambda visit: frame(WELCOME),
    "a count": lambda visit: frame(f"{WELCOME}<i>{visit} lượt</i>"),
    "words of the day": lambda visit: frame(f"{WELCOME}<div>Danh ngôn: {words(visit, 9)}</div>"),
    "a token in a script": lambda visit: frame(f"{WELCOME}<script>var token='{words(visit, 2)}';</script>"),
    "a token in a field": lambda visit: frame(f'{WELCOME}<input type="hidden" value="{words(visit, 2)}">'),
    "a counter's picture": lambda visit: frame(f"{WELCOME}<img src='/counter.gif?{words(visit, 1)}'>"),
}


@pytest.mark.parametrize("changes", CHANGING)
def test_a_page_of_which_something_changes_on_each_visit_is_one(
    folder: ArchiveFolder, tmp_path: Path, changes: str
) -> None:
    days, site = build(folder)
    only_list(site, CHANGING[changes])
    assert days.crawl().state == "failed"
    assert (kept(days), refused(days)) == ([], paths(*PATHS))
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == []


def test_the_front_page_with_words_of_the_day_is_none_of_the_articles(folder: ArchiveFolder, tmp_path: Path) -> None:
    days, site = build(folder, "/")
    items = list(zip(PATHS, TITLES, strict=True))
    site.pages = {}
    site.default = lambda visit: listing(items, f"<div><h3>Danh ngôn</h3><p>{words(visit, 12)}</p></div>")
    assert days.crawl().state == "failed"
    assert (kept(days), refused(days)) == ([], paths(*PATHS))
    assert kept(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == []


def test_a_short_article_above_the_titles_of_its_list_is_one(folder: ArchiveFolder) -> None:
    days, site = build(folder)
    for place, path in enumerate(PATHS):
        others = "".join(
            f'<li><a href="{other}">{title}</a></li>'
            for other, title in zip(PATHS, TITLES, strict=True)
            if other != path
        )
        site.pages[path] = article(TITLES[place], text="Tạm hoãn.", below=f"<h3>Tin khác</h3><ul>{others}</ul>")
    assert "same" not in days.crawl().counts
    assert kept(days) == paths(*PATHS)


def test_a_short_article_that_only_a_site_map_names_is_one_above_all_that_the_list_shows(folder: ArchiveFolder) -> None:
    days, site = build(folder, "/tin-tuc", "/sitemap.xml")
    others = "".join(f'<li><a href="{path}">{title}</a></li>' for path, title in zip(PATHS, TITLES, strict=True))
    old = article("Bế mạc kỳ họp chuyên đề", text="Đã bế mạc.", below=f"<h3>Tin mới</h3><ul>{others}</ul>")
    site.pages |= {"/tin-cu/x": old, "/sitemap.xml": site_map(site.origin, ["/tin-cu/x"])}
    assert "same" not in days.crawl().counts
    assert kept(days) == paths(*PATHS, "/tin-cu/x")


def test_what_a_crawl_of_few_pages_stored_is_taken_back_by_the_next(folder: ArchiveFolder) -> None:
    days, site = build(folder)
    only_list(site, frame(WELCOME))
    days.crawl(max_pages=2)
    assert len(kept(days)) == 1
    days.later(1)
    assert days.crawl().state == "failed"
    assert (kept(days), refused(days)) == ([], paths(*PATHS))


def test_what_was_refused_stays_so_in_an_archive_made_anew_that_is_read_again(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    days, site = build(folder)
    only_list(site, frame(WELCOME))
    days.crawl()
    for other in (days, made_anew(days, ArchiveFolder(tmp_path / "anew"))):
        with writing(other.folder) as writer:
            reread(writer, {days.portal.name: days.portal}, None, lambda done, total: None)
        assert kept(other) == []


@pytest.mark.parametrize(
    "page", [b"<script" * 50_000, b"<!--" * 100_000, b"<img onclick=(" * 50_000, b"<a b='.pdf" * 9999]
)
def test_markup_without_ends_is_looked_through_once(page: bytes) -> None:
    assert print_of(page) is not None
    assert named_by(page, "http://a.vn/tin") is not None
