"""The title of an announcement: the printed line that its address, its head, its place and its dress agree upon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from archive.vietnamese.spelling import fold
from scraper.reading.aroundtitles import is_dated, is_no_title, opens_text
from scraper.reading.badges import without_badge
from scraper.reading.clues import HELD, NAMED, REWORDED, SPELT, TELLING, Clues
from scraper.reading.crumbs import CRUMB_LINE
from scraper.reading.datewords import date_before, date_behind, facts_behind
from scraper.reading.facts import head_of_facts
from scraper.reading.kept import kept
from scraper.reading.labelled import SUBJECT
from scraper.reading.labelled_frame import TOOLS
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.maintext import NEAREST, main_text, title_places
from scraper.reading.markup import Element
from scraper.reading.names import is_at_foot, is_name, is_owner, names_site, tells_of_deed, tells_of_someone
from scraper.reading.page import Page
from scraper.reading.paperrecord import RECORD_LINES, heads_record, may_print_record
from scraper.reading.sections import (
    dated_title_below,
    stands_over_title,
    why_directory_over_title,
    why_poll,
    why_section,
)
from scraper.reading.tables import data_rows, is_alone_in_row
from scraper.reading.titlechoice import RECORDED, Title, earliest
from scraper.reading.titlelines import parts_of_titles
from scraper.reading.titlelook import ABSTRACT, CALLED, weigh_look

_EMPTY_DATE = re.compile(r"\s*(?:\(\s*\)|\[\s*\]|\|)$")
_CLOSING = (")", "]", "|")
_MARKS = " |-–—:»"
_BACK = re.compile(r"(?:[ ←⟵◄◀]|‹(?!.*›)|❮(?!.*❯)|«(?!.*»)){1,3}+")
"""Signs of a link back to the list, which skins print before a title in its element, and no quotation marks."""
_LONGEST = 400
_NAME = 10
_ENTRY = 25
"""Characters from which a link may be a title, and not an entry of a menu."""
_TELLING, _AGREED = 25, 5.5
"""Characters of a title that no section shares, and the agreement of one that address and head both spell."""
_OF_SITE = 8.0
"""What being a section's name takes from a line: as much as a heading above day and text has."""
_OVER, _DATED_OVER = 2.5, 4.5
"""What standing over a title takes from a line, right above it and with a day between."""
_OPENING = 2
"""Words that a short title shares with the whole one."""
_CONSIDERED = 40
"""Candidates that are kept."""
_SAID_OFTEN = 3
"""How often a page may say its title."""
_SECTION = 24
"""Characters to which the name of a section goes, above a text."""
_BOX = 7
"""Lines that stand together with a title above its text, at most."""
_OFTEN = 4
"""Rows of a table whose cells are no titles."""
_CRUMB_SIGN = re.compile(r"[>»/›|→]")
_SECTION_LINK = re.compile(r"([^:>»›|→]+?)\s*[:>»›|→]\s*(?=.{10})")
_HIGHEST = (1, 2)
_UNSEEN = re.compile(r"\b(?:hide-accessible|sr-only|visually-hidden|screen-reader-text)\b")
_OVER_RECORD = 2.5
"""What standing over the record of a document counts more than being its abstract."""
_TOLD_OF = "rows of facts below it"
_NOTHING = re.compile(r"^(?:null|undefined)(?:\s+|$)")
"""What a template prints before a title for a field that is empty."""
FROM_HEAD = "the head tells it, the address spells it, and nothing that is printed is it"
ABOVE_TEXT = "above the main text"
WITHIN_TEXT = "within the main text"
ENOUGH = 2.0
"""The score from which a line is a title; a page without any has none."""


