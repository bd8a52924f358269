"""Documents as things of their own: the row that a mention points at, where its identity is certain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from archive.vietnamese.agencies import Agency, document_identity, resolve_issuer
from archive.vietnamese.documents import DocumentMention, number_alias

if TYPE_CHECKING:
    from archive.writer import ArchiveWriter

DAY = len("2020-01-20")
REACH = 400
"""Characters before and behind a number that may say whose it is."""


def document_row(writer: ArchiveWriter, mention: DocumentMention, text: str, facts: Mapping[str, Any]) -> int | None:
    """The id of the mentioned document's row, made where it is new; None where two documents may be meant.

    `text` is what the mention's offsets count in, `facts` are the columns of the portal that prints it.
    """
    identity, issuer, dated = identified(mention, text, facts)
    if identity is None:
        return None
    known = _known(writer, identity, dated)
    if known is not None:
        return known
    if _is_ambiguous(writer, identity):
        return None
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
        dated=dated,
    )


def identified(
    mention: DocumentMention, text: str, facts: Mapping[str, Any]
) -> tuple[str | None, Agency | None, str | None]:
    """A mentioned document's identity, its issuer and its date; the identity is None where it stays open."""
    issuer = issuer_of(mention, text, facts)
    # A date of another year than the number's own is somebody else's: "Luật số 78/2015/QH13, ngày 08/11/2021, UBND …".
    dated = None if "year-disagrees" in mention.flags else mention.dated
    return document_identity(mention.number, issuer, dated, mention.year), issuer, dated


def _known(writer: ArchiveWriter, identity: str, dated: str | None) -> int | None:
    """The row of a document that is known by its day or, less exactly, by its year.

    A day that becomes known is written into the row that had only the year; a mention with only the year is of the one
    document of that year, where there is only one.
    """
    row = writer.execute("SELECT id FROM document WHERE identity = ?", (identity,)).fetchone()
    if row:
        return int(row[0])
    if dated and len(dated) == DAY:
        less_exact = identity.removesuffix(dated[4:])
        row = writer.execute("SELECT id FROM document WHERE identity = ?", (less_exact,)).fetchone()
        if row:
            writer.update("document", row[0], identity=identity, dated=dated)
            return int(row[0])
        return None
    rows = _of_that_year(writer, identity)
    return rows[0] if len(rows) == 1 else None


def _is_ambiguous(writer: ArchiveWriter, identity: str) -> bool:
    """Whether an identity with only a year may be any of several documents."""
    return len(_of_that_year(writer, identity)) > 1


def _of_that_year(writer: ArchiveWriter, identity: str) -> list[int]:
    """The documents whose identity goes on with a month and a day where this one ends."""
    rows = writer.execute(
        "SELECT id FROM document WHERE identity > ? AND identity < ? LIMIT 2", (identity + "-", identity + ".")
    )
    return [int(row[0]) for row in rows]


def issuer_of(mention: DocumentMention, text: str, facts: Mapping[str, Any]) -> Agency | None:
    """The agency behind a mention's code, from the words around it and the portal; None where it stays open.

    `text`, in which the mention's offsets count, is normalised.
    """
    if mention.issuer is None:
        return None
    begin = max(0, mention.start - REACH)
    found = resolve_issuer(
        mention.issuer,
        text=text[begin : mention.end + REACH],
        start=mention.start - begin,
        province=facts["province"] or None,
        agency=facts["agency"],
        level=facts["level"],
        on=date.fromisoformat(mention.dated) if mention.dated and len(mention.dated) == DAY else None,
    )
    return found if isinstance(found, Agency) else None
