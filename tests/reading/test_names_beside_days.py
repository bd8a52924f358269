"""Who wrote, beside the day and among the buttons and counters around it, and what there is no name."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "<h3>Chủ tịch xã Mộc kiểm tra đê bao</h3>"
TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p><p>Các thôn họp bình xét công khai, niêm yết danh"
    " sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân dân trước khi trình Ủy ban nhân dân xã.</p>"
)
OTHERS = "<h4>Tin khác</h4><ul><li><a href='/5520.html'>Xã Lộc ra quân làm thủy lợi mùa khô</a> (12/05/2024)</li></ul>"


def announcement_of(main: str) -> PrintedAnnouncement:
    page = (
        '<html><head><meta charset="utf-8"><title>Xã Mộc</title></head><body><ul><li><a href="/">Trang chủ</a></li>'
        f'<li><a href="/tin">Tin tức</a></li></ul><div class="x">{main}{OTHERS}</div>'
        "<div>Cơ quan chủ quản: UBND xã Mộc</div></body></html>"
    )
    told = read_page(page.encode(), "https://xa-moc.example/Default.aspx?tabid=1190&id=5521").announcement
    assert told is not None
    assert told.title == "Chủ tịch xã Mộc kiểm tra đê bao"
    return told


@pytest.mark.parametrize("place", ["{facts}{title}{text}", "{title}{facts}{text}"])
@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Y Nhung Cỡ chữ Aa- Aa+ Đăng ngày 28/11/2015", "Y Nhung"),
        (
            "Màu chữ Cỡ chữ | 27/11/2023, 23:22 | Tác giả: Lê Minh Quang - Hải Đăng | Bình luận (0)",
            "Tác giả: Lê Minh Quang - Hải Đăng",
        ),
        ("18:22 10.07.2019 Quốc Việt In bài viết", "Quốc Việt"),
        (
            "Cập nhật: Thứ Bảy, 03/09/2022, 05:22 [GMT+7] Tác giả: P.T.L.Anh Theo dõi trên Google News",
            "Tác giả: P.T.L.Anh",
        ),
        ("0 bình luận - 19/5/2024 Đức Trung", "Đức Trung"),
        ("Publish date 03/01/2010, 05:36 Vàng A Sáng A- A A+", "Vàng A Sáng"),
        ("Tác giả: Lò Văn Phong | Xây dựng Đảng - Thứ Hai, 15/03/2010 | Bản in", "Tác giả: Lò Văn Phong"),
        ("Người viết: Y Nhung Cập nhật: Ngày 15 tháng 10 năm 2023 Xem cỡ chữ", "Người viết: Y Nhung"),
        ("Tác giả: Hải Đăng Ngày gửi: Thứ Bảy 09/11/2024", "Tác giả: Hải Đăng"),
        ("Văn hóa - Xã hội - Thứ 6, 23/8/2013 | 08:03:27 Trần Thị Mai", "Trần Thị Mai"),
        ("Nghe bài viết Ngày gửi: Thứ Sáu, 8/1/2016 17:41'(GMT+7) N.V.Tuấn", "N.V.Tuấn"),
        ("20:29, 17/10/2015 | Lan Anh | Facebook Zalo", "Lan Anh"),
        ("LÊ MINH QUANG In trang | 23/06/2011", "LÊ MINH QUANG"),
        ("Tác giả: Phòng Nghiệp vụ 2 Đăng ngày 19/06/2023 lúc 14 giờ 05 phút", "Tác giả: Phòng Nghiệp vụ 2"),
        ("Tác giả: Đội QLTT số 12 | 19/06/2023", "Tác giả: Đội QLTT số 12"),
        ("Phòng Thanh tra 1 - 19/06/2023", "Phòng Thanh tra 1"),
        ("Tác giả: Phòng Nội vụ 125 19/06/2023", "Tác giả: Phòng Nội vụ"),
        ("Tác giả: Ban Biên tập 3 19/06/2023", "Tác giả: Ban Biên tập"),
        ("19/06/2023 Lê Phong Hà 5", "Lê Phong Hà"),
    ],
)
def test_a_name_on_the_date_line_is_told_without_the_buttons_beside_it(place: str, line: str, byline: str) -> None:
    told = announcement_of(place.format(facts=f"<div>{line}</div>", title=TITLE, text=TEXT))
    assert told.date_line == line
    assert told.byline == byline


@pytest.mark.parametrize("place", ["{facts}{title}{text}", "{title}{facts}{text}", "{title}{text}{facts}"])
@pytest.mark.parametrize(
    ("facts", "byline"),
    [
        (["Tác giả: Bích Ngọc, Thùy Linh", "Ngày đăng: 22:17 7/3/2022"], "Tác giả: Bích Ngọc, Thùy Linh"),
        (
            ["Ngày cập nhật 01/02/2018", "Tác giả: Trần Thị Mai - Mai Phương", "0 bình luận"],
            "Tác giả: Trần Thị Mai - Mai Phương",
        ),
        (
            ["Cập nhật lúc Thứ Năm - 14-10-2010 17:52", "Lò Văn Phong - Mai Phương", "Facebook Zalo"],
            "Lò Văn Phong - Mai Phương",
        ),
        (["Người viết: QUỐC VIỆT", "Ngày cập nhật", "02.02.2023", "10:47:27 CH"], "Người viết: QUỐC VIỆT"),
        (["Ngọc Diệp", "Phản hồi: 0", "Đăng lúc: Thứ Hai - 22/08/2022 17:35"], "Ngọc Diệp"),
        (["Xem: 7803", "Ngày xuất bản: 14 giờ 36 phút ngày 06-02-2017", "Đức Trung"], "Đức Trung"),
    ],
)
@pytest.mark.parametrize(
    "holder", ["<div>{}</div>|<div>{}</div>", "<table><tr>{}</tr></table>|<td>{}</td>", "<ul>{}</ul>|<li>{}</li>"]
)
def test_a_name_in_the_row_of_the_day_is_told(place: str, facts: list[str], byline: str, holder: str) -> None:
    outer, inner = holder.split("|")
    row = outer.format("".join(inner.format(fact) for fact in facts))
    told = announcement_of(place.format(facts=row, title=TITLE, text=TEXT))
    assert told.byline == byline
    assert told.body_text.startswith("Sáng ngày 14/5")


@pytest.mark.parametrize("place", ["{facts}{title}{text}", "{title}{facts}{text}"])
@pytest.mark.parametrize(
    "facts",
    [
        ["Thứ Ba", "ngày 12 tháng 9 năm 2017"],
        ["Thứ Sáu", "12/10/2012", "14:39"],
        ["A A", "Cập nhật: Thứ 3, 08/02/2011"],
        ["Thứ Năm - 11-04-2024", "23:18", "Nghe bài viết | A A"],
        ["Tin tức", "12/10/2012", "Cỡ chữ"],
    ],
)
def test_weekdays_and_buttons_in_the_row_of_the_day_are_no_names(place: str, facts: list[str]) -> None:
    row = "".join(f"<div>{fact}</div>" for fact in facts)
    told = announcement_of(place.format(facts=row, title=TITLE, text=TEXT))
    assert told.byline is None
    assert told.date_line is not None


@pytest.mark.parametrize("name", ["CTV Kim Chung", "Kim Chung, Y Nhung", "Kim Lan - Hoa", "PV Kim Lan"])
@pytest.mark.parametrize("element", ["<p>{}</p>", "<div style='text-align:right'>{}</div>"])
def test_names_without_any_mark_sign_a_text(name: str, element: str) -> None:
    assert announcement_of(f"{TITLE}<div>15/05/2024</div>{TEXT}{element.format(name)}").byline == name


@pytest.mark.parametrize(
    "facts",
    [
        "<ul><li>15/05/2024</li><li>Lượt truy cập: 2771</li><li><a href='#'>Gửi email</a></li></ul>",
        "<table><tr><td>15/05/2024</td><td>Lượt truy cập: 7462</td><td>0 bình luận</td></tr></table>",
        "<h5>Ngày đăng: 15/05/2024</h5><h5>Xem: 5700</h5><h5>Theo dõi trên Google News</h5>",
        "<div>Bình luận (0)</div><div>15/05/2024</div>",
    ],
)
@pytest.mark.parametrize("lead", ["", "<h2>Sau hai năm, phong trào đã làm thay đổi diện mạo của nhiều vùng quê.</h2>"])
@pytest.mark.parametrize("order", ["{facts}{lead}", "{lead}{facts}"])
def test_facts_between_title_and_text_end_no_announcement(facts: str, lead: str, order: str) -> None:
    told = announcement_of(f"{TITLE}{order.format(facts=facts, lead=lead)}{TEXT}<p align='right'>Minh Hằng</p>")
    assert told.byline == "Minh Hằng"
    assert told.body_text.endswith("Ủy ban nhân dân xã.")


def test_a_comment_below_a_short_text_is_none_of_it() -> None:
    text = TEXT[: TEXT.index("</p>") + 4]
    comment = (
        "<div><h4>Bình luận (1)</h4><div><b>Nguyễn Văn Bình</b> 18/05/2024 09:00<p>Bài viết rất hay, mong xã sớm"
        " công khai danh sách hộ nghèo để nhân dân cùng theo dõi và góp ý.</p></div></div>"
    )
    assert announcement_of(f"{TITLE}<div>15/05/2024</div>{text}{comment}").body_text.endswith("quý tới.")


@pytest.mark.parametrize("place", ["{facts}{title}{text}", "{title}{facts}{text}"])
@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>Ngày đăng</dt><dd>23/01/2022</dd><dt>Lượt xem</dt><dd>82</dd><dt>Tác giả</dt><dd>Kim Chung</dd></dl>",
        "<table><tr><td>Ngày đăng:</td><td>17/01/2011 10:54</td></tr><tr><td>Chuyên mục:</td><td>Đoàn thể</td></tr>"
        "<tr><td>Tác giả:</td><td>Kim Chung</td></tr></table>",
        "<div><div>Đoàn thể</div><div>27/04/2024</div><div>Kim Chung</div></div>",
    ],
)
def test_a_name_among_labelled_facts_is_told_and_no_section(place: str, facts: str) -> None:
    told = announcement_of(place.format(facts=facts, title=TITLE, text=TEXT)).byline
    assert told is not None
    assert told.endswith("Kim Chung")


def test_a_section_beside_the_day_is_no_name() -> None:
    facts = "<div>Đoàn thể</div><div>27/04/2024</div>"
    assert announcement_of(f"{TITLE}{facts}{TEXT}").byline is None


OFFICE = "Phòng Quản lý khoa học và Hợp tác quốc tế"


@pytest.mark.parametrize(
    "section",
    [
        "Khoa học công nghệ",
        "Khoa học - Công nghệ",
        "Khoa học và Công nghệ",
        "Phòng cháy chữa cháy",
        "Phòng bệnh",
        "Phòng chống tham nhũng",
        "Tổ chức cán bộ",
        "Văn phòng điện tử",
        "Đơn vị trực thuộc",
        "Hợp tác quốc tế",
    ],
)
@pytest.mark.parametrize(
    "facts",
    [
        "<div><div>{}</div><div>14/05/2024</div></div>",
        "<div><span>14/05/2024</span><span>{}</span></div>",
        "<ul><li>14/05/2024</li><li>{}</li></ul>",
        "<p>{}</p><p>14/05/2024 08:30</p>",
        "<p>{} | 14/05/2024</p>",
    ],
)
def test_the_office_below_a_text_wrote_it_and_no_section_beside_the_day(facts: str, section: str) -> None:
    told = announcement_of(f"{TITLE}{facts.format(section)}{TEXT}<p>{OFFICE}</p>")
    assert told.byline == OFFICE
    assert OFFICE not in told.body_text
    assert announcement_of(f"{TITLE}{facts.format(section)}{TEXT}").byline is None


@pytest.mark.parametrize("desk", ["Khoa Nội", "Khoa công nghệ thông tin", "Phòng Đào tạo", "Tổ Toán", "Văn phòng Sở"])
def test_a_desk_beside_the_day_is_credited(desk: str) -> None:
    facts = f"<div><div>{desk}</div><div>14/05/2024</div></div>"
    assert announcement_of(f"{TITLE}{facts}{TEXT}").byline == desk


@pytest.mark.parametrize(
    ("facts", "byline"),
    [
        ("<div class=flex><span><svg></svg>12 thg 3, 2026</span><span>Ngọc Diệp</span><span>215 lượt xem</span></div>",
         "Ngọc Diệp"),
        ("<p>12/03/2026</p><p>Ngọc Diệp215 lượt xem</p>", "Ngọc Diệp"),
        ("<p>12/03/2026</p><p>Ngọc Diệp - 1.215 lượt xem</p>", "Ngọc Diệp"),
        ("<p>12/03/2026</p><p>Tin tức 215 lượt xem</p>", None),
        ("<p>12/03/2026</p><p>UBND xã Mộc 215 lượt xem</p>", None),
        ("<p>12/03/2026</p><p>Người đăng: Ngọc Diệp 215 lượt xem</p>", None),
        ("<p><span>Nguyễn Thu Hà</span> <span>Phú Thọ, 07:30 ngày 14/10/2025</span></p>", "Nguyễn Thu Hà"),
        ("<p><b>Nguyễn Thu Hà</b> - <i>Cần Thơ, 14/10/2025</i></p>", "Nguyễn Thu Hà"),
        ("<p><span>Phú Thọ, 07:30 ngày 14/10/2025</span> <span>Nguyễn Thu Hà</span></p>", "Nguyễn Thu Hà"),
        ("<p><span>Phú Thọ, 07:30 ngày 14/10/2025</span></p>", None),
        ("<p><span>Thái Bình</span> <span>07:30 ngày 14/10/2025</span></p>", "Thái Bình"),
    ],
)  # fmt: skip
def test_a_name_is_told_from_the_counter_and_the_province_beside_it(facts: str, byline: str | None) -> None:
    assert announcement_of(f"{TITLE}{facts}{TEXT}").byline == byline


@pytest.mark.parametrize(
    ("name", "credited"),
    [
        ("<i class='bi bi-person'></i> Phòng Tổ chức - Hành chính", False),
        ("<i class='fa fa-user'></i>Phòng KHTH", False),
        ("<span class='icon-user'></span> <b>Trung tâm Y tế xã Mộc</b>", False),
        ("<i class='bi bi-person'></i> Ban Tuyên giáo", False),
        ("<i class='bi bi-folder'></i> Phòng, chống tham nhũng", False),
        ("<i class='bi bi-person'></i> Quản trị viên", False),
        ("<i class='bi bi-person'></i> Tác giả: Phòng KHTH", True),
        ("<i class='bi bi-person'></i> Nguyễn Thị Hạnh", True),
    ],
)
@pytest.mark.parametrize(
    "facts",
    [
        "<div><div><i class='bi bi-calendar3'></i> 07/03/2025</div><div>{}</div></div>",
        "<div><span><i class='fa fa-calendar'></i>07/03/2025</span><span>{}</span></div>",
        "<div><span>{}</span> <span>07/03/2025</span></div>",
    ],
)
def test_a_unit_behind_the_icon_of_a_person_beside_the_day_is_an_account(facts: str, name: str, credited: bool) -> None:
    byline = announcement_of(f"{TITLE}{facts.format(name)}{TEXT}").byline
    assert byline == (name.rpartition("> ")[2] if credited else None)


@pytest.mark.parametrize(
    ("unit", "credited"),
    [
        ("Khoa Dược", False),
        ("Phòng Tổ chức - Hành chính", False),
        ("Thúy Hằng", True),
        ("Theo Báo Cao Bằng", True),
        ("Tác giả: Phòng Tổ chức - Hành chính", True),
    ],
)
@pytest.mark.parametrize("views", ["502", "1.204 lượt xem"])
def test_a_unit_behind_the_icon_of_a_person_in_a_row_that_counts_views_is_an_account(
    views: str, unit: str, credited: bool
) -> None:
    row = (
        f"<ul><li><i class='fa fa-user'></i> {unit}</li><li><i class='fa fa-calendar'></i> 08/12/2023</li>"
        f"<li><i class='fa fa-eye'></i> {views}</li></ul>"
    )
    assert announcement_of(f"{TITLE}{row}{TEXT}").byline == (unit if credited else None)


@pytest.mark.parametrize("label", ["Cập nhật bởi", "Chỉnh sửa bởi"])
def test_who_updated_a_page_did_not_write_it(label: str) -> None:
    text = (
        "<p>Trường thông báo lịch tiếp nhận hồ sơ tuyển sinh lớp 10 để phụ huynh và học sinh biết, thực hiện.</p>" * 3
    )
    by = f"{label}: <span>Nguyễn Thị Hồng Nhung</span>"
    line = f"<div>Cập nhật lúc : <span>10:25 07/09/2022</span> &nbsp;|&nbsp; {by}</div>"
    markup = f"<html><body><h1>Lịch tiếp nhận hồ sơ tuyển sinh lớp 10 năm học mới</h1>{line}{text}</body></html>"
    told = read_page(markup.encode(), "https://truong.example/tin/lich-tiep-nhan-125.html").announcement
    assert told is not None
    assert (told.byline, told.date_line is None) == (None, False)
