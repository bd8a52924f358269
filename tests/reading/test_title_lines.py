"""What stands on the line of a title or in the row under it: days, counters, facts."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from tests.reading.titled import ADDRESS, TEXT, TITLES, announcement_of


def on_its_line(line: str, below: str = "") -> tuple[str | None, str | None]:
    page = f"<html><body><div>{line}{below}<div>{TEXT}</div></div></body></html>"
    read = read_page(page.encode(), ADDRESS).announcement
    assert read is not None
    date = read_date(read.date_line) if read.date_line else None
    return read.title, date.iso[:10] if date and date.iso else None


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "line",
    [
        "<h2>{} | Ngày đăng: 05/09/2022 | Lượt xem: 12</h2>",
        "<h2>{} - Cập nhật: 05/09/2022 08:10</h2>",
        "<div class=title>{} [Đăng ngày 05/09/2022]</div>",
        "<h1>{}<small>Ngày đăng: 05/09/2022 - 12 lượt xem</small></h1>",
        "<h2><span>05/09/2022</span> {}</h2>",
        "<h2>(05/09/2022) {}</h2>",
        "<h1>[05/09/2022 08:10] - {}</h1>",
        "<h2>{} <span>(Lượt xem: 501)</span></h2><p>05/09/2022</p>",
        "<h2>{}<span> 501 lượt xem</span></h2><p>05/09/2022</p>",
        "<h2>{} - Đã xem: 501</h2><p>05/09/2022</p>",
        "<h2>{} <img src=new.gif> <span>Mới</span></h2><p>05/09/2022</p>",
    ],
)
def test_days_and_counters_on_the_line_of_a_title_are_no_part_of_it(line: str, title: str) -> None:
    assert on_its_line(line.format(title)) == (title, "2022-09-05")


@pytest.mark.parametrize(
    "title",
    [
        "Lịch cắt điện tuần từ 05/09/2022 đến 11/09/2022",
        "Lịch tiếp công dân (05/09/2022)",
        "02/9/1945 - Mốc son chói lọi của dân tộc",
        "Phim được 2 triệu lượt xem",
        "Bản tin dịch bệnh cập nhật 05/09/2022",
        "Đề án dạy và học theo <b>cách mới</b>",
        "Video tuyên truyền đạt 1.000 lượt xem",
    ],
)
def test_days_and_counts_that_a_title_speaks_of_belong_to_it(title: str) -> None:
    assert on_its_line(f"<h1>{title}</h1>", "<p>Ngày đăng: 12/09/2022</p>") == (
        title.replace("<b>", "").replace("</b>", ""),
        "2022-09-12",
    )


@pytest.mark.parametrize("line", ["Tin đăng ngày: 05/09/2022 - Xem: 228", "Thứ Hai, ngày 05/09/2022 | Lượt xem: 228"])
def test_a_line_of_facts_is_no_title_with_some_behind_it(line: str) -> None:
    title = "Tạm ngừng cấp nước khu vực phường 3 đêm 14/10"
    assert on_its_line(f"<div class=title>{title}</div><div>{line}</div>") == (title, "2022-09-05")


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td colspan=2>{title}</td></tr>{facts}<tr><td colspan=2>{text}</td></tr>",
        "<tr><th colspan=2>{title}</th></tr>{facts}<tr><td colspan=2>{text}</td></tr>",
        "<tbody><tr><td>{title}</td></tr>{facts}<tr><td>{text}</td></tr></tbody>",
        "<tr><td colspan=2>{title}</td></tr><tr><td colspan=2>{text}</td></tr>{facts}",
        "<tr><td>Tiêu đề</td><td>{title}</td></tr>{facts}<tr><td>Nội dung</td><td>{text}</td></tr>",
    ],
    ids=["over the columns", "as a head", "alone in its row", "over the text", "in a row of its own"],
)
@pytest.mark.parametrize("colon", ["", ":"])
def test_a_row_over_the_facts_of_an_announcement_is_its_title(rows: str, colon: str) -> None:
    told = {"Ngày đăng": "15/05/2024 15:20", "Chuyên mục": "Tin cơ sở", "Người đăng": "Lê Sen", "Lượt xem": "3962"}
    facts = "".join(f"<tr><td>{label}{colon}</td><td>{value}</td></tr>" for label, value in told.items())
    title = "Công bố quyết định thanh tra đất công ích tại 5 xã"
    box = "".join(f'<li><a href="?id={number}">Ngày hội nhân dân thôn {number}</a></li>' for number in range(30, 42))
    table = f"<table>{rows.format(title=title, facts=facts, text=TEXT)}</table>"
    read = announcement_of(table, above=f"<ul>{box}</ul>")
    assert (read.title, read.byline) == (title, None)
    assert read.date_line is not None
    assert read_date(read.date_line).iso == "2024-05-15T15:20:00+07:00"  # type: ignore[union-attr]
    assert read.body_text.startswith("Sáng ngày 14/5")
    assert read.body_text.endswith("Ủy ban nhân dân xã.")


KIND_ABOVE = "<div>{above}<br>{below}</div><p>Ngày đăng: 05/09/2022</p>"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("YÊU CẦU BÁO GIÁ", "Hóa chất xét nghiệm năm 2025 (lần 2)"),
        ("THÔNG BÁO", "Tuyển sinh lớp 10 năm học 2022 - 2023"),
        ("KẾ HOẠCH", "Phòng, chống thiên tai và tìm kiếm cứu nạn"),
        ("THƯ MỜI CHÀO GIÁ", "Sửa chữa nhà làm việc của trạm y tế xã"),
    ],
)
@pytest.mark.parametrize("name", ["ct_tieude", "tieude", "title", "news-title"])
def test_the_kind_of_a_paper_above_its_subject_in_one_element_is_part_of_the_title(
    name: str, above: str, below: str
) -> None:
    line = KIND_ABOVE.format(above=above, below=below).replace("<div>", f"<div class='{name}'>", 1)
    assert on_its_line(line) == (f"{above} {below}", "2022-09-05")


@pytest.mark.parametrize(
    "line",
    [
        "<div>THÔNG BÁO</div><div class='title'>{}</div>",
        "<div class='title'>TIN HOẠT ĐỘNG<br>{}</div>",
        "<div class='title'><a href='/tb'>THÔNG BÁO</a><br>{}</div>",
    ],
)
def test_what_stands_above_a_title_apart_from_it_is_no_part_of_it(line: str) -> None:
    title = "Huyện tuyển sinh các lớp đào tạo nghề cho lao động nông thôn"
    assert on_its_line(line.format(title), "<p>05/09/2022</p>")[0] == title
