from __future__ import annotations

import re
from html import unescape

import pytest

from archive.site.places import AFTER, BEFORE, areas, members, place_rows
from archive.vietnamese.places import provinces_on
from tests.site.conftest import Site

THEN = {"Quảng Nam": 3, "Thừa Thiên Huế": 2, "Kon Tum": 1}
NOW = {"Đà Nẵng": 3, "Huế": 2, "Quảng Ngãi": 1}


def test_the_map_has_the_63_of_2024_and_the_34_of_today_each_with_a_shape() -> None:
    then, now = areas(THEN, former=True), areas(NOW, former=False)
    assert (len(then), len(now)) == (63, 34)
    assert all(area.paths and all(path.startswith("M") for path in area.paths) for area in then + now)
    assert sum(len(area.paths) for area in now) == 63


@pytest.mark.parametrize(("name", "count"), [("Quảng Nam", 3), ("Thừa Thiên Huế", 2), ("Kon Tum", 1), ("Đà Nẵng", 0)])
def test_announcements_count_where_they_were_published(name: str, count: int) -> None:
    assert next(area.count for area in areas(THEN, former=True) if area.name == name) == count


def test_hue_is_counted_as_the_province_that_it_was_and_the_city_that_it_is() -> None:
    assert next(area.count for area in areas({"Huế": 5}, former=True) if area.name == "Thừa Thiên Huế") == 5
    assert next(area.count for area in areas({"Huế": 5}, former=False) if area.name == "Huế") == 5


def test_every_former_province_belongs_to_exactly_one_of_today() -> None:
    belonging = [member for province in provinces_on(AFTER) for member in members(province)]
    assert sorted(member.slug for member in belonging) == sorted(member.slug for member in provinces_on(BEFORE))


def test_the_darker_the_more_and_nothing_is_its_own_shade() -> None:
    shades = {area.name: area.shade for area in areas(THEN, former=True)}
    assert shades["Quảng Nam"] > shades["Kon Tum"] > shades["Hà Nội"] == 0


def test_rows_of_places_add_up() -> None:
    rows = place_rows(THEN, NOW)
    assert sum(row.count for row in rows) == 6
    assert sum(count for row in rows for _, count in row.members) == 6


def test_every_place_of_the_list_has_a_page(site: Site) -> None:
    text = site.page("/dia-phuong").text
    links = sorted(set(re.findall(r'href="(/dia-phuong/[a-z/-]+)"', text)))
    assert len(links) == 34 + 63
    for link, answer in zip(links, site.get(*links), strict=True):
        assert answer.status_code == 200, link


def test_a_place_shows_what_was_published_when_and_the_undated_beside(site: Site) -> None:
    text = unescape(site.page("/dia-phuong/hue").text)
    assert "/tra-cuu?tinh=Hu%E1%BA%BF&thang=2020-02" in text
    assert "Không rõ ngày đăng: 1 tin" in text
    former = unescape(site.page("/dia-phuong/cu/thua-thien-hue").text)
    assert "/tra-cuu?tinh-cu=Th%E1%BB%ABa%20Thi%C3%AAn%20Hu%E1%BA%BF&thang=2020-02" in former
    assert "Nay thuộc" in former


def test_a_place_that_was_not_reached_does_not_look_like_one_without_plans(site: Site) -> None:
    assert "điều đó không có nghĩa là không có tin" in site.page("/dia-phuong/son-la").text


def test_the_map_switches_between_then_and_now(site: Site) -> None:
    now, then = site.get("/dia-phuong", "/dia-phuong?ban-do=cu")
    assert now.text.count("<path") == 34 + 2
    assert then.text.count("<path") == 63 + 2


@pytest.mark.parametrize("path", ["/dia-phuong/ha-tay", "/dia-phuong/quang-nam", "/dia-phuong/cu/khong-co"])
def test_what_is_no_province_of_that_time_does_not_exist(site: Site, path: str) -> None:
    assert site.page(path).status_code == 404


def test_places_are_listed_in_the_order_of_the_vietnamese_alphabet() -> None:
    rows = place_rows({}, {})
    names = [row.province.name for row in rows]
    assert names[:6] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng"]
    assert [[member.name for member, _ in row.members] for row in rows if row.province.name == "Hồ Chí Minh"] == [
        ["Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"]
    ]
