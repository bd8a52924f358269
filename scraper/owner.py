"""Whose site it is, as its pages say: the agency, its system and level, and the province.

Portals name themselves by rule ("Trang thông tin điện tử Sở Nội vụ tỉnh …", Decree 42/2022/NĐ-CP, article 4), in the
title, the head, the banner and the footer; of the names found the one with the surest signs is taken, of a body and one
below it that are named together the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from archive.vietnamese.capitals import in_small_letters
from archive.vietnamese.places import Province, find_province, place_in, province_of_host
from archive.vietnamese.spelling import fold, normalise
from archive.vietnamese.syllables import is_syllable
from scraper.reading.page import Page
from scraper.reading.records import lines_of
from scraper.superiors import Pair, is_name, pairs_of, rank_of

_LONGEST_NAME = 120
_SURE = 3.0
"""The weight from which a site says so in more than one place, or in so many words."""
_RIVAL = 1.5
"""A name with no more than so many times less weight than the owner's leaves it in doubt."""
_DEMO = re.compile(r"\s*\(demo\)", re.IGNORECASE)
_SITE = re.compile(
    r"(?:(?:trang|cổng)\s+(?:thành\s+phần\s+)?(?:thông\s+tin(?:\s+điện\s+tử|\s+giao\s+tiếp)?|TTĐT|tin(?:\s+điện\s+tử)?)"
    r"|website|web\s?site)(?:\s+của)?\s*[-:–]?\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?P<above>cơ\s+quan\s+chủ\s+quản)|(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+quản|quản\s+lý|thường\s+trực)|bản\s+quyền(?:\s+thuộc)?(?:\s+về)?|thuộc\s+về|©|®)"
    r"[\s:©®]*(?:\d{4}\s*)?",
    re.IGNORECASE,
)
"""What names an owner; the `above` one is as often the authority to which the owner belongs."""
_BODY = re.compile(
    r"(?:Sở|Ban (?:Quản lý|Dân tộc|Tuyên giáo|Tổ chức|Dân vận|Nội chính|Chấp hành|Thường vụ)|Ủy ban|UBND|HĐND|Hội đồng"
    r"|Hội (?:Nông dân|Liên hiệp|Cựu chiến binh|Chữ thập đỏ|Nhà báo|Văn học)|Đảng (?:bộ|ủy)"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)|Đoàn (?:TNCS|Thanh niên|đại biểu)|Liên đoàn|Mặt trận|Văn phòng"
    r"|Chi cục|Cục|Trung tâm|Bệnh viện|Trường|Thanh tra (?:tỉnh|thành phố|huyện)|Công an|Bộ Chỉ huy|Viện kiểm sát"
    r"|Tòa án|Báo|Đài|Đại biểu|Công báo)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)\s+\S", re.IGNORECASE)
