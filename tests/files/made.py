"""Files of many kinds, made from nothing but bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx
import openpyxl
from docx.oxml import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*pages: str, image: bool = False) -> bytes:
    """A PDF with a line of ASCII on each page, or with a picture over each."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + 2 * len(pages), 2))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    grey = b"/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects.append(_stream(b"\x80" * 400, grey))
    for text in pages:
        drawn = b"q 600 0 0 800 0 0 cm /P Do Q " if image else b""
        drawn += b"BT /F 12 Tf 50 700 Td (" + text.encode() + b") Tj ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(_stream(drawn))
    return _assembled(objects)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


def _assembled(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def word(
    *paragraphs: str, extra: str = "", header: str = "", footer: str = "", table: list[list[str]] | None = None
) -> bytes:
    """A DOCX; `extra` is WordprocessingML that follows the paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if extra:
        document.element.body.insert(len(paragraphs), parse_xml(f"<w:p {WORD}>{extra}</w:p>"))
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                made.cell(row, column).text = text
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet(*rows: list[object]) -> bytes:
    """An XLSX with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def package(members: dict[str, bytes], *, name_encoding: str | None = None) -> bytes:
    """A ZIP; with `name_encoding` the names are in that encoding, without the mark of UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name if name_encoding is None else "x" * len(name.encode(name_encoding)), content)
    data = out.getvalue()
    if name_encoding:
        for name in members:
            encoded = name.encode(name_encoding)
            data = data.replace(b"x" * len(encoded), encoded, 2)
    return data


def rar(*names: str) -> bytes:
    """A RAR 5 archive of empty files, stored (RARLAB, "RAR 5.0 archive format")."""
    blocks = [_rar_block(b"\x01\x00\x00")]
    for name in names:
        encoded = name.encode()
        blocks.append(_rar_block(b"\x02\x00\x00" + b"\x00\x20" + b"\x00\x01" + bytes([len(encoded)]) + encoded))
    return b"Rar!\x1a\x07\x01\x00" + b"".join(blocks) + _rar_block(b"\x05\x00\x00")


def _rar_block(content: bytes) -> bytes:
    sized = bytes([len(content)]) + content
    return struct.pack("<I", zlib.crc32(sized)) + sized


def picture(width: int = 30, height: int = 30) -> bytes:
    """A white PNG."""
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
