"""Who signs below a text beside the day on which the page was put up: "Lan Hương - 22/11/2018"."""

from __future__ import annotations

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import read_date
from scraper.reading.datewords import beside_date
from scraper.reading.lines import Printed
from scraper.reading.namelines import Credit, names_signer
from scraper.reading.posters import PUT_UP
from scraper.reading.region import Region

_LONGEST, _LEAST = 60, 2
_SCORE = 3.0


def signed_day(printed: Printed, region: Region, date: tuple[int, int]) -> Credit | None:
    """The last line of a text where it names somebody beside the day that the page prints elsewhere as its own.

    `date` are the lines that print that. A remark has a day of its own, and words behind it; who signs a paper holds an
    office.
    """
    lines = [line for line in printed.lines[region.body : region.text_end] if not (line.hidden or line.is_tool)]
    last = lines[-1] if len(lines) > _LEAST and date[0] < date[1] else None
    if last is None or last.linked or last.prose or not last.may_date or len(last.text) > _LONGEST:
        return None
    if last.index in range(*date) or PUT_UP.search(last.folded) or not any(line.prose for line in lines):
        return None
    day, own = read_date(last.text), read_date(printed.lines[date[0]].text)
    if day is None or own is None or (day.iso or "")[:10] != (own.iso or "-")[:10]:
        return None
    name = beside_date(last.text)
    told = read_byline(name)
    if not (told.people or told.organisation) or names_signer(name):
        return None
    return Credit(
        name, last.index, last.index + 1, _SCORE, bool(told.people), "beside the page's own day below the text"
    )
