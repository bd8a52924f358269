"""Facts proposed after a probe, and written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archive.errors import UsageError
from scraper.facts import Portal, read_portal_file
from scraper.owner import Owner
from scraper.probe_report import Listing, Paging, ProbeReport
from scraper.proposal import IncompleteFactsError, NothingToCrawlError, as_toml, propose, write_facts
from scraper.reading.result import Entry
from scraper.readout import Readout

TODAY = date(2026, 11, 22)
HOME = "https://dakto.kontum.gov.vn/"


def report(agency: str, title: str = "", province: str = "Kon Tum", home: str = HOME) -> ProbeReport:
    entries = (Entry(f"{home}tin-1.html", "Thông báo"),)
    return ProbeReport(
        home,
        home,
        owner=Owner(title or agency, agency, "peoples_committee", "province", province, sure=True),
        listings=[Listing(f"{home}tin-tuc", "listing", "Tin tức", entries, ())],
        articles=[Readout(f"{home}tin-1.html", "read", "liferay")],
    )


def elsewhere(home: str = "https://khac.kontum.gov.vn/") -> Portal:
    return propose(report("Sở Nội vụ tỉnh Kon Tum", home=home), known={}, today=TODAY)


def proposed(found: ProbeReport, taken: tuple[str, ...] = ()) -> Portal:
    return propose(found, known=dict.fromkeys(taken, elsewhere()), today=TODAY)


@pytest.mark.parametrize(
    ("agency", "title", "name"),
    [
        ("Sở Nội vụ tỉnh Kon Tum", "", "kon-tum-so-noi-vu"),
        ("Ủy ban nhân dân tỉnh Kon Tum", "Cổng thông tin điện tử tỉnh Kon Tum", "kon-tum-cong-thong-tin"),
        ("Ủy ban nhân dân huyện Đăk Tô", "Trang thông tin điện tử huyện Đăk Tô", "kon-tum-huyen-dak-to"),
        ("Báo Kon Tum", "", "kon-tum-bao"),
    ],
)
def test_a_portal_is_named_by_its_province_and_its_agency(agency: str, title: str, name: str) -> None:
    assert proposed(report(agency, title)).name == name


def test_a_name_that_is_taken_is_numbered() -> None:
    assert proposed(report("Báo Kon Tum"), ("kon-tum-bao", "kon-tum-bao-2")).name == "kon-tum-bao-3"


def test_a_newspaper_is_published_as_an_excerpt() -> None:
    paper = proposed(report("Báo Kon Tum"))
    assert (paper.system, paper.publish) == ("press", "excerpt")


def test_a_site_on_a_private_address_only_plays_a_portal() -> None:
    assert proposed(report("Báo Kon Tum", home="http://127.0.0.2:8610/")).demo
    assert not proposed(report("Báo Kon Tum")).demo


def test_a_site_map_begins_a_crawl_only_where_no_listing_leads_on() -> None:
    found = report("Báo Kon Tum")
    found.listings.append(Listing(f"{HOME}sitemap.xml", "sitemap", None, (), ()))
    assert found.start == (f"{HOME}tin-tuc", f"{HOME}sitemap.xml")
    found.paging = Paging(f"{HOME}tin-tuc", "by address", f"{HOME}tin-tuc?page=2", 10)
    assert found.start == (f"{HOME}tin-tuc",)


def test_nothing_is_proposed_without_an_agency_or_a_province() -> None:
    found = report("Báo Kon Tum")
    found.owner = None
    with pytest.raises(IncompleteFactsError, match="--agency and --province"):
        proposed(found)
    with pytest.raises(IncompleteFactsError, match="--province"):
        propose(found, known={}, today=TODAY, agency="Huyện ủy Đăk Tô")
    with pytest.raises(IncompleteFactsError, match="--province"):
        propose(found, known={}, today=TODAY, agency="Huyện ủy Đăk Tô", province="Atlantis")


def test_nothing_is_proposed_where_nothing_would_come_of_a_crawl() -> None:
    unread, unlisted = report("Báo Kon Tum"), report("Báo Kon Tum")
    unread.articles = [Readout(f"{HOME}tin-1.html", "blocked: login-wall")]
    unlisted.listings.clear()
    for found in (unread, unlisted):
        with pytest.raises(NothingToCrawlError, match="No facts were written, as nothing would come of a crawl of"):
            propose(found, known={"dak-to": elsewhere(HOME)}, today=TODAY)


@pytest.mark.parametrize("home", [HOME, HOME.replace("https", "http"), HOME.replace("//", "//www.")])
def test_a_second_portal_of_one_site_is_only_proposed_under_a_name_of_the_operator_s_own(home: str) -> None:
    known = {"dak-to": elsewhere(home)}
    with pytest.raises(UsageError, match="is known already, as kon-tum-so-noi-vu; name a second one with --name"):
        propose(report("Báo Kon Tum"), known=known, today=TODAY)
    assert propose(report("Báo Kon Tum"), known=known, today=TODAY, name="kon-tum-bao-2").name == "kon-tum-bao-2"


def test_a_name_is_told_to_be_taken_whichever_file_of_the_folder_has_it(tmp_path: Path) -> None:
    write_facts(proposed(report("Báo Kon Tum")), tmp_path / "khac.toml")
    with pytest.raises(UsageError, match=r"khac\.toml describes a portal 'kon-tum-bao' already"):
        write_facts(proposed(report("Báo Kon Tum")), tmp_path)


def test_facts_that_cannot_be_written_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="The facts cannot be written to"):
        write_facts(proposed(report("Báo Kon Tum")), tmp_path / "file")


def test_facts_are_written_to_the_file_of_their_province_and_read_back(tmp_path: Path) -> None:
    one, other = proposed(report("Báo Kon Tum")), proposed(report("Sở Nội vụ tỉnh Kon Tum"))
    assert write_facts(one, tmp_path / "portals") == tmp_path / "portals" / "kon-tum.toml"
    assert write_facts(other, tmp_path / "portals") == tmp_path / "portals" / "kon-tum.toml"
    assert read_portal_file(tmp_path / "portals" / "kon-tum.toml") == [one, other]
    with pytest.raises(UsageError, match="another name"):
        write_facts(one, tmp_path / "portals")


def test_the_table_holds_what_differs_from_the_defaults(tmp_path: Path) -> None:
    plain = proposed(report("Sở Nội vụ tỉnh Kon Tum"))
    lines = as_toml(plain).splitlines()
    assert lines[0] == "[kon-tum-so-noi-vu]"
    first = ("title", "province", "agency", "system", "level", "platform", "start", "state", "evidence")
    assert tuple(line.split(" = ")[0] for line in lines[1:]) == (*first, "sample", "tried")
    odd = replace(plain, title='Trang "Cải cách" \\ 2021\t', hosts=("a.example", "b.example"), delay=2.5, cookies=True)
    (tmp_path / "odd.toml").write_text(as_toml(odd), "utf-8")
    assert read_portal_file(tmp_path / "odd.toml") == [odd]
