"""What stands at the end of a text and belongs to it, beside what does not (tests/unseen)."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TEXT = (
    "<p>Hợp tác xã Thanh Niên xã Bản Qua vừa xuất bán lứa cá hồi đầu tiên, trọng lượng bình quân 1,8 kg mỗi con.</p>"
    "<p>Nguồn nước lạnh lấy từ khe Phìn Hồ, quanh năm dưới 18 độ, nên cá lớn chậm nhưng thịt chắc, ít bệnh.</p>"
)


def text_of(main: str) -> list[str]:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cá hồi Bản Qua</title></head><body><div class="main">'
        f"<h1>Cá hồi Bản Qua vào vụ thu</h1><div>04/09/2023 07:15</div>{main}</div></body></html>"
    )
    read = read_page(page.encode(), "https://xa-ban-qua.example/?p=318")
    assert read.announcement is not None
    return read.announcement.body_text.split("\n")


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ("<p>Giá bán tại ao 210.000 đồng.</p>", "Giá bán tại ao 210.000 đồng."),
        ("<p>Nơi nhận:</p><p>- Các thôn;</p>", "- Các thôn;"),
        ("<p>Nguồn thu:</p><p>- bán cá thịt</p>", "- bán cá thịt"),
        ("<p>Từ khóa học này có 31 học viên.</p>", "Từ khóa học này có 31 học viên."),
        ("<p>Người ký:</p><p>- Giám đốc</p>", "- Giám đốc"),
        ('<p><a href="/dang-ky">Đăng ký tham quan</a></p>', "Đăng ký tham quan"),
        (
            '<div><p><a href="/?p=7">Cá tầm Bản Qua lên bàn tiệc</a></p><p>Theo ông Lò A Sình, vụ tới hợp tác xã sẽ'
            " nuôi thêm cá tầm ở hai ao trên và ký hợp đồng với khách sạn.</p></div>",
            "Theo ông Lò A Sình, vụ tới hợp tác xã sẽ nuôi thêm cá tầm ở hai ao trên và ký hợp đồng với khách sạn.",
        ),
    ],
)
def test_what_belongs_to_a_text_stays_at_its_end(behind: str, last: str) -> None:
    assert text_of(TEXT + behind)[-1] == last


def test_the_foot_of_an_article_is_no_foot_of_the_page() -> None:
    noted = "<footer><p>Ghi chú: số liệu đến hết tháng 8</p></footer>"
    assert text_of(f"<article>{TEXT}{noted}</article>")[-1] == "Ghi chú: số liệu đến hết tháng 8"
    assert len(text_of(f"{TEXT}{noted}")) == 2


@pytest.mark.parametrize(("loose", "files"), [("<a href='/tep/ao.docx'>Mẫu đăng ký</a>", 1), ("Lưu: VT, <b>NN</b>", 0)])
def test_what_stands_behind_the_paragraphs_without_an_element_of_its_own_is_not_in_the_foot(
    loose: str, files: int
) -> None:
    foot = "<div>Bản quyền thuộc Ủy ban nhân dân xã Bản Qua</div>"
    page = f"<html><body><div><h1>Cá hồi Bản Qua vào vụ thu</h1>{TEXT}{loose}</div>{foot}</body></html>"
    read = read_page(page.encode(), "https://xa-ban-qua.example/ca-hoi-ban-qua-318.html").announcement
    assert read is not None
    assert len(read.attachments) == files
    assert read.body_text.count("\n") == 2 - files
    assert "Bản quyền" not in read.body_text


def test_an_empty_cell_keeps_its_place_in_a_row_and_an_empty_column_has_none() -> None:
    rows = (("Ao", "", "2022", "2023"), ("Phìn Hồ", "", "1,2 tấn", "1,8 tấn"), ("Bản Vai", "", "", "0,9 tấn"))
    rows = (*rows, ("", "", "1,2 tấn", ""))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert text_of(f"{TEXT}<table>{table}</table>")[2:] == [
        "Ao | 2022 | 2023",
        "Phìn Hồ | 1,2 tấn | 1,8 tấn",
        "Bản Vai |  | 0,9 tấn",
        "1,2 tấn",
    ]


def test_a_paragraph_about_files_is_none_of_their_table() -> None:
    row = '<tr><td><a href="/f/{0}.xls">{0}.xls</a></td><td>{1} KB</td></tr>'
    table = f"<table><tr><th>Tệp</th><th>Cỡ</th></tr>{row.format('ao', 58)}{row.format('gia', 61)}</table>"
    assert len(text_of(TEXT + table)) == 2
    assert text_of(TEXT + table + "<p>Đề nghị các hộ tải về và điền đủ số liệu.</p>")[-1].startswith("Đề nghị")
