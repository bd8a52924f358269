"""With what a text begins: neither with the caption of the picture above it nor with the name of a section."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

FIRST = "Sáng 5/9, Trường Trung học cơ sở Tân Long khai giảng năm học mới với 612 học sinh của 16 lớp tham dự."
LAST = "Nhân dịp này, Hội Khuyến học xã trao 40 suất học bổng cho học sinh có hoàn cảnh khó khăn vươn lên học tốt."
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"
IMAGE = "<img src='/uploads/khai-giang.jpg' width='600' alt='x'>"
PAGES = (
    "<h1>Tân Long vào năm học mới</h1><p>05/09/2023 08:30</p>{above}<div class='bd'>{opening}{text}</div>",
    "<div class='news_column'><h1 class='title'>Tân Long vào năm học mới</h1><span class='h5'>Thứ ba - 05/09/2023 08:30"
    "</span><div class='clearfix'>{above}</div><div id='news-bodyhtml' class='bodytext'>{opening}{text}</div></div>",
)
GENERATED = "<meta name='generator' content='NukeViet v4.5'>"


def read(page: str, *, above: str = "", opening: str = "", text: str = TEXT) -> PrintedAnnouncement:
    body = page.format(above=above, opening=opening, text=text)
    head = GENERATED if "news-bodyhtml" in page else ""
    markup = f"<html><head>{head}</head><body><div>{body}</div></body></html>"
    announcement = read_page(markup.encode(), "https://x.example/tan-long-vao-nam-hoc-moi-77.html").announcement
    assert announcement is not None
    return announcement


CAPTION = "Đánh trống khai trường"


@pytest.mark.parametrize("page", PAGES, ids=["any", "nukeviet"])
@pytest.mark.parametrize(
    "picture",
    [
        "<div class='image-center'>{image}<br>{caption}</div>",
        "<div class='image-center'><p>{image}</p><p>{caption}</p></div>",
        "<div class='image-center'><a href='/a.jpg'>{image}</a></div><div class='image-center'>{caption}</div>",
        "<figure class='image'>{image}<span>{caption}</span></figure>",
        "<p>{image}</p><p>{caption}</p>",
        "<p>{image}<br>{caption}</p>",
        "<div>{image}</div><div>{caption}</div>",
        "<div class='pull-left'>{image}<div class='imgalt'>{caption}</div></div>",
        "<table><tr><td>{image}</td></tr><tr><td>{caption}</td></tr></table>",
    ],
)
def test_a_line_right_below_the_picture_at_the_start_of_a_text_is_its_caption(picture: str, page: str) -> None:
    form = picture.format(image=IMAGE, caption=CAPTION)
    for told in (read(page, above=form), read(page, opening=form)):
        assert told.body_text.removeprefix(CAPTION).lstrip() == f"{FIRST}\n{LAST}"
        assert told.captions or not told.body_text.startswith(CAPTION)


@pytest.mark.parametrize(
    "line",
    [
        "Kính gửi các bậc phụ huynh học sinh", "Thưa quý vị đại biểu, thưa các thầy cô", "<b>Trao học bổng</b>",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1. Khai giảng", "Chương trình gồm có:", "Năm học mới đã đến!",
    ],
)  # fmt: skip
def test_who_is_addressed_and_what_heads_a_part_is_no_caption_below_a_picture(line: str) -> None:
    told = read(PAGES[0], opening=f"<p>{IMAGE}</p><p>{line}</p>")
    assert told.captions == ()
    assert told.body_text.startswith(line.removeprefix("<b>").removesuffix("</b>"))


def test_a_line_below_a_picture_amid_a_text_stays() -> None:
    told = read(PAGES[0], text=f"<p>{FIRST}</p><p>{IMAGE}</p><p>Phần hội</p><p>{LAST}</p>")
    assert told.body_text == f"{FIRST}\nPhần hội\n{LAST}"


@pytest.mark.parametrize("page", PAGES, ids=["any", "nukeviet"])
@pytest.mark.parametrize("name", ["Hoạt động ngoại khóa", "Tin nhà trường", "GIÁO DỤC - ĐÀO TẠO", "Văn hóa & Xã hội"])
@pytest.mark.parametrize(
    "section",
    [
        "<h2>{}</h2>",
        "<h4>{}</h4>",
        "<div class='sec'>{}</div>",
        "<div><span class='label'>{}</span></div>",
        "<div><a href='/muc/7'>{}</a></div>",
    ],
)
def test_the_name_of_a_section_above_a_text_is_none_of_it(section: str, name: str, page: str) -> None:
    form = section.format(name)
    assert read(page, above=form).body_text == f"{FIRST}\n{LAST}"
    assert read(page, opening=form).body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("opening", "text", "begin"),
    [
        ("<h2>Giáo dục</h2>", f"<p>{FIRST}</p><h2>Y tế</h2><p>{LAST}</p>", "Giáo dục"),
        ("<p><b>Giáo dục</b></p>", TEXT, "Giáo dục"),
        ("<div>Lĩnh vực</div><div>Giáo dục</div>", TEXT, "Lĩnh vực\nGiáo dục"),
        ("<dl><dt>Lĩnh vực:</dt><dd>Giáo dục</dd></dl>", TEXT, "Lĩnh vực:\nGiáo dục"),
        ("<h2>Giáo dục là quốc sách</h2>", TEXT, "Giáo dục là quốc sách"),
    ],
)
def test_what_heads_a_part_of_a_text_or_stands_in_a_record_stays(opening: str, text: str, begin: str) -> None:
    assert read(PAGES[0], opening=opening, text=text).body_text.startswith(f"{begin}\n{FIRST}")


LEAD = "Hơn sáu trăm học sinh các khối lớp ở Tân Long cùng bước vào năm học mới trong niềm vui của thầy cô."
BODY = f"<div class='bd'>{TEXT}</div>"


@pytest.mark.parametrize(
    "above",
    [
        "<div class='sapo'><p>{lead}</p></div>",
        "<p>05/09/2023 08:30</p><div><strong>{lead}</strong></div>",
        "<div>Thứ Ba, 05/09/2023</div><div><a href='javascript:print()'>In trang</a></div><p>{lead}</p>",
        "<div><img src='/a.jpg' width='600'></div><div class='x'>{lead}</div>",
        "<table><tr><td>{lead}</td></tr></table>",
    ],
)
def test_without_a_title_in_sight_a_text_begins_with_the_lead_in_a_box_of_its_own(above: str) -> None:
    read_text = untitled(above.format(lead=LEAD))
    assert f"{read_text.lead or ''}\n{read_text.body_text}".strip() == f"{LEAD}\n{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li><a href='/tin/'>Tin tức</a></li><li><a href='/lien-he/'>Liên hệ</a></li></ul><p>{lead}</p>",
        "<h3>Thông báo nhanh</h3><div>{lead}</div>",
        "<div style='display:none'>{lead}</div>",
        "<div><a href='/tin/khai-giang-78.html'>{lead}</a></div>",
    ],
)
def test_without_a_title_in_sight_what_stands_elsewhere_above_a_text_is_no_lead_of_it(above: str) -> None:
    read_text = untitled(above.format(lead=LEAD))
    assert f"{read_text.lead or ''}\n{read_text.body_text}".strip() == f"{FIRST}\n{LAST}"


def untitled(above: str) -> PrintedAnnouncement:
    title = "Tân Long vào năm học mới"
    markup = f"<html><head><title>{title}</title></head><body><div>{above}{BODY}</div></body></html>"
    announcement = read_page(markup.encode(), "https://x.example/tan-long-vao-nam-hoc-moi-77.html").announcement
    assert announcement is not None
    assert "title-from-head" in announcement.flags
    return announcement


@pytest.mark.parametrize("page", PAGES, ids=["any", "nukeviet"])
@pytest.mark.parametrize(
    "tools",
    [
        "<aside><ul><li><a href='#'>E-mail</a><div><h4>Share via e-mail</h4><p><label>To</label><input></p></div></li>"
        "<li><a href='#'>Facebook</a></li></ul></aside>",
        "<div><a href='https://bao.example/?p1=top'>The Daily Herald</a></div>",
        "<div><a href='https://bao.example'><span>Báo Người Tân Long</span><a href='#comments'> </a></a></div>",
    ],
)
def test_buttons_beside_a_text_and_the_way_to_the_front_page_above_it_are_none_of_it(tools: str, page: str) -> None:
    assert read(page, above=tools).body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "writer", ["<b><a href='#'><span>Lê Hoa</span></a></b> ", "<img src='/a/80x80/hoa.png'>Lê Hoa "]
)
@pytest.mark.parametrize("caption", ["<p>Lê Hoa</p><meta itemprop='x'><p>{0}</p>", "<p>{0}</p>", "{0}"])
def test_a_caption_of_paragraphs_stands_between_title_and_byline(caption: str, writer: str) -> None:
    told = "Học sinh lớp một được anh chị lớp lớn dắt tay vào sân trường trong tiếng trống khai giảng sáng 5/9."
    figure = f"<figure>{IMAGE}<figcaption>{caption.format(told)}</figcaption></figure>"
    page = (
        f"<h1>Tân Long vào năm học mới</h1>{figure}<div>{writer}<time>05/09/2023 08:30</time></div><div>{{text}}</div>"
    )
    announcement = read(page)
    assert (announcement.byline, announcement.body_text) == ("Lê Hoa", f"{FIRST}\n{LAST}")
    assert announcement.captions[-1] == told


def test_links_to_sites_at_the_start_of_a_text_stay() -> None:
    sites = "<li><a href='https://so.example'>Cổng dữ liệu mở</a></li><li><a href='https://hs.example/'>Hồ sơ</a></li>"
    opening = f"<p>Các trang cần biết:</p><ul>{sites}</ul>"
    assert read(PAGES[0], opening=opening).body_text.startswith("Các trang cần biết:\nCổng dữ liệu mở\nHồ sơ\n")


def test_pages_of_another_site_by_their_numbers_stay_at_the_start_of_a_text() -> None:
    pages = "".join(f"<li><a href='https://thi.example/?id={n}'>Trang nộp bài thi bảng {n}</a></li>" for n in (1, 2))
    told = read(PAGES[0], opening=f"<ul>{pages}</ul>", text=f"<div>{TEXT}</div>").body_text
    assert "Trang nộp bài thi bảng 2" in told


def test_facts_beside_a_button_at_the_start_of_a_text_stay() -> None:
    aside = "<aside><p>Quy mô: 612 học sinh</p><p>Số lớp: 16 lớp</p><a href='javascript:print()'>In trang</a></aside>"
    assert "Quy mô: 612 học sinh\nSố lớp: 16 lớp" in read(PAGES[0], opening=aside).body_text


def test_a_text_in_what_is_laid_out_as_a_caption_is_none() -> None:
    page = (
        f"<figure>{IMAGE}<figcaption><h1>Tân Long vào năm học mới</h1><p>05/09/2023</p>{{text}}</figcaption></figure>"
    )
    announcement = read(page)
    assert (announcement.captions, announcement.body_text) == ((), f"{FIRST}\n{LAST}")
