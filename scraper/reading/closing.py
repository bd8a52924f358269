"""Sites that answer every address with word that they are closed: for maintenance, for good, unpaid, or not there yet.

A portal's front page, its lists and its announcements then all say so, with status 200: none is an announcement, and
none is gone. In July 2025, when 63 provinces became 34, hundreds of sites ended so. A living portal that
announces works on itself does so in its frame, amid its menus, on a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from archive.patterns import rare
from archive.vietnamese.spelling import fold
from scraper.reading.outcome import unlinked_lines
from scraper.reading.page import Page
from scraper.reading.result import Reading

Why = Literal["maintenance", "shut-down", "suspended", "expired", "default-page"]

_MOST_LINKS = 8
"""Those of a frame are more: the menus of a living portal."""
_LONGEST, _LONGEST_LINE = 700, 300
"""Characters that a site says when it is closed, and those of one line."""
_SITE = (
    r"\b(?:web ?site|site|trang (?:web|tin|chu|nay)|trang(?: thong)? tin dien tu|trang ttdt|portal"
    r"|cong (?:thong tin|ttdt|giao tiep dien tu|dich vu cong))\b"
)
_GAP = r"(?:(?!\. )[^!?]){0,120}?"
_WORKS = r"(?:bao tri|bao duong|nang cap|xay dung|hoan thien|sua chua|khac phuc su co|cap nhat he thong|chinh sua)"
_AT_WORK = r"(?:dang(?: tam (?:ngung|dung|thoi))?|tam (?:ngung|dung|thoi dong))\b.{0,40}?\b" + _WORKS + r"\b"
_ENDED = (
    r"(?:(?:dung|ngung|cham dut|ket thuc|tam dung|tam ngung) (?:hoat dong|van hanh|cung cap|su dung|cap nhat|phuc vu)"
    r"|khong con (?:duoc )?(?:hoat dong|su dung|cap nhat)|ngung (?:han|hoan toan)|dong cua)"
)
_MOVED = (
    r"(?:da |duoc |se )+(?:chuyen|doi|thay doi|hop nhat|sap nhap|tich hop)\b"
    r".{0,40}?\b(?:dia chi|ten mien|duong dan|cong|trang|website|site|https?://|www\.)"
)
_SIGNS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (
        "suspended",
        rare(
            r"\b(?:account|website|web ?site|site|hosting)\b.{0,30}\b(?:is|has been|was) (?:currently |temporarily )?"
            r"(?:suspended|disabled|deactivated)\b|^account suspended\b|\bbandwidth limit exceeded\b"
            r"|\b(?:hosting|tai khoan hosting|goi (?:dich vu|hosting|cuoc)|dich vu (?:hosting|web(?:site)?)|web ?site"
            r"|may chu)\b.{0,40}\b(?:(?:bi|da|tam) )+(?:tam )?(?:khoa|treo|dinh chi)\b"
            r"|\b(?:hosting|goi (?:dich vu|hosting)|dich vu (?:hosting|web)|web ?site)\b.{0,30}\b(?:da |bi )?"
            r"(?:het han|qua han)\b"
        ),
    ),
    (
        "expired",
        rare(
            r"\b(?:ten mien|domain)\b.{0,60}\b(?:het han|qua han|rao ban|can ban|chua duoc (?:kich hoat|cau hinh|tro)"
            r"|bi (?:tam )?(?:ngung|khoa)|expired|for sale|parked|parking|not (?:been )?(?:configured|connected)"
            r"|suspended)\b"
            r"|\bbuy this domain\b|\b(?:mua|dau gia) ten mien nay\b"
        ),
    ),
    (
        "default-page",
        rare(
            r"^(?:welcome to (?:nginx|openresty|centos|apache)\b.*|it works!?|iis\d* ?(?:windows server|\W|$).*"
            r"|internet information services.*|.{0,30}\bdefault (?:plesk |parallels |web ?site )?page\b.{0,40}"
            r"|test page for .{0,60}|(?:apache|http|web) server test page.*|domain default page|future home of .{0,60}"
            r"|sorry! if you are the owner of this website.*)$"
        ),
    ),
    (
        "shut-down",
        rare(
            rf"{_SITE}{_GAP}\b(?:{_MOVED}|{_ENDED}\b(?!.{{0,60}}\b{_WORKS}))"
            r"|\b(?:(?:this|our) )?(?:web ?site|site|page) (?:has |was )?(?:permanently |been )?"
            r"(?:moved|closed|shut down|retired)\b"
            rf"|^\W*(?:tam )?{_ENDED}\W*$"
        ),
    ),
    (
        "maintenance",
        rare(
            rf"{_SITE}{_GAP}\b{_AT_WORK}"
            rf"|{_SITE}{_GAP}\b(?:som tro lai|chua (?:duoc )?kich hoat|tam thoi khong truy cap duoc)\b"
            rf"|\bhe thong (?:hien )?(?:dang|tam)\b.{{0,40}}?\b{_WORKS}\b"
            rf"|\bchung toi (?:hien )?dang (?:tien hanh )?{_WORKS}\b"
            rf"|^\W*(?:trang )?(?:hien )?dang (?:tam |duoc |trong |qua trinh )*{_WORKS}\b.{{0,60}}$"
            r"|\b(?:under|undergoing|down for|scheduled|site) (?:construction|maintenance)\b"
            r"|\bwe'?(?:ll| will) be (?:right )?back\b"
            r"|^\W*coming soon\W*$"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a site is closed, and the line in which it says so, as printed."""

    why: Why
    line: str


def closing_of(page: Page, reading: Reading) -> Closing | None:
    """Why a page's site is closed, None where it is not or does not say so: it says that, and nearly nothing else."""
    told = reading.announcement
    if reading.entries or (told is not None and (told.date_line or told.attachments)) or page.is_print_view:
        return None
    if page.data.count(b"<a ") + page.data.count(b"<A ") > _MOST_LINKS:
        return None
    lines = unlinked_lines(page.tree)
    if sum(map(len, lines)) > _LONGEST:
        return None
    for line in lines:
        folded = fold(line)
        why = next((why for why, sign in _SIGNS if sign.search(folded)), None) if len(line) <= _LONGEST_LINE else None
        if why is not None:
            return Closing(why, line)
    return None
