"""PDF: the text of its pages, and pages as pictures for the recognition of letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from archive.files.reading import MOST_CHARACTERS, DamagedFileError, EncryptedFileError, Extract

MOST_PAGES = 3000
DOTS_PER_INCH = 200
_LONGEST_SIDE = 4000
_FEW_LETTERS = 400
"""A scan may carry the text of a digital signature: "Ký bởi: Ủy ban nhân dân tỉnh …, ngày ký: …"."""
_MOST_OF_PAGE = 0.6


def read_pdf(path: Path) -> Extract:
    """The text page by page; flags say whether pages are pictures. Raises FileError."""
    with _opened(path) as document:
        pages = len(document)
        texts: list[str] = []
        pictures = size = 0
        for number in range(min(pages, MOST_PAGES)):
            text, picture = _page(document, number)
            pictures += picture
            size += len(text)
            texts.append(text)
            if size > MOST_CHARACTERS:
                break
        flags = ["cut"] if len(texts) < pages else []
        if pictures:
            flags.append("scanned" if 2 * pictures > len(texts) else "scanned-pages")
        return Extract("\n".join(texts), "pypdfium2", pages, tuple(flags))


def pictures_of(path: Path, most_pages: int) -> Iterator[bytes]:
    """The first pages in shades of grey at 200 dots an inch, as PGM."""
    with _opened(path) as document:
        for number in range(min(len(document), most_pages)):
            page = document[number]
            scale = min(DOTS_PER_INCH / 72, _LONGEST_SIDE / max(*page.get_size(), 1))
            bitmap = page.render(scale=scale, grayscale=True)
            rows = memoryview(bitmap.buffer).cast("B")
            lines = (rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
            yield f"P5\n{bitmap.width} {bitmap.height}\n255\n".encode() + b"".join(lines)
            bitmap.close()
            page.close()


def _page(document: pdfium.PdfDocument, number: int) -> tuple[str, bool]:
    """The text of a page, and whether the page is a picture; a broken page has none."""
    try:
        page = document[number]
        text = page.get_textpage().get_text_range(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        letters = sum(map(str.isalpha, text))
        picture = letters < _FEW_LETTERS and _is_picture(page, letters)
        page.close()
    except pdfium.PdfiumError:
        return "", False
    return text, picture


def _is_picture(page: pdfium.PdfPage, letters: int) -> bool:
    width, height = page.get_size()
    images = page.get_objects(filter=[pdfium_raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    bounds = [image.get_bounds() for image in images]
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return covered > _MOST_OF_PAGE * width * height or (not letters and bool(bounds))


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or getattr(error, "err_code", None) == pdfium_raw.FPDF_ERR_PASSWORD:
            raise EncryptedFileError("The file opens with a password only.") from error
        raise DamagedFileError(f"PDFium cannot open the file ({error}).") from error
    try:
        yield document
    finally:
        document.close()
