"""Filters of a search: what is understood, and what is an error that names it."""

from __future__ import annotations

from html import unescape

import pytest

from tests.site.conftest import Site


@pytest.mark.parametrize(
    "query",
    [
        "trang=0", "trang=-1", "trang=99999999999", "trang=x", "trang=100000", "xep=nonsense", "q=%F0%9F%98%80",
        "q=%FF%FE", "unknown=1", "q=a&q=b", "ke-hoach=0",
    ],
)  # fmt: skip
def test_odd_addresses_are_answered_with_a_page(site: Site, query: str) -> None:
    assert site.page(f"/tra-cuu?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("nam=abcd", "“Năm đăng” (nam=) không hiểu được “abcd”"),
        ("nam=9999", "(nam=)"),
        ("thang=2020-13", "(thang=)"),
        ("tu=2020-99-99", "cần một ngày có thật"),
        ("tu=2020-01-01&den=31/2/2020", "(den=) không hiểu được “31/2/2020”"),
        ("tinh=Atlantis", "(tinh=) không hiểu được “Atlantis”"),
        ("tinh=Kon+Tum", "tinh-cu="),
        ("tinh=" + "x" * 5000, "(tinh=)"),
        ("cap=galaxy", "central, province, district"),
        ("noi-dang=a%01b", "tên một cơ quan có nguồn trong kho"),
        ("noi-dang=Sở+Nội+vụ+tỉnh+Huê", "“Nơi đăng” (noi-dang=) không hiểu được “Sở Nội vụ tỉnh Huê”"),
        ("nguon=hue-noi-vụ-2", "“Nguồn thu thập” (nguon=) không hiểu được “hue-noi-vụ-2”"),
        ("q=kế+hoạch&ban-hanh=Ủy+ban+nhân+dân", "“Cơ quan ban hành” (ban-hanh=) không hiểu được “Ủy ban nhân dân”"),
        ("loai=%27%3B--", "(loai=) không hiểu được “';--”; cần ký hiệu một loại văn bản"),
        ("loai=KHH", "ví dụ KH, CT, QĐ"),
        ("co-tep=không", "“Có tệp đính kèm” (co-tep=) không hiểu được “không”; cần 1"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_named_and_never_left_out(site: Site, query: str, said: str) -> None:
    answers = site.get(*(f"/tra-cuu{form}?{query}" for form in ("", ".json", ".feed.json", ".atom", ".csv", ".xlsx")))
    assert [answer.status_code for answer in answers] == 6 * [400]
    page, data, feed, *files = answers
    assert all(said in unescape(answer.text) for answer in (page, *files))
    assert data.json() == feed.json()
    assert data.json()["error"] == "bad_filter"
    assert said in data.json()["message"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("noi-dang=bao+quang+ninh", {"posted_by": "Báo Quảng Ninh"}),
        ("noi-dang=Sở+Nội+vụ+tỉnh+Thừa+Thiên+Huế", {"posted_by": "Sở Nội vụ tỉnh Thừa Thiên Huế"}),
        ("ban-hanh=uy+ban+nhan+dan+tinh+quang+nam", {"issuer": "Ủy ban nhân dân tỉnh Quảng Nam"}),
        ("ban-hanh=Uỷ+ban+nhân+dân+tỉnh+Quảng+Nam", {"issuer": "Ủy ban nhân dân tỉnh Quảng Nam"}),
        ("nguon=Hue-Noi-Vu", {"portal": "hue-noi-vu"}),
        ("loai=qd", {"document_type": "QĐ"}),
        ("loai=GGT", {"document_type": "GGT"}),
        ("loai=luat", {"document_type": "Luật"}),
    ],
)
def test_agencies_sources_and_types_are_understood_without_accents(
    site: Site, typed: str, meant: dict[str, str]
) -> None:
    assert site.page(f"/tra-cuu.json?{typed}").json()["filters"] == meant


def test_a_type_that_there_is_not_is_named_on_the_list_of_documents_too(site: Site) -> None:
    typo, folded = site.get("/van-ban?loai=KHH", "/van-ban?loai=qd")
    assert (typo.status_code, folded.status_code) == (400, 200)
    assert "(loai=) không hiểu được “KHH”" in unescape(typo.text)
    assert "12/QĐ-UBND" in folded.text


def test_provinces_are_understood_without_accents(site: Site) -> None:
    now, plain, renamed, former = site.get(
        *(f"/tra-cuu.json?tinh{name}" for name in ("=Huế", "=thanh+pho+hue", "=thua+thien+hue", "-cu=thua+thien+hue"))
    )
    assert now.json()["count"] == plain.json()["count"] == renamed.json()["count"] > 0
    assert plain.json()["filters"] == {"province_now": "Huế"}
    assert former.json()["filters"] == {"province": "Thừa Thiên Huế"}
    assert former.json()["count"] > 0


def test_a_period_is_typed_as_days_are_written_in_vietnam(site: Site) -> None:
    typed, iso = site.get("/tra-cuu.json?tu=1/2/2020&den=28.02.2020", "/tra-cuu.json?tu=2020-02-01&den=2020-02-28")
    assert typed.json()["filters"] == iso.json()["filters"] == {"since": "2020-02-01", "until": "2020-02-28"}
    assert typed.json()["count"] == 2
    assert 'value="01/02/2020"' in site.page("/tra-cuu?tu=1/2/2020").text
