"""Lines that are a name and nothing else, as whoever wrote signs below a text or beside its day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.vietnamese.byline_names import is_of_known_words
from archive.vietnamese.byline_words import TITLE
from archive.vietnamese.bylines import read_byline, writes_for_office
from archive.vietnamese.spelling import fold
from scraper.reading.alignment import stands_right
from scraper.reading.attachments import leads_to_any_file
from scraper.reading.captions import is_caption
from scraper.reading.datewords import without_buttons
from scraper.reading.labelled import CREDIT_ALONE, RECORD
from scraper.reading.labelled_frame import CONTACT, SITE, TOOLS
from scraper.reading.lines import Line, Printed, clean
from scraper.reading.posters import POSTER_ALONE
from scraper.reading.sources import named_site, names_source
from scraper.reading.tables import largest_of_several
from scraper.reading.writermarks import is_of_writer, leads_to_account

_CELL, _NEAR, _FOREIGN = 250, 6, 3
_FULL_NAME, _LONGEST = 3, 120
"""Words of a name, with whose first letters some sign."""
_LOWEST = 3
"""The level from which headings may be names, in large type."""
_SIGNED = re.compile(
    r"\W*(?:tm|kt|tl|tuq|thua lenh|quyen|noi nhan|kinh gui|nguoi ky|da ky|thu truong|(?:nguoi )?dai dien"
    r"|nguoi (?:lap|bao cao|lam don|viet don|phat ngon|de nghi|khai|nop|nhan)|ky(?: ten)?,? ghi ro ho ten|ky ten"
    r"|(?:lop|to|doi|nhom|doan|thon|ban) truong|gvcn|chu nhiem"
    r"|(?:pho )?(?:chu tich|(?:tong )?giam doc|hieu truong|bi thu|chanh van phong|truong (?:ban|phong|khoa|tram)"
    r"|vien truong|(?:chi )?cuc truong))\b"
)
"""How the signature of an official paper begins."""
_LINKED = re.compile(r"\W*(?:cac )?(?:website|trang web|lien ket)\b(?!\.)")
"""What boxes of links to other sites are called."""
_MARKS = re.compile(r"\[links\(\)\]|[|/\\.,;–—\-]+\s*$|^\s*[|✍✎✏✒📝🖊🖋\ufe0f]+")
_ICON = re.compile(r"^[👤👥👨👩🧑🙍🙎]\ufe0f?\s?|\s[👁🔍📊👀]\ufe0f?\s?\d[\d.,]*(?:\s(?:lượt )?xem)?$")
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:,\d)*(?=\s?(?:[,;&*-]|$))")
"""The number of a note behind a name."""
EDITORS = re.compile(
    r"\W*(?:nhom\s)?(?:p\.?v|c\.?t\.?v|phong vien|cong tac vien|b\.?b\.?t|ban bien tap|btv)\b\W*.{0,20}"
)
_DESK = re.compile(
    r"\W*(?:van phong|phong|khoa|to(?! chuc)|don vi)\s?:?\s\w|\W*ban (?:thoi su|bien tap|phong vien|ban doc)\b"
)
"""Editors and reporters without a name."""
_WRAPPED = re.compile(r"([*–—-]{1,3})\s?(\w[^*–—-]{2,60}?)\s?\1\.?")
"""A name between signs: "- Anh Thư -"."""
_STARRED = re.compile(r"([*•●])\s?(\w[^*•●:]{2,60})")
"""A name behind a star: "* Duy Khôi"."""
_FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,2}\)|\*{1,3})\s?\S")
_SIGNERS = re.compile(
    r"\W*(?:uy ban|ubnd|hdnd|hoi dong|thuong truc|ban (?:giam|to chuc|chap hanh|thuong vu|chi dao))\b"
)
"""Who signs what is announced."""
_SPOKEN_OF = re.compile(r"\W*(?:đồng chí|đ/c|ông|bà)\s", re.IGNORECASE)
"""How somebody is told of, as nobody signs: "Đồng chí Nguyễn Văn Nam", "Bà Lê Thị Mận"."""
_CLOSING = re.compile(
    r"\W*(?:de nghi|yeu cau|tham du|cung du)\b.*\.|.*\b(?:thong bao|tra loi) de \w+.*\bbiet\W*"
    r"|.*\b(?:tran trong|kinh) (?:thong bao|cam on|bao|moi|kinh moi|de nghi)\W*"
)
"""A short last sentence of a text in which an agency speaks or is spoken to: "Ban Tổ chức trân trọng cảm ơn!"."""
_ITEM = re.compile(r"\s*(?:[-+*•]|\d)")
_UNION = re.compile(r"\W*đoàn trường\b", re.IGNORECASE)
"""The Youth Union of a school, which without its marks reads as who leads a delegation ("Đoàn trưởng")."""
_ENGLISH = re.compile(r"By(?: [A-Z][a-z]+){2,4}")
_SEVERAL = re.compile(r"\s?[,;&–-]\s?")
WEEKDAY = re.compile(r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)", re.IGNORECASE)
"""For a line as it is printed: without their marks the names Thu Hải, Thư Tư and Thu Năm read as weekdays do."""
_EMAIL = re.compile(r"\s\S+@\S+$")
_ABOUT = re.compile(
    r"\s*[-–|•·]?\s(?:thông tin tác giả|về tác giả|theo dõi(?: tác giả)?|tất cả bài viết(?: của tác giả)?"
    r"|(?:xem|các bài viết|bài viết) (?:thêm|khác|tất cả|cùng)\b.{0,40})\W*$",
    re.IGNORECASE,
)
"""What leads from the name of a writer to what else there is of that writer."""
_COUNTED = re.compile(r"([^\W\d][^|:\d]{2,40}?)\s?[|•·–-]?\s?\d[\d.,]*\s?(?:lượt (?:xem|đọc)|views)", re.IGNORECASE)
"""A name on one line with the view counter, which may stand glued to it."""
_NUMBER = re.compile(r"\d+\s?/|,\s(?:số\s)?\d")
"""The number of a paper or of a house."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A byline as printed with the lines that print it."""

    text: str
    start: int
    end: int
    score: float
    people: bool = False
    why: str = ""


