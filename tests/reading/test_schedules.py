"""Rows of a schedule say what is on at their days: in a box beside a text they are neither its day nor its text."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLE = "Trao bò giống cho hộ nghèo thôn Lộc Thọ"
FIRST = "Hội Chữ thập đỏ xã Tam Thái cùng các nhà hảo tâm đã trao tặng gia đình bà Phan Thị Sáu một con bò giống."
TEXT = f"<p>{FIRST}</p><p>Bà Sáu có hoàn cảnh khó khăn.</p><p>Đây là con bò thứ 37 được trao trên địa bàn xã.</p>"
PLANS = (
    "điểm {n} - UBND tỉnh họp phiên thường kỳ tháng 9 tại trung tâm hội nghị của thành phố",
    "Thăm, tặng quà các gia đình chính sách, người có công trên địa bàn nhân ngày 27/7",
    "Diễn tập khu vực phòng thủ, sau đó lãnh đạo huyện tổng kết, đánh giá kết quả diễn tập",
)
DAYS = ("10:44 ngày 0{n}/02/2023", "0{n}/02/2023", "Thứ Hai, 0{n}/02/2023", "8h00 ngày 0{n}/02/2023", "0{n}-02-2023")
ROWS = ("<p>{}</p>", "<div>{}</div>")


def schedule(row: str, day: str, *, count: int = 9) -> str:
    plans = (f"{day.format(n=number)}: {PLANS[number % 3].format(n=number)}" for number in range(1, count + 1))
    return "".join(map(row.format, plans))


def read(main: str) -> tuple[str | None, str | None, str]:
    page = f"<html><head><title>Hội CTĐ xã Tam Thái</title></head><body>{main}</body></html>"
    found = read_page(page.encode(), "https://hoi-moc.example/news/trao-bo-giong/").announcement
    assert found is not None
    return found.title, found.date_line, found.body_text


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("heading", ["<h2>Lịch hiến máu</h2>", "<div><b>LỊCH CÔNG TÁC</b></div>"])
def test_rows_in_a_box_give_an_announcement_no_day_and_no_text(heading: str, day: str, row: str) -> None:
    box = f"<section>{heading}{schedule(row, day)}</section>"
    title, dated, text = read(f"<main><h1>{TITLE}</h1><div>{TEXT}</div>{box}</main>")
    assert title == TITLE
    assert dated is None
    assert text.startswith(FIRST)


@pytest.mark.parametrize("day", ["12/02/2023 07:15", "Cập nhật: 12/02/2023", "12/02/2023 07:15: Lượt xem: 20"])
def test_a_day_of_its_own_stays_beside_a_schedule(day: str) -> None:
    box = f"<section><h2>Lịch hiến máu</h2>{schedule(ROWS[0], DAYS[0])}</section>"
    title, dated, text = read(f"<main><h1>{TITLE}</h1><p>{day}</p><div>{TEXT}</div>{box}</main>")
    assert (title, dated) == (TITLE, day)
    assert text.startswith(FIRST)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("lead", ["", f"<p>{FIRST}</p>"])
def test_an_announcement_of_a_schedule_has_its_rows_as_its_text(lead: str, day: str) -> None:
    name = "Lịch hiến máu tình nguyện tháng 02/2023"
    rows = schedule(ROWS[0], day)
    title, _, text = read(f"<main><h1>{name}</h1><p>Ngày đăng: 01/02/2023</p><div>{lead}{rows}</div></main>")
    assert title == name
    assert day.format(n=9) in text
