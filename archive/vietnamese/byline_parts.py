"""What a piece of a byline is: a person, an agency, an outlet, the anonymous reporter, or nothing of these."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from archive.vietnamese.byline_names import SURNAMES, is_spelt_out, read_name
from archive.vietnamese.byline_words import (
    ADDRESSES,
    AGENCIES,
    DEGREES,
    LOGINS,
    NEVER_IN_NAMES,
    NOT_AGENCIES,
    OFFICES,
    OUTLET_HEADS,
    OUTLETS,
    PROSE,
    REPORTERS,
    UNIONS,
    either,
    phrases,
)
from archive.vietnamese.spelling import fold


class Kind(Enum):
    """What a piece of a byline names."""

    PERSON = "a person"
    INITIALS = "two or three capitals without dots: a person's or a unit's"
    REPORTER = "the paper's own reporter, without a name"
    OFFICE = "an office (Bí thư Tỉnh ủy)"
    AGENCY = "an agency or desk"
    OUTLET = "an outlet"
    UNKNOWN = "none of these"


class Part(NamedTuple):
    """What a piece of a byline names, and the text that names it (of a person: the display form)."""

    kind: Kind
    text: str


_FIRST_WORD = re.compile(r"[^\W_]+")
_UNION = re.compile(
    rf"{either(map(str.capitalize, UNIONS))}"
    r" (?:(?:xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|thôn|ấp|bản) )?(?!Việt Nam|Online)"
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info|tv|asia|edu|gov)", re.IGNORECASE)
_TITLES = re.compile(rf"(?:{either(DEGREES)}(?:\. ?| )|{either(ADDRESSES)} )+", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-ZĐƯÔÂĂ]{2,}(?:[-–&][A-ZĐƯÔÂĂ]+)*")
_POLICE_ROOM = re.compile(r"P[A-Z]\d{2}")
_OPENING_ACRONYM = re.compile(r"([A-ZĐƯÔÂĂ]{2,})[ –-]")
_PROVINCES = (
    "AG|BG|BK|BL|BN|BT|BD|BĐ|BP|CB|CM|CT|ĐB|ĐL|ĐN|ĐT|GL|HG|HN|HT|HD|HP|HB|HY|KH|KG|KT|LC|LĐ|LS|LA|NĐ|NA|NB|NT|PT|PY|QB|QN"
    "|QT|ST|SL|TN|TB|TTH|TH|TG|TV|TQ|VL|VP|YB|BRVT|VT"
)
_NEWSPAPER = re.compile(f"BB?(?:{_PROVINCES})(?:ĐT|O)?|(?:{_PROVINCES})(?:ĐT|O|TV)")
"""Initials of a province and a medium: Báo Tây Ninh (BTN), Báo Bắc Ninh điện tử (BBNĐT), Quảng Trị online (QTO)."""

_DEEDS = either(
    phrases("""
    tổng hợp, thực hiện, sưu tầm, biên soạn, biên tập, biên dịch, lược dịch, lược ghi, lược thuật, tổng thuật,
    giới thiệu, tường thuật, phỏng vấn, đưa tin, ghi, dịch, st
""")
)
_SHORT_DEEDS = r"trích lược|trích|ghi chép|chọn lọc|cung cấp|t\.?h|s\.t|b\.?t|b\.?s|g\.?t|t\.hợp"
ROLE = re.compile(rf"(?:(?:{_DEEDS}|{_SHORT_DEEDS})(?!\w)[ .,:&-]*(?:và )?)+", re.IGNORECASE)
"""What somebody did with a text, behind the name: (thực hiện), (sưu tầm và biên soạn), (TH)."""

_ROLE_INSIDE = re.compile(rf" (?:{_DEEDS}(?!\w)|(?:theo|nguồn):? )")
TAKEN_FROM = re.compile(r"(?:theo|nguồn|từ)(?: (?:nguồn|từ|tin))?:? ", re.IGNORECASE)
_EDITIONS = (" online", " điện tử")
_HEADS = {*AGENCIES, *OUTLET_HEADS, *OFFICES, *REPORTERS}
_SOFT_HEADS = {"trường", "đoàn", "khoa"}
_OPENERS = _HEADS | _SOFT_HEADS | {"p"} | {re.split("[. ]", title)[0] for title in DEGREES | ADDRESSES}
_VOWELS = frozenset("aeiouy")
_PLACE = 4
"""Words of the name of a place at most."""
_MOST_WORDS = 16
"""Words of the longest piece in which a person and an agency are looked for without a separator between them."""


def read_parts(text: str) -> list[Part]:
    """What a piece of a byline without separators names: nothing, one thing, or a person with an agency or outlet.

    What stands there twice (Hữu Trí Hữu Trí) counts once.
    """
    text = _once(text)
    lower = text.lower()
    first = _FIRST_WORD.match(lower)
    if not first or lower in LOGINS:
        return []
    part = _outlet(text, lower)
    if not part and first[0] in _OPENERS:
        if titled := _titled(text):
            return titled
        part = _headed(text, lower, first[0])
    if not part and _is_union(text):
        part = Part(Kind.AGENCY, text)
    if not part and text.isupper():
        part = _acronym(text)
    if part:
        return (_holder(text) if part.kind is Kind.OFFICE else []) or [part]
    if role := _ROLE_INSIDE.search(lower):
        return _with_role(text, role.start())
    if name := read_name(text):
        return [Part(Kind.PERSON, name)]
    return _with_agency(text) or [Part(Kind.UNKNOWN, text)]


def _once(text: str) -> str:
    """The text, one half of it where several words are there twice."""
    half = len(text) // 2
    first, second = text[:half], text[half + 1 :]
    is_double = text[half : half + 1] == " " in first and first.lower() == second.lower()
    return _once(text[:half]) if is_double else text


def opens(text: str, first: str, index: dict[str, tuple[str, ...]]) -> str | None:
    """The longest phrase of the index that opens a text in lower case, whose first word is given, at a word's end."""
    for phrase in index.get(first, ()):
        if text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum():
            return phrase
    return None


