"""What stands with status 200 under the address of an article that is gone: no removal, and nothing is overwritten."""

from __future__ import annotations

import re

import pytest

from archive.folder import ArchiveFolder
from scraper.demo.article import Article
from scraper.demo.content import PORTALS
from scraper.demo.exchange import Request, page
from tests.scraper.passing_days import PassingDays, passing_days

KNOWN = (
    "SELECT a.title, a.published_at, a.byline_printed, a.lead, t.body, a.changed_at, a.removed_at, a.suspected_at "
    "FROM announcement a JOIN announcement_text t ON t.announcement = a.id JOIN address d ON d.announcement = a.id "
    "WHERE d.url = ?"
)
LONG = re.compile(r">[^<>]{50,}<")


def target(days: PassingDays, article: Article) -> str:
    return days.site.platform.path(article)


def address(days: PassingDays, article: Article) -> str:
    return f"http://{days.site.origin}{target(days, article)}"


def shown(days: PassingDays, path: str) -> str:
    return days.site.answer(Request("GET", path)).body.decode()


def frame(days: PassingDays, article: Article) -> str:
    """The article's page without its texts: menu, head and foot stay."""
    return LONG.sub("><", shown(days, target(days, article)).replace(article.title, ""))


def undated_frame(days: PassingDays, article: Article) -> str:
    return re.sub(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", "", frame(days, article))


def welcome(days: PassingDays, article: Article) -> str:
    return (
        "<html><head><title>Cổng thông tin điện tử</title></head><body><h2>Chào mừng quý vị đến với Cổng thông tin "
        "điện tử, nơi công bố các hoạt động chỉ đạo, điều hành.</h2><p>Mọi ý kiến đóng góp xin gửi về ban biên tập, "
        "trụ sở tại số 1 đường Hùng Vương, phường Thắng Lợi. Chịu trách nhiệm chính: Chánh Văn phòng.</p></body></html>"
    )


def newest(days: PassingDays, article: Article) -> str:
    return shown(days, target(days, days.site.articles()[0]))


SOFT = {
    "an empty frame": frame,
    "an empty frame without a day": undated_frame,
    "a word of welcome": welcome,
    "the newest article": newest,
}


@pytest.mark.parametrize("name", PORTALS)
def test_a_page_in_the_place_of_an_article_is_none(folder: ArchiveFolder, name: str) -> None:
    """Each kind stands in the place of an article of its own, and is looked at three times, a month between them."""
    days = passing_days(folder, name)
    days.crawl()
    gone = dict(zip(SOFT, days.site.articles()[1:], strict=False))
    assert gone.keys() == SOFT.keys()
    before = {soft: days.query(KNOWN, address(days, article)) for soft, article in gone.items()}
    shows = {target(days, article): page(SOFT[soft](days, article)) for soft, article in gone.items()}
    for _ in range(3):
        days.later(31)
        days.site.overrides.update(shows)
        days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article' AND outcome LIKE 'read'")
        days.crawl()
        assert shows.keys() <= set(days.asked)
    assert {soft: days.query(KNOWN, address(days, article)) for soft, article in gone.items()} == before
    assert days.query("SELECT count(*) FROM revision") == [(0,)]


def test_what_was_rewritten_from_its_first_word_to_its_last_is_a_change(folder: ArchiveFolder) -> None:
    days = passing_days(folder)
    days.crawl()
    article = days.site.articles()[2]
    edited = days.site.edit(
        article.key,
        title="Lịch tiếp công dân tháng mười",
        blocks=("Ủy ban tiếp dân vào sáng thứ hai hằng tuần.", "Mời quý vị đến phòng số ba, tầng trệt."),
    )
    days.later(31)
    days.query("UPDATE ledger SET next_at = '2019-01-01' WHERE kind = 'article' AND outcome LIKE 'read'")
    assert days.crawl().counts["changed"] == 1
    assert days.query(KNOWN, address(days, article))[0][0] == edited.title
