"""The links of a page: each address with its anchors and the shape that it shares with its like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any, Protocol

from lxml import etree

from archive.vietnamese.spelling import fold
from scraper.reading.addresses import canonical_address
from scraper.reading.attachments import is_paper
from scraper.reading.records import is_date_line, lines_of, one_line, tells_day
from scraper.reading.shapes import PAPER, shape_of, words_in


class HasText(Protocol):
    """What the listing side needs of a page: its address and that of its links, its decoded markup, also in UTF-8, and
    its parsed tree.
    """

    @property
    def url(self) -> str: ...
    @property
    def base(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def tree(self) -> Any: ...


@dataclass(slots=True, eq=False)
class Anchor:
    """An `a` element with what it prints: an address or a handler of clicks, and its text on one line.

    `title` is the text where it names something, None for "Xem tiếp", numbers and pictures. An `inviting` one says
    more than the title ("Đọc tiếp Về Kế hoạch…"). `day` is a day that it prints in an element of its own.
    """

    element: Any
    address: str
    handler: str
    text: str
    title: str | None
    pictured: bool
    inviting: bool = False
    day: str | None = None


@dataclass(slots=True, eq=False)
class Link:
    """An address of a page with its anchors in page order, and the pattern behind the address."""

    url: str
    shape: str
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def pictured(self) -> bool:
        """Whether one of the anchors shows a picture."""
        return any(anchor.pictured for anchor in self.anchors)


_PICTURES = frozenset({"img", "picture", "video", "svg"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_RECORD_PARTS = frozenset({*_HEADINGS, "p", "div", "li", "td"})
_LETTER = re.compile(r"[^\W\d_]{2}")
_MORE = re.compile(
    r"\W*(?:(?:xem|doc|chi) (?:them|tiep|chi tiet|toan (?:van|bo)|tat ca|noi dung|tiet)\b.{0,24}"
    r"|(?:xem|chi tiet|tiep tuc|tiep theo|tiep|trang sau|trang truoc|truoc|sau|dau|cuoi|new|moi|hot|tin moi)"
    r"|(?:next|previous|prev|first|last|more)(?: page)?|(?:cac )?(?:tin|bai)(?: viet| dang)? (?:cu|moi) hon"
    r"|(?:view|see|read|continue) (?:more|all|detail|reading).{0,60}|details?"
    r"|in(?: bai(?: viet)?| tin| trang)?|ban in|tai(?: ve| xuong)?|tai file.{0,20}|download"
    r"|quay lai|tro (?:ve|lai)|ve dau trang"
    r"|chia se|binh luan|tra loi|(?:van ban |vb )?(?:lien quan|goc|toan van|thuoc tinh|luoc do|ban pdf|tieng anh)"
    r"|(?:file|tep|tap tin)? ?dinh kem.{0,12}|facebook|twitter|zalo|email|print|share)?\W*"
)
_FURTHER = re.compile(
    r"\W*(?:(?:xem|doc|chi) (?:them|tiep|chi tiet|toan van|noi dung|tiet)|chi tiet|xem"
    r"|(?:view|read|see) (?:more|details?)|details?|view)\W*"
)
_SOME_RECORDS = 3
_SHORT_NAME = 4
"""Words of a link within a record that names a section or who posts, and not the record."""
_RECORD_HEIGHT = 5
_FIRST_OF_MORE = (
    "xem đọc doc chi tiếp tiep trang trước truoc sau đầu dau cuối cuoi new mới moi hot tin next previous prev first"
    " last more view see read continue detail details in bản ban tải tai download quay trở tro về ve chia bình binh"
    " trả tra văn van vb liên lien gốc goc toàn toan thuộc thuoc lược luoc file tệp tep tập tap đính dinh facebook"
    " các cac bài bai twitter zalo email print share tiếng tieng"
)
_MORE_WORDS = frozenset(_FIRST_OF_MORE.split())
_BEFORE_TITLE = re.compile(
    r"^(?:(?:xem (?:thêm|tiếp|chi tiết)|đọc (?:thêm|tiếp)|chi tiết)"
    r"(?:(?:về|\s+(?-i:về))\s+(?!việc\b)|\s*:?\s+|(?=về việc\b))|read more\s?about\s+)(?=\S+ \S)|\s*[»›>→]+$",
    re.I,
)
"""What stands around a title in a link to the whole of it; Liferay's says "Xem thêm<span>về …</span> »"."""
_BULLET = re.compile(r"^(?:[-–—•·●○▪■□◆◇►▶▸✓✔★☆➤➢»›>→*+|]\s*)+(?=\w|[\"'“‘(\[])")
_CLICKED = b'onclick="'
_CLICKABLE = etree.XPath(
    "//@onclick[contains(., 'location') or contains(., 'window.open')]/parent::*[not(self::a)][not(.//a[@href])]"
)
_SOME_PIECES = 2
_LONGEST_INVITATION = 24
_MOST_PIECES = 6
_INVITING = frozenset({"xem ", "đọc ", "chi ", "read"})
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))", re.I)
_OPENED = re.compile(
    r"(?:location(?:\.href)?\s*=|\b(?:open|assign|replace|refresh|load|get|go|ajax|more|xem|submit)\w*\s*\()"
    r"\s*(?:(?:this|event)\s*,\s*)?(?:\{?\s*url\s*:\s*)?['\"]([^'\"]*[/?.=][^'\"]*)['\"]",
    re.I,
)


