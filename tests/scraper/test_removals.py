"""Removals: what is recorded as removed, with which evidence, and what removes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.removals import removals
from scraper.demo.article import Article
from scraper.demo.content import PORTALS
from scraper.demo.exchange import Request, Response, page, redirect
from scraper.vanished import dropped
from tests.command import kehoach
from tests.scraper.passing_days import PassingDays, passing_days


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    """A portal that was crawled on the first day."""
    portal = passing_days(folder)
    assert portal.crawl().state == "passed"
    return portal


def middle(days: PassingDays) -> Article:
    """An article that stands between others on the first page of its listing."""
    return days.site.articles()[2]


def target(days: PassingDays, article: Article) -> str:
    return days.site.platform.path(article)


def states(days: PassingDays) -> tuple[int, int]:
    """How many announcements are removed, and how many only seem to be."""
    (row,) = days.query("SELECT count(removed_at), count(suspected_at) FROM announcement")
    return row[0], row[1]


@pytest.mark.parametrize("name", PORTALS)
def test_an_article_that_is_taken_away_is_missed_then_confirmed_on_another_day(
    folder: ArchiveFolder, name: str
) -> None:
    days = passing_days(folder, name)
    days.crawl()
    gone = days.site.delete(middle(days).key)
    days.later(1)
    assert days.crawl().state == "passed"
    assert target(days, gone) in days.asked
    assert states(days) == (0, 1)
    days.later(0.2)
    days.crawl()
    assert states(days) == (0, 1)
    days.later(1)
    report = days.crawl()
    assert report.counts["removed"] == 1
    assert states(days) == (1, 0)
    with days.archive() as writer:
        (removal,) = removals(writer.database)
        proofs = writer.execute(
            "SELECT status, substr(fetched_at, 1, 10) FROM capture WHERE id IN (?, ?) ORDER BY id",
            (removal.first_capture, removal.confirming_capture),
        ).fetchall()
    assert [day for _, day in proofs] == ["2019-09-02", "2019-09-03"]
    assert removal.title == gone.title
    assert removal.last_seen < removal.first_missed < str(removal.confirmed_at)


def test_a_removed_article_that_comes_back_is_there_again_and_its_absence_stays_on_record(days: PassingDays) -> None:
    gone = days.site.delete(middle(days).key)
    for _ in range(2):
        days.later(1)
        days.crawl()
    assert states(days) == (1, 0)
    words = ("removals", "--archive", days.folder.path)
    assert kehoach(*words, cwd=days.folder.path.parent).out.endswith("\n1 removal\n")
    days.site.add(gone)
    days.later(1)
    days.crawl()
    assert states(days) == (0, 0)
    assert kehoach(*words, cwd=days.folder.path.parent).out.endswith("\n0 removals, 1 back again\n")
    suspected = kehoach(*words, "--suspicions", cwd=days.folder.path.parent).out
    assert suspected.endswith("\n0 removals, 1 back again, 0 unconfirmed\n")
    with days.archive() as writer:
        (removal,) = removals(writer.database)
    assert removal.returned_at is not None
    assert removal.returned_capture is not None


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda days: Response(b"", 404), "HTTP 404"),
        (lambda days: Response(b"", 410), "HTTP 410"),
        (lambda days: page("<html><body><h1>Thông báo</h1><p>Bài viết không tồn tại</p></body></html>"), "the page"),
        (lambda days: redirect("/"), "redirected to the front page"),
        (lambda days: redirect(days.portal.start[0]), "redirected to the front page"),
        (lambda days: front_page(days), "a listing of the portal"),
    ],
    ids=["404", "410", "a page that says so", "to the root", "to the start", "the front page under its address"],
)
def test_every_way_of_being_gone_is_known(
    days: PassingDays, answer: Callable[[PassingDays], Response], reason: str
) -> None:
    article = middle(days)
    look_twice(days, article, lambda: answer(days))
    with days.archive() as writer:
        (removal,) = removals(writer.database)
    assert reason in removal.reason
    assert removal.title == article.title


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "{title}"),
        ({}, "{title} (đính chính)"),
        ({}, "Đính chính về nội dung đã đăng"),
        ({"blocks": ("Hội nghị được lùi lại đến khi có thông báo mới.",)}, "{title}"),
    ],
    ids=["a sentence more", "its title too", "another title over the same text", "another text under the same title"],
)
def test_an_edited_article_above_a_box_of_all_others_of_its_section_is_a_change(
    folder: ArchiveFolder, changes: dict[str, Any], title: str
) -> None:
    days = passing_days(folder)
    article = middle(days)
    days.site.overrides[target(days, article)] = above_the_others(days, article)
    days.crawl()
    shown = (*article.blocks, "Thời hạn báo cáo được lùi lại mười ngày.")
    edited = days.site.edit(article.key, **{"blocks": shown, "title": title.format(title=article.title)} | changes)
    for _ in range(2):
        days.later(31)
        days.site.overrides[target(days, article)] = above_the_others(days, edited)
        days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article' AND outcome LIKE 'read'")
        assert "gone" not in days.crawl().counts
    assert states(days) == (0, 0)
    assert days.query("SELECT title FROM announcement WHERE changed_at IS NOT NULL") == [(edited.title,)]


CUT = "11 kiến nghị được trả lời ngay tại hội nghị."
KIN = "Đính chính thông tin về tháo gỡ khó khăn cho doanh nghiệp tại các huyện khi thuê đất, thuê lại mặt bằng sản xuất"
NUMBER = "Thông báo số 53/TB-BQLKKT"


@pytest.mark.parametrize(
    ("title", "text"),
    [(KIN, "Tạm hoãn."), ("Về nội dung đã đăng", CUT), (f"Lùi thời hạn nêu tại {NUMBER}", "Tạm hoãn.")],
    ids=["half the words of the title", "a sentence of the text", "its number"],
)
def test_an_edit_that_leaves_little_of_an_article_is_a_change_though_the_list_still_has_its_old_title(
    folder: ArchiveFolder, title: str, text: str
) -> None:
    days = passing_days(folder)
    article = middle(days)
    known = replace(article, blocks=(f"Ban Quản lý Khu kinh tế ban hành {NUMBER}.", *article.blocks))
    days.site.overrides[target(days, article)] = above_the_others(days, known)
    days.crawl()
    edited = replace(article, title=title, blocks=(text,))
    look_twice(days, article, lambda: above_the_others(days, edited))
    assert states(days) == (0, 0)
    assert days.query("SELECT title FROM announcement WHERE changed_at IS NOT NULL") == [(title,)]


OTHER = "Tháo gỡ khó khăn cho doanh nghiệp tại huyện Đăk Hà, Ngọc Hồi và xã Sa Loong vùng biên"


@pytest.mark.parametrize("title", ["Giải bóng chuyền truyền thống", "Doanh nghiệp Kon Tum", "Tin tức", OTHER])
def test_a_page_that_has_nothing_of_the_article_above_all_that_its_list_shows_is_a_removal(
    days: PassingDays, title: str
) -> None:
    """Another article's title may share half its words."""
    article = middle(days)
    days.site.edit(days.site.articles()[3].key, title=OTHER)
    shown = replace(article, title=title, blocks=("Chào mừng quý vị.",))
    look_twice(days, article, lambda: above_the_others(days, shown))
    assert states(days) == (1, 0)