def agency_of_office(office: str) -> str | None:
    """The agency that an office names ("Phó Giám đốc Sở Tư pháp", "Trưởng phòng Nội vụ"); "Giáo viên" names none."""
    lower = office.lower()
    phrase = opens(lower, lower.partition(" ")[0], OFFICES)
    if not phrase or len(phrase) == len(office):
        return None
    words = phrase.split(" ")
    for head in (" ".join(words[-2:]), words[-1]):
        if head in AGENCIES.get(head.partition(" ")[0], ()):
            return office[len(phrase) - len(head) :]
    rest = office[len(phrase) :].strip(" ,-–")
    return rest if any(part.kind is Kind.AGENCY for part in read_parts(rest)) else None


def _outlet(text: str, lower: str) -> Part | None:
    if text == lower and " " in text:  # "tin tức" is a section, and "nhân dân" the people
        return None
    if lower in OUTLETS or lower.rstrip("0123456789") in OUTLETS or ("." in text and _DOMAIN.fullmatch(text)):
        return Part(Kind.OUTLET, text)
    edition = lower.endswith(_EDITIONS) and lower.removesuffix(_EDITIONS[0]).removesuffix(_EDITIONS[1]) in OUTLETS
    return Part(Kind.OUTLET, text) if edition else None


def _titled(text: str) -> list[Part]:
    """A person behind a degree, a rank or a form of address, perhaps with an agency."""
    title = _TITLES.match(text)
    parts = read_parts(text[title.end() :]) if title else []
    return parts if parts and parts[0].kind is Kind.PERSON else []


def _headed(text: str, lower: str, first: str) -> Part | None:
    """What the first words give away: Báo …, PV …, Phó Giám đốc …, Sở …; a name behind it is the person's."""
    if opens(lower, first, NOT_AGENCIES):
        return None
    if opens(lower, first, OUTLET_HEADS):
        return Part(Kind.OUTLET, text)
    if phrase := opens(lower, first, REPORTERS):
        return _person_or(Kind.REPORTER, text, phrase)
    if phrase := opens(lower, first, OFFICES):
        return _person_or(Kind.OFFICE, text, phrase)
    known = opens(lower, first, AGENCIES)
    if text == known and not _VOWELS.isdisjoint(fold(text)):
        return None  # "ban" and "đơn vị" by themselves name nobody, while "bbt" does
    agency = (first in _SOFT_HEADS and _is_of_field(text)) or known or _is_short_for_room(text)
    return Part(Kind.AGENCY, text) if agency else None


def _is_union(text: str) -> bool:
    """Whether a place follows those whose union is meant: "Phụ nữ Trung Sơn", "Tuổi trẻ xã Yên Sơn"."""
    union = _UNION.match(text)
    words = text[union.end() :].split(" ") if union else []
    return 0 < len(words) <= _PLACE and all(word.isalpha() and word[0].isupper() for word in words)


def _is_of_field(text: str) -> bool:
    """Whether a soft head is a common noun: what follows is one too, or an abbreviation ("Khoa nội", "Khoa KSBT").

    So it is where the second word behind it is written as in no name ("Khoa Điều dưỡng"), and is nothing that was done.
    """
    head, _, rest = text.partition(" ")
    first, _, others = rest.partition(" ")
    short = _ACRONYM.fullmatch(first) is not None and not head.isupper()
    common = head.lower() == "khoa" and others[:1].islower() and not (ROLE.match(others) or _is_prose(others))
    return text[0].isupper() and (rest[:1].islower() or short or common)


