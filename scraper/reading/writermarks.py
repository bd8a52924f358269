"""What markup says of who wrote: links to what else an author wrote, elements called after the writer."""

from __future__ import annotations

import re
from itertools import takewhile

from scraper.reading.lines import Line
from scraper.reading.markup import Element

_AUTHOR = re.compile(r"\b(?:tac-?gia|authors?|phong-?vien|but-?danh)\b", re.IGNORECASE)
_OF_WRITER = re.compile(
    r"(?<![a-z])(?:sign(?:ed|ature)?|authors?|byline|tac-?gia|nguoi-?viet|but-?danh|chu-?ky)(?![a-z])", re.IGNORECASE
)


def leads_to_writer(line: Line) -> bool:
    """Whether a line links to what else its author wrote."""
    return bool(line.hrefs) and any(map(_AUTHOR.search, line.hrefs))


def is_of_writer(element: Element) -> bool:
    """Whether an element is called after who wrote or signed ("author", "sign")."""
    return _OF_WRITER.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def names_writer(line: Line) -> bool:
    """Whether the markup of a line says that it, or a part of it, is who wrote."""
    return leads_to_writer(line) or any(map(is_of_writer, line.block.iter()))


def writers_box(last: Line, first: Line) -> Element | None:
    """What is called after who wrote and holds the last paragraph of a page, but not its first; None without such."""
    around = {first.block, *first.block.iterancestors()}
    boxes = takewhile(lambda one: one not in around, (last.block, *last.block.iterancestors()))
    return next(filter(is_of_writer, boxes), None)
