"""The same page under several addresses of articles: no announcement, a failed check, and another look next time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from archive.folder import ArchiveFolder
from scraper.demo.article import Article
from scraper.demo.content import PORTALS
from scraper.demo.exchange import Request, Response, page
from tests.scraper.passing_days import PassingDays, passing_days

UPKEEP = (
    "<html><head><title>Bảo trì</title></head><body><h1>Cổng thông tin điện tử đang nâng cấp</h1>"
    "<p>Ban biên tập mong bạn đọc thông cảm và quay lại sau. Trân trọng cảm ơn.</p></body></html>"
)
CAPTIONED = (
    "<html><head><title>Lịch công tác</title></head><body><h1>Lịch công tác</h1>"
    "<p>Ủy ban nhân dân tỉnh công bố lịch công tác của lãnh đạo như trong ảnh.</p><img src='/{key}.png'></body></html>"
)
TICKS = count()


def front(days: PassingDays, article: Article) -> Response:
    """The start page, which counts its visitors."""
    return days.site.answer(Request("GET", "/" + days.portal.start[0].split("/", 3)[3]))


def upkeep(days: PassingDays, article: Article) -> Response:
    return page(UPKEEP)


def counted_upkeep(days: PassingDays, article: Article) -> Response:
    return page(UPKEEP.replace("</body>", f"<i>{next(TICKS)} lượt</i></body>"))


def path(days: PassingDays, article: Article) -> str:
    return days.site.platform.path(article)


def outcomes(days: PassingDays) -> dict[str, int]:
    rows = days.query("SELECT outcome, count(*) FROM ledger WHERE kind = 'article' GROUP BY outcome")
    return dict(rows)


@pytest.mark.parametrize("answer", [front, upkeep, counted_upkeep])
@pytest.mark.parametrize("name", PORTALS)
def test_one_page_under_all_addresses_of_articles_is_none_and_the_next_crawl_looks_again(
    folder: ArchiveFolder, name: str, answer: Callable[[PassingDays, Article], Response]
) -> None:
    days = passing_days(folder, name)
    days.site.overrides |= {path(days, one): answer(days, one) for one in days.site.articles()}
    report = days.crawl()
    listed = report.counts["same"]
    assert listed > 2
    assert report.state == "failed"
    assert f"same: {listed} of {listed} article pages showing the page of another address" in str(report.reason)
    assert outcomes(days) == {"same: the page of another address stands here": listed}
    assert days.query("SELECT count(*) FROM announcement") == [(0,)]
    assert days.query("SELECT count(*) FROM document") == [(0,)]
    assert "new" not in {what for what, number in report.counts.items() if number}
    days.site.overrides.clear()
    days.later(1)
    report = days.crawl()
    assert (report.state, report.counts.get("same")) == ("passed", None)
    assert outcomes(days) == {"read": report.counts["new"]}


def test_one_page_at_the_addresses_of_known_articles_changes_none_of_them(folder: ArchiveFolder) -> None:
    days = passing_days(folder)
    days.crawl()
    before = days.query("SELECT title, content_digest, changed_at, removed_at FROM announcement")
    days.later(31)
    days.site.overrides |= {path(days, one): page(UPKEEP) for one in days.site.articles()}
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article'")
    assert days.crawl().state == "failed"
    assert days.query("SELECT title, content_digest, changed_at, removed_at FROM announcement") == before


def test_one_article_that_is_gone_behind_the_front_page_fails_no_run_and_is_none(folder: ArchiveFolder) -> None:
    days = passing_days(folder)
    gone = days.site.articles()[2]
    days.site.overrides[path(days, gone)] = front(days, gone)
    report = days.crawl()
    assert (report.state, report.counts["same"]) == ("passed", 1)
    assert days.query("SELECT count(*) FROM announcement WHERE title = ?", gone.title) == [(0,)]


def test_pages_that_differ_by_their_pictures_alone_are_articles(folder: ArchiveFolder) -> None:
    days = passing_days(folder)
    days.site.overrides |= {path(days, one): page(CAPTIONED.format(key=one.key)) for one in days.site.articles()}
    report = days.crawl()
    assert "same" not in report.counts
    assert report.counts["new"] > 2


def test_an_article_at_two_addresses_that_a_list_calls_alike_is_an_article_at_both(folder: ArchiveFolder) -> None:
    days = passing_days(folder)
    first, second = days.site.articles()[1:3]
    days.site.edit(second.key, title=first.title, blocks=first.blocks, published=first.published)
    days.site.overrides[path(days, second)] = days.site.answer(Request("GET", path(days, first)))
    report = days.crawl()
    assert report.state == "passed"
    assert days.query("SELECT count(*) FROM announcement WHERE title = ?", first.title) == [(2,)]
