from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.app import Datasette

from archive.folder import ArchiveFolder
from archive.site.dates import date_words
from archive.site.serve import datasette_for, metadata_file
from archive.writer import writing
from tests.site.conftest import Site
from tests.site.library import ITEMS, Item, make_archive
from tests.site.payloads import HOSTILE

PAGES = [
    "/",
    "/tra-cuu",
    "/tra-cuu?q=ke+hoach",
    "/tra-cuu?q=khong-he-co",
    "/van-ban",
    "/van-ban?loai=KH",
    "/van-ban/1",
    "/nguon",
    "/nguon/hue-noi-vu",
    "/gioi-thieu",
    "/ban-luu/1",
    "/archive",
    "/archive/announcement",
    "/archive/announcement/1",
    "/archive/mention",
    "/archive/document/1",
    "/archive/portal",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_vietnamese_and_in_english(site: Site, english: Site, path: str) -> None:
    vietnamese, other = site.page(path), english.page(path)
    assert (vietnamese.status_code, other.status_code) == (200, 200)
    assert '<html lang="vi">' in vietnamese.text
    assert "Nguồn thu thập" in vietnamese.text
    assert '<html lang="en">' in other.text
    assert "Skip to the content" in other.text


def test_the_language_switch_stays_and_leads_back(site: Site) -> None:
    answer = site.page("/ngon-ngu/en?ve=/nguon%3Fa%3Db")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/nguon?a=b"
    assert "lang=en" in answer.headers["set-cookie"]
    assert "Max-Age=31536000" in answer.headers["set-cookie"]


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_the_language_switch_never_leads_away(site: Site, back: str) -> None:
    assert site.page(f"/ngon-ngu/vi?ve={back}").headers["location"] == "/"


def test_the_front_page_has_one_search_box_and_the_state_of_the_sources(site: Site) -> None:
    text = site.page("/").text
    assert text.count('type="search"') == 1
    assert f"{len(ITEMS) + len(HOSTILE)} tin của 5 nguồn" in text


def test_results_show_excerpts_facets_coverage_and_the_document_itself(site: Site) -> None:
    text = site.page("/tra-cuu?q=5408").text
    assert "<mark>5408</mark>" in text
    assert "Văn bản mang số này" in text
    assert "Tỉnh, thành hiện nay" in text
    assert "Không thấy tin không có nghĩa là không có kế hoạch" in text


def test_no_hit_is_not_no_plan_and_the_page_proposes_what_was_meant(site: Site) -> None:
    text = site.page("/tra-cuu?q=kề+hoạch").text
    assert "Không tìm thấy; có thể do nguồn chưa thu thập đủ." in text
    assert "Có phải bạn tìm" in text
    assert 'href="/tra-cuu?q=k%E1%BA%BF+ho%E1%BA%A1ch"' in text


def test_facets_are_links_that_narrow_and_widen(site: Site) -> None:
    text = unescape(site.page("/tra-cuu?q=ke+hoach").text)
    assert "/tra-cuu?q=ke+hoach&tinh=Hu%E1%BA%BF" in text
    narrowed = unescape(site.page("/tra-cuu?q=ke+hoach&tinh=Huế").text)
    assert 'aria-current="true"' in narrowed
    assert 'href="/tra-cuu?q=ke+hoach"' in narrowed


def test_what_hue_published_in_a_month_stands_beside_its_undated_items(site: Site) -> None:
    month, undated = site.get("/tra-cuu.json?tinh=Huế&thang=2020-02", "/tra-cuu.json?tinh=Huế&khong-ngay=1")
    assert [hit["published_at"][:7] for hit in month.json()["hits"]] == ["2020-02", "2020-02"]
    assert [hit["title"] for hit in undated.json()["hits"]] == ["Danh sách phòng họp của Sở Nội vụ"]
    assert "Không rõ ngày đăng" in site.page("/tra-cuu?tinh=Huế").text
    beside = site.page("/tra-cuu?tinh=Huế&thang=2020-02").text
    assert "Ngoài khoảng thời gian này còn 1 tin không rõ ngày đăng" in beside
    assert "Trong khoảng thời gian được chọn có 2 tin." in beside


def test_the_coverage_stands_in_every_form_of_a_search(site: Site) -> None:
    answers = site.get(*(f"/tra-cuu{form}?q=khong-he-co&tinh=Huế" for form in ("", ".json", ".csv", ".atom")))
    for answer in answers:
        assert "Ở phạm vi này kho lưu trữ đã thu thập 1 nguồn với 3 tin" in answer.text
        assert "Không thấy tin không có nghĩa là không có kế hoạch." in answer.text


def test_where_only_the_newest_hits_are_counted_and_ranked_page_and_json_say_so(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("hits", "facets", "results"):
        monkeypatch.setattr(f"archive.search.{module}.MOST_COUNTED", 3)
    assert "Số đếm và mức liên quan chỉ tính trên 3 tin mới nhất." in site.page("/tra-cuu?q=của").text
    told = site.page("/tra-cuu.json?q=của").json()
    assert (told["count"], told["counted_all"], told["facets_of"], told["ranked"]) == (3, False, 3, True)


def test_who_issues_is_a_facet(site: Site) -> None:
    facets = site.page("/tra-cuu.json").json()["facets"]
    assert facets["issuer"]["Ủy ban nhân dân tỉnh Quảng Nam"] == 2
    narrowed = site.page("/tra-cuu.json?ban-hanh=Ủy ban nhân dân tỉnh Quảng Nam").json()
    assert {hit["title"] for hit in narrowed["hits"]} == {ITEMS[0].title, ITEMS[11].title}


def test_an_announcement_reads_like_a_text_and_names_its_papers(site: Site, uid_of: Callable[[str], str]) -> None:
    text = site.page(f"/tin/{uid_of(ITEMS[0].title)}").text
    assert "<h2>I. MỤC ĐÍCH, YÊU CẦU</h2>" in text
    assert '<p class="item">Bảo đảm thiết thực, tránh phô trương.</p>' in text
    assert "<td>Đài truyền hình</td>" in text
    assert '<a class="document" href="/van-ban/1">5408/KH-UBND</a>' in text
    assert "Triển khai" in text
    assert 'href="https://quang-nam.example.vn/tin/1"' in text
    assert 'href="/ban-luu/1"' in text
    assert "Ngày đăng: 2020-09-16T10:06:00+07:00" in text


def test_a_row_of_the_table_is_the_same_page(site: Site) -> None:
    assert "<h1>Kế hoạch tuyên truyền Đại hội đảng bộ các cấp</h1>" in site.page("/archive/announcement/1").text


def test_a_removed_and_a_changed_announcement_say_so(site: Site, uid_of: Callable[[str], str]) -> None:
    removed, changed = site.get(
        f"/tin/{uid_of('Thông báo lịch cúp nước đã bị gỡ')}", f"/tin/{uid_of('Báo cáo đã sửa về hợp tác xã')}"
    )
    assert "Cổng đã gỡ tin này; lần cuối còn thấy là" in removed.text
    assert "Xem bản lưu" in removed.text
    assert "Cổng đã sửa tin này" in changed.text


def test_an_earlier_state_is_compared_word_by_word(site: Site, uid_of: Callable[[str], str]) -> None:
    uid = uid_of("Báo cáo đã sửa về hợp tác xã")
    assert f'href="/tin/{uid}/so-sanh/1"' in site.page(f"/tin/{uid}").text
    page, missing = site.get(f"/tin/{uid}/so-sanh/1", f"/tin/{uid}/so-sanh/2")
    assert "Số liệu được đính chính: <del>0165</del><ins>0156</ins> hợp tác xã." in page.text
    assert "<ins> đã sửa</ins>" in page.text
    assert missing.status_code == 404


def test_a_newspaper_is_shown_in_excerpts_where_its_facts_say_so(tmp_path: Path) -> None:
    body = "\n".join(f"Đoạn thứ {number} của bài báo." for number in range(200))
    long = Item("Bài báo dài", body, portal="quang-ninh")
    site = Site(make_archive(tmp_path / "data", [long], excerpts=True))
    page = site.page("/archive/announcement/1")
    assert "Đoạn thứ 1 của bài báo." in page.text
    assert "Đoạn thứ 199 của bài báo." not in page.text
    assert "Đây là trích đoạn" in page.text


def test_an_announcement_as_json_has_the_names_of_the_export(site: Site, uid_of: Callable[[str], str]) -> None:
    data = site.page(f"/tin/{uid_of(ITEMS[0].title)}.json").json()
    assert data["published_at"] == "2020-09-16T10:06:00+07:00"
    assert data["documents"][0]["number"] == "5408/KH-UBND"
    assert data["is_plan"] is True
    assert data["body_text"].startswith("Ủy ban nhân dân")


def test_a_document_page_goes_up_and_down_and_names_its_namesake(site: Site) -> None:
    plan, directive = site.get("/van-ban/1", "/van-ban/2")
    for text in (plan.text, directive.text):
        way = text.split('<ol class="way">')[1].split("</ol>")[0]
        assert way.index("35-CT/TW") < way.index("5408/KH-UBND")
        assert "sau 475 ngày" in way
        assert "Kế hoạch này thực hiện Chỉ thị số 35-CT/TW" in way
    assert "Cùng số, ký hiệu này còn có" in directive.text
    assert "14/06/2024" in directive.text


def test_a_central_document_shows_the_34_provinces_and_what_was_not_reached_apart_from_what_is_not_seen(
    site: Site,
) -> None:
    plan, directive = site.get("/van-ban/1", "/van-ban/2")
    assert "fulfilment" not in plan.text
    table = directive.text.split('class="list fulfilment"')[1].split("</table>")[0]
    assert table.count("<tr class=") == 34
    assert [table.count(f"state-{state}") for state in ("carried_out", "not_seen", "not_reached")] == [1, 3, 30]
    assert table.index("Đà Nẵng") < table.index("Không thấy") < table.index("Chưa thu thập được")


def test_a_capture_is_text_or_a_file_and_never_a_page_of_ours(site: Site) -> None:
    page, text, file = site.get("/ban-luu/1", "/ban-luu/1.txt", "/ban-luu/1/tai-ve")
    assert "Số 5408/KH-UBND" in page.text
    assert "steal()" not in page.text
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert "<script>steal()</script>" in text.text
    assert file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.content == ITEMS[0].page
    for answer in (text, file):
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"


def test_a_capture_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS[:1])
    for file in folder.warcs.iterdir():
        file.unlink()
    site = Site(folder)
    page, text = site.get("/ban-luu/1", "/ban-luu/1.txt")
    assert page.status_code == 200
    assert "Không mở được bản lưu." in page.text
    assert text.status_code == 404


def test_csv_opens_in_excel_and_starts_no_formula(site: Site) -> None:
    answer = site.page("/tra-cuu.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    hits, about = rows[1 : rows.index([])], rows[rows.index([]) + 1 :]
    assert len(hits) == len(ITEMS) + len(HOSTILE)
    assert not [row for row in rows if any(cell.startswith(("=", "@", "+")) for cell in row)]
    assert "Không thấy tin không có nghĩa là không có kế hoạch." in about[-1][1]


def test_the_table_shows_title_date_agency_province_and_documents(site: Site) -> None:
    text = site.page("/archive/announcement?_size=100").text
    heads = ("Tiêu đề", "Ngày đăng", "Nơi đăng", "Tỉnh, thành hiện nay", "Loại văn bản", "Văn bản")
    places = [text.index(head) for head in heads]
    assert places == sorted(places) or all(head in text for head in heads)
    assert "5408/KH-UBND; 35-CT/TW" in text
    assert "Không rõ ngày đăng" in text


def test_the_tables_facets_answer(site: Site) -> None:
    data = site.page("/archive/announcement.json?_size=1").json()
    assert set(data["facet_results"]) == {"province_now", "posted_by", "document_type", "year"}
    assert not data.get("facets_timed_out")
    years = {facet["value"] for facet in data["facet_results"]["year"]["results"]}
    assert "" in years


TABLES = json.loads(metadata_file().read_text("utf-8"))["databases"]["archive"]["tables"]
SORTS = [
    (table, f"{way}={column}")
    for table in ("announcement", "announcement_text", "attachment", "document", "mention", "capture", "revision")
    for column in TABLES[table]["sortable_columns"]
    for way in ("_sort", "_sort_desc")
]


def test_every_sort_of_every_table_pages_to_its_end(library: ArchiveFolder) -> None:
    async def rows_of(datasette: Datasette, path: str | None) -> tuple[list[object], int]:
        seen: list[object] = []
        count = 0
        while path:
            data = (await datasette.client.get(path)).json()
            seen += [json.dumps(row) for row in data["rows"]]
            count = data["filtered_table_rows_count"]
            path = data["next_url"] and data["next_url"].removeprefix("http://localhost")
        return seen, count

    async def follow() -> None:
        datasette = datasette_for(library, num_sql_threads=1)
        await datasette.invoke_startup()
        for table, sort in [*SORTS, ("announcement", "_search=ke+hoach&_sort_desc=year"), ("announcement", "")]:
            seen, count = await rows_of(datasette, f"/archive/{table}.json?_size=29&{sort}")
            assert len(seen) == len(set(seen)) == count, (table, sort)

    asyncio.run(follow())


def test_a_page_of_rows_says_how_many_it_shows_at_most_and_where_all_are(site: Site) -> None:
    page, many, stream = site.get(
        "/archive/mention", "/archive/mention.json?_size=501", "/archive/mention.csv?_stream=on&_size=max"
    )
    assert "nhiều nhất 500 dòng" in page.text
    assert 'href="/tai-ve"' in page.text
    assert many.status_code == 400
    assert stream.status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "trang=0", "trang=-1", "trang=99999999999", "trang=x", "trang=100000", "xep=nonsense", "q=%F0%9F%98%80",
        "q=%FF%FE", "unknown=1", "q=a&q=b", "ke-hoach=0",
    ],
)  # fmt: skip
def test_odd_addresses_are_answered_with_a_page(site: Site, query: str) -> None:
    assert site.page(f"/tra-cuu?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("nam=abcd", "“Năm đăng” (nam=) không hiểu được “abcd”"),
        ("nam=9999", "(nam=)"),
        ("thang=2020-13", "(thang=)"),
        ("tu=2020-99-99", "cần một ngày có thật"),
        ("tu=2020-01-01&den=31/2/2020", "(den=) không hiểu được “31/2/2020”"),
        ("tinh=Atlantis", "(tinh=) không hiểu được “Atlantis”"),
        ("tinh=Kon+Tum", "tinh-cu="),
        ("tinh=" + "x" * 5000, "(tinh=)"),
        ("cap=galaxy", "central, province, district"),
        ("noi-dang=a%01b", "tên một cơ quan có nguồn trong kho"),
        ("noi-dang=Sở+Nội+vụ+tỉnh+Huê", "“Nơi đăng” (noi-dang=) không hiểu được “Sở Nội vụ tỉnh Huê”"),
        ("nguon=hue-noi-vụ-2", "“Nguồn thu thập” (nguon=) không hiểu được “hue-noi-vụ-2”"),
        ("q=kế+hoạch&ban-hanh=Ủy+ban+nhân+dân", "“Cơ quan ban hành” (ban-hanh=) không hiểu được “Ủy ban nhân dân”"),
        ("loai=%27%3B--", "(loai=) không hiểu được “';--”; cần ký hiệu một loại văn bản"),
        ("loai=KHH", "ví dụ KH, CT, QĐ"),
        ("co-tep=không", "“Có tệp đính kèm” (co-tep=) không hiểu được “không”; cần 1"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_named_and_never_left_out(site: Site, query: str, said: str) -> None:
    answers = site.get(*(f"/tra-cuu{form}?{query}" for form in ("", ".json", ".feed.json", ".atom", ".csv", ".xlsx")))
    assert [answer.status_code for answer in answers] == 6 * [400]
    page, data, feed, *files = answers
    assert all(said in unescape(answer.text) for answer in (page, *files))
    assert data.json() == feed.json()
    assert data.json()["error"] == "bad_filter"
    assert said in data.json()["message"]


def test_a_citation_names_the_day_of_collecting_and_the_capture(site: Site) -> None:
    (capture,) = site.page("/archive/capture.json?_shape=array&_size=1&_sort=id").json()
    (row,) = site.page(f"/archive/announcement.json?_shape=array&capture={capture['id']}&_size=1").json()
    cited = site.page(f"/tin/{row['uid']}").text.split('class="cite">')[1].split("</dd>")[0]
    assert cited.endswith(f", thu thập {date_words('vi', capture['fetched_at'])}, mã bản lưu {capture['id']}.")


def test_the_list_of_documents_is_limited_to_a_number(site: Site) -> None:
    every = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', site.page("/van-ban").text))
    for query, wanted in (("35-CT/TW", "35-CT/TW"), ("35", "35-"), ("chi thi 35", "35-"), ("không số nào", "(none)")):
        page = site.page(f"/van-ban?q={query}").text
        found = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', page))
        assert found == {number for number in every if number.startswith(wanted)}, query
        assert f'value="{query}"' in page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("noi-dang=bao+quang+ninh", {"posted_by": "Báo Quảng Ninh"}),
        ("noi-dang=Sở+Nội+vụ+tỉnh+Thừa+Thiên+Huế", {"posted_by": "Sở Nội vụ tỉnh Thừa Thiên Huế"}),
        ("ban-hanh=uy+ban+nhan+dan+tinh+quang+nam", {"issuer": "Ủy ban nhân dân tỉnh Quảng Nam"}),
        ("ban-hanh=Uỷ+ban+nhân+dân+tỉnh+Quảng+Nam", {"issuer": "Ủy ban nhân dân tỉnh Quảng Nam"}),
        ("nguon=Hue-Noi-Vu", {"portal": "hue-noi-vu"}),
        ("loai=qd", {"document_type": "QĐ"}),
        ("loai=GGT", {"document_type": "GGT"}),
        ("loai=luat", {"document_type": "Luật"}),
    ],
)
def test_agencies_sources_and_types_are_understood_without_accents(
    site: Site, typed: str, meant: dict[str, str]
) -> None:
    assert site.page(f"/tra-cuu.json?{typed}").json()["filters"] == meant


