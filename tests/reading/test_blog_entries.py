"""Sentences below posts of blogs that say when these were put up, and other lines of meta data of themes."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese import read_date
from scraper.reading import read_page

TITLE = "Kết quả hội thi nghi thức Đội và múa hát tập thể"
FIRST = "Chiều 25/3, liên đội trường tổ chức hội thi nghi thức Đội và múa hát tập thể chào mừng ngày thành lập Đoàn."
LAST = "Giải phong trào thuộc về chi đội 6C với trang phục tự làm từ giấy báo rất ngộ nghĩnh và nhiều sáng tạo."


def read(behind: str = "", *, above: str = "", below: str = "") -> PrintedAnnouncement:
    text = f"<h2>{TITLE}</h2>{below}<div class='entry'><p>{FIRST}</p><p>{FIRST}</p><p>{LAST}</p>{behind}</div>"
    markup = f"<html><head><title>{TITLE}</title></head><body><div class='post'>{above}{text}</div></body></html>"
    announcement = read_page(markup.encode(), "http://x.edu.vn/?p=214").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


DAY, MOMENT = "2010-03-26", "2010-03-26T20:47:00+07:00"
ENTRIES = [
    ("This entry was posted on Thứ sáu, Tháng ba 26th, 2010 at 8:47 pm and is filed under Tin. You can follow any "
     "responses to this entry through the RSS 2.0 feed. Both comments and pings are currently closed.", MOMENT),
    ("This entry was posted on Friday, March 26th, 2010 at 8:47 pm and is filed under <a href=/c>Tin</a>.", MOMENT),
    ("Bài này được đăng vào Thứ Sáu, 26 Tháng Ba, 2010 lúc 8:47 chiều và được lưu trong mục Tin. Bạn có thể theo "
     "dõi các phản hồi qua RSS 2.0. Bạn có thể để lại phản hồi, hoặc trackback từ trang của bạn.", MOMENT),
    ("Bài này đã được đăng lúc 8:47 chiều ngày 26 Tháng Ba, 2010 và nằm trong chuyên mục Tin tức.", MOMENT),
    ("Bài viết này được đăng vào 8:47 chiều, Thứ Sáu, Tháng Ba 26th, 2010 trong mục Tin tức.", MOMENT),
    ("Bài viết này đã được đăng trong Tin tức vào ngày 26/03/2010 bởi admin.", DAY),
    ("Bài này được đăng trong <a href=/c>Tin tức</a>. Đăng vào <a href=/p>26/03/2010</a> bởi <a>admin</a>.", DAY),
    ("This entry was posted in Tin tức on 26 Tháng Ba, 2010 by admin.", DAY),
    ("Bài viết được đăng trong Tin tức vào 26 Tháng Ba, 2010 bởi quantri. Đánh dấu đường dẫn tĩnh.", DAY),
]  # fmt: skip


@pytest.mark.parametrize("within", ["<p class='postmetadata'><small>{}</small></p>", "</div><div>{}"])
@pytest.mark.parametrize(("sentence", "published"), ENTRIES)
def test_the_sentence_below_a_post_tells_its_day_and_is_no_text(sentence: str, published: str, within: str) -> None:
    announcement = read(within.format(sentence))
    date = read_date(announcement.date_line or "")
    assert date is not None
    assert (date.iso, announcement.byline) == (published, None)
    assert announcement.body_text.endswith(LAST)


@pytest.mark.parametrize(
    "sentence",
    [
        "This entry was posted in <a href=/c>Tin tức</a>. Bookmark the <a href=/p>permalink</a>.",
        "Bài này được đăng trong <a href=/c>Tin tức</a>. Đánh dấu <a href=/p>đường dẫn tĩnh</a>.",
        "Posted in <a href=/c>Hoạt động Đội</a> | <a href=#r>No Comments »</a>",
        "You can leave a response, or trackback from your own site.",
    ],
)
def test_a_sentence_below_a_post_without_a_day_is_no_text_and_nobody_s_name(sentence: str) -> None:
    announcement = read(f"<p class='postmetadata'>{sentence}</p>")
    assert (announcement.date_line, announcement.byline) == (None, None)
    assert announcement.body_text.endswith(LAST)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bài viết này được đăng trên Tạp chí Giáo dục và Xã hội, số ra ngày 12/3/2009, trang 14 đến trang 17.",
        "Bài này đã được đăng tại Kỷ yếu hội thảo khoa học cấp trường ngày 12/3/2009 và được bổ sung số liệu mới.",
    ],
)
def test_where_a_text_was_printed_before_tells_no_day_of_publication(sentence: str) -> None:
    assert read(f"<p>{sentence}</p>").date_line is None


@pytest.mark.parametrize("sign", ["/", "|", "-", "•"])
@pytest.mark.parametrize("section", ["Danh mục: Hội thi", "Chuyên mục: Tin trường"])
def test_a_weekday_and_day_beside_an_account_and_its_section_are_no_clock(sign: str, section: str) -> None:
    line = f"<a href='/authorid/12'>phongqlkh</a> {sign} <time>Thứ Ba, 19 Tháng Mười Một 2019</time> {sign} {section}"
    announcement = read(above=f"<div class='edn_metaDetails'>{line}</div>")
    assert (read_date(announcement.date_line or "").iso, announcement.byline) == ("2019-11-19", None)  # type: ignore[union-attr]


@pytest.mark.parametrize("archive", ["/2010/03/", "https://x.edu.vn/2010/03", "/2010/03/26/"])
def test_a_day_that_leads_to_what_was_posted_then_is_one_though_all_beside_it_are_links(archive: str) -> None:
    meta = f"<a href='{archive}'>26 Tháng Ba, 2010</a> <a href='/author/a'>admin</a> <a href='/c'>Tin</a>"
    date = read_date(read(below=f"<p class='mh-meta'>{meta}</p>").date_line or "")
    assert date is not None
    assert date.iso == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Được xuất bản bởi <a href='/author/q'>quantri</a> vào <time>26/03/2010</time>",
        "Xuất bản bởi quantri ngày 26 Tháng Ba, 2010",
        "Published by admin on 26/03/2010",
    ],
)
def test_the_day_behind_the_account_that_published_a_post_is_its_own(line: str) -> None:
    announcement = read(below=f"<h4 class='author'>{line}</h4>")
    date = read_date(announcement.date_line or "")
    assert date is not None
    assert (date.iso, announcement.byline) == (DAY, None)
    assert announcement.body_text.startswith(FIRST)


def test_the_form_for_remarks_below_a_post_is_no_text() -> None:
    head = "<h3 id='reply-title'>Để lại một bình luận <small><a href='#'>Hủy</a></small></h3>"
    note = "<p>Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *</p>"
    form = f"</div><div id='respond'>{head}<form>{note}<textarea></textarea></form></div>"
    assert read(form).body_text.endswith(LAST)


@pytest.mark.parametrize("source", ["Theo Báo Tỉnh", "Nguồn: Báo Tỉnh", "Theo Tạp chí Đội"])
def test_a_writer_with_a_link_to_other_texts_goes_before_the_outlet_below_the_text(source: str) -> None:
    writer = "<div><a href='/tac-gia/ha-my.htm'>Hà My</a></div><div>26/03/2010 20:47 GMT+7</div>"
    assert read(f"</div><div>{source}</div>", below=writer).byline == "Hà My"


@pytest.mark.parametrize(
    "counts",
    [
        "0 412 1 phút đọc", "0CHIA SẺ12LƯỢT XEM", "1.2K views 3 likes", "1 phút đọc", "12 · 3 min read",
        "Thời gian đọc: 2 phút đọc",
    ],
)  # fmt: skip
def test_counters_and_the_time_that_reading_takes_are_no_text(counts: str) -> None:
    announcement = read(below=f"<div>Tháng Ba 26, 2010</div><div>{counts}</div>")
    assert "\n".join(filter(None, (announcement.lead, announcement.body_text))).startswith(FIRST)


@pytest.mark.parametrize(
    "tail",
    [
        "Trở thành người đầu tiên tặng sao cho bài viết", "Chuyển sao tặng cho thành viên", "Bình luận hay",
        "Bấm để chia sẻ trên Facebook (Mở trong cửa sổ mới)", "Nhấn vào chia sẻ trên Facebook (Mở trong cửa sổ mới)",
        "Click to print (Opens in new window)", "Thích bài này:", "3 chia sẻ 12 lượt xem", "0 Shares",
        "3 người đã tặng sao", "Bình luận nổi bật", "Bạn đọc đã tặng 5 sao cho bài viết",
    ],
)  # fmt: skip
def test_stars_and_remarks_of_readers_below_a_text_are_none_of_it(tail: str) -> None:
    assert read(f"</div><div><a href='#'>{tail}</a></div>").body_text.endswith(LAST)
