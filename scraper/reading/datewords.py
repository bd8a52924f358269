"""A date among other words: what of a line is neither date nor what portals print around one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.patterns import rare
from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.dates.folded import AGO, ENGLISH_WEEKDAY, SHORT_WEEKDAY, WEEKDAY
from archive.vietnamese.places import find_province
from archive.vietnamese.spelling import fold
from scraper.reading.kept import kept
from scraper.reading.labelled import ANSWERED, PUBLISHED, READ_TIME, VIEWED, VIEWS, is_credit, may_date
from scraper.reading.labelled_frame import SECTION, SECTION_NAME, SITE, TOOL, TOOLS
from scraper.reading.lines import Line, clean
from scraper.reading.markup import Element
from scraper.reading.moments import stamp_behind
from scraper.reading.posters import POSTER, PUT_UP_BY

_AROUND = re.compile(
    rf"\b(?:{WEEKDAY}|{SHORT_WEEKDAY}|{ENGLISH_WEEKDAY}|ngay|gio|luc|hoi|vao|gmt|utc|am|pm|sa|ch|sang|chieu|toi|phut"
    r"|binh luan|phan hoi|chu thich|permalink|lien ket co dinh|lan|dang|xem|null|in|a|aa)\b"
)
LONG_AGO = re.compile(rf"{AGO}(?:(?<=hom nay|hom qua|hom kia)[\s,|-]{{1,3}}(?:luc )?\d{{1,2}}[:hg]\d\d)?")
"""How long ago something was, as a script prints it beside the day."""
LONG_AGO_WORDS = ("truoc", "xong", "hom ", "cach day")
"""One of them stands in all of it, and in few other lines."""
_POSTED_BY = re.compile(
    r"\b(?:(?:gui|dang|viet|tao|submitted|posted|written|created)\s)?(?:boi|by)\s(?:\S+\s){1,4}?(?:vao|ngay|luc|on|at|\W)"
    r"|\bnguoi (?:dang|gui|tao|nhap|viet)(?: bai| tin)?\s?:\s?(?:\S+\s){1,6}?(?:vao|luc|ngay)\b"
    r"|\b(?:nguoi (?:dang|gui|nhap|cap nhat)(?: bai| tin)?|(?:dang|gui|tao|nhap|cap nhat) boi)\s?:"
    r"\s?\S+(?:\s+\S+){0,3}\s*$"
    r"|\bby\s\S+$|\bboi\s.{2,30}$"
)
_BAR = re.compile(r"\s?[|•·]\s?")
_BUTTON_SIZE = 2
_FIGURES = re.compile(r"\d[/.-]\d{1,2}[/.-](?:19|20)\d\d")
_BUTTON = re.compile(r"A{1,3}[+-]?|[Ff]acebook|FB|Zalo|Twitter|Email|E-mail|Print|Share|RSS|Like|Tweet")
_BUTTON_WITHIN = re.compile(rf"\b(?:{_BUTTON.pattern})(?!\w)")
_MIDDLE_NAMES = frozenset({"văn", "thị"})
"""With these no name ends, though what follows looks like a button: "Nguyễn Văn A"."""
_ON = re.compile(r"(?<=[|•·–—-]\s)on\s?:")
_BARS = re.compile(r"\s?[|•·]\s?|\s[-–—/]\s|(?<=[^\W\d])/\s|(?<=\))/\s?|(?<=\d)\.\s")
_FIELD_SIGNS = re.compile(r"\s[/|•·–—-]\s")
_NEWS_OF = re.compile(r"tin (?!bai\b|anh\b|theo\b)[a-z]+(?: [a-z]+){0,3}")
"""What a section of news is called, with a word that no table knows ("Tin KHCN")."""
_ANOTHER_FIELD = re.compile(r"[\s.,;]*[^\W\d_][^:]{2,25}:")
_FIELDS, _FIELD, _SECTION_FIELD = 5, 30, 60
_LETTER, _FIGURE = re.compile(r"[a-z]"), re.compile(r"\d")
_INITIALS = 2
_NAME = re.compile(r"\b[A-ZÀ-ỸĐ][a-zà-ỹđ]* [A-ZÀ-ỸĐ][a-zà-ỹđ]+\b")
"""Two words as names are written: Lan Anh is one, though "lần" and "ảnh" stand around dates."""
_SHORTEST, _SHORTEST_TITLE = 6, 16
_BRACKET = re.compile(r"[(\[][^()\[\]]{6,60}[)\]]$")
_DATE_ENDS = frozenset(")]0123456789Z")
_OPENING = re.compile(r"[(\[][^()\[\]]{6,60}[)\]]")
_SIGN = re.compile(r"\s*[|(\[•·]\s*|\s[-–—]\s")
_DRESS = ("span", "font", "i", "em", "small")
_LONGEST, _LONGEST_FACTS = 60, 80
_WITHIN = re.compile(r"(?:[-–,/]|\b(?:ngày|đến|từ|lúc|vào|hôm|sáng|chiều|tối|trước|sau))$", re.IGNORECASE)
_OF_SENTENCE = re.compile(r"(?:ngày|từ|đến|lúc) ")
"""What makes the date in an element of its own one that the words before it speak of."""
_LEAD = re.compile(r"\s(?:ngày|lúc|vào|(?-i:on))$", re.IGNORECASE)
"""What leads to a date, behind a name."""
_ICONS = re.compile(r"^[^\w(“\"]+|[^\w).”\"]+$")
_EDGES = " |-–—:;,.()[]/"
_WITHIN_SECTION = re.compile(r"^(?:in|trong)\s")
"""What stands before the section on the line of a day: "by Kiều Trinh on 13/05/2018 in Tin tức"."""
_NUMBERED = (
    *("lop", "to", "khoi", "khoa", "phong", "doi", "ap"),
    *("quan", "phuong", "khu pho", "khu vuc", "chi doan", "so"),
)
_NO_CLASS = "".join(rf"(?<!\b{unit} )" for unit in _NUMBERED) + r"(?<!\b[a-z])(?<!\d[a-z])(?<!\d)"
"""What does not stand before a counter: the word of a class or a unit that has a number ("Lớp 9", "Tổ 3", "K12")."""
_COUNTED = re.compile(r"(?:phong|doi|to|khoa|hat|tram|cum|chi (?:bo|doan|hoi))\s")
"""Units of which an office has several."""
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b|{_NO_CLASS}\d+(?!\d|[a-eikt]\d{{0,2}}\b)|\bgmt\b")
_DAY, _TIME = r"(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?", r"\d{1,2}\s?[:hg]\s?(?:[0-5]\d)?"
_APPOINTED = rare(
    rf"\W*(?:{WEEKDAY},? )?(?:{_DAY},?\s[-–]?\s?(?:luc )?{_TIME}|(?:luc )?{_TIME},?\s[-–]?\s?(?:{WEEKDAY},? )?{_DAY})"
    r"\s?: (?=[^\W\d]+[ ,]+(?:\d+\W+)?[^\W\d]+[ ,]+)"
)


def is_appointment(folded: str) -> bool:
    """Whether a folded line says what takes place at the day and the time that it opens with, as calendars of work do.

    What a portal prints behind its own day is a counter, a credit, or a label.
    """
    found = _APPOINTED.match(folded)
    told = folded[found.end() :] if found is not None else ""
    return bool(told) and not (VIEWS.search(told) or PUBLISHED.search(told) or POSTER.search(told) or is_credit(told))


def date_behind(line: Line) -> str:
    """A date at the end of a line in an element of its own, or in brackets with a label or a time; else nothing.

    A moment as programs write it is no word of what stands before it.
    """
    if line.linked or not line.may_date or line.text[-1] not in _DATE_ENDS:
        return ""
    stamp = stamp_behind(line.text)
    if stamp and len(told := line.text.removesuffix(stamp).rstrip()) >= _SHORTEST and not _says_when(told):
        return "" if _WITHIN.search(told) else stamp
    found = _BRACKET.search(line.text)
    if found is not None and not _says_when(line.text[: found.start()]):
        text, date = found[0], read_date(found[0])
        if date is not None and (PUBLISHED.search(fold(text)) or date.precision in ("minute", "second")):
            return text if found.start() >= _SHORTEST and left_over(fold(text), date) <= _INITIALS else ""
    dressed = (clean("".join(element.itertext())) for element in line.block.iterdescendants(*_DRESS))
    text = next((text for text in dressed if _SHORTEST < len(text) <= _LONGEST and line.text.endswith(text)), "")
    before = line.text.removesuffix(text).rstrip()
    if not text or len(before) < _SHORTEST or _WITHIN.search(before) or _OF_SENTENCE.match(text) or _says_when(before):
        return ""
    date = read_date(text)
    return text if date is not None and left_over(fold(text), date) <= _INITIALS else ""


def facts_behind(line: Line) -> str:
    """The labelled day and the view counter that a line prints behind a title, set apart by a sign or an element."""
    tail = max(_SHORTEST_TITLE, len(line.text) - _LONGEST_FACTS)
    if line.linked or _FIGURE.search(line.text, tail) is None:
        return ""
    own = _last_words(line.block)
    starts = [found.start() for found in _SIGN.finditer(line.text, tail)]
    if own and line.text.endswith(own):
        starts.append(len(line.text) - len(own))
    start = next((start for start in sorted(starts) if start >= tail and _are_facts(line.text[start:])), 0)
    return line.text[start:] if start and not _tells_of_page(line.text[:start]) else ""


def _last_words(block: Element) -> str:
    """What the last element in another prints, where words stand before it and none behind."""
    last = next(block.iterchildren(reversed=True), None)
    if last is None or (last.tail or "").strip() or (last.getprevious() is None and not (block.text or "").strip()):
        return ""
    return clean("".join(last.itertext()))


def _tells_of_page(text: str) -> bool:
    """Whether a text opens as what portals print around a title does, or is hardly more than a day."""
    folded = fold(text)
    if any(label.match(folded) for label in (PUBLISHED, POSTER, VIEWED)) or is_credit(folded):
        return True
    date = read_date(text)
    return date is not None and left_over(folded, date) < _SHORTEST


def _are_facts(text: str) -> bool:
    """Whether a text is nothing but a labelled day and a view counter, or one of them."""
    folded = fold(text)
    if VIEWS.search(folded) is None and PUBLISHED.match(folded.lstrip(_EDGES)) is None:
        return False
    date = read_date(text)
    rest = left_over(folded, date) if date is not None else len(_LETTER.findall(VIEWS.sub(" ", folded)))
    return rest < _INITIALS and (date is not None or VIEWS.search(folded) is not None)


def date_before(line: Line) -> str:
    """A date at the beginning of a heading in brackets or in an element of its own; else nothing."""
    if not line.heading or line.linked or not line.may_date:
        return ""
    found = _OPENING.match(line.text)
    first = next(iter(line.block), None)
    if found is not None:
        text = found[0]
    elif first is not None and first.tag in _DRESS and not (line.block.text or "").strip():
        text = clean("".join(first.itertext()))
    else:
        return ""
    if not _SHORTEST < len(text) <= _LONGEST or not line.text.startswith(text):
        return ""
    rest, date = line.text[len(text) :].lstrip(_EDGES), read_date(text)
    is_title = len(rest) > _SHORTEST and not rest[0].islower()
    return text if is_title and date is not None and left_over(fold(text), date) <= _INITIALS else ""


def _says_when(text: str) -> bool:
    """Whether a text is a label of a day and a day, or how long ago something was, and nothing else."""
    return len(_LETTER.findall(LONG_AGO.sub("", VIEWS.sub("", PUBLISHED.sub("", fold(text)))))) < _INITIALS


def beside_date(text: str) -> str:
    """What a date line prints beside date, labels, sections, counters and buttons, as printed: a name, or little else.

    Of several pieces it is the one with a label of credit ("Tác giả: An / 15/03/2023 / Danh mục: Tin"), or the longest.
    """
    date = read_date(text)
    if date is None:
        return ""
    is_bare = left_over(fold(text), date) < _INITIALS
    if is_bare and not _NAME.search(text):
        return ""
    poster = PUT_UP_BY.search(fold(text))
    rest = (text[: poster.start()] if poster else text).replace(date.printed, "\n", 1)
    folded = fold(rest)
    if len(folded) != len(rest):
        return ""
    kept = list(rest)
    found = [place for pattern in (READ_TIME, VIEWS, _WEEKDAY, _ON) for place in pattern.finditer(folded)]
    spans = [place.span() for place in found if len(place[0]) > 1 or not _ends_unit(rest[: place.start()])]
    for start, end in (*spans, *_labels(rest, folded)):
        kept[start:end] = "\n" * (end - start)
    pieces = (_ICONS.sub("", _LEAD.sub("", _without_edges(piece))) for piece in "".join(kept).split("\n"))
    fields = (piece for field in pieces if field for piece in _without_buttons(field))
    told = [piece for piece in fields if not is_bare or _NAME.search(piece)]
    credited = (piece for piece in told if is_credit(fold(piece)))
    named = [piece for piece in told if not names_section(piece)]
    unlike = [piece for piece in named if not is_section(_WITHIN_SECTION.sub("", fold(piece)))]
    return next(credited, None) or max(unlike or named, key=len, default="")


def without_buttons(text: str) -> str:
    """A line of fields without the buttons among them, as it stands where there are none, or where it is a name."""
    if text.istitle() and "|" not in text and _BUTTON_WITHIN.search(text) is None:
        return text
    told = " | ".join(_without_buttons(text))
    return told if len(told) + _BUTTON_SIZE < len(text) else text


def without_province(line: Line) -> str:
    """A date line without the province that stands before the day in one element, beside that of a person."""
    for element in line.block.iterchildren("span", "em", "i", "b", "strong", "small", "time", "font"):
        place, _, day = clean("".join(element.itertext())).partition(", ")
        if day and find_province(place) is not None and read_date(day) is not None:
            return line.text.replace(f"{place}, {day}", day, 1)
    return line.text


def _ends_unit(before: str) -> bool:
    """Whether a text ends as the name of a unit does, which a single figure behind it numbers ("Phòng Nghiệp vụ 2")."""
    named = read_byline(_SIGN.split(before.rpartition("\n")[2])[-1])
    return named.organisation is not None and not named.people and _COUNTED.match(fold(named.organisation)) is not None


def _labels(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where the labels of a day stand in a text; a name before one is none of it ("Hải Đăng Ngày gửi: …")."""
    place = 0
    while (found := PUBLISHED.search(folded, place)) is not None:
        first, *others = text[found.start() : found.end()].split(" ")
        named = others and others[0][:1].isupper() and not first.isupper()
        if named and not folded.startswith("dang cong bao", found.start()):
            place = found.start() + len(first)
        else:
            yield found.span()
            place = found.end()


