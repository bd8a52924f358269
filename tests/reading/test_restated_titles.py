"""A title that stands once more as a paragraph: the text where that has no other, and else none of it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE

DAY = "<p>Ngày đăng: 22/11/2018</p>"
FILE = '<p>Xem chi tiết <a href="/up/613.pdf">tại đây</a></p>'


def body_of(below: str) -> str:
    page = f"<html><body><div><h1>{TITLE}</h1>{DAY}<div>{below}</div></div></body></html>"
    found = read_page(page.encode(), "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html").announcement
    assert found is not None
    assert found.title == TITLE
    return found.body_text


@pytest.mark.parametrize("said", [f"- {TITLE}", f"{TITLE}.", TITLE.upper()])
@pytest.mark.parametrize("file", [FILE, '<iframe src="/viewer.html?file=/up/613.pdf"></iframe>'])
def test_the_only_paragraph_is_the_text_though_it_says_the_title(file: str, said: str) -> None:
    assert body_of(f"<p>{said}</p>{file}").startswith(said)


@pytest.mark.parametrize(
    "below",
    [
        f"<p><b>{TITLE}</b></p>{TEXT}",
        f'<p><a href="/up/613.pdf">{TITLE}</a></p>',
        f"<h2>{TITLE}</h2>{FILE}",
        f'{FILE}<div class="modal fade"><p>{TITLE}</p><p>Gửi cho bạn bè</p></div>',
        f"{FILE}<ul><li>Trang chủ</li><li>{TITLE}</li></ul>",
    ],
)
def test_a_title_above_a_text_or_that_is_no_paragraph_is_none_of_the_text(below: str) -> None:
    assert TITLE not in body_of(below)
