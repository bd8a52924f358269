"""Official papers: the numbers that a text names, and what a paper says about itself in its head and foot."""

from archive.vietnamese.documents.finding import find_documents
from archive.vietnamese.documents.head import DocumentHead, read_document_head
from archive.vietnamese.documents.mention import DocumentMention, Role
from archive.vietnamese.documents.numbers import canonical_number, number_alias

__all__ = [
    "DocumentHead",
    "DocumentMention",
    "Role",
    "canonical_number",
    "find_documents",
    "number_alias",
    "read_document_head",
]
