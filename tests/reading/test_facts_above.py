"""Sections, counts of remarks and boxes of others between a title and its text, which are none of it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import read

SECTION = '<a href="/muc/12">Tình nguyện</a>'
SECTIONS = f'{SECTION}, <a href="/muc/3">Đoàn thể</a>'
DAY = "<p>04/09/2019</p>"


@pytest.mark.parametrize(
    "line",
    [
        f"trong {SECTION} / 0 bình luận",
        f"Trong: {SECTION}",
        f"Thuộc {SECTION}",
        f"trong {SECTIONS} / 12 bình luận",
        f"{SECTIONS} | 12 phản hồi",
        f"In {SECTION} / 0 Comments",
        f"0 bình luận | {SECTION}",
        f"{SECTION} · 3 Bình luận · 5 phút đọc",
        f"Chuyên mục {SECTION} / 2 bình luận",
        f"{SECTION} - Không có bình luận",
        f"{SECTION} | Bình luận (0)",
        f"{SECTION} • 3 lượt thích • 0 nhận xét",
        f"trong {SECTION} / 0 bình luận / bởi admin",
        f"<i class='fa'></i> {SECTION} <i class='fa'></i> 0 bình luận",
        f"<span>trong {SECTION}</span><span>0 ý kiến</span>",
        "trong Tình nguyện / 0 bình luận",
    ],
)
@pytest.mark.parametrize("below", ["{day}<div>{line}</div>", "<div>{line}</div>{day}"])
def test_a_section_and_how_many_remarks_there_are_is_no_text(below: str, line: str) -> None:
    announcement = read("", below.format(line=line, day=DAY))
    assert (announcement.date_line, announcement.byline) == ("04/09/2019", None)
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize(
    "line", ["Đã tiếp nhận 12 ý kiến của cử tri", "Kết quả: 12 ý kiến được giải trình", "Trong Tháng Thanh niên"]
)
def test_a_first_line_that_speaks_of_remarks_or_begins_like_a_section_is_text(line: str) -> None:
    assert read("", f"{DAY}<p>{line}</p>").body_text.startswith(line)


LEAD = "<div><strong>Qua một năm, số hộ nghèo của huyện giảm còn 3,2%, vượt kế hoạch đề ra từ đầu năm.</strong></div>"
OTHERS = (
    "Ra quân làm sạch môi trường ở các tuyến kênh trong xã",
    "Tập huấn kỹ thuật chăm sóc cây ăn quả cho nông dân",
    "Khai mạc giải bóng chuyền truyền thống của huyện",
    "Trao học bổng cho học sinh vượt khó dịp đầu năm học",
    "Kiểm tra công tác phòng cháy ở các chợ trung tâm",
)


@pytest.mark.parametrize("head", ["<h4>Tin liên quan</h4>", "<b>Bài liên quan:</b>", "<p>Các tin khác</p>"])
@pytest.mark.parametrize("entry", ["<li>{}</li>", "<li>{} <span>(02/05/2024)</span></li>", "<div>{}</div>"])
@pytest.mark.parametrize("box", ["<div>{head}<ul>{entries}</ul></div>", "<aside>{head}{entries}</aside>"])
@pytest.mark.parametrize("count", [1, 3, 5])
@pytest.mark.parametrize("lead", ["", LEAD])
def test_links_to_others_in_a_box_above_the_text_are_none_of_it(
    lead: str, count: int, box: str, entry: str, head: str
) -> None:
    links = (f'<a href="/tin/khac-{place}.html">{other}</a>' for place, other in enumerate(OTHERS[:count]))
    entries = "".join(map(entry.format, links))
    announcement = read("", f"{DAY}{lead}{box.format(head=head, entries=entries)}<div>", "</div>")
    assert announcement.date_line == "04/09/2019"
    assert (announcement.lead is None) == (not lead)
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
    assert not any(other in announcement.body_text for other in OTHERS)


DRESSED = (
    "<h2>{}</h2>",
    "<p><b>{}</b></p>",
    '<div class="news-sapo">{}</div>',
    '<div class="detail"><p class="Lead">{}</p></div>',
    '<div class="tom-tat"><strong>{}</strong></div>',
)
LED = "Qua một năm, số hộ nghèo của huyện giảm còn 3,2%, vượt kế hoạch đề ra từ đầu năm."


@pytest.mark.parametrize("dress", DRESSED)
@pytest.mark.parametrize("box", ["<div><ul>{}</ul></div>", '<ul class="rel">{}</ul>', "<div>{}</div>"])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_few_links_right_below_a_lead_need_no_heading_to_be_others(count: int, box: str, dress: str) -> None:
    links = (f'<li><a href="/tin/khac-{place}.html">{other}</a></li>' for place, other in enumerate(OTHERS[:count]))
    announcement = read("", f"{DAY}{dress.format(LED)}{box.format(''.join(links))}<div>", "</div>")
    assert announcement.lead == LED or announcement.body_text.startswith(LED)
    assert announcement.body_text.count("Ủy ban nhân dân huyện tổ chức hội nghị") == 3
    assert not any(other in announcement.body_text for other in OTHERS)


OF_OTHERS = "<p>Công ty phục vụ khách hàng ở tất cả các phường, xã của thành phố với mạng lưới dài hơn 900 km.</p>" * 2


@pytest.mark.parametrize("entries", [5, 15])
def test_links_below_a_notice_of_one_sentence_end_it(entries: int) -> None:
    links = "".join(
        f'<li><a href="/tin/khac-{place}.html">{OTHERS[place % 5]} lần {place}</a></li>' for place in range(entries)
    )
    inside, below = (f"<div>{OF_OTHERS}</div>", "") if entries > len(OTHERS) else ("", f"<div>{OF_OTHERS}</div>")
    page = (
        f"<html><body><div><div><h1>Thông báo tạm ngừng cấp nước phường 2</h1>{DAY}<h2>{LED}</h2>"
        f"<ul>{links}</ul>{inside}</div>{below}</div></body></html>"
    )
    told = read_page(
        page.encode(), "https://portal.example/tin/thong-bao-tam-ngung-cap-nuoc-phuong-2.html"
    ).announcement
    assert told is not None
    assert "mạng lưới" not in told.body_text


@pytest.mark.parametrize("scan", ['<p><img src="/anh/ke-hoach-12.jpg" width="800"></p>', ""])
def test_summaries_of_others_below_a_title_without_text_are_no_text_of_its_own(scan: str) -> None:
    entries = "".join(
        f'<div><a href="/tin/khac-{place}.html">{other}</a><p>{other}, với sự tham gia của đông đảo bà con '
        "và các lực lượng trên địa bàn, theo kế hoạch đã đề ra.</p></div>"
        for place, other in enumerate(OTHERS)
    )
    page = (
        f"<html><body><div><h1>Kế hoạch tổ chức hội thi nông dân đua tài</h1>{DAY}{scan}"
        f"<div><h4>Tin liên quan</h4>{entries}</div></div></body></html>"
    )
    reading = read_page(page.encode(), "https://portal.example/tin/ke-hoach-hoi-thi-nong-dan-dua-tai-5.html")
    assert reading.announcement is not None
    assert not reading.announcement.body_text
