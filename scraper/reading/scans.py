"""Links that offer a picture as a file: a scan, and no photo."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from archive.vietnamese.spelling import fold
from scraper.reading.calls import points_to_details
from scraper.reading.filetypes import is_picture_file
from scraper.reading.labelled import ATTACHED
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element
from scraper.reading.pictures import is_picture

_OFFERED = re.compile(
    r"\b(?:dinh kem|kem theo|tai (?:ve|xuong|tep|tap tin|file|van ban|tai lieu)|files?|tep tin|tap tin|download"
    r"|ban (?:scan|quet|chup)|xem (?:toan van|(?:toan bo |noi dung )?van ban)|van ban (?:goc|scan))\b"
)
_BLOCK = re.compile(
    r"attach|dinh[-_]?kem|(?:^|[\s_-])(?:files|list-?files?|file-?list|download-?files?)(?:$|[\s_-])", re.I
)
_AROUND = 3
"""Elements around a link whose names may say that they hold files."""
_LABEL = 100


def scans_among(printed: Printed, anchors: Iterable[tuple[int, Element]]) -> list[Element]:
    """Those of some links, each with its line, that offer a picture as a file."""
    return [anchor for index, anchor in anchors if _offers_scan(printed, index, anchor)]


def _offers_scan(printed: Printed, index: int, anchor: Element) -> bool:
    """Whether an anchor in line `index` offers a picture as a file: its words say so, or what it stands in does.

    One around a picture is none: it enlarges a photo.
    """
    if anchor.tag != "a" or not is_picture_file(anchor.get("href") or "") or any(map(is_picture, anchor.iter("img"))):
        return False
    if _OFFERED.search(fold(clean("".join(anchor.itertext())))):
        return True
    named = islice(anchor.iterancestors(), _AROUND)
    if any(_BLOCK.search(f"{block.get('class', '')} {block.get('id', '')}") for block in named if block.tag != "body"):
        return True
    if index < len(printed.lines) and points_to_details(printed.lines[index].folded):
        return True
    return _is_announced(printed.lines, index)


def _is_announced(lines: list[Line], index: int) -> bool:
    """Whether line `index` announces files, or the line above the links and numbers that it stands behind."""
    for line in reversed(lines[: index + 1]):
        if len(line.text) < _LABEL and not line.is_link and ATTACHED.match(line.folded):
            return True
        if line.index < index and not line.is_link and any(map(str.isalpha, line.text)):
            return False
    return False
