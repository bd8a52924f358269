"""Labels of bylines: what stands before a name says what the name did (Tin, ảnh: … | Nguồn: … | Người đăng: …)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from archive.vietnamese.byline_words import either, phrases
from archive.vietnamese.credit_labels import POSTERS, SOURCES, WORKS, WRITERS
from archive.vietnamese.syllables import is_syllable


class Label(Enum):
    """What the text behind a label is."""

    AUTHOR = "author"
    POSTER = "poster"
    SOURCE = "source"
    UNIT = "unit"
    OTHER = "other"


_WORKS = either(phrases(f"{WORKS}, nội dung, text"))

_PICTURES = either(
    phrases("""
    ảnh minh họa, ảnh tư liệu, ảnh bìa, hình ảnh, hình, ảnh, video clip, video, clip, đồ họa, photos, photo,
    infographic, audio, âm thanh
""")
)
_AUTHORS = either(
    phrases(f"""
    {WRITERS}, nhóm ctv, nhóm tác giả, người dịch, người phỏng vấn, người ký văn bản, người ký, được viết bởi, viết bởi,
    họ và tên, họ tên, chủ biên, biên dịch, lược ghi, tg, written by, story, chùm thơ, thơ, tạp bút, ký, phóng sự ảnh,
    phỏng vấn, tường thuật, tac gia, tin anh, bai anh, thuc hien, nguoi viet, t/hiện
""")
)

_POSTERS = either(phrases(f"{POSTERS}, đăng tin, nguoi dang, dang boi"))

_SOURCES = either(phrases(f"{SOURCES}, trích, xuất xứ, nguon tin, nguon"))

_UNITS = either(
    phrases("""
    đơn vị đăng tin, đơn vị viết bài, đơn vị viết tin, đơn vị viết, đơn vị đưa tin, đơn vị cung cấp, đơn vị thực hiện,
    đơn vị trả lời, cơ quan trả lời, đơn vị giải đáp, cơ quan giải đáp, đơn vị công tác, nơi công tác,
    đơn vị, cơ quan ban hành, cơ quan, phòng ban, tòa soạn
""")
)
_OTHERS = either(
    phrases("""
    chịu trách nhiệm về nội dung, thư ký, trụ sở, hotline, tel, fax, nguồn ảnh, ảnh nguồn, tranh, minh họa, quay phim,
    camera, kỹ thuật dựng, kỹ thuật, dựng phim, dựng, thiết kế, trình bày, thể hiện, đọc, phát thanh viên,
    dẫn chương trình, mc, người duyệt, người duyệt bài, người duyệt tin, người kiểm duyệt, người phê duyệt, phê duyệt,
    lãnh đạo duyệt, ban biên tập duyệt, kiểm duyệt, duyệt bài, duyệt tin, duyệt nội dung, duyệt, người hiệu đính,
    hiệu đính, người xuất bản, người kiểm tra, chịu trách nhiệm nội dung, chịu trách nhiệm chính,
    chịu trách nhiệm, ngày đăng, ngày cập nhật, ngày cập nhập,
    cập nhập, cập nhật lần cuối, cập nhật lúc, cập nhật, đăng ngày, đăng lúc,
    ngày tạo, ngày xuất bản, xuất bản, thời gian, ngày, số lượt xem, lượt xem, số lượt đọc, lượt đọc, số lần xem,
    lượt truy cập, đã xem, chuyên mục, danh mục, lĩnh vực, từ khóa, tags, tag, e-mail, email, điện thoại, đt, sđt,
    địa chỉ, bình luận, chia sẻ, file đính kèm, tập tin đính kèm, tệp đính kèm, đính kèm, tải về, số ký hiệu,
    tiêu đề, views, view, hits, link, cỡ chữ, đánh giá, chức vụ, phó giám đốc, giám đốc, phó tổng biên tập,
    tổng biên tập, trưởng ban biên tập, giấy phép, anh
