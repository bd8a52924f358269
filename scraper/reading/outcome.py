"""What became of a page: read, or empty, blocked, gone, cut, or no page at all. Four failures are never one.

Every sign is weighed against what the page says besides: an article about captchas is no bot wall, and a portal
that closes none of its tags is not half a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from archive.model import PrintedAnnouncement
from archive.patterns import rare
from archive.vietnamese.spelling import fold
from scraper.reading.filetypes import is_paper
from scraper.reading.kept import kept
from scraper.reading.markup import Element
from scraper.reading.page import Page
from scraper.reading.records import lines_of
from scraper.reading.result import Entry, Outcome
from scraper.reading.servererrors import MARKS, SERVER_ERROR, tells_server_error
from scraper.reading.stubs import COOKIE_STUB, is_stub

LOGIN_WALL = "login-wall"
"""The flag of a page that asks for a login in place of what was sought."""
_KINDS = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "doc",
    b"Rar!\x1a\x07": "rar",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"RIFF": "media",
    b"ID3": "media",
    b"OggS": "media",
}
CALLED_HTML = "-called-html"
"""What the flag of a file says behind its kind where its type or its address promised a page."""
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HTML_ENDING = re.compile(r"\.(?:[sx]?html?|htmx)$", re.I)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONG_TEXT = 1500
"""Characters of body or of visible text from which on a page says something of its own."""
_NEAR = 2
"""Lines below the name of a list in which it says that it is empty."""
_OWN_LINE = 180
"""Characters that a notice has at most; a longer line talks about something."""

_WALLS: tuple[tuple[bytes, str], ...] = (
    (b"_cf_chl_opt", "cloudflare"),
    (b"cf-browser-verification", "cloudflare"),
    (b"challenge-platform", "cloudflare"),
    (b"cf-error-details", "cloudflare"),
    (b"_incapsula_resource", "imperva"),
    (b"incapsula incident id", "imperva"),
    (b"the requested url was rejected", "web-firewall"),
    (b"web page blocked", "web-firewall"),
    (b"request blocked", "web-firewall"),
    (b"sucuri website firewall", "web-firewall"),
    (b"awswafcookiedomainlist", "web-firewall"),
    (b"g-recaptcha", "captcha"),
    (b"h-captcha", "captcha"),
    (b"cf-turnstile", "captcha"),
)
_VISITOR = "(?:ban|quy khach|quy vi)"
_BLOCKED = rare(
    r"(?P<denied>access (?:is )?denied|(?:40[13]|error)\W+(?:forbidden|unauthorized).*|forbidden|unauthorized"
    r"|(?:ban |quy khach )?(?:khong co quyen|khong duoc phep) (?:truy cap|xem)\b.*"
    r"|(?:yeu cau|truy cap)\b.{0,40}\b(?:bi )?(?:tu choi|chan)\b.*|you (?:do not|don't) have permission\b.*"
    r"|(?:tu choi|chan) (?:truy cap|ket noi)"
    rf"|.{{0,60}}\b(?:tu choi|chan)\b.{{0,20}}\b(?:truy cap|yeu cau|ket noi)\b.{{0,20}}\bcua {_VISITOR}\b.*"
    rf"|{_VISITOR}\b.{{0,20}}\bbi (?:tam thoi )?(?:tu choi|chan|cam|khoa)\b.{{0,10}}\btruy cap\b.*"
    r"|(?:dia chi |dai )?ip\b.{0,40}\bbi\b.{0,12}\b(?:tu choi|chan|cam|khoa)\b.*"
    rf"|{_VISITOR} (?:da |dang )?(?:truy cap|gui yeu cau|thao tac|tai trang)\b.{{0,20}}\bqua (?:nhieu|nhanh)\b.*"
    r"|(?:co )?qua nhieu (?:yeu cau|luot truy cap|ket noi)"
    r"(?: (?:den |gui )?tu (?:dia chi|ip|may|trinh duyet|phia ban)\b.*)?"
    r"|(?:error )?(?:429\W+)?too many (?:requests|connections)\b.*"
    r"|your? (?:ip\b.{0,40}\b)?ha(?:ve|s) been (?:temporarily )?(?:blocked|banned)\b.*)"
    r"|.*\b(?:khong phai (?:la )?(?:robot|nguoi may)|not a robot|are you (?:a )?(?:human|robot)|you are human"
    r"|checking your browser|just a moment|attention required|ddos protection|unusual traffic"
    r"|(?:truy cap|luu luong) bat thuong|ma xac (?:nhan|thuc|minh)|captcha|(?:bat|enable) (?:javascript|cookies?))\b.*"
)
_LOGIN = re.compile(r"(?:vui long |ban (?:can|phai) |please )?(?:dang nhap|log ?in|sign ?in)\b.*")
_PIECE = (
    r"\b(?:bai(?: viet| bao)?|tin(?: bai| tuc)?|ban tin|noi dung|van ban|muc tin|du lieu|chuyen muc|file|tap tin"
    r"|tep(?: tin)?|tai lieu)\b"
)
_PLACE = r"\b(?:trang(?: web| tin)?|duong dan|lien ket|tai nguyen|dia chi|url)\b"
_GONE = rare(
    r"(?:loi )?404\b.*|not found|.*\bpage (?:you .{0,30})?(?:was |could |can )?not (?:be )?found\b.*"
    rf"|.*(?:{_PIECE}|{_PLACE}).{{0,50}}\b(?:khong (?:con )?ton tai|da (?:bi |duoc )?(?:xoa|go))\b.*"
    rf"|.*{_PLACE}.{{0,50}}\bkhong (?:hop le|(?:duoc )?tim thay)\b.*"
    rf"|.*\bkhong (?:tim thay|ton tai)(?: duoc)? {_PLACE}.*"
    r"|.*\b(?:requested|web) (?:resource|content|item|article)\b.{0,30}\b(?:not (?:be )?found|not exist|no longer)\b.*"
)
_NOT_FOUND = re.compile(rf"(?!.*\b(?:phu hop|tu khoa)\b).*\bkhong (?:tim thay|ton tai)(?: duoc)? {_PIECE}.*")
_EMPTY = re.compile(
    r".*\b(?:khong co|chua co|khong tim thay)\b.{0,20}"
    r"\b(?:du lieu|tin(?: bai| tuc)?|bai(?: viet)?|ban ghi|ket qua|noi dung|van ban|muc)\b.*"
    r"|.*\bnoi dung\b.{0,20}\b(?:dang|chua|se) (?:duoc )?cap nhat\b.*"
    r"|(?:du lieu |thong tin )?dang (?:duoc )?cap nhat\b.*"
    r"|.*\b(?:no (?:results|items|records|data|posts|entries)|there are no)\b.*"
)
_EMPTY_WORDS = ("khong", "chua co", "cap nhat", "no ", "are no", "nothing ")
"""One of them stands in what says that there is nothing to show, and in few other lines."""
_SECTION = r"(?:trong )?(?:chuyen |danh )?muc(?: (?:nay|tin))?\W+"
_SO_FAR = r"(?:(?:hien|van)(?: (?:tai|nay|con))?\W+)?"
_MISSING = r"(?:khong|chua) (?:co|tim thay|ton tai)(?: (?:mot|bat ky))?"
_RECORDS = (
    r"(?:du lieu|ban ghi|bai(?: viet| dang)?|ban tin|tin(?: bai| tuc)?|van ban|ket qua|muc|thong bao|cau hoi|ho so"
    r"|tai lieu|su kien|video|album)"
)
_CALLED_NONE = (
    r"(?:(?:cuoc|phien|thong tin) )?(?:du thao|dau gia|lich(?: (?:cong tac|lam viec|tiep dan|tiep cong dan|hop))?"
    r"|goi thau|ke hoach|quy hoach|(?:dot )?tuyen dung|(?:cuoc )?hop|thu tuc(?: hanh chinh)?|hinh anh) nao"
    r"(?: (?:dang|duoc|can|sap)"
    r"(?: (?:dang(?: tai)?|mo|dien ra|lay y kien|gop y|ban hanh|cong bo|cap nhat|to chuc)){0,2})?"
    r"(?: (?:trong|o|tai|thuoc)(?: [^\s,.;]+){1,5})?"
)
"""What sections list besides, said to be missing as "none" and in few words: sentences of news speak of them too."""
_NOTHING_LISTED = re.compile(
    rf"\W*(?:(?:rat tiec|that tiec|xin loi|opp?s|sorry)\W+)?{_SO_FAR}"
    rf"(?:{_MISSING} {_CALLED_NONE}\W*"
    rf"|(?:{_MISSING} {_RECORDS}|{_SECTION}{_SO_FAR}{_MISSING} (?:{_RECORDS}|noi dung|thong tin))"
    r"(?: nao)?(?: (?:phu hop|trong|de|hien thi|o|thuoc|moi|duoc|tai)\b.*)?"
    r"\W*(?:(?<=\W)(?:vui long|xin|hay|moi ban|(?:quay|tro) (?:lai|ve))\b.*)?"
    rf"|{_SECTION}{_SO_FAR}(?:dang|chua) (?:duoc )?cap nhat\b.*"
    r"|(?:there (?:are|is|were) )?(?:currently )?no (?:[a-z]+ )?"
    r"(?:results?|items?|records?|data|posts?|entries|articles?|news|documents?|announcements?|content)"
    r"(?: (?:were |was |is |are )?(?:found|available|to|in|here|yet|match|matched|matching|posted|for)\b.*)?\W*"
    r"|(?:nothing (?:was )?(?:found|to (?:show|display))|khong tim thay)(?: gi(?: ca)?)?\W*)"
)
"""What a list says that has no entries; a page without a text says otherwise ("Nội dung đang được cập nhật")."""
_TELLING = re.compile(
    r"không|chưa|404|found|exist|denied|forbid|unauthor|từ chối|chặn|robot|captcha|javascript|cookie|moment|browser"
    r"|human|attention|permission|đăng nhập|log ?in|sign ?in|error|lỗi|unavailable|xác (?:nhận|thực|minh)|bất thường"
    r"|bị (?:khóa|khoá|cấm)|quá nh(?:iều|anh)|too many|blocked|banned|traffic|ddos|cập nhật|xóa|xoá|gỡ|\bno |500"
)
"""For a line in small letters, in which it is found ten times as fast as in any."""
_ABSENCES = ("không tồn tại", "không còn tồn tại", "không tìm thấy", "bị xóa", "bị xoá", "bị gỡ", "not found")
_TOLD_AMONG_OTHERS = tuple({word.encode().lower() for phrase in _ABSENCES for word in (phrase, phrase.upper())})
"""Notices that may stand amid a list, to be found in bytes whose letters without accents are small."""
_HIDDEN = etree.XPath("//@style[contains(., 'none') and contains(., 'display')]/..")
_SOME_ENTRIES = 3
_END, _TAIL = 100, 5_000
"""Characters at the end of a page: most close there, all others at least so near to it."""
_LEFT_OPEN = 2
_CLOSING = re.compile(r"</(?:html|body)\s*>", re.I)
_NESTING = re.compile(r"<(/?)(?:div|table|form|section|article|main|ul)\b", re.I)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a page, and by which sign: a flag in kebab-case ("cookie-stub", "pdf-called-html")."""

    outcome: Outcome
    flag: str


