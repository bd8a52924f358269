"""Lists behind the choice of a month or a year, on loopback: all months are asked for, and no more than is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.loopback import Answer, Loopback, Route
from tests.scraper.portals import article, page, path_of, title_of
from tests.scraper.test_walk import crawl

MONTHS = ("2024-03", "2024-02", "2023-12", "2023-11", "2023-05")
"""Months with announcements, six in each; the others have none."""
EACH = 6
Form = Callable[[str], str]


def numbers(period: str) -> list[int]:
    return [
        place * EACH + number
        for place, month in enumerate(MONTHS)
        if month.startswith(period)
        for number in range(EACH)
    ]


def day_of(number: int) -> str:
    year, month = MONTHS[number // EACH].split("-")
    return f"{28 - number % EACH:02d}/{month}/{year}"


def items(shown: list[int]) -> str:
    told = "".join(
        f'<li><a href="{path_of(number)}">{title_of(number)}</a> <span>({day_of(number)})</span></li>'
        for number in shown
    )
    return f"<ul>{told}</ul>" if shown else "<p>Không có dữ liệu</p>"


def options(labels: dict[str, str], chosen: str) -> str:
    return "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{label}</option>'
        for value, label in labels.items()
    )


def asked_by_address(period: str) -> str:
    year, month = period.split("-")
    months = options({str(number): str(number) for number in range(1, 13)}, str(int(month)))
    return (
        f'<form method="get" action="/tin-tuc">Tháng <select name="thang">{months}</select>'
        f' Năm <select name="nam">{options({"2024": "2024", "2023": "2023"}, year)}</select>'
        '<input type="submit" value="Xem"></form>'
    )


def posted(period: str) -> str:
    year, month = period.split("-")
    months = {"": "-- Chọn tháng --"} | {f"{number:02d}": f"Tháng {number}" for number in range(1, 13)}
    return (
        f'<form method="POST" action=""><select name="nam">{options({"2023": "Năm 2023", "2024": "Năm 2024"}, year)}'
        f'</select><select name="thang">{options(months, month)}</select>'
        '<button name="loc" value="1">Lọc</button></form>'
    )


def sent_by_the_choice(period: str) -> str:
    year, month = period.split("-")
    calls = "javascript:setTimeout('__doPostBack(\\'ctl00${0}\\',\\'\\')', 0)"
    months = options({str(number): f"Tháng {number}" for number in range(1, 13)}, str(int(month)))
    years = options({"2024": "2024", "2023": "2023"}, year)
    return (
        '<form method="post" action="./tin-tuc"><input type="hidden" name="__VIEWSTATE" value="x">'
        '<div><input type="text" name="tu-khoa"><input type="submit" value="Tìm kiếm"></div><div><div>'
        f'<select name="ctl00$thang" onchange="{calls.format("thang")}">{months}</select>'
        f'<select name="ctl00$nam" onchange="{calls.format("nam")}">{years}</select></div></div></form>'
    )


def years_that_open(period: str) -> str:
    years = options({"2024": "Năm 2024", "2023": "Năm 2023"}, period[:4])
    return f"<p>Xem theo <select onchange=\"location.href='/tin-tuc?nam='+this.value\">{years}</select></p>"


def both_in_one(period: str) -> str:
    months = [f"{year}-{month:02d}" for year in (2024, 2023) for month in range(12, 0, -1)]
    labels = {month: f"Tháng {month[5:]}/{month[:4]}" for month in months}
    return f'<form><select name="ky" onchange="this.form.submit()">{options(labels, period)}</select></form>'


def addresses(period: str) -> str:
    labels = {"": "Chọn tháng"} | {f"/tin-tuc?ky={month}": f"Tháng {int(month[5:])} {month[:4]}" for month in MONTHS}
    chosen = f"/tin-tuc?ky={period}"
    handler = "document.location.href=this.options[this.selectedIndex].value;"
    return f'<label>Lưu trữ</label><select onchange="{handler}">{options(labels, chosen)}</select>'


def period_of(fields: dict[str, str]) -> str:
    if "ky" in fields:
        return fields["ky"]
    year, month = fields.get("nam", fields.get("ctl00$nam")), fields.get("thang", fields.get("ctl00$thang"))
    return f"{year}-{int(month):02d}" if month else year or MONTHS[0]


class ByPeriod(dict[str, Route]):
    """Routes of a portal whose list shows one month or year, the newest where none is chosen."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form

    def get(self, target: str, default: Any = None) -> Any:
        parts = urlsplit(target)
        return self.draw(dict(parse_qsl(parts.query))) if parts.path == "/tin-tuc" else super().get(target, default)

    def draw(self, fields: dict[str, str]) -> Answer:
        period = period_of(fields)
        shown = numbers(period[:4] if self.form is years_that_open else period)
        form = self.form(period if len(period) > 4 else f"{period}-01")
        return page("Tin tức", f"<h1>Tin tức</h1>{form}{items(shown)}")


