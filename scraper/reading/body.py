"""The text of an announcement: paragraphs, lists and tables, with lead and captions apart and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from archive.vietnamese.bylines import read_byline
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.boilerplate import EDGE, is_boilerplate, without_template
from scraper.reading.captions import caption_text, credits_picture_alone, is_caption, is_opening_caption
from scraper.reading.contents import contents_of
from scraper.reading.filelines import boxed_files, without_facts_of_files, without_files, without_heading_of_files
from scraper.reading.headfacts import facts_between
from scraper.reading.headlines import heads_headlines, leads_to_another
from scraper.reading.keywords import without_keywords
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.menus import without_entries, without_menus
from scraper.reading.notices import withholds_files
from scraper.reading.othersboxes import cards_within
from scraper.reading.pictures import is_picture
from scraper.reading.region import Region
from scraper.reading.tables import columns_of, data_rows, rows_of_data
from scraper.reading.writermarks import writers_box

_SHORT_RUN = 3
_ENTRY = 30
_FRONT = re.compile(r"https?://[^/?#]+/?(?:\?(?![^#]*=\d)[^#]*)?(?:#.*)?")
"""The address of the front page of a site, whose parameters have no number, as that of another."""
_LEAD = 60
"""Characters of a lead in bold at least."""


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
    title: str = "",
    lead: Element | None = None,
    common: frozenset[str] = frozenset(),
    scans: Collection[str] = (),
) -> Body:
    """The text between title and end of the region.

    Lines whose index is `taken` belong to other fields; `known` are the letters of title and byline, which many portals
    print more than once, those of the `title` also as the only paragraph, which is the text then; `scans` are addresses
    of pictures that are files. Captions stand apart; one with which the text begins stays at its head too, since
    without it the text would begin elsewhere than on the page.
    """
    told = (line.index for line in printed.lines[region.body : region.text_end] if line.prose and not is_caption(line))
    first = next(told, region.body)
    beside = _beside(printed, first) | _buttons_above(printed, range(region.body, first))
    head = max((index for index in taken if index < first), default=region.body)
    opens = min((index for index in taken if region.body <= index < first), default=first)
    boxed = boxed_files(printed, region.body, region.text_end)
    beside |= {*contents_of(printed, region.body, region.text_end)}
    beside |= facts_between(printed, region, first, taken) | region.others
    beside |= cards_within(printed, range(region.body, region.text_end))
    elsewhere = beside.union(taken, boxed)
    paragraphs = (line for line in printed.lines[region.body : region.text_end] if line.prose)
    is_told = not all(withholds_files(line.folded) for line in paragraphs)
    restated = known if is_told else set(known) - {title}
    rows = {printed.lines[index].block for index in taken if printed.lines[index].in_row}
    lines = [
        line
        for line in printed.lines[region.body : region.text_end]
        if line.index not in elsewhere and line.text not in common
        and not is_boilerplate(printed.lines, line, restated if _is_paragraph(line) else known, region)
        and not (line.in_row and line.block in rows and not line.prose and len(line.text) < _LEAD)
        and not (line.index < head <= region.body + EDGE and len(line.text) < _ENTRY and not data_rows(line))
        and not (opens < line.index < head and not line.prose and len(line.text) < _LEAD and not data_rows(line))
    ]  # fmt: skip
    if any(line.prose for line in lines if not line.hidden):
        lines = [line for line in lines if not line.hidden]
    lead_text, holder, lines = _split_lead(printed, lines, lead)
    lines = without_keywords(printed.lines, lines)
    lines = _without_headlines(without_menus(_without_headlines(without_entries(printed.lines, lines))))
    writer = writers_box(printed, lines)
    lines = _without_box_name(printed, [line for line in lines if line.index not in writer])
    lines = without_heading_of_files(printed, without_facts_of_files(without_files(lines, scans)))
    lines = _without_box_name(printed, lines)
    captions = [line for line in lines if is_caption(line)]
    if not captions and is_opening_caption(lines):
        captions = lines[:1]
    kept = [line for line in lines if line not in captions] if captions else lines
    opening = captions[: next((place for place, line in enumerate(lines) if line not in captions), len(captions))]
    if kept and (home := kept[0].block.getparent()) is not None:
        opening = [line for line in opening if home is not holder and home in line.block.iterancestors()]
    opening = [line for line in opening if not credits_picture_alone(line)]
    text = "\n".join([*(caption_text(line) for line in opening), *_paragraphs(kept)])
    wordless = sum(len(line.text) for line in kept) < 80
    return Body(
        lead_text, text, tuple(caption_text(line) for line in captions), wordless and _has_picture(printed, region)
    )


def _is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph in sight, and none that leads elsewhere."""
    return line.block.tag == "p" and not (line.linked or line.hidden)


def _beside(printed: Printed, first: int) -> set[int]:
    """The lines behind the first paragraph that stand in elements for what stands beside a text, and hold none."""
    beside: set[int] = set()
    asides = list(printed.root.iter("aside"))
    told = [line.index for line in printed.lines if line.prose] if asides else []
    for element in asides:
        start, stop = printed.spans.get(element, (first, first))
        if start > first and start not in beside and bisect_left(told, start) == bisect_left(told, stop):
            beside.update(range(start, stop))
    return beside


