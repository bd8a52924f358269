"""Names of links that show a picture alone: scripts of sliders print what it is called over it, as its caption."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from scraper.reading.anchors import Anchor, Link, title_of
from scraper.reading.records import one_line
from scraper.reading.shapes import has_id, is_numbered, kin_of, words_in

_SHORTEST = 4
"""Words of a caption that names an announcement."""
_KIN, _SLIDES = 3, 2
"""Announcements of a form, from which on a picture that leads to such a one shows another, and pictures of a slider."""


def name_by_captions(links: list[Link]) -> None:
    """Give links that have nothing but pictures the captions of these, where several are slides of one slider.

    Their addresses are of the form of announcements that have titles on the page, in the same first directory: those
    of pictures ("/thu-vien-anh/…") often look alike.
    """
    forms = Counter(_form(link) for link in links if is_numbered(link.shape) and _is_named(link))
    slides: dict[Any, list[tuple[Anchor, str]]] = defaultdict(list)
    for link in links:
        if has_id(link.shape) and forms[_form(link)] >= _KIN and not _is_named(link):
            anchor = next(filter(_caption, link.anchors), None)
            if anchor is not None:
                slides[_slider(anchor.element)].append((anchor, _caption(anchor)))
    for together in slides.values():
        for anchor, caption in together if len(together) >= _SLIDES else ():
            anchor.title = caption


def _form(link: Link) -> tuple[str, str]:
    """The form of an address and the first directory of it, where it has one."""
    first, below, _ = link.url.partition("//")[2].partition("/")[2].partition("/")
    return kin_of(link.shape), first if below else ""


def _is_named(link: Link) -> bool:
    return any(anchor.title for anchor in link.anchors)


def _caption(anchor: Anchor) -> str:
    """What the picture of a link is called, where that may be a title; else nothing."""
    image = next(anchor.element.iter("img"), None)
    if image is None or anchor.text:
        return ""
    caption = title_of(one_line(image.get("title") or anchor.element.get("title") or image.get("alt") or "")) or ""
    return caption if words_in(caption) >= _SHORTEST else ""


def _slider(element: Any) -> Any:
    """The element that holds a slide beside others: what is around its link, or its entry."""
    above = element.getparent()
    while above is not None and above.getparent() is not None and len(above) == 1:
        above = above.getparent()
    return above
