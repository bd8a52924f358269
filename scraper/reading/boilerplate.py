"""What stands among the paragraphs of a text and is none of it: buttons, counters, labels, credits."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from archive.patterns import rare
from scraper.reading.accounts import COUNTED, is_account, is_beside_day
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.between import is_of_text
from scraper.reading.books import is_of_book
from scraper.reading.calls import asks_to_call, asks_to_click, points_to_nothing
from scraper.reading.counters import counts_alone, counts_beside_section, counts_remarks, is_counter
from scraper.reading.datescore import PURPOSE
from scraper.reading.datewords import LONG_AGO, LONG_AGO_WORDS
from scraper.reading.ending import is_answer
from scraper.reading.events import of_event
from scraper.reading.facts import is_value
from scraper.reading.forms import names_field
from scraper.reading.invitations import is_more
from scraper.reading.labelled import (
    ASKED,
    ASKED_ON,
    CONTENT,
    CREDIT_ALONE,
    CREW,
    FILES,
    LETTERHEAD,
    MADE,
    NOT_PUBLISHED,
    PUBLISHED,
    QUESTION,
    READ_TIME,
    RECORD,
    SUBJECT,
    TAKEN_FROM,
    is_credit,
    prints_views,
)
from scraper.reading.labelled_frame import (
    CATEGORY,
    ENTRY,
    SITE,
    SUBHEAD,
    TAGGED,
    TAGS,
)
from scraper.reading.lines import Line
from scraper.reading.menus import is_tag, labels_section, links_section
from scraper.reading.notices import is_notice
from scraper.reading.phrases import labels
from scraper.reading.posters import POSTER, POSTER_ALONE, names_poster
from scraper.reading.ratings import ANSWERS, RATING
from scraper.reading.region import Region
from scraper.reading.tables import DATA_ROWS, data_rows, holds_paragraphs
from scraper.reading.tasks import names_means, opens_item

_TEMPLATE = re.compile(r"\[links\(\)\]|\{\{[^}]*\}\}|\[\[[^\]]*\]\]")
_BY_WHOM = rare(
    r"(?:[Bb]ởi|[Bb]y)(?:\s?:)?(?:(?:\s[A-ZÀ-ỸĐ][a-zà-ỹđ]*){1,4}"
    r"|\s(?:Phòng|Văn phòng|Ban|(?:Biên tập|Quản trị)(?: viên)?|Sở|Trường|Đài|Trung tâm|[A-ZĐ]{2,6})\b.{0,40})"
    rf"{COUNTED}"
)
"""The account that put a page up, which is called as people and offices are."""
_SAID_AGO = re.compile(
    rf"(?:\b(?:(?:duoc )?(?:dang|cap nhat|xuat ban|gui)(?: tai| luc| tin| bai)?|posted|updated)\W{{1,3}}){{0,3}}"
    rf"{LONG_AGO.pattern}"
)
"""How long ago something was, with what leads to it: "Đăng 3 ngày trước", "Cập nhật cách đây khoảng 2 giờ"."""
_LEAF = re.compile(r"(?:thang |th)\d{1,2}(?:\W+\d{4})?")
"""The month on a leaf of a calendar."""
_FIELD_SIGN = re.compile(r"\s[-–—|·•]\s|[,;]\s")
_CLOCK = re.compile(r"\d\s?[:hg]\s?\d\d")
_WEATHER = re.compile(r"\d\s?(?:[°º]|do c\b)|\b(?:thoi tiet|do am)\b")
_WEATHER_WORDS = ("thoi tiet", "do am", "do c", "°", "º")
_OPENING_HOURS = re.compile(
    r"\b(?:mo(?: cua)?|gio (?:dong|lam viec|tham quan|don khach|kham)|lam viec)\b.{0,40}"
    r"\d\s?[:hg]\s?\d{0,2}\s?(?:-|–|den)\s?\d"
)
"""When a house is open, as its pages print it beside the weather."""
_OPENING_WORDS = ("mo", "gio ", "lam viec")
_TIME = re.compile(r"^\W*(?:thoi gian|ngay gio)\W*:")
"""What says when something takes place as often as when a page was put up."""
_SOURCE = re.compile(r"\W*(?:trich |theo )?nguon(?: tin| bai){0,2}(?: viet)?\s?:")
_SOURCE_NAME = re.compile(r"(?<![a-z])(?:source|nguon(?:-?tin)?|authors?|tac-?gia)(?![a-z])", re.IGNORECASE)
"""What portals call the element of the outlet or the writer."""
_ADDRESS = re.compile(r"\W*(?:dia chi|duong dan|link|nguon|url|permalink)\b.{0,20}https?://\S+\W*")
_URL = re.compile(r"https?://\S+")
_IN_PAGE = re.compile(r"#\w")
"""Where a table of contents leads."""
_NAME, _FACTS = 50, 80
_LONGEST, _NOTICE = 160, 300
"""Characters of lines around a text, and of a notice to readers, which may be longer."""
EDGE = 6
"""Lines at either end of a text among which the facts around it stand."""
_ENTRY = r"(?:bai|tin|muc|trang)(?: viet| bai)?"
_STEPS = re.compile(
    rf"\W*{_ENTRY} (?:truoc|cu hon)\b(?: do)?\W.*\b{_ENTRY} (?:sau|tiep|ke|moi hon)\b(?: theo| tiep)?(?:\W*|\s?:.*)"
)
"""What leads to the announcement before and to the one behind: "Bài trước: Lịch trực Bài tiếp theo"."""
_NOTICE_KIND = "thongbao"
"""The letters of the kind of paper that sections are called after, too."""
_SUBJECT = re.compile(r"\W*(?:ve viec|v/v)\b")
_TOPICS = re.compile(r"\W*(?:chu de|topics?)\W*")
"""What stands over keywords, and is no label of theirs elsewhere."""
_PRINTED_ON = re.compile(r"\W*(?:(?:ngay |thoi gian )?(?:gio )?in(?: luc| ngay)?|printed (?:on|at))\s?:?\s?\d")
"""When a page was printed, below it."""
_VERSION = re.compile(r"\W*(?:phien ban|version)\s?:?\s?\d+(?:\.\d+){0,3}\W*")
"""The version of an item of a list, above when that was made."""
_TRAILER = 3
"""Lines at the end of a text among which its trailers stand."""
_FURTHER = 12
"""Those among which its source and its keywords stand, behind the last paragraph."""
_FAR = 200
"""Those before or behind a line among which a paragraph is sought."""


def is_boilerplate(lines: list[Line], line: Line, known: Collection[str], region: Region) -> bool:
    """Whether a line is a button, a counter, a menu or the title once more, and no text by its place."""
    if len(line.text) > _LONGEST and _URL.fullmatch(line.text) is None:
        return _is_long_notice(line, region) and not is_of_text(lines, line, known, region)
    return not is_of_text(lines, line, known, region) and _is_of_frame(lines, line, known, region)


def _is_long_notice(line: Line, region: Region) -> bool:
    """Whether a line too long for all else that stands around a text is a notice to readers at its end."""
    if region.text_end - line.index > EDGE or len(line.text) >= _NOTICE:
        return False
    return is_notice(line.folded) or (ENTRY.match(line.folded) is not None and not data_rows(line))


def _is_of_frame(lines: list[Line], line: Line, known: Collection[str], region: Region) -> bool:
    """Whether a line is one of those that stand around a text, by its words and by how near it is to either end."""
    folded = line.folded
    near_end = region.text_end - line.index <= EDGE
    if near_end and len(line.text) < _NOTICE:
        if is_notice(folded):
            return True
        if ENTRY.match(folded):
            return not data_rows(line)
    if SUBHEAD.fullmatch(folded) and not line.linked and (is_answer(line) or _amid_text(lines, line, region)):
        return False
    if len(folded) < 120 and (line.is_tool or FILES.fullmatch(folded) or is_counter(lines, line)):
        return True
    at_edge = near_end or line.index - region.body < EDGE
    if at_edge and not line.prose and data_rows(line) < DATA_ROWS and _is_name(lines, line, known):
        return not (line.key not in known and _heads_part(lines, line, region))
    if len(folded) < 70 and (prints_views(folded) or names_poster(line.text, folded)):
        return True
    if at_edge and counts_alone(folded) and not data_rows(line):
        return True
    if line.index - region.body < EDGE and len(folded) < _NAME and counts_beside_section(line):
        return True
    if (RATING.fullmatch(folded) and data_rows(line) < DATA_ROWS) or TAGS.fullmatch(folded):
        return True
    if line.is_related:
        return not is_answer(line)
    if len(folded) < 70 and labels(PUBLISHED, folded) and (line.may_date or _CLOCK.search(folded)):
        return not _amid_text(lines, line, region) and not of_event(lines, line) and not PURPOSE.search(folded)
    if at_edge and len(folded) < _NAME and _is_labelled_day(lines, line):
        return True
    if at_edge and line.index and len(folded) < _NAME and not line.prose:
        above = lines[line.index - 1]
        if labels_section(above) and (above.text.endswith(":") or above.block is not line.block):
            return True
    if at_edge and len(folded) < _FACTS and asks_to_call(lines, line, region):
        return True
    if line.index - region.body < EDGE and len(folded) < _FACTS and not line.prose and _tells_of_question(lines, line):
        return True
    if at_edge and _VERSION.fullmatch(folded) and any(MADE.match(one.folded) for one in lines[line.index + 1 :][:1]):
        return True
    if at_edge and len(folded) < _NAME and (names_field(line) or _is_writers(line, region)):
        return True
    if at_edge and not line.prose and _is_credited(lines, line):
        is_of_text = opens_item(line) or _heads_part(lines, line, region)
        return not (is_of_text or is_of_book(lines, line.index, line.index + 1))
    if at_edge and (labels_section(line) or (ANSWERS.fullmatch(folded) and not data_rows(line))):
        return True
    if region.text_end - line.index <= _TRAILER and (_is_trailer(line, known) or _STEPS.fullmatch(folded)):
        return True
    if region.text_end - line.index <= _FURTHER and not line.prose and _is_behind(lines, line, known, region):
        return True
    if _is_empty_field(lines, line, region):
        return True
    if _labels_text(lines, line) or (line.is_link and not line.prose and all(map(_IN_PAGE.match, line.hrefs))):
        return True
    if at_edge and (CATEGORY.fullmatch(folded) or ENTRY.match(folded) or is_account(line.text) or _is_by(line)):
        return True
    if at_edge and (links_section(line) or is_tag(line) or counts_remarks(lines, line, region)):
        return True
    if at_edge and (_LEAF.fullmatch(folded) or _tells_how_long_ago(folded)):
        return True
    if at_edge and not line.prose and _is_of_place(folded):
        return _stands_apart(lines, line, region)
    if at_edge and line.is_link and not line.prose and len(set(line.hrefs)) > 1 and not data_rows(line):
        return not leads_to_any_file(line)
    if line.index - region.body < EDGE and is_beside_day(line.text):
        return True
    if _tells_read_time(folded) or _names_poster(lines, line):
        return True
    return not without_template(line.text).strip(" |")


def _is_of_place(folded: str) -> bool:
    """Whether a line tells of the weather somewhere, or when a house is open."""
    if any(map(folded.__contains__, _WEATHER_WORDS)) and _WEATHER.search(folded) is not None:
        return True
    return any(map(folded.__contains__, _OPENING_WORDS)) and _OPENING_HOURS.search(folded) is not None


def _stands_apart(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether a line stands above or below all paragraphs, and not in the element that holds most of them."""
    told = [other for other in lines[region.body : region.text_end] if other.prose]
    if not told or told[0].index < line.index < told[-1].index:
        return False
    home = (told[0] if line.index < told[0].index else told[-1]).block.getparent()
    within = sum(home in islice(other.block.iterancestors(), 2) for other in told)
    return home is not line.block.getparent() and within * 2 > len(told)


