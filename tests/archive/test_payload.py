"""Payloads without their content coding, within a limit."""

from __future__ import annotations

import gzip
import os
import zlib

import brotli
import pytest
from backports import zstd

from archive.errors import BrokenCaptureError
from archive.payload import MOST_BYTES, decoded
from tests.scraper.faults import BOMBS, bomb

PAGE = os.urandom(100_000) + b"<p>Th\xc3\xb4ng b\xc3\xa1o</p>" * 30_000
CODERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@pytest.mark.parametrize("coding", CODERS)
def test_a_coding_is_undone(coding: str) -> None:
    assert decoded(CODERS[coding](PAGE), coding) == PAGE


def test_codings_are_undone_from_the_last_to_the_first() -> None:
    assert decoded(gzip.compress(brotli.compress(PAGE)), "br, GZIP") == PAGE


def test_a_page_that_is_not_coded_as_its_header_says_is_taken_as_it_is() -> None:
    assert decoded(b"<p>", "gzip") == decoded(b"<p>", None) == decoded(b"<p>", "identity") == b"<p>"


@pytest.mark.parametrize("coding", ["br", "zstd", "deflate", "aws-chunked"])
def test_what_cannot_be_undone_is_told(coding: str) -> None:
    with pytest.raises(BrokenCaptureError):
        decoded(b"<p>no coding</p>" * 20, coding)


@pytest.mark.parametrize("coding", BOMBS)
def test_a_bomb_is_not_unfolded(coding: str) -> None:
    _, _, body = bomb(coding, MOST_BYTES + 2 * 2**20).partition(b"\r\n\r\n")
    with pytest.raises(BrokenCaptureError, match="larger than 48 MiB"):
        decoded(body, coding)