def test_a_type_that_there_is_not_is_named_on_the_list_of_documents_too(site: Site) -> None:
    typo, folded = site.get("/van-ban?loai=KHH", "/van-ban?loai=qd")
    assert (typo.status_code, folded.status_code) == (400, 200)
    assert "(loai=) không hiểu được “KHH”" in unescape(typo.text)
    assert "12/QĐ-UBND" in folded.text


def test_provinces_are_understood_without_accents(site: Site) -> None:
    now, plain, renamed, former = site.get(
        *(f"/tra-cuu.json?tinh{name}" for name in ("=Huế", "=thanh+pho+hue", "=thua+thien+hue", "-cu=thua+thien+hue"))
    )
    assert now.json()["count"] == plain.json()["count"] == renamed.json()["count"] > 0
    assert plain.json()["filters"] == {"province_now": "Huế"}
    assert former.json()["filters"] == {"province": "Thừa Thiên Huế"}
    assert former.json()["count"] > 0


def test_what_does_not_exist_is_a_page_in_the_visitors_language(site: Site, english: Site) -> None:
    for path in ("/xyz", "/tin/aaaa", "/van-ban/999999", "/nguon/khong-co", "/ban-luu/999", "/archive/nothing"):
        answer = site.page(path)
        assert answer.status_code == 404, path
        assert "Không có trang này" in answer.text, path
    assert "No such page" in english.page("/xyz").text
    assert site.page("/tin/aaaa.json").json() == {"ok": False, "status": 404, "error": "not_found"}