def _tells_read_time(folded: str) -> bool:
    """Whether a line says how long it takes to read, and nothing else in letters ("0 412 1 phút đọc")."""
    if "phut" not in folded and "min" not in folded:
        return False
    return READ_TIME.search(folded) is not None and not any(map(str.isalpha, READ_TIME.sub("", folded)))


def _is_name(lines: list[Line], line: Line, known: Collection[str]) -> bool:
    """Whether a line is the title or the writer once more, or names the site; not behind the label of an abstract."""
    named = line.key in known or (SITE.fullmatch(line.folded) and not LETTERHEAD.search(line.folded))
    if named and line.key == _NOTICE_KIND and _heads_notice(lines, line):
        return False
    return bool(named) and (not line.index or SUBJECT.fullmatch(lines[line.index - 1].folded) is None)


def _heads_notice(lines: list[Line], line: Line) -> bool:
    """Whether a line is the kind of a paper in capitals, and no section: what it is about stands right below it.

    That is set as the kind is, or begins as the subject of a paper does.
    """
    if line.linked or not line.text.isupper() or line.index + 1 == len(lines):
        return False
    below = lines[line.index + 1]
    if _SUBJECT.match(below.folded) is not None:
        return True
    alike = below.block.tag == line.block.tag and below.block.getparent() is line.block.getparent()
    return alike and line.block.tag == "p" and not below.is_link


