"""Units behind the label of the writer: credited, but for those that run the site and for the site itself."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TEXT = (
    "<p>Sáng ngày 14/5, tại hội trường huyện, hội nghị triển khai kế hoạch sản xuất vụ Hè Thu đã diễn ra với sự tham "
    "dự của lãnh đạo các xã, thị trấn và đông đảo bà con nông dân.</p>"
    "<p>Hội nghị thống nhất lịch xuống giống, cơ cấu giống và các biện pháp phòng, chống hạn, mặn trong vụ.</p>"
)
PAGE = (
    "<html><head><title>Hội nghị triển khai vụ Hè Thu - {site}</title></head><body><div>{banner}</div><div>"
    "<h1>Hội nghị triển khai vụ Hè Thu</h1>{facts}{text}{behind}</div></body></html>"
)
ICONS = (
    "<dl><dd itemprop='author' title='{label}'><i class='fa fa-user'></i><span>{unit}</span></dd>{views}</dl>",
    "<dl><dd><span title='{label}'><i class='fa fa-user'></i> {unit}</span></dd>{views}</dl>",
    "<dl><dd><i class='fa fa-user' title='{label}'></i> {unit}</dd>{views}</dl>",
)
VIEWS = "<dd><i class='fa fa-eye'></i>Lượt xem: 743</dd>"


def _byline(facts: str, *, behind: str = "", site: str = "Huyện Mộc", banner: str = "") -> str | None:
    page = PAGE.format(facts=facts, text=TEXT, behind=behind, site=site, banner=banner)
    read = read_page(page.encode(), "https://moc.gov.vn/tin/hoi-nghi-trien-khai-vu-he-thu-412.html")
    assert read.announcement is not None
    return read.announcement.byline


@pytest.mark.parametrize(
    "line",
    [
        "Viết bởi Đài Truyền thanh huyện",
        "Được viết bởi: Ban Tuyên giáo Huyện ủy",
        "Viết bởi Văn phòng Sở",
        "Viết bởi Ban Giám hiệu",
        "Viết bởi Phòng Quản lý đô thị",
        "Written by Phòng Công tác sinh viên",
    ],
)
@pytest.mark.parametrize(
    "facts",
    [
        "<div>{}</div><div>14/05/2024</div>",
        "<table><tr><td><span>{}</span></td></tr><tr><td>Thứ hai, 22 Tháng 11 2010 09:17</td></tr></table>",
    ],
)
def test_a_unit_that_a_page_is_written_by_is_its_byline(facts: str, line: str) -> None:
    assert _byline(facts.format(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        "Viết bởi Ban biên tập",
        "Viết bởi Ban Quản trị",
        "Viết bởi: Phòng Quản trị mạng",
        "Viết bởi Cổng thông tin điện tử huyện",
        "Viết bởi Super User",
        "Đăng bởi Đài Truyền thanh huyện",
        "Người đăng: Văn phòng Sở",
        "Được đăng bởi: Ban Tuyên giáo Huyện ủy",
    ],
)
def test_who_runs_the_site_or_put_the_page_up_did_not_write_it(line: str) -> None:
    assert _byline(f"<div>{line}</div><div>14/05/2024</div>") is None


@pytest.mark.parametrize(
    ("site", "banner"),
    [("Trường THPT Lương Thế Vinh", ""), ("Trang chủ", "<p>TRƯỜNG THPT LƯƠNG THẾ VINH</p>")],
)
def test_the_name_of_the_site_itself_is_that_of_an_account(site: str, banner: str) -> None:
    facts = "<div>Viết bởi Trường THPT Lương Thế Vinh</div><div>14/05/2024</div>"
    assert _byline(facts, site=site, banner=banner) is None
    assert _byline(facts) == "Viết bởi Trường THPT Lương Thế Vinh"


@pytest.mark.parametrize("icon", ICONS)
@pytest.mark.parametrize("views", ["", VIEWS])
@pytest.mark.parametrize(
    ("label", "unit", "credited"),
    [
        ("Viết bởi ", "Ban Truyền thông Đoàn trường", True),
        ("Tác giả: ", "Phòng Kinh tế", True),
        ("Written by", "Đài Truyền thanh huyện", True),
        ("Viết bởi ", "Ban biên tập", False),
        ("Đăng bởi ", "Đài Truyền thanh huyện", False),
        ("", "Đài Truyền thanh huyện", False),
    ],
)
def test_the_label_may_be_the_tooltip_of_an_icon(
    label: str, unit: str, views: str, icon: str, *, credited: bool
) -> None:
    facts = icon.format(label=label, unit=unit, views=views) + "<div>14/05/2024</div>"
    assert _byline(facts) == (unit if credited else None)


def test_whoever_signs_below_wrote_what_a_unit_is_said_to_have_written() -> None:
    facts = "<div>Viết bởi Đài Truyền thanh huyện</div><div>14/05/2024</div>"
    assert _byline(facts, behind="<p align='right'><b>Nguyễn Thị Hạnh</b></p>") == "Nguyễn Thị Hạnh"
