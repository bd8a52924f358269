"""Whose site it is, as its pages say: the agency, its system and level, and the province.

Portals name themselves by rule ("Trang thông tin điện tử Sở Nội vụ tỉnh …", Decree 42/2022/NĐ-CP, article 4), in the
title, the head, the banner and the footer; of the names found the one with the surest signs is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from archive.vietnamese.capitals import in_small_letters
from archive.vietnamese.places import Province, find_province, place_in, province_of_host
from archive.vietnamese.spelling import fold, normalise
from archive.vietnamese.syllables import is_syllable
from scraper.reading.page import Page
from scraper.reading.records import lines_of

_LONGEST_NAME = 120
_SURE = 3.0
"""The weight from which a site says so in more than one place, or in so many words."""
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


def owner_of(pages: Iterable[Page], host: str) -> Owner | None:
    """The owner that a site's pages name, None where none does or where the province stays open."""
    found: dict[str, _Name] = {}
    texts: list[str] = []
    for page in pages:
        for text, weight in _texts(page):
            texts.append(text)
            for name in _names(text, weight):
                key = _key(name)
                found[key] = _joined(found[key], name) if key in found else name
    best = max((_whole(name, found) for name in found.values()), key=lambda name: name.weight, default=None)
    province = _province(best, host, texts) if best else None
    if best is None or province is None:
        return None
    agency = _spelled(best.agency, province, texts)
    level = level_of(agency, province)
    title = _spelled(best.title, province, texts)
    return Owner(title, agency, system_of(agency), level, province.name, sure=best.weight >= _SURE)


def _key(name: _Name) -> str:
    """A name for comparison: folded, whether a comma or a dash stands before its place or not."""
    return fold(_BEFORE_PLACE.sub(" ", name.agency))


def _joined(one: _Name, other: _Name) -> _Name:
    """Two finds of one name: the spelling in small letters, the title that names the site, both weights."""
    first, second = (other, one) if one.agency.isupper() and not other.agency.isupper() else (one, other)
    title = second.title if _SITE.match(second.title) and not _SITE.match(first.title) else first.title
    return _Name(title, first.agency, one.weight + other.weight)


def _whole(name: _Name, others: dict[str, _Name]) -> _Name:
    """A name without its place ("Sở Nội vụ") gains from the same name with it."""
    longer = [other.weight for key, other in others.items() if _key(name).startswith(key + " ")]
    return _Name(name.title, name.agency, name.weight + sum(longer) + (0.5 if place_in(name.agency) else 0))


def _names(text: str, weight: float) -> Iterator[_Name]:
    """The names of owners in a text, with how surely each is one."""
    for piece in _GLUED.split(text):
        line = _END.split(_DEMO.sub("", normalise(" ".join(piece.split()))))[0].strip(" .-–")
        labelled = _LABEL.match(line)
        if labelled:
            line, weight = line[labelled.end() :].strip(), weight + (0.5 if labelled["above"] else 2)
        site = _SITE.match(line)
        rest = _ONLINE.sub("", line[site.end() :].strip(" -–") if site else line)
        if not rest or len(rest) > _LONGEST_NAME:
            continue
        if _BODY.match(rest):
            if site or labelled or place_in(rest):
                yield _Name(line, rest, weight + (1.5 if site else 0))
        elif site and _PLACE.match(rest):
            committee = f"ỦY BAN NHÂN DÂN {rest}" if rest.isupper() else f"Ủy ban nhân dân {rest[0].lower()}{rest[1:]}"
            yield _Name(line, committee, weight + 1)


def _texts(page: Page) -> Iterator[tuple[str, float]]:
    """Where a page may say whose it is: its title by parts, its head, its first and last lines."""
    title = page.tree.findtext(".//title") or ""
    yield from ((part, 1.0) for part in (title, *re.split(r"\s+[-|–»]\s+", title)))
    for meta in page.tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in {"og:site_name", "description", "copyright"}:
            yield meta.get("content") or "", 1.0
    body = page.tree.find("body")
    lines = _apart(lines_of([body]), body) if body is not None else []
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
