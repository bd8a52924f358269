"""Lists beside boxes with tabs: each panel is called as the tab that shows it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.scraper.portals import title_of

RECORD = (
    "<div class='item'><a href='{url}'><img src='/a.jpg'></a><div><div><a href='{url}'>{title}</a></div>"
    "<span>1{number}/03/2020</span></div></div>"
)
TABS = "<ul><li><a {at}='#t1'>Mới nhất</a></li><li><a {at}='#t2'>{name}</a></li></ul>"
PANELS = "<div id='t1'><section>{first}</section></div><div id='t2'><section>{second}</section></div>"
FORMS = (
    "<div><div>{tabs}</div><div>{panels}</div></div>",
    "<div>{tabs}<button>Chọn</button>{panels}</div>",
    "<div>{tabs}<p></p><div>{panels}</div></div>",
)


def _records(section: str, first: int, count: int) -> str:
    url = f"/{section}/ke-hoach-cua-truong-nam-hoc-{{}}.html"
    return "".join(
        RECORD.format(url=url.format(number), title=title_of(number), number=number)
        for number in range(first, first + count)
    )


def _sections(name: str, form: str, at: str = "href") -> set[str]:
    """The first directories of what is read of a page of two rows, with tabs beside them."""
    main = f"<div><h2>Thông báo</h2><section>{_records('thong-bao/moi', 0, 2)}</section></div>"
    panels = PANELS.format(first=_records("tin/moi", 2, 3), second=_records("tin/khac", 5, 4))
    side = form.format(tabs=TABS.format(name=name, at=at), panels=panels)
    page = f"<html><title>Thông báo</title><body><div>{main}</div><div>{side}</div></body></html>"
    read = read_page(page.encode(), "https://c2x.edu.vn/tin-tuc/thong-bao")
    return {entry.url.removeprefix("https://c2x.edu.vn/").rpartition("/")[0] for entry in read.entries}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Xem nhiều", "Đọc nhiều nhất", "Tin nổi bật"])
def test_the_second_of_two_tabs_beside_a_list_is_a_box_as_its_tab_calls_it(name: str, form: str) -> None:
    assert _sections(name, form) == {"thong-bao/moi"}


@pytest.mark.parametrize("at", ["href", "data-target", "data-bs-target"])
def test_tabs_name_their_panels_by_links_and_by_what_scripts_read(at: str) -> None:
    assert _sections("Xem nhiều", FORMS[0], at) == {"thong-bao/moi"}


def test_a_panel_whose_tab_names_no_box_goes_on_with_the_list() -> None:
    assert _sections("Hoạt động chuyên môn", FORMS[0]) == {"thong-bao/moi", "tin/khac"}
