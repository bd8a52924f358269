"""Lines that look like credits and credit nobody: who edits a site beside who runs it, figures' sources, the quoted."""

from __future__ import annotations

import re

from scraper.reading.alignment import stands_right
from scraper.reading.labelled import OFFICE
from scraper.reading.lines import Line, Printed
from scraper.reading.notices import is_notice
from scraper.reading.region import Region

_EDITED = re.compile(r"\W*(?:bien tap|bt|noi dung)\b")
_STAFF = re.compile(
    r"(?:^|[-–/|;,]\s?)(?:ban )?(?:quan tri|quan ly|van hanh|phu trach|truong ban|thu ky|chiu trach nhiem)\b"
    r"[^:;/|]{0,24}(?::|$)"
)
"""The label of those who run a site."""
_OFFICIAL = re.compile(r"\W*(?:tham phan|chap hanh vien|cong chung vien|dau gia vien|thua phat lai)\b")
"""Who signs notices in an office of their own, and writes of trials as well."""
_NOTICE = re.compile(r"\W*(?:thong bao|quyet dinh|giay (?:moi|trieu tap)|nhan tin|tin nhan|niem yet)\b")
_NOTIFIES = re.compile(r"\bthong bao (?:cho|den|de|ve viec|tim kiem)\b")
_OPENING = 250
"""Characters of a notice in which it says so."""
_LONGEST = 90
_ABOVE, _BELOW = 2, 3


def is_of_staff(lines: list[Line], line: Line) -> bool:
    """Whether a line says who edits a site, beside who runs it: on the line itself, or close above or right below."""
    if _EDITED.match(line.folded) is None:
        return False
    around = lines[max(0, line.index - _ABOVE) : line.index + 2]
    return any(_STAFF.search(other.folded) for other in around if len(other.text) <= _LONGEST)


def is_of_figure(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line amid the paragraphs of a text says where a figure, a picture or what they tell is taken from.

    Who wrote may stand behind the first one, where that is dressed as a lead.
    """
    before, behind = printed.lines[region.body : line.index], printed.lines[line.index + 1 : line.index + 1 + _BELOW]
    told = [other for other in before if other.prose and _stands_as(other, line)]
    following = (other for other in behind if other.prose and _stands_as(other, line))
    if not told or not any(other.block is line.block or told[-1].block is not line.block for other in following):
        return False
    is_lead = len(told) == 1 and (told[0].bold > 0 or told[0].italic > 0) and before[-1] is told[0]
    return not is_lead or line.picture is not None


def is_quoted(printed: Printed, line: Line, region: Region) -> bool:
    """Whether a line names who said what stands above it: in a quotation amid the text, or with an office below one."""
    above = printed.lines[line.index - 1] if line.index > region.body else None
    if above is None or stands_right(line.block):
        return False
    start = quotation_around(printed, line, region)
    if start is not None:
        return start < line.index
    said = above.text.startswith(("“", '"')) and above.text.endswith(("”", '"'))
    return said and OFFICE.match(line.folded.partition(",")[2].strip()) is not None


def signs_notice(printed: Printed, start: int, region: Region) -> bool:
    """Whether a line is who signs for a court or the like, below a text that gives notice by title or opening."""
    if _OFFICIAL.match(printed.lines[start].folded) is None:
        return False
    above = printed.lines[max(region.head, region.body - _ABOVE) : region.body]
    first = next((line for line in printed.lines[region.body : start] if line.prose), None)
    notifies = first is not None and _NOTIFIES.search(first.folded[:_OPENING]) is not None
    return notifies or any(_NOTICE.match(line.folded) for line in above)


def quotation_around(printed: Printed, line: Line, region: Region) -> int | None:
    """The first line of the quotation amid a text in which a line stands; pages may indent all of their text as one."""
    around = (line.block, *line.block.iterancestors())
    quotation = next((element for element in around if element.tag == "blockquote"), None)
    start = printed.spans[quotation][0] if quotation in printed.spans else 0
    return start if any(other.prose for other in printed.lines[region.body : start]) else None


def _stands_as(other: Line, line: Line) -> bool:
    """Whether two lines stand in one block, or in blocks of one kind in one element, and none is a notice."""
    block, home = other.block, line.block.getparent()
    is_beside = block is line.block or (block.tag == line.block.tag and block.getparent() is home)
    return is_beside and not is_notice(other.folded)
