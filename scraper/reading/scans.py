"""Pictures that are files of an announcement: links that offer a scan, and the pictures that stand for its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from archive.model import Attachment
from archive.vietnamese.spelling import fold
from scraper.reading.addresses import canonical_address
from scraper.reading.attachments import file_name, is_picture_file, leads_to_file, media_type
from scraper.reading.labelled import ATTACHED
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.markup import Element
from scraper.reading.region import Region, is_picture

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


def offers_scan(printed: Printed, index: int, anchor: Element) -> bool:
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
    return _is_announced(printed.lines, index)


def _is_announced(lines: list[Line], index: int) -> bool:
    """Whether line `index` announces files, or the line above the links and numbers that it stands behind."""
    for line in reversed(lines[: index + 1]):
        if len(line.text) < _LABEL and not line.is_link and ATTACHED.match(line.folded):
            return True
        if line.index < index and not line.is_link and any(map(str.isalpha, line.text)):
            return False
    return False


def find_pictures(printed: Printed, region: Region) -> tuple[Element, ...]:
    """The pictures larger than an icon in the text of a region."""
    return tuple(
        image for index, image in printed.images if region.body <= index <= region.text_end and is_picture(image)
    )


def scans_shown(pictures: Iterable[Element], base: str) -> tuple[Attachment, ...]:
    """The distinct files of pictures that stand for a text without linked files, the large one where one links to it.

    A picture that links to another page announces that page.
    """
    found: dict[str, Attachment] = {}
    for image in pictures:
        anchor = next((around for around in image.iterancestors("a") if around.get("href")), None)
        linked = anchor.get("href", "") if anchor is not None else ""
        if anchor is not None and not is_picture_file(linked):
            if leads_to_file(anchor) or not linked.startswith(("#", "javascript:")):
                continue
            linked = ""
        url = canonical_address(linked or image.get("src") or "", base)
        if url is not None and url not in found:
            found[url] = Attachment(url, clean(image.get("alt") or "") or file_name(url), media_type(url))
    return tuple(found.values())
