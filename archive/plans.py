"""Whether an announcement is about a plan (kế hoạch), and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.model import Attachment, PlanReason
from archive.vietnamese.documents import DocumentMention
from archive.vietnamese.spelling import fold, normalise

# The word inside the name of an office, a movement or a policy: "Sở Kế hoạch và Đầu tư", "Phòng Tài chính - Kế hoạch",
# "Phòng Kế hoạch Tổng hợp", "kế hoạch hóa gia đình", "Kế hoạch nhỏ".
_AND = r"\s*(?:và|&|-|–|,)\s*"
_FIELDS = ("tài chính", "kinh tế", "tổ chức", "nghiệp vụ", "kỹ thuật", "tổng hợp", "quản lý")
_OFFICES = ("sở", "bộ", "phòng", "ban", "cục", "vụ", "viện", "ngành", "khoa", "tổ")
_NO_PLAN = re.compile(
    "|".join(  # each begins with a letter, so that `re` looks for these letters only
        (
            r"kế hoạch\s*(?:hóa|nhỏ\b|đầu tư\b)",
            rf"kế hoạch{_AND}(?:đầu tư|tài chính|tổng hợp|nghiệp vụ|kinh doanh|kỹ thuật|hợp tác)",
            *(rf"{field}{_AND}kế hoạch" for field in _FIELDS),
            "tài chính kế hoạch",
            *(rf"{office}(?<!\w{office})\s+kế hoạch\b" for office in _OFFICES),
        )
    )
)
_WORD = "kế hoạch"
_SYLLABLE = ("oạch", "OẠCH")
"""What is found in a text ten times as fast as the text is put in small letters."""
_PLAN = re.compile(rf"\b{_WORD}\b")
# Names of files, and titles of old sites, are typed without marks: "Ke-hoach-chuyen-doi-so.pdf".
_NO_PLAN_UNMARKED = re.compile(fold(_NO_PLAN.pattern))
_PLAN_UNMARKED = re.compile(r"(?<![a-z])ke ?hoach(?!vadautu|nho|hoa)")
_NUMBER_OF_PLAN = re.compile(r"\d[-/ _]{1,3}KH[-/_]")
# What is done to a plan that exists: it is drawn up, issued, approved, carried out, reported on.
_DEED = (
    r"(?:ban hành|xây dựng|lập|phê duyệt|thông qua|triển khai|thực hiện|tổ chức thực hiện|hoàn thành|"
    r"sơ kết|tổng kết|báo cáo(?: kết quả)?|công bố|kiểm tra|điều chỉnh)"
)
_DEED_ON_PLAN = re.compile(_DEED + r"(?:[ ,][^\s.;:!?]{1,12}){0,6}? kế hoạch\b")
_BY_PLAN = re.compile(r"\btheo (?:đúng )?kế hoạch (?:số|của|đã|được|năm|giai đoạn)\b|\bkế hoạch (?:của|số)\b")


def plan_reason(
    title: str | None, body: str, documents: Iterable[DocumentMention], attachments: Sequence[Attachment]
) -> PlanReason | None:
    """Why the announcement counts as plan-related, the strongest reason first; None where it does not.

    `body` is normalised.
    """
    if any(mention.type == "KH" and mention.role == "issues" for mention in documents):
        return "issues"
    if any(names_plan(attachment.name) for attachment in attachments):
        return "attachment"
    if names_plan(title):
        return "title"
    if not any(map(body.__contains__, _SYLLABLE)):
        return None
    likely = (line for line in body.split("\n") if any(map(line.__contains__, _SYLLABLE)))
    words = _bare("\n".join(line for line in likely if _WORD in line.lower()))
    if _DEED_ON_PLAN.search(words) or _BY_PLAN.search(words):
        return "body"
    return None


def names_plan(text: str | None) -> bool:
    """Whether a title or a file's name names a plan, by the word or by a document number of type KH."""
    if not text:
        return False
    if text.isascii():
        words = re.sub(r"(?<=\w)[-_+.](?=\w)|_", " ", text).lower()
        named = _PLAN_UNMARKED.search(_NO_PLAN_UNMARKED.sub(" ", " ".join(words.split())))
    else:
        named = _PLAN.search(_bare(normalise(text.replace("_", " "))))
    return named is not None or _NUMBER_OF_PLAN.search(text) is not None


def _bare(text: str) -> str:
    """A normalised text in small letters, one space between words, without the names that hold the word for a plan."""
    words = " ".join(text.lower().split())
    return _NO_PLAN.sub(" ", words) if _WORD in words else words
