"""What people type, and what they find: the same in the library, in Datasette's search box and on our page."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from sqlite_utils import Database

from archive.cli import load_commands
from archive.commands import cli
from archive.folder import ArchiveFolder
from archive.search import SearchResults, search
from archive.search.query import parse, searched_part
from archive.site.questions import LONGEST_QUERY
from archive.site.serve import datasette_for
from tests.search.announcements import SEARCHED

ALL = object()
NFD = unicodedata.normalize
EVERY = {item.url.rsplit("/", 1)[1] for item in SEARCHED if item.url}

FINDS: list[tuple[str, set[str]]] = [
    # accents mean what they say
    ("kế hoạch", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("Kế Hoạch", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("KẾ HOẠCH", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("kề hoạch", set()),
    ("đảng", {"ke-hoach", "dang-bo"}),
    ("đang", {"dang-lam"}),
    ("tờ", {"to-trinh"}),
    ("tổ", {"to-trinh-gia", "hoa-giai", "nfd"}),
    ("chợ", {"cho"}),
    ("chỗ", {"cho"}),
    ("đường", {"dang-lam", "huynh"}),
    ("bộ", {"ke-hoach", "dang-bo"}),
    ("ủy", {"5408", "135", "to-trinh"}),
    ("xã", {"dang-lam", "dang-bo", "hoa-kieu-moi", "gach-noi"}),
    ("thủy", {"thuy", "hoa-kieu-moi"}),
    # none forgive, đ included
    ("ke hoach", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135", "khong-dau"}),
    ("KE HOACH", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135", "khong-dau"}),
    ("ke hoach tuyen truyen dai hoi dang bo", {"ke-hoach", "khong-dau"}),
    ("dang", {"ke-hoach", "khong-dau", "dang-lam", "dang-bo", "nfd"}),
    ("duong", {"dang-lam", "huynh"}),
    ("to trinh", {"to-trinh", "to-trinh-gia"}),
    ("dat dai", {"to-trinh"}),
    ("uy ban", {"5408", "135", "to-trinh"}),
    ("cho", {"cho", "danh-cho"}),
    ("don ve sinh", {"moi-hon", "cu-hon", "ngay-thoi", "truoc-nua"}),
    ("hoi dong", {"to-trinh"}),
    ("khong dau", {"khong-dau"}),
    ("covid", {"covid"}),
    ("phong chong", {"covid"}),
    ("nguoi doc", {"danh-cho"}),
    # mixed, each word for itself
    ("ke hoạch", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("kế hoach", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("đảng bo", {"ke-hoach", "dang-bo"}),
    ("dang bộ", {"ke-hoach", "dang-bo"}),
    ("tuyên truyen đại hoi", {"ke-hoach"}),
    ("đang duong", {"dang-lam"}),
    ("tờ trinh", {"to-trinh"}),
    ("to trình", {"to-trinh", "to-trinh-gia"}),
    # phrases
    ('"kế hoạch"', {"ke-hoach", "ke-hoach-than-bai", "5408", "135"}),
    ("“kế hoạch”", {"ke-hoach", "ke-hoach-than-bai", "5408", "135"}),
    ("«kế hoạch»", {"ke-hoach", "ke-hoach-than-bai", "5408", "135"}),
    ("„kế hoạch“", {"ke-hoach", "ke-hoach-than-bai", "5408", "135"}),
    ('"ke hoach"', {"ke-hoach", "ke-hoach-than-bai", "5408", "135", "khong-dau"}),
    ('"ke hoạch"', {"ke-hoach", "ke-hoach-than-bai", "5408", "135"}),
    ('"hoạch kế"', set()),
    ('"kế hoạch tuyên truyền"', {"ke-hoach", "ke-hoach-than-bai"}),
    ('"ke hoach tuyen truyen"', {"ke-hoach", "ke-hoach-than-bai"}),
    ('"tuyên truyền trong tháng"', {"ke-hoach-than-bai"}),
    ('"tuyen truyen trong thang"', {"ke-hoach-than-bai"}),
    ('"tờ trình"', {"to-trinh"}),
    ('"tổ trình"', {"to-trinh-gia"}),
    ('"to trinh"', {"to-trinh", "to-trinh-gia"}),
    ('"đảng bộ"', {"ke-hoach", "dang-bo"}),
    ('"dang bo"', {"ke-hoach", "dang-bo", "khong-dau"}),
    ('"phòng chống"', {"covid"}),
    ('"kế hoạch" huyện', {"ke-hoach-than-bai"}),
    ('huyện "kế hoạch"', {"ke-hoach-than-bai"}),
    ('"kế hoạch', {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    # beginnings
    ("tuyê*", {"ke-hoach", "ke-hoach-than-bai", "nfd"}),
    ("tuyen*", {"ke-hoach", "ke-hoach-than-bai", "nfd", "khong-dau"}),
    ("hoà*", {"hoa-giai", "hoa-kieu-moi", "hoang"}),
    ("hòa*", {"hoa-giai", "hoa-kieu-moi", "hoang"}),
    ("hoàn*", {"hoa-giai", "hoang"}),
    ("huỳ*", {"huynh"}),
    ("540*", {"5408", "5408-nhac", "54080"}),
    ("kế hoạ*", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("vac*", {"covid"}),
    # left out
    ("kế hoạch -tuyên", {"ke-hoach-xa-nhau", "5408", "135"}),
    ("kế hoạch −tuyên", {"ke-hoach-xa-nhau", "5408", "135"}),
    ('kế hoạch -"tuyên truyền"', {"ke-hoach-xa-nhau", "5408", "135"}),
    ("ke hoach -khong", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("kế hoạch -tuyen* -so", {"ke-hoach-xa-nhau"}),
    ("hòa -giải", set()),
    ("thuỷ -hoà", {"thuy"}),
    # one spelling for hoà and hòa, composed and decomposed, Đ by its look-alikes
    ("hoà giải", {"hoa-giai", "hoa-kieu-moi"}),
    ("hòa giải", {"hoa-giai", "hoa-kieu-moi"}),
    ("hoa giai", {"hoa-giai", "hoa-kieu-moi"}),
    ("thuỷ", {"thuy", "hoa-kieu-moi"}),
    ("thuỷ điện", {"thuy"}),
    (NFD("NFD", "kế hoạch tuyên truyền"), {"ke-hoach", "ke-hoach-than-bai"}),
    (NFD("NFD", "đảng bộ"), {"ke-hoach", "dang-bo"}),
    ("\u00d0ảng bộ", {"ke-hoach", "dang-bo"}),
    ("\u0189ảng bộ", {"ke-hoach", "dang-bo"}),
    ("12/Q\u00d0-UBND", {"qd-12"}),
    ("kế\u200b hoạch\u00ad", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    ("kế\u00a0hoạch", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
    # numbers of documents, whole and in part
    ("5408/KH-UBND", {"5408", "5408-nhac"}),
    ("5408/kh-ubnd", {"5408", "5408-nhac"}),
    ("5408 / KH-UBND", {"5408", "5408-nhac"}),
    ("5408/KH – UBND", {"5408", "5408-nhac"}),
    ("số 5408/KH-UBND", {"5408"}),
    ("5408", {"5408", "5408-nhac"}),
    ("5408/KH", {"5408", "5408-nhac"}),
    ("kh-ubnd", {"5408", "5408-nhac"}),
    ("KH UBND", {"5408", "5408-nhac"}),
    ("54080", {"54080"}),
    ("540", set()),
    ("135-KH/TU", {"135"}),
    ("135 - KH/TU", {"135"}),
    ("135 -KH/TU", {"135"}),
    ("135-kh/tu", {"135"}),
    ("35-CT/TW", {"35-2019", "35-2024"}),
    ("35 CT/TW", {"35-2019", "35-2024"}),
    ("35-CT/TW 2024", {"35-2024"}),
    ('35-CT/TW "30/5/2019"', {"35-2019"}),
    ("12/QĐ-UBND", {"qd-12"}),
    ("12/QD-UBND", {"qd-12"}),
    ("12/qd-ubnd", {"qd-12"}),
    ("qd-ubnd", {"qd-12", "qd-156", "qd-0156"}),
    ("156/QĐ-UBND", {"qd-156", "qd-0156"}),
    ("0156/qd-ubnd", {"qd-156", "qd-0156"}),
    ("156", {"qd-156", "qd-0156"}),
    ("số 0156", {"qd-156", "qd-0156"}),
    ('"0156"', {"qd-0156"}),
    ('"156/QĐ-UBND"', {"qd-156"}),
    ("0156/KH-UBND", set()),
    ("quyết định chợ -156", set()),
    ("05408/KH-UBND", {"5408", "5408-nhac"}),
    ("16/9/2020", {"5408"}),
    ("COVID-19", {"covid"}),
    ("5K", {"covid"}),
    # signs, foreign letters, captions
    ("vắc-xin", {"covid"}),
    ("vac xin", {"covid"}),
    ("Ea H'leo", {"gach-noi"}),
    ("h'leo", {"gach-noi"}),
    ("y-tế", {"gach-noi"}),
    ("Kroong Pa", {"gach-noi"}),
    ("a_b", {"gach-noi"}),
    ("phi lao", {"chu-thich"}),
    ("danh mục", {"khong-ngay"}),
    # only what is left out: all the rest
    ("-ke", EVERY - {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135", "khong-dau"}),
    (
        '-"kế hoạch" -khong*',
        EVERY - {"ke-hoach", "ke-hoach-than-bai", "5408", "135", "54080", "khong-dau", "khong-ngay"},
    ),
    ("-xyzzy -", EVERY),
    # nothing there
    ("không có từ này đâu", set()),
    ("xyzzy", set()),
    ("\U0001f600 kế hoạch", {"ke-hoach", "ke-hoach-than-bai", "ke-hoach-xa-nhau", "5408", "135"}),
]  # fmt: skip

NONSENSE = [
    "", " ", '"', '""', "''", "*", "**", "-", "--", "- -", '-"', "()", ")(", "AND", "AND OR NOT", "NOT NOT",
    "NEAR(a b, 2)", "title:", "{title body}:", "^kế", "kế^", "col : x", 'x" OR "y', "\x00", "a\x00b", "\\",
    "'; DROP TABLE announcement; --", "%", "_", "😀", "\u202e\u202d", "\ufffd\ufffe", "a" * 5000,
    '"' * 999, "(" * 999, "- " * 500, "kế " * 300, "* " * 300, "1/1/1/1/1/1/1", "----kế", '"kế" "', "<script>",
    "kế\nhoạch", "\u0301", "a\u0301\u0301\u0301", "ﾊﾊﾊ", "中文", "١٢٣", "½", "x" + "\u0301" * 400,
]  # fmt: skip


def slugs(urls: list[str]) -> set[str]:
    return {url.rsplit("/", 1)[1] for url in urls}


@pytest.mark.parametrize(("query", "expected"), FINDS)
def test_a_query_finds_exactly_what_it_means(database: Database, query: str, expected: set[str]) -> None:
    found = search(database, query, limit=100)
    assert slugs([hit.url for hit in found.hits]) == expected
    assert found.count == len(expected)
    assert found.counted_all


def test_the_table_of_queries_has_at_least_a_hundred_and_twenty() -> None:
    assert len(FINDS) >= 120


def answers(folder: ArchiveFolder, paths: list[str]) -> list[Any]:
    async def fetch() -> list[Any]:
        datasette = datasette_for(folder, num_sql_threads=1)
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in paths]

    return asyncio.run(fetch())


def test_datasettes_own_search_box_speaks_the_same_language(searched: ArchiveFolder) -> None:
    paths = [f"/archive/announcement.json?_shape=array&_size=100&_search={quote(query)}" for query, _ in FINDS]
    for (query, expected), answer in zip(FINDS, answers(searched, paths), strict=True):
        assert answer.status_code == 200, query
        assert slugs([row["url"] for row in answer.json()]) == expected, query


def test_our_page_speaks_the_same_language(searched: ArchiveFolder) -> None:
    paths = [f"/tra-cuu.json?q={quote(query)}" for query, _ in FINDS]
    for (query, expected), answer in zip(FINDS, answers(searched, paths), strict=True):
        assert slugs([hit["url"] for hit in answer.json()["hits"]]) == expected, query


def test_the_command_line_speaks_the_same_language(searched: ArchiveFolder) -> None:
    runner = CliRunner()
    for query, expected in FINDS:
        words = ["search", "--json", "--limit", "100", "--archive", str(searched.path), "--", query]
        result = runner.invoke(cli, words)
        assert result.exit_code == 0, query
        assert slugs([hit["url"] for hit in json.loads(result.output)["hits"]]) == expected, query


def test_a_query_without_words_searches_nothing_and_says_so_everywhere(
    database: Database, searched: ArchiveFolder
) -> None:
    signs = ("*", "%", "-", "😀", "(", '"""(')
    assert search(database, " ").count > 0
    for query in signs:
        assert search(database, query).count == 0, query
        said = CliRunner().invoke(cli, ["search", "--archive", str(searched.path), "--", query])
        assert said.output == "Nothing was searched: the query holds no letter and no digit.\n", query
        page, data, table, rows = answers(
            searched,
            [
                f"{path}={quote(query)}"
                for path in ("/tra-cuu?q", "/tra-cuu.json?q", "/archive/announcement?_search",
                             "/archive/announcement.json?_shape=array&_search")
            ],
        )  # fmt: skip
        assert "Câu tìm không có chữ hay số nào." in page.text
        assert "Câu tìm không có chữ hay số nào." in table.text
        assert (data.json()["wordless"], data.json()["hits"], rows.json()) == (True, [], [])


def test_the_command_line_says_what_may_have_been_meant_and_what_was_reached(searched: ArchiveFolder) -> None:
    said = CliRunner().invoke(cli, ["search", "--archive", str(searched.path), "khe hoạch"]).output
    assert said.startswith("0 announcements; did you mean: kế hoạch\n")
    assert "What the archive reached here: sources " in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("search", "kế hoạch", "--portal", "khong-co"), "There is no portal 'khong-co' in this archive"),
        (("search", "kế hoạch", "--province", "Atlantis"), "There is no province 'Atlantis'"),
        (("search", "kế hoạch", "--province", "Kon Tum"), "Kon Tum is part of Quảng Ngãi today"),
        (("export", "--portal", "khong-co"), "There is no portal 'khong-co' in this archive"),
        (("export", "--province", "Atlantis"), "There is no province 'Atlantis' and there was none"),
        (("removals", "--portal", "khong-co"), "There is no portal 'khong-co' in this archive"),
        (("attachments", "list", "--portal", "khong-co"), "There is no portal 'khong-co' in this archive"),
        (("captures", "list", "--portal", "khong-co"), "There is no portal 'khong-co' in this archive"),
        (("captures", "list", "--id", "khong-co"), "There is no announcement 'khong-co' in this archive"),
    ],
)
def test_a_limit_that_there_is_not_is_wrong_usage_and_no_empty_answer(
    searched: ArchiveFolder, words: tuple[str, ...], told: str
) -> None:
    load_commands()
    refused = CliRunner().invoke(cli, [*words, "--archive", str(searched.path)])
    assert refused.exit_code == 2
    assert refused.output.startswith(f"Error: {told}")


