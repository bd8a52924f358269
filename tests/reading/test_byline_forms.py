"""Bylines in the forms and places in which portals print them, and what looks like one and is none."""

from __future__ import annotations

import re

import pytest

from scraper.reading import read_page
from tests.reading.written import TITLE, read

DAY = "<p>12/03/2021</p>"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<h6>Tác giả: Nguyễn Khánh Vy (Lớp 12A4) &nbsp; Ngày: 27.05.2023</h6>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>Tác giả: Nguyễn Khánh Vy (Lớp 12A4) - 27/05/2023</p>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>27/05/2023 - Tác giả: Nguyễn Khánh Vy (Lớp 12A4)</p>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>Nguyễn Khánh Vy (9A1) | 27/05/2023</p>", "Nguyễn Khánh Vy (9A1)"),
        ("<p>Nguyễn Khánh Vy - Lớp 9A1 | 27/05/2023</p>", "Nguyễn Khánh Vy - Lớp 9A1"),
        ("<p>Tác giả: Tổ 3 - Lớp 9A1 Ngày: 27/05/2023</p>", "Tác giả: Tổ 3 - Lớp 9A1"),
        ("<p>Người viết: Lê Hà (CLB Sách K12) 27/05/2023 08:00</p>", "Người viết: Lê Hà (CLB Sách K12)"),
        ("<p>Lê Hà (TTXVN/Vietnam+) 27/05/2023 08:00</p>", "Lê Hà (TTXVN/Vietnam+)"),
        ("<p>27/05/2023 Bài viết: Lê Hà286 lượt xem</p>", "Bài viết: Lê Hà"),
        ("<p>Lê Hà 27/05/2023 08h15 286</p>", "Lê Hà"),
        ("<p>27/05/2023 08:15 CH Tác giả: Lê Hà | 153</p>", "Tác giả: Lê Hà"),
    ],
)
def test_a_class_or_a_unit_with_a_number_stays_with_the_name_beside_a_day_and_a_counter_does_not(
    line: str, byline: str
) -> None:
    assert read("", line).byline == byline


@pytest.mark.parametrize(
    "account",
    [
        '<div>12/03/2021 bởi <a href="/author/hung/">Nguyễn Văn Hùng</a></div>',
        '<div>12/03/2021</div><div>bởi <a href="/author/hung/">Nguyễn Văn Hùng</a></div>',
        "<div>12/03/2021 | bởi Nguyễn Văn Hùng</div>",
        "<div>12/03/2021</div><div>Viết bởi: Nguyễn Văn Hùng</div>",
    ],
)
@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p>Thu Hà</p>", "Thu Hà"),
        ("<p align=right><b>Thu Hà</b></p>", "Thu Hà"),
        ("<p>Tin, ảnh: Thu Hà</p>", "Tin, ảnh: Thu Hà"),
        ("<p>Ảnh: Thu Hà</p>", None),
        ("", None),
    ],
)
def test_who_signs_below_a_text_wrote_it_and_whoever_it_was_posted_by_only_where_nobody_does(
    account: str, behind: str, byline: str | None
) -> None:
    told = read("", account, behind).byline
    assert told == byline or (byline is None and str(told).endswith("Nguyễn Văn Hùng"))


@pytest.mark.parametrize(
    "fields",
    [
        "Tuần <select><option>21</option></select> Năm <select><option>2024</option></select>",
        "Quý <select><option>I</option></select> Năm <input value=2024>",
        "Thu Hà <textarea></textarea>",
    ],
)
def test_what_stands_before_the_fields_of_a_form_is_no_name(fields: str) -> None:
    assert read("", f"<div>{fields}</div>{DAY}").byline is None
    assert read("", DAY, f"<div>{fields}</div>").byline is None


@pytest.mark.parametrize(
    "counter", ["Hit Counter", "Visitor Counter", "Free Hit Counters", "Site Meter", "Users Online"]
)
def test_what_counts_visitors_is_no_name(counter: str) -> None:
    assert read("", DAY, f"<p>{counter}</p>").byline is None


SAID = "Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn."


