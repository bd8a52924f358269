"""One paper, and the list of them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.conftest import Site
from tests.site.library import Item, Paper, make_archive


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


def test_a_province_that_only_names_a_central_document_is_not_seen_to_carry_it_out_but_not_silent_about_it(
    tmp_path: Path,
) -> None:
    directive = Paper("35-CT/TW", "cites", "2019-05-30", "CT", "TW", printed="35-CT/TW")
    items = [
        Item("Tin có nhắc", "Theo Chỉ thị số 35-CT/TW.", "2020-02-13", "kon-tum", papers=[directive]),
        Item("Tin thứ nhất", "Theo Chỉ thị số 35-CT/TW.", "2020-02-13", "ninh-thuan", papers=[directive]),
        Item("Tin thứ hai", "Theo Chỉ thị số 35-CT/TW.", "2020-02-14", "ninh-thuan", papers=[directive]),
        Item("Tin không nhắc", "Không có gì.", "2020-02-14", "hue-noi-vu"),
    ]
    site = Site(make_archive(tmp_path / "data", items))
    told = {row["province"]: row for row in site.page("/van-ban/1.json").json()["provinces"]}
    assert [told[name]["named"] for name in ("Quảng Ngãi", "Khánh Hòa", "Huế", "Lạng Sơn")] == [1, 2, 0, 0]
    assert {told[name]["state"] for name in ("Quảng Ngãi", "Khánh Hòa", "Huế")} == {"not_seen"}
    table = site.page("/van-ban/1").text.split('class="list fulfilment"')[1].split("</table>")[0]
    naming = told["Quảng Ngãi"]["naming"]
    assert f'Không thấy triển khai; <a href="/tin/{naming}">được nhắc đến trong 1 tin</a>.' in table
    assert 'tinh=Kh%C3%A1nh%20H%C3%B2a">được nhắc đến trong 2 tin</a>.' in table


def test_papers_issued_lately_stand_in_the_order_of_their_own_dates(tmp_path: Path) -> None:
    papers = [
        Paper(f"{number}/KH-SNV", "issues", day, "KH", "SNV", printed=number)
        for number, day in (("139", "2021-02-16"), ("7", None), ("142", "2021-02-17"), ("90", "2020-12-01"))
    ]
    days = ("2021-02-20", "2021-02-19", "2021-02-18", "2021-02-21")
    items = [
        Item(f"Tin {day}", "…", day, "hue-noi-vu", papers=[paper]) for day, paper in zip(days, papers, strict=True)
    ]
    site = Site(make_archive(tmp_path / "data", items))
    for page in site.get("/dia-phuong/hue", "/nguon/hue-noi-vu"):
        assert re.findall(r'/van-ban/\d+"><b>(\d+)/KH-SNV', page.text) == ["142", "139", "90", "7"]


def test_the_list_of_documents_is_limited_to_a_number(site: Site) -> None:
    every = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', site.page("/van-ban").text))
    for query, wanted in (("35-CT/TW", "35-CT/TW"), ("35", "35-"), ("chi thi 35", "35-"), ("không số nào", "(none)")):
        page = site.page(f"/van-ban?q={query}").text
        found = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', page))
        assert found == {number for number in every if number.startswith(wanted)}, query
        assert f'value="{query}"' in page
