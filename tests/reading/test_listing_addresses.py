"""Lists whose addresses are cut before their numbers, as where letters mark a kind, and copies in a web archive."""

from __future__ import annotations

import pytest

from scraper.reading.anchors import anchors_of
from scraper.reading.links import page_links
from scraper.reading.page import make_page
from scraper.reading.shapes import mark_in
from tests.reading.listed import listed

PAGER = "<p>Trang [1] <a href='?trang=2'>[2]</a> <a href='?trang=3'>[3]</a></p>"

CUTS = (
    "thon-cho468885",
    "xa-thach468826",
    "nam-2022468780",
    "ho-ngheo-h468725",
    "thon-3468666",
    "dat-o-d468564",
    "tu-468515",
)


def test_a_featured_one_is_of_a_list_whose_long_addresses_are_cut_before_their_numbers() -> None:
    address = "/portal/pages/2022-11-{0}/Hoi-nghi-trien-khai-de-an-tai-{1}.aspx"
    link = f"<a href='{address}'>Hội nghị triển khai đề án số {{0}}</a>"
    large = "<div><div><img src='a.jpg'></div><h2>{}</h2><i>17/11/2022</i></div>"
    row = "<div><img src='b.jpg'><h3>{}</h3><i>17/11/2022</i></div>"
    first, *further = (link.format(30 - place, cut) for place, cut in enumerate(CUTS))
    body = f"<div><h2>Tin tức</h2><div>{large.format(first)}{''.join(map(row.format, further))}</div>{PAGER}</div>"
    page = f"<html><head><title>Huyện Cẩm Sơn</title></head><body>{body}</body></html>"
    assert len(listed(page, "https://x.gov.vn/tin-tuc")) == len(CUTS)


@pytest.mark.parametrize("marks", [("d", "v", "c", "p") * 4, ("post", "tag", "video") * 2])
def test_letters_that_mark_many_numbers_are_kept(marks: tuple[str, ...]) -> None:
    page = "".join(
        f"<a href='/ngay-hoi-cua-ba-con-thon-{mark}{4000 + at}.html'>Tin {at}</a>" for at, mark in enumerate(marks)
    )
    made = make_page(page.encode(), "https://x.gov.vn/tin-tuc")
    assert [mark_in(link.shape) for link in page_links(made, anchors_of(made))] == list(marks)


def copied(count: int) -> str:
    rows = (
        f"<li><a href='/web/2018/http://so.gov.vn/tin/{n}.html'>Tin lưu trữ thứ {n} của sở</a> <i>1/2/2016</i></li>"
        for n in range(601, 601 + count)
    )
    return f"<ul>{''.join(rows)}</ul>"


@pytest.mark.parametrize("count", [1, 6])
def test_copies_in_a_web_archive_pasted_below_a_list_are_none_of_it_with_the_pager_of_their_own(count: int) -> None:
    rows = "".join(f"<li><a href='/tin/{n}.html'>Tin mới thứ {n} của sở</a></li>" for n in range(701, 707))
    page = f"<h1>Tin tức</h1><div><ul>{rows}</ul></div><div>{copied(count)}{PAGER}</div>"
    assert len(listed(page, "https://so.gov.vn/tin-tuc")) == 6


@pytest.mark.parametrize("url", ["https://so.gov.vn/tin-tuc", "https://luu.gov.vn/web/2018/http://so.gov.vn/tin-tuc"])
def test_a_list_of_nothing_but_copies_is_one(url: str) -> None:
    assert len(listed(f"<h1>Tin tức</h1>{copied(6)}", url)) == 6


@pytest.mark.parametrize(
    "folds", ["Collapse={0}#{0}", "Start={0}&Count=30&Collapse={0}#{0}", "CollapseView", "ExpandView"]
)
def test_what_folds_the_issues_of_a_view_of_domino_is_none_of_its_papers(folds: str) -> None:
    heads = "<tr><th>Số ký hiệu</th><th>Ngày BH</th><th>Trích yếu</th></tr>"
    sign = f"<a href='/cb.nsf/vw?OpenView&{folds}'><img src='/icons/collapse.gif' alt='Hide details for {{0}}'></a>"
    issue = f"<tr><td colspan=3>{sign}<b>Công báo số {{0}}</b></td></tr>"
    row = (
        "<tr><td><a href='/cb.nsf/0/2F3CA68163C0992C88E4FE93FF86AB{0}?OpenDocument'>{0}/2010/QĐ-UBND</a></td>"
        "<td>05/06/2010</td><td>Ban hành Bảng giá đất điều chỉnh trên địa bàn xã thứ {0}</td></tr>"
    )
    numbers = range(11, 20)
    rows = "".join((issue.format(n) if n % 3 == 2 else "") + row.format(n) for n in numbers)
    found = listed(f"<h1>Công báo</h1><table>{heads}{rows}</table>", "https://x.gov.vn/cb.nsf/vw?OpenView&Start=1")
    assert [entry.title for entry in found] == [f"{n}/2010/QĐ-UBND" for n in numbers]
