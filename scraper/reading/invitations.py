"""Words of links that name nothing: that there is more, that the whole stands elsewhere, that something can be done."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.patterns import rare
from archive.vietnamese.spelling import fold

_SIZE = r"(?:\W{1,3}\d[\d.,]* ?[kmg]?b(?:ytes)?\b)?"
"""How long the file is that a link loads: "Tải về (654 KB)"."""
_MORE = rare(
    r"\W*(?:(?:xem|doc|chi) (?:them|tiep|chi tiet|toan (?:van|bo)|tat ca|noi dung|tiet)\b.{0,24}"
    r"|(?:xem|chi tiet|tiep tuc|tiep theo|tiep|(?:ve )?(?:truoc|sau)|dau|bat dau|lui(?: lai)?|cuoi|new|moi|hot|tin moi)"
    r"|(?:(?:den|toi|ve|quay lai|tro (?:ve|lai)) )?trang"
    r" (?:sau|truoc(?: do)?|dau(?: tien)?|cuoi(?: cung)?|tiep(?: theo)?|ke(?: tiep)?)"
    r"|(?:next|previous|prev|first|last|more)(?: page)?|(?:cac )?(?:tin|bai)(?: viet| dang)? (?:cu|moi) hon"
    r"|(?:view|see|read|continue) (?:more|all|detail|reading).{0,60}|details?"
    rf"|in(?: bai(?: viet)?| tin| trang)?|ban in|(?:tai(?: ve| xuong)?|download){_SIZE}|tai file.{{0,20}}"
    r"|quay lai|tro (?:ve|lai)|ve dau trang"
    r"|chia se|binh luan|tra loi"
    r"|(?:van ban |vb )?(?:lien quan|goc|toan van|thuoc tinh|lich su|luoc do|ban pdf|tieng anh)"
    r"|(?:file|tep|tap tin)? ?dinh kem.{0,12}|facebook|twitter|zalo|email|print|share)?\W*"
)
"""All that a link may say without naming anything."""
_FIRST_WORDS = (
    "xem đọc doc chi tiếp tiep trang trước truoc sau đầu dau bắt bat lùi lui cuối cuoi new mới moi hot tin next"
    " previous prev first last more view see read continue detail details in bản ban tải tai download quay trở"
    " tro về ve chia bình binh trả tra văn van vb liên lien gốc goc toàn toan thuộc thuoc lịch lich lược luoc file tệp"
    " tep tập tap đính dinh facebook các cac bài bai đến den tới toi twitter zalo email print share tiếng tieng"
)
_FIRST_OF_MORE = frozenset(_FIRST_WORDS.split())
"""The words with which that begins, with accents and without."""
_FURTHER = re.compile(
    r"\W*(?:(?:xem|doc|chi) (?:them|tiep|chi tiet|toan van|noi dung|tiet)|chi tiet|toan van(?: van ban)?|xem"
    r"|(?:view|read|see) (?:more|details?)|details?|view)\W*|[\[(]\s?(?:\.{2,4}|…)\s?[\])]"
)
"""What a link to the whole of its record says and nothing else."""
_ALL = re.compile(r"\W*(?:(?:xem )?tat ca(?: (?:cac )?(?:tin|bai)(?: bai| viet)?)?|xem het|(?:view|see) all)\W*")
_OF_WRITER = re.compile(
    r"\W*(?:(?:xem|doc) (?:(?:them|tat ca|toan bo|cac|nhung|nhieu) ){0,3}(?:bai|tin)(?: bai| viet| dang)?(?: khac)?"
    r" (?:cua|boi|cung)\b.{0,40}"
    r"|(?:(?:tat ca|cac|nhung) )?(?:bai|tin)(?: bai| viet| dang)?(?: khac)?"
    r" (?:cua |cung ){1,2}(?:tac gia|nguoi viet)(?: nay)?"
    r"|(?:view|see|read) (?:all|more|other) (?:posts|articles|stories) (?:by|from|of)\b.{0,40})\W*"
)
"""What a link to the other works of whoever wrote says: "Xem các bài viết của tác giả"."""
_LOADS = re.compile(
    rf"\W*(?:(?:tai(?: ve| xuong)?|download){_SIZE}|tai file.{{0,20}}|(?:file|tep|tap tin)? ?dinh kem.{{0,12}})\W*"
)
"""What a link that loads a file says and nothing else."""
_HOME = re.compile(r"\W*(?:(?:(?:tro )?ve )?trang (?:chu|nhat)|home(?: ?page)?)\W*")
_LONGEST_INVITATION = 24
_TO_WHOLE = re.compile(
    r"\W*(?:(?:(?:doc|xem) (?:tiep|chi tiet|toan (?:van|bo))|doc them|chi tiet|read more|continue reading)\W*$"
    r"|(?:doc (?:tiep|them)|xem tiep|read more|continue reading)\W*[:.…]\s?\S)"
    r"|[\[(]\s?(?:\.{2,4}|…)\s?[\])]$"
)
"""What leads from a summary to the whole, perhaps with its title behind; below a text "Xem thêm" may lead to others."""
_BEFORE_TITLE = rare(
    r"^(?:(?:xem (?:thêm|tiếp|chi tiết)|đọc (?:thêm|tiếp)|chi tiết)"
    r"(?:(?:về|\s+(?-i:về))\s+(?!việc\b)|\s*:?\s+|(?=về việc\b))|read more\s?about\s+)(?=\S+ \S)|\s*[»›>→]+$",
    re.I,
)
"""What stands around a title in a link to the whole of it; Liferay's says "Xem thêm<span>về …</span> »"."""
_ARROWS = "»›>→"
_INVITING = frozenset({"xem ", "đọc ", "chi ", "read"})
"""The first four letters of an invitation."""


