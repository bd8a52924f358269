"""Lists whose titles send forms: what is listed, what is sent, and what is no such list."""

from __future__ import annotations

import re

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Entry, PageKind, Reading

ADDRESS = "https://x.gov.vn/DanhSach.aspx?cat=3"
TITLES = (
    "Kế hoạch phòng, chống hạn hán mùa khô trên địa bàn tỉnh",
    "Thông báo kết quả thi nâng ngạch công chức năm 2020",
    "Lịch tiếp công dân của lãnh đạo Sở",
    "Lịch tiếp công dân của lãnh đạo Sở",
)
LINK = "<a href=\"javascript:__doPostBack('ctl00$rpt$ctl0{n}$lnk','')\">{title}</a>"
OPTIONS = (
    '<a href=\'javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("ctl00$rpt$ctl0{n}$lnk",'
    ' "", true, "", "", false, true))\'>{title}</a>'
)
BUTTONS = "".join(
    f"<li><a href=\"javascript:__doPostBack('menu','{n}')\">Lĩnh vực hoạt động số {n} của Sở Nội vụ</a></li>"
    for n in range(5)
)


def read(
    rows: str,
    *,
    form: str = "./DanhSach.aspx?cat=3",
    method: str = "post",
    state: str = "/wEP==",
    title: str = "Tin tức",
    expected: PageKind | None = "listing",
) -> Reading:
    page = (
        f'<html><head><title>{title}</title></head><body><form method="{method}" action="{form}" id="aspnetForm">'
        f'<input type="hidden" name="__VIEWSTATE" value="{state}"><input type="hidden" name="__EVENTTARGET" value="">'
        "<a href=\"javascript:__doPostBack('ctl00$lnkDangNhap','')\">Đăng nhập</a>"
        f"<h2>Tin tức</h2><div>{rows}</div></form></body></html>"
    )
    return read_page(page.encode(), ADDRESS, context=Context(expected=expected))


def rows(link: str, day: str = "") -> str:
    return "".join(
        f"<div>{link.format(n=n, title=title)} <i>{day.format(n + 1)}</i></div>" for n, title in enumerate(TITLES)
    )


@pytest.mark.parametrize("link", [LINK, OPTIONS])
@pytest.mark.parametrize(
    ("day", "keys"),
    [
        ("0{}/02/2020", [f"{title} 2020-02-0{n}" for n, title in enumerate(TITLES, 1)]),
        ("", [*TITLES[:3], f"{TITLES[3]} (2)"]),
        ("{} giờ trước", [*TITLES[:3], f"{TITLES[3]} (2)"]),  # another moment in every visit
    ],
)
def test_titles_that_post_back_are_listed_with_their_forms_and_told_apart_by_what_they_say(
    link: str, day: str, keys: list[str]
) -> None:
    entries = read(rows(link, day)).entries
    assert [(entry.url, entry.title) for entry in entries] == [(ADDRESS, title) for title in TITLES]
    assert [entry.key for entry in entries] == keys
    assert [dict(entry.form) for entry in entries] == [
        {"__VIEWSTATE": "/wEP==", "__EVENTTARGET": f"ctl00$rpt$ctl0{n}$lnk", "__EVENTARGUMENT": ""} for n in range(4)
    ]


ADDRESSED = "".join(
    f'<div><a href="/tin/bai-viet-so-{n}.html">{title} {n}</a> <i>0{n}/02/2020</i></div>'
    for n, title in enumerate(TITLES, 1)
)


