"""Personal names as Vietnamese bylines print them: which words are one, how it is shown, what it is compared by.

A name is one to six capitalised words. What speaks for one is a surname in front, words that parents give, initials,
or a shape that Vietnamese syllables do not have (foreign names and many of the highlands); what speaks against it is a
word of menus, prose and offices. The lists are a prior, not a register: one unknown syllable beside known ones is fine.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import chain, pairwise

from archive.vietnamese.byline_words import (
    ADDRESSES,
    AGENCIES,
    DEGREES,
    NEVER_ALONE,
    NEVER_IN_NAMES,
    OFFICE_WORDS,
    OFFICES,
    OUTLETS,
    PLACES,
    SLOGAN_ENDS,
    SLOGANS,
    TOPICS,
)
from archive.vietnamese.spelling import fold

LONGEST_NAME = 6
"""Words of a name: *Công Tằng Tôn Nữ Minh Hà* has six."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SURNAMES = _words("""
    hdruê rchom rơchom ktul arul bdap kđoh rahlan kring krông nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ
    hồ ngô dương lý an âu ấu bá bạch bàng bành bế biện bồ ca cái cam cao cát cầm cấn cù cung châu chế chiêm chu chúc
    chung chử cổ cồ công danh diêu diệp doãn du dư đa đàm đan đào đậu đèo điền điểu đinh đoàn đoạn đổng đường giang
    giáp hà hạ hàn hán hạng hầu hình hoa hồng hứa kha khang khổng khu khuất khúc khương khưu kiên kiều kim la lã lại
    lang lành lâm lầu lò lỗ lộ lô lồ lục lư lữ lưu lương lường ma mã mạc mai mang mạnh mao mâu mẫn nghê nghiêm ngưu
    nhan nhâm nhữ ninh nông ong ông phí phó phong phú phù phùng phương quan quàng quách sa sái sầm sơn sùng tạ tăng
    tân tấn tất tề thạch thái thang thào thạnh thân thẩm thập thi thiều thịnh thôi tiêu tiết tô tôn tống trà trang
    tri triệu trình trịnh trưng trương từ tưởng uông ưng văn vân vi viên vương xa yên chảo chang cứ cư giàng giềng
    hảng hờ lèng lìn lù lùng lừu mùa phàn pờ sìn sồng tẩn thèn tráng tằng vàng vừ vù xín cụt hơ kê lèo lìa moong ngân
    pịt sằm tòng ven vì xeo vầy chíu bàn y a ksor ksơr kpă kpuih rmah rơmah siu nay rơ rah rcom rơcom puih niê êban
    mlô byă ayũn ayun knul kbuôr ktla hwing hmok hđơk adrơng bkrông êñuôl buôn liêng cil kơ lơ mbon bon ya ka rơông
    păng tou touneh krajăn cơ klong bhnướch bhnước alăng zơrâm zơ pơloong pơ hốih coor arất ríah tơngôl tơ colâu
    bling clâu bríu briu ating hôih aviết blúp pi pinăng katơr chamaléa tain taro mấu bo đạo não đàng thổ chau neáng
    siêng phi thị kră pang tahân r'com r'mah r'ô k'sor k'pă bh'riu bh'nướch
    sính chá cháng ché xồng pàn chẻo lìm khoàng lềnh thền sề tsằn lỳ lỷ mòng
