"""A title that nothing names is found by its place, by its address and by what the head says."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import quote

import pytest

from scraper.reading import read_page
from tests.reading.titled import QUOTING, TEXT, TITLES, announcement_of, title_of

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


EQUAL = ["Sen hồng - Hương quê", "Dạy tốt - Học tốt", "Nghề dệt thổ cẩm - Hơi thở bản làng", "Đổi mới - Sáng tạo"]


@pytest.mark.parametrize("title", EQUAL)
@pytest.mark.parametrize(
    "layout",
    [
        "<h1>{}</h1><p>Ngày đăng: 05/09/2022</p>", "<h2>{}</h2><p>05/09/2022 08:10 | Lượt xem: 120</p>", "<h1>{}</h1>",
        "<h1>{}</h1><p><a href='#'>In trang</a></p><p>Đăng ngày 5/9/2022</p>", "<h3>{}</h3><p>Cập nhật: 05/09/2022</p>",
    ],
)  # fmt: skip
def test_a_heading_of_two_equal_parts_right_above_its_day_or_text_is_its_title(layout: str, title: str) -> None:
    assert title_of(f"<div>{layout.format(title)}<div>{TEXT}</div></div>") == title


@pytest.mark.parametrize("motto", EQUAL)
@pytest.mark.parametrize("over", ["<h1>{}</h1>", "<h1>{}</h1><p>Thứ hai, 05/09/2022</p>", "<div>{}</div>"])
def test_what_stands_so_over_a_title_is_a_motto(over: str, motto: str) -> None:
    main = f"<div>{over.format(motto)}</div><div><h2>{QUOTING}</h2><p>Ngày đăng: 05/09/2022</p>{TEXT}</div>"
    assert title_of(main) == QUOTING


@pytest.mark.parametrize("motto", ["Vì nước quên thân - Vì dân phục vụ", "Kỷ cương - Trách nhiệm - Sáng tạo"])
def test_a_motto_is_no_title(motto: str) -> None:
    main = f"<h1>UBND xã Mộc</h1><h2>{motto}</h2><div>{QUOTING}</div><small>05/09/2022 08:10</small>{TEXT}"
    assert title_of(main) == QUOTING


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


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("writer", ["Nông Thị Hồng Thắm", "Lê Văn Đón", "Phạm Thị Hợp", "Chu Văn Tiếp"])
@pytest.mark.parametrize("day", ["16:00, 08/03/2024", "08/03/2024", "Ngày đăng: 08/03/2024"])
def test_a_name_below_a_title_is_the_writer_also_where_it_sounds_like_a_deed(day: str, writer: str, title: str) -> None:
    main = f"<div>GƯƠNG SÁNG</div><div>{title}</div><div>{writer}</div><div>{day}</div><div>{TEXT}</div>"
    announcement = announcement_of(main)
    assert announcement.title == title
    assert announcement.byline == writer


@pytest.mark.parametrize("box", ["CUỘC THI", "GIẢI THƯỞNG", "LỊCH HỌC", "Thời Tiết", "TÁC PHẨM", "HỌC BỔNG"])
def test_the_name_of_a_box_beside_a_text_is_no_writer(box: str) -> None:
    main = f"<div><div><h1>{TITLES[0]}</h1>{TEXT}</div><div><h3>{box}</h3><p>Bình chọn đến 15/3/2024</p></div></div>"
    assert announcement_of(main).byline is None


ITEM = "https://xa-moc.example/tintuc/Pages/hoat-dong-cua-so-tu-phap.aspx?ItemID=1874"
OTHERS = '<ul><li><a href="{}">Bổ nhiệm bốn công chứng viên</a> (08/04/2024)</li></ul>'


@pytest.mark.parametrize(
    ("url", "other"),
    [
        (ITEM, "/tintuc/Pages/hoat-dong-cua-so-tu-phap.aspx?ItemID=1873"),
        (ITEM, "hoat-dong-cua-so-tu-phap.aspx?itemid=17"),
        (f"{ITEM}&Lang=vi", "/tintuc/Pages/hoat-dong-cua-so-tu-phap.aspx?Lang=vi&ItemID=1873"),
        (ITEM.replace("?", "?CateID=168&"), "/tintuc/Pages/hoat-dong-cua-so-tu-phap.aspx?CateID=168&ItemID=1873"),
        ("https://xa-moc.example/hoat-dong-cua-so-tu-phap?newsid=12", "/hoat-dong-cua-so-tu-phap?newsid=11"),
        ("https://xa-moc.example/hoat-dong-cua-so-tu-phap/?id=12", "/hoat-dong-cua-so-tu-phap/?id=11"),
    ],
)
@pytest.mark.parametrize("tag", ["span", "h3", "div"])
def test_a_path_that_others_of_a_list_share_spells_its_section_and_no_title(url: str, other: str, tag: str) -> None:
    section = '<div class="path"><a href="/hoat-dong-cua-so-tu-phap.aspx">Hoạt động của Sở Tư pháp</a></div>'
    title = "Tập huấn nghiệp vụ chứng thực điện tử cho công chức cấp xã"
    page = (
        f"<html><head><title>Hoạt động của Sở Tư pháp</title></head><body>{section}<div>"
        f'<div><{tag} class="news-title">{title}</{tag}> <span>(19/04/2024)</span></div><div>{TEXT}</div></div>'
        f"<div>Các tin khác</div>{OTHERS.format(other)}</body></html>"
    )
    told = read_page(page.encode(), url).announcement
    assert told is not None
    assert told.title == title


@pytest.mark.parametrize("url", ["/ra-soat-ho-ngheo-theo-chuan.aspx?id=12", "/ra-soat-ho-ngheo-theo-chuan?ItemID=7"])
def test_a_path_of_its_own_spells_the_title_though_a_number_follows(url: str) -> None:
    title = "Rà soát hộ nghèo theo chuẩn"
    others = OTHERS.format("/bo-nhiem-bon-cong-chung-vien.aspx?id=11") + f'<a href="{url}&in=1">In trang</a>'
    lead = "<h2>Tin hoạt động của xã và các thôn bản</h2>"
    page = f"<html><head><title>{title}</title></head><body>{lead}<p>{title}</p>{TEXT}{others}</body></html>"
    told = read_page(page.encode(), f"https://xa-moc.example{url}").announcement
    assert told is not None
    assert told.title == title


@pytest.mark.parametrize("count", ["<b>2 bình luận</b>", "<h4>Bình luận (2)</h4>", "<div>2 ý kiến</div>"])
@pytest.mark.parametrize(
    "remark", ["<div>{name} viết: Hay quá bạn ơi ({day}/05/2016)</div>", "<p>{name}: Nhớ ghê {day}/05/2016</p>"]
)
def test_no_remark_with_its_day_is_the_title_of_a_text_above(remark: str, count: str) -> None:
    remarks = "".join(remark.format(name=name, day=day) for name, day in (("Minh Anh", 12), ("Hải Yến", 13)))
    others = "<b>Bài viết khác</b><ul><li><a href='/b/1'>Ra mắt mô hình</a></li></ul>"
    behind, title = f"<div>{count}{remarks}</div><div>{others}</div>", "Em viết về thầy"
    assert title_of(f"<div><div class='s-tit'>{title}</div><div>{TEXT}</div></div>{behind}") == title
    assert title_of(f"<h1>{TITLES[0]}</h1><div>2 bình luận</div><div>{TEXT}</div>{behind}") == TITLES[0]


def test_a_title_with_a_day_below_the_count_of_its_remarks_is_one() -> None:
    title = "Lịch tiếp công dân ngày 12/5/2024 của Chủ tịch UBND xã"
    assert title_of(f"<div>3 bình luận</div><div class='title'>{title}</div><div>{TEXT}</div>") == title


@pytest.mark.parametrize("mark", [" - ", ": ", " – "])
def test_an_address_without_the_second_part_of_a_title_spells_it_where_the_head_has_it_whole(mark: str) -> None:
    title = f"NGÀY HỘI CÔNG NHÂN{mark}PHIÊN CHỢ NGHĨA TÌNH"
    page = f"<html><head><title>{title}</title></head><body><h2>{title}</h2><p>11/09/2023</p>{TEXT}</body></html>"
    told = read_page(page.encode(), "https://ldld.example/index.php/tin-tuc/612-ngay-hoi-cong-nhan").announcement
    assert told is not None
    assert told.title == title


@pytest.mark.parametrize(
    "name",
    ["Nghị quyết 12/2019/NQ-HĐND", "Quyết định 1187/QĐ-UBND", "Nghị quyết liên tịch 3/2024/NQLT-UBTVQH"],
)
@pytest.mark.parametrize("place", ["<div class='header'><b>{}</b></div>", "<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_a_paper_that_the_window_names_is_the_title_above_its_letterhead(place: str, name: str) -> None:
    letterhead = (
        "<table><tr><td><div><b>HĐND TỈNH SƠN LA</b></div></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>"
        "<tr><td>Số: 12</td><td>Sơn La, ngày 17 tháng 7 năm 2019</td></tr></table><p><b>VĂN BẢN</b></p>"
    )
    boxes = "<div><a href='/a'>Thuộc tính</a><a href='/b'>Lược đồ</a></div>"
    page = f"<html><head><title>{name}</title></head><body>{place.format(name)}{boxes}{letterhead}<div>{TEXT}</div>"
    told = read_page(page.encode(), "https://vb.example/sonla/Pages/toanvan.aspx?ItemID=140233").announcement
    assert told is not None
    assert told.title == name


@pytest.mark.parametrize("named", ["Theo Nghị quyết 12/2019/NQ-HĐND", "12/2019/NQ-HĐND", "Kế hoạch 2021/2025"])
def test_a_paper_by_its_number_is_no_title_beside_a_heading(named: str) -> None:
    assert title_of(f"<h1>{TITLES[0]}</h1><p>{named}</p><p>12/04/2024</p>{TEXT}") == TITLES[0]


SUBJECT = "Quy định mức thu phí tham quan công trình văn hóa trên địa bàn"
GROUNDS = "<p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;</p>"
PAPER_HEAD = (
    "<table><tr><td><b>TỈNH SƠN</b><br>Số: 14</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>"
    "<i>Sơn, ngày 12 tháng 7 năm 2019</i></td></tr></table><p align='center'><b>NGHỊ QUYẾT</b></p>"
)
ISSUERS = [
    "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ SƠN<br>KHÓA XVI, KỲ HỌP THỨ 9",
    "HỘI ĐỒNG NHÂN DÂN HUYỆN MỘC HÓA KHÓA XI, NHIỆM KỲ 2016 - 2021, KỲ HỌP THỨ 5",
    "ỦY BAN NHÂN DÂN TỈNH HÀ SƠN",
    "BỘ TRƯỞNG BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
    "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ SƠN",
    "CHÍNH PHỦ",
]


@pytest.mark.parametrize("issuer", ISSUERS)
def test_who_issues_a_paper_above_its_grounds_is_no_title(issuer: str) -> None:
    issued = f"<p align='center'><strong>{issuer}</strong></p>"
    assert title_of(f"{PAPER_HEAD}<p align='center'>{SUBJECT}</p>{issued}{GROUNDS}{TEXT}") == SUBJECT


@pytest.mark.parametrize("issuer", ISSUERS[:3])
@pytest.mark.parametrize("dress", ["<div class='title'>{}</div>", "<p><b>{}</b></p>", "<td>{}</td>"])
def test_what_names_a_paper_and_says_what_it_is_about_is_the_title_above_the_paper(dress: str, issuer: str) -> None:
    title = f"Nghị quyết 14/2019/NQ-HĐND {SUBJECT}"
    about = f"<p align='center'><strong>{SUBJECT}</strong></p><p align='center'><strong>{issuer}</strong></p>"
    assert title_of(f"{dress.format(title)}{PAPER_HEAD}{about}{GROUNDS}{TEXT}") == title


@pytest.mark.parametrize("title", ["HĐND tỉnh khóa XVI, kỳ họp thứ 9", "Hội đồng nhân dân tỉnh khóa XVI, kỳ họp thứ 9"])
def test_a_council_in_session_is_the_title_of_news_of_it_that_begin_with_a_reason(title: str) -> None:
    told = "<p>Căn cứ chương trình công tác, sáng 12/7, Hội đồng nhân dân tỉnh khai mạc kỳ họp với 52 đại biểu.</p>"
    assert title_of(f"<div><b>{title}</b></div>{told}{TEXT}") == title


@pytest.mark.parametrize("title", ["Ủy ban nhân dân xã Mộc", "Hội đồng nhân dân xã Mộc khóa XII, nhiệm kỳ 2021 - 2026"])
def test_an_agency_that_a_page_is_about_is_its_title_above_what_is_told_of_it(title: str) -> None:
    assert title_of(f"<h2>{title}</h2><p>15/05/2024 08:30</p>{TEXT}") == title


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_line_that_an_address_spells_whole_is_the_title_and_not_the_heading_of_a_text_that_was_taken_over(
    level: int,
) -> None:
    title = "Hội nghị cấp cao hợp tác xã lần thứ tư tại thành phố Vinh"
    taken = f"<h{level}>Lãnh đạo tỉnh dự hội nghị cấp cao hợp tác xã lần thứ tư</h{level}>"
    url = "https://xa-moc.example/hoi-nghi-cap-cao-hop-tac-xa-lan-thu-tu-tai-thanh-pho-vinh"
    assert title_of(f"<div><p>{title}</p></div><div>{taken}{TEXT}</div>", url=url) == title


def test_a_title_in_other_words_than_its_address_is_told_above_a_caption_that_the_address_spells_whole() -> None:
    title = "Sơ kết công tác giảm nghèo: xã Mộc tổ chức hội nghị"
    shown = "Xã Mộc tổ chức hội nghị sơ kết công tác giảm nghèo"
    caption = f"<div align=center><img src='a.jpg' width=600><p><i>{shown}</i></p></div>"
    url = "https://xa-moc.example/xa-moc-to-chuc-hoi-nghi-so-ket-cong-tac-giam-ngheo-123.html"
    assert title_of(f"<h1>{title}</h1><p>15/05/2024 08:30</p>{caption}{TEXT}", url=url) == title