def _is_in_brackets(words: list[str]) -> bool:
    """Whether a bracket was opened among some words and not closed: "Lê Thị Mai (GV lớp 5 tuổi"."""
    before = " ".join(words)
    return before.count("(") > before.count(")")


def _without_buttons(text: str) -> Iterator[str]:
    """The fields of a text between bars, without buttons that stand there or beside what is told."""
    for field in _BAR.split(text):
        if TOOLS.fullmatch(fold(field)):
            continue
        words = _without_edges(field).split(" ")
        named = (start for start in range(1, len(words)) if words[start - 1].lower() not in _MIDDLE_NAMES)
        starts = (start for start in named if _open_button(words[start:]) and not _is_in_brackets(words[:start]))
        words = words[: next(starts, len(words))]
        ends = (end for end in range(len(words) - 1, 0, -1) if words[end][:1].isupper() and _open_button(words[:end]))
        if told := _without_edges(" ".join(words[next(ends, 0) :])):
            yield told


def _without_edges(text: str) -> str:
    """A field without the signs around it; a bracket that closes one within it stays: "Lê Hà (12A4)"."""
    told = text.strip(_EDGES)
    closes = told.count("(") > told.count(")") and text.partition(told)[2].startswith(")")
    return f"{told})" if closes else told


def _open_button(words: list[str]) -> bool:
    """Whether words are buttons and written as such: the second word of no name has a small letter."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not (first[:1].isupper() and second[:1].islower()) and not _BUTTON.fullmatch(first):
        return False
    return TOOLS.fullmatch(fold(" ".join(words))) is not None


def stands_in_row(text: str, date: PrintedDate) -> bool:
    """Whether a line is a row of short fields set apart by bars, of which one is a date alone."""
    before, _, behind = text.partition(date.printed)
    (*first, opening), (closing, *last) = _BARS.split(before), _BARS.split(behind)
    others = [field.strip() for field in (*first, *last)]
    if not others or len(others) > _FIELDS or any(map(_is_long, others)):
        return False
    return left_over(fold(f"{opening}{date.printed}{closing}"), date) < _INITIALS


def _is_long(field: str) -> bool:
    """Whether a field is longer than facts are, of which a section behind its label is the longest."""
    return len(field) > _FIELD and (len(field) > _SECTION_FIELD or SECTION.match(fold(field)) is None)


def names_section(text: str) -> bool:
    """Whether one of the fields of a line is labelled as the section of the site that the page belongs to."""
    return any(SECTION.match(fold(field)) for field in _BARS.split(text))


def is_section(folded: str) -> bool:
    """Whether what a line prints beside its day is what sections of a site are called."""
    return SECTION_NAME.fullmatch(folded) is not None or SITE.fullmatch(folded) is not None


def beside_section(text: str) -> str:
    """The one field of a line of which all others name sections ("Tin tức / Lê Sen"), and no agency; else nothing."""
    fields = [field.strip() for field in _FIELD_SIGNS.split(text)]
    others = [field for field in fields if not _names_no_agency(field)] if len(fields) > 1 else []
    return others[0] if len(others) == 1 < len(fields) else ""


def in_section(text: str) -> bool:
    """Whether one of the fields of a line between bars names a section, and no agency."""
    return any(_names_no_agency(field.strip()) for field in _BAR.split(text) if field.strip())


def _names_no_agency(section: str) -> bool:
    """Whether a field is called as sections are, and as no agency is."""
    folded = fold(section)
    if _NEWS_OF.fullmatch(folded):
        return True
    return is_section(folded) and read_byline(section).organisation is None


def field_of(text: str, date: PrintedDate) -> str:
    """The part of a line, between bars, that prints a date, with the one before it where it prints nothing else."""
    if date.printed not in text:
        return text
    before, _, behind = text.partition(date.printed)
    (*first, opening), closing = _BARS.split(before), _BARS.split(behind)[0]
    alone = not any(map(str.isalpha, opening + closing))
    return " ".join([*(first[-1:] if alone else []), opening + date.printed + closing])


def posted_field(text: str, date: PrintedDate) -> str:
    """The label of posting and the day right behind it, where other fields stand around the two; else nothing."""
    before, day, behind = text.partition(date.printed)
    folded = fold(before)
    label = next(reversed(list(PUBLISHED.finditer(folded))), None) if day and len(folded) == len(before) else None
    if label is None or folded[label.end() :].strip(" :") or (behind and not _ANOTHER_FIELD.match(behind)):
        return ""
    opens = before[: label.start()].rstrip(_EDGES)
    is_field = before[label.start()].isupper() and (not opens or opens[-1].isdigit())
    return before[label.start() :] + day if is_field else ""


def answered_field(line: Line) -> str:
    """What a line with a day says of that of an answer, behind that of the question; else all of it."""
    label = ANSWERED.search(line.folded)
    if label is None or len(line.folded) != len(line.text) or not may_date(line.folded[: label.start()]):
        return line.text
    field = line.text[label.start() :]
    date = read_date(field)
    return field.partition(date.printed)[0] + date.printed if date is not None else line.text


@kept
def left_over(folded: str, date: PrintedDate) -> int:
    """The letters of a line that are neither date nor what usually stands around one."""
    rest = folded.replace(fold(date.printed), " ", 1)
    if _LETTER.search(rest) is None:
        return 0
    rest = LONG_AGO.sub(" ", READ_TIME.sub(" ", rest))
    rest = TOOL.sub(" ", rest)
    rest = _AROUND.sub(" ", VIEWS.sub(" ", PUBLISHED.sub(" ", _POSTED_BY.sub(" ", rest))))
    account = POSTER.match(rest)
    return len(_LETTER.findall(rest, account.end() if account is not None else 0))


def names_period(line: Line) -> bool:
    """Whether a line tells of a month or a year and names no day ("Lịch tiếp công dân tháng 5/2017")."""
    if _FIGURES.search(line.text) is not None:
        return False
    date = read_date(line.text)
    return date is not None and date.precision in ("month", "year") and PUBLISHED.search(line.folded) is None
