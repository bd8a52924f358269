"""Small habits of portals, each as a page of a few lines: which date wins, who is a name."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.result import Context

ARTICLE = Context(expected="article")
TITLE = "Huyện tổ chức hội nghị sơ kết công tác giảm nghèo"
POSTED_AND_CHANGED = "21/11/2024 06:02 (Cập nhật 08:10)"
TEXT = "<p>Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn.</p>" * 3


def read(above: str, below: str, behind: str = "") -> PrintedAnnouncement:
    page = f"<html><body>{above}<div><h1>{TITLE}</h1>{below}{TEXT}{behind}</div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


@pytest.mark.parametrize(
    ("crumbs", "printed"),
    [
        ("<a href='/'>Trang chủ</a> &gt;&gt; <a href='/m'>Mô hình hay</a> (26-12-2019)", "26-12-2019"),
        ("<a href='/'>Home</a> / <a href='/m'>Tin tức</a> [Thứ Năm, 26/12/2019 10:20]", "26/12/2019 10:20"),
        ("Bạn đang ở: <a href='/'>Trang chủ</a> → Mô hình hay (26.12.2019)", "26.12.2019"),
        ("<a href='/m'>Mô hình hay</a> » <span>(26/12/2019 08:00)</span>", "26/12/2019 08:00"),
        ("<a href='/'>Trang chủ</a> / Mô hình hay 26/12/2019", None),
        ("<a href='/'>Trang chủ</a> / Mô hình hay (quý 4)", None),
    ],
)
def test_the_day_in_brackets_at_the_end_of_a_breadcrumb_is_that_of_the_title_below(
    crumbs: str, printed: str | None
) -> None:
    menu = "".join(f"<li><a href='/c{number}'>Chuyên mục {number}</a></li>" for number in range(12))
    page = (
        f"<html><body><ul>{menu}</ul><div>{crumbs}</div><div><div><p>{TITLE}</p><div>{TEXT}</div></div></div>"
        "<div>Cơ quan chủ quản: Hội Liên hiệp Phụ nữ</div></body></html>"
    )
    told = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert told is not None
    assert (told.title, bool(told.date_line)) == (TITLE, printed is not None)
    assert (printed or "") in (told.date_line or "")


@pytest.mark.parametrize(
    ("above", "below", "behind", "printed"),
    [
        ("<p>Thứ Năm, 21/11/2024 09:15</p>", f"<p>{POSTED_AND_CHANGED}</p>", "", POSTED_AND_CHANGED),
        ("<p>Thứ Hai, 25/11/2024</p>", "", "", None),
        ("<p>Thứ Hai, ngày 25 tháng 11 năm 2024 | 08:31:05</p>", "", "", None),
        ("", "<p>12/03/2021</p><p>Cập nhật: 15/03/2021</p>", "", "12/03/2021"),
        ("", "<p>Cập nhật: 15/03/2021</p>", "", "Cập nhật: 15/03/2021"),
        ("", "<p>24/04/2018 - 10:37</p>", "<p>Cập nhật lần cuối: 30/04/2018 09:00</p>", "24/04/2018 - 10:37"),
        ("", "", "<p>Ngày đăng tin: 09/01/2024</p>", "Ngày đăng tin: 09/01/2024"),
        ("", "", "<p>Gửi lên: 27/12/2019</p><p>Cập nhật: 02/01/2020</p>", "Gửi lên: 27/12/2019"),
        ("", "<p>Gửi lên huyện ngày 27/12/2019</p>", "", None),
        ("", "<p>Thời gian: 08h00 ngày 20/04/2019</p><p>Địa điểm: Quảng trường trung tâm</p>", "", None),
        ("", "<p>Đông Hà, ngày 05 tháng 10 năm 2021</p>", "", None),
        ("", "<div><b>05</b> <i>10/2016</i></div>", "", "05/10/2016"),
        ("", "<div><p>05</p><p>10/2016</p></div>", "", "05/10/2016"),
        ("", "<table><tr><td>05</td><td>10/2016</td></tr><tr><td>06</td><td>11/2016</td></tr></table>", "", None),
        ("", '<div style="display: none">Ngày đăng: 01/01/1970</div>', "", None),
        ("", "<p><span>14:14 30/09/2025</span><svg></svg><span>128</span></p>", "", "14:14 30/09/2025 128"),
        ("", '<p><span class="d">18/09/2021</span><span class="v">515</span></p>', "", "18/09/2021"),
        ("<p>25/11/2024</p><ul><li><a href='/'>Trang chủ</a></li></ul>", "", "", None),
        ("", '<p><a href="/2024/07/09/">Tháng 7 9, 2024</a></p><p>3:26 chiều</p>', "", "Tháng 7 9, 2024 3:26 chiều"),
        ("", '<span class="an">2022-01-01T00:00:00+07:00</span>', "", None),
        ("", "<p>01 Th4 2024</p>", "", "01 Th4 2024"),
        ("", "<p>Được gửi bởi bbt vào T4, 11/30/2016 - 14:22</p>", "", "Được gửi bởi bbt vào T4, 11/30/2016 - 14:22"),
        ("", "<p>Được gửi bởi bbt vào T5, 11/30/2016 - 14:22</p>", "", None),
        ("", "<p>09/02/2024</p>", "<p>Thời gian học: 26/02/2024</p>", "09/02/2024"),
        ("", "<p>Ngày đăng ký: 12/02/2024</p>", "", None),
        ("", '<p><a href="/lich/">09/07/2024</a></p>', "", None),
        ("<a href='/l'>Lịch công tác</a><div><h2>Thứ Ba, 9/7/2024</h2>", "", "", "Thứ Ba, 9/7/2024"),
        ("<p>Lịch công tác</p><div><h2>Thứ Ba, 9/7/2024</h2>", "", "", None),
        ("", '<p><a href="/tin/so-ket-cong-tac-giam-ngheo-77.html#top">09/07/2024</a></p>', "", "09/07/2024"),
    ],
)
def test_the_day_of_publication_is_told_from_others(above: str, below: str, behind: str, printed: str | None) -> None:
    assert read(above, below, behind).date_line == printed


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p>NHÓM PV</p>", "NHÓM PV"),
        ("<p>Đẹp</p>", None),
        ("<p align=right>Linh</p>", "Linh"),
        ("<p>B.T.</p>", "B.T."),
        ("<p>Ngọc Hà - Đặng Dũng</p>", "Ngọc Hà - Đặng Dũng"),
        ("<p>Thế Anh – Mỹ Linh</p>", "Thế Anh – Mỹ Linh"),
        ("<p>Anh Thư - Ảnh: Chí Cường</p>", "Anh Thư - Ảnh: Chí Cường"),
        ("<p>Toàn cảnh lễ hội - Ảnh: Chí Cường</p>", None),
        ("<p>Người đăng bài viết: Nguyễn Thành Luân</p>", None),
        ("<p>Ảnh: Hoàng Lam</p>", None),
        ('<ul><li><a href="/tep/ho-so.docx">Hồ Sơ Mời Thầu.docx</a> (1.2 MB)</li></ul>', None),
        ("<p>Số hiệu 34/2019/QĐ-UBND</p>", None),
        ("<p>Xử lý tin: Minh Tâm</p>", "Xử lý tin: Minh Tâm"),
    ],
)
def test_a_last_line_is_a_byline_only_where_it_credits_somebody(behind: str, byline: str | None) -> None:
    assert read("", "<p>12/03/2021</p>", behind).byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Nguồn: Đài Truyền thanh huyện | 14:20 ngày 02/09/2018", "Nguồn: Đài Truyền thanh huyện"),
        ("Ánh Minh | 18/08/2022 19:00", "Ánh Minh"),
        ("Đăng lúc: Thứ sáu - 10/05/2013 15:33 - Người đăng bài viết: Nguyễn Thành Luân", None),
        ("Đăng bởi: bql_admin | 05/04/2022 | 1.204 lượt xem", None),
        ("27/08/2025 10:11 Người đăng: xa.tanlong 153 A+ A- Nghe bài viết", None),
        ("27/08/2025 Người đăng: Nguyễn Thành Luân", None),
        ("Lan Anh 26/03/2024 3 phút đọc", "Lan Anh"),
        ("26/03/2024 Chia Sẻ 3 lượt xem", None),
        ("Tue Mar 22 14:05:00 ICT 2022", None),
        ("Tác giả: quantri/ Thứ Tư, 15 Tháng Ba 2023 09:12 SA /Danh mục: Tiêu chuẩn đo lường", None),
        ("Tác giả: Vũ Thị Hạnh/ Thứ Tư, 15 Tháng Ba 2023 09:12 SA /Danh mục: Đo lường", "Tác giả: Vũ Thị Hạnh"),
        ("Vũ Thị Hạnh / 15 Tháng Ba 2023 / Danh mục: Tiêu chuẩn đo lường", "Vũ Thị Hạnh"),
    ],
)
def test_a_date_line_credits_whom_it_names_but_not_who_put_the_page_up(line: str, byline: str | None) -> None:
    announcement = read("", f"<p>{line}</p>")
    assert (announcement.byline, announcement.date_line) == (byline, line)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Viết bởi: <span>Nhật Lệ</span>", "Viết bởi: Nhật Lệ"),
        ("Được viết bởi <b>Nguyễn Hữu Tá</b>", "Được viết bởi Nguyễn Hữu Tá"),
        ("Viết bởi: <span>Super User</span>", None),
        ("Viết bởi: quantri", None),
        ("Viết bởi: Người Quản Trị", None),
        ("Viết bởi Ban Biên Tập", None),
        ("Viết bởi Văn phòng Sở", None),
    ],
)
def test_behind_the_label_of_the_writer_a_person_is_credited_and_no_account(line: str, byline: str | None) -> None:
    assert read("", f"<dl><dd>{line}</dd><dd>Ngày đăng: 14/05/2024</dd></dl>").byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('bởi <a href="/author/bao-yen/">Bảo Yên</a>', "Bảo Yên"),
        ('By <a href="/author/toasoan/">toasoan</a>', None),
        ('bởi <a href="/author/quan-tri/">Quản trị viên</a>', None),
        ('bởi <a href="/author/bvhx/">Ban Văn hóa xã</a>', None),
        ('bởi <a href="/u/1">Vũ Thị Hạnh</a>', None),
        ('Lê Trần by <a href="/author/tu/">Anh Tú</a>', None),
        ('Bùi Ruby <a href="/author/tu/">Anh Tú</a>', "Bùi Ruby Anh Tú"),
    ],
)
def test_a_person_is_credited_who_leads_to_what_else_that_author_wrote_and_no_account(
    line: str, byline: str | None
) -> None:
    assert read("", f"<p>{line}</p>").byline == byline


@pytest.mark.parametrize(
    ("link", "byline"),
    [
        ('<h4><a href="/author/bao-yen/">Bảo Yên</a></h4>', "Bảo Yên"),
        ('<h4><a href="/author/toasoan/">toasoan</a></h4>', None),
        ('<h4><a href="/tin/bao-yen/">Bảo Yên</a></h4>', None),
    ],
)
def test_above_the_day_behind_a_lead_a_link_to_what_else_its_author_wrote_credits_a_person(
    link: str, byline: str | None
) -> None:
    lead = "<p>Sáu xã đã ra khỏi diện đặc biệt khó khăn sau hai năm, nhờ vốn vay và các lớp dạy nghề tại chỗ.</p>"
    assert read("", f"{lead}{link}<p>12/03/2021 • 3 phút đọc</p>").byline == byline


def test_a_first_line_that_begins_like_a_label_of_dates_is_text_where_it_prints_no_date() -> None:
    lead = "Thời gian nhận hồ sơ trong 30 ngày."
    assert read("", f"<p>12/03/2021</p><p>{lead}</p>").body_text.startswith(lead)


def test_the_subject_of_a_paper_is_its_title_under_its_number_where_nothing_else_names_it() -> None:
    subject = "V/v bảo đảm an toàn hệ thống thông tin phục vụ kỳ họp thứ 15 Hội đồng nhân dân tỉnh"
    rows = "<tr><td>Số hiệu:</td><td>12/UBND-KGVX</td></tr><tr><td>Đăng tải:</td><td>01/07/2024</td></tr>"
    page = f"<html><body><p>Số: 12/UBND-KGVX</p><h4>{subject}</h4><table>{rows}</table></body></html>"
    read = read_page(page.encode(), "https://portal.example/van-ban/12").announcement
    assert read is not None
    assert (read.title, read.date_line) == (subject, "Đăng tải: 01/07/2024")


def test_the_record_of_a_paper_begins_with_its_number_whatever_stands_between_that_and_its_subject() -> None:
    subject = "Chính sách hỗ trợ phát triển kinh tế tập thể trên địa bàn tỉnh"
    rows = (
        "<tr><th>Số hiệu</th><td>18/2023/NQ-HĐND</td><th>Loại</th><td>Nghị quyết</td></tr>"
        f"<tr><th>Trích yếu</th><td colspan=3>{subject}</td></tr><tr><th>Ngày ban hành</th><td>08/12/2023</td></tr>"
    )
    page = f"<html><body><h3>Chi tiết văn bản</h3><table>{rows}</table></body></html>"
    read = read_page(page.encode(), "https://portal.example/nghi-quyet/chi-tiet/221", context=ARTICLE).announcement
    assert read is not None
    assert read.title == subject
    assert "18/2023/NQ-HĐND" in read.body_text


SUBJECT = "Kế hoạch phát triển tài sản trí tuệ của tỉnh giai đoạn 2021 - 2025"
RECORD = "".join(
    f"<tr><th>{label}</th><td>{value}</td></tr>"
    for label, value in (
        ("Số hiệu", "21/KH-UBND"),
        ("Loại văn bản", "Kế hoạch"),
        ("Cơ quan ban hành", "UBND tỉnh"),
        ("Ngày ban hành", "02/03/2021"),
        ("File tải về", '<a href="/tep/48.pdf"><i class="icon"></i></a>'),
    )
)
OTHERS = "".join(f'<p><a href="/van-ban/{n}">Quyết định về công nhận xã đạt chuẩn đợt {n}</a></p>' for n in range(3))


@pytest.mark.parametrize(
    ("address", "around"),
    [
        ("default.aspx?pn=van-ban-phap-quy&id=48", "<div>VĂN BẢN PHÁP QUY</div><div>{}</div>"),
        ("web/guest/chi-tiet-van-ban-phap-quy?id=48", "<h1>Chi tiết văn bản pháp quy</h1><p>{}</p>"),
        ("laws/detail/ke-hoach-21-kh-ubnd-48/", "<h1>{}</h1><ul><li><a href='#a'>Thuộc tính</a></li></ul>"),
    ],
)
@pytest.mark.parametrize("heading", ["Văn bản liên quan", 'Văn bản cùng thể loại "Kế hoạch"'])
def test_what_stands_over_the_record_of_a_paper_is_its_title_whatever_the_view_is_called(
    address: str, around: str, heading: str
) -> None:
    page = (
        "<html><head><title>Chi tiết văn bản pháp quy - Sở</title></head><body>"
        f"{around.format(SUBJECT)}<table>{RECORD}</table><h3>{heading}</h3>{OTHERS}</body></html>"
    )
    reading = read_page(page.encode(), f"https://portal.example/{address}")
    read = reading.announcement
    assert reading.kind == "article"
    assert read is not None
    assert (read.title, read.date_line, [file.url for file in read.attachments]) == (
        SUBJECT,
        None,
        ["https://portal.example/tep/48.pdf"],
    )


def test_a_day_above_the_title_beside_the_name_of_its_section_is_that_of_publication() -> None:
    line = "Chuyên mục: Tin tức - Sự kiện | 28/02/2025"
    page = f"<html><body><article><div><span>{line}</span></div><h1>{TITLE}</h1>{TEXT}</article></body></html>"
    read = read_page(page.encode(), "https://portal.example/bai-viet/77").announcement
    assert read is not None
    assert read.date_line == line


def test_a_report_made_public_is_read_from_its_record_with_the_file_that_a_script_opens() -> None:
    title = "Công khai dự toán ngân sách xã năm 2026"
    opened = "downloadFile('du-toan.pdf','/upload/2001/du-toan.pdf')"
    cells = (
        ("Tên báo cáo", title),
        ("Biểu mẫu", "Biểu số 103/CK TC-NSNN"),
        ("Số quyết định", "112/QĐ-UBND"),
        ("Ngày công bố", "05/01/2026"),
        ("Tệp đính kèm", f'<a href="javascript:void(0)" onclick="{opened}">du-toan.pdf</a>'),
    )
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in cells)
    page = (
        "<html><head><title>Công khai ngân sách</title></head><body><h2>Chi tiết công khai</h2>"
        f"<table>{rows}</table><h2>Thông báo</h2>{OTHERS}</body></html>"
    )
    read = read_page(page.encode(), "https://portal.example/cong-khai-ngan-sach/du-toan-311").announcement
    assert read is not None
    assert (read.title, read.date_line) == (title, "Ngày công bố 05/01/2026")
    assert [file.url for file in read.attachments] == ["https://portal.example/upload/2001/du-toan.pdf"]


FESTIVAL = "NGÀY HỘI TƯ VẤN HƯỚNG NGHIỆP CHO HỌC SINH NGOẠI THÀNH"
FAIR = "Kế hoạch tổ chức hội chợ triển lãm sản phẩm làng nghề"


@pytest.mark.parametrize(
    ("heading", "title", "date_line"),
    [
        (f"<h2>{FESTIVAL} <small>(12/04/2021)</small></h2>", FESTIVAL, "(12/04/2021)"),
        (f"<h2>{FAIR} <span>12/04/2021 10:20</span></h2>", FAIR, "12/04/2021 10:20"),
        (f'<div><a href="#" class="x">{FAIR}</a>&nbsp;<span class="d">12/04/2021</span></div>', FAIR, "12/04/2021"),
        (f'<h2><a href="javascript:void(0)">{FAIR}</a></h2><p>12/04/2021</p>', FAIR, "12/04/2021"),
        (f"<h2>{FAIR} ngày <span>12/04/2021</span></h2>", f"{FAIR} ngày 12/04/2021", None),
        (f"<h2>{FAIR} <span>từ 12/04/2021</span></h2>", f"{FAIR} từ 12/04/2021", None),
    ],
)
def test_a_day_in_an_element_of_its_own_behind_a_title_is_no_part_of_it_but_one_in_a_sentence_is(
    heading: str, title: str, date_line: str | None
) -> None:
    page = f"<html><body><div>{heading}<div>{TEXT}</div></div></body></html>"
    read = read_page(page.encode(), "https://portal.example/Article/View/81").announcement
    assert read is not None
    assert (read.title, read.date_line) == (title, date_line)


@pytest.mark.parametrize(
    ("address", "head", "title", "flags"),
    [
        ("tin/so-ket-cong-tac-giam-ngheo-77", f"<title>{TITLE} - UBND huyện</title>", TITLE, "title-from-head"),
        ("tin/so-ket-cong-tac-giam-ngheo-77", "<title>UBND huyện</title>", None, "no-title"),
        ("default.aspx?id=77", f"<title>{TITLE} - UBND huyện</title>", None, "no-title"),
        ("default.aspx?id=77", "<title>UBND huyện</title>", None, "no-title"),
    ],
)
def test_a_page_that_prints_no_title_has_none_or_the_one_that_its_head_tells_and_its_address_spells(
    address: str, head: str, title: str | None, flags: str
) -> None:
    spelt = f"https://portal.example/{address.replace('so-ket', 'huyen-to-chuc-hoi-nghi-so-ket')}"
    around = "<p>Số lượt người xem: 13</p><p>Ngày đăng: 12/03/2021</p>"
    page = f"<html><head>{head}</head><body><div>{around}{TEXT}</div><p>Lượt truy cập: 1.024</p></body></html>"
    reading = read_page(page.encode(), spelt)
    read = reading.announcement
    assert reading.kind == "article"
    assert read is not None
    assert (read.title, read.date_line, read.flags) == (title, "Ngày đăng: 12/03/2021", (flags,))


@pytest.mark.parametrize(
    ("image", "flags"),
    [
        ('<img src="/theme/loading.gif" data-src="/tep/thong-bao-1.jpg">', ("body-is-image",)),
        ('<img src="/tep/thong-bao-1.jpg">', ("body-is-image",)),
        ('<img src="/theme/loading.gif">', ()),
    ],
)
def test_a_picture_that_is_loaded_when_it_is_seen_is_one(image: str, flags: tuple[str, ...]) -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>Ngày đăng: 12/03/2021</p><p>{image}</p></body></html>"
    read = read_page(page.encode(), "https://portal.example/thong-bao/77").announcement
    assert read is not None
    assert read.flags == flags


@pytest.mark.parametrize(
    ("image", "captions"), [('<img src="/0.84?gif" width="66">', 0), ('<img src="/anh/hop.jpg" width="660">', 1)]
)
def test_behind_a_picture_a_line_in_italics_is_its_caption_and_behind_an_icon_it_is_text(
    image: str, captions: int
) -> None:
    grounds = "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;"
    printed = read("", f"{TEXT}<p>{image}</p><p><i>{grounds}</i></p>")
    assert (grounds in printed.body_text) == (not captions)
    assert len(printed.captions) == captions


BARE = "https://portal.example/default.aspx?id=77"
PARAGRAPH = "Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng, ban và 18 xã, thị trấn, "
PARAGRAPH += "cùng đại diện các hội, đoàn thể, doanh nghiệp và hộ dân trên địa bàn; hội nghị bàn các việc phải làm."
SHORT = "<p>Sáng ngày 16/9/2022, nhà trường tổ chức đại hội cha mẹ học sinh của năm học mới tại hội trường lớn.</p>"
SHARED = "<p>12</p><p>Lượt chia sẻ</p><p><a href=#>Chia sẻ</a></p><p><a href=#>Đọc bài</a></p><p><a href=#>Lưu</a></p>"
PICTURED = "<p>Các đại biểu tham dự</p><p>Hiệu trưởng báo cáo</p>"
COMMENT = "<div><p>Ý kiến bạn đọc (1)</p><p>Rất mong cơ quan chức năng sớm giải quyết việc này cho bà con.</p></div>"


def test_buttons_between_a_title_and_its_day_and_text_count_for_nothing() -> None:
    above = "<p>Thứ Sáu, 16/09/2022 | 18:00</p><p>A- A A+ |</p>"
    page = f"<html><body><div>{above}<p>{TITLE}</p>{SHARED}{SHORT}{PICTURED}{COMMENT}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert read.kind == "article"
    assert read.announcement is not None
    assert read.announcement.title == TITLE
    assert read.announcement.date_line == "Thứ Sáu, 16/09/2022 | 18:00"
    assert read.announcement.body_text.startswith("Sáng ngày 16/9/2022, nhà trường")


def test_a_title_may_end_like_a_sentence_where_a_day_and_an_hour_stand_alone_below_it() -> None:
    above = "<p>Phòng chống dịch bệnh trên địa bàn</p>"
    page = f"<html><body><div>{above}<p>{TITLE}.</p><p>Thứ Sáu, 16/09/2022 | 18:00</p>{TEXT}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", f"{TITLE}.")


def test_what_stands_out_of_sight_is_no_title() -> None:
    hidden = "<div style='display: none'><h1>Biểu mẫu thống kê của đơn vị</h1><p>12/03/2019 08:00</p></div>"
    read = read_page(f"<html><body>{hidden}<div><p>{TITLE}</p>{TEXT}</div></body></html>".encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", TITLE)


def test_links_amid_the_paragraphs_of_an_article_make_no_list_of_it() -> None:
    links = [f"<p><a href=/tin/{n}.html>&gt;&gt; Giá cà phê tăng mạnh tại huyện thứ {n}</a></p>" for n in range(4)]
    text = "".join(f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>{link}" for link in links)
    page = f"<html><body><div><p>{TITLE}</p><p>16/09/2022 18:00</p>{text}</div></body></html>"
    read = read_page(page.encode(), BARE)
    assert (read.kind, read.announcement and read.announcement.title) == ("article", TITLE)


FILE = "<p>Kế hoạch công tác số {} của nhà trường</p><p>ke-hoach-cong-tac{}.pdf</p>"


@pytest.mark.parametrize(
    "beside",
    ["".join(FILE.format(n, "-cua-nha-truong" * n) for n in range(5, 9)), f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"],
    ids=["names of files", "two paragraphs"],
)
def test_a_front_page_is_a_list_at_any_address_whatever_little_text_stands_on_it(beside: str) -> None:
    entry = "<li><a href=/tin/{0}.html>Học sinh tham gia hội thi tìm hiểu lịch sử lần {0}</a></li>"
    links = "".join(map(entry.format, range(12)))
    read = read_page(f"<html><body><ul>{links}</ul><div>{beside}</div></body></html>".encode(), BARE)
    assert read.kind == "listing"
    assert len(read.entries) == 12


FUNCTIONS = "Chức năng, nhiệm vụ"
OWNER = "Chi cục Kiểm lâm tỉnh. Điện thoại: 0213.3876.114. Chịu trách nhiệm: Chi cục trưởng Lò Văn Phương"


def test_an_entry_of_a_menu_that_leads_to_the_page_itself_is_no_title_and_its_owner_no_text() -> None:
    entries = {"lich-su": "Lịch sử", "chuc-nang-nhiem-vu": FUNCTIONS, "so-do-to-chuc": "Sơ đồ tổ chức"}
    menu = "".join(f"<li><a href=/{address}>{name}</a></li>" for address, name in entries.items())
    text = f"<p>{FUNCTIONS} của Chi cục Kiểm lâm</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    body = f"<ul>{menu}</ul><div>{text}</div><div><p>{OWNER}</p></div>"
    page = f"<html><head><title>{FUNCTIONS}</title></head><body>{body}</body></html>"
    read = read_page(page.encode(), "https://portal.example/chuc-nang-nhiem-vu").announcement
    assert read is not None
    assert (read.title, read.body_text.count(PARAGRAPH)) == (f"{FUNCTIONS} của Chi cục Kiểm lâm", 2)
    assert OWNER not in read.body_text


@pytest.mark.parametrize("name", ["Tiêu đề", "Title"])
def test_of_the_form_of_an_item_the_longest_field_is_the_text_with_the_day_and_the_writer_of_others(name: str) -> None:
    fields = {name: TITLE, "Thứ tự": "12", "Số ký hiệu": "17/TB-TTr", "Hiển thị": "Có"}
    fields |= {"Ngày đăng": "12/03/2021 08:15", "Tác giả": "Lê Hải"}
    row = "<tr><td class=ms-formlabel><h3>{}</h3></td><td class=ms-formbody>{}</td></tr>"
    rows = "".join(row.format(*field) for field in [*fields.items(), ("Nội dung", TEXT), ("Nhóm", "Tin nội bộ")])
    form = f"<span><table class=ms-formtable>{rows}</table><p>Được tạo lúc 30/05/2021 3:05 CH bởi Trần Bích</p></span>"
    head = '<head><meta name=GENERATOR content="Microsoft SharePoint"></head>'
    page = f"<html>{head}<body>{form}</body></html>"
    read = read_page(page.encode(), "https://portal.example/Lists/Tin/DispForm.aspx?ID=45").announcement
    assert read is not None
    assert (read.platform, read.title) == ("sharepoint", TITLE)
    assert read.body_text.split("\n", 1)[0] == "Số ký hiệu | 17/TB-TTr"
    assert read.body_text.count("\n") == 3
    assert (read.date_line, read.byline) == ("Ngày đăng 12/03/2021 08:15", "Lê Hải")


@pytest.mark.parametrize("byline", ["Lê Hải", "Nguồn: Báo Tỉnh"])
def test_what_stands_around_a_field_to_write_in_is_no_text_and_who_wrote_beside_it_is_credited(byline: str) -> None:
    form = "<h4>Hộp thư bạn đọc gần xa</h4>Quý danh: <input><br>Đôi lời: <textarea></textarea><br>Kiểm tra: <input>"
    told = read("", "<p>12/03/2021</p>", f"<div><p align=right>{byline}</p><div>{form}</div></div>")
    assert (told.byline, told.body_text.count("\n")) == (byline, 2)


def test_a_text_goes_on_behind_a_field_to_write_in() -> None:
    told = read("", "<p>12/03/2021</p>", f"<div>Quý danh: <textarea></textarea></div>{TEXT}")
    assert told.body_text.count(TEXT[3:90]) == 6
