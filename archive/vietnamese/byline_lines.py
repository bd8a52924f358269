"""The lines of a printed byline, without what stands around names: dates, counters, macros, paths of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.vietnamese.byline_names import unglued
from archive.vietnamese.spelling import normalise

LONGEST = 600
"""Characters of a text that are read; no byline is longer, and an article handed over by mistake costs no more."""

_NOISE_SIGN = re.compile(r"[\d\[{@]")
_WHEN = r"(?:,? ?(?:ngày|lúc|vào|on|at|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?) ){0,3}"
_DAY = (
    r"(?:\d{1,2} tháng \d{1,2},? năm \d{4}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}|\d{4}-\d\d?-\d\d?(?:T[\d:.]+Z?)?)\b"
)
_TIME = r"(?:\d{1,2}(?:[:h]\d{2}){1,2}\b(?: ?(?:[AP]M|SA|CH)\b)?|\d{1,2} giờ(?: \d{1,2})?(?: phút)?(?: trước)?)"
_COUNT = (
    r"(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|tải) ?:? ?\d[\d.,]*"
    r"|\b\d[\d.,]* (?:lượt|lần|views?|bình luận|phút|ngày|tuần)\b(?: xem| đọc| trước)?"
)
_MACRO = r"\[[^\[\]]*\]|\{[^{}]*\}|\(?GMT ?\+ ?\d\)?|(?<![\w.+-])[\w.+-]+@[\w.-]+"
_NOISE = re.compile(rf"{_MACRO}|{_WHEN}\b(?:{_DAY}|{_TIME})|{_COUNT}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.)?((?:[\w-]+\.)+(?:vn|com|net|org|info|tv|asia|edu|gov)\b)(?![@-])"
    r"(?:[/?#:][^\s()]*)?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\b(?:đ/c|p/v|s/t|b/t|t/h|th/h)(?!\w)", re.IGNORECASE)
_UNSLASHED = {
    "đ/c": "đồng chí",
    "p/v": "PV",
    "s/t": "sưu tầm",
    "b/t": "biên tập",
    "t/h": "tổng hợp",
    "th/h": "thực hiện",
}
_DEGREES = re.compile(r"\b(?:P?GS|TS|ThS)\.?, ?(?=(?:TS|ThS|BS)\b)", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’‘ʼ′`´", "''''''")
_ODD = re.compile("[&’‘ʼ′`´]")
_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_LOWER = "".join(filter(str.islower, _LETTERS))
_GLUED = re.compile(f"[{_LOWER}][{''.join(filter(str.isupper, _LETTERS))}]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_BRACKETED = re.compile(r"(?<=:) ?\[ ?([^\W\d_][^\[\]\d_{}:=]{1,40})\](?=[\s.,;]*$)")
"""Who is named between the brackets of a form behind its label: "Tác giả: [H.H]"."""
_EXCLAIMED = re.compile(r"(?:\S+ ){4,}\S+\s?!+")
_LINES = re.compile(r"[\n\r|…]|\.{3,}")


def byline_lines(text: str) -> Iterator[str]:
    """The lines that are not empty, spelt as `spelling.normalise` does, with single spaces and straight apostrophes.

    A bar and an ellipsis end a line too; a bar stands where something was taken out; an address is cut to its host.
    What is exclaimed without a label ("Chúc Liên đội gặt hái nhiều thành công!") is no line of a byline.
    """
    text = normalise(text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0])
    if _ODD.search(text):
        text = text.replace("&amp;", "&").replace("&nbsp;", " ").translate(_APOSTROPHES)
    if _GLUED.search(text):
        text = _WORD.sub(lambda word: unglued(word[0]), text)
    for raw in _LINES.split(text):
        line = " ".join(raw.split())
        if "." in line:
            line = _ADDRESS.sub(r"\1", line)
        if line.find("[") > 0:
            line = _BRACKETED.sub(r" \1", line)
        if _NOISE_SIGN.search(line):
            line = _NOISE.sub("|", line)
        if "/" in line:
            line = _SLASHED.sub(lambda word: _UNSLASHED[word[0].lower()], line)
        if ", " in line:
            line = _DEGREES.sub("", line)
        if line and not (line[-1] == "!" and ":" not in line and _EXCLAIMED.fullmatch(line)):
            yield line
