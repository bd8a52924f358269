"""What a listing prints around a link: the lines of its record, among them the day and the summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from unicodedata import normalize

from archive.patterns import rare
from archive.vietnamese.dates.folded import AGO, ENGLISH_WEEKDAY, SHORT_WEEKDAY, WEEKDAY
from archive.vietnamese.dates.grammar import ENGLISH_MONTH
from archive.vietnamese.spelling import fold
from scraper.reading.kept import kept
from scraper.reading.labelled import NUMBER
from scraper.reading.leaves import LONGEST_GLUED, goes_on_leaf, joined

_INLINE = frozenset(
    {"abbr", "acronym", "b", "big", "bdi", "button", "cite", "code", "em", "font", "i", "img", "input", "ins"}
    | {"label", "mark", "nobr", "o:p", "path", "q", "s", "small", "span", "strong", "sub", "sup", "svg", "tt", "u"}
)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "select", "option", "iframe", "object", "head", "textarea"}
)
_BREAK = "\x00"
_GLUED = re.compile(r"\d{5}|^[^\W\d_]+\W{0,2}\d{2,4}$")
"""Digits that may be those of several pieces of a leaf."""
_DEPTH = 60
_LONGEST_SPAN = 40
_NOTHING: frozenset[Any] = frozenset()

_DAY = (
    r"(?:(?<![\d/.\-])[0-3]?\d\s?([/.\-])\s?[01]?\d\s?\1\s?(?:(?:19|20)\d\d|\d\d)(?![\d/])"
    r"|(?<!\d)(?:19|20)\d\d([/\-])[01]?\d\2[0-3]?\d(?!\d)"
    r"|(?<!\d)[0-3]?\d\s+(?:thang|thg)\s+(?:\d{1,2}|[a-z]+(?:\s+(?:hai|mot))?),?\s+(?:nam\s+)?(?:19|20)\d\d"
    r"|\bthang (?:\d{1,2}|[a-z]+(?: (?:hai|mot))?) [0-3]?\d(?:st|nd|rd|th)?, (?:19|20)\d\d"
    r"|(?<!\d)[0-3]?\d\s?th(?:1[0-2]|0?[1-9]),?\s+(?:19|20)\d\d|\bth(?:1[0-2]|0?[1-9])\s[0-3]?\d,\s?(?:19|20)\d\d"
    rf"|\b{ENGLISH_MONTH}\.? [0-3]?\d, (?:19|20)\d\d|\b[0-3]?\d[ -]{ENGLISH_MONTH}[ -](?:19|20)\d\d|\b{AGO}\b)"
)
_DATE = rare(_DAY)
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_ENDED = re.compile(r"[/.\-](?:19|20)\d\d$|\d:[0-5]\d$")
"""What no digit goes on behind: a whole day, a time of day."""
_DAY_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_WITHOUT_YEAR = re.compile(
    rf"(?<![\d/.,-]){_DAY_OF_MONTH}\s?[/-]\s?{_MONTH}(?![\d/.,%-])"
    rf"|(?<!\d){_DAY_OF_MONTH},?\s?(?:thang|thg|th)\W?\s?{_MONTH}(?!\d)"
)
_MAYBE_WITHOUT_YEAR = re.compile(r"\d(?:\s?[/-]\s?\d{1,2}(?!\d)|,?\s?[Tt][Hh])")
_MONTH_FIRST = re.compile(rf"(?<![\d/.-]){_MONTH}/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?![\d/])")
_COUNTED = re.compile(r"\b(?:so|lan|tin|bai|luot|xem|doc|views?|count|comments?|binh luan)\b")
_LONGEST_DAY = 40
_GROUP = re.compile(
    rf"(?:(?:tin|bai|tin tuc|ban tin|luu tru)\W+)?(?:(?:thang|thg|th)\W*)?{_MONTH}(?:\W{{1,3}}|\W+nam\W*)(?:19|20)\d\d"
    r"|quy\W+(?:[1-4]|i{1,3}|iv)(?:\W{1,3}|\W+nam\W*)(?:19|20)\d\d|nam\W+(?:19|20)\d\d|(?:19|20)\d\d"
)
_COUNTED_GROUP = re.compile(r"(?:[1-9]\d?\s?(?:[.)]\s*|/\s+)|(?:[IVX]{1,5}|[A-H])\s?[.)/]\s+)(?=[^\W\d])")
"""How a counted head begins, as sets of procedures print their fields: "1. ", "II. ", "A) "; no "12/QĐ" or "V/v"."""
_MAYBE_DATE = re.compile(
    r"[\dA-ZôÔớừ](?:(?<=\d)(?:Th\d|\s?[/.\-]\s?\d|,? (?:[Tt]háng|THÁNG|[Tt]hg|[Tt]h\d|\d{4}))|(?<=T)h\d{1,2} \d"
    r"|(?<=[A-Z])(?:[a-z]{2,8}|[A-Z]{2,8})[ -](?:19|20)\d|(?<=trướ)c|(?<=[Hh]ô)m|(?<=HÔ)M|(?<=[Vv]ừ)a)"
)
"""Signs and letters that few words have are found at once."""
_AROUND = rare(
    r"\b(?:ngay|dang|gui|tao|viet|xuat ban|phat hanh|cap nhat|luc|thoi gian|hoi|vao"
    rf"|{WEEKDAY}|{SHORT_WEEKDAY}|{ENGLISH_WEEKDAY}"
    r"|gio|phut|gmt|utc|sang|chieu|toi|trua|sa|ch|am|pm|luot|xem|doc|views?|count|so|lan|binh luan"
    r"|comments?|bai|tin|posted|publish(?:ed)?|date|on|by|updated?|nguoi|boi)\b|[\d\W_]+"
)
_NOT_PUBLISHED = re.compile(
    r"\b(?:ban hanh|hieu luc|ngay (?:ky|bh|vb|van ban|hop|sinh|xac thuc|mo thau|hop nhat)|het han|dong thau|hoan thanh"
    r"|bat dau|ket thuc|han (?:gop y|nop|cuoi|chot)|tu ngay|den ngay|dien ra|cong bao|ngay (?:dang )?cb)\b"
)

_BORN = re.compile(r"\bngay sinh\b(?! vien)|(?:^|[^a-z\s])\s*sinh (?:ngay|nam)\b")
"""Not behind a word: many sections are called so (Tuyển sinh, Dân sinh)."""


def lines_of(elements: Iterable[Any], skip: frozenset[Any] | set[Any] = _NOTHING) -> list[str]:
    """The printed lines of some elements and of the text behind each, without what the elements in `skip` print.

    A link and a `time` are lines of their own, since what stands beside them is about something else.
    """
    pieces: list[str] = []
    for element in elements:
        _gather(element, element.tag, skip, pieces, _DEPTH)
        if tail := element.tail:
            pieces.append(tail)
    raw_lines = "".join(pieces).split(_BREAK)
    lines = _told(raw_lines)
    if any(len(line) <= LONGEST_GLUED and _GLUED.search(line) for line in lines):
        leaves = dict(_leaves(raw_lines, pieces))
        return _told([leaves.get(place, raw) for place, raw in enumerate(raw_lines)]) if leaves else lines
    return lines


@kept
def lines_in(element: Any) -> list[str]:
    """Those of one element, not to be changed; kept, since lists beside each other ask for what stands before them."""
    return lines_of([element])


def _told(raw_lines: list[str]) -> list[str]:
    """The lines in which something stands, each as one."""
    return [line for raw in raw_lines if raw and not raw.isspace() and (line := one_line(raw))]


def _leaves(raw_lines: list[str], pieces: list[str]) -> Iterator[tuple[int, str]]:
    """The places of lines that are leaves of a calendar, each with its pieces apart."""
    start = 0
    for place, raw in enumerate(raw_lines):
        end = pieces.index(_BREAK, start) if place + 1 < len(raw_lines) else len(pieces)
        if len(raw) <= LONGEST_GLUED and end - start > 1 and (leaf := joined(pieces[start:end], LONGEST_GLUED)) != raw:
            yield place, leaf
        start = end + 1


def one_line(text: str) -> str:
    """A text on one line, its letters composed, without invisible signs at its ends."""
    return normalize("NFC", " ".join(text.split()).strip("\u200b\ufeff "))


def _gather(element: Any, tag: Any, skip: frozenset[Any] | set[Any], pieces: list[str], depth: int) -> None:
    """Text of an element in reading order, with a break where a line ends; what is nested beyond reason is left out."""
    if not depth or tag in _SILENT or not isinstance(tag, str):
        return
    block = tag not in _INLINE
    if block:
        pieces.append(_BREAK)
    if element not in skip:
        if text := element.text:
            pieces.append(text)
        for child in element:
            inner = child.tag
            if pieces and inner in _INLINE and _is_apart(pieces[-1], child):
                pieces.append(_BREAK)
            _gather(child, inner, skip, pieces, depth - 1)
            if tail := child.tail:
                pieces.append(tail)
    if block:
        pieces.append(_BREAK)


def _is_apart(before: str, element: Any) -> bool:
    """Whether no word goes on where an element meets text ("…thành phố" and "Đăng ngày"): style alone sets them apart.

    Of others than spans that is known for the pieces of a leaf alone.
    """
    text = element.text
    if not text:
        return False
    if element.tag != "span":
        return goes_on_leaf(before, text)
    if before[-1:].islower():
        return bool(text[0].isupper() or text[0].isdigit())
    if not before[-1:].isdigit():
        return False
    if text[0].isdigit() and _ENDED.search(before):
        return True
    return bool(text[0].isupper() or _YEAR.fullmatch(text) or goes_on_leaf(before, text))


def is_date_line(line: str, besides: int = 24) -> bool:
    """Whether a line is about when, and hardly about anything else ("Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85").

    `besides` is how many letters may be about something else.
    """
    if len(line) > 120 or not _MAYBE_DATE.search(line):
        return False
    rest, dates = _DATE.subn(" ", fold(line))
    return 0 < dates < 3 and _BORN.search(rest) is None and len(_AROUND.sub("", rest)) <= besides


def is_day_without_year(line: str) -> bool:
    """Whether a line is a day of some year, perhaps with its hour, and nothing else ("10:28 - 09/12", "28 Th9").

    It says when where it stands beside each announcement of a list; alone it may be a count of pages.
    """
    if len(line) > _LONGEST_DAY or _MAYBE_WITHOUT_YEAR.search(line) is None:
        return False
    rest, days = _WITHOUT_YEAR.subn(" ", folded := fold(line))
    return days == 1 and not _COUNTED.search(folded) and not _AROUND.sub("", rest)


def is_month_first(line: str) -> bool:
    """Whether the day of a line stands behind its month for certain ("4/24/2022 12:16 AM")."""
    if "/" not in line or len(line) > _LONGEST_DAY:
        return False
    rest, days = _MONTH_FIRST.subn(" ", fold(line))
    return days == 1 and not _AROUND.sub("", rest)


def leading_date(title: str) -> str | None:
    """The day that a link's text begins with, set apart ("24/08/2022 - Lịch tiếp dân"); None where none does."""
    if not title[:1].isdigit() and title[:1] not in "([":
        return None
    match = _BEFORE_TEXT.match(folded := fold(title))
    return title[: match.end()] if match is not None and len(folded) == len(title) else None