@pytest.mark.parametrize(
    ("words", "byline"),
    [
        (f"{SAID} <strong>Lê Minh Thư</strong>", "Lê Minh Thư"),
        (f"{SAID}<b> Thu Hà</b>", "Thu Hà"),
        (f"{SAID} <strong><em>Hoàng Văn - Thu Hà</em></strong>", "Hoàng Văn - Thu Hà"),
        (f"{SAID} <span style='float:right'>Quàng Thị Inh</span>", "Quàng Thị Inh"),
        (f"<span>{SAID} <span>&nbsp;&nbsp;&nbsp;</span><span><span>Vương Hợp .</span></span></span>", "Vương Hợp"),
        (f"{SAID} (<b>Lê Minh Thư</b>)", "Lê Minh Thư"),
        (f"{SAID} (Lê Minh Thư)", "Lê Minh Thư"),
        (f"{SAID} Lê Minh Thư", "Lê Minh Thư"),
        (f"{SAID[:-1]}<b>./. Lê Hoa</b>", "Lê Hoa"),
        (f"{SAID} <strong>Hoàng Yến - Đài TTTH huyện</strong>", "Hoàng Yến - Đài TTTH huyện"),
        (f"{SAID} <b>Đài TT-TH huyện</b>", "Đài TT-TH huyện"),
        (f"{SAID} <b>Tin, ảnh: Lê Minh Thư</b>", "Tin, ảnh: Lê Minh Thư"),
        (f"{SAID} (Bài, ảnh: Lê Minh Thư)", "Bài, ảnh: Lê Minh Thư"),
        (f"{SAID} Tác giả: Lê Minh Thư", "Tác giả: Lê Minh Thư"),
        (f"{SAID} <em>Theo Báo Lào Cai</em>", "Theo Báo Lào Cai"),
        (f"{SAID} (Theo TTXVN)", "Theo TTXVN"),
        (f"{SAID} <b>Nguồn: Báo Quảng Ninh</b>", "Nguồn: Báo Quảng Ninh"),
        (f"{SAID}<br><b>Lê Minh Thư</b>", "Lê Minh Thư"),
        (f"{SAID}<br><br>{SAID} <b>Lê Minh Thư</b><br>", "Lê Minh Thư"),
        (f"{SAID}<br><span style='float:right'><b>Pờ Hùng Sang</b></span>", "Pờ Hùng Sang"),
        (f"{SAID} <b>Đ/c Nguyễn Văn Nam</b>", None),
        (f"{SAID} <b>Trân trọng!</b>", None),
        (f"{SAID} <b>Xem thêm</b>", None),
        (f"{SAID} <a href='/x'>Lê Thị Hoa</a>", None),
        (f"{SAID} <i>(Ảnh: Lê Thị Hoa)</i>", None),
        (f"{SAID} Đồng chí chủ trì hội nghị: <b>Lê Minh Thư</b>", None),
        (f"{SAID} <b>Lê Thị Hoa, Trần Văn Tú, Vàng A Súa và Lò Thị Pâng đạt giải.</b>", None),
        ("Nhân dịp này, huyện trao giấy khen của Chủ tịch huyện cho bà <b>Lê Minh Thư</b>", None),
        ("Giải Nhất thuộc về thí sinh Lê Thị Hoa; giải Nhì: Trần Văn Tú. Giải Ba: Vàng A Súa.", None),
        ("Xin trân trọng cảm ơn các vị đại biểu đã về dự, chúc hội nghị thành công. <b>Lê Minh Thư</b>", None),
        ("Mọi ý kiến xin gửi về Văn phòng huyện, số điện thoại 0912.345.678. <b>Lê Minh Thư</b>", None),
        ("“Tôi rất vui khi được hỗ trợ bò giống, gia đình sẽ cố gắng thoát nghèo.” <b>Lê Minh Thư</b>", None),
        ("Nơi nhận: Như trên; Thường trực Huyện ủy; các phòng, ban; Lưu: VT, VP. <b>Lê Minh Thư</b>", None),
    ],
)
def test_behind_the_last_sentence_of_a_text_stands_who_wrote_it_on_the_same_line(
    words: str, byline: str | None
) -> None:
    told = read("", DAY, f"<p>{words}</p>")
    assert told.byline == byline
    assert "lãnh đạo các phòng và 18 xã, thị trấn" in told.body_text


