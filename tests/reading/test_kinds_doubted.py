"""Lists that look like announcements, and announcements that look like lists: of links, of days, with others amid."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context

TITLES = (
    "Ra quân làm thủy lợi nội đồng vụ đông xuân",
    "Kết quả kỳ họp thứ 12 của Hội đồng nhân dân huyện",
    "Công khai dự toán ngân sách năm 2022 của xã",
    "Tập huấn sử dụng phần mềm một cửa điện tử",
    "Mời chào giá cung cấp văn phòng phẩm quý ba",
)
SUMMARY = "Theo báo cáo của đơn vị, đến hết tháng 5 đã có 1.240 hộ đăng ký tham gia, đạt 86% kế hoạch đề ra từ đầu năm."
OTHER = "Thực hiện chỉ đạo của cấp trên, các thôn bản đã tổ chức họp dân, thống nhất phương án và huy động ngày công."
MENU = (
    "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin'>Tin tức</a></li><li><a href='/vb'>Văn bản</a></li></ul>"
)
BOX = (
    "<div><h3>Tin nổi bật</h3><ul><li><a href='/hot/701'>Hơn 200 đoàn viên hiến máu đợt hai</a></li>"
    "<li><a href='/hot/702'>Chủ động phòng chống cháy rừng mùa khô</a></li></ul></div>"
)


def read(main: str, title: str, *, before: str = "", url: str = "https://huyen.example/muc-tin") -> tuple[str, int]:
    """The kind of a page and how many entries it lists."""
    page = (
        f"<html><head><title>{title} - Huyện Mường Khoa</title></head><body>{MENU}{before}<div>{main}</div>{BOX}"
        "<div>Bản quyền thuộc về UBND huyện</div></body></html>"
    )
    reading = read_page(page.encode(), url)
    return reading.kind, len(reading.entries)


def rows(row: str, titles: tuple[str, ...] = TITLES) -> str:
    told = (
        row.format(n=number, title=title, day=f"2{number}/05/2022", summary=SUMMARY, other=OTHER)
        for number, title in enumerate(titles, 1)
    )
    return "".join(told)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><a href='/g/{n}'>{title}</a></td><td>{day}</td><td><a href='/f/{n}.pdf'><img src=p></a></td></tr>",
        "<tr><td><a href='/f/{n}.pdf'><img src=p></a></td><td><a href='/g/{n}'>{title}</a></td><td>{day}</td></tr>",
        "<tr><td>{n}</td><td><a href='/g/{n}'>{title}</a></td><td>{day}</td><td>17h00, 7 ngày sau ngày đăng</td>"
        "<td><a href='/f/{n}.doc'><i class='fa'></i></a></td></tr>",
        "<tr><td>{day}</td><td><a href='/g/{n}'>{title}</a></td><td><a href='/f/{n}.rar'><img src=z></a> </td></tr>",
        "<tr><td><a href='/g/{n}'>{title}</a></td><td>Còn</td><td><a href='/tai?f={n}.xls'><img src=x></a></td></tr>",
    ],
)
@pytest.mark.parametrize("head", ["", "<tr><th>Nội dung</th><th>Ngày đăng</th><th>Tải về</th></tr>"])
def test_rows_with_the_sign_of_a_file_each_are_a_list(row: str, head: str) -> None:
    assert read(f"<h2>Đấu thầu</h2><table>{head}{rows(row)}</table>", "Đấu thầu") == ("listing", 5)


ENTRY = (
    "<div><a href='/tin/{n}'><img src='{n}.jpg'></a><a href='/tin/{n}'>{title}</a><div>{day}</div>"
    "<div>{summary} <a href='/tin/{n}'>[Chi tiết]</a></div></div>"
)


@pytest.mark.parametrize("row", [ENTRY, "<h4><a href='/tin/{n}'>{title}</a></h4><i>{day}</i><p>{summary}</p>"])
@pytest.mark.parametrize(
    "box",
    [
        "<h3>Lịch ngừng cấp điện</h3><div><b>01/09/2021</b> 19:41: Kim Long</div><p><b>28/08/2021</b> 9:28: Cư Yang</p>"
        "<div><b>26/08/2021</b> 20:20: Mỹ Lợi</div>",
        "<h3>Lịch ngừng cấp nước</h3><p>28/05/2022 08:00: Tiểu khu 1</p><p>27/05/2022 08:00: Tiểu khu 2</p><h3>Hỏi</h3>"
        "<p>Lò Văn Chiêu: Bao giờ bản Cóc có điện lưới quốc gia và đường nhựa?</p>",
        "<h4>Lịch trực</h4><p>28/05/2022: BS Bùi Đức Tuấn</p><p>27/05/2022: BS Lý Đức Dũng</p>",
    ],
)
def test_a_schedule_in_a_box_before_a_list_with_summaries_is_no_announcement(box: str, row: str) -> None:
    assert read(f"<h2>Hoạt động</h2>{rows(row)}", "Huyện", before=f"<div>{box}</div>{BOX}") == ("listing", 5)


@pytest.mark.parametrize(
    "row",
    [
        "<div><a href='/sp/{n}'><img src='{n}.jpg'></a><h4><a href='/sp/{n}'>{title}</a></h4><p>{day}</p></div>",
        "<li><a href='/sp/{n}'>{title}</a> ({day})</li>",
        "<div><a href='/sp/{n}'>{title}</a><div>{day}</div><div>{summary}</div></div>",
    ],
)
@pytest.mark.parametrize("text", [f"<p>{SUMMARY}</p>", f"<p>{SUMMARY} {OTHER}</p>", f"<p>{SUMMARY}</p><p>{OTHER}</p>"])
def test_what_a_section_says_of_itself_is_no_announcement_above_its_list(text: str, row: str) -> None:
    assert read(f"<h1>Chương trình OCOP</h1>{text}{rows(row)}", "Chương trình OCOP") == ("listing", 5)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><a href='/sk/{n}'><img src='{n}.jpg'></a></td><td><b>{title}</b><br>{summary}</td></tr>",
        "<tr><td><a href='sk.asp?id={n}'><img src='{n}'></a></td><td><p><b>{title}</b></p><p>{summary}</p></td></tr>",
        "<div><h3>{title}</h3><p>{summary} {other} {other}</p><p>{other} <a href='/sk/{n}'>[...]</a></p></div>",
        "<div><h3>{title}</h3><p>{summary}</p><p>{other} {other} <a href='/sk/{n}'>[…]</a></p></div>",
        "<div><h3>{title}</h3><p>{summary} {other} <a href='/sk/{n}'>(...)</a></p></div>",
    ],
)
def test_titles_that_are_no_links_are_a_list_where_their_pictures_or_the_dots_behind_their_texts_lead_on(
    row: str,
) -> None:
    main = f"<table>{rows(row)}</table>" if row.startswith("<tr") else rows(row)
    assert read(f"<h2>Sự kiện</h2>{main}", "Sự kiện") == ("listing", 5)


@pytest.mark.parametrize(
    "row", ["<div><a href='/k/{n}7'>{title}</a> <em>({day})</em></div>", "<p>{day} <a href='/k/{n}7'>{title}</a></p>"]
)
def test_one_headline_with_its_day_below_the_name_of_a_section_is_a_list(row: str) -> None:
    assert read(f"<h1>Công khai ngân sách</h1>{rows(row, TITLES[2:3])}", "Công khai ngân sách") == ("listing", 1)


NAME = "Lịch phát sóng truyền hình huyện tuần 22 năm 2022"
POSTED = "<div>Ngày đăng: 28/05/2022</div>"


@pytest.mark.parametrize(
    "main",
    [
        "<table>" + rows("<tr><td>Thứ Hai, {day}</td><td><a href='/video/{n}'>{title}</a></td></tr>") + "</table>",
        rows("<p>- <a href='/tin/{n}'>{title}</a> ({day})</p>"),
        rows("<h3>{n}. {title}</h3><p>{summary} <a href='/tin/{n}'>Xem chi tiết</a></p>"),
        f"<p>{SUMMARY} {OTHER}</p><h4>Xem thêm</h4>{rows('<p><a href=/tin/{n}>{title}</a></p>')}<p>{OTHER}</p>",
        rows("<p>{n}. <a href='/tin/{n}'>Văn bản: {title}</a> quy định về quản lý và sử dụng đất ở nông thôn.</p>"),
    ],
)
def test_a_day_of_posting_like_no_other_right_below_a_long_title_is_an_announcement_of_links(main: str) -> None:
    assert read(f"<h1>{NAME}</h1>{POSTED}{main}", NAME, url="https://huyen.example/tin/5006.html")[0] == "article"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Tin hoạt động", POSTED),
        ("Tin hoạt động của các đơn vị trong huyện", ""),
        ("Tin hoạt động của các đơn vị trong huyện", "<div>Thứ Bảy, 28/05/2022</div>"),
    ],
)
def test_a_list_below_the_name_of_its_page_is_one_whatever_day_stands_between_them(name: str, day: str) -> None:
    main = rows("<div><h3><a href='/tin/{n}'>{title}</a></h3><div>{day}</div><p>{summary}</p></div>")
    assert read(f"<h1>{name}</h1>{day}{main}", name) == ("listing", 5)


def test_entries_each_with_its_day_of_posting_first_are_a_list() -> None:
    main = rows("<div><div>Ngày đăng: {day}</div><h3><a href='/tin/{n}'>{title}</a></h3><p>{summary}</p></div>")
    name = "Tin hoạt động của các đơn vị trong huyện"
    assert read(f"<h1>{name}</h1>{main}", name) == ("listing", 5)


@pytest.mark.parametrize("day", [POSTED, "<div>28/05/2022 08:30</div>"])
@pytest.mark.parametrize(
    "main",
    [
        rows("<p>- <a href='https://bao{n}.example/tin-{n}.html'>{title}</a> (Báo Sơn La, {day})</p>"),
        rows(
            "<p>{n}. <a href='https://luat.example/{n}'>Nghị định: {title}</a> quy định về quản lý đất ở nông thôn.</p>"
        ),
        "<ul>" + rows("<li><a href='https://xa{n}.example'>Khai báo: {title}</a></li>") + "</ul>",
        "<table>" + rows("<tr><td>{day}</td><td>Sáng: {title}</td></tr>") + "</table>",
    ],
)
def test_links_to_other_sites_and_days_below_a_title_and_its_day_are_an_announcement(main: str, day: str) -> None:
    name = "Điểm báo và văn bản mới trong tuần cuối tháng 5"
    assert read(f"<h1>{name}</h1>{day}{main}", name, url="https://huyen.example/tin/5025.html") == ("article", 0)


VIDEO = (
    "<div><a href='/v/{n}'><img src='{n}.jpg'><b>0{n}:30</b></a><h4><a href='/v/{n}'>{title}</a></h4>"
    "<i>3{n} lượt xem</i></div>"
)
SHORT = ("Lịch nghỉ lễ", "Họp dân bản", "Thi Rung chuông vàng", "Tết trồng cây", "Khám sức khỏe")


@pytest.mark.parametrize(
    ("row", "titles"),
    [
        (VIDEO, SHORT),
        ("<p><a href='/nq/{n}'>Nghị quyết số {n}2/NQ-HĐND</a> ngày {day} về {title}</p>", TITLES),
        ("<p>{day}: <a href='/nq/{n}'>Nghị quyết {n}2/NQ-HĐND</a> về {title}</p>", TITLES),
        ("<h4><a href='/tho/{n}'>{title}</a></h4><p>{summary} {other}</p><p>{other} {other}</p>", SHORT),
    ],
)
def test_short_names_that_lead_on_below_the_name_of_a_section_are_a_list(row: str, titles: tuple[str, ...]) -> None:
    assert read(f"<h2>Thư viện</h2>{rows(row, titles)}", "Thư viện", url="https://huyen.example/thu-vien") == (
        "listing",
        5,
    )


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{n}</td><td><a href='/kh/81{n}'>8{n}/KH-UBND</a></td><td>{title}</td><td>{day}</td></tr>",
        "<tr><td>{day}</td><td>{title}</td><td><a href='/kh/81{n}'>Số 8{n}/KH-UBND</a></td></tr>",
    ],
)
def test_the_only_rows_of_a_register_are_a_list_behind_a_box_of_days(row: str, count: int) -> None:
    head = "<tr><th>STT</th><th>Số hiệu</th><th>Trích yếu</th><th>Ngày</th></tr>"
    box = "<div><h3>Lịch công tác</h3><p>Thứ Hai 30/05/2022: Họp giao ban</p><p>Thứ Ba 31/05/2022: Tiếp dân</p></div>"
    main = f"<h1>Kế hoạch</h1><table>{head}{rows(row, TITLES[:count])}</table>"
    assert read(main, "Kế hoạch", before=box, url="https://huyen.example/ke-hoach") == ("listing", count)


def test_a_title_that_fills_a_cell_beside_the_button_of_a_page_is_its_own() -> None:
    main = (
        f"<table><tr><td><b>{TITLES[2]}</b></td><td><a href='/print.asp?id=7'>Bản in</a></td></tr>"
        "<tr><td>28/05/2022</td></tr><tr><td><a href='/f/ck.pdf'>Tải về</a></td></tr></table>"
    )
    assert read(main, "Tin tức", url="https://huyen.example/news.asp?id=7")[0] == "article"


@pytest.mark.parametrize("size", [2, 6, 10])
def test_a_long_introduction_stands_above_a_long_list_of_its_section(size: int) -> None:
    entries = rows(
        "<li><a href='/cc/{n}7'>{title}</a> ({day})</li>", (*TITLES, *(f"{title}, đợt hai" for title in TITLES))
    )
    main = f"<h1>Cải cách hành chính</h1><p>{f'{OTHER} ' * size}</p><ul>{entries.replace('210/', '20/')}</ul>"
    assert read(main, "Huyện")[0] == "listing"


@pytest.mark.parametrize("day", ["<div>28/05/2022</div>", "<p>Thứ Bảy, 28/05/2022 08:30</p>"])
def test_headlines_amid_a_text_below_a_sure_title_and_its_day_are_links_of_an_announcement(day: str) -> None:
    name = "Toàn cảnh kỳ họp thứ 12 của Hội đồng nhân dân huyện"
    main = f"<p>{SUMMARY} {OTHER}</p><ul>{rows('<li><a href=/tin/{n}>{title}</a></li>')}</ul><p>{OTHER} {OTHER}</p>"
    assert read(f"<h1>{name}</h1>{day}{main}", name, url="https://huyen.example/tin/6011.html")[0] == "article"


@pytest.mark.parametrize("told", ["", "<p>Chuyên mục đang được cập nhật nội dung</p>", "<p>Không có bản ghi nào</p>"])
def test_a_page_sought_as_a_list_that_shows_nothing_but_its_name_is_an_empty_list(told: str) -> None:
    name = "Giải đáp ý kiến cử tri"
    page = f"<html><head><title>{name}</title></head><body>{MENU}<div><h1>{name}</h1>{told}</div>{BOX}</body></html>"
    url = "https://huyen.example/giai-dap-y-kien-cu-tri"
    reading = read_page(page.encode(), url, context=Context(expected="listing"))
    assert (reading.kind, reading.outcome, reading.entries) == ("listing", "empty", ())


@pytest.mark.parametrize("href", ["#", "#top"])
def test_a_title_at_the_end_of_the_way_to_its_page_is_no_entry_of_a_menu(href: str) -> None:
    name = "Thông báo nghỉ lễ 30/4 và 1/5 năm 2022"
    way = f"<div><a href='/'>Trang chủ</a> » <a href='{href}'>{name}</a></div>"
    main = f"<h1>{name}</h1><div>28/05/2022</div><p><img src='/u/tb.jpg' width='700'></p>"
    assert read(main, name, before=way, url="https://huyen.example/tin/6013.html")[0] == "article"


NOTICE = "<p>Điện lực thông báo đến quý khách hàng lịch ngừng cung cấp điện để sửa chữa lưới điện như sau:</p>"
CLOSING = "<p>Mong quý khách hàng thông cảm và chủ động kế hoạch sản xuất, sinh hoạt.</p>"
SCHEDULE = "".join(f"<tr><td>{day}/06/2025</td><td>07:30 - 11:00</td><td>Bản Lướt</td></tr>" for day in range(10, 15))
BARE = "<ul>" + rows("<li><a href='/tin/{n}'>{title}</a></li>") + "</ul>"


@pytest.mark.parametrize("title", ["h5", "h2", "b"])
@pytest.mark.parametrize("day", ["Ngày đăng: 06/06/2025", "06/06/2025 08:15", "Created: 06/06/2025 | Modified: 7/6/25"])
@pytest.mark.parametrize("others", ["<div>Lịch các tuần trước</div>", "<div>Xem thêm</div>", ""])
def test_days_in_a_table_of_a_notice_are_not_those_of_the_headlines_below_it(title: str, day: str, others: str) -> None:
    head = f"<div><{title}>Lịch ngừng, giảm cung cấp điện trong tuần 24 năm 2025</{title}></div><div>{day}</div>"
    notice = f"{NOTICE}<table><tr><th>Ngày</th><th>Giờ</th><th>Nơi</th></tr>{SCHEDULE}</table>{CLOSING}"
    assert read(f"{head}<div>{notice}</div>{others}{BARE}", "Điện lực")[0] == "article"


@pytest.mark.parametrize("above", ["", "<tr><td>Ngày đăng</td><td>Tên</td></tr>"])
def test_a_table_of_announcements_with_their_days_is_a_list(above: str) -> None:
    entries = rows("<tr><td>{day}</td><td><a href='/tin/{n}'>{title}</a></td></tr>")
    assert read(f"<h2>Thông báo</h2><table>{above}{entries}</table>", "Thông báo") == ("listing", 5)


PIECE = (
    "<p>Trống được phát hiện khi người dân làng Vạc đào ao thả cá, ở độ sâu một mét hai.</p>"
    "<p>Mặt trống đường kính 68 cm, chính giữa trang trí hình ngôi sao 12 cánh, xen giữa là họa tiết lông công.</p>"
    "<p>Hiện trống được trưng bày tại gian Văn hóa Đông Sơn, tầng hai của Bảo tàng.</p>"
)
DATED = "".join(
    f"<li><a href='/tb/{number}'>Thông báo số {number} về việc nghỉ lễ của cơ quan</a> 0{number}/03/2022</li>"
    for number in range(1, 6)
)


@pytest.mark.parametrize("signed", ["<p><b>Đỗ Hữu Thịnh</b><br><i>(Phòng Trưng bày)</i></p>", "<p>Hữu Thịnh</p>"])
@pytest.mark.parametrize(
    "frame",
    [
        "<h2>Trống đồng</h2>{0}{1}",
        "<table><tr><td><h2>Trống đồng</h2></td></tr><tr><td>{0}</td></tr><tr><td>{1}</td></tr></table>",
    ],
)
def test_the_days_of_a_box_are_not_those_of_the_headlines_right_behind_a_short_text(frame: str, signed: str) -> None:
    box = f"<div><b>Thông báo</b></div><ul>{DATED}</ul>"
    assert read(f"{frame.format(PIECE + signed, BARE)}{box}", "Bảo tàng")[0] == "article"


def test_entries_with_their_days_right_behind_a_short_text_are_those_of_a_section() -> None:
    assert read(f"<h2>Bảo tàng tỉnh</h2>{PIECE}<ul>{DATED}</ul>", "Bảo tàng")[0] == "listing"


@pytest.mark.parametrize(
    "heading",
    ["Tài liệu tham khảo", "Tài liệu liên quan", "Biểu mẫu tải về", "Các văn bản hướng dẫn", "Văn bản tham khảo:"],
)
def test_files_in_a_box_below_a_list_make_no_announcement_of_it(heading: str) -> None:
    cards = rows("<div><a href='/tin/{n}'><div>{title}</div></a><div><span>{day}</span><span>79{n}</span></div></div>")
    files = f"<h2>{heading}</h2><a href='/f/de.pdf'>Đề cương ôn tập vòng 1</a><a href='/f/m.docx'>Mẫu phiếu</a>"
    assert read(f"<h1>Tuyển dụng</h1><div>{cards}</div><div>{files}</div>", "Tuyển dụng") == ("listing", 5)


@pytest.mark.parametrize("row", ["<div><b>{day}</b>: {plan}</div>", "<p>{day}: {plan}</p>"])
@pytest.mark.parametrize("day", ["Thứ Hai (2{n}/02/2021)", "Thứ Ba 2{n}.02.2021", "2{n}/02/2021", "Ngày 2{n}-02-2021"])
def test_the_rows_of_a_schedule_behind_a_list_are_no_title(row: str, day: str) -> None:
    plans = ("8h00 - Kiểm tra an toàn thực phẩm dịp Tết Trung thu", "14h00 - Giao ban báo chí", "7h30 - Hội thi")
    schedule = "".join(row.format(day=day.format(n=number), plan=plan) for number, plan in enumerate(plans, 1))
    told = "<p>Kế hoạch</p><span>Đăng bởi: Văn phòng</span>"
    entries = rows(f"<div><time>{{day}}</time><a href='/p/{{n}}'>{{title}}</a>{told}</div>")
    page = f"<h2>Thể thao</h2><div>{entries}</div></div><aside><div>Lịch công tác</div>{schedule}</aside><div>"
    assert read(page, "Thể thao") == ("listing", 5)


WISH = "<div><b>Mừng đất nước đổi mới, mừng Đảng quang vinh, mừng Xuân Mậu Tuất!</b></div>"


@pytest.mark.parametrize(
    "banners",
    [
        "<a href='https://mail.example/'><img src='/t.jpg'></a><a href='https://tinh.example/'><img src='/b.jpg'></a>",
        "<a href='javascript:Submit()'><img src='/_layouts/images/gosearch15.png'></a>",
        "<a href='https://congbao.example/trang-chu.aspx'><img src='/img/cong-bao.jpg'></a>",
    ],
)
@pytest.mark.parametrize("day", ["<span>({day} 09:41)</span>", ""])
@pytest.mark.parametrize(("name", "own"), [("Tin nổi bật", "tin-noi-bat/"), ("Tin hoạt động", "hoat-dong")])
def test_banners_below_a_wish_above_a_list_are_no_announcement(name: str, own: str, day: str, banners: str) -> None:
    listed = rows(f"<tr><td><a href='/{{title}}'>{{title}}</a>{day}</td></tr><tr><td></td></tr>")
    above = f"<div>Thứ sáu, 5/4/2019-14:0 PM</div>{WISH}<div>{banners}</div>"
    main, url = f"{above}<div><a>{name}</a></div><table>{listed}</table>", f"https://huyen.example/{own}"
    assert read(main, "Trang chủ", url=url) == ("listing", 5)


@pytest.mark.parametrize(
    "picture", ["<img src='/a/1.jpg'>", "<a href='https://anh.example/a/1.jpg'><img src='/a/1.jpg'></a>"]
)
def test_a_picture_of_its_own_stands_for_the_text_of_an_announcement(picture: str) -> None:
    listed = rows("<li><a href='/{title}'>{title}</a></li>")
    assert (
        read(f"<div>5/4/2019</div>{WISH}<div>{picture}</div><div>Tin nổi bật</div><ul>{listed}</ul>", "x")[0]
        == "article"
    )


@pytest.mark.parametrize(("url", "href"), [("/muc/tin-noi-bat/", "/muc/tin-noi-bat"), ("/muc/tin", "/muc/tin/")])
def test_a_menu_leads_to_a_page_though_its_address_ends_otherwise(url: str, href: str) -> None:
    menu = f"<ul><li><a href='/muc'>Tin tức</a></li><li><a href='{href}'>Tin nổi bật</a></li></ul>"
    site = "https://huyen.example"
    page = f"<html><body>{menu}{WISH}<img src='/a/1.jpg'><p>Đang cập nhật</p></body></html>"
    reading = read_page(page.encode(), f"{site}{url}", explain=True)
    assert any("a menu leads to it" in reason.why for reason in reading.reasons)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><a href='/{title}'>{title}</a> <i>({day} 9:41)</i></td></tr><tr><td><div>{summary}</div></td></tr>",
        "<div><p><a href='/{title}'>{title}</a> - {day}</p><p>{summary}</p><p>{other}</p></div>",
        "<tr><td><a href='/{title}'>{title}</a> <span>({day})</span></td></tr>"
        "<tr><td><table><tr><td><a href='/{title}'><img src=a.jpg></a></td></tr></table><p>{summary}</p></td></tr>",
    ],
)
@pytest.mark.parametrize("pager", ["", "<ul><li><a href='/muc-tin/page/2'>| Sau</a></li></ul>"])
def test_two_titles_with_their_days_beside_them_are_a_list_whatever_is_told_below(pager: str, row: str) -> None:
    assert read(f"<div>Tin hoạt động</div><table>{rows(row, TITLES[:2])}</table>{pager}", "Tin") == ("listing", 2)


@pytest.mark.parametrize("href", ["/muc-tin", "https://huyen.example/muc-tin/", "#"])
def test_a_title_that_leads_to_its_own_page_with_its_day_beside_it_is_an_announcement(href: str) -> None:
    title = f"<h2><a href='{href}'>{TITLES[1]}</a> <span>(21/05/2022)</span></h2>"
    assert (
        read(f"{title}<p>{SUMMARY}</p><p>{OTHER}</p>{rows('<p><a href=/{n}>{title}</a> ({day})</p>')}", "x")[0]
        == "article"
    )


@pytest.mark.parametrize("told", [OTHER, SUMMARY])
def test_entries_of_a_list_that_only_the_head_names_do_not_end_a_text_at_the_second(told: str) -> None:
    row = "<div><a href='/chi-tiet-tin?/{n}0114521'>{title} năm nay</a><div>({day})</div><div>" + told + "</div></div>"
    url = "https://huyen.example/danh-muc-bai-viet?/thong-bao/30114522"
    assert read(f"<h1>Thông báo</h1>{rows(row)}", "Danh mục bài viết", url=url) == ("listing", 5)
