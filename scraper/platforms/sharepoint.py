"""SharePoint: publishing pages, list forms and the portals built upon them."""

from __future__ import annotations

from archive.vietnamese.spelling import fold
from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.platforms.selectors import select
from scraper.reading.labelled import PUBLISHED, RECORD, SUBJECT, is_credit
from scraper.reading.markup import Element
from scraper.reading.page import Page

NAME = "sharepoint"
SIGNS: Signs = (
    (b'content="Microsoft SharePoint', 0.6),
    (b"_spPageContextInfo", 0.6),
    (b"/_layouts/", 0.3),
    (b"s4-workspace", 0.4),
    (b"MSOWebPartPage", 0.4),
    (b"ms-rtestate-field", 0.3),
    (b"_catalogs/masterpage", 0.3),
    (b"/Style%20Library/", 0.3),
    (b"ExternalClass", 0.2),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="ms-news-header",
        article=".ms-news-header",
        around="s4-wpTopTable",
        begin="s4-wpTopTable",
        end="s4-wpTopTable",
        title="p.Title",
        date=".ms-news-header .Time",
    ),
    Layout(
        sign="ms-news-header",
        article=".ms-news-header",
        around="ms-WPBody",
        begin="ms-WPBody",
        end="ms-WPBody",
        title="p.Title",
        date=".ms-news-header .Time",
    ),
    Layout(
        sign="ms-PostWrapper",
        article="",
        title=".ms-PostTitle",
        date=".ms-PostDate, .postdate, .ms-PostFooter",
        body=".ms-PostBody",
        drop=".ms-PostFooter, .category, .ms-CommentHeader, .ms-CommentBody, .ms-CommentFooter",
    ),
    Layout(
        sign="ms-blog-postBody",
        article="",
        title=".ms-h1, .ms-blog-postTitle",
        date=".ms-metadata",
        body=".ms-blog-postBody",
        drop=".ms-blog-commandSpace",
    ),
    Layout(
        sign="article-content",
        article=".article .article-content .ms-rtestate-field",
        around="ms-core-overlay",
        title=".ms-core-pageTitle",
        body=".article .article-content",
        drop="#sideNavBox, .ms-core-listMenu-root",
    ),
    Layout(
        sign="article-content",
        article="",
        begin="MSO_ContentDiv",
        body=".article-content .ms-rtestate-field",
    ),
    Layout(sign="ms-rtestate-field", article="", begin="MSO_ContentDiv", body=".ms-rtestate-field"),
)
_FORM = b"ms-formtable"
_ENOUGH = 200
"""Characters of a field that holds a text."""


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known, or the form of one item of a list."""
    return spots(page, LAYOUTS) or (_form(page.tree) if _FORM in page.data else None)


def _form(root: Element) -> Spots | None:
    """The title and the longest field of a form that shows one item (DispForm.aspx), None where no field is a text.

    Each row has the name of a field in one cell and its value in the next. What else an editor filled in before the
    text (whether to show the item, in which order) is no part of it, but for the record of a paper, which begins its
    text as in a register; a day and a name are left to the labels.
    """
    table = next(select(root, "table.ms-formtable"), None)
    labels = [] if table is None else select(table, ".ms-formlabel")
    fields = [(label, _name(label), value) for label in labels if (value := label.getnext()) is not None]
    title = next((value for _, name, value in fields if _tells_subject(name)), None)
    body = max((value for _, name, value in fields if not _tells_subject(name)), key=_size, default=None)
    if table is None or title is None or body is None or _size(body) < _ENOUGH:
        return None
    values = [value for *_, value in fields]
    between = fields[values.index(title) + 1 : values.index(body)]
    others = [cell for label, name, value in between if not _is_printed(name) for cell in (label, value)]
    named = [label for label, _, value in fields if value is body]
    return Spots(root, table.getparent(), title=title, body=body, dropped=frozenset(others + named))


def _name(label: Element) -> str:
    return fold(" ".join("".join(label.itertext()).split()))


def _size(value: Element) -> int:
    return len("".join(value.itertext()).strip())


def _tells_subject(name: str) -> bool:
    """Whether a field has the title of an item, in Vietnamese or as the product calls it, or what a paper is about."""
    return name == "title" or SUBJECT.fullmatch(name) is not None


def _is_printed(name: str) -> bool:
    """Whether a field has the day or the writer of an item, or is of the record of a paper."""
    return PUBLISHED.search(name) is not None or is_credit(f"{name}: x") or RECORD.fullmatch(name) is not None
