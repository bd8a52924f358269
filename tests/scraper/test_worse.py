"""Pages that have lost what is known of them: the good values stay, the captures too; the portal is called changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archive.announcements import understand
from archive.folder import ArchiveFolder
from archive.health.evidence import evidence_words, unpack
from archive.model import Announcement
from scraper.demo.exchange import Response
from scraper.facts import load_demo_portals
from scraper.reread import reread
from scraper.session import RunReport
from tests.command import kehoach
from tests.scraper.passing_days import PassingDays, passing_days

NAME = "demo-quang-nam"
KNOWN = (
    "SELECT a.url, a.title, a.published_at, a.byline_printed, t.body, a.changed_at FROM announcement a "
    "JOIN announcement_text t ON t.announcement = a.id ORDER BY a.id LIMIT 7"
)
LOSSES: dict[str, tuple[str, str]] = {
    "date": (r"\d{1,2}/\d{1,2}/\d{4}", "—"),
    "byline": (r'(?s)<td class="tacgia">.*?</td>', ""),
    "text": (r'(?s)<div id="\w+_divNoiDung">.*?</div>', ""),
}
"""What pages come without, as a pattern and what stands in its place."""
BLIND: dict[str, Callable[[Announcement], Announcement]] = {
    "title": lambda page: replace(page, title=""),
    "date": lambda page: replace(page, published_at=None, published_source=None, published_printed=None),
    "date but for the listing's": lambda page: replace(
        page, published_at=(page.published_at or "")[:10], published_precision="day", published_source="listing"
    ),
    "byline": lambda page: replace(page, byline_printed=None, authors=()),
    "byline that lands in the text": lambda page: replace(
        page, byline_printed=None, authors=(), body_text=f"{page.body_text}\n{page.byline_printed}"
    ),
    "text": lambda page: replace(page, body_text=""),
}
"""Readers that do not find what is there."""


def mutate(days: PassingDays, pattern: str, by: str) -> None:
    """Let every page come without what the pattern finds."""
    answer = type(days.site).answer

    def lacking(request: Any) -> Response:
        response = answer(days.site, request)
        if not response.content_type.startswith("text/html"):
            return response
        return replace(response, body=re.sub(pattern, by, response.body.decode()).encode())

    days.site.answer = lacking  # type: ignore[method-assign]


def blind_reader(monkeypatch: pytest.MonkeyPatch, blind: Callable[[Announcement], Announcement]) -> None:
    """Let a crawl read with a reader that does not find something."""
    monkeypatch.setattr("scraper.articles.understand", lambda *words, **more: blind(understand(*words, **more)))


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    """A portal that was crawled on the first day; forty days later, when known pages are due, it has changed."""
    days = passing_days(folder, NAME)
    assert days.crawl().state == "passed"
    days.later(40)
    return days


def assert_kept(days: PassingDays, before: list[Any], report: RunReport) -> None:
    """Everything known is as it was, with the new captures beside it, and the portal is called changed."""
    assert report.counts["worse"] == report.counts["looks"] >= 4, report.counts
    assert days.query(KNOWN) == before
    assert days.query("SELECT count(*) FROM revision") == [(0,)]
    kept = days.query(
        "SELECT count(DISTINCT c.digest) FROM capture c JOIN ledger l ON l.capture = c.id WHERE l.kind = 'article' "
        "AND c.revisit_of IS NULL AND c.run = (SELECT max(id) FROM run)"
    )
    assert kept[0][0] >= report.counts["worse"]
    ((state, evidence),) = days.query("SELECT state, evidence FROM health")
    assert state == "changed"
    told = "known pages that have lost their title, date, byline or text when looked at again"
    assert evidence_words("en", unpack(evidence)).startswith(f"{told}: {report.counts['worse']}")


@pytest.mark.parametrize("loss", LOSSES)
def test_a_page_that_lost_something_is_not_stored_over_the_good_one(days: PassingDays, loss: str) -> None:
    before = days.query(KNOWN)
    mutate(days, *LOSSES[loss])
    assert_kept(days, before, days.crawl())


@pytest.mark.parametrize("loss", BLIND)
def test_what_a_reader_does_not_find_is_not_stored_over_the_good_one(
    days: PassingDays, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    before = days.query(KNOWN)
    for article in days.site.articles():
        days.site.edit(article.key, views=article.views + 7)
    blind_reader(monkeypatch, BLIND[loss])
    assert_kept(days, before, days.crawl())


def test_a_few_of_them_are_looked_at_each_day_and_the_portal_is_well_when_they_are(days: PassingDays) -> None:
    mutate(days, *LOSSES["date"])
    days.crawl()
    days.later(1)
    report = days.crawl()
    assert report.counts["worse"] == 3
    days.site.__dict__.pop("answer")
    days.later(1)
    report = days.crawl()
    assert (report.counts["looks"], report.counts.get("worse", 0)) == (3, 0)
    assert days.query("SELECT state FROM health") == [("ok",)]
    days.later(1)
    assert days.crawl().counts["looks"] <= 1, "the one new page is due"


def test_a_page_that_lost_something_was_seen_all_the_same(days: PassingDays) -> None:
    mutate(days, *LOSSES["date"])
    report = days.crawl()
    seen = days.query("SELECT count(*) FROM announcement WHERE first_seen < last_seen AND last_seen > '2019-10-11'")
    assert seen == [(report.counts["worse"],)]


@pytest.mark.parametrize("gone", [True, False])
def test_a_byline_that_goes_with_an_edit_is_the_editors_doing(days: PassingDays, gone: bool) -> None:
    articles = days.site.articles()
    for article in articles:
        blocks = (*article.blocks, "Đính chính: số liệu trên đã được cập nhật.") if gone else article.blocks
        days.site.edit(article.key, byline=None, blocks=blocks)
    report = days.crawl()
    assert (report.counts.get("changed", 0) > 0, report.counts.get("worse", 0) > 0) == (gone, not gone)


def test_what_is_counted_as_worse_is_told_in_a_clause(days: PassingDays) -> None:
    mutate(days, *LOSSES["byline"])
    days.crawl()
    days.query("UPDATE announcement SET byline_printed = 'Nguyễn Văn An' WHERE byline_printed IS NOT NULL")
    words = ("reread", "--archive", days.folder.path)
    told = kehoach(*words, cwd=days.folder.path.parent)
    worse = kehoach(*words, "--json", cwd=days.folder.path.parent).json["worse"]
    assert f"worse: {worse} (these pages lack what is known of them, which stays), " in told.out


def test_a_later_reader_reads_again_what_was_worse(days: PassingDays, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages were edited, and the reader of that day did not find their dates."""
    before = {url: (title, published) for url, title, published, *_ in days.query(KNOWN)}
    for article in days.site.articles():
        days.site.edit(article.key, title=f"{article.title} (đính chính)")

    with monkeypatch.context() as that_day:
        blind_reader(that_day, BLIND["date"])
        worse = days.crawl().counts["worse"]
    assert worse >= 4
    with days.archive() as writer:
        counts = reread(writer, load_demo_portals(), None, lambda done, total: None)
    assert counts["changed"] == worse
    edited = [row for row in days.query(KNOWN) if row[1].endswith(" (đính chính)")]
    assert len(edited) == worse
    for url, title, published, *_ in edited:
        assert before[url] == (title.removesuffix(" (đính chính)"), published)
