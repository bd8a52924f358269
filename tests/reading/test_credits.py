"""Whom a page credits behind its text: short labels, desks that wrote, labels that were left empty."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese.bylines import read_byline
from scraper.reading import read_page

TITLE = "Huyện tổ chức hội nghị sơ kết công tác giảm nghèo"
LAST = "Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn."

URL = "https://portal.example/tin/77.html"
LABELS = (
    *("T/h", "T/H", "TH", "T.H", "Th/h", "T.hiện", "Th.hiện", "T/hợp", "S/t", "ST", "B/t", "BTV", "T/bài", "T/tin"),
    *("Viết bài", "Viết tin", "Soạn tin", "Tin và bài"),
)


def read(behind: str) -> PrintedAnnouncement:
    text = f"<p>{LAST}</p>" * 3
    page = f"<html><body><h1>{TITLE}</h1><p>Ngày đăng: 02/03/2021</p><div>{text}{behind}</div></body></html>"
    announcement = read_page(page.encode(), URL).announcement
    assert announcement is not None
    return announcement


@pytest.mark.parametrize("label", LABELS)
def test_short_labels_of_who_wrote_credit_a_person(label: str) -> None:
    line = f"{label}: Bùi Thị Kim Cúc"
    announcement = read(f"<p style='text-align: right'>{line}</p>")
    assert announcement.byline == line
    assert read_byline(line).people == ("Bùi Thị Kim Cúc",)
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize(
    "line",
    [
        *("Tin bài – ảnh: {}", "Tin, bài và ảnh: {}", "Bài – Ảnh: {}", "Tin và hình ảnh: {}", "Tin/bài/ảnh: {}"),
        *("Ảnh, bài: {}", "Nội dung, hình ảnh: {}", "Người viết và ảnh: {}", "{} - Video: Lê Văn Hùng"),
        *("Bút danh: {}", "Bài và ảnh của {}", "Tin, ảnh do {} thực hiện", "{} đưa tin", "✍ {}"),
        *("{} (Nguồn: TTXVN)", "{}/Nguồn: Báo Nhân Dân", "***{}***", "– {} –"),
    ],
)
def test_who_did_several_things_or_stands_between_signs_is_credited(line: str) -> None:
    line = line.format("Bùi Thị Kim Cúc")
    announcement = read(f"<p>{line}</p>")
    assert announcement.byline == line
    assert "Bùi Thị Kim Cúc" in read_byline(line).people
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize("caption", ["Ảnh: Bùi Thị Kim Cúc", "Lễ khánh thành. Hình ảnh: Bùi Thị Kim Cúc"])
def test_who_took_a_picture_did_not_write(caption: str) -> None:
    announcement = read(f"<p>{caption}</p>")
    assert (announcement.byline, announcement.captions) == (None, (caption,))


@pytest.mark.parametrize(
    "line",
    [
        *("Liên hệ: Bùi Thị Cúc", "Phụ trách: Bùi Thị Cúc", "Lớp TH: 12 học sinh", "ST: 08h00"),
        "Nội dung tin: Sở Y tế thông báo",
    ],
)
def test_labels_of_others_credit_nobody(line: str) -> None:
    assert read(f"<p style='text-align: right'>{line}</p>").byline is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<p align=right><b>{}</b></p>", "PHÒNG VĂN HÓA VÀ THÔNG TIN"),
        ("<p style='text-align: right'>{}</p>", "VĂN PHÒNG HĐND VÀ UBND"),
        ("<p align=right>{}</p>", "TRẠM Y TẾ XÃ"),
        ("<p>{}</p>", None),
    ],
)
def test_an_agency_in_capitals_to_the_right_below_the_text_wrote_it(line: str, byline: str | None) -> None:
    announcement = read(line.format(byline or "PHÒNG VĂN HÓA VÀ THÔNG TIN"))
    assert announcement.byline == byline


@pytest.mark.parametrize("signer", ["UBND XÃ AN PHÚ", "ỦY BAN NHÂN DÂN HUYỆN", "TM. ỦY BAN NHÂN DÂN", "BAN TỔ CHỨC"])
def test_who_signs_what_is_announced_did_not_write_it(signer: str) -> None:
    assert read(f"<p align=right><b>{signer}</b></p>").byline is None


@pytest.mark.parametrize(
    "signer",
    [
        "HIỆU TRƯỞNG",
        "KT. HIỆU TRƯỞNG",
        "Phó Trưởng phòng",
        "TỔNG GIÁM ĐỐC",
        "Viện trưởng",
        "BAN GIÁM HIỆU",
        "BAN TỔ CHỨC",
        "UBND XÃ AN PHÚ",
    ],
)
@pytest.mark.parametrize("name", ["", "(Đã ký)", "Lê Văn An"])
@pytest.mark.parametrize("element", ["<p>{}</p>", "<p align=right><b>{}</b></p>", "<div><strong>{}</strong></div>"])
def test_an_office_below_the_text_signs_it_and_both_stay_there(element: str, name: str, signer: str) -> None:
    announcement = read(element.format(signer) + (element.format(name) if name else ""))
    assert announcement.byline is None
    assert (announcement.body_text or "").endswith("\n".join(filter(None, (LAST, signer, name))))


@pytest.mark.parametrize("unit", ["Ban Tổ chức hội thi", "Phòng Giáo dục", "BAN BIÊN TẬP"])
def test_a_unit_that_writes_does_not_sign_for_the_person_below(unit: str) -> None:
    assert (read(f"<p align=right>{unit}</p><p align=right>Lê Văn An</p>").byline or "").endswith("Lê Văn An")


@pytest.mark.parametrize("label", ["Nguồn tin", "Nguồn:", "Tác giả", "Tác giả:"])
@pytest.mark.parametrize("below", ["QR Code", "Quét mã QR", "Chia sẻ", "In trang", "Đánh giá", "Lượt xem", "Từ khóa"])
def test_a_label_of_credit_that_was_left_empty_credits_nobody_and_is_no_text(label: str, below: str) -> None:
    announcement = read(f"<div><h4>Tiện ích thông tin</h4><div>{label}</div><div>{below}</div></div>")
    assert announcement.byline is None
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize("label", ["Nguồn tin", "Nguồn:"])
def test_the_outlet_below_its_label_is_credited(label: str) -> None:
    assert "Báo Nhân Dân" in (read(f"<div><div>{label}</div><div>Báo Nhân Dân</div></div>").byline or "")


@pytest.mark.parametrize("name", ["Phòng Quản lý bảo vệ rừng", "TRUNG TÂM Y TẾ HUYỆN", "Hoàng Lan"])
@pytest.mark.parametrize("element", ["class='sign'", "class='author'", "id='tac-gia'", "class='NewsSignature sign'"])
def test_what_stands_last_in_an_element_called_after_who_signed_wrote_it(element: str, name: str) -> None:
    announcement = read(f"</div><div {element}>{name}</div><div>")
    assert announcement.byline == name
    assert (announcement.body_text or "").endswith(LAST)


def test_an_agency_last_on_its_page_and_apart_from_the_text_did_not_write_it() -> None:
    assert read("</div><div class='bottom'>Phòng Quản lý bảo vệ rừng</div><div>").byline is None


def test_an_agency_in_capitals_to_the_right_right_behind_the_text_wrote_it() -> None:
    assert read("</div><p align=right>TRUNG TÂM Y TẾ HUYỆN</p><div>").byline == "TRUNG TÂM Y TẾ HUYỆN"
    assert read("<p>Xem thêm</p></div><p align=right>TRUNG TÂM Y TẾ HUYỆN</p><div>").byline is None


RIGHT = "<p style='text-align: right'>{}</p>"


@pytest.mark.parametrize(
    "behind",
    [
        RIGHT.format("<b>Lê Hạnh</b>") + RIGHT.format("<i>Công chức Văn hóa - Xã hội</i>"),
        RIGHT.format("Lê Hạnh") + RIGHT.format("Phó Trưởng phòng Nội vụ"),
        RIGHT.format("<b>Lê Hạnh<br>Trung tâm VHTT&amp;TT huyện</b>"),
        "<p><b>Lê Hạnh</b><br>Giáo viên Trường THCS An Phú</p>",
    ],
)
def test_the_office_below_a_name_belongs_to_it(behind: str) -> None:
    announcement = read(behind)
    assert announcement.byline is not None
    assert read_byline(announcement.byline).people == ("Lê Hạnh",)
    assert (announcement.body_text or "").endswith(LAST)


def test_what_is_set_otherwise_below_a_name_does_not() -> None:
    assert read(f"{RIGHT.format('Lê Hạnh')}<p>Công chức Văn hóa - Xã hội</p>").byline == "Lê Hạnh"


@pytest.mark.parametrize("name", ["VTLý", "LTHằng", "K'Brép", "H’Loan", "R’com Sulin", "Ka’ Thơm"])
def test_a_pen_name_of_initials_and_a_name_of_the_highlands_are_who_wrote(name: str) -> None:
    announcement = read(f"<p>{name}</p>")
    assert announcement.byline == name
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize("place", ["TPHuế", "Ea H’Leo", "Cư M’Gar"])
def test_a_place_of_the_highlands_or_behind_its_abbreviation_wrote_nothing(place: str) -> None:
    assert read(f"<p>{place}</p>").byline is None


@pytest.mark.parametrize(
    "source",
    [
        "<div>Nguồn: Trung tâm Truyền thông - Văn hóa - Thể thao huyện</div>",
        "<p><b>Nguồn tin: </b>Hội CCB xã</p><div>Lượt xem: 12</div><div>Chia sẻ:</div><div>Quay lại</div>"
        "<div>In bài</div>",
        "<div>Nguồn bài viết: Hội Nông dân xã</div>",
    ],
)
@pytest.mark.parametrize("writer", ["Tác giả: Bùi Thị Kim Cúc", ""])
def test_a_source_behind_the_text_is_none_of_it_and_the_byline_where_nobody_wrote(source: str, writer: str) -> None:
    announcement = read(f"<div>{writer}</div>{source}")
    assert (announcement.body_text or "").endswith(LAST)
    assert announcement.byline == writer or (not writer and (announcement.byline or "").startswith("Nguồn"))


@pytest.mark.parametrize("name", ["K’Brép", "Bùi Thị Kim Cúc"])
def test_links_to_others_on_one_line_hide_no_writer(name: str) -> None:
    others = "<a href='#'>Giám sát việc thực hiện chính sách bảo hiểm y tế</a> <a href='#'>Khảo sát nguồn nước</a>"
    announcement = read(f"<p><b>{name}</b></p><div>Tin liên quan: {others} <a href='#'>Giao ban tháng 9</a></div>.")
    assert announcement.byline == name
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize(
    ("kicker", "byline"),
    [
        ("Tin KHCN / <b>Nguyễn Trác Việt</b> / 02.04.2019", "Nguyễn Trác Việt"),
        ("Tin tức - Sự kiện | Nguyễn Trác Việt | 02/04/2019", "Nguyễn Trác Việt"),
        ("02/04/2019 08:00 • Nguyễn Trác Việt • Hoạt động", "Nguyễn Trác Việt"),
        ("Nguyễn Trác Việt - Sở Tư pháp - 02/04/2019", "Nguyễn Trác Việt - Sở Tư pháp"),
        ("Tin KHCN / admin / 02.04.2019", None),
        ("Tin KHCN / Thủy lợi / 02.04.2019", None),
    ],
)
def test_the_name_beside_its_section_and_day_is_credited_without_the_section(kicker: str, byline: str | None) -> None:
    text = f"<p>{LAST}</p>" * 3
    source = "<p><i>Nguồn: Bản tin Thủy lợi số 2/2019</i></p>"
    told = [
        read_page(f"<html><body><div><div>{head}</div><div>{body}</div></div></body></html>".encode(), URL).announcement
        for head in (f"<p>{kicker}</p><h1>{TITLE}</h1>", f"<h1>{TITLE}</h1><p>{kicker}</p>")
        for body in (text, text + source)
    ]
    assert [read.byline for read in told[::2] if read] == [byline, byline]
    above = told[1]
    assert above is not None
    assert above.byline == (byline if byline == "Nguyễn Trác Việt" else "Nguồn: Bản tin Thủy lợi số 2/2019")


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p class='x'><i>Quốc Bảo</i></p><p class='x'><i>Ngọc Trâm</i></p>", "Quốc Bảo\nNgọc Trâm"),
        ("<p align=right><b>Quốc Bảo<br>Ngọc Trâm</b></p>", "Quốc Bảo\nNgọc Trâm"),
        ("<p align=right>Quốc Bảo</p><p align=right>Ngọc Trâm</p><p>Nguồn: hoiluatgia.vn</p>", "Quốc Bảo\nNgọc Trâm"),
        ("<p>Tin, bài: Quốc Bảo</p><p>Ngọc Trâm</p>", "Tin, bài: Quốc Bảo\nNgọc Trâm"),
        ("<p align=right>Ngọc Trâm</p><p align=right>Tổ Văn - Sử</p>", "Ngọc Trâm\nTổ Văn - Sử"),
        ("<p align=right>Tổ Văn - Sử</p><p align=right>Ngọc Trâm</p>", "Tổ Văn - Sử\nNgọc Trâm"),
        ("<p><b>Biên tập</b></p><p><b>Phụ nữ Trung Sơn</b></p>", "Phụ nữ Trung Sơn"),
        ("<p>Tin, ảnh</p><p>Khoa KSBT &amp; HIV/AIDS</p>", "Khoa KSBT & HIV/AIDS"),
        ("<p align=right>Tổng hợp<br>Ngọc Trâm</p>", "Ngọc Trâm"),
        ("<p align=right>Luật gia</p><p align=right>Ngọc Trâm</p>", "Luật gia\nNgọc Trâm"),
        ("<p align=right><b>Khoa KSBT &amp; HIV/AIDS</b></p>", "Khoa KSBT & HIV/AIDS"),
    ],
)
def test_a_signature_of_several_lines_is_one_byline_and_no_text(behind: str, byline: str) -> None:
    announcement = read(behind)
    assert announcement.byline == byline
    assert (announcement.body_text or "").endswith(LAST)


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p align=right>Quỳnh Anh</p><p align=right class='poster'>Phạm Văn Linh</p>", "Quỳnh Anh"),
        ("".join(f"<p>{name}</p>" for name in ("Lê An", "Vũ Bình", "Ngô Cường", "Lý Dung")), "Lê An"),
        ("<p align=right>CHỦ TỊCH</p><p align=right>Lê Văn An</p>", None),
    ],
)
def test_names_that_are_set_otherwise_or_are_many_do_not_sign_together(behind: str, byline: str | None) -> None:
    assert read(behind).byline == byline


@pytest.mark.parametrize(
    "duty",
    ["Người duyệt", "Duyệt", "Kiểm duyệt", "Phê duyệt", "Người kiểm duyệt", "Người duyệt bài", "Lãnh đạo duyệt",
     "Ban biên tập duyệt", "Biên tập", "Người biên tập", "Trưởng ban biên tập", "Người nhập", "Người đăng",
     "Người đăng bài", "Hiệu đính"],
)  # fmt: skip
@pytest.mark.parametrize("between", ["</span><span>", " - ", "; ", " | ", ". "])
@pytest.mark.parametrize("credit", ["Người viết: Bùi Thị Kim Cúc", "Tin, bài: Phòng Văn hóa và Thông tin"])
def test_a_credit_ends_where_the_next_duty_is_told(credit: str, between: str, duty: str) -> None:
    announcement = read(f"<p align=right><span>{credit}{between}{duty}: Trần Văn Bé</span></p>")
    assert announcement.byline == credit
    assert "Trần Văn Bé" not in (announcement.body_text or "")


@pytest.mark.parametrize(
    "line",
    ["Biên tập: Bùi Thị Kim Cúc", "Tổng hợp, biên tập: Bùi Thị Kim Cúc", "Tin - Biên tập: Bùi Thị Kim Cúc",
     "Viết bài và biên tập: Bùi Thị Kim Cúc", "Tin: Trần Văn Bé - Ảnh: Bùi Thị Kim Cúc"],
)  # fmt: skip
def test_a_duty_that_nobody_else_stands_before_is_a_credit(line: str) -> None:
    assert read(f"<p align=right>{line}</p>").byline == line
