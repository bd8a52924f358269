from __future__ import annotations

from html import unescape

import pytest

from tests.site.conftest import Site


def test_a_page_of_results_beyond_the_last_leads_to_the_last_and_does_not_say_that_nothing_was_found(
    site: Site,
) -> None:
    text = unescape(site.page("/tra-cuu?trang=999").text)
    assert "Không tìm thấy" not in text
    assert 'Không có trang kết quả này; trang cuối là <a href="/tra-cuu?trang=5">Trang 5</a>' in text
    assert "Không tìm thấy" in site.page("/tra-cuu?q=khonghecotunay&trang=9").text


@pytest.mark.parametrize("path", ["/van-ban?trang=999", "/van-ban?loai=GGT"])
def test_a_list_of_documents_without_any_says_so(site: Site, path: str) -> None:
    answer = site.page(path)
    assert answer.status_code == 200 and "Ở đây không có gì." in answer.text


def test_each_page_of_results_shows_other_hits_and_all_are_reached(site: Site) -> None:
    pages = [site.page(f"/tra-cuu?trang={number}").text for number in range(1, 6)]
    links = [part.split('"')[0] for text in pages for part in text.split('<h2 class="hit-title"><a href="')[1:]]
    assert len(links) == len(set(links)) == site.page("/tra-cuu.json").json()["count"]
    assert 'rel="next"' not in pages[-1] and 'rel="prev"' not in pages[0]
