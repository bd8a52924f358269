"""Who signs a letter that a page prints is nobody whom the page credits; who writes of letters, or as in one, is."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

LETTER = (
    "Năm qua các thầy cô và các em học sinh đã vượt nhiều khó khăn, đạt những kết quả rất đáng tự hào cho quê hương.",
    "Chúc các thầy cô và các em mạnh khỏe, hạnh phúc, bước vào năm học mới với nhiều niềm vui và thắng lợi mới.",
)
CALLED, ADDRESSED = "Thư chúc mừng năm mới của huyện", "Kính gửi các thầy giáo, cô giáo và các em học sinh!"
FORMS = [
    "<p>{}</p>",
    "<p class=sign>{}</p>",
    "<p align=right><b>{}</b></p>",
    "<p style='text-align:right'><em>{}</em></p>",
]


def byline(title: str, opening: str, *last: str, form: str = FORMS[1]) -> str | None:
    opened = "".join(f"<p>{words}</p>" for words in (opening, *LETTER) if words)
    head = f"<h1>{title}</h1><p>Ngày đăng: 12/04/2022</p>"
    page = f"<html><body><div>{head}<div>{opened}{''.join(map(form.format, last))}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    return told.byline


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("title", "opening", "last"),
    [
        ("Xuân mới gửi bạn", "", ["Thân ái!", "Nguyễn Ngọc Lâm"]),
        ("Xuân mới gửi bạn", "", ["Chào thân ái và quyết thắng!", "Nguyễn Ngọc Lâm", "Chủ tịch Hội CCB tỉnh"]),
        ("Xuân mới gửi bạn", "", ["Kính thư", "Thiếu tướng Ma Văn Chiến<br>Chủ tịch Hội CCB tỉnh"]),
        ("Xuân mới gửi bạn", "Các em học sinh thân mến!", ["Trân trọng!", "Nguyễn Ngọc Lâm"]),
        ("Xuân mới gửi bạn", ADDRESSED, ["Sen Thượng, ngày 30 tháng 6 năm 2023", "Pờ Chừ Xá"]),
        (CALLED, ADDRESSED, ["Nguyễn Ngọc Lâm"]),
        (CALLED, "Thân gửi các bạn đoàn viên, thanh niên", ["Nguyễn Ngọc Lâm"]),
        (CALLED, "Các em học sinh thân mến!", ["Bí thư Huyện đoàn", "Nguyễn Ngọc Lâm"]),
        (CALLED, "", ["Trân trọng cảm ơn!", "Nguyễn Ngọc Lâm"]),
        (CALLED, ADDRESSED, ["Nguyễn Ngọc Lâm", "Xóm 5, xã Mộc"]),
        ("Lời chúc Tết của Chủ tịch huyện", ADDRESSED, ["Nguyễn Ngọc Lâm - Chủ tịch UBND huyện"]),
        ("Lời cảm ơn", "Kính thưa quý vị!", ["Thay mặt gia đình", "Nguyễn Ngọc Lâm"]),
        ("Bức thư cảm ơn của cựu học sinh", "Các thầy cô kính mến!", ["Nguyễn Ngọc Lâm"]),
        ("Thư cảm ơn của gia đình bà Hoa", "", ["Sen Thượng, ngày 30 tháng 6 năm 2023", "Nguyễn Ngọc Lâm"]),
    ],
)
def test_who_signs_a_letter_is_not_credited(form: str, title: str, opening: str, last: list[str]) -> None:
    assert byline(title, opening, *last, form=form) is None


@pytest.mark.parametrize(
    ("title", "opening", "last", "credited"),
    [
        ("Xuân mới về bản", "", ["Minh Hằng"], "Minh Hằng"),
        (CALLED, "", ["Minh Hằng"], "Minh Hằng"),
        ("Lời chúc đầu năm ở bản", "", ["Minh Hằng"], "Minh Hằng"),
        ("Lá thư cảm ơn xúc động", "", ["Kính thư", "Nguyễn Ngọc Lâm", "Minh Hằng"], "Minh Hằng"),
        ("Xuân mới về bản", ADDRESSED, ["Minh Hằng"], "Minh Hằng"),
        ("Thư của Bác với nhà trường", "", ["Minh Hằng", "Giáo viên"], "Minh Hằng\nGiáo viên"),
        ("Thư gửi mẹ", "Mẹ kính mến của con!", ["Minh Hằng"], "Minh Hằng"),
        ("Xuân mới về bản", "", ["Xin trân trọng cảm ơn!", "Minh Hằng"], "Minh Hằng"),
        ("Thư viện huyện mở cửa", "", ["Tân Long, ngày 30 tháng 6 năm 2023", "Minh Hằng"], "Minh Hằng"),
        (CALLED, ADDRESSED, ["Thân ái!", "Nguyễn Ngọc Lâm", "Tin: Minh Hằng"], "Tin: Minh Hằng"),
        (CALLED, ADDRESSED, ["Thân ái!", "Nguyễn Ngọc Lâm", "Nguồn: Văn phòng huyện"], "Nguồn: Văn phòng huyện"),
        (CALLED, ADDRESSED, ["Thân ái!", "Người viết: Minh Hằng"], "Người viết: Minh Hằng"),
    ],
)  # fmt: skip
def test_who_writes_of_one_or_puts_it_together_is(title: str, opening: str, last: list[str], credited: str) -> None:
    assert byline(title, opening, *last) == credited
