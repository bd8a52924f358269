"""What stands where a title would and is none: names of sections, breadcrumbs, polls, days alone."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.titled import ADDRESS, TEXT, title_of


@pytest.mark.parametrize("tag", ["h1", "h2", "div"])
@pytest.mark.parametrize(
    "name",
    [
        "TIN TỨC - SỰ KIỆN",
        "Chi tiết tin",
        "Thông báo",
        "Hoạt động của Sở",
        "XÂY DỰNG ĐẢNG",
        "Đảng - Đoàn thể",
        "Báo chí - xuất bản - truyền thông",
        "Lao động - Việc làm",
        "Văn hóa, xã hội & thể thao",
        "Tin từ cơ sở",
        "Hoạt động chuyên môn",
        "Khoa học và công nghệ »",
    ],
)
def test_a_section_above_a_day_and_a_text_is_no_title(name: str, tag: str) -> None:
    heading = f'<{tag} class="title">{name}</{tag}>'
    assert title_of(f"{heading}<div>15/05/2024 08:30</div>{TEXT}") is None
    titled = f"{heading}<h3>Xã Mộc rà soát hộ nghèo</h3><div>15/05/2024 08:30</div>{TEXT}"
    assert title_of(titled) == "Xã Mộc rà soát hộ nghèo"


@pytest.mark.parametrize(
    "title",
    [
        "Hoạt động của Sở trong tháng 5",
        "Thông báo tuyển dụng viên chức",
        "Giáo dục Mộc Châu đón năm học mới",
        "Tin bão gần bờ",
        "Công an xã bắt đối tượng trộm cắp",
    ],
)
def test_a_title_that_begins_as_a_section_is_one(title: str) -> None:
    assert title_of(f"<h1>{title}</h1><div>15/05/2024 08:30</div>{TEXT}") == title


def test_an_entry_of_the_menu_is_no_title() -> None:
    menu = '<ul><li><a href="/gt">Giới thiệu</a></li><li><a href="/c/7">Một cửa điện tử</a></li></ul>'
    main = f"<h1>Một cửa điện tử</h1><div>15/05/2024 08:30</div>{TEXT}"
    assert title_of(main, above=menu) is None
    assert title_of(main) == "Một cửa điện tử"


@pytest.mark.parametrize(
    ("path", "is_titled"),
    [("tin-tuc/tin-buon-2214.html", True), ("tin-buon/201911/tin-buon-874410/", True), ("tin-buon.html", False)],
)
@pytest.mark.parametrize("title", ["TIN BUỒN", "Tin buồn"])
def test_a_short_title_and_a_number_end_the_address_of_an_announcement_though_a_section_is_called_so(
    title: str, path: str, is_titled: bool
) -> None:
    menu = '<ul><li><a href="/gt">Giới thiệu</a></li><li><a href="/c/tin-buon">Tin buồn</a></li></ul>'
    main = f"<h2>{title}</h2><div>Đăng lúc: 15/05/2024 08:30</div>{TEXT}"
    assert title_of(main, above=menu, url=f"https://xa-moc.example/{path}") == (title if is_titled else None)


def test_the_entry_of_the_page_itself_does_not_take_its_title() -> None:
    main = f"<h1>Một cửa điện tử</h1><div>15/05/2024 08:30</div>{TEXT}"
    for own in (ADDRESS, "/Default.aspx?tabid=1190&id=5521", "/in-bai.aspx?id=5521"):
        assert title_of(main, above=f'<ul><li><a href="{own}">Một cửa điện tử</a></li></ul>') == "Một cửa điện tử"


@pytest.mark.parametrize(
    ("name", "directory"),
    [("Góc nhìn", "goc-nhin"), ("TIN TỨC - SỰ KIỆN", "tin-tuc-su-kien"), ("Gương sáng", "G%C6%B0%C6%A1ng%20s%C3%A1ng")],
)
def test_a_directory_of_the_address_is_no_title(name: str, directory: str) -> None:
    main = f"<h1>{name}</h1><div>15/05/2024 08:30</div>{TEXT}"
    assert title_of(main, url=f"https://xa-moc.example/{directory}/5521.html") is None


def test_a_page_at_the_address_of_a_section_has_its_title() -> None:
    main = f"<h1>Góc nhìn cử tri</h1><div>15/05/2024 08:30</div>{TEXT}"
    assert title_of(main, url="https://xa-moc.example/goc-nhin-cu-tri.html") == "Góc nhìn cử tri"
    assert title_of(main, url="https://xa-moc.example/chi-tiet/5521.html") == "Góc nhìn cử tri"


@pytest.mark.parametrize("crumbs", ["Trang chủ » Tin tức » Khuyến nông", "Bạn đang ở: Trang chủ / Tin y tế"])
def test_a_breadcrumb_is_no_title(crumbs: str) -> None:
    assert title_of(f"<h2>{crumbs}</h2><div>Đăng ngày: 15/05/2024 08:30</div>{TEXT}") is None


def test_the_end_of_a_breadcrumb_that_the_address_spells_is_the_title() -> None:
    crumbs = '<a href="/">Trang chủ</a> » <a href="/c/1">Tin tức</a> » Xã Mộc rà soát hộ nghèo năm 2024'
    main = f"<div>{crumbs}</div><div>15/05/2024 08:30</div>{TEXT}"
    url = "https://xa-moc.example/tin-tuc/xa-moc-ra-soat-ho-ngheo-nam-2024.html"
    assert title_of(main, url=url) == "Xã Mộc rà soát hộ nghèo năm 2024"


@pytest.mark.parametrize(
    "poll",
    [
        "<div>Bạn đánh giá thế nào về giao diện của trang?</div><div>Rất đẹp</div><div>Bình thường</div>",
        "<div>Theo bạn, cổng thông tin này cần cải thiện điều gì?</div>"
        '<table><tr><td><input type="radio">Nội dung</td></tr><tr><td><input type="radio">Tốc độ</td></tr></table>',
    ],
)
def test_a_poll_is_no_title(poll: str) -> None:
    assert title_of(f"<div>{poll}</div><div>Cập nhật ngày: 15/05/2024 08:30</div>{TEXT}") is None


@pytest.mark.parametrize(
    "line",
    [
        "Cập nhật: 12 giờ trước (08:30 15/05/2024)",
        "<div>Ngày tạo: 14/05/2024 10:00 <span>15/05/2024 08:30</span></div>",
    ],
)
def test_what_says_only_when_is_no_title(line: str) -> None:
    assert title_of(f"<div>{line}</div>{TEXT}") is None


def test_a_sentence_that_leads_to_a_list_is_no_title() -> None:
    leads = "Nhà trường thông báo đến sinh viên khóa 2022 kế hoạch xét tốt nghiệp đợt một của năm học này như sau:"
    assert title_of(f"<div>{leads}</div><div>15/05/2024 08:30</div>{TEXT}") is None


def test_two_papers_with_a_day_each_are_no_record_of_one() -> None:
    days = "".join(f"<p>Kế hoạch mở chợ phiên số {n}</p><p>Ngày ban hành: 0{n}/10/2023</p>" for n in (1, 2, 3, 4))
    main = f"<div>15/05/2024 08:30</div>{TEXT}<div>{days}</div>"
    assert title_of(main) is None


LAW = "Quy chế phối hợp thực hiện nhiệm vụ theo dõi tình hình thi hành pháp luật"
RECORD = "<p>Số hiệu: {n}/QĐ-UBND</p><p>Ngày ban hành: 0{n}/10/2023</p><p>Người ký: Trần Ngọc Căn</p>"
OTHERS = [f"<p><a href='/van-ban/{n}'>Quy định mức hỗ trợ đào tạo nghề lần thứ {n}</a></p>" for n in (1, 2, 3, 4)]


def test_the_page_of_a_paper_is_no_list_of_the_others_below_its_record() -> None:
    others = f"<h3>Tham khảo</h3>{''.join(OTHERS)}"
    above = "<p>Trang chủ</p>"
    url = "https://xa-moc.example/van-ban/quy-che-phoi-hop-thuc-hien-nhiem-vu-theo-doi-tinh-hinh-thi-hanh-phap-luat"
    assert title_of(f"<h1>{LAW}</h1>{RECORD.format(n=7)}{others}", above=above, url=url) == LAW


def test_papers_with_a_record_each_are_a_list() -> None:
    rows = "".join(f"{RECORD.format(n=n)}{other}" for n, other in enumerate(OTHERS, 1))
    page = f"<title>Văn bản của ủy ban</title><h1>Văn bản của ủy ban</h1><div>{rows}</div>"
    assert read_page(page.encode(), "https://xa-moc.example/van-ban-cua-uy-ban").kind == "listing"


ENTRIES = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản")
MENU = "".join(f'<a href="/{n}">{name}</a> ' for n, name in enumerate(ENTRIES))


@pytest.mark.parametrize("dress", ["<span style='font-weight:bold'>{}</span><br>", "<table><td>{}</table>"])
@pytest.mark.parametrize(
    "banner",
    ["<h1>Sở Nội vụ tỉnh Hà Nam</h1>", "<div>CƠ SỞ DỮ LIỆU VĂN BẢN TỈNH HÀ NAM</div>", "<p>HUYỆN ỦY KIM BẢNG</p>"],
)
def test_the_name_of_the_site_over_its_menu_is_no_title_and_todays_day_below_it_none_of_publication(
    banner: str, dress: str
) -> None:
    title = "Kế hoạch triển khai công tác phòng cháy, chữa cháy rừng mùa khô"
    name = banner.partition(">")[2].partition("<")[0]
    page = (
        f'<html><head><meta charset="utf-8"><title>{name}</title></head><body>{banner}'
        f"<div>Chủ nhật, 29/11/2026, 16:40</div><div>{MENU}</div><div>{dress.format(title)}{TEXT}</div></body></html>"
    )
    read = read_page(page.encode(), "https://noi-vu.example/tin/ke-hoach-pccc-123.html").announcement
    assert read is not None
    assert (read.title, read.date_line) == (title, None)


def test_the_first_row_of_a_record_names_its_paper_where_the_breadcrumb_has_its_number_alone() -> None:
    name = "Quyết định 18/2017/QĐ-UBND Ban hành Quy chế phối hợp quản lý cụm công nghiệp"
    facts = {"Số ký hiệu": "18/2017/QĐ-UBND", "Ngày ban hành": "2/8/2017", "Loại văn bản": "Quyết định", "Phạm vi": ""}
    signed = "<td>Người ký</td><td>Lê Thị Thu</td>"
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td>{signed}</tr>" for label, value in facts.items())
    page = (
        "<html><head><title>Quyết định 18/2017/QĐ-UBND</title></head><body><ul><li><a href='/'>Trang chủ</a></li>"
        f"<li><a href='/vb'>Văn bản</a></li><li><a href=''>Quyết định 18/2017/QĐ-UBND</a></li></ul><div><table>"
        f"<tr><td colspan=4 class=title>{name}</td></tr>{rows}</table></div></body></html>"
    )
    read = read_page(page.encode(), "https://portal.example/vb.aspx?ItemID=18").announcement
    assert read is not None
    assert read.title == name


@pytest.mark.parametrize(
    "opening",
    ["Kính gửi: Các tổ chức hành nghề luật sư; người tập sự", "Kính thưa quý phụ huynh và các em học sinh thân mến"],
)
def test_whom_a_notice_is_for_is_no_title(opening: str) -> None:
    title = "Thông báo về kỳ kiểm tra kết quả tập sự đợt 1 năm 2023"
    text = "<p>Ban Chủ nhiệm thông báo kỳ kiểm tra được tổ chức trong ba ngày, từ 24 đến 26 tháng 3, ở trụ sở.</p>" * 3
    page = (
        f"<html><head><title>Đoàn Luật sư</title></head><body><div><div>{title}</div><div>Thứ 6, 17/02/2023</div>"
        f"<div><p><b>{opening}</b></p>{text}</div></div></body></html>"
    )
    announcement = read_page(page.encode(), "https://portal.example/chi-tiet?tid=5").announcement
    assert announcement is not None
    assert announcement.title == title
    assert announcement.body_text.startswith(opening)


@pytest.mark.parametrize("line", ["Được viết bởi Super User", "Viết bởi Nguyễn Thị Lan", "Posted by admin"])
def test_who_put_a_page_up_is_no_title_of_it(line: str) -> None:
    text = "<p>Công ty phát động phong trào toàn dân làm thủy lợi, nạo vét kênh mương nội đồng trong tháng này.</p>" * 4
    page = (
        f"<html><body><dl><dd>{line}</dd><dd>Được đăng: 08 Tháng 6 2018 02:11</dd></dl><div>{text}</div></body></html>"
    )
    announcement = read_page(page.encode(), "https://portal.example/?view=article&id=412").announcement
    assert announcement is not None
    assert announcement.title is None


@pytest.mark.parametrize("player", ["<video src='/v.mp4'></video>", "<iframe src='https://player.example/1'></iframe>"])
@pytest.mark.parametrize("name", ["tv-cap", "caption", "chu-thich"])
def test_what_is_called_a_caption_below_a_player_opens_no_text(name: str, player: str) -> None:
    text = "<p>Đài Phát thanh và Truyền hình phối hợp phát động chương trình xây dựng 200 căn nhà cho hộ nghèo.</p>" * 3
    page = (
        "<html><body><h1>Phát động chương trình Mái ấm biên cương</h1><p>22/10/2025</p>"
        f"<div>{player}<p class='{name}'>Phóng sự: Phát động chương trình</p></div><div>{text}</div></body></html>"
    )
    announcement = read_page(page.encode(), "https://portal.example/phat-dong-chuong-trinh-mai-am.html").announcement
    assert announcement is not None
    assert "Phóng sự: Phát động chương trình" in announcement.captions
    assert f"{announcement.lead or ''}{announcement.body_text}".startswith("Đài Phát thanh")


@pytest.mark.parametrize(
    "code",
    [
        "Mã số TBMT: 20190843210-00",
        "Số thông báo: IB2400012345-01",
        "Mã gói thầu: GT-07",
        "Mã TTHC: 1.004827.000.00.00",
        "Số hồ sơ: H12.34-240101-0001",
    ],
)
def test_the_code_of_something_below_its_name_is_no_title(code: str) -> None:
    assert title_of(f"<h2>Mua sắm thiết bị trường học</h2><h3>{code}</h3><p>15/05/2024 08:30</p>{TEXT}") == (
        "Mua sắm thiết bị trường học"
    )


@pytest.mark.parametrize(
    "title", ["Mã độc tống tiền: cách phòng tránh", "Mã vùng trồng: 120 vùng được cấp", "Số ca mắc cúm: 15 người mới"]
)
def test_a_title_that_begins_as_a_code_is_one(title: str) -> None:
    assert title_of(f"<h2>{title}</h2><p>15/05/2024 08:30</p>{TEXT}") == title


@pytest.mark.parametrize(
    "issue", ["Công báo số 07 (phát hành ngày 15-02-2004) - Đăng ngày 16/02/2004", "Công báo số: 07"]
)
@pytest.mark.parametrize("tag", ["b", "div", "h3"])
def test_the_issue_of_a_gazette_is_no_title_of_the_paper_below_it(tag: str, issue: str) -> None:
    title = "Chỉ thị về việc tăng cường quản lý, bảo vệ rừng mùa khô"
    head = "<p><b>ỦY BAN NHÂN DÂN</b></p><p>Số: 03/2004/CT-UB</p><p>Pleiku, ngày 09 tháng 02 năm 2004</p>"
    assert title_of(f"<{tag}>{issue}</{tag}>{head}<div><b>{title}</b></div>{TEXT}") == title
