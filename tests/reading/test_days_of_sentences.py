"""Days that a sentence tells on a line of its own, and slogans that name the state or the party: neither says when."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Hội Phụ nữ xã khởi công công trình “Ngõ xanh phụ nữ”"
TEXT = (
    "<p>Tham dự có Phó Chủ tịch Ủy ban nhân dân xã cùng đại diện các ban, ngành, đoàn thể và trưởng các thôn.</p>"
    "<p>Kết luận buổi lễ, lãnh đạo xã yêu cầu các thôn phân công người phụ trách và báo cáo kết quả hằng tháng.</p>"
)
WORKS = "Hội Phụ nữ khởi công công trình tại ngõ 38 đường Lê Lợi."


def read(text: str, *, above: str = "", title: str = TITLE) -> PrintedAnnouncement:
    main = f"<div>{above}<h1>{title}</h1><div>{text}{TEXT}</div></div>"
    page = f"<html><body>{main}</body></html>"
    announcement = read_page(page.encode(), "https://xa-moc.example/tin-tuc/bai-1.html").announcement
    assert announcement is not None
    return announcement


@pytest.mark.parametrize("above", ["", '<div class="ngay">04/03/2023</div>'])
@pytest.mark.parametrize(
    "lines",
    [
        ("Chào mừng kỷ niệm 113 năm Ngày Quốc tế Phụ nữ,", "sáng 03/3/2023,", WORKS),
        ("Thực hiện Kế hoạch số 12/KH-UBND", "ngày 01/3/2023", "của Ủy ban nhân dân huyện về xây dựng nông thôn mới."),
        ("Ngày 03/3/2023,", "tại hội trường Ủy ban nhân dân xã,", WORKS),
        ("Sáng ngày 03/3/2023", f"tại nhà văn hóa thôn 3, {WORKS}"),
        ("Ngày 03/3/2023,", WORKS),
        ("Chiều thứ Sáu, 03/3/2023.", WORKS),
        ("Ngày 03/3/2023", "xã đã tổ chức lễ khởi công công trình với 120 chậu hoa treo tường."),
    ],
)
def test_a_day_in_a_sentence_that_is_broken_into_lines_is_text(lines: tuple[str, ...], above: str) -> None:
    told = read(f"<p>{'<br />'.join(lines)}</p>", above=above)
    assert told.date_line == ("04/03/2023" if above else None)
    assert told.body_text.startswith("\n".join(lines))
    assert told.byline is None


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (("Ngày 04/03/2023", WORKS), "Ngày 04/03/2023"),
        (("04/03/2023", "lượt xem: 12"), "04/03/2023"),
        (("04/03/2023,", "Tác giả: Lê Thị Hạnh"), "04/03/2023,"),
        (("Thứ bảy,", "04/03/2023"), "Thứ bảy, 04/03/2023"),
        (("04/03/2023 08:10", f"tại nhà văn hóa thôn 3, {WORKS}"), "04/03/2023 08:10"),
    ],
)
def test_a_day_above_a_text_is_that_of_publication(lines: tuple[str, ...], printed: str) -> None:
    assert read(f"<div>{'<br />'.join(lines)}</div>").date_line == printed


@pytest.mark.parametrize(
    "slogan",
    [
        "Chào mừng kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam",
        "Đảng Cộng sản Việt Nam quang vinh muôn năm!",
        "80 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    ],
)
def test_a_slogan_that_names_state_or_party_is_no_head_of_a_paper(slogan: str) -> None:
    day = "<div>04/03/2023</div>"
    assert read(day, above=f"<marquee>{slogan}</marquee>").date_line == "04/03/2023"


@pytest.mark.parametrize(
    "head",
    [
        "<p>ĐẢNG CỘNG SẢN VIỆT NAM</p>",
        "<p>ĐẢNG BỘ TỈNH SƠN NAM ĐẢNG CỘNG SẢN VIỆT NAM</p>",
        "<p>UBND XÃ MỘC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>",
    ],
)
def test_a_day_below_the_head_of_a_paper_is_the_paper_s(head: str) -> None:
    assert read(f"{head}<p>Ngày 04/03/2023</p>").date_line is None


def test_what_begins_with_a_welcome_is_a_title_but_not_what_welcomes_visitors() -> None:
    day = "<div>04/03/2023 08:10</div>"
    congress = "Chào mừng Đại hội Đảng bộ xã Mộc lần thứ XIII"
    assert read(day, title=congress).title == congress
    assert read(day, title="Chào mừng quý khách đến với trang tin xã Mộc").title is None


@pytest.mark.parametrize(
    ("header", "printed"),
    [
        ("<div>Số ký hiệu: 12/KH-UBND</div><div>Ngày ban hành: 10/05/2022</div>", None),
        ("<span>Hiệu lực: 10/05/2022</span>", None),
        ("<div>Ngày ban hành: 10/05/2022</div><div>Ngày đăng: 12/05/2022</div>", "Ngày đăng: 12/05/2022"),
        ("12/05/2022", "12/05/2022"),
    ],
)
def test_the_day_of_a_paper_is_none_of_publication_where_a_platform_prints_that(
    header: str, printed: str | None
) -> None:
    article = f"<h1>{TITLE}</h1><header>{header}</header><div class='content-detail'>{TEXT}</div>"
    page = f"<div class='ModuleWrapper'><article class='news-detail-layout-type-1'>{article}</article></div>"
    told = read_page(page.encode(), "https://xa-moc.example/tin-tuc/khoi-cong.html").announcement
    assert told is not None
    assert (told.platform, told.title, told.date_line) == ("vnportal", TITLE, printed)