PICTURE = "<p><img src='/ho.jpg'></p><p style='text-align:center'><em>Các hộ cho cá ăn trên hồ{}</em></p>"


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        (". Bài, ảnh: Vi Thị Nga", "Bài, ảnh: Vi Thị Nga"),
        (" (Tin và ảnh: Vi Thị Nga)", "Tin và ảnh: Vi Thị Nga"),
        (" - Tin, ảnh: Vi Thị Nga.", "Tin, ảnh: Vi Thị Nga"),
        (". Ảnh: Vi Thị Nga", None),
        (". Nguồn ảnh: Vi Thị Nga", None),
        (". Video, ảnh: Vi Thị Nga", None),
        (" (Nguồn: Báo Lào Cai)", None),
    ],
)
def test_a_caption_credits_whoever_wrote_as_well_where_nobody_else_is_credited(behind: str, byline: str | None) -> None:
    for below in (f"<p>{SAID}</p>", ""):
        assert read("", DAY, PICTURE.format(behind) + below).byline == byline
    assert read("", DAY, f"{PICTURE.format(behind)}<p>{SAID}</p><p align=right>Thu Hà</p>").byline == "Thu Hà"
    assert read("", "<p>Hải Yến | 12/03/2021</p>", f"{PICTURE.format(behind)}<p>{SAID}</p>").byline == "Hải Yến"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<b>Công chức Văn hóa - Xã hội: Nguyễn Thị Hà</b>", "Công chức Văn hóa - Xã hội: Nguyễn Thị Hà"),
        ("<b>CC VHXH: Lò Thị Pâng</b>", "CC VHXH: Lò Thị Pâng"),
        ("<b>Văn phòng HĐND - UBND xã: Nguyễn Thị Hà</b>", "Văn phòng HĐND - UBND xã: Nguyễn Thị Hà"),
        ("<i>Đài Truyền thanh xã: Hoàng Nam</i>", "Đài Truyền thanh xã: Hoàng Nam"),
        ("<b>Công an xã: Đại úy Lò Văn Tú</b>", "Công an xã: Đại úy Lò Văn Tú"),
        ("<b>Trường Mầm non Hoa Sen: Cô giáo Lê Hoa</b>", "Trường Mầm non Hoa Sen: Cô giáo Lê Hoa"),
        ("Phòng Nội vụ: Lê Thị Hoa", None),
        ("<b>Chủ tịch UBND xã: Nguyễn Văn Nam</b>", None),
        ("<b>Thủ trưởng đơn vị: Bùi Văn Dửng</b>", None),
        ("<b>Ủy ban nhân dân xã: Lê Thị Hoa</b>", None),
        ("<b>TM. BAN CHẤP HÀNH: Lê Hoa</b>", None),
        ("<b>Người lập biểu: Lê Thị Hoa</b>", None),
        ("<b>Kế toán: Lê Thị Hoa</b>", None),
        ("<b>Thư ký: Lê Thị Hoa</b>", None),
        ("<b>Cán bộ phụ trách: Nguyễn Thị Hà</b>", None),
        ("<b>Người phát ngôn: Nguyễn Thị Hà</b>", None),
        ("<b>Văn phòng: 0203 3825 447</b>", None),
    ],
)
def test_a_dressed_last_line_credits_whom_it_names_behind_a_unit_or_the_work_of_one_who_writes(
    line: str, byline: str | None
) -> None:
    assert read("", DAY, f"<p>{line}</p>").byline == byline
    assert read("", DAY, f"<p>Mọi chi tiết liên hệ:</p><p>{line}</p>").byline is None
    if byline is not None:
        assert read("", DAY, f"<p align=right>{line}</p>").byline == byline


LEAD = "<p><b>Sáng 12/3, huyện sơ kết sáu tháng thực hiện chương trình giảm nghèo, bàn việc đến cuối năm.</b></p>"
APART = f"<div class='mo-ta'><p>{SAID}</p></div>"