def is_called_html(url: str, content_type: str) -> bool:
    """Whether an answer is called a page, by its Content-Type or by its address; without a type, all but papers are."""
    named = content_type.partition(";")[0].strip().lower()
    if named in _HTML or _HTML_ENDING.search(url.partition("?")[0]) is not None:
        return True
    return not named and not is_paper(url)


def outcome_of_bytes(body: bytes, *, called_html: bool = True) -> Trouble | None:
    """What is wrong with a response before it is read as text: nothing in it, or a file in place of a page.

    The flag of a file is its kind, and says whether it was `called_html`.
    """
    head = body[:1024].lstrip(b"\xef\xbb\xbf\r\n\t \x00")
    if not head:
        return Trouble("empty", "no-bytes")
    kind = next((kind for magic, kind in _KINDS.items() if head.startswith(magic)), "")
    if not kind and body[4:8] == b"ftyp":
        kind = "media"
    start = b"" if kind else body[:4096]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if not start.startswith(_TEXT_MARKS) and controls * 20 > len(start) and b"<\x00" not in start:
        kind = "bytes"
    return Trouble("not_a_page", kind + CALLED_HTML * called_html) if kind else None


def find_trouble(
    page: Page,
    *,
    entries: Sequence[Entry] = (),
    article: PrintedAnnouncement | None = None,
    known: bool = False,
    within: Element | None = None,
) -> Trouble | None:
    """What is wrong with a page, None where it is what it claims to be.

    `entries` and `article` are what was read from it: a notice counts only where the page says little else. `known`
    says that a known skin printed the article: no wall comes in one. `within` is the part of the page that prints it,
    where notices elsewhere say nothing of it.
    """
    body = article.body_text if article is not None else ""
    listed = len(entries) >= _SOME_ENTRIES
    lines: list[str] = []
    sure = len(body) >= _LONG_TEXT or (article is not None and _is_beyond_doubt(article))
    if not sure and not (listed and not _may_tell_absence(page.data)):
        tree = page.tree if within is None else within
        lines = unlinked_lines(tree)
        found = (None if known else _stub(page, lines)) or _notice(tree, lines, bare=not entries, article=article)
        if found is not None:
            return found
    if _is_cut(page.text):
        return Trouble("cut", "half-a-page")
    if not entries and not body and not (article is not None and article.attachments):
        return Trouble("empty", "nothing-listed" if _are_of_emptiness(lines) else "nothing-read")
    return None


