"""Polls, questions asked often and what a page folds away below its text are none of that."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

FIRST = "Từ đầu tháng tới, bộ phận một cửa của xã nhận hồ sơ cả sáng thứ bảy để người đi làm xa tiện đến nộp giấy tờ."
LAST = "Người dân lấy số thứ tự qua mạng trước một ngày, hoặc ngay tại cửa ra vào của trụ sở, và chờ được gọi tên vào."


def read(behind: str, *, within: bool = False) -> str:
    inside = f"<p>{FIRST}</p><p>{LAST}</p>" + (f"{behind}</div>" if within else f"</div>{behind}")
    head = "<h1>Xã nhận hồ sơ sáng thứ bảy</h1><p>Ngày đăng: 12/04/2022</p>"
    page = f"<html><body><div>{head}<div class=text>{inside}</div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    return "\n".join(filter(None, (told.lead, told.body_text)))


CHOICES = "<label><input type=radio> Tốt</label><br><label><input type=radio> Bình thường</label>"
ITEMS = "<ul><li><input type=radio name=v> Rất tốt</li><li><input type=RADIO name=v> Chưa tốt</li></ul>"
ASKED = "Bạn đánh giá thế nào về giao diện mới của trang thông tin điện tử xã trong mấy tháng vừa qua?"


@pytest.mark.parametrize("within", [False, True])
@pytest.mark.parametrize(
    "box",
    [
        f"<div><p>Bạn thấy giờ làm việc mới thế nào?</p>{CHOICES}<button>Biểu quyết</button></div>",
        f"<div><p>{ASKED}</p>{ITEMS}<input type=submit value='Bình chọn'></div>",
        f"<form><p><b>Ý kiến của bạn về thủ tục hành chính?</b></p><p>{CHOICES}</p></form>",
        "<div><p>Bạn biết tin này qua đâu?</p><p><input type=checkbox> Báo</p><p><input type=checkbox> Bạn</p></div>",
        f"<div><h3>Câu hỏi thường gặp</h3><p>Ở đâu nhận hồ sơ?</p><div><p>{FIRST}</p></div></div>",
        f"<div><h4>Những câu hỏi thường gặp</h4><details><summary>Ở đâu?</summary><p>{FIRST}</p></details></div>",
        f"<details><summary>Ở đâu nhận hồ sơ?</summary><p>{FIRST}</p></details>",
        "<details><summary>Xem lịch sử chỉnh sửa</summary><p>12/04/2022 Lê Hà tạo bài</p></details>",
        "<details><summary>Thông tin bài viết</summary><p>Mã bài: 4124</p></details>",
        "<details><summary>Cách trích dẫn bài này</summary><p>Trang tin xã Mộc, đăng ngày 12/04/2022.</p></details>",
    ],
)
def test_what_readers_are_asked_or_may_unfold_below_a_text_is_none_of_it(box: str, within: bool) -> None:
    assert read(box, within=within) == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "part",
    [
        f"<details><summary>Xem nội dung chi tiết</summary><p>{FIRST}</p></details>",
        f"<details><summary>Danh sách hồ sơ</summary><p>{FIRST}</p></details>",
        f"<details><summary>Ở đâu?</summary><p>{FIRST}</p></details><p>{LAST}</p>",
        f"<h3>Câu hỏi thường gặp</h3><p>{FIRST}</p><p>{LAST}</p>",
        "<p>Bạn thấy giờ làm việc mới thế nào?</p>",
    ],
)
def test_what_a_text_folds_away_or_asks_itself_is_its_own(part: str) -> None:
    assert len(read(part, within=True)) > len(f"{FIRST}\n{LAST}") + 20


def test_a_file_that_is_folded_away_is_an_attachment() -> None:
    files = "<details><summary>Tệp kèm theo</summary><p><a href='/f/12.pdf'>12-kh-ubnd.pdf</a></p></details>"
    head = "<h1>Xã nhận hồ sơ sáng thứ bảy</h1><p>Ngày đăng: 12/04/2022</p>"
    page = f"<html><body><div>{head}<div><p>{FIRST}</p><p>{LAST}</p></div>{files}</div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    assert [one.url for one in told.attachments] == ["https://portal.example/f/12.pdf"]