def test_a_front_page_with_words_of_the_day_under_the_address_is_a_removal(days: PassingDays) -> None:
    words = "<p>Kon Tum hôm nay có mưa rào vài nơi, nhiệt độ từ 19 đến 28 độ.</p></body>"
    look_twice(days, middle(days), lambda: page(front_page(days).body.decode().replace("</body>", words)))
    assert states(days) == (1, 0)


def look_twice(days: PassingDays, article: Article, shown: Callable[[], Response]) -> None:
    """Two crawls a month apart, each of which looks at all that is known; `shown` is what stands at an address then."""
    for _ in range(2):
        days.later(31)
        days.site.overrides[target(days, article)] = shown()
        days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article' AND outcome LIKE 'read'")
        days.crawl()


def test_a_front_page_that_begins_with_the_article_under_its_address_is_a_removal(days: PassingDays) -> None:
    """It is read as that article, with what the list says of it."""
    article = middle(days)
    start = "/" + days.portal.start[0].split("/", 3)[3]
    first = f"<h1>{article.title}</h1><p>{article.blocks[0]}</p>"
    shown = re.sub("(<body[^>]*>)", rf"\1{first}", front_page(days).body.decode())
    days.site.overrides[start] = page(shown)
    look_twice(days, article, lambda: page(shown))
    assert states(days) == (1, 0)


