"""What stands where a title would and is none: names of sections, breadcrumbs, polls, days alone."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import quote

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese import read_date
from scraper.reading import read_page

TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p><p>Các thôn họp bình xét công khai, niêm yết danh"
    " sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân dân trước khi trình Ủy ban nhân dân xã.</p>"
)
ADDRESS = "https://xa-moc.example/Default.aspx?tabid=1190&id=5521"


def announcement_of(main: str, *, above: str = "", url: str = ADDRESS, head: str = "") -> PrintedAnnouncement:
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>UBND xã Mộc</title>{head}</head><body>'
        f'<div class="top">{above}</div><div class="main">{main}</div>'
        '<div class="foot"><p>Cơ quan chủ quản: UBND xã Mộc</p></div></body></html>'
    )
    read = read_page(page.encode(), url)
    assert read.kind == "article"
    assert read.announcement is not None
    return read.announcement


def title_of(main: str, *, above: str = "", url: str = ADDRESS) -> str | None:
    return announcement_of(main, above=above, url=url).title


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


QUOTING = "Câu lạc bộ Lịch sử ra mắt chuyên mục “Cụ kể cho nghe”"
TITLES = [QUOTING, "KBNN Ngọc Sơn: 99,6% hồ sơ kiểm soát chi qua dịch vụ công trực tuyến"]
BARE = [
    "<div>{title}</div><div>{text}</div>",
    "<p>{title}</p>{text}<h6>Đọc tiếp</h6>",
    "<table><tr><td>{title}</td></tr></table><div>{text}</div><p>Ngày đăng: 3-6-2023 8:05</p>",
    "<div>Đời sống quanh ta</div><div>{title}</div><div>{text}</div>",
    "<p>{title}</p><p><b>3312</b><i>15/12/2023</i><a href='#'>Xem cỡ chữ</a> <a href='#'>In trang</a></p>{text}",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("layout", BARE)
def test_a_title_in_an_element_without_a_name_is_one_by_its_place(layout: str, title: str) -> None:
    assert title_of(layout.format(title=title, text=TEXT)) == title


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("layout", BARE)
@pytest.mark.parametrize(
    "address",
    ["hoat-dong-cua-cac-don-vi-truc-thuoc/77", "tin/xa-ban-phu-to-chuc-dai-hoi-chi-bo-nhiem-ky-moi-77.html"],
)
def test_an_address_that_spells_nothing_printed_takes_nothing_from_a_title(
    address: str, layout: str, title: str
) -> None:
    assert title_of(layout.format(title=title, text=TEXT), url=f"https://xa-moc.example/{address}") == title


@pytest.mark.parametrize(
    ("title", "spelt"),
    [
        (QUOTING, "cau-lac-bo-lich-su-dia-phuong-ra-mat-chuyen-muc-moi-cu-ke-cho-nghe"),
        (QUOTING, "ra-mat-chuyen-muc-cu-ke-cho-nghe-cua-cau-lac-bo"),
        (TITLES[1], "kiem-soat-chi-dau-tu-qua-dich-vu-cong"),
        (TITLES[1], "ho-so-kiem-soat-chi-truc-tuyen-o-ngoc-son"),
    ],
)
def test_an_address_with_most_words_of_a_title_speaks_for_it_though_it_was_worded_anew(title: str, spelt: str) -> None:
    main = f"<div><h3 class=panel-title>Đời sống quanh ta</h3></div><div>Ghi ở cơ sở</div><p>{title}</p>{TEXT}"
    assert title_of(main, url=f"https://xa-moc.example/post/{spelt}") == title


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_address_with_accents_has_the_same_words_whether_they_are_letters_or_marks(form: str) -> None:
    spelt = quote(normalize(form, "Cụ-kể-cho-nghe-chuyên-mục-mới-ra-mắt-của-câu-lạc-bộ"))
    main = f"<div><h3 class=panel-title>Đời sống quanh ta</h3></div><div>Ghi ở cơ sở</div><p>{QUOTING}</p>{TEXT}"
    assert title_of(main, url=f"https://xa-moc.example/Pages/{spelt}.aspx") == QUOTING


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("over", ["Hoạt động câu lạc bộ", "Gương sáng quanh ta", "Dạy tốt - Học tốt"])
@pytest.mark.parametrize(
    "layout",
    [
        "<h1>{over}</h1><div>{title}</div><p>05/09/2022 &bull; Lượt xem: 501</p>{text}",
        "<div><h2>{over}</h2></div><div><p class=lead><b>{title}</b></p><small>05/09/2022 08:10</small>{text}</div>",
        "<h3 class=panel-title>{over}</h3><span>{title}</span><div>{text}</div>",
    ],
)
def test_a_short_heading_over_a_longer_line_is_no_title(layout: str, over: str, title: str) -> None:
    assert title_of(layout.format(over=over, title=title, text=TEXT)) == title


@pytest.mark.parametrize("tag", ["h1", "h2"])
@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Đêm hội trăng rằm", "vui cùng trẻ em làng SOS và các em nhỏ"),
        ("Thông báo tuyển sinh", "Lớp 10 năm học tới của trường nội trú"),
        ("Chuyện ở bản Nậm Cắn", "Ủy ban nhân dân huyện Mộc Châu"),
        ("Đêm hội trăng rằm", "Tác giả: Nguyễn Thị Hồng Hạnh"),
        ("Đêm hội trăng rằm", "<img src=a.jpg><br>Các em nhỏ rước đèn quanh sân nhà văn hóa"),
    ],
)
def test_a_short_title_stays_one_over_what_is_no_title(title: str, below: str, tag: str) -> None:
    assert title_of(f"<{tag}>{title}</{tag}><p>{below}</p>{TEXT}") == title


@pytest.mark.parametrize("motto", ["Vì nước quên thân - Vì dân phục vụ", "Kỷ cương - Trách nhiệm - Sáng tạo"])
def test_a_motto_is_no_title(motto: str) -> None:
    main = f"<h1>UBND xã Mộc</h1><h2>{motto}</h2><div>{QUOTING}</div><small>05/09/2022 08:10</small>{TEXT}"
    assert title_of(main) == QUOTING


def on_its_line(line: str, below: str = "") -> tuple[str | None, str | None]:
    page = f"<html><body><div>{line}{below}<div>{TEXT}</div></div></body></html>"
    read = read_page(page.encode(), ADDRESS).announcement
    assert read is not None
    date = read_date(read.date_line) if read.date_line else None
    return read.title, date.iso[:10] if date and date.iso else None


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "line",
    [
        "<h2>{} | Ngày đăng: 05/09/2022 | Lượt xem: 12</h2>",
        "<h2>{} - Cập nhật: 05/09/2022 08:10</h2>",
        "<div class=title>{} [Đăng ngày 05/09/2022]</div>",
        "<h1>{}<small>Ngày đăng: 05/09/2022 - 12 lượt xem</small></h1>",
        "<h2><span>05/09/2022</span> {}</h2>",
        "<h2>(05/09/2022) {}</h2>",
        "<h1>[05/09/2022 08:10] - {}</h1>",
        "<h2>{} <span>(Lượt xem: 501)</span></h2><p>05/09/2022</p>",
        "<h2>{}<span> 501 lượt xem</span></h2><p>05/09/2022</p>",
        "<h2>{} - Đã xem: 501</h2><p>05/09/2022</p>",
        "<h2>{} <img src=new.gif> <span>Mới</span></h2><p>05/09/2022</p>",
    ],
)
def test_days_and_counters_on_the_line_of_a_title_are_no_part_of_it(line: str, title: str) -> None:
    assert on_its_line(line.format(title)) == (title, "2022-09-05")


@pytest.mark.parametrize(
    "title",
    [
        "Lịch cắt điện tuần từ 05/09/2022 đến 11/09/2022",
        "Lịch tiếp công dân (05/09/2022)",
        "02/9/1945 - Mốc son chói lọi của dân tộc",
        "Phim được 2 triệu lượt xem",
        "Bản tin dịch bệnh cập nhật 05/09/2022",
        "Đề án dạy và học theo <b>cách mới</b>",
        "Video tuyên truyền đạt 1.000 lượt xem",
    ],
)
def test_days_and_counts_that_a_title_speaks_of_belong_to_it(title: str) -> None:
    assert on_its_line(f"<h1>{title}</h1>", "<p>Ngày đăng: 12/09/2022</p>") == (
        title.replace("<b>", "").replace("</b>", ""),
        "2022-09-12",
    )


@pytest.mark.parametrize("line", ["Tin đăng ngày: 05/09/2022 - Xem: 228", "Thứ Hai, ngày 05/09/2022 | Lượt xem: 228"])
def test_a_line_of_facts_is_no_title_with_some_behind_it(line: str) -> None:
    title = "Tạm ngừng cấp nước khu vực phường 3 đêm 14/10"
    assert on_its_line(f"<div class=title>{title}</div><div>{line}</div>") == (title, "2022-09-05")


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td colspan=2>{title}</td></tr>{facts}<tr><td colspan=2>{text}</td></tr>",
        "<tr><th colspan=2>{title}</th></tr>{facts}<tr><td colspan=2>{text}</td></tr>",
        "<tbody><tr><td>{title}</td></tr>{facts}<tr><td>{text}</td></tr></tbody>",
        "<tr><td colspan=2>{title}</td></tr><tr><td colspan=2>{text}</td></tr>{facts}",
        "<tr><td>Tiêu đề</td><td>{title}</td></tr>{facts}<tr><td>Nội dung</td><td>{text}</td></tr>",
    ],
    ids=["over the columns", "as a head", "alone in its row", "over the text", "in a row of its own"],
)
@pytest.mark.parametrize("colon", ["", ":"])
def test_a_row_over_the_facts_of_an_announcement_is_its_title(rows: str, colon: str) -> None:
    told = {"Ngày đăng": "15/05/2024 15:20", "Chuyên mục": "Tin cơ sở", "Người đăng": "Lê Sen", "Lượt xem": "3962"}
    facts = "".join(f"<tr><td>{label}{colon}</td><td>{value}</td></tr>" for label, value in told.items())
    title = "Công bố quyết định thanh tra đất công ích tại 5 xã"
    box = "".join(f'<li><a href="?id={number}">Ngày hội nhân dân thôn {number}</a></li>' for number in range(30, 42))
    table = f"<table>{rows.format(title=title, facts=facts, text=TEXT)}</table>"
    read = announcement_of(table, above=f"<ul>{box}</ul>")
    assert (read.title, read.byline) == (title, None)
    assert read.date_line is not None
    assert read_date(read.date_line).iso == "2024-05-15T15:20:00+07:00"  # type: ignore[union-attr]
    assert read.body_text.startswith("Sáng ngày 14/5")
    assert read.body_text.endswith("Ủy ban nhân dân xã.")


NAMED = "Phiên tòa giả định đưa luật giao thông vào trường học"
LEAD = "Hơn 800 học sinh trường trung học phổ thông đã trực tiếp dự một phiên tòa giả định về an toàn giao thông."


@pytest.mark.parametrize("section", ["<h1>HOẠT ĐỘNG PBGDPL</h1>", "<h1>Pháp luật với cuộc sống của nhân dân</h1>"])
@pytest.mark.parametrize(
    "titled",
    [
        f"<div class='d'>15/05/2025</div><p class='a'>{NAMED}</p><p class='b'>{LEAD}</p>",
        f"<div>15/05/2025<ul><li>Cỡ chữ</li><li>In</li><li>Email</li><li>Đọc bài</li></ul></div><h2>{NAMED}</h2>",
        f"<div>15/05/2025</div><div><span class='ttl'>{NAMED}</span><span class='sum'>{LEAD}</span></div>",
        f"<div>15/05/2025</div><div><strong>{NAMED}</strong> {LEAD}</div>",
        f"<div><b>{NAMED}</b><i>{LEAD}</i></div><div>15/05/2025</div>",
        f"<div><span class='ttl'>{NAMED}</span><span class='date'>15/05/2025</span></div>",
    ],
    ids=["on a line", "below buttons", "beside its lead", "in bold before it", "above the day", "before the day"],
)
def test_the_title_that_the_head_names_beats_the_section_above_it(titled: str, section: str) -> None:
    read = announcement_of(section + titled + TEXT, head=f'<meta property="og:title" content="{NAMED}">')
    assert (read.title, read.date_line) == (NAMED, "15/05/2025")
    text = "\n".join(filter(None, (read.lead, read.body_text)))
    assert text.startswith((LEAD, "Sáng ngày 14/5"))


def test_a_sentence_in_bold_that_goes_on_is_no_title_beside_its_lead() -> None:
    text = f"<p><b>{NAMED}</b> được nhân dân các xã trong huyện đón nhận và quan tâm theo dõi.</p>{TEXT}"
    head = f'<meta name="title" content="{NAMED}">'
    read = announcement_of(f"<h1>Xã Mộc rà soát hộ nghèo năm 2025</h1>{text}", head=head)
    assert read.title == "Xã Mộc rà soát hộ nghèo năm 2025"
    assert (read.lead or read.body_text).startswith(f"{NAMED} được nhân dân")
