"""The foot of a paper: who signed, in which office, and to whom it went (nơi nhận)."""

from __future__ import annotations

import re

from archive.vietnamese.documents.wording import one_of

_CELLS = re.compile(r"[ \u00a0]*[|\t]+[ \u00a0]*|[ \u00a0]{3,}")
_OFFICE = re.compile(
    r"(?:(?:T/?M|KT|K/T|TL|T/L|TUQ|T/?UQ|Q|QUYỀN)[./]?\s+)?(?:(?:PHÓ|QUYỀN|ỦY VIÊN|THƯỜNG TRỰC|ĐỒNG)\s+)*"
    + one_of(
        "CHỦ TỊCH, CHỦ NHIỆM, GIÁM ĐỐC, BÍ THƯ, TRƯỞNG BAN, TRƯỞNG PHÒNG, CHÁNH VĂN PHÒNG, CHÁNH THANH TRA, VĂN PHÒNG,"
        "THỦ TƯỚNG, BỘ TRƯỞNG, THỨ TRƯỞNG, HIỆU TRƯỞNG, VIỆN TRƯỞNG, CỤC TRƯỞNG, CHI CỤC TRƯỞNG, TỔNG CỤC TRƯỞNG,"
        "VỤ TRƯỞNG, CHÁNH ÁN, THỐNG ĐỐC, TỔNG GIÁM ĐỐC, TỔNG THANH TRA, TỔNG BÍ THƯ, CHỈ HUY TRƯỞNG, CHÍNH ỦY,"
        "TRƯỞNG CÔNG AN, TRƯỞNG ĐOÀN, TỔNG KIỂM TOÁN, THƯỜNG TRỰC, THƯ KÝ, THỦ TRƯỞNG, TRƯỞNG TIỂU BAN"
    )
    + r"(?!\w)"
)
_IN_NAME_OF = re.compile(r"(?:T/?M|KT|K/T|TL|T/L|TUQ|T/?UQ|Q)[./]\s*[A-ZĐÀ-Ỹ]")
_ON_BEHALF = re.compile(r"^(?:T/?M|KT|K/T|TL|T/L|TUQ|T/?UQ)[./]?\s+")
_SIGNED = re.compile(
    r"\W*(?:(?:đã\s+)?k[ýí](?: tên| điện tử| số)?|daky|[\W_]*)(?:(?:,| và| tên,?)* đóng dấu)?\W*", re.I
)
_DEGREE = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCK[12I]*|CKI|CKII|KS|CN|Th\.S|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá))[.\s]+)+"
)
_RECIPIENTS = re.compile(r"(?:Nơi|NƠI)\s+(?:nhận|NHẬN)\s*:?")
_RECIPIENT = re.compile(r"[ \t]*[-–+•]\s*(?P<name>[^\n|\t]+?)(?=\s{3,}|[|\t\n]|$)")
_CELLS_TO_SEARCH = 14
"""How many cells may stand between an office and the name under it: the stamp, the lines under "Nơi nhận"."""


def read_signature(text: str) -> tuple[str | None, str | None]:
    """(signer, office) of the first office in capitals with a person's name under it."""
    cells = [cell.strip() for line in text.splitlines() for cell in _CELLS.split(line) if cell.strip()]
    for index, cell in enumerate(cells):
        if not (cell.isupper() and len(cell) < 80 and (_OFFICE.match(cell) or _IN_NAME_OF.match(cell))):
            continue
        signature = _name_under(cells[index : index + _CELLS_TO_SEARCH + 1])
        if signature:
            return signature
    return None, None


def _name_under(cells: list[str]) -> tuple[str, str] | None:
    office = cells[0]
    for cell in cells[1:]:
        if cell.isupper() and _OFFICE.match(cell):
            office = cell
            continue
        name = _person(cell)
        if name and _OFFICE.search(office):
            return name, " ".join(_ON_BEHALF.sub("", office).split())
        beside = cell.startswith(("-", "–", "+", "•")) or _RECIPIENTS.match(cell)
        if not (beside or _SIGNED.fullmatch(cell) or cell.isupper()):
            return None
    return None


def _person(cell: str) -> str | None:
    """The name of a person without rank and degree: "Lê Thị Thu Hà", "Y Thông Niê", "H'Yim Kđoh"."""
    name = _DEGREE.sub("", cell).strip()
    parts = re.split(r"[ '’-]+", name)
    capitalised = all(part[:1].isupper() and (len(part) == 1 or part[1:].islower()) for part in parts)
    return name if capitalised and 2 <= len(parts) <= 7 else None


def read_recipients(text: str) -> tuple[str, ...]:
    """The lines under "Nơi nhận", without bullets and closing signs."""
    start = _RECIPIENTS.search(text)
    if start is None:
        return ()
    names = []
    misses = 0
    for line in text[start.end() : start.end() + 3000].splitlines():
        if found := _RECIPIENT.match(line):
            names.append(found["name"].rstrip(" ;.,/"))
            misses = 0
        elif line.strip():
            misses += 1
            if misses > 3:
                break
    return tuple(name for name in names if name)
