"""Lists in counted groups, as sets of procedures are, and boxes of news beside them."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.records import heads_group

PROCEDURES = (
    "Đăng ký khai sinh có yếu tố nước ngoài",
    "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
    "Xác nhận tình trạng hôn nhân của công dân",
    "Đính chính Giấy chứng nhận đã cấp lần đầu",
    "Cấp giấy xác nhận thân nhân của người có công",
    "Hòa giải tranh chấp đất đai tại cơ sở",
    "Chuyển hình thức giao đất, cho thuê đất",
    "Thủ tục đăng ký lại kết hôn",
)
NEWS = (
    "Hướng dẫn nộp hồ sơ trực tuyến trên Cổng Dịch vụ công",
    "Lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ",
    "Kiểm tra công tác bảo vệ rừng, phòng cháy",
    "Thông báo tạm ngừng cấp điện để sửa chữa đường dây",
    "Công bố chỉ số năng lực cạnh tranh cấp tỉnh",
    "Khai giảng năm học mới tại các trường trên địa bàn",
)
LISTED = [f"/thu-tuc/thu-tuc-hanh-chinh-{300 + n}.htm" for n in range(len(PROCEDURES))]
SHOWN = [f"/tin/tin-hoat-dong-cua-phuong-{700 + n}.htm" for n in range(len(NEWS))]
BOX = "".join(
    f'<p><a href="{url}">{title}</a><br><span>1{n}/03/2023</span></p>'
    for n, (url, title) in enumerate(zip(SHOWN, NEWS, strict=True))
)


def groups(heads: tuple[str, ...]) -> str:
    """The procedures, as many below each of the heads, and the others below the last."""
    size = len(PROCEDURES) // len(heads)
    markup = ""
    for n, head in enumerate(heads):
        places = range(n * size, len(PROCEDURES) if n == len(heads) - 1 else (n + 1) * size)
        rows = "".join(f'<li><a href="{LISTED[place]}">{PROCEDURES[place]}</a></li>' for place in places)
        markup += f"<div><h3>{head}</h3><div><ol>{rows}</ol></div></div>"
    return markup


def addresses(column: str, beside: str, title: str = "Bộ thủ tục hành chính") -> list[str]:
    markup = (
        f"<html><head><title>{title}</title></head><body><div><div><h2>{title}</h2>{column}</div>{beside}</div></body>"
    )
    entries = read_page(markup.encode(), "https://phuong.x.gov.vn/chuyen-muc.htm").entries
    return [entry.url.removeprefix("https://phuong.x.gov.vn") for entry in entries]


@pytest.mark.parametrize(
    "heads",
    [
        ("1. Lĩnh vực Tư pháp", "2. Lĩnh vực Đất đai"),
        ("1/ Tư pháp", "2/ Đất đai", "3/ Bảo trợ xã hội"),
        ("I. Lĩnh vực Tư pháp", "II. Lĩnh vực Đất đai", "III. Lĩnh vực Bảo trợ"),
        ("A) Tư pháp", "B) Đất đai", "C) Bảo trợ xã hội", "D) Hộ tịch"),
    ],
)
def test_counted_groups_are_one_list_and_a_box_of_news_beside_them_is_none_of_it(heads: tuple[str, ...]) -> None:
    assert addresses(groups(heads), f"<div><div><h4>Tin hoạt động</h4>{BOX}</div></div>") == LISTED


def test_counted_groups_beside_the_news_that_a_page_is_called_by_are_no_list_of_it() -> None:
    forms = groups(("1. Tư pháp", "2. Đất đai"))
    assert addresses(BOX, f"<div>{forms}</div>", "Tin hoạt động") == SHOWN


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("1. Lĩnh vực Tư pháp - Hộ tịch", True),
        ("12) Đất đai", True),
        ("IV. LĨNH VỰC GIÁO DỤC", True),
        ("A. Thủ tục cấp tỉnh", True),
        ("Tháng 3/2023", True),
        ("V/v báo cáo định kỳ", False),
        ("H.Kỳ Anh", False),
        ("12/QĐ-UBND", False),
        ("12.5 triệu đồng", False),
        ("Tin hoạt động", False),
        ("Chương 1. Quy định chung", False),
    ],
)
def test_heads_of_groups_are_times_or_counted(line: str, is_head: bool) -> None:
    assert heads_group(line) is is_head