_PUBLIC_SUFFIXES = frozenset({"ac", "biz", "com", "dcs", "edu", "gov", "health", "info", "int", "name", "net", "org"})


def anchors_of(page: HasText) -> list[Anchor]:
    """The anchors of a page that lead anywhere, in page order, then other elements that open an address on a click."""
    anchors = [anchor for element in page.tree.iter("a") if (anchor := _anchor(element)) is not None]
    if _CLICKED in page.data:
        anchors += [anchor for element in _CLICKABLE(page.tree) if (anchor := _anchor(element)) is not None]
    return anchors


def _anchor(element: Any) -> Anchor | None:
    address, handler = element.get("href") or "", ""
    if not address or address[0] == "#" or address[:11].lower() == "javascript:":
        handler = element.get("onclick") or address
        address = opened_address(handler) or _told_address(element)
        if not handler and not address:
            return None
    if not len(element):
        text = one_line(element.text or "")
        return Anchor(element, address, handler, text, _title(_completed(text, element)), False, _is_inviting(text))
    first = element[0]
    if len(element) == 1 and not len(first) and first.tag not in _RECORD_PARTS:
        text = spoken = one_line(f"{element.text or ''}{first.text or ''}{first.tail or ''}")
        pictured = first.tag in _PICTURES
    else:
        text = one_line("".join(element.itertext()))
        tags = {child.tag for child in element.iter()}
        spoken = text if tags.isdisjoint(_RECORD_PARTS) else one_line(_spoken(element, tags))
        pictured = not tags.isdisjoint(_PICTURES)
    named, day = _apart(element, _without_rank(spoken, element))
    return Anchor(element, address, handler, text, _title(named), pictured, _is_inviting(text), day)


def _told_address(element: Any) -> str:
    """The address that an anchor without one keeps for its script (`data-href`); empty where it keeps none."""
    told = element.get("data-href") or element.get("data-url") or element.get("data-link") or ""
    return told if told[:1] in {"/", "?"} or told.startswith("http") else ""


def _is_inviting(text: str) -> bool:
    return text[:4].lower() in _INVITING and _BEFORE_TITLE.match(text) is not None


def _apart(element: Any, spoken: str) -> tuple[str, str | None]:
    """The name and the day of an anchor that prints each in a piece of its own, whichever tags those are."""
    if len(element) < _SOME_PIECES:
        return spoken, None
    pieces = [text for child in element if (text := one_line("".join(child.itertext())))]
    told = [piece for piece in pieces if not is_more(piece)]
    if len(told) < len(pieces) and len(told) == 1:
        return told[0], None  # a sign beside the name ("MỚI")
    days = [piece for piece in pieces if is_date_line(piece)]
    if not days or len(days) == len(pieces) or len(pieces) > _MOST_PIECES or (element.text or "").strip():
        return spoken, None
    names = [piece for piece in pieces if piece not in days]
    return next((piece for piece in names if piece.count(" ") > 1), names[0]), days[0]


def _completed(text: str, element: Any) -> str:
    """A text that ends in dots, with the rest where the element's label prints all of it."""
    if text.endswith(("...", "…")):
        whole = one_line(element.get("title") or "")
        if whole.startswith(cut := text.rstrip(". …")) and len(whole.rstrip(". …")) > len(cut):
            return whole
    return text


def _without_rank(text: str, element: Any) -> str:
    """A text without the number of its place in the list, where the element's label prints it without ("61 Đoàn …")."""
    if text[:1].isdigit():
        rank, _, rest = text.partition(" ")
        if rank.isdigit() and rest and one_line(element.get("title") or "") == rest:
            return rest
    return text


def _spoken(element: Any, tags: set[Any]) -> str:
    """What names an anchor that holds a whole record: its heading, else its first line of several words."""
    if not tags.isdisjoint(_HEADINGS):
        return "".join(next(element.iter(*_HEADINGS)).itertext())
    return _first_line([element])


