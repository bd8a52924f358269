"""What a page is that lists one announcement or a few, with summaries or whole introductions, and what is none such."""

from __future__ import annotations

import pytest

from archive.vietnamese.spelling import fold
from scraper.reading import read_page

INTRODUCTION = (
    "<p>Sáng thứ hai, nhà trường phát động thi đua chào mừng ngày Nhà giáo Việt Nam với sự tham gia của toàn thể"
    " cán bộ, giáo viên và hơn 600 học sinh ở cả bốn khối lớp, mỗi lớp đăng ký một công trình măng non.</p>"
    "<p>Thầy hiệu trưởng nhắc học sinh chấp hành luật giao thông khi đến trường, nhất là việc đội mũ bảo hiểm khi đi xe"
    " đạp điện, và giữ gìn vệ sinh trường lớp xanh, sạch, đẹp trong suốt tháng thi đua.</p>"
    "<p>Kết thúc buổi lễ, ban tổ chức trao phần thưởng cho các em đạt thành tích cao trong hội thi vẽ tranh, viết thư"
    " pháp và kể chuyện sách do thư viện phối hợp với liên đội tổ chức trong tuần trước.</p>"
)
SUMMARY = (
    "<p>Tham dự có lãnh đạo các phòng, ban, đoàn thể cùng hơn một trăm đại biểu đại diện cho các tầng lớp nhân dân.</p>"
)
SENTENCE = SUMMARY.removeprefix("<p>").removesuffix("</p>")
TITLES = (
    "Hội thi giáo viên dạy giỏi cấp trường đợt một",
    "Lễ trao học bổng cho học sinh vượt khó học giỏi",
    "Ngoại khóa phòng chống đuối nước cho học sinh",
    "Đại hội liên đội nhiệm kỳ mới thành công tốt đẹp",
)
DAY = "<div>Được đăng: 16 Tháng 11 2023</div>"
BLOG = "<div class='e'><h2><a href='/tin-tuc/{n}-bai'>{title}</a></h2>{day}{text}</div>"
FURTHER = "<div class='e'><h2>{title}</h2>{day}{text}<p><a href='/tin-tuc/{n}-bai'>Đọc thêm: {title}</a></p></div>"
TABLE = "<table><tr><td><a href='/tin-tuc/{n}-bai'>{title}</a></td></tr><tr><td>{day}{text}</td></tr></table>"
DAY_FIRST = "<div class='e'>{day}<a href='/tin-tuc/{n}-bai'>{title}</a></div>"


def kind_of(main: str, heading: str = "<h1>Tin tức nhà trường</h1>") -> str:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tin tức nhà trường</title></head><body>'
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin-tuc'>Tin tức</a></li></ul>"
        f"<div class='main'>{heading}{main}</div><div><h3>Liên kết</h3></div></body></html>"
    )
    return read_page(page.encode(), "https://thcsbinhminh.example/tin-tuc").kind


@pytest.mark.parametrize("heading", ["<h1>Tin tức nhà trường</h1>", ""])
@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (BLOG, INTRODUCTION),
        (FURTHER, INTRODUCTION),
        (FURTHER.replace("Đọc thêm", "\n  Đọc\n  thêm"), INTRODUCTION),
        (BLOG, SUMMARY),
        (FURTHER, SUMMARY),
        (TABLE, SUMMARY),
        (DAY_FIRST, ""),
    ],
    ids=["blog", "blog that leads on", "blog, lines broken", "summary", "summary that leads on", "table", "day first"],
)
def test_entries_with_their_texts_are_a_list(entry: str, text: str, count: int, heading: str) -> None:
    entries = (entry.format(n=n, title=TITLES[n], day=DAY, text=text) for n in range(count))
    assert kind_of("".join(entries), heading) == "listing"


@pytest.mark.parametrize(
    "main",
    [
        "<h2>Lễ trao học bổng</h2>{day}<p><a href='/tin-tuc/8-bai'>Quỹ học bổng của trường sau mười năm</a></p>{text}",
        "<h2>Lễ trao học bổng</h2>{day}{text}<p><a href='/tin-tuc'>Xem thêm</a></p>",
        "<h2>Lễ trao học bổng</h2>{day}{text}<p><a href='/tep/ke-hoach.pdf'>Xem chi tiết</a></p>",
        "<h2>Lễ trao học bổng</h2>{day}{text}<p><a href='#'>Đọc tiếp</a></p>",
        "<h2>Lễ trao học bổng</h2>{day}{text}<p><a href='https://bao.example/hoc-bong'>Đọc tiếp</a></p>",
        "<h2>Lễ trao học bổng</h2><div>bởi <a href='/nguoi/12'>Vũ Thị Hạnh</a> | 08/08/2021</div>{text}",
        "<h2>Lễ trao học bổng</h2>{day}<p><img src='/anh/hoc-bong.jpg' width='600'></p>"
        "<p><a href='/tin-tuc/9-bai'>Hội thi vẽ tranh của học sinh khối sáu</a></p>",
    ],
)
@pytest.mark.parametrize("text", [INTRODUCTION, SUMMARY])
def test_one_text_with_a_title_of_its_own_is_an_announcement(main: str, text: str) -> None:
    assert kind_of(main.format(day=DAY, text=text), heading="") == "article"


