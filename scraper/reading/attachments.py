"""The files that an announcement carries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice
from urllib.parse import unquote

from archive.model import Attachment
from archive.vietnamese.spelling import fold
from scraper.reading.addresses import canonical_address
from scraper.reading.filetypes import FILE_ENDING, PRINTED_ENDINGS, media_type
from scraper.reading.labelled import ATTACHED, FILES
from scraper.reading.lines import Line, clean
from scraper.reading.markup import CLICKED, Element, has_children
from scraper.reading.page import Page

_HANDLER = re.compile(
    r"/documents/\d+/|/c/document_library/get_file|/document_library/|download|getfile|get_file|get-file|tai(?:ve|file|xuong|tep"
    r"|(?<![a-z\d][-_]tai)-(?:ve|file|xuong|tep)(?!-(?!file|tep|tap-tin|van-ban|tai-lieu|bieu-mau|dinh-kem)[a-z]))"
    r"|attachment|dinh-?kem|viewfile|openfile|drive\.google\.com/(?:file/d/|uc\?|open\?)|/api/(?:[a-z\d-]+/){0,2}(?:files?|dl|media|documents?)/|/\$file/|fileid=|handler\.ashx|[?&]fileticket=|/docidredir\.aspx|/_layouts/\d*/?(?:download|wopiframe)"
)
"""For an address in small letters, in which a pattern is found five times as fast as in any.

The words of a title may be those of a button: "ton-tai-ve-dat-dai", "tai-xuong-go".
"""
_OFFER = re.compile(
    r"\W*(?:tai day|o day|tai (?:file|ve|xuong|van ban|tep)|file|tep|tap tin|dinh kem|download|phu luc|van ban"
    r"|xem (?:file|van ban|tai lieu|chi tiet)|cong van|ke hoach|quyet dinh|thong bao|to trinh|huong dan|bao cao)\b"
)
BUTTON = re.compile(r"\b(?:Tải (?:về|xuống|file|tệp)|TẢI (?:VỀ|XUỐNG|FILE|TỆP)|Download|DOWNLOAD)\W{0,3}\Z")
"""What a button says that loads the file whose name stands before it."""
LONGEST_NAME = 200
"""Characters of a line that names a file."""
SIZE = re.compile(
    rf"(?:(?<!\W)\W*|\b)(?:\b(?:{PRINTED_ENDINGS})\b\W*)?(?<![\d.,])\d+(?:[.,]\d+)?\s?(?:[KM]B|bytes?)\b\W*",
    re.IGNORECASE,
)
"""How large a file is, perhaps behind its type: "(DOC, 74 KB)"."""
_FILE_NAME = re.compile(rf"[^/]{{1,150}}\.(?:{PRINTED_ENDINGS})\b", re.IGNORECASE)
_SIGNS = " .,:;|()[]•·-–"
_ADDRESSES = ("href", "src", "data", "data-href", "data-url", "data-file", "data-link")
"""Attributes of links, frames and buttons that tell where these lead."""
_BESIDE = 3
"""Elements of such a line."""
_COLUMN = re.compile(
    r"\W*(?:tai(?: (?:ve|xuong|file|tep|tap tin|van ban|tai lieu))?|download"
    r"|(?:file|(?:tep|tap)(?: tin)?|tai lieu) dinh kem)\W*"
)
"""What stands over the column of a table that has links to files, whatever their addresses are."""
_HEAD_PARTS, _BUTTON = 4, 24
_SERVED = re.compile(
    r"/(?:download|tai-?ve|tai-?xuong|tai-?file|tai-?tep|get-?file|dinh-?kem)/\d+(?:[_-][\da-f]{2,32})?\.(?:html?|php|aspx)(?:$|[?#])"
    r"|/(?:download|tai-?ve|get-?file)(?:-?file)?\.(?:php|aspx?)\?(?:[a-z_]*id|file|f)=\d"
)
"""A file under its number, in the directory or by the script that serves files, whatever the address ends in."""
_NOT_A_FILE = re.compile(r"\.(?:html?|aspx|php|jpe?g|png|gif|bmp|webp|svg)(?:$|[?#;])")
_VIEWER = re.compile(
    r"(?:(?:viewer|gview|pdfjs|/op/(?:view|embed)|embed)[^?]*\?(?:[^#]*&)?(?:file|url|src|doc)"
    r"|wopiframe\d?\.aspx\?(?:[^#]*&)?sourcedoc)=([^&#]+)",
    re.IGNORECASE,
)
"""A page that shows a file: the file is what it is given."""
_LONGEST_VIEWER = 4_000
"""Characters of an address that may be such a page's: the search takes time by their square."""
_SHOWN = re.compile(r"/DetailPdf\w*/([^/?#]+)")
"""The address of a page on which VNPT's portlet of documents shows one, with the name of its file."""
_OPENED = re.compile(r"['\"]([^'\"]+)['\"]")


def find_attachments(anchors: Iterable[Element], page: Page, scans: Collection[Element] = ()) -> tuple[Attachment, ...]:
    """The distinct files that some anchors and frames of a page lead to, in the order in which they are first linked.

    `scans` are those of the anchors that offer a picture as a file. A page that shows one of the files is none.
    """
    found: dict[str, Attachment] = {}
    for anchor in anchors:
        address = _address(anchor)
        if not address or not (anchor in scans or is_file(address, anchor)):
            continue
        url = canonical_address(address, page.base)
        if url is not None and url not in found:
            text = _name(anchor)
            row = _row_of_column(anchor) if not text or _COLUMN.fullmatch(fold(text)) else None
            name = (_told_in(row) if row is not None else text) or file_name(url)
            found[url] = Attachment(url, name, media_type(url) or media_type(name or ""))
    loaded = {file_name(url) for url in found if not _SHOWN.search(url)}
    shown = {url for url in found if (paper := _SHOWN.search(url)) and unquote(paper[1]) in loaded}
    return tuple(file for url, file in found.items() if url not in shown)


