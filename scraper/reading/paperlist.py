"""Lists of documents in files, as pages of plans and of budgets often are, and what such a file announces.

The file is the announcement's only page: its title and its day are what the list prints of it, and reading a file finds
them in what the archive holds of its address. An article that carries several files is told apart by its text, its own
day, or the words over the files; a page that was not sought as a list is none of these.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from archive.model import Attachment, PrintedAnnouncement
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import Anchor, Link, read_anchors
from scraper.reading.article import Sighting, sight
from scraper.reading.attachments import file_name, leads_to_file
from scraper.reading.filenames import names_file
from scraper.reading.filetypes import PAPER_ENDINGS, PAPER_TYPES, is_paper, media_type
from scraper.reading.headings import heading_of, is_titled, own_name
from scraper.reading.invitations import is_more
from scraper.reading.kept import kept_of_page
from scraper.reading.labelled_frame import CONTACT, FOOTER
from scraper.reading.labels import without_labels
from scraper.reading.lines import Line, Printed
from scraper.reading.links import links_of, may_load_paper, page_links
from scraper.reading.listing import is_front_address, list_of_shape, lists_of
from scraper.reading.mainlist import units_before_pagers
from scraper.reading.outcome import CALLED_HTML, Trouble
from scraper.reading.page import Page
from scraper.reading.paging import find_pages
from scraper.reading.paperboxes import papers_in_boxes
from scraper.reading.registers import row_around, tells_papers, told_around, told_by_labels, told_in_row
from scraper.reading.result import Context, Entry
from scraper.reading.shapes import PAPER
from scraper.reading.unitnames import is_beside, is_named, is_surely_beside
from scraper.reading.units import Member, Unit, units_of
from scraper.reading.weighing import weigh

PAGE_IS_FILE = "page-is-file"
"""The flag of an announcement that has no page but its file."""
_ENDING = re.compile(rf"\.(?:{PAPER_ENDINGS})\b".encode(), re.I)
_PAPERS = {"pdf": True, "rtf": True, "rar": True, "7z": True, "zip": False, "doc": False}
"""The kinds of bytes that papers have, and whether these tell what type of file it is."""
_CARRIED = re.compile(r"dinh kem|\b(?:tep|tap) tin\b|^(?:tai ve|file)\b")
"""What stands over the files of an article."""
_PROSE = 200
"""Characters of running text that no list has besides its records."""
_TITLE = 5
"""Words of a title that stands without a day."""


def read_paper_list(page: Page, *, alone: bool, judged: bool = False) -> tuple[Entry, ...]:
    """The documents that a page lists where its list is one of files and nothing else; nothing where it is not.

    An entry's address is that of its file. `alone` says that the page seems to list nothing else, `judged` that it is
    no announcement by all else that it tells: a day above its list says nothing then.
    """
    if not _may_hold_papers(page):
        return ()
    anchors, links = links_of(page, papers=True)
    units = list_of_shape(page, links, anchors, PAPER, alone=alone)
    members = [member for unit in units for member in unit.members]
    if not members or any(map(_is_carried, units)) or _is_article(sight(page, None), members, judged=judged):
        return ()
    order = {link.url: place for place, link in enumerate(links)}
    entries = {member.link.url: _entry(member) for member in members}
    return tuple(sorted(entries.values(), key=lambda entry: order[entry.url]))


def are_first(page: Page, papers: tuple[Entry, ...]) -> bool:
    """Whether some documents stand before every list of pages on their page, of which none is its own.

    Below a list of pages they are those of a box, however many there are; so they are beside one with the page's name
    over it, or with days or pictures. Those that the page's pager turns are its list wherever such boxes stand, and a
    register is before what is called as boxes are and shorter. So are papers with the page's name over them, or a
    register without a title, before fewer bare titles above that nothing is called over: notices that run by there.
    """
    anchors, links = links_of(page, papers=True)
    further, pagers = find_pages(page)
    name, listed = own_name(page, anchors), {paper.url for paper in papers}
    others = [link for link in page_links(page, anchors) if link.url not in listed]
    units = lists_of(page, others, anchors, pagers, paged=bool(further))
    found = list_of_shape(page, links, anchors, PAPER, alone=False)
    registered = bool(found) and all(tells_papers(unit.members[0].part) for unit in found)
    longest = len(papers) if registered else 0
    boxes = {unit for unit in units if is_beside(unit, name) and len(unit.members) < longest}
    units = [unit for unit in units if unit not in boxes and not is_surely_beside(unit, name)]
    if any(is_named(unit, name) for unit in units):
        return False
    paged = units_before_pagers([*found, *units], anchors, pagers)
    if paged and all(unit in found for unit in paged):
        return True
    if any(unit.decorated for unit in units):
        return False
    if any(is_named(unit, name) or (registered and not is_titled(unit)) for unit in found):
        units = [unit for unit in units if is_titled(unit) or len(unit.members) >= len(papers)]
    order = {anchor.element: place for place, anchor in enumerate(anchors)}
    last = max((order[link.anchors[0].element] for link in links if link.url in listed), default=0)
    return all(last < order[member.anchor.element] for unit in units for member in unit.members)


def with_papers(page: Page, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a list with the documents in files whose rows stand among them, in page order.

    Such a row is as the others are, with a day where these have one, and leads to no page. So are the documents of a
    list of files that is beside the others and has a pager of its own. Beside those of a front page its boxes of papers
    are listed.
    """
    is_front = is_front_address(page.own_address)
    if not _may_hold_papers(page) or (is_front and not entries):
        return entries
    anchors, links = links_of(page, papers=True)
    listed = {entry.url for entry in entries}
    further = {link for link in links if link.shape == PAPER and link.url not in listed}
    if not any(anchor.title for link in further for anchor in link.anchors):
        return entries
    pages = {anchor.element for link in links if link not in further for anchor in link.anchors}
    units = weigh(units_of(without_labels(links)))
    if is_front:
        rows = papers_in_boxes(units, pages)
    else:
        rows = [*_of_own_pagers(units, page, anchors), *_among_pages(units, listed, further, pages)]
    order = {link.url: place for place, link in enumerate(links)}
    found = {member.link.url: _entry(member) for member in rows if member.link.url not in listed}
    return tuple(sorted((*entries, *found.values()), key=lambda entry: order.get(entry.url, 0)))