def _first_line(elements: list[Any]) -> str:
    """The first line of several words among those that tell no day."""
    lines = [line for line in lines_of(elements) if not is_date_line(line)]
    return next((line for line in lines if line.count(" ") > 1), lines[0] if lines else "")


def _title(text: str) -> str | None:
    """A link's text where it names something."""
    if len(text) < 2 or not _LETTER.search(text) or is_more(text) or (len(text) < 40 and is_date_line(text, besides=2)):
        return None
    if not text[0].isalnum() and text[0] not in "\"'“‘(":
        text = _BULLET.sub("", text)
    return _BEFORE_TITLE.sub("", text) if text[-1] in "»›>→" or text[:4].lower() in _INVITING else text


def page_links(page: HasText, anchors: list[Anchor], *, papers: bool = False) -> list[Link]:
    """The addresses that a page links to, in page order, without files, services, other sites and the page itself.

    Files that are `papers` may be among them: those are of one shape, PAPER.
    """
    base, own = base_address(page), page_address(page)
    found: dict[str, Link] = {}
    for anchor in anchors:
        url = canonical(anchor.address, base)
        if url is None or url == own:
            continue
        link = found.get(url)
        if link is None:
            shape = PAPER if papers and is_paper(url) else shape_of(url)
            if shape is None:
                continue
            link = found[url] = Link(url, shape)
        link.anchors.append(anchor)
    several = [link.anchors for link in found.values() if sum(anchor.title is not None for anchor in link.anchors) > 1]
    texts = Counter(text for anchors in several for text in {anchor.text for anchor in anchors})
    for together in several:
        named = [anchor for anchor in together if anchor.title and not _is_said_of_many(anchor, texts)]
        for anchor in together if named else ():
            anchor.title = anchor.title if anchor in named else None
    sites = _own_sites(own, found)
    links = [link for link in found.values() if _site(_host(link.url)) in sites]
    _rename_labelled(links)
    _name_by_records(links, is_more if papers else says_further)
    return links


def _is_said_of_many(anchor: Anchor, texts: Counter[str]) -> bool:
    """Whether an anchor beside others to its address says what it is for ("Chưa có bình luận"), and names nothing."""
    return anchor.inviting or texts[anchor.text] >= _SOME_RECORDS


def _rename_labelled(links: list[Link]) -> None:
    """Give links that hold a whole record each, and begin with a label that others begin with too, a title of it."""
    holding = [link for link in links if len(link.anchors) == 1 and len(link.anchors[0].element)]
    titles = Counter(link.anchors[0].title for link in holding)
    for link in holding:
        anchor = link.anchors[0]
        if anchor.title and titles[anchor.title] >= _SOME_RECORDS and len(anchor.text) > len(anchor.title):
            lines = [line for line in lines_of([anchor.element]) if line != anchor.title and not tells_day(line)]
            anchor.title = next((title for line in lines if (title := _title(line))), anchor.title)


def _name_by_records(links: list[Link], leads_on: Callable[[str], bool]) -> None:
    """Give links that say "Xem chi tiết", or nothing at all, the title of the record that each of them is alone in.

    `leads_on` tells of a link's text whether it only leads to what its record names.
    """
    silent = [link.anchors for link in links if not any(anchor.title for anchor in link.anchors)]
    further = ([anchor for anchor in anchors if leads_on(anchor.text or _label(anchor))] for anchors in silent)
    leading = few = [anchors[0] for anchors in further if anchors]
    if len(leading) < _SOME_RECORDS:
        leading = [anchors[0] for anchors in silent if not anchors[0].text]
    if len(leading) < _SOME_RECORDS and not few:
        return
    alone = [link.anchors for link in links if sum(anchor.title is not None for anchor in link.anchors) < _SOME_RECORDS]
    named = {a.element for anchors in alone for a in anchors if a.title and words_in(a.title) > _SHORT_NAME}
    if len(leading) < _SOME_RECORDS:
        for anchor in few:
            anchor.title = _title(_name_above(anchor, named))
        return
    held = Counter(above for anchor in leading for above in anchor.element.iterancestors())
    records = [(anchor, record) for anchor in leading if (record := _record_of(anchor, held)) is not None]
    distance = _distance({record for _, record in records})
    for anchor, record in records:
        parts = [*list(islice(record.itersiblings(preceding=True), distance))[::-1], record]
        if all(named.isdisjoint(part.iter("a")) for part in parts):
            anchor.title = _title(_name_of(parts, _label(anchor), is_told=leads_on(anchor.text or _label(anchor))))