def test_the_command_line_answers_programs_as_the_site_does(searched: ArchiveFolder) -> None:
    done = CliRunner().invoke(cli, ["search", "--json", "--archive", str(searched.path), "5408"])
    told, (answer,) = json.loads(done.output), answers(searched, ["/tra-cuu.json?q=5408"])
    site = answer.json()
    for member in told.keys() - {"hits", "coverage"}:
        assert told[member] == site[member], member
    assert set(site) - set(told) == {"facets", "facets_of", "truncated"}
    assert told["coverage"] | {"text": ""} == site["coverage"] | {"text": ""}
    assert told["coverage"]["text"].startswith("What the archive reached here: ")
    shared = told["hits"][0].keys() & site["hits"][0].keys()
    assert {"title", "title_printed", "found_in", "is_plan", "demo"} <= shared
    assert [{name: hit[name] for name in shared} for hit in told["hits"]] == [
        {name: hit[name] for name in shared} for hit in site["hits"]
    ]
    assert told["hits"][0]["is_plan"] is False


def test_a_search_that_was_cut_says_so_at_the_terminal(
    searched: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*given: Any, **more: Any) -> SearchResults:
        return replace(search(*given, **more), cut=True, counted_all=False, searched_until="2020-03-01")

    monkeypatch.setattr("archive.commands.find", cut)
    said = CliRunner().invoke(cli, ["search", "--archive", str(searched.path), "kế hoạch"]).output.splitlines()
    assert said[-2] == "at least 5 announcements"
    assert "1 Mar 2020" in said[-1]


