"""Scans: the letters that tesseract recognises in pictures, with how sure it is of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from archive.files import tools
from archive.files.kinds import Kind
from archive.files.pdf import pictures_of
from archive.files.reading import Extract, UnsupportedFileError

METHOD = "tesseract vie"
MOST_PAGES = 100
_LANGUAGE = "vie"
_WORD_LEVEL = "5"


def recognise(path: Path, kind: Kind, pages: int | None, scratch: Path) -> Extract:
    """The words of a picture, or of the first hundred pages of a PDF, each as a picture. Raises FileError."""
    _require()
    if kind == "image":
        words = list(_words(path, scratch))
    elif kind == "pdf":
        words = [word for picture in _pictures(path, scratch) for word in _words(picture, scratch)]
    else:
        raise UnsupportedFileError("Letters are recognised in pictures and in PDF only.")
    flags = ("cut",) if pages is not None and pages > MOST_PAGES else ()
    certain = [(confidence, len(word)) for _, confidence, word in words]
    letters = sum(length for _, length in certain)
    mean = sum(confidence * length for confidence, length in certain) / letters if letters else None
    return Extract(_text(words), METHOD, pages, flags, round(mean, 1) if mean is not None else None)


def _require() -> None:
    if not tools.has("tesseract"):
        raise tools.missing("tesseract")


def _pictures(path: Path, scratch: Path) -> Iterator[Path]:
    picture = scratch / "page.pgm"
    for content in pictures_of(path, MOST_PAGES):
        picture.write_bytes(content)
        yield picture


def _words(picture: Path, scratch: Path) -> Iterator[tuple[tuple[str, ...], float, str]]:
    """(block, paragraph and line, confidence, word) of each word, as tesseract's TSV has them."""
    table = tools.run(["tesseract", str(picture), "stdout", "-l", _LANGUAGE, "tsv"], scratch).decode("utf-8", "replace")
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and cells[11].strip():
            yield tuple(cells[1:5]), max(float(cells[10]), 0.0), cells[11].strip()


def _text(words: Iterable[tuple[tuple[str, ...], float, str]]) -> str:
    """A line for each line that was recognised."""
    return "\n".join(" ".join(word for *_, word in line) for _, line in groupby(words, key=lambda word: word[0]))
