"""Pages made to be costly cost little, by whichever parser they go; ordinary ones are left as they are."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

import pytest

from archive.markup import MOST_TAGS, bounded
from archive.site.captures import visible_words
from scraper.reading.markup import parse

COSTLY = {
    "attributes": b"<div " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">text</div>",
    "attributes without values": b"<div " + b" ".join(b"a%d" % number for number in range(300_000)) + b">text</div>",
    "attributes of a page that is not looked at": b"<div "
    + b" ".join(b"%x" % number for number in range(25_000))
    + b">",
    "quoted attributes": b"<div " + b" ".join(b"a%d='>'" % number for number in range(200_000)) + b">text</div>",
    "attributes behind a quote": b"<div ' " + b" ".join(b"a%d" % number for number in range(300_000)) + b">text</div>",
    "attributes behind a tag": b"<div <b " + b" ".join(b"a%d" % number for number in range(300_000)) + b">text</div>",
    "elements": b"text" + b"<br>a" * 1_500_000,
    "cells": b"text" + b"<tr><td>1</td><td>2</td></tr>" * 300_000,
    "depth": b"text" + b"<div>" * 1_000_000,
}


@pytest.mark.parametrize("parser", [parse, lambda data: visible_words(data.decode())], ids=["reading", "the site"])
@pytest.mark.parametrize("costly", COSTLY)
def test_a_page_made_to_be_costly_costs_little(costly: str, parser: Callable[[bytes], object]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    assert parser(COSTLY[costly]) is not None
    assert time.process_time() - began < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 110 * 1024


def test_ordinary_pages_are_left_as_they_are() -> None:
    picture = b"<img alt=a src='data:image/png;base64," + b"iVBOR w0KGgo > " * 30_000 + b"'>"
    data = b"<html><body>" + picture + b"<p class=a>text</p>" * 10_000 + b"a < b, 5 < c 'd'" * 1000
    assert bounded(data) == data


def test_what_comes_after_very_many_tags_is_left_out() -> None:
    assert bounded(b"<b>" * (MOST_TAGS + 9)) == b"<b>" * MOST_TAGS
