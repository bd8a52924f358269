"""What is done to each paper that a text names, and by which other paper.

The verb before a paper's name says what is done to it (verbs.py); papers joined by commas, "và" or semicolons share the
verb of the first. The doer is the paper named before the verb, unless an agency is; for an opening "Thực hiện A, Sở
ban hành B" it is B, or the paper that the sentence before announced. In the passive ("A được sửa đổi bởi B") B is the
doer of A and itself cited only: the sentence tells of A, and does not announce B as "B sửa đổi A" does.
"""

from __future__ import annotations

import re
from itertools import groupby

from archive.vietnamese.documents.grounds import grounds_in, is_ground
from archive.vietnamese.documents.mention import Role
from archive.vietnamese.documents.sighting import Sighting
from archive.vietnamese.documents.types import TYPE_OF_WORD
from archive.vietnamese.documents.verbs import Governor, governor_of
from archive.vietnamese.documents.wording import one_of, one_spaced, whole

_JOINED = re.compile(
    r"(?:^|[,;]|\s(?:và|cùng|với|hoặc|cũng như|,))\s*(?:[-–+•*]\s*)?(?:(?:và|cùng|với)\s+)?(?:(?:các|những)\s+)?"
    r"(?:(?:mục|phần)\s+\w+,?\s*)*$"
)
_JOINED_ORDER = re.compile(
    r"(?:^|[,;]|\svà)\s(?:(?:ý kiến|các|sự|nội dung)\s)*(?:chỉ đạo|kết luận|yêu cầu|đề nghị|hướng dẫn)"
    r"[^,;]{0,80}\stại\s$"
)
# "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị (Nghị quyết số 57-NQ/TW)", "(sau đây gọi tắt là …)"
_THEN = "theo đó, "
_AGAIN_NAMED = ("(", "(là ", "tắt là ", "gọi là ", "chung là ")
_AGENCY = (
    r"(?:(?:các|lãnh đạo|chủ tịch|thường trực|ban thường vụ|giám đốc)\s+)*"
    + one_of(
        "ubnd, hđnd, ủy ban, uỷ ban, sở, bộ, ban, phòng, tỉnh, huyện, thành, quận, đảng, hội, công an, trường,"
        "chi cục, cục, tổng cục, thủ tướng, chính phủ, quốc hội, đoàn, trung tâm, văn phòng, đơn vị, thị, địa phương,"
        "xã, phường, liên đoàn, mặt trận, bch, btv, chủ tịch, viện, tòa, kho bạc, bhxh, cơ quan"
    )
    + r"(?!\w)"
)
_NEW_DOER = re.compile(rf"(?:^|[,;:–]\s*|\n\s*)(?:thì\s+|theo đó,?\s+)?{_AGENCY}")
# After these the agencies are those that a paper speaks to: "chỉ đạo các sở, ban, ngành triển khai".
_SPEAKS_TO = re.compile(whole("chỉ đạo, yêu cầu, đề nghị, giao, gửi, hướng dẫn, đôn đốc, trong đó"))
_AGAIN = re.compile(r"\s*(?:,|;|và(?!\w)|đồng thời|cũng như)")
_BESIDES = re.compile(whole("gắn với, kết hợp, đồng thời, song song với, cùng với việc"))
_ABOUT = re.compile(r"(?:về việc|về|v/v)\s*$")
_ITSELF = re.compile(whole(",".join(f"{word} này" for word in TYPE_OF_WORD if len(word) > 3)))
_PASSIVE_ROLES: dict[str, Role] = {
    "ban hành": "issues", "ký": "issues", "thông qua": "issues", "phê duyệt": "approves", "thay thế": "replaces",
    "sửa đổi": "amends", "bổ sung": "amends", "điều chỉnh": "amends", "thu hồi": "repeals",
    "đính chính": "corrects", "triển khai": "implements", "cụ thể hóa": "implements", "cụ thể hoá": "implements",
    "thực hiện": "implements", "bãi bỏ": "repeals", "hủy bỏ": "repeals", "huỷ bỏ": "repeals",
}  # fmt: skip
_DEED = one_of(", ".join(_PASSIVE_ROLES))
_PASSIVE = re.compile(
    r"\s*(?:,\s*)?(?:\(?của\s[^.;:\n]{0,80}?)?(?:(?:đã|vừa|sẽ|cũng|mới|đang|tiếp tục)\s+)*"
    r"(?:được|bị|do)\s+(?:[^.;:,\n]{0,60}?\s)??"
    rf"(?P<verb>{_DEED})(?!\w)"
)
# The words between two papers: "Quyết định số 56/QĐ-UBND bị bãi bỏ bởi Quyết định số 78/QĐ-UBND".
_DONE_BY = re.compile(
    rf"(?:được|bị)\s+(?:[^.;:,]{{0,40}}?\s)??(?P<verb>{_DEED})(?:,?\s*(?:{_DEED}|một số điều))*"
    r"\s+(?:bởi|bằng|theo|tại)\s*$"
)
_BARE_OPENING = re.compile(r"[\s\[(“\"–•*+-]*(?:các\s*)?")
_ITEM = re.compile(r"\W*(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|[a-zđ])?\W*(?:các\s*)?")
_EXPIRED = re.compile(r"(?:(?!(?<!\w)(?:làm|khiến)(?!\w))[^.;\n]){0,60}?(?<!\w)hết hiệu lực(?!\w)")
_MAKES = re.compile(r"(?<!\w)(?:làm|khiến)(?:\scho)?\s(?:các\s)?\Z")
"""Between two papers: "Thông tư số 11/2021/TT-BXD làm cho Thông tư số 09/2019/TT-BXD hết hiệu lực"."""

