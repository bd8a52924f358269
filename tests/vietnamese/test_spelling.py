"""One spelling for every word: tone marks, composed letters, đ, invisible characters; and the fold for search."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.spelling import fold, fold_printed, normalise

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

RESPELT = """
    hoà hòa | hoá hóa | xoã xõa | loé lóe | khoẻ khỏe | thuỷ thủy | uỷ ủy | Uỷ Ủy | UỶ ỦY | HOÀ HÒA | hOà hÒa | toạ tọa
    hòan hoàn | tóan toán | khỏang khoảng | họach hoạch | ngọai ngoại | lọai loại | xóay xoáy | ngóeo ngoéo | họăc hoặc
    qúy quý | Qúi Quí | qủa quả | qúa quá | qùa quà | qúôc quốc | qụân quận | qủan quản | QÚY QUÝ | qụyêt quyệt
    gía giá | gìa già | gỉam giảm | GÍAO GIÁO | gìơ giờ | gĩư giữ | gíêng giếng | gỉai giải | gíup giúp
    nghiã nghĩa | chià chìa | muà mùa | cuả của | nưã nữa | chưá chứa | taị tại | ngaỳ ngày | vaò vào | baó báo
    keó kéo | diụ dịu | goị gọi | tôí tối | mơí mới | gưỉ gửi | lưụ lựu | đêù đều | caí cái | âý ấy | cuĩ cũi
    đựơc được | nứơc nước | trừơng trường | ngừơi người | ngươì người | hươú hướu | tựơng tượng
    tíên tiến | Vịêt Việt | tiêú tiếu | nhìêu nhiều | yêú yếu | ýêu yếu | Nguỹên Nguyễn | khúyên khuyến | hùynh huỳnh
    thúê thuế | tùân tuần | thúôc thuốc | múôi muối | muôí muối | thủơ thuở | xúây xuấy | khủyu khuỷu | khuyủ khuỷu
    bòong boòng | quaí quái | queọ quẹo | giaỏ giảo
"""
UNTOUCHED = """
    quý quá quả quỹ quỳnh quốc quyền quản quại quào quẹo quấy quẫy quì quí quở giữ giá giả già giò giũ gìn gì giặt giếng
    giường giữa giục giúp giải giáo giấy khuyến khuỷu huỳnh huých huýt thuở thuế tuần tuổi tuyến nghĩa mía mùa của lúa
    hòa hoàn hoạch hoặc khoẻn ngoài loại xoáy ngoéo thủy thụy ủy hủy tụy úa ứa ngựa nữa cửa người nước được hướu ấy đều
    tiến việt yếu nghiễm nghiêng ngoằn xoong moóc boòng soóc dịu gọi gửi lựu bò tối mới cái áo Đắk Lắk Pắc Bó Krông Tum
    Chloé Noé Zoé Noël María voilà café déjà più São Luís Bogotá où Québec naïve Raúl coöperate Citroën país Benoît
    Moà Phoé hoàá abchoà hoàabc
