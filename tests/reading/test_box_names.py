"""Names of boxes below a text, which no table knows, and last lines of texts that look like these."""

from __future__ import annotations

import pytest

from tests.reading.written import read

LAST = "Giao Văn phòng theo dõi, đôn đốc việc thực hiện và báo cáo kết quả về Ủy ban nhân dân trước ngày cuối tháng."
TITLES = (
    "Công bố quyết định về công tác cán bộ", "Kiểm tra công tác phòng cháy tại các chợ",
    "Hướng dẫn đăng ký khai sinh trực tuyến", "Lịch tiếp công dân tháng của lãnh đạo",
)  # fmt: skip
NAMES = ("Chuyện bốn phương", "Văn bản căn cứ", "Gương sáng", "Góc tuyên truyền pháp luật", "Bạn cần biết")
BOXES = (
    "<div class='b'><div class='t'>{name}</div><ul>{links}</ul></div>",
    "<div class='b'><div class='h'><span>{name}</span></div><div class='c'><ul>{links}</ul></div></div>",
    "<section><p>{name}</p><div>{links}</div></section>",
    "<h3>{name}</h3><ul>{links}</ul>",
    "<div class='box-title'>{name}</div><ul>{links}</ul>",
    "</div><p><b>{name}</b></p><ul>{links}</ul>",
)
PLAIN = ("Phòng Nội vụ", "Nguyễn Thị Lan", "Nguồn: Báo Nhân Dân")


def _links(count: int) -> str:
    return "".join(f"<li><a href='/tin/{index}'>{title}</a></li>" for index, title in enumerate(TITLES[:count]))


def _end(behind: str, inside: str = "") -> str:
    return read("", "<p>12/03/2025</p>", f"<div class='text'><p>{LAST}</p>{inside}</div>{behind}").body_text


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_box_of_headlines_is_no_text(name: str, box: str, count: int) -> None:
    assert _end(box.format(name=name, links=_links(count))).endswith(LAST)


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("line", PLAIN)
def test_who_signed_or_wrote_above_headlines_stays_or_is_credited(line: str, count: int) -> None:
    page = read("", "<p>12/03/2025</p>", f"<div><p>{LAST}</p></div><p>{line}</p><ul>{_links(count)}</ul>")
    assert line in (page.byline, page.body_text.splitlines()[-1])


@pytest.mark.parametrize("count", [1, 4])
def test_a_short_last_line_among_the_paragraphs_stays(count: int) -> None:
    assert _end(f"<ul>{_links(count)}</ul>", "<p>Trân trọng thông báo!</p>").endswith("Trân trọng thông báo!")