def tells_emptiness(tree: Any) -> bool:
    """Whether a line of a page says that there is nothing to show ("Chưa có bài viết")."""
    return bool(_places_of_emptiness(tree))


def tells_emptiness_below(tree: Any, is_name: Callable[[str], bool]) -> bool:
    """Whether a page says so right below its own name, by which `is_name` tells it."""
    lines = unlinked_lines(tree)
    above = {one for place in _places_of_emptiness(tree) for one in range(max(1, place - _NEAR), place)}
    return any(len(lines[place]) <= _OWN_LINE and is_name(lines[place]) for place in above)


@kept
def _places_of_emptiness(tree: Any) -> list[int]:
    """Which of the lines outside links say that there is nothing to show; kept, since lists ask three times."""
    return [place for place, line in enumerate(unlinked_lines(tree)) if says_nothing_shown(line)]


def _are_of_emptiness(lines: list[str]) -> bool:
    return any(map(says_nothing_shown, lines))


def says_nothing_shown(line: str) -> bool:
    """Whether a printed line says that there is nothing to show."""
    if len(line) > _OWN_LINE:
        return False
    folded = fold(line)
    told = any(word in folded for word in _EMPTY_WORDS)
    return told and (_EMPTY.fullmatch(folded) or _NOTHING_LISTED.fullmatch(folded)) is not None