_END = re.compile(
    r"\s+[|•»]\s+|\s+[-–]\s+(?=(?:trang|cổng|website|giấy phép|địa chỉ)\b)"
    r"|(?<!\bTP)(?<!\bT[XT])(?<!\b[HPQX])[.;](?:\s+|$)"
    r"|[\s,–-]+(?=(?:người\s+)?chịu\s+trách\s+nhiệm"
    r"|(?:tổng\s+biên\s+tập|trưởng\s+ban\s+biên\s+tập|điện\s+thoại|email|địa\s+chỉ|lượt\s+truy\s+cập)\s*:"
    r"|(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,|(?:ngày\s+)?\d\d?[/.-]\d\d?[/.-]\d{4}|\d\d?:\d\d)",
    re.IGNORECASE,
)
"""Behind a name: another name, who answers for the site, where it is found, and today's day. No short "TX." ends it."""
_PARTY = re.compile(
    r"\bdang (?:bo|uy|vien)\b|\b(?:tinh|thanh|huyen|quan|thi) uy\b|\buy ban kiem tra (?:tinh|thanh|huyen|quan)"
    r"|^truong chinh tri"
)
_SYSTEMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("press", re.compile(r"^(?:bao|dai|tap chi) |ngay nay$")),
    ("party", _PARTY),
    ("council", re.compile(r"\bhoi dong nhan dan\b|^hdnd\b|doan dai bieu quoc hoi")),
    (
        "front",
        re.compile(
            r"mat tran to quoc|^hoi (?:nong dan|lien hiep phu nu|cuu chien binh)|^lien doan lao dong"
            r"|doan (?:tncs|thanh nien)|^(?:tinh|thanh|huyen|quan) doan\b"
        ),
    ),
    (
        "peoples_committee",
        re.compile(
            r"^(?:so|uy ban nhan dan|ubnd|ban (?:quan ly|dan toc)|van phong|chi cuc|trung tam|benh vien|thanh tra"
            r"|truong|phong|cong bao)\b"
        ),
    ),
)
_GLUED = re.compile(r"(?<=[^\W\d_A-ZĐ])(?=(?:Trang|Cổng) (?:thông|thành|tin))")
_ONLINE = re.compile(r"(?<=\w)\s+điện tử$", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"\s*(?P<sign>[-–,])\s*(?=(?:tỉnh|thành phố|huyện|quận|thị xã)\b)", re.IGNORECASE)
_LAST_PLACE = re.compile(r"\b(tỉnh|thành phố) ([\w -]+)$", re.IGNORECASE)
_UNIT = re.compile(r"(?:chi cục|trung tâm|bệnh viện|trường|văn phòng điều phối)\b")
_COMMUNE = re.compile(r"(?<!thị )\bxã\b(?! hội)|\b(?:phường|thị trấn)\b")
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã|thị ủy)\b|\b(?:h|q|tx)\.")
_CITY = re.compile(r"\bthành phố ([\w ,-]+)$")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose site it is; `title` is the site's own name. `sure` is whether the site itself says so in so many words."""

    title: str
    agency: str
    system: str
    level: str
    province: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Name:
    title: str
    agency: str
    weight: float
    in_title: bool = False
    in_line: bool = False

    @property
    def is_site(self) -> bool:
        """Whether the site is called after it."""
        return _SITE.match(self.title) is not None


def owner_of(pages: Iterable[Page], host: str) -> Owner | None:
    """The owner that a site's pages name, None where none does or where the province stays open."""
    found: dict[str, _Name] = {}
    texts: list[str] = []
    pairs: list[Pair] = []
    for page in pages:
        titles, lines = _titles(page), _lines(page)
        for text, weight in _texts(page, titles, lines):
            texts.append(text)
            for name in _names(text, weight, in_title=text in titles):
                _find(found, name)
        pairs += pairs_of([_bare(line) for line in lines], [_bare(title) for title in titles])
    names = _below(found, pairs)
    best = max(names, key=lambda name: name.weight, default=None)
    province = _province(best, host, texts) if best else None
    if best is None or province is None:
        return None
    sure = best.weight >= _SURE and not any(_is_rival(name, best) for name in names)
    best = _with_place(best, found, province)
    agency = _spelled(best.agency, province, texts)
    level = level_of(agency, province)
    title = _spelled(best.title, province, texts)
    return Owner(title, agency, system_of(agency), level, province.name, sure=sure)


def _find(found: dict[str, _Name], name: _Name) -> None:
    key = _key(name)
    found[key] = _joined(found[key], name) if key in found else name


def _below(found: dict[str, _Name], pairs: Iterable[Pair]) -> list[_Name]:
    """The names of owners with all that speaks for each, without bodies that are only named above another.

    What speaks for the one above speaks for the one below then; a body that the site is called after has none below.
    """
    gained: dict[str, float] = {}
    above: set[str] = set()
    for pair in dict.fromkeys(pairs):
        one, other = _Name(pair.above, pair.above, 1.0), _Name(pair.below, pair.below, 2.0)
        key, below = _key(one), _key(other)
        if key in found and found[key].is_site:
            continue
        if below not in found:
            _find(found, other)
        above.add(key)
        gained[below] = max(gained.get(below, 0), _whole(found[key], found).weight if key in found else 0)
    names: list[_Name] = []
    for key, name in found.items():
        if key in above or any(key.startswith(f"{below} ") for below in gained):
            continue
        whole = _whole(name, found)
        longer = sum(other.weight for its, other in found.items() if key in gained and its.startswith(f"{key} "))
        names.append(replace(whole, weight=whole.weight + longer + gained.get(key, 0)))
    lower = [name for name in names if name.in_title and name.in_line and is_name(name.agency)]
    return [name for name in names if name.is_site or name.in_title or not any(_is_above(name, one) for one in lower)]


