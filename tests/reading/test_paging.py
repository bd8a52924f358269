"""Pagers as portals print them, and what looks like a pager and is none."""

from __future__ import annotations

import pytest

from scraper.reading.page import make_page
from scraper.reading.paging import find_pages
from scraper.reading.result import Follow

HERE = "https://x.gov.vn/tin-tuc"
FORM = (
    '<form id="aspnetForm" method="post" action="./DanhSach.aspx?cat=3">'
    '<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value="">'
    '<input type="hidden" name="__VIEWSTATE" value="/wEP==">{}</form>'
)


def follow(markup: str, address: str = HERE) -> tuple[Follow, ...]:
    page = make_page(f"<html><body>{markup}</body></html>".encode(), address)
    return find_pages(page)[0]


def addresses(markup: str, address: str = HERE) -> list[str]:
    return [page.url.removeprefix("https://x.gov.vn") for page in follow(markup, address)]


@pytest.mark.parametrize(
    ("markup", "address", "pages"),
    [
        ('<b>1</b> <a href="?page=2">2</a> <a href="?page=3">3</a>', HERE, ["/tin-tuc?page=2", "/tin-tuc?page=3"]),
        (
            '<a href="/tin-tuc/trang-2">2</a><a href="/tin-tuc/trang-3">3</a>',
            HERE,
            ["/tin-tuc/trang-2", "/tin-tuc/trang-3"],
        ),
        ('<a href="/tin-tuc/page/2/">Trang 2</a>', HERE, ["/tin-tuc/page/2/"]),
        ('<a href="/tin-tuc/cid/9B/currentpage/2">2</a>', HERE, ["/tin-tuc/cid/9B/currentpage/2"]),
        ('<a href="/tin/tag/x/page-8">»</a>', HERE, ["/tin/tag/x/page-8"]),
        (
            '<b>1</b> <a href="?nv=news&op=Tin-tuc/page-2">2</a>',
            "https://x.gov.vn/index.php?nv=news&op=Tin-tuc",
            ["/index.php?nv=news&op=Tin-tuc/page-2"],
        ),
        ('<a href="?q=tin-tuc/trang/2">Trang sau</a>', "https://x.gov.vn/?q=tin-tuc", ["/?q=tin-tuc/trang/2"]),
        ('<a href="?op=Tin-tuc/trang-7">2</a>', "https://x.gov.vn/?op=Tin-tuc", []),
        ('<a href="?page=2" title="Trang tiếp">►</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?page=2">▸</a> <a href="?page=8">►|</a>', HERE, ["/tin-tuc?page=2", "/tin-tuc?page=8"]),
        ('<a href="?page=3">◄</a> <a href="?page=5">▶</a>', "https://x.gov.vn/tin-tuc?page=4", ["/tin-tuc?page=5"]),
        ('<a href="?page=1">|◀</a> <a href="?page=3">❮</a> <a href="?page=5">❯</a>', HERE, ["/tin-tuc?page=5"]),
        (
            '<a href="bac-yen/trang-14.html">Trang sau</a>',
            "https://x.gov.vn/bac-yen/trang-13.html",
            ["/bac-yen/bac-yen/trang-14.html"],
        ),
        ('<a href="/tin-tuc-2.html">2</a>', "https://x.gov.vn/tin-tuc.html", ["/tin-tuc-2.html"]),
        (
            '<a href="/chuyen-muc/thoi-su/1/5">5</a>',
            "https://x.gov.vn/chuyen-muc/thoi-su/1/4",
            ["/chuyen-muc/thoi-su/1/5"],
        ),
        (
            '<a href="/tin-tuc?page=1">2</a><a href="/tin-tuc?page=2">3</a>',
            HERE,
            ["/tin-tuc?page=1", "/tin-tuc?page=2"],
        ),
        ('<a href="/tin-tuc?start=20">3</a>', HERE, ["/tin-tuc?start=20"]),
        ('<a href="/tin-tuc/page/2/">« Các mục cũ hơn</a>', HERE, ["/tin-tuc/page/2/"]),
        ('<a href="?trang=2">Các tin cũ hơn »</a>', HERE, ["/tin-tuc?trang=2"]),
        ('<a href="thongbao.php?from=8">Xem các thông báo cũ hơn</a>', HERE, ["/thongbao.php?from=8"]),
        ('<a href="?page=2">Các tin đã đưa</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?page=2">Thông báo đã đăng</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a class="page-link next" href="?page=2"><i class="fa"></i></a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?batdau=8">Kế »</a>', HERE, ["/tin-tuc?batdau=8"]),
        ('<a href="?tu=10">Xem tiếp &gt;&gt;</a>', HERE, ["/tin-tuc?tu=10"]),
        ('<a href="?offset=8">Thêm tin</a>', HERE, ["/tin-tuc?offset=8"]),
        (
            '<a href="/ld/AllPosts.aspx?CategoryId=4&PublishedDate=2016-08-09T14:55:00Z"><img alt="Xem tiếp"></a>',
            "https://x.gov.vn/ld/AllPosts.aspx?CategoryId=4",
            ["/ld/AllPosts.aspx?CategoryId=4&PublishedDate=2016-08-09T14:55:00Z"],
        ),
        ('<a href="?offset=8"><img alt="Xem thêm" src="/i/more.gif"></a>', HERE, ["/tin-tuc?offset=8"]),
        ('<a href="?page=2" title="Xem tiếp"><img src="/i/more.gif"></a>', HERE, ["/tin-tuc?page=2"]),
        (
            '<a href="?post_date=2016-08-09%2014:55">Xem thêm tin</a>',
            HERE,
            ["/tin-tuc?post_date=2016-08-09%2014:55"],
        ),
        ('<a href="/luu-tru/2019">Những văn bản cũ hơn →</a>', HERE, ["/luu-tru/2019"]),
        ('<a href="/tin-tuc/page/2">Older Entries</a>', HERE, ["/tin-tuc/page/2"]),
        ('<a href="/tin-tuc/page/2">« Previous entries</a>', HERE, ["/tin-tuc/page/2"]),
        ('<a href="/tin-tuc/page/2">Earlier posts</a>', HERE, ["/tin-tuc/page/2"]),
        ('<a href="/tin-tuc/page/2">Previous posts</a> <a href="/">x</a>', HERE, ["/tin-tuc/page/2"]),
        ('<a href="?page=2">Xem các tin khác</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?page=2">Các bài viết khác »</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?page=2">Tiếp tục »</a>', HERE, ["/tin-tuc?page=2"]),
        ('<a href="?p=2">Thông báo tiếp theo &gt;&gt;</a>', HERE, ["/tin-tuc?p=2"]),
        ('<a href="?p=2">Xem trang tiếp theo</a>', HERE, ["/tin-tuc?p=2"]),
        ('<a href="?start=15">15 văn bản tiếp theo</a>', HERE, ["/tin-tuc?start=15"]),
        ('<a href="?p=2">Sự kiện trước</a>', HERE, ["/tin-tuc?p=2"]),
        ('<a href="/tin-tuc/trang-2">Xem thêm tin bài cũ</a>', HERE, ["/tin-tuc/trang-2"]),
        ('Trang <b>1</b> / 31 <a href="?WCM_Page.AB=2">Tiếp</a>', HERE, ["/tin-tuc?WCM_Page.AB=2"]),
        ('<a href="?page=88"><span>Trang cuối</span><b>Cuối »</b></a>', HERE, ["/tin-tuc?page=88"]),
        ('<a aria-label="Đi đến trang cuối" href="?page=9"><i></i></a>', HERE, ["/tin-tuc?page=9"]),
        ('<a aria-label="Go to next page" href="?page=2"><svg></svg></a>', HERE, ["/tin-tuc?page=2"]),
        pytest.param(
            "<table>"
            + "".join(f"<tr><td>{n}</td><td><a href='/tin/{n}'>Tin</a></td><td>{n * 7}</td></tr>" for n in range(1, 19))
            + '<tr><td colspan="3"><a href="?start=18">2</a></td></tr></table>',
            HERE,
            ["/tin-tuc?start=18"],
            id="in a table with a column of numbers and one of views",
        ),
        ('<a href="/tin-tuc?currentpage=2&tag=x">2</a>', HERE, ["/tin-tuc?currentpage=2&tag=x"]),
        (
            '<a href="Article/ViewList.aspx?mid=2542&pagenumber=55">55</a>',
            HERE,
            ["/Article/ViewList.aspx?mid=2542&pagenumber=55"],
        ),
        ('<a href="/tin-tuc?PageIndex=9">Sau &gt;</a>', HERE, ["/tin-tuc?PageIndex=9"]),
        (
            '<a href="/tin-tuc?tr=2">Kế tiếp</a><a href="/tin-tuc?tr=31">Trang cuối</a>',
            HERE,
            ["/tin-tuc?tr=2", "/tin-tuc?tr=31"],
        ),
        ('<a href="/tin-tuc?p=2"><img src="next.gif" alt="Tiếp"></a>', HERE, ["/tin-tuc?p=2"]),
        ('<a href="/tin-tuc?p=2" aria-label="Next"><i class="fa"></i></a>', HERE, ["/tin-tuc?p=2"]),
        ('<a href="/tin-tuc?p=2">»</a><a href="/tin-tuc?p=9">»|</a>', HERE, ["/tin-tuc?p=2", "/tin-tuc?p=9"]),
        ('<link rel="next" href="/tin-tuc?page=2">', HERE, ["/tin-tuc?page=2"]),
        (
            '<select onchange="location=this.value"><option value="?page=2">2</option></select>',
            HERE,
            ["/tin-tuc?page=2"],
        ),
        (
            '<select onchange="location=this.value"><option value="DS.asp?cm=1&amp;trang=2">2</option></select>',
            HERE,
            ["/DS.asp?cm=1&trang=2"],
        ),
        ("<a href=\"javascript:Nexpage('','3')\">3</a>", "https://x.gov.vn/tim?Page=1&q=a", ["/tim?Page=3&q=a"]),
        (
            "<a href=\"javascript:SubmitFormPost('/L.aspx?Paged=TRUE&PageFirstRow=31')\">&gt;</a>",
            HERE,
            ["/L.aspx?Paged=TRUE&PageFirstRow=31"],
        ),
        (
            '<a href="/tin?p_p_id=101&p_p_lifecycle=0&p_p_state=normal&_101_delta=20&_101_cur=2">Tiếp theo</a>',
            HERE,
            ["/tin?p_p_id=101&_101_delta=20&_101_cur=2"],
        ),
        (
            '<a class="more" href="javascript:;" data-url="/ajax/xem-them/tin-tuc?page=2">Xem thêm</a>',
            HERE,
            ["/ajax/xem-them/tin-tuc?page=2"],
        ),
        ('<button data-page="2" data-url="/load?page=">Tải thêm</button>', HERE, ["/load?page=2"]),
        (
            "<a onclick=\"loadMore('/tin/them.html?trang=2')\">Xem thêm tin</a>",
            HERE,
            ["/tin/them.html?trang=2"],
        ),
        ('<div data-next-url="/tin-tuc/cuon?page=2"></div>', HERE, ["/tin-tuc/cuon?page=2"]),
        ('<a href="#" data-href="/tin-tuc?trang=2">2</a>', HERE, ["/tin-tuc?trang=2"]),
        ('Trang [1] <a href="main2.htm">[2]</a>', "https://x.gov.vn/main.htm", ["/main2.htm"]),
        ('<a href="tin1.html">1</a> 2 <a href="tin3.html">3</a>', "https://x.gov.vn/a/tin2.html", ["/a/tin3.html"]),
        ('<a href="khac2.htm">2</a> <a href="main2.htm">Quý 2</a>', "https://x.gov.vn/main.htm", []),
        (
            '<a href="/tin/tabid/88/PageIndex/2/Default.aspx">Trang sau</a>',
            "https://x.gov.vn/tin/tabid/88/Default.aspx",
            ["/tin/tabid/88/PageIndex/2/Default.aspx"],
        ),
        (
            '[Trước] <a href="/tin/tabid/88/pid/620/p/2/Default.aspx">2</a>'
            ' <a href="/tin/tabid/88/pid/620/p/2/Default.aspx">[Tiếp]</a>'
            ' <a href="/tin/tabid/88/pid/620/p/9/Default.aspx">[Cuối]</a>',
            "https://x.gov.vn/tin/tabid/88/Default.aspx",
            ["/tin/tabid/88/pid/620/p/2/Default.aspx", "/tin/tabid/88/pid/620/p/9/Default.aspx"],
        ),
        (
            '<b>1</b><a href="/danh-sach/tin,2,10.html">2</a><a href="/danh-sach/tin,3,10.html">3</a>',
            HERE,
            ["/danh-sach/tin,2,10.html", "/danh-sach/tin,3,10.html"],
        ),
        (
            '<b>1</b> <a href="/tin-tuc/browse/1.html">2</a> <a href="/tin-tuc/browse/2.html">3</a>',
            HERE,
            ["/tin-tuc/browse/1.html", "/tin-tuc/browse/2.html"],
        ),
        (
            """<a href="javascript:" onclick='RefreshPageTo(event, "/L.aspx?Paged\\u003dTRUE\\u0026PageFirstRow"""
            """\\u003d31");'>"""
            '<img src="/_layouts/next.gif" alt="Tiếp theo"></a>',
            HERE,
            ["/L.aspx?Paged=TRUE&PageFirstRow=31"],
        ),
    ],
)
def test_a_pager_leads_to_the_further_pages(markup: str, address: str, pages: list[str]) -> None:
    assert addresses(markup, address) == pages


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<a href="?ngay=02/05/2020">2</a><a href="?ngay=03/05/2020">3</a>', id="days as a parameter"),
        pytest.param('<a href="/2020/05/02">2</a><a href="/2020/05/03">3</a>', id="days in the path"),
        pytest.param('<a href="/tin-tuc?date=2020-05-04">4</a>', id="a day"),
        pytest.param('<a href="/tin-tuc?nam=2019">2019</a><a href="/tin-tuc?nam=2020">2020</a>', id="years"),
        pytest.param('<a href="/tin-tuc?delta=20">20</a><a href="/tin-tuc?limit=50">50</a>', id="rows to show"),
        pytest.param('<a href="/tin-tuc?page=1">1</a><a href="/tin-tuc?page=1">Trang đầu</a>', id="the first page"),
        pytest.param('<a href="/tin-tuc?sort=ngay&order=2">2</a>', id="an order"),
        pytest.param('<a href="/bai-viet/hop-mat-dau-xuan.html">Bài sau</a>', id="the next article"),
        pytest.param('<a href="/tin-tuc-khac">Xem thêm</a>', id="more of something else"),
        pytest.param('<a class="next" href="/tin/khai-mac"><i></i></a>', id="the next picture of a show"),
        pytest.param('<a href="/tin?publisheddate=2020-05-04"><img alt="Xem tiếp"></a>', id="a day behind a picture"),
        pytest.param('<a href="/gioi-thieu"><img alt="Xem tiếp" src="/i/more.gif"></a>', id="more behind a picture"),
        pytest.param('<a href="?page=2"><img alt="Xem tiếp"></a>' * 3, id="pictures that say so of each entry"),
        pytest.param('<a href="/a.aspx?PublishedDate=2020-05-04T14:55:00Z"><img alt="Họp"></a>', id="some picture"),
        pytest.param('<a href="/tin-da-dua">Các tin đã đưa</a>', id="the name of a section"),
        pytest.param('<a href="/cham?id=5&star=2">2</a><a href="/cham?id=5&star=3">3</a>', id="stars to give"),
        pytest.param(
            "".join(f'<a href="/lich/{day}">{day}</a>' for day in range(1, 31)), id="a calendar without a table"
        ),
        pytest.param('<a href="#">2</a><a href="javascript:;">3</a>', id="nowhere"),
        pytest.param('<a href="/tin-tuc">1</a>', id="here"),
        pytest.param(
            "<table>" + ("<tr>" + '<td><a href="?d=1">2</a></td>' * 7 + "</tr>") * 5 + "</table>", id="a calendar"
        ),
        pytest.param(
            FORM.format("<a href=\"javascript:__doPostBack('ctl00$Calendar1','7305')\">3</a>"), id="its postback"
        ),
        pytest.param(
            FORM.format("<a href=\"javascript:__doPostBack('poll$cmdSubmit','')\">Bình chọn</a>"), id="a poll"
        ),
        '<a href="/web/2018/http://so.gov.vn/Posts.aspx?id=4&PublishedDate=2015-06-24T15:10:00Z">Xem tiếp</a>',
        '<a href="/web/2018/http://y.gov.vn/tin?page=2">2</a> <a href="/web/2018/http://y.gov.vn/tin?page=3">3</a>',
        '<a href="/tin-khac">Các tin khác</a> <a href="/van-ban-khac">Xem văn bản khác</a>',
        '<a href="/bai/p/31/hop-mat-dau-xuan.html">Bài sau</a> <a href="/p/8/gioi-thieu.aspx">Tiếp</a>',
        '<a href="/tin/12">Tiếp tục</a> <a href="/news">Previous posts</a>',
    ],
)
def test_what_only_looks_like_a_pager_is_none(markup: str) -> None:
    assert follow(markup) == ()


