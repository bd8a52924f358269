"""The lines of a head that arrives as one line, because whatever took the text out of its file left the breaks out.

What is printed the same in every paper ends where the next part begins: the motto, the number, place and date, the name
of the type in capitals, the grounds, the signature.
"""

from __future__ import annotations

import re

from archive.vietnamese.documents.types import TYPE_OF_WORD
from archive.vietnamese.documents.wording import one_of

_HEAD = _FOOT = 1500
_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1F00)) if letter.isupper())
_MOTTO = (
    r"(?:C[ỘO]NG\s+H(?:ÒA|OÀ|ÒÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc)"
)
_FOLDED = re.compile(
    rf"[^\n]{{0,300}}{_MOTTO}[^\n]{{0,200}}Số\s?:?\s?[0-9]|[^\n]{{0,200}}Số\s?:?\s?[0-9][^\n]{{0,200}}{_MOTTO}"
)
_NUMBER = re.compile(r"\s?(Số\s?:?\s?[0-9]+\S*)(?=\s|$)")
_DATE = r"ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}"
_PLACE_AND_DATE = rf"(?:(?<![^\W\d_])[{_UPPER}][^\W\d_]*[\s.-]{{0,3}}){{1,5}},\s*{_DATE}"
_ALONE = re.compile(rf"(?<!\s)\s++({_MOTTO}|{_PLACE_AND_DATE})(?=\s|$)")
_AGENCY = re.compile(
    rf"(?<=[{_UPPER}]{{2}})\s+(?=(?:SỞ|PHÒNG|CHI CỤC|TRUNG TÂM|TRƯỜNG|ĐẢNG ỦY|BAN(?! NHÂN))\s[{_UPPER}])"
)
_TYPES = one_of(",".join(word.upper() for word in TYPE_OF_WORD if len(word) > 3))
_TYPE = re.compile(rf"(?<!\s)\s++({_TYPES})(?=\s)")
_BODY = re.compile(
    r"(?<!\s)\s++(?=Căn cứ|Thực hiện (?:Luật|Nghị|Quyết|Chỉ|Kế|Công|Kết|Chương)|Kính gửi|Xét |V/v|I\. |Điều 1\.)"
)
_FOOT_LINE = re.compile(
    r"(?<!\s)\s++(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[./]?\s[A-ZĐỦ]|Nơi nhận|\([Đđ]ã ký\))"
    r"|(?<=nhận:|ã ký\))\s+|(?<=;)\s+(?=- )"
    rf"|(?<=[{_UPPER}]{{2}})\s+(?=PHÓ\s|[{_UPPER}][^\W\d_{_UPPER}]+\s[{_UPPER}])"
    rf"|(?<=[{_UPPER}]{{2}})(?<!PHÓ)\s+(?=(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN)(?:\s|$))"
)


def unfolded(text: str) -> str:
    """The text with its head and foot in lines, where the head stands in one line; else as it is."""
    if not _FOLDED.match(text):
        return text
    top, number, rest = _NUMBER.split(text[:_HEAD], maxsplit=1)
    top = _AGENCY.sub("\n", _ALONE.sub(r"\n\1\n", top))
    rest = _BODY.sub("\n", _TYPE.sub(r"\n\1\n", _ALONE.sub(r"\n\1\n", rest), count=1))
    body = rest + text[_HEAD:]
    foot = max(0, len(body) - _FOOT)
    return f"{top}\n{number}\n{body[:foot]}" + _FOOT_LINE.sub("\n", body[foot:])
