"""XML as portals serve it: wrong charsets, HTML entities, bare ampersands, notices of PHP before the first tag."""

from __future__ import annotations

import re
import zlib
from html import unescape
from html.entities import html5
from typing import Any

from lxml import etree

MAX_BYTES = 64 * 2**20
"""The most that a compressed file may become: a site map holds 50 MB at most by its own standard."""

_START = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF|urlset|sitemapindex|channel)\b", re.I)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding=[\"']([\w.:-]+)[\"']", re.I)
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.I | re.S)
_NAMED_ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;)([A-Za-z][A-Za-z0-9]{1,30};)")
_BARE_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[0-9a-f]{1,6};|\w{2,31};)", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TAG = re.compile(r"<[^<>]*>")
_PARSER = etree.XMLParser(
    recover=True,
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def unpacked(data: bytes) -> bytes:
    """The bytes without gzip around them, at most MAX_BYTES; what is cut off or broken is left out."""
    if data[:2] != b"\x1f\x8b":
        return data
    reader = zlib.decompressobj(wbits=31)
    try:
        return reader.decompress(data, MAX_BYTES)
    except zlib.error:
        return b""


def parse_xml(data: bytes) -> Any:
    """The root element of an XML file, None where there is none.

    Bytes that are valid UTF-8 are UTF-8, whatever is declared. No document type is read, so no entity of its own
    expands, and nothing is fetched. What is broken is repaired as far as a browser would.
    """
    text = _text(unpacked(data))
    start = _START.search(text)
    if start is None:
        return None
    text = _DECLARATION.sub("", _DOCTYPE.sub("", text[start.start() :], count=1))
    text = _NAMED_ENTITY.sub(_letter, _CONTROL.sub("", text))
    text = _BARE_AMPERSANDS_OUTSIDE.sub(_ampersand, text)
    return etree.fromstring(text.encode("utf-8", "replace"), _PARSER)


_BARE_AMPERSANDS_OUTSIDE = re.compile(r"<!\[CDATA\[.*?\]\]>|" + _BARE_AMPERSAND.pattern, re.I | re.S)


def _ampersand(match: re.Match[str]) -> str:
    """A bare ampersand as its entity; within CDATA it stands for itself."""
    return "&amp;" if match[0] == "&" else match[0]


def _letter(match: re.Match[str]) -> str:
    """The letter that an entity of HTML names; XML knows five of them only."""
    return html5.get(match[1], "&amp;" + match[1])


def _text(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:1000])
        name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def local_name(element: Any) -> str:
    """The element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def plain_text(element: Any) -> str | None:
    """What an element says as one line of text, tags and entities within it undone; None where it says nothing."""
    text = "".join(element.itertext())
    for _ in range(2):  # titles are often escaped twice
        if "&" not in text and "<" not in text:
            break
        text = unescape(_TAG.sub(" ", text))
    return " ".join(text.split()) or None
