"""What portals print around a title and never as one: labels, facts, credits, buttons, the first lines of a paper."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import read_date
from archive.vietnamese.dates.folded import WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import beside_date, is_appointment, left_over
from scraper.reading.labelled import (
    ATTACHED,
    LETTERHEAD,
    PROCEDURE,
    PUBLISHED,
    QUESTION,
    RECORD,
    VIEWED,
    is_credit,
    is_photo_credit,
)
from scraper.reading.labelled_frame import CATEGORY, CONTACT, FOOTER, SITE
from scraper.reading.lines import Line
from scraper.reading.phrases import has_label, labels
from scraper.reading.posters import names_poster
from scraper.reading.ratings import RATING

NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d+)*|[IVX]+|[a-zđ])[.)]\s|[-+*•–]\s|Điều \d")
OPENS_TEXT = re.compile(r"\W*kinh (?:gui|thua)\b")
_LABELLED = re.compile(r"\W*(?:so(?: (?:ky )?hieu)?\s?:|(?:dia diem|thanh phan|thoi gian)\b.{0,20}:)")
"""The number of a paper; when and where something takes place."""
_BARE_PAPER = re.compile(
    r"\W*(?:so:? ?)?\d{1,5}/(?:\d{4}/)?[a-z][a-z0-9&.-]*\W*(?:\(?(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?)?\W*"
)
"""A paper by its number and day alone, as boxes of new papers print them."""
_CODE = re.compile(r"\W*(?:ma|so)(?: \w+){1,4}\s?:\s?(?=\S*\d)\S+\W*")
"""The code of something behind its label: "Mã số TBMT: 20190843210-00"."""
_ANSWER = re.compile(r"\W*(?:(?:noi dung )?(?:cau )?tra loi|dap)\W*")
"""What stands over an answer."""
_PAPERS = re.compile(
    r"\W*(?:(?:cac|mot so) )?(?:tai lieu|bieu mau|van ban) (?:tham khao|lien quan|huong dan|tai ve)\W*"
)
"""What stands over papers that go with a text or a list."""
_LABELS = re.compile("|".join(f"(?:{label.pattern})" for label in (_CODE, QUESTION, _ANSWER, _PAPERS)))
_COUNTER = re.compile(r".{3,40}:\s?[\d.,]+\W*")
"""Something that is counted, as visits are."""
_WEEKDAY = re.compile(rf"\W*{WEEKDAY}\W*")
_GROUND = re.compile(r"\W*(?:can cu|theo de nghi|xet(?: de nghi)?) (?P<goes_on>.*[;,:]\W*$)?")
"""How a ground of a paper begins, and what it ends with where the paper goes on behind it."""
_HIGHEST = (1, 2)
_SHORT, _ISSUER = 60, 160


def is_no_title(line: Line) -> bool:
    """Whether a line is one of those that portals print around a title, or the label of a fact."""
    folded, has_colon = line.folded, ":" in line.folded
    return bool(
        (len(folded) < 120 and (SITE.fullmatch(folded) or line.is_related or line.is_tool))
        or FOOTER.match(folded)
        or "©" in folded
        or "°c" in folded
        or labels(CONTACT, folded)
        or CATEGORY.fullmatch(folded)
        or RECORD.fullmatch(folded.partition(":")[0])
        or PROCEDURE.fullmatch(folded)
        or (has_colon and (_LABELLED.match(folded) or _COUNTER.fullmatch(folded)))
        or (not line.heading and _BARE_PAPER.fullmatch(folded))
        or (len(folded) < _SHORT and _LABELS.fullmatch(folded))
        or (len(folded) < 120 and (labels(VIEWED, folded) or RATING.fullmatch(folded)))
        or (len(folded) < 80 and (names_poster(line.text, folded) or announces_files(line)))
        or (len(folded) < _SHORT and (labels(PUBLISHED, folded) or (not has_colon and is_credit(f"{folded}: x"))))
        or (line.heading not in _HIGHEST and (is_photo_credit(line.text, folded) or credits_someone(line)))
        or line.facts
        or _WEEKDAY.fullmatch(folded)
        or (line.may_date and (is_dated(line) or is_appointment(folded) or _names_and_dates(line)))
    )


def opens_text(line: Line) -> bool:
    """Whether a short line is the first of a paper or of its parts: whom it is for, who issues it, a number."""
    found = OPENS_TEXT.match(line.folded) or LETTERHEAD.search(line.folded) or NUMBERED.match(line.text)
    return found is not None


def issues_paper(lines: list[Line], last: int, text: str) -> bool:
    """Whether a text names who issues a paper and stands above the grounds of one: "BỘ TRƯỞNG BỘ Y TẾ".

    A council is named with its session: "HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA XVI, KỲ HỌP THỨ 9".
    """
    if last >= len(lines) or len(text) >= _ISSUER or (ground := _GROUND.match(lines[last].folded)) is None:
        return False
    if ground["goes_on"] is None and not any(_GROUND.match(line.folded) for line in lines[last + 1 : last + 2]):
        return False
    return fold(read_byline(text).organisation or "") == fold(text)


def credits_someone(line: Line) -> bool:
    """Whether a short line says who wrote a page; the highest headings may name a video or photos so ("Video: …")."""
    if len(line.text) >= 80 or not is_credit(line.folded):
        return False
    named = read_byline(line.text)
    return bool(named.people or named.organisation or named.source)


def announces_files(line: Line) -> bool:
    """Whether a line is a label of files, or leads to one behind such a label."""
    found = ATTACHED.match(line.folded)
    return found is not None and (line.linked > 0 or "." in line.text or labels(ATTACHED, line.folded))


def _names_and_dates(line: Line) -> bool:
    """Whether a short line is somebody's name and a day, as the head of a comment is."""
    if len(line.text) >= _SHORT:
        return False
    rest = beside_date(line.text)
    return bool(rest) and bool(read_byline(rest).people)


def is_dated(line: Line) -> bool:
    """Whether a short line looks like a date line."""
    if not line.may_date or len(line.text) >= 80:
        return False
    if line.text[:1].isdigit() or has_label(PUBLISHED, line.folded):
        return True
    date = read_date(line.text)
    return date is not None and left_over(line.folded, date) <= 2
