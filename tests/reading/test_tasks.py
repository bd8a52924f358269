"""Papers that give tasks: who does one, what pays for it and the heads of their parts are text, and nobody's byline."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

FIRST = "Ủy ban nhân dân xã ban hành kế hoạch phòng, chống cháy rừng mùa khô năm 2024 trên địa bàn xã như sau đây."
MORE = "Các thôn họp bình xét công khai, niêm yết danh sách tại nhà văn hóa và tiếp nhận ý kiến trong bảy ngày."
ITEM = "<p>2. Tổ chức tuyên truyền tới người dân</p>"


def told(text: str) -> PrintedAnnouncement:
    head = "<h1>Kế hoạch phòng cháy rừng</h1><div>25/07/2024</div>"
    page = f"<html><body>{head}<div><p>{FIRST}</p>{text}</div></body></html>"
    read = read_page(page.encode(), "https://xa-moc.example/ke-hoach-phong-chay-rung-77.html").announcement
    assert read is not None
    return read


@pytest.mark.parametrize(
    "lines",
    [
        ["- Nguồn: Ngân sách huyện"],
        ["Nguồn: Ngân sách huyện"],
        ["- Kinh phí: 5 triệu đồng", "- Nguồn: Ngân sách huyện"],
        ["Nguồn: Kinh phí sự nghiệp môi trường"],
        ["- Nguồn: Xã hội hóa"],
        ["+ Nguồn: Quỹ phòng, chống thiên tai tỉnh"],
        ["Nguồn vốn: Ngân sách tỉnh"],
        ["TH: Trường Mầm non Hoa Ban"],
        ["- TH: Trường Mầm non Hoa Ban"],
        ["+ TH: Phòng Tài chính"],
        ["- Thực hiện: Ban Chỉ huy Quân sự xã"],
        ["Thời gian: Quý II", "TH: Trung tâm Văn hóa huyện"],
        ["Phối hợp: Công an xã", "Thực hiện: Văn phòng UBND xã", "Hoàn thành: trong tháng 6"],
    ],
)
def test_who_does_a_task_and_what_pays_for_it_wrote_nothing(lines: list[str]) -> None:
    read = told(ITEM + "".join(f"<p>{line}</p>" for line in lines))
    assert read.byline is None
    assert read.body_text.split("\n")[2:] == lines


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn: Báo Sơn La",
        "- Nguồn: TTXVN",
        "Nguồn: Sở Tài chính",
        "TH: Lê Hòa",
        "- TH: Lê Hòa",
        "Tổng hợp: Phòng Nội vụ",
        "Nguồn: Quỹ đọc sách vùng cao",
    ],
)
def test_who_wrote_below_a_list_is_credited_all_the_same(line: str) -> None:
    assert told(f"{ITEM}<p>{line}</p>").byline == line


@pytest.mark.parametrize("dress", ["<p><b>{}</b></p>", "<p>{}</p>", "<div>{}</div>"])
@pytest.mark.parametrize(
    "head",
    ["Nội dung:", "Nội dung", "Hình thức:", "Biên soạn:", "Thực hiện:", "Tổng hợp:", "Thông báo:", "Nội dung thi:"],
)
def test_the_head_of_a_part_is_text_near_the_end_too(head: str, dress: str) -> None:
    items = ["- Rà soát hộ nghèo", "- Rà soát hộ cận nghèo"]
    below = "".join(f"<p>{item}</p>" for item in items)
    assert told(dress.format(head) + below).body_text.split("\n") == [FIRST, head, *items]
    assert told(f"{dress.format(head)}<p>{MORE}</p>").body_text.split("\n") == [FIRST, head, MORE]


@pytest.mark.parametrize("label", ["Tác giả:", "Người viết:", "Nguồn:", "Tin, ảnh:"])
@pytest.mark.parametrize("markup", ["<div><span>{}</span><span>{}</span></div>", "<p><b>{}</b>{}</p>"])
@pytest.mark.parametrize("name", ["Lê Hòa", "Ban Biên tập", "T.Ngân", "Phòng VH-TT"])
def test_a_label_and_the_name_right_behind_it_in_an_element_of_its_own_stand_apart(
    label: str, markup: str, name: str
) -> None:
    assert told(markup.format(label, name)).byline == f"{label} {name}"
