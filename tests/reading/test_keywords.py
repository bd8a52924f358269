"""The keywords at the end of a text are none of it, whatever they lead to and whether a label stands before them."""

from __future__ import annotations

import pytest

from tests.reading.written import read

LAST = "Sau hai tuần rà soát, toàn huyện còn 412 hộ nghèo; các xã vùng cao giảm nghèo bền vững theo chuẩn mới."
WORDS = ["hộ nghèo", "rà soát", "giảm nghèo bền vững", "vùng cao"]
ADDRESSES = ["/tag/{}", "/tu-khoa/{}.html", "/tim-kiem?q={}", "/Search.aspx?keyword={}", "/?s={}", "/tags.aspx?tag={}"]
NOWHERE = ["#", "javascript:void(0)", "javascript:;"]
PLACES = ("<div>{text}{words}</div>", "<div>{text}</div><div>{words}</div>", "{text}<footer>{words}</footer>")
LINES = ("<p>{}</p>", "<div><div>{}</div></div>")


def body(place: str, words: str) -> str:
    text = read("", "<p>12/03/2024</p>", place.format(text=f"<p>{LAST}</p>", words=words)).body_text
    return text.rpartition(LAST)[2]


def linked(address: str, words: list[str], joint: str) -> str:
    return joint.join(f"<a href='{address.format(word.replace(' ', '-'))}'>{word}</a>" for word in words)


@pytest.mark.parametrize("label", ["", "Từ khóa", "<b>Từ khóa</b>: ", "<span>Tags</span><br>", "<i class='fa'></i> "])
@pytest.mark.parametrize("address", ADDRESSES + NOWHERE)
@pytest.mark.parametrize("joint", ["; ", ", ", " ", ""])
def test_links_to_what_bears_a_keyword_are_no_text(joint: str, address: str, label: str) -> None:
    for place in PLACES:
        for line in LINES:
            assert body(place, line.format(label + linked(address, WORDS, joint))) == ""


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("count", [1, 2, 9])
def test_few_and_many_links_in_a_list_are_keywords_by_where_they_lead(count: int, address: str) -> None:
    items = "".join(f"<li>{linked(address, [word], '')}</li>" for word in (WORDS * 3)[:count])
    assert [body(place, f"<ul>{items}</ul>") for place in PLACES] == ["", "", ""]


@pytest.mark.parametrize("address", NOWHERE)
def test_links_in_a_list_that_lead_nowhere_are_keywords(address: str) -> None:
    items = "".join(f"<li>{linked(address, [word], '')}</li>" for word in WORDS)
    assert [body(place, f"<ul>{items}</ul>") for place in PLACES] == ["", "", ""]
    one = f"<p>Từ khóa:</p><p>{linked(address, WORDS[:1], '')}</p>"
    assert [body(place, one) for place in PLACES] == ["", "", ""]


@pytest.mark.parametrize(
    "words",
    [
        "<p>hộ nghèo; rà soát; vùng cao</p>",
        "<div class='t'>hộ nghèo; rà soát; giảm nghèo bền vững; vùng cao; an sinh</div>",
        "<p><i>Hộ nghèo; Rà soát; Vùng cao;</i></p>",
        "<div><span>hộ nghèo</span>; <span>rà soát</span>; <span>giảm nghèo</span></div>",
        "<div>Tags hộ nghèo; rà soát; giảm nghèo</div>",
        "<div>Từ khóa hộ nghèo, rà soát, giảm nghèo</div>",
        "<div>Từ khóa tìm kiếm: hộ nghèo; rà soát</div>",
        "<div>Từ khóa (tags): hộ nghèo</div>",
        "<div><b>Từ khóa</b></div><div>an sinh xã hội; nhà ở</div>",
        "<div><b>Tags:</b></div><div>an sinh xã hội, nhà ở, vay vốn</div>",
    ],
)
def test_words_between_semicolons_are_keywords_where_the_text_says_them_or_a_label_does(words: str) -> None:
    assert [body(place, words) for place in PLACES] == ["", "", ""]


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ("<p>Thể thao; văn hóa; du lịch</p>", "Thể thao; văn hóa; du lịch"),
        ("<p>Hộ nghèo; hộ cận nghèo; hộ mới thoát nghèo.</p>", "Hộ nghèo; hộ cận nghèo; hộ mới thoát nghèo."),
        ("<p>Gồm các việc:</p><p>rà soát; giảm nghèo; vùng cao</p>", "rà soát; giảm nghèo; vùng cao"),
        ("<p>hộ nghèo; rà soát</p>", "hộ nghèo; rà soát"),
        ("<p>Lưu: VT; NN; KT</p>", "Lưu: VT; NN; KT"),
        ("<p>hộ nghèo: 12; rà soát: 13; vùng cao: 3</p>", "hộ nghèo: 12; rà soát: 13; vùng cao: 3"),
        ("<ul><li>hộ nghèo;</li><li>rà soát;</li><li>vùng cao</li></ul>", "vùng cao"),
        ("<p>Từ khóa học này có 31 học viên.</p>", "Từ khóa học này có 31 học viên."),
        ("<p><a href='#'>Đăng ký tham quan</a></p>", "Đăng ký tham quan"),
    ],
)
def test_what_is_listed_at_the_end_of_a_text_is_no_keyword(behind: str, last: str) -> None:
    assert body(PLACES[0], behind).splitlines()[-1] == last


@pytest.mark.parametrize(
    "chips",
    [
        "<div class='tags'><span class='tag'>vay vốn</span><span class='tag'>chăn nuôi dê</span><span class='tag'>chè"
        "</span></div>",
        "<div><span class='c'>vay vốn</span><span class='c'>chăn nuôi</span></div>",
        "<div><span class='c'>vay vốn</span> <span class='c'>chăn nuôi</span></div>",
        "<div><span class='m'><span>vay vốn</span></span><span class='m'><span>chăn nuôi</span></span></div>",
        "<div><button class='b'>vay vốn</button><button class='b'>Bò sinh sản</button></div>",
        "<p class='x'><b class='y'>vay vốn</b><b class='y'>bò</b></p>",
        "<div class='tags'><div>vay vốn</div><div>chăn nuôi</div></div>",
        "<ul class='post-tags'><li>vay vốn</li></ul>",
        "<div><span>Tags</span> <a>vay vốn</a></div>",
        "<div><b>Từ khóa</b> <a>vay vốn</a> <a>chăn nuôi</a></div>",
        "<div class='d'><p class='mat-chip'>vay vốn</p><p class='mat-chip'>bò</p></div>",
    ],
)
def test_keywords_in_elements_of_their_own_are_none_of_it(chips: str) -> None:
    assert [body(place, chips) for place in PLACES] == ["", "", ""]


@pytest.mark.parametrize(
    "kept",
    [
        "<p><span>Vay vốn</span><span> chăn nuôi</span></p>",
        "<p><span class='c'>Vay vốn</span>, <span class='c'>chăn nuôi</span></p>",
        "<p><span class='c'>Vay vốn</span><span class='c'> chăn nuôi.</span></p>",
        "<p><b class='c'>Vay vốn</b></p>",
        "<p><b>Gồm</b> <i>Vay vốn</i></p>",
    ],
)
def test_words_in_a_few_elements_of_a_paragraph_stay(kept: str) -> None:
    assert "chăn nuôi" in body(PLACES[0], kept) or "Vay vốn" in body(PLACES[0], kept)
