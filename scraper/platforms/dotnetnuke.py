"""DotNetNuke (DNN): modules in panes, addresses by tab."""

from __future__ import annotations

import re

from scraper.platforms.controls import control_spots, names_title
from scraper.platforms.layout import Signs, Spots, signs_found
from scraper.reading.markup import parse
from scraper.reading.page import Page

NAME = "dotnetnuke"
SIGNS: Signs = (
    (b"DotNetNuke", 0.6),
    (b"dnnVariable", 0.6),
    (b"dnn_ctr", 0.6),
    (b'content="DotNetNuke', 0.4),
    (b"/DesktopModules/", 0.4),
    (b"__dnn", 0.4),
    (b"/Portals/0/", 0.3),
)
_BEGINNING = b'id="dnn_ctr'
_CONTROL = re.compile(rb'id="(dnn_ctr\d+_\w+)"')


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """By the names of the server's controls: every site has modules and skins of its own."""
    module = _module(page.data)
    found = control_spots(parse(module)) if module else None
    return found or control_spots(page.tree)


def _module(data: bytes) -> bytes:
    """The markup of the module that holds the control of a title, between the comments that the product writes."""
    title = data.find(_BEGINNING)
    while title >= 0 and not ((control := _CONTROL.match(data, title)) and names_title(control[1].decode())):
        title = data.find(_BEGINNING, title + 1)
    if title < 0:
        return b""
    begin, end = data.rfind(b"<!-- Start_Module_", 0, title), data.find(b"<!-- End_Module_", title)
    return data[begin:end] if 0 <= begin < end else b""
