"""The links of a page: each address with its anchors and the shape that it shares with its like."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import islice

from archive.addresses import canonical, is_copy
from scraper.reading.anchors import Anchor, Link, anchors_of
from scraper.reading.filenames import names_file
from scraper.reading.filetypes import is_paper, is_served
from scraper.reading.invitations import is_more, says_further
from scraper.reading.kept import kept_of_page
from scraper.reading.page import Page
from scraper.reading.recordnames import SOME_RECORDS, name_by_buttons, name_by_records, name_by_rows, rename_labelled
from scraper.reading.shapes import PAPER, mark_in, shape_of, shape_of_own_item, without_mark
from scraper.reading.slides import name_by_captions
from scraper.reading.units import SENTENCE_ENDS, names_better

_PUBLIC_SUFFIXES = frozenset({"ac", "biz", "com", "dcs", "edu", "gov", "health", "info", "int", "name", "net", "org"})

_MARKS = 4
"""Different letters before the numbers of like addresses, from which on they are pieces of words, and no marks."""
_OFTEN = 3
"""Addresses of one mark on an average, from which on they are marks all the same."""
_OPENS_ITEM = "EditLink2("
"""What SharePoint 2010 calls on a click on the title of an item in the view of its list, and of no looked-up one."""
_RECORD_DEPTH = 3
"""Elements around the links of a record, up to the one that holds both."""


@kept_of_page
def links_of(page: Page, *, papers: bool = False) -> tuple[list[Anchor], list[Link]]:
    """The anchors of a page with its links, as `page_links` tells them; kept, since each reader of lists asks."""
    anchors = anchors_of(page)
    return anchors, page_links(page, anchors, papers=papers)


def page_links(page: Page, anchors: list[Anchor], *, papers: bool = False) -> list[Link]:
    """The addresses that a page links to, in page order, without files, services, other sites, itself and those above.

    Nor copies in a web archive, unless the page is of such. Files that are `papers` may be among them, by their
    addresses or by what links say: those are of one shape, PAPER.
    """
    base, own = page.base, page.own_address
    front = own[: own.index("/", len("https://")) + 1]
    found: dict[str, Link] = {}
    for anchor in anchors:
        url = canonical(anchor.address, base)
        if url is None or url in {own, front} or _is_above(url, own):
            continue
        link = found.get(url)
        if link is None:
            shape = PAPER if papers and (is_paper(url) or may_load_paper(anchor)) else shape_of(url)
            if shape is None and _OPENS_ITEM in (anchor.element.get("onclick") or ""):
                shape = shape_of_own_item(url)
            if shape is None or (not papers and names_file(anchor.text) and is_served(url)):
                continue
            link = found[url] = Link(url, shape)
        link.anchors.append(anchor)
    several = [link.anchors for link in found.values() if sum(anchor.title is not None for anchor in link.anchors) > 1]
    texts = Counter(text for anchors in several for text in {anchor.text for anchor in anchors})
    for together in several:
        named = [anchor for anchor in together if anchor.title and not _is_said_of_many(anchor, texts)]
        for anchor in together if named else ():
            anchor.title = _name_beside(anchor, named) if anchor in named else None
    sites = _own_sites(own, found)
    copies = _copies(own, found)
    links = [link for url, link in found.items() if _site(_host(url)) in sites and url not in copies]
    _leave_pieces_of_words(links)
    rename_labelled(links)
    leads_on = is_more if papers else says_further
    name_by_rows(links, leads_on)
    name_by_records(links, leads_on)
    name_by_buttons(links)
    if own == front:
        name_by_captions(links)
    return links


def _is_above(url: str, own: str) -> bool:
    """Whether a page's own address goes on from another one: that is its section, or the first page of its list."""
    (path, _, query), (here, _, asked) = url.partition("?"), own.partition("?")
    if path == here:
        return not query or {*query.split("&")} < {*asked.split("&")}
    return not query and here.startswith(f"{path.rstrip('/')}/")


def may_load_paper(anchor: Anchor) -> bool:
    """Whether an anchor loads a file whose name its address does not tell: by what serves it, or by what it says."""
    return is_served(anchor.address) or anchor.loads_file


def _leave_pieces_of_words(links: list[Link]) -> None:
    """Take out of shapes the letters before numbers that mark no kind of page, but are where a long slug was cut.

    SharePoint's portals cut titles at some length and set the number right behind (`…-khu-vuc-cho468885.aspx`).
    """
    marked: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if mark_in(link.shape):
            marked[without_mark(link.shape)].append(link)
    for shape, group in marked.items():
        marks = {mark_in(link.shape) for link in group}
        if len(marks) >= _MARKS and len(marks) * _OFTEN > len(group):
            for link in group:
                link.shape = shape


def _is_said_of_many(anchor: Anchor, texts: Counter[str]) -> bool:
    """Whether an anchor beside others to its address says what it is for ("Chưa có bình luận"), and names nothing."""
    return anchor.inviting or texts[anchor.text] >= SOME_RECORDS


def _name_beside(anchor: Anchor, others: list[Anchor]) -> str | None:
    """What names an anchor that is a sentence about another one of its record, with the same address; else its own."""
    text = anchor.title or ""
    if not text.endswith(SENTENCE_ENDS):
        return text
    around = set(islice(anchor.element.iterancestors(), _RECORD_DEPTH))
    names = (
        other.title
        for other in others
        if other.title
        and len(other.title) < len(text)
        and names_better(other.title, text)
        and not around.isdisjoint(islice(other.element.iterancestors(), _RECORD_DEPTH))
    )
    return next(names, text)


def _copies(own: str, found: dict[str, Link]) -> set[str]:
    """The addresses of copies in a web archive, where neither the page nor most of what it links to is one."""
    copies = set(filter(is_copy, found))
    return copies if not is_copy(own) and len(copies) * 2 <= len(found) else set()


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
