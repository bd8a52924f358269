"""What a paper says about itself in its head and foot, as Decree 30/2020/NĐ-CP and Guidance 36-HD/VPTW lay them out.

Attachments come as text whose two columns were flattened: cells of a line are separated by a bar, a tab or several
spaces, or follow one another. Nothing here depends on which of them it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from archive.vietnamese.documents.composing import Composed
from archive.vietnamese.documents.dating import DATE, iso_date
from archive.vietnamese.documents.finding import read_sightings
from archive.vietnamese.documents.foot import read_recipients, read_signature
from archive.vietnamese.documents.numbers import interpret
from archive.vietnamese.documents.sighting import Sighting
from archive.vietnamese.documents.types import TYPE_OF_WORD, Word, type_of
from archive.vietnamese.documents.unfolding import unfolded
from archive.vietnamese.documents.wording import one_of, one_spaced

_HEAD = 4000
"""Within how many characters the head of a paper ends."""

_CELLS = re.compile(r"[ \u00a0]*[|\t]+[ \u00a0]*|[ \u00a0]{3,}")
_MOTTO = re.compile(
    r"C[ỘO]NG\s+H[ÒO]?[AÀ]\s+XÃ|CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN|^CỘNG$|Độc lập|HÒA XÃ HỘI|^\W*$|ĐOÀN TNCS", re.I
)
_AGENCY = re.compile(
    one_of(
        "ỦY BAN, UỶ BAN, UBND, HĐND, HỘI, SỞ, BỘ, BAN, TỈNH ỦY, TỈNH UỶ, THÀNH ỦY, THÀNH UỶ, HUYỆN ỦY,"
        "HUYỆN UỶ, QUẬN ỦY, THỊ ỦY, ĐẢNG, VĂN PHÒNG, CỤC, CHI CỤC, TỔNG CỤC, TỔNG LIÊN ĐOÀN, LIÊN ĐOÀN, ĐOÀN,"
        "CÔNG AN, TRƯỜNG, TRUNG TÂM, PHÒNG, VIỆN, TÒA ÁN, MẶT TRẬN, CHÍNH PHỦ, QUỐC HỘI, THỦ TƯỚNG, CHỦ TỊCH,"
        "THANH TRA, KHO BẠC, ĐẠI HỌC, BẢO HIỂM, NGÂN HÀNG, HỌC VIỆN, BỆNH VIỆN, CÔNG TY,"
        "TẬP ĐOÀN, TỔNG CÔNG TY, TỔ, UBMTTQ, BCH, BTV, LĐLĐ"
    )
    + r"(?!\w)"
)
_PLACE_AND_DATE = re.compile(
    r"(?P<place>(?:[^\W\d_]|[ .'’-]){1,60}(?:\n[^\W\d_]{1,20})?),\s*"
    r"(?:hồi\s[^,\n]{1,24}\s)?ngày\s*(?P<day>[0-9]{0,2})(?:[\s.…]{0,20}tháng\s*(?P<month>[0-9]{0,2})[\s.…]{0,20}năm\s*(?P<year>[0-9]{4})"
    r"|\s?[/.-]\s?(?P<numbered>[0-9]{1,2})\s?[/.-]\s?(?P<of>(?:19|20)[0-9]{2}))"
    r"(?=[ \t]*(?:[\n|]|$|\s{3}))"
)
_TYPES = one_of(",".join(word.upper() for word in TYPE_OF_WORD if len(word) > 3))
_TYPE_LINE = re.compile(rf"^[ \t|]*(?P<word>{_TYPES})(?P<alone>[ \t|:]*$)?(?![^\W\d_])(?P<rest>[^\n]*)", re.M)
"""The name of the type, alone in its line or with the trích yếu in capitals behind it."""

_BODY_BEGINS = re.compile(
    r"(?:căn cứ|thực hiện|kính gửi|để|nhằm|theo|trên cơ sở|xét|ngày|phần|chương|điều|mục|[ivx]+\.|[0-9a-d][.)])(?!\w)",
    re.I,
)
_FIRST_PART = re.compile(r"(?:I|1|A|PHẦN (?:I|1|THỨ NHẤT))[.)/:]\s|CHƯƠNG I\b|PHẦN THỨ NHẤT|CĂN CỨ\s")
_BODY_NAME = re.compile(
    one_of("ỦY BAN, UỶ BAN, HỘI ĐỒNG, CHỦ TỊCH, BỘ TRƯỞNG, GIÁM ĐỐC, THỦ TƯỚNG, BAN BÍ THƯ, HIỆU TRƯỞNG, CHÍNH PHỦ")
    + r"(?!\w)"
)
_BY = re.compile(r"CỦA\s[^\Wa-z]")
"""The line under the type that says whose paper it is: "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH"."""

_ABOUT = re.compile(r"(?<!\w)V/v:?\s*(?P<about>[^\n]+(?:\n(?!\s*(?:Kính|KÍNH|\n))[^\n]+){0,4})")
_EFFECTIVE = re.compile(
    r"này(?:\s+(?:đã\s+)?được\s[^.;]{1,160}?\svà)?\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?,?\s+(?:sau\s+(?P<after>[0-9]{1,3})\s+(?:\(\w[^()]{0,20}\)\s+)?ngày,?\s+)?"
    rf"(?:kể\s+)?từ\s+ngày\s+(?:(?P<signed>ký|ban\s+hành|thông\s+qua|được\s+thông\s+qua)|{DATE})",
    re.I,
)
"""Laws take effect so many days after they are signed: Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, article
151."""

_PERIOD = re.compile(
    r"(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|[0-9]{1,2}\s+năm|các\s+năm)\s*\(?\s*"
    r"(?P<first>(?:19|20)[0-9]{2})\s*[-–—]\s*(?P<last>(?:19|20)[0-9]{2})(?![0-9])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What a paper says about itself; absent is None or empty.

    `number`, `type` and `issuer` are as in DocumentMention, `issuer_name` the agency as printed, `place` and `dated`
    those of the place-and-date line, `abstract` the trích yếu, `signer_title` the office in which the signer signs,
    `effective` ISO 8601, `period` "2021-2025", `recipients` the lines under "Nơi nhận". Flags as in DocumentMention.
    """

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    issuer_name: str | None = None
    place: str | None = None
    dated: str | None = None
    abstract: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    effective: str | None = None
    period: str | None = None
    recipients: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def read_document_head(text: str) -> DocumentHead:
    """Read the head and foot of the paper whose own text this is; fields that it does not print are None."""
    text = unfolded(Composed(text).text)
    head = text[:_HEAD]
    own = next((sighting for sighting in read_sightings(head) if sighting.heads_paper), None)
    heading = _heading(head, own.spelling.end if own else 0)
    kind, flags = _type(own, heading)
    place, dated = _place_and_date(head)
    dated = dated or (own.dated if own else None)
    abstract = _abstract(head, heading, own)
    number = interpret(own.spelling, TYPE_OF_WORD[one_spaced(heading["word"])] if heading else None) if own else None
    signer, title = read_signature(text)
    return DocumentHead(
        number=own.number.canonical if own and own.spelling.digits else None,
        type=kind,
        issuer=number.issuer if number else None,
        issuer_name=_issuer_name(head[: own.spelling.start if own else heading.start() if heading else 0]),
        place=place,
        dated=dated,
        abstract=abstract,
        signer=signer,
        signer_title=title,
        effective=_effective(text, dated),
        period=_period(abstract),
        recipients=read_recipients(text),
        flags=flags,
    )