@pytest.mark.parametrize(
    "layout",
    [
        "<div><div><ul>{box}</ul></div><div><div>{text}</div></div></div>",
        "<table><tr><td>{box}</td><td>{text}</td></tr></table>",
    ],
    ids=["boxes", "cells"],
)
@pytest.mark.parametrize("text", [DAY + SUMMARY, INTRODUCTION])
def test_a_text_without_a_title_is_no_entry_of_the_box_before_it(layout: str, text: str) -> None:
    box = "".join(f"<li><a href='/tin-tuc/{n}-bai'>{TITLES[n]}</a></li>" for n in range(3))
    assert kind_of(layout.format(box=box, text=text + SUMMARY), heading="") == "article"


PAPER = "Thông báo lịch tiếp công dân của Chủ tịch Ủy ban nhân dân xã"
OTHER = "Sáng nay, các đơn vị trên địa bàn xã phối hợp tổ chức hoạt động với đông đảo người dân tham gia hưởng ứng."


@pytest.mark.parametrize(
    "told",
    [
        "<p>(Có văn bản kèm theo)</p><p><a href='/tep/TB12.pdf'>TB12.pdf</a></p>",
        "<p><a href='/tep/TB12.pdf'>Thông báo số 12</a></p>",
        "<p><img src='/uploads/tb12.jpg' width='700'></p>",
    ],
)
@pytest.mark.parametrize(
    "entry",
    [
        "<li><a href='/tin-tuc/{n}-bai'>{title}</a> (1{n}/04/2022)</li>",
        "<div><h4><a href='/tin-tuc/{n}-bai'>{title}</a></h4><p>1{n}/04/2022</p><p>{other}</p></div>",
        "<table><tr><td>»</td><td><a href='/tin-tuc/{n}-bai'>{title}</a></td><td>1{n}/04/2022</td></tr></table>",
    ],
)
def test_a_file_or_a_picture_below_a_title_and_its_day_is_an_announcement_above_headlines(
    entry: str, told: str
) -> None:
    others = "".join(entry.format(n=number, title=title, other=OTHER) for number, title in enumerate(TITLES, 1))
    page = (
        f"<html><head><title>{PAPER} - Xã Mộc</title></head><body><div><div class='title'>{PAPER}</div>"
        f"<div>Ngày đăng: 12/05/2022</div><div>{told}</div></div><div>{others}</div></body></html>"
    )
    read = read_page(page.encode(), "https://xa-moc.example/Pages/tin.aspx?ItemID=12")
    assert read.kind == "article"
    assert read.announcement is not None
    assert (read.announcement.title, read.announcement.date_line) == (PAPER, "Ngày đăng: 12/05/2022")
    assert OTHER not in read.announcement.body_text


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>1{n}/05/2022 <a href=/tep/{n}.pdf>1{n}/KH-UBND</a></td><td><a href=/van-ban/{n}>{title}</a></td></tr>",
        "<tr><td>1{n}/05/2022</td><td><a href=/van-ban/{n}>{title}</a></td><td><a href=/tep/{n}.pdf>Tải</a></td></tr>",
    ],
)
def test_papers_with_a_file_each_are_a_list(row: str) -> None:
    rows = "".join(row.format(n=number, title=title) for number, title in enumerate(TITLES, 1))
    assert kind_of(f"<table>{rows}</table>", "<h1>Văn bản chỉ đạo điều hành của nhà trường</h1>") == "listing"


