"""The hits of a search as CSV and as an Excel workbook, with what was searched and what was reached beside them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from archive.search import Hit
from archive.site.words import Language, translator, word_for
from archive.site.workbook import Cell, Sheet, excel_date, workbook

COLUMNS = (
    "uid",
    "title",
    "title_printed",
    "published_at",
    "posted_by",
    "province",
    "province_now",
    "document_type",
    "is_plan",
    "url",
    "portal",
    "changed_at",
    "removed_at",
    "demo",
)
"""What programs get of a hit, in JSON."""
_HEADS = {
    "title": 70,
    "published": 18,
    "posted_by": 40,
    "province": 18,
    "province_now": 18,
    "document_type": 16,
    "documents_in_text": 36,
    "only_plans": 12,
    "capture_address": 50,
    "in_archive": 40,
    "changed": 18,
    "removed": 18,
    "portal": 24,
    "title_printed": 70,
    "demo_mark": 10,
    "withheld_id": 20,
}
"""The columns of CSV and workbook: words of the catalogue, and how many characters wide."""
_LINKS = frozenset(place for place, head in enumerate(_HEADS) if head in {"capture_address", "in_archive"})
FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+@\-]|[\t\r]")
"""How a cell begins that a spreadsheet takes for a formula; some pass over blanks before it."""
BYTE_ORDER_MARK = "\ufeff"
_YES = "✓"


def as_csv(language: Language, hits: Sequence[Hit], named: Mapping[str, str], site: str) -> str:
    """The first sheet of the workbook, with the mark by which Excel knows UTF-8 and no cell that can begin a formula.

    Nothing but the hits: what was searched would make rows of another length below them.
    """
    t = translator(language)
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([t(head) for head in _HEADS])
    writer.writerows([_text(cell) for cell in _row(language, hit, named.get(hit.uid), site)] for hit in hits)
    return BYTE_ORDER_MARK + stream.getvalue()


def as_workbook(
    language: Language, hits: Sequence[Hit], about: Sequence[Sequence[Cell]], named: Mapping[str, str], site: str
) -> bytes:
    """Two sheets in the visitor's language: the hits, and what was searched; `named`: documents by uid of the hit."""
    t = translator(language)
    rows = (_row(language, hit, named.get(hit.uid), site) for hit in hits)
    found = Sheet(t("announcements"), [t(head) for head in _HEADS], rows, list(_HEADS.values()), _LINKS)
    return workbook([found, Sheet(t("coverage"), (t("coverage_here"), ""), about, (34, 80))])


def _row(language: Language, hit: Hit, named: str | None, site: str) -> list[Cell]:
    return [
        hit.title or None,
        excel_date(hit.published_at),
        hit.posted_by,
        hit.province,
        hit.province_now,
        word_for(language, "type", hit.document_type),
        named,
        _YES if hit.is_plan else None,
        hit.url,
        f"{site}/tin/{hit.uid}",
        excel_date(hit.changed_at),
        excel_date(hit.removed_at),
        hit.portal,
        hit.title_printed or None,
        _YES if hit.demo else None,
        hit.uid,
    ]


def _text(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
