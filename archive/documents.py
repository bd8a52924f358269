"""Documents as things of their own: the row that a mention points at, where its identity is certain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from archive.vietnamese.agencies import Agency, document_identity, resolve_issuer
from archive.vietnamese.documents import DocumentMention, number_alias

if TYPE_CHECKING:
    from archive.writer import ArchiveWriter


def document_row(writer: ArchiveWriter, mention: DocumentMention, text: str, facts: Mapping[str, Any]) -> int | None:
    """The id of the mentioned document's row, made where it is new; None where two documents may be meant.

    `text` is what the mention's offsets count in, `facts` are the columns of the portal that prints it.
    """
    issuer = issuer_of(mention, text, facts)
    identity = document_identity(
        mention.number, issuer, dated=date.fromisoformat(mention.dated) if mention.dated else None, year=mention.year
    )
    if identity is None:
        return None
    row = writer.execute("SELECT id FROM document WHERE identity = ?", (identity,)).fetchone()
    if row:
        return int(row[0])
    return writer.insert(
        "document",
        identity=identity,
        number=mention.number,
        alias=number_alias(mention.number),
        type=mention.type,
        issuer=mention.issuer,
        issued_by=issuer.name if issuer else None,
        place=issuer.place if issuer else None,
        year=mention.year,
        dated=mention.dated,
    )


def issuer_of(mention: DocumentMention, text: str, facts: Mapping[str, Any]) -> Agency | None:
    """The agency behind a mention's code, from the words around it and the portal; None where it stays open."""
    if mention.issuer is None:
        return None
    found = resolve_issuer(
        mention.issuer,
        text=text,
        start=mention.start,
        province=facts["province"] or None,
        agency=facts["agency"],
        level=facts["level"],
        on=date.fromisoformat(mention.dated) if mention.dated else None,
    )
    return found if isinstance(found, Agency) else None