@pytest.mark.parametrize(
    ("between", "byline"),
    [
        (f"{LEAD}<p class='pAuthor tac-gia'>* DUY KHÔI</p>", "* DUY KHÔI"),
        (f"{LEAD}<div class='author-name'>Hải Yến</div>", "Hải Yến"),
        (f"{LEAD}<p align=right>Hải Yến - Thu Hà</p>", "Hải Yến - Thu Hà"),
        (f"{LEAD}<p align=right><b>BS. Lò Thị Pâng</b></p>", "BS. Lò Thị Pâng"),
        (f"{LEAD}<p><i>Hải Yến</i></p>", "Hải Yến"),
        (f"{APART}<div class='field-tac-gia'><strong>Hải Yến</strong></div>", "Hải Yến"),
        (f"{APART}<div><strong>Hải Yến</strong></div>", "Hải Yến"),
        (f"<p>{SAID}</p><p class='author'>Hải Yến</p>", "Hải Yến"),
        (f"{LEAD}<div class='author-name'>admin</div>", None),
        (f"{LEAD}<div class='author'>Đ/c Nguyễn Văn Nam</div>", None),
        (f"{LEAD}<p><img src='/a.jpg'></p><p align=center><i>Nguyễn Văn Nam</i></p>", None),
        (f"{LEAD}<figure><img src='/a.jpg'><figcaption>Nguyễn Văn Nam</figcaption></figure>", None),
        (f"{LEAD}<p><b>Nội dung</b></p>", None),
        (f"{LEAD}<h3>Hải Yến</h3>", None),
        (f"<p>{SAID}</p><p><b>Nguyễn Văn Nam</b></p>", None),
        (f"{LEAD}<p><b>Nguyễn Văn Nam</b></p><p>{SAID}</p><p><b>Lê Thị Hoa</b></p>", None),
        (
            f"{LEAD}<p align=center><b>Nguyễn Văn Nam</b></p><p>Sinh năm 1960, quê xã An Hòa, đã từ trần.</p>",
            None,
        ),
        (f"<p>{SAID[:-1]}, gồm:</p><p align=right><b>Nguyễn Văn Nam</b></p>", None),
    ],
)
def test_between_the_lead_and_the_rest_of_a_text_stands_who_wrote_it(between: str, byline: str | None) -> None:
    assert read("", DAY + between).byline == byline


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p align=right><b>* Văn Tuân</b></p>", "* Văn Tuân"),
        ("<p align=right><i>● Lê Hoa</i></p>", "● Lê Hoa"),
        ("<p><b>* Nguyễn Văn Nam</b></p><p><b>* Lê Thị Hoa</b></p>", None),
        ("<p>* Nguyễn Văn Nam</p>", None),
        ("<p><b>* Mời bạn đọc xem thêm</b></p>", None),
        ("<p><b>“Giảm nghèo là việc chung”</b></p><p><i>Nguyễn Văn Nam, Bí thư Huyện ủy</i></p>", None),
        ("<blockquote><p>Tôi rất vui khi được hỗ trợ bò giống.</p><p>Lò Văn Pánh</p></blockquote>", None),
        ("<p>“Tôi rất vui khi được hỗ trợ bò, gia đình sẽ cố gắng.”</p><p align=right><b>Lê Hoa</b></p>", "Lê Hoa"),
        ("<p>“Tôi rất vui khi được hỗ trợ bò, gia đình sẽ cố gắng.”</p><p><b>Lê Hoa</b></p>", "Lê Hoa"),
    ],
)
def test_a_name_behind_a_star_signs_where_it_is_no_item_and_who_is_quoted_does_not(
    behind: str, byline: str | None
) -> None:
    assert read("", DAY, behind).byline == byline


def test_a_text_that_is_indented_as_a_quotation_is_signed_by_who_wrote_it() -> None:
    for signed in ("<p>{}</p><p>Lê Hoa</p>", "<p>{} <b>Lê Hoa</b></p>"):
        text = f"<blockquote><p>{SAID}</p>{signed.format(SAID)}</blockquote>"
        page = f"<html><body><h1>{TITLE}</h1>{DAY}{text}</body></html>"
        told = read_page(page.encode(), "https://portal.example/tin/so-ket-77.html").announcement
        assert told is not None
        assert told.byline == "Lê Hoa"


@pytest.mark.parametrize(
    "line",
    [
        "BSCKI. Nông Văn Tú",
        "ThS.BS Đinh Thị Ngọc",
        "ThS. Lê Hà - CN. Vũ Mai",
        "Thượng úy Trần Quốc Toản - Công an huyện",
        "Nguyễn Thị Hà (Phòng VH&TT)",
        "Nguyễn Thị Hà, Trường THCS An Hòa",
        "N.T.H",
        "Nhóm phóng viên",
        "P.V (tổng hợp)",
        "Ban Tuyên giáo Huyện ủy",
        "Trung tâm VH, TT và TT huyện",
        "Phòng NN&PTNT",
        "Báo Lào Cai",
        "Mai Hoa - Văn Bình (Quảng Ninh)",
        "Mai Hoa/TTXVN",
        "Mai Hoa (Theo TTXVN)",
        "A Lăng Ngước",
        "Rơ Châm Phiang",
        "Giàng A Phứ",
        "Y Thịnh Êban",
        "Sóc Bopha Oanh Na",
        "H'Loan",
        "Văn Tuân – Thực hiện",
        "Văn Tuân lược ghi",
        "CTV Văn Tuân",
        "V.T - T.H",
    ],
)
@pytest.mark.parametrize("form", ["<p align=right>{}</p>", "<p style='text-align: right'><b><i>{}</i></b></p>"])
def test_a_last_line_to_the_right_credits_whom_it_names_with_all_that_it_says_of_them(line: str, form: str) -> None:
    escaped = line.replace("&", "&amp;")
    assert read("", DAY, form.format(escaped)).byline == line


