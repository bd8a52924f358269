"""Who put a page up, as portals print it: labels and names of accounts, which are nobody who wrote."""

from __future__ import annotations

import re

from archive.vietnamese.credit_labels import POSTERS
from scraper.reading.phrases import alternatives

POSTER = re.compile(
    r"\W*(?:"
    + alternatives(f"""
    {POSTERS}, người đăng bài viết, người đăng tải, người gửi tin, người gửi bài, người nhập tin, người đưa tin,
    người duyệt, tạo bởi, viết bởi, được viết bởi, post by, created by, written by, admin, ad min, administrator,
    super admin, quản trị, quản trị viên, quản trị web, quản trị hệ thống, webmaster, super user, host,
    superuser account, system account, pho ban bien tap, editor, bientap, banbientap, user
""")
    + r"|duoc viet(?=\s?:)|boi\s?:?\s(?:ban )?(?:quan tri(?: vien)?|bien tap(?: vien)?|admin\w*|webmaster)"
    + r")(?!\w)"
)
"""Labels and names of the account that put a page up."""

POSTER_ALONE = re.compile(
    r"\W*(?:(?:duoc )?(?:dang|gui|cap nhat|nhap|tao)(?: tai)? boi|nguoi (?:dang|gui|nhap|cap nhat)|posted by)\W*"
)
"""The label of the account that put a page up, alone on the line above its name."""

_BEHIND_POSTER = re.compile(r"\s*(?:[^\w\s]|\d|$|[A-ZÀ-ỸĐ]|(?:ngày|lúc|vào|là)\b|[a-z0-9._@-]+\W*$)")


def names_poster(text: str, folded: str) -> bool:
    """Whether a line begins with the label or the name of an account, and goes on with a name, a day or a sign.

    "Người gửi thư là bà Lan" and "Quản trị rủi ro thiên tai" go on with further words.
    """
    found = POSTER.match(folded)
    if found is None:
        return False
    return len(text) != len(folded) or _BEHIND_POSTER.match(text, found.end()) is not None


WRITER = re.compile(r"\W*(?:(?:(?:duoc )?viet boi|written by)\s?:?|duoc viet\s?:)\s?\S")
"""The label of the writer, behind which many portals print the account all the same."""

PUT_UP_BY = re.compile(r"(?<!\w)nguoi (?:dang|gui|nhap|tao|cap nhat|post|duyet)\b.*")
"""The account that put a page up, behind other facts on one line."""

OTHER_DUTY = re.compile(
    r"(?<=\w)\W+(?:(?:nguoi|can bo|lanh dao|(?:(?:truong|pho|pho truong) )?ban(?: bien tap)?|tong) )?"
    r"(?:(?:kiem |phe |doc )?duyet|hieu dinh|bien tap|(?<=nguoi )(?:nhap(?: lieu)?|dang|xuat ban|kiem tra))"
    r"(?: (?:bai|tin|bai viet|noi dung))?\s?:.*"
)
"""The label of who reviewed, edited or put up what another wrote, behind that other on one line."""

_DONE = "dang|gui|tao|cap nhat|sua|posted|submitted|created|published|modified|updated"
PUT_UP = re.compile(rf"\b(?:{_DONE})\b.*\b(?:by|boi)\s|\b(?:cap nhat|chinh sua) boi\s?:")
"""What stands before an account on a line that tells when it put a page up: "Đăng ngày 05/03/2021 bởi thuhang"."""
DONE_BY = re.compile(rf"\W*(?:duoc )?(?:{_DONE}|viet|soan|written) (?:boi|by)\b")
"""How a line begins that tells by whom a page was put up or written."""