def _heading(head: str, start: int) -> re.Match[str] | None:
    """The line that names the type of the paper."""
    lines = _TYPE_LINE.finditer(head, start)
    return next((line for line in lines if line["alone"] is not None or line["rest"].isupper()), None)


def _type(own: Sighting | None, heading: re.Match[str] | None) -> tuple[str | None, tuple[str, ...]]:
    """(type code, flags) from the number and the line that names the type."""
    word = Word(one_spaced(heading["word"]), 0, direct=True) if heading else None
    if own is None:
        return TYPE_OF_WORD[word.word] if word else None, ()
    kind, flags = type_of(own.number, word or own.word)
    return kind, (*own.flags, *flags)


def _issuer_name(top: str) -> str | None:
    """The agency above the number, the last where its superior stands above it: "UBND TỈNH …" over "SỞ NỘI VỤ"."""
    cells = [cell.strip(" *-–_.:|") for line in top.splitlines() for cell in _CELLS.split(line)]
    capitals = [cell for cell in cells if cell.isupper() and not _MOTTO.search(cell)]
    names: list[str] = []
    for cell in capitals:
        goes_on = names and (" " not in names[-1] or not _AGENCY.match(cell))
        if goes_on:
            names[-1] += f" {cell}"
        else:
            names.append(cell)
    agencies = [name for name in names if _AGENCY.match(name)]
    return " ".join(agencies[-1].split()) if agencies else None


