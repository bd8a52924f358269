"""The text of an announcement: paragraphs, lists and tables, with lead and captions apart and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from scraper.reading.attachments import is_file, leads_to_file
from scraper.reading.datescore import PURPOSE, of_event
from scraper.reading.datewords import AGO
from scraper.reading.forms import names_field
from scraper.reading.labelled import (
    ATTACHED,
    CREW,
    FILES,
    LETTERHEAD,
    POSTER,
    PUBLISHED,
    READ_TIME,
    SUBJECT,
    TAKEN_FROM,
    VIEWS,
    heading,
    is_credit,
    is_photo_credit,
)
from scraper.reading.labelled_frame import ANSWERS, CATEGORY, ENTRY, RATING, RELATED, SECTION, SITE, TAGS
from scraper.reading.lines import Line, Printed
from scraper.reading.links import is_more
from scraper.reading.markup import Element
from scraper.reading.menus import is_tag, links_section, without_entries, without_menus
from scraper.reading.region import Region, data_rows, is_headline, is_picture, rows_of

_TEMPLATE = re.compile(r"\[links\(\)\]|\{\{[^}]*\}\}|\[\[[^\]]*\]\]")
_LOGIN = re.compile(r"(?:[Bb]ởi |[Bb]y )?[a-z][a-z0-9._]{2,20}")
_CAPTION_NAME = re.compile(r"caption|chu-?thich|(?:img|image|photo|anh|pic)[-_]?(?:title|desc|note)")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_LEAF = re.compile(r"(?:thang |th)\d{1,2}(?:\W+\d{4})?")
"""The month on a leaf of a calendar."""
_CLOCK = re.compile(r"\d\s?[:hg]\s?\d\d")
_SIZE = re.compile(
    r"(?:(?<!\W)\W*|\b)(?:\b(?:pdf|docx?|xlsx?|pptx?|zip|rar|rtf)\b\W*)?(?<![\d.,])\d+(?:[.,]\d+)?\s?(?:[KM]B|bytes?)\b\W*",
    re.IGNORECASE,
)
"""How large a file is, perhaps behind its type: "(DOC, 74 KB)"."""
_LOADS = re.compile(r"(?<!\W)\W*\b\d+ (?:lần|lượt) (?:tải|xem)(?: về| xuống)?\b", re.IGNORECASE)
"""How often a file was loaded."""
_FILE_NAME = re.compile(r".{1,100}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|rtf)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[a-zà-ỹ]{2}|/\d{1,4})[.!?]\s+\w")
"""Where a sentence ends and another begins; not behind the number of an item ("1.", "II.")."""
_HEADS_FILES = heading(
    "tài liệu, các tài liệu, tệp, tệp tin, các tệp tin, tập tin, file, biểu mẫu, hồ sơ, phụ lục, documents, files"
)
"""What stands over files, and is no label of theirs elsewhere."""
_SOURCE = re.compile(r"\W*(?:trich |theo )?nguon(?: tin| bai)?\s?:")
_SOURCE_NAME = re.compile(r"(?<![a-z])(?:source|nguon(?:-?tin)?|authors?|tac-?gia)(?![a-z])", re.IGNORECASE)
"""What portals call the element of the outlet or the writer."""
_ADDRESS = re.compile(r"\W*(?:dia chi|duong dan|link|nguon|url|permalink)\b.{0,20}https?://\S+\W*")
_IN_PAGE = re.compile(r"#\w")
"""Where a table of contents leads."""
_SHORT_RUN = 3
_ENTRY = 30
_ROWS = 2
_NAME = 50
_EDGE = 6
_SIGNS = " .,:;|()[]•·-–"
_TRAILER = 3
"""Lines at the end of a text among which its trailers stand."""
_LONG, _LEAD = 80, 60
"""Characters of a paragraph, and of a lead in bold, at least."""
_CELL = 600
"""Characters of a cell from which a table is taken for a frame around text."""



@dataclass(frozen=True, slots=True)
class Body:
    """Lead, paragraphs joined by newlines, captions, and whether the text is only there as pictures."""

    lead: str | None
    text: str
    captions: tuple[str, ...]
    is_image: bool


def read_body(
    printed: Printed,
    region: Region,
    known: Collection[str],
    taken: Collection[int],
    *,
    lead: Element | None = None,
    common: frozenset[str] = frozenset(),
    scans: Collection[str] = (),
) -> Body:
    """The text between title and end of the region.

    Lines whose index is `taken` belong to other fields; `known` are the letters of title and byline, which many portals
    print more than once; `scans` are addresses of pictures that are files. Captions stand apart; one with which the
    text begins stays at its head too, since without it the text would begin elsewhere than on the page.
    """
    first = next((line.index for line in printed.lines[region.body : region.text_end] if line.prose), region.body)
    head = max((index for index in taken if index < first), default=region.body)
    lines = [
        line
        for line in printed.lines[region.body : region.text_end]
        if line.index not in taken and line.text not in common and not _is_junk(printed.lines, line, known, region)
        and not (line.index < head <= region.body + _EDGE and len(line.text) < _ENTRY and not data_rows(line))
    ]  # fmt: skip
    if any(line.prose for line in lines if not line.hidden):
        lines = [line for line in lines if not line.hidden]
    lead_text, holder, lines = _split_lead(printed, lines, lead)
    lines = _without_files(without_menus(_without_headlines(without_entries(printed.lines, lines))), scans)
    captions = [line for line in lines if _is_caption(line)]
    kept = [line for line in lines if line not in captions]
    opening = captions[: next((place for place, line in enumerate(lines) if line not in captions), len(captions))]
    if kept and (home := kept[0].block.getparent()) is not None:
        opening = [line for line in opening if home is not holder and home in line.block.iterancestors()]
    text = "\n".join([*(_caption(line) for line in opening), *_paragraphs(kept)])
    wordless = sum(len(line.text) for line in kept) < 80
    return Body(
        lead_text, text, tuple(_caption(line) for line in captions), wordless and _has_picture(printed, region)
    )


def _without_headlines(lines: list[Line]) -> list[Line]:
    """The lines without the few headlines of other announcements that stand before, amid or behind paragraphs."""
    foreign: set[int] = set()
    run: list[Line] = []
    for line in lines:
        if is_headline(line) and not data_rows(line) and not _is_caption(line):
            run.append(line)
            continue
        if 0 < len(run) <= _SHORT_RUN and line.prose:
            foreign.update(other.index for other in run)
        run = []
    if 0 < len(run) <= _SHORT_RUN and any(line.prose for line in lines) and all(" " in line.text for line in run):
        foreign.update(other.index for other in run)
    return [line for line in lines if line.index not in foreign]


def _without_files(lines: list[Line], scans: Collection[str]) -> list[Line]:
    """The lines without the links to files before and behind the text: they are its attachments."""
    last = len(lines)
    while last:
        line = lines[last - 1]
        table = _table_of_files(line)
        if table is not None:
            last = next(place for place, other in enumerate(lines) if table in other.block.iterancestors())
        elif _is_file_name(line) or (
            line.hrefs and all(href in scans or is_file(href) for href in line.hrefs) and _names_files(line)
        ):
            last -= 1
        else:
            break
    if 0 < last < len(lines) and _HEADS_FILES.fullmatch(lines[last - 1].folded):
        last -= 1
    first = 0
    while first < last and lines[first].hrefs and all(map(is_file, lines[first].hrefs)) and _names_files(lines[first]):
        first += 1
    return lines[first:last] if any(line.prose for line in lines[first:last]) else lines


def _names_files(line: Line) -> bool:
    """Whether a line says nothing but which files there are, behind a label or none."""
    text = _SIZE.sub("", line.text)
    label, colon, _ = text.partition(":")
    labelled = bool(colon) and len(label) + line.linked + 2 >= len(text) and not _SENTENCE.search(label)
    behind = text if line.prose else _FILE_NAME.sub("", text)
    return line.is_link or line.linked + 2 >= len(behind) or labelled or ATTACHED.match(line.folded) is not None


def _is_file_name(line: Line) -> bool:
    """Whether a line is the name of a file, to which a script may lead."""
    named = _FILE_NAME.match(line.text)
    if named is None or line.prose or data_rows(line) >= _ROWS or not (line.is_link or " " not in named[0]):
        return False
    return not _LOADS.sub("", _SIZE.sub("", line.text[named.end() :])).strip(_SIGNS)


def _table_of_files(line: Line) -> Element | None:
    """The table in which a line stands where each of its rows but the first leads to a file and to nothing else."""
    table = None if line.cell is None or line.prose else next(line.cell.iterancestors("table"), None)
    if table is None:
        return None
    rows = [list(row.iter("a")) for row in rows_of(table)]
    return table if len(rows) > 1 and all(row and all(map(leads_to_file, row)) for row in rows[1:]) else None


def _caption(line: Line) -> str:
    """A caption without the bar that some editors end it with."""
    return line.text.rstrip(" |")


def _is_junk(lines: list[Line], line: Line, known: Collection[str], region: Region) -> bool:
    """Whether a line is a button, a counter, a menu or the title once more."""
    if len(line.text) > 160:
        return False
    folded = line.folded
    if len(folded) < 120 and (line.is_tool or FILES.fullmatch(folded) or _is_counter(lines, line)):
        return True
    at_edge = line.index - region.body < _EDGE or region.text_end - line.index <= _EDGE
    named = line.key in known or (SITE.fullmatch(folded) and not LETTERHEAD.search(folded))
    abstract = line.index > 0 and SUBJECT.fullmatch(lines[line.index - 1].folded) is not None
    if at_edge and named and not abstract and not line.prose and data_rows(line) < _ROWS:
        return True
    if len(folded) < 70 and (VIEWS.search(folded) or POSTER.match(folded)):
        return True
    if (RATING.fullmatch(folded) and not data_rows(line)) or TAGS.fullmatch(folded) or RELATED.fullmatch(folded):
        return True
    if len(folded) < 70 and (line.may_date or _CLOCK.search(folded)) and PUBLISHED.match(folded):
        return not _amid_text(lines, line, region) and not of_event(lines, line) and not PURPOSE.search(folded)
    if at_edge and line.index and len(folded) < _NAME and not line.prose:
        above = lines[line.index - 1]
        if SECTION.fullmatch(above.folded) and (above.text.endswith(":") or above.block is not line.block):
            return True
    if at_edge and len(folded) < _NAME and names_field(line):
        return True
    if at_edge and not line.prose and _is_credited(lines, line):
        return True
    if at_edge and (SECTION.fullmatch(folded) or (ANSWERS.fullmatch(folded) and not data_rows(line))):
        return True
    if region.text_end - line.index <= _TRAILER and not line.prose and _is_trailer(line):
        return True
    if _labels_text(line) or (line.is_link and not line.prose and all(map(_IN_PAGE.match, line.hrefs))):
        return True
    if at_edge and (CATEGORY.fullmatch(folded) or ENTRY.match(folded) or _LOGIN.fullmatch(line.text)):
        return True
    if at_edge and (links_section(line) or is_tag(line)):
        return True
    if at_edge and (_LEAF.fullmatch(folded) or (AGO.search(folded) and not _says_more(folded))):
        return True
    if at_edge and line.is_link and not line.prose and len(set(line.hrefs)) > 1 and not data_rows(line):
        return not any(map(is_file, line.hrefs))
    if READ_TIME.fullmatch(folded.strip(_SIGNS)) or _names_poster(lines, line):
        return True
    return not _without_template(line.text).strip(" |")


def _says_more(folded: str) -> bool:
    """Whether a line says anything else than how long ago something was, and how long it takes to read."""
    return any(map(str.isalpha, AGO.sub("", READ_TIME.sub("", folded))))


def _is_trailer(line: Line) -> bool:
    """Whether a short last line says who else made the page or where it was taken from, or leads to more."""
    folded = line.folded
    return bool(
        CREW.fullmatch(folded)
        or _ADDRESS.fullmatch(folded)
        or (len(folded) < _NAME and (TAKEN_FROM.match(folded) or _SOURCE.match(folded)))
        or (line.is_link and is_more(line.text))
        or (len(folded) < _NAME and _SOURCE_NAME.search(line.block.get("class") or "") is not None)
    )


def _is_credited(lines: list[Line], line: Line) -> bool:
    """Whether a line is a label of credit alone ("Nguồn:"), or the short one right behind such a label."""
    above = lines[line.index - 1] if line.index and len(line.text) < _NAME else line
    return any(label.text.endswith(":") and is_credit(f"{label.folded} x") for label in (line, above))


def _labels_text(line: Line) -> bool:
    """Whether a line is the name of the field in whose cell beside it the text stands ("Nội dung:")."""
    if line.cell is None or not line.text.endswith(":"):
        return False
    beside = line.cell.getnext()
    return beside is not None and _is_text(beside)


@lru_cache(maxsize=32)
def _is_text(cell: Element) -> bool:
    """Whether a cell of a table holds several paragraphs, as one of data does not."""
    parts = (part.tail or "" if part.tag == "br" else "".join(part.itertext()) for part in cell.iter("p", "div", "br"))
    return len(list(islice((part for part in parts if len(part) >= _LONG), 2))) > 1


def _without_template(text: str) -> str:
    """The text without the signs that a template left in it."""
    return _TEMPLATE.sub("", text) if "[" in text or "{{" in text else text


def _amid_text(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether paragraphs stand before and behind a line."""
    before, behind = lines[region.body : line.index], lines[line.index + 1 : region.text_end]
    return any(other.prose for other in before) and any(other.prose for other in behind)


