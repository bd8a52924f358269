"""Offices that sign below a text, alone or below a name; and sources of figures, which are nobody who wrote."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese.bylines import read_byline
from scraper.reading import read_page

FIRST = "Bệnh viện huyện vừa đưa vào sử dụng máy siêu âm mới, mỗi ngày khám được thêm khoảng hai mươi lượt người bệnh."
LAST = "Người bệnh có thẻ bảo hiểm được thanh toán như trước, không phải nộp thêm khoản nào khi siêu âm bằng máy ấy."


def read(inside: str) -> PrintedAnnouncement:
    head = "<h1>Bệnh viện huyện có máy siêu âm mới</h1><p>Ngày đăng: 12/04/2022</p>"
    page = f"<html><body><div>{head}<div>{inside}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    return told


def signed(*lines: str, form: str = "<p>{}</p>") -> PrintedAnnouncement:
    return read(f"<p>{FIRST}</p><p>{LAST}</p>{''.join(map(form.format, lines))}")


FORMS = ["<p>{}</p>", "<p align=right><b>{}</b></p>", "<div class=author>{}</div>"]


@pytest.mark.parametrize(
    "office",
    [
        "Khoa Truyền thông GDSK", "Khoa Điều dưỡng", "Khoa Dược – Bệnh viện Đa khoa huyện", "Khoa Sốt rét - KST - CT",
        "Khoa Truyền thông - Giáo dục sức khỏe", "Khoa Tài nguyên và Môi trường", "Khoa CNTT", "Phòng CTXH",
        "Ban Biên tập", "Đội QLTT số 2", "Trạm Y tế xã Mộc", "Tổ Truyền thông",
        "Đoàn trường", "Đoàn trường THPT Mộc", "Liên đội trường",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", FORMS)
def test_an_office_below_a_text_is_who_wrote_it(form: str, office: str) -> None:
    told = signed(office, form=form)
    assert told.byline == office
    assert told.body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    ["Khoa học và đời sống", "Khoa học và Công nghệ", "Khoa giáo", "Khoa bảng", "Đội tuyển U17", "Tổ chức thực hiện",
     "Thực hiện: Các phòng, ban", "Thực hiện: Các phòng, ban, đơn vị"],
)  # fmt: skip
@pytest.mark.parametrize("form", FORMS)
def test_what_only_begins_like_an_office_is_none(form: str, line: str) -> None:
    assert signed(line, form=form).byline is None


@pytest.mark.parametrize("name", ["Khoa Nam", "Đăng Khoa", "Anh Khoa thực hiện"])
def test_somebody_called_khoa_is_a_person(name: str) -> None:
    assert read_byline(name).people and read_byline(name).organisation is None


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("ThS. Trần Thị Hoa", "Trần Thị Hoa"), ("BSCKI Lê Văn Tám", "Lê Văn Tám"), ("DS. Lê Hà", "Lê Hà"),
        ("ThS.BS Phạm Minh Đức", "Phạm Minh Đức"), ("Lương y Nguyễn Văn Ba", "Nguyễn Văn Ba"),
        ("Lương y đa khoa Nguyễn Văn Ba", "Nguyễn Văn Ba"), ("TTƯT.BSCKII Vũ Thị Thu", "Vũ Thị Thu"),
        ("NCS.ThS Lê Hà", "Lê Hà"), ("Trần Thị Hoa", "Trần Thị Hoa"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("office", ["Khoa Điều dưỡng", "Khoa Dược", "Trung tâm Y tế huyện Tân Long", "Phòng CTXH"])
@pytest.mark.parametrize("form", [*FORMS[:2], "<div>{}</div>", "{}<br>"])
def test_a_name_is_signed_with_the_office_on_the_line_below(form: str, office: str, name: str, person: str) -> None:
    told = signed(name, office, form=form)
    assert told.byline == f"{name}\n{office}"
    assert told.body_text == f"{FIRST}\n{LAST}"
    byline = read_byline(told.byline)
    assert (byline.people, byline.organisation) == ((person,), office)


def test_an_office_dressed_otherwise_is_one_below_a_name_with_a_degree() -> None:
    told = read(f"<p>{FIRST}</p><p>{LAST}</p><p><b>ThS. Trần Thị Hoa</b></p><p><i>Khoa Dược</i></p>")
    assert told.byline == "ThS. Trần Thị Hoa\nKhoa Dược"


@pytest.mark.parametrize(
    "below",
    ["<h3>Khoa Dược</h3>", "<div class=box><p>Khoa Dược</p></div>", "<p><a href='/khoa-duoc'>Khoa Dược</a></p>",
     "<p>Khoa Dược: máy siêu âm và các thiết bị khác</p>", "<p>Máy siêu âm</p>"],
)  # fmt: skip
def test_what_stands_apart_from_a_name_or_is_no_office_is_not_signed_with_it(below: str) -> None:
    assert read(f"<p>{FIRST}</p><p>{LAST}</p><p>Trần Thị Hoa</p>{below}").byline == "Trần Thị Hoa"


TABLE = "<table><tr><td>Năm</td><td>Lượt</td></tr><tr><td>2020</td><td>312</td></tr><tr><td>2021</td><td>402</td></tr>"


@pytest.mark.parametrize(
    "figure",
    [
        "<p>Nguồn: Niên giám thống kê</p>",
        "<p align=center><i>(Nguồn: Tổng cục Thống kê)</i></p>",
        f"{TABLE}</table><p>Nguồn: Sở Y tế</p>",
        "<p><img src=/a.jpg width=600 height=400></p><p>Nguồn: Sở Y tế</p>",
        "<p>Nguồn: Báo cáo của bệnh viện</p>",
        f"{LAST}<br>Nguồn: Sở Y tế<br>{LAST}<br>",
        "<p>Thực hiện: Các phòng, ban, đơn vị</p>",
    ],
)
def test_the_source_of_a_figure_between_paragraphs_is_nobody_who_wrote(figure: str) -> None:
    assert read(f"<p>{FIRST}</p>{figure}<p>{LAST}</p><p>{FIRST}</p>").byline is None


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{FIRST}</p><p>{LAST}</p><p>Nguồn: Sở Y tế</p>",
        f"<p>Nguồn: Sở Y tế</p><p>{FIRST}</p><p>{LAST}</p>",
        f"<p><b>{FIRST}</b></p><p>Nguồn: Sở Y tế</p><p>{LAST}</p>",
        f"<p>{FIRST}</p><p>{LAST}</p><p>Nguồn: Sở Y tế</p><div><p>{LAST}</p></div>",
        f"<div>{FIRST}<br>{LAST}<br>Nguồn: Sở Y tế</div><div>{LAST}</div>",
    ],
)
def test_a_source_around_a_text_or_below_its_lead_is_that_of_the_text(inside: str) -> None:
    assert read(inside).byline == "Nguồn: Sở Y tế"


@pytest.mark.parametrize("label", ["Tác giả", "Tin, ảnh", "Thực hiện", "Nguồn"])
def test_somebody_credited_amid_a_text_is_its_writer(label: str) -> None:
    assert read(f"<p>{FIRST}</p><p>{label}: Trần Thị Hoa</p><p>{LAST}</p>").byline == f"{label}: Trần Thị Hoa"


APPROVES = ["BAN GIÁM HIỆU DUYỆT", "Hiệu trưởng", "BGH ký duyệt", "Xác nhận của nhà trường", "TM. BAN TỔ CHỨC"]
MAKES = ["NGƯỜI THỰC HIỆN", "Người lập", "Người viết", "Người viết báo cáo", "Người soạn", "Giáo viên thực hiện"]


@pytest.mark.parametrize("approves", APPROVES)
@pytest.mark.parametrize("makes", MAKES)
@pytest.mark.parametrize(
    "form",
    [
        "<table><tr><td><p><b>{0}</b></p></td><td><p><b>{1}</b></p><p><b>Lê Kim Hoa</b></p></td></tr></table>",
        "<table><tr><td><b>{1}</b><br>Lê Kim Hoa</td><td><b>{0}</b><br>Trần Văn Bình</td></tr></table>",
        "<table><tr><td>{0}</td><td>{1}</td></tr><tr><td>Trần Văn Bình</td><td>Lê Kim Hoa</td></tr></table>",
        "<p><b>{0}</b></p><p><b>{1}</b></p><p><b>Lê Kim Hoa</b></p>",
    ],
)
def test_who_made_a_paper_signs_it_beside_who_approves(form: str, makes: str, approves: str) -> None:
    told = signed(approves, form=form.replace("{1}", makes))
    assert told.byline is None
    assert told.body_text.startswith(f"{FIRST}\n{LAST}\n")
    assert all(line in told.body_text for line in (approves, "Lê Kim Hoa"))


@pytest.mark.parametrize("makes", ["Người viết", "Người thực hiện", "Người tổng hợp"])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<p align=right><b>{}</b></p>"])
def test_who_made_a_text_is_who_wrote_it_where_nobody_approves(form: str, makes: str) -> None:
    assert signed(makes, "Lê Kim Hoa", form=form).byline == "Lê Kim Hoa"
    assert signed(f"{makes}: Lê Kim Hoa", form=form).byline == f"{makes}: Lê Kim Hoa"


@pytest.mark.parametrize("name", ["Lê Văn Duyệt", "Ngọc Duyệt", "Bài, ảnh: Kim Duyệt"])
@pytest.mark.parametrize("form", FORMS)
def test_somebody_called_duyet_approves_nothing(form: str, name: str) -> None:
    assert signed(name, form=form).byline == name


@pytest.mark.parametrize("office", ["Thẩm phán", "Chấp hành viên", "Công chứng viên"])
@pytest.mark.parametrize("line", ["<p align=right><b>{} Hà Thị Thu</b></p>", "<p>{} Hà Thị Thu</p>"])
def test_who_signs_a_notice_for_a_court_wrote_no_news_and_may_write_of_a_trial(office: str, line: str) -> None:
    notice = f"<p>Tòa án nhân dân huyện thông báo cho bị đơn là anh Q. {FIRST}</p>"
    assert read(f"{notice}<p>{LAST}</p>{line.format(office)}").byline is None
    assert signed(line.format(office), form="{}").byline == f"{office} Hà Thị Thu"
