"""The attachments of the demo portals and the pictures in their pages.

The files of `scraper/demo/files` were typed for this project, as DOCX, some printed to PDF and one of those scanned;
the papers have the numbers, days and subjects of the articles that carry them and say that they are a demo.
"""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random

from scraper.demo.dice import dice
from scraper.demo.exchange import Response

FOLDER = Path(__file__).with_name("files")
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".png": "image/png",
}
CHANGED = datetime(2021, 12, 31, 9, 0, tzinfo=UTC)
"""When the files were put on the portals, as these say in Last-Modified."""
_WIDTH, _HEIGHT = 480, 300
_STEP = 60
_DOT = bytes.fromhex("47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b")
"""A GIF of one white dot."""


def attachment(name: str) -> Response | None:
    """A file of the package with its ETag and Last-Modified; None where there is none of that name."""
    file = FOLDER / Path(name).name
    if file.suffix not in MEDIA_TYPES or not file.is_file():
        return None
    return _response(_content(file), MEDIA_TYPES[file.suffix])


def picture(name: str) -> Response:
    """A picture for a name: hills under a sky, always the same ones."""
    return _response(_landscape(name), "image/png")


def ornament(path: str) -> Response | None:
    """What pages ask for besides: style sheets and scripts, which are empty, and icons; None for anything else."""
    if path.endswith(".css"):
        return Response(b"/* DEMO */", content_type="text/css")
    if path.endswith((".js", ".axd")):
        return Response(b"/* DEMO */", content_type="application/javascript")
    return Response(_DOT, content_type="image/gif") if path.endswith((".gif", ".png", ".ico")) else None


def _response(body: bytes, media_type: str) -> Response:
    tag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = (("ETag", tag), ("Last-Modified", format_datetime(CHANGED, usegmt=True)))
    return Response(body, content_type=media_type, headers=headers)


@cache
def _content(file: Path) -> bytes:
    return file.read_bytes()


@cache
def _landscape(name: str) -> bytes:
    rng = dice(name)
    sky, far, near = (bytes(rng.randint(low, low + 60) for low in base) for base in _COLOURS)
    ridges = [(_ridge(rng, 90, 170), far), (_ridge(rng, 180, 240), near)]
    rows = []
    for y in range(_HEIGHT):
        row = bytearray(b"\0" + sky * _WIDTH)
        for heights, colour in ridges:
            for x in range(_WIDTH):
                if y >= heights[x]:
                    row[1 + 3 * x : 4 + 3 * x] = colour
        rows.append(bytes(row))
    return _png(b"".join(rows))


_COLOURS = ((150, 180, 195), (70, 110, 90), (40, 90, 40))


def _ridge(rng: Random, low: int, high: int) -> list[int]:
    tops = [rng.randint(low, high) for _ in range(_WIDTH // _STEP + 2)]
    return [
        round(tops[x // _STEP] + (tops[x // _STEP + 1] - tops[x // _STEP]) * (x % _STEP) / _STEP) for x in range(_WIDTH)
    ]


def _png(rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