def test_a_province_may_be_typed_without_its_accents(searched: ArchiveFolder) -> None:
    words = ["search", "--json", "--archive", str(searched.path), "kế hoạch", "--province"]
    exact, folded = (CliRunner().invoke(cli, [*words, name]).output for name in ("Đà Nẵng", "da nang"))
    assert json.loads(exact)["count"] == json.loads(folded)["count"] > 0


def test_nonsense_and_hostile_queries_are_no_error_anywhere(database: Database, searched: ArchiveFolder) -> None:
    for query in NONSENSE:
        search(database, query, limit=5)
    paths = [f"{page}={quote(query)}" for page in ("/tra-cuu?q", "/archive/announcement?_search") for query in NONSENSE]
    for query, path, answer in zip(NONSENSE * 2, paths, answers(searched, paths), strict=True):
        too_long = len(query) > LONGEST_QUERY
        assert answer.status_code in ((400, 414) if too_long or "\x00" in query else (200,)), path


@pytest.mark.parametrize(
    ("typed", "searched_for"),
    [
        ("kế   hoạch", "kế   hoạch"), ("* " * 200, "* " * 200), ("a" * 500, "a" * 500),
        ("a* " * 160, " ".join(["a*"] * 24)), ("kế " + "* " * 240, "kế"), ('-"a b" ' * 30, " ".join(['-"a b"'] * 24)),
        ("12 / KH – UBND " * 30, " ".join(["12/KH–UBND"] * 24)), ('b""-c ' * 30, 'b""-c ' * 30),
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_links_repeat_only_what_is_searched(typed: str, searched_for: str) -> None:
    assert searched_part(typed) == searched_for
    assert parse(searched_for).terms == parse(typed).terms


def test_a_page_is_no_longer_for_what_is_ignored_of_its_query(searched: ArchiveFolder) -> None:
    ignored, short = answers(searched, [f"/tra-cuu?q={'a*+' * 160}", f"/tra-cuu?q={'a*+' * 24}"])
    assert ignored.status_code == 200 and len(ignored.text) <= len(short.text) + 3_000
