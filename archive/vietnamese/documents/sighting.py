"""A number seen in a text, with the words around it that say what paper it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archive.vietnamese.documents import codes as code_book
from archive.vietnamese.documents.mention import Role
from archive.vietnamese.documents.numbers import DocumentNumber, Spelling, interpret
from archive.vietnamese.documents.sentences import last_boundary
from archive.vietnamese.documents.types import TYPE_OF_WORD, Word, type_of, word_before
from archive.vietnamese.documents.wording import listed, one_spaced, whole

REACH = 320
"""How many characters before a number are looked at."""

_PLURAL = ("các ", "những ", "hai ", "ba ", "02 ", "03 ")
_NUMBER_WORDS = listed("số hiệu, ký hiệu, kí hiệu, số, sô, no, nº")
_CONTINUES = re.compile(r"\s*(?:[,;&/]|và|hoặc|cùng|đến|-|–)?\s*(?:và\s+)?(?:các\s+)?(?:số\s*:?\s*)?")
# What a number belongs to that is no paper: provisions, standards, forms always,
_NEVER = frozenset(
    listed(
        "điều, khoản, tiết, mục, điểm, trang, dòng, ngày, tháng, quý, năm,"
        "qcvn, tcvn, tccs, tcn, qcđp, iso, công báo, bản tin, kiểm soát, bks, biển, mẫu, biểu,"
        "hợp đồng, phụ lục, bảng, hình, tờ khai, gói thầu, chung cư, hóa đơn, hoá đơn, biên lai,"
        "buýt, hồ sơ, vé"
    )
)
# addresses, units of the army, accounts, magazines unless the number carries the code of a type.
_NO_PAPER = frozenset(
    listed(
        "chương, phần, tr, đường, phố, ngõ, ngách, hẻm, kiệt, tổ, nhà, lô, thửa, đất, km, ql,"
        "quốc lộ, tỉnh lộ, kp, khu phố, ấp, thôn, đội, lớp, phòng, khu, cụm, bàn, sư đoàn, trung đoàn, lữ đoàn,"
        "tiểu đoàn, quân đoàn, đại đội, quân khu, bệnh viện, bệnh xá, viện, tài khoản, tk, điện thoại, đt, fax,"
        "hotline, mst, sổ, thẻ, thuế, mã, tọa độ, tạp chí, kỳ, tập, lần, covid, bản đồ, tờ, ô tô, xe, giải"
    )
)
_RECEIPT = re.compile(whole("hóa đơn, hoá đơn, biên lai, hợp đồng, phiếu thu, phiếu chi, giấy chứng nhận quyền, sổ đỏ"))
_PROGRAMMES = ("chương trình", "chương trình hành động", "đề án", "dự án")
"""What is known by a number with its owner, "Chương trình 135/CP", which is not the number of the paper."""

_STOPS = ",.;:|()–-"
_LINKS = frozenset(
    listed(
        "theo, tại, của, và, có, là, hành, ký, nêu, kèm, với, các, gửi, xem, về, hiện, khai, cứ, ra, ngoài,"
        "án, ngỏ, trạng"
    )
)
"""What "số" stands behind where a paper's number begins, also papers without a code of their own ("bản án"); behind
another noun the number is that noun's: "tuyến số 5"."""

_LABEL_ABOVE = re.compile(
    r"(?:[Ss]ố\s?[/,]?\s?(?:và\s)?[Kk][ýí]\s?hiệu|[Ss]ố hiệu|[Kk][ýí] hiệu|[Ss]ố văn bản)\s*:?\s*\Z"
)
_DATE_BESIDE = re.compile(r"[ \t|]{1,5}[0-3]?[0-9][/.-][01]?[0-9][/.-](?:19|20)[0-9]{2}(?![0-9])")
_UNDER_MOTTO = re.compile(
    r"(?:hạnh phúc|đảng cộng sản việt nam)[\s*|_.–-]{0,12}"
    r"(?:[^;.,]{1,40}, ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}[\s*|]{0,4})?\Z"
)
"""The motto of a head that stands in one line, with place and date where the Party prints them: before the number."""

_PROVINCIAL = re.compile(r"(?:tỉnh|thành)\s+(?:ủy|uỷ)(?!\w)", re.I)


