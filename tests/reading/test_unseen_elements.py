"""Elements that a style sheet hides by a name it shares with others of its kind."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE, read

FIRST = "Ủy ban nhân dân huyện tổ chức"
AWAY = (
    "class='d-none'", "class='meta hidden'", "class='hidden hide d-none'", "hidden", "style='display: none'",
    "class='modal fade'", "class='x d-none d-print-none'",
)  # fmt: skip
SHOWN = (
    "class='d-none d-md-block'", "class='hidden sm:block'", "class='hidden-xs'", "class='overflow-hidden'",
    "class='hidden visible-lg'", "class='lg:hidden'", "class='modal-body'", "class='d-none d-lg-flex'",
)  # fmt: skip
WORDS = "Thanh niên trồng cây bên bờ kênh"


@pytest.mark.parametrize("attribute", AWAY)
@pytest.mark.parametrize("tag", ["div", "p", "span"])
def test_what_nobody_sees_is_no_text(tag: str, attribute: str) -> None:
    page = read("", f"<p>12/03/2025</p><div><{tag} {attribute}>{WORDS}</{tag}></div>")
    assert page.body_text.startswith(FIRST)


@pytest.mark.parametrize("attribute", SHOWN)
def test_what_a_wide_window_shows_is(attribute: str) -> None:
    assert WORDS in read("", f"<p>12/03/2025</p><div {attribute}>{WORDS}</div>").body_text


@pytest.mark.parametrize("attribute", AWAY)
def test_a_day_that_nobody_sees_is_none_of_publication_beside_one_in_sight(attribute: str) -> None:
    page = read("", f"<div {attribute}>Ngày đăng: 01/01/2024</div><p>Ngày đăng: 12/03/2025</p>")
    assert page.date_line == "Ngày đăng: 12/03/2025"


def test_a_text_of_which_all_is_hidden_is_read() -> None:
    text = TEXT.replace("<p>", "<p class='hidden'>")
    page = read_page(
        f"<h1>{TITLE}</h1><p>12/03/2025</p><div>{text}</div>".encode(), "https://portal.example/tin/7.html"
    )
    assert page.announcement is not None
    assert page.announcement.body_text.startswith(FIRST)