def _among_pages(units: list[Unit], listed: set[str], further: set[Link], pages: set[Any]) -> list[Member]:
    """The files among the `further` links of a page whose rows stand among those that are `listed`."""
    rows: list[Member] = []
    for unit in _without_records(units, listed):
        papers = [member for member in unit.members if member.link in further]
        known = [member for member in unit.members if member.link.url in listed]
        if papers and 0 < len(unit.members) - len(papers) <= len(known) and not _is_carried(unit):
            rows += [member for member in _rows_like(known, papers) if pages.isdisjoint(member.part.iter("a"))]
    return rows


def _without_records(units: list[Unit], listed: set[str]) -> list[Unit]:
    """Some units without those that are the record of one entry, its page with its files.

    Each is a row of a register, or one of several in such a place where fewer units have more entries.
    """
    known = {unit: sum(member.link.url in listed for member in unit.members) for unit in units}
    single = [unit for unit, count in known.items() if count == 1 < len(unit.members)]
    alike = Counter(unit.place for unit in single)
    longer = Counter(unit.place for unit, count in known.items() if count > 1)
    several = (unit for unit in single if alike[unit.place] > max(1, longer[unit.place]))
    records = {*several, *(unit for unit in single if row_around(unit.holder) is not None)}
    return [unit for unit in units if unit not in records]


def _of_own_pagers(units: list[Unit], page: Page, anchors: list[Anchor]) -> list[Member]:
    """The files of lists that stand before a pager of their own, where a page has several."""
    _, pagers = find_pages(page)
    paged = units_before_pagers(units, anchors, pagers) if len(pagers) > 1 else {}
    lists = (unit for unit in paged if all(member.link.shape == PAPER for member in unit.members))
    return [member for unit in lists if not _is_carried(unit) for member in unit.members]


def _rows_like(known: list[Member], papers: list[Member]) -> list[Member]:
    """The files that stand in a list as its known members do, with a day or a title of several words."""
    tags = Counter(member.part.tag for member in known if member.part is not member.anchor.element)
    usual, count = tags.most_common(1)[0] if tags else ("", 0)
    if count * 2 <= len(known):
        return []
    dated = sum(member.dated for member in known) * 2 > len(known)
    rows = [member for member in papers if member.part.tag == usual and not is_more(member.anchor.text)]
    return [member for member in rows if (member.dated if dated else member.words >= _TITLE)]


