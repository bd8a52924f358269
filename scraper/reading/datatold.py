"""The announcement that data tells, and the page that a script would draw of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.datafields import (
    ADDRESS,
    BYLINE,
    FILES,
    SOURCE,
    SUMMARY,
    TEXT,
    UPDATED,
    Record,
    moment,
    plain,
    posted,
    spoken,
    title_of,
    value_of,
)
from scraper.reading.dataparts import flat, parts, read_json
from scraper.reading.filetypes import FILE_ENDING

_LEAST_TEXT, _LEAST_SPELLED = 200, 40
"""Characters of markup from which a field is the text of an announcement, and of one that the page's address spells."""
_NAMES = frozenset({"slug", "alias", "id", "url", "link", "path"})
_WORD = re.compile(r"[a-z0-9]+")
_ENDING = re.compile(r"(?:[-_.](?:\d{3,}|[a-z]{0,4}\d{3,}|html?|aspx|php|[sp]html))+$")
_SLUG_WORDS = 4
_ALIKE = 0.9
_LEAST_TITLE = 16
_SAME, _SEARCHED = 60, 2_000
_TEXTS = ("text", "html", "innerHTML", "value", "body", "content", "noiDung", "paragraph")
_HOLDERS = ("children", "content", "blocks", "data", "document", "root", "items", "body")
_PIECES = frozenset({"text", "span", "link", "hyperlink", "a"})
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """An announcement that data tells, its fields as a page would print them; `addressed`: the page is named as it."""

    title: str
    text: str
    date_line: str | None
    byline: str | None
    summary: str | None
    files: tuple[tuple[str, str], ...]
    addressed: bool


def tell_data(value: Any, url: str, named: str = "") -> Told | None:
    """The announcement that data tells: of several the one that the page's address spells, or its `named` head."""
    found: dict[tuple[str, str], Record] = {}
    for record in map(flat, (part for part in parts(value) if isinstance(part, dict))):
        if (title := title_of(record)) and (text := _text(record, url)):
            found.setdefault((title, text), record)
    if not found:
        return None
    head = fold(named)
    ranked = {key: (_naming(record, url, head), len(key[1])) for key, record in found.items()}
    title, text = key = max(ranked, key=lambda key: ranked[key])
    best, is_addressed = found[key], ranked[key][0] > 0
    if len(found) > 1 and not is_addressed:
        return None
    put_up, updated = posted(best), value_of(best, UPDATED)
    line = f"Ngày đăng: {moment(put_up)}" if put_up else f"Cập nhật: {moment(updated)}" if updated else None
    by, source = spoken(value_of(best, BYLINE)), spoken(value_of(best, SOURCE))
    credited = [f"Tác giả: {by}" if by else "", f"Nguồn: {source}" if source else ""]
    return Told(
        title,
        text,
        line,
        " - ".join(filter(None, credited)) or None,
        _summary(best, text),
        tuple(_attached(best)),
        is_addressed,
    )


def _summary(record: Record, text: str) -> str | None:
    """What leads to the text; nothing where that begins with it."""
    summary = spoken(value_of(record, SUMMARY))
    beginning = "".join(_WORD.findall(fold(summary)))[:_SAME]
    return summary if summary and beginning not in "".join(_WORD.findall(fold(spoken(text[:_SEARCHED])))) else None


def as_markup(told: Told) -> str:
    """The page that a script would draw of an announcement, for the readers of pages."""
    text = told.text if "<" in told.text else "".join(f"<p>{escape(line)}</p>" for line in told.text.splitlines())
    lines = [f"<p>{escape(line)}</p>" for line in (told.date_line, told.summary) if line]
    files = [f'<p><a href="{escape(address)}" download>{escape(name)}</a></p>' for name, address in told.files]
    byline = f"<p>{escape(told.byline)}</p>" if told.byline else ""
    title = escape(told.title)
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    printed = (f"<h1>{title}</h1>", *lines, f"<div>{text}</div>", byline, *files)
    return f"<html>{head}<body><article>{''.join(printed)}</article></body></html>"


