"""Letters that portals print, which whoever sends them signs: none of these is who wrote the page."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from scraper.reading.labelled import OFFICE, is_credit
from scraper.reading.lines import Line, Printed
from scraper.reading.namelines import names_signer
from scraper.reading.region import Region

_CALLED = re.compile(
    r"\W*(?:(?:buc|la|toan van) )*"
    r"(?:thu (?:cua|khen|ngo|moi)|(?:thu|loi) (?:cam on|chuc|chia buon|keu goi|tri an|xin loi))\b"
)
"""What letters are called in titles; one "to" somebody may be a piece of writing."""
_ADDRESSED = re.compile(
    r"\W*(?:kinh|than) gui\b.*|\W*(?:kinh thua|(?:than )?gui) [^.?]{3,120}[!:,]\W*"
    r"|[^.?]{3,120} (?:than men|kinh men|than yeu|yeu quy)\W*[!,]\W*"
)
_FAREWELL = re.compile(r"\W*(?:xin )?(?:(?:kinh )?chao )?(?:than ai|than men|kinh thu|quyet thang)\b.{0,24}")
"""How only letters end."""
_CLOSING = re.compile(
    r"\W*(?:xin )?(?:chan thanh|tran trong|kinh|t/m|thay mat|nguoi viet thu)\b.{0,24}|[^.:]{3,40}, ngay \d.{0,30}"
)
"""How other announcements end as well, and where and when a letter was written."""
_LONGEST, _ABOVE, _BELOW = 60, 3, 5


def signature_of_letter(printed: Printed, region: Region) -> range:
    """The lines behind the text of a letter up to the one person who sends it, with the line below; else nothing.

    A farewell tells a letter, or two of these: its title, the words that address somebody, and another closing or the
    office of one who leads beside the name. What is below it there is where the person works or lives.
    """
    lines = [line for line in printed.lines[region.body : region.text_end] if not line.hidden]
    last = next((line.index for line in reversed(lines) if line.prose), None)
    if last is None:
        return range(0)
    behind = printed.lines[last + 1 : min(last + 1 + _BELOW, region.end)]
    sender = next((line.index for line in behind if _is_person(line)), None)
    if sender is None:
        return range(0)
    above, behind = printed.lines[last + 1 : sender], printed.lines[sender + 1 : min(sender + 2, region.end)]
    below = [line for line in behind if _is_of(line, printed.lines[sender])]
    closes = any(_CLOSING.fullmatch(line.folded) or names_signer(line.text) for line in above)
    closes = closes or any(names_signer(line.text) for line in below)
    heads = printed.lines[max(region.head, region.body - _ABOVE) : region.body]
    called = any(_CALLED.match(line.folded) for line in heads)
    addressed = any(_ADDRESSED.fullmatch(line.folded) for line in lines[:_ABOVE])
    if any(_FAREWELL.fullmatch(line.folded) for line in above) or called + addressed + closes > 1:
        return range(last + 1, sender + 1 + len(below))
    return range(0)


def _is_person(line: Line) -> bool:
    """Whether a line is the name of one person behind no label."""
    short = len(line.text) <= _LONGEST and ":" not in line.text and not line.may_date
    return short and not is_credit(line.folded) and not _is_office(line) and len(read_byline(line.text).people) == 1


def _is_of(line: Line, sender: Line) -> bool:
    """Whether the line below a name is the office of who signs, or in the same element the home or the unit."""
    if _is_office(line):
        return True
    within = sender.block in (line.block, *line.block.iterancestors())
    named = read_byline(line.text) if within or sender.block.getparent() is line.block.getparent() else None
    return named is not None and named.organisation is not None and not named.people and not is_credit(line.folded)


def _is_office(line: Line) -> bool:
    """Whether a line is the office in which somebody signs."""
    return len(line.text) <= _LONGEST and (OFFICE.match(line.folded) is not None or names_signer(line.text))
