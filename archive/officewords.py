"""Words that say that an office is meant, what somebody is in an office, and what somebody is as a private person."""

from __future__ import annotations

import re

OFFICE = re.compile(
    r"(?<!\w)(?:sở(?! hữu)|ban(?! hành| ngày| đầu| đêm)|[uủ][yỷ] ban|ubnd|hđnd|mttq|mặt trận|văn phòng"
    r"|phòng(?!,? chống| ngừa| cháy)|trung tâm|cục(?! cảnh sát)|chi cục|tổng cục|bộ phận|cơ quan|đơn vị|trụ sở|công ty"
    r"|doanh nghiệp|tập đoàn|hợp tác xã|htx|chi nhánh|kho bạc|bệnh viện|trạm y tế|trường(?! hợp)|học viện|viện"
    r"|t(?:oà|òa) án|(?<!do )công an(?! cấp)|đồn|hạt kiểm lâm|quỹ(?! đất)"
    r"|(?<!đại )(?<!xã )hội(?! nghị| thảo| thi| chợ| viên)"
    r"|liên đoàn|đoàn (?:thanh niên|tncs)|thanh tra|bảo hiểm|báo(?! cáo)|đài"
    r"|t(?:oà|òa) soạn|tổ (?:công tác|tiếp nhận)|fax"
    r"|e-?mail|website|cổng thông tin|(?:phó )?trưởng phòng|chánh văn phòng|chuyên viên|giám đốc|chủ tịch"
    r"|bí thư(?! chi (?:bộ|đoàn)))(?!\w)",
    re.IGNORECASE,
)
_HEADS = r"chủ tịch|bí thư|(?<!hiệu )trưởng|giám đốc|chánh văn phòng|văn thư|cán bộ|công chức"
_MEMBERS = (
    r"(?<!công )viên|đại biểu|nhà giáo|cô (?:giáo|nuôi)|thầy(?: giáo)?|học sinh|phụ huynh|công nhân|nông dân"
    r"|cựu chiến binh|thương binh|bệnh binh|tiểu thương|bảo vệ|lái xe|lái đò|thợ|(?:bác|y|dược) sĩ|y tá|điều dưỡng"
    r"|hộ sinh|thường trực|(?:tổ|đội|nhóm|thôn) phó|chủ (?:nhiệm|hộ)|người|đồng chí|đ/c|trụ trì|sư"
)
ROLE = re.compile(rf"(?<!\w)(?:{_HEADS}|{_MEMBERS})(?!\w)", re.IGNORECASE)
"""What a person is, be it for an office or not: who stands behind it is no place ("Hội viên phường Nguyễn Văn Tám")."""

_WHERE = r"cũ|của|tại|(?:đang |hiện )?học(?: tại)?|(?:lớp|khối|khóa|năm(?: thứ)?) \w+|[a-z]?\d\w*"
_AS_A_PRIVATE_PERSON = re.compile(
    r"(?<!\w)(?:(?:học sinh|sinh viên|học viên|phụ huynh|giáo viên|(?:cô|thầy|nhà) giáo|công nhân"
    rf"|(?:hội|đoàn|đảng) viên|lớp \w+)(?: (?:{_WHERE}))*\s*[,(|–-]?\s*"
    r"|(?:phụ huynh|học sinh|sinh viên|học viên|em|cháu) [^,.;:()\n]{1,40}[,(|–-]\s*"
    r"|(?:hưu trí|nghỉ hưu|về hưu)[^,.;:\n|]*"
    r"|nguyên (?:là )?(?:phó )?(?:(?:chủ tịch|bí thư|giám đốc|trưởng|chánh|cán bộ|hiệu trưởng|hiệu phó)(?!\w)"
    r"[^,.;:\n|]*)?)$",
    re.IGNORECASE,
)
_NEAR = 60

_PUBLIC_ROLE = re.compile(
    r"(?:phó )?(?:chủ tịch|bí thư|giám đốc|chánh (?:văn phòng|thanh tra)|chuyên viên|văn thư"
    rf"|(?:trưởng|phó) (?:đoàn|khoa)|(?:trưởng|phó|cán bộ|công chức)\s(?={OFFICE.pattern}))",
    re.IGNORECASE,
)
_NO_PUBLIC_ROLE = re.compile(
    r"(?<!\w)(?:thôn|ấp|(?<!văn )(?<!cơ )bản|buôn|làng|xóm|tổ dân phố|tdp|khu phố|khóm|chi (?:bộ|đoàn|hội)|họ|tư nhân"
    r"|hộ(?! tịch| khẩu)|hưu|nghỉ|nguyên)(?!\w)",
    re.IGNORECASE,
)
_END_OF_CLAUSE = re.compile(r"[\n;)]|\.\s")


def is_public_role(words: str) -> bool:
    """Whether what is said of a person begins with their office: "Chủ tịch UBND xã", and not "Trưởng thôn 3"."""
    clause = _END_OF_CLAUSE.split(words, maxsplit=1)[0]
    return bool(_PUBLIC_ROLE.match(clause)) and not _NO_PUBLIC_ROLE.search(clause)


def belongs_to_private_person(text: str, office: int) -> bool:
    """Whether the office named at `office` is where a person learns, works or once was: "học sinh Trường Lê Lợi"."""
    return _AS_A_PRIVATE_PERSON.search(text, max(0, office - _NEAR), office) is not None