def leads_to_file(anchor: Element) -> bool:
    """Whether an anchor or a frame leads to a file."""
    address = _address(anchor)
    return bool(address) and is_file(address, anchor)


def _name(anchor: Element) -> str:
    """What a link says, for a button what stands before it on its line: "Phụ lục 1 [Tải về]"."""
    text, row = _text(anchor), anchor.getparent()
    if row is None or BUTTON.match(text) is None or has_children(row, _BESIDE):
        return text
    if any(has_children(part, 1) for part in row):
        return text
    parts = [row.text or ""]
    for part in row[: row.index(anchor)]:
        parts += part.text or "", part.tail or ""
    before = SIZE.sub("", clean("".join(parts))).strip(" -–|([")
    is_named = before and len(before) <= LONGEST_NAME and not before.endswith(":") and not FILES.fullmatch(fold(before))
    return before if is_named else text


def _text(anchor: Element) -> str:
    if anchor.tag not in CLICKED:
        return ""
    text = clean("".join(anchor.itertext()))
    return (_named_in(anchor) if len(anchor) and "." in text else "") or text


def _named_in(card: Element) -> str:
    """The name of a file that one of the elements in a link prints, which has its size and more in others."""
    return next((name for text in card.itertext() if names_file(name := clean(text))), "")


def _address(anchor: Element) -> str:
    """Where a link leads, also by way of a click handler or of a page that shows the file."""
    address = next(filter(None, map(anchor.get, _ADDRESSES)), "").strip()
    if address.lower().startswith("javascript:") or address in ("", "#"):
        handler = unquote(anchor.get("onclick") or address)
        opened = [text for text in _OPENED.findall(handler) if FILE_ENDING.search(text)]
        address = next((path for path in opened if "/" in path), opened[0] if opened else "")
    shown = _VIEWER.search(address) if len(address) <= _LONGEST_VIEWER else None
    return unquote(shown[1]) if shown is not None and FILE_ENDING.search(unquote(shown[1])) else address


def names_file(text: str) -> bool:
    """Whether some words are the name of a file, perhaps with its size and the button that loads it."""
    named = _FILE_NAME.match(text) if len(text) <= LONGEST_NAME and "." in text else None
    return named is not None and not SIZE.sub("", BUTTON.sub("", text[named.end() :])).strip(_SIGNS)


def _names_its_file(line: Line) -> bool:
    """Whether a line is a link that loads a file, or says nothing but the name of one that it leads to."""
    if not line.hrefs:
        return False
    if line.loads and line.is_link:
        return not any(map(_NOT_A_FILE.search, line.hrefs))
    label, _, named = line.text.partition(": ")
    if named and ATTACHED.match(fold(label)):
        return names_file(named)
    return (line.is_link or BUTTON.search(line.text) is not None) and names_file(line.text)


def leads_to_any_file(line: Line) -> bool:
    """Whether a link of a line leads to a file: its address says so, or what the line says."""
    return any(map(is_file, line.hrefs)) or _names_its_file(line)


def leads_to_files(line: Line) -> bool:
    """Whether a line has links, and each leads to a file."""
    return bool(line.hrefs) and (all(map(is_file, line.hrefs)) or _names_its_file(line))


def is_file(address: str, link: Element | None = None) -> bool:
    """Whether an address is that of a file, by its ending, by what serves it, or by the words of the link."""
    if address.startswith(("mailto:", "tel:", "#")):
        return False
    path = unquote(address).lower()
    if FILE_ENDING.search(path):
        return True
    if not _HANDLER.search(path):
        return link is not None and not _NOT_A_FILE.search(path) and _is_named_file(link)
    if _SERVED.search(path):
        return True
    if not _NOT_A_FILE.search(path) or ".aspx" in path:
        return True
    return link is not None and _offers(_text(link))


def _is_named_file(link: Element) -> bool:
    """Whether the name of a file is all that a link says, or its markup or its column says that it loads something."""
    return link.get("download") is not None or names_file(_name(link)) or _row_of_column(link) is not None


def _row_of_column(link: Element) -> Element | None:
    """The row of a table in which a button stands in a column of files."""
    cell = next(link.iterancestors("td"), None)
    if cell is None or len(_text(link)) > _BUTTON or has_children(cell, 1):
        return None
    row = cell.getparent()
    table = next(cell.iterancestors("table"), row)
    head = next(table.iter("tr"), row)
    if head is row or len(head) != len(row):
        return None
    named = clean("".join(islice(head[row.index(cell)].itertext(), _HEAD_PARTS)))
    return row if _COLUMN.fullmatch(fold(named[:_BUTTON])) else None


def _told_in(row: Element) -> str:
    """The longest cell of a row, which tells what the button in it loads."""
    cells = (clean("".join(islice(cell.itertext(), _HEAD_PARTS))) for cell in row)
    return max((told for told in cells if len(told) <= LONGEST_NAME), key=len, default="")


def _offers(text: str) -> bool:
    """Whether the words of a link offer a file, or are its name."""
    return _OFFER.match(fold(text)) is not None or FILE_ENDING.search(text) is not None


def file_name(url: str) -> str | None:
    """The name of the file at an address."""
    name = unquote(url.partition("?")[0].rstrip("/").rpartition("/")[2])
    return clean(name) or None
