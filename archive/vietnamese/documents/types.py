"""The words for types of papers, and what a text's word and a number's code say together."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.vietnamese.documents.codes import is_type
from archive.vietnamese.documents.numbers import DocumentNumber, Spelling

# word: code of the type, then other codes that such papers carry
WORDS = {
    "nghị quyết liên tịch": "NQLT NQ", "nghị quyết": "NQ NQLT", "quyết định": "QĐ", "quy định": "QĐi QĐ QyĐ QC",
    "chỉ thị": "CT", "thông tư liên tịch": "TTLT TT TTLB TTLN", "thông tư liên bộ": "TTLB TT TTLT TTLN",
    "thông tư": "TT TTLT TTLB TTLN", "thông tri": "TT", "nghị định": "NĐ", "pháp lệnh": "PL VBHN", "sắc lệnh": "SL",
    "lệnh": "L LCT SL", "bộ luật": "Luật VBHN", "luật": "Luật VBHN", "thông báo kết luận": "TB TBKL KL",
    "thông báo": "TB TBKL", "thông cáo": "TC", "kết luận": "KL TB TBKL KLTT KLKT KLGS", "báo cáo": "BC BCTĐ",
    "kế hoạch": "KH", "hướng dẫn": "HD", "công điện": "CĐ", "công văn": "CV", "công thư": "CV", "văn bản": "CV",
    "tờ trình": "TTr", "chương trình hành động": "CTr CT CTHĐ", "chương trình công tác": "CTr CT CTCT",
    "chương trình": "CTr CT CTHĐ CTPH", "đề án": "ĐA", "phương án": "PA", "dự án": "DA", "thể lệ": "TL",
    "quy chế": "QC QCPH QCHĐ QĐ", "quy trình": "QT", "đề cương": "ĐC HD", "điều lệ": "ĐL", "giấy mời": "GM",
    "thư mời": "TM GM", "giấy phép": "GP", "giấy chứng nhận": "GCN", "giấy ủy quyền": "GUQ UQ",
    "giấy giới thiệu": "GGT", "giấy nghỉ phép": "GNP", "phiếu chuyển": "PC", "phiếu gửi": "PG", "phiếu báo": "PB",
    "bản thỏa thuận": "BTT", "sao y bản chính": "SY", "sao y": "SY", "trích sao": "TrS",
    "sao lục": "SL",
    "phiếu trình": "PTr PT", "giấy xác nhận": "GXN", "biên bản": "BB",
    "lời kêu gọi": "LKG",
    # abbreviations stand only right before the number: "NQ số 05-NQ/TU"
    "nq": "NQ", "qđ": "QĐ", "ct": "CT", "nđ": "NĐ", "tt": "TT", "ttlt": "TTLT", "tb": "TB", "kh": "KH", "cv": "CV",
    "hd": "HD", "bc": "BC", "kl": "KL", "ttr": "TTr", "vb": "CV",
}  # fmt: skip
TYPE_OF_WORD = {word: codes.split()[0] for word, codes in WORDS.items()}

_ALSO = {word: frozenset(codes.split()[1:]) for word, codes in WORDS.items()}
_ANY_PAPER = frozenset(("văn bản", "công thư", "vb"))
_LAW_WORDS = frozenset(("luật", "bộ luật", "nghị quyết", "pháp lệnh"))
_WORD = re.compile(r"(?<!\w)(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")(?!\w)")
_AMENDING_LAW = re.compile(r"(?<!\w)luật sửa đổi[^;]*$")
# The word inside a name or another word: "Sở Kế hoạch và Đầu tư", "pháp luật", "vụ Báo cáo".
_INSIDE = re.compile(r"(?:sở|phòng|vụ|cục|pháp|kỷ|mệnh|hiệu)\s+$")
_NAME_AFTER = re.compile(r"\s+(?:(?:và|&|-) đầu tư|đầu tư|(?:-|và) tài chính|tổng hợp|nghiệp vụ|quy phạm)")
_NO_LINK = re.compile(r"(?<!\w)(?:theo|tại|có|ban hành|và|như|gửi)(?!\w)")


class Word(NamedTuple):
    """A type word before a number: which, where in the words before it begins, whether the number follows at once."""

    word: str
    start: int
    direct: bool


def word_before(lead: str, spelling: Spelling) -> Word | None:
    """The type word that the number after `lead` (lower case, from its sentence's start) belongs to, if that is clear.

    For numbers of laws only words for laws count: "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13".
    """
    if spelling.codes and spelling.year and re.fullmatch(r"(?:QH|UBTVQH)\d*", spelling.codes[0]):
        return _law_word(lead)
    before = lead.rstrip(' :(“"')
    last = before.rsplit(" ", 4)[-4:]
    for first in range(len(last)):
        if (word := " ".join(last[first:]).lstrip('([“"-–')) in WORDS:
            return Word(word, len(before) - len(word), True)
    since = max(0, len(lead) - 110)
    for match in reversed(list(_WORD.finditer(lead, since))):
        if len(match[0]) < 5 and match[0] != "luật":
            continue
        if not _INSIDE.search(lead, 0, match.start()) and not _NAME_AFTER.match(lead, match.end()):
            return _distant_word(lead, match, spelling)
    return None


def _law_word(lead: str) -> Word | None:
    if amending := _AMENDING_LAW.search(lead):
        return Word("luật", amending.start(), False)
    for match in reversed(list(_WORD.finditer(lead, max(0, len(lead) - 200)))):
        if match[0] in _LAW_WORDS and not _INSIDE.search(lead, 0, match.start()):
            return Word(match[0], match.start(), not lead[match.end() :].strip())
    return None


def _distant_word(lead: str, match: re.Match[str], spelling: Spelling) -> Word | None:
    """The word where nothing between it and the number leads elsewhere: "Quyết định xử phạt số 64/QĐ-XPHC"."""
    between = lead[match.end() :]
    if ";" in between or _NO_LINK.search(between):
        return None
    fits = bool(spelling.codes) and spelling.codes[0] == TYPE_OF_WORD[match[0]]
    if fits or ("," not in between and len(between) < 50):
        return Word(match[0], match.start(), False)
    return None


def type_of(number: DocumentNumber, word: Word | None) -> tuple[str | None, tuple[str, ...]]:
    """(type code, flags) from the number's own code and the word before it.

    The code wins, with a flag where they disagree; but bodies number Quy định and Quyết định alike as QĐ, Chương trình
    and Chỉ thị as CT: there the word decides.
    """
    named = TYPE_OF_WORD[word.word] if word else None
    kind = number.kind
    if kind is None:
        # NN/BODY is a letter; NN-CP was a decree or a decision alike.
        plain_letter = number.issuer is not None and number.year is None and "/" in number.canonical
        return named or ("CV" if plain_letter else None), ()
    if word is None or named is None or word.word in _ANY_PAPER or named == kind:
        return kind, ()
    if kind in _ALSO[word.word]:
        return (named if kind in ("QĐ", "CT", "TT", "HD", "GM", "NQ") else kind), ()
    if kind.startswith(named) or not (word.direct and is_type(kind)):
        return kind, ()
    return kind, ("type-disagrees",)
