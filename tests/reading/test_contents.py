"""A table of contents above a text is none of it, nor is what stands over it."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p>12/03/2024</p>"
LABELS = ["Nội dung chính", "Mục lục", "MỤC LỤC [Ẩn]", "Nội dung bài viết", "Trong bài này", "Table of contents"]
LABELS += ["Các nội dung chính của bài viết", "Xem nhanh", "Tóm tắt nội dung", "Bài viết gồm các phần"]
OWN = "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html"
LISTS = [
    "<ol><li><a href='#h1'>Vì sao trời lạnh?</a></li><li><a href='#h2'>Dấu hiệu</a></li></ol>",
    f"<ul><li><a href='{OWN}#h1'>1. Vì sao dễ đột quỵ?</a></li><li><a href='{OWN}#h2'>2. Dấu hiệu</a></li></ul>",
    "<ul><li><span>1</span> <a href='#h1'>Vì sao?</a></li><li><span>1.1</span> <a href='#h2'>Dấu hiệu</a></li></ul>",
    "<ul><li><a href='javascript:;'>Vì sao?</a></li><li><a href='javascript:void(0)'>Dấu hiệu</a></li></ul>",
    "<nav><a href='#h1'>Vì sao?</a><br><a href='#h2'>Dấu hiệu</a></nav>",
    "<ul></ul>",
]
LEAD = "<p><b>Nhân dịp đầu năm, huyện tổng kết công tác giảm nghèo của các xã, có nhiều kết quả đáng ghi nhận.</b></p>"


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("entries", LISTS)
def test_a_table_of_contents_and_its_label_are_no_text(entries: str, label: str) -> None:
    for box in (f"<div><p>{label}</p>{entries}</div>", f"<div class='toc'><h2>{label}</h2>{entries}</div>"):
        assert read("", DAY + box).body_text.startswith("Ủy ban nhân dân huyện tổ chức")
        behind = read("", DAY + LEAD + box)
        assert behind.lead is not None
        assert behind.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize(
    "opening", ["<p>Nội dung chính</p>", "<h3>Nội dung chính:</h3>", "<p>Tóm tắt</p><ul><li>Hộ nghèo còn 412</li></ul>"]
)
def test_the_same_words_without_links_to_parts_of_the_page_open_a_text(opening: str) -> None:
    assert read("", DAY + opening).body_text.startswith(("Nội dung chính", "Tóm tắt\nHộ nghèo"))
