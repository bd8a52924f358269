"""What a Vietnamese reader knows: dates, bylines, document numbers, spelling, places and agencies.

Modules of this package import each other directly, never through it.
"""

from archive.vietnamese.bylines import Byline, read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.documents import DocumentMention, find_documents
from archive.vietnamese.spelling import fold, normalise

__all__ = [
    "Byline",
    "DocumentMention",
    "PrintedDate",
    "find_documents",
    "fold",
    "normalise",
    "read_byline",
    "read_date",
]
