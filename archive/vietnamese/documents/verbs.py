"""The verb that governs a paper's name: "triển khai thực hiện Kế hoạch số 116-KH/TU" implements it."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.vietnamese.documents.mention import Role
from archive.vietnamese.documents.wording import listed, one_of, whole


class Governor(NamedTuple):
    """The verb that governs a paper's name: its role and where in the words before the name it begins."""

    role: Role
    start: int


_OTHER = r"(?! \w+ \w+ này)"
"""In "phê duyệt kèm theo Quyết định này Kế hoạch số …" the verb is the one before."""

_VERBS: dict[Role, str] = {
    "implements": "triển khai, thực hiện, thi hành, quán triệt, cụ thể hóa, cụ thể hoá, chấp hành, hưởng ứng, phổ biến,"
    "học tập, tuyên truyền, tuân thủ, hướng dẫn, quy định chi tiết, đôn đốc, áp dụng",
    "approves": "phê duyệt, phê chuẩn, chấp thuận, thẩm định, thống nhất, nhất trí, đồng ý",
    "amends": "sửa đổi, bổ sung, điều chỉnh, gia hạn",
    "replaces": "thay thế, thay cho",
    "repeals": "bãi bỏ, hủy bỏ, huỷ bỏ, hủy, huỷ, thu hồi, chấm dứt hiệu lực, ngưng hiệu lực, đình chỉ thi hành,"
    "làm hết hiệu lực, làm mất hiệu lực, đình chỉ việc thi hành, đình chỉ thực hiện, đình chỉ việc thực hiện, đình chỉ",
    "corrects": "đính chính",
    "reports_on": "sơ kết, tổng kết, báo cáo, đánh giá, kiểm điểm",
    "based_on": "căn cứ, dựa trên, dựa vào, trên cơ sở, xét, theo đề nghị, chiếu theo",
    "issues": "ban hành, phát hành, công bố, đăng tải, xây dựng, thông qua, gửi, ký, trình, lập, ra, tham mưu,"
    r"(?<!đó\x20)có(?! hiệu| liên quan), đính kèm, toàn văn, xem chi tiết, tải về, tải, soạn thảo, ký kết,"
    "niêm yết, trao",
    "cites": f"sau khi có, khi có, từ khi có, theo{_OTHER}, tại, nêu, kèm theo{_OTHER}, phúc đáp, trả lời, tiếp theo,"
    "nhận được, như, trong, vi phạm, so với, nguồn, đối với, ngoài, trái, bởi, bằng, trích, dẫn, liên quan đến,"
    "tiếp nhận, sau, trước",
}
_FIRST_LETTERS = "".join({verb[0] for verbs in _VERBS.values() for verb in listed(verbs)})
_VERB = re.compile(
    rf"(?<!\w)(?=[{_FIRST_LETTERS}])(?:"
    + "|".join(f"(?P<{role}>{one_of(verbs)})" for role, verbs in _VERBS.items())
    + r")(?!\w)"
)
# Verbs that are also nouns, or too common to govern from afar: they stand right before the paper's name.
_NEAR_ONLY = frozenset(
    listed(
        "sau khi có, khi có, từ khi có, xây dựng, thông qua, ký, lập, ra, có, công bố, hướng dẫn, báo cáo, phổ biến,"
        "học tập, tuyên truyền, như, trong, nêu, xét, thu hồi, bổ sung, đôn đốc, áp dụng, đánh giá, thẩm định, ngoài,"
        "nguồn, đối với, trái, tải về, tải, trao, chấp hành, bởi, bằng, sau, trước, trích, dẫn, liên quan đến,"
        "tiếp nhận, gia hạn, hủy, huỷ, soạn thảo, thống nhất, nhất trí, đồng ý"
    )
)
_LIGHT_WORDS = one_of(
    "các, một số, nhiều, những, ngay, kèm, lại, tiếp, dự thảo, hai, ba, bốn, toàn bộ, nội dung, bản, tốt, nghiêm,"
    "nghiêm túc, hiệu quả, có hiệu quả, của, một số điều, vào, cho, việc, loạt, mới, chung, đầy đủ, chính thức, theo,"
    "số, gồm, như, sau, với, [0-9]+, nghị quyết, văn bản, quyết định"
)
_LIGHT = re.compile(rf"\s*(?:(?:và|,)\s*)?(?:{_LIGHT_WORDS}\s*,?\s*){{0,5}}[:“\"(–-]*\s*")
_CHANGES = ("amends", "replaces", "repeals", "corrects")
_PASSIVE = re.compile(r"(?<!\w)(?:đã được|được|bị)(?!\w)")
"""Between a change and a paper: "việc điều chỉnh tuổi nghỉ hưu đã được Nghị quyết 28 nêu" changes no paper."""

_TO_SOMEBODY = frozenset(("gửi", "trình", "tham mưu"))
_ADDRESSEE = re.compile(r"[^.,;:()]{0,60}")
_NOUNS = {
    "xây dựng": frozenset(("sở", "bộ", "ngành", "phòng")),
    "trình": frozenset(("chương", "tờ", "quá", "công", "quy", "lộ", "giáo", "tiến")),
}
"""What a verb makes a noun of when it stands right before it: "Sở Xây dựng", "chương trình"."""