""")

GIVEN = _words("""
    gia băng khúc phục trác trụ huynh kiện siêu sử thiếu tuyển diên tinh tranh tùy túy đơn duệ hành kiếm ái an anh
    ánh ân ẩn ấn âu bá bách bạch bàng bảng bảo báu bắc bằng bé bền bích biên biển biếc bình bính bội bông bốn bổng
    bút bửu ba bảy cẩm cảnh canh cao cát căn cầm cần cẩn cậy chánh châm chân chấn chất châu chi chí chiêu chiến chiểu
    chính chinh chu chung chuyên chuyền chuyển chương chưởng chuẩn chức cơ công cúc cung cương cường cự dân dần danh
    di dịch diễm diễn diện diệp diệu dịu dinh do doan doanh du duẩn dục dung dũng dụng duy duyên duyệt dư dự dực
    dương dưỡng dạ dậu đa đài đại đàm đạm đan đán đang đào đảo đạo đạt đắc đăng đẳng đằng đặng đề đệ điềm điểm điền
    điện điệp định đình đính đồ độ đoan đoài đoàn đô đôn đông đồng đổng đức đương đường gấm giác giản giang giao giáo
    giáp giàu hà hạ hạc hạnh hải hai hài hàm hán hàn hằng hãn hảo hào hạo hân hậu hiên hiền hiển hiến hiện hiếu hiểu
    hiệu hiệp hinh hiệt hoa hòa hỏa hóa họa hoài hoan hoán hoàn hoàng hoành hoạt hoạch học hồ hối hội hồi hồng hợi
    hợp huân huấn huế huệ huy huyên huyền huyến huỳnh hùng hưng hứa hương hướng hường hưởng hữu hỷ kế kha khá khả
    khai khải khang khanh khánh kháng khảo khắc khê khiêm khiết khoa khoái khoan khoát khôi khởi khuê khuyên khuyến
    khương kiên kiến kiệm kiểm kiệt kiều kiêm kim kính kỳ ký kỷ lã lai lam lan lãng lanh lành lâm lân lập lài lạc lê
    lễ lệ lịch liêm liên liễu liệu linh lĩnh loan long lộc lợi lôi lộng luân luận luật luyến luyện lụa lục lưu lựu
    lương lượng lượm lực lý lữ mai mãi mạnh mãn mão mậu mận mầu mây mẫn mẫu mến mi mị miên miền minh mộc mộng mơ mùi
    mùa mừng mười mưa mỹ my mỵ nam năm năng nắng nga ngà ngãi ngạn ngân ngần nghi nghị nghĩa nghiệp nghiêm ngoan
    ngoạn ngôn ngọ ngọc ngư ngữ nguyên nguyện nguyệt nguyễn nhã nhạn nhàn nhan nhâm nhân nhẫn nhất nhật nhi nhị nhiên
    nhiệm nho nhu nhung nhuận nhuần nhựt như nhứt nhượng nhường nhớ nhơn ninh niệm nở nữ nương oanh oánh ơn pha phác
    phái phan phán phấn phẩm pháp phát phi phiên phin phó phong phố phú phúc phụ phụng phùng phước phượng phương quan
    quán quang quảng quân quản quát quế quốc quới quý quyên quyền quyến quyết quyển quỳ quỳnh rạng rin ri sa san sáng
    sang sanh sánh sao sáu sâm sắc sen sĩ sỹ sim sinh sính song sông soạn sơn sớm suốt suối sung sương sửu tá tài tam
    tám tạo tạc tâm tân tấn tần tập tây tất tha thạch thái thám thao thảo thanh thành thạnh thạo thắm thắng thăng
    thân thận thập thế thể thêm thêu thi thị thiên thiện thiệp thiết thiều thiệu thìn thỉnh thịnh thọ thoa thoại
    thoan thoáng thông thống thơ thơm thời thới thu thụ thuấn thuần thuận thuật thục thúc thuyên thuyết thùy thúy
    thủy thụy thư thứ thừa thức thực thường thưởng thương thược thước tiên tiền tiến tiệp tích tiềm tiệm tín tình
    tính tịnh tĩnh toan toán toàn toại toản tòng tỏa tô tố tốt tồn tộ tới tơ trà trạch trai trang tráng trâm trân
    trần trấn tri trí trị triển trinh trình triều triết triệu trọng trúc trung truyền trực trứ trường trưởng trương
    tú tu tuân tuấn tuất tuệ túc tuế tùng tụng tư tuyên tuyến tuyền tuyết tự từ tứ tước tươi tương tường tưởng tý tỵ
    tỷ út uy uyên uyển ước vạn văn vân vang vàng vẻ vệ vi vĩ vị viên viễn viết việt vinh vĩnh vịnh võ vọng vũ vui vụ
    vượng vương vượt vững vỹ vy xá xoa xoan xuân xuyên xuyến xương y ý yên yến chín tí tèo cún khoản khuông khuyết
    khuynh cải núi trăng gió rừng hẹn làn sóc trắng xanh đỏ đen đẹp
""")

_NO_OTHER_WORD = _words("nguyễn trần lê phạm huỳnh bùi")
"""Surnames that no phrase of an office begins with, so that any word behind them is a name (Nguyễn Sự)."""

_BEFORE_THI = _words("đô siêu chỉ nội ngoại thành huyện toàn hiển biểu cận giám yết khả quản các và của là")
"""Words that make another one with "thị", which is else what stands between a clan and the name of a woman."""
_BEHIND_THI = _words("trấn xã trường")

_CLANS = _words("""
    a y hồ nay siu ksor ksơr sor rah rơ rcom rơcom rchom rơchom rmah rơmah kpă kpuih puih niê mlô pi păng bríu briu
    arất alăng zơrâm bhnướch pơloong êban byă ayũn ayun ktla hwing adrơng krajăn touneh păng katơr chamaléa
    r'com r'mah r'ô k'sor k'pă bh'riu bh'nướch
