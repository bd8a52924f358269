"""Pages that are the record of a paper, a report or an item of a list: which row is title, day, text, file."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Pointer
from tests.reading.written import TEXT, TITLE

ARTICLE = Context(expected="article")


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


@pytest.mark.parametrize("label", ["Trích yếu:", "Trích yếu nội dung:", "Tên văn bản:", "Về việc:", "Tiêu đề:"])
@pytest.mark.parametrize("row", ["<li><span>{}</span> {}</li>", "<p><b>{}</b> {}</p>", "<div><i>{}</i> {}</div>"])
def test_what_stands_behind_the_label_of_an_abstract_is_a_title_without_it(row: str, label: str) -> None:
    facts = "<li><span>Ngày ban hành:</span> 19/05/2022</li><li><span>Người ký:</span> Hồ Sỹ Tạo</li>"
    page = (
        f"<html><head><title>{SUBJECT}</title></head><body><div><h1>QĐ 1406/QĐ-UBND</h1><h3>Thuộc tính văn bản</h3>"
        f"<ul><li><span>Số hiệu:</span> 1406/QĐ-UBND</li>{row.format(label, SUBJECT)}{facts}</ul><h3>Nội dung</h3>"
        f"<div>{TEXT}</div></div></body></html>"
    )
    read = read_page(page.encode(), "https://portal.example/vi/laws/detail/quyet-dinh-312/").announcement
    assert read is not None
    assert (read.title, read.date_line) == (SUBJECT, None)


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


@pytest.mark.parametrize("label", ("Ngày ban hành:", "Ngày có hiệu lực:", "Ngày ký:", "Hạn nộp:"))
def test_a_day_below_the_label_of_another_day_than_that_of_posting_stays_with_it(label: str) -> None:
    fields = (("Số hiệu:", "1187/QĐ-UBND"), (label, "04-06-2013"))
    rows = "".join(f"<div><label>{name}</label><div>{value}</div></div>" for name, value in fields)
    page = f"<html><body><h3>{TITLE}</h3>{rows}<div><p>{TEXT}</p><p>{TEXT}</p></div></body></html>"
    read = read_page(page.encode(), "https://portal.example/van-ban/12").announcement
    assert read is not None
    assert read.date_line is None
    assert f"{label}\n04-06-2013" in (read.body_text or "")


SUBJECT = "Phê duyệt Kế hoạch sử dụng đất năm 2023 huyện Thuận Hòa với các chỉ tiêu phân bổ diện tích"
NAMED = "Quyết định về việc phê duyệt Kế hoạch sử dụng đất năm 2023 huyện Thuận Hòa"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"<h2>{NAMED}</h2>", NAMED),
        (f"<h4>{NAMED}</h4>", NAMED),
        ("", SUBJECT),
        ("<h2>17/QĐ-UBND</h2>", SUBJECT),
        ("<h3>Văn bản chỉ đạo điều hành</h3>", SUBJECT),
    ],
)
@pytest.mark.parametrize("listed", [None, "17/QĐ-UBND", "Số 17/QĐ-UBND"])
@pytest.mark.parametrize("layout", ["<table>{}</table>", "<dl>{}</dl>"])
def test_a_heading_that_begins_the_abstract_is_the_title_and_the_number_that_a_register_links_is_none(
    layout: str, listed: str | None, heading: str, title: str
) -> None:
    row = "<tr><th>{}</th><td>{}</td></tr>" if "table" in layout else "<dt>{}</dt><dd>{}</dd>"
    fields = [("Số/Ký hiệu", "17/QĐ-UBND"), ("Ngày ban hành", "10/01/2023"), ("Người ký", "Phạm Ngọc Thân")]
    record = layout.format("".join(row.format(*field) for field in [*fields, ("Trích yếu", SUBJECT)]))
    page = f"<title>Văn bản</title><body><div>{heading}{record}<p><a href='/f/17.pdf'>17.pdf</a></p></div>{OTHERS}"
    context = Context(pointers=(Pointer("listing", listed),))
    read = read_page(page.encode(), "https://portal.example/document/view?id=5561", context=context).announcement
    assert read is not None
    assert read.title == title


ABOUT = "phòng, chống thiên tai và tìm kiếm cứu nạn năm 2024 trên địa bàn huyện"
PLAN = "Kế hoạch triển khai phòng, chống thiên tai và tìm kiếm cứu nạn năm 2024"


@pytest.mark.parametrize(
    ("heading", "abstract", "title"),
    [
        (PLAN, f"Về {ABOUT}", PLAN),
        (PLAN, f"V/v {ABOUT}", PLAN),
        (PLAN.upper(), f"Về việc {ABOUT}", PLAN.upper()),
        (f"Kế hoạch {ABOUT}", f"Về {ABOUT}", f"Kế hoạch {ABOUT}"),
        (f"Kế hoạch số 12/KH-UBND về {ABOUT}", f"Về {ABOUT}", f"Kế hoạch số 12/KH-UBND về {ABOUT}"),
        ("Quyết định ban hành Quy chế " + ABOUT, f"Về {ABOUT}", "Quyết định ban hành Quy chế " + ABOUT),
        ("Kế hoạch công tác của Văn phòng tháng 5", f"Về {ABOUT}", f"Về {ABOUT}"),
        ("Kế hoạch - Quy hoạch", f"Về {ABOUT}", f"Về {ABOUT}"),
        ("Văn bản phòng, chống thiên tai", f"Về {ABOUT}", f"Về {ABOUT}"),
    ],
    ids=range(9),
)
@pytest.mark.parametrize("text", ["", TEXT])
@pytest.mark.parametrize("element", ["<h1>{}</h1>", "<h3>{}</h3>", "<h5>{}</h5>", "<div class='title'>{}</div>"])
@pytest.mark.parametrize("layout", ["<table>{}</table>", "<dl>{}</dl>", "<div>{}</div>"])
def test_a_heading_that_names_a_paper_of_which_the_abstract_says_what_it_is_about_is_the_title(
    layout: str, element: str, text: str, heading: str, abstract: str, title: str
) -> None:
    row = {"table": "<tr><td>{}</td><td>{}</td></tr>", "dl": "<dt>{}</dt><dd>{}</dd>", "div": "<p>{}</p><p>{}</p>"}
    fields = [("Số ký hiệu", "12/KH-UBND"), ("Ngày ban hành", "14/05/2024"), ("Loại văn bản", "Kế hoạch")]
    fields += [("Trích yếu", abstract), ("Người ký", "Phạm Ngọc Thân")]
    record = layout.format("".join(row[layout[1:].partition(">")[0]].format(*field) for field in fields))
    for posted in ("", "<p>Ngày đăng: 15/05/2024 08:30</p>") if heading == title else ("",):
        page = f"<title>Chi tiết văn bản</title><body><div>{element.format(heading)}{posted}{record}{text}</div></body>"
        read = read_page(page.encode(), "https://portal.example/document/view?id=5561", context=ARTICLE).announcement
        assert read is not None
        assert read.title == title


@pytest.mark.parametrize("state", ["Trạng thái", "Tình trạng", "Trạng thái hiệu lực"])
@pytest.mark.parametrize("row", ["<dt>{}</dt><dd>{}</dd>", "<p>{}</p><p>{}</p>", "<p>{}: {}</p>"])
def test_a_short_record_below_a_title_has_an_office_and_a_state(row: str, state: str) -> None:
    fields = (("Số hiệu", "118/KH-UBND"), ("Cơ quan", "UBND quận"), (state, "Còn hiệu lực"))
    record = "".join(row.format(*field) for field in fields)
    head = "<p>ỦY BAN NHÂN DÂN</p><p><b>QUẬN MỘC</b></p><p>Số: 118/KH-UBND</p><p><b>KẾ HOẠCH</b></p>"
    page = f"<body><div><span>{PLAN}</span></div><dl>{record}</dl>{head}{TEXT}<h3>Văn bản liên quan</h3>{OTHERS}</body>"
    read = read_page(page.encode(), "https://portal.example/chi-tiet.aspx?vbid=771").announcement
    assert read is not None
    assert read.title == PLAN


FACTS = (
    ("Số ký hiệu", "1893/STC-GCS"),
    ("Ngày ban hành", "15/05/2023"),
    ("Loại văn bản", "Công văn"),
    ("Người ký", "Võ Thị Bích Ngân"),
    ("Chức vụ", "Phó Giám đốc"),
)


@pytest.mark.parametrize(
    ("record", "row"),
    [
        ("<table>{}</table>", "<tr><th>{}</th><td>{}</td></tr>"),
        ("<table class='vb'><tbody>{}</tbody></table>", "<tr><td class='label'>{}</td><td>{}</td></tr>"),
        ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
        ("<ul>{}</ul>", "<li><b>{}</b></li><li>{}</li>"),
        ("<div>{}</div>", "<div><div>{}</div><div>{}</div></div>"),
    ],
)
def test_the_record_of_a_paper_keeps_its_labels_below_the_day_in_its_box(record: str, row: str) -> None:
    facts = "".join(row.format(*fact) for fact in FACTS)
    page = (
        f"<html><body><div><div><h1>{TITLE}</h1><div>Ngày đăng: 16/05/2023</div>{record.format(facts)}</div>"
        f"<div>{TEXT}</div></div></body></html>"
    )
    told = read_page(page.encode(), "https://portal.example/van-ban/12").announcement
    assert told is not None
    assert told.date_line == "Ngày đăng: 16/05/2023"
    assert told.body_text.startswith("Số ký hiệu")
    for label, value in FACTS:
        assert label in told.body_text
        assert value in told.body_text


def test_a_title_with_the_number_of_its_paper_stands_over_a_record_of_two_facts() -> None:
    title = "Nghị quyết 217/2019/NQ-HĐND Quy định mức chi hỗ trợ đào tạo, bồi dưỡng cán bộ trên địa bàn tỉnh"
    facts = "<ul><li>Hiệu lực: Còn hiệu lực</li><li>Ngày có hiệu lực: 20/12/2019</li></ul>"
    head = "<p><b>HỘI ĐỒNG NHÂN DÂN</b></p><p>Số: 217/2019/NQ-HĐND</p><p><b>NGHỊ QUYẾT</b></p>"
    body = "<p><b>HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA XVII, KỲ HỌP THỨ 11</b></p>"
    page = f"<body><div class='title'>{title}</div>{facts}<div>{head}{body}{TEXT}</div>{OTHERS}</body>"
    read = read_page(page.encode(), "https://portal.example/Pages/vbpq-toanvan.aspx?ItemID=140812").announcement
    assert read is not None
    assert read.title == title


CONTEST = "Hội thi Cán bộ thư viện giỏi cấp huyện năm học 2021 - 2022"
LETTER = f"Công văn hướng dẫn các trường tiểu học trên địa bàn huyện Thuận Hòa đăng ký dự thi {CONTEST}"


@pytest.mark.parametrize(
    ("heading", "window", "title"),
    [
        (f"V/v tổ chức {CONTEST}", "", f"V/v tổ chức {CONTEST}"),
        (f"Về việc tổ chức {CONTEST}", "", f"Về việc tổ chức {CONTEST}"),
        (f"Triển khai {CONTEST}", f"Triển khai {CONTEST}", f"Triển khai {CONTEST}"),
        ("Thư viện thân thiện và văn hóa đọc", "Thư viện thân thiện và văn hóa đọc", None),
        ("Mời dự tập huấn nghiệp vụ thư viện", "Mời dự tập huấn nghiệp vụ thư viện - PGD", None),
        ("Mời dự tập huấn nghiệp vụ thư viện", "Văn bản", LETTER),
        ("Công văn 112/PGDĐT-GDTH", "Công văn 112/PGDĐT-GDTH", None),
        ("Công văn số 112/2022/PGDĐT-GDTH ngày 22/02/2022", "Công văn số 112/2022/PGDĐT-GDTH ngày 22/02/2022", None),
        (
            f"Công văn số 112/PGDĐT của Phòng GDĐT về {CONTEST}",
            "",
            f"Công văn số 112/PGDĐT của Phòng GDĐT về {CONTEST}",
        ),
        ("Công văn số 112/PGDĐT-GDTH của Phòng GDĐT", "Công văn số 112/PGDĐT-GDTH của Phòng GDĐT", LETTER),
        ("Chi tiết văn bản chỉ đạo điều hành", "Chi tiết văn bản chỉ đạo điều hành", LETTER),
        ("Thuộc tính văn bản", "Thuộc tính văn bản", LETTER),
        ("Văn bản hướng dẫn của Phòng GDĐT", "Văn bản hướng dẫn của Phòng GDĐT", LETTER),
        ("Ủy ban nhân dân huyện Thuận Hòa", "Ủy ban nhân dân huyện Thuận Hòa", LETTER),
    ],
    ids=range(14),
)
@pytest.mark.parametrize("posted", ["", "<p><em>Ngày đăng: 24/02/2022 | Lượt xem: 879 | Lượt tải: 123</em></p>"])
@pytest.mark.parametrize("element", ["h1", "h3", "h4"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_names_a_page_over_the_record_of_a_paper_is_its_title_and_no_section(
    place: int, element: str, posted: str, heading: str, window: str, title: str | None
) -> None:
    fields = [("Số / Ký hiệu", "112/PGDĐT-GDTH"), ("Ngày ban hành", "22/02/2022")]
    fields += [("Cơ quan ban hành", "Phòng GDĐT"), ("Loại văn bản", "Công văn"), ("Người ký", "Lâm Thị Hằng")]
    fields.insert(place, ("Trích yếu", LETTER))
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in fields)
    menu = "<ul><li><a href='/laws/cat/huong-dan/'>Văn bản hướng dẫn của Phòng GDĐT</a></li></ul>"
    page = (
        f"<title>{window or heading}</title><body>{menu}<div><a href='/'>Trang nhất</a> » <a href='/laws/'>Văn bản</a>"
        f"</div><{element}>{heading}</{element}>{posted}<table>{rows}</table><h3>File đính kèm</h3>"
        f"<p><a href='/f/112.pdf'>112.pdf</a></p><h3>Các văn bản cùng loại</h3>{OTHERS}</body>"
    )
    read = read_page(page.encode(), "https://portal.example/laws/detail/577/").announcement
    assert read is not None
    assert read.title == (title or heading)


@pytest.mark.parametrize("address", ["/laws/{}/", "/f/{}.pdf"])
def test_over_several_records_stands_the_name_of_a_section(address: str) -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    records = ""
    for number in range(112, 116):
        subject = f"<a href='{address.format(number)}'>Về việc đăng ký dự thi giáo viên dạy giỏi, đợt {number}</a>"
        fields = [("Số ký hiệu", f"{number}/PGDĐT"), ("Ngày ban hành", "22/02/2022"), ("Loại văn bản", "Công văn")]
        records += f"<table>{''.join(row.format(*field) for field in [*fields, ('Trích yếu', subject)])}</table>"
    name = "Thư viện thân thiện và văn hóa đọc"
    page = f"<title>{name}</title><body><div><h1>{name}</h1>{records}</div></body>"
    read = read_page(page.encode(), "https://portal.example/laws/cat/5/")
    assert (read.kind, len(read.entries)) == ("listing", 4)


@pytest.mark.parametrize("window", [SUBJECT, "Chi tiết văn bản"])
@pytest.mark.parametrize("withheld", ["", "<h3>File đính kèm</h3><p>Bạn không được phép tải các file đính kèm.</p>"])
def test_an_abstract_that_repeats_the_heading_over_it_is_text_above_the_fields_of_the_record(
    withheld: str, window: str
) -> None:
    fields = [("Số kí hiệu", "21/KH-UBND"), ("Ngày ban hành", "02/03/2021")]
    fields += [("Thể loại", "<a href='/laws/ke-hoach/'>Kế hoạch</a>"), ("Cơ quan ban hành", "UBND tỉnh")]
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in fields)
    page = (
        f"<title>{window}</title><body><h3>{SUBJECT}</h3><p>{SUBJECT}</p><table>{rows}</table>{withheld}"
        f"<h3>Các văn bản cùng thể loại</h3>{OTHERS}</body>"
    )
    read = read_page(page.encode(), "https://portal.example/laws/detail/ke-hoach-13/").announcement
    assert read is not None
    assert read.title == SUBJECT
    assert read.body_text.split("\n") == [
        SUBJECT,
        "Số kí hiệu | 21/KH-UBND",
        "Ngày ban hành | 02/03/2021",
        "Thể loại | Kế hoạch",
        "Cơ quan ban hành | UBND tỉnh",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "<div><label>{}</label><span>{}</span></div>",
        "<li><strong>{}</strong> <span>{}</span></li>",
        "<p><b>{}</b> <i>{}</i></p>",
    ],
)
def test_a_record_has_labels_in_elements_of_their_own_as_well_as_before_a_colon(row: str) -> None:
    subject = "Tăng cường quản lý hoạt động dạy thêm, học thêm trên địa bàn huyện"
    facts = (("Số/Ký hiệu", "214/UBND-GDĐT"), ("Ngày ban hành", "28/02/2024"), ("Người ký", "Nguyễn Văn Hóa"))
    file = "<a href='/documents/40112/0/214.signed.pdf/5d1f0a77'>214.signed.pdf</a>"
    record = "".join(row.format(*fact) for fact in (*facts, ("Tập tin", file)))
    others = "".join(
        f"<tr><td><a href='/van-ban?id={n}'>{n}/CT-UBND</a></td><td>0{n}/04/2023</td><td>Về việc chủ động ứng phó"
        f" với áp thấp nhiệt đới, mưa lũ và gió mạnh trên biển đợt {n} của năm nay</td></tr>"
        for n in range(1, 6)
    )
    page = (
        f"<html><head><title>Văn bản - Huyện</title></head><body><h2>Văn bản</h2><div><h3>{subject}</h3>{record}</div>"
        f"<div><h4>Văn bản liên quan</h4><table>{others}</table></div></body></html>"
    )
    reading = read_page(page.encode(), "https://portal.example/van-ban?p_p_id=vanban&id=55210")
    assert reading.kind == "article"
    assert reading.announcement is not None
    assert reading.announcement.title == subject
    assert [file.name for file in reading.announcement.attachments] == ["214.signed.pdf"]


def test_over_several_records_with_labels_in_elements_of_their_own_stands_the_name_of_a_section() -> None:
    records = ""
    for number in range(112, 116):
        subject = f"<a href='/laws/{number}/'>Về việc đăng ký dự thi giáo viên dạy giỏi, đợt {number}</a>"
        facts = [("Số ký hiệu", f"{number}/PGDĐT"), ("Ngày ban hành", "22/02/2022"), ("Loại văn bản", "Công văn")]
        rows = "".join(f"<div><label>{label}</label><span>{value}</span></div>" for label, value in facts)
        records += f"<div>{rows}<p>{subject}</p></div>"
    name = "Văn bản chỉ đạo, điều hành của Phòng"
    page = f"<title>{name}</title><body><div><h1>{name}</h1>{records}</div></body>"
    read = read_page(page.encode(), "https://portal.example/laws/cat/5/")
    assert (read.kind, len(read.entries)) == ("listing", 4)
