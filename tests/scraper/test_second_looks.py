"""Known pages looked at again: little is asked, nothing is stored twice, every change is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.warc import members
from scraper.demo.content import PORTALS
from scraper.demo.exchange import Response
from scraper.renamed import Titles, both, renamed, titles_of
from tests.scraper.passing_days import FIRST_DAY, PassingDays, passing_days


@pytest.fixture
def days(folder: ArchiveFolder) -> Iterator[PassingDays]:
    """A portal that was crawled on the first day."""
    portal = passing_days(folder)
    assert portal.crawl().state == "passed"
    yield portal
    with portal.archive() as writer:
        assert list(verify(folder, writer.database, lambda done, total: None)) == []


def article_requests(days: PassingDays) -> list[str]:
    paths = {days.site.platform.path(article) for article in days.site.articles()}
    return [target for target in days.asked if target in paths]


def newest(days: PassingDays) -> str:
    return days.site.platform.path(days.site.articles()[0])


def test_the_same_day_again_only_listings_are_asked_for(days: PassingDays) -> None:
    first = len(days.query("SELECT 1 FROM ledger WHERE kind = 'article'"))
    assert days.crawl().state == "passed"
    assert first > 5
    assert article_requests(days) == []


def test_news_is_looked_at_again_the_next_day_and_the_rest_a_month_later(days: PassingDays) -> None:
    known = len(days.query("SELECT 1 FROM announcement"))
    fresh = days.query("SELECT 1 FROM announcement WHERE published_at >= '2019-08-01'")
    days.later(1)
    report = days.crawl()
    assert report.counts["looks"] <= len(fresh) < known
    days.later(61)
    days.crawl()
    looked = days.query("SELECT count(*) FROM ledger WHERE kind = 'article' AND run = (SELECT max(id) FROM run)")
    assert looked[0][0] >= known


def test_without_looks_nothing_known_is_asked_for(days: PassingDays) -> None:
    before = set(article_requests(days)) or {days.site.platform.path(one) for one in days.site.articles()}
    days.later(70)
    days.crawl(looks=False)
    assert not before & set(days.asked)


def test_an_unchanged_answer_is_a_small_revisit_record_of_its_own_profile(folder: ArchiveFolder) -> None:
    days = passing_days(folder, "demo-ninh-thuan")
    days.crawl()
    days.later(62)
    report = days.crawl()
    assert report.counts["not modified"] > 0
    rows = days.query(
        "SELECT c.file, c.offset, c.length, c.digest = o.digest, c.media_type FROM capture c "
        "JOIN capture o ON o.id = c.revisit_of WHERE c.status = 304"
    )
    assert len(rows) >= report.counts["not modified"]
    file, offset, length, same, _ = rows[0]
    assert same
    assert length < 800
    record = next(content for start, _, content in members(days.folder.warcs / file, offset) if start == offset)
    assert b"WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified" in record
    assert b"HTTP/1.1 304 Not Modified" in record
    assert days.query("SELECT max(changed_at), max(last_seen) FROM announcement") == [(None, "2019-11-02T02:00:00Z")]


def test_a_listing_that_is_unchanged_still_leads_to_what_it_lists(days: PassingDays) -> None:
    with days.archive() as writer:
        listings = "SELECT capture FROM ledger WHERE kind = 'listing'"
        writer.execute(f"UPDATE capture SET etag = '\"1\"' WHERE id IN ({listings})")
        writer.execute("DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger WHERE kind = 'article')")
    for start in days.portal.start:
        days.site.overrides["/" + start.split("/", 3)[3]] = Response(b"", 304)
    report = days.crawl()
    assert report.state == "passed", report.reason
    assert report.counts["entries"] > 0
    assert len(article_requests(days)) == 1
    with days.archive() as writer:
        writer.execute("UPDATE capture SET etag = NULL WHERE etag = '\"1\"'")


def test_a_redirect_never_carries_the_question_of_another_address(days: PassingDays) -> None:
    days.later(62)
    days.site.moved_to = days.site.origin + "/moved"
    carried: list[bool] = []
    answer = days.site.answer

    def listening(request: object) -> Response:
        target, headers = request.target, request.headers  # type: ignore[attr-defined]
        if target.startswith("/moved"):
            carried.append("if-none-match" in headers or "if-modified-since" in headers)
            return Response(b"", 404)
        return answer(request)  # type: ignore[arg-type]

    days.site.answer = listening  # type: ignore[method-assign, assignment]
    days.crawl()
    assert carried
    assert not any(carried)


@pytest.mark.parametrize("name", PORTALS)
def test_a_title_edited_in_the_list_prompts_one_look_at_the_article(folder: ArchiveFolder, name: str) -> None:
    days = passing_days(folder, name, FIRST_DAY + timedelta(days=90))
    days.crawl()
    oldest = days.site.articles()[-1]
    days.later(0.2)
    days.crawl()
    assert article_requests(days) == []
    edited = days.site.edit(oldest.key, title=oldest.title + " (đính chính)")
    report = days.crawl()
    assert (report.state, report.counts["prompted"]) == ("passed", 1), report.reason
    assert set(article_requests(days)) == {days.site.platform.path(edited)}
    assert days.query("SELECT title FROM announcement WHERE changed_at IS NOT NULL") == [(edited.title,)]
    days.crawl()
    assert article_requests(days) == []


def test_a_text_edited_under_its_title_and_a_title_edited_without_looks_prompt_none(days: PassingDays) -> None:
    oldest = days.site.articles()[-1]
    days.site.edit(oldest.key, blocks=(*oldest.blocks, "Đính chính."))
    days.crawl()
    assert article_requests(days) == []
    days.site.edit(oldest.key, title=oldest.title + " (đính chính)")
    days.crawl(looks=False)
    assert article_requests(days) == []
    assert days.crawl().counts["prompted"] == 1


PLAN = "Kế hoạch trồng rừng thay thế năm 2027"
OTHERS = [
    "Thông báo lịch tiếp công dân tháng 12",
    "Lễ phát động Tháng hành động vì bình đẳng giới",
    "Thông báo cắt điện",
]


@pytest.mark.parametrize(
    ("visits", "looks"),
    [
        pytest.param([PLAN, PLAN + " (điều chỉnh)"], 1, id="an edit"),
        pytest.param([PLAN, PLAN.replace("2027", "2026")], 1, id="another year"),
        pytest.param([PLAN, PLAN + " (1)", PLAN + " (1)", PLAN + " (2)"], 2, id="two edits"),
        pytest.param([PLAN, PLAN.upper() + "!", f"  {PLAN}"], 0, id="only other capitals and marks"),
        pytest.param([PLAN, "Kế hoạch trồng rừng…"] * 9, 1, id="long and short in turn"),
        pytest.param([f"{PLAN} ({views} lượt xem)" for views in range(40)], 3, id="a counter"),
        pytest.param([PLAN, None, PLAN], 0, id="a title that is away for a visit"),
    ],
)
def test_a_look_is_prompted_once_for_each_title_that_a_list_never_gave_before(
    visits: list[str | None], looks: int
) -> None:
    remembered: Titles = {}
    prompted = 0
    for title in visits:
        now = titles_of(enumerate([title, *OTHERS]))
        prompted += len(renamed(remembered, now))
        remembered = both(remembered, now)
    assert prompted == looks


@pytest.mark.parametrize("decorate", ["{} (Mới)", "{:.20}…", "28/11: {}"])
def test_a_list_that_writes_all_its_titles_in_another_way_prompts_none(decorate: str) -> None:
    before = titles_of(enumerate([PLAN, *OTHERS]))
    now = titles_of(enumerate(decorate.format(title) for title in [PLAN, *OTHERS]))
    assert renamed(before, now) == []


@pytest.mark.parametrize("name", PORTALS)
def test_counters_clocks_and_visitors_are_no_change_but_an_edit_is(folder: ArchiveFolder, name: str) -> None:
    days = passing_days(folder, name)
    days.crawl()
    article = days.site.articles()[-1]
    days.later(62)
    edited = days.site.edit(article.key, title=article.title + " (đính chính)")
    report = days.crawl()
    assert report.state == "passed", report.reason
    changed = days.query("SELECT title, changed_at FROM announcement WHERE changed_at IS NOT NULL")
    assert [title for title, _ in changed] == [edited.title]
    assert days.query("SELECT count(*) FROM revision") == [(1,)]
