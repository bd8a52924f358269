from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.database import open_for_reading
from archive.search import Filters, search
from archive.search.excerpts import Highlighter
from archive.search.hits import SearchTimeoutError
from archive.search.query import parse
from tests.site.library import Item, Paper, make_archive


def order(database: Database, query: str, **options: object) -> list[str]:
    found = search(database, query, limit=100, **options)  # type: ignore[arg-type]
    return [hit.url.rsplit("/", 1)[1] for hit in found.hits]


def test_a_title_comes_before_a_body(database: Database) -> None:
    assert order(database, "kế hoạch tuyên truyền") == ["ke-hoach", "ke-hoach-than-bai"]


def test_words_side_by_side_come_before_words_apart(database: Database) -> None:
    found = order(database, "kế hoạch")
    assert found.index("ke-hoach") < found.index("ke-hoach-xa-nhau")


def test_the_spelling_that_was_typed_comes_before_forgiven_ones(database: Database) -> None:
    assert order(database, "ke hoach")[0] == "khong-dau"
    assert order(database, "cho") == ["danh-cho", "cho"]


def test_at_equal_worth_newer_comes_first_to_the_minute_and_a_whole_month_last(database: Database) -> None:
    same_title = ["moi-hon", "cu-hon", "ngay-thoi", "truoc-nua"]
    assert order(database, "ra quân") == same_title
    assert order(database, "ra quân", order="newest") == same_title
    assert order(database, "ra quân", order="oldest") == same_title[::-1]


def test_the_document_itself_stands_above_what_mentions_it(database: Database) -> None:
    assert order(database, "5408/KH-UBND") == ["5408", "5408-nhac"]
    assert order(database, "5408") == ["5408", "5408-nhac"]


def test_the_oldest_order_ends_with_the_undated(database: Database) -> None:
    assert order(database, "", order="oldest")[-1] == "khong-ngay"
    assert order(database, "", order="newest")[-1] == "khong-ngay"
    assert order(database, "", order="oldest")[0] == "khong-dau"


def test_pages_of_results_neither_repeat_nor_lose_a_hit(database: Database) -> None:
    for query, sorting in (("", "newest"), ("", "oldest"), ("ke hoach", "relevance"), ("a*", "relevance")):
        whole = order(database, query, order=sorting)
        paged = []
        for offset in range(0, len(whole) + 3, 3):
            found = search(database, query, order=sorting, limit=3, offset=offset)  # type: ignore[arg-type]
            paged += [hit.url.rsplit("/", 1)[1] for hit in found.hits]
        assert paged == whole


def test_a_number_that_means_two_documents_names_both(database: Database) -> None:
    found = search(database, "35-CT/TW")
    assert [(document.number, document.dated) for document in found.documents] == [
        ("35-CT/TW", "2024-06-14"),
        ("35-CT/TW", "2019-05-30"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "5408/KH-UBND",
        "5408",
        "5408/kh-ubnd",
        "số 5408",
        "5408/KH – UBND",
        "5408/kh",
        "5408 KH UBND",
        "05408-kh",
        "kế hoạch 5408/KH",
        "5408 kh tuyên truyền",
        "5408-KH/UBND",
    ],
)
def test_a_document_is_found_by_its_number_whole_or_in_part(database: Database, query: str) -> None:
    assert [document.number for document in search(database, query).documents] == ["5408/KH-UBND"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("chỉ thị 35", ["35-CT/TW", "35-CT/TW"]),
        ("thuc hien chi thi so 35", ["35-CT/TW", "35-CT/TW"]),
        ("kế hoạch 5408", ["5408/KH-UBND"]),
        ("35-ct", ["35-CT/TW", "35-CT/TW"]),
        ("35 CT TW", ["35-CT/TW", "35-CT/TW"]),
        ("35 ct đại hội", ["35-CT/TW", "35-CT/TW"]),
        ("35-kh", []),
        ("35-CT/TU", []),
        ("35 CT TU", []),
        ("kế hoạch 35", []),
        ("văn phòng 35", []),
    ],
)
def test_a_document_is_found_by_its_type_and_the_beginning_of_its_number(
    database: Database, query: str, numbers: list[str]
) -> None:
    assert [document.number for document in search(database, query).documents] == numbers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(undated=True), ["khong-ngay"]),
        (Filters(year="2019"), ["qd-12", "35-2019", "khong-dau"]),
        (Filters(month="2020-07"), ["dang-bo", "dang-lam"]),
        (Filters(since="2022-03-01"), ["35-2024", "moi-hon", "cu-hon", "ngay-thoi"]),
        (Filters(since="2022-02-01", until="2022-02-28"), ["truoc-nua"]),
        (Filters(until="2019-06-05"), ["35-2019", "khong-dau"]),
        (Filters(issuer="SNV"), []),
        (Filters(province="Quảng Nam", province_now="Huế"), []),
        (Filters(since="nonsense", until="2019-13-45"), None),
    ],
)
def test_filters_limit_what_is_found(database: Database, filters: Filters, expected: list[str] | None) -> None:
    found = order(database, "", order="newest", filters=filters)
    assert found == expected if expected is not None else isinstance(found, list)


