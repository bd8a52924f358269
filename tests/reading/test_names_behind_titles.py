"""Short names behind the titles of a list that lead to sections by number are none of its entries."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed

TITLES = (
    "Hội thảo thích ứng với biến đổi khí hậu vùng đồng bằng",
    "Nghiệm thu đề tài cấp bộ về giống lúa chịu mặn",
    "Giảng viên khoa Nông học bảo vệ thành công luận án tiến sĩ",
    "Trao gửi năm tấn rau củ tới sinh viên ở lại ký túc xá",
)
NAMES = ("Hợp tác quốc tế", "Khoa học", "Đào tạo", "Đoàn thể")
ROWS = (
    "<article><header><h2><a href='{title}'>{0}</a></h2><p><time>1{2}/09/2021</time> · <a href='{name}'>{1}</a></p>"
    "</header><p><a href='{title}'>Đọc tiếp →</a></p></article>",
    "<li><a href='{title}'>{0}</a> (1{2}/09/2021) <small>trong <a href='{name}'>{1}</a></small></li>",
    "<tr><td>1{2}/09/2021</td><td><a href='{title}'>{0}</a></td><td><a href='{name}'>{1}</a></td></tr>",
)
FORMS = (
    ("/tin-tuc/2021/09/{slug}/", "/tin-tuc/chuyen-muc/{0}/"),
    ("/bai/{slug}-81{0}.html", "/tac-gia-bai/{0}"),
    ("/tin.php?id=81{0}", "/muc.php?loai={0}"),
)
PAGER = "<p><a href='?page=2'>2</a> <a href='?page=3'>3</a></p>"


def found(
    row: str, forms: tuple[str, str], names: tuple[str, ...] = NAMES, titles: tuple[str, ...] = TITLES
) -> list[str]:
    rows = ""
    for number, (title, name) in enumerate(zip(titles, names, strict=True), start=1):
        slug = "-".join(f"chu{number}{place}" for place in range(5))
        urls = {part: form.format(number, slug=slug) for part, form in zip(("title", "name"), forms, strict=True)}
        rows += row.format(title, name, number, **urls)
    rows = f"<table>{rows}</table>" if row.startswith("<tr") else f"<div>{rows}</div>"
    return [entry.title or "" for entry in listed(f"<html><body><div>{rows}{PAGER}</div></body></html>")]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("forms", FORMS)
def test_names_of_sections_behind_titles_are_no_entries(forms: tuple[str, str], row: str) -> None:
    assert found(row, forms) == list(TITLES)


def test_short_titles_are_entries_beside_others_of_their_form() -> None:
    short = ("Họp dân bản", "Ra quân làm đường", "Phát gạo cứu đói", "Bàn giao nhà")
    assert set(short) <= set(found(ROWS[0], ("/tin/{slug}-81{0}.html", "/tin/{slug}-92{0}.html"), short))


def test_short_titles_alone_in_their_records_are_entries() -> None:
    short = ("Họp dân bản Pa Ủ", "Ra quân làm đường", "Phát gạo cứu đói", "Bàn giao nhà mới")
    assert found("<li><a href='{name}'>{1}</a> <i>1{2}/09/2021</i></li>", FORMS[0], short) == list(short)
