"""The files that an announcement carries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote

from archive.addresses import canonical_address
from archive.model import Attachment
from archive.vietnamese.spelling import fold
from scraper.reading.filenames import BUTTON, link_name, link_text, names_file, row_of_column
from scraper.reading.filetypes import FILE_ENDING, is_served, media_type
from scraper.reading.kept import kept
from scraper.reading.labelled import ATTACHED
from scraper.reading.lines import Line, clean
from scraper.reading.markup import Element
from scraper.reading.openedfiles import opened_by
from scraper.reading.page import Page

_HANDLER = re.compile(
    r"/documents/\d+/|/c/document_library/get_file|/document_library/|download|getfile|get_file|get-file|tai(?:ve|file|xuong|tep"
    r"|(?<![a-z\d][-_]tai)-(?:ve|file|xuong|tep)(?!-(?!file|tep|tap-tin|van-ban|tai-lieu|bieu-mau|dinh-kem)[a-z]))"
    r"|attachment|dinh-?kem|viewfile|openfile|drive\.google\.com/(?:file/d/|uc\?|open\?)|/api/(?:[a-z\d-]+/){0,2}(?:files?|dl|media|documents?)/"
    r"|/(?:files?|media|uploads?|storage|tep|tai-lieu)/(?:[\w.-]+/){0,4}[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$|/\$file/|fileid=|handler\.ashx|[?&]fileticket=|/docidredir\.aspx|/_layouts/\d*/?(?:download|wopiframe)"
)
"""For an address in small letters, in which a pattern is found five times as fast as in any.

The words of a title may be those of a button: "ton-tai-ve-dat-dai", "tai-xuong-go".
"""
_OFFER = re.compile(
    r"\W*(?:tai day|o day|tai (?:file|ve|xuong|van ban|tep)|file|tep|tap tin|dinh kem|download|phu luc|van ban"
    r"|xem (?:file|van ban|tai lieu|chi tiet)|cong van|ke hoach|quyet dinh|thong bao|to trinh|huong dan|bao cao)\b"
)
_NOT_A_FILE = re.compile(r"\.(?:html?|aspx|php|jpe?g|png|gif|bmp|webp|svg)(?:$|[?#;])|/attachment/[^/?#]+/$")
"""WordPress shows a picture of a text on a page of its own, below that of the text: "/attachment/a4/"."""
_SHOWN = re.compile(r"/DetailPdf\w*/([^/?#]+)")
"""The address of a page on which VNPT's portlet of documents shows one, with the name of its file."""
_SITE = re.compile(r"https?://(?:www\.)?")
"""What two addresses of one file may differ in."""


def find_attachments(anchors: Iterable[Element], page: Page, scans: Collection[Element] = ()) -> tuple[Attachment, ...]:
    """The distinct files that some anchors and frames of a page lead to, in the order in which they are first linked.

    `scans` are those of the anchors that offer a picture as a file. A page that shows one of the files is none.
    """
    found: dict[str, Attachment] = {}
    for anchor in anchors:
        address = opened_by(anchor)
        if not address or not (anchor in scans or is_file(address, anchor)):
            continue
        url = canonical_address(address, page.base)
        if url is not None and (key := _SITE.sub("", url, count=1)) not in found:
            name = link_name(anchor) or file_name(url)
            found[key] = Attachment(url, name, media_type(url) or media_type(name or ""))
    if not found:
        return ()
    loaded = {file_name(key) for key in found if not _SHOWN.search(key)}
    shown = {key for key in found if (paper := _SHOWN.search(key)) and unquote(paper[1]) in loaded}
    return tuple(file for key, file in found.items() if key not in shown)


def leads_to_file(anchor: Element) -> bool:
    """Whether an anchor or a frame leads to a file."""
    address = opened_by(anchor)
    return bool(address) and is_file(address, anchor)


def _names_its_file(line: Line) -> bool:
    """Whether a line with a link loads a file, or says nothing but the name of one that it leads to."""
    if line.loads and line.is_link:
        return not any(map(_NOT_A_FILE.search, line.hrefs))
    label, _, named = line.text.partition(": ")
    if named and ATTACHED.match(fold(label)):
        return names_file(named)
    return (line.linked * 2 >= len(line.text) or BUTTON.search(line.text) is not None) and names_file(line.text)


def leads_to_any_file(line: Line) -> bool:
    """Whether a link of a line leads to a file: its address says so, or what the line says."""
    return bool(line.hrefs) and (any(map(is_file, line.hrefs)) or _names_its_file(line))


def leads_to_files(line: Line) -> bool:
    """Whether a line has links, and each leads to a file."""
    return bool(line.hrefs) and (all(map(is_file, line.hrefs)) or _names_its_file(line))


def is_file(address: str, link: Element | None = None) -> bool:
    """Whether an address is that of a file, by its ending, by what serves it, or by the words of the link."""
    if address.startswith(("mailto:", "tel:", "#")):
        return False
    path = _path(address)
    if FILE_ENDING.search(path):
        return True
    if not _HANDLER.search(path):
        return link is not None and not _NOT_A_FILE.search(path) and _is_named_file(link)
    if is_served(path):
        return True
    of_picture = link is not None and "wp-att-" in (link.get("rel") or "")
    if not of_picture and (not _NOT_A_FILE.search(path) or ".aspx" in path):
        return True
    return link is not None and offers_file(link_text(link))


@kept
def _path(address: str) -> str:
    """An address in small letters without escapes; kept, since several ask of each."""
    return unquote(address).lower()


def _is_named_file(link: Element) -> bool:
    """Whether the name of a file is all that a link says, or its markup or its column says that it loads something."""
    if link.get("download") is not None or row_of_column(link) is not None:
        return True
    return names_file(link_name(link)) or names_file(link.get("title") or "")


def offers_file(text: str) -> bool:
    """Whether the words of a link offer a file, or are its name."""
    return _OFFER.match(fold(text)) is not None or FILE_ENDING.search(text) is not None


def file_name(url: str) -> str | None:
    """The name of the file at an address."""
    name = unquote(url.partition("?")[0].rstrip("/").rpartition("/")[2])
    return clean(name) or None