def test_filters_and_words_work_together(database: Database) -> None:
    assert order(database, "kế hoạch", filters=Filters(year="2021")) == ["ke-hoach-xa-nhau", "ke-hoach-than-bai"]


@pytest.mark.parametrize(("few", "portals", "begun"), [(60_000, 200, 300_000), (60_000, 0, 0), (0, 0, 0), (0, 200, 0)])
@pytest.mark.parametrize("query", ["kế hoạch", "dai hoi", '"dai hoi dang"', "hoach -tuyên", "cua", "t*", "kế t*"])
def test_words_of_a_place_are_the_same_however_its_portals_are_sought(
    of_many_places: Database, monkeypatch: pytest.MonkeyPatch, query: str, few: int, portals: int, begun: int
) -> None:
    every = [(hit.province, hit.uid) for hit in search(of_many_places, query, order="newest", limit=100).hits]
    monkeypatch.setattr("archive.search.hits.FEW", few)
    monkeypatch.setattr("archive.search.hits.MOST_PORTALS", portals)
    monkeypatch.setattr("archive.search.vocabulary.MOST_PLACES_BEGUN", begun)
    assert len({province for province, _ in every}) > 1
    for place in ("Quảng Nam", "Thừa Thiên Huế", "Quảng Ninh", "Kon Tum", "Ninh Thuận", "Sài Gòn"):
        expected = [uid for province, uid in every if province == place]
        there = Filters(province=place)
        newest = search(of_many_places, query, order="newest", limit=100, filters=there)
        best = search(of_many_places, query, limit=100, filters=there)
        assert [hit.uid for hit in newest.hits] == expected
        assert {hit.uid for hit in best.hits} == set(expected)


def test_the_name_of_a_portal_is_no_word_of_its_announcements(of_many_places: Database) -> None:
    assert order(of_many_places, "", filters=Filters(portal="kon-tum"))
    assert [order(of_many_places, query) for query in ("kon tum", "__kon_tum", "kon_tum*", "kon-tum")] == [[]] * 4