def above_the_others(days: PassingDays, article: Article) -> Response:
    """A plain page of the article with a box that links all that its listing shows but itself."""
    text = "".join(f"<p>{block}</p>" for block in article.blocks)
    others = "".join(
        f'<li><a href="{target(days, one)}">{one.title}</a> ({one.published:%d/%m/%Y})</li>'
        for one in days.site.listed()
        if one.key != article.key
    )
    return page(
        f"<html><head><title>{article.title}</title></head><body><main><h1>{article.title}</h1>"
        f"<p>Đăng ngày: {article.published:%d/%m/%Y}</p><div class='nd'>{text}</div>"
        f"<div class='cung'><h4>Bài viết cùng chuyên mục</h4><ul>{others}</ul></div></main></body></html>"
    )


def front_page(days: PassingDays) -> Response:
    start = "/" + days.portal.start[0].split("/", 3)[3]
    return days.site.answer(Request("GET", start))


def wall(days: PassingDays, article: Article) -> None:
    days.site.mood = "wall"


def refused(days: PassingDays, article: Article) -> None:
    days.site.mood = "refused"


def broken_portal(days: PassingDays, article: Article) -> None:
    days.site.mood = "broken"


def dead_host(days: PassingDays, article: Article) -> None:
    days.dead = True


def closed_portal(days: PassingDays, article: Article) -> None:
    days.site.delete(article.key)
    days.portal = replace(days.portal, state="closed")


def moved_portal(days: PassingDays, article: Article) -> None:
    days.site.moved_to = days.site.origin + "/an-another-place"


def empty_listing(days: PassingDays, article: Article) -> None:
    days.site.mood = "empty"


def broken_reader(days: PassingDays, article: Article) -> None:
    days.site.overrides[target(days, article)] = page("<html><body><div>menu</div></body></html>")


def articles_lost_behind_a_working_listing(days: PassingDays, article: Article) -> None:
    for one in days.site.articles():
        days.site.overrides[target(days, one)] = Response(b"", 404)


def failing_checks(days: PassingDays, article: Article) -> None:
    days.site.delete(article.key)
    for one in days.site.articles()[3:]:
        days.site.overrides[target(days, one)] = Response(b"", 403)


def another_way_in(days: PassingDays, article: Article) -> None:
    """The listing only dropped it; its own address still shows it."""
    shown = days.site.listed
    days.site.listed = lambda section=None: [one for one in shown(section) if one.key != article.key]  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "harm",
    [
        wall,
        refused,
        broken_portal,
        dead_host,
        closed_portal,
        moved_portal,
        empty_listing,
        broken_reader,
        articles_lost_behind_a_working_listing,
        failing_checks,
        another_way_in,
    ],
)
def test_nothing_is_removed_by(days: PassingDays, harm: Callable[[PassingDays, Article], None]) -> None:
    harm(days, middle(days))
    for _ in range(3):
        days.later(2)
        days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article' AND outcome LIKE 'read'")
        days.crawl()
    assert states(days) == (0, 0)


def test_a_listing_that_dropped_an_article_prompts_one_look_at_its_own_address(days: PassingDays) -> None:
    article = middle(days)
    another_way_in(days, article)
    days.later(1.5)
    report = days.crawl()
    assert days.asked.count(target(days, article)) == 1
    assert report.counts["prompted"] == 1


def test_two_runs_of_one_day_confirm_nothing(days: PassingDays) -> None:
    days.site.delete(middle(days).key)
    days.later(0.3)
    days.crawl()
    days.later(0.1)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE outcome LIKE 'gone%'")
    days.crawl()
    assert states(days) == (0, 1)


@pytest.mark.parametrize(
    ("before", "now", "last_page", "missing"),
    [
        ([1, 2, 3, 4], [1, 3, 4], False, [2]),
        ([1, 2, 3, 4], [9, 1, 2, 3], False, []),
        ([1, 2, 3, 4], [9, 1, 2, 3], True, [4]),
        ([1, 2, 3, 4], [7, 8, 9], True, []),
        ([1, 2, 3, 4], [], True, []),
        ([], [1, 2], True, []),
        ([1, 2, 3, 4], [4, 3, 2, 1], False, []),
        ([1, 2, 3, 4], [9, 2, 4], False, [1, 3]),
    ],
)
def test_what_a_listing_dropped(before: list[int], now: list[int], last_page: bool, missing: list[int]) -> None:
    assert dropped(before, now, last_page=last_page) == missing