def _names_poster(lines: list[Line], line: Line) -> bool:
    """Whether a short line stands behind a label of the account that put the page up, with nothing else beside that."""
    above = lines[line.index - 1] if line.index else None
    if above is None or len(line.text) > _NAME or not above.text.endswith(":"):
        return False
    return POSTER.match(above.folded) is not None


def _is_counter(lines: list[Line], line: Line) -> bool:
    """Whether a line says nothing in letters and is no cell of a table, or counts what the line above names."""
    if any(map(str.isalpha, line.text)):
        return False
    above = lines[line.index - 1].folded if line.index else ""
    return data_rows(line) < _ROWS or (len(above) < 40 and VIEWS.search(above) is not None)


def _split_lead(
    printed: Printed, lines: list[Line], spot: Element | None
) -> tuple[str | None, Element | None, list[Line]]:
    """The lead, the element around it and the other lines.

    A lead is one where it is marked as such: by the platform, or by being the one bold paragraph before others. The
    caption of a picture that stands before it or beside it is none of it.
    """
    if spot is not None:
        start, end = printed.below(spot)
        told = [line for line in printed.lines[start:end] if not _is_caption(line)] or printed.lines[start:end]
        text = " ".join(line.text for line in told)
        return text or None, spot.getparent(), [line for line in lines if line not in told]
    opening = next((place for place, line in enumerate(lines) if not _is_caption(line)), 0)
    for place in (0, opening) if opening + 1 < len(lines) else ():
        line = lines[place]
        if len(line.text) >= _LEAD and _is_marked(line) and not _is_marked(lines[place + 1]):
            return line.text, line.block.getparent(), lines[:place] + lines[place + 1 :]
    return None, None, lines


