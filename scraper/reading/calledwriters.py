"""Who wrote, alone in an element that is called after the writer, wherever that stands behind the text."""

from __future__ import annotations

from dataclasses import replace

from scraper.reading.lines import Printed
from scraper.reading.namelines import Credit, name_alone
from scraper.reading.region import Region
from scraper.reading.uncredited import is_quoted
from scraper.reading.writermarks import is_of_writer

_SCORE = 4.0
_LONGEST = 60


def called_writer(printed: Printed, region: Region) -> Credit | None:
    """The person alone in an element called after who wrote, behind the text; None where several are named so.

    Behind the end of the announcement it stands right in what holds the text, as it does in no remark and no entry.
    """
    told = [line for line in printed.lines[region.body : region.text_end] if line.prose]
    around = set(told[-1].block.iterancestors()) if told else set()
    found = []
    for line in printed.lines[told[-1].index + 1 if told else region.body :]:
        if len(line.text) > _LONGEST or line.hidden or line.prose:
            continue
        if (line.index < region.end or line.block.getparent() in around) and is_of_writer(line.block):
            credit = name_alone(printed, line, 1, begin=region.body)
            if credit is not None and credit.people and not is_quoted(printed, line, region):
                found.append(credit)
    if len({credit.text for credit in found}) != 1:
        return None
    return replace(found[0], score=_SCORE, why="in an element called after who wrote")
