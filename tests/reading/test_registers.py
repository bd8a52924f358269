"""Registers of papers as databases and portals print them, without tables: they are lists, however much they tell."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Reading

SUBJECTS = (
    "Về việc bãi bỏ một số quyết định quy phạm pháp luật do Ủy ban nhân dân tỉnh Hòa Sơn ban hành",
    "Quy định mức thu học phí đối với cơ sở giáo dục công lập năm học 2021 - 2022 trên địa bàn tỉnh Hòa Sơn",
    "Kiện toàn Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào bảo vệ an ninh Tổ quốc",
    "Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung thuộc phạm vi quản lý của Sở Xây dựng",
    "Về phân bổ dự toán chi ngân sách địa phương năm 2021",
    "Ban hành Quy định phân cấp quản lý tài sản công của tỉnh Hòa Sơn, thay thế Quyết định số 12/2018/QĐ-UBND.",
)
NUMBERS = ("90/2021/QĐ-UBND", "673/NQ-HĐND", "21-KH/TU", "659/KH-UBND", "82/2021/NQ-HĐND", "645/UBND-KT")
RECORDS = tuple(zip(range(183279, 183200, -11), NUMBERS, SUBJECTS, strict=False))
PAGE, FILE = "/vb/toanvan.aspx?ItemID={0}", "/uploads/vb/{0}.pdf"

DATABASE = (
    "<li><div class=item><p class=title><a href='/vb/toanvan.aspx?ItemID={0}'>Văn bản {1}</a></p><div>"
    "<div class=des><p>{2}</p></div><div class=list-attr><ul>"
    "<li><a href='/vb/toanvan.aspx?ItemID={0}'>Toàn văn</a></li>"
    "<li><a href='/vb/thuoctinh.aspx?ItemID={0}'>Thuộc tính</a></li>"
    "<li><a href='/vb/lichsu.aspx?ItemID={0}'>Lịch sử</a></li></ul>"
    "</div></div><div><p><label>Ban hành: </label>07/10/2021</p><p><label>Hiệu lực: </label>22/10/2021</p>"
    "<p><label>Trạng thái: </label>Còn hiệu lực</p></div></div></li>"
)
ROWS = (
    "<div><div><span>Số, ký hiệu:</span> {1}</div><div><span>Ngày ban hành:</span> 08/12/2021</div>"
    "<div><span>Trích yếu:</span> {2}</div><div><span>Người ký:</span> Võ Thị Bích Ngân</div>"
    "<div><a href='/uploads/vb/{0}.pdf' download>Tải về (654 KB)</a></div></div>"
)
LINKED = (
    "<div><div>Số ký hiệu: <a href='/vb/toanvan.aspx?ItemID={0}'>{1}</a></div><div>Ngày ban hành: 08/12/2021</div>"
    "<div>Trích yếu: {2}</div></div>"
)
FIELDS = (
    "<dl><dt>Số hiệu</dt><dd>{1}</dd><dt>Trích yếu</dt><dd>{2}</dd><dt>Ngày ban hành</dt><dd>08/12/2021</dd>"
    "<dt>Tệp đính kèm</dt><dd><a href='/uploads/vb/{0}.pdf'>{0}.pdf</a></dd></dl>"
)
TABLES = (
    "<table><tr><td>Số ký hiệu</td><td>{1}</td></tr><tr><td>Ngày ban hành</td><td>08/12/2021</td></tr>"
    "<tr><td>Trích yếu</td><td>{2}</td></tr>"
    "<tr><td>Tệp đính kèm</td><td><a href='/uploads/vb/{0}.pdf'>{0}.pdf</a></td></tr></table>"
)
WHOLE = (
    "<div><p>Quyết định {1}</p><p>{2}</p><p>Ban hành: 07/10/2021 - Hiệu lực: 22/10/2021</p><p>"
    "<a href='/vb/toanvan.aspx?ItemID={0}'>Toàn văn</a> | <a href='/vb/thuoctinh.aspx?ItemID={0}'>Thuộc tính</a>"
    "</p></div>"
)
SIGNS = (
    "<table><tr><td><b>Số/Ký hiệu</b></td><td><b>Ngày BH</b></td><td><b>Nội dung trích yếu</b></td><td>Tệp</td></tr>"
    "|<tr><td>{1}</td><td>08/12/2021</td><td>{2}</td>"
    "<td><a href='/uploads/vb/{0}.pdf'><img src='/i/pdf.gif'></a></td></tr>"
)
TITLED = ((ROWS, FILE), (FIELDS, FILE), (TABLES, FILE), (LINKED, PAGE))
SHAPES = ((DATABASE, PAGE), (WHOLE, PAGE), (SIGNS, FILE), *TITLED)
TYPES = "".join(
    f"<li><a href='/van-ban/?loai={n}'>{name} ({n * 7})</a></li>" for n, name in enumerate(("Luật", "Lệnh"))
)
NOTICES = "".join(
    f"<li><a href='/tin/moi-hop-{n}.html'>Giấy mời họp giao ban công tác tháng {n}</a></li>" for n in (8, 9)
)
FORM = "<form><input name=q><label>Từ ngày</label><input name=tu><label>Đến ngày</label><input name=den></form>"


def _page(shape: str, count: int, *, first: int = 1, last: int = 1, title: str = "Văn bản pháp luật") -> Reading:
    head, _, row = shape.rpartition("|") if shape is SIGNS else ("", "", shape)
    records = head + "".join(row.format(*record) for record in RECORDS[:count])
    steps = (f"<a href='/van-ban/?page={n}'>{n}</a>" for n in range(max(1, last - 4), last + 1) if n != first)
    page = (
        f"<html><head><title>{title}</title></head><body><ul>{TYPES}</ul><div><h2>{title}</h2>{FORM}"
        f"<div><b>Tìm thấy 1877 văn bản</b></div><div>{records}</div><div>{''.join(steps)}</div></div>"
        f"<div><h4>Thông báo</h4><ul>{NOTICES}</ul></div><p>Cổng thông tin điện tử tỉnh Hòa Sơn</p></body></html>"
    )
    address = "https://hoason.gov.vn/van-ban/" + (f"?page={first}" if first > 1 else "")
    return read_page(page.encode(), address, context=Context(expected="listing") if title == "Tìm kiếm" else None)


@pytest.mark.parametrize("last", [1, 94])
@pytest.mark.parametrize(("shape", "address"), SHAPES)
def test_papers_with_numbers_and_links_are_a_list_however_long_their_abstracts_are(
    shape: str, address: str, last: int
) -> None:
    reading = _page(shape, len(RECORDS), last=last)
    assert reading.kind == "listing"
    assert [entry.url for entry in reading.entries] == [
        f"https://hoason.gov.vn{address.format(number)}" for number, *_ in RECORDS
    ]


@pytest.mark.parametrize("shape", [ROWS, FIELDS, TABLES])
def test_a_file_in_the_record_of_a_register_is_called_by_its_number_and_its_subject(shape: str) -> None:
    assert [entry.title for entry in _page(shape, 4).entries] == [
        f"{number} {subject}" for _, number, subject in RECORDS[:4]
    ]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(("shape", "address"), [*TITLED, (SIGNS, FILE)])
def test_the_few_papers_on_the_last_page_of_a_register_are_a_list(shape: str, address: str, count: int) -> None:
    reading = _page(shape, count, first=7, last=7)
    assert reading.kind == "listing"
    assert [entry.url for entry in reading.entries] == [
        f"https://hoason.gov.vn{address.format(number)}" for number, *_ in RECORDS[:count]
    ]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("shape", [ROWS, SIGNS])
def test_one_or_two_files_in_records_of_a_register_are_what_a_page_sought_as_a_list_lists(
    shape: str, count: int
) -> None:
    reading = _page(shape, count, title="Tìm kiếm")
    assert [entry.url.rpartition("/")[2] for entry in reading.entries] == [
        f"{number}.pdf" for number, *_ in RECORDS[:count]
    ]
    for entry, (_, number, subject) in zip(reading.entries, RECORDS, strict=False):
        assert entry.title == f"{number} {subject}"


NAME = "Hội nghị triển khai nhiệm vụ công tác tư pháp tỉnh Hòa Sơn"
SENTENCE = "Sáng ngày 12/10, Ủy ban nhân dân tỉnh tổ chức hội nghị đánh giá kết quả ban hành văn bản trên địa bàn tỉnh."
BOX = "".join(LINKED.format(*record) for record in RECORDS)
PLAIN = "".join(f"<li><a href='/vb/ct/{n}'>{number}</a><p>{subject}</p></li>" for n, number, subject in RECORDS)
OWN = (
    "<table><tr><td>Số ký hiệu</td><td>45/QĐ-UBND</td></tr><tr><td>Người ký</td><td>Hồ Sỹ Tạo</td></tr>"
    "<tr><td>Trích yếu</td><td>Về việc phê duyệt Đề án phát triển du lịch tỉnh Hòa Sơn đến năm 2030</td></tr>"
    "<tr><td>Tệp</td><td><a href='/f/45.pdf'>45.pdf</a></td></tr></table>"
)


@pytest.mark.parametrize(
    "content",
    [
        f"<h1>{NAME}</h1><p>{SENTENCE}</p><p>{SENTENCE}</p><div><h3>Văn bản mới</h3><ul>{PLAIN}</ul></div>",
        f"<h1>{NAME}</h1><p>{SENTENCE}</p><div><h3>Văn bản mới</h3><ul>{PLAIN}</ul></div>",
        f"<h1>{NAME}</h1><p>Ngày đăng: 12/10/2021</p><p>{SENTENCE}</p><div><h3>Văn bản mới</h3>{BOX}</div>",
        f"<div><h3>Văn bản mới</h3><ul>{PLAIN}</ul></div><h1>{NAME}</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>",
        f"<h1>Quyết định 45/QĐ-UBND</h1>{OWN}<div><h3>Văn bản mới ban hành</h3>{BOX}</div>",
        f"<h1>Quyết định 45/QĐ-UBND</h1>{OWN}<p>{SENTENCE}</p><div><h3>Văn bản liên quan</h3>{BOX}</div>",
    ],
)
def test_an_announcement_beside_a_box_of_papers_stays_one(content: str) -> None:
    page = f"<html><head><title>{NAME}</title></head><body><div>{content}</div></body></html>"
    reading = read_page(page.encode(), "https://hoason.gov.vn/tin-tuc/hoi-nghi-45812.html")
    assert reading.kind == "article"
    assert reading.announcement is not None
    assert reading.announcement.title in (NAME, "Quyết định 45/QĐ-UBND")


def test_papers_told_in_long_texts_are_those_of_a_digest() -> None:
    told = f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"
    texts = "".join(
        f"<h3>{number}</h3>{told}<p>{subject} (<a href='/vb/{n}'>xem văn bản</a>), có hiệu lực.</p>"
        for n, number, subject in RECORDS
    )
    page = f"<html><head><title>{NAME}</title></head><body><div><h1>{NAME}</h1>{texts}</div></body></html>"
    assert read_page(page.encode(), "https://hoason.gov.vn/tin-tuc/chinh-sach-moi-45812.html").kind == "article"