@pytest.mark.parametrize(
    ("content", "addresses"),
    [
        (ADDRESSED.replace("</div>", f"{LINK.format(n=1, title='Xem chi tiết')}</div>"), 4),
        (re.sub("<i>.*?</i>", "", ADDRESSED) + f"<h3>Lĩnh vực</h3><ul>{BUTTONS}</ul>", 4),
        (f"{ADDRESSED}<h3>Lĩnh vực</h3><ul>{BUTTONS}</ul>", 4),
        ("".join(f"<p>{LINK.format(n=n, title=n)}</p>" for n in range(2, 9)), 0),
        (rows(LINK).replace("__doPostBack", "openPopup"), 0),
    ],
    ids=["buttons beside titles", "a box of more buttons", "a box of buttons", "a pager", "another script"],
)
def test_where_titles_have_addresses_or_post_nothing_no_form_is_listed(content: str, addresses: int) -> None:
    entries = read(content).entries
    assert len(entries) == addresses
    assert not any(entry.form or entry.key for entry in entries)


def button(words: str, control: str = "lnk", argument: str = "", before: str = "") -> str:
    """Four records, each with a button that says the same but for `{n}` and `{title}`."""
    rows = (
        f"<div>{before.format(n=n, title=title)} <a href=\"javascript:__doPostBack('rpt$ctl0{n}${control}',"
        f"'{argument}')\">{words.format(n=n, title=title)}</a> <i>0{n}/02/2020</i></div>"
        for n, title in enumerate(TITLES[:3], 1)
    )
    return "".join(rows)


OPTIONS_OF_A_POLL = "".join(
    f"<li>{LINK.format(n=n, title=title)}</li>"
    for n, title in enumerate(
        ("Rất hài lòng với phục vụ", "Hài lòng với phục vụ", "Chưa hài lòng với phục vụ", "Không có ý kiến gì khác")
    )
)


@pytest.mark.parametrize(
    "content",
    [
        button("Xóa bài viết này", before="<b>{title}</b>"),
        button("Xóa bài viết: {title}"),
        button("{title}", control="lbtnXoa"),
        button("{title}", control="lnkDelete"),
        button("{title}", control="btn_dang_nhap"),
        button("{title}", argument="Delete${n}"),
        button("Câu trả lời này hữu ích cho tôi", before="<b>{title}</b>"),
        button("Thích bình luận này ({n})", before="<b>Nguyễn Văn {n}</b>"),
        rows(LINK).replace("'')\"", "'')\" onclick=\"return confirm('Chắc chắn?')\""),
        rows(LINK).replace("javascript:", "javascript:if(confirm('Chắc chắn?'))"),
        f"<p>Chưa có tin</p><h3>Lĩnh vực</h3><ul>{BUTTONS}</ul>",
        f"<p>Chưa có tin</p><h3>Thăm dò ý kiến</h3><ul>{OPTIONS_OF_A_POLL}</ul>",
        f"<h3>Thăm dò ý kiến trên trang Tin tức</h3><ul>{OPTIONS_OF_A_POLL}</ul>",
        f'<form action="/tim-kiem" method="post">{rows(LINK)}<input name="q"></form>',
    ],
)
def test_what_would_change_something_is_never_listed(content: str) -> None:
    assert read(content, title="Tin tức, Thăm dò ý kiến trên trang Tin tức").entries == ()


@pytest.mark.parametrize(
    ("form", "method", "state"),
    [
        ("https://khac.example/nhan", "post", "x"),
        ("./DanhSach.aspx", "get", "x"),
        ("./DanhSach.aspx", "", "x"),
        ("./DanhSach.aspx", "post", "x" * 2**23),
    ],
    ids=["another host", "not posted", "not said to be posted", "megabytes for each title"],
)
def test_a_form_is_sent_only_by_post_to_the_own_host_and_within_a_measure(form: str, method: str, state: str) -> None:
    assert len(read(rows(LINK), form="./DanhSach.aspx").entries) == 4
    assert read(rows(LINK), form=form, method=method, state=state).entries == ()


def test_a_page_that_was_not_sought_as_a_list_lists_no_forms() -> None:
    found: set[tuple[Entry, ...]] = {read(rows(LINK), expected=expected).entries for expected in (None, "article")}
    assert found == {()}
