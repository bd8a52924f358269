"""What markup says of who wrote: links to what else an author wrote, elements called after the writer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice, takewhile

from archive.vietnamese.spelling import fold
from scraper.reading.datewords import in_section
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element

_AUTHOR = re.compile(r"\b(?:tac-?gia|authors?|phong-?vien|but-?danh)\b", re.IGNORECASE)
_ACCOUNT = re.compile(r"/(?:users?|u|members?|thanh-vien|profiles?)/[\w.-]+/?$", re.IGNORECASE)
_OF_WRITER = re.compile(
    r"(?<![a-z])(?<!comment[-_])(?:sign(?:ed|ature)?|authors?|by-?line|tac-?gia|nguoi-?viet|but-?danh|chu-?ky)(?![a-z])",
    re.IGNORECASE,
)
_OF_SOURCE = re.compile(r"(?<![a-z])(?:source|nguon(?:-?tin)?)(?![a-z])", re.IGNORECASE)
_PERSON = re.compile(r"(?<![a-z])(?:users?|person|pen(?:cil)?|author)(?![a-z])", re.IGNORECASE)
"""What icon fonts call the picture of somebody, or of a pen."""
_ICONS = ("i", "span", "svg", "em", "ion-icon")
_RUNS_SITE = re.compile(r"\W*(?:(?:(?:ban|nguoi) )?quan tri|bien tap vien|nhan vien|website|trang (?:web|chu))\b")
ABOUT_WRITER = re.compile(
    r"\W*(?:(?:vai|doi) (?:net|dieu|loi) ve|thong tin(?: ve)?|gioi thieu(?: ve)?|ve) (?:tac gia|nguoi viet)"
    r"(?: bai viet)?\W*|\W*about (?:the )?(?:author|writer)\W*"
)
_ABOVE = 3
"""Lines above the last paragraph among which the heading of what tells of the writer stands."""


def leads_to_writer(line: Line) -> bool:
    """Whether a line links to what else its author wrote."""
    return bool(line.hrefs) and any(map(_AUTHOR.search, line.hrefs))


def leads_to_account(line: Line) -> bool:
    """Whether a line links to the account of whom it names, as pages do for who put them up: "/user/3"."""
    return bool(line.hrefs) and any(map(_ACCOUNT.search, line.hrefs))


def linked_writer(line: Line) -> str:
    """The words of a line that link to what else its author wrote; nothing where none do."""
    if not leads_to_writer(line):
        return ""
    links = line.block.iter("a")
    named = (" ".join("".join(link.itertext()).split()) for link in links if _AUTHOR.search(link.get("href") or ""))
    return next((name for name in named if name and name in line.text), "")


def is_of_writer(element: Element) -> bool:
    """Whether an element is called after who wrote or signed ("author", "sign")."""
    return _OF_WRITER.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def names_writer(line: Line) -> bool:
    """Whether the markup of a line says that it, or a part of it, is who wrote."""
    return leads_to_writer(line) or any(map(is_of_writer, line.block.iter()))


def is_called_writer(line: Line, name: str) -> bool:
    """Whether a name without label, icon or link is all that an element called after who wrote prints on a line."""
    if line.linked or has_icon_of_person(line) or _RUNS_SITE.match(fold(name)) or in_section(name):
        return False
    called = filter(is_of_writer, _told_by(line))
    return any(clean("".join(element.itertext())) == name for element in called)


def is_called_source(line: Line) -> bool:
    """Whether the element of a line, or what holds nothing else, is called after the outlet of a text."""
    return any(_OF_SOURCE.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in _told_by(line))


def _told_by(line: Line) -> Iterable[Element]:
    """The elements of a line, and those around it that hold nothing else."""
    return chain(line.block.iter(), takewhile(lambda element: len(element) == 1, line.block.iterancestors()))


def has_icon_of_person(line: Line) -> bool:
    """Whether an empty element of a line is called as the icon of a person."""
    return any(map(_is_person, line.block.iterchildren(*_ICONS)))


def shows_person(line: Line) -> bool:
    """Whether the icon of a person stands anywhere in a line."""
    return any(map(_is_person, line.block.iter(*_ICONS)))


def is_behind_icon(line: Line, name: str) -> bool:
    """Whether the icon of a person stands in a line right before a name."""
    icons = filter(_is_person, line.block.iter(*_ICONS))
    return any(clean("".join(islice(_texts_behind(icon), 1))).startswith(name) for icon in icons)


def _is_person(icon: Element) -> bool:
    return not icon.text and _PERSON.search(icon.get("class") or icon.get("name") or "") is not None


def _texts_behind(element: Element) -> Iterable[str]:
    """The texts right behind an element: its tail, and those of the elements behind it."""
    yield from filter(str.strip, chain((element.tail or "",), *(one.itertext() for one in element.itersiblings())))


def writers_box(printed: Printed, lines: list[Line]) -> range:
    """The lines of the box behind the paragraphs among some lines that tells of who wrote these; empty for none.

    What is called after who wrote, or is headed so, holds the last paragraph and not the first.
    """
    last = next((line for line in reversed(lines) if line.prose), None)
    if last is None:
        return range(0)
    first = next(line.index for line in lines if line.prose)
    around = (box for box in chain((last.block,), last.block.iterancestors()) if box in printed.spans)
    boxes = list(takewhile(lambda box: printed.spans[box][0] > first, around))
    if not boxes:
        return range(0)
    named = next(filter(is_of_writer, boxes), None)
    if named is not None:
        return range(*printed.spans[named])
    start, stop = printed.spans[boxes[-1]]
    above = printed.lines[max(start, last.index - _ABOVE) : last.index]
    heads = (line.index for line in above if not line.prose and ABOUT_WRITER.fullmatch(line.folded))
    return range(next(heads, stop), stop)
