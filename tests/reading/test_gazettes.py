"""Issues of a gazette: one that prints its papers as files has no other title."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.titled import title_of
from tests.reading.written import TEXT

ISSUE = "Công báo số 21 + 22 ngày 28 tháng 9 năm 2009"
PAPERS = (
    ("12/05/2009", "31/NQ-HĐND", "Về việc tổ chức kỳ thi tuyển sinh vào lớp 10 trung học phổ thông năm học 2008"),
    ("06/05/2009", "36/NQ-HĐND", "Quy định mức thu, quản lý và sử dụng phí tham quan danh lam thắng cảnh của tỉnh"),
    ("04/05/2009", "40/NQ-HĐND", "Sửa đổi, bổ sung một số điều của Quy định về quản lý công trình thủy lợi"),
)


def rows_of(ending: str) -> str:
    rows = (
        f"<tr><td>{day}</td><td><a href='/cb.nsf/0/9D1F/{n}{ending}'>Nghị quyết số {number}</a> {about}</td></tr>"
        for n, (day, number, about) in enumerate(PAPERS)
    )
    return "<tr><td><b>Ngày ký</b></td><td><b>Tên văn bản</b></td></tr>" + "".join(rows)


@pytest.mark.parametrize("dress", ["<center><font size=4><b>{}</b></font></center>", "<h3>{}</h3>", "<b>{}</b><br>"])
def test_an_issue_of_a_gazette_over_its_papers_is_the_title_and_their_days_are_not_its_own(dress: str) -> None:
    page = f"<html><head><title>Công báo tỉnh</title></head><body>{dress.format(ISSUE)}<table>{rows_of('.doc')}</table>"
    reading = read_page(f"{page}</body></html>".encode(), "http://portal.example/cb.nsf/0/9D1F0A5E?OpenDocument")
    read = reading.announcement
    assert reading.kind == "article"
    assert read is not None
    assert (read.title, read.date_line, len(read.attachments)) == (ISSUE, None, len(PAPERS))


@pytest.mark.parametrize("related", ["31/NQ-HĐND", "Nghị quyết số 31/NQ-HĐND"])
def test_an_issue_of_a_gazette_over_a_paper_that_names_others_is_no_title(related: str) -> None:
    title = "Chỉ thị về việc tăng cường quản lý, bảo vệ rừng mùa khô"
    others = f"<p><a href='/cb/1.doc'>{related}</a></p><p><a href='/cb/2.doc'>{related}</a></p>"
    assert title_of(f"<b>{ISSUE}</b><div><b>{title}</b></div>{TEXT}{others}") == title


def test_an_issue_whose_papers_have_pages_of_their_own_lists_them() -> None:
    page = f"<html><body><b>{ISSUE}</b><table>{rows_of('.html')}</table></body></html>"
    assert read_page(page.encode(), "http://portal.example/cb/so-21").kind == "listing"