NOTICE = "Lịch tiếp công dân của Thường trực Đảng ủy, HĐND, UBND phường tháng 7 năm 2020"
OPENING = (
    "<p>UBND phường thông báo lịch tiếp công dân định kỳ tháng 7 năm 2020 của lãnh đạo phường như sau, mời nhân"
    " dân đến đúng giờ.</p>"
)
DATA = "<table>{}</table>".format(
    "".join(
        f"<tr><td>{day}/7/2020</td><td>{name}</td><td>{office} và các thành viên</td></tr>"
        for day, name, office in [
            ("02", "Ông Hoàng Xuân Dũng", "Bí thư Đảng ủy"),
            ("09", "Bà Chế Thị Hòa", "Chủ tịch UBND"),
            ("16", "Ông Phùng Bá Nhạ", "Chủ tịch HĐND"),
        ]
    )
)
FILE = "<p><a href='/tep/lich-7.pdf'>lich-7.pdf</a></p>"
OTHERS = "<h4>Thông báo khác</h4><p><a href='/tb/1'>Thông báo thu thuế đất năm 2020</a></p>"
NAMES = [f"{title} của các lớp {place}" for title in TITLES for place in ("đầu", "giữa", "cuối")]


@pytest.mark.parametrize("page", ["/tb/xem.aspx?id=7", "/tb/lich-tiep-cong-dan-thang-7-2020.aspx"])
@pytest.mark.parametrize("title", ["<h2>{}</h2>", "<h3>{}</h3>"])
@pytest.mark.parametrize("text", [DATA, DATA + FILE, OPENING + DATA, OPENING + FILE, OPENING + OTHERS])
def test_a_notice_without_a_day_is_one_behind_a_column_of_headlines(text: str, title: str, page: str) -> None:
    column = "".join(f"<li><a href='/tin/{number}'>{name}</a></li>" for number, name in enumerate(NAMES))
    html = f"<title>Thông báo</title><body><ul>{column}</ul><div>{title.format(NOTICE)}{text}</div>"
    read = read_page(html.encode(), f"https://phuong.example{page}")
    assert read.announcement is not None
    assert (read.announcement.title, read.announcement.date_line) == (NOTICE, None)


@pytest.mark.parametrize("text", [DATA, FILE, DATA + FILE])
def test_a_table_or_a_file_in_a_box_beside_a_list_of_days_makes_no_announcement_of_it(text: str) -> None:
    column = "".join(f"<p><a href='/tin/{number}'>{name}</a> 02/7/2020</p>" for number, name in enumerate(NAMES))
    html = f"<title>Thông báo</title><body><div>{column}</div><div><h3>{NOTICE}</h3>{text}</div>"
    assert read_page(html.encode(), "https://phuong.example/tb.aspx?cat=7").kind == "listing"


@pytest.mark.parametrize(
    "entry",
    [
        "<div><i>1{n}<br>08-2017</i><a href=/tin/{n}>{title}</a><span>{text}</span></div>",
        "<p><b><a href=/tin/{n}>{title}</a></b> {text}</p>",
        "<li><a href=/tin/{n}>{title}</a>: {text}</li>",
        "<p>1{n}/08/2017 <a href=/tin/{n}>{title}</a> - {text}</p>",
    ],
)
def test_paragraphs_that_begin_with_the_name_of_another_page_are_a_list(entry: str) -> None:
    entries = "".join(entry.format(n=number, title=title, text=SENTENCE) for number, title in enumerate(TITLES * 2, 1))
    assert kind_of(entries, "<div>Tin trong tỉnh</div>") == "listing"


def test_paragraphs_that_link_to_one_page_or_to_files_are_a_text() -> None:
    for href in ("/van-ban/12", "/tep/{n}.pdf"):
        paragraph = f"<p><a href={href}>{{title}}</a> {{text}}</p>"
        text = "".join(paragraph.format(n=n, title=title, text=SENTENCE) for n, title in enumerate(TITLES * 2))
        assert kind_of(text, "<h1>Kết quả phong trào thi đua của huyện</h1>") == "article"


OTHERS = ("Mở lớp dạy nghề may cho phụ nữ xã", "Ra quân dọn vệ sinh đường làng", "Khánh thành nhà văn hóa thôn Bãi")
TABLE = "<table>{}</table>".format(
    "".join(f"<tr><td><a href='/tin/{n}.html'>{name}</a></td></tr>" for n, name in enumerate((*OTHERS, *OTHERS), 100))
)
PARAGRAPH = "<p>Ngày 14/5, xã tổ chức họp triển khai công tác phòng chống cháy rừng tới các thôn bản.</p>"


@pytest.mark.parametrize("text", [f"{PARAGRAPH}{TABLE}", f"<div>{PARAGRAPH}{TABLE}</div>"])
@pytest.mark.parametrize(
    ("name", "day", "kind"),
    [
        ("Xã Mộc họp triển khai phòng chống cháy rừng", "<div>15/05/2024</div>", "article"),
        ("Xã Mộc họp triển khai phòng chống cháy rừng", "", "listing"),
        ("Tin hoạt động", "<div>15/05/2024</div>", "listing"),
    ],
)
def test_a_short_paragraph_with_its_day_below_a_title_is_an_announcement_beside_a_table_of_headlines(
    name: str, day: str, kind: str, text: str
) -> None:
    slug = fold(name).replace(" ", "-")
    page = f"<html><head><title>{name}</title></head><body><div><h1>{name}</h1>{day}{text}</div></body></html>"
    assert read_page(page.encode(), f"https://xa-moc.example/{slug}-55.html").kind == kind