"""
RESPELT_PAIRS = [tuple(pair.split()) for pair in re.split(r"[|\n]", RESPELT) if pair.strip()]

# Every rhyme of two or three vowels, with its mark where it belongs.
OPEN = (
    "ái áo áu áy ấu ấy éo ếu ía íu iếu yếu óa óe oái oáy oáo oéo ói ối ới úa uế uớ úi uấy uối úy uýu ứa ưới ướu ứi ứu"
)
CLOSED = "iến oán oắn oén oóng uấn uến uốn uýnh uýt uyến uyết ướng ướp yến oách oác"
AFTER_QU = "uá uạ uải uào uáy uấn uấy uắp ué uéo uế uết uều uí uít uốc uở uý uýt uyến uyết"
AFTER_GI = "iá iải iáo iạt iàu iảy iặt iấc iẫy iẻ iéo iếng iết iò iỏi iối iờ iới iú iúp iữ iữa iường"


@pytest.mark.parametrize(("printed", "right"), RESPELT_PAIRS)
def test_a_misplaced_tone_mark_finds_its_vowel(printed: str, right: str) -> None:
    assert normalise(printed) == right
    assert normalise(f"({printed}, {printed}1 {printed}") == f"({right}, {right}1 {right}"


@pytest.mark.parametrize("word", UNTOUCHED.split())
def test_a_rightly_spelt_or_foreign_word_stays_as_it_is(word: str) -> None:
    assert normalise(word) == word
    assert normalise(word.upper()) == word.upper()


@pytest.mark.parametrize(
    ("onset", "rhyme"),
    [(onset, rhyme) for onset in ("", "h", "kh", "th") for rhyme in (OPEN + " " + CLOSED).split()]
    + [("q", rhyme) for rhyme in AFTER_QU.split()]
    + [("g", rhyme) for rhyme in AFTER_GI.split()],
)
def test_wherever_the_mark_was_typed_it_ends_in_one_place(onset: str, rhyme: str) -> None:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = [normalize("NFD", letter) for letter in rhyme]
    tone = next(mark for mark in "".join(letters) if mark in tones)
    bare = [normalize("NFC", letter.replace(tone, "")) for letter in letters]
    for place, vowel in enumerate(bare):
        typed = onset + "".join(bare[:place]) + normalize("NFC", vowel + tone) + "".join(bare[place + 1 :])
        if vowel in "aăâeêioôơuưy":
            assert normalise(typed) == onset + rhyme
            assert normalise(typed.upper()) == (onset + rhyme).upper()


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        (normalize("NFD", "Quyết định về việc thành lập Tổ công tác"), "Quyết định về việc thành lập Tổ công tác"),
        (normalize("NFD", "Uỷ ban nhân dân tỉnh Hoà Bình"), "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("viê\u0323c", "việc"),  # ê and a dot of its own, as windows-1258 has it
        ("cha\u0301\u0302t lươ\u0323ng, ba\u0309\u0306ng", "chất lượng, bẳng"),  # the tone typed first
        ("Ðảng bộ tỉnh Bình Ðịnh, ðã họp", "Đảng bộ tỉnh Bình Định, đã họp"),
        ("Ɖơn vị, ɖơn vị", "Đơn vị, đơn vị"),
        ("26/2007/QÐ-UBND", "26/2007/QĐ-UBND"),
        ("Kế\u00a0hoạch\u202fsố\u2007 5408", "Kế hoạch số  5408"),
        ("\ufeffThông\u200b báo\u200d c\u00adủa \u200eSở\u2060", "Thông báo của Sở"),
        ("ho\u200bà", "hòa"),
        ("tra\u200b\u0309 lời", "trả lời"),
        ("dòng một\n\tdòng hai\r\n", "dòng một\n\tdòng hai\r\n"),
        ("Kế hoạch\x00 tháng\x1f 5", "Kế hoạch tháng 5"),
        ("Kế hoạch\x00 tháng 5", "Kế hoạch tháng 5"),
        ("• Hoà bình ● Thuỷ lợi", "• Hòa bình ● Thủy lợi"),
        ("Hoà-thuỷ_hoà/quá", "Hòa-thủy_hòa/quá"),
        ("", ""),
    ],
)
def test_letters_are_composed_and_invisible_characters_go(printed: str, right: str) -> None:
    assert normalise(printed) == right


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kế hoạch tuyên truyền Đại hội Đảng bộ", "ke hoach tuyen truyen dai hoi dang bo"),
        ("ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ", "aaaaaa aaaaaa eeeeee oooooo oooooo uuuuuu"),
        ("ÀÁẢÃẠ ÈÉẺẼẸ ÌÍỈĨỊ ÒÓỎÕỌ ÙÚỦŨỤ ỲÝỶỸỴ", "aaaaa eeeee iiiii ooooo uuuuu yyyyy"),
        ("Ðảng, ðã, Ɖơn", "dang, da, don"),
        ("5408/KH-UBND – “Kỹ thuật” kĩ", "5408/kh-ubnd – “ky thuat” ki"),
        ("Café Noël, Łódź, Straße, ÎLE", "cafe noel, łodz, straße, ile"),
        ("Москва ≠ 東京 서울", "москва ≠ 東京 서울"),
        ("", ""),
    ],
)
def test_fold_drops_marks_and_case_and_nothing_else(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize("text", ["Kế\u00a0hoạch", "Kế hoạch\n", "Kế\thoạch", "a\u0301", "Kế\u200bhoạch", "a\x00", "→"])
def test_only_a_composed_text_of_usual_letters_is_in_print(text: str) -> None:
    assert fold_printed(f"Tin {text} mới") is None


@given(st.text(alphabet="aăắĂẮđĐhH .,“”–5\n\t\x00\u0301\u00a0\u200b→"))
def test_a_text_in_print_is_composed_and_folds_as_any_other(text: str) -> None:
    if (folded := fold_printed(text)) is not None:
        assert folded == fold(text)
        assert text.isprintable()
        assert normalize("NFC", text) == text


@given(st.text())
def test_both_forms_are_reached_in_one_step(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊQGHOUYỦáàảãạắấếềểễệíìỉĩịóòỏõọốớờúùủũụứừỳýỷỹỵ .,-/1")


@pytest.mark.parametrize("text", ["toà\u0301", "kế hoạ\u0301ch"])
def test_a_word_with_two_tone_marks_stays_as_it_is(text: str) -> None:
    assert normalise(text) == text


@given(VIETNAMESE)
def test_respelling_moves_marks_and_touches_no_letter(text: str) -> None:
    assert fold(normalise(text)) == fold(text)
    assert len(normalise(text)) == len(text)
    assert normalise(normalize("NFD", text)) == normalise(text)


@given(VIETNAMESE)
def test_composed_and_decomposed_text_fold_alike_and_composed_text_keeps_its_length(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(text)
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_ascii_is_never_changed(text: str) -> None:
    assert normalise(text) == text
    assert fold(text) == text.lower()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed texts of ../shared are not here")
def test_the_seeds_lose_no_letter() -> None:
    for seed in SEEDS.glob("*.txt"):
        text = seed.read_text(encoding="utf-8")
        visible = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text.replace("\u00a0", " "))
        assert fold(normalise(text)) == fold(visible)


@pytest.mark.parametrize("piece", ["hoà", "hoà ", "qúgía", "ò", "òa", "o\u0300", "\u200b", "a\u0323\u0302", "ươì-"])
def test_time_grows_in_proportion_to_the_text(piece: str) -> None:
    def seconds(text: str) -> float:
        times = []
        for _ in range(5):
            start = process_time()
            fold(normalise(text))
            times.append(process_time() - start)
        return min(times)

    short, long = piece * (40_000 // len(piece)), piece * (160_000 // len(piece))
    assert seconds(long) <= 4 * 2.5 * seconds(short)
