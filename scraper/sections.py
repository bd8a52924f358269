"""The sections of a site that may list announcements, from the menus of a page; likelier ones first.

Two signs count: announcements of the page that stand below the section's address, and the section's name. Links whose
addresses are made as those of such sections come last: a menu has names that no table knows ("Gương sáng").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.anchors import Link, anchors_of
from scraper.reading.invitations import leads_home
from scraper.reading.links import page_links
from scraper.reading.page import Page
from scraper.reading.result import Entry
from scraper.reading.shapes import has_id, kin_of, shape_of, words_in

_LISTS = re.compile(
    r"\b(?:(?<!thong )tin (?!(?:hoc|nhan|dung|nguong|hieu)\b)[a-z]+|(?:ban|diem) tin|su kien|thong bao|hoat dong"
    r"|chi dao|dieu hanh|ke hoach|van ban|thoi su|chinh tri|kinh te|xa hoi|xay dung dang|cong khai|tuyen truyen"
    r"|tuyen dung|dau thau|cai cach hanh chinh|du thao|news|bai viet|bai bao|guong"
    r"|phong trao|chuyen (?:muc|de|trang))\b"
)
_STANDS = re.compile(
    r"\b(?:gioi thieu|lien he|so do|dang nhap|dang ky|hoi dap|chuc nang|nhiem vu|co cau|to chuc bo may|bo may|lich su"
    r"|thu tuc|dich vu cong|english|video|audio|thu vien|hinh anh|rss|gop y|danh ba|album|ban do|lanh dao"
    r"|toa soan|quang cao|mot cua|tra cuu|lich cong tac|lich tiep|lien ket|du bao thoi tiet)\b"
)
_MONTHS = re.compile(r"(?:(?:thang|thg|th|quy|nam)\W{0,2}\d{1,4}|\d{1,2}\W|(?:19|20)\d\d).{0,24}")
_OF_MONTHS = re.compile(r"/(?:19|20)\d\d(?:[/-](?:0?[1-9]|1[0-2]))?/?$")
_ENDING = re.compile(r"\.\w{2,5}$")
_MOST_BELOW = 4
_MOST_WORDS = 6
_ALIKE = 0.1


@dataclass(frozen=True, slots=True)
class Section:
    """An address of a menu with its name, and how likely it lists announcements."""

    url: str
    title: str
    score: float

    @property
    def is_alike(self) -> bool:
        """Whether nothing speaks for it but that its address is made as those of other sections."""
        return self.score == _ALIKE

    @property
    def is_of_months(self) -> bool:
        """Whether it is an archive of a month or a year, which is full once that is over."""
        return bool(_OF_MONTHS.search(urlsplit(self.url).path) and _MONTHS.fullmatch(fold(self.title)))


def sections_of(page: Page, entries: Sequence[Entry]) -> list[Section]:
    """The sections that a page's menus lead to, likelier ones first, then in page order."""
    found = _named_links(page, entries)
    makes = {make for section, make in found if section.score > 0}
    alike = (replace(section, score=_ALIKE) for section, make in found if _may_be_alike(section) and make in makes)
    likely = [section for section, _ in found if section.score > 0]
    return sorted((*likely, *alike), key=lambda section: -section.score)


def unlikely_of(page: Page, entries: Sequence[Entry]) -> list[Section]:
    """What a page's menus lead to under names of other things than lists of announcements, in page order."""
    short = (section for section, _ in _named_links(page, entries) if words_in(section.title) <= _MOST_WORDS)
    return [section for section in short if section.score <= 0 and _STANDS.search(fold(section.title))]


def _named_links(page: Page, entries: Sequence[Entry]) -> list[tuple[Section, str]]:
    """The links of a page that are no announcements, as sections with their scores, and how each address is made."""
    announced = {entry.url for entry in entries}
    kin = {kin_of(shape) for entry in entries if (shape := shape_of(entry.url)) is not None and has_id(shape)}
    found: list[tuple[Section, str]] = []
    for link in page_links(page, anchors_of(page)):
        named = (anchor.title for anchor in link.anchors if anchor.title)
        title = next(named, None) or next(filter(_is_newest, (anchor.text for anchor in link.anchors)), None)
        if title is None or link.url in announced or len(title) > 60 or leads_home(title):
            continue
        if words_in(title) > _MOST_WORDS and kin_of(link.shape) in kin:
            continue  # an announcement that stands elsewhere on the page
        found.append((Section(link.url, title, _score(link.url, title, announced)), _make(link)))
    return found


def _is_newest(text: str) -> bool:
    """Whether a link that otherwise only says that there is something new may have the name of a section."""
    return fold(text) == "tin moi"


def _may_be_alike(section: Section) -> bool:
    return section.score == 0 and words_in(section.title) <= _MOST_WORDS


def _make(link: Link) -> str:
    """How a link's address is made: its directory with its shape."""
    return f"{urlsplit(link.url).path.rpartition('/')[0]} {link.shape}"


def _score(url: str, title: str, announced: Iterable[str]) -> float:
    """How likely an address with that name lists announcements; 0 where nothing speaks for or against it."""
    name = fold(title)
    below = sum(is_below(entry, url) for entry in announced)
    score = 1.5 * min(below, _MOST_BELOW) + 3.0 * bool(_LISTS.search(name)) - 4.0 * bool(_STANDS.search(name))
    return max(score - 0.5 * urlsplit(url).path.count("/"), 2 * _ALIKE) if score > 0 else score


def is_below(entry: str, section: str) -> bool:
    """Whether an address stands below a section's: deeper in its path, or with its parameters and more."""
    inner, outer = urlsplit(entry), urlsplit(section)
    if inner.netloc != outer.netloc:
        return False
    chosen = set(parse_qsl(outer.query))
    if chosen:
        return inner.path == outer.path and chosen < set(parse_qsl(inner.query))
    path = _ENDING.sub("", outer.path).rstrip("/")
    return bool(path) and inner.path.startswith(path + "/")
