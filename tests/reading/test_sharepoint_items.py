"""Pages below those of a SharePoint server itself: which show an item of a list, and which change or look up one."""

from __future__ import annotations

import pytest

from tests.reading.skinned import TITLE, read

SHAREPOINT = "<meta name='GENERATOR' content='Microsoft SharePoint'><script>var _spPageContextInfo={};</script>"
TITLES = (TITLE, "Khánh thành cầu Mộc Giang", "Huyện đoàn tổng kết công tác hè", "Công bố quyết định về cán bộ")
LIST = "9b2f4c1e-81d0-4b1b-8e0c-7a31f6a0c7b5"


def listed(shown: str, beside: str, words: str) -> list[str | None]:
    """The titles of the entries of a list whose rows lead to an item and to something beside it."""
    rows = "".join(
        f"<tr><td><a href='{shown}{number}'>{title}</a></td><td>26/12/2016</td>"
        f"<td><a href='{beside}{number}'>{words.format(number)}</a></td></tr>"
        for number, title in enumerate(TITLES, 860)
    )
    page = read(SHAREPOINT, f"<h1>Tin tức</h1><table>{rows}</table>", "http://so.example/portal/Pages/Tin-tuc.aspx")
    return [entry.title for entry in page.entries]


@pytest.mark.parametrize(
    "form",
    [
        "/_layouts/15/tintuc/chitiet.aspx?ItemId=",
        "/portal/_layouts/ICT.Portal/Tin/chitiet.aspx?ItemId=",
        "/_layouts/15/VB/chitiet.aspx?ItemId=",
        "/_layouts/DispForm.aspx?List=9b2f4c1e&amp;ID=",
        f"/_layouts/listform.aspx?PageType=4&amp;ListId={{{LIST.upper()}}}&amp;ID=",
        f"/_layouts/15/listform.aspx?ListId={LIST}&amp;PageType=4&amp;ID=",
        "/so/_layouts/15/CopyUtil.aspx?Use=id&amp;Action=dispform&amp;ListId=9b2f4c1e&amp;ItemId=",
    ],
)
def test_items_and_pages_of_a_vendor_below_those_of_the_server_are_announcements(form: str) -> None:
    assert listed(form, "/_layouts/15/listform.aspx?ID=", "Sửa mục tin số {} của trang") == list(TITLES)


@pytest.mark.parametrize(
    "form",
    [
        f"/_layouts/listform.aspx?PageType=6&amp;ListId={{{LIST.upper()}}}&amp;ID=",
        "/_layouts/15/listform.aspx?PageType=4&amp;ListId=9b2f4c1e&amp;RootFolder=*&amp;ID=",
        "/_layouts/15/listform.aspx?PageType=40&amp;ListId=9b2f4c1e&amp;ID=",
        "/_layouts/15/listform.aspx?PageType=4&amp;ListId=9b2f4c1e&amp;Folder=",
        "/_layouts/15/CopyUtil.aspx?Use=id&amp;Action=editform&amp;ListId=9b2f4c1e&amp;ItemId=",
    ],
)
def test_forms_that_change_an_item_and_items_that_a_column_looks_up_are_no_announcements(form: str) -> None:
    assert listed("/Lists/TinTuc/DispForm.aspx?ID=", form, "Lĩnh vực công tác thứ {} của sở") == list(TITLES)


@pytest.mark.parametrize(("opens", "listed_there"), [("EditLink2(this,12)", True), ("OpenPopUpPage(this.href)", False)])
def test_what_the_view_of_a_list_opens_is_its_item_though_it_is_addressed_as_looked_up_ones_are(
    opens: str, listed_there: bool
) -> None:
    form = "/_layouts/listform.aspx?PageType=4&amp;ListId=9b2f4c1e&amp;ID={}&amp;RootFolder=*"
    rows = "".join(
        f"<tr><td><a onfocus='OnLink(this)' href='{form.format(n)}' onclick='{opens};return false;'>{title}</a></td>"
        f"<td>26/12/2016</td></tr>"
        for n, title in enumerate(TITLES, 20)
    )
    page = read(SHAREPOINT, f"<table>{rows}</table>", "http://so.example/Lists/ThongBao/AllItems.aspx")
    assert [entry.title for entry in page.entries] == (list(TITLES) if listed_there else [])