_REVIEW = re.compile(
    whole("báo cáo, kết quả, sơ kết, tổng kết, đánh giá, kiểm điểm") + r"[^,;:]{0,60}$"
    r"|(?<!\w)tình hình\s+(?:(?:tổ chức|triển khai|thi hành)\s+)*$"
)
_PROLONGED = re.compile(
    r"(?<!\w)(?:gia hạn|kéo dài|điều chỉnh)\s(?:thêm\s)?(?:thời (?:gian|hạn)|hiệu lực)\s(?:triển khai\s)?$"
)
_ORDERED = re.compile(
    whole(
        "thực hiện, triển khai, căn cứ, trên cơ sở, xét(?! tuyển| duyệt| xử| nghiệm), theo đề nghị, thi hành, chấp hành"
    )
    + r"[^,;:]{0,160}$"
)
_BLOCKS_ORDER = re.compile(
    r"(?<!\w)(?:theo\s+(?!đề nghị)|" + one_of("phê duyệt, ban hành, quy định(?!\\s*$), thành lập, yêu cầu") + ")"
)
# "bãi bỏ các quy định tại Quyết định số …"; but "được sửa đổi tại …" and "sửa đổi theo quy định tại …" name the reason
_CHANGED = re.compile(
    r"(?<!\w)(?<!được )(?<!bị )(?<!, )(?:"
    + "|".join(f"(?P<{role}>{one_of(_VERBS[role])})" for role in ("amends", "replaces", "repeals", "corrects"))
    + r")(?!\w)(?:(?!theo)[^,;:]){0,80}$"
)
_ATTACHED = listed(
    "đính kèm, tải về, toàn văn, xem chi tiết, chi tiết, tệp kèm theo, file kèm theo, tài liệu kèm theo, toàn văn tại"
)

_IN_DETAIL = ("quy định chi tiết", "hướng dẫn chi tiết")


def governor_of(words: str, kind: str | None) -> Governor | None:
    """The verb that governs the paper of type `kind` named after `words` (lower case, of one sentence)."""
    bare = words.rstrip(' :–-("“')
    if bare.endswith(_ATTACHED) and not bare.endswith(_IN_DETAIL):
        return Governor("issues", max(0, len(words) - 40))
    for reach in (60, 240):
        verb = _last_verb(words, max(0, len(words) - reach))
        if verb:
            return _refined(verb, words, kind)
        if len(words) <= reach:
            break
    return None


def _last_verb(words: str, since: int) -> re.Match[str] | None:
    for verb in reversed(list(_VERB.finditer(words, since))):
        if verb[0] in _NEAR_ONLY and not _LIGHT.fullmatch(words, verb.end()):
            continue
        if verb[0] in _TO_SOMEBODY and not _ADDRESSEE.fullmatch(words, verb.end()):
            continue
        if verb[0] in _NOUNS and _is_noun(words, verb):
            continue
        if verb.lastgroup in _CHANGES and _PASSIVE.search(words, verb.end()):
            continue
        return verb
    return None


def _change(earlier: str) -> re.Match[str] | None:
    """The change before "tại" that has an object of its own: what is only "điều chỉnh tại …" is changed there."""
    changed = _CHANGED.search(earlier)
    return changed if changed and earlier[changed.end(changed.lastgroup or 0) :].strip() else None


def _is_noun(words: str, verb: re.Match[str]) -> bool:
    before = words[max(0, verb.start() - 10) : verb.start()].split()
    return bool(before) and before[-1] in _NOUNS[verb[0]]


def _issuing(words: str, start: int, kind: str | None) -> Governor | None:
    """The governor of a paper that "ban hành kèm theo" at `start` names as the issuer of something.

    In parentheses it tells how what stands before them was issued, so a verb that puts that to work does not reach in;
    one that changes or cites it does, since its paper is then changed or cited too.
    """
    governor = governor_of(words[:start], kind)
    is_apart = governor and governor.role in ("implements", "reports_on") and words.endswith("(", 0, start)
    return Governor("issues", start) if is_apart else governor


def _refined(verb: re.Match[str], words: str, kind: str | None) -> Governor:
    """The governor once the words before the verb are heard: "kết quả thực hiện", "thực hiện chỉ đạo tại"."""
    role: Role = verb.lastgroup  # type: ignore[assignment]
    since = max(0, verb.start() - 180)
    earlier = words[since : verb.start()]
    if role == "implements" and _REVIEW.search(earlier):
        role = "reports_on"
    elif role == "implements" and _PROLONGED.search(earlier):
        role = "amends"
    elif verb[0] == "thông qua" and kind not in ("NQ", "Luật", "PL", None):
        role = "approves"
    elif verb[0] == "kèm theo" and earlier.endswith("ban hành "):
        return _issuing(words, verb.start() - len("ban hành "), kind) or Governor(role, verb.start())
    elif verb[0] in ("tại", "trong", "kèm theo") and (changed := _change(earlier)):
        return Governor(changed.lastgroup, since + changed.start())  # type: ignore[arg-type]
    elif verb[0] in ("tại", "trong", "nêu") or (verb[0] == "theo" and earlier.endswith(("hiện ", "khai "))):
        ordered = _ORDERED.search(earlier)
        if ordered and not _BLOCKS_ORDER.search(ordered[0]):
            founded = ordered[0].startswith(("căn cứ", "trên", "xét", "theo"))
            return Governor("based_on" if founded else "implements", since + ordered.start())
    return Governor(role, verb.start())
