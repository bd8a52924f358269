"""What tells an announcement from a list besides its lines: its address, the menu, a pager, what it was sought as."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.article import sight
from scraper.reading.leanings import leaning_of
from scraper.reading.page import make_page
from scraper.reading.result import Context

OTHERS = (
    "Ra quân nạo vét kênh mương vụ mùa",
    "Kết quả xét chọn hộ nghèo được hỗ trợ nhà ở đợt hai",
    "Công khai quỹ đền ơn đáp nghĩa quý ba",
    "Tập huấn chữ ký số cho cán bộ xã",
    "Mời chào giá trang thiết bị văn phòng cuối năm",
)
SECTIONS = ("Giới thiệu", "Tin tức", "Thông báo", "Văn bản", "Niêm yết")
ARTICLE = Context(expected="article")


def page(main: str, menu: str, head: str = "") -> bytes:
    entries = "".join(f"<li><a href='{menu.format(n)}'>{name}</a></li>" for n, name in enumerate(SECTIONS, 1))
    body = f"<ul>{entries}</ul><div>{main}</div><div>Đang online: 12</div>"
    return f"<html><head><title>Trang thông tin điện tử</title>{head}</head><body>{body}</body></html>".encode()


def rows(address: str, row: str = "<li><a href='{to}'>{title}</a></li>") -> str:
    return "".join(row.format(to=address.format(4012 + 7 * n), title=title) for n, title in enumerate(OTHERS))


def kind(body: bytes, path: str, context: Context | None = None) -> str:
    return read_page(body, f"https://xa.example{path}", context=context).kind


def unclear(address: str) -> str:
    """A line, a sentence and headlines, as a notice has them and a section with an introduction."""
    told = "<p>Kính mời bà con đến dự.</p>"
    return f"<div><b>Mít tinh ra quân làm thủy lợi</b></div>{told}<ul>{rows(address)}</ul>"


@pytest.mark.parametrize(
    ("address", "menu"),
    [
        ("/?act=tin&id={}", "/?act=muc&m={}"),
        ("/xem.php?id={}", "/muc.php?id={}"),
        ("/node/{}", "/muc-{}"),
        ("/tin-tuc/ra-quan-lam-thuy-loi-noi-dong-{}.html", "/tin-tuc-{}"),
        ("/ra-quan-a{}.html", "/tin-tuc-c{}.html"),
        ("/tin/9c60f3994571d75d2eb90d8d7b22{}", "/muc/{}"),
        ("/default.aspx?tabid=3&NewsID={}", "/default.aspx?tabid={}"),
    ],
)
def test_a_page_at_an_address_like_those_of_the_announcements_it_leads_to_is_one(address: str, menu: str) -> None:
    assert kind(page(unclear(address), menu), address.format(5551)) == "article"


@pytest.mark.parametrize(
    ("path", "address", "menu"),
    [
        ("/?act=muc&m=3", "/?act=tin&id={}", "/?act=muc&m={}"),
        ("/muc/3", "/muc/tin/{}", "/muc/{}"),
        ("/tin-tuc-c3.html", "/ra-quan-a{}.html", "/tin-tuc-c{}.html"),
        ("/index/2013", "/so/{}", "/index/201{}"),
        ("/chuyen-muc", "/tin/{}", "/muc{}"),
        ("/list.aspx?cat=6", "/view.aspx?id={}", "/list.aspx?cat={}"),
    ],
)
@pytest.mark.parametrize("context", [None, ARTICLE])
def test_a_page_at_an_address_like_those_of_its_sections_is_a_list(
    path: str, address: str, menu: str, context: Context | None
) -> None:
    main = f"<h1>Thông báo</h1><p>Thông báo của xã.</p><ul>{rows(address)}</ul>"
    assert kind(page(main, menu), path, context) == "listing"


@pytest.mark.parametrize("address", ["/?act=tin&id={}", "/node/{}", "/tin-tuc/ra-quan-lam-thuy-loi-noi-dong-{}.html"])
@pytest.mark.parametrize(
    "main",
    [
        "<h2>Tin tức</h2><div>{featured}</div><ul>{rows}</ul>",
        "<h2>Tin tức</h2>{summaries}",
        "<div>{summaries}</div><ul>{rows}</ul>",
    ],
)
def test_a_list_whose_texts_are_those_of_others_is_one_at_any_address(main: str, address: str) -> None:
    summary = "<p>Theo báo cáo, đến nay toàn huyện đã có 12 trên 18 xã đạt chuẩn, thu nhập bình quân đạt 46 triệu.</p>"
    row = f"<div><h3><a href='{{to}}'>{{title}}</a></h3>{summary}</div>"
    parts = {"rows": rows(address), "summaries": rows(address, row)}
    featured = row.format(to=address.format(9001), title="Hội nghị tiếp xúc cử tri trước kỳ họp thứ năm")
    body = page(main.format(featured=featured, **parts), "/muc/{}")
    assert kind(body, address.format(5551)) == "listing"


@pytest.mark.parametrize(
    "pager", ["<p>1 <a href='?page=2'>2</a></p>", "<ul><li>1</li><li><a href='/chung?trang=2'>2</a></li></ul>"]
)
@pytest.mark.parametrize("name", ["Mít tinh", "Mít tinh ra quân làm thủy lợi"])
def test_a_page_that_goes_on_at_its_own_address_is_a_list_though_it_was_sought_as_an_announcement(
    name: str, pager: str
) -> None:
    main = f"<div><b>{name}</b></div><ul>{rows('/tin/{}')}</ul>{pager}"
    assert kind(page(main, "/muc/{}"), "/chung", ARTICLE) == "listing"


@pytest.mark.parametrize(
    "pager",
    ["<p>1 <a href='?page=2'>2</a></p>", "<p>Trang: <b>1</b> <a href='?trang=2'>2</a> <a href='?trang=3'>3</a></p>"],
)
@pytest.mark.parametrize("address", ["/node/{}", "/tin-tuc/ra-quan-lam-thuy-loi-noi-dong-{}.html"])
@pytest.mark.parametrize("heading", ["<h4>Các tin khác</h4>", "<b>Tin đã đưa</b>"])
def test_other_announcements_may_be_paged_below_one(heading: str, address: str, pager: str) -> None:
    main = unclear(address).replace("<ul>", f"{heading}<ul>")
    assert kind(page(main + pager, "/muc-{}"), address.format(5551)) == "article"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "<div><b>TIN BUỒN</b></div>",
            "<p>Ban Chấp hành Công đoàn vô cùng thương tiếc báo tin bà Nhài từ trần.</p>",
        ),
        ("<h3>Thư ngỏ</h3>", "<p>Kính gửi quý phụ huynh học sinh, nhà trường xin gửi lời cảm ơn.</p>"),
        ("<h2>Mất điện ngày mai</h2>", "<p>Xem tệp đính kèm.</p><p><a href='/f/lich.pdf'>lich.pdf</a></p>"),
        ("<h3>Lịch trực tuần này</h3>", "<p><img src='/scan/lich.jpg' width='700'></p>"),
    ],
)
@pytest.mark.parametrize("others", ["<h4>Tin khác</h4>", "<div>Các tin khác</div>"])
def test_what_was_sought_as_an_announcement_may_be_short(title: str, told: str, others: str) -> None:
    main = f"{title}<div>{told}</div><div>{others}<ul>{rows('/tin/{}')}</ul></div>"
    assert kind(page(main, "/muc/{}"), "/xem?ma=77", ARTICLE) == "article"


@pytest.mark.parametrize("context", [None, ARTICLE])
@pytest.mark.parametrize("name", ["Thông báo", "Niêm yết", "Tin tức"])
def test_a_section_is_a_list_though_it_was_sought_as_an_announcement(name: str, context: Context | None) -> None:
    main = f"<h1>{name}</h1><ul>{rows('/tin/{}')}</ul>"
    assert kind(page(main, "/muc/{}"), f"/muc/{SECTIONS.index(name) + 1}", context) == "listing"
    assert kind(page(main, "/muc/{}", head="<meta property='og:type' content='article'>"), "/", context) == "listing"


@pytest.mark.parametrize("words", [2, 4])
def test_a_page_of_the_menu_that_tells_of_itself_is_no_list(words: int) -> None:
    told = "<p>Ủy ban nhân dân xã có chức năng quản lý nhà nước trên địa bàn, do Hội đồng nhân dân cùng cấp bầu ra.</p>"
    main = f"<h1>Giới thiệu chung về xã</h1>{told * words}"
    box = f"<div><h3>Tin mới</h3><ul>{rows('/tin/{}')}</ul></div>"
    assert kind(page(f"<div>{main}</div>{box}", "/muc/{}"), "/muc/1") == "article"


@pytest.mark.parametrize("name", ["Thư mời", "TIN BUỒN"])
@pytest.mark.parametrize("others", ["<h4>Tin khác</h4>", "<div>Các thông báo trước</div>"])
def test_a_short_title_that_leads_to_itself_is_no_entry_of_a_menu(name: str, others: str) -> None:
    told = "<p>Kính mời bà con nhân dân đến dự lễ khánh thành nhà văn hóa vào 8 giờ sáng thứ Bảy.</p>"
    main = f"<h3><a href='/tin/5551'>{name}</a></h3><div>{told}</div><div>{others}<ul>{rows('/tin/{}')}</ul></div>"
    assert kind(page(main, "/muc-{}"), "/tin/5551") == "article"


@pytest.mark.parametrize("path", ["/niem-yet-cong-khai-cua-xa", "/hoat-dong-cua-cac-lanh-dao/"])
@pytest.mark.parametrize("context", [None, ARTICLE])
def test_a_section_with_an_address_as_long_as_that_of_an_announcement_is_in_the_menu(
    path: str, context: Context | None
) -> None:
    entry = f"<ul><li><a href='{path}'>Công khai</a></li><li><a href='/lien-he'>Liên hệ</a></li></ul>"
    told = "<p>Nơi công bố thông tin của các đơn vị trực thuộc theo quy định.</p>"
    main = f"{entry}<h1>Công khai</h1>{told}<ul>{rows('/cong-khai-du-toan-ngan-sach-{}')}</ul>"
    assert kind(page(main, "/muc{}"), path, context) == "listing"


@pytest.mark.parametrize(
    "row", ["<div>{day}<br><a href='{to}'>{title}</a></div>", "<p>{day}</p><p><a href='{to}'>{title}</a></p>"]
)
def test_the_name_of_a_box_over_days_of_entries_is_no_title(row: str) -> None:
    box = "".join(row.format(day=f"1{n}/05/2022", to=f"/tin/{4012 + n}", title=title) for n, title in enumerate(OTHERS))
    told = "<p>Nhà trường thông báo học sinh nghỉ học ngày 22/7 do ảnh hưởng của bão, đi học lại khi có tin mới.</p>"
    main = f"<div>Thông báo cho học sinh nghỉ phòng tránh bão</div><div>{told}</div></div><div><h2>Điểm báo</h2>{box}"
    reading = read_page(page(main, "/muc-{}"), "https://xa.example/tin/5551")
    assert reading.announcement is not None
    assert reading.announcement.title == "Thông báo cho học sinh nghỉ phòng tránh bão"


SUMMARY = "Thời gian tới, cơ quan chuyên môn theo dõi, tổng hợp ý kiến để xem xét, giải quyết theo quy định. " * 3


@pytest.mark.parametrize("path", ["/posts/", "/posts/page/3/", "/bai-viet"])
@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_headings_over_long_summaries_whose_links_say_nothing_are_a_list(tag: str, path: str) -> None:
    card = (
        f"<article><header><{tag}>{{title}}</{tag}></header><section><p>{SUMMARY}</p></section>"
        "<footer>09/05/2023</footer><a aria-label='đến {title}' href='{to}'></a></article>"
    )
    main = "<main><h1>Bài viết</h1>" + rows("/posts/2023/ra-quan-{}/", card) + "</main>"
    read = read_page(page(main, "/muc-{}"), f"https://xa.example{path}")
    assert (read.kind, len(read.entries)) == ("listing", len(OTHERS))


@pytest.mark.parametrize("path", ["/tin-tuc/page/3", "/tin-tuc/trang-3.html", "/tin-tuc?page=3"])
@pytest.mark.parametrize("clock", ["Thứ bảy, 6/4/2019-17:48 PM", "Thứ bảy, 06/04/2019 17:48"])
def test_a_clock_and_a_motto_over_a_page_of_a_list_are_no_announcement(clock: str, path: str) -> None:
    motto = "<div>Nhiệt liệt chào mừng Đại hội Công đoàn lần thứ XII, nhiệm kỳ 2018 - 2023 !</div>" * 2
    row = "<tr><td><a href='{to}'>{title} (25.06.2019 16:14)</a></td></tr>"
    main = f"<div>{clock}</div>{motto}<div>Tin tức</div><table>{rows('/tin-{}', row)}{rows('/tin-9{}', row)}</table>"
    assert kind(page(main, "/muc-{}"), path) == "listing"


def test_papers_that_others_link_by_their_numbers_are_no_sections() -> None:
    links = ("Quyết định 2866/QĐ-UBND", "Công văn 1414/UBND-VX", "Kế hoạch 2178/KH-UBND")
    papers = "".join(f"<p><a href='/ct.aspx?ItemID={4012 + n}'>{name}</a></p>" for n, name in enumerate(links))
    facts = (("Số ký hiệu", "1893/STC-GCS"), ("Loại văn bản", "Công văn"), ("Người ký", "Võ Thị Bích Ngân"))
    record = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in facts)
    head = f"<h1>Công văn 1893/STC-GCS</h1><div>Ngày đăng: 16/05/2023</div><table>{record}</table>"
    main = f"{head}<p>V/v rà soát tài sản công</p><div>Văn bản khác</div>{papers}"
    assert kind(page(main, "/muc-{}"), "/ct.aspx?ItemID=5120") == "article"


LONG_SECTIONS = "".join(
    f"<li><a href='/hoat-dong-{n}'>{name}</a></li>"
    for n, name in enumerate(("Hoạt động của Hội đồng nhân dân", "Thông tin tuyên truyền pháp luật", "Công khai"), 11)
)
EVENTS = "".join(
    f"<li><a href='/su-kien/ky-niem-{n}.html'>{name}</a></li>"
    for n, name in enumerate(
        ("Kỷ niệm 50 năm ngày giải phóng", "Bầu cử đại biểu Quốc hội", "Đại hội Đảng bộ huyện"), 1201
    )
)


@pytest.mark.parametrize(
    ("main", "path"),
    [
        (f"<ul>{LONG_SECTIONS}</ul><h1>Hoạt động của Hội đồng nhân dân</h1>{{rows}}", "/hoat-dong-11"),
        (
            f"<h1>Kỷ niệm 60 năm ngày thành lập huyện Mường Khoa</h1>{{rows}}<ul>{EVENTS}</ul>",
            "/su-kien/ky-niem-1234.html",
        ),
        ("<h1>chuyển đổi số</h1>{rows}", "/tag/chuyen-doi-so-1234"),
        ("<h1>Tin hoạt động</h1>{rows}", "/node/1201"),
        ("<h2>Thông báo của Phòng Giáo dục và Đào tạo huyện</h2>{rows}", "/thong-bao-cua-phong-giao-duc"),
    ],
)
@pytest.mark.parametrize("context", [None, ARTICLE])
def test_names_and_addresses_as_long_as_those_of_announcements_make_none_of_a_list(
    path: str, main: str, context: Context | None
) -> None:
    assert kind(page(main.format(rows=f"<ul>{rows('/tin/{}')}</ul>"), "/muc-{}"), path, context) == "listing"


CUT = (
    "<h3>Thông báo lịch cắt nước khu vực chợ trung tâm</h3><div>12/05/2022</div>"
    "<p>Xí nghiệp nước thông báo tạm ngừng cấp nước khu vực chợ trung tâm từ 8 giờ.</p>"
)


@pytest.mark.parametrize(
    "row",
    [
        "<div><b>{title}</b> <a href='{to}'>Chi tiết</a></div>",
        "<div><a href='{to}'>{title}</a> <a href='{to}'>Xem tiếp</a></div>",
        "<li><a href='{to}'>Thư mời</a></li>",
        "<li><a href='{to}'>105/QĐ-UBND</a> {title}</li>",
    ],
)
@pytest.mark.parametrize("name", ["Tin mới", "Thông báo khác"])
def test_short_links_to_other_announcements_make_no_section_of_one(name: str, row: str) -> None:
    main = f"<div>{CUT}</div><div><h4>{name}</h4><div>{rows('/tin/{}', row)}</div></div>"
    assert kind(page(main, "/muc-{}"), "/tin/5551") == "article"


PRICES = "".join(f"<tr><td>{n}</td><td>Gạo tẻ thường</td><td>14.{n}00</td></tr>" for n in range(1, 5))


@pytest.mark.parametrize(
    "table", ["<table border='1'>{0}</table>", "<table><tr><th>STT</th><th>Tên</th></tr>{0}</table>"]
)
@pytest.mark.parametrize("address", ["/?act=tin&id={}", "/tin-tuc/gia-nong-san-{}.html"])
def test_a_small_table_below_a_title_tells_something_above_headlines(address: str, table: str) -> None:
    main = f"<h2>Giá nông sản tại chợ trung tâm huyện</h2>{table.format(PRICES)}<ul>{rows(address)}</ul>"
    assert kind(page(main, "/muc-{}"), address.format(5551)) == "article"


@pytest.mark.parametrize("address", ["/?act=tin&id={}", "/tin-tuc/gia-nong-san-{}.html"])
@pytest.mark.parametrize("context", [None, ARTICLE])
def test_a_table_of_entries_tells_nothing_itself(address: str, context: Context | None) -> None:
    table = "<table>" + rows(address, "<tr><td>12/05/2021</td><td><a href='{to}'>{title}</a></td></tr>") + "</table>"
    assert kind(page(f"<h2>Thông báo</h2>{table}", "/muc-{}"), "/muc-3", context) == "listing"


@pytest.mark.parametrize("steps", ["<< Tin trước Tin sau >>", "« Bài trước | Bài sau »", "Tin trước - Tin tiếp"])
def test_steps_to_the_announcements_before_and_behind_stand_below_one(steps: str) -> None:
    told = "<b>Ký hợp đồng cung cấp thiết bị</b><p>Nhà máy vừa ký hợp đồng cung cấp thiết bị.</p>"
    before = f"<ul>{rows('/a/n{}.html')}{rows('/b/n{}.html')}</ul>"
    main = f"{before}<div>{told}{{}}</div><ul>{rows('/c/n{}.html')}</ul>"
    assert kind(page(main.format(f"<div>{steps}</div>"), "/muc/n{}.html"), "/muc/n12.html") == "article"
    assert kind(page(main.format(""), "/muc/n{}.html"), "/muc/n12.html") == "listing"


def test_a_short_heading_over_a_text_and_others_is_a_title_though_many_headlines_stand_before_it() -> None:
    before = f"<h4>Bài mới</h4><ul>{rows('/baiviet/{}')}{rows('/tin/{}')}</ul>"
    told = "<h2>Thư cảm ơn</h2><p>Kính gửi: Các cơ quan, doanh nghiệp và bà con nhân dân trên địa bàn phường.</p>"
    told += "<p>Ban vận động phường xin chân thành cảm ơn tấm lòng của các cơ quan, đơn vị và bà con đã ủng hộ.</p>"
    main = f"{before}<div>{told}<div>Bài cùng mục</div><ul>{rows('/bai/{}')}</ul></div>"
    assert kind(page(main, "/muc/{}"), "/baiviet/44") == "article"


def why(path: str, address: str) -> str:
    """What speaks for an announcement and for a list besides the lines of a page."""
    made = make_page(page(unclear(address), "/muc/{}"), f"https://xa.example{path}")
    return leaning_of(made, sight(made, None)).why


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/thuy-loi", "/thuy-loi/nao-vet-kenh-muong-dot-{}"),
        ("/thuy-loi/", "https://xa.example/thuy-loi/nao-vet-kenh-muong-dot-{}"),
        ("/thuy-loi.html", "/thuy-loi/nao-vet-kenh-muong-dot-{}.html"),
        ("/thuy-loi/Pages/default.aspx", "/thuy-loi/Pages/nao-vet-{}.aspx"),
    ],
)
def test_that_announcements_stand_below_its_address_speaks_for_a_section(path: str, address: str) -> None:
    assert "announcements stand below its address" in why(path, address)


@pytest.mark.parametrize("address", ["nao-vet-kenh-muong-dot-{}", "/ra-quan/nao-vet-kenh-muong-dot-{}"])
def test_announcements_elsewhere_or_linked_by_a_copy_from_below_make_no_section(address: str) -> None:
    assert "below" not in why("/thuy-loi/ra-quan-dau-xuan-4011/", address)


PAPER = "<div><a href='/van-ban/{n}.pdf'><b>{n}/KH-UBND</b></a> <span>(20/07/2015)</span><div>{subject}</div></div>"
SUBJECTS = ("Giao chỉ tiêu kế hoạch đầu tư công", "Tăng cường phòng cháy mùa hanh khô", "Kết quả thực hiện quý hai")


def test_a_box_of_papers_beside_a_section_is_no_announcement_at_its_address() -> None:
    row = "<div><h3><a href='{to}'><img src=a.png> {title}</a></h3><p>Nhiều chuyển biến tích cực...</p></div>"
    papers = "".join(PAPER.format(n=446 + n, subject=subject) for n, subject in enumerate(SUBJECTS))
    stories = rows("/tin-tuc/-/content/nao-vet-kenh-muong-{}", row)
    assert kind(page(f"<h1>Tin tức sự kiện</h1>{stories}</div><div>{papers}", "/web/muc-{}"), "/tin-tuc") == "listing"
