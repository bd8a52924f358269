"""Finding the official papers that a text names.

One scan for digits followed by a sign and capital letters; everything else looks only at the words around such a place.
"""

from __future__ import annotations

import re
from itertools import pairwise

from archive.vietnamese.documents.anchors import spellings
from archive.vietnamese.documents.composing import Composed
from archive.vietnamese.documents.dating import date_after, date_before, date_of_head, date_within
from archive.vietnamese.documents.mention import DocumentMention
from archive.vietnamese.documents.roles import assign_roles
from archive.vietnamese.documents.sighting import Sighting, sight

_SOMEBODY_ELSE = re.compile(r";\s*(?!và\W)[^\W\d_]")
"""Behind a semicolon somebody else issues something, on a day of his own."""

_IN_FULL = re.compile(r"(?:,? (?:của|do) [^.;()]{1,80})? ?\(")
"""Between a bare number and the same one with its codes: "Công văn số 5512 của Bộ GDĐT (5512/BGDĐT-GDTrH)"."""


def find_documents(text: str) -> list[DocumentMention]:
    """Every official paper that `text` names, in printed order; one mention for each time that it is named.

    `text` may be decomposed; offsets count its characters as given. Time grows in proportion to the text.
    """
    composed = Composed(text)
    sightings = read_sightings(composed.text)
    assign_roles(composed.text, sightings)
    for previous, sighting in pairwise([None, *sightings]):
        if sighting:
            _date_from_sentence(sighting, previous)
    _share_dates(sightings)
    return [_mention(text, composed, sighting) for sighting in sightings]


def read_sightings(text: str) -> list[Sighting]:
    """Every number of a paper in composed text, with its own date, before roles are told."""
    found: list[Sighting] = []
    for spelling in spellings(text):
        sighting = sight(text, spelling, found[-1] if found else None)
        if sighting:
            _read_own_date(text, sighting)
            if found and _is_in_full(sighting, found[-1]):
                _take_place(sighting, found.pop())
            found.append(sighting)
    return found


def _is_in_full(sighting: Sighting, bare: Sighting) -> bool:
    """Whether the number, in parentheses, repeats with its codes the one before, which has none."""
    one, other = sighting.spelling, bare.spelling
    if other.codes or not one.codes or one.digits != other.digits or other.year not in (None, one.year):
        return False
    return _IN_FULL.fullmatch(sighting.before) is not None


def _take_place(sighting: Sighting, bare: Sighting) -> None:
    """Put the full number where the bare one stood: behind its words, of its type, with its date."""
    sighting.word, sighting.type = sighting.word or bare.word, sighting.type or bare.type
    sighting.before, sighting.opening, sighting.sentence = bare.before, bare.opening, bare.sentence
    sighting.continues, sighting.plural, sighting.alone = bare.continues, bare.plural, bare.alone
    sighting.heads_paper, sighting.first_line = bare.heads_paper, bare.first_line
    sighting.dated = sighting.dated or bare.dated


def _read_own_date(text: str, sighting: Sighting) -> None:
    start, end = sighting.spelling.start, sighting.spelling.end
    sighting.dated, sighting.tail, flags = date_after(text, end, sighting.number.year)
    sighting.flags += flags
    if sighting.dated is None and sighting.alone:
        sighting.dated = date_of_head(text, start, end)
        sighting.heads_paper = sighting.heads_paper or sighting.dated is not None
    if sighting.dated is None and sighting.word and sighting.opening:
        sighting.dated = date_within(sighting.opening.removeprefix(sighting.word.word))


def _date_from_sentence(sighting: Sighting, previous: Sighting | None) -> None:
    """The date of "Ngày 16/9/2020, UBND tỉnh ban hành …", also for the papers named after the first."""
    if sighting.dated or not (sighting.role == "issues" or "…" in sighting.before or "..." in sighting.before):
        return
    sighting.dated = date_before(sighting.before)
    if _SOMEBODY_ELSE.search(sighting.before):
        return
    if previous and previous.sentence == sighting.sentence and previous.date_shared and not sighting.dated:
        sighting.dated = previous.dated
    sighting.date_shared = sighting.dated is not None


def _share_dates(sightings: list[Sighting]) -> None:
    """Dates that a list shares ("số 12/KH-UBND, 13/KH-UBND ngày …"), and dates printed elsewhere."""
    for sighting, following in reversed(list(pairwise(sightings))):
        same_year = following.dated and (sighting.number.year or int(following.dated[:4])) == int(following.dated[:4])
        one_list = following.continues or (following.plural and sighting.plural)
        if one_list and sighting.dated is None and same_year:
            sighting.dated = following.dated
            sighting.flags.append("date-shared")
    known: dict[str, set[str]] = {}
    for sighting in sightings:
        if sighting.dated and sighting.spelling.digits:
            known.setdefault(sighting.number.canonical, set()).add(sighting.dated)
    for sighting in sightings:
        dates = known.get(sighting.number.canonical, set())
        if sighting.dated is None and len(dates) == 1 and sighting.spelling.codes and sighting.spelling.digits:
            (sighting.dated,) = dates
            sighting.flags.append("date-from-other-mention")


def _mention(given: str, composed: Composed, sighting: Sighting) -> DocumentMention:
    number = sighting.number
    start, end = composed.given_offset(sighting.spelling.start), composed.given_offset(sighting.spelling.end)
    return DocumentMention(
        number=number.canonical,
        type=sighting.type,
        issuer=number.issuer,
        unit=number.unit,
        year=number.year or (int(sighting.dated[:4]) if sighting.dated else None),
        dated=sighting.dated,
        role=sighting.role or "cites",
        subject=sighting.subject or None,
        printed=given[start:end],
        start=start,
        end=end,
        flags=tuple(dict.fromkeys(sighting.flags)),
    )
