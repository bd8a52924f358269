"""What known skins print around an announcement: titles for screen readers, posts of blogs, sections in addresses."""

from __future__ import annotations

import re

import pytest

from scraper.reading import read_page
from scraper.reading.result import Reading
from tests.reading.skinned import FIRST, TEXT, TITLE, read


def in_liferay(unseen: str, main: str) -> Reading:
    content = f"<div class='asset-full-content asset-full-content-no-title'><div>{main}</div></div>"
    return read(
        "<script>var Liferay = Liferay.Icons;</script><link class='lfr-css-file'>",
        f"<div class='portlet-body'><h4 class='component-title hide-accessible'>{unseen}</h4>{content}</div>",
        "https://mocxa.example/web/xa-moc/chi-tiet/-/asset_publisher/1mOz/content/id/8120447",
    )


CRUMBS = "<div><span>Chi tiết bài viết</span> <a href='/tin'>Tin tức</a></div>"


@pytest.mark.parametrize("unseen", [TITLE, f"null {TITLE}"])
@pytest.mark.parametrize("shown", [f"{CRUMBS}<h2>{TITLE}</h2>", f"<div>{TITLE}</div><p>Lượt xem: 12</p>", ""])
def test_a_title_for_screen_readers_is_printed_again_below_what_leads_to_the_page(shown: str, unseen: str) -> None:
    told = in_liferay(unseen, f"{shown}<div>{TEXT}</div>").announcement
    assert told is not None
    assert told.title == TITLE
    assert told.body_text.startswith(FIRST)


