"""Which choices of months and years are those of a list, and which are searches, calendars and the like."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Follow

HERE = "https://x.gov.vn/thong-bao"
TOPICS = ("phòng, chống hạn hán", "tuyển dụng viên chức", "cải cách hành chính", "bầu cử đại biểu", "kỷ cương công vụ")
LIST = "".join(
    f'<li><a href="/thong-bao/{2000 + number}.html">Thông báo về công tác {topic} trên địa bàn tỉnh</a>'
    f" <span>{number + 1:02d}/03/2021</span></li>"
    for number, topic in enumerate(TOPICS)
)


def select(name: str, labels: list[str], chosen: str = "", **more: str) -> str:
    told = "".join(f"<option{' selected' if label == chosen else ''}>{label}</option>" for label in labels)
    attributes = "".join(f' {key}="{value}"' for key, value in more.items())
    return f'<select name="{name}"{attributes}>{told}</select>'


MONTHS, YEARS = [str(number) for number in range(1, 13)], ["2021", "2020"]
THIS = select("m", MONTHS, "3") + select("y", YEARS, "2021")
OPEN = select("m", ["Tháng", *MONTHS]) + select("y", ["Năm", *YEARS])
DAYS = [str(day) for day in range(1, 32)]
SHOW = "<input type='submit' value='Xem'>"


def periods(form: str, behind: str = "", address: str = HERE) -> list[Follow]:
    markup = f"<html><head><title>Thông báo</title></head><body><h1>Thông báo</h1>{form}<ul>{LIST}</ul>{behind}</body>"
    reading = read_page(
        f"{markup}</html>".encode(),
        address,
        fetched_at=datetime(2021, 4, 9, tzinfo=UTC),
        context=Context(expected="listing"),
    )
    assert reading.entries
    return [follow for follow in reading.follow if follow.period]


@pytest.mark.parametrize(
    ("form", "first", "count"),
    [
        pytest.param(f"<form>{THIS}{SHOW}</form>", "?m=4&y=2021", 15, id="months and years"),
        pytest.param(f"<form action='/thong-bao'>{OPEN}<button>Tìm kiếm</button></form>", "?m=4&y=2021", 16, id="open"),
        pytest.param(f"<form>{select('y', ['Tất cả', *YEARS])}{SHOW}</form>", "?y=2021", 2, id="years alone"),
        pytest.param(
            f"<form>{select('loai', ['Tất cả', 'Công văn'])}{THIS}{SHOW}</form>",
            "?loai=T%E1%BA%A5t%20c%E1%BA%A3&m=4&y=2021",
            15,
            id="beside a choice of something else",
        ),
    ],
)  # fmt: skip
def test_the_choices_of_a_list_are_its_further_pages(form: str, first: str, count: int) -> None:
    found = periods(form)
    assert len(found) == count
    assert found[0].url.removeprefix(HERE).replace("+", "%20") == first


def test_months_may_be_named_in_words_with_their_years() -> None:
    months = select("k", ["Tháng ba năm 2021", "Tháng mười hai 2020 (14)", "11/2020", "2020-10"])
    assert [one.period for one in periods(f"<form>{months}{SHOW}</form>")] == ["2020-12", "2020-11", "2020-10"]


def test_a_posted_form_is_sent_as_a_browser_sends_it() -> None:
    hidden = '<input type="hidden" name="ma" value="7">'
    button = '<button name="nut" value="x">Lọc dữ liệu</button>'
    first, *_ = periods(f"<form method='post'>{hidden}{THIS}{button}</form>")
    assert (first.url, first.key, first.period) == (HERE, "2021-04", "2021-04")
    assert sorted(first.form) == [("m", "4"), ("ma", "7"), ("nut", "x"), ("y", "2021")]


def test_the_pagers_of_two_months_that_post_alike_are_told_apart() -> None:
    state = '<input type="hidden" name="__VIEWSTATE" value="s">'
    link = "<a href=\"javascript:__doPostBack('gv','Page$2')\">2</a>"
    chosen = select("y", YEARS, "2021", onchange="__doPostBack('y','')") + select("m", MONTHS, "3")
    markup = f"<form method='post'>{state}<p>{chosen}</p><ul>{LIST}</ul><p>1 {link}</p></form>"
    reading = read_page(markup.encode(), HERE, context=Context(expected="listing"))
    assert "gv Page$2 2021-03" in {follow.key for follow in reading.follow}


PAGER = '<p><b>1</b> <a href="?page=2">2</a> <a href="?page=3">3</a></p>'
CALENDAR = "<table>" + "".join(
    f"<tr>{''.join(f'<td>{week * 7 + day}</td>' for day in range(1, 8))}</tr>" for week in range(4)
) + "</table>"  # fmt: skip


@pytest.mark.parametrize(
    ("form", "behind"),
    [
        pytest.param(f"<form><input name='q'>{THIS}{SHOW}</form>", "", id="a search for words"),
        pytest.param(f"<form>{THIS}{SHOW}<textarea name='y-kien'></textarea></form>", "", id="a letter"),
        pytest.param(f"<form>{select('d', DAYS)}{THIS}{SHOW}</form>", "", id="the choice of a day"),
        pytest.param(f"<form>Từ tháng {THIS} đến tháng {THIS}{SHOW}</form>", "", id="from one month to another"),
        pytest.param(f"<form>{THIS}{SHOW}{CALENDAR}</form>", "", id="a calendar"),
        pytest.param(f"<h3>Lịch công tác</h3><form>{THIS}{SHOW}</form>", "", id="a diary, by its name"),
        pytest.param(f"<h4>Thống kê truy cập</h4><form>{THIS}{SHOW}</form>", "", id="figures, by their name"),
        pytest.param(f"<form action='https://khac.example/thong-bao'>{THIS}{SHOW}</form>", "", id="another host"),
        pytest.param(f"<form action='/lich-tiep-dan'>{THIS}{SHOW}</form>", "", id="another page"),
        pytest.param(f"<form>{select('m', MONTHS, '3')}{SHOW}</form>", "", id="months of no year"),
        pytest.param(f"<form>{select('y', ['2021'])}{SHOW}</form>", "", id="one year"),
        pytest.param(f"<form>{select('n', ['5', '10', '12'])}{SHOW}</form>", "", id="rows a page"),
        pytest.param(f"<form>{select('y', ['Năm học', 'Khóa', *YEARS])}{SHOW}</form>", "", id="years among others"),
        pytest.param(f"<form method='post'>{THIS}<button>Gửi</button></form>", "", id="a button that sends it in"),
        pytest.param(f"<form method='post'>{THIS}{SHOW}<button>Xóa</button></form>", "", id="a button that deletes"),
        pytest.param(f"<form method='post'>{THIS}</form>", "", id="nothing that sends it"),
        pytest.param(f"<form>{OPEN}{SHOW}</form>", PAGER, id="a pager leads to all of it, and no month stands chosen"),
        pytest.param(
            f"<form>{select('m', MONTHS, '1') + select('y', YEARS, '2021')}{SHOW}</form>",
            PAGER,
            id="a pager leads to all of it, which is not of the month that stands chosen",
        ),
        pytest.param(
            "<select onchange=\"location.href='https://khac.example/?y='+this.value\"><option>2021</option>"
            "<option>2020</option></select>",
            "",
            id="years that open another host",
        ),
    ],
)  # fmt: skip
def test_other_choices_are_not(form: str, behind: str) -> None:
    assert periods(form, behind) == []


def test_of_a_list_of_one_month_with_a_pager_the_other_months_are_walked_too() -> None:
    assert len(periods(f"<form>{THIS}{SHOW}</form>", PAGER)) == 15


def test_what_is_not_sought_as_a_list_has_none() -> None:
    markup = f"<h1>Thông báo</h1><form>{THIS}{SHOW}</form><ul>{LIST}</ul>".encode()
    assert not any(one.period for one in read_page(markup, HERE).follow)