def _name_above(anchor: Anchor, named: set[Any]) -> str:
    """The heading nearest above a link in a record that tells a day and names nothing else; empty without one.

    Of one or two records nothing else tells where each begins. The highest heading is the page's.
    """
    for around in islice(anchor.element.iterancestors(), _RECORD_HEIGHT):
        if not named.isdisjoint(around.iter("a")):
            break
        above = takewhile(lambda element: element is not anchor.element, around.iter(*_HEADINGS, "b", "strong", "a"))
        heads = [one_line("".join(element.itertext())) for element in above if element.tag not in ("h1", "a")]
        if heads and any(map(tells_day, lines_of([around]))):
            return heads[-1] if words_in(heads[-1]) > _SHORT_NAME and not is_date_line(heads[-1], besides=2) else ""
    return ""


def _record_of(anchor: Anchor, held: Counter[Any]) -> Any:
    """The largest element around an anchor that holds none of the other `held` ones."""
    around = takewhile(lambda above: held[above] == 1, anchor.element.iterancestors())
    return next(reversed(list(islice(around, _RECORD_HEIGHT))), None)


def _distance(records: set[Any]) -> int:
    """How many elements stand before each record and belong to it: as many as stand between any two."""
    distances = []
    for record in records:
        for distance, before in enumerate(islice(record.itersiblings(preceding=True), _RECORD_HEIGHT)):
            if before in records:
                distances.append(distance)
                break
    return min(distances, default=0)


def _label(anchor: Anchor) -> str:
    """What an anchor that is only a sign says to those who cannot see it."""
    spoken = anchor.element.get("title") or anchor.element.get("aria-label")
    image = next(anchor.element.iter("img"), None) if anchor.pictured and not spoken else None
    return spoken or (image.get("alt") if image is not None else "") or ""


def _name_of(parts: list[Any], label: str, *, is_told: bool) -> str:
    """What names a record without a link to it: its first heading or bold words, or a line that is its link's label.

    Else it is the first line, if `is_told`.
    """
    for part in parts:
        for element in part.iter(*_HEADINGS, "b", "strong"):
            text = one_line("".join(element.itertext()))
            for inner in element.iter("a"):
                invitation = one_line("".join(inner.itertext()))
                text = text.removesuffix(invitation).rstrip() if says_further(invitation) else text
            if " " in text and not is_date_line(text, besides=2):
                return text
    if is_told:
        return _first_line(parts)
    return label if " " in label and one_line(label) in lines_of(parts) else ""


@lru_cache(maxsize=4096)
def says_further(text: str) -> bool:
    """Whether a link invites to read the whole of what stands before it ("Xem chi tiết", "Đọc tiếp")."""
    return len(text) < _LONGEST_INVITATION and _FURTHER.fullmatch(fold(text)) is not None


@lru_cache(maxsize=8192)
def canonical(address: str, base: str) -> str | None:
    """An address of a page in canonical form; menus repeat, so most have been seen before."""
    return canonical_address(address, base) if address else None


def opened_address(handler: str) -> str:
    """The address that a handler of clicks opens, where it stands there to be read; empty where it does not."""
    opened = _OPENED.search(handler)
    if opened is None:
        return ""
    return _ESCAPED.sub(lambda code: chr(int(code[1] or code[2], 16)), opened[1]) if "\\" in opened[1] else opened[1]


@lru_cache(maxsize=4096)
def is_more(text: str) -> bool:
    """Whether a link's text says only that there is more, or does something ("Xem tiếp", "Tải về", "»")."""
    if len(text) >= 90:
        return False
    first = text.partition(" ")[0].lower()
    return (first in _MORE_WORDS or not first.isalpha()) and _MORE.fullmatch(fold(text)) is not None


def base_address(page: HasText) -> str:
    """What relative addresses of the page refer to."""
    return page.url if page.base == page.url else canonical_address(page.base, page.url) or page.url


def page_address(page: HasText) -> str:
    """The page's own address in canonical form."""
    return canonical_address(page.url) or page.url


def _host(url: str) -> str:
    return url.split("/", 3)[2]


@lru_cache(maxsize=1024)
def _site(host: str) -> str:
    """The name that an agency registered: the host's last two labels, three under a public suffix of Vietnam."""
    labels = host.split(".")
    if labels[-1].partition(":")[0].isdigit() or len(labels) < 3:
        return host
    return ".".join(labels[-3 if labels[-2] in _PUBLIC_SUFFIXES else -2 :])


def _own_sites(own: str, found: dict[str, Link]) -> set[str]:
    """The sites whose links belong to the portal: the page's own, and one that most of its links lead to."""
    sites = {_site(_host(own))}
    counts = Counter(_site(_host(url)) for url in found)
    if counts:
        site, count = counts.most_common(1)[0]
        if count * 2 > counts.total():
            sites.add(site)
    return sites
