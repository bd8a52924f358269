"""Templates of the demo portals' pages and the few pieces of markup that several of them share."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from scraper.demo.article import Block, Table
from scraper.demo.dice import dice

TEMPLATES = Path(__file__).with_name("templates")
DEMO_MARK = "DEMO: trang minh họa của dự án Kế hoạch, không phải cổng thông tin của cơ quan nhà nước"


class Markup(Template):
    """HTML with slots like `§{title}`; a dollar means nothing, since scripts and ASP.NET names are full of them."""

    delimiter = "§"


@cache
def template(name: str) -> Markup:
    """The template `templates/<name>`."""
    return Markup((TEMPLATES / name).read_text("utf-8"))


def fill(name: str, /, **slots: object) -> str:
    """The template with its slots filled; values are markup already. Raises KeyError where one is missing."""
    return template(name).substitute(slots, demo=ribbon())


@cache
def ribbon() -> str:
    """The mark on every page that says that this is a demo."""
    return (
        '<div id="demo-mark" role="note" style="background:#ffd500;color:#000;font:bold 14px/26px Arial,sans-serif;'
        f'text-align:center;border-bottom:2px solid #c00">{escape(DEMO_MARK)}</div>'
    )


@cache
def padding(seed: str, size: int) -> str:
    """Base 64 of so many meaningless bytes, as the hidden fields of ASP.NET pages carry."""
    return b64encode(dice(seed).randbytes(size)).decode()


def paragraphs(blocks: Iterable[Block], opening: str = "<p>") -> str:
    """Blocks as paragraphs and tables."""
    return "\n".join(
        f"{opening}{escape(block, quote=False)}</p>" if isinstance(block, str) else table(block) for block in blocks
    )


def table(rows: Table) -> str:
    """A table with a heading row, as editors paste it."""
    lines = [
        "<tr>"
        + "".join(f'<td style="padding:4px">{_bold(cell) if not index else escape(cell)}</td>' for cell in row)
        + "</tr>"
        for index, row in enumerate(rows)
    ]
    return (
        '<table border="1" cellpadding="0" cellspacing="0" style="width:100%"><tbody>'
        + "\n".join(lines)
        + ("</tbody></table>")
    )


def _bold(text: str) -> str:
    return f"<strong>{escape(text)}</strong>"
