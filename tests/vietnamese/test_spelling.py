"""One spelling for every word: tone marks, composed letters, đ, characters that nobody sees."""

from __future__ import annotations

import re

import pytest

from archive.vietnamese.spelling import normalise

RESPELT = """
    hoà hòa | hoá hóa | xoã xõa | loé lóe | khoẻ khỏe | thuỷ thủy | uỷ ủy | Uỷ Ủy | UỶ ỦY | HOÀ HÒA | hOà hÒa | toạ tọa
    hòan hoàn | tóan toán | khỏang khoảng | họach hoạch | ngọai ngoại | lọai loại | xóay xoáy | ngóeo ngoéo | họăc hoặc
    qúy quý | Qúi Quí | qủa quả | qúa quá | qùa quà | qúôc quốc | qụân quận | qủan quản | QÚY QUÝ | qụyêt quyệt
    gía giá | gìa già | gỉam giảm | GÍAO GIÁO | gìơ giờ | gĩư giữ | gíêng giếng | gỉai giải | gíup giúp
    nghiã nghĩa | chià chìa | muà mùa | cuả của | nưã nữa | chưá chứa | taị tại | ngaỳ ngày | vaò vào | baó báo | cuĩ cũi
    kéo kéo | keó kéo | dịu dịu | diụ dịu | goị gọi | tôí tối | mơí mới | gưỉ gửi | lưụ lựu | đêù đều | caí cái | âý ấy
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
    Moà Phoé hoàá hoàng-hôn abchoà hoàabc
"""
PAIRS = [tuple(pair.split()) for pair in re.split(r"[|\n]", RESPELT) if pair.strip()]


@pytest.mark.parametrize(("printed", "right"), PAIRS)
def test_a_misplaced_tone_mark_finds_its_vowel(printed: str, right: str) -> None:
    assert normalise(printed) == right
    assert normalise(f"({printed}, {printed}1 {printed}") == f"({right}, {right}1 {right}"


@pytest.mark.parametrize("word", UNTOUCHED.split())
def test_a_rightly_spelt_or_foreign_word_stays_as_it_is(word: str) -> None:
    assert normalise(word) == word
    assert normalise(word.upper()) == word.upper()