def test_a_postback_is_the_form_as_a_browser_sends_it() -> None:
    extra = (
        '<input name="tim" value="kế hoạch"><input type="checkbox" name="c1" checked><input type="checkbox" name="c2">'
        '<select name="nam"><option value="2019">2019</option><option value="2020" selected>2020</option></select>'
        '<input type="submit" name="nut" value="Tìm"><input name="khoa" value="1" disabled>'
        "<a href=\"javascript:__doPostBack('gv','Page$2')\">2</a>"
    )
    (page,) = follow(FORM.format(extra), "https://x.gov.vn/DanhSach.aspx?cat=3")
    assert page.url == "https://x.gov.vn/DanhSach.aspx?cat=3"
    assert page.key == "gv Page$2"
    assert page.form == (
        ("__EVENTTARGET", "gv"),
        ("__EVENTARGUMENT", "Page$2"),
        ("__VIEWSTATE", "/wEP=="),
        ("tim", "kế hoạch"),
        ("c1", "on"),
        ("nam", "2020"),
    )


def test_a_form_without_the_event_fields_gets_them() -> None:
    link = "<a href=\"javascript:__doPostBack('p','2')\">2</a>"
    markup = f"<form action='/a.aspx'><input type='hidden' name='__VIEWSTATE' value='x'>{link}</form>"
    (page,) = follow(markup)
    assert page.form == (("__EVENTTARGET", "p"), ("__EVENTARGUMENT", "2"), ("__VIEWSTATE", "x"))


