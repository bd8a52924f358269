"""DOCX: everything that a reader sees of a document, in its order.

python-docx opens the package; the walk over its elements is our own, since text inside insertions, content controls,
smart tags, text boxes and footnotes is no part of python-docx's paragraphs (ISO/IEC 29500-1, chapter 17).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from archive.files.reading import CELL, DamagedFileError, Extract

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _BOX = qn("w:t"), qn("w:txbxContent")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
_UNSEEN = frozenset(
    {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:sectPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_NOTES = ("/footnotes", "/endnotes")


def read_docx(path: Path) -> Extract:
    """Headers, body, footers and notes, paragraph by paragraph, tables row by row. Raises FileError."""
    try:
        document = docx.Document(str(path))
        lines = [*_margins(document, "header"), *_lines(document.element.body), *_margins(document, "footer")]
        lines += _notes(document)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise DamagedFileError(f"The Word document cannot be opened ({type(error).__name__}).") from error
    return Extract("\n".join(lines), "python-docx")


def _margins(document: Any, name: str) -> list[str]:
    """The distinct lines of all headers or footers."""
    found: dict[str, None] = {}
    for section in document.sections:
        for kind in (name, f"first_page_{name}", f"even_page_{name}"):
            part = getattr(section, kind)
            if not part.is_linked_to_previous:
                found.update(dict.fromkeys(_lines(part._element)))
    return [line for line in found if line.strip().strip("0123456789")]


def _notes(document: Any) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES) and not relation.is_external:
            part = relation.target_part
            yield from _lines(etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True)))


def _lines(container: Any) -> Iterator[str]:
    for child in container:
        if child.tag == _P:
            yield from _paragraph(child)
        elif child.tag == _TBL:
            yield from _table(child)
        elif child.tag not in _UNSEEN:
            yield from _lines(child)


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(_pieces(paragraph, boxes))
    if text.strip():
        yield text
    for box in boxes:
        yield from _lines(box)


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == _BOX:
            boxes.append(child)
        elif child.tag not in _UNSEEN:
            yield from _pieces(child, boxes)


def _table(table: Any) -> Iterator[str]:
    """Rows with their cells beside each other; the head of a paper, two columns of several lines, line by line."""
    for row in table.iter(_TR):
        if next(row.iterancestors(_TBL)) is not table:
            continue
        cells = [list(_lines(cell)) for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]
        if len(cells) == 1 or any(len(lines) > (1 if len(cells) == 2 else 3) for lines in cells):
            yield from (line for lines in cells for line in lines)
        else:
            yield CELL.join(" ".join(" ".join(lines).split()) for lines in cells)