def test_a_demo_archive_says_so_on_every_page(tmp_path: Path) -> None:
    demo = Site(make_archive(tmp_path / "data", ITEMS, demo=True))
    for path, answer in zip(PAGES, demo.get(*PAGES), strict=True):
        assert "không có thật" in answer.text, path


def test_an_archive_with_real_portals_beside_the_demo_does_not_call_them_made_up(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS, demo=True)
    with writing(folder) as writer:
        writer.execute("UPDATE portal SET demo = 0 WHERE name = 'hue-noi-vu'")
    text = Site(folder).page("/").text
    assert "Một phần ở đây là bản trình diễn" in text
    assert "mọi cổng, tin và văn bản ở đây" not in text


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    empty = Site(make_archive(tmp_path / "data", []))
    for answer in empty.get("/", "/tra-cuu", "/tra-cuu?q=x", "/van-ban", "/nguon", "/archive/announcement"):
        assert answer.status_code == 200
    assert "Kho lưu trữ còn trống." in empty.page("/").text


def test_an_announcement_is_told_to_search_engines_and_marks_what_was_searched_for(
    site: Site, uid_of: Callable[[str], str]
) -> None:
    uid = uid_of(ITEMS[0].title)
    text = site.page(f"/tin/{uid}?q=tuyen+truyen").text
    data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["headline"] == ITEMS[0].title
    assert data["datePublished"] == "2020-09-16T10:06:00+07:00"
    assert data["url"] == f"http://localhost/tin/{uid}"
    assert [paper["legislationIdentifier"] for paper in data["mentions"]] == ["5408/KH-UBND", "35-CT/TW"]
    assert "<mark>Tuyên truyền</mark> sâu rộng" in text