def portal(loopback: Loopback, form: Form) -> None:
    routes = ByPeriod(form)
    loopback.routes, loopback.forms = routes, lambda _, fields: routes.draw(fields)
    for number in range(EACH * len(MONTHS)):
        body = article(number).body.replace(f"{number % 28 + 1:02d}/02/2020".encode(), day_of(number).encode())
        routes[path_of(number)] = Answer(body)


def lists_asked(loopback: Loopback) -> list[str]:
    return [path for path in loopback.asked if urlsplit(path.removeprefix("POST ")).path == "/tin-tuc"]


FORMS: list[Form] = [asked_by_address, posted, sent_by_the_choice, years_that_open, both_in_one, addresses]


@pytest.mark.parametrize("form", FORMS)
def test_each_month_or_year_that_a_list_has_to_choose_from_is_walked(
    loopback: Loopback, tmp_path: Path, form: Form
) -> None:
    portal(loopback, form)
    done = crawl(loopback, tmp_path, "/tin-tuc")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, EACH * len(MONTHS)), done.err
    assert len(lists_asked(loopback)) <= 26


@pytest.mark.parametrize("form", [asked_by_address, posted, both_in_one])
def test_since_asks_for_the_months_from_there_on_newest_first(loopback: Loopback, tmp_path: Path, form: Form) -> None:
    portal(loopback, form)
    done = crawl(loopback, tmp_path, "/tin-tuc", "--since", "2023-11-15")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 4 * EACH), done.err
    assert len(lists_asked(loopback)) <= 1 + 14  # 2023-11 to 2024-12
    if form is both_in_one:
        months = [path.rpartition("=")[2] for path in lists_asked(loopback)[1:] if not path.endswith(MONTHS[0])]
        assert months == sorted(months, reverse=True)
        assert months[-1] == "2023-11"


def test_a_form_that_leads_nowhere_is_left_after_a_year_of_months(loopback: Loopback, tmp_path: Path) -> None:
    portal(loopback, asked_by_address)
    whole = loopback.routes["/tin-tuc"] = loopback.routes.get("/tin-tuc")  # type: ignore[assignment]
    loopback.routes = AlwaysTheSame(loopback.routes, whole)
    done = crawl(loopback, tmp_path, "/tin-tuc")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, EACH), done.err
    assert len(lists_asked(loopback)) == 1 + 12


class AlwaysTheSame(dict[str, Route]):
    """Routes whose list takes no notice of what it is asked for."""

    def __init__(self, routes: dict[str, Route], listing: Any) -> None:
        super().__init__(routes)
        self._listing = listing

    def get(self, target: str, default: Any = None) -> Any:
        return self._listing if target.startswith("/tin-tuc?") else super().get(target, default)


def test_a_list_of_first_pages_leaves_the_months_before_the_last_run(loopback: Loopback, tmp_path: Path) -> None:
    portal(loopback, both_in_one)
    crawl(loopback, tmp_path, "/tin-tuc")
    loopback.asked.clear()
    assert crawl(loopback, tmp_path, "/tin-tuc", "--first-pages").code == 0
    assert lists_asked(loopback) == ["/tin-tuc"]
