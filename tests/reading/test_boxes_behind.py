"""Boxes behind a text that no heading tells apart: entries with their days, forms, who wrote, a foot, a vote."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Chiêng cổ ở nhà dài Buôn Krông"
FIRST = "Bộ chiêng sáu chiếc được già làng Buôn Krông giữ trong nhà dài suốt ba đời, chỉ mang ra vào mùa lễ."
LAST = "Du khách đến buôn vào cuối tuần được nghe các nghệ nhân trẻ đánh chiêng và kể chuyện về từng chiếc."
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"


def read(behind: str, inside: str = "", text: str = TEXT) -> PrintedAnnouncement:
    page = (
        '<html><head><meta charset="utf-8"><title>Bảo tàng</title></head><body><ul><li><a href="/">Trang chủ</a></li>'
        f'</ul><div class="page"><div class="two"><h1>{TITLE}</h1><div>12/03/2024</div><div class="rte">{text}{inside}'
        f"</div></div>{behind}</div></body></html>"
    )
    announcement = read_page(page.encode(), "https://baotang.example/hien-vat/chieng-co-o-nha-dai-77").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


def told(announcement: PrintedAnnouncement) -> list[str]:
    return "\n".join(filter(None, (announcement.lead, announcement.body_text))).split("\n")


@pytest.mark.parametrize(
    "box",
    [
        "<section><h2>Sắp diễn ra</h2><div><b>18/05/2025</b><a href='/sk/1'>Đêm bảo tàng</a></div></section>",
        "<section><h3>Trưng bày</h3><ul><li><a href='/sk/1'>Gốm sông Chanh</a> <i>(01/06/2025)</i></li></ul></section>",
        "<div><h4>Tin tuyển sinh</h4><div><a href='/ts/1'>Ngày hội tư vấn</a><span>21/05/2025</span></div></div>",
        "<div><b>Lịch chiếu phim</b><div><a href='/sk/1'>Nghệ nhân kể</a></div><div>21/05/2025</div></div>",
        "<div><h3>Câu lạc bộ</h3><div>Thứ Bảy, 21/05/2025</div><div><a href='/sk/1'>Nghệ nhân kể</a></div></div>",
        "<div><div class='box-title'>Góc trẻ em</div><p><a href='/sk/1'>Tô màu chiêng</a> - 21/05/2025</p></div>",
    ],
)
def test_a_named_box_of_short_entries_with_their_days_ends_the_text(box: str) -> None:
    partners = "<div><h3>Đơn vị đồng hành</h3><ul><li>Khách sạn Sóng Xanh</li></ul></div>"
    assert told(read(box + partners)) == [FIRST, LAST]


@pytest.mark.parametrize(
    "part",
    [
        "<h3>Lịch biểu diễn</h3><p><a href='/sk/1'>Đêm cồng chiêng</a> ngày 18/05/2025</p>",
        "<p><b>Lịch biểu diễn</b></p><ul><li><a href='/sk/1'>Đêm cồng chiêng</a> 18/05/2025</li></ul>",
        "<h3>Căn cứ</h3><p><a href='/vb/1'>Quyết định 17/QĐ-UBND</a> ngày 18/05/2015</p>",
    ],
)
def test_links_with_days_below_a_heading_among_the_paragraphs_are_text(part: str) -> None:
    assert len(told(read("", part))) == 4


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Đăng ký tham quan</h3><input placeholder='Họ và tên'><button>Gửi</button></div>",
        "<div><h4>Hình ảnh trưng bày</h4><img src='/a/1.jpg'><img src='/a/2.jpg'></div>",
        "<section><h2>Vị trí trên bản đồ</h2><iframe src='https://maps.example/embed'></iframe></section>",
        "<div><h5>Nhận bản tin</h5><form><input type='email'></form></div>",
        "<div><h3>Đặt lịch</h3></div><div><h3>Bản đồ</h3></div>",
    ],
)
def test_a_heading_apart_from_the_paragraphs_with_nothing_below_is_no_text(box: str) -> None:
    assert told(read(box)) == [FIRST, LAST]


@pytest.mark.parametrize("last", ["<h4>TRÂN TRỌNG KÍNH MỜI</h4>", "<h5>Nơi nhận</h5>"])
def test_a_heading_among_the_paragraphs_stays_though_nothing_follows(last: str) -> None:
    assert len(told(read("", last))) == 3


@pytest.mark.parametrize(
    "box",
    [
        "<div class='author-box'><img src='/u/a.jpg'><p>{bio}</p><a href='/dat-lich'>Đặt lịch</a></div>",
        "<div class='about-author'><h4>Y Thịnh Niê</h4><p>{bio}</p></div>",
        "<section id='author'><h3>Y Thịnh Niê</h3><div><p>{bio}</p></div></section>",
        "<div class='post-tac-gia'><p>{bio}</p><p>{bio}</p></div>",
        "<div class='box_byline'><div>{bio}</div></div>",
    ],
)
def test_what_is_told_of_the_writer_in_a_box_of_its_own_is_no_text(box: str) -> None:
    bio = "Nhà nghiên cứu có hai mươi năm sưu tầm cồng chiêng, hiện là cán bộ Phòng Nghiên cứu của bảo tàng."
    assert told(read(box.format(bio=bio))) == [FIRST, LAST]


@pytest.mark.parametrize(
    ("box", "byline"),
    [
        ("<div class='x1'><h4>Về tác giả</h4><p>{bio}</p></div>", None),
        ("<div><b>Thông tin tác giả</b><p>Y Thịnh Niê</p><p>{bio}</p></div>", "Y Thịnh Niê"),
        ("<section><h3>Đôi nét về tác giả</h3><div><h4>Y Thịnh Niê</h4><p>{bio}</p></div></section>", "Y Thịnh Niê"),
        ("<table><tr><td>Giới thiệu tác giả bài viết</td></tr><tr><td>{bio}</td></tr></table>", None),
        ("<div><p>About the author</p><p><strong>Y Thịnh Niê</strong></p><p>{bio}</p></div>", "Y Thịnh Niê"),
        ("<div class='author-box'><img src='/u/a.jpg'><h4>Y Thịnh Niê</h4><p>{bio}</p></div>", "Y Thịnh Niê"),
        ("<div class='author-bio'><strong>Y Thịnh Niê</strong><p>{bio}</p><p>{bio}</p></div>", "Y Thịnh Niê"),
    ],
)
def test_a_box_that_is_headed_by_the_writer_is_no_text_and_its_name_is_credited(box: str, byline: str | None) -> None:
    bio = "Nhà nghiên cứu có hai mươi năm sưu tầm cồng chiêng, hiện là cán bộ Phòng Nghiên cứu của bảo tàng."
    announcement = read(box.format(bio=bio))
    assert told(announcement) == [FIRST, LAST]
    assert announcement.byline == byline


def test_what_a_review_tells_of_the_writer_of_a_book_among_its_paragraphs_is_text() -> None:
    bio = "Nhà văn sinh năm 1953 ở buôn Krông, viết về Tây Nguyên từ ngày còn dạy học ở trường làng."
    assert told(read("", f"<h3>Về tác giả</h3><p>{bio}</p>")) == [FIRST, LAST, "Về tác giả", bio]


def test_an_article_that_is_called_after_its_writer_as_a_whole_keeps_its_paragraphs() -> None:
    text = f"<div class='author-post'><p>{FIRST}</p><p class='author'>{LAST}</p></div>"
    assert told(read("", text=text))[0] == FIRST


@pytest.mark.parametrize(
    "vote",
    [
        *("Bài viết có ích? <button>👍 12</button>", "Bài này có ích không? <a>Có</a> <a>Không</a>"),
        *("Thông tin này có giúp ích cho bạn không?", "Nội dung có ích với bạn? Có (3) Không (0)"),
        *("Trang này có giúp ích cho quý vị?", "Tin này có ích", "12 người thấy hữu ích"),
        "3 bạn đọc đã thấy bài này có ích",
    ],
)
def test_the_question_whether_a_page_is_of_use_is_no_text(vote: str) -> None:
    assert told(read(f"<div class='v'>{vote}</div>")) == [FIRST, LAST]


def test_what_is_of_use_to_somebody_else_is_text() -> None:
    line = "Thông tin này có ích cho bà con trồng cà phê"
    assert told(read("", f"<p>{line}</p>")) == [FIRST, LAST, line]


@pytest.mark.parametrize(
    "foot",
    [
        "Nguồn in: trang tin huyện Krông Búk - Bản quyền của Văn phòng HĐND và UBND huyện",
        "Trang này được in từ http://krongbuk.example/tin/77 lúc 8 giờ 15 phút",
        "Bản in từ Cổng thông tin điện tử huyện Krông Búk",
        "Trang tin điện tử huyện Krông Búk - Bản quyền thuộc về Ủy ban nhân dân huyện",
        "Văn phòng HĐND và UBND huyện Krông Búk | Bản quyền của UBND huyện Krông Búk",
        *("Ngày in: 20/05/2024 08:15", "In lúc 08:15 20/05/2024", "Printed on: 20/05/2024"),
    ],
)
def test_below_a_printout_stands_where_it_is_from_and_no_text(foot: str) -> None:
    announcement = read(f"<hr><div><font size=1>{foot}</font></div>", "<p align=right><i>Y Thịnh Niê</i></p>")
    assert told(announcement) == [FIRST, LAST]
    assert announcement.byline == "Y Thịnh Niê"


@pytest.mark.parametrize(
    "last",
    [
        "Tác phẩm gửi dự thi phải chưa từng công bố, bản quyền thuộc về Ban Tổ chức cuộc thi.",
        "Hai bên ký biên bản về bản quyền của bộ ảnh chụp lễ cúng bến nước năm nay ở buôn.",
    ],
)
def test_a_sentence_that_tells_whose_something_is_stays_text(last: str) -> None:
    assert told(read("", f"<p>{last}</p>")) == [FIRST, LAST, last]


@pytest.mark.parametrize(
    "line",
    [
        *("Giám đốc Trung tâm: KS. Trương Minh Hải", "Hiệu trưởng: ThS. Bạch Văn Tường", "Phụ trách trang: Mỹ Xuyên"),
        *("Chủ tịch Liên minh: Bế Đức Thụ", "Phó Trưởng ban Thường trực: Y Thịnh Niê", "Trưởng phòng: Lê Tám"),
    ],
)
@pytest.mark.parametrize("more", ["", "<p>Bản quyền thuộc về đơn vị</p>", "<p>Điện thoại: 0262 385 1234</p>"])
def test_who_heads_the_agency_below_a_page_is_no_text(line: str, more: str) -> None:
    announcement = read(f"<div id=btm><p>{line}</p>{more}</div>")
    assert told(announcement) == [FIRST, LAST]
    assert announcement.byline is None


def test_who_heads_an_agency_is_text_among_the_paragraphs() -> None:
    line = "Giám đốc Trung tâm: KS. Trương Minh Hải"
    assert told(read("", f"<p>{line}</p>")) == [FIRST, LAST, line]


FOOTS = ("<div class='foot'>{}</div>", "<div id='footer'><div>{}</div></div>", "<div class='site-footer'>{}</div>")


@pytest.mark.parametrize("foot", [*FOOTS, "<div class='chan-trang'><center>{}</center></div>"])
@pytest.mark.parametrize("line", ["<p>Hiệu trưởng: ThS. Y Thịnh Niê</p><p>Thiết kế: Soft</p>", "<p>Trực ban: 115</p>"])
def test_what_stands_in_the_foot_of_a_page_by_its_name_is_no_text(foot: str, line: str) -> None:
    announcement = read(foot.format(line))
    assert told(announcement) == [FIRST, LAST]
    assert announcement.byline is None


@pytest.mark.parametrize("foot", FOOTS)
def test_a_credit_in_what_is_called_a_foot_is_told(foot: str) -> None:
    assert read(foot.format("<p>Tác giả: Y Thịnh Niê</p>")).byline == "Tác giả: Y Thịnh Niê"


@pytest.mark.parametrize("name", ["Mông Thu Hà", "Tin, ảnh: Mông Thu Hà"])
@pytest.mark.parametrize(
    "box",
    ["Hợp tác xã khác:", "Các trường khác", "Tin cùng nhóm:", "Hiện vật liên quan", "Phòng ban cùng khối", "Bảo tàng:"],
)
def test_what_stands_over_a_box_below_a_name_is_none_of_a_byline(name: str, box: str) -> None:
    page = read(f"<b>{box}</b><ul><li><a href='/hv/2'>Ché rượu cần</a></li></ul>", f"<p align=right><b>{name}</b></p>")
    assert page.byline == name


@pytest.mark.parametrize(
    "step",
    [
        "<a href='/p/8'><span>Next Post</span> <span>Đêm hội trăng rằm</span></a>",
        "<a href='/p/8'><span>Bài viết tiếp theo</span> <b>Đêm hội</b></a>",
        "<a href='/p/8'>Older post » Đêm hội trăng rằm</a>",
    ],
)
@pytest.mark.parametrize("heading", ["Related Article", "Related Post", "Related Stories", "You may also like"])
def test_steps_and_related_posts_with_their_days_are_none_of_a_text(heading: str, step: str) -> None:
    cards = "".join(
        f"<article><div>August {day}, 2016</div><div>No Comments</div><h3><a href='/p/{day}'>{name}</a></h3></article>"
        for day, name in enumerate(("Lễ hội", "Mùa xoài chín"), 16)
    )
    assert told(read(f"<div>{step}</div><h2>{heading}</h2><div>{cards}</div>")) == [FIRST, LAST]


@pytest.mark.parametrize("last", ["<a href='/p/8'>Tin sau cùng của buôn</a>", "Next Post Office mở cửa từ tháng 5."])
def test_what_begins_like_a_step_is_text(last: str) -> None:
    assert len(told(read("", f"<p>{last}</p>"))) == 3


STORY = (
    "<div class='content'><div class='story'><h2><a href='/a/{0}'><i><img src='/img/{0}.jpg'></i> {1}</a></h2>"
    "<div class='excerpt'><p>{2} <time>thứ tư, 16/08/2017 16:03</time></p></div></div></div>"
)
STORIES = (
    ("Khôi phục lễ mừng lúa mới ở xã vùng cao", "Sáng 12/8, xã tổ chức lễ mừng lúa mới với 200 người tham dự."),
    ("Mở lớp truyền dạy sử thi cho thanh niên", "Lớp học kéo dài ba tháng, do các nghệ nhân trong vùng truyền dạy."),
    ("Giá cà phê trong tỉnh tăng trở lại", "Cà phê nhân xô được thu mua cao hơn tuần trước 400 đồng mỗi ký."),
)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("name", ["<a href='/van-hoa/'>Văn hóa</a>", "Văn hóa"])
def test_stories_of_other_sections_with_their_summaries_are_none_of_a_text(name: str, count: int) -> None:
    stories = "".join(STORY.format(number, *story) for number, story in enumerate(STORIES[:count]))
    box = f"<nav><div><h2>{name}</h2>{stories}</div></nav>"
    assert told(read(box)) == [FIRST, LAST]


def test_stories_of_several_sections_are_none_of_a_text() -> None:
    boxes = (
        f"<div><h2><a href='/{n}/'>Mục {n}</a></h2>{STORY.format(n, *story)}</div>" for n, story in enumerate(STORIES)
    )
    assert told(read(f"<nav>{''.join(boxes)}</nav>")) == [FIRST, LAST]


def test_paragraphs_below_linked_headings_of_their_own_are_text() -> None:
    parts = "".join(f"<h3><a href='/a/{n}'>{title}</a></h3><p>{text}</p>" for n, (title, text) in enumerate(STORIES))
    assert STORIES[-1][1] in told(read("", parts))


def test_parts_of_a_text_that_each_have_a_box_of_their_own_are_text_below_linked_headings() -> None:
    parts = "".join(f"<div><div><h3><a href='/a/{n}'>{title}</a></h3></div><div><p>{text}</p></div></div>"
                    for n, (title, text) in enumerate(STORIES))  # fmt: skip
    text = f"<div><p>{FIRST}</p></div><div><h2>Kết quả trong năm</h2></div>{parts}<div><p>{LAST}</p></div>"
    page = told(read("", text=text))
    assert (page[0], page[-1]) == (FIRST, LAST)
    assert {summary for _, summary in STORIES} < set(page)


def test_a_part_with_a_linked_heading_between_parts_of_a_text_is_text() -> None:
    title, summary = STORIES[1]
    part = f"<div><h2>Mô hình hay</h2><h3><a href='/a/2'>{title}</a></h3><div><p>{summary}</p></div></div>"
    page = read(f"{part}<div><p>{LAST}</p></div>", text=f"<p>{FIRST}</p>").body_text
    assert page.startswith(FIRST)
    assert "Mô hình hay" not in page or page.endswith(LAST)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_section_of_linked_headings_within_what_holds_the_paragraphs_is_text(count: int) -> None:
    parts = "".join(f"<div><h3><a href='/a/{n}'>{title}</a></h3><div><p>{text}</p></div></div>"
                    for n, (title, text) in enumerate(STORIES[:count]))  # fmt: skip
    assert STORIES[0][1] in told(read("", f"<section><h2>Kết quả trong năm</h2>{parts}</section>"))
