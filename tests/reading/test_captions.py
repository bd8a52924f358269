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
