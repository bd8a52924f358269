"""Names in boxes around a text (members, places, winners, partners) are not those of who wrote it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Huyện tổ chức hội nghị sơ kết công tác giảm nghèo"
TEXT = (
    "<p>Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn.</p>"
    "<p>Tại hội nghị, các đại biểu đã nghe báo cáo kết quả thực hiện chương trình giảm nghèo sáu tháng đầu năm.</p>"
    "<p>Trong sáu tháng cuối năm, huyện tiếp tục hỗ trợ hộ nghèo vay vốn, học nghề và sửa chữa nhà ở dột nát.</p>"
)
BOXES = {
    "": ("TÂN LONG HÔM NAY", "HÀ GIANG QUÊ EM", "Sơn La Mến Yêu", "Hà Giang Số", "Tân Long Đổi Mới"),
    "Thời tiết": ("Tân Long", "24°C", "Mưa rào nhẹ"),
    "Dự báo thời tiết": ("Hà Giang", "Nhiệt độ: 21°C", "Độ ẩm: 80%"),
    "Đối tác": ("Công ty Minh Anh", "Công ty Hoàng Long", "Tập đoàn Phú Thái"),
    "Doanh nghiệp tiêu biểu": ("Minh Phú", "Hoàng Anh Gia Lai", "Nam Việt"),
    "Thư viện ảnh": ("Chợ phiên Mai Sơn", "Hoàng Hôn Biển"),
    "Video": ("Quê Hương Tân Long", "Tự hào Hà Giang", "Thanh niên lập nghiệp"),
    "Lãnh đạo Sở": ("Nguyễn Văn An", "Giám đốc", "Trần Thị Bình", "Phó Giám đốc"),
    "Ban lãnh đạo": ("Giám đốc: Nguyễn Văn An", "Phó Giám đốc: Trần Thị Bình"),
    "Cơ cấu tổ chức": ("Chủ tịch", "Nguyễn Văn An", "Phó Chủ tịch", "Trần Thị Bình"),
    "Đường dây nóng": ("Nguyễn Văn An", "0912 345 678", "Trần Thị Bình", "0987 654 321"),
    "Trực ban hôm nay": ("Nguyễn Văn An", "Trần Thị Bình"),
    "Lịch trực": ("Thứ Hai", "Nguyễn Văn An", "Thứ Ba", "Trần Thị Bình"),
    "Lời hay ý đẹp": ("“Không có gì quý hơn độc lập tự do”", "Hồ Chí Minh"),
    "Nghe nhạc": ("Bài ca Tân Long", "Trần Hoàn", "Hà Giang Ơi", "Thanh Phúc"),
    "Góc thơ": ("Quê Hương", "Thơ: Đỗ Trung Quân"),
    "Đọc nhiều": ("Khai giảng lớp học nghề", "Minh Hằng", "Xã nông thôn mới đầu tiên", "Thu Trang"),
    "Tác giả nổi bật": ("Minh Hằng", "Thu Trang"),
    "Ý kiến bạn đọc (2)": ("Nguyễn Văn An", "Rất bổ ích!"),
    "Từ khóa": ("Tân Long", "Hà Giang", "Nguyễn Văn An"),
    "Thành viên tích cực": ("Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Hà"),
    "Khách thăm": ("Hà Nội", "Hải Dương", "Bình Dương", "Lâm Đồng"),
    "Chúc mừng sinh nhật": ("Nguyễn Văn An", "Trần Thị Bình"),
    "Tin buồn": ("Cụ Nguyễn Văn An", "Hưởng thọ 90 tuổi"),
    "Trúng thưởng": ("Giải nhất", "Nguyễn Văn An", "Giải nhì", "Trần Thị Bình"),
    "Giáo viên tiêu biểu": ("Nguyễn Thị Hoa", "Trần Thị Bình"),
    "Gương mặt của tháng": ("Cô giáo Nguyễn Thị Hoa",),
    "Học sinh tiêu biểu": ("Nguyễn Thị Hoa", "Lớp 9A"),
    "Người phát ngôn": ("Nguyễn Văn An", "Phó Giám đốc Sở"),
    "Đại biểu Quốc hội": ("Nguyễn Văn An", "Trần Thị Bình"),
    "Đơn vị trực thuộc": ("Phòng Nội vụ", "Trung tâm Y tế", "Ban Quản lý dự án"),
    "Người chịu trách nhiệm": ("Nguyễn Văn An",),
    "Người đăng": ("Nguyễn Văn An",),
    "Diễn giả": ("TS. Nguyễn Văn An", "PGS.TS Trần Thị Bình"),
    "Danh sách ứng cử viên": ("Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Hà"),
    "Liên hệ": ("Nguyễn Văn An", "Email: an@example.vn"),
    "Mọi chi tiết xin liên hệ": ("Bà Trần Thị Bình", "ĐT: 0912 345 678"),
    "Lịch tiếp công dân": ("Nguyễn Văn An", "Chủ tịch xã"),
    "Giá nông sản": ("Cà phê", "Hồ Tiêu", "Cao Su"),
    "Sản phẩm OCOP": ("Trà Thái Nguyên", "Cam Cao Phong", "Mật Ong Bạc Hà"),
    "Các xã, phường": ("Tân Long", "An Phú", "Mỹ Hòa", "Phú Cường"),
    "Danh sách liệt sĩ": ("Nguyễn Văn An", "Trần Văn Bình"),
    "Hỏi đáp": ("Nguyễn Văn An (Mai Sơn)", "Thủ tục cấp đổi thẻ?"),
    "Danh sách ủng hộ": ("Nguyễn Văn An", "500.000 đồng"),
    "Luật sư tư vấn": ("Luật sư Nguyễn Văn An",),
    "Đội ngũ bác sĩ": ("BS.CKII Nguyễn Văn An", "ThS.BS Trần Thị Bình"),
}
FORMS = [
    # how a box prints its name and each of its entries
    ("<div>{}</div>", "<h3>{}</h3>", "<div>{}</div>"),
    ("<aside>{}</aside>", "<h2>{}</h2>", "<p>{}</p>"),
    ("<section>{}</section>", "<h3>{}</h3>", "<h4>{}</h4>"),
    ("<div>{}</div>", "<b>{}</b>", "<ul><li>{}</li></ul>"),
    ("{}", "<p>{}</p>", "<p>{}</p>"),
    ("{}", "<p><b>{}</b></p>", "<p><b>{}</b></p>"),
    ("<table>{}</table>", "<tr><td>{}</td></tr>", "<tr><td>{}</td></tr>"),
    ("<dl>{}</dl>", "<dt>{}</dt>", "<dd>{}</dd>"),
    ("<div>{}</div>", "<div><div><span>{}</span></div></div>", "<div><div><div><span>{}</span></div></div></div>"),
    ("<div>{}</div>", "<h3>{}</h3>", "<p align=right>{}</p>"),
]
RELATED = (
    "<div><h3>Tin liên quan</h3><ul><li><a href='/t/1'>Công bố quyết định về công tác cán bộ huyện</a></li>"
    "<li><a href='/t/2'>Kiểm tra công tác phòng cháy tại các chợ</a></li></ul></div>"
)
DAY = "<div>12/03/2025</div>"
HEAD = f"<h1>{TITLE}</h1>{DAY}"
FRAMES = [
    f"<div><div>{HEAD}<div>{TEXT}</div></div>{{box}}</div>",
    f"<div>{HEAD}<div>{TEXT}</div>{{box}}</div>",
    f"<div>{HEAD}{TEXT}{{box}}</div>",
    f"<div>{HEAD}<div>{TEXT}{{box}}</div></div>",
    f"<table><tr><td>{HEAD}<div>{TEXT}</div></td><td>{{box}}</td></tr></table>",
    f"<div>{HEAD}<div>{TEXT}</div>{{box}}{RELATED}</div>",
    f"<div><div>{HEAD}<div>{TEXT}</div></div>{RELATED}{{box}}</div>",
    f"<main><article>{HEAD}{TEXT}</article>{{box}}</main>",
    f"<div>{{box}}<div>{HEAD}<div>{TEXT}</div></div></div>",
    f"<div><h1>{TITLE}</h1><div>{TEXT}</div>{{box}}</div>",
]
BETWEEN = f"<div>{HEAD}{{box}}<div>{TEXT}</div></div>"
SIGNED = [
    "<p>Minh Hằng</p>",
    "<p align=right>Minh Hằng</p>",
    "<p><b>Minh Hằng</b></p>",
    "<p>Tác giả: Minh Hằng</p>",
    "<div class='author'>Minh Hằng</div>",
]


def box_of(form: tuple[str, str, str], name: str) -> str:
    around, head, entry = form
    return around.format("".join([head.format(name) if name else "", *map(entry.format, BOXES[name])]))


def byline_of(main: str) -> str | None:
    page = f"<html><head><title>{TITLE}</title></head><body><a href='/'>Trang chủ</a>{main}</body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert told is not None
    assert told.title == TITLE
    return told.byline


@pytest.mark.parametrize("form", range(len(FORMS)))
@pytest.mark.parametrize("frame", range(len(FRAMES)))
def test_no_name_of_a_box_around_a_text_wrote_it(frame: int, form: int) -> None:
    """Each box in a sixth of the frames and forms, another sixth for the next box."""
    boxes = list(BOXES)[(frame + form) % 6 :: 6]
    bylines = {name: byline_of(FRAMES[frame].format(box=box_of(FORMS[form], name))) for name in boxes}
    assert {name: byline for name, byline in bylines.items() if byline is not None} == {}


@pytest.mark.parametrize("form", FORMS)
def test_no_name_of_a_box_between_the_day_and_a_text_wrote_it(form: tuple[str, str, str]) -> None:
    named = [name for name in BOXES if name != "Ý kiến bạn đọc (2)"]
    bylines = {name: byline_of(BETWEEN.format(box=box_of(form, name))) for name in named}
    assert {name: byline for name, byline in bylines.items() if byline is not None} == {}


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("frame", FRAMES[:6])
def test_who_signs_a_text_is_credited_before_the_names_of_the_box_behind_it(frame: str, signed: str) -> None:
    bylines = {
        byline_of(frame.replace(TEXT, TEXT + signed).format(box=box_of(form, name)))
        for form in (FORMS[0], FORMS[4], FORMS[6])
        for name in ("Thời tiết", "Thành viên tích cực", "Lãnh đạo Sở", "Đối tác", "Góc thơ", "Trúng thưởng")
    }
    assert {(byline or "").removeprefix("Tác giả: ") for byline in bylines} == {"Minh Hằng"}


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Chia sẻ</p><p>Minh Hằng</p>",
        "<div><div>Lượt xem: 120</div><div>Minh Hằng</div></div>",
        "<h4>Tác giả</h4><p>Minh Hằng</p>",
        "<div><h4>Về tác giả</h4><p>Minh Hằng</p></div>",
        "<div><h4>Tệp đính kèm</h4><a href='/f/1.pdf'>1.pdf</a></div><p><b>Minh Hằng</b></p>",
        "<p>Xin trân trọng cảm ơn!</p><p>Minh Hằng</p>",
        "<p>Chè búp tươi đạt 20 tấn</p><p>Minh Hằng</p>",
        "<p>Phòng Nội vụ</p><p>Minh Hằng</p>",
        "<p>Minh Hằng</p><p>Bình luận (0)</p>",
        "<p>Minh Hằng</p><p>Lượt xem: 120</p>",
        "<p align=right>Minh Hằng</p><p align=right>Thu Trang</p>",
        "<div class='author'><div>Thành viên tích cực</div><div class='author'>Minh Hằng</div></div>",
    ],
)
def test_a_name_below_what_heads_no_box_is_credited(behind: str) -> None:
    assert "Minh Hằng" in (byline_of(f"<div>{HEAD}{TEXT}{behind}</div>") or "")


@pytest.mark.parametrize(
    "facts",
    [
        "<div>Đoàn thể</div><div>Minh Hằng</div>",
        "<div>Cỡ chữ A- A+</div><div>Minh Hằng</div>",
        "<div>M</div><div>Minh Hằng</div>",
        "<div>Phản hồi: 0</div><div>Minh Hằng</div>",
        "<div>Tác giả</div><div>Minh Hằng</div>",
    ],
)
def test_a_name_among_the_facts_between_title_and_text_is_credited(facts: str) -> None:
    assert byline_of(f"<div>{HEAD}{facts}<div>{TEXT}</div></div>") == "Minh Hằng"
