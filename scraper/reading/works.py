"""Works of literature that are a page's text: whose they are."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.namelines import Credit
from scraper.reading.region import Region

_GENRE_OF = re.compile(
    r"\W*(?:but k[iy]|hoi k[iy]|truyen (?:ngan|vui|k[iy]|dai)|tan (?:van|man)|tuy but|tap but|k[iy] su|phong su"
    r"|ghi (?:chep|nhanh)|(?:chum |bai )?tho|truong ca|tieu luan|tieu pham|kich(?: ban)?"
    r"|ca khuc|nhac(?: va loi)?|bai(?: viet)?)"
    r"(?: (?:du thi|tham du|moi|vui|ngan))?(?:\s(?:cua|do)\s|\s?:\s?)"
    r"(?:(?:tac gia|nha (?:van|tho|bao|giao)|hoi vien)\s)?(?=\S)"
)
"""The kind of a work and whose it is, as magazines print below its title: "Bút ký của …"."""
_LONGEST = 80


def writer_of_work(printed: Printed, line: Line, region: Region) -> Credit | None:
    """Who wrote a work, where a line above or below its text says what kind of one it is, whose, and nothing else."""
    kind = _GENRE_OF.match(line.folded) if len(line.text) <= _LONGEST else None
    if kind is None:
        return None
    before, behind = printed.lines[region.body : line.index], printed.lines[line.index + 1 : region.text_end]
    if any(other.prose for other in before) and any(other.prose for other in behind):
        return None
    name = line.text[kind.end() :] if len(line.folded) == len(line.text) else line.text
    people = read_byline(name).people
    goes_on = any(name.partition(one)[2].strip()[:1].isalnum() for one in people[:1])
    if not people or (goes_on and not line.key.endswith(letters(people[-1]))):
        return None
    text = line.text if read_byline(line.text).people == people else name
    return Credit(text, line.index, line.index + 1, 5.0, True, "behind the kind of the work")