def without_linked_buttons(line: Line, text: str) -> str:
    """A text of a line without the buttons at its ends that have elements of their own."""
    for button in line.block.iterchildren("a", "button", "span", reversed=True):
        if button.tag != "span" or button.get("onclick"):
            words = clean("".join(button.itertext()))
            if words and TOOLS.fullmatch(fold(words)) is not None:
                text = text.removesuffix(f" {words}").removeprefix(f"{words} ").rstrip(" |")
    return text


def initials_of(text: str, fewest: int = _FULL_NAME) -> str:
    """The first letters of the words of the one full name that a byline prints; nothing where it prints another.

    A full name has as many words as `fewest`.
    """
    people = read_byline(text).people
    words = fold(people[0]).split() if len(people) == 1 else []
    return "".join(word[0] for word in words) if len(words) >= fewest else ""


def name_before_counter(text: str) -> str:
    """The person whom a text names before the view counter and nothing else; nothing where it names nobody."""
    found = _COUNTED.fullmatch(text) if text[-1:].isalpha() else None
    return found[1] if found is not None and " " in found[1] and read_byline(found[1]).people else ""


def names_desk(text: str, folded: str) -> bool:
    """Whether a text begins with editors or reporters without a name, or names a source and nothing else."""
    return _DESK.match(folded) is not None or names_source(text)


def names_several(text: str) -> bool:
    """Whether a line is a list of people, or one with degrees before the names."""
    if len(text) > _LONGEST or not (TITLE.match(text) or ";" in text or "," in text):
        return False
    people = len(read_byline(text).people)
    return people > text.count(";") + text.count(",") or (people > 0 and TITLE.match(text) is not None)


