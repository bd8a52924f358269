"""What readers give and are asked below a text: stars, votes, whether a page was of use. Lines are folded."""

from __future__ import annotations

import re

_TEXT = r"(?:bai\sviet|noi\sdung|thong\stin)"
_RATED = (
    rf"(?:\s(?:(?:bai|tin)\s(?:viet|bai)|bai|tin|{_TEXT}|trang|muc|van\sban|file|tep|tai\slieu"
    r"|cua\s(?:ban(?:\sdoc)?|doc\sgia)|nay))*"
)
_ONLY_STARS = (
    r"(?=(?:[\W\d]|sao|diem|luot|phieu|danh\sgia|binh\schon|bau|votes?|ratings?|stars?|average|out\sof|tren|trong"
    r"|tong\sso|trung\sbinh|nguoi|chua\s(?:co|xep\shang)|cua\b|tu\b|voi\b|(?<=\s)la\b"
    r"|(?:rat|khong)\s(?:tot|hay|kem|te|huu\sich|hai\slong)\b)*$)"
)
"""What follows to the end of the line where stars are counted; a report goes on otherwise: "Đánh giá chung"."""
_COUNTED = (
    r"danh\sgia|xep\shang|diem\s(?:danh\sgia|trung\sbinh)|diem(?=\scua)|trung\sbinh|luot\sdanh\sgia"
    r"|so\ssao|average|\d+\sdiem|\d+(?:[.,]\d+)?\s(?:stars?|sao)\b|(?:moi\sban|gui)\sdanh\sgia"
)
_USE = r"(?:co\s)?(?:huu\s)?ich"
_READERS = r"(?:nguoi|ban\sdoc|doc\sgia)"
RATING = re.compile(
    rf"\W*(?:(?:print|e-?mail|share|in\s(?:trang|bai|tin)|chia\sse)\b\W*){{0,3}}(?:(?:{_COUNTED}){_RATED}{_ONLY_STARS}"
    r"|tong\sso\sdiem\scua\b|click\sde\sdanh\sgia|cam\son\sban\sda\sdanh\sgia|ban\sda\sdanh\sgia"
    rf"|{_TEXT}\s(?:nay\s)?(?:co\s)?huu\sich|(?:ban\s)?(?:hay\s)?(?:la|tro\sthanh)\snguoi\sdau\stien"
    rf"|(?:(?:\d+\s)?{_READERS}\s)?(?:da\s)?tang\s(?:\d+\s)?sao\b|chuyen\ssao\stang\b"
    r"|binh\schon\s(?:muc|bai|tin)\b|vote|rating|rate\sthis\s(?:article|post|page|item)"
    rf"|ban\s(?:co\s)?(?:thay|hai\slong\svoi)\s(?:{_TEXT}|cau\stra\sloi|(?:bai|tin)\snay)\b"
    rf"|\d+\s{_READERS}\s(?:da\s)?thay\s(?:(?:bai|tin)(?:\sviet)?\s)?(?:nay\s)?{_USE}\b"
    rf"|(?:bai|tin|trang|(?:bai|tin)\s(?:viet|bai)|thong\stin|noi\sdung)\s(?:nay\s)?(?:co\s)?(?:giup\s)?ich"
    r"(?:\s(?:cho|voi)\s(?:ban|quy\svi))?(?=(?:\W|\d|co\b|khong\b)*$)"
    r"|(?:cau\stra\sloi|van\sban|tai\slieu|trang)\s(?:nay\s)?(?:co\s)?(?:(?:that|thuc)\ssu\s)?huu\sich\b"
    r"[^.;,]{0,30}(?:\?|$)"
    r"|\(?\d+\s(?:danh\sgia|bo\sphieu|phieu\sbau|(?:vote|rating)s?\b|binh\schon|luot\sdanh\sgia)"
    r"|\d+(?:[.,]\d+)?\s?/\s?\d+\W*(?:sao\W*)?(?:\d+\s(?:phieu|danh\sgia|luot|binh\schon|votes?)\W*)?$"
    r"|\(\d+\sphieu\)\W*$|(?:khong\s)?huu\sich\W*\d+\W*$).*"
)
"""The stars that readers give."""

_ANSWER = r"(?:co|khong|yes|no|(?:(?:rat|khong|chua)\s)?hai\slong)"
ANSWERS = re.compile(rf"\W*{_ANSWER}(?:\W+{_ANSWER})*\W*")
"""The buttons below the question whether a page was useful."""