def _heads_part(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether a line behind paragraphs heads a further part of the text: an item or a paragraph stands right below."""
    below = lines[line.index + 1] if line.index + 1 < region.text_end else None
    if below is None or below.is_link or not (below.prose or opens_item(below)):
        return False
    return any(other.prose for other in lines[max(region.body, line.index - _FAR) : line.index])


def _tells_of_question(lines: list[Line], line: Line) -> bool:
    """Whether a line says on which day a question was asked, perhaps behind who did; label and day may be two lines."""
    label = lines[line.index - 1] if line.may_date and line.text[0].isdigit() and line.index else line
    day = line if label is not line or line.may_date else next(iter(lines[line.index + 1 :]), line)
    told = label.folded if label is day and labels(ASKED, label.folded) else ""
    return day.may_date and (labels(ASKED_ON, label.folded) or labels(ASKED_ON, _FIELD_SIGN.split(told)[-1]))


def _is_labelled_day(lines: list[Line], line: Line) -> bool:
    """Whether a line is the label of the day of posting with the day on the line behind it, or is that day."""
    other = line.index - 1 if line.may_date else line.index + 1
    if not 0 <= other < len(lines):
        return False
    label, day = (lines[other], line) if line.may_date else (line, lines[other])
    if not (label.text.endswith(":") and day.may_date and PUBLISHED.match(label.folded)) or len(day.text) >= _NAME:
        return False
    return not any(other.search(label.folded) for other in (_TIME, PURPOSE, NOT_PUBLISHED))


def _tells_how_long_ago(folded: str) -> bool:
    """Whether a line says how long ago something was put up, perhaps how long it takes to read, and nothing else."""
    if folded.endswith(".") or not any(word in folded for word in LONG_AGO_WORDS) or LONG_AGO.search(folded) is None:
        return False
    return not any(map(str.isalpha, _SAID_AGO.sub("", READ_TIME.sub("", folded))))


def _is_trailer(line: Line, known: Collection[str]) -> bool:
    """Whether a short last line says who else made the page or where it was taken from, or leads to more."""
    folded = line.folded
    if names_means(line):
        return False
    if CREW.fullmatch(folded):
        return True
    return not line.prose and bool(
        CREDIT_ALONE.fullmatch(folded)
        or _ADDRESS.fullmatch(folded)
        or _TOPICS.fullmatch(folded)
        or (asks_to_click(folded) and not leads_to_any_file(line))
        or points_to_nothing(line, known)
        or (line.may_date and _PRINTED_ON.match(folded))
        or (len(folded) < _NAME and (TAKEN_FROM.match(folded) or _SOURCE.match(folded)))
        or (line.is_link and is_more(line.text))
        or (len(folded) < _NAME and _SOURCE_NAME.search(line.block.get("class") or "") is not None)
    )


def _is_behind(lines: list[Line], line: Line, known: Collection[str], region: Region) -> bool:
    """Whether a line behind all paragraphs tells the source, links keywords, or is an address below a known line."""
    above = lines[line.index - 1]
    if (above.is_tool or above.key in known) and _URL.fullmatch(line.text):
        return not any(other.prose for other in lines[line.index : region.text_end])
    linked = line.linked * 3 >= len(line.text) and TAGGED.fullmatch(line.folded) is not None
    original = ("goc" in line.folded and _ADDRESS.fullmatch(line.folded)) or _SOURCE.match(line.folded)
    is_source = original or (len(line.text) < _NAME and _SOURCE_NAME.search(line.block.get("class") or ""))
    if not linked and (not is_source or names_means(line) or data_rows(line) >= DATA_ROWS):
        return False
    return not any(other.prose for other in lines[line.index : region.text_end])


def _is_empty_field(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether a line above all paragraphs labels the text right below it, or a fact left out before such a label."""
    if line.cell is not None or line.index + 1 >= len(lines):
        return False
    is_asked = len(line.text) < _NAME and "hoi" in line.folded and QUESTION.fullmatch(line.folded) is not None
    if not (is_asked or line.text.endswith(":")):
        return False
    if any(other.prose for other in lines[max(region.body, line.index - _FAR) : line.index]):
        return False
    below = lines[line.index + 1]
    if below.prose:
        return is_asked or any(label.fullmatch(line.folded) for label in (CONTENT, RECORD))
    return below.text.endswith(":") and RECORD.fullmatch(line.folded) is not None


def _is_credited(lines: list[Line], line: Line) -> bool:
    """Whether a line is a label of credit alone ("Nguồn:"), or the short one right behind such a label.

    The term of a list needs no colon.
    """
    above = lines[line.index - 1] if line.index and len(line.text) < _NAME else line
    return any(
        (label.text.endswith(":") and is_credit(f"{label.folded} x"))
        or (label.block.tag == "dt" and CREDIT_ALONE.fullmatch(label.folded))
        for label in (line, above)
    )


def _labels_text(lines: list[Line], line: Line) -> bool:
    """Whether a line, alone in its cell, is the name of the field whose text stands beside it ("Nội dung:")."""
    if line.cell is None or line.prose or not (line.text.endswith(":") or CONTENT.fullmatch(f"{line.folded}:")):
        return False
    around = lines[max(0, line.index - 1) : line.index] + lines[line.index + 1 : line.index + 2]
    if any(other.cell is line.cell for other in around):
        return False
    beside = line.cell.getnext()
    return beside is not None and holds_paragraphs(beside)


def without_template(text: str) -> str:
    """The text without the signs that a template left in it."""
    return _TEMPLATE.sub("", text) if "[" in text or "{" in text else text


def _amid_text(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether paragraphs stand before and behind a line."""
    before = lines[max(region.body, line.index - _FAR) : line.index]
    behind = lines[line.index + 1 : min(region.text_end, line.index + _FAR)]
    return any(other.prose for other in before) and any(other.prose for other in behind)


def _names_poster(lines: list[Line], line: Line) -> bool:
    """Whether a short line stands behind a label of the account that put the page up, with nothing else beside that."""
    if not line.index or len(line.text) > _NAME:
        return False
    above = lines[line.index - 1]
    label = POSTER.match(above.folded)
    if label is None and POSTER_ALONE.fullmatch(above.folded) is None:
        return False
    if above.text.endswith(":") or is_value(lines, line):
        return label is not None
    if POSTER_ALONE.fullmatch(above.folded) is not None:
        return True
    return above.folded.startswith("nguoi ") and POSTER.fullmatch(above.folded) is not None


def _is_writers(line: Line, region: Region) -> bool:
    """Whether a short line above a text is in an element called after the writer, and no sentence."""
    above = line.index - region.body < EDGE and not line.prose
    return above and _SOURCE_NAME.search(line.block.get("class") or "") is not None


def _is_by(line: Line) -> bool:
    """Whether a line says by whom a page was put up, and nothing else."""
    return line.folded.startswith(("boi", "by")) and not line.prose and _BY_WHOM.fullmatch(line.text) is not None
