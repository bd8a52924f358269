"""Addresses of announcements: the form that is fetched, and the identity behind print views and other twins.

`canonical_address` fetches the same resource as the printed address, without what only this visit added (session,
tracking, way back). `address_key` goes further and is never fetched: it is equal for the views of one announcement.
Both would rather leave two addresses apart than merge two announcements.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.I)
_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.I)
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:@\[\]<>\"'%]+?)\.?(?::(\d{0,5}))?", re.I)
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_UNSAFE = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~|]|%(?![0-9A-Fa-f]{2})")
_PLAIN = r"(?!\.)(?:[\w~,!+=@.-]++|%[0-9A-Fa-f]{2})++"
_PLAIN_PORT = r"(?::(?:[1-5]\d|[1-9])\d{3})?"
"""None, or one that is no scheme's own."""
_PLAIN_ADDRESS = re.compile(
    rf"(?P<origin>https?://[a-z0-9-]++(?:\.[a-z0-9-]++)++{_PLAIN_PORT}(?=/))?(?P<root>/)?(?:{_PLAIN}/)*+(?:{_PLAIN})?+"
    r"(?:\?(?P<query>(?:[\w~!.,:@/=&+-]++|%[0-9A-Fa-f]{2})++))?+",
    re.ASCII,
)
_WITHIN = re.compile(r"/https?:/", re.I)
_BEHIND_SCHEME = len("https:/")
_SPACE_INSIDE = re.compile(r"[\t\r\n]+")
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)(?:=|_)[^/?#;]*|/\((?:[AFS]\([0-9a-z]+\))+\)(?=/)", re.I)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gidzl|gclid|dclid|msclkid|zarsrc|mc_[ce]id|_gl|_ga|igshid"  # who sent the visitor
    r"|jsessionid|phpsessid|aspxautodetectcookiesupport|_adf\.ctrl-state|_afr\w+"  # the visit itself
    r"|redirect|returnurl|return_url|backurl|_?p_l_back_url|\w*_(?:redirect|backurl)|inheritredirect"  # the way back
    r"|p_auth|p_p_auth|doasuserid|controlpanelcategory|refererplid)=",
    re.I,
)
_MAYBE_DROPPED = re.compile(
    r"^&|&&|&$|&amp;|p_p_|utm_|clk?id|gidzl|zarsrc|mc_|_g[la]=|igshid|sess(?:ion)?id|cookiesupport|_adf|_afr|redirect|return_?url|back_?url|auth"
    r"|doasuser|controlpanel|refererplid",
    re.I,
)
_PORTLET = re.compile(r"p_p_(?:id|lifecycle|state|mode|col_id|col_pos|col_count|resource_id|cacheability)=|p_p_id_")
_PORTLET_DEFAULTS = frozenset(
    {"p_p_lifecycle=0", "p_p_state=normal", "p_p_mode=view", "p_p_lifecycle=", "p_p_state=", "p_p_mode="}
)


def canonical_address(url: str, base: str | None = None) -> str | None:
    """The absolute address that fetches what `url` on the page `base` points at, or None where that is no web page.

    Scheme and host in lower case, no default port, no fragment, no session, tracking or way back; the query keeps its
    order and every value that chooses content. Letters outside ASCII are percent-encoded as they are printed: a
    decomposed (NFD) letter stays decomposed, since a SharePoint server keeps its files under exactly those bytes.
    """
    plain = _PLAIN_ADDRESS.fullmatch(url)
    if plain is not None and url[:1] not in {"", "?"}:
        origin, root, query = plain.groups()
        if query is None or not _MAYBE_DROPPED.search(query):
            if origin:
                return url
            if base is not None:
                host, directory = _plain_base(base)
                return (host + url if root else host + directory + url) if host else None
    url = _SPACE_INSIDE.sub("", url.strip())
    absolute = _joined(url, base)
    parts = _PARTS.match(absolute) if absolute else None
    site = _origin(parts[1].lower(), parts[2]) if parts is not None else None
    if parts is None or site is None:
        return None
    path, chosen = parts[3], _kept_query(parts[4]) if parts[4] else ""
    if ";" in path or "/(" in path:
        path = _SESSION.sub("", path)
    if "/." in path:
        path = _without_dots(path)
    address = site + (path or "/") + (f"?{chosen}" if chosen else "")
    if _UNSAFE.search(address):
        address = _UNSAFE.sub(lambda match: quote(match[0], safe=""), address)
    return address


@lru_cache(maxsize=8192)
def canonical(address: str, base: str) -> str | None:
    """The same for the addresses of a page; menus repeat, so most have been seen before."""
    return canonical_address(address, base) if address else None


def is_plain(url: str) -> bool:
    """Whether an absolute address is of such signs alone as no client writes in another way."""
    plain = _PLAIN_ADDRESS.fullmatch(url)
    return plain is not None and plain["origin"] is not None


