"""Names from which a font draws pictures are no words of a page."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Thôn Bến Trại nhận cây giống trồng rừng gỗ lớn"
TEXT = "Hơn hai trăm hộ dân của thôn nhận cây giống từ dự án trồng rừng, mỗi hộ được cấp từ 300 đến 500 cây keo lai."
DRAWN = (
    '<span class="material-symbols-outlined">calendar_month</span>',
    '<span class="material-symbols-rounded filled">event</span>',
    '<i class="material-icons">schedule</i>',
    '<i class="material-icons-outlined">schedule</i>',
    '<i aria-hidden="true" class="v-icon notranslate material-icons theme--light">today</i>',
    '<em class="google-material-icons">today</em>',
    '<mat-icon role="img">date_range</mat-icon>',
)


@pytest.mark.parametrize("icon", DRAWN)
def test_an_icon_beside_a_field_is_none_of_it(icon: str) -> None:
    page = f"<h1>{icon}{TITLE}</h1><p>{icon}14/03/2026 07:45</p><p>{TEXT}</p><p>{TEXT}</p><p>{icon} Minh Anh</p>"
    read = read_page(page.encode(), "https://bentrai.example/tin/1").announcement
    assert read is not None
    assert (read.title, read.date_line, read.byline) == (TITLE, "14/03/2026 07:45", "Minh Anh")


@pytest.mark.parametrize("icon", DRAWN)
def test_an_icon_is_no_part_of_a_files_name(icon: str) -> None:
    page = f"<h1>{TITLE}</h1><p>{TEXT}</p><p>{TEXT}</p><a href='/tep/12.pdf'>{icon} Kế hoạch 12</a>"
    read = read_page(page.encode(), "https://bentrai.example/tin/1").announcement
    assert read is not None
    assert [file.name for file in read.attachments] == ["Kế hoạch 12"]


@pytest.mark.parametrize("name", ("material-card", "materials", "bao-material-iconic", "raw-material"))
def test_words_in_elements_of_other_names_stay(name: str) -> None:
    page = f"<h1>{TITLE}</h1><p>14/03/2026</p><p>{TEXT}</p><p>{TEXT} Cây <span class='{name}'>keo</span> lai.</p>"
    read = read_page(page.encode(), "https://bentrai.example/tin/1").announcement
    assert read is not None
    assert (read.body_text or "").endswith("Cây keo lai.")


@pytest.mark.parametrize("base", ("/", "./", "https://bentrai.example/"))
def test_files_are_found_where_the_page_names_what_addresses_refer_to(base: str) -> None:
    page = f"<head><base href='{base}'></head><h1>{TITLE}</h1><p>{TEXT}</p><p>{TEXT}</p><a href='tep/12.pdf'>Tải về</a>"
    read = read_page(page.encode(), "https://bentrai.example/tin-1").announcement
    assert read is not None
    assert [file.url for file in read.attachments] == ["https://bentrai.example/tep/12.pdf"]
