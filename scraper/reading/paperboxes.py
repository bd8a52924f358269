"""Boxes of documents in files on a front page ("Văn bản chỉ đạo"), beside those of forms, brochures and programs."""

from __future__ import annotations

import re
from typing import Any

from archive.vietnamese.spelling import fold
from scraper.reading.anchors import HEADINGS
from scraper.reading.headings import is_titled
from scraper.reading.records import lines_of
from scraper.reading.shapes import PAPER
from scraper.reading.unitnames import is_most_read, name_of_box
from scraper.reading.units import Member, Unit

_KIND = (
    "quyet dinh|ke hoach|thong bao|cong van|cong dien|bao cao|to trinh|chi thi|nghi quyet|giay moi|thong tu|nghi dinh"
)
_NUMBER = r"(?:[a-z]+ ){0,3}(?:so\b:? ?)?\d{1,5} ?[/-] ?(?:\d{4} ?[/-] ?)?[a-z]{2,}(?:[-&.][a-z]+)*\b"
_PAPER = re.compile(rf"\W*(?:(?:{_KIND})\b(?: \S+){{3}}|{_NUMBER})")
"""How what a paper is called begins: "Kế hoạch tổ chức Tết Trung thu", "55/KH-UBND", "Số: 12/2024/NQ-HĐND"."""
_FORM = re.compile(
    r"^\W*(?:\d{1,3} ?/ ?[a-z-]+\W+)?"
    r"(?:(?:bieu )?mau\b|don (?:de nghi|xin|dang ky)\b|to khai\b|phieu\b|giay (?:xac nhan|de nghi)\b)"
    r"|\b(?:cai dat|phan mem|ung dung|huong dan su dung)\b"
)
"""What one fills in, or what tells how a program is used, though it may have a number too."""
_FORMS = re.compile(r"\b(?:bieu mau|mau don|to khai|phan mem|ung dung|tai ve|huong dan)\b")
"""What boxes of these are called."""


def papers_in_boxes(units: list[Unit], pages: set[Any]) -> list[Member]:
    """The files of boxes of papers: of a register, or below a name, most of whose links a number or a kind tells of.

    Each is alone in its record, for the files beside links to `pages` are of these.
    """
    found: list[Member] = []
    for unit in units:
        if len(unit.members) < 2 or is_most_read(unit) or any(member.link.shape != PAPER for member in unit.members):
            continue
        if not (unit.registered or _is_box(unit)):
            continue
        papers = [member for member in unit.members if not _FORM.search(fold(member.title))]
        if unit.registered or sum(map(_names_paper, papers)) * 2 > len(unit.members):
            found += [member for member in papers if pages.isdisjoint(member.part.iter("a"))]
    return found


def _is_box(unit: Unit) -> bool:
    """Whether a unit has a name that is not of forms, nor an entry of a menu below which its links stand."""
    if not is_titled(unit) or _FORMS.search(name_of_box(unit)):
        return False
    around = (unit.head, *unit.head.iterancestors())
    return unit.head.tag in HEADINGS or not any(one.tag == "li" and one in unit.members[0].chain for one in around)


def _names_paper(member: Member) -> bool:
    return any(_PAPER.match(fold(line)) for line in (member.title, *lines_of([member.part])))
