"""Markup that was made to be costly, cut to what a parser gets through."""

from __future__ import annotations

import re
from itertools import islice

MOST_TAGS = 150_000
"""Thirty times what large pages have; each may cost half a kilobyte of memory. What comes after them is not read."""
MOST_WORDS = 500
"""In a tag besides what stands in quotes: the time that a parser takes grows with the square of the attributes."""
_LARGE = 128 * 1024
"""Up to which size no tag is looked at: the costliest one takes three seconds, and looking a tenth of a reading."""
_TAG = re.compile(b"<")
_LONG_TAG = re.compile(rb"<[A-Za-z][^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+'|[\"'])[^>\"']*+)*+")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_LEAST_LONG = 4000


def bounded(data: bytes) -> bytes:
    """Markup that a parser gets through in little time and memory; that of an ordinary page is left as it is."""
    if len(data) <= _LARGE:
        return data
    if len(data) > MOST_TAGS and data.count(b"<") > MOST_TAGS:
        data = data[: next(islice(_TAG.finditer(data), MOST_TAGS, None)).start()]
    if max(map(len, _LONG_TAG.findall(data)), default=0) < _LEAST_LONG:
        return data
    return _LONG_TAG.sub(_bearable, data)


def _bearable(tag: re.Match[bytes]) -> bytes:
    if len(tag[0]) < _LEAST_LONG or len(_QUOTED.sub(b" ", tag[0]).split()) <= MOST_WORDS:
        return tag[0]
    return tag[0].split(None, 1)[0]
