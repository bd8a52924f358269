"""Lines of texts, and titles, that begin with the words of ratings: reports weigh, rank and count as readers do."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.written import TEXT, read

WEIGHED = [
    "Đánh giá chung",
    "Đánh giá kết quả thực hiện nhiệm vụ năm 2023",
    "Đánh giá chung: Tình hình an ninh ổn định.",
    "Xếp hạng di tích quốc gia đặc biệt cho khu lưu niệm",
    "Xếp hạng các sản phẩm OCOP",
    "Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu",
    "Trung bình mỗi hộ được hỗ trợ 5 triệu đồng",
    "Trung bình mỗi năm giảm 2% hộ nghèo",
    "Điểm của thí sinh được công bố ngày 5/7",
    "Điểm trung bình của các môn",
    "27 điểm cầu truyền hình trực tuyến",
    "15 điểm sạt lở được gia cố",
    "25 sao vàng được trao",
    "3 sao OCOP cho mật ong",
    "Số sao OCOP của sản phẩm",
]


@pytest.mark.parametrize("line", WEIGHED)
@pytest.mark.parametrize("element", ["<p>{}</p>", "<h3>{}</h3>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize("behind", [TEXT, ""])
def test_a_report_that_weighs_and_counts_is_text(behind: str, element: str, line: str) -> None:
    assert line in read("", TEXT, element.format(line) + behind).body_text.split("\n")


@pytest.mark.parametrize("line", [line for line in WEIGHED if len(line) > 25])
def test_a_title_that_weighs_and_counts_is_one(line: str) -> None:
    page = f"<html><body><h3>Tin tức</h3><div><h2>{line}</h2><p>04/05/2024 08:15</p>{TEXT}</div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77").announcement
    assert announcement is not None
    assert announcement.title == line


@pytest.mark.parametrize(
    "rating",
    [
        "Đánh giá: 5/5",
        "Đánh giá bài viết",
        "Đánh giá mục này",
        "0/5 sao",
        "Bạn thấy tin này hữu ích? Có Không",
        "Đánh giá bài viết này: 4.5 sao (12 lượt)",
        "Đánh giá của bạn: chưa có đánh giá",
        "Xếp hạng: 5 - 1 phiếu bầu",
        "Trung bình: 4.5 (12 votes)",
        "Tổng số điểm của bài viết là: 0 trong 0 đánh giá",
        "Click để đánh giá bài viết",
        "4,5 sao / 12 lượt đánh giá",
        "Điểm trung bình: 4",
        "Mời bạn đánh giá bài viết",
    ],
)
def test_the_stars_of_readers_are_no_text(rating: str) -> None:
    assert rating not in read("", TEXT, f"<div>{rating}</div>").body_text
