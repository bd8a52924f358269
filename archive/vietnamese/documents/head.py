"""The head and foot of an official paper's own text."""

from __future__ import annotations

from dataclasses import dataclass

from archive.vietnamese.documents.finding import find_documents


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What a paper says about itself; absent is None or empty.

    `number`, `type` and `issuer` are as in DocumentMention, `issuer_name` the agency as printed, `dated` and
    `effective` ISO 8601, `period` "2021-2025", `recipients` the lines under "Nơi nhận".
    """

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    issuer_name: str | None = None
    place: str | None = None
    dated: str | None = None
    abstract: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    effective: str | None = None
    period: str | None = None
    recipients: tuple[str, ...] = ()


def read_document_head(text: str) -> DocumentHead:
    """Read number, type, issuer and date from the head of a paper's text."""
    mentions = find_documents(text[:2000])
    if not mentions:
        return DocumentHead()
    first = mentions[0]
    return DocumentHead(number=first.number, type=first.type, issuer=first.issuer, dated=first.dated)
