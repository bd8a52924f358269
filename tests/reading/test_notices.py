"""What readers are told below a text, and sentences of a text that begin likewise."""

from __future__ import annotations

import pytest

from tests.reading.written import read


@pytest.mark.parametrize(
    "line",
    [
        "* Mời bạn đọc vào chuyên mục Chính trị xem các tin, bài liên quan.",
        "Mời quý độc giả theo dõi fanpage Báo Quảng Trị",
        "* Mời bạn đọc xem thêm các bài viết liên quan",
        "Mời độc giả truy cập chuyên trang Nông thôn mới",
        "Theo dõi Báo Lạng Sơn trên Google News",
        "Bạn đọc theo dõi báo trên Facebook",
        "Ghi rõ nguồn khi phát hành lại thông tin từ trang này, đề nghị ghi rõ nguồn",
    ],
)
def test_where_to_read_on_and_whom_to_follow_is_no_text(line: str) -> None:
    assert line not in read("", "<p>16/10/2013</p>", f"<p>{line}</p>").body_text


@pytest.mark.parametrize(
    "line",
    [
        "Mời bạn đọc tham gia cuộc thi viết về gia đình.",
        "Kính mời quý vị theo dõi chương trình trên kênh PTQ lúc 20 giờ.",
        "Mời các nhà thầu quan tâm truy cập hệ thống mạng đấu thầu.",
        "Mời bạn đọc góp ý về chuyên mục Bạn đọc viết.",
        "Theo dõi sâu bệnh trên cây lúa vụ xuân.",
    ],
)
def test_whom_a_text_invites_to_what_is_text(line: str) -> None:
    assert line in read("", "<p>16/10/2013</p>", f"<p>{line}</p>").body_text
