"""Lists whose titles have no address: each sends a form, as the link buttons of ASP.NET pages do.

What tells such a title from others in any visit is what it says and its day, not the control behind it, which is a
place in the list, nor the form's view state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from archive.vietnamese.dates import read_date
from scraper.reading.links import Anchor, HasText, Link, anchors_of, page_address, page_links
from scraper.reading.listing import list_of_shape
from scraper.reading.postbacks import filled_in, form_address, form_fields, form_of, postback_of
from scraper.reading.result import Entry
from scraper.reading.shapes import POSTED
from scraper.reading.units import Member

_POSTBACK = b"ostBack"


def read_posted_list(page: HasText, *, alone: bool) -> tuple[Entry, ...]:
    """The announcements that a page lists where all titles of its list send forms; nothing where they do not.

    `alone` says that the page seems to list nothing else.
    """
    if _POSTBACK not in page.data:
        return ()
    anchors = anchors_of(page)
    posted = list(_posted_links(page, anchors))
    if not posted:
        return ()
    units = list_of_shape(page, page_links(page, anchors) + posted, anchors, POSTED, alone=alone)
    chosen = {member.link.url: member for unit in units for member in unit.members}
    forms: dict[Any, list[tuple[str, str]]] = {}
    said: Counter[str] = Counter()
    entries = (_entry(chosen[link.url], page, forms, said) for link in posted if link.url in chosen)
    return tuple(entry for entry in entries if entry is not None)


def _posted_links(page: HasText, anchors: list[Anchor]) -> Iterator[Link]:
    """The titles that send forms, each with its target and argument in place of an address of its own."""
    own = page_address(page)
    for anchor in anchors:
        if anchor.title and not anchor.address and (called := postback_of(anchor.handler)) is not None:
            yield Link(f"{own}#{' '.join(called)}", POSTED, [anchor])


def _entry(
    member: Member, page: HasText, forms: dict[Any, list[tuple[str, str]]], said: Counter[str]
) -> Entry | None:
    """A title with its form; None where it stands in none. Of titles that say the same on one day each is counted."""
    form, called = form_of(member.anchor.element), postback_of(member.anchor.handler)
    url = form_address(form, page.url) if form is not None else None
    if url is None or called is None:
        return None
    if form not in forms:
        forms[form] = form_fields(form)
    printed = read_date(member.day) if member.day else None
    key = " ".join(filter(None, (member.title, printed.iso if printed else None)))
    said[key] += 1
    if said[key] > 1:
        key += f" ({said[key]})"
    sent = filled_in(forms[form], {"__EVENTTARGET": called[0], "__EVENTARGUMENT": called[1]})
    return Entry(url, member.title, member.day, member.summary, form=sent, key=key)
