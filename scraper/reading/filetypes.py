"""The endings of files' names: of which types files are, and which of these are papers."""

from __future__ import annotations

import re
from urllib.parse import unquote

_PAPERS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
}
"""Documents, and archives that hold some."""
PAPER_TYPES = frozenset(_PAPERS.values())
_FILES = _PAPERS | {
    "txt": "text/plain",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "tif": "image/tiff",
    "tiff": "image/tiff",
}
_PICTURES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
"""What is a file only where the page says so (scraper/reading/scans.py): most are photos."""
_TYPES = _FILES | _PICTURES
PAPER_ENDINGS = "|".join(sorted(_PAPERS, key=len, reverse=True))
"""A pattern of those in addresses."""
PRINTED_ENDINGS = "pdf|docx?|xlsx?|pptx?|zip|rar|rtf"
"""A pattern of those that end names and stand beside sizes as pages print them: words that are nothing else."""
_ENDINGS = "|".join(sorted(_FILES, key=len, reverse=True))
FILE_ENDING = re.compile(rf"\.({_ENDINGS})(?:$|[?&#;,=+ ]|/[\da-f-]{{20,}})", re.IGNORECASE)
"""How an address ends that is a file's, or what of it is the file's name."""
_SERVED = re.compile(
    r"/(?:download|tai-?ve|tai-?xuong|tai-?file|tai-?tep|get-?file|dinh-?kem)/\d+(?:[_-][\da-f]{2,32})?(?:\.(?:html?|php|aspx))?(?:$|[?#])"
    r"|/(?:download|tai-?ve|tai-?xuong|get-?file)(?:-?file)?(?:\.(?:php|aspx?|ashx|jsp))?\?(?:[a-z_]*id|file|f)=\d",
    re.IGNORECASE,
)
"""A file under its number, in the directory or by the script that serves files, whatever the address ends in."""
_PICTURE_ENDING = re.compile(rf"\.({'|'.join(_PICTURES)})(?:$|[?#;])", re.IGNORECASE)


def media_type(url: str) -> str | None:
    """The media type that the ending of an address or of a name tells."""
    return _type_of(unquote(url))


def _type_of(path: str) -> str | None:
    ending = FILE_ENDING.search(path) or _PICTURE_ENDING.search(path)
    return _TYPES[ending[1].lower()] if ending else None


def is_paper(url: str) -> bool:
    """Whether an address ends like that of a document, or of an archive of some."""
    return (media_type(url) or "").startswith("application/")


def is_served(url: str) -> bool:
    """Whether an address is that of a file under its number, which serves it whatever its name is."""
    return _SERVED.search(url) is not None


def is_picture_file(address: str) -> bool:
    """Whether an address ends like that of a picture, which may be a photo or a scan."""
    path = unquote(address)
    return _PICTURE_ENDING.search(path) is not None or (_type_of(path) or "").startswith("image/")
