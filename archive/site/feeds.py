"""A search as an Atom feed: what is followed is what was published, so that old items found late do not look new."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from archive.search import Hit
from archive.site.links import outward

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Notice:
    """A source in trouble as an entry: its identity, address, words and since when (an Atom time)."""

    identity: str
    address: str
    title: str
    text: str
    since: str


def atom(
    hits: Iterable[Hit],
    *,
    notices: Iterable[Notice] = (),
    title: str,
    site: str,
    page: str,
    feed: str,
    updated: str,
    subtitle: str,
) -> str:
    """The feed. `site` is our address without a path, `page` and `feed` are paths, `updated` is an Atom time."""
    entries = [_notice(notice) for notice in notices] + [_entry(hit, site) for hit in hits]
    head = (
        f"<title>{_text(title)}</title><subtitle>{_text(subtitle)}</subtitle>"
        f"<id>{_text(site + feed)}</id><updated>{updated}</updated>"
        f'<link rel="self" href={_attribute(site + feed)}/><link href={_attribute(site + page)}/>'
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{head}{"".join(entries)}</feed>\n'


def atom_time(iso: str | None, otherwise: str) -> str:
    """A date or time of the archive as Atom wants it; a day begins at midnight in Hà Nội, a month with its first."""
    if not iso:
        return otherwise
    if "T" in iso:
        return iso
    return f"{iso}{'-01' * (2 - iso.count('-'))}T00:00:00+07:00"


def _entry(hit: Hit, site: str) -> str:
    published = atom_time(hit.published_at, hit.first_seen)
    address = f"{site}/tin/{hit.uid}"
    original = outward(hit.url)
    via = f'<link rel="via" href={_attribute(original)}/>' if original else ""
    summary = "".join(piece.text for piece in hit.excerpt)
    return (
        f"<entry><title>{_text(hit.title_printed)}</title><id>{_text(address)}</id>"
        f"<link href={_attribute(address)}/>{via}"
        f"<published>{published}</published><updated>{hit.changed_at or published}</updated>"
        f"<author><name>{_text(hit.posted_by)}</name></author><summary>{_text(summary)}</summary></entry>"
    )


def _notice(notice: Notice) -> str:
    return (
        f"<entry><title>{_text(notice.title)}</title><id>{_text(notice.identity)}</id>"
        f"<link href={_attribute(notice.address)}/><updated>{notice.since}</updated>"
        f"<author><name>Kế hoạch</name></author><summary>{_text(notice.text)}</summary></entry>"
    )


def _text(text: str) -> str:
    return escape(_IMPOSSIBLE.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_IMPOSSIBLE.sub("", text))
