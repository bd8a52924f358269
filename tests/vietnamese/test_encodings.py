"""Pages in every encoding that Vietnamese was written in, read back letter by letter; good text is left alone."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.encodings import decode, repair
from archive.vietnamese.spelling import normalise

# TCVN 5712:1993, third form: the code of each letter. It has no capitals with a tone.
TCVN3 = """
    à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE è CC ẻ CE ẽ CF é D0 ẹ D1
    ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9
    ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
    Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
"""
# VNI for Windows: each letter as it looks in windows-1252.
VNI = """
    à aø á aù ả aû ã aõ ạ aï â aâ ầ aà ấ aá ẩ aå ẫ aã ậ aä ă aê ằ aè ắ aé ẳ aú ẵ aü ặ aë đ ñ è eø é eù ẻ eû ẽ eõ ẹ eï
    ê eâ ề eà ế eá ể eå ễ eã ệ eä ì ì í í ỉ æ ĩ ó ị ò ò oø ó où ỏ oû õ oõ ọ oï ô oâ ồ oà ố oá ổ oå ỗ oã ộ oä ơ ô ờ ôø
    ớ ôù ở ôû ỡ ôõ ợ ôï ù uø ú uù ủ uû ũ uõ ụ uï ư ö ừ öø ứ öù ử öû ữ öõ ự öï ỳ yø ý yù ỷ yû ỹ yõ ỵ î
