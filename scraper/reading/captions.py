"""Captions: the lines of a text that tell of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scraper.reading.labelled import is_credit, is_photo_credit
from scraper.reading.lines import Line, clean
from scraper.reading.markup import IMAGES, Element, has_children
from scraper.reading.pictures import is_picture
from scraper.reading.tables import data_rows, holds_paragraphs, table_of

_CAPTION_NAME = re.compile(
    r"caption|chu-?thich|(?<![a-z])cap(?![a-z])|(?:img|image|photo|anh|pic)[-_]?(?:title|desc|note)"
)
_ADDRESSED = re.compile(r"kinh (?:gui|thua|moi|chao)\b|(?:thua|gui|than gui|quy|cac ban)\b")
"""Whom a letter or a speech is for."""
_STOPS = ".:;,!?…"
_LEAD = 120
"""Characters of a lead in italics at least, which may stand below a picture as captions do."""
_PARTS, _LONGEST, _SOME = 2, 100, 2
"""Paragraphs of a caption at most, characters of one that nothing else tells, and lines of a text that begins so."""
_CREDIT_ALONE = re.compile(r"\W*(?:nguon )?(?:anh|hinh|photo|image)(?: (?:minh hoa|tu lieu|internet|chup))?\W")
_FRAME_NAME = re.compile(r"(?<![a-z])(?:captioned|figure|(?:img|image|photo|picture|thumb|anh|hinh)(?![a-z]))")
_CAPTIONS = frozenset({"figcaption", "caption"})
_PLAYERS = frozenset({"video", "audio", "iframe", "object", "embed"})
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


def caption_text(line: Line) -> str:
    """A caption without the bar that some editors end it with."""
    return line.text.rstrip(" |")


def credits_picture_alone(line: Line) -> bool:
    """Whether a line says whose a picture is and nothing else, which no text begins with: "Ảnh minh họa: Báo Mộc"."""
    return _CREDIT_ALONE.match(line.folded) is not None and is_photo_credit(line.text, line.folded)


def is_caption(line: Line) -> bool:
    """Whether a line tells of a picture."""
    if len(line.text) > 300:
        return False
    block = line.block
    if block.tag in _CAPTIONS or _is_part_of_caption(line):
        return True
    pictured = line.picture is not None and is_picture(line.picture)
    if not line.prose or pictured:
        named = [element for element in _last_around(block) if _is_named_caption(element)]
        if named and (pictured or any(map(_is_of_frame, named))):
            return True
    if is_photo_credit(line.text, line.folded) and not is_credit(line.folded):
        return True
    if not pictured or line.prose > 200 or (line.prose and _is_beside_picture(line)):
        return False
    if not line.prose and any(map(is_picture, block.iter(*IMAGES))):
        return True
    dressed = (line.italic * 10 >= len(line.text) * 8 and not _is_over_text(line)) or line.text.endswith("|")
    centred = (block.get("align") or "").lower() == "center" or _CENTRED.search(block.get("style") or "") is not None
    return dressed or centred or _is_picture_table(line) or _is_alone_with_picture(line)


def _is_part_of_caption(line: Line) -> bool:
    """Whether a line stands with one other at most in a caption; a layout may have all of an article in one."""
    caption = line.block.getparent()
    if caption is None or caption.tag != "figcaption" or line.heading:
        return False
    parts = (part for part in caption if "".join(part.itertext()).strip())
    return len(list(islice(parts, _PARTS + 1))) <= _PARTS


def is_opening_caption(lines: list[Line]) -> bool:
    """Whether the first line of a text tells of the picture right above it: no sentence, with a paragraph below."""
    if len(lines) < _SOME or not lines[1].prose:
        return False
    line = lines[0]
    if line.picture is None or line.prose or line.heading or line.linked or line.bold or len(line.text) > _LONGEST:
        return False
    if not line.text[0].isupper() or line.text.isupper() or line.text[-1] in _STOPS or _ADDRESSED.match(line.folded):
        return False
    return is_picture(line.picture) and not data_rows(line)


def _last_around(block: Element) -> Iterator[Element]:
    """A block, and what it is the end of."""
    yield block
    parent = block.getparent()
    if parent is not None and block.getnext() is None:
        yield parent


def _is_of_frame(caption: Element) -> bool:
    """Whether what is called a caption stands below a player, or in what is called after its picture, if any."""
    above, frame = caption.getprevious(), caption.getparent()
    if above is not None and above.tag in _PLAYERS:
        return True
    return frame is not None and _FRAME_NAME.search((frame.get("class") or "").lower()) is not None


def _is_named_caption(block: Element) -> bool:
    """Whether an element is called a caption."""
    names, name = block.get("class"), block.get("id")
    return bool(names or name) and _CAPTION_NAME.search(f"{names or ''} {name or ''}".lower()) is not None


def _is_over_text(line: Line) -> bool:
    """Whether a long sentence in an element of its own stands right above the one that holds the paragraphs: a lead."""
    below = line.block.getnext()
    if line.prose < _LEAD or not line.text.endswith(".") or below is None or below.tag not in ("div", "section"):
        return False
    return holds_paragraphs(below)


def _is_alone_with_picture(line: Line) -> bool:
    """Whether a line that is no sentence and a picture are all that their element holds."""
    home = line.block.getparent()
    if line.prose or home is None or has_children(home, 2) or home.tag in ("body", "td"):
        return False
    return clean("".join(home.itertext())) == line.text and any(map(is_picture, home.iter(*IMAGES)))


def _is_beside_picture(line: Line) -> bool:
    """Whether the picture stands in another cell of the row, as beside a lead; captions stand below theirs."""
    around = set(line.picture.iterancestors()) if line.cell is not None and line.picture is not None else ()
    return line.cell is not None and line.cell not in around and line.cell.getparent() in around


def _is_picture_table(line: Line) -> bool:
    """Whether the line stands in a table that holds a picture and hardly more."""
    table = table_of(line)
    if table is None or not any(map(is_picture, table.iter(*IMAGES))) or holds_paragraphs(line.cell):
        return False
    return len("".join(table.itertext()).split()) < 80
