"""Pages that print the month before the day, told by all of their days."""

from __future__ import annotations

import pytest

from archive.announcements import understand
from archive.model import Announcement
from scraper.reading import read_page

TITLE = "Ban hành kế hoạch phòng, chống cháy rừng mùa khô năm 2018 trên địa bàn xã Mộc"
TEXT = "<p>Ủy ban nhân dân xã ban hành kế hoạch phòng, chống cháy rừng mùa khô, các thôn họp dân trong tháng.</p>" * 3
OTHERS = ("12/21/2018", "11/30/2018", "9/5/2018")


def told(day: str, others: tuple[str, ...] = OTHERS, beside: str = "") -> Announcement:
    entry = "<li><a href='/a/{}'>Tin hoạt động thứ {} của xã</a> <i>{}</i></li>"
    items = "".join(entry.format(n, n, printed) for n, printed in enumerate(others))
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div>{day}</div>{TEXT}</div>{beside}"
        f"<div><h3>Tin liên quan</h3><ul>{items}</ul></div></body></html>"
    )
    read = read_page(page.encode(), "https://xa-moc.example/ke-hoach-phong-chong-chay-rung-77.html").announcement
    assert read is not None
    return understand(read, portal=None, fetched_at=None)


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("12/05/2018", "2018-12-05"),
        ("Ngày đăng: 12/5/2018", "2018-12-05"),
        ("12/5/2018 8:00:00 AM", "2018-12-05T08:00:00+07:00"),
        ("12/22/2018", "2018-12-22"),
        ("Ngày đăng: 2/1/2018 | Lượt xem: 15", "2018-02-01"),
    ],
)
def test_a_day_is_read_as_all_others_of_its_page_stand(day: str, iso: str) -> None:
    read = told(day)
    assert read.published_at == iso
    assert read.published_printed == day
    assert "month-first" in read.flags


@pytest.mark.parametrize("others", [(), ("9/5/2018", "8/4/2018"), ("12/21/2018", "21/12/2018"), ("25/11/2018",)])
def test_without_such_days_or_against_others_the_day_stands_first(others: tuple[str, ...]) -> None:
    read = told("12/05/2018", others)
    assert read.published_at == "2018-05-12"
    assert "month-first" not in read.flags


def test_the_day_of_a_box_of_rates_tells_nothing_of_the_page() -> None:
    rates = "<div>Tỷ giá: cập nhật 12/21/2018 8:25:00 AM</div>"
    assert told("12/05/2018", ("9/5/2018",), rates).published_at == "2018-05-12"


@pytest.mark.parametrize(
    ("day", "others", "iso"),
    [
        ("9:50:00 AM ngày 4/11/2018", ("3/30/2018", "3/29/2018", "21/04/2018"), "2018-04-11"),
        ("4/11/2018", ("3/30/2018", "3/29/2018", "4/5/2018", "21/04/2018"), "2018-04-11"),
        ("04/11/2018", ("03/30/2018", "03/29/2018", "21/4/2018"), "2018-04-11"),
        ("4/11/2018", ("3/30/2018", "3/29/2018", "21/4/2018"), "2018-11-04"),
        ("4/11/2018", ("3/30/2018", "3/29/2018", "21/12/2018"), "2018-11-04"),
        ("4/11/2018", ("03/30/2018", "21/04/2018"), "2018-11-04"),
        ("12/11/2018", ("3/30/2018", "3/29/2018", "21/04/2018"), "2018-11-12"),
    ],
)
def test_a_clock_that_fills_small_figures_up_contradicts_no_days_without_zeros(
    day: str, others: tuple[str, ...], iso: str
) -> None:
    assert (told(day, others).published_at or "")[:10] == iso


def test_a_day_that_only_the_month_first_makes_is_read_where_no_other_contradicts() -> None:
    assert told("12/21/2018", ()).published_at == "2018-12-21"
    assert told("12/21/2018", ("25/11/2018",)).published_at is None
