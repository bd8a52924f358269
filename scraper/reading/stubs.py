"""Stubs: pages that have nothing but a script, which sets a cookie and asks for the page again.

What a visitor's browser would send next is read where it stands there in letters. A cookie that the script computes
(of the time, of the window, by a cipher) is a test of the visitor, and is not answered here.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from archive.addresses import canonical_address

COOKIE_STUB = "cookie-stub"
"""The flag of a stub."""
LARGEST = 8_000
"""Characters of a page from which on it is no stub."""
_SETS_AND_LEAVES = re.compile(
    r"document\.cookie\s*=.*?(?:location\.(?:reload|replace|assign)\s*\(|(?:window|document|self|top)?\.?location(?:\.href)?\s*=)",
    re.S,
)
_MOST_TEXT = 300
"""Characters that a stub may print, such as "Đang chuyển hướng…"."""
_UNSEEN = re.compile(r"<(script|style|noscript|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.I | re.S)
_LINK = re.compile(r"<a\s[^>]*href", re.I)
_LITERAL = r"(?:\"[^\"\\\n]*\"|'[^'\\\n]*')"
_SETTING = re.compile(r"document\.cookie\s*=(?!=)\s*")
_LITERALS = re.compile(rf"({_LITERAL}(?:\s*\+\s*{_LITERAL})*)\s*(?=[;,\n}}<]|$)")
_QUOTED = re.compile(_LITERAL)
_HERE = r"(?:(?:window|document|self|top)\.)?(?:location(?:\.href)?|URL)"
_LEAVING = re.compile(
    r"\blocation(?:\.reload\s*\(|(?:\.href)?\s*=(?!=)\s*|\.(?:replace|assign)\s*\(\s*)"
    rf"(?P<whither>(?:{_LITERAL}|{_HERE})(?=\s*(?:[;,)\n}}<]|$))|(?:true|false)?\s*\))"
)
_NAME = re.compile(r"[\w!#$%&'*+.^`|~-]{1,100}")
_VALUE = re.compile(r"[\x21-\x3a\x3c-\x7e]{0,2000}")
_TAKEN_BACK = re.compile(r"max-age\s*=\s*(?:0|-\d+)\s*(?:;|$)|expires\s*=[^;]*\b(?:19\d\d|200\d)\b", re.I)
_DOMAIN = re.compile(r"domain\s*=\s*\.?([^;\s]+)", re.I)


def is_stub(text: str) -> bool:
    """Whether a page sets a cookie and asks for itself, or for another page, and is small."""
    return len(text) < LARGEST and _SETS_AND_LEAVES.search(text) is not None


def stub_cookies(text: str, url: str) -> dict[str, str]:
    """The cookies that a stub at an address sets in letters, by their names.

    None where a page is no stub, where its script computes one of them, and where it leads to another host then.
    """
    if not is_stub(text) or len(_LINK.findall(text)) > 1 or len(_printed(text)) >= _MOST_TEXT:
        return {}
    leaving = _LEAVING.search(text, text.index("document.cookie"))
    if leaving is None or not _is_own(leaving["whither"], url):
        return {}
    settings = list(_SETTING.finditer(text))
    written = [literals for setting in settings if (literals := _LITERALS.match(text, setting.end()))]
    if len(written) < len(settings):
        return {}
    host = urlsplit(url).hostname or ""
    cookies = dict(_cookie("".join(one[1:-1] for one in _QUOTED.findall(literals[1])), host) for literals in written)
    return {name: value for name, value in cookies.items() if name}


def _printed(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split())


def _is_own(whither: str, url: str) -> bool:
    """Whether what a script goes to is on the page's own host: an address in letters, or the page itself."""
    if whither[:1] not in {'"', "'"}:
        return True
    target, own = canonical_address(whither[1:-1], url), canonical_address(url)
    return target is not None and own is not None and urlsplit(target).netloc == urlsplit(own).netloc


def _cookie(printed: str, host: str) -> tuple[str, str]:
    """Name and value of a cookie as a script writes it; empty where it is taken back, or is for another host."""
    pair, _, attributes = printed.partition(";")
    name, _, value = (part.strip() for part in pair.partition("="))
    domain = _DOMAIN.search(attributes)
    if _TAKEN_BACK.search(attributes) or not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
        return "", ""
    if domain is not None and not f".{host}".endswith(f".{domain[1].lower()}"):
        return "", ""
    return name, value
