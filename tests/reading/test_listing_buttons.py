"""Lists whose links all say the same behind the names of their records: what is announced is what stands before it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context, PageKind, Reading

JOBS = (
    ("kg82n", "Tuyển 02 kỹ sư công nghệ thông tin làm việc tại trung tâm", "04/10/2023"),
    ("p0qa1", "Tuyển nhân viên tư vấn bảo hiểm thất nghiệp", "21/08/2023"),
    ("zz4td", "Tuyển bảo vệ, tạp vụ hợp đồng 12 tháng", "15/03/2023"),
)
NEWS = tuple(
    f"{event} lần thứ {number} tại xã Trà Sơn"
    for number in (1, 2)
    for event in ("Phiên giao dịch việc làm", "Hội nghị tổng kết công tác", "Tập huấn kỹ năng phỏng vấn")
)
BOX = "<section><h3>Hoạt động của trung tâm</h3><ul>{}</ul></section>".format(
    "".join(f"<li><a href='/tin/bai-{n}'>{title}</a> <i>1{n}/10/2023</i></li>" for n, title in enumerate(NEWS))
)
INTRODUCTION = "<h2>Tuyển dụng</h2><p>Trung tâm luôn tìm kiếm những đồng nghiệp tận tâm.</p>"
BUTTONS = ("Xem và ứng tuyển", "Ứng tuyển ngay", "Nộp hồ sơ", "Xem thông tin tuyển dụng", "Chi tiết", "Mở")
RECORDS = (
    "<div><div><p><span>{title}</span></p></div><p>Đăng ngày {day} • Hạn nộp: 24/12/2023</p>"
    "<a href='{url}'>{says}</a></div>",
    "<div><h3>{title}</h3><p>{day}</p><a href='{url}'>{says}</a></div>",
    "<div><img src='a.jpg'><h5>{title}</h5><p>Lương cao.</p><small>{day}</small><a href='{url}'>{says}</a></div>",
    "<ul><li><b>{title}</b> ({day}) <a href='{url}'>{says}</a></li></ul>",
    "<tr><td>{day}</td><td>{title}</td><td><a href='{url}'><i class='fa'></i> {says}</a></td></tr>",
    "<figure><img src='a.jpg'><figcaption>{title}</figcaption></figure><p>{day} <a href='{url}'>{says}</a></p>",
    "<h3>{title}</h3><p>{day}</p><p>Tóm tắt nội dung của tin.</p><p><a href='{url}'>{says}</a></p><hr>",
)


def page(record: str, says: str, beside: str = "", jobs: tuple[tuple[str, str, str], ...] = JOBS) -> str:
    listed = "".join(
        record.format(title=title, day=day, url=f"/tuyen-dung/{slug}", says=says) for slug, title, day in jobs
    )
    listed = listed.replace("</ul><ul>", "") if record.startswith("<ul>") else listed
    listed = f"<table>{listed}</table>" if record.startswith("<tr>") else f"<div>{listed}</div>"
    return (
        "<html><head><title>Tuyển dụng - Trung tâm</title></head><body><nav><a href='/'>Trang chủ</a>"
        f"<a href='/tuyen-dung'>Tuyển dụng</a></nav><main><section>{INTRODUCTION}{listed}</section>{beside}</main>"
        "</body></html>"
    )


def read(markup: str, expected: PageKind | None = "listing") -> Reading:
    return read_page(markup.encode(), "https://x.gov.vn/tuyen-dung", context=Context(expected=expected))


def told(reading: Reading) -> list[tuple[str, str | None]]:
    return [(entry.url.rpartition("/")[2], entry.title) for entry in reading.entries]


@pytest.mark.parametrize("beside", ["", BOX], ids=["alone", "beside a longer box"])
@pytest.mark.parametrize("says", BUTTONS)
@pytest.mark.parametrize("record", RECORDS)
def test_the_names_of_records_are_those_of_the_buttons_below_them(record: str, says: str, beside: str) -> None:
    for expected in (None, "listing"):
        reading = read(page(record, says, beside), expected)
        assert reading.kind == "listing"
        assert told(reading) == [(slug, title) for slug, title, _ in JOBS]
        assert all(day in (entry.date_line or "") for entry, (_, _, day) in zip(reading.entries, JOBS, strict=True))


@pytest.mark.parametrize("says", ["Xem chi tiết", "Nộp hồ sơ"])
@pytest.mark.parametrize("record", [record for record in RECORDS if not record.startswith("<ul>")])
def test_two_records_that_are_made_alike_are_a_list_where_each_has_its_day(record: str, says: str) -> None:
    assert told(read(page(record, says, BOX, JOBS[:2]))) == [(slug, title) for slug, title, _ in JOBS[:2]]


def test_records_without_days_are_announced_by_what_leads_to_them() -> None:
    record = "<div><h4>{title}</h4><a href='{url}'>{says}</a></div>"
    assert told(read(page(record, "Tìm hiểu thêm", BOX))) == [(slug, title) for slug, title, _ in JOBS]


def test_a_second_button_of_each_record_leads_to_nothing_new() -> None:
    record = "<div><b>{title}</b><p>{day}</p><a href='{url}'>Xem chi tiết</a> <a href='{url}/nop'>Nộp hồ sơ</a></div>"
    assert told(read(page(record, ""))) == [(slug, title) for slug, title, _ in JOBS]


@pytest.mark.parametrize(
    "record",
    [
        "<div><h3><a href='{url}'>Thông báo tuyển dụng</a></h3><p>{day}</p><p>{title}, nộp tại trung tâm.</p></div>",
        "<div><i>{day}</i> <a href='{url}'>Thông báo tuyển dụng</a><br>{title}</div>",
        "<div><b>Tin</b> <a href='{url}'>Thông báo tuyển dụng</a> <i>{day}</i><p><b>{title}</b></p></div>",
    ],
)
def test_announcements_of_one_name_keep_it(record: str) -> None:
    jobs = tuple((f"thong-bao-{n}21", title, day) for n, (_, title, day) in enumerate(JOBS, start=1))
    assert told(read(page(record, "", jobs=jobs))) == [(slug, "Thông báo tuyển dụng") for slug, _, _ in jobs]


def test_links_to_all_of_a_box_are_none_of_its_announcements() -> None:
    box = "<div><h3>Mục {0}</h3><ul>{1}</ul><a href='/muc/{0}'>Vào chuyên mục này</a></div>"
    rows = "".join(f"<li><a href='/tin/bai-{n}'>{title}</a></li>" for n, title in enumerate(NEWS))
    boxes = "".join(box.format(name, rows.replace("bai-", f"bai-{name}")) for name in ("a", "b", "c"))
    found = read_page(f"<html><body>{boxes}</body></html>".encode(), "https://x.gov.vn/").entries
    assert all("/tin/" in entry.url for entry in found)