def is_copy(url: str) -> bool:
    """Whether an address is that of a copy in a web archive, with the whole address of the page in its path."""
    return _WITHIN.search(url, _BEHIND_SCHEME) is not None


@lru_cache(maxsize=64)
def _plain_base(base: str) -> tuple[str, str]:
    """Origin and directory of a page's address in canonical form, empty where it is no web address."""
    address = canonical_address(base)
    if address is None:
        return "", ""
    path = "/" + address.split("/", 3)[3].partition("?")[0]
    return address[: address.index("/", 8)], path[: path.rindex("/") + 1]


def _joined(url: str, base: str | None) -> str | None:
    """`url` made absolute by the rules of RFC 3986; None for other schemes and where no base is known."""
    if url[:4].lower() == "http" and _PARTS.match(url):
        return url
    url = url.replace("\\", "/")
    scheme = _SCHEME.match(url)
    if scheme is not None and not url[scheme.end() :].startswith("//"):
        # "http:trang-chu" and "https:/trang-chu" are relative to a base of the same scheme; others are no web page.
        if scheme[1].lower() not in _DEFAULT_PORTS:
            return None
        url = url[scheme.end() :]
    elif scheme is not None:
        return url if scheme[1].lower() in _DEFAULT_PORTS else None
    if base is None:
        return None
    origin, directory, page, query = _base_parts(base)
    if not origin:
        return None
    if url.startswith("//"):
        return origin.partition(":")[0] + ":" + url
    if url.startswith("/"):
        return origin + url
    if url.startswith("?"):
        return origin + page + url
    if not url or url.startswith("#"):
        return origin + page + (f"?{query}" if query else "")
    return origin + directory + url


@lru_cache(maxsize=64)
def _base_parts(base: str) -> tuple[str, str, str, str]:
    """Origin, directory, path and query of a page's address; an empty origin where it is no web address."""
    parts = _PARTS.match(base.strip())
    if parts is None:
        return "", "", "", ""
    path = parts[3] or "/"
    return f"{parts[1].lower()}://{parts[2]}", path[: path.rfind("/") + 1], path, parts[4] or ""


@lru_cache(maxsize=1024)
def _origin(scheme: str, authority: str) -> str | None:
    """Scheme, host and port; None where there is no host, or a mail address where the host should be."""
    match = _HOST.fullmatch(authority)
    if match is None:
        return None
    host, port = match[1].lower(), (match[2] or "").lstrip("0")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if port and int(port) > 65535:
        return None
    return f"{scheme}://{host}" + (f":{port}" if port and port != _DEFAULT_PORTS[scheme] else "")


def _without_dots(path: str) -> str:
    """The path without `.` and `..` segments."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _kept_query(query: str) -> str:
    """The query without what does not choose content, in printed order."""
    if not _MAYBE_DROPPED.search(query):
        return query
    if "&amp;" in query:
        query = query.replace("&amp;", "&")
    pairs = [pair for pair in query.split("&") if pair and not _TRACKING.match(pair)]
    if any(pair.startswith("p_p_") for pair in pairs):
        pairs = _portlet_query(pairs)
    return "&".join(pairs)


def _portlet_query(pairs: list[str]) -> list[str]:
    """A Liferay query without what does not choose content.

    A portlet's place on the page (`p_p_col_…`) and the defaults of state, mode and phase never do. An action
    (`p_p_lifecycle=1`: counts a visit, casts a vote) is not a page: what stays is the page that it stands on. A
    portlet named without parameters of its own, in its normal state, is that page too.
    """
    values = dict(pair.partition("=")[::2] for pair in pairs)
    portlet = values.get("p_p_id", "")
    own = f"_{portlet}_"
    if values.get("p_p_lifecycle") == "1":
        return [pair for pair in pairs if not _PORTLET.match(pair) and not pair.startswith(own)]
    kept = [pair for pair in pairs if pair not in _PORTLET_DEFAULTS and not pair.startswith("p_p_col_")]
    if not any(pair.startswith((own, "p_p_state=", "p_p_lifecycle=", "p_p_mode=", "p_r_p_")) for pair in kept):
        kept = [pair for pair in kept if not pair.startswith("p_p_id=")]
    return kept


_TWIN_HOST = re.compile(r"^(?:w{3,4}\d?|m|mobile|wap|amp)\.(?=[^.]+\.)")
_TWIN_SEGMENTS = frozenset({"print", "savefile", "amp", "pop_up", "index.php"})
_INDEX_PAGE = re.compile(r"(?:index|default)\.(?:html?|php|aspx?|jsp)", re.I)
_MICROSOFT_SCRIPT = re.compile(r"\.(?:aspx?|ashx)$", re.I)
_PRINT_SCRIPT = re.compile(r"(?<=[a-z0-9])[_-]?print(?=\.(?:aspx?|php|jsp)$)", re.I)
_NUMBERED = re.compile(r"(?P<slug>.*?)-(?P<number>\d{5,})(?P<extension>(?:\.(?:html?|aspx|php))?)", re.I)
_PRINT_PAGE = re.compile(r"(?:trang-in|ban-in)-(?P<number>\d{5,})(?P<extension>\.(?:html?|aspx|php))", re.I)
COUNTING = re.compile(r"(?:^|-)(?:so|nam|ngay|thang|quy|lan|khoa|thu|dot|ky|tuan|den|tu|va|tap|cv|qd|tb|kh)$", re.I)
_DATE_NUMBER = re.compile(r"(?:[0-3]\d[01]\d)?(?:19|20)\d\d|(?:19|20)\d\d[01]\d(?:[0-3]\d)?|[0-3]\d[01]\d\d\d")
_GUID = re.compile(r"\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?", re.I)
_ESCAPES = re.compile(r"(?:%(?!2[3567BF]|3[DF])[0-9A-F]{2})+", re.I)
_ON = re.compile(r"(?:1|true|\d{9,})?", re.I)
_AWAY = re.compile(r"(?:/|%2F|https?:).*", re.I)
_PORTLETS_OWN = re.compile(r"^_\w+_(?=viewmode$)")
"""What Liferay puts before the name of a portlet's parameter."""
_VIEWS = {  # a parameter that chooses the view of a page, with the values by which it does
    **dict.fromkeys(("print", "isprint", "printview", "inban", "amp", "mobile"), _ON),
    "tmpl": re.compile("component", re.I),
    "layout": re.compile("default|print", re.I),
    "view": re.compile("print", re.I),
    "viewmode": re.compile("print", re.I),
    "p_p_state": re.compile("pop_up|maximized|exclusive|normal", re.I),
    "source": _AWAY,
    "returnurl": _AWAY,
}