def test_a_pager_outside_its_form_sends_the_form_of_the_page() -> None:
    markup = FORM.format("") + "<a href=\"javascript:__doPostBack('gv','Page$3')\">3</a>"
    (page,) = follow(markup, "https://x.gov.vn/DanhSach.aspx?cat=3")
    assert dict(page.form)["__EVENTARGUMENT"] == "Page$3"


def slots(numbers: list[int | str], present: int) -> str:
    links = [
        f"<span>{number}</span>"
        if number == present
        else f"<a href=\"javascript:__doPostBack('rpt$ctl{place:02}$l','')\">{number}</a>"
        for place, number in enumerate(numbers)
    ]
    return FORM.format("<div>" + " ".join(links) + "</div>")


def test_a_slot_of_a_pager_means_another_page_on_each_page_and_its_key_says_so() -> None:
    first = follow(slots([1, 2, 3, 4, "..."], 1), "https://x.gov.vn/DanhSach.aspx?cat=3")
    later = follow(slots(["...", 5, 6, 7, "..."], 5), "https://x.gov.vn/DanhSach.aspx?cat=3")
    assert [page.key for page in first] == [f"rpt$ctlN$l#{number}" for number in (2, 3, 4, 5)]
    assert [page.key for page in later] == [f"rpt$ctlN$l#{number}" for number in (4, 6, 7, 8)]
    assert dict(first[0].form)["__EVENTTARGET"] == "rpt$ctl01$l"