def name_alone(printed: Printed, line: Line, place: int, *, begin: int = 0, in_table: bool = False) -> Credit | None:
    """A line that is a name and nothing else, among others of an announcement that stand from line `begin`.

    In a row of cells it is a record's, unless a table of facts is `in_table` known to stand there.
    """
    if line.may_date or 0 < line.heading < _LOWEST or (is_cell(line) and not in_table):
        return None
    if line.is_tool or leads_to_any_file(line) or _labels_fields(line):
        return None
    if (
        (_SIGNED.match(line.folded) and not _UNION.match(line.text))
        or (_LINKED.match(line.folded) and not credits_site(printed, line))
        or is_spoken_of(line.text)
        or leads_to_account(line)
    ):
        return None
    if any(label.fullmatch(line.folded) for label in (RECORD, CREDIT_ALONE)) or WEEKDAY.fullmatch(line.text):
        return None
    wrapped = set_off(printed, line)
    if not wrapped and _ITEM.match(line.text) and not names_source(line.text):
        return None
    told = _told(line)
    text = wrapped[2] if wrapped else _MARKS.sub("", without_buttons(told)).strip()
    if not text or _NUMBER.search(text) or (":" in text and not _is_of_unit(printed, line, text)):
        return None
    if is_foreign(text):
        return None
    before = printed.lines[line.index - 1] if line.index > begin else None
    if before is not None and len(before.text) < 60 and (_is_signed_below(before) or RECORD.match(before.folded)):
        return None
    if before is not None and POSTER_ALONE.fullmatch(before.folded):
        return None
    byline = read_byline(text)
    of_site = SITE.fullmatch(line.folded) is not None and not names_source(line.text)
    if of_site and not (byline.organisation and _is_beside_text(printed, line)):
        return None
    if not byline.people and (
        line.heading or is_caption(line) or _is_at_foot(printed, line) or _CLOSING.fullmatch(line.folded)
    ):
        return None
    score = 0.0
    dressed = line.bold or line.italic or stands_right(line.block)
    if byline.people and (dressed or len(text.split()) > 1 or any(map(str.isupper, text[1:])) or "." in text):
        score = 3.0
    elif byline.source or EDITORS.fullmatch(line.folded):
        score = 2.8
    elif byline.organisation and (not text.isupper() or " " not in text or _is_desk(printed, line)):
        score = 2.6
    if not score:
        return None
    score += 0.6 if stands_right(line.block) else 0
    score += 0.4 if line.bold * 10 >= len(line.text) * 8 else 0
    score += 0.2 if line.italic * 10 >= len(line.text) * 8 else 0
    printed_name = _ABOUT.sub("", _EMAIL.sub("", told))
    score -= 0.15 * (place - 1)
    return Credit(printed_name, line.index, line.index + 1, score, bool(byline.people), "a short last line")


def credits_site(printed: Printed, line: Line) -> bool:
    """Whether a line right below a text, in what holds that, names the site that it is from.

    Neither links, a picture or a frame nor the address of its owner follow it, as in a box or at the foot of a page.
    """
    if not line.index or line.linked or not named_site(line.text):
        return False
    behind = line.block.getnext()
    if (
        behind is not None
        and not "".join(behind.itertext()).strip()
        and any(True for _ in behind.iter("img", "iframe"))
    ):
        return False
    above, below = printed.lines[line.index - 1], printed.lines[line.index + 1 : line.index + 2]
    home = line.block.getparent()
    beside = any(
        (other.linked or CONTACT.match(other.folded)) and home in other.block.iterancestors() for other in below
    )
    return above.prose > 0 and above.block.getparent() is home and not beside


def set_off(printed: Printed, line: Line) -> re.Match[str] | None:
    """The name that a line prints between signs, or behind a star that begins no item of a list."""
    found = _STARRED.fullmatch(line.text)
    if found is None:
        return _WRAPPED.fullmatch(line.text)
    block = line.block
    dressed = stands_right(block) or is_of_writer(block) or line.bold * 10 >= len(found[2]) * 8
    beside = printed.lines[max(0, line.index - 1) : line.index] + printed.lines[line.index + 1 : line.index + 2]
    return None if not dressed or any(_ITEM.match(other.text) for other in beside) else found


def is_footnote(printed: Printed, line: Line) -> bool:
    """Whether a line begins with the mark of a note, and neither a name nor a source is set off so."""
    if _FOOTNOTE.match(line.folded) is None:
        return False
    return set_off(printed, line) is None and not names_source(line.text)