@pytest.mark.parametrize(
    "behind",
    [
        "<p align=center><b>TM. ỦY BAN NHÂN DÂN</b></p><p align=center><b>CHỦ TỊCH</b></p><p align=center>Lê Hoa</p>",
        "<p align=right><b>HIỆU TRƯỞNG</b></p><p align=right>(Đã ký)</p><p align=right><b>Nguyễn Văn Nam</b></p>",
        "<p align=right><b>TL. GIÁM ĐỐC</b><br><b>TRƯỞNG PHÒNG</b><br>(đã ký)<br><b>Nguyễn Văn Nam</b></p>",
        "<p align=right><b>Trưởng ban</b></p><p align=right><b>Nguyễn Văn Nam</b></p>",
        "<p>Hotline: 0912 345 678 (Lan Anh)</p>",
        "<p>Mọi chi tiết xin liên hệ: Lan Anh, ĐT 0912 345 678</p>",
        "<p>Liên hệ</p><p>Lan Anh</p><p>0912 345 678</p>",
        "<p>Người đăng: Lan Anh</p>",
        "<p>Đăng bởi Lan Anh</p>",
        "<p>Người nhập: Lan Anh</p>",
    ],
)
def test_who_signs_a_paper_is_to_be_called_or_posted_a_page_is_not_credited(behind: str) -> None:
    assert read("", DAY, behind).byline is None


@pytest.mark.parametrize("form", ["<p>{}: Lê Minh Thư</p>", "<p align=right><b>{}:</b> <i>Lê Minh Thư</i></p>"])
def test_a_label_says_whether_whom_it_names_wrote(form: str) -> None:
    wrote = """
        Tin, bài và hình ảnh | Bài viết - Ảnh | Tin &amp; ảnh | Ảnh, bài | Nội dung và hình ảnh | Biên soạn | Sưu tầm
        Sưu tầm và biên soạn | Tổng hợp, biên soạn | Sưu tầm &amp; tổng hợp | Tổng hợp - Biên tập | Bài và thực hiện
        Người viết và thực hiện | Thực hiện nội dung | Giáo viên thực hiện | Giáo viên viết bài | Cán bộ viết bài
        Chắp bút | Lược ghi | Ghi nhanh | Ghi chép | Phóng sự ảnh | Biên dịch | Người dịch | Người sưu tầm | Tên tác giả
        Tác giả - Ảnh | Tác giả và ảnh | Tác giả tin bài | Người cung cấp thông tin | T/h | S/t | BT | By | Author
    """
    others = """
        Ảnh | Hình ảnh | Video | Thiết kế | Đồ họa | Trình bày | Người đăng | Người đưa tin | Người gửi | Người nhập
        Người duyệt | Kiểm duyệt | Người ký | Người liên hệ | Phụ trách | Chủ trì | Chủ tọa | Thư ký | Báo cáo viên
        Diễn giả | Người trả lời | Người hỏi | Đồng chí | Giải Nhất | Thí sinh | Học sinh | Lớp trưởng | Chủ nhiệm
        GVCN | Giáo viên chủ nhiệm | Người hướng dẫn | Quay phim | Dựng phim | Thể hiện | MC | Đạo diễn | Kế toán
        Người lập | Nơi nhận | Tài khoản | Chủ tài khoản | Chịu trách nhiệm nội dung | Quản trị | Người phát ngôn
    """
    labels = {label.strip(): wrote is labels for labels in (wrote, others) for label in re.split(r"[|\n]", labels)}
    told = {label: read("", DAY, form.format(label)).byline is not None for label in labels if label}
    assert told == {label: writes for label, writes in labels.items() if label}


