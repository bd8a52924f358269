"""DotNetNuke (DNN): modules in panes, addresses by tab."""

from __future__ import annotations

import re

from scraper.platforms.controls import control_spots, names_title
from scraper.platforms.layout import Spots, signs_found
from scraper.reading.markup import parse
from scraper.reading.page import Page

NAME = "dotnetnuke"
SIGNS: tuple[tuple[str, float], ...] = (
    ("DotNetNuke", 0.6),
    ('content="DotNetNuke', 0.4),
    ("dnnVariable", 0.6),
    ("dnn_ctr", 0.6),
    ("__dnn", 0.4),
    ("/DesktopModules/", 0.4),
    ("/Portals/0/", 0.3),
)
_CONTROL = re.compile(r'id="(dnn_ctr\d+_\w+)"')


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """By the names of the server's controls: every site has modules and skins of its own."""
    module = _module(page.text)
    found = control_spots(parse(module)) if module else None
    return found or control_spots(page.tree)


def _module(text: str) -> str:
    """The markup of the module that holds the control of a title, between the comments that the product writes."""
    title = next((control.start() for control in _CONTROL.finditer(text) if names_title(control[1])), None)
    if title is None:
        return ""
    begin, end = text.rfind("<!-- Start_Module_", 0, title), text.find("<!-- End_Module_", title)
    return text[begin:end] if 0 <= begin < end else ""
