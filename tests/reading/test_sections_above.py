"""The section of an announcement that is called as boxes are, above its text: nothing ends there."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TITLE, read

NAMES = ("Tin nổi bật", "Tin mới", "Tin tức khác", "Văn bản mới", "Thông báo mới", "Tiêu điểm", "Tin ảnh")
FACTS = (
    '<div><i class="calendar"></i> <i class="tasks"></i><a href="/muc-3"> {}</a></div>'
    '<div><i class="user"></i> <span>Admin</span> 5 lần xem | <a href="#comments">0 bình luận</a></div>',
    '<ul><li><a href="/muc-3">{}</a></li><li>04/09/2019</li><li><a href="/author/admin">admin</a></li></ul>',
    '<div><a href="/tin-tuc">Tin tức</a></div><div><a href="/muc-3">{}</a></div><div>04/09/2019 08:15</div>'
    '<div><a href="javascript:print()">In bài</a></div>',
    "<div><span>{}</span></div><div>04/09/2019</div><div>12 lượt xem</div><div>In bài</div>",
)


@pytest.mark.parametrize("facts", FACTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_section_between_title_and_text_ends_no_announcement(name: str, facts: str) -> None:
    announcement = read("", f"<div>{facts.format(name)}</div>")
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
    assert announcement.byline is None


LEAD = "<div>Qua một năm, số hộ nghèo của huyện giảm còn 3,2%, vượt kế hoạch đề ra từ đầu năm của cả tỉnh.</div>"


@pytest.mark.parametrize("name", NAMES)
def test_a_section_may_stand_below_the_lead(name: str) -> None:
    facts = f'<ul><li><a href="/muc-3">{name}</a></li><li>04/09/2019</li><li>12 lượt xem</li></ul>'
    announcement = read("", f"<div>{LEAD}{facts}</div>")
    assert announcement.body_text.startswith("Qua một năm")
    assert announcement.body_text.endswith("thị trấn.")
    assert announcement.date_line == "04/09/2019"


ROW = '<div><i class="tag"></i><a href="/muc-3">Văn bản mới</a></div><div>04/09/2019 08:15</div>'


def announcement_of(below: str) -> tuple[str, int]:
    page = f"<html><body><div><div><h1>{TITLE}</h1>{ROW}</div>{below}</div></body></html>"
    found = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert found is not None
    return found.body_text, len(found.attachments)


@pytest.mark.parametrize(
    ("below", "text", "files"),
    [
        (
            "<div><p>Kính mời các đồng chí dự họp.</p><p>Từ 8 giờ</p></div>",
            "Kính mời các đồng chí dự họp.\nTừ 8 giờ",
            0,
        ),
        ('<div><p><a href="/up/613.pdf">Kế hoạch 613/KH-UBND</a></p></div>', "", 1),
    ],
)
def test_a_section_stands_over_a_short_text_and_over_a_file(below: str, text: str, files: int) -> None:
    body, attached = announcement_of(below)
    assert (body if text else "", attached) == (text, files)


ENTRIES = (
    '<li><a href="/tin/1.html">Lịch tuần 15</a><p>Thường trực huyện dự hội nghị trực tuyến toàn quốc về công tác phòng,'
    ' chống dịch bệnh mùa hè.</p></li><li><a href="/tin/2.html">Họp ban</a><p>Thường trực huyện họp bàn công tác chuẩn'
    " bị cho đại hội đại biểu các cấp, nhiệm kỳ mới.</p></li>"
)


@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<div>{}</div>"])
@pytest.mark.parametrize("name", NAMES)
def test_a_box_below_a_file_ends_the_announcement(name: str, head: str) -> None:
    box = head.format(f'<a href="/muc-3">{name}</a>')
    body, attached = announcement_of(
        f'<div><a href="/up/613.pdf">Kế hoạch 613</a></div><div>{box}<ul>{ENTRIES}</ul></div>'
    )
    assert "Thường trực" not in body
    assert attached == 1
