"""The letters after the digits of a number (ký hiệu), cut into codes."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.vietnamese.documents.codes import (
    clean_code,
    is_joint_type,
    is_party_body,
    is_state_body,
    is_type,
    looks_like_body,
)

GAP = r"[ \t\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff]"
SLASH = r"/\\\u2044\u2215\uff0f"
DASH = r"\-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d"
SIGN = rf"[{SLASH}{DASH}_]"
"""File names have "_" where the slash may not stand: "5408_KH-UBND.pdf"."""

_CODE = re.compile(
    rf"(?:Th\.?U|T\.[ƯUW]|[TH]u|Tw|C[Tt]y)(?![A-Za-zÀ-ỹ])"
    rf"|[A-ZĐÐƯ](?:[A-ZĐÐƯ]|[0-9]{{1,3}}(?![0-9]|[/.][0-9])|{GAP}?&{GAP}?(?=[A-ZĐÐ])|,{GAP}?(?=TT{GAP}?&)|\+(?=[0-9A-ZĐÐ])|[a-z]{{1,2}}(?=[A-ZĐÐ])"
    rf"|(?<=TT|VP|CT){GAP}(?=(?:HĐND|UBND|UBMTTQ)(?![a-zà-ỹ]))|(?<=BCĐ){GAP}(?=[0-9]{{2,3}}(?![0-9]|[/.][0-9]))"
    # "TTg" before a glued word; "ĐHNTr", "SNgV": consonants only, so no word of its own.
    rf"|(?:(?<=TT)g|(?<=[CT]T)r|(?<=QĐ)i)(?=ngày|của|về|năm)|(?:[bcdghklmnprst]{{1,2}}|(?<=QĐ)i)(?![a-zà-ỹ]))*"
)
_LOWER_CODE = re.compile(
    rf"(?:qđ|qd|kh|nq|ct|tb|nđ|nd|tt|cv|bc|hd|kl|ctr|ttr|ttlt)(?={GAP}?{SIGN})"
    r"|(?:ubnd|hđnd|hdnd|ttg|cp|tu|tw|hu|vp[a-zđ]{0,5}|ubtvqh\d*|b[a-zđ]{1,8}|s[a-zđ]{2,9}|(?<=ubnd-)(?!(?:ngay|ve|nam|cua|tinh|huyen|xa|signed|final|ky|so|va|kem)(?!\w))[a-zđ]{1,6})(?!\w)"
)
_SEPARATOR = re.compile(rf"(?:{GAP}|\n){{0,4}}(?P<sign>{SIGN})(?:{GAP}|\n){{0,6}}")
_LOST_SEPARATOR = re.compile(rf"{GAP}(?=(?:UBND|HĐND|TTg|CP|TU|TW|HU|ĐU)(?![\w&]))")
# A word glued to the symbol: "12/KH-UBNDngày 5/5" keeps its last letter, "76/QĐ-CTĐPCăn cứ" gives it to the next word.
_GLUED_WORD = re.compile(
    r"(?:ngày|của|về|năm|tỉnh|huyện|thành|xã|phường|do|và|ban|đã|được|để|tại|cho|kèm|quy|với|từ|gửi|trên|theo|này|ký)(?!\w)"
)
_CAPITAL = re.compile("[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚĂĨŨƠẠ-Ỹ]")
"""A vowel that no code has: the consonants before it begin a word that is glued to the code ("SNVCỘNG HÒA")."""

_ONSET = re.compile(r"(?:NGH|NG|NH|GH|GI|KH|PH|TH|TR|CH|QU|[BCDĐGHKLMNPRSTVX])$")
_MISTYPED = frozenset(("ubnd", "hđnd", "hdnd", "ttg", "cp", "tu", "tw", "hu"))
"""Codes that clerks type in lower case beside a type in capitals; other small letters there begin other words."""

_USUAL = re.compile(r"[A-ZĐ][A-ZĐa-z0-9&]{0,12}(?:[-/][A-ZĐ][A-ZĐa-z0-9&]{0,12}){0,3}(?=[,;:)\"”]|[ \n][a-zà-ỹđ(]|\Z)")
"""The plain form of most symbols, behind which nothing can go on with them."""

_NO_DESK = frozenset(("TP", "TX", "UBND", "HĐND", "BCĐ", "VN"))
_SLASHES = frozenset("/\\\u2044\u2215\uff0f")


def sign_of(printed: str) -> str:
    """The sign in a printed separator with its spaces: "/", "-" or "_", "" where there is none."""
    if not printed or "_" in printed:
        return printed.strip()
    return "/" if _SLASHES.intersection(printed) else "-"


def read_codes(text: str, at: int) -> tuple[list[str], list[str], int]:
    """(the codes from `at` on, the sign before each but the first, where they end)."""
    usual = _USUAL.match(text, at)
    if usual:
        codes, signs, length = _read_usual(usual[0])
        if length == usual.end() - at:
            return list(codes), list(signs), usual.end()
    return _read_codes(text, at)


@lru_cache(maxsize=2048)
def _read_usual(printed: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """The codes of a symbol that stands alone; a text names the same few again and again."""
    codes, signs, end = _read_codes(printed, 0)
    return tuple(codes), tuple(signs), end


def _read_codes(text: str, at: int) -> tuple[list[str], list[str], int]:
    codes: list[str] = []
    signs: list[str] = []
    end, sign, is_upper, is_loose = at, "", False, False
    while len(codes) < 6:
        token, stop = _read_code(text, at)
        if not token or (codes and _is_next_phrase(text[end:at], codes, token, is_loose=is_loose)):
            break
        is_loose = bool(codes) and text[end : end + 1].isspace()
        if token.islower() and (sign == "." or (is_upper and token not in _MISTYPED)):
            break
        is_upper = is_upper or token[0].isupper()
        is_council = codes == ["TT"] and token in ("HĐND", "UBND")
        if sign == "." and (is_council or not (len(codes) == 1 and is_type(codes[0]))):
            codes[-1] = clean_code(f"{codes[-1]}.{token}")
        else:
            signs += ["-" if sign == "." else sign] if codes else []
            codes.append(clean_code(token))
        end = stop
        if text[end : end + 1] == ".":
            sign, at = ".", end + 1
        elif separator := _SEPARATOR.match(text, end):
            sign, at = sign_of(separator["sign"]), separator.end()
        elif len(codes) == 1 and is_type(codes[0]) and (lost := _LOST_SEPARATOR.match(text, end)):
            sign, at = "-", lost.end()
        else:
            break
    return codes, signs, end


def _read_code(text: str, at: int) -> tuple[str, int]:
    """One printed code and its end; ("", at) where none stands there."""
    match = _CODE.match(text, at)
    if match is None:
        match = _LOWER_CODE.match(text, at)
        return (match[0], match.end()) if match else ("", at)
    end = match.end()
    if _CAPITAL.match(text, end):
        end = _before_word(text, at, end)
    if text[end : end + 1].islower() and not _GLUED_WORD.match(text, end):
        end -= 1
        while end > at and not text[end - 1].isalnum():
            end -= 1
    return (text[at:end], end) if end > at else ("", at)


def _before_word(text: str, at: int, end: int) -> int:
    """Where a code ends into which a word in capitals runs: before the onset that leaves a known body, or the last."""
    stops = [end - length for length in (3, 2, 1) if end - length > at and _ONSET.fullmatch(text, end - length, end)]
    for stop in stops:
        if is_state_body(text[at:stop]) or is_party_body(text[at:stop]):
            return stop
    return stops[-1] if stops and stops[-1] > at + 1 else end


def _is_next_phrase(between: str, codes: list[str], token: str, *, is_loose: bool) -> bool:
    """Whether a loose dash begins something new: "12/KH-UBND - TP Huế", the next bullet of a list.

    Where the dash before it is loose as well, a short code is the desk: "12/QĐ - UBND - HC".
    """
    if is_loose and "\n" not in between and len(codes) == 2 and is_type(codes[0]) and len(token) <= 4:
        return token in _NO_DESK or is_type(token)
    if len(between) == 1 or (len(codes) == 1 and is_type(codes[0])):
        return False
    if is_joint_type(codes[0]) and looks_like_body(token):
        return False
    breaks_before = "\n" in between[: len(between) - len(between.lstrip())]
    if not breaks_before and (between[0] == between.strip() or not between[-1].isspace()):
        return "\n" in between and len(codes) > 1
    return is_type(codes[0]) or len(codes) > 1 or "\n" in between or token in _NO_DESK or len(token) > 8
