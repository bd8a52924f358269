"""What files are called where pages lead to them: by a link's words, before a button, in the row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archive.vietnamese.spelling import fold
from scraper.reading.filetypes import PRINTED_ENDINGS
from scraper.reading.labelled import FILES
from scraper.reading.lines import clean
from scraper.reading.markup import CLICKED, Element, has_children

BUTTON = re.compile(r"\b(?:Tải (?:về|xuống|file|tệp)|TẢI (?:VỀ|XUỐNG|FILE|TỆP)|Download|DOWNLOAD)\W{0,3}\Z")
"""What a button says that loads the file whose name stands before it."""
LONGEST_NAME = 200
"""Characters of a line that names a file."""
SIZE = re.compile(
    rf"(?:(?<!\W)\W*|\b)(?:\b(?:{PRINTED_ENDINGS})\b\W*)?(?<![\d.,])\d+(?:[.,]\d+)?\s?(?:[KM]B|bytes?)\b\W*",
    re.IGNORECASE,
)
"""How large a file is, perhaps behind its type: "(DOC, 74 KB)"."""
_BESIDE = 4
"""Elements of a line with a button, at most."""
_FILE_NAME = re.compile(rf"[^/]{{1,150}}\.(?:{PRINTED_ENDINGS})\b", re.IGNORECASE)
_SIGNS = " .,:;|()[]•·-–"
_EDGES = " -–|(["
_CELLS = 12
"""Cells before that of a button at most."""
_COLUMN = re.compile(
    r"\W*(?:tai(?: (?:ve|xuong|file|tep|tap tin|van ban|tai lieu))?|download"
    r"|(?:file|(?:tep|tap)(?: tin)?|tai lieu) dinh kem)\W*"
)
"""What stands over the column of a table that has links to files, whatever their addresses are."""
_HEAD_PARTS, _BUTTON = 4, 24


def names_file(text: str) -> bool:
    """Whether some words are the name of a file, perhaps with its size and the button that loads it."""
    if len(text) > LONGEST_NAME or "." not in text:
        return False
    size = SIZE.match(text)
    named = _FILE_NAME.match(text, size.end() if size else 0)
    return named is not None and not SIZE.sub("", BUTTON.sub("", text[named.end() :])).strip(_SIGNS)


def link_text(anchor: Element) -> str:
    """What a link or a button says: of a card the name of its file, if it prints one."""
    if anchor.tag not in CLICKED:
        return ""
    text = clean("".join(anchor.itertext()))
    return (_named_in(anchor) if len(anchor) and "." in text else "") or text


def _named_in(card: Element) -> str:
    """The name of a file that one of the elements in a link prints, which has its size and more in others."""
    return next((name for text in card.itertext() if names_file(name := clean(text))), "")


def link_name(anchor: Element) -> str:
    """What a link says, for a button what stands before it: "Phụ lục 1 [Tải về]"; or the file that it is titled by."""
    text, row = link_text(anchor), anchor.getparent()
    title = anchor.get("title") or ""
    if names_file(title) and not names_file(text):
        return text if text and BUTTON.match(text) is None else clean(title)
    if row is not None and BUTTON.match(text):
        named = (before for before in (_before(anchor, row), *_in_row(row)) if _may_name(before))
        return next(named, text)
    told = row_of_column(anchor) if not text or _COLUMN.fullmatch(fold(text)) else None
    return text if told is None else _told_in(told)


def _may_name(before: str) -> bool:
    """Whether what stands before a button may be the name of its file, and no label."""
    if len(before) > LONGEST_NAME or before.endswith(":") or not any(map(str.isalnum, before)):
        return False
    return not FILES.fullmatch(fold(before))


def _before(anchor: Element, row: Element) -> str:
    """What the line of a button prints before it, without other buttons."""
    if has_children(row, _BESIDE) or any(has_children(part, 1) for part in row):
        return ""
    parts = [row.text or ""]
    for part in row[: row.index(anchor)]:
        parts += "" if part.tag in CLICKED else part.text or "", part.tail or ""
    return SIZE.sub("", clean("".join(parts))).strip(_EDGES)


def _in_row(cell: Element) -> Iterator[str]:
    """What the cells before that of a button print: the name of a file, else the longest of a few words."""
    if cell.tag != "td":
        return
    before = islice(cell.itersiblings("td", preceding=True), _CELLS)
    told = [text for other in before if (text := _of_cell(other))]
    yield from filter(names_file, told)
    yield max((text for text in told if any(map(str.isalpha, text))), key=len, default="")


def _of_cell(cell: Element) -> str:
    """The words of a cell that may be the name of a file; nothing where it holds more."""
    text = ""
    for piece in cell.itertext():
        text += piece
        if len(text) > LONGEST_NAME:
            return ""
    return clean(text)


def row_of_column(link: Element) -> Element | None:
    """The row of a table in which a button stands in a column of files."""
    cell = next(link.iterancestors("td"), None)
    if cell is None or len(link_text(link)) > _BUTTON or has_children(cell, 1):
        return None
    row = cell.getparent()
    table = next(cell.iterancestors("table"), row)
    head = next(table.iter("tr"), row)
    if head is row or len(head) != len(row):
        return None
    named = clean("".join(islice(head[row.index(cell)].itertext(), _HEAD_PARTS)))
    return row if _COLUMN.fullmatch(fold(named[:_BUTTON])) else None


def _told_in(row: Element) -> str:
    """The longest cell of a row, which tells what the button in it loads."""
    cells = (clean("".join(islice(cell.itertext(), _HEAD_PARTS))) for cell in row)
    return max((told for told in cells if len(told) <= LONGEST_NAME), key=len, default="")
