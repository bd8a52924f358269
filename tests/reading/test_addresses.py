"""Addresses: what is fetched, and what is one announcement. Addresses are as portals print them."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from w3lib.url import safe_url_string

from archive.addresses import address_key, canonical_address, is_plain
from scraper.reading.listing import is_front_address

PAGE = "https://www.daknong.gov.vn/tin-tuc/thong-bao.html?page=2"


@pytest.mark.parametrize(
    ("printed", "absolute"),
    [
        ("/van-ban/cong-van-12.html", "https://www.daknong.gov.vn/van-ban/cong-van-12.html"),
        ("lich-tiep-dan.html", "https://www.daknong.gov.vn/tin-tuc/lich-tiep-dan.html"),
        ("../gioi-thieu/./so-do.html", "https://www.daknong.gov.vn/gioi-thieu/so-do.html"),
        ("?page=3", "https://www.daknong.gov.vn/tin-tuc/thong-bao.html?page=3"),
        ("", "https://www.daknong.gov.vn/tin-tuc/thong-bao.html?page=2"),
        ("#dau-trang", "https://www.daknong.gov.vn/tin-tuc/thong-bao.html?page=2"),
        ("//syt.daknong.gov.vn/tin/1", "https://syt.daknong.gov.vn/tin/1"),
        ("  /tin/\r\n 1 ", "https://www.daknong.gov.vn/tin/%201"),
        ("\\tin\\1.aspx", "https://www.daknong.gov.vn/tin/1.aspx"),
        ("https:tin/1.aspx", "https://www.daknong.gov.vn/tin-tuc/tin/1.aspx"),
        ("http://DAKNONG.gov.vn:80/Tin/1", "http://daknong.gov.vn/Tin/1"),
        (
            "https://binhduong.gov.vn:443/dau-tu/861-hoan-tiep-cong-dan",
            "https://binhduong.gov.vn/dau-tu/861-hoan-tiep-cong-dan",
        ),
        ("http://127.0.0.2:8082/tin", "http://127.0.0.2:8082/tin"),
        ("http://daknong.gov.vn:08082/tin", "http://daknong.gov.vn:8082/tin"),
        ("https://binhduong.gov.vn.", "https://binhduong.gov.vn/"),
        ("/chi-tiet?id=7&amp;cat=2", "https://www.daknong.gov.vn/chi-tiet?id=7&cat=2"),
        ("/tim?q=100%", "https://www.daknong.gov.vn/tim?q=100%25"),
    ],
)
def test_a_printed_address_becomes_absolute(printed: str, absolute: str) -> None:
    assert canonical_address(printed, PAGE) == absolute


@pytest.mark.parametrize(
    "printed",
    [
        "javascript:void(0)",
        "JavaScript:__doPostBack('ctl00$Pager','3')",
        "mailto:vanthu@daknong.gov.vn",
        "tel:02613544874",
        "data:text/html,xin-chao",
        "file:///etc/passwd",
        "ftp://daknong.gov.vn/van-ban.zip",
        "http://vanthu@daknong.gov.vn",
        "http:///tin",
        "https://daknong.gov.vn:99999/",
        "http://da knong.gov.vn/",
    ],
)
def test_what_is_no_web_page_has_no_address(printed: str) -> None:
    assert canonical_address(printed, PAGE) is None


@pytest.mark.parametrize("base", [None, "about:blank", "file:///srv/tin.html"])
def test_a_relative_address_without_a_web_page_is_none(base: str | None) -> None:
    assert canonical_address("/tin/1", base) is None
    assert canonical_address("tin/1?x=1", base) is None


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (
            "https://hoinongdanag.org.vn/wps/portal/tuyen-truyen/ky-niem-1268;jsessionid=B193509A4560F57ECF8BD36C228D3ABA",
            "https://hoinongdanag.org.vn/wps/portal/tuyen-truyen/ky-niem-1268",
        ),
        ("http://stc.vn/(S(lit3py55t21z5v55vlm25s55))/tin.aspx?id=4", "http://stc.vn/tin.aspx?id=4"),
        (
            "https://bao.vn/a-12345.html?utm_source=zalo&utm_medium=x&p=2&fbclid=IwAR0",
            "https://bao.vn/a-12345.html?p=2",
        ),
        ("https://so.vn/tin?id=7&jsessionid=B193509A", "https://so.vn/tin?id=7"),
        ("https://so.vn/tin?id=7&msclkid=2f1", "https://so.vn/tin?id=7"),
        ("https://so.vn/tin?gidzl=u-Tq&id=7", "https://so.vn/tin?id=7"),
        (
            "https://x.vn/tin/-/asset_publisher/a1/content/ke-hoach?inheritRedirect=false&redirect=%2Ftin",
            "https://x.vn/tin/-/asset_publisher/a1/content/ke-hoach",
        ),
        (
            "https://x.vn/tin?p_p_id=101&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_id=column-1&p_p_col_count=2"
            "&_101_delta=20&_101_cur=3",
            "https://x.vn/tin?p_p_id=101&_101_delta=20&_101_cur=3",
        ),
        (
            "https://x.vn/tin?p_p_id=59_INSTANCE_6aZa&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_id=column-2",
            "https://x.vn/tin",
        ),
        (
            "http://x.edu.vn/trang-chu?p_auth=hvQsAaiX&p_p_id=Visit_WAR_Visit&p_p_lifecycle=1&p_p_state=normal"
            "&_Visit_WAR_Visit_javax.portlet.action=CountVisit",
            "http://x.edu.vn/trang-chu",
        ),
        (
            "https://x.vn/tin?p_p_id=20&p_p_lifecycle=2&p_p_resource_id=tai&_20_tep=7",
            "https://x.vn/tin?p_p_id=20&p_p_lifecycle=2&p_p_resource_id=tai&_20_tep=7",
        ),
        (
            "https://x.vn/chi-tiet?dDocName=P47&_adf.ctrl-state=1d0k_4&_afrLoop=22334",
            "https://x.vn/chi-tiet?dDocName=P47",
        ),
        ("https://x.vn/?cn=28&gd=4&tc=1589", "https://x.vn/?cn=28&gd=4&tc=1589"),
        (
            "http://x.vn/Default.aspx?tabid=107&Group=82&NID=4386",
            "http://x.vn/Default.aspx?tabid=107&Group=82&NID=4386",
        ),
    ],
)
def test_what_only_this_visit_added_goes_and_what_chooses_content_stays(printed: str, kept: str) -> None:
    assert canonical_address(printed) == kept


def test_a_decomposed_letter_is_fetched_decomposed_and_is_the_same_announcement() -> None:
    composed = "https://www.ninhthuan.gov.vn/Pages/Kế-hoạch-tuyên-truyền.aspx"
    decomposed = normalize("NFD", composed)
    assert canonical_address(composed) != canonical_address(decomposed)
    assert canonical_address(decomposed) == canonical_address(canonical_address(decomposed) or "")
    assert address_key(composed) == address_key(decomposed) == address_key(canonical_address(decomposed) or "")


@pytest.mark.parametrize(
    "views",
    [
        (
            "http://www.x.gov.vn/tin/ke-hoach-nam-2021",
            "https://x.gov.vn/tin/ke-hoach-nam-2021/",
            "https://m.x.gov.vn/tin/ke-hoach-nam-2021",
        ),
        (
            "https://x.vn/?gd=56&cn=1176&tc=1463",
            "https://x.vn/?tc=1463&cn=1176&gd=56",
            "https://x.vn/Default.aspx?TC=1463&CN=1176&GD=56",
        ),
        (
            "http://kiemlam.vn/news/savefile/Hoat-dong/Hoi-xuan-216.html",
            "http://kiemlam.vn/news/Hoat-dong/Hoi-xuan-216.html",
            "http://kiemlam.vn/news/print/Hoat-dong/Hoi-xuan-216.html",
        ),
        ("http://x.org.vn/View/Thong-bao/canh_bao/?print=1792201311", "http://x.org.vn/View/Thong-bao/canh_bao/"),
        (
            "https://hp.gov.vn/khai-truong.html/amp",
            "https://hp.gov.vn/khai-truong.html",
            "https://hp.gov.vn/khai-truong.html?amp=1",
        ),
        ("https://viettri.vn/trang-in-10182.html", "https://viettri.vn/dai-hoi-dang-bo-10182.html"),
        (
            "https://quangnam.gov.vn/tin/1.html",
            "http://www.quangnam.gov.vn/tin/1.html",
            "http://m.quangnam.gov.vn/tin/1.html",
        ),
        ("https://kontum.gov.vn/tin/1.html", "https://www.kontum.gov.vn/tin/1.html"),
        ("http://vpubnd.vn/detailNewsPrint.aspx?id=10958", "http://vpubnd.vn/detailnews.aspx?ID=10958"),
        (
            "https://dl.gov.vn/-/asset_publisher/bD/content/nghi-tet/pop_up",
            "https://dl.gov.vn/-/asset_publisher/bD/content/nghi-tet?redirect=%2Ftin",
        ),
        (
            "https://beta.bao.vn/thoi-su/202109/hoan-to-chuc-2193290/index.html",
            "https://beta.bao.vn/thoi-su/202109/hoan-to-chuc-phien-tiep-dan-2193290/",
        ),
        (
            "http://so.vn/index.php/thong-bao/918-thong-bao-cuoc-thi?tmpl=component&print=1&layout=default&page=",
            "http://so.vn/thong-bao/918-thong-bao-cuoc-thi",
        ),
        (
            "http://q8.vn/lists/posts/post.aspx?Source=/tintuc&ItemID=7169&Mode=1",
            "http://q8.vn/Lists/Posts/Post.aspx?ItemID=7169&Mode=1",
        ),
        (
            "http://q8.vn/lists/posts/post.aspx?ItemID=7169&Source=%2ftintuc%2fPages%2fdefault.aspx",
            "http://q8.vn/lists/posts/post.aspx?ItemID=7169&isPrint=true",
        ),
        (
            "http://sxd.vn/x.aspx?NewsID=C0EE70B6-2594-4A57-A40F-5E5C360D4C07",
            "http://sxd.vn/x.aspx?NewsID=c0ee70b6-2594-4a57-a40f-5e5c360d4c07",
        ),
        (
            "https://so.vn/vi/thanh-tra/-/view_content/3885264-xu-phat.html",
            "http://so.vn:80/vi/thanh-tra/-/view_content/3885264-xu-phat.html",
            "https://so.vn:443/vi/thanh-tra/-/view_content/3885264-xu-phat.html;jsessionid=AB12.node1",
            "https://so.vn/vi/thanh-tra/-/view_content/3885264-xu-phat.html?redirect=%2Fvi%2Fthanh-tra",
            "https://so.vn/vi/thanh-tra/-/view_content/3885264-xu-phat.html?inheritRedirect=true&p_p_state=pop_up",
            "https://so.vn/vi/thanh-tra/-/view_content/3885264-xu-phat.html?utm_source=zalo&fbclid=1#top",
        ),
        (
            "https://x.vn/tin?p_p_id=101_INSTANCE_a&_101_INSTANCE_a_assetEntryId=99",
            "https://x.vn/tin?p_p_id=101_INSTANCE_a&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_id=column-1"
            "&_101_INSTANCE_a_assetEntryId=99",
            "https://x.vn/tin?p_p_id=101_INSTANCE_a&p_p_lifecycle=0&p_p_state=maximized&p_p_col_count=2"
            "&_101_INSTANCE_a_assetEntryId=99&_101_INSTANCE_a_viewMode=print",
        ),
        (
            "https://x.vn/chitiet.aspx?id=55",
            "https://x.vn/ChiTiet.aspx?ID=55&returnurl=%2Fdefault.aspx",
            "https://x.vn/(S(abc123def))/chitiet.aspx?id=55",
        ),
        (
            "https://bao.vn/tin-tuc/thu-hoach-lua-12345.html",
            "https://bao.vn/tin-tuc/thu-hoach-lua-som-12345.html?print=true",
            "https://bao.vn/amp/tin-tuc/thu-hoach-lua-12345.html",
        ),
    ],
)
def test_the_views_of_one_announcement_share_one_key(views: tuple[str, ...]) -> None:
    assert len({address_key(view) for view in views}) == 1, [address_key(view) for view in views]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.vn/?gd=56&cn=1176&tc=1463", "https://x.vn/?gd=56&cn=1176&tc=1464"),
        (
            "http://x.vn/Default.aspx?tabid=107&Group=82&NID=4386",
            "http://x.vn/Default.aspx?tabid=107&Group=82&NID=4387",
        ),
        ("http://x.vn/News/Details.aspx?id=MzY2", "http://x.vn/News/Details.aspx?id=mzy2"),
        ("http://x.vn/cong-van-so-12345.html", "http://x.vn/ke-hoach-so-12345.html"),
        ("http://x.vn/lich-tiep-dan-14072021.html", "http://x.vn/hop-bao-14072021.html"),
        ("http://x.vn/ke-hoach-nam-2021.html", "http://x.vn/bao-cao-nam-2021.html"),
        ("https://bao.vn/video/khai-mac-15301.html", "https://bao.vn/chinh-tri/khai-mac-15301.html"),
        ("http://x.vn/Tin/A", "http://x.vn/Tin/a"),
        ("http://syt.x.gov.vn/tin/1", "http://sxd.x.gov.vn/tin/1"),
        ("http://x.vn/tim?p=a%26b", "http://x.vn/tim?p=a&b=1"),
        ("http://x.vn/tin?page=1", "http://x.vn/tin?page=2"),
        ("http://x.vn:8080/tin", "http://x.vn/tin"),
        ("http://x.vn/tin?source=congbao&id=3", "http://x.vn/tin?source=sotuphap&id=3"),
        ("http://x.vn/print.aspx?p=9410", "http://x.vn/print.aspx?p=9411"),
    ],
)
def test_two_announcements_never_share_a_key(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


def test_bytes_that_are_no_utf8_stay_in_the_key_as_escapes() -> None:
    assert address_key("http://x.vn/t%EAn.html") == "x.vn/t%EAn.html"
    assert address_key("http://x.vn/t%EAn.html") != address_key("http://x.vn/t%EBn.html")


def test_the_key_of_what_is_no_web_page_is_refused() -> None:
    with pytest.raises(ValueError, match="is not the address of a web page"):
        address_key("mailto:vanthu@daknong.gov.vn")


def test_the_canonical_form_is_its_own_canonical_form() -> None:
    for printed in ("/a b/ế?x=%zz&y= 1", "/(S(a1))/x;jsessionid=1?utm_source=2", "/./a/../b#c", "/tin?a=1&&b="):
        once = canonical_address(printed, PAGE)
        assert once is not None
        assert canonical_address(once) == once


@pytest.mark.parametrize(
    "address",
    [
        "https://baoquangninh.vn/thanh-pho-mong-cai-hoan-thanh-cong-tac-giao-quan-2481234.html",
        "http://snv.thuathienhue.gov.vn/?gd=27&cn=98&tc=2000",
        "http://congbao.kontum.gov.vn:8080/Pages/K%E1%BA%BF%20ho%E1%BA%A1ch.aspx?ItemID=12",
    ],
)
def test_scrapy_writes_a_plain_address_as_it_stands(address: str) -> None:
    assert is_plain(address)
    assert safe_url_string(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://x.vn/tin|1", "http://x.vn/tin?a='1'", "http://x.vn/tin 1", "http://x.vn/kế-hoạch", "HTTP://x.vn/tin",
        "http://a@x.vn/tin", "http://x.vn", "http://x.vn/tin#c", "http://x.vn/tin?a=100%", "/tin/1", "",
    ],
)  # fmt: skip
def test_what_scrapy_may_write_in_another_way_is_no_plain_address(address: str) -> None:
    assert not is_plain(address)


@pytest.mark.parametrize(
    ("address", "is_front"),
    [
        ("https://x.gov.vn/", True),
        ("https://x.gov.vn", True),
        ("https://x.gov.vn/trang-chu?lang=vi", True),
        ("https://x.gov.vn/Trang/Home.aspx", True),
        ("https://x.gov.vn/trang/gioi-thieu.aspx", False),
        ("https://x.gov.vn/SitePages/trangchu.aspx", True),
        ("https://x.gov.vn/sitepages/tin-tuc.aspx", False),
        ("https://x.gov.vn/tin-tuc", False),
        ("https://x.gov.vn/?id=5", False),
        ("", False),
    ],
)
def test_a_front_page_is_known_by_its_address_and_no_address_is_none(address: str, is_front: bool) -> None:
    assert is_front_address(address) is is_front
