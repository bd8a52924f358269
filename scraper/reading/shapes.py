"""The pattern behind an address: what the addresses that one script writes have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from scraper.reading.filetypes import PAPER_ENDINGS
from scraper.reading.kept import kept

_FILE = re.compile(
    rf"\.(?:{PAPER_ENDINGS}|txt|gz|jpe?g|jfif|png|gif|bmp|webp|svg|ico|mp[34]|wav|wma|wmv|avi|flv|mov"
    r"|css|js|xml|rss|json|ics|apk|exe)(?:/[\da-f-]{36})?$",
    re.I,
)
"""How the address of a file ends; Liferay's have a code behind its name ("/documents/1211/ke-hoach.pdf/902f…")."""
_CODE = slice(-37, -36)
"""Where the bar before such a code stands."""
_VENDOR_PAGE = (
    r"/(?:\d\d/)?(?:dispform\.aspx$"
    r"|(?!(?:mobile|images|styles|inc|help|fonts)/)[a-z][\w.-]{1,40}/[\w./-]{1,100}\.aspx$)"
)
"""Where below a SharePoint server's own pages items of lists are shown, and pages of a vendor, announcements too."""
_SERVICE = re.compile(
    rf"/(?:c/portal|_layouts(?!{_VENDOR_PAGE})|_vti_bin|rss|feed|log-?in|dang-?nhap|log-?out|register|dang-?ky|users?|account|tim-?kiem|search"
    r"|tags?|tu-khoa|authors?|tac-gia|wp-admin|wp-login|comment|print|in-trang|lien-he|contact|site-?map|so-do)(?:[/.]|$)",
    re.I,
)
_SHOWN_ITEM = re.compile(
    r"/_layouts/(?:\d\d/)?(?:listform\.aspx\?(?:.*&)?pagetype=4|copyutil\.aspx\?(?:.*&)?action=dispform)(?=&|$)", re.I
)
"""Where a SharePoint server sends to the form that shows an item of a list; other forms change one."""
_ITEM_NUMBER = re.compile(r"[?&](?:item)?id=\d", re.I)
_LOOKED_UP = re.compile(r"&rootfolder=(?:\*|%2a)(?=&|$)", re.I)
"""How the column of another list's items ("Lĩnh vực") leads to them."""
_FOLDED = re.compile(r"openview&(?:.*&)?(?:collapse=\d|(?:collapse|expand)view(?:&|$))", re.I)
"""How a view of Domino is asked for with a category of it folded, or all of them, or none."""
_NUMBER = re.compile(r"\d+")
TELLING_NUMBER = re.compile(r"\d{3,}")
"""What an address tells an announcement by."""
_LONG_ID = re.compile(r"\{?(?=[^/]*\d)(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,})\}?", re.I)
_WORDS = re.compile(r"[-_+ ]+")
_ID_TAIL = re.compile(r"(?:^|[-_.])([a-z]{0,5})(?!(?:19|20)\d\d$)(\d{3,})((?:[a-z]\d+)*)$", re.I)
_LONGEST_TAIL = 40
_LONGEST_SCRIPT = 28
"""Characters of the name of a script: longer ones are titles without spaces ("Chisosanxuatcongnghiep6t98uiq.aspx")."""
_ID_HEAD = re.compile(r"^([a-z]?)(\d+)[-_]", re.I)
_EXTENSION = re.compile(r"(?<=[^/])\.(?:[sp]?html?|htmx|aspx?|php|phtml|jsp|do|action|cpx|vnp|epi|tpo|chn|ldo)$", re.I)
_SLUG = re.compile(r"^(?:S-[NT]+|[NT]+-S|S|w)(?=\.|$)")
_STATIC = frozenset({".html", ".htm", ".shtml"})
PAPER, POSTED = "S.paper", "S.post"
"""The shapes of the addresses of documents in files, whatever they are called, and of forms that titles send."""
_MARK = re.compile(r"(?<=S-)[a-z]+(?=[NT])")
"""The letters before the number behind a slug."""
_WORD = re.compile(r"[^\W_]+")


