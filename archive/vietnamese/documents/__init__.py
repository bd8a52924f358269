"""Official papers: the numbers that a text names. What a paper says about itself is in `head`, which few need."""

from archive.vietnamese.documents.finding import find_documents
from archive.vietnamese.documents.mention import DocumentMention, Role
from archive.vietnamese.documents.numbers import canonical_number, number_alias

__all__ = [
    "DocumentMention",
    "Role",
    "canonical_number",
    "find_documents",
    "number_alias",
]
