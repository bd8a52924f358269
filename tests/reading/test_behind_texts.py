"""What stands behind a text without a heading of its own: notices to readers, headlines in a table, files."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.result import Reading

TITLE = "Ấp 3 tổ chức hội nghị lấy ý kiến về xây dựng nhà văn hóa"
FIRST = "Tối ngày 16/7/2019, tại trụ sở ấp 3, Ban Điều hành ấp tổ chức hội nghị nhân dân với 83 hộ dân tham dự."
LAST = "Dự kiến công trình khởi công vào đầu tháng 9 và hoàn thành trước Tết Nguyên đán để bà con có nơi sinh hoạt."
TEXT = f"<div>{FIRST}</div><div>{LAST}</div>"


def read(main: str, url: str = "http://xa-moc.example/Pages/noi-dung-tin.aspx?NewsID=1187") -> Reading:
    menu = "".join(f"<li><a href='/muc-{number}'>Mục {number}</a></li>" for number in range(9))
    return read_page(f"<html><body><ul>{menu}</ul><div>{main}</div></body></html>".encode(), url)


def told(main: str) -> PrintedAnnouncement:
    announcement = read(main).announcement
    assert announcement is not None
    return announcement


HEAD = f"<h1>{TITLE}</h1><div>Cập nhật 18-07-2019 02:33</div>"


@pytest.mark.parametrize("name", ["Q.NHÂN", "Lê Thị Bé Sáu", "Tác giả bài viết: Mã Thị Ngân", ""])
@pytest.mark.parametrize(
    "notice",
    [
        "Chú ý: Việc đăng lại bài viết trên ở website hoặc các phương tiện truyền thông khác mà không ghi rõ nguồn"
        " http://xa-moc.example là vi phạm bản quyền",
        "LƯU Ý: Tòa soạn sẽ biên tập ý kiến của bạn đọc trước khi xuất bản. Vui lòng gõ tiếng Việt có dấu.",
        "Xin vui lòng gõ tiếng Việt có dấu. Tòa soạn cám ơn sự đóng góp ý kiến của bạn đọc",
        "Ý kiến của bạn sẽ được biên tập trước khi đăng lên trang thông tin điện tử của xã",
        "Nghiêm cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản của Báo Sơn Nam.",
        "Lưu ý: Các ý kiến bình luận không được vi phạm pháp luật và phải phù hợp thuần phong mỹ tục.",
    ],
)
def test_a_notice_to_readers_is_no_text_and_hides_no_writer(notice: str, name: str) -> None:
    signed = f"<p><b>{name}</b></p>" if name else ""
    read = told(f"{HEAD}<div>{TEXT}{signed}</div><div>{notice}</div><div>Quay lên trên</div>")
    assert read.body_text == f"{FIRST}\n{LAST}"
    assert read.byline == (name or None)


@pytest.mark.parametrize(
    "last",
    [
        "Bài dự thi được viết bằng tiếng Việt có dấu, đánh máy trên khổ giấy A4, gửi về Ban Tổ chức trước ngày 30/9.",
        "Thí sinh không được sao chép bài của người khác; mọi trường hợp vi phạm sẽ bị loại khỏi cuộc thi năm nay.",
        "Lưu ý: Ý kiến góp ý của các cơ quan gửi về Phòng Tài chính - Kế hoạch huyện trước ngày 15/8/2019.",
    ],
)
def test_a_rule_of_a_contest_or_of_a_draft_is_text(last: str) -> None:
    assert told(f"{HEAD}<div>{TEXT}<div>{last}</div></div>").body_text.endswith(last)


OTHERS = (
    "Công an huyện trao quà cho hộ nghèo nhân dịp Tết",
    "Liên đoàn Lao động thị xã tuyên truyền phòng đuối nước",
    "Đoàn Thanh niên xã phát động trồng cây nhớ ơn Bác Hồ",
    "Trạm Khuyến nông bàn giao nhà đại đoàn kết cho nông dân",
)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>•</td><td><a href='?NewsID={n}'>{title}</a></td><td>13-06-2019</td></tr>",
        "<tr><td><a href='?NewsID={n}'>{title}</a> (13-06-2019)</td></tr>",
        "<tr><td><img src='/b.gif'></td><td><a href='?NewsID={n}'>{title}</a></td></tr>",
    ],
)
@pytest.mark.parametrize(
    "frame", ["<div>{text}</div><div>{table}</div>", "<table><tr><td>{text}</td></tr></table>{table}"]
)
def test_a_table_of_headlines_apart_from_the_paragraphs_ends_the_text(frame: str, row: str) -> None:
    rows = "".join(row.format(n=number, title=title) for number, title in enumerate(OTHERS))
    page = read(HEAD + frame.format(text=TEXT, table=f"<table>{rows}</table>"))
    assert page.kind == "article"
    assert page.announcement is not None
    assert page.announcement.title == TITLE
    assert page.announcement.body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "buttons",
    [
        "<ul><li>18/07/2019 14:26</li><li><a href='#'>In ra</a></li><li><a href='#'>Đóng cửa sổ này</a></li></ul>",
        "<p>18/07/2019</p><p><a href='#'>Lưu bài viết này</a> <a href='#'>Gửi bài viết này</a></p>",
        "<p>18/07/2019</p><p>100% Zoom</p>",
        "<p>18/07/2019</p><div>In bài viết | Xem với cỡ chữ: <a>T</a> <a>T</a> <span>Đọc bài viết</span></div>",
        "<p>18/07/2019</p><div>Kích thước chữ: <a>T-</a> <a>T</a> <a>T+</a></div>",
        "<p>18/07/2019</p><ul><li><span>Cỡ chữ</span> <a href='#'>giảm</a> <a href='#'>tăng</a></li></ul>",
        "<p>18/07/2019</p><div>Kích thước chữ: Giảm | Bình thường | Tăng</div>",
        "<p>18/07/2019</p><div>Kích cỡ chữ nhỏ hơn, vừa, lớn hơn</div>",
        "<ul><li>18/07/2019 14:26</li><li>Xem: 51</li></ul>",
        "<ul><li>18/07/2019 14:26</li><li>(Lượt: 1.204)</li></ul>",
        "<p>18/07/2019</p><div>Người ký văn bản: </div><div></div><div>Nội dung thông báo: </div>",
        "<p>18/07/2019</p><div>Số hiệu:</div><div>Lĩnh vực:</div>",
        "<p>18/07/2019</p><div>Tóm tắt:</div>",
    ],
)
def test_buttons_counters_and_empty_fields_above_a_text_are_none_of_it(buttons: str) -> None:
    assert told(f"<h1>{TITLE}</h1>{buttons}<div>{TEXT}</div>").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    ["Hình thức:", "Lĩnh vực:", "Mã truy cập: 889123", "Tổng số lượt: 350", "Zoom: 889 123 4567"],
)
def test_a_label_between_paragraphs_and_a_number_of_something_else_are_text(line: str) -> None:
    read = told(f"{HEAD}<div><div>{FIRST}</div><div>{line}</div><div>{LAST}</div></div>")
    assert read.body_text == f"{FIRST}\n{line}\n{LAST}"
    assert read.date_line == "Cập nhật 18-07-2019 02:33"


def test_who_wrote_a_text_is_found_behind_what_leads_to_others() -> None:
    other = f"<p>Xem thêm: <a href='?NewsID=1'>{OTHERS[0]}</a></p>"
    read = told(f"{HEAD}<div>{TEXT}{other}<p align='right'><b>Lê Thị Bé Sáu</b></p></div>")
    assert read.byline == "Lê Thị Bé Sáu"
    assert read.body_text == f"{FIRST}\n{LAST}"


def test_until_when_one_may_enlist_is_text_and_no_day_of_posting() -> None:
    read = told(f"<h1>{TITLE}</h1><div>{TEXT}<div>Thời điểm đăng ký: 01/08/2019</div></div>")
    assert read.date_line is None
    assert read.body_text.endswith("Thời điểm đăng ký: 01/08/2019")


PAPER = "Quyết định số 27/2009/QĐ-UBND V/v ban hành mức thu phí chợ trên địa bàn tỉnh"
FILE = "/congbao/cbtinh.nsf/vwVanBan/8A3E/$File/QD27-2009.doc"


@pytest.mark.parametrize(
    "record",
    [
        {"Số công báo:": "19", "Trang số:": "3 - 9", "Cơ quan ban hành:": "UBND tỉnh", "Ngày ban hành:": "15/10/2009"},
        {"Loại văn bản": "Quyết định", "Ngày công báo": "20/10/2009", "Người ký": "Lê Oánh", "Số công báo": "19 + 20"},
        {"Ngày đăng công báo:": "20/10/2009", "Công báo số:": "19", "Nơi ban hành:": "UBND tỉnh"},
    ],
)
@pytest.mark.parametrize("text", [TEXT, ""])
def test_the_record_of_a_gazette_tells_its_paper_and_no_day_of_publication(text: str, record: dict[str, str]) -> None:
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in record.items())
    head = f"<table><tr><td colspan='2'><b>{PAPER}</b></td></tr>{rows}</table>"
    read = told(f"{head}<div>{text}</div><p>Tệp đính kèm: <a href='{FILE}'>QD27-2009.doc</a></p><p>[Trở về]</p>")
    assert read.title == PAPER
    assert read.date_line is None
    assert [file.name for file in read.attachments] == ["QD27-2009.doc"]
    assert all(f"{label} | {value}" in read.body_text for label, value in record.items())


@pytest.mark.parametrize(
    "files",
    [
        f"<p>Tệp đính kèm: <a href='{FILE}'>QD27</a></p><p><a href='#'>[Trở về]</a></p>",
        f"<p>Tải về</p><ul><li><a href='{FILE}'>QD27</a></li></ul>",
        f"<p><a href='{FILE}'>QD27</a> (32 KB)</p>",
    ],
)
def test_files_behind_a_text_without_a_title_are_its_own_and_those_of_others_are_not(files: str) -> None:
    others = "<h3>Văn bản khác</h3><ul><li><a href='/tep/ke-hoach.pdf'>Kế hoạch khác</a></li></ul>"
    read = told(f"<div><div>{FIRST}</div><div>{FIRST}</div><div>{LAST}</div></div>{files}{others}")
    assert read.title is None
    assert [file.name for file in read.attachments] == ["QD27"]


@pytest.mark.parametrize(
    "address",
    ["/LinkClick.aspx?fileticket=pK2v3mB0a9c%3d&tabid=255", "/_layouts/15/DocIdRedir.aspx?ID=SNVB-3-114"],
)
def test_a_file_behind_a_ticket_or_the_number_of_a_document_is_one(address: str) -> None:
    read = told(f"{HEAD}<div>{TEXT}</div><div><a href='{address}'>Quyết định công bố.pdf</a></div>")
    assert [file.url for file in read.attachments] == [f"http://xa-moc.example{address}"]