def known_title(printed: Printed, spot: Element | None) -> Title | None:
    """The title that a platform prints in one place, None where it does not.

    One for screen readers alone is printed again for all others, where a skin does so: there the text begins below it.
    """
    if spot is None:
        return None
    start, end = printed.below(spot)
    text = _trim(printed.words(spot))
    while end - start > 1 and _is_button(printed.lines[start].text):
        start += 1
        text = _trim(" ".join(line.text for line in printed.lines[start:end]))
    if end - start == 1 and (line := printed.lines[start]).linked:
        bare, is_sure = without_badge(line)
        text = _trim(bare) if is_sure else text
    if _UNSEEN.search(spot.get("class") or ""):
        text = _NOTHING.sub("", text)
        name, below = letters(text), printed.lines[end : end + _BOX]
        start, end = next(((line.index, line.index + 1) for line in below if line.key == name), (start, end))
    return Title(text, start, end, 10, "the platform prints it there") if text and not _is_button(text) else None


def _is_button(text: str) -> bool:
    """Whether a text is a button ("« Quay lại"), which some skins print in an element like that of the title."""
    return len(text) < _ENTRY and TOOLS.fullmatch(fold(text)) is not None


def find_title(printed: Printed, clues: Clues, page: Page) -> tuple[Title | None, tuple[Title, ...]]:
    """The best title among the lines, None where nothing on the page looks like one, and what was considered."""
    candidates: list[Title] = []
    said = Counter([line.text for line in printed.lines])
    agreeing = _agreeing(printed, clues, page)
    text = range(0) if any(found[3] >= _AGREED for found in agreeing) else main_text(printed)
    is_printed = clues.is_spelt and any(score > 0 for _, _, _, score, _ in agreeing)
    places = title_places(printed, text)
    above = {*places, text.start - 1}
    told_key = letters(clues.told)
    named = next((last - 1 for _, last, words, _, why in agreeing if last - 1 in above and _is_named(words, why)), 0)
    for first, last, words, score, why in agreeing:
        line = printed.lines[first]
        agreed, spelt = score > 0, SPELT in why or REWORDED in why
        bracket = date_behind(printed.lines[last - 1]) or facts_behind(printed.lines[last - 1])
        opening = date_before(line)
        if bracket or opening:
            score += 3 + (4 if is_dated(line) else 0)
            why.append("a date set apart on its line")
        told = bool(why)
        score += weigh_look(printed, first, last, words, why) + (_OVER_RECORD if RECORDED in why else 0)
        if (points := places.get(last - 1, 0.0)) > 0:
            score += points
            if not agreed and len(words) < _SECTION and line.heading not in _HIGHEST and CALLED not in why:
                score -= 1
                why.append("as short as the name of a section")
            why.append(ABOVE_TEXT)
        elif first in text[1:] and not agreed:
            score -= 2
            why.append(WITHIN_TEXT)
        if not agreed and ABSTRACT not in why and first < text.start and _is_in_box(printed, line, text):
            score -= 3
            why.append("in a box beside the text")
        otherwise = _is_told_otherwise(told_key, line) or (is_printed and not agreed)
        if (
            otherwise
            and not spelt
            and ABSTRACT not in why
            and not (last - 1 in places and _is_shortened(clues.told, line.folded))
        ):
            score -= 1.5 if not clues.told else 3.5 if line.heading in _HIGHEST else 6
            why.append("the address spells another")
        if not agreed and last <= named:
            score -= 4
            why.append("the head names another below it")
        if line.heading and not agreed and (points := _over_title(printed.lines, line)):
            score -= points
            why.append("a short heading over a longer line")
        if said[words] > _SAID_OFTEN and last - 1 not in places:
            score -= 4
            why.append("said again and again")
        if words in page.context.common_lines:
            score -= 5
            why.append("on other pages too")
        words = words.removesuffix(bracket).removeprefix(opening).lstrip(_MARKS if opening else None)
        named_so = _trim(_behind_section(line, words))
        candidates.append(Title(named_so, first, last, score, ", ".join(why), told=told))
    if not candidates:
        return None, ()
    candidates.sort(key=_from_best)
    doubted: set[int] = set()
    while (first := candidates[0].start) not in doubted:
        doubted.add(first)
        title = _doubted(printed, clues, page, places, candidates.pop(0))
        candidates.insert(bisect_left(candidates, _from_best(title), key=_from_best), title)
    best = earliest(printed, candidates)
    others = [title for title in candidates[:_CONSIDERED] if title.start != best.start]
    return best if best.score >= ENOUGH else None, (best, *others)


