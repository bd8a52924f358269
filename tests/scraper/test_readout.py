"""An article as a probe shows it: what is told of each field, and why."""

from __future__ import annotations

import pytest

from scraper.fetch import Answer
from scraper.reading.result import Entry
from scraper.readout import read_out

URL = "https://portal.example/van-ban/12"
TITLE = "Kế hoạch phòng, chống hạn hán mùa khô trên địa bàn xã"
RECORD = (
    f"<title>{TITLE}</title><h1>{TITLE}</h1><table>"
    "<tr><td>Số ký hiệu</td><td>12/KH-UBND</td></tr><tr><td>Ngày ban hành</td><td>12/03/2021</td></tr>"
    f"<tr><td>Trích yếu</td><td>{TITLE}</td></tr></table>"
)
TEXT = f"<title>{TITLE}</title><h1>{TITLE}</h1>" + "<p>Ủy ban nhân dân xã vừa ban hành kế hoạch cho mùa khô.</p>" * 5


@pytest.mark.parametrize(
    ("page", "issued", "why"),
    [
        (RECORD, None, "only an issue day is printed, the paper's own"),
        (TEXT, "Ngày ban hành: 12/03/2021", "only an issue day is printed, the paper's own"),
        (TEXT, None, "neither the page nor the list prints one"),
    ],
    ids=["of the page", "of the list", "nowhere"],
)
def test_an_issue_day_is_told_where_no_day_of_publication_is_printed(page: str, issued: str | None, why: str) -> None:
    date = read_out(Answer(URL, page.encode(), "text/html"), Entry(URL, TITLE, issued=issued)).field("date")
    assert date is not None
    assert (date.value, date.why) == (None, why)
