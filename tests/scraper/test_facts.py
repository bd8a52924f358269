"""Portal facts: the packaged ones are right, wrong ones are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.vietnamese.places import find_province
from scraper.facts import (
    Portal,
    PortalFactsError,
    UnknownPortalError,
    choose,
    load_demo_portals,
    load_portals,
    read_portal_file,
)
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
def test_a_closed_portal_says_when_and_where_it_went(portal: Portal) -> None:
    if portal.state in ("closed", "moved"):
        assert portal.last is not None
        assert portal.successor is not None


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
        (('state = "active"', 'state = "active"\ndelay = "1"'), "'delay' must be float"),
        (('state = "active"', 'state = "active"\ndelay = -1'), "'delay' must be 0"),
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


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    with pytest.raises(PortalFactsError, match="described twice"):
        load_portals([tmp_path])


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownPortalError, match="Did you mean 'quang-ninh-bao'"):
        choose(PORTALS, ["quang-ninh-boa"])
