"""The grammar of a document number (số, ký hiệu): how clerks print it, and its one canonical spelling.

    number  = digits [letter] [SLASH year] SEP code {SEP code}
    digits  = 1-6 digits, "1.234" for 1234          year = 4 digits, or 2 before 2000
    code    = upper-case letters, digits, "&", inner lower case (TTg, GDTrH, SNgV); "T.Ư" is TW
    SEP     = "/" or "-" in all their shapes, with spaces and one line break; may be missing ("1704STTTT-BCVT")

The letters decide what the parts are (codes.py); the separators only where the letters leave it open.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from archive.vietnamese.documents import codes as code_book
from archive.vietnamese.documents.symbols import DASH, GAP, SIGN, SLASH, read_codes, sign_of
from archive.vietnamese.documents.wording import listed

_LOWER_TYPE = "qđ|qd|kh|nq|ct|tb|nđ|nd|tt|cv|bc|hd|kl|ctr|ttr|ttlt|ubnd"
_YEAR = rf"(?P<year>(?:19|20)[0-9]{{2}}|(?<=[{SLASH}])[0-9]{{2}}(?=[{SLASH}]))"
_BROKEN = rf"{GAP}{{0,4}}\n?{GAP}{{0,4}}"

LAST_DIGIT = "[0-9](?![0-9])"
CODED = (
    # From behind the last digit of the number to where its codes begin.
    rf"(?P<letter>[A-Ea-eđ]?)(?:bis)?(?:(?P<sign>{GAP}{{0,3}}{SIGN}{_BROKEN})"
    rf"(?:{_YEAR}(?:{GAP}{{0,2}}{SIGN}{_BROKEN}|(?=[A-ZĐÐ]{{2}})))?(?=[A-ZĐÐƯ]|(?:{_LOWER_TYPE}){GAP}?{SIGN})"
    rf"|{GAP}{{0,2}}(?=[A-ZĐÐ][A-ZĐÐa-z&]{{1,9}}{GAP}{{0,2}}{SIGN}{GAP}{{0,2}}[A-ZĐÐ])"
    r"|\.(?=(?:KH|QĐ|QD|NQ|CT|TB|CV|BC|HD|KL|TTr)[\-_][A-ZĐÐ]))"  # names of files: "77.KH-UBND.signed.pdf"
)
_GLUED = re.compile(r"(?P<kind>QĐ|KH|NQ|CT|TB|NĐ|CV|BC|HD|TTr|TT|CTr|PL)(?P<body>[A-ZĐ][A-ZĐa-z0-9&]+)")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_SHARED = re.compile(
    rf"(?:số|Số|SỐ|[Qq]uyết|định|hoạch|văn|bản|thị|tư|luận|báo|dẫn|trình)\s*:?\s+"
    rf"(?P<list>(?:[0-9]{{1,5}}[a-eđ]?\s*(?:[,;&{DASH}]|và|hoặc)\s*(?:số\s+)?){{1,12}})$"
)
_FILE_NAME = frozenset(listed("so,số,hoach,hoạch,dinh,định,quyet,bao,báo,van,ban,thi,tu,kh,qd,qđ,tb,bc,cv,nq"))
"""Last words of what stands before a number in the name of a file: "Ke-hoach-125-KH-UBND.pdf"."""

_NAMES_FILE = re.compile(r"[^\s/]{4,60}\.(?:pdf|docx?|xlsx?|zip|rar)(?!\w)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_DIGIT = re.compile("[0-9]")
_SHARED_DIGITS = re.compile(r"[0-9]{1,5}[a-eđ]?")


class Spelling(NamedTuple):
    """A number as printed in `text[start:end]`, cut into its parts; `signs` stand before each code, "" where none."""

    start: int
    end: int
    digits: str
    year: str | None = None
    codes: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class DocumentNumber(NamedTuple):
    """What a printed number says: its canonical spelling, type code, issuer, drafting unit and year."""

    canonical: str
    kind: str | None = None
    issuer: str | None = None
    unit: str | None = None
    year: int | None = None
    flags: tuple[str, ...] = ()


class _Parts(NamedTuple):
    symbol: str
    kind: str | None
    issuer: str | None
    unit: str | None
    flags: tuple[str, ...]


def canonical_number(printed: str) -> str | None:
    """The canonical spelling of a number that stands alone: "-" and "/", Đ (U+0110), no spaces, zeros as printed.

    None where `printed` is no document number.
    """
    stripped = printed.strip()
    match = _coded().search(stripped)
    spelling = spell(stripped, match) if match else None
    if spelling is None or spelling.start != 0 or spelling.end != len(stripped):
        return None
    return interpret(spelling).canonical


@cache
def _coded() -> re.Pattern[str]:
    """A number wherever it stands; only what somebody types is looked at so, a text by one scan for everything."""
    return re.compile(LAST_DIGIT + CODED)


def number_alias(canonical: str) -> str:
    """The canonical number without its leading zeros: the form in which numbers are compared."""
    return _LEADING_ZEROS.sub("", canonical)


def spell(text: str, anchor: re.Match[str]) -> Spelling | None:
    """Cut the number whose last digit begins `anchor` (LAST_DIGIT and CODED) into its parts; None where it is none."""
    start = digits_start(text, anchor.start())
    if start is None:
        return None
    codes, signs, end = read_codes(text, anchor.end())
    if not codes or not _may_follow(text, start, codes[0]):
        return None
    sign = "_" if text[anchor.end() - 1] == "." else sign_of(anchor["sign"] or "")
    restored = sign in ("", "_") or bool(anchor["year"] and text[anchor.end() - 1].isdigit())
    if len(codes) == 1 and (glued := _unglued(codes[0])):
        codes, signs, restored = glued, ["-"], True
    marked = [code_book.restore_marks(code) for code in codes]
    flags = (*(["separator-restored"] if restored else []), *(["letters-restored"] if marked != codes else []))
    digits = text[start : anchor.start() + 1].replace(".", "") + anchor["letter"]
    return Spelling(start, end, digits, anchor["year"], tuple(marked), (sign, *signs), flags)


def _may_follow(text: str, start: int, code: str) -> bool:
    """Whether digits may begin at `start` behind a letter: of a type or "số" ("QĐ12/QĐ-UBND"), not of "VTV8/HD-T2"."""
    glued = _LAST_WORD.search(text, max(0, start - 8), start)
    if glued is None or not glued[0].isupper():
        return True
    return code_book.is_type(code) and (glued[0] == "SỐ" or code_book.is_type(glued[0]))


def _unglued(code: str) -> list[str] | None:
    """Type and body that lost their dash ("1961/QĐUBND", "30c/NQCP"); None where the code is one of its own (TTCP)."""
    glued = _GLUED.fullmatch(code)
    if glued is None or code_book.is_state_body(code):
        return None
    body = glued["body"]
    return [glued["kind"], body] if code_book.is_state_body(body) or body in ("TU", "TW") else None


def spell_shared(text: str, last: Spelling) -> list[Spelling]:
    """The numbers before `last` that share its codes: "Nghị quyết số 18, 19-NQ/TW"."""
    if not _DIGIT.search(text, max(0, last.start - 12), last.start):
        return []
    since = max(0, last.start - 80)
    match = _SHARED.search(text[since : last.start])
    if match is None:
        return []
    return [
        Spelling(
            since + match.start("list") + digits.start(),
            since + match.start("list") + digits.end(),
            digits[0], last.year, last.codes, last.signs, ("code-shared",),
        )
        for digits in _SHARED_DIGITS.finditer(match["list"])
    ]  # fmt: skip


def spell_blank(text: str, start: int) -> Spelling | None:
    """A number whose digits were left open, its first sign at `start`: "Số:      /KH-UBND"; it numbers nothing yet."""
    codes, signs, end = read_codes(text, start + 1)
    if len(codes) < 2 or not code_book.is_type(codes[0]):
        return None
    return Spelling(start, end, "", None, tuple(codes), (sign_of(text[start]), *signs), ("blank-number",))


def interpret(spelling: Spelling, named: str | None = None) -> DocumentNumber:
    """Tell type, issuer and unit apart; `named` is the code of the type that the text calls the paper."""
    if not spelling.codes:
        bare = f"{spelling.digits}/{spelling.year}" if spelling.year else spelling.digits
        return DocumentNumber(bare, year=_full_year(spelling.year), flags=spelling.flags)
    parts = _parts(spelling.codes, spelling.signs, spelling.year is not None, named)
    first = f"{spelling.digits}/{spelling.year}" if spelling.year else spelling.digits
    year, flags = _full_year(spelling.year), (*spelling.flags, *parts.flags)
    return DocumentNumber(first + parts.symbol if first else "", parts.kind, parts.issuer, parts.unit, year, flags)


@lru_cache(maxsize=4096)
def _parts(codes: tuple[str, ...], signs: tuple[str, ...], has_year: bool, named: str | None) -> _Parts:
    kind, bodies = _kind(codes, named)
    party = not has_year and _numbers_as_party(signs, kind, bodies)
    issuer, unit = code_book.split_issuer(kind, bodies, party=party) if bodies else (None, None)
    rest = "-".join(bodies)
    if party:
        symbol = "-" + "/".join((kind, rest) if kind and rest else bodies or (kind or "",))
    else:
        symbol = "/" + "-".join((kind, *bodies) if kind else bodies)
    swapped = kind and signs[0] in ("/", "-") and party != (signs[0] == "-")
    return _Parts(symbol, kind, issuer, unit, ("separators-swapped",) if swapped else ())


def _kind(codes: tuple[str, ...], named: str | None) -> tuple[str | None, tuple[str, ...]]:
    """(type code, the codes of bodies)."""
    first, rest = codes[0], codes[1:]
    if first == named or not rest:
        return (first, rest) if first == named else (None, codes)
    strong = code_book.is_state_body(rest[0]) or code_book.is_party_body(rest[-1])
    if not code_book.is_type(first):
        unknown_type = strong and named != "CV" and not code_book.looks_like_body(first) and len(first) > 1
        return (first, rest) if unknown_type else (None, codes)
    if first in code_book.TYPE_OR_BODY and not strong and (named == "CV" or not code_book.issues_by_laws(rest[0])):
        return None, codes
    return first, rest


def _numbers_as_party(signs: tuple[str, ...], kind: str | None, bodies: tuple[str, ...]) -> bool:
    if kind is None:  # papers of the government before 1996 stand alone with a dash: 64-CP, 91-TTg, 327-CT
        return signs[0] == "-" and (len(bodies) == 1 or not code_book.is_state_body(bodies[0]))
    if bodies and code_book.is_party_body(bodies[0]) and kind != "CĐ":
        return True
    if bodies and code_book.is_state_body(bodies[0]):
        return False
    if signs[:2] == ("-", "-"):  # a slash that the name of a file may not have: "107-KH-SNV.docx"
        return False
    return signs[0] == "-" or (not signs[0] and signs[1] == "/")


def _full_year(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if len(printed) == 4 else int(printed) + (1900 if int(printed) > 44 else 2000)


def digits_start(text: str, last: int) -> int | None:
    """Where the digits that end at `last` begin; None where what precedes makes them part of something else."""
    start = last
    while start and text[start - 1] in "0123456789" and last - start < 7:
        start -= 1
    if start >= 2 and text[start - 1] == "." and last - start == 2 and text[start - 2] in "0123456789":
        start -= 2
        while start and text[start - 1] in "0123456789" and last - start < 7:
            start -= 1
    if last - start >= 7:
        return None
    before = text[start - 1] if start else " "
    if before in "lIO" and not text[start - 2 : start - 1].isalpha():  # a figure that was misread: "l5/QĐ-UBND"
        return None
    if before == "/" and start > 1 and text[start - 2].isalpha() and _NAMES_FILE.match(text, start):
        return start
    if before == "_" and _is_in_file_name(text, start - 1):
        return start
    if before in "/\\\u2044+@#_=":
        return None
    if before in "-.:,\u2010\u2011\u2013" and start > 1 and text[start - 2].isalnum():
        labelled = text[max(0, start - 3) : start - 1].lower() in ("số", "no", "sô", "ệu")
        return start if labelled or before == "," or (before == "-" and _is_in_file_name(text, start - 1)) else None
    return start


def _is_in_file_name(text: str, dash: int) -> bool:
    word = _LAST_WORD.search(text[max(0, dash - 8) : dash])
    return word is not None and word[0].lower() in _FILE_NAME
