"""The tasks that a paper gives: who does one and what pays for it are labelled as the writers of a page are."""

from __future__ import annotations

import re

from scraper.reading.alignment import stands_right
from scraper.reading.lines import Line

_MEANS = re.compile(
    r"\W*nguon(?:\s(?:chi|von|thu|kinh phi))?\s?:\s?(?:(?:tu|trich|su dung|trong|cac|nguon|chi)\s)*"
    r"(?:ngan sach|kinh phi|von|quy(?! (?:doc|vi))|xa hoi hoa|xhh|nstw|nsnn|nsdp|ns|tu co|tu chu|tu can doi|du phong"
    r"|su nghiep|hoc phi|dong gop|tai tro|van dong|ctmtqg|chuong trinh muc tieu)\b"
)
"""What pays: "Nguồn: Ngân sách huyện"."""
_DOER = re.compile(r"\W*(?:th|t/h|thuc hien|nguoi thuc hien)\s?:")
_OF_TASK = re.compile(
    r"\W*(?:thoi (?:gian|han|diem)|kinh phi|dia diem|don vi|co quan|chu tri|phoi hop|hoan thanh|so luong|doi tuong"
    r"|tien do|san pham|phu trach|lanh dao|nguoi phu trach|thanh phan|noi dung|hinh thuc|nguon|bien phap|muc tieu)"
    r"\b[^:]{0,30}:"
)
"""What else a paper says of a task."""
_ITEM = re.compile(r"\W{0,2}(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[IVX]{1,4}[.)])\s?\w")
_NEAR = 2


def opens_item(line: Line) -> bool:
    """Whether a line is an item of a list that a text prints with signs or numbers."""
    return _ITEM.match(line.text) is not None


def names_means(line: Line) -> bool:
    """Whether a line says what money pays for something."""
    return "nguon" in line.folded and _MEANS.match(line.folded) is not None


def is_of_task(lines: list[Line], line: Line) -> bool:
    """Whether a line that names no person says who does a task, or what pays for it.

    Such a line stands among the items of a paper, or beside what else is said of a task, and to no side.
    """
    if names_means(line):
        return True
    if _DOER.match(line.folded) is None or stands_right(line.block):
        return False
    around = lines[max(0, line.index - _NEAR) : line.index] + lines[line.index + 1 : line.index + 1 + _NEAR]
    beside = lines[max(0, line.index - 1) : line.index + 1]
    return any(map(opens_item, beside)) or any(_OF_TASK.match(other.folded) for other in around)
