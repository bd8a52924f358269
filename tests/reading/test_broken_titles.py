"""Titles that are broken by hand, that have their lead or a row of facts beside them, or that name a month."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p><p>Các thôn họp bình xét công khai, niêm yết danh"
    " sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân dân trước khi trình Ủy ban nhân dân xã.</p>"
)
LEAD = "Nhằm nâng cao chất lượng phục vụ nhân dân, nhiều xã đã rút ngắn thời gian giải quyết hồ sơ của người dân."
ADDRESS = "https://xa-moc.example/Default.aspx?tabid=1190&id=5521"


def announcement_of(main: str, *, around: str = "<div>{}</div>") -> PrintedAnnouncement:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trang thông tin điện tử</title></head><body>'
        f'<ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin trong huyện</a></li></ul>{around.format(main)}'
        "<div>Bản quyền thuộc về Ủy ban nhân dân xã Mộc, huyện Vân Hồ. Địa chỉ: 12 Lê Lợi - Điện thoại: 02283214.</div>"
        "</body></html>"
    )
    read = read_page(page.encode(), ADDRESS)
    assert read.kind == "article"
    assert read.announcement is not None
    return read.announcement


@pytest.mark.parametrize(
    "title",
    [
        "<div><b>{}<br>{}</b></div>",
        "<p align='center'><strong>{}<br/>{}</strong></p>",
        "<div class='x1'>{}<br>{}</div>",
        "<table><tr><td><font color='red'><b>{}<br>{}</b></font></td></tr></table>",
        "<center><b>{}</b><br><b>{}</b></center>",
        "<div><span style='font-weight:bold'>{}<br>{}</span></div>",
        "<h4>{}<br>{}</h4>",
    ],
)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bí thư Huyện ủy Vân Hồ kiểm tra tiến độ", "xây dựng nông thôn mới ở xã Mộc"),
        ("Thông báo về việc", "nghỉ lễ Quốc khánh 2/9"),
        ("Khánh thành tuyến đường", "từ bản Ta Leng đến trung tâm xã"),
    ],
)
@pytest.mark.parametrize("section", ["", "<div>Tin trong huyện</div>", "<h2><a href='/tin'>Tin trong huyện</a></h2>"])
def test_a_title_that_is_broken_by_hand_is_one(title: str, first: str, second: str, section: str) -> None:
    told = announcement_of(f"{section}{title.format(first, second)}<div>15/05/2024 08:30</div>{TEXT}")
    assert told.title == f"{first} {second}"


@pytest.mark.parametrize("title", ["<div><b>{}<br>{}</b></div>", "<p><strong>{}<br>{}</strong></p>"])
def test_a_name_within_a_title_may_begin_its_second_line(title: str) -> None:
    parts = ("Công đoàn ngành Giáo dục tổ chức", "Hội thao chào mừng ngày Nhà giáo Việt Nam")
    assert announcement_of(f"{title.format(*parts)}<div>15/05/2024</div>{TEXT}").title == " ".join(parts)


@pytest.mark.parametrize(
    "main",
    [
        "<div><b>Xã Mộc rà soát hộ nghèo</b><br><b>Ngày đăng: 15/05/2024</b></div>",
        "<div><b>Xã Mộc rà soát hộ nghèo</b><br>15/05/2024 08:30</div>",
        "<div>Xã Mộc rà soát hộ nghèo<br>Ngày đăng: 15/05/2024<br>Lượt xem: 12</div>",
        "<div><b>Xã Mộc rà soát hộ nghèo</b></div><div>15/05/2024</div>",
    ],
)
def test_a_day_below_a_title_is_none_of_its_parts(main: str) -> None:
    told = announcement_of(main + TEXT)
    assert told.title == "Xã Mộc rà soát hộ nghèo"
    assert "15/05/2024" in (told.date_line or "")


@pytest.mark.parametrize(
    "title", ["<div>{}</div>", "<p><b>{}</b></p>", "<table><tr><td>{}</td></tr></table>", "<h3>{}</h3>"]
)
@pytest.mark.parametrize(
    "lead",
    [
        "<p><strong>{}</strong></p>",
        "<h2>{}</h2>",
        "<h3>{}</h3>",
        "<p><em>{}</em></p>",
        "<div class='sapo'>{}</div>",
        "<div class='tom-tat'>{}</div>",
        "<h2 class='summary'><span>{}</span></h2>",
    ],
)
@pytest.mark.parametrize("words", ["Xã Mộc rà soát hộ nghèo theo chuẩn mới", "Thông báo lịch tiếp dân tháng 5/2024"])
def test_a_lead_between_title_and_day_is_no_title(title: str, lead: str, words: str) -> None:
    told = announcement_of(f"{title.format(words)}{lead.format(LEAD)}<div>Cập nhật: 15/05/2024</div>{TEXT}")
    assert told.title == words
    assert told.date_line == "Cập nhật: 15/05/2024"


@pytest.mark.parametrize("tag", ["h3", "div", "p", "td"])
@pytest.mark.parametrize(
    "title",
    [
        "Thông báo lịch tiếp công dân tháng 5/2024",
        "Kết quả rà soát hộ nghèo quý I/2024",
        "Lịch trực lãnh đạo tháng 12/2023 của UBND xã",
    ],
)
@pytest.mark.parametrize("around", ["<div>{}</div>", "{}"])
@pytest.mark.parametrize(
    "day",
    [
        "<div>15/05/2024</div>",
        "<h5><div>Cập nhật lúc</div><div>15/05/2024</div></h5>",
        "<p>Ngày đăng: 15/05/2024</p>",
    ],
)
def test_a_month_in_a_title_makes_it_no_day(tag: str, title: str, around: str, day: str) -> None:
    line = f"<table><tr><td>{title}</td></tr></table>" if tag == "td" else f"<{tag}>{title}</{tag}>"
    told = announcement_of(f"<div>TIN TỨC</div>{line}{day}{TEXT}", around=around)
    assert told.title == title
    assert (told.date_line or "").endswith("15/05/2024")


@pytest.mark.parametrize("title", ["<h1>{}</h1>", "<table><tr><td><b>{}</b></td></tr></table>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize(
    "facts",
    [
        "Ngày đưa tin: Thứ tư, 15 Tháng 5 2024 09:49 | Người viết: Minh Hằng | View count: 540 | Màu chữ Cỡ chữ",
        "20 giờ 45 phút ngày 15/05/2024 | Tác giả: Lò Văn Phong, Quốc Việt | Bình luận (0) | In trang này",
        "Lượt xem: 1.234 - Ngày đăng: 15/05/2024 08:30 - Chuyên mục: Tin trong huyện - Cỡ chữ A- A A+",
    ],
)
def test_a_long_row_of_facts_is_no_text_above_a_title(title: str, facts: str) -> None:
    told = announcement_of(f"<div>{facts}</div>{title.format('Xã Mộc rà soát hộ nghèo')}{TEXT}", around="{}")
    assert told.title == "Xã Mộc rà soát hộ nghèo"
    assert told.date_line == facts
    assert told.body_text.startswith("Sáng ngày 14/5")


@pytest.mark.parametrize(
    "title", ["<b>{}<br>{}</b>", "<b>{}</b><br><b>{}</b>", "<p><b>{}<br>{}</b></p>", "<h3>{}<br>{}</h3>"]
)
@pytest.mark.parametrize(
    "section", ["TIN TRONG HUYỆN", "HOẠT ĐỘNG CỦA HỘI", "VĂN HÓA - XÃ HỘI", "Tin hoạt động", "Hoạt động chuyên môn"]
)
def test_the_name_of_a_section_on_the_line_above_is_no_part_of_a_title(section: str, title: str) -> None:
    told = announcement_of(f"{title.format(section, 'Xã Mộc khởi công xây dựng cầu Kinh Xáng')}<br>20/08/2004{TEXT}")
    assert told.title == "Xã Mộc khởi công xây dựng cầu Kinh Xáng"


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        ("THÔNG BÁO", "Về việc tuyển dụng viên chức năm 2004 của huyện"),
        ("THƯ MỜI", "Tham gia chào giá gói thầu mua sắm máy tính"),
        ("KẾ HOẠCH", "Phòng, chống dịch bệnh trên đàn gia súc"),
    ],
)
def test_the_kind_of_a_paper_on_the_line_above_is_part_of_its_title(kind: str, about: str) -> None:
    assert announcement_of(f"<p><b>{kind}<br>{about}</b></p>20/08/2004{TEXT}").title == f"{kind} {about}"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Thông báo lịch tiếp", "công dân tháng 3/2016"), ("Lấy ý kiến dự thảo", "quyết định quy định giá đất năm 2024")],
)
@pytest.mark.parametrize("title", ["<div><b>{}<br>{}</b></div>", "<p><strong>{}<br>{}</strong></p>"])
def test_parts_of_a_title_may_name_a_section_or_a_month(title: str, first: str, second: str) -> None:
    told = announcement_of(f"{title.format(first, second)}<div>15/05/2024 08:30</div>{TEXT}")
    assert told.title == f"{first} {second}"


@pytest.mark.parametrize(
    "crumb",
    [
        "Tin tức >> <a href='/cd'>Chỉ đạo điều hành</a>",
        "<a href='/tin'>Tin tức</a> » <a href='/kt'>Kinh tế - Xã hội</a>",
        "Hoạt động › <a href='/dt'>Đoàn thể</a>",
    ],
)
@pytest.mark.parametrize("title", ["<div>{}</div>", "<p>{}</p>", "<table><tr><td>{}</td></tr></table>"])
def test_names_of_sections_one_below_the_other_are_no_title(crumb: str, title: str) -> None:
    words = "Phát động thi đua chào mừng ngày Quốc khánh"
    assert announcement_of(f"<div>{crumb}</div>{title.format(words)}<div>15/05/2024</div>{TEXT}").title == words


@pytest.mark.parametrize("series", ["Bài 1: Những con số biết nói", "Kỳ cuối: Từ làng ra phố", "Phần 2:"])
@pytest.mark.parametrize("title", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_a_part_of_a_series_over_its_title_is_none(series: str, title: str) -> None:
    words = "Cảnh báo thủ đoạn giả danh cán bộ ngân hàng"
    assert announcement_of(f"<p>{series}</p>{title.format(words)}<div>15/05/2024</div>{TEXT}").title == words


def test_a_part_of_a_series_is_a_title_where_none_stands_below_it() -> None:
    title = "Bài 1: Những con số biết nói về giảm nghèo"
    assert announcement_of(f"<h3>{title}</h3><div>15/05/2024</div>{TEXT}").title == title


@pytest.mark.parametrize("title", ["Chi cục Thuế đối thoại với doanh nghiệp", "Đồng chí Lê Văn Tuấn giữ chức Chủ tịch"])
def test_what_an_agency_or_somebody_does_is_more_than_a_name(title: str) -> None:
    assert announcement_of(f"<div>{title}</div><div>15/05/2024</div>{TEXT}").title == title


@pytest.mark.parametrize("tools", ["", "<div><a href='#'>Bản để in</a> <a href='#'>Gửi bài viết qua email</a></div>"])
def test_a_heading_that_leads_nowhere_is_a_title_beside_buttons_that_do(tools: str) -> None:
    title = "Trạm Y tế xã khám bệnh cho người cao tuổi"
    told = announcement_of(f"<h1><a href='#'>{title}</a></h1><div>15/05/2024</div>{TEXT}{tools}")
    assert told.title == title


@pytest.mark.parametrize("crumb", ["<ul><li><a href='/tin'>Tin trong huyện</a></li><li>{}</li></ul>"])
@pytest.mark.parametrize("between", ["<h5>Cập nhật: 15/05/2024</h5><div>Tin tức</div>", "<div>TIN TỨC</div>", ""])
def test_a_text_begins_below_the_title_and_not_below_the_breadcrumb(crumb: str, between: str) -> None:
    title = "Xã Mộc rà soát hộ nghèo theo chuẩn mới"
    told = announcement_of(f"{crumb.format(title)}{between}<h2>{title}</h2>{TEXT}")
    assert told.title == title
    assert told.body_text.startswith("Sáng ngày 14/5")


@pytest.mark.parametrize("counter", ["Lượt truy cập: 2018", "Bình luận (0)", "0 bình luận"])
@pytest.mark.parametrize("title", ["<div>{}</div>", "<table><tr><td>{}</td></tr></table>"])
def test_a_counter_below_a_title_ends_no_head(counter: str, title: str) -> None:
    words = "CHI CỤC THUẾ TRAO ĐỔI VỚI DOANH NGHIỆP"
    main = f"{title.format(words)}<div>{counter}</div><div>Cập nhật: 15 giờ 44 phút ngày 25/09/2024</div>"
    assert announcement_of(f"{main}<h3>{LEAD}</h3>{TEXT}").title == words


@pytest.mark.parametrize("lead", ["", f"<div class='sapo'>{LEAD}</div>"])
def test_a_question_is_a_title_and_no_text(lead: str) -> None:
    title = "Vì sao giải ngân vốn đầu tư công còn chậm?"
    crumb = f"<ul><li><a href='/tin'>Tin trong huyện</a></li><li>{title}</li></ul><h1>Thông báo</h1>"
    assert announcement_of(f"{crumb}<div>{title}</div>{lead}<p>15/05/2024 - In trang</p>{TEXT}").title == title


@pytest.mark.parametrize("facts", ["View count: 8293 | Ngày đăng: {}", "Lượt xem: 12 - Đăng ngày {}"])
def test_counters_and_labels_before_a_day_in_an_element_of_its_own_are_no_title(facts: str) -> None:
    day = facts.format("<span>09/11/2015</span>")
    title = "Những cách làm hay trong giảm nghèo ở xã Mộc"
    assert announcement_of(f"<p><b>{day}</b></p><div>{title}</div>{TEXT}").title == title


@pytest.mark.parametrize("lead", ["<blockquote>{}</blockquote>", "<div>{}</div>"])
def test_a_title_over_lead_and_list_is_one(lead: str) -> None:
    items = TEXT.replace("<p>", "<li>").replace("</p>", "</li>")
    title = "<table><tr><td>Giấy mời họp báo quý III/2023</td></tr></table>"
    main = f"<div>CẢI CÁCH HÀNH CHÍNH</div>{title}{lead.format(LEAD)}"
    told = announcement_of(f"<p>Ngày đăng: 03/09/2023</p>{main}<p>{LEAD}</p><ul>{items}</ul>")
    assert told.title == "Giấy mời họp báo quý III/2023"