@lru_cache(maxsize=4096)
def address_key(url: str) -> str:
    """The identity of the announcement at an address, equal for its views and for nothing else.

    Views are http and https, `www.` and `m.`, print and AMP pages, the order and case of query parameters, NFC and NFD
    letters, `index.html`, a slash at the end, and the slug before an id of five or more digits (editors correct titles;
    a number after a counting word, as in `cong-van-so-12345`, or a date is no id). Raises ValueError where `url` is
    no web address.
    """
    address = canonical_address(url)
    if address is None:
        raise ValueError(f"{url!r} is not the address of a web page")
    authority, slash, rest = address.partition("://")[2].partition("/")
    path, _, query = rest.partition("?")
    parameters = _key_query(query) if query else ""
    return _TWIN_HOST.sub("", authority) + _key_path(slash + path) + parameters


def page_key(url: str, key: str = "") -> str:
    """The identity of what an address gives to a form that is sent to it; of an empty `key` that of the address."""
    return f"{address_key(url)}#{key}" if key else address_key(url)


def _decoded(text: str) -> str:
    """Percent escapes as letters in NFC, but for delimiters and bytes that are no UTF-8."""
    if "%" in text:
        text = _ESCAPES.sub(_decode_escapes, text)
    return text if text.isascii() else normalize("NFC", text)


def _decode_escapes(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0].upper()


def _key_path(path: str) -> str:
    """The path without what tells the views of one announcement apart."""
    segments = [part for part in _decoded(path).split("/") if part and part.lower() not in _TWIN_SEGMENTS]
    if segments and _INDEX_PAGE.fullmatch(segments[-1]):
        segments.pop()
    if segments:
        segments[-1] = _key_name(segments[-1])
    joined = "/" + "/".join(segments)
    return joined.lower() if _MICROSOFT_SCRIPT.search(joined) else joined


def _key_name(name: str) -> str:
    """The last segment without its slug where an id follows, and without the mark of a print view."""
    name = _PRINT_SCRIPT.sub("", name)
    numbered = _PRINT_PAGE.fullmatch(name) or _NUMBERED.fullmatch(name)
    if numbered is None or _DATE_NUMBER.fullmatch(numbered["number"]):
        return name
    if "slug" in numbered.groupdict() and COUNTING.search(numbered["slug"]):
        return name
    return f"-{numbered['number']}{numbered['extension'].lower()}"


def _key_query(query: str) -> str:
    """The parameters that choose content, in order of their names."""
    chosen = []
    for pair in query.replace("+", "%20").split("&"):
        name, _, value = pair.partition("=")
        name, value = _decoded(name).lower(), _decoded(value)
        view = _VIEWS.get(_PORTLETS_OWN.sub("", name))
        if value and not (view and view.fullmatch(value)) and not name.startswith("p_p_col_"):
            chosen.append(f"{name}={value.lower() if _GUID.fullmatch(value) else value}")
    return "?" + "&".join(sorted(chosen)) if chosen else ""
