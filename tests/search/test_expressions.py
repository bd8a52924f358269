"""One token a word: what is found is the same by whichever expression it is sought."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.database import open_for_writing
from archive.search import expressions, search, vocabulary
from archive.search.expressions import Expressions
from archive.search.query import parse
from archive.search.vocabulary import Vocabulary
from archive.tokens import spelling_of, title_tokens_of, tokens_of
from archive.vietnamese.spelling import normalise, words_of
from tests.search.announcements import SEARCHED
from tests.search.test_queries import FINDS, slugs
from tests.site.library import make_archive


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kế hoạch", "ke_kế hoach_hoạch"),
        ("ke hoach", "ke_ hoach_"),
        ("5408/KH-UBND", "5408_ kh_ ubnd_"),
        ("QĐ", "qd_qđ"),
        ("hoà bình, Thuỷ", "hoa_hòa binh_bình thuy_thủy"),
        ("a_b", "a_ b_"),
        ("số\u00a012…", "so_số 12_"),
        ("Ю中文 ﾊ", "ю中文_ ﾊ_"),
        ("", ""),
    ],
)
def test_a_word_is_indexed_once_with_and_without_its_accents(text: str, tokens: str) -> None:
    assert tokens_of(text) == tokens
    assert [spelling_of(token) for token in tokens.split()] == words_of(text)


def test_words_of_titles_are_apart_from_those_of_bodies() -> None:
    assert title_tokens_of("Kế hoạch số 12") == "_ke_kế _hoach_hoạch _so_số _12_"
    assert [spelling_of(token) for token in title_tokens_of("Kế so").split()] == ["kế", "so"]
    assert title_tokens_of("…") == ""


@pytest.mark.parametrize(
    "text",
    ["Kế_hoạch số 12/QĐ: «một», ²½ ₫5", "tab\tdòng\nmới\x1fhết", "Ngày … – “x”; a.b", "Ю12 ﾊ–中文", "e\u0301t\u00e9"],
)
def test_words_of_usual_and_of_strange_letters_are_parted_alike(text: str) -> None:
    assert words_of(text) == re.findall(r"[^\W_]+", normalise(text).lower())


@pytest.mark.parametrize(
    ("combinations", "collected", "spellings", "places"),
    [(0, 1_000_000, 32, 1), (0, -1, 32, 1), (0, 1, 32, 0), (0, 1, 32, 5_000), (1_000_000, 0, 0, 1)],
)
def test_whether_spellings_are_listed_begun_or_checked_in_the_text_the_hits_are_the_same(
    database: Database, monkeypatch: pytest.MonkeyPatch, combinations: int, collected: int, spellings: int, places: int
) -> None:
    queries = [query for query, found in FINDS if found][::2]
    plain = [[hit.uid for hit in search(database, query, limit=100).hits] for query in queries]
    monkeypatch.setattr(expressions, "MOST_COMBINATIONS", combinations)
    monkeypatch.setattr(expressions, "MOST_COLLECTED", collected)
    monkeypatch.setattr(expressions, "MOST_COLLECTED_TO_RANK", collected)
    monkeypatch.setattr(vocabulary, "MOST_SPELLINGS", spellings)
    monkeypatch.setattr(expressions, "MOST_PLACES", places)
    monkeypatch.setattr(Vocabulary, "announcements", 1)
    assert [[hit.uid for hit in search(database, query, limit=100).hits] for query in queries] == plain


@pytest.mark.parametrize(
    "query", ["t*", "tuyen*", "540*", "c* h*", "t* T*", "h* ho*", "ke h*", "kế t* -tuyên", "t* -tuyen*", "x* q*", "d*"]
)
def test_a_beginning_of_very_many_places_is_read_in_the_texts_and_finds_the_same(
    database: Database, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    plain = search(database, query, limit=100)
    monkeypatch.setattr(vocabulary, "MOST_PLACES_BEGUN", 0)
    read = search(database, query, limit=100)
    assert Expressions(parse(query), Vocabulary(database.conn), checked=True).all.checks  # type: ignore[union-attr]
    assert (read.count, {hit.uid for hit in read.hits}) == (plain.count, {hit.uid for hit in plain.hits})
    assert [hit.uid for hit in read.hits] == [hit.uid for hit in plain.hits]


@pytest.mark.parametrize("combinations", [0, 8])
def test_one_expression_finds_the_same_where_nothing_can_be_checked(
    database: Database, monkeypatch: pytest.MonkeyPatch, combinations: int
) -> None:
    monkeypatch.setattr(expressions, "MOST_COMBINATIONS", combinations)
    found_by = "SELECT rowid FROM announcement_fts WHERE announcement_fts MATCH ?"
    sql = f"SELECT url FROM announcement WHERE search_row IN ({found_by})"
    for query, expected in FINDS:
        if parse(query).terms and not parse(query).wanted:
            continue  # what is only left out is no expression of its own
        way = Expressions(parse(query), Vocabulary(database.conn)).all
        assert slugs([url for (url,) in database.execute(sql, (way.match,))] if way else []) == expected, query


def test_checked_hits_come_in_pages_without_gaps(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "MOST_COMBINATIONS", 0)
    monkeypatch.setattr(expressions, "MOST_COLLECTED", -1)
    monkeypatch.setattr("archive.search.hits.CHECKED_AT_ONCE", 2)
    for order in ("newest", "oldest", "relevance"):
        whole = [hit.uid for hit in search(database, '"ke hoach"', order=order, limit=100).hits]
        paged = [search(database, '"ke hoach"', order=order, limit=1, offset=place).hits[0].uid for place in range(5)]
        assert len(whole) == 5
        assert paged == whole


def test_a_beginning_that_too_many_words_have_is_forgiven_its_accents(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = search(database, "tuyê*").count
    monkeypatch.setattr(vocabulary, "MOST_BEGUN", 0)
    assert search(database, "tuyê*").count == search(database, "tuye*").count > few


def test_a_row_that_no_announcement_owns_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "MOST_COMBINATIONS", 0)
    monkeypatch.setattr(expressions, "MOST_COLLECTED", -1)
    database = open_for_writing(make_archive(tmp_path / "data", SEARCHED[:6]))
    before = len(search(database, '"ke hoach"').hits)
    database.execute("UPDATE announcement SET search_row = NULL WHERE id = (SELECT min(id) FROM announcement)")
    assert len(search(database, '"ke hoach"').hits) == before - 1