def test_a_lone_next_button_counts_on_from_the_present_page() -> None:
    markup = FORM.format("<div>Trang <span>4</span> / 9 <input type='submit' name='btnSau' value='Trang sau'></div>")
    (page,) = follow(markup, "https://x.gov.vn/DanhSach.aspx?cat=3")
    assert page.key.endswith("#5")
    assert dict(page.form)["btnSau"] == "Trang sau"


@pytest.mark.parametrize(
    ("markup", "keys"),
    [
        ("<p><a>Trước</a> <span>3/23</span> {}</p>", ["l#4"]),
        ("<div><span>12/10</span> Kế hoạch</div><p>{}</p>", []),  # a day and its month
    ],
)
def test_the_present_page_may_stand_before_the_number_of_all(markup: str, keys: list[str]) -> None:
    link = "<a href=\"javascript:__doPostBack('l','')\">Tiếp theo</a>"
    pages = follow(FORM.format(f"<div>{markup.format(link)}</div>"), "https://x.gov.vn/DanhSach.aspx?cat=3")
    assert [page.key for page in pages] == keys


def test_options_of_a_postback_with_more_arguments_are_read() -> None:
    options = "new WebForm_PostBackOptions(&quot;pg$2&quot;, &quot;2&quot;, true, &quot;&quot;, false)"
    call = f"javascript:WebForm_DoPostBackWithOptions({options})"
    (page,) = follow(FORM.format(f'<a href="{call}">2</a>'))
    assert page.key == "pg$2 2"


