"""The grammar of a document number (số, ký hiệu)."""

from __future__ import annotations

import re

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_SLASHES = re.compile(r"\s*[/\u2044\u2215\uff0f]\s*")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


def canonical_number(printed: str) -> str:
    """One spelling for a printed number: no spaces, "-" and "/", Đ (U+0110), leading zeros as printed."""
    return _SLASHES.sub("/", _DASHES.sub("-", printed)).replace("Ð", "Đ").replace(" ", "")


def number_alias(canonical: str) -> str:
    """The canonical number without its leading zeros."""
    return _LEADING_ZEROS.sub("", canonical)
