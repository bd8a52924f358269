"""What readers are told below a text: how to quote it, how to comment on it, where to read on, who may load files."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"\W*(?:y\skien\s(?:cua\sban|ban\sdoc|doc\sgia|binh\sluan)\b.{0,60}\b(?:bien\stap|duyet)\b"
    r"|(?:luu\sy|chu\sy|ghi\schu)\W+(?:(?:cac|nhung)\s)?(?:(?:y\skien|noi\sdung)\s)?binh\sluan\b"
    r"|(?:dia\schi\s)?email\scua\sban\sse\s(?:khong\sduoc|duoc\sgiu)\b|your\semail\saddress\swill\snot\b"
    r"|cac\struong\sbat\sbuoc\sduoc\sdanh\sdau\b|luu\sten\scua\stoi\b.{0,80}\btrinh\sduyet\b"
    r"|(?:nghiem\s)?(?:cam|khong\sduoc)\ssao\schep\s(?:duoi|noi\sdung|lai|khi|neu|bai\sviet|thong\stin)\b"
    r"|(?:kinh\s|xin\s)?moi\s(?:quy\s)?(?:ban\sdoc|doc\sgia)\s.{0,20}\b(?:xem|doc|theo\sdoi|vao|truy\scap)\s.{0,60}"
    r"\b(?:chuyen\s(?:muc|trang)|fanpage|facebook|youtube|zalo|google\snews|bai\s(?:viet\s)?(?:lien\squan|khac)|tin\skhac)\b"
    r"|(?:ban\sdoc\s)?theo\sdoi\s.{2,60}\stren\s(?:google\snews|facebook|fanpage|zalo|youtube|tiktok)\b)"
)
_TELLING = {
    "nguon": re.compile(
        r"\b(?:dang|trich\sdan|phat\shanh|su\sdung|sao\schep)\s(?:tai\s)?lai\b.{0,120}\b(?:ghi|dan|neu)\s(?:ro\s)?nguon\b"
    ),
    "tieng viet co dau": re.compile(r"\b(?:vui\slong|xin|binh\sluan|y\skien)\b.{0,60}\btieng\sviet\sco\sdau\b"),
    "toa soan": re.compile(
        r"\btoa\ssoan\b.{0,60}\b(?:bien\stap|cam\son|kiem\sduyet|giu\squyen)\b.{0,60}\b(?:y\skien|binh\sluan|ban\sdoc)\b"
    ),
}
"""By words that each has: few lines have them, and in those without them nothing is sought."""
_WHO = r"(?:(?:ban|quy\s(?:khach|vi|ban\sdoc))\s)?"
_ASKED = r"(?:(?:xin|vui\slong|hay|can|phai|chi\scan)\s)"
_MAY = r"(?:(?:de|moi|co\sthe|duoc(?:\sphep|\squyen)?|(?:co|du)\squyen)\s)"
_LOAD = (
    r"(?:tai(?!\slieu)|download|xem)(?:\s(?:ve|xuong|may|duoc|cac|nhung|toan|bo|noi|dung|chi|tiet|tep|file|files|tap|tin|tai|lieu"
    r"|van|ban|bieu|mau|phu|luc|dinh|kem|theo|nay|tren|goc))*"
)
_WITHHELD = re.compile(
    rf"\W*{_WHO}(?:(?:khong|chua)\s{_MAY}{{1,3}}{_LOAD}"
    rf"|(?:chua\sdang\snhap\W{{1,3}})?{_ASKED}{{0,3}}dang\snhap(?:\s\w+){{0,8}}?\s{_MAY}{{1,4}}{_LOAD}"
    rf"|(?:phai\sla|chi(?:\s(?:co|danh\scho))?)\sthanh\svien\s{_MAY}{{1,3}}{_LOAD}"
    rf"|de\s{_LOAD}\W{{1,2}}{_WHO}{_ASKED}{{1,3}}dang\snhap(?:\s\w+){{0,4}}"
    r"|(?:please\s)?(?:log\s?in|sign\sin)\sto\sdownload\b[\w\s]{0,40}"
    r"|you\s[\w\s’']{2,20}\s(?:permission|allowed)\sto\sdownload\b[\w\s]{0,40})\W*"
)
"""That files are withheld from visitors: "Bạn không được phép tải các file đính kèm"."""
_LONGEST_WITHHELD = 120


def is_notice(folded: str) -> bool:
    """Whether a folded line is what readers are told below a text."""
    for word, notice in _TELLING.items():
        if word in folded and notice.search(folded) is not None:
            return True
    return _OPENS.match(folded) is not None or withholds_files(folded)


def withholds_files(folded: str) -> bool:
    """Whether a folded line is nothing but what a portal tells visitors who may not load the files of a page."""
    return len(folded) < _LONGEST_WITHHELD and _WITHHELD.fullmatch(folded) is not None