def invites(text: str) -> bool:
    """Whether a link begins with an invitation, and its title stands behind ("Xem thêm về …")."""
    return text[:4].lower() in _INVITING and _BEFORE_TITLE.match(text) is not None


@lru_cache(maxsize=4096)
def says_further(text: str) -> bool:
    """Whether a link invites to read the whole of what stands before it ("Xem chi tiết", "Đọc tiếp")."""
    return len(text) < _LONGEST_INVITATION and _FURTHER.fullmatch(fold(text)) is not None


@lru_cache(maxsize=4096)
def loads_file(text: str) -> bool:
    """Whether a link's text says only that it loads a file ("Tải về", "File đính kèm")."""
    return is_more(text) and _LOADS.fullmatch(fold(text)) is not None


@lru_cache(maxsize=4096)
def is_more(text: str) -> bool:
    """Whether a link's text says only that there is more, or does something ("Xem tiếp", "Tải về", "»")."""
    if len(text) >= 90:
        return False
    first = text.partition(" ")[0].lower()
    return (first in _FIRST_OF_MORE or not first.isalpha()) and _MORE.fullmatch(fold(text)) is not None


def leads_to_whole(text: str) -> bool:
    """Whether a link leads from a summary to the whole text ("Đọc tiếp", "Xem chi tiết", "Read more: …")."""
    return _TO_WHOLE.match(fold(text)) is not None


def without_invitation(text: str) -> str:
    """The title that a link prints behind an invitation ("Xem thêm về …"), or before an arrow."""
    return _BEFORE_TITLE.sub("", text) if text[-1] in _ARROWS or text[:4].lower() in _INVITING else text


@lru_cache(maxsize=4096)
def leads_to_all(text: str) -> bool:
    """Whether a link leads to all that a section has, and to no announcement ("Xem tất cả", "Tất cả »")."""
    return len(text) < _LONGEST_INVITATION and _ALL.fullmatch(fold(text)) is not None


def leads_to_works(folded: str) -> bool:
    """Whether a link, its text folded, invites to what else somebody wrote, and is no title."""
    return _OF_WRITER.fullmatch(folded) is not None


def leads_home(text: str) -> bool:
    """Whether what a link says is that it leads to the front page."""
    return len(text) <= _LONGEST_INVITATION and _HOME.fullmatch(fold(text)) is not None