""")
_GIVEN_BY_CLANS = _words("thêm rất nhiều ít nữa kia hay lần mà")
"""Words of the language that are given in the highlands (Siu Thêm, A Rất Blúi), behind the name of a clan only."""

_KNOWN = SURNAMES | GIVEN
_FOLDED_SURNAMES = frozenset(map(fold, SURNAMES))
_FOLDED_KNOWN = frozenset(map(fold, _KNOWN))
_FOLDED_OFFICE_WORDS = frozenset(map(fold, OFFICE_WORDS | NEVER_IN_NAMES))
_FOLDED_TOPICS = frozenset(map(fold, TOPICS)) | {"van phong", "ban bien", "bien tap"}

_FOLDED_OTHERS = _FOLDED_TOPICS.union(
    map(fold, (*PLACES, *OUTLETS, *ADDRESSES, *chain(*AGENCIES.values(), *OFFICES.values())))
)
"""Phrases that a name without marks is not taken from: places, outlets, agencies, offices, forms of address."""

_SYLLABLE = re.compile(
    "(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnrstvx])?"
    "(?:uy[aeu]|[iy]eu|uo[iu]|oa[ioy]|oeo|uay|[aeou][iouy]|i[aeu]|o[ae]|u[ae]|ye|[aeiouy])(?:ch|n[gh]?|[cmpt])?"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)+(?:[^\W\d_]+)?")
_NEVER_GLUED = _words("ĐH CĐ TH TP TX QL TW CA BV HS SV BS KS GS TS NXB UB QĐ NĐ CT KT AN BBT BTV CTV")
"""Abbreviations that are no initials of the name behind them: ĐHVinh, TPHuế, BSHà."""
_HIGHLANDS = _words("ea ia đắk đăk dak chư cư")
"""What the names of places in the highlands begin with: rivers and mountains (Ea H'Leo, Cư M'Gar)."""
_MARKED = frozenset(("H'", "K'", "Ka'"))
"""What stands before names of the highlands, where a space is set behind it: K' Tiếu, Ka' Thơm."""
_VOWEL = re.compile("[aeiouy]")
_LETTERS = re.compile(r"[^\W\d_]+")


class _Word(Enum):
    """What speaks for a word of a name."""

    KNOWN = "a surname, or a word that parents give"
    INITIAL = "a letter, or letters with dots"
    SYLLABLE = "a Vietnamese syllable"
    FOREIGN = "a word that Vietnamese does not have"


def read_name(text: str) -> str | None:
    """The display form of the person that the whole text names, or None where it names none."""
    words = text.split(" ")
    if words[-1].endswith(".") and words[-1].count(".") == 1:
        words[-1] = words[-1][:-1]
    lower = [word.lower() for word in words]
    free = lower[:-1] if len(words) > 2 and lower[0] in SURNAMES else lower
    if len(words) > 2 and lower[0] in SURNAMES and lower[1] in ("thị", "văn") and words[0].istitle():
        free = free[2:]
    if lower[0] in _CLANS and all(word[:1].isupper() for word in words):
        free = [word for word in free if word not in _GIVEN_BY_CLANS]
    if len(words) > LONGEST_NAME or not NEVER_IN_NAMES.isdisjoint(free) or _is_in_highlands(lower):
        return None
    if not SLOGANS.isdisjoint(lower) or " ".join(lower[-2:]) in SLOGAN_ENDS:
        return None
    is_name = _is_single_name(words[0]) if len(words) == 1 else _is_full_name(words, lower)
    return _display(words) if is_name else None


def read_unmarked_name(text: str) -> str | None:
    """The person without a surname whose name has lost its marks (Thu Ha), or None; for what a label says is a name."""
    words = text.split(" ")
    lower = [word.lower() for word in words]
    if not (text.isascii() and text.istitle() and 1 < len(words) < 4 and _FOLDED_KNOWN.issuperset(lower)):
        return None
    pairs = {" ".join(pair) for pair in pairwise(lower)}
    refused = not _FOLDED_OFFICE_WORDS.isdisjoint(lower) or not _FOLDED_OTHERS.isdisjoint(pairs)
    return None if refused else text


def is_of_known_words(name: str) -> bool:
    """Whether a name is a surname and words that parents give, all in title case: no sign of another language."""
    first, *given = name.lower().split()
    return first in SURNAMES and GIVEN.issuperset(given) and name.istitle()


def unglued(word: str) -> str:
    """The word, or the words of a name that a lost space has run together in it (HữuTrí)."""
    starts = [0, *(at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()), len(word)]
    parts = [word[start:end] for start, end in pairwise(starts)]
    return " ".join(parts) if all(part.lower() in _KNOWN or len(part) == 1 for part in parts) else word


def key(name: str) -> str:
    """What a name is compared by: folded, without spaces, dots, hyphens and apostrophes."""
    return "".join(filter(str.isalnum, fold(name)))


def _word(word: str, lower: str, *, all_upper: bool) -> _Word | None:
    if not word[:1].isupper():
        return None
    if lower in _KNOWN:
        return _Word.KNOWN
    if len(word) == 1 or word in _MARKED or ("." in word and _INITIALS.fullmatch(word)):
        return _Word.INITIAL
    if "-" in word:
        known = all(part.lower() in _KNOWN and part[0].isupper() for part in word.split("-") if part)
        return _Word.KNOWN if known else None
    plain = fold(lower)
    if word.isupper() and not all_upper:
        return None
    if _SYLLABLE.fullmatch(plain):
        return _Word.SYLLABLE
    is_shaped = (all_upper or word.istitle()) and _WORD.fullmatch(word) and _VOWEL.search(plain)
    return _Word.FOREIGN if is_shaped else None


def _is_single_name(word: str) -> bool:
    """Whether one word is a pen name (Minh, Xuân-Hiệp, VTLý), a name of the highlands (K'Brông) or initials (H.T)."""
    lower = word.lower()
    if len(word) < 2 or lower in NEVER_ALONE or DEGREES.issuperset(filter(None, lower.split("."))):
        return False
    kind = _word(word, lower, all_upper=True)
    if kind is _Word.INITIAL:
        return len(word) > 2
    if kind is _Word.SYLLABLE:
        return word.isascii() and len(word) > 2 and lower in _FOLDED_KNOWN and lower not in _FOLDED_OFFICE_WORDS
    return kind is _Word.KNOWN or (kind is _Word.FOREIGN and word[1:2] == "'") or _is_glued(word)


def _is_glued(word: str) -> bool:
    """Whether initials and the name behind them are written as one word, which is no place's or desk's."""
    start = max((place for place, letter in enumerate(word) if letter.isupper()), default=0)
    initials, name = word[:start], word[start:].lower()
    if not (1 < start < 4 and initials.isupper() and initials.isalpha()) or initials in _NEVER_GLUED:
        return False
    return name in GIVEN and name not in NEVER_ALONE and name not in OFFICE_WORDS


def _is_in_highlands(lower: list[str]) -> bool:
    """Whether two words are a place of the highlands; Cư is a surname as well (Cư Hòa Vần)."""
    return len(lower) == 2 and lower[0] in _HIGHLANDS and (lower[0] != "cư" or "'" in lower[1])


def _is_full_name(words: list[str], lower: list[str]) -> bool:
    """Whether several words are one name."""
    opening = f"{lower[0]} {lower[1]}"
    if opening in TOPICS or (len(words) == 2 and opening in PLACES) or lower[0].rstrip(".") in DEGREES:
        return False
    if "-" in "".join(words[:-1]) or ("-" in words[-1] and lower[0] not in SURNAMES):
        return False
    if words == lower:
        return len(words) > 2 and lower[0] in SURNAMES and _KNOWN.issuperset(lower) and not opening.isascii()
    if lower[0] in SURNAMES and _KNOWN.issuperset(lower) and " ".join(words).istitle():
        return True
    all_upper = all(map(str.isupper, words))
    kinds = [_word(word, low, all_upper=all_upper) for word, low in zip(words, lower, strict=True)]
    if None in kinds:
        return False
    if kinds.count(_Word.INITIAL) == len(kinds):
        return "." in words[0] and len(words) < 5 and max(map(len, words)) < 3
    is_unmarked = _Word.SYLLABLE in kinds and "".join(words).isascii()
    if is_unmarked and opening in _FOLDED_OTHERS:
        return False
    if lower[1] == "thị" and 2 < len(words) < 5 and lower[0] not in _BEFORE_THI:
        return lower[2] not in _BEHIND_THI and OFFICE_WORDS.isdisjoint(lower[2:])
    if lower[0] in SURNAMES:
        return len(words) > 2 or lower[0] in _NO_OTHER_WORD or lower[1] not in OFFICE_WORDS
    if is_unmarked and _Word.FOREIGN not in kinds:
        return lower[0] in _FOLDED_SURNAMES and _FOLDED_KNOWN.issuperset(lower[1:])
    return len(words) < 5 and kinds.count(_Word.SYLLABLE) < 2 and OFFICE_WORDS.isdisjoint(lower)


def _display(words: list[str]) -> str:
    """The name as printed; in title case where all of it is in upper case and it is more than initials."""
    name = " ".join(words)
    if not name.isupper() or (len(words) == 1 and not is_spelt_out(name)):
        return name
    return _LETTERS.sub(lambda letters: letters[0].capitalize(), name)


def is_spelt_out(word: str) -> bool:
    """Whether a single word in upper case is a name (MINH, V.LÊ, HÀ) and not initials (BTL, B.NG, AN)."""
    last = re.split("[.-]", word)[-1]
    return bool(len(last) > 1 and last.lower() in _KNOWN and not (len(word) == 2 and word.isascii())) or "'" in word