def _is_above(name: _Name, other: _Name) -> bool:
    rank, others = rank_of(name.agency), rank_of(other.agency)
    return rank is not None and others is not None and rank < others


def _is_rival(name: _Name, best: _Name) -> bool:
    """Whether a site names another body about as surely."""
    one, other = _key(name).replace(" ", ""), _key(best).replace(" ", "")
    return not one.startswith(other) and not other.startswith(one) and name.weight * _RIVAL >= best.weight


def _with_place(name: _Name, found: dict[str, _Name], province: Province) -> _Name:
    """A name with its province, where the site prints it so elsewhere."""
    longer = found.get(f"{_key(name)} {fold(province.name)}")
    if longer is None:
        return name
    return replace(name, agency=longer.agency, title=name.title if name.is_site else longer.title)


def _key(name: _Name) -> str:
    """A name for comparison: folded, committees spelt out, with or without a comma or "tỉnh" before its place."""
    folded = fold(_BEFORE_PLACE.sub(" ", name.agency)).replace("ubnd", "uy ban nhan dan")
    return " ".join(folded.replace(" tinh ", " ").split())


def _joined(one: _Name, other: _Name) -> _Name:
    """Two finds of one name: the spelling in small letters, the title that names the site, both weights."""
    first, second = (other, one) if one.agency.isupper() and not other.agency.isupper() else (one, other)
    title = second.title if second.is_site and not first.is_site else first.title
    found_in = (one.in_title or other.in_title, one.in_line or other.in_line)
    return _Name(title, first.agency, one.weight + other.weight, *found_in)


def _whole(name: _Name, others: dict[str, _Name]) -> _Name:
    """A name without its place ("Sở Nội vụ") gains from the same name with it."""
    longer = [other.weight for key, other in others.items() if _key(name).startswith(key + " ")]
    return replace(name, weight=name.weight + sum(longer) + (0.5 if place_in(name.agency) else 0))


def _names(text: str, weight: float, *, in_title: bool) -> Iterator[_Name]:
    """The names of owners in a text, with how surely each is one."""
    for piece in _GLUED.split(text):
        line = _line(piece)
        labelled = _LABEL.match(line)
        if labelled:
            line, weight = line[labelled.end() :].strip(), weight + (0.5 if labelled["above"] else 2)
        site = _SITE.match(line)
        rest = _ONLINE.sub("", line[site.end() :].strip(" -–") if site else line)
        if not rest or len(rest) > _LONGEST_NAME:
            continue
        if _BODY.match(rest):
            if site or labelled or place_in(rest):
                yield _Name(line, rest, weight + (1.5 if site else 0), in_title, not in_title)
        elif site and _PLACE.match(rest):
            committee = f"ỦY BAN NHÂN DÂN {rest}" if rest.isupper() else f"Ủy ban nhân dân {rest[0].lower()}{rest[1:]}"
            yield _Name(line, committee, weight + 1, in_title, not in_title)


def _line(text: str) -> str:
    """A text up to the end of the name that it begins with."""
    return _END.split(_DEMO.sub("", normalise(" ".join(text.split()))))[0].strip(" .-–")


def _bare(text: str) -> str:
    """The same, without what calls it a site."""
    line = _line(text)
    site = _SITE.match(line)
    return line[site.end() :].strip(" -–") if site else line