def test_a_portal_has_a_calendar_its_papers_and_its_latest_announcements(site: Site) -> None:
    text = site.page("/nguon/hue-noi-vu").text
    assert 'href="/tra-cuu?nguon=hue-noi-vu&amp;thang=2020-02"' in text
    assert "107/KH-SNV" in text.split("Văn bản mới ban hành")[1]
    assert site.page("/nguon/no-such-portal").status_code == 404


def test_a_period_is_typed_as_days_are_written_in_vietnam(site: Site) -> None:
    typed, iso = site.get("/tra-cuu.json?tu=1/2/2020&den=28.02.2020", "/tra-cuu.json?tu=2020-02-01&den=2020-02-28")
    assert typed.json()["filters"] == iso.json()["filters"] == {"since": "2020-02-01", "until": "2020-02-28"}
    assert typed.json()["count"] == 2
    assert 'value="01/02/2020"' in site.page("/tra-cuu?tu=1/2/2020").text


def test_every_head_of_the_table_that_sorts_leads_to_a_page(site: Site) -> None:
    heads = re.findall(r'<th scope="col"><a rel="nofollow" href="([^"]+)"', site.page("/archive/announcement").text)
    assert len(heads) == 3
    assert [answer.status_code for answer in site.get(*map(unescape, heads))] == [200] * 3