def _from_best(title: Title) -> float:
    """The place of a candidate among others: the best first."""
    return -title.score


def _is_named(words: str, why: list[str]) -> bool:
    """Whether the head names a line as the page's title, which is too long for the name of a section or of a site."""
    return NAMED in why and len(words) >= _TELLING and not is_name(words)


def _over_title(lines: list[Line], line: Line) -> float:
    """What a line loses that stands over a title as the name of a section does: it tells of nothing done, that of more.

    With the day between the two, which is the title's, it loses as much as a day gives.
    """
    dated = dated_title_below(lines, line)
    title = dated or (lines[line.index + 1] if stands_over_title(lines, line) else None)
    if title is None or tells_of_deed(line.folded) or is_name(title.text) or is_no_title(title):
        return 0.0
    if dated is None:
        return _OVER
    return 0.0 if tells_of_someone(line.text) or opens_text(title) else _DATED_OVER


def _is_told_otherwise(told: str, line: Line) -> bool:
    """Whether address and head agree on another title (its letters) than a line, and not on a part of it or on more."""
    return bool(told) and told not in line.key and not (line.key in told and len(line.key) * 2 > len(told))


def _is_shortened(told: str, folded: str) -> bool:
    """Whether address and head have a short title that begins as a longer line does: "Hướng dẫn NCKH"."""
    words, whole = fold(told).split(), folded.split()
    return 0 < len(letters(told)) < TELLING and len(words) < len(whole) and words[:_OPENING] == whole[:_OPENING]


def told_title(printed: Printed, clues: Clues) -> Title | None:
    """The title that only the head tells and the address spells, before the text of a page that prints none.

    None where the page prints nothing at all: a script draws it, or it is no announcement.
    """
    start = main_text(printed).start
    return Title(clues.told, start, start, ENOUGH, FROM_HEAD) if clues.told and printed.lines else None


def _agreeing(printed: Printed, clues: Clues, page: Page) -> list[tuple[int, int, str, float, list[str]]]:
    """The ranges of lines that may be a title, their text, and how well they agree with what the page says of itself.

    Where one agrees on all accounts, those that agree on none are no title, whatever they look like; nor is what stands
    out of sight beside text in sight. An address that spells one whole has the words of none below it.
    """
    found = []
    lines, recorded = printed.lines, range(0)
    crumbs, crumb = _crumb(lines)
    told_of, may_record = head_of_facts(lines), may_print_record(lines)
    seen = any(line.prose and not line.hidden for line in lines)
    least = len(clues.slug)
    long = (line for line in lines if not line.is_link and len(line.folded) >= least)
    whole = (line.index for line in long if line.key == clues.slug)
    spelt = next(whole, len(lines)) if clues.is_spelt else len(lines)
    for first, last in parts_of_titles(lines):
        line = lines[first]
        if line.is_link and len(line.text) < _ENTRY and not (line.heading or clues.pointers):
            continue
        text = line.text if last == first + 1 else " ".join(part.text for part in lines[first:last])
        if not 6 <= len(text) <= _LONGEST or not any(map(str.isalpha, text)):
            continue
        key = line.key if last == first + 1 else "".join(part.key for part in lines[first:last])
        if line is crumbs:
            key = crumb
        score, why = clues.agreement(key)
        bare, is_sure = without_badge(line) if last == first + 1 else ("", False)
        if bare and ((without := clues.agreement(letters(bare)))[0] > score or is_sure):
            text, (score, why) = bare, without
        folded = line.folded if text is line.text else fold(text)
        if not (score or first > spelt or line.is_link) and (share := clues.rewords(folded)):
            score += 3 * share
            why.append(REWORDED)
        own = NAMED in why or HELD in why
        own = own and not why_section(printed, line, page, spelt=SPELT in why)
        is_telling = may_record and len(text) >= _TELLING and first not in recorded
        if is_telling and heads_record(lines, first, last, named=own):
            recorded = range(last, last + RECORD_LINES)
            score += 5
            why.append(RECORDED)
        elif last - 1 == told_of and not line.prose:
            score += 3
            why.append(_TOLD_OF)
        if not score and line.is_link:
            continue
        if crumb and key == crumb and line is not crumbs and (score or not (seen and line.hidden)):
            score += 2.5
            why.append("the breadcrumb ends with it")
        found.append((first, last, text, score, why))
    named = max((score for _, _, text, score, _ in found if len(text) >= _TELLING), default=0.0)
    if named >= _AGREED:
        return [one for one in found if one[3] > 0]
    return [one for one in found if one[3] > 0 or not (seen and lines[one[0]].hidden)]


