"""One paper, and the list of them."""

from __future__ import annotations

import re

from tests.site.conftest import Site


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


def test_the_list_of_documents_is_limited_to_a_number(site: Site) -> None:
    every = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', site.page("/van-ban").text))
    for query, wanted in (("35-CT/TW", "35-CT/TW"), ("35", "35-"), ("chi thi 35", "35-"), ("không số nào", "(none)")):
        page = site.page(f"/van-ban?q={query}").text
        found = set(re.findall(r'href="/van-ban/\d+">([^<]+)<', page))
        assert found == {number for number in every if number.startswith(wanted)}, query
        assert f'value="{query}"' in page
