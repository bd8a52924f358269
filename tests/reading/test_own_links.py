"""A title may be a link to its own page, which prints the page's address in another form."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.ownlinks import are_same

SITE = "https://xa-moc.example"
JOOMLA = f"{SITE}/index.php?option=com_content&view=article&id=412"
SLUG = "xa-moc-gieo-sa-vu-dong-xuan"
TITLE = "Nông dân toàn xã gieo sạ xong vụ đông xuân"
TEXT = "<p>Đến cuối tuần qua, nông dân xã Mộc đã gieo sạ xong toàn bộ 320 ha lúa đông xuân, sớm hơn mọi năm.</p>"

CODE = "3FA244AD-F517-A775-36BE-6E688E8B88C2"
CODE_OF_SECTION = "9E3F2B6A-7D14-4C8A-A3B5-60B2F1D9E771"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (JOOMLA, f"{JOOMLA}:{SLUG}&catid=34:nong-nghiep&Itemid=54"),
        (f"{JOOMLA}:{SLUG}&Itemid=54", f"{JOOMLA}&Itemid=61"),
        (JOOMLA, f"{SITE}/nong-nghiep/412-{SLUG}.html"),
        (JOOMLA, f"{SITE}/index.php/component/content/article/34-nong-nghiep/412-{SLUG}"),
        (f"{SITE}/tin.aspx?newsid=412&catid=3", f"{SITE}/Tin.aspx?CatID=3&NewsID=412"),
        (f"{SITE}/node/412", f"http://www.xa-moc.example/node/412-{SLUG}"),
        (f"{SITE}/nong-nghiep/{SLUG}-412.html", f"{SITE}/nong-nghiep/412/{SLUG}"),
        (f"{SITE}/nong-nghiep/{SLUG}.html", f"{SITE}/vi/tin-tuc/{SLUG}"),
        (f"{SITE}/412-{SLUG}", f"{SITE}/412-{SLUG}-som-nam-ngay"),
        (f"{SITE}/412-{SLUG}?Itemid=54", f"{SITE}/412-{SLUG}?Itemid=61"),
        (f"{SITE}/{SLUG}", f"{SITE}/{SLUG}?Itemid=61"),
        (f"{SITE}/Pages/{SLUG}.aspx?ItemID=412", f"{SITE}/tin/Pages/{SLUG}.aspx?ItemID=412"),
        (f"{SITE}/vb/toanvan.aspx?ItemID=412&dvid=251", f"{SITE}/vb/thuoctinh.aspx?dvid=251&ItemID=412"),
        (
            f"{SITE}/tid/le-hoi/newsid/{CODE}/cid/{CODE_OF_SECTION}",
            f"{SITE}/in/newsid/{CODE.lower()}/cid/{CODE_OF_SECTION}",
        ),
    ],
)
def test_two_forms_of_one_address_lead_to_one_announcement(one: str, other: str) -> None:
    assert are_same(one, other)
    assert are_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{SITE}/tin/cid/{CODE_OF_SECTION}", f"{SITE}/tin/tid/le-hoi/newsid/{CODE}/cid/{CODE_OF_SECTION}"),
        (f"{SITE}/newsid/{CODE}/cid/{CODE_OF_SECTION}", f"{SITE}/newsid/{CODE[:-1]}3/cid/{CODE_OF_SECTION}"),
        (f"{SITE}/vb/vanban.aspx?idLoaiVanBan=21&dvid=251", f"{SITE}/vb/toanvan.aspx?ItemID=412&dvid=251"),
        (f"{SITE}/vb/toanvan.aspx?ItemID=413&dvid=251", f"{SITE}/vb/toanvan.aspx?ItemID=412&dvid=251"),
        (JOOMLA, f"{SITE}/index.php?option=com_content&view=article&id=4123:{SLUG}"),
        (f"{SITE}/index.php?option=com_content&view=category&id=34", f"{SITE}/index.php?view=article&id=34:{SLUG}"),
        (f"{SITE}/tin.aspx?cid=3&id=412", f"{SITE}/tin.aspx?cid=3&id=413"),
        (f"{SITE}/Pages/chi-tiet-tin-tuc.aspx?ItemID=412", f"{SITE}/Pages/chi-tiet-tin-tuc.aspx?ItemID=413"),
        (f"{SITE}/chi-tiet-tin-tuc.aspx?ItemID=412&l=Tin", f"{SITE}/chi-tiet-tin-tuc.aspx?ItemId=93464&l=Tin"),
        (f"{SITE}/Pages/tin-tuc-su-kien.aspx", f"{SITE}/Pages/tin-tuc-su-kien.aspx?ItemID=412"),
        (f"{SITE}/van-ban?gid=12", f"{SITE}/van-ban?gid=12&docid=3"),
        (f"{SITE}/tin.aspx?tabid=3&catid=7", f"{SITE}/tin.aspx?tabid=3&catid=7&page=2"),
        (f"{SITE}/ke-hoach-nam-2024.html", f"{SITE}/bao-cao-nam-2024.html"),
        (f"{SITE}/cong-bao-so-412", f"{SITE}/412-{SLUG}"),
        (f"{SITE}/2024/11/{SLUG}", f"{SITE}/2024/11/le-hoi-long-tong-xa-moc"),
        (f"{SITE}/412-{SLUG}", f"{SITE}/412-le-hoi-long-tong"),
        (f"{SITE}/tin-tuc", f"{SITE}/vi/tin-tuc"),
        (f"{SITE}/tin/{SLUG}", f"{SITE}/tai-ve/{SLUG}.pdf"),
        (f"{SITE}/tin/{SLUG}-412.html", f"{SITE}/tai-ve/412-{SLUG}.docx"),
        (f"{SITE}/412-{SLUG}", f"https://xa-lam.example/412-{SLUG}"),
    ],
)
def test_what_has_a_number_or_words_in_common_may_be_another_page(one: str, other: str) -> None:
    assert not are_same(one, other)


def read(link: str, *, head: str = "", url: str = JOOMLA, printed: str = "<h2><a href='{}'>{}</a></h2>") -> str | None:
    markup = f"<body><p><a href='/'>Trang chủ</a></p>{printed.format(link, TITLE)}<p>12/11/2023 09:14</p>{TEXT * 3}"
    told = read_page(f"<html><head>{head}</head>{markup}</body></html>".encode(), url).announcement
    return told.title if told is not None else None


@pytest.mark.parametrize(
    "printed",
    [
        "<h2><a href='{}'>{}</a></h2>",
        "<table><tr><td class=contentheading><a class=contentpagetitle href='{}'>{}</a></td></tr></table>",
        "<div class=title><a href='{}'>{}</a></div>",
        "<p><a href='{}'><b>{}</b></a></p>",
        "<div><a href='/cchc'><img src=1.png></a><a href='/dvc'><img src=2.png></a>"
        "<a href='/nv'><img src=3.png></a></div>"
        "<div><a href='{}'>{}</a></div>",
    ],
)
@pytest.mark.parametrize("link", [f"/index.php?option=com_content&id=412:{SLUG}", f"/nong-nghiep/412-{SLUG}.html"])
def test_a_title_that_leads_to_its_own_page_in_another_form_is_the_title(link: str, printed: str) -> None:
    assert read(link, printed=printed) == TITLE


@pytest.mark.parametrize("declared", ["<link rel=canonical href='{}'>", "<meta property='og:url' content='{}'>"])
def test_a_title_leads_to_the_address_that_the_head_declares(declared: str) -> None:
    assert read(f"/2023/11/{SLUG}/", url=f"{SITE}/?p=412", head=declared.format(f"{SITE}/2023/11/{SLUG}/")) == TITLE


def test_a_title_that_leads_elsewhere_is_one_where_the_window_is_called_so() -> None:
    assert read("/x", head=f"<title>{TITLE}</title>") == TITLE


@pytest.mark.parametrize("head", ["", "<title>Trang tin xã Mộc</title>"])
@pytest.mark.parametrize("link", ["/nong-nghiep/413-le-hoi-long-tong", "/index.php?option=com_content&id=413"])
def test_the_name_of_another_page_is_no_title(link: str, head: str) -> None:
    assert read(link, head=head) is None


POSTED = "<div class=a><a href='{own}'><time>20 Tháng Năm, 2021</time></a> bởi <a href='{account}'>admin</a></div>"


def day(own: str) -> str | None:
    posted = POSTED.format(own=own, account=f"{SITE}/author/admin/")
    markup = f"<body><h1>{TITLE}</h1>{posted}{TEXT * 3}</body>"
    told = read_page(f"<html>{markup}</html>".encode(), f"{SITE}/2021/05/{SLUG}/").announcement
    return told.date_line if told is not None else None


def test_a_day_that_leads_to_its_own_page_is_the_day_though_its_account_is_linked_too() -> None:
    assert (day(f"{SITE}/2021/05/{SLUG}/") or "").startswith("20 Tháng Năm, 2021")
    assert day(f"{SITE}/2021/05/le-hoi-long-tong/") is None
