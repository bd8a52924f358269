"""Lines that are nothing but a name: of an agency, of somebody, of the site at its head and its foot."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from archive.vietnamese.surnames import COMMON, FURTHER
from scraper.reading.kept import kept
from scraper.reading.labelled_frame import FOOTER
from scraper.reading.lines import Line, Printed

_DONE = re.compile(
    r"\d|,|\b(?:kinh gui|ban hanh|to chuc|trien khai|thong bao|tang cuong|khai mac|lam viec|gap mat|phoi hop|kiem tra"
    r"|tham|hop|cong bo|tiep|thuc hien|don|trao|ra mat|ky ket|phat dong|day manh|chu dong|tuyen dung|lay y kien"
    r"|giam sat|ra soat|ve dich|khai giang|be mac|tong ket|so ket|ra quan|chuc mung|khai truong|doi thoai|giu chuc"
    r"|quan triet|ket nap|vinh danh|bieu duong|bo nhiem|tap huan|dien tap|toa dam"
    r"|hoan thanh|khanh thanh|khoi cong|ban giao)\b"
)
"""What an agency did, or when: more than its name."""
_SURNAME = re.compile(rf"(?:{COMMON}|{FURTHER}) \S+ ")
_AGENCY_WORDS, _LONG_AGENCY, _NAME_WORDS = 8, 16, 4
_OF_PLACE = re.compile(
    r"(?<!\btại)(?<!\bở)(?<!\bcho)(?<!\bbàn)\s(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)\.?\s"
    r"(\S+(?:\s\S+){0,4})$",
    re.IGNORECASE,
)
"""How the long name of an agency ends: with that of its place."""
_DASHES = ("-", "–", "&")
_MENU = 4
"""Links from which what stands between a name and the first prose is a menu."""
_LEAST = 10
"""Letters of a name that the foot of a site repeats."""
_HIGHEST = (1, 2)
_SHORT, _FEW_TITLES = 60, 2
"""Characters of the name of a site, and lines that say a title with more words, at most."""


def tells_of_deed(folded: str) -> bool:
    """Whether a line says what an agency did, or when."""
    return _DONE.search(folded) is not None


def tells_of_someone(text: str) -> bool:
    """Whether a line has the name of a place or of somebody in it, of whom the names of sections tell nothing."""
    return any(first.istitle() and second.istitle() for first, second in pairwise(text.split()[1:]))


def _ends_with_place(text: str) -> bool:
    """Whether a text ends with the name of a place, in words with capitals."""
    place = _OF_PLACE.search(text)
    return place is not None and all(word[0].isupper() for word in place[1].split() if word not in _DASHES)


def is_name(text: str, *, over_page: bool = False) -> bool:
    """Whether a line names an agency or somebody and says nothing of them.

    Names may be longer that are in capitals, or stand `over_page` in its highest heading.
    """
    words = [word for word in text.split() if word not in _DASHES]
    is_long = len(words) > _AGENCY_WORDS
    if is_long and not ((over_page or text.isupper()) and len(words) <= _LONG_AGENCY and _ends_with_place(text)):
        return False
    if tells_of_deed(fold(text)):
        return _is_of_one(text)
    if len(words) > _NAME_WORDS and not any(word[0].isupper() for word in words[1:]):
        return False  # names of agencies have capitals within
    byline = read_byline(text)
    return bool(byline.organisation or byline.source or byline.people)


def _is_of_one(text: str) -> bool:
    """Whether a text is one person's full name, which may sound like a deed: "Nông Thị Hồng Thắm"."""
    return _SURNAME.match(text) is not None and text.istitle() and read_byline(text).people == (text,)


def is_owner(printed: Printed, line: Line) -> bool:
    """Whether a line is the name of an agency over the site's menu, in the dress of a page's head."""
    if line.heading not in _HIGHEST and not line.text.isupper():
        return False
    below = islice(printed.lines, line.index + 1, None)
    text = next((other.index for other in below if other.prose), len(printed.lines))
    entries = printed.links_within(line.index + 1, text - 1)
    menu = islice((index for index, _ in entries if not printed.lines[index].is_tool), _MENU)
    return len(list(menu)) == _MENU and read_byline(line.text).organisation is not None


def names_site(printed: Printed, line: Line) -> bool:
    """Whether a short line is part of several others, as the name of an agency is and a title is not.

    Within a sentence a name keeps its capital, and what is done has none: "yêu cầu cấp Giấy xác nhận".
    """
    key, text = line.key, line.text
    if len(key) >= _SHORT:
        return False
    longer = (other for other in printed.lines if len(other.folded) > len(key))
    others = (other for other in longer if key in other.key and key != other.key)
    deed = f" {text[0].lower()}{text[1:]}" if text[0].isupper() else text
    said = (other for other in others if deed == text or deed not in other.text)
    return len(list(islice(said, _FEW_TITLES))) == _FEW_TITLES


def is_at_foot(printed: Printed, line: Line) -> bool:
    """Whether the foot of the site prints the same words, as it does with its name."""
    if len(line.key) < _LEAST:
        return False
    foot = next((index for index in _feet(printed) if index > line.index), None)
    if foot is None:
        return False
    return any(line.key in other.key for other in printed.lines[max(line.index + 1, foot - 3) : foot + 6])


@kept
def _feet(printed: Printed) -> list[int]:
    """The lines of a page's second half that may open its foot; kept, since each candidate asks."""
    return [line.index for line in printed.lines[len(printed.lines) // 2 :] if FOOTER.match(line.folded)]
