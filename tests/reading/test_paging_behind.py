"""Further pages that begin behind an entry or a day, and such as carry a check or a span of days in their address."""

from __future__ import annotations

import pytest

from tests.reading.test_paging import HERE, addresses


@pytest.mark.parametrize(
    ("markup", "address", "pages"),
    [
        ('<a href="?nam=2026&amp;sau=20260710">Cũ hơn</a>', HERE, ["/tin-tuc?nam=2026&sau=20260710"]),
        ('<a href="?loai=3&amp;moc=6512">Xem cũ hơn »</a>', HERE, ["/tin-tuc?loai=3&moc=6512"]),
        ('<a href="?den=2026-07-10">‹ Older</a>', HERE, ["/tin-tuc?den=2026-07-10"]),
        ('<a href="?sau=20260710">Xem thêm</a>', HERE, ["/tin-tuc?sau=20260710"]),
        ('<a href="?after=6512">Tải thêm tin</a>', HERE, ["/tin-tuc?after=6512"]),
        ('<a href="?after=2026-07-10">Trang sau</a>', HERE, ["/tin-tuc?after=2026-07-10"]),
        ('<a href="?sau=6480">Cũ hơn</a>', f"{HERE}?sau=6512", ["/tin-tuc?sau=6480"]),
        ('<a href="?max_id=580">Tiếp</a>', f"{HERE}?max_id=600", ["/tin-tuc?max_id=580"]),
        (
            '<b>Trang 1</b><a href="/tin/browse/1.html?cHash=81c0d2">Trang 2</a>'
            '<a href="/tin/browse/2.html?cHash=0fa113">Trang 3</a>'
            '<a href="/tin/browse/1.html?cHash=81c0d2">Tiếp &gt;</a>',
            "https://x.gov.vn/tin.html",
            ["/tin/browse/1.html?cHash=81c0d2", "/tin/browse/2.html?cHash=0fa113"],
        ),
        (
            '<a href="/tin/browse/1.html?cHash=81c0d2">2</a>',
            "https://x.gov.vn/tin.html",
            ["/tin/browse/1.html?cHash=81c0d2"],
        ),
        (
            '<a href="/tin/browse/0.html?cHash=12">1</a><a href="/tin/browse/2.html?cHash=0f">3</a>'
            '<a href="/tin/browse/3.html?cHash=ab">4</a>',
            "https://x.gov.vn/tin/browse/1.html?cHash=81c0d2",
            ["/tin/browse/2.html?cHash=0f", "/tin/browse/3.html?cHash=ab"],
        ),
        (
            '<a href="index.php?id=9&amp;k=1&amp;cHash=9c">2</a><a href="index.php?id=9&amp;k=2&amp;cHash=77">3</a>',
            "https://x.gov.vn/index.php?id=9",
            ["/index.php?id=9&k=1&cHash=9c", "/index.php?id=9&k=2&cHash=77"],
        ),
        (
            '<a href="/ds/a-2-x.html?token=9c">2</a><a href="/ds/a-3-x.html?token=77">3</a>',
            "https://x.gov.vn/ds/a.html",
            ["/ds/a-2-x.html?token=9c", "/ds/a-3-x.html?token=77"],
        ),
    ],
)
def test_a_further_page_begins_behind_an_entry_or_has_a_check(markup: str, address: str, pages: list[str]) -> None:
    assert addresses(markup, address) == pages


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            '<a href="/tin-tuc/khai-giang-lop-k32-6512.html">Cũ hơn</a>', id="the older neighbour of an article"
        ),
        pytest.param('<a href="?sapxep=cu">Cũ hơn</a>', id="an order"),
        pytest.param('<a href="?sort=2">Cũ hơn</a>', id="an order by number"),
        pytest.param('<a href="/thong-bao?moc=6512">Cũ hơn</a>', id="another section"),
        pytest.param('<a href="?tu_khoa=tuyen-sinh-2026">Xem thêm</a>', id="more of a word"),
        pytest.param(
            '<a href="/tin/9.html?cHash=81c0d2">Hội nghị</a><a href="/tin/8.html?cHash=77">Đại hội</a>', id="titles"
        ),
        pytest.param('<a href="/van-ban/browse/5.html?cHash=77">2</a>', id="the number of something else"),
    ],
)
def test_other_addresses_with_a_number_or_a_check_are_no_further_pages(markup: str) -> None:
    assert addresses(markup) == []