def _crumb(lines: list[Line]) -> tuple[Line | None, str]:
    """A breadcrumb on one line, and the letters of its last part, where that is long enough for a title."""
    line = next((line for line in lines if line.linked and CRUMB_LINE.match(line.folded)), None)
    last = "" if line is None else letters(_CRUMB_SIGN.split(line.text)[-1])
    return line, last if len(last) >= _NAME else ""


def _doubted(printed: Printed, clues: Clues, page: Page, places: dict[int, float], title: Title) -> Title:
    """A candidate with less weight where it is a name, as the site's own or those of the editors in a list are.

    What names a section of the site or belongs to a poll can be none, unless the address spells it or a list points at
    it.
    """
    line = printed.lines[title.start]
    whole = title.end - title.start == 1 and ABSTRACT not in title.why and line.key not in clues.pointers
    spelt = SPELT in title.why
    if title.told and names_site(printed, line):
        title = title.weaker(3, "part of other lines: a name of the site")
    of_site = why_section(printed, line, page, spelt=spelt) or why_poll(printed.lines, line) if whole else ""
    if of_site := of_site or why_directory_over_title(printed.lines, title.end, letters(title.text), page):
        return title.weaker(_OF_SITE, of_site)
    if (clues.slug and clues.slug in line.key) or not _names_someone(printed, title):
        return title
    doubt = 1.5 if places.get(title.end - 1) == NEAREST else _OF_SITE if is_owner(printed, line) else 3.5
    return title.weaker(doubt, "a name")


def _names_someone(printed: Printed, title: Title) -> bool:
    """Whether a candidate is nothing but a name, stands at the foot, or in a column of a table."""
    lines = printed.lines
    line = lines[title.start]
    broken = [part.text for part in lines[title.start : title.end]] if title.end > title.start + 1 else [title.text]
    if all(is_name(part, over_page=line.heading in _HIGHEST) for part in broken) or is_at_foot(printed, line):
        return True
    recorded = RECORDED in title.why or (title.start and SUBJECT.fullmatch(lines[title.start - 1].folded))
    return not recorded and data_rows(line) >= _OFTEN and not is_alone_in_row(line)


def _is_in_box(printed: Printed, line: Line, text: range) -> bool:
    """Whether a line is one of many in an element that holds no text at all, as the last line of a box is."""
    around = set(printed.lines[text.start].block.iterancestors())
    if line.block in around:
        return False
    box = line.block
    for outer in line.block.iterancestors():
        if outer in around:
            break
        box = outer
    return _is_wordless_box(printed, box)


@kept
def _is_wordless_box(printed: Printed, box: Element) -> bool:
    """Whether an element holds many lines and no text; kept, since each of its lines asks."""
    start, stop = printed.below(box)
    return stop - start > _BOX and not any(other.prose for other in printed.lines[start:stop])


def _behind_section(line: Line, text: str) -> str:
    """The title without the link to its section before it ("Hoạt động Đoàn : Đêm hội"), or without all of them."""
    if CRUMB_LINE.match(line.folded):
        return _CRUMB_SIGN.split(text)[-1].strip()
    found = _SECTION_LINK.match(text) if line.linked else None
    return text[found.end() :] if found is not None and len(found[1]) == line.linked else text


def _trim(text: str) -> str:
    """The title without the brackets of a date that was not filled in, a bar behind it, and the sign of a way back."""
    back = _BACK.match(text)
    text = text[back.end() if back else 0 :].rstrip()
    return _EMPTY_DATE.sub("", text).rstrip() if text.endswith(_CLOSING) else text