_GROUNDS = re.compile(r"[^.;,\n]{0,60}?(?<!\w)là\s+(?:cơ sở|căn cứ)(?!\w)")
_BY_MEANS = re.compile(r"\s*(?:(?:của|về)\s[^,;]{1,80}\s)?(?:bằng|thành)\s(?:việc\sban\shành\s)?")
"""Between two papers: "cụ thể hóa Nghị quyết số 18-NQ/TW bằng Kế hoạch số 10-KH/ĐU"."""

_CHANGES = frozenset(("approves", "amends", "replaces", "repeals", "corrects"))
_BY_PAPER = re.compile(r"\s*(?:(?:của|về)\s[^,;]{1,80}\s)?(?:tại|bằng|theo)\s")
"""Between two papers: "phê duyệt Phương án số 12/PA-SNN tại Quyết định số 88/QĐ-UBND"."""

_RULES_OF = re.compile(r"(?:quy định|nội dung)(?: trước đây)? tại $")
_ARE_REPEALED = re.compile(r"[^.;\n]{0,80}?\s(?:đều\s)?bị\s(?:bãi|hủy|huỷ)\sbỏ(?!\w)")
_DRAWS_UP = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|lập)\s+(?:(?!theo|tại)\w+\s+){0,2}?(?P<word>" + "|".join(TYPE_OF_WORD) + r")(?!\w)"
)
_NO_CLAUSE = re.compile(r"[^,.;\n]{0,200}(?:[.;\n]|$)")
_PREAMBLE = 4000
"""Within how many characters after its number a paper's own grounds (căn cứ, thực hiện) stand."""


def assign_roles(text: str, sightings: list[Sighting]) -> None:
    """Give every sighting its role and, where the text says which paper does it, its subject."""
    sentences = [list(group) for _, group in groupby(sightings, key=lambda sighting: sighting.sentence)]
    issued: set[str] = set()
    grounds = grounds_in(text) if sightings else []
    for sentence in sentences:
        for previous, sighting, following in zip([None, *sentence], sentence, [*sentence[1:], None], strict=False):
            _assign(text, sighting, previous, following, issued)
            if sighting.role in ("cites", "issues") and is_ground(grounds, sighting.spelling.start):
                _take_as_ground(sighting)
            if sighting.role == "issues":
                issued.add(sighting.number.canonical)
    heading = next((sighting for sighting in sightings if sighting.heads_paper), None)
    for earlier, sentence, later in zip([None, *sentences], sentences, [*sentences[1:], None], strict=False):
        opening = [sighting for sighting in sentence if _seeks_doer(sighting)]
        if opening:
            doer = _doer_of_opening(text, opening, earlier, sentence, later) or _own_paper(heading, opening[0])
            for sighting in opening:
                sighting.subject = doer
    for sighting in sightings:
        if sighting.subject == sighting.number.canonical:
            sighting.subject = None


def _assign(
    text: str, sighting: Sighting, previous: Sighting | None, following: Sighting | None, issued: set[str]
) -> None:
    if previous and (model := _model(sighting, previous)):
        sighting.role, sighting.subject, sighting.root = model.role, model.subject, previous.root
        sighting.doer = model.doer
        return
    governor = governor_of(_governed_words(sighting), sighting.type)
    if governor is None:
        _assign_without_verb(text, sighting, previous, following)
        return
    sighting.role = governor.role
    if previous and previous.role == "implements" and previous.subject is None and _BY_MEANS.fullmatch(sighting.before):
        sighting.role, previous.subject = "issues", sighting.number.canonical
        return
    if governor.role == "cites" and previous and previous.role in _CHANGES and _BY_PAPER.fullmatch(sighting.before):
        previous.subject = previous.subject or sighting.number.canonical
    if governor.role == "cites" and _RULES_OF.search(sighting.before) and _ARE_REPEALED.match(text, sighting.tail):
        sighting.role = "repeals"
        return
    sighting.opens = not sighting.before[: governor.start].rpartition(";")[2].strip(" -–+•*")
    if governor.role != "cites":
        sighting.subject = _doer_before(sighting, previous, governor, issued)
        if previous and sighting.subject == previous.number.canonical:
            if previous.role == "issues":
                sighting.doer = previous
            else:
                sighting.root = previous.root or previous


def _take_as_ground(sighting: Sighting) -> None:
    """An item of a list of grounds is one itself; what it only mentions is not."""
    if _ITEM.fullmatch(sighting.before):
        sighting.role, sighting.subject, sighting.opens = "based_on", None, True