@kept
def words_in(text: str) -> int:
    """How many words a text has; kept, since a title is asked again and again."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=2048)
def shape_of(url: str) -> str | None:
    """The shape of a canonical address: `w/S-N.html`, `w/default.aspx?NID=N&tabid=N`; None for files and services.

    A segment of the path is a number (N, NN, NNN, T by its digits), a long id (H), a slug with its number behind or
    before it (S-N, N-S; letters that mark the number stay: S-postN), a slug of five words and more (S) or a word (w);
    directories are numbers, ids or words. A parameter is its name with the kind of its value, and a script keeps its
    name.
    """
    path, _, query = url.split("/", 3)[3].partition("?")
    if ("." in path[-6:] or path[_CODE] == "/") and _FILE.search(path):
        return None
    if _SERVICE.search("/" + path) and not (query and _shows_item(f"/{path}?{query}")):
        return None
    if query and _FOLDED.match(query):
        return None
    segments = (unquote(path) if "%" in path else path).rstrip("/").split("/")
    name = segments.pop()
    if not query and not _NUMBER.search(path):
        return "w/" * len(segments) + _unnumbered(name)
    kinds = [kind if set(kind := _kind(segment)) <= {"N", "H", "T"} else "w" for segment in segments]
    extension = _EXTENSION.search(name)
    ending = extension[0].lower() if extension else ""
    tail = _kind(name[: extension.start()] if extension else name)
    if tail == "w" and ending not in _STATIC and (query or ending):
        tail = "S" if not query and len(name) > _LONGEST_SCRIPT else name.lower().removesuffix(ending)
    kinds.append(tail + ending)
    shape = "/".join(kinds)
    return shape + ("?" + "&".join(sorted(map(_parameter, query.split("&")))) if query else "")


def _shows_item(address: str) -> bool:
    """Whether an address below a SharePoint server's own pages is that of an item of a list, to be read."""
    if _SHOWN_ITEM.search(address) is None or _LOOKED_UP.search(address):
        return False
    return _ITEM_NUMBER.search(address) is not None


def shape_of_own_item(url: str) -> str | None:
    """The shape of an address that is called as those of looked-up items are, of a link that opens one of the list."""
    return shape_of(_LOOKED_UP.sub("", url))


def has_shape(url: str) -> bool:
    """Whether a canonical address has a shape; for the many of a site map, which are not met again."""
    return shape_of.__wrapped__(url) is not None


def _unnumbered(name: str) -> str:
    """The shape of a last segment without digits."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or len(ending) > 5:
        return "S" if len(_WORDS.findall(name)) >= 4 else "w"
    if len(_WORDS.findall(stem)) >= 4:
        return "S." + ending.lower()
    return ("w." if f".{ending.lower()}" in _STATIC else stem.lower() + ".") + ending.lower()


@lru_cache(maxsize=2048)
def _kind(segment: str) -> str:
    """The kind of a segment."""
    if _NUMBER.search(segment):
        if segment.isdigit():
            return _size(segment)
        if len(segment) > 15 and _LONG_ID.fullmatch(segment):
            return "H"
        tail = _ID_TAIL.search(segment, max(0, len(segment) - _LONGEST_TAIL)) if segment[-1].isdigit() else None
        if tail:
            return f"S-{tail[1].lower()}{_size(tail[2])}" + _NUMBER.sub("N", tail[3].lower())
        head = _ID_HEAD.match(segment)
        if head:
            return f"{head[1].lower()}{_size(head[2])}-S"
    return "S" if len(_WORDS.findall(segment)) >= 4 else "w"


def _size(number: str) -> str:
    """A number's kind: small ones count pages and sections, then come ids, and from ten digits on moments."""
    return "N" if len(number) < 3 else "NN" if len(number) < 6 else "NNN" if len(number) < 10 else "T"


def _parameter(pair: str) -> str:
    """A parameter with the kind of its value; a short word is kept, since it names what the script does."""
    name, _, value = (unquote(pair) if "%" in pair else pair).partition("=")
    if not value:
        return name if "/" not in name else "/".join(map(_kind, name.split("/")))
    return f"{name}={value.lower()}" if value.isalpha() and len(value) < 16 else f"{name}={_kind(value)}"


def has_id(shape: str) -> bool:
    """Whether addresses of this shape have something of their own: a number, an id or a slug of several words."""
    return not {"N", "S", "H", "T"}.isdisjoint(shape)


def is_numbered(shape: str) -> bool:
    """Whether addresses of this shape carry a number or an id."""
    return not {"N", "H", "T"}.isdisjoint(shape)


def mark_in(shape: str) -> str:
    """The letters before the number behind a slug ("post" of `S-postN`); empty where there are none."""
    mark = _MARK.search(shape)
    return mark[0] if mark else ""


def without_mark(shape: str) -> str:
    """A shape without the letters before the number behind a slug."""
    return _MARK.sub("", shape)


def kin_of(shape: str) -> str:
    """A shape as far as one list shares it: where an address stands and how its slug ends may differ."""
    path, mark, query = shape.partition("?")
    return _SLUG.sub("s", path.rpartition("/")[2]) + mark + query