@pytest.mark.parametrize(
    ("link", "address", "pages"),
    [
        ("/tin-tuc/p2", HERE, ["/tin-tuc/p2"]),
        ("/tin-tuc-2.html", "https://x.gov.vn/tin-tuc.html", ["/tin-tuc-2.html"]),
        ("/tin-tuc/page/3", f"{HERE}/page/2", ["/tin-tuc/page/3"]),
        ("/tin-tuc?loai=4&amp;page=2", f"{HERE}?loai=4", ["/tin-tuc?loai=4&page=2"]),
        ("/tin-khac/p2", HERE, []),
        ("/tin-khac?page=2", HERE, []),
        ("/muc/tin-khac/page/2", "https://x.gov.vn/muc/tin/page/1", []),
        ("/tin-tuc?loai=5&amp;page=2", f"{HERE}?loai=4", []),
    ],
)
def test_other_entries_are_of_a_further_page_where_its_address_is_that_of_the_list(
    link: str, address: str, pages: list[str]
) -> None:
    assert addresses(f'<a href="{link}">Tin khác</a>', address) == pages


SPAN = "tungay=01/01/2020&denngay=31/12/2020"
REGISTER = "https://x.gov.vn/van-ban.aspx"


@pytest.mark.parametrize(
    ("markup", "address", "pages"),
    [
        (
            f'<a href="?{SPAN}&Page=2">2</a><a href="?{SPAN}&Page=3">3</a><a href="?{SPAN}&Page=9">Cuối »</a>',
            f"{REGISTER}?{SPAN}",
            [f"?{SPAN}&Page={number}" for number in (2, 3, 9)],
        ),
        (f'<a href="?{SPAN}&Page=3">Trang sau</a>', f"{REGISTER}?{SPAN}&Page=2", [f"?{SPAN}&Page=3"]),
        (
            f'<a href="?{SPAN}&k=10">2</a><a href="?{SPAN}&k=20">3</a>',
            f"{REGISTER}?{SPAN}",
            [f"?{SPAN}&k=10", f"?{SPAN}&k=20"],
        ),
        (
            f'<a href="?trang=2&{SPAN}">2</a><a href="?trang=3&{SPAN}">3</a>',
            REGISTER,
            [f"?trang=2&{SPAN}", f"?trang=3&{SPAN}"],
        ),
        (f'<a href="?{SPAN}&p=1">2</a><a href="?{SPAN}&p=1">Tiếp</a>', REGISTER, [f"?{SPAN}&p=1"]),
        ('<a href="?from=2020-01-01&page=2">2</a>', f"{REGISTER}?from=2020-01-01", ["?from=2020-01-01&page=2"]),
        (
            '<a href="?from=01%2F01%2F2020&page=2">2</a>',
            f"{REGISTER}?from=01%2F01%2F2020",
            ["?from=01%2F01%2F2020&page=2"],
        ),
        ('<a href="/2020/05/02/page/2/">2</a>', "https://x.gov.vn/2020/05/02/", ["/2020/05/02/page/2/"]),
    ],
)
def test_the_days_between_which_a_list_is_shown_stand_in_the_addresses_of_its_further_pages(
    markup: str, address: str, pages: list[str]
) -> None:
    path = "" if pages[0].startswith("/") else "/van-ban.aspx"
    assert addresses(markup, address) == [f"{path}{page}" for page in pages]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="?page=1&ngay=02/05/2020">2</a><a href="?page=1&ngay=03/05/2020">3</a>',
        '<a href="?tu=01/05/2020&den=02/05/2020">2</a><a href="?tu=01/05/2020&den=03/05/2020">3</a>',
        '<a href="?tu=01/01/2019&den=31/12/2019">2019</a><a href="?tu=01/01/2018&den=31/12/2018">2018</a>',
        '<a href="?tu=06/04/2020">Tuần sau</a> <a href="?ngay=01/06/2020">Tiếp</a>',
    ],
)
def test_days_and_years_to_choose_from_are_no_further_pages_of_a_list_that_is_shown_between_days(markup: str) -> None:
    assert addresses(markup, f"{REGISTER}?{SPAN}") == addresses(markup, REGISTER) == []