ENTRIES = (
    "<article><a href='/bai/{n}-x'><img src='/m/{n}.webp' alt=''></a><header><h3><a href='/bai/{n}-x'>{title}</a></h3>"
    "<div><time>1{n}/04/2022</time> · <span>Quách Lượng</span></div></header><p>Cả xã cùng vui.</p></article>",
    "<div><h4><a href='/bai/{n}-x'>{title}</a></h4><p>1{n}/04/2022</p></div>",
    "<li><a href='/bai/{n}-x'>{title}</a> (1{n}/04/2022)</li>",
    "<div><span>1{n}/04/2022</span><h3><a href='/bai/{n}-x'>{title}</a></h3></div>",
    "<tr><td>1{n}/04/2022</td><td><a href='/bai/{n}-x'>{title}</a></td></tr>",
    "<div><h3><a href='/bai/{n}-x'>{title}</a></h3><p>Cả xã cùng vui.</p></div>",
    "<section><h2><a href='/bai/{n}-x'>{title}</a></h2></section>",
)


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(
    "box",
    [
        "<h4>Lịch phát sóng</h4><p>28/05/2024: 5h00, 11h00, 17h00</p>",
        "<h4>Lịch tiếp công dân</h4><p>Thứ Hai, 27/05/2024 08:00</p>",
        "<h3>Lịch trực bệnh viện</h3><div>27/05/2024</div>",
        "<h4>Giá vàng hôm nay</h4><div>Cập nhật: 27/05/2024 10:15</div>",
        "<h4>Lịch cúp điện</h4><div>Từ 7h00 ngày 27/05/2024</div>",
        "<h3>Lời Bác dạy</h3><p>Cán bộ phải gần dân, hiểu dân, học dân và vì dân.</p><p>28/05/2024</p>",
        "<h3>Mỗi ngày một câu chuyện</h3><p>Cán bộ phải gần dân, hiểu dân, học dân, chịu trách nhiệm trước dân và không"
        " được hách dịch với dân.</p><p>28/05/2024</p>",
    ],
)
def test_the_name_of_a_box_with_a_day_behind_a_list_is_no_title(entry: str, box: str) -> None:
    entries = "".join(entry.format(n=number, title=title) for number, title in enumerate(TITLES, 1))
    entries = f"<table>{entries}</table>" if entry.startswith("<tr") else entries
    assert kind_of(f"<div>{entries}</div><div>{box}</div>", heading="<h1>Văn hóa - Xã hội</h1>") == "listing"


@pytest.mark.parametrize("below", ["<p><img src='/uploads/tb12.jpg' width='700'></p>", "<p><a href='/t.pdf'>T</a></p>"])
def test_a_weak_title_behind_headlines_with_days_is_one_where_a_picture_or_a_file_stands_below(below: str) -> None:
    entries = "".join(ENTRIES[2].format(n=number, title=title) for number, title in enumerate(TITLES, 1))
    main = f"<ul>{entries}</ul><div><h4>Lịch tiếp công dân</h4><p>27/05/2024</p>{below}</div>"
    assert kind_of(main, heading="") == "article"


@pytest.mark.parametrize("sign", [" | ", " - ", " · "])
def test_a_menu_on_one_line_above_a_title_in_bold_is_no_text(sign: str) -> None:
    menu = sign.join(f'<a href="/m.php?c={n}">Lĩnh vực số {n}</a>' for n in range(10, 60))
    entries = "".join(f'<div>» <a href="/tin.php?t={n}">Tin hoạt động thứ {n} của các xã</a></div>' for n in range(8))
    text = f"<div class=b>{'Điện lực huyện thông báo lịch ngừng cấp điện để sửa chữa lưới điện hạ áp. ' * 2}</div>" * 3
    title = "Ngừng cấp điện ba ngày 27, 28 và 29 tháng 12"
    titled = f"<div class=b><b>{title}</b><br><small>20-12-2010 (8:15)</small></div>"
    page = f"<html><body><div>{menu}</div>{titled}{text}<div>Tin khác</div>{entries}</body></html>"
    read = read_page(page.encode(), "http://m.xa-moc.example/tin.php?t=90")
    assert read.kind == "article"
    assert read.announcement is not None
    assert read.announcement.title == title
