"""Portal facts: the packaged ones are right, wrong ones are named."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archive.vietnamese.places import find_province, provinces_on
from scraper.facts import (
    PACKAGED,
    Portal,
    PortalFactsError,
    UnknownPortalError,
    choose,
    load_demo_portals,
    load_portals,
    read_portal_file,
)
from scraper.options import named_portals
from scraper.origins import belongs
from scraper.platforms import PLATFORMS

GOOD = """
[an-giang]
title = "Cổng thông tin điện tử tỉnh An Giang"
province = "An Giang"
agency = "UBND tỉnh An Giang"
system = "peoples_committee"
level = "province"
platform = "sharepoint"
start = ["https://angiang.gov.vn/"]
state = "active"
evidence = "An article of 2020 comes from that host."
"""
PORTALS = load_portals()


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_a_packaged_portal_names_a_real_province_and_a_platform_that_we_read(portal: Portal) -> None:
    assert find_province(portal.province, on=portal.last) is not None
    assert portal.platform in {platform.NAME for platform in PLATFORMS} | {"labelled"}
    assert not portal.demo


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_a_packaged_portal_says_where_its_address_is_known_from(portal: Portal) -> None:
    assert len(portal.evidence.split()) >= 5
    assert portal.evidence.endswith(".")
    assert portal.tried is None, "no portal of the package was tried live"


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_addresses_are_well_formed_and_belong_to_the_portal(portal: Portal) -> None:
    for address in (*portal.start, *filter(None, [portal.sample, portal.successor])):
        parts = urlsplit(address)
        assert parts.path, f"{address} has no path"
        assert " " not in address
        assert not parts.fragment
    if portal.sample:
        assert belongs(urlsplit(portal.sample).hostname or "", portal.family)
    if portal.successor:
        assert urlsplit(portal.successor).hostname not in portal.family


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_a_closed_or_moved_portal_says_where_it_went_and_a_closed_one_when(portal: Portal) -> None:
    if portal.state in ("closed", "moved"):
        assert portal.successor is not None
    if portal.state == "closed":
        assert portal.last is not None


@pytest.mark.parametrize("portal", [portal for portal in PORTALS.values() if portal.system == "press"])
def test_of_newspapers_and_broadcasters_only_an_excerpt_is_published(portal: Portal) -> None:
    assert portal.publish == "excerpt"


@pytest.mark.parametrize("file", sorted(PACKAGED.glob("*.toml")), ids=lambda file: file.stem)
def test_a_file_holds_one_province_and_bears_its_name_as_its_portals_do(file: Path) -> None:
    portals = read_portal_file(file)
    assert [portal.name for portal in portals] == sorted(portal.name for portal in portals)
    for portal in portals:
        province = find_province(portal.province, on=portal.last)
        assert province is not None
        assert province.slug == file.stem
        assert province.name == portal.province
        assert portal.name.startswith(f"{file.stem}-")


def test_no_host_is_described_twice() -> None:
    hosts = Counter(host.removeprefix("www.") for portal in PORTALS.values() for host in portal.family)
    assert [host for host, count in hosts.items() if count > 1] == []


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 1)], ids=str)
def test_every_province_of_each_time_has_its_own_portal(day: date) -> None:
    """The 63 before Huế became a city, the 63 before the mergers of 2025, the 34 after them."""
    slugs = {province.slug for province in provinces_on(day)}
    assert slugs <= {name.removesuffix("-cong-thong-tin") for name in PORTALS if name.endswith("-cong-thong-tin")}


def test_the_five_portals_of_the_seeds_are_there() -> None:
    hosts = {portal.host for portal in PORTALS.values()}
    assert {"quangnam.dcs.vn", "snv.thuathienhue.gov.vn", "baoquangninh.vn", "ninhthuan.gov.vn"} <= hosts
    assert [name for name, portal in PORTALS.items() if portal.host_is_guess and portal.province == "Kon Tum"]


def test_demo_portals_have_names_and_addresses_of_their_own() -> None:
    demo = load_demo_portals()
    assert sorted(demo) == ["demo-hue", "demo-kon-tum", "demo-ninh-thuan", "demo-quang-nam", "demo-quang-ninh"]
    assert all(portal.demo and portal.host.startswith("127.0.0.") for portal in demo.values())
    assert len({portal.host for portal in demo.values()}) == len(demo)


def test_demo_portals_can_play_on_another_port() -> None:
    assert load_demo_portals(9000)["demo-hue"].start[0].startswith("http://127.0.0.3:9000/")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("title =", "titel ="), "'titel'.* Did you mean 'title'"),
        (('evidence = "An article of 2020 comes from that host."', ""), "'evidence' is missing"),
        (('system = "peoples_committee"', 'system = "ubnd"'), "'system' must be one of party"),
        (('state = "active"', 'state = "asleep"'), "'state' must be one of"),
        (("https://angiang.gov.vn/", "angiang.gov.vn"), "no http or https address"),
        (("https://angiang.gov.vn/", "file:///etc/passwd"), "no http or https address"),
        (('state = "active"', 'state = "active"\nsample = "angiang.gov.vn/tin-1"'), "no http or https address"),
        (('state = "active"', 'state = "active"\ndelay = "1"'), "'delay' must be float"),
        (('state = "active"', 'state = "active"\ndelay = -1'), "'delay' must be 0"),
        (('state = "active"', 'state = "active"\ndelay = 0.5'), "0.5 seconds are too short .* angiang.gov.vn"),
        (('state = "active"', 'state = "active"\ndemo = 1'), "'demo' must be bool"),
        (("[an-giang]", "[An Giang]"), "no readable TOML"),
        (("[an-giang]", "['An Giang']"), "small letters"),
        (("[an-giang]", "[an-giang"), "no readable TOML"),
    ],
)
def test_a_wrong_fact_is_named(tmp_path: Path, change: tuple[str, str], sentence: str) -> None:
    file = tmp_path / "an-giang.toml"
    file.write_text(GOOD.replace(*change), "utf-8")
    with pytest.raises(PortalFactsError, match=sentence):
        read_portal_file(file)


def test_only_what_is_played_on_this_machine_is_asked_faster(tmp_path: Path) -> None:
    file = tmp_path / "an-giang.toml"
    file.write_text(GOOD.replace("https://angiang.gov.vn/", "http://127.0.0.2:8610/") + "delay = 0.05\n", "utf-8")
    assert [portal.delay for portal in read_portal_file(file)] == [0.05]


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    with pytest.raises(PortalFactsError, match="described twice"):
        load_portals([tmp_path])


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownPortalError, match="Did you mean 'quang-ninh-bao'"):
        choose(PORTALS, ["quang-ninh-boa"])


def test_an_unknown_name_is_told_where_facts_of_ones_own_are_named() -> None:
    for name in ("quang-ninh-boa", "khong-co-gi-gan"):
        with pytest.raises(UnknownPortalError, match=r"--portals DIR or in KEHOACH_PORTALS\.$"):
            choose(PORTALS, [name])


def test_of_named_portals_only_their_own_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "an-giang.toml").write_text(GOOD, "utf-8")
    (tmp_path / "bac-giang.toml").write_text(GOOD.replace("an-giang", "bac-giang").replace("title", "titel"), "utf-8")
    assert [portal.name for portal in named_portals((tmp_path,), ["an-giang", "demo-hue"])] == ["an-giang", "demo-hue"]
    with pytest.raises(PortalFactsError, match=r"bac-giang\.toml.*'titel'"):
        named_portals((tmp_path,), ["bac-giang"])
    with pytest.raises(UnknownPortalError, match="Did you mean 'quang-ninh-bao'"):
        named_portals((), ["quang-ninh-boa"])


@pytest.mark.parametrize(("system", "published"), [("press", "excerpt"), ("party", "full")])
def test_a_newspaper_is_published_in_excerpts_unless_its_facts_say_otherwise(
    tmp_path: Path, system: str, published: str
) -> None:
    file = tmp_path / "mot.toml"
    table = GOOD.replace('system = "peoples_committee"', f'system = "{system}"')
    file.write_text(table, "utf-8")
    assert read_portal_file(file)[0].publish == published
    file.write_text(f'{table}\npublish = "full"\n', "utf-8")
    assert read_portal_file(file)[0].publish == "full"