def _is_marked(line: Line) -> bool:
    return bool(line.heading) or line.bold * 10 >= len(line.text) * 9


def _is_caption(line: Line) -> bool:
    """Whether a line tells of a picture."""
    if len(line.text) > 300:
        return False
    block = line.block
    if block.tag in ("figcaption", "caption"):
        return True
    pictured = line.picture is not None and is_picture(line.picture)
    if pictured and any(map(_is_named_caption, _last_around(block))):
        return True
    if is_photo_credit(line.text, line.folded) and not is_credit(line.folded):
        return True
    if not pictured or line.prose > 200:
        return False
    if not line.prose and any(map(is_picture, block.iter("img"))):
        return True
    dressed = line.italic * 10 >= len(line.text) * 8 or line.text.endswith("|")
    centred = (block.get("align") or "").lower() == "center" or _CENTRED.search(block.get("style") or "") is not None
    return dressed or centred or _is_picture_table(line)


def _last_around(block: Element) -> Iterator[Element]:
    """A block, and what it is the end of."""
    yield block
    parent = block.getparent()
    if parent is not None and block.getnext() is None:
        yield parent


def _is_named_caption(block: Element) -> bool:
    """Whether an element is called a caption."""
    return _CAPTION_NAME.search(f"{block.get('class') or ''} {block.get('id') or ''}".lower()) is not None