def _titles(page: Page) -> tuple[str, ...]:
    """A page's title, and its parts."""
    title = page.tree.findtext(".//title") or ""
    return (title, *re.split(r"\s+[-|–»]\s+", title))


def _lines(page: Page) -> list[str]:
    """The printed lines of a page; what calls it a site goes on with the next line where a line has nothing else."""
    body = page.tree.find("body")
    lines: list[str] = []
    for line in _apart(lines_of([body]), body) if body is not None else []:
        goes_on = lines and _SITE.fullmatch(lines[-1]) and (_BODY.match(line) or _PLACE.match(line))
        lines[-1:] = [f"{lines[-1]} {line}"] if goes_on else [*lines[-1:], line]
    return lines


def _texts(page: Page, titles: Iterable[str], lines: list[str]) -> Iterator[tuple[str, float]]:
    """Where a page may say whose it is: its title by parts, its head, its first and last lines."""
    yield from ((part, 1.0) for part in titles)
    for meta in page.tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in {"og:site_name", "description", "copyright"}:
            yield meta.get("content") or "", 1.0
    yield from ((line, 1.0) for line in (*lines[:25], *lines[-25:]) if len(line) <= 2 * _LONGEST_NAME)


def _apart(lines: list[str], body: Any) -> list[str]:
    """Printed lines, with words apart that no sign and no blank parts where one element ends and another begins.

    Both are Vietnamese words and together none, or the first is and each piece has several: letters in elements of
    their own ("<b>T</b>RANG") go on. Nor is a site named behind another name a part of that.
    """
    glued: dict[str, str] = {}
    for before, behind in pairwise(body.itertext()):
        if before[-1:].isalpha() and behind[:1].isalpha():
            first, last = normalise(before).split(), normalise(behind).split()
            end, begin = first[-1], last[0]
            several = len(first) > 1 < len(last) and begin[0].isupper()
            if _SITE.match(" ".join(last)):
                continue  # another name
            if is_syllable(end) and (several or is_syllable(begin)) and not is_syllable(end + begin):
                glued[end + begin] = f"{end} {begin}"
    return (
        [" ".join(glued.get(word, word) for word in normalise(line).split(" ")) for line in lines] if glued else lines
    )


def _province(name: _Name, host: str, texts: list[str]) -> Province | None:
    """The province of the name itself, else of the host, else the one that the site's head and foot name."""
    last = _LAST_PLACE.search(name.agency)
    return (
        place_in(name.agency)
        or place_in(name.title)
        or (find_province(last[2]) if last else None)
        or province_of_host(host)
        or place_in("\n".join(texts))
    )


def _spelled(name: str, province: Province, lines: list[str]) -> str:
    """A name as it is written in a text: its province by its usual spelling, no capitals throughout."""
    name = _BEFORE_PLACE.sub(lambda found: ", " if found["sign"] == "," else " ", name)
    site = _SITE.match(name)
    start = 0 if name.isupper() or not site else site.end()
    if name[start:].isupper():
        name = name[:start] + in_small_letters(name[start:], lines)
        name = name[0].upper() + name[1:]
    name = name.replace(province.name.replace(" ", ""), province.name)
    last = _LAST_PLACE.search(name)
    if last and find_province(last[2]) == province:
        name = f"{name[: last.start()]}{last[1].lower()} {province.name}"
    return re.sub(re.escape(province.name), province.name, name, flags=re.IGNORECASE)


def system_of(agency: str) -> str:
    """The system that an agency belongs to by its name, "other" where the name does not tell."""
    folded = fold(agency)
    return next((system for system, pattern in _SYSTEMS if pattern.search(folded)), "other")


def level_of(agency: str, province: Province | None) -> str:
    """The level that an agency works at by its name: commune, district, unit, else province."""
    name = agency.lower()
    for level, pattern in (("commune", _COMMUNE), ("district", _DISTRICT)):
        if pattern.search(name):
            return level
    if _UNIT.match(name):
        return "unit"
    city = _CITY.search(name)
    return "district" if city and province is not None and find_province(city[1]) is None else "province"