def tells_day(line: str) -> bool:
    """Whether a line says when, with a year or without."""
    return is_date_line(line) or is_day_without_year(line)


def is_group_line(line: str) -> bool:
    """Whether a line is a month, a quarter or a year and nothing else: the head of a group within a list."""
    return len(line) <= _LONGEST_DAY and _GROUP.fullmatch(fold(line).strip(" :.-–()[]|»")) is not None


def heads_group(line: str) -> bool:
    """Whether a line is the head of a group within a list: of a month, a year, or counted ("1. Lĩnh vực Hộ tịch")."""
    return _COUNTED_GROUP.match(line) is not None or is_group_line(line)


_AT = r"(?:\W{1,3}[012]?\d[:hg][0-5]\d|t[012]\d:[0-5]\d)(?:(?<=:\d\d):[0-5]\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?"
"""The time behind a day, also as programs write it: " 10:20", "t03:53:00.000z"."""
_MOMENT = rf"(?:{_DAY})(?:{_AT})?"
_TRAILING = rare(rf"\s*[(\[|–-]\s*{_MOMENT}\s*[)\]]?$")


def trailing_date(title: str) -> str | None:
    """The day that a link's text closes with, set apart ("Lịch tiếp dân (24/08/2022)"); None where none does.

    In brackets it may be without its year ("(24/08)").
    """
    if title.endswith(")") and is_day_without_year(title[title.rfind("(") + 1 : -1]):
        return title[title.rfind("(") :]
    if _MAYBE_DATE.search(title[-24:]) is None:
        return None
    folded = fold(title)
    match = _TRAILING.search(folded)
    return title[match.start() :].strip() if match is not None and len(folded) == len(title) else None


