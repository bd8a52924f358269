"""The linked name of a box that stands like a row of it leads to its section, and is no announcement."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed
from tests.scraper.portals import title_of

SITE = "https://x.gov.vn"
ROW = "<div class='tin'><a href='{}'>{}</a></div>"
DATED = "<div class='tin'><span>28/03/2021</span><a href='{}'>{}</a></div>"
STORY = "<div><a href='{}'><img src='a.jpg'></a><a href='{}'>{}</a><p>Dự buổi làm việc có đại diện các phòng.</p></div>"
SECTIONS = {
    "the page that a SharePoint library opens with": ("/thong-bao/Pages/default.aspx", "/thong-bao/Pages/{}.aspx"),
    "a page of Liferay": ("/web/so/thong-bao", "/web/so/thong-bao/-/asset_publisher/eF9/content/{}"),
    "a tab of DotNetNuke": ("/Tin/Thongbao/tabid/75/Default.aspx", "/Tin/Thongbao/tabid/75/articleId/4196/{}.aspx"),
    "a directory": ("/thong-bao", "/thong-bao/{}.html"),
    "a file beside its directory": ("/thong-bao.html", "/thong-bao/{}.html"),
}
SLUGS = ("lich-cat-dien-tuan-toi", "thu-hoi-dat-khu-dan-cu", "tuyen-dung-vien-chuc", "ket-qua-xet-tang-danh-hieu")


def stories(address: str) -> str:
    """Sections of a front page in the column beside the box, with addresses of the same form in another directory."""
    address = address.replace("thong-bao/", "kinh-te/").replace("Thongbao", "Kinhte")
    rows = (
        f"<h2>Mục số {place}</h2>"
        + STORY.format(*[address.format(f"{slug}-xa-{slug}")] * 2, title_of(20 + place))
        + f"<ul><li><a href='{address.format(f'{slug}-huyen')}'>{title_of(30 + place)}</a></li></ul>"
        for place, slug in enumerate(SLUGS)
    )
    return "".join(f"<div>{row}</div>" for row in rows)


def box(head: str, address: str, row: str, more: str = "") -> str:
    rows = "".join(row.format(address.format(slug), title_of(place)) for place, slug in enumerate(SLUGS))
    return f"<div class='hop'><div class='ten'><a href='{head}'>Thông báo</a></div>{rows}{more}</div>"


def read(body: str) -> list[str]:
    page = f"<html><head><title>Cổng thông tin huyện X</title></head><body>{body}</body></html>"
    return [entry.url.removeprefix(SITE) for entry in listed(page, f"{SITE}/")]


@pytest.mark.parametrize(("head", "address"), SECTIONS.values(), ids=SECTIONS)
@pytest.mark.parametrize("row", [ROW, DATED], ids=["bare titles", "dated"])
def test_a_name_whose_address_the_others_are_below_is_the_head_of_their_box(head: str, address: str, row: str) -> None:
    found = read(f"<div><div>{stories(address)}</div><div>{box(head, address, row)}</div></div>")
    assert head not in found
    assert {address.format(slug) for slug in SLUGS} <= set(found)


@pytest.mark.parametrize("row", [ROW, DATED], ids=["bare titles", "dated"])
@pytest.mark.parametrize("more", ["Xem tiếp", "Xem thêm", "Xem tất cả"])
def test_a_name_that_leads_where_more_is_behind_the_others_is_the_head_of_their_box(row: str, more: str) -> None:
    head = "/muc-thong-bao.html"
    behind = f"<a href='{head}'>{more}</a>"
    found = read(f"<div><div>{stories('/{}.html')}</div><div>{box(head, '/{}.html', row, behind)}</div></div>")
    assert head not in found
    assert {f"/{slug}.html" for slug in SLUGS} <= set(found)


@pytest.mark.parametrize("more", ["", "<a href='/hop-mat-812.html'>Xem tiếp</a>"], ids=["alone", "with its own more"])
def test_a_short_title_of_an_announcement_is_no_head(more: str) -> None:
    first = f"<div class='tin'><a href='/hop-mat-812.html'>Họp mặt đầu xuân</a>{more}</div>"
    rows = "".join(ROW.format(f"/{slug}-81{place}.html", title_of(place)) for place, slug in enumerate(SLUGS, start=3))
    assert "/hop-mat-812.html" in read(f"<div><h2>Tin trong huyện</h2><div>{first}{rows}</div></div>")


@pytest.mark.parametrize(
    ("head", "address"),
    [("/thong-bao", "/chi-tiet-tin?/{}/39170808"), ("/tin.aspx?m=2", "/chi-tiet.aspx?t={}&id=16445&m=2")],
)
@pytest.mark.parametrize("story", ["", STORY], ids=["rows alone", "a story below it"])
def test_a_name_without_an_id_over_rows_with_ids_in_other_elements_is_the_head_of_their_box(
    head: str, address: str, story: str
) -> None:
    first = story.format(*[address.format("hop-dan")] * 2, title_of(40)) if story else ""
    rows = "".join(ROW.format(address.format(slug), title_of(place)) for place, slug in enumerate(SLUGS))
    page = f"<div class='hop'><div class='ten'><a href='{head}'>Kinh tế</a></div>{first}{rows}</div>"
    found = read(f"<div><div>{stories(address)}</div><div>{page}</div></div>")
    assert head not in found
    assert {address.format(slug) for slug in SLUGS} <= set(found)


def test_a_short_title_with_its_summary_in_an_element_of_its_own_is_no_head() -> None:
    story = "<div class='top'><a href='/tin-tuc/thu-chuc-tet'>Thư chúc Tết của Chủ tịch</a><p>Nhân năm mới …</p></div>"
    rows = "".join(ROW.format(f"/tin-tuc/{slug}-123{place}.html", title_of(place)) for place, slug in enumerate(SLUGS))
    page = f"<html><body><h1>Tin tức</h1><div>{story}{rows}</div></body></html>"
    found = [entry.url.removeprefix(SITE) for entry in listed(page, f"{SITE}/tin-tuc")]
    assert found[0] == "/tin-tuc/thu-chuc-tet"
    assert len(found) == 1 + len(SLUGS)


BIG = "<div><a href={0}><img src=a.jpg></a><h3><a href={0}>{1}</a></h3><time>{2}/10/2023</time><p>Sáng qua.</p></div>"
NAMED = ("Tin bệnh viện", "Thông báo", "Kiến thức y học", "Đào tạo - Chỉ đạo tuyến")


def of_hospital(place: int, all_of_it: str) -> str:
    """A box whose name may be as long as a title, with a story on top and bare titles below, each with its day."""
    slug = "abcd"[place]
    head, urls = f"/danh-muc/{slug}", [f"/bai-viet/{one}-{slug}.html" for one in SLUGS[: 3 + place % 2]]
    titled = [(url, title_of(40 + 9 * place + at), 20 - at) for at, url in enumerate(urls)]
    rows = "".join(f"<li><a href='{url}'>{title}</a><time>{day}/10/2023</time></li>" for url, title, day in titled[1:])
    name = f"<h2><a href='{head}'>{NAMED[place]}</a></h2><a class=all href='{head}'>{all_of_it}</a>"
    return f"<section><div>{name}</div>{BIG.format(*titled[0])}<ul>{rows}</ul></section>"


@pytest.mark.parametrize("all_of_it", ["Xem tất cả", "Tất cả", "Tất cả »", "View all"])
def test_a_name_beside_which_all_is_offered_is_the_head_of_its_box(all_of_it: str) -> None:
    found = read("".join(of_hospital(place, all_of_it) for place in range(4)))
    assert [url for url in found if url.startswith("/danh-muc")] == []
    assert len(found) == 14
