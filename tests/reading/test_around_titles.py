"""What stands between a title and its text: a section, a name behind "bởi", a lead beside a picture; and a foot."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese import read_date
from scraper.reading import read_page

FIRST = "Đã sang tháng chín âm lịch mà nước trên các cánh đồng đầu nguồn vẫn chưa quá đầu gối người lớn."
LAST = "Những người sống bằng nghề giăng câu, thả lưới ở đây đang đối mặt với một mùa nước thất thu."
TEXT = f"<div><p>{FIRST}</p><p>{LAST}</p></div>"
LEAD = "Mười hộ dân ấp Vàm Đình cùng thuê chung một chiếc xuồng máy để theo con nước lên đầu nguồn mưu sinh."
IMAGE = '<img src="/anh/dan-don.jpg" style="width:220px">'


def read(above: str, behind: str = "", over: str = "") -> PrintedAnnouncement:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Mùa nước nổi</title></head><body><div>'
        f"{over}<h3>Mùa nước nổi về muộn, người dân lo thất thu</h3>{above}{TEXT}{behind}</div></body></html>"
    )
    announcement = read_page(page.encode(), "https://ptth.example/video/8830").announcement
    assert announcement is not None
    assert announcement.title == "Mùa nước nổi về muộn, người dân lo thất thu"
    return announcement


@pytest.mark.parametrize("section", ["Phóng sự", "Thời sự", "Phim tài liệu", "Góc nhìn", "Xây dựng nông thôn mới"])
@pytest.mark.parametrize(
    "facts",
    [
        "<ul><li>12.480 lượt xem</li><li>16-10-2019</li><li><i></i> <a href='/c/ps'>{}</a></li></ul>",
        "<ul><li><a href='/c/ps'>{}</a></li><li>16-10-2019</li></ul>",
        "<ul><li>16-10-2019</li><li><i></i> {}</li></ul>",
        "<div><div>16-10-2019</div><div><a href='/c/ps'>{}</a></div></div>",
        "<p>16-10-2019</p><p><a href='/c/ps'>{}</a></p>",
        "<div><span>16-10-2019</span> <span><a href='/c/ps'>{}</a></span></div>",
    ],
)
def test_the_section_beside_the_day_is_no_text(facts: str, section: str) -> None:
    announcement = read(facts.format(section))
    assert announcement.body_text.split("\n") == [FIRST, LAST]
    assert "16-10-2019" in (announcement.date_line or "")


@pytest.mark.parametrize(
    "opening", ['<p><a href="/vb/12">Toàn văn kế hoạch</a></p>', "<ul><li>Mục tiêu chung</li><li>Đối tượng</li></ul>"]
)
def test_a_link_among_the_paragraphs_and_a_list_of_the_text_stay(opening: str) -> None:
    text = read("<p>16-10-2019</p>").body_text
    page = f"<h1>Mùa nước nổi về muộn, dân lo thất thu</h1><p>16-10-2019</p>{opening}<p>{FIRST}</p><p>{LAST}</p>"
    told = read_page(page.encode(), "https://ptth.example/video/8830").announcement
    assert told is not None
    assert told.body_text.endswith(text)
    assert told.body_text != text


@pytest.mark.parametrize(
    ("facts", "byline"),
    [
        ("<p>13/05/2018 | Bởi Kiều Trinh</p>", "Kiều Trinh"),
        ("<p>Bởi Kiều Trinh - 13/05/2018 08:15</p>", "Kiều Trinh"),
        ("<p>13/05/2018</p><p>Bởi Kiều Trinh</p>", "Kiều Trinh"),
        ("<p>13/05/2018 • bởi Nguyễn Thị Kiều Trinh • 0 bình luận</p>", "Nguyễn Thị Kiều Trinh"),
        ("<p>13/05/2018 | Bởi admin</p>", None),
        ("<p>13/05/2018 | Bởi Quản trị viên</p>", None),
        ("<p>13/05/2018 | Bởi Le Van Nam</p>", None),
        ("<p>13/05/2018 | Bởi <a href='/u/1'>Kiều Trinh</a></p>", None),
        ("<p>Đăng ngày 13/05/2018 bởi Kiều Trinh</p>", None),
        ("<p>Đăng bởi Kiều Trinh | 13/05/2018</p>", None),
        ("<p>13/05/2018 bởi Nguyễn Văn A</p>", "Nguyễn Văn A"),
        ("<p>13/05/2018 | bởi Lê Thị A A+ A-</p>", "Lê Thị A"),
        ("<p>13/05/2018</p><p>bởi: <b>Nguyễn Văn A</b></p>", "Nguyễn Văn A"),
        ("<p>13/05/2018 bởi Super User</p>", None),
        ("<p>13/05/2018</p><p>Bởi: xa.tanlong</p>", None),
        ("<p>13/05/2018</p><p>bởi BBT</p>", None),
        ("<p>13/05/2018</p><p>by Super User</p>", None),
        ("<p>13/05/2018</p><p>by Quản trị viên</p>", None),
        ("<p>13/05/2018</p><p>Bởi: <a href='/u/2'>THPT Nguyễn Du</a></p>", None),
        ("<p>By Kiều Trinh on 2018.05.13 in <a href='/c/tin'>Tin hoạt động</a></p>", "Kiều Trinh"),
        ("<p>Bởi Kiều Trinh vào 13/05/2018 - <a href='/c/tin'>Tin tức</a></p>", "Kiều Trinh"),
        ("<p>By Nguyễn Văn A on 13/05/2018</p>", "Nguyễn Văn A"),
        ("<p>By Quản trị viên on 13/05/2018 in <a href='/c/tin'>Tin hoạt động</a></p>", None),
        ("<p>By admin on 13/05/2018 in <a href='/c/tin'>Tin hoạt động</a></p>", None),
    ],
)
def test_a_person_behind_the_word_by_is_credited_and_no_account(facts: str, byline: str | None) -> None:
    announcement = read(facts)
    assert announcement.byline == byline
    assert announcement.body_text.split("\n") == [FIRST, LAST]


@pytest.mark.parametrize(
    "lead",
    [
        f"<table><tr><td>{IMAGE}</td><td><span>{LEAD}</span></td></tr></table>",
        f"<table><tr><td><a href='/anh/dan-don.jpg'>{IMAGE}</a></td><td class=s>{LEAD}</td></tr></table>",
        f"<table><tr><td>{IMAGE}</td><td><p><i>{LEAD}</i></p></td></tr></table>",
        f"<table><tr><td>{LEAD}</td><td>{IMAGE}</td></tr></table>",
    ],
)
def test_a_lead_beside_a_picture_is_no_caption(lead: str) -> None:
    announcement = read(f"<p>16-10-2019</p>{lead}")
    assert "\n".join(filter(None, (announcement.lead, announcement.body_text))).split("\n") == [LEAD, FIRST, LAST]
    assert announcement.captions == ()


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{IMAGE}</td></tr><tr><td>{LEAD}</td></tr></table>",
        f"<table><tr><td>{IMAGE}</td><td><i>Xuồng máy trên đồng</i></td></tr></table>",
    ],
)
def test_what_stands_below_a_picture_and_few_words_beside_it_are_captions(table: str) -> None:
    assert len(read(f"<p>16-10-2019</p><div><p>{FIRST}</p>{table}</div>").captions) == 1


@pytest.mark.parametrize(
    ("day", "foot", "published"),
    [
        ("Thứ Năm, 23 tháng 4, 2015", "Người đăng: <b>dai kimlu</b> vào lúc <a href='/video/8830'>16:12</a>", "16:12"),
        ("Thứ Năm, 23 tháng 4, 2015", "Được đăng bởi: Kim Lũ vào lúc: 09:26", "09:26"),
        ("Thứ Năm, 23 tháng 4, 2015", "Đăng bởi vanphong lúc 4:12 CH", "16:12"),
        ("Thursday, April 23, 2015", "Posted by kimlu at 4:12 PM", "16:12"),
        ("Thứ Năm, 23 tháng 4, 2015 08:00", "Người đăng: dai kimlu vào lúc 16:12", "08:00"),
        ("Thứ Năm, 23 tháng 4, 2015", "Người đăng: dai kimlu", ""),
        ("Thứ Năm, 23 tháng 4, 2015", "Chương trình phát lúc 16:12", ""),
    ],
)
def test_the_time_of_a_post_stands_at_its_foot(day: str, foot: str, published: str) -> None:
    behind = f"<div>{foot}</div><div>Nhãn: <a href='/n/tb'>Tin</a></div>"
    date = read_date(read("", behind, f"<h2>{day}</h2>").date_line or "")
    assert date is not None
    assert (date.iso or "")[:16] == "2015-04-23" + (f"T{published}" if published else "")


@pytest.mark.parametrize(
    "frame",
    [
        "<div class='captioned-image'><div class='field'></div><div class='caption'><div>{}</div></div></div>",
        "<div class='article-img'><img src='/a.jpg'><div class='caption'>{}</div></div>",
        "<div class='img-box'><div class='chu-thich'>{}</div></div>",
        "<div class='news-image'><p class='image-caption'>{}</p></div>",
        "<div class='photo'><div class='photo-desc'>{}</div></div>",
    ],
)
def test_a_caption_in_the_frame_of_a_picture_is_one_though_the_picture_is_missing(frame: str) -> None:
    caption = "Đoàn kiểm tra tại cụm công nghiệp"
    assert read(f"<p>16-10-2019</p>{frame.format(caption)}<div><p>{FIRST}</p></div>").captions == (caption,)


@pytest.mark.parametrize(
    "frame", ["<div class='box'><div class='caption'>{}</div></div>", "<div class='main-imagine'><p>{}</p></div>"]
)
def test_what_is_called_a_caption_in_no_frame_of_a_picture_is_none(frame: str) -> None:
    assert read(f"<p>16-10-2019</p>{frame.format('Nội dung kiểm tra')}<div><p>{FIRST}</p></div>").captions == ()
