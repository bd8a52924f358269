"""Boxes of files on a front page: papers are entries beside its stories, forms and programs are none."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Entry, PageKind

STORIES = "".join(
    f"<div><a href='/bai-viet/20{n}'><img src='/{n}.jpg'></a><h2><a href='/bai-viet/20{n}'>{title}</a></h2></div>"
    for n, title in enumerate(
        (
            "Xã Tân Hòa ra quân thực hiện mô hình “Chính quyền thân thiện”",
            "Ngày hội Đại đoàn kết toàn dân tộc ấp Bình An",
            "Công an xã hướng dẫn người dân cảnh giác lừa đảo qua mạng",
            "Hội Nông dân xã trao bò giống cho mười hộ cận nghèo",
        )
    )
)
NUMBERED = (
    "55/KH-UBND - Kế hoạch tổ chức Tết Trung thu cho thiếu nhi",
    "102/QĐ-UBND - Quyết định ban hành Quy chế làm việc của UBND xã",
    "12/NQ-HĐND - Nghị quyết về dự toán ngân sách xã năm 2027",
)
CALLED = (
    "Kế hoạch phòng, chống dịch tả lợn châu Phi năm 2026",
    "Quyết định thành lập Tổ công nghệ số cộng đồng",
    "Kế hoạch thu gom rác thải nông thôn quý IV",
)
NUMBERS = ("209/UBND-VHXH", "Số 15/2024/QĐ-UBND", "31/TB-UBND")
FORMS = (
    "Mẫu đơn đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ",
    "Mẫu 02/TNCN tờ khai thuế thu nhập cá nhân",
    "Tờ khai 01/ĐKT đăng ký khai tử tại Ủy ban nhân dân xã",
)
BROCHURES = (
    "Tờ rơi du lịch cộng đồng miệt vườn Tân Hòa mùa nước nổi",
    "Sổ tay an toàn giao thông dành cho học sinh tiểu học",
    "Hướng dẫn sử dụng ứng dụng Công dân số trên điện thoại",
)
ADDRESS = "https://x.gov.vn/"


ROW = "<li><a href='/tep/{0}.pdf'>{1}</a></li>"


def box(titles: tuple[str, ...], name: str = "Văn bản chỉ đạo", form: str = ROW) -> str:
    rows = "".join(form.format(place, title) for place, title in enumerate(titles))
    return f"<div><h4>{name}</h4><ul>{rows}</ul></div>"


def files(beside: str, expected: PageKind | None = None, address: str = ADDRESS, stories: str = STORIES) -> list[Entry]:
    body = f"<div><div>{stories}</div><div>{beside}<div><h4>Thời tiết</h4>Vĩnh Long 28°C</div></div></div>"
    page = f"<html><head><title>Cổng thông tin xã Tân Hòa</title></head><body>{body}</body></html>"
    entries = read_page(page.encode(), address, context=Context(expected=expected)).entries
    assert not stories or len([entry for entry in entries if "/bai-viet/" in entry.url]) == 4
    return [entry for entry in entries if "/bai-viet/" not in entry.url]


@pytest.mark.parametrize("expected", [None, "listing"])
@pytest.mark.parametrize("titles", [NUMBERED, CALLED, NUMBERS, (*NUMBERED[:2], "Lịch tiếp công dân tháng 12")])
def test_a_box_of_papers_on_a_front_page_is_listed_beside_its_stories(
    titles: tuple[str, ...], expected: PageKind | None
) -> None:
    found = files(box(titles), expected)
    assert [(entry.url, entry.title) for entry in found] == [
        (f"{ADDRESS}tep/{place}.pdf", title) for place, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    "form",
    [
        "<li><b>{0}5/KH-UBND</b> <a href='/tep/{0}.pdf'>{1}</a></li>",
        "<li><a href='/tep/{0}.pdf'>{1}</a> <i>Số: {0}5/KH-UBND</i></li>",
    ],
)
def test_the_number_of_a_paper_may_stand_beside_its_link(form: str) -> None:
    titles = ("Về việc tổ chức Tết Trung thu", "Ban hành Quy chế làm việc của xã", "Dự toán ngân sách xã năm 2027")
    assert [entry.title for entry in files(box(titles, form=form))] == list(titles)
    assert not files(box(titles))


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Biểu mẫu", FORMS),
        ("Tài liệu", BROCHURES),
        ("Tải ứng dụng", ("Ứng dụng VNeID cho Android", "Ứng dụng VssID cho Android")),
        ("Văn bản xem nhiều", NUMBERED),
        ("Tài liệu", (*BROCHURES, NUMBERED[0])),
    ],
)
@pytest.mark.parametrize("expected", [None, "listing"])
def test_boxes_of_other_files_on_a_front_page_are_not_listed(
    name: str, titles: tuple[str, ...], expected: PageKind | None
) -> None:
    assert files(box(titles, name), expected) == []


def test_forms_in_a_box_of_papers_and_the_files_of_pages_that_it_lists_are_no_entries() -> None:
    assert [entry.title for entry in files(box((*NUMBERED, FORMS[0])))] == list(NUMBERED)
    of_pages = "<li><a href='/van-ban/10{0}'>Văn bản số {0} của Ủy ban xã</a> <a href='/tep/{0}.pdf'>{1}</a></li>"
    assert not [entry for entry in files(box(NUMBERED, form=of_pages)) if entry.url.endswith(".pdf")]


def test_a_box_of_papers_is_none_of_the_list_of_a_section_nor_a_front_page_itself() -> None:
    assert files(box(NUMBERED), "listing", f"{ADDRESS}chuyen-muc/tin-tuc") == []
    assert files(box(NUMBERED), stories="") == []


@pytest.mark.parametrize("name", ["Biểu mẫu", "Phần mềm", "Hướng dẫn", "Tải về"])
def test_a_box_called_after_forms_or_programs_has_no_papers_whatever_they_begin_with(name: str) -> None:
    titles = ("Báo cáo lỗi phần mềm một cửa", "Thông báo cách cài đặt chữ ký số", "Kế hoạch mẫu của chi đoàn năm học")
    assert files(box(titles, name)) == []


def test_forms_with_numbers_of_their_own_are_no_papers() -> None:
    titles = (
        "01/TK-ĐKKS Tờ khai đăng ký khai sinh",
        "02/ĐĐN-UBND Đơn đề nghị xác nhận",
        "03/GXN-TT Giấy xác nhận tạm trú",
    )
    assert files(box(titles, "Thủ tục thường gặp")) == []


def test_papers_below_an_entry_of_a_menu_are_no_entries() -> None:
    below = "".join(ROW.format(place, title) for place, title in enumerate(CALLED))
    menu = (
        f"<ul><li><a href='/gioi-thieu'>Giới thiệu</a><ul>{below}</ul></li><li><a href='/lien-he'>Liên hệ</a></li></ul>"
    )
    assert files(f"<div class='nav'>{menu}</div>") == []