def _is_picture_table(line: Line) -> bool:
    """Whether the line stands in a table that holds a picture and hardly more."""
    table = None if line.cell is None else next(line.cell.iterancestors("table"), None)
    if table is None or not any(map(is_picture, table.iter("img"))) or _is_text(line.cell):
        return False
    return len("".join(table.itertext()).split()) < 80


def _paragraphs(lines: list[Line]) -> list[str]:
    """One paragraph a line, one row of a table a line."""
    paragraphs: list[str] = []
    rows = _rows(lines)
    position = 0
    while position < len(lines):
        line = lines[position]
        row = rows.get(line.index)
        if row is None:
            paragraphs.append(_without_template(line.text).strip())
            position += 1
            continue
        cells: dict[Element, list[str]] = {}
        while position < len(lines) and rows.get(lines[position].index) is row:
            cells.setdefault(lines[position].cell, []).append(lines[position].text)
            position += 1
        paragraphs.append(" | ".join(" ".join(cells.get(cell, ())) for cell in _columns(row, cells)))
    return [paragraph for paragraph in paragraphs if paragraph]


def _columns(row: Element, told: Collection[Element]) -> list[Element]:
    """The cells of a row up to the last that tells something, without those of columns that are empty throughout."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    while cells and cells[-1] not in told:
        cells.pop()
    if len(cells) == len(told):
        return cells
    filled = _filled_columns(row.getparent())
    return [cell for place, cell in enumerate(cells) if cell in told or (len(row), place) in filled]


@lru_cache(maxsize=8)
def _filled_columns(body: Element) -> frozenset[tuple[int, int]]:
    """Which columns of a table have text anywhere, each with the number of cells of its rows."""
    return frozenset(
        (len(row), place)
        for row in body.iterchildren("tr")
        for place, cell in enumerate(row.iterchildren("td", "th"))
        if "".join(cell.itertext()).strip()
    )


def _rows(lines: list[Line]) -> dict[int, Element]:
    """The row of each line that stands in a table of data: several cells of moderate length."""
    cells: dict[Element, int] = {}
    rows: dict[Element, set[Element]] = {}
    for line in lines:
        if line.cell is not None:
            cells[line.cell] = cells.get(line.cell, 0) + len(line.text)
            rows.setdefault(line.cell.getparent(), set()).add(line.cell)
    data = {
        row
        for row, inside in rows.items()
        if len(inside) > 1 and max(cells[cell] for cell in inside) <= _CELL and not any(map(_is_text, inside))
    }
    return {line.index: row for line in lines if (row := _row(line)) in data}


def _row(line: Line) -> Element | None:
    return None if line.cell is None else line.cell.getparent()


def _has_picture(printed: Printed, region: Region) -> bool:
    """Whether a picture larger than an icon stands in the region."""
    return any(region.body <= index <= region.text_end and is_picture(image) for index, image in printed.images)
