"""Whom streets, schools and wards are called after, and places that are called as persons are addressed ("Bà Rịa").

honoured.tsv has a row for each surname, its given names between commas: those that the streets of provincial capitals
share, and historic ones of single provinces. Many a living person is called so too ("Phạm Hùng"): such a name is a
place's only beside words that say so.
"""

from __future__ import annotations

import re
from importlib.resources import files

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"
_TABLE = files("archive.vietnamese").joinpath("honoured.tsv").read_text(encoding="utf-8")
_ROWS = (row.split("\t") for row in _TABLE.splitlines()[1:])
_PERSONS = "|".join(f"{surname} (?:{given.replace(', ', '|')})" for surname, given in _ROWS)
_ENDS = (
    r"(?!\w)(?! (?!(?:TP|TX|TT|[QPHT]|S?ĐT|DĐ|(?i:điện|tel|fax|phường|quận|huyện|thành|tỉnh|thị xã|kéo))(?!\w))"
    rf"{_CAPITAL})"
)


def _names(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives}){_ENDS}")


PERSON = _names(_PERSONS)
TOWN = _names("Hà Nội|Hà Tĩnh|Hồ Chí Minh|Thái Nguyên|Cao Bằng|Lâm Đồng")
"""Provinces that begin like a name and are nobody's."""
PROVINCE = _names("Hà Nam|Hà Giang|Hà Tây|Hà Đông|Hà Tiên|Thái Bình|Châu Đốc|Lý Sơn|Mai Châu|Mai Sơn|Lương Sơn")
"""Provinces and towns that are persons' names as well."""
STREET = _names("bà (?:trưng|triệu|hạt|ký|lài|giang)|cô (?:bắc|giang)")
AREA = _names("bà (?:rịa|nà|đen|điểm|chiểu|hom|quẹo|môn|bống|tri|vì)|ông (?:đốc|lãnh|tạ|bèo|đội|nhiêu)|cô tô|anh sơn")
ALONE = _names("bà huyện thanh quan|ông ích (?:khiêm|đường)|(?<=hai )bà trưng")
"""Names of streets that are no living person's even without a word for a street."""
