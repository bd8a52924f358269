"""Files whose addresses do not say so: links with their names, cards, buttons, marked-up downloads."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

LAST = "Sau lớp học, mỗi hộ được hỗ trợ 500 cây giống và cử cán bộ theo dõi, nghiệm thu tỷ lệ sống trước khi chi trả."
TEXT = (
    "<p>Ngày 12/9, Hội Nông dân xã phối hợp Trạm Khuyến nông mở lớp tập huấn trồng quế cho 120 hộ ở bốn thôn.</p>"
    f"<p>{LAST}</p>"
)
OTHERS = "".join(
    f'<p><a href="/tin/{number}">{title}</a> 0{number}/09/2023</p>'
    for number, title in enumerate(("Khai giảng lớp xóa mù chữ ở thôn Bốn", "Bàn giao nhà tình nghĩa cho hộ nghèo"), 1)
)


def read(behind: str, head: str = "") -> PrintedAnnouncement:
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}<title>Tập huấn trồng quế</title></head><body><div>'
        f"<h1>Tập huấn trồng quế cho hộ dân vùng cao</h1><p>14/09/2023 08:15</p><div>{TEXT}</div>{behind}"
        f"<h3>Tin khác</h3>{OTHERS}</div></body></html>"
    )
    read = read_page(page.encode(), "https://tra-linh.example/tin/9912").announcement
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ('<ul><li><a href="/dl/8a">KH-12.pdf</a><span>64 KB</span></li></ul>', ["KH-12.pdf"]),
        ('<div><a href="/f/8a" download="">Phụ lục danh sách hộ dân</a></div>', ["Phụ lục danh sách hộ dân"]),
        (
            "".join(f'<div><a href="/f/{n}" download>Phụ lục số {n}: các hộ dân dự tập huấn</a></div>' for n in "123"),
            [f"Phụ lục số {n}: các hộ dân dự tập huấn" for n in "123"],
        ),
        (
            "".join(f'<div><a href="/f/{n}">phu-luc-{n}-danh-sach-ho-dan.docx</a></div>' for n in "123"),
            [f"phu-luc-{n}-danh-sach-ho-dan.docx" for n in "123"],
        ),
        ('<a class="c" href="/s/1"><div>Phụ lục.xlsx</div><div>25 KB</div></a>', ["Phụ lục.xlsx"]),
        ('<a class="c" href="/s/1"><i></i><b>Phụ lục.xlsx</b> <small>25 KB</small></a>', ["Phụ lục.xlsx"]),
        ('<div><span>Kế hoạch.pdf</span> <a href="/s/9">Tải xuống</a></div>', ["Kế hoạch.pdf"]),
        ('<div><div>Kế hoạch.pdf</div><a href="/s/9">Tải về</a></div>', ["Kế hoạch.pdf"]),
        ('<div><span>Kế hoạch.pdf</span> <button data-url="/api/files/9">Tải về</button></div>', ["Kế hoạch.pdf"]),
        ("<div>Kế hoạch.pdf <button onclick=\"window.open('/t/kh.pdf')\">Tải về</button></div>", ["Kế hoạch.pdf"]),
        ('<p>Tải về: <a href="/s/1">KH 12.pdf (1,2 MB)</a></p>', ["KH 12.pdf (1,2 MB)"]),
        ('<p>File đính kèm: <a href="/s/1">KH 12.pdf</a>, <a href="/s/2">PL.xlsx</a></p>', ["KH 12.pdf", "PL.xlsx"]),
        ('<div><a href="https://drive.example/file/d/1aX/view">Mau phieu.docx</a></div>', ["Mau phieu.docx"]),
        ('<div><span>1,2 MB</span> <a href="/s/1">KH 12.pdf</a></div>', ["KH 12.pdf"]),
        ('<div><span>KH 12.pdf</span> <a href="/s/1/xem">Xem</a> <a href="/s/1">Tải về</a></div>', ["KH 12.pdf"]),
        ('<div><a href="/s/1" title="KH 12.pdf">Tải về</a></div>', ["KH 12.pdf"]),
        ('<div><a href="/s/1" title="KH 12.pdf">Kế hoạch số 12</a></div>', ["Kế hoạch số 12"]),
        ('<div><a href="javascript:void(0)" data-file="/t/kh.pdf">KH 12.pdf</a></div>', ["KH 12.pdf"]),
        (
            "<table><tr><th>Tên</th><th>Tải</th></tr>"
            '<tr><td>KH 12.pdf</td><td><a href="/s/1">Tải về</a></td></tr>'
            '<tr><td>PL.xlsx</td><td><a href="/s/2">Tải về</a></td></tr></table>',
            ["KH 12.pdf", "PL.xlsx"],
        ),
        (
            "<table><tr><th>STT</th><th>Tên</th><th>Cỡ</th><th>Tải</th></tr>"
            '<tr><td>1</td><td>Kế hoạch số 12</td><td>9 KB</td><td><a href="/api/files/1">Tải về</a></td></tr></table>',
            ["Kế hoạch số 12"],
        ),
        (
            '<div>Tệp đính kèm:<br><a href="/media/6f9619ff-8b86-d011-b42d-00cf4fc964ff">Kế hoạch số 12</a></div>',
            ["Kế hoạch số 12"],
        ),
        ('<div><a href="#kh">KH 12.pdf</a></div>', []),
        ('<div><a href="/anh/tap-huan.jpg" download>Tải ảnh</a></div>', []),
    ],
)
def test_what_names_a_file_or_says_that_it_loads_one_is_one(behind: str, names: list[str]) -> None:
    announcement = read(behind)
    assert [file.name for file in announcement.attachments] == names
    assert announcement.body_text.endswith(LAST) or not names


@pytest.mark.parametrize(
    "files",
    [
        "<div><span>{}</span><ul><li><a href='/item/download/31_a8c2d'>Huong dan 27.pdf</a> <span>(12 Tải xuống)</span>"
        "</li><li><a href='/item/download/32_f10be'>Mau bieu.doc</a></li></ul></div>",
        "<p><b>{}</b></p><p><a href='/up/27.pdf'>Hướng dẫn số 27 về việc tổ chức tháng công nhân</a></p>",
        "<div>{}</div><div><a href='/up/27.pdf'><img src='/i/pdf.gif'></a></div>",
        "<dl><dt>{}</dt><dd><a href='/up/27.pdf'>27.pdf</a></dd></dl>",
    ],
)
@pytest.mark.parametrize(
    "label",
    [
        *("Download tài liệu đính kèm:", "Tải về tài liệu:", "Xem file đính kèm", "Tải tài liệu đính kèm tại đây:"),
        *("Các văn bản đính kèm", "Phụ lục kèm theo:", "Tài liệu đính kèm (2 file)", "Download attachments", "Files:"),
        *("Attached documents", "Link tải tài liệu:", "Nội dung file đính kèm", "Mời tải về:", "File dữ liệu đính kèm"),
    ],
)
def test_what_stands_over_files_is_no_text(label: str, files: str) -> None:
    announcement = read(files.format(label))
    assert announcement.body_text.endswith(LAST)
    assert announcement.attachments


DETAILS = ["Xem chi tiết {}", "Xem chi tiết nội dung {}.", "Mời xem thêm {}", "Chi tiết xem {}"]


@pytest.mark.parametrize("said", DETAILS)
@pytest.mark.parametrize("address", ["", "/", "#", "javascript:;", "https://tra-linh.example/"])
def test_a_pointer_to_details_that_a_template_left_without_any_is_no_text(address: str, said: str) -> None:
    announcement = read("<br><p>" + said.format(f"<a href='{address}'>tại đây</a>") + "</p>")
    assert announcement.body_text.endswith(LAST)
    assert announcement.attachments == ()


@pytest.mark.parametrize("said", DETAILS)
@pytest.mark.parametrize("address", ["/img/ke-hoach.pdf", "/img/ban_co_phan_001.jpg"])
def test_what_a_pointer_to_details_leads_to_is_attached_also_where_it_is_a_scan(address: str, said: str) -> None:
    announcement = read("<p>" + said.format(f"<a href='{address}'>tại đây</a>") + "</p>")
    assert announcement.body_text.endswith(LAST)
    assert [file.url for file in announcement.attachments] == [f"https://tra-linh.example{address}"]


def test_addresses_that_a_text_prints_where_it_leads_there_are_text() -> None:
    pages = "".join(
        f"<p>Đường dẫn của {one}:</p><p><a href='https://{one}.example/thong-bao-ban-dau-gia?id=7'>https://{one}.example/thong-bao-ban-dau-gia?id=7</a></p>"
        for one in ("hsx", "shs")
    )
    assert read(pages).body_text.endswith("Đường dẫn của shs:\nhttps://shs.example/thong-bao-ban-dau-gia?id=7")


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://hoi-thi.example/'>tại đây</a>",
        "<a href='#' onclick=\"location.href='/tin/9913.html'\">tại đây</a>",
        "<a href='/tin/9913.html'>tại đây</a>",
    ],
)
def test_a_pointer_to_details_that_stand_elsewhere_is_text(link: str) -> None:
    assert read(f"<p>Xem chi tiết {link}</p>").body_text.endswith("\nXem chi tiết tại đây")


@pytest.mark.parametrize("last", ["Hồ sơ nộp tại Phòng Tư pháp", "Tập thể lao động xuất sắc", "Tập huấn nghiệp vụ"])
def test_what_says_where_papers_are_or_begins_like_a_file_is_text_over_files(last: str) -> None:
    assert read(f"<p>{last}</p><p><a href='/up/27.pdf'>Mẫu 27.pdf</a></p>").body_text.endswith(f"\n{last}")


def test_a_sentence_about_the_files_stays_in_the_text() -> None:
    said = "Các văn bản đính kèm được gửi cho các xã qua trục liên thông trước ngày 12 hằng tháng, mẫu biểu tại đây"
    told = read(f"<p>{said.replace('tại đây', '<a href=/up/27.doc>tại đây</a>')}</p>")
    assert told.body_text.endswith(said)
    assert told.attachments


@pytest.mark.parametrize("last", ["Tài liệu tham khảo", "Hồ sơ gồm bản chính và bản sao"])
def test_what_could_stand_over_files_is_text_where_none_is_behind_it(last: str) -> None:
    assert read(f"<p>{last}</p>").body_text.endswith(last)


def test_a_page_about_a_file_is_none_and_a_file_amid_a_text_stays_there() -> None:
    assert read('<p><a href="/van-ban/12.html">KH 12.pdf</a></p>').attachments == ()
    amid = read(f'<p>Mẫu đăng ký xem tại <a href="/s/3">mau.docx</a> kèm theo thông báo này của xã.</p><p>{LAST}</p>')
    assert [file.name for file in amid.attachments] == ["mau.docx"]
    assert "xem tại mau.docx kèm theo" in amid.body_text


def test_the_type_of_a_file_is_told_by_its_name_where_its_address_has_none() -> None:
    files = read('<p><a href="/dl/8a">KH.pdf</a></p><p><a href="/dl/8b">PL.xlsx</a></p>').attachments
    assert [(file.media_type or "").rpartition(".")[2] for file in files] == ["application/pdf", "sheet"]


@pytest.mark.parametrize("base", ["/", "./", "//tra-linh.example/", "https://tra-linh.example/", "http://[x"])
def test_addresses_refer_to_a_base_that_is_itself_relative(base: str) -> None:
    files = read('<p><a href="/tep/kh.pdf">KH.pdf</a></p>', f'<base href="{base}">').attachments
    assert [file.url for file in files] == ["https://tra-linh.example/tep/kh.pdf"]


LOAD = "<a href='/documents/d/guest/mau-phieu?download=true'><i></i> {}</a>"


@pytest.mark.parametrize("label", ["Tập tin", "Tệp tin", "File", "Files", "Tài liệu", "Các tệp tin"])
def test_what_stands_on_the_line_before_a_file_is_no_text(label: str) -> None:
    announcement = read(f"<div><span>{label}</span> {LOAD.format('Mẫu phiếu đăng ký')}</div>")
    assert announcement.body_text.endswith(LAST)
    assert [file.name for file in announcement.attachments] == ["Mẫu phiếu đăng ký"]


@pytest.mark.parametrize("words", ["Tài liệu tập huấn gồm", "Tập tin ghi âm và"])
def test_words_of_a_text_before_a_file_are_text(words: str) -> None:
    announcement = read(f"<p>{words} {LOAD.format('sổ tay')}</p>")
    assert announcement.body_text.endswith(f"{words} sổ tay")


FACTS = "<ul><li>Toàn văn</li><li>Thuộc tính</li><li>Lịch sử</li></ul><ul><li>Hiệu lực: Còn</li><li>Số: 27</li></ul>"
OF_PAPER = (
    "<a href='/FileData/vbpq/Attachments/7/VanBanGoc_QD27.pdf'>QD 27.pdf</a><br><a href='/FileData/7.doc'>27.doc</a>"
)


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (f"<div><div id='tai'>{OF_PAPER}</div></div>", ["QD 27.pdf", "27.doc"]),
        (f"<div>Tải về</div><div>{OF_PAPER}</div>", ["QD 27.pdf", "27.doc"]),
        (f"<div><h3>Văn bản mới</h3>{OF_PAPER}</div>", []),
        (f"<div>Đường dây nóng</div><div>{OF_PAPER}</div>", []),
        (f"<div>Xem văn bản mới ban hành</div><div>{OF_PAPER}</div>", []),
    ],
)
def test_files_right_behind_what_holds_title_and_text_are_attached(behind: str, names: list[str]) -> None:
    text = f"<div><div><h1>Quyết định về quản lý chợ và giá đò</h1></div><div>{TEXT}{TEXT}</div></div>"
    page = f"<html><body><div><ul><li>Trang chủ</li></ul>{FACTS}{FACTS}{text}{behind}</div></body></html>"
    told = read_page(page.encode(), "https://vb.example/xem/31").announcement
    assert told is not None
    assert [file.name for file in told.attachments] == names
    assert told.body_text.endswith(LAST)
