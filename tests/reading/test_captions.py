"""Which lines of a text tell of its pictures, by their credits, and which only speak of pictures."""

from __future__ import annotations

import pytest

from archive.vietnamese import fold
from scraper.reading.labelled import is_photo_credit
from tests.reading.written import read


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh: Minh Anh",
        "Toàn cảnh hội nghị. Ảnh: Lan",
        "Toàn cảnh hội nghị (Ảnh: Lan)",
        "Đoàn viên trồng cây - Ảnh của Lan",
        "Đoàn viên trồng cây. Ảnh tư liệu",
        "Đoàn viên trồng cây (ảnh minh họa)",
        "Đoàn viên trồng cây Ảnh: Lan",
        "Đoàn viên trồng cây Ảnh của Trần Lan",
        "Đoàn viên trồng cây ảnh: Lan",
        "Mô hình nuôi cá của bà Hà. Ảnh của Lan.",
        "Mô hình nuôi cá (hình: HT)",
        "Nguồn ảnh: Internet",
        "Hiện trường, ảnh tư liệu",
        "Hình minh họa",
    ],
)
def test_the_credit_of_a_picture_tells_that_a_line_is_a_caption(line: str) -> None:
    assert is_photo_credit(line, fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "Mỗi học viên được đi tham quan mô hình của ông Trần Văn Bảy ở xã Vĩnh Hải.",
        "Báo cáo tình hình của địa phương trước ngày 15.",
        "Bảo tàng trưng bày 120 ảnh tư liệu.",
        "Người dân gửi ảnh của mình về ban tổ chức cuộc thi.",
        "Cuộc thi thu hút nhiều bức ảnh của các tác giả trẻ.",
        "Hai loại hình: karaoke và vũ trường.",
        "Truyền hình của tỉnh đưa tin lúc 19 giờ.",
        "Đoàn khảo sát địa hình - địa chất của khu vực.",
        "Các mô hình: nuôi ong, trồng nấm",
        "Màn hình: LED P3, trong nhà",
    ],
)
def test_a_sentence_about_pictures_or_with_a_like_word_is_no_caption(line: str) -> None:
    assert not is_photo_credit(line, fold(line))
    assert (
        line in read("", "<p>04/09/2019</p>", f"<p>{line}</p><p>Hội nghị kết thúc tốt đẹp vào cuối ngày.</p>").body_text
    )


@pytest.mark.parametrize(
    "label",
    ["Số lần đọc", "Lượt đọc", "Số lượt đọc", "Số người xem", "Tổng lượt xem", "Lượt xem bài viết", "Số lượt xem tin"],
)
def test_the_counter_in_a_table_of_facts_is_no_text(label: str) -> None:
    facts = (("Tác giả", "Đặng Thị Kim Chi"), ("Người đăng", "quantri2"), ("Ngày đăng", "27/06/2025"), (label, "401"))
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in facts)
    told = read("", f"<table>{rows}</table>")
    assert told.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


LEAD = (
    "Sở đã họp bàn về năm học mới. Các trường đã chuẩn bị chu đáo về cơ sở vật chất để các em đều có chỗ học trong năm."
)
SHOWN = "Học sinh trong ngày tựu trường. Ảnh: N.P"


@pytest.mark.parametrize("caption", [LEAD, f"<p>{LEAD}</p>", f"<p>Hòa Triều</p><p>{LEAD}</p>"])
def test_sentences_in_place_of_a_caption_that_their_picture_has_itself_open_the_text(caption: str) -> None:
    figure = f'<figure><img src="a.jpg" width="600" alt="{SHOWN}"><figcaption>{caption}</figcaption></figure>'
    assert read("", f"<p>04/09/2019</p>{figure}").body_text.startswith(LEAD)


@pytest.mark.parametrize(
    ("told", "caption"),
    [
        (f"{LEAD} Ảnh: N.P", LEAD),
        (SHOWN, f"{LEAD} Ảnh: N.P"),
        (SHOWN, "Các em học sinh"),
        ("", LEAD),
        ("Hội nghị sơ kết", LEAD),
    ],
)
def test_a_caption_stays_one_where_its_picture_tells_no_other(told: str, caption: str) -> None:
    figure = f'<figure><img src="a.jpg" width="600" alt="{told}"><figcaption>{caption}</figcaption></figure>'
    assert read("", f"<p>04/09/2019</p>{figure}").captions == (caption,)


def test_sentences_in_place_of_a_caption_behind_a_paragraph_are_one_whatever_their_picture_tells() -> None:
    figure = f'<figure><img src="a.jpg" width="600" alt="{SHOWN}"><figcaption>{LEAD}</figcaption></figure>'
    told = read("", f"<p>04/09/2019</p><p>{LEAD.replace('năm học mới', 'học phí')}</p>{figure}")
    assert told.captions == (LEAD,)


@pytest.mark.parametrize(
    ("caption", "opens"),
    [
        ("Ảnh minh họa: Báo Mộc.", False),
        ("Ảnh: Hoàng Lụa", False),
        ("(Ảnh: Hoàng Lụa)", False),
        ("Nguồn ảnh: Internet", False),
        ("Ảnh minh họa", False),
        ("Hình minh họa", False),
        ("Bà con nạo vét kênh. Ảnh: Hoàng Lụa", True),
        ("Bà con xã Mộc nạo vét kênh mương", True),
    ],
)
def test_a_text_begins_with_what_a_picture_shows_and_not_with_whose_it_is(caption: str, *, opens: bool) -> None:
    table = f"<table><tr><td><img src='/k.jpg' width='400' height='300'></td></tr><tr><td>{caption}</td></tr></table>"
    told = read("", f"<p>04/09/2019</p>{table}")
    assert told.body_text.startswith(caption if opens else "Ủy ban nhân dân huyện")
    assert told.captions == (caption,)