def read_paper(url: str, trouble: Trouble, context: Context, content_type: str) -> PrintedAnnouncement | None:
    """What a file announces that a list points at, whatever it is called; None where no list does, or for no document.

    Where it was called a page the flag of that trouble says so.
    """
    listed = [pointer for pointer in context.pointers if pointer.kind == "listing"]
    told = next((pointer for pointer in listed if pointer.title), None)
    kind = trouble.flag.removesuffix(CALLED_HTML)
    if told is None or kind not in _PAPERS:
        return None
    dated = next((pointer.date_line for pointer in listed if pointer.date_line), None)
    name = file_name(url) if is_paper(url) else None
    return PrintedAnnouncement(
        url=url,
        platform="unknown",
        title=told.title,
        date_line=dated,
        date_source="listing" if dated else None,
        attachments=(Attachment(url, name, _type_of(url, kind, content_type)),),
        flags=(PAGE_IS_FILE,) if trouble.flag == kind else (PAGE_IS_FILE, trouble.flag),
    )


def _type_of(url: str, kind: str, content_type: str) -> str | None:
    """The media type of a paper: by its bytes where these tell it, else by its address, else as it is called."""
    if _PAPERS[kind]:
        return media_type(f".{kind}")
    if is_paper(url):
        return media_type(url)
    named = content_type.partition(";")[0].strip().lower()
    return named if named in PAPER_TYPES else None


@kept_of_page
def _may_hold_papers(page: Page) -> bool:
    """A quick look at whether a page may link papers; kept, since two readers of lists ask."""
    return _ENDING.search(page.data) is not None or any(map(may_load_paper, read_anchors(page)))


def _is_carried(unit: Unit) -> bool:
    """Whether the words over some files say that something else carries them; a register may call a column so."""
    return not tells_papers(unit.members[0].part) and _CARRIED.search(fold(heading_of(unit))) is not None


def _is_article(sighting: Sighting, members: list[Member], *, judged: bool) -> bool:
    """Whether a page is an announcement that carries the files: it has a text, or a day before them that is none's."""
    printed, region = sighting.printed, sighting.region
    papers = {member.anchor.element for member in members}
    places = [index for index, anchor in printed.links if anchor in papers]
    if not places:
        return False
    first, last = min(places), max([*places, _end_of_records(members, printed) - 1])
    carrying = {index for index, anchor in printed.links if leads_to_file(anchor)}
    begin = min(region.body, first)
    text = sum(
        line.prose
        for line in printed.lines[begin : max(region.text_end, last + 1)]
        if (not first <= line.index <= last or line.index in carrying) and not _is_foot(line)
    )
    return text >= _PROSE or (not judged and _has_day(sighting, first, members))


def _end_of_records(members: list[Member], printed: Printed) -> int:
    """Behind which line the last of some records ends that are made alike; what it says of its file is none of a text.

    0 where they are not.
    """
    parts = [member.part for member in members]
    alike = {(part.tag, part.get("class")) for part in parts}
    return printed.spans.get(parts[-1], (0, 0))[1] if len(alike) == 1 < len(parts) else 0


def _is_foot(line: Line) -> bool:
    """Whether a line is of the foot of a site, which has long ones too."""
    return FOOTER.match(line.folded) is not None or CONTACT.match(line.folded) is not None


def _has_day(sighting: Sighting, first: int, members: list[Member]) -> bool:
    """Whether a page with a title prints a day before its first file that is that of no record."""
    date = sighting.date
    if sighting.title is None or date is None or date.text in {member.day for member in members}:
        return False
    if not date.start < date.end <= first:
        return False
    block = sighting.printed.lines[date.start].block
    return {member.part for member in members}.isdisjoint([block, *block.iterancestors()])


def _entry(member: Member) -> Entry:
    return Entry(member.link.url, _title(member), member.day, member.summary, issued=member.issued)


def _title(member: Member) -> str:
    """What a list prints of a document: in a register its number and its subject, whichever of them is the link."""
    anchor = member.anchor
    told = told_in_row(member.part) or told_around(anchor.element) or told_by_labels(member.part)
    told = [text.removesuffix(anchor.text).rstrip() or text for text in told] if names_file(anchor.text) else told
    told = [text for text in told if not any(text in other for other in told if other != text)]
    named = is_more(anchor.text) or names_file(anchor.text) or any(member.title in text for text in told)
    return " ".join(told) if told and named else member.title