def _buttons_above(printed: Printed, above: range) -> set[int]:
    """The lines above a first paragraph of the form and buttons beside it, and those that lead to a front page.

    Links to sites in what holds the paragraph are of the text.
    """
    lines = printed.lines[above.start : above.stop]
    linked = [line for line in lines if line.is_link and any(map(_FRONT.fullmatch, line.hrefs))]
    linked = [line for line in linked if all("#" in href or _FRONT.fullmatch(href) for href in line.hrefs)]
    home = printed.lines[above.stop].block.getparent() if linked else None
    found = {line.index for line in linked if home not in line.block.iterancestors()}
    for element in printed.root.iter("aside") if any(line.is_tool for line in lines) else ():
        start, stop = printed.spans.get(element, (0, 0))
        held = printed.lines[start:stop]
        fields = element.iter("input", "textarea")
        if (
            above.start <= start < stop <= above.stop
            and any(line.is_tool for line in held)
            and any(True for _ in fields)
        ):
            found.update(line.index for line in held)
    return found


def _without_headlines(lines: list[Line]) -> list[Line]:
    """The lines without the few headlines of other announcements that stand before, amid or behind paragraphs."""
    if not any(line.linked for line in lines):
        return lines
    foreign: set[int] = set()
    run: list[Line] = []
    told: Line | None = None
    for line in lines:
        if leads_to_another(line, told) and not data_rows(line) and not is_caption(line):
            run.append(line)
            continue
        told = line if line.prose else told
        if 0 < len(run) <= _SHORT_RUN and line.prose:
            foreign.update(other.index for other in run)
        run = []
    if 0 < len(run) <= _SHORT_RUN and any(line.prose for line in lines) and all(" " in line.text for line in run):
        foreign.update(other.index for other in run)
    return [line for line in lines if line.index not in foreign]


def _without_box_name(printed: Printed, lines: list[Line]) -> list[Line]:
    """The lines without a last one that names the box of headlines right below it, or what has no text at all."""
    if not lines or lines[-1].prose:
        return lines
    last, behind = lines[-1], printed.lines[lines[-1].index + 1 :][:1]
    before_link = any(first.is_link and not leads_to_any_file(first) for first in behind)
    is_heading = last.heading > 0 and not last.linked
    if not (is_heading or before_link):
        return lines
    homes = {home for line in lines if line.prose and (home := line.block.getparent()) is not None}
    if homes and is_heading and _names_empty_box(last, homes):
        return _without_box_name(printed, lines[:-1])
    return lines[:-1] if homes and before_link and heads_headlines(last, behind[0], homes) else lines


def _names_empty_box(line: Line, homes: set[Element]) -> bool:
    """Whether a heading stands apart from the paragraphs and no name is it; a form or pictures may follow it."""
    if not homes.isdisjoint((line.block, *line.block.iterancestors())):
        return False
    named = read_byline(line.text)
    return not (named.people or named.organisation)


def _split_lead(
    printed: Printed, lines: list[Line], spot: Element | None
) -> tuple[str | None, Element | None, list[Line]]:
    """The lead, the element around it and the other lines.

    A lead is one where it is marked as such: by the platform, or by being the one bold paragraph before others. The
    caption of a picture that stands before it or beside it is none of it.
    """
    if spot is not None:
        start, end = printed.below(spot)
        told = [line for line in printed.lines[start:end] if not is_caption(line)] or printed.lines[start:end]
        text = " ".join(line.text for line in told)
        return text or None, spot.getparent(), [line for line in lines if line not in told]
    opening = next((place for place, line in enumerate(lines) if not is_caption(line)), 0)
    for place in (0, opening) if opening + 1 < len(lines) else ():
        line = lines[place]
        if len(line.text) >= _LEAD and _is_marked(line) and not _is_marked(lines[place + 1]):
            return line.text, line.block.getparent(), lines[:place] + lines[place + 1 :]
    return None, None, lines


def _is_marked(line: Line) -> bool:
    return bool(line.heading) or line.bold * 10 >= len(line.text) * 9


def _paragraphs(lines: list[Line]) -> list[str]:
    """One paragraph a line, one row of a table a line."""
    rows = rows_of_data(lines)
    if not rows:
        return [text for line in lines if (text := without_template(line.text).strip())]
    paragraphs: list[str] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        row = rows.get(line.index)
        if row is None:
            paragraphs.append(without_template(line.text).strip())
            position += 1
            continue
        cells: dict[Element, list[str]] = {}
        while position < len(lines) and rows.get(lines[position].index) is row:
            cells.setdefault(lines[position].cell, []).append(lines[position].text)
            position += 1
        paragraphs.append(" | ".join(" ".join(cells.get(cell, ())) for cell in columns_of(row, cells)))
    return [paragraph for paragraph in paragraphs if paragraph]


def _has_picture(printed: Printed, region: Region) -> bool:
    """Whether a picture larger than an icon stands in the region."""
    return any(region.body <= index <= region.text_end and is_picture(image) for index, image in printed.images)