@dataclass(slots=True)
class Sighting:
    """One number in a text on its way to a DocumentMention.

    `before` holds the words of the number's sentence before its phrase ("kế hoạch số …"), in lower case and from the
    end of the number before it, `opening` the phrase up to the number. `sentence` counts sentences with numbers,
    leaving out one where other sentences stand between. `tail` is where the number's own date ends. `continues` says
    that the number goes on a list without a type word of its own, `plural` that it belongs to a list which begins
    with "các", `alone` that nothing but "Số:" or "Nghị quyết số:" stands before it in its line, `heads_paper` that
    this is the head of a paper, `opens` that the verb which governs the paper begins its clause, `date_shared` that
    its date stands where the sentence begins. `root` is the paper at the head of a chain of papers which implement
    one another, `doer` the paper that is issued to do to this one what the verb says.
    """

    spelling: Spelling
    number: DocumentNumber
    word: Word | None
    type: str | None
    before: str
    opening: str
    sentence: int
    tail: int
    continues: bool
    plural: bool
    alone: bool
    heads_paper: bool
    first_line: bool
    dated: str | None = None
    date_shared: bool = False
    role: Role | None = None
    subject: str | None = None
    opens: bool = False
    root: Sighting | None = None
    doer: Sighting | None = None
    flags: list[str] = field(default_factory=list)


def sight(text: str, spelling: Spelling, previous: Sighting | None) -> Sighting | None:
    """Look at the words before a printed number; None where they, or their absence, make it no paper."""
    since = max(previous.tail if previous else 0, spelling.start - REACH)
    gap = text[since : spelling.start]
    cut, passed = last_boundary(gap)
    words = one_spaced(gap[cut:])
    lead = _without_number_word(words)
    label = None if words.strip() else _LABEL_ABOVE.search(text, max(0, spelling.start - 60), spelling.start)
    so = len(lead) < len(words) or (not words.strip() and _is_cell(text, spelling, label))
    continues = bool(previous and not passed and since == previous.tail and _CONTINUES.fullmatch(words))
    own_word = word_before(lead, spelling)
    word = previous.word if continues and previous else own_word
    if not _is_paper(spelling, words, lead, so or continues, word):
        return None
    spelling = _provincial(spelling, text)
    number = interpret(spelling, _named_type(spelling, word))
    kind, flags = type_of(number, word)
    start = own_word.start if own_word else len(lead)
    opens_line = not lead[:start].strip(" |") and gap[cut:].lstrip(" \t|")[:1].isupper()
    alone = so and (opens_line or _UNDER_MOTTO.search(lead, max(0, start - 120), start) is not None)
    alone = alone or label is not None
    return Sighting(
        spelling, number, word, kind,
        before=lead[:start],
        opening=lead[start:],
        sentence=_sentence(spelling, previous, passed),
        tail=spelling.end,
        continues=continues,
        plural=_is_plural(lead[:start], own_word, previous if not passed else None),
        alone=alone,
        heads_paper=alone and own_word is None,
        first_line=since + cut < REACH and "\n" not in text[: since + cut].strip(),
        flags=[*number.flags, *flags],
    )  # fmt: skip


def _is_cell(text: str, spelling: Spelling, label: re.Match[str] | None) -> bool:
    """Whether the number is a cell of a register: under "Số/Ký hiệu", or before the cell with its date."""
    if not code_book.looks_like_body(spelling.codes[0] if spelling.codes else ""):
        return False
    return label is not None or _DATE_BESIDE.match(text, spelling.end) is not None


def _named_type(spelling: Spelling, word: Word | None) -> str | None:
    """The code of the type word that stands right before the number, or farther off where the number has that code."""
    if word is None:
        return None
    code = TYPE_OF_WORD[word.word]
    return code if word.direct or spelling.codes[:1] == (code,) else None


def _is_plural(before: str, word: Word | None, previous: Sighting | None) -> bool:
    """Whether "các Quyết định số …" begins here, or goes on with another "và Quyết định số …"."""
    if before.endswith(_PLURAL):
        return word is not None
    joined = previous is not None and previous.plural and _CONTINUES.fullmatch(before) is not None
    return joined and (word is None or previous is None or previous.word is None or word.word == previous.word.word)


def _without_number_word(words: str) -> str:
    """The words without the "số", "số ký hiệu" or "số, ký hiệu:" that they end in."""
    stripped = words.rstrip(' :.…|("“')
    for word in _NUMBER_WORDS:
        if stripped.endswith(word) and not stripped[: -len(word)][-1:].isalpha():
            rest = stripped[: -len(word)]
            return rest.removesuffix("số, ").removesuffix("số và ").removesuffix("số/").removesuffix("số ")
    return words