def _is_of_unit(printed: Printed, line: Line, text: str) -> bool:
    """Whether a dressed line right below a text tells who wrote it behind the unit or the work of that person.

    "Đài Truyền thanh xã: Hoàng Nam", "Công chức Văn hóa - Xã hội: Nguyễn Thị Hà", and none whose office signs papers.
    """
    above = printed.lines[line.index - 1].text if line.index else ":"
    signs = max(line.bold, line.italic) * 10 >= len(text) * 8 and above.endswith((".", "!", "”"))
    if not (signs or stands_right(line.block)) or above.endswith(":"):
        return False
    unit, _, name = text.partition(":")
    if not read_byline(text).people or is_spoken_of(name):
        return False
    if writes_for_office(unit) or TITLE.fullmatch(f"{unit.strip()} "):
        return True
    of_unit = read_byline(unit)
    return of_unit.organisation is not None and not of_unit.people and not names_signer(unit)


def _labels_fields(line: Line) -> bool:
    """Whether a line is what stands before the fields of a form in sight: "Tuần … Năm …"."""
    return any(field.get("type") != "hidden" for field in line.block.iter("select", "input", "textarea"))


def _told(line: Line) -> str:
    """The text of a line without the icon of a person before it, a counter behind another, last buttons, and marks."""
    text = _ICON.sub("", line.text) if not line.text[0].isalnum() else line.text
    if _MARK.search(text) is not None and next(line.block.iter("sup"), None) is not None:
        text = _MARK.sub("", text)
    return without_linked_buttons(line, text)


def is_spoken_of(text: str) -> bool:
    """Whether a text tells of somebody, as nobody signs: "Đồng chí Nguyễn Văn Nam", "Bà Lê Thị Mận"."""
    return _SPOKEN_OF.match(text) is not None


def names_signer(text: str) -> bool:
    """Whether a text begins as what stands below an official paper: an office that signs, or who acts for one."""
    folded = fold(text)
    return bool(_SIGNED.match(folded) or _SIGNERS.match(folded))


def is_foreign(text: str) -> bool:
    """Whether a text without any mark of Vietnamese has more words than the names without one have.

    Those of a surname and of what parents give alone may be longer: Mai Thu Trang.
    """
    if not text.isascii() or "'" in text or _ENGLISH.fullmatch(text) or EDITORS.match(fold(text)):
        return False
    several = [name for name in _SEVERAL.split(text.partition("(")[0]) if len(name.split()) >= _FOREIGN]
    return not all((people := read_byline(name).people) and all(map(is_of_known_words, people)) for name in several)


def _is_signed_below(line: Line) -> bool:
    """Whether who signs what is announced stands below a line: it names the office, or in capitals the body."""
    return bool(_SIGNED.match(line.folded) or (line.text.isupper() and _SIGNERS.match(line.folded)))


def _is_desk(printed: Printed, line: Line) -> bool:
    """Whether an agency in capitals is one that wrote: to the right below a text, or named so, and none that signs."""
    behind = printed.lines[line.index - 1].prose > 0 or _is_beside_text(printed, line)
    return not _SIGNERS.match(line.folded) and ((stands_right(line.block) and behind) or is_of_writer(line.block))


def _is_at_foot(printed: Printed, line: Line) -> bool:
    """Whether a line is the last of the page, apart from the text, or stands in its foot."""
    if next(line.block.iterancestors("footer"), line.block).tag == "footer":
        return True
    if line is not printed.lines[-1] or line.bold or stands_right(line.block) or is_of_writer(line.block):
        return False
    return not _is_beside_text(printed, line)


def _is_beside_text(printed: Printed, line: Line) -> bool:
    """Whether one of the lines just above is running text of the element in which a line stands."""
    home = line.block.getparent()
    above = printed.lines[max(0, line.index - _NEAR) : line.index]
    return any(other.prose and other.block.getparent() is home for other in above)


def is_cell(line: Line) -> bool:
    """Whether a line stands in a row of several cells with text: a record, or the foot of an official paper."""
    if line.cell is None:
        return False
    return 0 < largest_of_several(line.cell.getparent()) <= _CELL