def _place_and_date(head: str) -> tuple[str | None, str | None]:
    match = _PLACE_AND_DATE.search(head)
    if match is None:
        return None, None
    lines = match["place"].splitlines()
    if len(lines) > 1 and not all(word.istitle() or word == "-" for word in lines[-2].split()):
        lines = lines[-1:]
    words = _CELLS.split(" ".join(lines).strip())[-1].split()
    place: list[str] = []
    while words and (words[-1].istitle() or words[-1] in ("TP.", "TX.", "phố", "xã", "-", "–")) and len(place) < 7:
        place.insert(0, words.pop())
    if match["numbered"]:
        dated = _numeric(match["day"], match["numbered"], match["of"])
    elif match["day"] and match["month"]:
        dated = iso_date(match)
    else:
        dated = f"{match['year']}-{int(match['month']):02}" if match["month"] else match["year"]
    return " ".join(place).strip(" -–") or None, dated


def _numeric(day: str, month: str, year: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat() if day else None
    except ValueError:
        return None


def _abstract(head: str, heading: re.Match[str] | None, own: Sighting | None) -> str | None:
    """The trích yếu: the lines under the name of the type; of a letter the words after "V/v"."""
    if heading is None:
        about = _ABOUT.search(head, own.spelling.end if own else 0)
        lines = _without_date(about["about"]).splitlines() if about else []
        first = [line for line in lines[:1] if not _MOTTO.search(line)]
        return _joined(first + list(takewhile(_goes_on_about, lines[1:] if first else ())))
    lines = []
    for line in head[heading.end("word") :].lstrip("\n \t|:").splitlines():
        line = _CELLS.sub(" ", line).strip()
        if not line.strip("-–_*=. ") or _MOTTO.search(line) or len(lines) > 12:
            break
        if lines and _starts_body(line, lines[0]):
            break
        if lines or not _BY.match(line):
            lines.append(line)
    return _joined(lines)


def _goes_on_about(line: str) -> bool:
    """Whether a line goes on with what a letter is about: the office that signs it is in capitals."""
    return not _MOTTO.search(line) and not line.strip().isupper()


def _starts_body(line: str, first: str) -> bool:
    if first.isupper():
        return not line.isupper() or bool(_BODY_NAME.match(line) or _FIRST_PART.match(line))
    return bool(_BODY_BEGINS.match(line)) or line.isupper()


def _without_date(printed: str) -> str:
    return re.split(r"\s{3,}|\||\n(?=[^\n]*,\s*ngày\s)", printed)[0]


def _joined(lines: list[str]) -> str | None:
    return " ".join(" ".join(lines).split()).strip(" -–_*:") or None


def _effective(text: str, dated: str | None) -> str | None:
    match = _EFFECTIVE.search(text)
    if match is None:
        return None
    begins = dated if match["signed"] else iso_date(match)
    if begins is None or len(begins) < 10:
        return None
    return (date.fromisoformat(begins) + timedelta(days=int(match["after"] or 0))).isoformat()


def _period(abstract: str | None) -> str | None:
    match = _PERIOD.search(abstract or "")
    return f"{match['first']}-{match['last']}" if match and match["first"] < match["last"] else None