def _provincial(spelling: Spelling, text: str) -> Spelling:
    """TƯ stands for Trung ương, but clerks of a Tỉnh ủy type it for their own TU: "Số 445-KL/TƯ" under "TỈNH ỦY"."""
    if "TW" not in spelling.codes or "Ư" not in text[spelling.start : spelling.end]:
        return spelling
    around = text[max(0, spelling.start - 120) : spelling.start] + text[spelling.end : spelling.end + 60]
    if not _PROVINCIAL.search(around):
        return spelling
    codes = tuple("TU" if code == "TW" else code for code in spelling.codes)
    return spelling._replace(codes=codes, flags=(*spelling.flags, "tu-by-context"))


def _sentence(spelling: Spelling, previous: Sighting | None, passed: int) -> int:
    if previous is None:
        return 0
    far = spelling.start - previous.tail > REACH
    return previous.sentence + (2 if far else passed)


def _is_paper(spelling: Spelling, words: str, lead: str, so: bool, word: Word | None) -> bool:
    """Whether the number names a paper: by the code of its type, the word before it, or "số" and a body's code.

    `words` stand before the number, `lead` are those without "số"; `so` says that there is one.
    """
    near = lead[-40:].rstrip(" :.").split()[-2:]
    owners = {near[-1].strip("(,;"), " ".join(near)} if near and near != ["học", "tập"] else set()
    if not owners.isdisjoint(_NEVER) or (word is None and _RECEIPT.search(words, max(0, len(words) - 40))):
        return False
    if not spelling.codes:
        return True
    counts_others = so and not (word is not None or not near or near[-1][-1] in _STOPS or near[-1] in _LINKS)
    so = so and not counts_others
    is_owned = counts_others or not owners.isdisjoint(_NO_PAPER)
    if _is_typed(spelling, so or word is not None, is_owned):
        return True
    if word is not None and word.direct:
        first, rest = spelling.codes[0], spelling.codes[1:]
        if word.word in _PROGRAMMES and rest and not rest[-1].strip("IVX"):  # a stage: "Chương trình 135/GĐ-II"
            return False
        return bool(rest) or (len(first) > 1 and not (word.word in _PROGRAMMES and first == "CP"))
    return owners.isdisjoint(_NO_PAPER) and _is_body(spelling, words, so, word)


def _is_typed(spelling: Spelling, is_named: bool, is_owned: bool) -> bool:
    """Whether the codes are a type and a body, or a court's; "TC" may be a type and needs a word or a body of laws."""
    first, rest = spelling.codes[0], spelling.codes[1:]
    if spelling.year and code_book.is_judgment(first, rest):
        return True
    if not rest or not code_book.is_type(first):
        return False
    is_known = code_book.is_state_body(rest[0]) or code_book.is_party_body(rest[-1])
    if is_known or first not in code_book.TYPE_OR_BODY or is_named:
        is_counted = is_owned and not (is_known or is_named or code_book.looks_like_body(rest[0]))
        is_signed = bool(spelling.signs[0]) or (is_known and spelling.signs[1] == "/" and not is_owned)
        return len(rest[-1]) > 1 and is_signed and not is_counted
    return not is_owned and code_book.issues_by_laws(rest[0])


def _is_body(spelling: Spelling, words: str, so: bool, word: Word | None) -> bool:
    """Whether the codes without a type are a body's, behind "số" or plain enough without it."""
    first, rest = spelling.codes[0], spelling.codes[1:]
    typed = bool(rest) and code_book.is_type(first)
    if not spelling.signs[0]:
        return so and bool(rest) and (typed or code_book.looks_like_body(first))
    if rest:
        is_plain = code_book.is_state_body(first) or (first[0] in "SB" and len(first) > 3)
        is_certificate = first[0] == "G" and code_book.is_state_body(rest[0])
        return len(first) > 1 and (so or is_plain or is_certificate)
    if spelling.year and re.fullmatch(r"(?:QH|UBTVQH)\d+", first):
        return True
    if not so or len(first) == 1:
        return False
    is_named = word is not None and code_book.is_type(first) and first.startswith(TYPE_OF_WORD[word.word])
    return is_named or code_book.looks_like_body(first) or words.rstrip().endswith(":")
