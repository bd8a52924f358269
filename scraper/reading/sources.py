"""Outlets that are named as the source of a text without a colon: "Nguồn “Báo X”", "Theo nguồn Báo X", "Nguồn - X"."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.credit_labels import SOURCES
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import is_section
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.phrases import alternatives
from scraper.reading.region import Region

_LABEL = re.compile(rf"\W*(?:{alternatives(SOURCES)})\s(?:[-–]\s)?(?=\S)")
_SITE = re.compile(r"(?:cong|trang) (?:thong tin|tin|ttdt|dien tu|web)\b|website\b")
_NAMED_SITE = re.compile(
    r"\W*(?:(?:cong|trang) (?:(?:thong tin|tin)(?: dien tu)?(?: tong hop)?|ttdt|dien tu|web)|website|fanpage)"
    r"(?: cua)? (?=\w)"
)
_ANY_OWNER = re.compile(r"(?:truong|khoa|phong|so|tinh|huyen|xa|phuong|thanh pho|nganh|co quan|don vi|nha truong)\W*")
"""Whose a site may be that nothing names: "Website Trường"."""
_LINKS = re.compile(r"(?:lien (?:ket|quan)|huu ich|tham khao|noi bo|thanh vien|khac)\b|.*\b(?:cac|nhung)\b")
"""Which sites a box has links to: "Website Liên kết", "Website các xã"."""
_LONGEST = 60
_QUOTES = ("“", '"', "‘", "'", "«")


def names_source(text: str) -> bool:
    """Whether a text says where another was taken from and nothing else: from an outlet by its name, or in quotes."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    label = _LABEL.match(folded) if len(folded) == len(text) else None
    if label is None or read_byline(text).source is None:
        return False
    outlet = text[label.end() :]
    return bool(outlet.startswith(_QUOTES) or _SITE.match(fold(outlet)) or read_byline(outlet).source)


def named_site(text: str) -> str:
    """Whose site a text names and nothing else, as it is printed: "Agribank" of "Website Agribank"; else nothing."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    kind = _NAMED_SITE.match(folded) if len(folded) == len(text) else None
    if kind is None or _ANY_OWNER.fullmatch(folded, kind.end()) or _LINKS.match(folded, kind.end()):
        return ""
    if is_section(folded[kind.end() :]):
        return ""
    owner = text[kind.end() :]
    return owner if owner[0].isupper() and read_byline(text).organisation is not None else ""


def is_own_site(printed: Printed, line: Line, region: Region, sites: frozenset[str]) -> bool:
    """Whether a line names the site itself: as one of `sites`, by their letters, or as the head of the page does."""
    own = {line.key, letters(named_site(line.text))} - {""}
    return not sites.isdisjoint(own) or any(other.key in own for other in printed.lines[: region.head])
