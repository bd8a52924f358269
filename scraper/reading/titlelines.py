"""Which lines belong to one title: those of one heading, and those that somebody broke by hand."""

from __future__ import annotations

import re

from scraper.reading.datewords import is_section, names_period
from scraper.reading.lines import Line
from scraper.reading.markup import INLINE
from scraper.reading.titlelook import NEWS_OF

_PAPER = re.compile(
    r"\W*(?:thong bao|thu moi|giay moi|ke hoach|quyet dinh|cong van|cong dien|bao cao|to trinh|chi thi|nghi quyet"
    r"|huong dan|chuong trinh|de an|danh sach|lich|loi keu goi|thu ngo|quy che|quy dinh|thong cao|cao pho|bien ban"
    r"|(?:yeu cau|moi|thu moi) (?:bao gia|chao gia|thau))\b"
)
_ABOUT = re.compile(r"\W*(?:ve viec|v/v|ve)\b")
_SECTION = 30
"""Characters to which the name of a section goes, and which the title below it has more of."""
_BROKEN, _PARTS = 100, 3
"""Characters of a part of a title that was broken by hand, and how many of these there are, at most."""


def parts_of_titles(lines: list[Line]) -> list[tuple[int, int]]:
    """Ranges of lines that belong together: the parts of one heading, each other line alone."""
    groups: list[tuple[int, int]] = []
    above = None
    for index, line in enumerate(lines):
        if above is not None and _is_part(lines, above, line) and not _is_of_section(above, line):
            groups[-1] = (groups[-1][0], index + 1)
        else:
            groups.append((index, index + 1))
        above = line
    return groups


def _is_part(lines: list[Line], above: Line, line: Line) -> bool:
    """Whether a line may be a part of the heading that the line above is of, or goes on with that."""
    if line.heading and line.block is above.block:
        return True
    return not (line.linked or above.linked) and _goes_on(lines, above, line)


def _is_of_section(above: Line, line: Line) -> bool:
    """Whether the line above a title is the name of its section: called so, or in capitals that the title is not in.

    The kind of a paper may stand there too ("THÔNG BÁO", "Về việc tuyển dụng"), or a title that goes on.
    """
    if line.text[0].islower() or len(above.text) > _SECTION:
        return False
    if _PAPER.match(above.folded) or _ABOUT.match(line.folded):
        return False
    if is_section(above.folded) or NEWS_OF.fullmatch(above.folded):
        return True
    return above.text.isupper() and not line.text.isupper() and len(line.text) > _SECTION


def _goes_on(lines: list[Line], above: Line, line: Line) -> bool:
    """Whether a line goes on with a title that was broken by hand.

    It is one in bold capitals, or fills its element with the line above and is in bold or begins with a small letter,
    or stands there below the kind of a paper in capitals.
    """
    if line.in_row or len(above.text) > _BROKEN or len(line.text) > _BROKEN:
        return False
    if above.block is line.block and _is_kind(above) and not line.text.endswith((".", ":", ";")) and not line.may_date:
        beside = (*lines[max(0, above.index - 1) : above.index], *lines[line.index + 1 : line.index + 2])
        if not any(other.block is line.block for other in beside):
            return True
    bold = _is_bold(above) and _is_bold(line)
    if not (bold or line.text[0].islower()) or (line.may_date and not names_period(line)):
        return False
    if bold and line.text.isupper() and above.text.isupper():
        return above.block is line.block or line.block in above.block.iterancestors()
    holders = {above.block, line.block}
    if above.prose or not _are_in_one(above, line):
        return False
    around = lines[max(0, line.index - _PARTS) : line.index + _PARTS]
    return sum(other.block in holders for other in around) <= _PARTS


def _is_kind(line: Line) -> bool:
    """Whether a line is the kind of a paper in capitals and little else: "THÔNG BÁO", "YÊU CẦU BÁO GIÁ"."""
    return line.text.isupper() and len(line.text) <= _SECTION and _PAPER.match(line.folded) is not None


def _is_bold(line: Line) -> bool:
    return line.bold * 10 >= len(line.text) * 9


def _are_in_one(above: Line, line: Line) -> bool:
    """Whether two lines stand in one block, or break within an inline element of it."""
    if above.block is line.block:
        return True
    return above.block.tag in INLINE and line.block in above.block.iterancestors()
