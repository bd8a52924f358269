"""Who wrote, in an element called after the writer: above a text, or behind it, however far behind that stands."""

from __future__ import annotations

import pytest

from tests.reading.written import TEXT, read

OTHERS = "".join(
    f"<li><a href='/tin/khac-{place}.html'>Ra quân làm thủy lợi ở các xã vùng cao đợt {place} của năm</a></li>"
    for place in range(4)
)
RELATED = f"<div class='rel'><ul>{OTHERS}</ul></div>"
TRAIL = (
    "<div><a class='src' href='javascript:;'>Theo <span>Nhịp sống thị trường</span></a><div><span>Link bài gốc</span>"
    "<span>https://baokhac.example/mot-bai-109319.html</span></div></div><div>Chia sẻ</div><div>Tặng sao</div>"
    "<div>Copy link</div><div>Lấy link</div><div>Thành viên</div>"
)


@pytest.mark.parametrize(
    "behind",
    [
        RELATED + "<div class='ntd-author'>{} </div><div>Bạn đang đọc bài viết trên trang</div>",
        "<div class='rel'><h4>Tin liên quan</h4>" + RELATED + "</div><p class='author'>{}</p>",
        RELATED + "<p class='tac-gia'><b>{}</b></p>",
        RELATED + "<div id='byline'>{}</div>",
        "<div><p class='author'>{}</p><p class='source'>Nhịp sống thị trường</p></div>" + TRAIL,
        "<div><div class='author_detail'>{}</div></div>" + TRAIL,
    ],
)
@pytest.mark.parametrize("name", ["Dương Ngọc", "Mai Đỉnh", "Nguyễn Thị Minh Hằng"])
def test_a_person_alone_in_what_is_called_after_the_writer_wrote(name: str, behind: str) -> None:
    announcement = read("", TEXT, behind.format(name))
    assert announcement.byline == name
    assert announcement.body_text.count("18 xã, thị trấn") == 6
    assert name not in announcement.body_text


@pytest.mark.parametrize(
    "behind",
    [
        RELATED + "<div class='cmt'><div class='author'>Dương Ngọc</div><p>Bài viết rất hay và bổ ích.</p></div>",
        "<div class='rel'><h4>Tin liên quan</h4><div><a href='/tin/khac-9.html'>Ra quân làm thủy lợi ở các xã vùng cao"
        "</a><span class='author'>Dương Ngọc</span></div></div>",
        RELATED + "<div class='author'>Quản trị viên</div>",
        RELATED + "<div class='author'>12 bài viết</div>",
        RELATED + "<div class='authors'><div class='author'>Dương Ngọc</div><div class='author'>Mai Đỉnh</div></div>",
        RELATED + "<div class='authority'>Dương Ngọc</div>",
        RELATED + "<div>Dương Ngọc</div>",
    ],
)
def test_of_remarks_and_other_announcements_nobody_did(behind: str) -> None:
    assert read("", TEXT, behind).byline is None


@pytest.mark.parametrize(
    "line",
    [
        "<span class='itemAuthor'>Tác giả <a rel='author' href='/index.php/itemlist/user/71'>{}</a></span>",
        "<p>Tác giả <a href='/cong-tac-vien/71'><b>{}</b></a></p>",
    ],
)
@pytest.mark.parametrize("name", ["Lê Quang Trứ", "Mai Đỉnh"])
def test_a_linked_name_behind_the_writer_s_label_without_its_colon_wrote(name: str, line: str) -> None:
    announcement = read("", line.format(name))
    assert announcement.byline == f"Tác giả {name}"
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện")


def test_what_a_linked_writer_did_is_no_byline() -> None:
    link = "<p>Tác giả <a href='/sach/7'>Lê Quang Trứ</a> đạt giải nhất cuộc thi viết về nông thôn mới của tỉnh</p>"
    assert read("", TEXT, link).byline is None


@pytest.mark.parametrize(
    "facts",
    [
        "<div class='date'>10/03/2023</div><div class='by-line'>{}</div>",
        "<div class='byline'>{}</div><div class='date'>10/03/2023</div>",
        "<div class='date'>10/03/2023</div><div class='article-byline'><div class='field'>{}</div></div>",
        "<div><span>10/03/2023</span> | <span class='author'>{}</span></div>",
        "<div><span class='author'>{}</span> - <span>10/03/2023 10:05</span></div>",
        "<table><tr><td>10/03/2023</td><td class='author'>{}</td></tr></table>",
        "<ul><li>10/03/2023</li><li class='author'>{}</li></ul>",
        "<p class='tac-gia'>{}</p>",
    ],
)
def test_a_unit_alone_in_an_element_called_the_writer_above_a_text_is_its_byline(facts: str) -> None:
    assert read("", facts.format("Sở Giao thông Vận tải")).byline == "Sở Giao thông Vận tải"


@pytest.mark.parametrize(
    "account",
    [
        "<div class='byline'>Được viết bởi Ban Biên tập</div>",
        "<div class='author'>Đăng bởi: Sở Giao thông Vận tải</div>",
        "<div class='author'><i class='fa fa-user'></i> Sở Giao thông Vận tải</div>",
        "<div class='author'><a href='/author/sogtvt/'>Sở Giao thông Vận tải</a></div>",
        "<div class='metadata-author'>Sở Giao thông Vận tải</div>",
        "<div class='unit'>Sở Giao thông Vận tải</div>",
        "<div class='author'>Ban Quản trị</div>",
        "<div class='author'>Biên tập viên</div>",
        "<div class='author'>Tin tức - Sự kiện</div>",
    ],
)
def test_an_account_or_a_unit_called_otherwise_above_a_text_is_no_byline(account: str) -> None:
    assert read("", f"{account}<div class='date'>10/03/2023</div>").byline is None