"""
SENTENCES = [
    "Kế hoạch tuyên truyền",
    "Hội nghị tổng kết công tác năm 2019",
    "Tỉnh vừa ban hành Kế hoạch số 12/KH-UBND về việc tuyên truyền đại hội đảng bộ các cấp, nhiệm kỳ 2020-2025.",
    "Ngày 5-3, đồng chí Nguyễn Hữu Trí, Phó Bí thư Thường trực, đã đến thăm xã biên giới Đắk Nhoong.",
    "Người dân được hưởng chế độ trợ cấp; hồ sơ nộp tại bộ phận một cửa trước ngày 30 tháng 9 hằng năm",
    "Đảng bộ huyện quán triệt, triển khai nghị quyết\nCác đơn vị báo cáo kết quả về Sở Nội vụ để tổng hợp",
]
CAPITALS = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH\nTuyên truyền Đại hội Đảng bộ tỉnh"]


def tcvn3(text: str) -> bytes:
    codes = dict(zip(TCVN3.split()[::2], TCVN3.split()[1::2], strict=True))
    return b"".join(bytes.fromhex(codes.get(c) or codes.get(c.lower()) or f"{ord(c):02x}") for c in text)


def vni(text: str) -> bytes:
    looks = dict(zip(VNI.split()[::2], VNI.split()[1::2], strict=True))
    looks |= {letter.upper(): look.upper() for letter, look in looks.items()}
    return "".join(looks.get(letter, letter) for letter in text).encode("cp1252")


def viqr(text: str) -> bytes:
    signs = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~"}
    signs["\u0323"] = "."
    decomposed = normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD"))
    for mark in "\u0302\u0306":  # the tone below stands before the circumflex in NFD, behind it in VIQR
        decomposed = decomposed.replace("\u0323" + mark, mark + "\u0323")
    return "".join(signs.get(letter, letter) for letter in decomposed).encode("ascii")


def cp1258(text: str) -> bytes:
    def letter(char: str) -> str:
        parts = normalize("NFD", char)
        tones = [part for part in parts if part in "\u0300\u0301\u0309\u0303\u0323"]
        base = normalize("NFC", "".join(part for part in parts if part not in tones))
        return char if char in "àáâèéêùúôóíÀÁÂÈÉÊÙÚÔÓÍ" else base + "".join(tones)

    return "".join(map(letter, text)).encode("cp1258")


def misread(data: bytes) -> str:
    """Bytes as browsers read them in windows-1252, where the five open ones are control characters."""
    return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in data)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("write", "encoding", "flag"),
    [(tcvn3, "tcvn3", "decoded-tcvn3"), (vni, "vni", "decoded-vni"), (cp1258, "windows-1258", "decoded-cp1258")],
)
@pytest.mark.parametrize("declared", [None, "windows-1252", "utf-8"])
def test_bytes_of_the_time_before_unicode_are_read_by_their_words(
    sentence: str, write: Callable[[str], bytes], encoding: str, flag: str, declared: str | None
) -> None:
    decoded = decode(write(sentence), declared=declared)
    assert (decoded.text, decoded.encoding) == (sentence, encoding)
    assert flag in decoded.flags


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("write", "flag"), [(tcvn3, "decoded-tcvn3"), (vni, "decoded-vni"), (cp1258, "decoded-cp1258")]
)
def test_a_page_of_utf8_may_hold_text_for_an_old_font(sentence: str, write: Callable[[str], bytes], flag: str) -> None:
    page = f"<title>Cổng thông tin điện tử</title>\n<p>{misread(write(sentence))}</p><p>Lượt xem: 85</p>"
    right = f"<title>Cổng thông tin điện tử</title>\n<p>{sentence}</p><p>Lượt xem: 85</p>"
    assert decode(page.encode()).text == right
    assert repair(page) == (right, (flag,))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_viqr_is_read_where_its_signs_are_marks(sentence: str) -> None:
    written = viqr(sentence.replace(".", "\\.")).decode()
    assert repair(written) == (sentence, ("decoded-viqr",))
    page = f"<a href='/tin.aspx?o=a'>Tin</a><p class='b'>{written}</p><script>var a='o'; b=a^e;</script>"
    assert decode(page.encode()).text == page.replace(written, sentence)


@pytest.mark.parametrize("title", CAPITALS)
def test_capitals_are_capitals_in_every_encoding(title: str) -> None:
    for write in (tcvn3, vni, cp1258):
        assert decode(write(title)).text == title
    assert repair(viqr(title).decode())[0] == title


@pytest.mark.parametrize("sentence", SENTENCES + CAPITALS)
def test_utf8_that_was_misread_and_saved_again_is_read_again(sentence: str) -> None:
    once = misread(sentence.encode())
    twice = misread(once.encode())
    assert repair(once) == (sentence, ("repaired-mojibake",))
    assert repair(twice) == (sentence, ("repaired-mojibake",))
    assert repair(sentence.encode().decode("latin-1"))[0] == sentence
    decoded = decode(once.encode(), declared="utf-8")
    assert (decoded.text, decoded.encoding, decoded.flags) == (sentence, "utf-8", ("repaired-mojibake",))


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("Tin tốt: “ThÃ´ng bÃ¡o” của xã, XÃ” và THỊ XÃ\u00a0AN", "Tin tốt: “Thông báo” của xã, XÃ” và THỊ XÃ\u00a0AN"),
        ("<h1>Kế hoạch</h1><p>Káº¿ hoáº¡ch nÄƒm 2020</p>", "<h1>Kế hoạch</h1><p>Kế hoạch năm 2020</p>"),
        ("ngÃ y lÃ m viá»‡c, lÃ  má»™t", "ngày làm việc, là một"),  # its no-break space became a space
        ("chÃnh quyá»n", "chính quyá»n"),  # its soft hyphen and a control character were dropped
        ("KHÃ”NG THÃ€NH CÃ”NG", "KHÔNG THÀNH CÔNG"),
        ("Itâ€™s the cafÃ©", "It’s the café"),
        ("Há»™i nghá»‹ â€“ táº­p huáº¥n", "Hội nghị – tập huấn"),
    ],
)
def test_text_that_was_misread_in_part_is_put_right_in_part(broken: str, right: str) -> None:
    assert repair(broken) == (right, ("repaired-mojibake",))


GOOD = [
    *SENTENCES,
    *CAPITALS,
    "Thông báo",
    "là, và, có, một mét, sè sè, cã",
    "XÃ”, «XÃ», XÃ… THỊ XÃ\u00a0HÒA, XÃ• ĐÃ–VÀ",
    "Trang chủ » Khám phá» Tin tức",
    "Khám phá»\u00a0Tin",
    "(c) 2020 ® ™ © Sở Nội vụ; 5 µm, 3 N·m, 20 °C, 1½, m², n¹, ph­át triển",
    "La mère et le père ont été très émus; où là, ça et là, dû, forêt, Noël, cœur, garçon, île",
    "Où là, thé dû",
    "Müller für Köln über schöne Straßen, Äpfel und Öl",
    "El Niño, mañana, país, São Tomé, não, coração, além, Perú, Itajaí",
    "Smörgåsbord på Åland, Ærø, æbleskiver, Þórður, eða, ísland",
    "Č, ž, ł, ő, ğ, Москва, 東京, ไทย, العربية",
    "C++ and a^b, x^2+y^2, don't, we're, e.g. U.N., 7 a.m. (ca. 5), go? no!",
    "Ke hoach tuyen truyen dai hoi dang bo cac cap nam 2020.",
    "Telephone: +84 (258) 3822 222, email a.b@c.gov.vn; ba.n, to.i",
    "",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())
    for declared in (None, "utf-8", "UTF8"):
        assert decode(text.encode(), declared=declared).text == text
        assert decode(text.encode(), declared=declared).flags == ()
    decomposed = normalize("NFD", text)
    assert repair(decomposed) == (decomposed, ())


WORDS = "\n".join([*SENTENCES, *GOOD[:13]]).split()


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from([" ", "\n", "</p><p>"]))
def test_good_words_in_any_order_are_left_alone(words: list[str], joint: str) -> None:
    text = joint.join(words)
    assert repair(text) == (text, ())
    assert decode(text.encode()).text == text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1252", "gb2312", "no-such-charset", "utf-16"]))
def test_any_bytes_give_a_text(data: bytes, declared: str | None) -> None:
    assert isinstance(decode(data, declared=declared).text, str)


@given(st.text(max_size=300))
def test_utf8_is_utf8_whatever_the_header_says(text: str) -> None:
    decoded = decode(text.encode(), declared="windows-1252")
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decoded.encoding == "utf-8"
        assert decoded.text == repair(text)[0]
        assert ("charset-lied" in decoded.flags) == (not text.isascii())


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding", "flags"),
    [
        ("Đảng bộ tỉnh".encode(), "iso-8859-1", "Đảng bộ tỉnh", "utf-8", ("charset-lied",)),
        ("Đảng bộ tỉnh".encode(), '"UTF-8";', "Đảng bộ tỉnh", "utf-8", ()),
        (b"plain ascii", "utf-16", "plain ascii", "utf-8", ()),
        (codecs.BOM_UTF8 + "Đảng".encode(), "utf-8", "Đảng", "utf-8", ()),
        ("Đảng bộ".encode("utf-16"), "utf-8", "Đảng bộ", "utf-16-le", ("charset-lied",)),
        (codecs.BOM_UTF16_BE + "Đảng bộ".encode("utf-16-be"), "utf-16", "Đảng bộ", "utf-16-be", ()),
        ("Sở Nội vụ tỉnh".encode("utf-16-le"), None, "Sở Nội vụ tỉnh", "utf-16-le", ()),
        (cp1258("Đảng bộ tỉnh"), "utf-8", "Đảng bộ tỉnh", "windows-1258", ("charset-lied", "decoded-cp1258")),
        ("Un café à Paris".encode("cp1252"), "utf-8", "Un café à Paris", "windows-1252", ("charset-lied",)),
        ("Un café à Paris".encode("cp1252"), "idna", "Un café à Paris", "windows-1252", ()),
        ("Un café à Paris".encode("cp1252"), "undefined", "Un café à Paris", "windows-1252", ()),
        ("Un café à Paris".encode("cp1252"), "punycode", "Un café à Paris", "windows-1252", ()),
        ("Un café".encode("cp1252"), "iso-8859-1", "Un café", "windows-1252", ()),
        ("“Café” – 5 €".encode("cp1252"), None, "“Café” – 5 €", "windows-1252", ()),
        ("東京都庁".encode("shift_jis"), "shift_jis", "東京都庁", "shift_jis", ()),
        ("Москва".encode("cp1251"), "windows-1251", "Москва", "cp1251", ()),
        ("Kế hoạch".encode()[:-3], None, "Kế ho\ufffd", "utf-8", ("broken-bytes",)),  # cut inside ạ
        ("Kế hoạch tuyên truyền đại hội".encode() + b"\xa0", "utf-8", None, "utf-8", ("broken-bytes",)),
    ],
    ids=repr,
)
def test_what_was_done_is_said(
    data: bytes, declared: str | None, text: str | None, encoding: str, flags: tuple[str, ...]
) -> None:
    decoded = decode(data, declared=declared)
    assert decoded.text == (text if text is not None else data.decode("utf-8", "replace"))
    assert (decoded.encoding, decoded.flags) == (encoding, flags)


def test_repaired_text_is_spelt_like_any_other() -> None:
    assert normalise(repair(misread(tcvn3("Sở Nội vụ tỉnh Hoà Bình thông báo kế hoạch")))[0]) == (
        "Sở Nội vụ tỉnh Hòa Bình thông báo kế hoạch"
    )


@pytest.mark.parametrize(
    "piece", ["Ã", "á»", "Ã ", "<", "a^", "o+", "µ", "ñ", "aø", "nhÃ", "®¹i ", "\n", "^'", "Ã”N", "AÕ", "ho¹ch", "a.^"]
)
def test_time_grows_in_proportion_to_the_page(piece: str) -> None:
    def seconds(text: str) -> float:
        times = []
        for _ in range(5):
            start = process_time()
            repair(text)
            times.append(process_time() - start)
        return min(times)

    short, long = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    assert seconds(long) <= 4 * 2.5 * seconds(short)
