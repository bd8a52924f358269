"""The days of readers' remarks, which have labels as that of the page has."""

from __future__ import annotations

import pytest

from tests.reading.test_days_of_boxes import BEHIND, day_of

REMARKS = [
    "<div><ul><li><a href='#'><b>Ý kiến bạn đọc</b></a></li></ul><div><b>hocsinhcu</b> - Đăng lúc: 13/10/2010 21:05<br>"
    "Chúc các thầy cô mạnh khỏe!</div></div>",
    "<div><h3>Bình luận (2)</h3><div><b>An</b> <span>Ngày gửi: 13/10/2010</span><p>Hay quá</p></div>"
    "<div><b>Bình</b> <span>Ngày gửi: 14/10/2010</span><p>Tốt lắm</p></div></div>",
    "<h3>2 phản hồi cho “Súc xả”</h3><ol><li><cite>hoa</cite> <small>13 Tháng Mười, 2010 lúc 9:20</small>"
    "<p>Rất hay</p></li></ol>",
    "<div><p><b>Ý kiến phản hồi:</b></p><p>Gửi bởi: Lan, lúc 13/10/2010 08:10</p><p>Cần báo sớm hơn, mong công ty nhắn"
    " tin trước cho từng hộ để mọi người chủ động trữ nước.</p></div>",
    "<div>1 Comment</div><div>minh87 posted on 13/10/2010 20:00</div><div>Good</div>",
    "<div><h4>Nhận xét</h4></div><div>Được gửi bởi Lan vào T4, 13/10/2010 - 08:10</div><div>Cảm ơn</div>",
]
PAGES = [
    "<div>0 bình luận</div><div>Ngày đăng: 05/07/2023</div>",
    "<div><a href='#'>Bình luận</a></div><div>Ngày cập nhật: 05/07/2023</div>",
    "<div>Ngày đăng: 05/07/2023</div><h3>Bình luận</h3><p><b>An</b> Ngày gửi: 06/07/2023</p>",
]


@pytest.mark.parametrize("remarks", REMARKS)
@pytest.mark.parametrize("frame", BEHIND)
def test_no_day_of_a_remark_is_that_of_publication(frame: str, remarks: str) -> None:
    assert day_of(frame, remarks) == ""


@pytest.mark.parametrize("remarks", REMARKS)
@pytest.mark.parametrize("frame", BEHIND)
def test_the_day_of_the_page_is_told_above_those_of_remarks(frame: str, remarks: str) -> None:
    assert day_of(frame.replace("{text}", "<div>12/10/2010</div>{text}"), remarks) == "2010-10-12"


@pytest.mark.parametrize("foot", PAGES)
@pytest.mark.parametrize("frame", [BEHIND[0], BEHIND[3]])
def test_where_nobody_remarks_a_day_beside_the_button_for_that_is_the_pages(frame: str, foot: str) -> None:
    assert day_of(frame, foot) == "2023-07-05"
