"""What is shown of pages that tell something withheld, or that name private persons' numbers."""

from __future__ import annotations

import pytest

from archive.disclosure import is_clean, sealing_digests, shown_lines


def test_words_of_a_capture_are_masked_and_lines_of_withheld_titles_left_out() -> None:
    sealed = set(sealing_digests("Danh sách  GIỮKÍN", None, None))
    lines = ["Tin khác", "danh sách giữkín", "SĐT 0912.345.678"]
    assert shown_lines(lines, sealed) == ["Tin khác", None, "SĐT ████.███.███"]
    assert shown_lines([], sealed) == []
    assert is_clean("<p>5408/KH-UBND</p>")
    assert not is_clean('<meta content="SĐT 0912.345.678">')


@pytest.mark.parametrize(
    ("source", "tells"),
    [
        ('<li>» <a href="/tin/9">Danh sách hộ nghèo thôn Một</a> (05/05/2020)</li>', True),
        ("<li>05/05/2020 - Danh sách hộ nghèo, thôn Một</li>", True),
        ('<a title="Danh sách hộ nghèo thôn Một">Danh sách hộ…</a>', True),
        ('<img alt="DANH SÁCH HỘ NGHÈO THÔN MỘT">', True),
        ('<script>var r=["Danh s\\u00e1ch h\\u1ed9 ngh\\u00e8o th\\u00f4n M\\u1ed9t"]</script>', True),
        ("<script>var r=['Danh s&aacute;ch h&#7897; ngh&egrave;o th&ocirc;n M&#7897;t']</script>", True),
        ('<a href="/danh-sach-ho-ngheo-thon-mot-123.html">Xem</a>', True),
        ('<a href="/?t=Danh%20s%C3%A1ch%20h%E1%BB%99%20ngh%C3%A8o%20th%C3%B4n%20M%E1%BB%99t">Xem</a>', True),
        ("<p>Danh sách hộ nghèo của thôn Một</p>", False),
        ("<p>Danh s&aacute;ch h&shy;ộ ngh\u200bèo th\u200côn Một</p>", True),
        ("<p>Danh sách hộ<br/>nghèo <mark class=x>thôn</mark> M<wbr>ột</p>", False),
        ("<p>Danh sách hộ<br/>nghèo <mark class=x>thôn</mark><!-- x --> Một</p>", True),
        ("<p>Danh sách h<b>ộ</b> nghèo thôn M<wbr>ột</p>", True),
        ("<table><tr><td>Danh sách</td><td>hộ nghèo thôn Một</td></tr></table>", True),
        ('<a data-tip="Danh s&amp;aacute;ch h&amp;#7897; ngh&amp;egrave;o th&amp;ocirc;n M&amp;#7897;t">x</a>', True),
        ("<script>t=`Danh s\\u{e1}ch h\\u{1ed9} ngh\\xe8o\\n th\\xf4n M\\u{1ed9}t`</script>", True),
        (r'<script>d="{\"t\":\"Danh s\\u00e1ch h\\u1ed9 ngh\\u00e8o th\\u00f4n M\\u1ed9t\"}"</script>', True),
        ("<a href='/t?q=Danh%20s%u00E1ch%20h%u1ED9%20ngh%u00E8o%20th%u00F4n%20M%u1ED9t'>x</a>", True),
        (r"<script>t='\u{ffffff}\ud83d %u12 %zz &#xffffffff;'</script>", False),
        ("<p>Thông báo số 5 của xã</p>", False),
    ],
)
def test_a_withheld_title_seals_the_pages_that_tell_it_in_whatever_way(source: str, tells: bool) -> None:
    sealed = {*sealing_digests("Danh sách hộ nghèo thôn Một", None, None), *sealing_digests("Thông báo", None, None)}
    assert is_clean(source, sealed) != tells
    assert shown_lines(["Thông báo", "Thông báo số 5", source], sealed)[:2] == [None, "Thông báo số 5"]


LONG = "Kế hoạch cưỡng chế thu hồi đất của hộ ông Nguyễn Văn Bình"
LEAD = "Hộ ông Bình không bàn giao mặt bằng nên bị cưỡng chế."


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["Tin", "Kế hoạch cưỡng chế thu hồi đất của", "hộ ông Nguyễn Văn Bình (5/5)", "Hết"], ["Tin", None, "Hết"]),
        (["Kế hoạch cưỡng chế thu hồi đất của…"], [None]),
        (["Kế hoạch cưỡng chế thu hồi đất của hộ ô...", "Hết"], [None, "Hết"]),
        (["Kế hoạch cưỡng chế thu hồi đất..."], ["Kế hoạch cưỡng chế thu hồi đất..."]),
        (["Kế hoạch cưỡng chế thu hồi đất của dân"], ["Kế hoạch cưỡng chế thu hồi đất của dân"]),
        (["Ảnh", LEAD, "Hết"], ["Ảnh", None, "Hết"]),
        (["Đoạn đầu của bài kể chuyện nhà ông...", "Hết"], [None, "Hết"]),
        (["Đoạn sau của bài thì không ai nhận ra được"], ["Đoạn sau của bài thì không ai nhận ra được"]),
        (["UBND XÃ", "Kế hoạch c\ufffdỡng chế", "Sở"], ["UBND XÃ", None, "Sở"]),
        (['{"tin": [', f'"{LONG.encode("unicode_escape").decode()}",', '"Khác"]}'], ['{"tin": [', None, '"Khác"]}']),
        (["<t>", LONG.replace("cưỡng", '<i class="x">cưỡng</i>'), "</t>"], ["<t>", None, "</t>"]),
        (["<t>", *LONG.replace("cưỡng", '<i\nid="x">cưỡng</i>').split("\n"), "</t>"], [None]),
        (["<t>&#48;912.345.678</t>", "<t>Khác</t>"], [None, "<t>Khác</t>"]),
    ],
)
def test_of_lines_that_tell_something_withheld_it_is_shown_that_they_are_left_out(
    lines: list[str], shown: list[str | None]
) -> None:
    body = "UBND XÃ PHONG ĐIỀN CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐoạn đầu của bài kể chuyện nhà ông ấy cho mọi người nghe."
    assert shown_lines(lines, set(sealing_digests(LONG, LEAD, body))) == shown
