"""Links below a list that are relative to the wrong directory, and others that end as its entries do and are none."""

from __future__ import annotations

import pytest

from tests.reading.listed import ITEMS, listed

ROW = "<li><a href='{address}'>{title}</a> <i>({day})</i></li>"
HEADS = ("Tin đã đưa", "Các tin khác")


def _rows(address: str, suffix: str = "") -> str:
    return "".join(
        ROW.format(address=address.format(slug), title=title + suffix, day=day) for slug, title, day in ITEMS
    )


def _paths(main: str, below: str, address: str, head: str = "Tin đã đưa") -> list[str]:
    page = f"<div><h2>Thông báo</h2><ul>{main}</ul><div><b>{head}</b><ul>{below}</ul></div></div>"
    markup = f"<html><head><title>Thông báo</title></head><body>{page}</body></html>"
    return [entry.url.removeprefix("https://x.gov.vn") for entry in listed(markup, f"https://x.gov.vn{address}")]


SLUGS = [slug for slug, _, _ in ITEMS]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("address", ["/tin-tuc/thong-bao/", "/thong-bao/", "/tin-tuc/thong-bao/?p=1"])
def test_a_repeated_title_below_the_directory_of_the_page_is_that_of_the_list(address: str, head: str) -> None:
    assert _paths(_rows("/{}"), _rows("{}"), address, head) == [f"/{slug}" for slug in SLUGS]


@pytest.mark.parametrize("number", ["page/2", "trang/3", "page-4"])
def test_what_stands_below_the_number_of_a_page_is_no_entry_beside_others(number: str) -> None:
    address = f"/tin-tuc/{number}/"
    assert _paths(_rows("/{}"), _rows("moi-{}", " (mới)"), address) == [f"/{slug}" for slug in SLUGS]
    alone = [f"/tin-tuc/{number}/{slug}" for slug in SLUGS]
    assert _paths(_rows("{}"), "", address) == alone


@pytest.mark.parametrize(
    ("first", "second", "address"),
    [
        ("/2021/05/{}", "/2021/06/{}", "/2021/06/"),
        ("/tin/{}", "/thong-bao/{}", "/thong-bao/"),
        ("/{}", "/thong-bao/{}", "/tin-tuc/"),
        ("/{}", "/tin-tuc/moi/{}", "/tin-tuc/"),
    ],
)
def test_like_titles_elsewhere_are_announcements_of_their_own(first: str, second: str, address: str) -> None:
    wanted = [form.format(slug) for form in (first, second) for slug in SLUGS]
    assert _paths(_rows(first), _rows(second), address) == wanted


def test_another_title_below_the_directory_of_the_page_is_an_announcement() -> None:
    wanted = [f"/{slug}" for slug in SLUGS] + [f"/tin-tuc/{slug}" for slug in SLUGS]
    assert _paths(_rows("/{}"), _rows("{}", " năm sau"), "/tin-tuc/") == wanted


@pytest.mark.parametrize("address", ["/tin-tuc", "/page/4", "/tin-tuc/page/5"])
def test_announcements_below_another_number_than_that_of_the_page_are_entries(address: str) -> None:
    wanted = [form.format(slug) for form in ("/tin/{}", "/page/5/{}") for slug in SLUGS]
    assert _paths(_rows("/tin/{}"), _rows("/page/5/{}", " năm sau"), address) == wanted


OLDER = (
    ("mat-the-dang-ky-xe-may-dien-809", "Thông báo mất thẻ đăng ký xe máy điện", "26/02/2021"),
    ("lich-truc-tet-cua-cong-an-808", "Lịch trực Tết của công an huyện và các xã", "27/02/2021"),
)


@pytest.mark.parametrize(
    ("head", "days", "goes_on"),
    [
        ("TIN ĐÃ ĐƯA", ("27/02/2021", "26/02/2021"), True),
        ("Các tin khác", ("27/02/2021 07:00", "26/02/2021"), False),
        ("Các tin khác", ("05/03/2021", "26/02/2021"), False),
        ("TIN ĐÃ ĐƯA", ("26/02/2021", ""), False),
        ("Thông báo mới", ("27/02/2021", "26/02/2021"), False),
    ],
)
def test_older_ones_that_go_on_with_a_page_of_a_list_are_entries_however_their_addresses_are_written(
    head: str, days: tuple[str, str], goes_on: bool
) -> None:
    below = "".join(
        ROW.format(address=slug, title=title, day=day) for (slug, title, _), day in zip(OLDER, days, strict=True)
    )
    found = _paths(_rows("/{}"), below, "/thong-bao/page/3/", head)
    wanted = [f"/{slug}" for slug in SLUGS]
    assert found == wanted + ([f"/thong-bao/page/3/{slug}" for slug, _, _ in OLDER] if goes_on else [])