def test_where_the_title_for_screen_readers_is_empty_the_printed_one_is_sought() -> None:
    told = in_liferay("null", f"<h2>{TITLE}</h2><p>17/03/2022 08:15</p><div>{TEXT}</div>").announcement
    assert told is not None
    assert told.title == TITLE


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<div class='title'><a>{TITLE}</a></div>", "<h1>QUYẾT ĐỊNH</h1>"),
        ("<div class='box-map'><ul><li><a href='/'>CSDL</a></li><li><a href='/moc'>CSDL địa phương</a></li></ul></div>",
         f"<h1 class='title-vb'>{TITLE}</h1>"),
        (f"<div class='vbHeader'><div class='vbInfo'>Hiệu lực: Còn</div><div class='title'>{TITLE}</div></div>",
         "<p><b>HỘI ĐỒNG NHÂN DÂN TỈNH HÀ SƠN<br>KHÓA XVI, KỲ HỌP THỨ 9</b></p><p>Căn cứ Luật Ngân sách nhà nước;</p>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["<div class='box-container'>{}</div>", "<div id='col-right'>{}</div>"])
def test_the_title_of_a_paper_in_a_register_is_no_heading_within_it_and_no_name_of_the_register(
    around: str, above: str, head: str
) -> None:
    state = "<div class='vbInfo'><ul><li>Hiệu lực: Còn hiệu lực</li></ul></div>"
    box = f"<div class='box-tab-vb'>{above}<div class='fulltext'>{head}{state}<div>{TEXT}</div></div></div>"
    url = "https://vb.example/moc/Pages/vbpq-toanvan.aspx?ItemID=7"
    told = read("", around.format(box), url).announcement
    assert told is not None
    assert (told.platform, told.title) == ("register", TITLE)


def test_files_among_the_related_assets_of_liferay_are_attached_and_other_announcements_are_not() -> None:
    related = (
        "<div class='asset-links'><h5>Tệp đính kèm</h5><ul><li><a href='/documents/20124/0/Lich+8.docx/5f1c0b6e?t=16'>"
        "Lịch tháng 8.docx</a></li><li><a href='/web/moc/-/ke-hoach'>Kế hoạch tiêm phòng gia súc Hòa</a></ul></div>"
    )
    told = in_liferay("null", f"<h2>{TITLE}</h2><p>17/03/2022 08:15</p><div>{TEXT}</div>{related}").announcement
    assert told is not None
    assert [file.name for file in told.attachments] == ["Lịch tháng 8.docx"]
    assert "tiêm phòng" not in told.body_text


OF_2010 = (
    "<div class='ms-PostWrapper'><table><tr><td class='category'>Tin nông thôn mới</td>"
    "<td class='postdate'>11 Tháng Năm 2018 9:15:00 SA</td></tr></table>"
    "<h3 class='ms-PostTitle'><a href='/tintuc/lists/posts/post.aspx?ID={n}'>{title}</a></h3>"
    "<div class='ms-PostBody'>{text}</div><div class='ms-PostFooter'>Đăng bởi System Account</div></div>"
)
OF_2013 = (
    "<ul class='ms-blog-postList'><li><div><h2 class='ms-h1'><a href='/tintuc/lists/posts/post.aspx?ID={n}'>{title}</a>"
    "</h2><div class='ms-metadata'>11 Tháng Năm 2018</div><div class='ms-blog-postBody'>{text}</div></div>"
    "<div class='ms-blog-commandSpace'>bởi System Account trong <a href='/c'>Tin nông thôn mới</a></div></li></ul>"
)
SHAREPOINT = "<meta name='GENERATOR' content='Microsoft SharePoint'><script>var _spPageContextInfo={};</script>"


@pytest.mark.parametrize(
    "day",
    ["thứ ba, 25 06 2019 16:14", "thứ ba, Ngày 25/06/2019, 16:14", "Thứ ba, ngày 25 06 2019", "(25.06.2019 16:14)"],
)
def test_the_day_beside_the_section_over_a_title_of_sharepoint_is_that_of_posting(day: str) -> None:
    header = f"<tr class='ms-news-header'><td class='FolderTitle'>Tin nổi bật</td><td class='Time'>{day}</td></tr>"
    told = read(
        SHAREPOINT,
        f"<table class='s4-wpTopTable'><tr><td><div class='ms-WPBody'><table>{header}</table>"
        f"<p class='Title'>{TITLE}</p><div>{TEXT}</div></div></td></tr></table>",
        "http://mocxa.example/Pages/ra-mat-hoi-quan.aspx",
    ).announcement
    assert told is not None
    assert (told.title, told.date_line) == (TITLE, day)


@pytest.mark.parametrize("post", [OF_2010, OF_2013])
@pytest.mark.parametrize("query", ["ID=8", "Category=Tin+n%C3%B4ng+th%C3%B4n+moi&ItemID=8", "List=%7B7%7D&ID=8"])
def test_a_post_of_a_blog_is_titled_by_the_link_to_itself_and_not_by_its_category(query: str, post: str) -> None:
    url = f"http://quan.example/tintuc/lists/posts/post.aspx?{query}"
    told = read(SHAREPOINT, post.format(n=8, title=TITLE, text=TEXT), url).announcement
    assert told is not None
    assert told.title == TITLE
    assert (told.date_line or "").startswith("11 Tháng Năm 2018")
    assert told.body_text.startswith(FIRST)
    assert told.byline is None


@pytest.mark.parametrize(
    "told",
    ["bởi System Account lúc 22/03/2018 15:47", "22/03/2018 15:47 bởi Lê Hoa", "Posted at 22/03/2018 15:47 by Lê Hoa"],
)
def test_the_foot_of_a_post_tells_its_day_and_account_and_readers_remarks_neither(told: str) -> None:
    foot = f"{told} | <a href='/post.aspx?ID=8'>Permalink</a> | <a href='#c'>Chú thích (1)</a>"
    post = re.sub("<table>.*?</table>", "", OF_2010).replace("Đăng bởi System Account", foot)
    remark = (
        "<h3 class='ms-CommentHeader'>Chú thích</h3><div class='ms-CommentBody'><p>Bài rất hữu ích, cảm ơn anh.</p>"
        "<div class='ms-CommentFooter'>Lê Hải lúc 23/03/2018 9:02 SA</div></div>"
    )
    url = "http://quan.example/blog/Lists/Posts/Post.aspx?ID=8"
    read_post = read(SHAREPOINT, post.format(n=8, title=TITLE, text=TEXT) + remark, url).announcement
    assert read_post is not None
    assert (read_post.date_line or "").startswith(told)
    assert read_post.byline is None
    assert "hữu ích" not in read_post.body_text


@pytest.mark.parametrize("post", [OF_2010, OF_2013])
def test_two_posts_of_a_blog_are_a_list(post: str) -> None:
    posts = post.format(n=8, title=TITLE, text=TEXT) + post.format(n=7, title="Khánh thành cầu Mộc Giang", text=TEXT)
    assert read(SHAREPOINT, posts, "http://quan.example/tintuc/lists/posts/allposts.aspx").kind == "listing"


@pytest.mark.parametrize("name", ["Category", "cat", "chuyenmuc", "danh-muc", "CategoryName"])
def test_the_section_that_an_address_names_is_no_title(name: str) -> None:
    heading = f"<div>Quy chế dân chủ</div><div>17/03/2022 08:15</div><h3>{TITLE}</h3>"
    told = read("", f"{heading}{TEXT}", f"http://quan.example/xem.aspx?{name}=quy-che-dan-chu&id=8").announcement
    assert told is not None
    assert told.title == TITLE


def test_a_short_text_below_a_title_that_leads_to_its_own_page_is_an_announcement() -> None:
    url = "http://quan.example/tintuc/lists/posts/post.aspx?ID=8"
    post = OF_2010.format(n=8, title=TITLE, text=f"<p>{FIRST}</p><p>{FIRST}</p>")
    assert read(SHAREPOINT, post, url).kind == "article"


def test_headlines_with_summaries_in_the_element_of_the_text_are_those_of_others() -> None:
    other = "Sáng nay, các đơn vị trên địa bàn xã phối hợp tổ chức hoạt động với đông đảo người dân tham gia hưởng ứng."
    cards = "".join(
        f"<div><h4><a href='/tin/{number}-bai.html'>Đoàn Thanh niên xã phát động trồng cây đợt {number}</a></h4>"
        f"<p>1{number}/04/2022</p><p>{other}</p></div>"
        for number in range(1, 6)
    )
    article = (
        f"<h1>{TITLE}</h1><header>17/03/2022 08:15</header><div class='content-detail'>{TEXT}<div>{cards}</div></div>"
    )
    page = f"<div class='ModuleWrapper'><article class='news-detail-layout-type-1'>{article}</article></div>"
    told = read("", page, "https://mocxa.example/tin-tuc/ra-mat-hoi-quan.html").announcement
    assert told is not None
    assert (told.platform, told.title) == ("vnportal", TITLE)
    assert other not in told.body_text
    assert told.body_text.endswith("ra mắt ngay tại buổi lễ.")


def test_the_long_title_with_which_the_element_of_a_text_begins_is_no_lead() -> None:
    title = f"{TITLE} và bầu Ban Chủ nhiệm lâm thời gồm năm thành viên"
    field = f"<h2>{title}</h2><span>(Cập nhật lúc: 18/03/2023)</span><div class='ms-rtestate-field'>{TEXT}</div>"
    told = read(
        "<meta name='GENERATOR' content='Microsoft SharePoint'><link href='/_layouts/15/a.css'>",
        f"<div class='ms-rtestate-field'>{field}</div>",
        "https://mocxa.example/Pages/tin-8120447.aspx",
    ).announcement
    assert told is not None
    assert (told.title, told.lead) == (title, None)
    assert told.body_text.startswith(FIRST)


@pytest.mark.parametrize(
    "above",
    [
        "<tr><td><div class='ms-rtestate-field'><b>Hội quán quy tụ 42 nhà vườn trồng sen.</b></div></td></tr>",
        "<tr><td><div class='ms-rtestate-field'><img src='/anh/ra-mat.jpg'></div></td></tr>",
        "",
    ],
)
def test_the_field_of_the_text_is_told_from_those_of_its_lead_and_of_its_picture(above: str) -> None:
    field = f"<tr><td class='article-content'><div class='ms-rtestate-field'>{TEXT}</div></td></tr>"
    told = read(
        "<meta name='GENERATOR' content='Microsoft SharePoint'><script>var _spPageContextInfo;</script>",
        f"<div id='ctl00_MSO_ContentDiv'><table><tr><td><h1>{TITLE}</h1></td></tr>{above}{field}</table></div>",
        "https://mocxa.example/Pages/ra-mat-hoi-quan.aspx",
    ).announcement
    assert told is not None
    assert told.title == TITLE
    assert FIRST in told.body_text
    assert told.body_text.endswith("ra mắt ngay tại buổi lễ.")


@pytest.mark.parametrize("around", ["{}", "<div class='box-tab-vb'>{}</div>"])
@pytest.mark.parametrize(
    "files",
    [
        "<div id='divShowDialogDownload'><ul class='fileAttack'><li><a href='/7.pdf'>7.pdf</a></li></ul></div>",
        "<div class='vbFile'><ul class='fileAttack'><li><a onclick=''>Bản Word</a></li></ul>"
        "<div class='fileList'><a href='/7.pdf'>7.pdf</a></div></div>",
    ],
)
def test_a_register_of_papers_is_known_with_the_box_of_its_tabs_and_without(around: str, files: str) -> None:
    crumbs = "<ul class='box-map'><li><a href='/'>CSDL</a></li><li><a href=''>Nghị quyết 7/2019</a></li></ul>"
    tabs = "<div class='header'><a href='vbpq-toanvan.aspx?ItemID=7'>Toàn văn</a></div>"
    state = "<div class='vbInfo'>Hiệu lực: Còn hiệu lực</div>"
    box = around.format(f"{tabs}<div class='content'><div class='fulltext'>{state}{TEXT}</div></div>{files}")
    url = "https://vb.example/moc/Pages/vbpq-toanvan.aspx?ItemID=7"
    told = read("", f"<div class='box-container'>{crumbs}{box}</div>", url).announcement
    assert told is not None
    assert (told.platform, told.title) == ("register", "Nghị quyết 7/2019")
    assert told.body_text.startswith(FIRST)
    assert [file.url for file in told.attachments] == ["https://vb.example/7.pdf"]


@pytest.mark.parametrize("items", ["fileAttack", "fileList", "list"])
def test_the_files_of_a_paper_stand_in_their_box_behind_that_of_its_text(items: str) -> None:
    opened = "javascript:downloadfile('7.pdf','/FileData/7.pdf');"
    files = f"<div class='vbFile'><ul class='{items}'><li><a href=\"{opened}\">7.pdf</a></li></ul></div>"
    crumbs = "<div class='box-map'><ul><li><a href='/'>CSDL</a></li><li><a>Nghị quyết 7/2019</a></li></ul></div>"
    state = "<div class='vbInfo'>Hiệu lực: Còn hiệu lực</div>"
    text = f"<div class='box-container'>{crumbs}{state}<div class='fulltext'><div>{TEXT}</div></div></div>"
    told = read("", f"<div>{text}{files}</div>", "https://vb.example/moc/Pages/vbpq-toanvan.aspx?ItemID=7")
    assert told.announcement is not None
    assert [file.url for file in told.announcement.attachments] == ["https://vb.example/FileData/7.pdf"]


@pytest.mark.parametrize("field", ["field-name-body", "field-name-body field-type-text-with-summary"])
def test_the_office_below_a_text_wrote_it_with_the_side_of_the_site_in_its_main_part(field: str) -> None:
    side = "".join(f"<p><a href='/node/{n}'>{TITLE} lần {n}</a><br>0{n}/03/2016</p>" for n in range(2, 9))
    office = "<p style='text-align:right'><strong>Phòng Đào tạo</strong></p>"
    told = read(
        "<meta name='Generator' content='Drupal 7 (http://drupal.org)'>",
        f"<div id='content'><h1>{TITLE}</h1><div class='{field}'>{TEXT}{office}</div></div><div>{side}</div>",
        "http://mocxa.example/node/2219",
    ).announcement
    assert told is not None
    assert (told.title, told.byline) == (TITLE, "Phòng Đào tạo")
    assert told.body_text.endswith("ra mắt ngay tại buổi lễ.")


_OLD = "<li><a class='menu-item' href='/Pages/tin-{n}.aspx'><span>{title} lần {n}</span></a></li>"
OLD_NEWS = "".join(_OLD.format(n=n, title=TITLE) for n in range(6))


@pytest.mark.parametrize("header", ["", "<div class='article-header'><div class='date-line'>17/03/2022</div></div>"])
def test_a_publishing_page_has_its_title_above_menu_and_side_of_the_site(header: str) -> None:
    told = read(
        "<meta name='GENERATOR' content='Microsoft SharePoint'><script>var _spPageContextInfo;</script>",
        "<div id='s4-workspace' class='ms-core-overlay'><div id='s4-titlerow'>"
        f"<h1 id='pageTitle' class='ms-core-pageTitle'><span>{TITLE}</span></h1><ul class='ms-core-listMenu-root'>"
        "<li><a href='/Pages/gioi-thieu.aspx'>Giới thiệu chung</a></li></ul></div>"
        f"<div id='contentRow'><div id='sideNavBox'><ul class='ms-core-listMenu-root'>{OLD_NEWS}</ul></div>"
        f"<div id='contentBox'><div class='article article-left'>{header}<div class='article-content'>"
        f"<div class='ms-rtestate-field'>{TEXT}</div></div></div></div></div></div>",
        "https://mocxa.example/Pages/ra-mat-hoi-quan.aspx",
    ).announcement
    assert told is not None
    assert (told.platform, told.title, told.body_text[: len(FIRST)]) == ("sharepoint", TITLE, FIRST)
    assert told.date_line == ("17/03/2022" if header else None)


BACK = "<div class='h2 header-title'><a href='/tin' class='header-back-to'>{back}</a></div>"


@pytest.mark.parametrize("back", ["« Quay lại", "Trở về", "Back", "‹ Quay về trang trước"])
@pytest.mark.parametrize("shown", ["<h1 class='header-title'><span>{}</span></h1>", "<div><b>{}</b></div>"])
def test_a_button_in_the_element_of_a_title_is_none(shown: str, back: str) -> None:
    told = read(
        "<script>var Liferay = Liferay.Icons;</script><link class='lfr-css-file'>",
        f"<div class='portlet-body'>{BACK.format(back=back)}{shown.format(TITLE)}"
        f"<div class='asset-full-content'><div class='journal-content-article'>{TEXT}</div></div></div>",
        "https://mocxa.example/tin/-/asset_publisher/1mOz/content/ra-mat-hoi-quan-nha-vuon",
    ).announcement
    assert told is not None
    assert told.title == TITLE
    assert told.body_text.startswith(FIRST)


@pytest.mark.parametrize("back", ["« Quay lại", "Trở về", "&laquo; Back"])
def test_a_button_on_the_line_of_a_title_that_the_platform_prints_is_none_of_it(back: str) -> None:
    told = read(
        "<script>var Liferay = Liferay.Icons;</script><link class='lfr-css-file'>",
        f"<div class='portlet-body'><div class='asset-full-content'><h3 class='asset-title'><a href='/tin'>{back}</a> "
        f"{TITLE}</h3><div class='journal-content-article'>{TEXT}</div></div></div>",
        "https://mocxa.example/tin/-/asset_publisher/1mOz/content/ra-mat-hoi-quan-nha-vuon",
    ).announcement
    assert told is not None
    assert told.title == TITLE


@pytest.mark.parametrize("back", ["&laquo; Quay lại", "Trở về", "Back"])
def test_a_link_back_above_the_title_in_its_element_is_none_of_it(back: str) -> None:
    page = (
        '<html><body class="yui3-skin-sam"><div class="portlet-asset-publisher"><div class="header-title">'
        f'<span class="header-back-to"><a href="/tin">{back}</a></span><h1 class="header-title">{TITLE}</h1>'
        f'</div><div class="asset-full-content"><div class="asset-content"><div class="journal-content-article">{TEXT}'
        "</div></div></div></div></body></html>"
    )
    announcement = read_page(
        page.encode(), "https://portal.example/web/guest/-/asset_publisher/a/content/b"
    ).announcement
    assert announcement is not None
    assert announcement.title == TITLE


@pytest.mark.parametrize("control", ["lblHeadline", "lbHeadline", "divHeadline"])
def test_a_headline_below_the_title_of_the_same_control_is_the_lead(control: str) -> None:
    lead = "Ngày 15/11, Hội đồng Nghĩa vụ quân sự huyện tổ chức hội nghị triển khai công tác tuyển quân năm 2013."
    page = (
        '<html><head><meta name="GENERATOR" content="DotNetNuke"></head><body><div id="dnn_ContentPane">'
        f'<span id="dnn_ctr429_ViewDetail_lblTitle">{TITLE}</span><p>16/11/2012 10:08</p>'
        f'<span id="dnn_ctr429_ViewDetail_{control}"><b>{lead}</b></span>'
        f'<div id="dnn_ctr429_ViewDetail_lblContent">{TEXT}</div></div></body></html>'
    )
    announcement = read_page(page.encode(), "https://portal.example/tabid/112/ItemID/7341/Default.aspx").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    assert f"{announcement.lead or ''}{announcement.body_text}".startswith(lead)


@pytest.mark.parametrize("skin", ["dnnTITLE_lblTitle", "dnnTITLE_titleLabel"])
def test_the_title_of_a_module_is_none_of_an_announcement(skin: str) -> None:
    row = "<p><a href='/Default.aspx?ItemID={0}'>Ra quân nạo vét kênh mương đợt {0}</a></p>"
    others = "".join(map(row.format, range(5)))
    told = read(
        "",
        "<script>var dnnVariable=1</script><table><tr><td id='dnn_ContentPane'>"
        f"<span id='dnn_ctr502_{skin}'>Tin tức - Sự kiện</span><!-- Start_Module_502 --><div>"
        f"<span id='dnn_ctr502_ViewDetail_lblTitle'>{TITLE}</span><span>(08/08/2014 04:20:11 PM)</span>"
        f"<span id='dnn_ctr502_ViewDetail_lblContent'>{TEXT}</span></div><!-- End_Module_502 --></td>"
        f"<td><span id='dnn_ctr602_{skin}'>Tin xem nhiều</span><div>{others}</div></td></tr></table>",
        "https://mocxa.example/Default.aspx?tabid=141&ctl=ViewDetail&mid=502&ItemID=2205",
    ).announcement
    assert told is not None
    assert (told.title, told.date_line) == (TITLE, "(08/08/2014 04:20:11 PM)")


def test_the_title_above_the_facts_of_a_paper_is_none_of_the_way_to_it() -> None:
    told = read(
        "",
        "<div class='box-container'><div class='box-tab-vb'><div class='box-map'><ul><li><a href='/moc'>Đầu</a></li>"
        f"<li>Văn bản pháp luật</li></ul></div><div class='title'><a>{TITLE}</a></div><div class='fulltext'>"
        f"<div class='vbInfo'><ul><li>Hiệu lực: Còn hiệu lực</li></ul></div><div>{TEXT}</div></div></div></div>",
        "https://vb.example/moc/Pages/vbpq-toanvan.aspx?ItemID=7",
    ).announcement
    assert told is not None
    assert (told.platform, told.title) == ("register", TITLE)


@pytest.mark.parametrize("back", ["‹", "←", "❮", "«"])
def test_the_sign_of_a_link_back_on_the_line_of_a_title_is_none_of_it(back: str) -> None:
    link = f"<a class='header-back-to' href='/tin' title='Quay lại'><span>{back}</span></a>"
    shown = f"<div><p class='component-title h4'>{link}<span class='asset-title'>{TITLE}</span></p></div>"
    for title in (TITLE, "“Tre Việt” ra mắt Hội quán Nhà vườn"):
        told = in_liferay("", f"{shown.replace(TITLE, title)}<div>{TEXT}</div>").announcement
        assert told is not None
        assert told.title == title


@pytest.mark.parametrize("name", ["«Tre Việt»", "‹Tre Việt›", "❮Tre Việt❯"])
def test_quotation_marks_at_the_beginning_of_a_title_are_of_it(name: str) -> None:
    title = f"{name} ra mắt Hội quán Nhà vườn ở xã"
    told = in_liferay("", f"<div><p class='component-title h4'>{title}</p></div><div>{TEXT}</div>").announcement
    assert told is not None
    assert told.title == title