_POSTED_ON = r"(?:(?:ngay |thoi gian )?(?:dang|cap nhat|xuat ban)(?: tin| ngay| luc)*\s*:?\s*)?"
_BEFORE_TEXT = rare(rf"^[(\[]?\s*{_POSTED_ON}{_MOMENT}\s*(?:[)\]]|[-–—|:]\s)")
_BEHIND_TEXT = rare(rf"(?<=[.…!?”\")\]])\s*[(\[–—-]?\s*{_MOMENT}\W*$")


def day_of_text(line: str) -> str | None:
    """The day that a summary begins with, set apart, or closes with behind its last sentence; None where none does.

    "(12/03/2021) Sáng nay, …" and "12/03/2021 - Sáng nay, …" begin with one.
    """
    if _MAYBE_DATE.search(line) is None:
        return None
    folded = fold(line)
    match = _BEFORE_TEXT.match(folded) or _BEHIND_TEXT.search(folded)
    return line[match.start() : match.end()].strip(" -–—|:") if match is not None and len(folded) == len(line) else None


def is_document_date(line: str) -> bool:
    """Whether the day of a line belongs to a document or an event, and says nothing of the day of publication."""
    return _NOT_PUBLISHED.search(fold(line)) is not None


_PIECES = re.compile(r"\s*[•|·;]\s*|\s+[-–—]\s+")
_OF_POSTING = re.compile(r"\W*(?:(?:ngay|thoi gian|luc) )?(?:dang|cap nhat|xuat ban|posted|updated)\b")