def says_nothing_listed(line: str) -> bool:
    """Whether a printed line says that a list has no entries."""
    return len(line) <= _OWN_LINE and _NOTHING_LISTED.fullmatch(fold(line)) is not None


def _may_tell_absence(data: bytes) -> bool:
    """Whether markup holds the words of a notice that an article is gone."""
    lowered = data.lower()
    return any(words in lowered for words in _TOLD_AMONG_OTHERS)


def _is_beyond_doubt(article: PrintedAnnouncement) -> bool:
    """Whether what was read is no notice in place of a page: it has a title, and says nothing that notices say."""
    shown = article.body_text or article.attachments or "body-is-image" in article.flags
    told = article.title and shown and (article.date_line or article.attachments)
    return bool(told) and not any(map(_may_be_notice, _said_first(article)))


def _may_be_notice(line: str) -> bool:
    """A quick look at whether a line has a word that notices have."""
    return _TELLING.search(line.lower()) is not None


def _said_first(article: PrintedAnnouncement) -> list[str]:
    """Where an announcement would say that it is none: its title, and the first line of a short text."""
    body = article.body_text
    return [article.title or "", *(body.splitlines()[:1] if len(body) < 2 * _OWN_LINE else ())]


@kept
def unlinked_lines(tree: Any) -> list[str]:
    """The lines that a page prints outside links and out of sight, its title first; kept, since lists ask twice."""
    title = tree.find(".//title")
    skipped = {*tree.iter("a", "button", "label"), *_HIDDEN(tree)}
    named = [" ".join("".join(title.itertext()).split())] if title is not None else []
    return named + lines_of(tree.iter("body"), skip=skipped)


