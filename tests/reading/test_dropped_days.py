"""Days that a skin drops with the account or the foot of a post beside them, and labels of the day in registers."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page

TITLE = "Xã Tân Lâm ra quân làm vệ sinh môi trường"
TEXT = (
    "<p>Sáng nay, xã đã tổ chức ra quân làm vệ sinh môi trường tại các thôn với sự tham gia của đông đảo nhân dân.</p>"
    "<p>Cán bộ và nhân dân đã thu gom hơn hai tấn rác thải, khơi thông một cây số kênh mương nội đồng.</p>"
)
LIFERAY = (
    "<script>Liferay.x = 1</script><div class='portlet-body'><div class='asset-full-content'>"
    "<h1 class='header-title'>{title}</h1>{above}<div class='journal-content-article'>{text}</div>{behind}</div></div>"
)
WORDPRESS = (
    '<meta name="generator" content="WordPress 4.6">'
    "<article class='post'><h1 class='entry-title'>{title}</h1>{above}"
    "<div class='entry-content'>{text}</div>{behind}</article>"
)
NUKEVIET = (
    '<meta name="generator" content="NukeViet v4.5">'
    "<div class='news_column'><h1 class='title'>{title}</h1>{above}"
    "<div id='news-bodyhtml' class='bodytext'>{text}</div>{behind}</div>"
)
DRUPAL = (
    '<meta name="generator" content="Drupal 7">'
    "<div id='content'><h1 id='page-title'>{title}</h1>{above}"
    "<div class='field-name-body'>{text}</div>{behind}</div>"
)


def told(frame: str, above: str = "", behind: str = "") -> tuple[str, str | None, str]:
    page = f"<html><body>{frame.format(title=TITLE, text=TEXT, above=above, behind=behind)}</body></html>"
    announcement = read_page(page.encode(), "https://tanlam.example/web/xa/-/ra-quan-lam-ve-sinh").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    date = read_date(announcement.date_line) if announcement.date_line else None
    day = (date.iso or "")[:10] if date is not None else ""
    return day, announcement.byline, announcement.body_text.rpartition("\n")[2]


@pytest.mark.parametrize(
    ("frame", "above", "behind"),
    [
        (
            LIFERAY,
            "<div class='asset-user-info'><div>Lan Anh</div>"
            "<div><span>Ngày xuất bản: 07/08/2017 08:12, đã sửa đổi 1 năm trước.</span></div></div>",
            "",
        ),
        (LIFERAY, "<div class='metadata-author'><div>Lan Anh</div><div>07 thg 8, 2017</div></div>", ""),
        (
            WORDPRESS,
            "",
            "<footer class='entry-footer'><span class='posted-on'>Đăng vào <time>7 Tháng Tám, 2017</time>"
            "<time class='updated'>9 Tháng Tám, 2017</time></span> <a href='/author/admin'>admin</a></footer>",
        ),
        (WORDPRESS, "<div class='byline'>Bởi <span>admin</span> <span>07/08/2017</span></div>", ""),
        (NUKEVIET, "<ul class='list-inline'><li>07/08/2017 08:10</li><li>Lượt xem: 30</li></ul>", ""),
        (DRUPAL, "", "<ul class='links inline'><li>admin</li><li>Ngày đăng: 07/08/2017</li></ul>"),
    ],
)
def test_the_day_beside_what_a_skin_drops_is_the_pages_and_nothing_else_there_is(
    frame: str, above: str, behind: str
) -> None:
    assert told(frame, above, behind) == ("2017-08-07", *told(frame)[1:])


@pytest.mark.parametrize(
    ("frame", "behind"),
    [
        (LIFERAY, "<div class='asset-user-info'><div>Lan Anh</div><div>7 tháng trước</div></div>"),
        (
            LIFERAY,
            "<div class='asset-links'><h3>Tin liên quan</h3><ul>"
            "<li><a href='/a1'>Xã Hòa Bình ra quân làm sạch đường</a> 07/08/2017</li></ul></div>",
        ),
        (WORDPRESS, "<div class='author-box'>Lan Anh viết về giáo dục từ 07/08/2017</div>"),
        (
            WORDPRESS,
            "<div class='jp-relatedposts'><h3>Liên quan</h3><a href='/a'>Xã Hòa Bình ra quân làm sạch</a>"
            "<time>07/08/2017</time></div>",
        ),
        (WORDPRESS, "<div class='comments-area'><div><b>Lan</b> <time>07/08/2017 08:10</time><p>Hay</p></div></div>"),
        (NUKEVIET, "<div class='d-none'>Ngày đăng: 07/08/2017</div>"),
        (DRUPAL, "<div class='comment-wrapper'><div>Gửi bởi Lan vào T2, 07/08/2017 - 08:10</div><p>Hay</p></div>"),
    ],
)
def test_the_days_of_comments_and_of_other_announcements_are_not(frame: str, behind: str) -> None:
    assert told(frame, behind=behind)[0] == ""


LABELS = [
    "Cập nhật lên website", "Ngày đăng web", "Ngày đăng lên Cổng TTĐT", "Ngày đưa lên cổng", "Đưa lên mạng ngày",
    "Giờ đăng", "Ngày duyệt đăng", "Ngày up", "Ngày tải lên", "Đăng lên website", "Ngày cập nhật VB",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_the_day_on_which_a_register_put_a_paper_up_is_told_from_its_others(label: str) -> None:
    facts = {"Số": "12/TB-UBND", "Ngày ký": "04/08/2017", label: "07/08/2017", "Hiệu lực": "09/08/2017"}
    rows = "".join(f"<tr><td>{name}:</td><td>{fact}</td></tr>" for name, fact in facts.items())
    terms = "".join(f"<dt>{name}</dt><dd>{fact}</dd>" for name, fact in facts.items())
    frame = "<div><h1>{title}</h1>{above}<div>{text}</div></div>"
    assert [told(frame, above)[0] for above in (f"<table>{rows}</table>", f"<dl>{terms}</dl>")] == ["2017-08-07"] * 2


@pytest.mark.parametrize("label", ["Ngày mở cổng", "Ngày khai trương website", "Ngày nâng cấp website", "Ngày văn bản"])
def test_other_days_of_a_register_are_none_of_publication(label: str) -> None:
    row = "<tr><td>{}:</td><td>{}</td></tr>"
    rows = row.format("Số", "12/TB-UBND") + row.format(label, "07/08/2017") + row.format("Loại", "Thông báo")
    assert told("<div><h1>{title}</h1>{above}<div>{text}</div></div>", f"<table>{rows}</table>")[0] == ""
