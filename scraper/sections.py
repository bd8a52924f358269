"""The sections of a site that may list announcements, from the menus of a page; likelier ones first.

Two signs count: announcements of the page that stand below the section's address, and the section's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from archive.vietnamese.spelling import fold
from scraper.reading.anchors import anchors_of
from scraper.reading.links import page_links
from scraper.reading.page import Page
from scraper.reading.result import Entry
from scraper.reading.shapes import has_id, kin_of, shape_of, words_in

_LISTS = re.compile(
    r"\b(?:tin (?:tuc|hoat dong|trong|tu|noi bat|moi|nganh)|su kien|thong bao|hoat dong|chi dao|dieu hanh|ke hoach"
    r"|van ban|thoi su|chinh tri|kinh te|xa hoi|xay dung dang|cong khai|tuyen truyen|thong tin tuyen truyen"
    r"|tuyen dung|dau thau|cai cach hanh chinh|du thao|news|bai viet)\b"
)
_STANDS = re.compile(
    r"\b(?:gioi thieu|lien he|so do|dang nhap|dang ky|hoi dap|chuc nang|nhiem vu|co cau|to chuc bo may|bo may|lich su"
    r"|thu tuc|dich vu cong|english|video|audio|thu vien|hinh anh|rss|gop y|danh ba|trang chu|album|ban do|lanh dao"
    r"|toa soan|quang cao|mot cua|tra cuu|lich cong tac|lich tiep|lien ket|du bao thoi tiet)\b"
)
_ENDING = re.compile(r"\.\w{2,5}$")
_MOST_BELOW = 4
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Section:
    """An address of a menu with its name, and how likely it lists announcements."""

    url: str
    title: str
    score: float


def sections_of(page: Page, entries: Sequence[Entry]) -> list[Section]:
    """The sections that a page's menus lead to, likelier ones first, then in page order."""
    announced = {entry.url for entry in entries}
    kin = {kin_of(shape) for entry in entries if (shape := shape_of(entry.url)) is not None and has_id(shape)}
    found = []
    for link in page_links(page, anchors_of(page)):
        title = next((anchor.title for anchor in link.anchors if anchor.title), None)
        if title is None or link.url in announced or len(title) > 60:
            continue
        if words_in(title) > _MOST_WORDS and kin_of(link.shape) in kin:
            continue  # an announcement that stands elsewhere on the page
        score = _score(link.url, title, announced)
        if score > 0:
            found.append(Section(link.url, title, score))
    return sorted(found, key=lambda section: -section.score)


def _score(url: str, title: str, announced: Iterable[str]) -> float:
    name = fold(title)
    below = sum(is_below(entry, url) for entry in announced)
    score = 1.5 * min(below, _MOST_BELOW) + 3.0 * bool(_LISTS.search(name)) - 4.0 * bool(_STANDS.search(name))
    return score - 0.5 * urlsplit(url).path.count("/") if score > 0 else score


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