def _is_prose(text: str) -> bool:
    """Whether a text has a word of sentences."""
    return not PROSE.isdisjoint(text.split(" "))


def _is_short_for_room(text: str) -> bool:
    """Whether P. is Phòng (P. Tư pháp, P.VHTT) and not the initial of a name (P.Vân, P. Thu Đạt)."""
    words = text[2:].split() if text.startswith("P.") else []
    return bool(words) and (_ACRONYM.fullmatch(words[0]) is not None or (len(words) > 1 and words[1].islower()))


def _person_or(kind: Kind, text: str, phrase: str) -> Part:
    rest = text[len(phrase) :].lstrip(" :")
    if ROLE.fullmatch(rest):
        return Part(kind, text[: len(phrase)])
    if kind is Kind.REPORTER and opens(rest.lower(), rest.partition(" ")[0].lower(), OUTLET_HEADS):
        return Part(Kind.OUTLET, rest)
    return (_person(rest) if rest else None) or Part(kind, text)


def _holder(office: str) -> list[Part]:
    """Who holds an office, named in full right behind it ("Giám đốc Sở Tư pháp Nguyễn Văn An"), and the office."""
    words = office.split(" ")
    for at in range(max(2, len(words) - 4), len(words) - 2):
        name = read_name(" ".join(words[at:])) if words[at].lower() in SURNAMES else None
        if name:
            return [Part(Kind.PERSON, name), Part(Kind.OFFICE, " ".join(words[:at]))]
    return []


def _person(text: str) -> Part | None:
    """The person that a text names by itself."""
    parts = read_parts(text)
    return parts[0] if len(parts) == 1 and parts[0].kind is Kind.PERSON else None


def _acronym(text: str) -> Part | None:
    """Capitals: of an outlet, of a newspaper with its province, of an agency, or initials."""
    bare = text.replace(".", "")
    if _POLICE_ROOM.fullmatch(bare):
        return Part(Kind.AGENCY, text)
    if not _ACRONYM.fullmatch(bare) or is_spelt_out(text):
        return None
    lower = bare.lower()
    part = _outlet(bare, lower) or _headed(bare, lower, lower)
    if bare != text:  # initials have dots (Đ.T.N), of desks only the best known ones
        known = part and (part.kind is not Kind.AGENCY or lower == "bbt" or len(bare) > 3)
        return Part(part.kind, text) if part and known else None
    if part:
        return part
    if _NEWSPAPER.fullmatch(text):
        return Part(Kind.OUTLET, text)
    if lower in NEVER_IN_NAMES:
        return None
    return Part(Kind.INITIALS if len(text) < 4 and text.isalpha() else Kind.AGENCY, text)


def _with_role(text: str, end: int) -> list[Part]:
    """Who did something with a text, perhaps with the outlet behind "theo" (Minh Anh tổng hợp theo VGP)."""
    who = [part for part in read_parts(text[:end]) if part.kind is not Kind.UNKNOWN]
    rest = ROLE.sub("", text[end + 1 :], count=1)
    taken = TAKEN_FROM.match(rest)
    outlet = rest[taken.end() :].strip() if taken else ""
    if not who or (rest and not outlet):
        return [Part(Kind.UNKNOWN, text)]
    return [*who, Part(Kind.OUTLET, outlet)] if outlet else who


def _with_agency(text: str) -> list[Part]:
    """A person and the agency or outlet that follows without a separator, or an agency that opens with its initials."""
    words = text.split(" ")
    if len(words) > _MOST_WORDS:
        return []
    if (opener := _OPENING_ACRONYM.match(text)) and not text.isupper():
        outlet = _acronym(opener[1])
        if not outlet or outlet.kind is not Kind.OUTLET:
            return [Part(Kind.AGENCY, text)]
        person = _person(text[opener.end() :])
        return [outlet, person] if person else [Part(Kind.OUTLET, text)]
    for at in range(1, len(words)):
        head = words[at].lower()
        if head in _HEADS or (_ACRONYM.fullmatch(words[at]) and not text.isupper()):
            before = _once(" ".join(words[:at]))
            name = read_name(before) if at > 1 and before.lower() not in OUTLETS else None
            agency = read_parts(" ".join(words[at:])) if name else []
            if name and agency and agency[0].kind not in (Kind.UNKNOWN, Kind.PERSON):
                return [Part(Kind.PERSON, name), *agency]
    return []