@pytest.mark.parametrize("few", [0, 60_000])
def test_words_within_a_period_are_the_same_whether_the_period_or_the_words_are_looked_up_first(
    database: Database, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("archive.search.hits.FEW", few)
    assert order(database, "dai hoi", filters=Filters(year="2019"), order="newest") == ["35-2019", "khong-dau"]
    assert order(database, "dai hoi", filters=Filters(until="2019-05-30"), order="newest") == ["khong-dau"]
    assert order(database, "danh", filters=Filters(undated=True)) == order(database, "", filters=Filters(undated=True))


def test_facets_count_the_hits_with_months_in_order_and_the_undated_apart(database: Database) -> None:
    facets = search(database, "", with_facets=True).facets
    assert facets is not None
    assert list(facets.values["month"]) == sorted(facets.values["month"])
    assert facets.states["undated"] == 1
    assert sum(facets.values["year"].values()) + 1 == facets.counted
    assert facets.values["province"] == {"Quảng Nam": facets.counted}


def test_two_papers_of_one_agency_in_one_announcement_count_once(tmp_path: Path) -> None:
    papers = [Paper(f"{number}/KH-UBND", "issues", "2020-09-16", "KH", "UBND") for number in (1, 2)]
    items = [Item("Hai văn bản", "", "2020-09-17", papers=papers), Item("Một", "", "2020-09-18", papers=papers[:1])]
    folder = make_archive(tmp_path / "data", items)
    facets = search(open_for_reading(folder), "", with_facets=True).facets
    assert facets is not None
    assert facets.values["issuer"] == {"Ủy ban nhân dân tỉnh Quảng Nam": 2}


@pytest.mark.parametrize(
    ("query", "proposed"),
    [
        ("kề hoạch", "kế hoạch"),
        ("tuyên truyện", "tuyên truyền"),
        ('"kế hoặch"', '"kế hoạch"'),
        ("tuyne truyen", "tuyên truyền"),
        ("hoacch dinh", "hoạch định"),
        ("xyzzyxyzzy", None),
        ("", None),
    ],
)
def test_a_query_without_hits_gets_a_proposal_with_hits(database: Database, query: str, proposed: str | None) -> None:
    suggestion = search(database, query).suggestion
    assert suggestion == proposed
    if suggestion:
        assert search(database, suggestion).count > 0


def test_a_proposal_that_takes_too_long_is_left_out_and_the_search_is_no_less_finished(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_arguments: object) -> None:
        raise SearchTimeoutError

    monkeypatch.setattr("archive.search.results.suggestion", slow)
    found = search(database, "kề hoạch", with_facets=True)
    assert (found.cut, found.count, found.suggestion) == (False, 0, None) and found.facets is not None


@pytest.mark.parametrize(("letters", "sought"), [(2, False), (3, True), (40, True), (41, False), (499, False)])
def test_only_words_of_usual_length_are_corrected(
    database: Database, monkeypatch: pytest.MonkeyPatch, letters: int, sought: bool
) -> None:
    asked: list[str] = []

    def neighbours(word: str) -> list[str]:
        asked.append(word)
        return [word]

    monkeypatch.setattr("archive.search.suggest._neighbours", neighbours)
    assert search(database, "w" * letters).suggestion is None
    assert asked == ["w" * letters] * sought


LONG = "Mở đầu không liên quan. " * 40 + "Ủy ban ban hành kế hoạch tuyên truyền. " + "Phần cuối cũng không. " * 40


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("ke hoach", LONG, ["kế hoạch"]),
        ("kế hoạch", LONG, ["kế hoạch"]),
        ("kề hoach", LONG, ["hoạch"]),
        ('"hoach tuyen"', LONG, ["hoạch tuyên"]),
        ("tuy*", LONG, ["tuyên"]),
        ("hoà", "Tổ hòa giải", ["hòa"]),
        ("hoà*", "Phường Hoàng Văn Thụ", ["Hoàng"]),
        ("5408/kh", "Kế hoạch số 5408 / KH-UBND", ["5408 / KH"]),
        ("dang", "đang, đảng, Đăng, danger", ["đang", "đảng", "Đăng"]),
        ("vắng", "không có chữ đó", []),
    ],
)
def test_excerpts_show_the_original_spelling_and_mark_what_was_meant(query: str, text: str, marked: list[str]) -> None:
    pieces = Highlighter(parse(query)).excerpt(text)
    assert [piece.text for piece in pieces if piece.found] == marked
    assert len("".join(piece.text for piece in pieces)) < 700


def test_an_excerpt_without_a_hit_is_the_beginning() -> None:
    (piece,) = Highlighter(parse("vắng mặt")).excerpt(LONG)
    assert piece.text.startswith("Mở đầu không liên quan.")


def test_far_apart_words_are_both_shown() -> None:
    text = "Huyện Đầm Hà mở hội nghị. " + "Nhiều việc khác. " * 60 + "Loa phát thanh của xã đưa tin."
    pieces = Highlighter(parse("hội nghị loa")).excerpt(text)
    assert [piece.text for piece in pieces if piece.found] == ["hội nghị", "Loa"]