ODD = ["%00", "%FF", "' OR 1=1--", "\u202e", "a" * 3000, "-1", "9" * 30, "..%2f..%2fetc", "<script>", "NaN", "{}", "[]"]
QUESTIONS = [
    "/tin/", "/van-ban/", "/ban-luu/", "/nguon/", "/dia-phuong/", "/tai-ve/", "/archive/", "/archive/announcement/",
    "/tra-cuu.", "/ngon-ngu/en?ve=", "/tra-cuu?q=", "/tra-cuu?trang=", "/tra-cuu?thang=", "/van-ban?trang=",
    "/archive/announcement?_sort=", "/archive/announcement?_next=", "/archive/announcement?_size=",
    "/archive/announcement?_facet=", "/archive/announcement?_col=", "/archive/announcement?id__gt=",
    "/archive/announcement.json?_shape=", "/archive/mention?_facet_array=", "/archive/announcement?_filter_column=",
]  # fmt: skip


def test_odd_questions_are_no_fault_of_the_server(library: ArchiveFolder) -> None:
    async def ask() -> None:
        datasette = datasette_for(library, num_sql_threads=1)
        await datasette.invoke_startup()
        for question in QUESTIONS:
            for odd in ODD:
                path = question + (odd if "%" in odd else quote(odd, safe=""))
                assert (await datasette.client.get(path)).status_code < 500, path

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("redaction@example.org", '<a href="mailto:redaction@example.org">redaction@example.org</a>'),
        ("https://example.org/contact", '<a href="https://example.org/contact">https://example.org/contact</a>'),
        ("javascript:alert(1)", "<strong>javascript:alert(1)</strong>"),
        ('"><script>x</script>@a', "&lt;script&gt;"),
        ("", "chưa ghi địa chỉ liên hệ"),
    ],
)
def test_the_operators_contact_stands_on_the_page_about_the_archive_or_its_lack(
    site: Site, monkeypatch: pytest.MonkeyPatch, contact: str, shown: str
) -> None:
    monkeypatch.setenv("KEHOACH_CONTACT", contact)
    text = re.sub(r"\s*\n\s*", "", site.page("/gioi-thieu").text)
    assert shown in text
    assert "<script>x" not in text


@pytest.mark.parametrize("query", ["_sort=khong-co", "_size=khong-co"])
def test_a_question_that_makes_no_sense_is_not_called_a_fault_that_was_logged(site: Site, query: str) -> None:
    answer = site.page(f"/archive/announcement?{query}")
    assert answer.status_code == 400
    assert "Lỗi đã được ghi lại" not in answer.text
    assert "phần sau dấu hỏi" in answer.text
