"""Rows of tables that name an announcement in a cell and lead to it by a sign in another."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, Entry

SUBJECTS = (
    "Kế hoạch cải cách hành chính năm 2021",
    "Kết luận phiên họp Ủy ban nhân dân tháng 2",
    "Giao chỉ tiêu thu ngân sách nhà nước",
    "Tăng cường quản lý đất đai trên địa bàn",
)
EYE = "<a href='/vb/{0}'><i class='fa fa-eye'></i></a>"
WORDS = (
    "Thực hiện kế hoạch công tác năm, phòng chuyên môn đã tham mưu ban hành văn bản hướng dẫn các đơn vị trực thuộc "
    "triển khai, bảo đảm tiến độ, chất lượng; thường xuyên kiểm tra, đôn đốc, kịp thời tháo gỡ khó khăn, vướng mắc "
    "cho các xã, thị trấn trong quá trình tổ chức thực hiện."
)


def _listed(content: str, *, sought: bool = True) -> tuple[Entry, ...]:
    page = f"<html><head><title>Văn bản</title></head><body><div><h2>Văn bản</h2>{content}</div></body></html>"
    context = Context(expected="listing" if sought else None)
    return read_page(page.encode(), "https://x.gov.vn/van-ban", context=context).entries


def _table(link: str, heads: tuple[str, ...] = ("STT", "Tiêu đề", "Ngày đăng", ""), count: int = 4) -> str:
    rows = "".join(
        f"<tr><td>{n + 1}</td><td>{subject}</td><td>0{n + 1}/03/2021</td><td>{link.format(n + 40)}</td></tr>"
        for n, subject in enumerate(SUBJECTS[:count])
    )
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{rows}</table>"


@pytest.mark.parametrize("sought", [True, False])
@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("head", ["Tiêu đề", "Trích yếu", "Nội dung", "Tên văn bản"])
@pytest.mark.parametrize("link", [EYE, "<a href='/vb/{0}'>Xem</a>", "<a href='/vb/{0}'><img src='/i/view.gif'></a>"])
def test_a_row_is_called_by_the_cell_below_the_head_of_subjects(link: str, head: str, count: int, sought: bool) -> None:
    entries = _listed(_table(link, ("STT", head, "Ngày đăng", ""), count), sought=sought)
    assert [(entry.title, entry.url) for entry in entries] == [
        (subject, f"https://x.gov.vn/vb/{n + 40}") for n, subject in enumerate(SUBJECTS[:count])
    ]
    assert [entry.date_line for entry in entries] == [f"0{n + 1}/03/2021" for n in range(count)]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/Download.ashx?id={0}'>Tải về</a>",
        "<a href='/xoa/{0}' title='In trang'><img src='/in.gif'></a>",
    ],
)
def test_what_does_something_else_with_a_row_is_not_called_by_it(link: str) -> None:
    assert not [entry for entry in _listed(_table(link)) if entry.url.split("/")[3] in {"xoa", "Download.ashx"}]


def test_a_table_of_dated_files_is_the_list_beside_boxes_of_bare_titles() -> None:
    rows = _table("<a href='/tep/{0}.pdf'>Tải về</a>", ("TT", "Nội dung công khai", "Ngày đăng", "Tải về"))
    links = "".join(
        f"<li><a href='/tin.php?id={n}'>Phòng bệnh cho trẻ trong mùa lạnh {n}</a></li>" for n in (80, 83, 87)
    )
    boxes = f"</div><div><h4>Góc phụ huynh</h4><ul>{links}</ul>"
    table = f"<h3>Công khai theo Thông tư 36</h3>{rows}{boxes}"
    assert [entry.url.rpartition("/")[2] for entry in _listed(table)] == [f"{n + 40}.pdf" for n in range(4)]
    plain = "".join(f"<li><a href='/tep/{n}.pdf'>{subject}</a></li>" for n, subject in enumerate(SUBJECTS))
    listed = _listed(f"<ul>{links}</ul></div><div><h4>Biểu mẫu</h4><ul>{plain}</ul>")
    assert not any(entry.url.endswith(".pdf") for entry in listed)


def test_of_two_files_of_a_row_the_first_is_the_paper() -> None:
    files = "<a href='/tep/{0}.pdf'><img src='p.gif'></a><a href='/tep/{0}.doc'><img src='d.gif'></a>"
    entries = _listed(_table(files, ("STT", "Trích yếu", "Ngày ban hành", "Tệp")))
    assert [entry.url.rpartition("/")[2] for entry in entries] == [f"{n + 40}.pdf" for n in range(4)]
    assert [entry.title for entry in entries] == list(SUBJECTS)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><span>{0}</span><br><span>(0{1}/06/2021)</span><br>{2}"
        "<div><a href='/vb/4{1}'><img src='/i.gif' alt='Chi tiết'></a></div></td></tr>",
        "<table><tr><td><font><b>{0}</b></font></td></tr><tr><td>{2}</td></tr>"
        "<tr><td><a href='/vb/4{1}'><img src='/xemtiep.gif' alt='Xem tiếp'></a></td></tr></table>",
        "<div><p><strong>{0}</strong></p><p>{2}</p><p><a href='/vb/4{1}'>Xem tiếp</a></p></div>",
        "<li><p>{0}</p><p>Ngày đăng: 0{1}/06/2021</p><p>{2}</p><a href='/vb/4{1}'>Xem chi tiết</a></li>",
    ],
)
def test_a_list_of_long_summaries_below_titles_that_lead_nowhere_is_known_without_being_sought(row: str) -> None:
    rows = "".join(row.format(subject, n, WORDS) for n, subject in enumerate(SUBJECTS * 2, start=1))
    entries = _listed(f"<table>{rows}</table>" if row.startswith("<tr") else f"<div>{rows}</div>", sought=False)
    assert [entry.title for entry in entries] == [*SUBJECTS, *SUBJECTS]


def test_an_announcement_with_a_long_text_in_a_row_beside_rows_of_links_stays_one() -> None:
    others = "".join(f"<tr><td><a href='/vb/{n}'>{subject}</a></td></tr>" for n, subject in enumerate(SUBJECTS, 60))
    text = "".join(f"<p>{WORDS}</p>" for _ in range(5))
    own = f"<tr><td><b>Hội nghị sơ kết công tác sáu tháng</b> <a href='/in/5'>In</a><p>12/06/2021</p>{text}</td></tr>"
    page = f"<html><head><title>Huyện Đăk Sơn</title></head><body><table>{own}{others}</table></body></html>"
    assert read_page(page.encode(), "https://x.gov.vn/vb/5").kind == "article"