@pytest.mark.parametrize(
    "above",
    ["Người lập", "Người báo cáo", "Người làm đơn", "ĐẠI DIỆN BAN TỔ CHỨC", "NGƯỜI PHÁT NGÔN", "(Ký, ghi rõ họ tên)"],
)
def test_who_stands_below_what_signers_do_wrote_no_news(above: str) -> None:
    line = "<p align=right><b>{}</b></p>"
    assert read("", DAY, line.format(above) + line.format("Lê Minh Thư")).byline is None
    assert read("", DAY, line.format("Người viết bài") + line.format("Lê Minh Thư")).byline == "Lê Minh Thư"


@pytest.mark.parametrize("heading", ["Tài liệu tham khảo:", "Danh mục tài liệu tham khảo", "Chú thích"])
def test_works_that_a_text_cites_stand_behind_who_wrote_it(heading: str) -> None:
    cited = "1. Ban Chấp hành Đảng bộ huyện, Lịch sử Đảng bộ huyện, Nxb Chính trị quốc gia, Hà Nội, 2015, tr.27."
    behind = f"<p align=right><b>Lê Minh Thư</b></p><p><i>{heading}</i></p><p>{cited}</p><p>{cited}</p>"
    assert read("", DAY, behind).byline == "Lê Minh Thư"


@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ('<div class="ntd-author">Mai Đỉnh</div>', "Mai Đỉnh"),
        ('<div class="tac-gia">PV Mai Đỉnh</div>', "PV Mai Đỉnh"),
        ('<div class="ntd-author">admin</div>', None),
        ('<div class="author">Mai Đỉnh</div><div class="author">Lê Hoa</div>', None),
        ('<div class="comment-author">Mai Đỉnh</div><p>Bài hay quá.</p>', None),
        ('<div class="comments"><div class="author">Mai Đỉnh</div><p>Bài hay quá.</p></div>', None),
        ('<blockquote class="quote"><p class="author">Mai Đỉnh</p></blockquote>', None),
        (
            '<ul><li class="item"><a href="/x">Xã An Hòa về đích</a><p class="author">Mai Đỉnh</p></li></ul>',
            None,
        ),
        ('<div class="name">Mai Đỉnh</div>', None),
    ],
)
def test_behind_the_headlines_of_others_the_one_element_of_the_writer_credits(behind: str, byline: str | None) -> None:
    links = "".join(
        f'<li><a href="/tin/{n}.html">Hội nghị tổng kết công tác dân vận năm {n}</a></li>' for n in range(2019, 2023)
    )
    for others in (f"<ul>{links}</ul>", f"<h3>Tin liên quan</h3><ul>{links}</ul>"):
        assert read("", DAY, f"{others}{behind}").byline == byline


@pytest.mark.parametrize(
    ("name", "byline"),
    [
        ('<a href="/user/3" class="username">{}</a>', None),
        ('<a href="/users/ban-tin">{}</a>', None),
        ('<a href="/thanh-vien/12/">{}</a>', None),
        ("<span>{}</span>", "{}"),
        ('<a href="/tac-gia/bao-yen.html">{}</a>', "{}"),
    ],
)
@pytest.mark.parametrize("who", ["Bảo Yên", "Ban thời sự"])
@pytest.mark.parametrize("row", ["<div>{} | 06/04/2023 08:45</div>", "<div><p>{}</p><p>06/04/2023 08:45</p></div>"])
def test_a_name_that_leads_to_an_account_is_who_put_a_page_up(
    name: str, byline: str | None, who: str, row: str
) -> None:
    if who == "Bảo Yên" or byline is None:
        assert read("", row.format(name.format(who))).byline == (byline and byline.format(who))


@pytest.mark.parametrize("source", ["Theo <span>Nhịp sống thị trường</span>", "Nguồn: Nhịp sống thị trường"])
def test_the_writer_above_a_source_is_credited_though_its_name_or_address_stands_around(source: str) -> None:
    author = '<div><p class="author">Dương Ngọc</p><p class="source">Nhịp sống thị trường</p></div>'
    link = (
        "<div><i>Link bài gốc</i> Lấy link! https://bao.example/thoi-diem-nang-hang-can-ke-30-co-phieu-1882.html</div>"
    )
    assert read("", DAY, f"{author}<div><a href='#'>{source}</a></div>{link}").byline == "Dương Ngọc"