def _model(sighting: Sighting, previous: Sighting) -> Sighting | None:
    """The paper before, where this one shares its verb: joined to it, or another name of the same."""
    before = sighting.before
    if before.endswith(_THEN):
        return None
    if before.endswith(_AGAIN_NAMED) and previous.number.canonical == sighting.number.canonical:
        return previous
    if _JOINED.search(before):
        if ";" not in before:
            return previous
        return _issued_with(sighting, previous) or previous.root or previous
    return previous if previous.role in ("implements", "based_on") and _JOINED_ORDER.search(before) else None


def _issued_with(sighting: Sighting, previous: Sighting) -> Sighting | None:
    """The paper that is issued beside this one: of one agency both, behind a paper of another that it is about."""
    beside = previous.doer
    is_beside = beside and sighting.number.issuer == beside.number.issuer != previous.number.issuer
    return beside if is_beside else None


def _governed_words(sighting: Sighting) -> str:
    """The words before the paper; before its first naming, where a bracket only adds the number to it."""
    before = sighting.before.removesuffix(_THEN)
    if sighting.word and before.endswith("("):
        first = before.rfind(sighting.word.word)
        return before[:first] if first >= 0 else before
    return before


def _assign_without_verb(text: str, sighting: Sighting, previous: Sighting | None, following: Sighting | None) -> None:
    """The role by what stands after the name ("được ban hành", "hết hiệu lực"), or because the text begins with it."""
    after = one_spaced(text[sighting.tail : sighting.tail + 160])
    sighting.role = "cites"
    if following and (done := _DONE_BY.search(following.before)):
        sighting.role, sighting.subject = _PASSIVE_ROLES[done["verb"]], following.number.canonical
    elif passive := _PASSIVE.match(after):
        sighting.role = _PASSIVE_ROLES[passive["verb"]]
    elif _EXPIRED.match(after):
        sighting.role = "repeals"
        sighting.subject = previous.number.canonical if previous and _MAKES.search(sighting.before) else None
    elif _GROUNDS.match(after):
        sighting.role = "based_on"
    elif sighting.heads_paper or (sighting.first_line and not previous and _BARE_OPENING.fullmatch(sighting.before)):
        sighting.role = "issues"


def _doer_before(sighting: Sighting, previous: Sighting | None, governor: Governor, issued: set[str]) -> str | None:
    """The number of the paper, named before, that does what the verb says."""
    lead = sighting.before[: governor.start]
    if "này" in sighting.before and _ITSELF.search(sighting.before):
        return next(iter(issued)) if len(issued) == 1 else None
    if previous is None:
        return None
    if lead.endswith("; ") and governor.role in ("implements", "based_on"):
        return None
    if governor.role in _CHANGES and "dự thảo" in lead:
        return None
    if _BESIDES.search(lead):
        return previous.subject
    new_doer = _NEW_DOER.search(lead)
    if new_doer and not _SPEAKS_TO.search(lead, 0, new_doer.start()):
        return None
    if governor.role == "issues" and not _ABOUT.search(lead):
        return None
    if _AGAIN.match(lead) and (previous.subject or previous.role not in ("issues", "cites")):
        return previous.subject
    return previous.number.canonical


def _seeks_doer(sighting: Sighting) -> bool:
    return sighting.subject is None and sighting.role in ("implements", "based_on")


def _doer_of_opening(
    text: str,
    opening: list[Sighting],
    earlier: list[Sighting] | None,
    sentence: list[Sighting],
    later: list[Sighting] | None,
) -> str | None:
    """The paper issued after the opening in its sentence, or announced by the sentence before or after."""
    at = opening[-1].spelling.start
    for sighting in sentence:
        if sighting.role == "issues" and sighting.spelling.start > at:
            return sighting.number.canonical
    if not opening[0].opens or opening[0] is not sentence[0]:
        return None
    if announced := _issued_beside(earlier, sentence, 1):
        after = text[sentence[-1].tail : sentence[-1].tail + 500].lower()
        drawn = {TYPE_OF_WORD[match["word"]] for match in _DRAWS_UP.finditer(after)}
        if announced.type in drawn or _NO_CLAUSE.match(after):
            opening[0].flags.append("subject-from-sentence-before")
            return announced.number.canonical
    announced = _issued_beside(later, sentence, -1)
    if announced and _NO_CLAUSE.match(text, sentence[-1].tail):
        opening[0].flags.append("subject-from-sentence-after")
        return announced.number.canonical
    return None


def _issued_beside(others: list[Sighting] | None, sentence: list[Sighting], distance: int) -> Sighting | None:
    """The paper that the neighbouring sentence issues."""
    if not others or sentence[0].sentence - others[0].sentence != distance:
        return None
    return next((sighting for sighting in others if sighting.role == "issues"), None)


def _own_paper(heading: Sighting | None, sighting: Sighting) -> str | None:
    """The number in the head of the paper, where the sighting stands among the grounds that the paper gives."""
    if heading is None or not sighting.opens or not 0 < sighting.spelling.start - heading.spelling.start < _PREAMBLE:
        return None
    return heading.number.canonical
