"""What stands with status 200 at the address of a known article is told without what lists say of the address."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from tests.scraper.own_site import OwnSite, article, frame, listing, made_anew, own_days, words
from tests.scraper.passing_days import PassingDays

TITLES = [
    "Thông báo công khai dự toán ngân sách quý III", "Kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc",
    "Chủ tịch UBND xã kiểm tra tiến độ xây dựng trường học", "Tổng kết công tác hè năm 2019",
    "Mở lớp dạy nghề cho lao động nông thôn", "Thông báo tổ chức xét tuyển công chức cấp xã năm 2019",
]  # fmt: skip
PATHS = [f"/bai-viet/{number}" for number in range(866, 872)]
DEAD = PATHS[0]
UPKEEP = frame(
    "<h1>Hệ thống đang bảo trì, nâng cấp</h1><p>Cổng thông tin điện tử đang được bảo trì để nâng cấp hệ thống. "
    "Quý vị vui lòng quay lại sau. Xin cảm ơn!</p>",
    "Hệ thống đang bảo trì",
)
HEADINGS = ["Tin tức - Sự kiện", "Tin mới nhất", "TIN NỔI BẬT"]
Site = tuple[PassingDays, OwnSite]


def text_of(title: str) -> str:
    return f"Ủy ban nhân dân xã {words(title, 90)}."


def box(first: int, title: str) -> str:
    path, day, text = PATHS[first], 20 - first, text_of(TITLES[first])[:100]
    return (
        f'<div class="bx"><h4><a href="{path}">{title}</a></h4><small>{day}/08/2019</small><div>{text}...</div></div>'
    )


def front(heading: str, *, first: int = 1) -> str:
    """The front page with the articles from the first one on."""
    rows = "".join(box(place, TITLES[place]) for place in range(first, len(TITLES)))
    return frame(f"<h3>{heading}</h3>{rows}")


@pytest.fixture
def site(folder: ArchiveFolder) -> Site:
    """Six articles that two sections list; a crawl starts at those and never sees the front page."""
    days, site = own_days(folder, "/thong-bao", "/tin-hoat-dong")
    site.pages = {path: article(title, text=text_of(title)) for path, title in zip(PATHS, TITLES, strict=True)}
    listed = list(zip(PATHS, TITLES, strict=True))
    site.pages |= {"/thong-bao": listing(listed[:3]), "/tin-hoat-dong": listing(listed[3:])}
    assert days.crawl().counts["new"] == len(TITLES)
    return days, site


def look_again(days: PassingDays) -> None:
    days.later(1)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article'")


def states(days: PassingDays) -> list[tuple[str, str | None, str | None]]:
    return days.query("SELECT last_seen, suspected_at, removed_at FROM announcement WHERE url LIKE '%' || ?", DEAD)


def outcome(days: PassingDays) -> str:
    ((found,),) = days.query("SELECT outcome FROM ledger WHERE url LIKE '%' || ?", DEAD)
    return str(found)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_front_page_that_no_crawl_reads_is_no_sight_of_an_article_and_its_removal_on_the_second_day(
    site: Site, heading: str
) -> None:
    days, own = site
    ((seen, _, _),) = states(days)
    own.pages[DEAD] = front(heading)
    own.pages["/thong-bao"] = listing(list(zip(PATHS, TITLES, strict=True))[1:3])
    for removed in (False, True):
        look_again(days)
        report = days.crawl()
        assert (report.state, report.counts["gone"]) == ("passed", 1), report.reason
        ((last_seen, suspected_at, removed_at),) = states(days)
        assert (last_seen, suspected_at is None, removed_at is not None) == (seen, removed, removed)
        assert outcome(days) == "gone: the address shows a listing of the portal"


@pytest.mark.parametrize(
    "shown",
    [
        front("Tin tức - Sự kiện", first=0),
        front("Tin mới nhất").replace("<h3>", f'<img alt="{TITLES[0].upper()}"><h3>'),
        frame("<div>menu</div>"),
        frame(f"<div><a href='{PATHS[1]}'>{TITLES[1]}</a> <a href='{PATHS[4]}'>{TITLES[4]}</a></div>"),
    ],
    ids=["others and its own title", "its own title in an attribute", "nothing", "two others"],
)
def test_a_page_that_has_its_title_or_no_others_removes_no_article(site: Site, shown: str) -> None:
    days, own = site
    own.pages[DEAD] = shown
    for _ in range(3):
        look_again(days)
        days.crawl()
    ((_, suspected_at, removed_at),) = states(days)
    assert (suspected_at, removed_at) == (None, None)


def test_an_article_that_was_rewritten_above_a_box_of_others_is_a_change(site: Site) -> None:
    days, own = site
    others = "".join(box(place, TITLES[place]) for place in range(1, len(TITLES)))
    text = "Điểm thu ở nhà văn hóa mở cửa sáng thứ hai hằng tuần, bà con đem theo hóa đơn của tháng trước."
    own.pages[DEAD] = article("Điểm thu tiền điện dời về nhà văn hóa", text=text, below=others)
    look_again(days)
    assert days.crawl().counts["changed"] == 1
    assert days.query("SELECT title FROM announcement WHERE changed_at IS NOT NULL") == [
        ("Điểm thu tiền điện dời về nhà văn hóa",)
    ]


def test_the_front_page_at_the_addresses_of_all_articles_removes_none(site: Site) -> None:
    days, own = site
    own.pages |= dict.fromkeys(PATHS, front(HEADINGS[0]))
    for _ in range(3):
        look_again(days)
        assert days.crawl().state == "failed"
    assert days.query("SELECT count(removed_at), count(suspected_at) FROM announcement") == [(0, 0)]


def test_one_page_without_a_title_fails_no_run_and_is_no_sight_in_a_crawl_nor_an_ingest(
    site: Site, tmp_path: Path
) -> None:
    days, own = site
    ((seen, _, _),) = states(days)
    own.pages[DEAD] = frame(f"<h3>Tin mới nhất</h3>{box(1, TITLES[1])}{box(4, TITLES[4])}")
    days.later(1)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE url LIKE '%' || ?", DEAD)
    report = days.crawl()
    assert (report.state, report.counts["worse"]) == ("passed", 1), report.reason
    assert states(days) == [(seen, None, None)]
    assert states(made_anew(days, ArchiveFolder(tmp_path / "anew"))) == [(seen, None, None)]


def test_word_of_maintenance_is_a_failure_and_no_sight_of_an_article(site: Site) -> None:
    days, own = site
    ((seen, _, _),) = states(days)
    own.pages[DEAD] = UPKEEP
    days.later(1)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE url LIKE '%' || ?", DEAD)
    report = days.crawl()
    assert (report.counts["failed"], report.counts.get("articles", 0)) == (1, 0)
    assert (states(days), outcome(days)) == ([(seen, None, None)], "closed: maintenance")
    own.pages[DEAD] = article(TITLES[0], text=text_of(TITLES[0]))
    days.later(1)
    days.crawl()
    assert outcome(days) == "read"


def test_an_article_about_maintenance_stays_one(site: Site) -> None:
    days, own = site
    notice = "Cổng thông tin điện tử đang được bảo trì để nâng cấp hệ thống"
    own.pages[DEAD] = article(f"{TITLES[0]} (đính chính)", text=f"{notice}.")
    look_again(days)
    assert days.crawl().counts["changed"] == 1
    assert outcome(days) == "read"
