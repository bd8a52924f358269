"""Finding the official papers that a text names."""

from __future__ import annotations

import re

from archive.vietnamese.documents.mention import DocumentMention
from archive.vietnamese.documents.numbers import canonical_number

_CODE = r"[A-ZĐÐ][A-ZĐÐƯ0-9&]*(?:T[gr]\b)?"
_NUMBER = re.compile(
    rf"(?<![\w/])\d{{1,6}}[a-d]?(?:\s?[/⁄](?P<year>(?:19|20)\d\d))?\s?[/⁄–-]\s?"
    rf"(?P<first>{_CODE}|TTr|CTr|TTg)(?:\s?[/⁄–-]\s?(?P<second>{_CODE}|TTr|CTr|TTg))?"
)
_TYPES = frozenset(
    ["KH", "QĐ", "CV", "CT", "NQ", "NĐ", "TT", "TB", "BC", "HD", "TTr", "KL", "QC", "CTr", "TTLT", "ĐA", "PA", "CĐ", "TL"]
)
_DATE = re.compile(r",?\s*ngày\s*(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})")


def find_documents(text: str) -> list[DocumentMention]:
    """Every official paper that `text` names, in printed order."""
    return [_mention(text, match) for match in _NUMBER.finditer(text)]


def _mention(text: str, match: re.Match[str]) -> DocumentMention:
    first, second = match["first"].replace("Ð", "Đ"), match["second"]
    typed = first in _TYPES and second is not None
    date = _DATE.match(text, match.end())
    dated = f"{date[3]}-{int(date[2]):02}-{int(date[1]):02}" if date else None
    year = match["year"] or (dated and dated[:4])
    return DocumentMention(
        number=canonical_number(match[0]),
        type=first if typed else "CV",
        issuer=second if typed else first,
        unit=None if typed else second,
        year=int(year) if year else None,
        dated=dated,
        role="cites",
        subject=None,
        printed=match[0],
        start=match.start(),
        end=match.end(),
    )
