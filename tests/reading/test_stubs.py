"""What stubs set in letters, and what is computed or no stub at all."""

from __future__ import annotations

import pytest

from scraper.reading.stubs import is_stub, stub_cookies

HERE = "https://x.gov.vn/tin-tuc?page=2"


def page(script: str, text: str = "") -> str:
    return f"<html><head><title>x</title><script>{script}</script></head><body>{text}</body></html>"


@pytest.mark.parametrize(
    ("script", "cookies"),
    [
        ('document.cookie="D1N=1f0b;path=/";window.location.reload(true);', {"D1N": "1f0b"}),
        ("document.cookie='a=1;path=/'\ndocument.cookie='b=2'\ntop.location.href='/tin-tuc'", {"a": "1", "b": "2"}),
        ('document.cookie = "D1N=" + "1f" + "0b" + "; path=/" ; location.replace(location.href);', {"D1N": "1f0b"}),
        ("setTimeout(function(){document.cookie='k=v==; max-age=60',location.reload()},50)", {"k": "v=="}),
        ('document.cookie="k=v;domain=.gov.vn";location.assign("https://x.gov.vn/")', {"k": "v"}),
        ("document.cookie='x=;expires=Thu, 01 Jan 1970';document.cookie='k=v';location=document.URL;", {"k": "v"}),
    ],
)  # fmt: skip
def test_a_cookie_that_stands_there_in_letters_is_read(script: str, cookies: dict[str, str]) -> None:
    assert stub_cookies(page(script), HERE) == cookies


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("document.cookie='D1N='+toHex(key);location.reload()", id="a value that is computed"),
        pytest.param("document.cookie='a=1';document.cookie='b='+Date.now();location.reload()", id="one of two is"),
        pytest.param("document.cookie=`D1N=${key}`;location.reload()", id="a template"),
        pytest.param("document.cookie=name+'=1';location.reload()", id="a name that is computed"),
        pytest.param("document.cookie='a=1'+tail;location.reload()", id="a tail that is computed"),
        pytest.param("document.cookie='a=1';location.href='https://khac.example/'", id="another host"),
        pytest.param("document.cookie='a=1';location.href='/go?c='+check", id="an address that is computed"),
        pytest.param("document.cookie='a=1;domain=khac.example';location.reload()", id="a cookie of another host"),
        pytest.param("document.cookie='a=;max-age=0';location.reload()", id="a cookie that is taken back"),
        pytest.param("document.cookie='a=1\\r\\nX: y';location.reload()", id="a value with a line break"),
    ],
)
def test_what_is_computed_or_leads_elsewhere_is_not_answered(script: str) -> None:
    assert is_stub(page(script))
    assert stub_cookies(page(script), HERE) == {}


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(page("document.cookie='seen=1'"), id="a page that only remembers its visitor"),
        pytest.param(page("if(!/a=1/.test(document.cookie))location.reload()"), id="a page that only looks"),
        pytest.param(
            page("function vi(){document.cookie='lang=vi';location.reload()}", "<p>Tin tức của sở.</p>" * 40),
            id="a page with a text, where a button changes the language",
        ),
        pytest.param(
            page("function vi(){document.cookie='lang=vi';location.reload()}", "<a href='/1'>1</a><a href='/2'>2</a>"),
            id="a page with links",
        ),
        pytest.param(page("document.cookie='a=1';location.reload()//" + "x" * 9000), id="a page that is large"),
    ],
)
def test_a_page_with_something_to_show_is_none(markup: str) -> None:
    assert stub_cookies(markup, HERE) == {}