def _text(record: Record, url: str) -> str:
    """The text of an announcement, as markup or plain; empty where a record has none.

    A short one is that of a record which the address of the page spells.
    """
    texts = []
    for name, value in record.items():
        if not isinstance(value, (str, dict, list)) or not value or not TEXT.fits(name):
            continue
        inner = value.get("rendered") if isinstance(value, dict) and "rendered" in value else value
        text = inner if isinstance(inner, str) else ""
        if len(text) >= _LEAST_TEXT and text[:2] in ('{"', "[{") and (inside := read_json(text)) is not None:
            inner = inside
        if isinstance(inner, (dict, list)):
            text = "\n".join(map(_paragraph, _blocks(inner)))
        if len(text) >= _LEAST_TEXT or (len(text) >= _LEAST_SPELLED and _is_spelled(record, url)):
            texts.append(text)
    return max(texts, key=len, default="")


def _paragraph(block: str) -> str:
    return block if "<p" in block or "<div" in block else f"<p>{block if '<' in block else escape(block)}</p>"


def _blocks(node: Any, depth: int = _DEEPEST) -> Iterator[str]:
    """The paragraphs of a text that an editor kept as records of blocks, each with its pieces."""
    if isinstance(node, str):
        yield from [node] if node.strip() else []
    elif isinstance(node, list) and depth:
        if node and all(map(_is_piece, node)):
            yield from _blocks("".join(_inline(piece, depth) for piece in node), depth)
        else:
            for inner in node:
                yield from _blocks(inner, depth - 1) if isinstance(inner, (dict, list)) else ()
    elif isinstance(node, dict) and depth:
        text = next((node[name] for name in _TEXTS if isinstance(node.get(name), str)), None)
        held = next((node[name] for name in _HOLDERS if isinstance(node.get(name), (dict, list))), None)
        yield from _blocks(text if text is not None else held, depth - 1)


def _is_piece(node: Any) -> bool:
    """Whether a record is a piece of a line, and no block of its own."""
    if not isinstance(node, dict):
        return False
    kind = next((node[name] for name in ("type", "_type", "nodeType") if name in node), None)
    return kind in _PIECES if isinstance(kind, str) else "text" in node


def _inline(node: Record, depth: int) -> str:
    text = next((node[name] for name in ("text", "value") if isinstance(node.get(name), str)), None)
    if text is not None:
        return str(text)
    held: list[Any] = next((node[name] for name in _HOLDERS if isinstance(node.get(name), list)), [])
    return "".join(_inline(piece, depth - 1) for piece in held if isinstance(piece, dict)) if depth else ""


def _naming(record: Record, url: str, head: str) -> int:
    """How surely a page is that of a record: its address spells the record's name or number, or its title."""
    if _is_spelled(record, url):
        return 3
    title = fold(title_of(record))
    if _is_in_address(title, url):
        return 2
    return 1 if len(title) >= _LEAST_TITLE and title in head else 0


def _is_spelled(record: Record, url: str) -> bool:
    own = [value for name, value in record.items() if plain(name) in _NAMES]
    path = urlsplit(url).path + "?" + urlsplit(url).query
    return any(
        re.search(rf"(?<![\w]){re.escape(str(value).strip('/'))}(?![\w])", path) is not None
        for value in own
        if isinstance(value, (str, int)) and str(value).strip("/") and not str(value).startswith("http")
    )


def _is_in_address(title: str, url: str) -> bool:
    """Whether the last words of an address are those of a title, all or nearly."""
    name = _ENDING.sub("", unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]).lower())
    spelled, words = _WORD.findall(fold(name)), set(_WORD.findall(title))
    return len(spelled) >= _SLUG_WORDS and sum(word in words for word in spelled) >= _ALIKE * len(spelled)


def _attached(record: Record) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if not FILES.fits(name):
            continue
        inner = value.get("data", value) if isinstance(value, dict) else value
        for file in inner if isinstance(inner, list) else [inner]:
            held: Record = flat(file) if isinstance(file, dict) else Record()
            address = file if isinstance(file, str) else value_of(held, ADDRESS)
            called = title_of(held) or spoken(held.get("fileName") or held.get("tenFile"))
            if isinstance(address, str) and ("." in address.rpartition("/")[2] or FILE_ENDING.search(called)):
                yield called or address.rpartition("/")[2], address
