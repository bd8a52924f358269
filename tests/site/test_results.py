"""The page of results, and what is taken along of it."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from tests.site.conftest import Site
from tests.site.library import ITEMS
from tests.site.payloads import HOSTILE


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
    answers = site.get(*(f"/tra-cuu{form}?q=khong-he-co&tinh=Huế" for form in ("", ".json", ".atom")))
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


def test_csv_opens_in_excel_and_starts_no_formula(site: Site) -> None:
    answer = site.page("/tra-cuu.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == 1 + len(ITEMS) + len(HOSTILE)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [row for row in rows if any(cell.startswith(("=", "@", "+")) for cell in row)]


def test_csv_has_the_words_of_the_workbook_and_leads_to_what_was_searched(site: Site, english: Site) -> None:
    answer = site.page("/tra-cuu.csv?q=ke+hoach&tinh=Huế")
    (row,) = csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff")))
    assert (row["Loại văn bản"], row["Liên quan đến kế hoạch"]) == ("Kế hoạch", "✓")
    assert row["Văn bản được nêu"] == "107/KH-SNV; 135-KH/TU"
    assert row["Trang ở kho lưu trữ"] == f"http://localhost/tin/{row['Mã']}"
    described = re.fullmatch(r'<(.+)>; rel="describedby"; type="application/json"', answer.headers["link"])
    assert described
    assert "1 nguồn với 3 tin" in site.page(described[1]).json()["coverage"]["text"]
    assert english.page("/tra-cuu.csv?q=ke+hoach").text.startswith("\ufeffTitle,Published,Published on,")