""")
)
_AND = "(?: ?[,&+/–-] ?| và | )"
_OF = "(?: (?:của|do|bởi|từ))?"
_WITH_COLON = re.compile(
    rf"(?<!\w)(?:(?P<SOURCE>{_SOURCES}{_OF})|(?P<POSTER>{_POSTERS})|(?P<UNIT>{_UNITS})"
    rf"|(?P<AUTHOR>(?:{_PICTURES}{_AND}){{0,3}}(?:{_WORKS}|{_AUTHORS})(?:{_AND}(?:{_WORKS}|{_PICTURES}|{_AUTHORS})){{0,3}}{_OF})"
    rf"|(?P<OTHER>(?:{_PICTURES}|{_OTHERS})(?:{_AND}(?:{_PICTURES}|{_OTHERS})){{0,3}}{_OF})) ?[:：]"
)
_BARE = re.compile(
    rf"(?:(?P<SOURCE>{_SOURCES}{_OF})|(?P<POSTER>{_POSTERS})"
    rf"|(?P<AUTHOR>(?:{_PICTURES}{_AND}){{0,3}}{_WORKS}(?:{_AND}(?:{_WORKS}|{_PICTURES})){{0,3}}{_OF}"
    rf"|{_AUTHORS} (?:của|do|bởi)|tác giả|written by|by|được viết bởi|viết bởi)"
    rf"|(?P<OTHER>{_PICTURES}(?:{_AND}{_PICTURES}){{0,3}}{_OF})) (?=\S)"
)
_OUTLET = re.compile(
    r"(?:báo|tạp chí|cổng (?:thông tin|ttđt)|trang (?:tin|thông tin|web|điện tử|ttđt)|website) |[\w.-]+\.vn\b"
)
_EDITION = re.compile(r"(\d*[a-z][a-z\d]{4,}) (?:online|news)\W*")
_QUOTED = re.compile(r"[\"'“‘«](?=[A-ZÀ-ỸĐ])[^\"'“”‘’«»]{2,60}(?:[\"'”’»]\W*)?$")
"""An outlet in quotes with nothing behind it; whoever took a note out of its brackets may have taken the last quote."""
_NAMES_OUTLET = re.compile(
    r"\b(?:báo|tạp chí|đài|ttxvn|thông tấn|điện tử|online|news|cổng|trang|website|chuyên san|bản tin)\b|\.vn\b"
)
"""Words of the names of outlets, which those of books and plans have not."""
_BREAK = re.compile("[-–—,;&/|.] ?")
_STARS = "*•● "
"""What sets a line off before its label."""
_TAKEN_WHOLE = {Label.SOURCE, Label.UNIT, Label.OTHER}


def fields(line: str) -> list[tuple[Label | None, str]]:
    """The fields of a line, each with the label before it; the label of what stands before the first label is None.

    A label has a colon, or it opens the line or a piece and a capital follows ("Tin, ảnh Minh Hằng", "…, theo TTXVN").
    An outlet may stand in quotes to the end (Nguồn "Báo Nhân dân").
    """
    if ":" not in line and "：" not in line:
        labels = _bare_labels(line)
        return _cut(line, labels) if labels else [(None, line)]
    return [
        (bare or label, field)
        for label, text in _cut(line, _WITH_COLON.finditer(_lower(line)))
        for bare, field in ([(None, text)] if label in _TAKEN_WHOLE else _cut(text, _bare_labels(text)))
    ]


def _bare_labels(text: str) -> list[re.Match[str]]:
    """The labels without a colon."""
    lower = _lower(text)
    labels: list[re.Match[str]] = []
    at = len(text) - len(text.lstrip(_STARS))
    while True:
        label = _BARE.match(lower, at)
        if label and (text[label.end()].isupper() or _is_outlet(text, lower, label)):
            labels.append(label)
            at = label.end()
        stop = _BREAK.search(lower, at)
        if not stop:
            return labels
        at = stop.end()


def is_edition(text: str) -> bool:
    """Whether a text is an outlet's name as addresses have it, in one word, and its edition: "daknong online"."""
    edition = _EDITION.fullmatch(text)
    return edition is not None and not is_syllable(edition[1])


def _is_outlet(text: str, lower: str, label: re.Match[str]) -> bool:
    """Whether the name of an outlet in small letters or in quotes stands behind a label."""
    return bool(_OUTLET.match(lower, label.end())) or is_edition(text[label.end() :]) or _is_quoted(text, label)


def _is_quoted(text: str, label: re.Match[str]) -> bool:
    """Whether all that stands behind the label of a source is a name in quotes: of an outlet, but behind "Nguồn"."""
    is_source = label.lastgroup == "SOURCE" or label[0].endswith(" từ ")
    if not is_source or _QUOTED.match(text, label.end()) is None:
        return False
    return "nguồn" in label[0] or _NAMES_OUTLET.search(text.lower(), label.end()) is not None


def _lower(text: str) -> str:
    """The text in lower case; as it is where that would change its length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _cut(text: str, labels: Iterable[re.Match[str]]) -> list[tuple[Label | None, str]]:
    pieces: list[tuple[Label | None, str]] = []
    label: Label | None = None
    start = 0
    for match in labels:
        if match.start() > start:
            pieces.append((label, text[start : match.start()]))
        label, start = Label[match.lastgroup or ""], match.end()
    return [*pieces, (label, text[start:].strip())]