def test_a_copy_in_a_web_archive_leads_on_within_the_archive() -> None:
    own, further = ("https://luu.gov.vn/web/2018/https://x.gov.vn/tin-tuc" + query for query in ("", "?page=2"))
    page = make_page(f'<a href="{further}">Trang sau</a>'.encode(), own)
    assert [follow.url for follow in find_pages(page)[0]] == [further]


def test_of_forms_too_large_to_keep_all_those_of_the_nearest_pages_are_kept() -> None:
    step = "<a href=\"javascript:__doPostBack('p','Page${0}')\">{0}</a> "
    links = "".join(map(step.format, range(2, 12)))
    pages = follow(FORM.format(f"<p><span>1</span> {links}</p>").replace("/wEP==", "x" * 2**23))
    assert [page.key for page in pages] == ["p Page$2", "p Page$3", "p Page$4"]


@pytest.mark.parametrize(
    ("markup", "address", "pages"),
    [
        ('<a href="/laws/page-8/">8</a> <b>9</b>', "/laws/page-9/", []),
        ('<a href="?page=2">2</a><b>3</b><a href="?page=4">4</a>', "/tin?page=3", ["/tin?page=4"]),
        ('<a href="?start=10">2</a> <b>3</b> <a href="?start=30">4</a>', "/tin?start=20", ["/tin?start=30"]),
        ('<a href="/tin/trang-3">3</a> <a href="/tin/trang-5">5</a>', "/tin/trang-4", ["/tin/trang-5"]),
        ('<a href="/nam-2024/trang-2">2</a>', "/nam-2024", ["/nam-2024/trang-2"]),
        ('<a href="/cm-12?page=2">2</a>', "/cm-12?page=1", ["/cm-12?page=2"]),
        ('<a href="/tin?nhom=7&page=2">2</a>', "/tin?nhom=7", ["/tin?nhom=7&page=2"]),
        (
            '<a href="?OpenView&Start=1.1&Expand=1">&lt;&lt; Trước</a>'
            '<a href="?OpenView&Start=1.71&Expand=1">Tiếp &gt;&gt;</a>',
            "/cb.nsf/so?OpenView&Start=1.31&Expand=1",
            ["/cb.nsf/so?OpenView&Start=1.71&Expand=1"],
        ),
        ('<a href="?phien_ban=1.7">Tiếp</a>', "/tin?phien_ban=1.6", []),
    ],
)
def test_a_page_leads_on_to_those_behind_it_and_not_to_those_before_it(
    markup: str, address: str, pages: list[str]
) -> None:
    assert addresses(markup, f"https://x.gov.vn{address}") == pages


STEP = "<a href=\"javascript:__doPostBack('p','Page${0}')\">{0}</a>"


@pytest.mark.parametrize("shown", [(9, 4, 3, 2), (9, 2, 3, 4), (4, 9, 3, 2)])
@pytest.mark.parametrize("step", ["<a href='?page={0}'>{0}</a>", "<li><a href='/tin/trang-{0}'>{0}</a></li>", STEP])
def test_the_pages_of_a_pager_are_in_the_order_of_their_numbers_however_it_prints_them(
    step: str, shown: tuple[int, ...]
) -> None:
    pages = follow(FORM.format(f"<div>{' '.join(map(step.format, shown))}</div>"), "https://x.gov.vn/tin")
    assert [int((page.key or page.url)[-1]) for page in pages] == sorted(shown)


def test_a_postback_with_a_number_of_any_length_is_a_step_like_others() -> None:
    steps = (STEP.format(2), STEP.format("1" * 5000).replace(f">{'1' * 5000}<", ">3<"))
    assert len(follow(FORM.format(f"<div>{' '.join(steps)}</div>"), "https://x.gov.vn/tin")) == len(steps)
