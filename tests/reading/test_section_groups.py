"""The front of a section shows groups of its sub-sections: all of them are listed, boxes of other sections are not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.reading.listed import listed
from tests.scraper.portals import title_of

NAMES = (
    ("Chính trị", "chinh-tri"),
    ("Kinh tế", "kinh-te"),
    ("Văn hóa - Xã hội", "van-hoa"),
    ("Quốc phòng - An ninh", "quoc-phong"),
    ("Giáo dục", "giao-duc"),
)
OFFICE = (("Văn hóa", "van-hoa"), ("Thể dục thể thao", "the-thao"), ("Du lịch", "du-lich"))
SUMMARY = "Cùng với đó, các cơ quan, đơn vị tập trung đẩy mạnh ứng dụng công nghệ thông tin, số hóa hồ sơ."
MENU = "".join(f"<li><a href='/{name}'>Mục {name}</a></li>" for name in ("gioi-thieu", "van-ban", "lien-he", "gop-y"))
WEB_PART = (
    "<div class='ms-webpart-zone'><div class='ms-webpartzone-cell'><div class='ms-webpart-chrome'>"
    "<div class='ms-WPBody'>{}<div class='ms-clear'></div></div></div></div></div>"
)
BOX = "<div>{}</div>"


@dataclass(frozen=True)
class Portal:
    """The addresses of a portal: of its section, of what is announced in a sub-section, of the sub-section itself."""

    section: str
    announced: str
    sub_section: str


SHAREPOINT = Portal(
    "/tin-tuc/Pages/default.aspx", "/tin-tuc/Pages/ban-tin.aspx?ItemId={number}", "/tin-tuc/Pages/{name}.aspx"
)
FLAT = Portal("/tin-tuc", "/ban-tin-{number}.html", "/{name}")
BELOW = Portal("/tin-tuc", "/chi-tiet/ban-tin-{number}", "/tin-tuc/{name}")
SCRIPTS = Portal("/news.aspx?cat=5", "/detail.aspx?id={number}", "/list.aspx?cat={name}")
PORTALS = {
    "SharePoint, whose section is a directory": SHAREPOINT,
    "announcements in no directory": FLAT,
    "sub-sections below the section": BELOW,
    "numbers for sections": SCRIPTS,
}


def row(portal: Portal, number: int, form: str = "<li><a href='{}'>{}</a></li>") -> str:
    return form.format(portal.announced.format(number=number), title_of(number - 4000))


def group(
    portal: Portal, name: str, address: str, first: int, *, story: bool = True, head: str = "h3", linked: bool = True
) -> str:
    """A group of four bare titles with numbers from `first` on, below a story where it has one."""
    named = f"<a href='{address}'>{name}</a>" if linked else name
    url, title = portal.announced.format(number=first), title_of(first - 4000)
    told = f"<div><a href='{url}'><img src='a.jpg'></a><a href='{url}'>{title}</a><p>{SUMMARY}</p></div>"
    rows = "".join(row(portal, first + place) for place in range(1, 5))
    return f"<div><{head}>{named}</{head}>{told if story else ''}<ul>{rows}</ul></div>"


def groups(
    portal: Portal,
    count: int,
    *,
    names: tuple[tuple[str, str], ...] = NAMES,
    part: str = BOX,
    story: bool = True,
    head: str = "h3",
    linked: bool = True,
) -> str:
    return "".join(
        part.format(
            group(
                portal,
                name,
                portal.sub_section.format(name=key),
                4010 + 10 * place,
                story=story,
                head=head,
                linked=linked,
            )
        )
        for place, (name, key) in enumerate(names[:count])
    )


def numbers_of(portal: Portal, main: str, title: str = "Tin tức") -> list[int]:
    """The numbers of what is listed on a page that has the most read in a column beside."""
    read = "".join(row(portal, number) for number in range(4100, 4105))
    page = (
        f"<html><head><title>{title}</title></head><body><header><ul>{MENU}</ul></header><div><div>{main}</div>"
        f"<div><div><div>Đọc nhiều nhất</div><ul>{read}</ul></div></div></div><footer>UBND huyện</footer></body></html>"
    )
    around = portal.announced.split("{number}")
    found = [
        entry.url.removeprefix("https://x.gov.vn" + around[0]).removesuffix(around[1])
        for entry in listed(page, "https://x.gov.vn" + portal.section)
    ]
    return [int(number) for number in found]


def numbers_in(count: int, *, story: bool = True) -> list[int]:
    return [4010 + 10 * place + number for place in range(count) for number in range(0 if story else 1, 5)]


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
@pytest.mark.parametrize("count", range(2, 6))
@pytest.mark.parametrize("part", [BOX, WEB_PART], ids=["side by side", "in a web part each"])
@pytest.mark.parametrize("linked", [True, False], ids=["linked names", "names without links"])
@pytest.mark.parametrize("head", ["h3", "div"])
def test_groups_of_a_story_and_bare_titles_are_all_of_the_section(
    portal: Portal, count: int, part: str, linked: bool, head: str
) -> None:
    assert numbers_of(portal, groups(portal, count, part=part, linked=linked, head=head)) == numbers_in(count)


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
@pytest.mark.parametrize("count", range(3, 6))
@pytest.mark.parametrize("linked", [True, False], ids=["linked names", "names without links"])
def test_groups_of_bare_titles_are_all_of_the_section(portal: Portal, count: int, linked: bool) -> None:
    assert numbers_of(portal, groups(portal, count, story=False, linked=linked)) == numbers_in(count, story=False)


@pytest.mark.parametrize("portal", [SHAREPOINT, BELOW], ids=["SharePoint", "sub-sections below the section"])
def test_two_groups_of_bare_titles_are_of_the_section_that_their_names_lead_below(portal: Portal) -> None:
    assert numbers_of(portal, groups(portal, 2, story=False)) == numbers_in(2, story=False)


@pytest.mark.parametrize("portal", [FLAT, SCRIPTS], ids=["in no directory", "numbers for sections"])
def test_of_two_lists_of_bare_titles_that_nothing_ties_to_the_section_the_other_is_a_box(portal: Portal) -> None:
    assert len(numbers_of(portal, groups(portal, 2, story=False))) == 4


@pytest.mark.parametrize("linked", [True, False], ids=["linked names", "names without links"])
@pytest.mark.parametrize("story", [True, False], ids=["with stories", "bare titles"])
def test_names_that_are_pieces_of_the_name_of_the_office_are_none_of_the_page(linked: bool, story: bool) -> None:
    main = groups(FLAT, 3, names=OFFICE, story=story, linked=linked)
    title = "Sở Văn hóa, Thể thao và Du lịch"
    assert numbers_of(FLAT, main, title) == numbers_in(3, story=story)


def test_groups_whose_names_share_one_element_are_parted_by_these() -> None:
    main = groups(FLAT, 3, part="{}").replace("<div><h3>", "<h3>").replace("</ul></div>", "</ul>")
    assert numbers_of(FLAT, main) == numbers_in(3)


@pytest.mark.parametrize("portal", [FLAT, SCRIPTS], ids=["in no directory", "numbers for sections"])
@pytest.mark.parametrize("count", [2, 3])
def test_boxes_of_other_sections_made_as_the_list_that_has_the_name_of_the_page_are_none_of_it(
    portal: Portal, count: int
) -> None:
    own = BOX.format(group(portal, "Tin tức", portal.section, 4000))
    assert numbers_of(portal, own + groups(portal, count)) == list(range(4000, 4005))


@pytest.mark.parametrize("name", ["<h2>Tin tức</h2>", "<h3>Tin tức</h3>"])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("story", [True, False], ids=["with stories", "bare titles"])
def test_the_list_of_a_section_stands_alone_above_boxes_of_others(name: str, count: int, story: bool) -> None:
    form = f"<div><a href='{{0}}'><img src='a.jpg'></a><h4><a href='{{0}}'>{{1}}</a></h4><p>{SUMMARY}</p></div>"
    own = "".join(row(FLAT, number, form) for number in range(4000, 4006))
    main = f"<div>{name}{own}</div>" + groups(FLAT, count, story=story)
    assert numbers_of(FLAT, main) == list(range(4000, 4006))


NEWS = {
    "DotNetNuke": (
        "/Tintuc/tabid/70/language/vi-VN/Default.aspx",
        "/Tintuc/{name}/tabid/75/articleId/{number}/Tin.aspx",
    ),
    "NukeViet": ("/tin-tuc/", "/tin-tuc/{name}/ban-tin-{number}.html"),
}


@pytest.mark.parametrize(("section", "announced"), NEWS.values(), ids=NEWS)
@pytest.mark.parametrize(("name", "own"), [("thong-bao", True), ("kinh-te", False)], ids=["its own", "another one's"])
def test_notices_beside_the_groups_are_of_the_section_where_they_are_a_sub_section(
    section: str, announced: str, name: str, own: bool
) -> None:
    main = "".join(
        BOX.format(group(Portal("", announced.replace("{name}", key), ""), named, f"/muc/{key}", 4010 + 10 * place))
        for place, (named, key) in enumerate(NAMES[:4])
    )
    notices = Portal("", announced.replace("{name}", name), "")
    rows = "".join(row(notices, number, "<p><a href='{}'>{}</a></p>") for number in range(4200, 4204))
    body = f"<div><div>{main}</div><div><h3>Thông báo</h3>{rows}</div></div>"
    page = f"<html><head><title>Tin tức</title></head><body>{body}</body></html>"
    found = [entry.url.removeprefix("https://x.gov.vn") for entry in listed(page, "https://x.gov.vn" + section)]
    told = [notices.announced.format(number=number) for number in range(4200, 4204)]
    assert [url for url in found if url in told] == (told if own else [])
    assert len(found) == 20 + 4 * own


OWN = "".join(row(Portal("/tin-tuc", "/tin-tuc/ban-tin-{number}.html", ""), number) for number in range(4100, 4110))


@pytest.mark.parametrize(
    ("head", "directory"),
    [("", "tin-tuc"), ("<h1>Tin tức</h1>", "tin-tuc"), ("<h1>Tin tức</h1>", "bai-viet")],
    ids=["below the page's address", "both", "below the page's name"],
)
def test_a_list_of_the_section_stays_alone_beside_a_column_of_boxes_made_like_it(head: str, directory: str) -> None:
    rows = OWN.replace("/tin-tuc/", f"/{directory}/")
    boxes = "".join(
        f"<div><h3><a href='/{slug}'>{name}</a></h3><ul>"
        + "".join(f"<li><a href='/{slug}/ban-tin-{n}.html'>{title_of(n)}</a></li>" for n in range(first, first + 4))
        + "</ul></div>"
        for first, (name, slug) in zip((200, 210), OFFICE, strict=False)
    )
    main = f"<div>{head}<div><h3>Danh sách bài viết</h3><ul>{rows}</ul></div></div>"
    page = f"<html><head><title>Tin tức - Xã Mộc</title></head><body>{main}<div>{boxes}</div></body></html>"
    found = [entry.url for entry in listed(page, "https://x.gov.vn/tin-tuc")]
    assert found == [f"https://x.gov.vn/{directory}/ban-tin-{number}.html" for number in range(4100, 4110)]
