"""Lines that name an agency or somebody and say nothing of them, where a title might stand."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold

_DONE = re.compile(
    r"\d|,|\b(?:kinh gui|ban hanh|to chuc|trien khai|thong bao|tang cuong|khai mac|lam viec|gap mat|phoi hop|kiem tra"
    r"|tham|hop|cong bo|tiep|thuc hien|don|trao|ra mat|ky ket|phat dong|day manh|chu dong|tuyen dung|lay y kien"
    r"|giam sat|ra soat|ve dich|khai giang|be mac|tong ket|so ket|ra quan|chuc mung"
    r"|hoan thanh|khanh thanh|khoi cong|ban giao)\b"
)
"""What an agency did, or when: more than its name."""
_AGENCY_WORDS, _LONG_AGENCY, _NAME_WORDS = 8, 16, 4
_OF_PLACE = re.compile(r"\b(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran)\.? \w+(?: \S+){0,4}$")
"""How the long name of an agency ends: with that of its place."""
_DASHES = ("-", "–", "&")


def tells_of_deed(folded: str) -> bool:
    """Whether a line says what an agency did, or when."""
    return _DONE.search(folded) is not None


def is_name(text: str) -> bool:
    """Whether a line names an agency or somebody and says nothing of them."""
    words = [word for word in text.split() if word not in _DASHES]
    folded = fold(text)
    if len(words) > _AGENCY_WORDS and not (text.isupper() and len(words) <= _LONG_AGENCY and _OF_PLACE.search(folded)):
        return False
    if tells_of_deed(folded):
        return False
    if len(words) > _NAME_WORDS and not any(word[0].isupper() for word in words[1:]):
        return False  # names of agencies have capitals within
    byline = read_byline(text)
    return bool(byline.organisation or byline.source or byline.people)
