"""Issues of a gazette: the line that names one is the title of a page only where it stands over the issue's papers."""

from __future__ import annotations

import re
from itertools import takewhile

from scraper.reading.attachments import leads_to_any_file
from scraper.reading.headlines import begins_with_paper
from scraper.reading.lines import Line

_ISSUE = re.compile(r"\W*cong bao so:? \d")
_HEAD, _ABOVE = 25, 8
"""Characters of the head of a column and of a field at most, and such lines above the first paper."""
_ROWS, _PAPERS = 8, 2
"""Lines behind the first paper among which another one begins, and papers that make an issue."""


def names_issue(line: Line) -> bool:
    """Whether a line begins with an issue of a gazette ("Công báo số 21 + 22"), as the label of a paper's does too."""
    return _ISSUE.match(line.folded) is not None


def heads_issue(lines: list[Line], line: Line) -> bool:
    """Whether a dressed line that names an issue stands over its papers, each with its number and as a file.

    Nothing as long as a title stands between. Where the papers have pages of their own, the issue is a list of them.
    """
    if line.linked or not (line.heading or line.bold * 10 >= len(line.text) * 8):
        return False
    below = lines[line.index + 1 : line.index + 1 + _ABOVE]
    between = list(takewhile(lambda one: len(one.text) < _HEAD and not one.linked, below))
    first = line.index + 1 + len(between)
    papers = [one for one in lines[first : first + _ROWS] if begins_with_paper(one.text)]
    return len(papers) >= _PAPERS and papers[0].index == first and all(map(leads_to_any_file, papers))
