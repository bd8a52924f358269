"""The articles of the seeds, and the oddities of each platform."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from unicodedata import normalize

import pytest

from scraper.demo import Article, DemoServer, DemoSite
from scraper.demo.content import PORTALS, articles
from scraper.demo.content.drawing import articles as draw
from scraper.demo.markup import DEMO_MARK
from tests.demo.browser import Page, fetch, postback

SEEDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "demo-quang-nam": (
        "Đẩy mạnh thông tin, tuyên truyền Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ XXII, nhiệm kỳ 2020-2025",
        (
            "Ngày đăng: 10:06 | 16/09/2020",
            "Lượt xem: 85",
            "Ngày 16/9/2020, UBND tỉnh ban hành Kế hoạch số 5408/KH-UBND",
            "Tác giả: Phòng TT-LSĐ",
            "[Trở về]",
            "Bạn đánh giá như thế nào về cổng thông tin này?",
        ),
    ),
    "demo-hue": (
        "Kế hoạch tuyên truyền đại hội đảng bộ các cấp, Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, Đại hội đại biểu "
        "toàn quốc lần thứ XIII của Đảng.",
        (
            "Ngày cập nhật 10/02/2020",
            "Thực hiện Kế hoạch số 135-KH/TU ngày 31 tháng 12 năm 2019 của Ban Thường vụ Tỉnh ủy",
            "Công văn số 375/UBND-NV ngày 15 tháng 01 năm 2020 của Ủy ban nhân dân tỉnh",
            "Sở Nội vụ đã xây dựng Kế hoạch số 107/KH-SNV ngày 05/02/2020",
            "Hữu Trí HữuTrí Các tin khác",
        ),
    ),
    "demo-quang-ninh": (
        "Đầm Hà đảm bảo công tác tuyên truyền xuyên suốt",
        (
            "Thứ Bảy, 02/11/2024 06:25 (GMT +7)",
            "Thứ 7, 28/03/2020 | 18:57:43 [GMT +7] A A",
            "hệ thống loa truyền thanh của xã. |",
            "đã ban hành kế hoạch",
            "Hữu Việt [links()]",
            "Ý kiến ()",
        ),
    ),
    "demo-kon-tum": (
        "Kế hoạch tuyên truyền Đại hội đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        (
            "Article Ban Quản lý Khu kinh tế tỉnh Kon Tum ban hành kế hoạch số 17/KH-BQLKKT",
            "Kế hoạch số 189/KH-UBND, ngày 20/01/2020 của UBND tỉnh về việc triển khai thực hiện "
            "Kế hoạch số 116-KH/TU, ngày 26/11/2019 của Ban Thường vụ Tỉnh ủy",
            "Xem nội dung chi tiết kế hoạch tại đây BBT trang thông tin điện tử",
            "[1] Chỉ thị số 35-CT/TW, ngày 30-5-2019 của Bộ Chính trị",
            "Kế hoạch số 100-KH/TU, ngày 03-7-2019 của Tỉnh ủy",
            "Văn bản số 136/STTTT-TTBCXB, ngày 04/02/2020 của Sở Thông tin và Truyền thông",
        ),
    ),
    "demo-ninh-thuan": (
        "Thông tin tuyên truyền về công tác xây dựng Đảng, xây dựng hệ thống chính trị năm 2021 trên địa bàn tỉnh "
        "Ninh Thuận",
        ("19/04/2021", "ngày 14/4/2021 Tỉnh ủy ban hành Kế hoạch", "Đính kèm: Kế hoạch số 30-KH/TU BTL"),
    ),
}


def seed_of(site: DemoSite) -> Article:
    (seed,) = (article for article in site.articles() if article.title == SEEDS[site.name][0])
    return seed


def words(page: Page) -> str:
    for noise in page.tree.xpath("//script | //style"):
        noise.drop_tree()
    tree = page.tree
    text = " ".join(" ".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")).split())
    return normalize("NFC", text)


@pytest.mark.parametrize("name", PORTALS)
def test_the_article_of_the_seed_prints_its_facts(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    page = fetch(site.address(seed_of(site)))
    text = words(page)
    assert page.status == 200
    for fact in SEEDS[name][1]:
        assert fact in text


def test_the_kon_tum_article_prints_no_date_of_its_own_and_its_listing_does(server: DemoServer) -> None:
    site = server.sites["demo-kon-tum"]
    seed = seed_of(site)
    page = fetch(site.address(seed))
    assert f"{seed.published:%d/%m/%Y}" not in page.text
    assert page.text.count(f">{seed.title}<") == 3
    (link,) = page.links("//a[normalize-space()='tại đây']/@href")
    assert "/documents/" in link
    assert fetch(link).body.startswith(b"%PDF-")


@pytest.mark.parametrize("name", PORTALS)
def test_every_page_is_marked_as_a_demo_and_weighs_what_real_ones_weigh(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    addresses = [site.address(article) for article in site.articles()[::9]]
    for page in [fetch(f"http://{site.origin}/nowhere.html"), *map(fetch, addresses)]:
        assert DEMO_MARK in page.text
        assert 25_000 < len(page.body) < 65_000


@pytest.mark.parametrize("name", PORTALS)
def test_a_missing_article_answers_404_in_the_portals_own_skin(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    gone = site.delete(site.articles()[5].key)
    page = fetch(site.address(gone))
    assert page.status == 404
    assert "Bài viết không tồn tại" in page.text
    site.add(gone)
    assert fetch(site.address(gone)).status == 200


@pytest.mark.parametrize("name", PORTALS)
def test_no_page_names_a_real_portal(untouched_server: DemoServer, name: str) -> None:
    site = untouched_server.sites[name]
    for article in site.articles()[::7]:
        text = fetch(site.address(article)).text
        assert ".gov.vn" not in text
        assert "dcs.vn" not in text
        assert "baoquangninh" not in text


def test_listings_of_sharepoint_and_addresses_hold_decomposed_letters(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-ninh-thuan"]
    seed = seed_of(site)
    assert "truye%CC%82%CC%80n" in site.address(seed)
    composed = site.address(seed).replace("truye%CC%82%CC%80n", "truy%E1%BB%81n")
    assert fetch(composed).status == 200
    texts = [fetch(site.address(article)).text for article in site.articles()[:6]]
    decomposed = [text != normalize("NFC", text) for text in texts]
    assert any(decomposed)


def test_sharepoint_pages_come_compressed_to_who_can_read_that(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-ninh-thuan"]
    plain = fetch(site.address(seed_of(site)))
    packed = fetch(site.address(seed_of(site)), Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("__VIEWSTATE", "/wEPDwUKMTIzNDU2Nzg5MGRk", "Validation of viewstate MAC failed."),
        ("__VIEWSTATE", "", "Validation of viewstate MAC failed."),
        ("__EVENTVALIDATION", "", "Invalid postback or callback argument."),
        ("__EVENTARGUMENT", "Page$8000", "Invalid postback or callback argument."),
    ],
)
def test_a_postback_that_the_page_did_not_offer_is_an_aspnet_error(
    untouched_server: DemoServer, field: str, value: str, message: str
) -> None:
    site = untouched_server.sites["demo-quang-nam"]
    listing = fetch(f"http://{site.origin}/Default.aspx?tabid=107&Group=46")
    fields = {str(one.get("name")): one.get("value") or "" for one in listing.tree.xpath("//input[@type='hidden']")}
    fields |= {"__EVENTTARGET": "dnn$ctr568$ViewTinTuc$gvTin", "__EVENTARGUMENT": "Page$2", field: value}
    page = fetch(listing.url, fields)
    assert page.status == 500
    assert message in page.text


def test_a_view_state_serves_only_the_listing_that_it_came_from(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-quang-nam"]
    listing = fetch(f"http://{site.origin}/Default.aspx?tabid=107&Group=46")
    elsewhere = Page(listing.url.replace("Group=46", "Group=41"), 200, {}, listing.body)
    assert postback(listing, "dnn$ctr568$ViewTinTuc$gvTin", "Page$2").status == 200
    assert postback(elsewhere, "dnn$ctr568$ViewTinTuc$gvTin", "Page$2").status == 500


def test_view_counters_go_up_with_each_view(server: DemoServer) -> None:
    site = server.sites["demo-quang-nam"]
    address = site.address(seed_of(site))
    assert [f"Lượt xem: {count}" in words(fetch(address)) for count in (85, 86, 87)] == [True, True, True]


@pytest.mark.parametrize("name", PORTALS)
def test_the_same_articles_are_drawn_every_time(name: str) -> None:
    first = articles(name)
    draw.cache_clear()
    assert draw(name) == first


@pytest.mark.parametrize("name", PORTALS)
def test_two_servers_send_the_same_pages_apart_from_port_and_counters(
    server: DemoServer, untouched_server: DemoServer, name: str
) -> None:
    one, other = server.sites[name], untouched_server.sites[name]
    for article in one.articles()[::17]:
        first, second = fetch(one.address(article)).text, fetch(other.address(article)).text
        assert len(first) - len(second) in range(-8, 9)
        assert first.split("</title>")[0] == second.split("</title>")[0]


@pytest.mark.parametrize("name", PORTALS)
def test_no_slot_or_choice_of_the_grammar_is_left_in_an_article(name: str) -> None:
    for article in articles(name):
        cells = [cell for block in article.blocks if not isinstance(block, str) for row in block for cell in row]
        texts = [block for block in article.blocks if isinstance(block, str)]
        for text in [article.title, article.lead or "", *texts, *cells]:
            assert not set("{}|@") & set(text)
            assert "  " not in text
            assert not text.endswith(" ")


@pytest.mark.parametrize("name", PORTALS)
def test_articles_are_composed_text_that_names_papers(name: str) -> None:
    bodies = [" ".join(block for block in article.blocks if isinstance(block, str)) for article in articles(name)]
    assert all(body == normalize("NFC", body) for body in bodies)
    leads = [article.lead or "" for article in articles(name)]
    naming = [body for body, lead in zip(bodies, leads, strict=True) if " số " in lead + body]
    assert len(naming) > len(bodies) / 2
