"""Accounts that put pages up, beside icons, counters and days: neither text nor writers, no reason against a day."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p class='d'>12/03/2024</p>"
CLOSING = "18 xã, thị trấn."


@pytest.mark.parametrize(
    "row",
    [
        "<div>👤 vpkhoa &nbsp; 👁 2.317</div>",
        "<div>👤 vpkhoa</div>",
        "<div>👨 p.ctsv 👁 87 lượt xem</div>",
        "<div><span>vpkhoa</span> <span>2317</span></div>",
        "<div>bientap01 1.204 lượt xem</div>",
        "<div>Bởi bvhs.admin 812 xem</div>",
        "<p>Đăng bởi</p><div>Ban biên tập</div>",
        "<span>Người đăng</span><div>Nguyễn Văn An</div>",
        "<div>Posted by</div><div>Lê Thị Hoa</div>",
    ],
)
def test_an_account_beside_icons_and_counters_is_no_text_and_no_writer(row: str) -> None:
    announcement = read("", DAY + row)
    assert announcement.byline is None
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize(
    "row", ["Bởi bvhs.admin 812 xem", "Bởi Nguyễn Văn An 812 lượt xem", "Bởi Phòng CNTT 9 xem", "by hoanglan 31 views"]
)
def test_who_put_a_page_up_and_how_often_it_was_seen_ends_no_text(row: str) -> None:
    announcement = read("", DAY, f"<div>{row}</div>")
    assert announcement.byline is None
    assert announcement.body_text.endswith(CLOSING)


@pytest.mark.parametrize("line", ["Lúa xuân: 2.317 ha", "- Ngô 2.317 ha", "Cao nhất 812 điểm", "Tổng 40 lượt người"])
def test_what_a_text_says_in_numbers_stays(line: str) -> None:
    assert read("", DAY, f"<p>{line}</p>").body_text.endswith(line)


@pytest.mark.parametrize(
    "row",
    [
        "<div>05 Thg 09 2022 truyenthong 1012</div>",
        "<div><span>truyenthong</span> <span>05/09/2022</span> <span>1012</span></div>",
        "<div><i class='fa fa-calendar'></i> 05/09/2022 <i class='fa fa-user'></i> vpkhoa <i class='fa'></i> 7</div>",
        "<div>🗓 05/09/2022 👤 vpkhoa 👁 2.317</div>",
        "<div>05-09-2022 | nguyen.thanh</div>",
        "<div><i class='i'></i> truyenthong <i class='i'></i> 05/09/2022 <i class='i'></i> 1.012 <i></i> 3</div>",
        "<div>05/09/2022 08:30 truyenthong@dh.example</div>",
        "<div>Thg 9 05, 2022 truyenthong</div>",
    ],
)
def test_a_day_beside_an_account_and_a_number_is_that_of_the_page(row: str) -> None:
    announcement = read("", row)
    assert announcement.date_line is not None
    assert announcement.byline is None
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
    sectioned = read("", f"<div class='chips'><span>Hợp tác quốc tế</span></div>{row}")
    assert sectioned.date_line == announcement.date_line
    assert sectioned.body_text == announcement.body_text


@pytest.mark.parametrize(
    "row",
    [
        "<div>👤 Nguyễn Văn An 👁 2.317</div>",
        "<div>👩 Nguyễn Văn An</div>",
        "<div>🧑 Nguyễn Văn An 👁 87</div>",
        "<div><span>Nguyễn Văn An</span> <a href='javascript:print()'>In</a></div>",
        "<div><b>Nguyễn Văn An</b> <button>In bài</button></div>",
        "<div>Nguyễn Văn An <a href='#'>In</a> <a href='#'>Email</a></div>",
        "<div><b>Nguyễn Văn An</b> <a href='#'>Chia sẻ</a></div>",
        "<div><a href='#'>In</a> <span>Nguyễn Văn An</span></div>",
        "<div><span>Nguyễn Văn An</span> | <a href='#'>In</a> | <a href='#'>Gửi email</a></div>",
        "<div><span>Nguyễn Văn An</span><span onclick='window.print()'>In bài viết</span></div>",
    ],
)
def test_a_name_between_icons_or_before_buttons_is_credited_without_them(row: str) -> None:
    for announcement in (read("", DAY + row), read("", DAY, row)):
        assert announcement.byline == "Nguyễn Văn An"
        assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
        assert announcement.body_text.endswith(CLOSING)


@pytest.mark.parametrize("credit", ["Bài, ảnh: Ngọc Diễm", "Nguồn: Báo Lào Cai", "Tác giả: Lê Thị Hoa"])
@pytest.mark.parametrize("button", ["<a href='#'>In</a>", "<button>In bài</button>", "<a>In</a> <a>Email</a>"])
def test_a_label_and_whom_it_credits_are_told_without_the_buttons_behind_them(button: str, credit: str) -> None:
    announcement = read("", DAY, f"<div><strong>{credit}</strong> {button}</div>")
    assert announcement.byline == credit
    assert announcement.body_text.endswith(CLOSING)
