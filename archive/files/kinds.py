"""What a file is, by its bytes: names and media types lie.

Signatures: ISO 32000-1 (PDF), PKWARE's APPNOTE (ZIP), [MS-CFB] (the compound files of Office 97), the OOXML and
OpenDocument packages by the parts that they must have.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path
from typing import Literal

from xlrd.compdoc import CompDoc, CompDocError

from archive.files.reading import DamagedFileError, EncryptedFileError

Kind = Literal[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odf", "rtf", "html", "mhtml", "xml", "text",
    "zip", "rar", "7z", "image", "media", "program", "unknown",
]  # fmt: skip
HEAD = 4096
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rt", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\xdb\xa5", "doc"),
    (b"\x31\xbe\x00\x00", "doc"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_PARTS: tuple[tuple[str, Kind], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype\s+html|<(?:html|head|body|meta|title|table|div|p|style)[\s>])", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})


def kind_of(path: Path) -> Kind:
    """The kind of a file; raises EncryptedFileError for an Office package in an envelope, DamagedFileError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(path, head)
    if head.startswith(_COMPOUND):
        return _compound(path)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        return "image" if head[8:12] == b"WEBP" else "media"
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "image"
    return _written(head)


def _written(head: bytes) -> Kind:
    """Markup and text of any encoding."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = head.decode("utf-16", "replace").encode()
    if re.match(rb"\s*MIME-Version:", start, re.IGNORECASE) or b"\nMIME-Version:" in start[:512]:
        return "mhtml"
    if _MARKUP.match(re.sub(rb"^\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*", b"", start, flags=re.DOTALL)):
        return "html"
    if re.match(rb"\s*<\?xml|\s*<\?mso-application", start):
        return "xml"
    if start.strip() and not start.translate(None, delete=bytes(set(range(256)) - set(_CONTROL))):
        return "text"
    return "unknown"


def _package(path: Path, head: bytes) -> Kind:
    """An Office package, OpenDocument, or a ZIP of whatever; one that is cut is judged by its first members."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = [name for name, _ in _PARTS if name.encode() in head]
    if "mimetype" in names[:3] and b"application/vnd.oasis.opendocument" in head:
        return "odf"
    if "[Content_Types].xml" in names or b"[Content_Types].xml" in head:
        return next((kind for start, kind in _PARTS if any(name.startswith(start) for name in names)), "zip")
    return "zip"


def _compound(path: Path) -> Kind:
    data = path.read_bytes()
    try:
        compound = CompDoc(data, logfile=io.StringIO(), ignore_workbook_corruption=True)
    except (CompDocError, IndexError, ValueError, AssertionError, OverflowError, RecursionError, struct.error):
        kind = next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data.lower()), None)
        if kind is None:
            raise DamagedFileError("It is a cut or damaged file of Office.") from None
        return kind
    nodes = compound.dirlist
    names = {nodes[child].name.lower() for child in nodes[0].children if 0 <= child < len(nodes)}
    if "encryptedpackage" in names:
        raise EncryptedFileError("The file opens with a password only.")
    return next((kind for stream, kind in _STREAMS if stream in names), "unknown")
