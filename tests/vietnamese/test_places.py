"""Provinces by name and day, what they became, and where a text names them."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.places import (
    bearer_today,
    find_places,
    find_province,
    place_in,
    province_now,
    province_of_host,
    provinces,
    provinces_on,
)
from archive.vietnamese.spelling import fold, normalise

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "provinces.tsv"
LAST_OF_63, FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)


def corpus_rows(kind: str) -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["row_kind"] == kind]


needs_corpus = pytest.mark.skipif(not CORPUS.is_file(), reason="the table of provinces in ../shared is not here")


@pytest.mark.parametrize(
    ("day", "count"),
    [
        *[("2008-08-01", 63), ("2020-05-05", 63), ("2024-12-31", 63), ("2025-01-01", 63), ("2025-06-30", 63)],
        *[("2025-07-01", 34), ("2026-11-22", 34)],
    ],
)
def test_there_are_63_provinces_until_june_2025_and_34_after(day: str, count: int) -> None:
    found = provinces_on(date.fromisoformat(day))
    assert len(found) == len({province.slug for province in found}) == len({p.code for p in found}) == count


@needs_corpus
def test_the_63_are_those_of_the_survey() -> None:
    for row in corpus_rows("old"):
        province = find_province(row["name"], on=LAST_OF_63 if row["name"] != "Thừa Thiên Huế" else date(2024, 12, 31))
        assert province is not None
        assert (province.code, province.name) == (row["code"], row["name"])
        assert province.full_name.lower() == row["full_name"].lower()
        now = province_now(province)
        assert (now.code, now.name) == (row["new_code"], row["new_name"])
        host = row["portal_host_before_2025-07-01"]
        assert province_of_host(f"sonoivu.{host}", on=date(2020, 1, 1)) == province


@needs_corpus
def test_the_34_are_those_of_the_survey_with_their_members() -> None:
    rows = corpus_rows("new")
    assert len(rows) == len(provinces_on(FIRST_OF_34))
    for row in rows:
        province = find_province(row["name"], on=FIRST_OF_34)
        assert province is not None
        assert (province.code, province.full_name.lower()) == (row["code"], row["full_name"].lower())
        members = {member.name for member in provinces_on(LAST_OF_63) if province_now(member) == province}
        assert members == set(row["members_of_new_unit (old names)"].replace("Thừa Thiên Huế", "Huế").split("; "))


def test_every_province_that_ended_has_a_successor_from_the_next_day() -> None:
    for province in provinces():
        now = province_now(province)
        assert now.existed(date(2026, 11, 22))
        if province.valid_to:
            heirs = [p for p in provinces() if p.slug == province.successor]
            assert any(p.existed(province.valid_to + timedelta(days=1)) for p in heirs)
        else:
            assert province.successor is None
            assert now == province


def test_slugs_are_the_folded_names() -> None:
    for province in provinces():
        assert province.slug == "-".join(fold(province.name).replace(" - ", " ").split())
        assert normalise(province.name) == province.name


@pytest.mark.parametrize(
    ("name", "on", "full_name", "now"),
    [
        ("Kon Tum", "2020-03-01", "tỉnh Kon Tum", "Quảng Ngãi"),
        ("tỉnh Kontum", "2020-03-01", "tỉnh Kon Tum", "Quảng Ngãi"),
        ("Kon Tum", "2026-01-01", "tỉnh Kon Tum", "Quảng Ngãi"),  # of old, but nothing else bears the name
        ("Quảng Nam", None, "tỉnh Quảng Nam", "Đà Nẵng"),
        ("QUẢNG NINH", "2020-03-28", "tỉnh Quảng Ninh", "Quảng Ninh"),
        ("quang ninh", None, "tỉnh Quảng Ninh", "Quảng Ninh"),
        ("Thừa Thiên Huế", "2020-02-10", "tỉnh Thừa Thiên Huế", "Huế"),
        ("Thừa Thiên - Huế", None, "tỉnh Thừa Thiên Huế", "Huế"),
        ("TT-Huế", "2019-01-01", "tỉnh Thừa Thiên Huế", "Huế"),
        ("Huế", "2024-12-31", "tỉnh Thừa Thiên Huế", "Huế"),
        ("Huế", "2025-01-01", "thành phố Huế", "Huế"),
        ("thành phố Huế", None, "thành phố Huế", "Huế"),
        ("Ninh Thuận", "2021-04-19", "tỉnh Ninh Thuận", "Khánh Hòa"),
        ("Khánh Hoà", "2021-04-19", "tỉnh Khánh Hòa", "Khánh Hòa"),
        ("TP.HCM", None, "thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("TPHCM", "2015-01-01", "thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Tp. Hồ Chí Minh", None, "thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("BR-VT", None, "tỉnh Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
        ("Bà Rịa–Vũng Tàu", None, "tỉnh Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
        ("Đăk Lăk", "2020-01-01", "tỉnh Đắk Lắk", "Đắk Lắk"),
        ("Dak Lak", None, "tỉnh Đắk Lắk", "Đắk Lắk"),
        ("Đắc Nông", None, "tỉnh Đắk Nông", "Lâm Đồng"),
        ("Bắc Cạn", None, "tỉnh Bắc Kạn", "Thái Nguyên"),
        ("Hà Tây", "2007-05-01", "tỉnh Hà Tây", "Hà Nội"),
        ("Hà Tây", "2020-05-01", "tỉnh Hà Tây", "Hà Nội"),
        ("T. Hải Dương", None, "tỉnh Hải Dương", "Hải Phòng"),
    ],
)
def test_a_name_means_the_province_of_its_day(name: str, on: str | None, full_name: str, now: str) -> None:
    province = find_province(name, on=date.fromisoformat(on) if on else None)
    assert province is not None
    assert province.full_name == full_name
    assert province_now(province).name == now


def test_a_merged_province_of_the_same_name_is_another_one() -> None:
    before, after = find_province("Quảng Ngãi", on=LAST_OF_63), find_province("Quảng Ngãi", on=FIRST_OF_34)
    assert before is not None
    assert after is not None
    assert before != after
    assert province_now(before) == after
    assert [old.name for old in provinces_on(LAST_OF_63) if province_now(old) == after] == ["Quảng Ngãi", "Kon Tum"]


def test_a_province_that_was_only_renamed_is_the_one_of_today_and_one_that_joined_another_is_none() -> None:
    names = {province.name: bearer_today(province.name) for province in provinces()}
    assert {name for name, found in names.items() if found and found.name != name} == {"Thừa Thiên Huế"}
    assert len({found.name for found in names.values() if found}) == 34
    assert bearer_today("tt hue") is bearer_today("Huế")
    assert bearer_today("Narnia") is None


@pytest.mark.parametrize("name", ["", " ", "tỉnh", "Đầm Hà", "Cần", "Hà", "UBND tỉnh Quảng Nam", "12", "tp"])
def test_what_is_no_province_is_none(name: str) -> None:
    assert find_province(name) is None


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("snv.thuathienhue.gov.vn", "Thừa Thiên Huế"),
        ("quan8.hochiminhcity.gov.vn", "Hồ Chí Minh"),
        ("WWW.QUANGNAM.DCS.VN.", "Quảng Nam"),
        ("condao.baria-vungtau.gov.vn", "Bà Rịa - Vũng Tàu"),
        ("baoquangnam.vn", None),
        ("moj.gov.vn", None),
        ("quangnam.gov.vn.example.com", None),
        ("notquangnam.gov.vn", None),
        ("", None),
    ],
)
def test_a_host_of_the_state_tells_its_province(host: str, name: str | None) -> None:
    province = province_of_host(host, on=date(2020, 1, 1))
    assert (province.name if province else None) == name


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        ("UBND tỉnh Quảng Nam làm việc với thành phố Đà Nẵng", ["Quảng Nam", "Đà Nẵng"], "Quảng Nam"),
        ("Báo Quảng Ninh; TỈNH QUẢNG NINH", ["Quảng Ninh", "QUẢNG NINH"], "Quảng Ninh"),
        ("Từ Hà Nội, đoàn về tỉnh Thừa Thiên - Huế", ["Hà Nội", "Thừa Thiên - Huế"], "Thừa Thiên Huế"),
        ("Ban Quản lý Khu kinh tế tỉnh Kon Tum", ["Kon Tum"], "Kon Tum"),
        ("Tỉnh ủy Hoà Bình và Thanh Hoá", ["Hoà Bình", "Thanh Hoá"], "Hòa Bình"),
        ("giữ gìn hòa bình ở Thái Bình Dương, Chiến thắng Điện Biên Phủ", [], None),
        ("học tập tư tưởng Hồ Chí Minh", [], None),
        ("TP. Hồ Chí Minh, TP.HCM, TPHCM, TP Hồ Chí Minh", ["Hồ Chí Minh", "HCM", "HCM", "Hồ Chí Minh"], "Hồ Chí Minh"),
        ("huyện Hòa Bình, xã Hà Nam, đường Quảng Trị, phường Thái Nguyên", [], None),
        ("ông Nguyễn Thái Bình, bà Trần Thị Hải Dương", [], None),
        ("BR-VT, Bà Rịa-Vũng Tàu và Đăk Lăk", ["BR-VT", "Bà Rịa-Vũng Tàu", "Đăk Lăk"], "Bà Rịa - Vũng Tàu"),
        ("các tỉnh: An Giang, Cà Mau", ["An Giang", "Cà Mau"], "An Giang"),
        ("Không có địa danh nào", [], None),
        ("", [], None),
    ],
)
def test_places_are_found_in_texts(text: str, printed: list[str], place: str | None) -> None:
    mentions = find_places(text, on=date(2020, 1, 1))
    assert [mention.printed for mention in mentions] == printed
    assert all(text[mention.start : mention.end] == mention.printed for mention in mentions)
    found = place_in(text, on=date(2020, 1, 1))
    assert (found.name if found else None) == place


@given(st.text(), st.dates())
def test_any_text_and_day_are_read_without_error(text: str, on: date) -> None:
    find_province(text, on=on)
    province_of_host(text)
    assert all(text[m.start : m.end] == m.printed for m in find_places(text, on=on))
