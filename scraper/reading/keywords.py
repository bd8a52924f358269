"""The keywords at the end of a text: links to all that bears them, or words between semicolons."""

from __future__ import annotations

import re
from itertools import islice

from archive.vietnamese.spelling import fold
from scraper.reading.labelled_frame import TAGS
from scraper.reading.lines import Line, clean
from scraper.reading.menus import is_tag
from scraper.reading.tables import data_rows

_NOWHERE = re.compile(r"#|javascript:\s*(?:void\(0\))?;?", re.IGNORECASE)
"""Where a link leads that only looks like one."""
_LABEL = re.compile(r"\W*(?:tags?|tu khoa|key ?words?)\s?")
"""What stands before keywords, perhaps without a colon or a space."""
_WORDS = re.compile(r"\w[\w\s/&–-]{1,39}")
_LONGEST = 5
"""Words of a keyword."""
_FEWEST = 3
"""Keywords that are known without a label."""
_CHIP = re.compile(r"(?<![a-z])(?:(?:hash)?tags?|chips?|keywords?|tu-?khoa)(?![a-z])", re.IGNORECASE)
"""What portals call the elements of keywords."""
_MOST = 20
"""Keywords of a text."""
_SHORT = 40
"""Characters of a label at most, and of the text of a keyword's link."""
_STOPS = (".", "!", "?", "”", '"')


def without_keywords(printed: list[Line], lines: list[Line]) -> list[Line]:
    """The lines of a text without its keywords, of all lines that are `printed` on its page."""
    last = len(lines)
    while last > 1 and (
        _links_keywords(lines[last - 1]) or _are_keywords(printed, lines[:last]) or _are_chips(lines[last - 1])
    ):
        last -= 1
    first = last
    while first > 1 and _leads_nowhere(lines[first - 1]):
        first -= 1
    links = sum(len(line.hrefs) for line in lines[first:last])
    return lines[: first if links > 1 or (links and _is_below_label(printed, lines[first])) else last]


def _links_keywords(line: Line) -> bool:
    """Whether a line is links to what bears its keywords, perhaps glued to their label."""
    if not line.linked or line.prose:
        return False
    label, unlinked = _LABEL.match(line.folded), len(line.text) - line.linked
    if label is not None and unlinked - 2 * len(line.hrefs) <= label.end() <= unlinked + 1:
        return True
    return is_tag(line) and not data_rows(line)


def _leads_nowhere(line: Line) -> bool:
    """Whether a line is short links that lead nowhere."""
    if not line.is_link or len(line.text) > _SHORT * len(line.hrefs) or data_rows(line):
        return False
    return all(map(_NOWHERE.fullmatch, line.hrefs))


def _are_keywords(printed: list[Line], lines: list[Line]) -> bool:
    """Whether the last line is a few words each between semicolons, which the text says too, or below their label."""
    line = lines[-1]
    if not (";" in line.text or "," in line.text) or line.linked or line.text.endswith(_STOPS) or data_rows(line):
        return False
    label, is_below = _LABEL.match(line.folded), _is_below_label(printed, line)
    words = re.split("[;,]" if label or is_below else ";", line.text[label.end() if label else 0 :].strip(" ;,"))
    words = [word.strip() for word in words]
    if len(words) < _FEWEST - is_below or not all(map(_is_keyword, words)):
        return False
    if is_below:
        return True
    said = [word for word in words if any(word.lower() in other.text.lower() for other in lines[:-1])]
    return lines[-2].text.endswith(_STOPS) and len(said) * 2 >= len(words)


def _are_chips(line: Line) -> bool:
    """Whether a line is nothing but keywords in elements, with nothing between them: of one name, or behind a label."""
    if line.prose or line.linked or line.cell is not None or line.text.endswith(_STOPS):
        return False
    named = any(_CHIP.search(around.get("class") or "") for around in (line.block, line.block.getparent()))
    if named and _is_keyword(line.text):
        return True
    parts = list(islice(line.block.iterchildren(), _MOST + 1))
    if not 1 < len(parts) <= _MOST:
        return False
    labelled = _LABEL.fullmatch(fold(clean("".join(parts[0].itertext())))) is not None
    names = {part.get("class") or "" for part in parts[labelled:]}
    if len(names) > 1 or ("" in names and not labelled):
        return False
    if any(text and not text.isspace() for text in (line.block.text, *(part.tail for part in parts))):
        return False
    return all(_is_keyword(clean("".join(part.itertext()))) for part in parts[labelled:])


def _is_keyword(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and len(text.split()) <= _LONGEST


def _is_below_label(printed: list[Line], line: Line) -> bool:
    """Whether the label of keywords stands alone above a line."""
    above = printed[line.index - 1] if line.index else line
    return len(above.text) < _SHORT and ":" not in above.text.rstrip(" :") and TAGS.fullmatch(above.folded) is not None
