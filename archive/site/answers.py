"""What a search answers besides its hits, as the command line and the site tell it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from archive.search import SearchResults
from archive.search.results import SECONDS
from archive.site.dates import date_words
from archive.site.sources import Coverage, coverage_words
from archive.site.words import Language, translator


def answer_of(language: Language, found: SearchResults, coverage: Coverage) -> dict[str, Any]:
    """What was searched and reached, how much was found, and what may have been meant, for programs."""
    return {
        "query": found.query.text,
        "filters": {name: value for name, value in asdict(found.filters).items() if value},
        "order": found.order,
        "count": found.count,
        "counted_all": found.counted_all,
        "wordless": found.query.is_wordless,
        "cut": found.cut,
        "searched_until": found.searched_until,
        "ranked": found.ranked,
        "suggestion": found.suggestion,
        "coverage": {**asdict(coverage), "text": coverage_words(language, coverage)},
        "documents": [asdict(document) for document in found.documents],
    }


def cut_words(language: Language, found: SearchResults) -> str:
    """What a search that was cut at its time limit has searched."""
    t = translator(language)
    until = found.searched_until
    return t("query_cut_until", x=date_words(language, until)) if until else t("query_cut", x=int(SECONDS))