def _stub(page: Page, lines: list[str]) -> Trouble | None:
    """A page that exists only to set a cookie or to test the visitor."""
    if sum(map(len, lines)) >= _LONG_TEXT:
        return None
    if is_stub(page.text):
        return Trouble("blocked", COOKIE_STUB)
    lowered = page.data.lower()
    found = next((flag for sign, flag in _WALLS if sign in lowered), None)
    if found is None or (found == "captcha" and b"<textarea" in lowered):  # the form for comments has one too
        return None
    return Trouble("blocked", found)


def _notice(tree: Element, lines: list[str], *, bare: bool, article: PrintedAnnouncement | None) -> Trouble | None:
    """What a page tells its visitor in place of its content, in a line of its own; `bare` where nothing is listed."""
    bare = bare and sum(map(len, lines)) < _LONG_TEXT
    if article is not None and article.title and (article.date_line or article.attachments or article.body_text):
        lines = _said_first(article)
    notices = [fold(line).strip(MARKS) for line in lines if len(line) <= _OWN_LINE and _may_be_notice(line)]
    undated = article is None or not (article.date_line or article.attachments)
    if bare and undated and any(map(tells_server_error, lines)):
        return Trouble("empty", SERVER_ERROR)
    if any(map(_GONE.fullmatch, notices)) or (bare and any(map(_NOT_FOUND.fullmatch, notices))):
        return Trouble("gone", "not-found")
    blocked = next(filter(None, map(_BLOCKED.fullmatch, notices)), None) if bare else None
    if blocked is not None:
        return Trouble("blocked", "access-denied" if blocked["denied"] else "bot-wall")
    if bare and any(map(_LOGIN.fullmatch, notices)) and tree.find(".//input[@type='password']") is not None:
        return Trouble("blocked", LOGIN_WALL)
    return None


def _is_cut(text: str) -> bool:
    """Whether markup ends in the middle: inside a tag, a comment or a script, or with much left open.

    A fragment never had an end, and many portals forget `</html>`: such a page is whole where what it opened is closed.
    """
    if any(_CLOSING.search(text[-size:]) for size in (_END, _TAIL)):
        return False
    opened, closed = text.rfind("<"), text.rfind(">")
    if opened > closed and text[opened + 1 : opened + 2].isalpha() | (text[opened + 1 : opened + 2] in {"", "/", "!"}):
        return True
    lowered = text.lower()
    if lowered.rfind("<!--") > lowered.rfind("-->") or lowered.rfind("<script") > lowered.rfind("</script"):
        return True
    if "<body" not in lowered:
        return False
    linked = lowered.rfind("<a ") > lowered.rfind("</a")
    return linked + sum(-1 if closing else 1 for closing in _NESTING.findall(lowered)) >= _LEFT_OPEN
