"""What is told of a closed site's own words: the sentence, and the address that it names however long it is."""

from __future__ import annotations

import pytest

from scraper.closed import words_of_closing
from scraper.reading import read_page
from scraper.reading.page import make_page

ENDED = "Cổng thông tin điện tử đã dừng hoạt động từ ngày 01/7/2025"
LONG = f"{ENDED} do sắp xếp đơn vị hành chính theo Nghị quyết của Quốc hội" + ", kính mong quý bạn đọc thông cảm" * 7


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<h2>{ENDED}, mời truy cập thanhhoa.gov.vn</h2>", f'it says "{ENDED}, mời truy cập thanhhoa.gov.vn"'),
        (
            f'<h2>{ENDED}, mời truy cập <a href="https://thanhhoa.gov.vn/">tại đây</a></h2>',
            f'it says "{ENDED}, mời truy cập tại đây", and names https://thanhhoa.gov.vn/',
        ),
        (
            f'<h2>{ENDED}</h2><p><a href="/vi">Tiếng Việt</a> <a href="https://facebook.com/x">Facebook</a></p>',
            f'it says "{ENDED}"',
        ),
        (f"<h2>{LONG}, mời truy cập https://thanhhoa.gov.vn.</h2>", '…", and names https://thanhhoa.gov.vn'),
        ("<h1>Thông báo</h1><p>Ngày 01/7/2025 Văn phòng nghỉ lễ.</p>", None),
    ],
    ids=["in the sentence", "only linked", "none", "behind a long sentence", "a living site"],
)
def test_the_words_of_a_closed_site_are_told_with_the_address_that_they_name(body: str, told: str | None) -> None:
    markup, url = f"<html><body>{body}</body></html>".encode(), "https://dongson.thanhhoa.gov.vn/"
    words = words_of_closing(make_page(markup, url), read_page(markup, url))
    assert words == told if told is None else (words or "").endswith(told)
