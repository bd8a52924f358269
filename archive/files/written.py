"""Text, RTF, HTML (often called .doc), web archives, and the XML of OpenDocument, PowerPoint and Word 2003."""

from __future__ import annotations

import email
import email.policy
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

from lxml import etree, html
from striprtf.striprtf import rtf_to_text

from archive.files.reading import CELL, DamagedFileError, Extract, UnsupportedFileError
from archive.markup import bounded
from archive.vietnamese.encodings import decode

LARGEST_PART = 64 * 2**20
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_OFFICE = re.compile(rb"urn:schemas-microsoft-com:office|class=[\"']?Mso|name=[\"']?(?:Generator|ProgId)[\"']? content")
_UNSEEN = frozenset({"script", "style", "head", "noscript", "template", "svg"})
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "center", "pre", "body"}
)
_rtf_to_text: Callable[..., str] = rtf_to_text
_BREAKS = {"line-break": "\n", "br": "\n", "tab": "\t", "s": " "}
"""What stands for white space in the vocabularies of office programs."""
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def read_text(path: Path) -> Extract:
    """Plain text of any encoding."""
    decoded = decode(path.read_bytes())
    return Extract(decoded.text, "text", flags=decoded.flags)


def read_rtf(path: Path) -> Extract:
    """Rich text; what was written for code page 1258 is composed. Raises FileError."""
    try:
        text = _rtf_to_text(path.read_bytes().decode("latin-1"), encoding="cp1252", errors="replace")
    except (ValueError, IndexError, LookupError, RecursionError) as error:
        raise DamagedFileError(f"The RTF file cannot be read ({type(error).__name__}).") from error
    return Extract(normalize("NFC", text).replace("|", CELL), "striprtf")


def read_html(path: Path, served_as: str) -> Extract:
    """A document that Word saved as a web page; a page of the portal itself is no file. Raises FileError."""
    data = path.read_bytes()
    if served_as.startswith("text/html") and not _OFFICE.search(data[:65536]):
        raise UnsupportedFileError("The address answered with a web page, not with a file.")
    return _markup(data, "html")


def read_mhtml(path: Path) -> Extract:
    """A web page in one file, as Word saves it. Raises FileError."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return _markup(payload if isinstance(payload, bytes) else b"", "mhtml")
    raise UnsupportedFileError("The web archive holds no page.")


def read_xml(path: Path) -> Extract:
    """A document of Word 2003 in XML, or any other XML by its text. Raises FileError."""
    return Extract("\n".join(_paragraphs(_tree(path.read_bytes()))), "xml")


def read_odf(path: Path) -> Extract:
    """OpenDocument text, sheets and slides. Raises FileError."""
    return Extract("\n".join(_paragraphs(_tree(_part(path, "content.xml")))), "odf")


def read_pptx(path: Path) -> Extract:
    """The words of a presentation, slide by slide. Raises FileError."""
    with _package(path) as package:
        numbers = sorted(int(found[1]) for found in map(_SLIDE.fullmatch, package.namelist()) if found)
    lines = [line for n in numbers for line in _paragraphs(_tree(_part(path, f"ppt/slides/slide{n}.xml")))]
    return Extract("\n".join(lines), "pptx", len(numbers))


def _markup(data: bytes, method: str) -> Extract:
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=declared[1].decode() if declared else None)
    try:
        parser = html.HTMLParser(encoding="utf-8")
        root = html.document_fromstring(bounded(decoded.text.encode("utf-8", "replace")), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise DamagedFileError("There is nothing in the page.") from error
    return Extract("".join(_words(root)), method, flags=decoded.flags)


def _words(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    if element.tag in _BLOCKS:
        yield "\n"
    elif element.tag in ("td", "th") and element.getprevious() is not None:
        yield CELL
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _words(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    if element.tag in _BLOCKS:
        yield "\n"


def _paragraphs(root: Any) -> Iterator[str]:
    """The text of elements named p or h, whatever their vocabulary; rows of tables in one line."""
    for element in root.iter():
        name = _name(element)
        if name in _BREAKS:
            element.tail = f"{_BREAKS[name]}{element.tail or ''}"
    for element in root.iter():
        name = _name(element)
        if name in ("p", "h") and not _inside_row(element):
            yield "".join(element.itertext())
        elif name in ("table-row", "tr"):
            yield CELL.join(filter(None, map(_cell, element)))


def _cell(cell: Any) -> str:
    """The paragraphs of a cell in one line."""
    blocks = [part for part in cell.iter() if _name(part) in ("p", "h")] or [cell]
    return " ".join(word for block in blocks for word in "".join(block.itertext()).split())


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _inside_row(element: Any) -> bool:
    return any(_name(above) in ("table-row", "tr") for above in element.iterancestors())


def _tree(data: bytes) -> Any:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError("The XML inside cannot be read.") from error


def _package(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise DamagedFileError(f"The package cannot be opened ({error}).") from error


def _part(path: Path, name: str) -> bytes:
    with _package(path) as package:
        try:
            with package.open(name) as part:
                return part.read(LARGEST_PART)
        except (KeyError, RuntimeError, zipfile.BadZipFile, OSError) as error:
            raise DamagedFileError(f"The package lacks {name}, or it cannot be read.") from error
