"""Who is credited: by a last line, a date line, a label, a link to what else that author wrote."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE, read


@pytest.mark.parametrize("label", ["Người ký", "Người ký:", "Người ban hành", "Chức danh"])
@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>{}</th><td>Nguyễn Long Biên</td></tr><tr><th>Ngày đăng tin</th><td>{}</td></tr></table>",
        "<table><tr><td>{}</td><td>Nguyễn Long Biên</td></tr><tr><td>Ngày đăng</td><td>{}</td></tr></table>",
        "<dl><dt>{}</dt><dd>Nguyễn Long Biên</dd><dt>Ngày đăng</dt><dd>{}</dd></dl>",
    ],
)
def test_a_fact_of_a_paper_in_the_table_of_the_day_credits_nobody(table: str, label: str) -> None:
    announcement = read("", table.format(label, "03/04/2025 13:45"))
    assert (announcement.byline, announcement.date_line is None) == (None, False)


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
        ("<p>Thu Hải</p>", "Thu Hải"),
        ("<p><b>Thu Năm</b></p>", "Thu Năm"),
        ("<p><b>Mai Thu Trang</b></p>", "Mai Thu Trang"),
        ("<p align=right>CN. Cao Minh Chi</p>", "CN. Cao Minh Chi"),
        ("<p><i>Phan Lan Anh</i></p>", "Phan Lan Anh"),
        ("<p>Mai Thu Trang - Cao Lan</p>", "Mai Thu Trang - Cao Lan"),
        ("<p>Home Page Menu</p>", None),
        ("<div>Website khoa</div><p><a href='https://toan.example/'>Khoa Toán</a></p>", None),
        ("<div>Trang web phòng ban</div><p><a href='https://dt.example/'>Phòng Đào tạo</a></p>", None),
        ("<p>Created at 6/26/2018 9:12 AM by Hoàng Thị Nga</p>", None),
        ("<p>Sửa đổi lần cuối lúc 26/06/2018 9:40 SA bởi Hoàng Thị Nga</p>", None),
        ("<p>Cao Bang Portal</p>", None),
        ("<p>Mai Linh Group</p>", None),
        ("<div>Được viết bởi <b>Khoa Nội tiết</b></div>", "Được viết bởi Khoa Nội tiết"),
        ("<p>Viết bởi: Phòng Nghiệp vụ Y</p>", "Viết bởi: Phòng Nghiệp vụ Y"),
        ("<p>Written by Phòng Công tác sinh viên</p>", "Written by Phòng Công tác sinh viên"),
        ("<p>Viết bởi Tổ Truyền thông</p>", "Viết bởi Tổ Truyền thông"),
        ("<p>Được viết bởi Trung tâm Y tế huyện</p>", "Được viết bởi Trung tâm Y tế huyện"),
        ("<p>Viết bởi Ban biên tập</p>", None),
        ("<p>Viết bởi Phòng Quản trị</p>", None),
        ("<p>Được viết bởi Quản trị viên</p>", None),
        ("<p>Thu Trang<br>(Nguồn: VOV)</p>", "Thu Trang (Nguồn: VOV)"),
        ("<p>Thu Trang</p><p>(Nguồn: VOV)</p>", "Thu Trang (Nguồn: VOV)"),
        ("<p>Thu Trang</p><p>Nguồn: VOV</p>", "Thu Trang"),
        ("<p>Đồng chí Nguyễn Văn Nam</p>", None),
        ("<p>Đ/c Nguyễn Văn Nam</p>", None),
        ("<p><b>Bà Lê Thị Mận</b></p>", None),
        ("<p><b>Bá Thăng</b></p>", "Bá Thăng"),
        ("<p>Thứ Năm</p>", None),
        ("<p><b>Chủ nhật</b></p>", None),
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
        ("By: Vũ Thị Hạnh | On: March 15, 2023", "By: Vũ Thị Hạnh"),
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
        ("Được viết: <span itemprop='name'>Nguyễn Hữu Tá</span>", "Được viết: Nguyễn Hữu Tá"),
        ("Được viết : <a href='/gv/ta'>Nguyễn Hữu Tá</a>", "Được viết : Nguyễn Hữu Tá"),
        ("Được viết: Super User", None),
        ("Được viết: <span itemprop='name'>quantri</span>", None),
        ("Được viết: Thứ Ba, 14 Tháng 5 2024", None),
        ("Viết bởi: <span>Super User</span>", None),
        ("Viết bởi: quantri", None),
        ("Viết bởi: Người Quản Trị", None),
        ("Viết bởi Ban Biên Tập", None),
    ],
)
def test_behind_the_label_of_the_writer_a_person_is_credited_and_no_account(line: str, byline: str | None) -> None:
    assert read("", f"<dl><dd>{line}</dd><dd>Ngày đăng: 14/05/2024</dd></dl>").byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('bởi <a href="/author/bao-yen/">Bảo Yên</a>', "Bảo Yên"),
        ('by <a href="/author/bao-yen/">Bảo Yên</a> 14/05/2024', "Bảo Yên"),
        ('By <a href="/author/bao-yen/">Bảo Yên</a> in <a href="/tin/">Tin tức</a> on 14/05/2024', "Bảo Yên"),
        ('14/05/2024 by <a href="/author/bao-yen/">Bảo Yên</a>', "Bảo Yên"),
        ('<i>Thứ Ba, 14/05/2024 08:30</i> <span>bởi <a href="/author/bao-yen/">Bảo Yên</a></span>', "Bảo Yên"),
        ('bởi: <a href="/author/bao-yen/">Bảo Yên</a> | 14/05/2024 | 120 lượt xem', "Bảo Yên"),
        ('Đăng ngày 14/05/2024 bởi <a href="/author/bao-yen/">Bảo Yên</a>', None),
        ('14/05/2024 bởi <a href="/author/vp/">Văn phòng xã</a>', None),
        ('14/05/2024 by <a href="/author/admin/">admin</a>', None),
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


@pytest.mark.parametrize("byline", ["Lê Hải", "Nguồn: Báo Tỉnh"])
def test_what_stands_around_a_field_to_write_in_is_no_text_and_who_wrote_beside_it_is_credited(byline: str) -> None:
    form = "<h4>Hộp thư bạn đọc gần xa</h4>Quý danh: <input><br>Đôi lời: <textarea></textarea><br>Kiểm tra: <input>"
    told = read("", "<p>12/03/2021</p>", f"<div><p align=right>{byline}</p><div>{form}</div></div>")
    assert (told.byline, told.body_text.count("\n")) == (byline, 2)


DAY = "ngày 4 tháng 9 năm 2019"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        (f"Luật gia Tô Văn Khải, <time>{DAY}</time>", "Luật gia Tô Văn Khải"),
        (f"ThS. Lê Thu, {DAY}", "ThS. Lê Thu"),
        (f"PV Minh Anh, {DAY}", "PV Minh Anh"),
        (f"Luật gia Tô Văn Khải - {DAY}", "Luật gia Tô Văn Khải"),
        (f"Bác sĩ Lê Thu,<br>{DAY}", "Bác sĩ Lê Thu,"),
        (f"Nguyễn Bảy - Huyện đoàn - {DAY}", "Nguyễn Bảy - Huyện đoàn"),
        (f"<a href='/tac-gia/khai'>Tô Văn Khải</a>, {DAY}", "Tô Văn Khải"),
        (f"<b class='author'>Tô Văn Khải</b>, {DAY}", "Tô Văn Khải"),
        (f"Tô Văn Khải, <time>{DAY}</time>", "Tô Văn Khải"),
        (f"Phòng Tư pháp huyện, {DAY}", "Phòng Tư pháp huyện"),
        (f"Ban biên tập, <i>{DAY}</i>", "Ban biên tập"),
    ],
)
def test_who_wrote_before_a_day_in_words_is_credited_and_the_day_is_that_of_publication(line: str, byline: str) -> None:
    announcement = read("", f"<p>{line}</p>")
    assert (announcement.byline, (announcement.date_line or "")[-len(DAY) :]) == (byline, DAY)


@pytest.mark.parametrize(
    "place", ["Hà Nội", "Trần Văn Thời", "Lê Chân", "Cô Tô", "Bà Điểm", "Ban Mê Thuột", "Xã Tân Lập", "TP. Hồ Chí Minh"]
)
@pytest.mark.parametrize("line", ["<p>{}, {}</p>", "<p align=right><span>{}</span>, <span>{}</span></p>"])
def test_the_place_of_a_letter_is_no_writer_and_its_day_not_that_of_publication(place: str, line: str) -> None:
    announcement = read("", line.format(place, DAY))
    assert (announcement.byline, announcement.date_line) == (None, None)


PORTRAIT = "<div><div>{initials}</div><div><p>{name}</p><p>12/03/2021 - 09:30 - 4 phút đọc</p></div></div>"


@pytest.mark.parametrize(
    ("initials", "name"),
    [
        ("KV", "Khánh Vy"),
        ("NMH", "Nguyễn Minh Hạnh"),
        ("NH", "Nguyễn Minh Hạnh"),
        ("LA", "Lan Anh"),
        ("ĐT", "Đức Tâm"),
    ],
)
def test_the_name_below_initials_that_stand_for_a_portrait_is_who_wrote(initials: str, name: str) -> None:
    assert read("", PORTRAIT.format(initials=initials, name=name)).byline == name


@pytest.mark.parametrize(
    ("initials", "account"),
    [("QT", "Quản trị Sở NN"), ("QT", "Quản trị"), ("AD", "Admin Điện Biên"), ("SA", "System Account")],
)
def test_the_initials_of_an_account_above_its_name_are_no_writer(initials: str, account: str) -> None:
    assert read("", PORTRAIT.format(initials=initials, name=account)).byline is None


@pytest.mark.parametrize(
    ("above", "behind", "byline"),
    [
        ("<p>Mùa Thị Chứ</p><p>12/03/2021</p>", "<p>Biên tập: Nguyễn Lan</p>", "Mùa Thị Chứ"),
        ("<p>Mùa Thị Chứ / 12/03/2021</p>", "<p>BTV: Nguyễn Lan. Ảnh: Hợp tác xã cung cấp</p>", "Mùa Thị Chứ"),
        ("<p>12/03/2021</p>", "<p>Bài: Mùa Thị Chứ</p><p>Biên tập: Nguyễn Lan</p>", "Bài: Mùa Thị Chứ"),
        ("<p>12/03/2021</p>", "<p>Biên tập: Nguyễn Lan</p>", "Biên tập: Nguyễn Lan"),
        ("<p>12/03/2021</p>", "<p>Người biên tập: Nguyễn Lan</p>", "Người biên tập: Nguyễn Lan"),
    ],
)
def test_who_edited_a_page_wrote_it_where_nobody_else_is_named(above: str, behind: str, byline: str) -> None:
    announcement = read("", above, behind)
    assert announcement.byline == byline
    assert (announcement.body_text or "").endswith("18 xã, thị trấn.")


FOREIGN = "<div class='note'><h2>Chọn báo làm nguồn ưu tiên</h2><p>{}</p></div>".format(
    "Bấm vào nút ở trên, rồi tại trang web vừa mở hãy đánh dấu vào ô vuông nằm bên phải tên của báo để chọn. " * 2
)


@pytest.mark.parametrize("last", ["<p style='text-align:right'><b>Giang Anh</b></p>", "<p>Nguyễn Giang Anh</p>"])
@pytest.mark.parametrize("between", ["", "<div><a href='/thoi-su'>Trở lại Thời sự</a></div>"])
@pytest.mark.parametrize("behind", [FOREIGN, FOREIGN.replace("<p>", "<ul><li>").replace("</p>", "</li></ul>")])
def test_who_signs_a_text_does_so_whatever_a_site_explains_behind_it(behind: str, between: str, last: str) -> None:
    page = f"<body><article><h1>{TITLE}</h1><p>12/03/2021</p>{TEXT}{last}{between}</article>{behind}</body>"
    told = read_page(page.encode(), "https://bao.example/thoi-su/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert told is not None
    assert (told.byline or "").endswith("Giang Anh")
    assert "nguồn ưu tiên" not in told.body_text