def posted_day(line: str) -> str | None:
    """What of a line with a day is the day of publication; beside one of a document it must say so ("Đăng ngày …")."""
    if not is_document_date(line):
        return line
    pieces = (piece for piece in _PIECES.split(line) if _OF_POSTING.match(fold(piece)) and is_date_line(piece))
    return next((piece for piece in pieces if not is_document_date(piece)), None)


_REGISTER = re.compile(rf"{NUMBER}|so van ban|trich yeu|k[yi] hieu")
_DAY_POSTED = re.compile(r"^(?:(?:ngay|thoi gian|luc) )?(?:dang(?: tin| tai)?|cap nhat|xuat ban|gui|tao)$")
_POSTED = re.compile(r"dang|cap nhat|xuat ban|gui|tao")


_ISSUED = re.compile(r"\bban hanh\b|\bngay (?:ky|bh|vb|van ban)\b|^ngay(?: thang)?(?: nam)?$")


def is_issue_date(line: str) -> bool:
    """Whether a line with a day says that it is the one on which a document was issued ("Ngày ban hành: …")."""
    return _ISSUED.search(fold(line)) is not None


def is_register(heads: list[str]) -> bool:
    """Whether the heads of a table's columns are those of a register of documents."""
    return any(_REGISTER.search(head) for head in heads)


def row_lines(row: Any, heads: list[str]) -> tuple[list[str], bool, str | None]:
    """The lines of a table row, but for days that the table's head gives to the document ("Ngày ban hành").

    In a register of documents, and where a column has the day of posting, no other column has it. The second value is
    whether there was such a day, the third the one on which the document was issued.
    """
    register = is_register(heads) or any(_DAY_POSTED.search(head) for head in heads)
    lines: list[str] = []
    told, issued = False, None
    for place, cell in enumerate(row.iterchildren("td", "th")):
        head = heads[place] if place < len(heads) else ""
        of_document = _NOT_PUBLISHED.search(head) or (register and not _POSTED.search(head))
        printed = lines_of([cell])
        kept = [line for line in printed if not (of_document and is_date_line(line))]
        if len(kept) < len(printed):
            told = True
            if issued is None and _ISSUED.search(head):
                issued = next(line for line in printed if line not in kept)
        lines += kept
    return lines, told, issued


def spanning_lines(row: Any) -> list[str]:
    """The lines of the cells of earlier rows that span a row of a table too: one day for several announcements."""
    lines: list[str] = []
    for distance, before in enumerate(islice(row.itersiblings("tr", preceding=True), _LONGEST_SPAN), start=1):
        for cell in before.iterchildren("td", "th"):
            span = cell.get("rowspan") or ""
            if span.isdecimal() and int(span) > distance:
                lines += lines_of([cell])
    return lines


def column_heads(row: Any) -> list[str]:
    """What the head of a row's table says over each column, folded; empty where there is none or it is no row."""
    table = next(row.iterancestors("table"), None) if row.tag == "tr" else None
    first = next(table.iter("tr"), None) if table is not None else None
    if first is None or first is row or (first.find("th") is None and next(first.iter("a"), None) is not None):
        return []
    return [fold(" ".join("".join(cell.itertext()).split())) for cell in first.iterchildren("td", "th")]
