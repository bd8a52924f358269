"""Links with their days behind a text are entries of a list, however few and short they are."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p>12/03/2024</p>"
LONG = "<a href='/tin/nghe-nhan-12.html'>Nghệ nhân và nỗi niềm tiếng khèn</a>"
SHORT = "<a href='/tin/ve-ban-do-13.html'>Vẽ bản đồ</a>"
TEXT = "<div class='t'><p>Sáng nay, 18 xã vùng cao ký kết tham gia chương trình giảm nghèo bền vững.</p></div>"


@pytest.mark.parametrize(
    "entries",
    [
        f"<div class='n'>{LONG}<em>21/09/2024</em></div><div class='n'>{SHORT}<em>02/09/2024</em></div>",
        f"<ul><li>{LONG} - 04.06.2021</li><li>{SHORT} - 02.06.2021</li></ul>",
        "<ul>" + f"<li>{SHORT} (04/06/2021)</li>" * 5 + "</ul>",
        f"<div><p>04/06/2021 {SHORT}</p><p>[05/06/2021] {LONG}</p></div>",
        f"<div><p>{SHORT} (04/06/2021 08:30)</p><p>{SHORT} <i>(Thứ hai, 07/06/2021)</i></p></div>",
        f"<section><p>{SHORT} (04/06/2021)</p></section>",
    ],
)
def test_links_with_their_days_apart_from_the_text_are_none_of_it(entries: str) -> None:
    assert read("", DAY, TEXT + entries).body_text.endswith("chương trình giảm nghèo bền vững.")


@pytest.mark.parametrize(
    "kept",
    [
        f"<p>{SHORT} (04/06/2021)</p>",
        f"<ul><li>{SHORT} (04/06/2021)</li></ul>",
    ],
)
def test_links_with_days_where_paragraphs_stand_are_text(kept: str) -> None:
    text = read("", DAY, TEXT.replace("</div>", f"{kept}</div>")).body_text
    assert text.endswith("Vẽ bản đồ (04/06/2021)")


def test_a_sentence_with_a_link_and_a_day_is_text() -> None:
    said = f"<div><p>Tham khảo thêm {SHORT}, khai mạc ngày 04/06/2021</p></div>"
    assert read("", DAY, TEXT + said).body_text.endswith("khai mạc ngày 04/06/2021")
