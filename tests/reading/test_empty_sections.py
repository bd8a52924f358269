"""A section that says in any words that it has nothing is an empty list, whatever portal prints it and its boxes."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.outcome import says_nothing_listed
from scraper.reading.result import Context, Pointer

NAME, SLUG = "Lấy ý kiến dự thảo", "lay-y-kien-du-thao"
TOLD = (
    "Chưa có bài viết nào trong chuyên mục này.",
    "Chuyên mục này hiện chưa có bài viết",
    "Hiện chưa có tin nào",
    "Không tìm thấy bản ghi nào",
    "Không có dữ liệu hiển thị",
    "Hiện tại chuyên mục chưa có nội dung.",
    "Mục này đang được cập nhật, mời quý vị quay lại sau.",
    "Chưa có dự thảo nào đang lấy ý kiến.",
    "There are no items to show in this view.",
    "Sorry, no posts matched your criteria.",
)
TO_COME = ("Nội dung đang được cập nhật", "Dữ liệu đang được cập nhật...")
MENU = f"<ul><li><a href='/gioi-thieu'>Giới thiệu</a></li><li><a href='{{own}}'>{NAME}</a></li></ul>"
TITLES = (
    "Thông báo về việc thay đổi địa điểm làm việc",
    "Bàn giao nhà cho hộ nghèo ở bản Lướt",
    "Lịch chi trả trợ cấp bảo trợ xã hội tháng 3",
    "Phát động Tết trồng cây trên toàn xã",
    "Thông báo triệu tập thí sinh tham dự kỳ xét tuyển viên chức",
)
FRAMES = {
    "liferay": (
        "https://xa.example/{slug}",
        "<div><div>{menu}</div><div><div><span><a href='/'>Trang chủ</a></span><span><p>{name}</p></span>"
        "</div><div><div class='alert'> {told} </div></div></div><div>{boxes}</div></div>",
        "/thong-bao/-/view_content/53612{n}",
    ),
    "portlet with its head": (
        "https://xa.example/{slug}",
        "<div>{menu}<div><header><h1><span>{name}</span></h1></header><div>{told}</div></div><div>{boxes}</div></div>",
        "/thong-bao/-/view_content/53612{n}",
    ),
    "sharepoint": (
        "http://so.example/{slug}/Pages/default.aspx",
        "<form>{menu}<table><tr><td><div><h2><span>{name}</span></h2></div><div><table><tr><th>Tên</th><th>Ngày</th>"
        "</tr></table><table><tr><td>{told}</td></tr></table></div></td><td>{boxes}</td></tr></table></form>",
        "/tin/Lists/Posts/Post.aspx?ItemID=41{n}",
    ),
    "nukeviet": (
        "https://truong.example/news/{slug}/",
        "{menu}<div><div><ol><li><a href='/'>Trang chủ</a></li><li><a href='/news/{slug}/'>{name}</a></li></ol>"
        "<div class='alert'>{told}</div></div><div>{boxes}</div></div>",
        "/news/tin/thong-bao-12{n}.html",
    ),
    "wordpress": (
        "https://phong.example/category/{slug}/",
        "{menu}<div><main><header><h1>Chuyên mục: {name}</h1></header><section><h2>Không tìm thấy</h2><p>{told}</p>"
        "<form><input name='s'><button>Tìm kiếm</button></form></section></main><div>{boxes}</div></div>",
        "/2023/03/thong-bao-{n}/",
    ),
    "dotnetnuke": (
        "http://huyen.example/{slug}/tabid/92/Default.aspx",
        "<form>{menu}<div><span><b>{name}</b></span><div><span>{told}</span></div></div><div>{boxes}</div></form>",
        "/tin/tabid/88/ID/1{n}4/thong-bao.aspx",
    ),
    "webforms": (
        "http://chi-cuc.example/LegalDoc.aspx?MenuID=22",
        "<form>{menu}<table><tr><td>{boxes}</td><td><div><a href='/'>Trang chủ</a> &gt; Tin &gt; <b>{name}</b></div>"
        "<div><input name='q'></div><table><tr><td colspan='4'>{told}</td></tr></table></td></tr></table></form>",
        "NewsDetail.aspx?MenuID=7&NewsID=8{n}",
    ),
    "query": (
        "https://xa.example/?cn=61&gd=4",
        "<form>{menu}<div><div>{boxes}</div><div><div><span>{name}</span></div><div><span>{told}</span></div></div></div>"
        "</form>",
        "/?cn=30&gd=4&tc=15{n}",
    ),
    "vhv": (
        "http://truong.example/{slug}.html",
        "{menu}<div><div><ul><li><a href='/'>Trang chủ</a></li><li><a href='/{slug}.html'>{name}</a></li></ul><div>"
        "<h2>{name}</h2><p>{told}</p></div></div><div>{boxes}</div></div>",
        "/tin/thong-bao-{n}.html",
    ),
}


def rows(address: str, first: int) -> str:
    numbered = enumerate(TITLES, first + 10)
    links = (f"<li><a href='{address.format(n=n)}'>{title}</a> <i>{n}/03/2023</i></li>" for n, title in numbered)
    return f"<ul>{''.join(links)}</ul>"


def boxes(heading: str, address: str) -> str:
    named = (f"<{heading}>Thông báo</{heading}>", f"<{heading}>Tin mới nhất</{heading}>") if heading else ("",)
    return "".join(f"<div>{head}{rows(address, 5 * place)}</div>" for place, head in enumerate(named))


def read(frame: str, told: str, heading: str | None, more: str = "") -> set[tuple[str, str, int]]:
    url, page, address = (part.replace("{slug}", SLUG) for part in FRAMES[frame])
    beside = boxes(heading, address) if heading is not None else ""
    menu = MENU.format(own="/" + url.split("/", 3)[3])
    main = page.format(name=NAME + more, told=told, menu=menu, boxes=beside)
    markup = f"<html><head><title>{NAME} - Xã Mộc</title></head><body>{main}<p>Xã Mộc</p></body></html>".encode()
    readings = [read_page(markup, url, context=context) for context in (None, Context(expected="listing"))]
    return {(reading.kind, reading.outcome, len(reading.entries)) for reading in readings}


@pytest.mark.parametrize("heading", [None, "", "h1", "h3", "div"])
@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_section_that_says_it_has_nothing_is_an_empty_list_beside_any_boxes(
    frame: str, told: str, heading: str | None
) -> None:
    assert read(frame, told, heading) == {("listing", "empty", 0)}


@pytest.mark.parametrize("heading", [None, "h1", "h3", "div"])
@pytest.mark.parametrize("told", TO_COME)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_section_whose_text_is_to_come_is_an_empty_list_beside_boxes_with_names(
    frame: str, told: str, heading: str | None
) -> None:
    assert read(frame, told, heading) == {("listing", "empty", 0)}


@pytest.mark.parametrize("more", [", góp ý văn bản", " - Góp ý", " và trả lời"])
@pytest.mark.parametrize("told", [TOLD[0], TO_COME[1]])
@pytest.mark.parametrize("frame", FRAMES)
def test_an_empty_section_may_be_called_by_its_name_and_more_than_the_menu_says(
    frame: str, told: str, more: str
) -> None:
    assert read(frame, told, "h3", more) == {("listing", "empty", 0)}


@pytest.mark.parametrize("more", [" khác", " mới nhất", " được quan tâm"])
@pytest.mark.parametrize("frame", FRAMES)
def test_a_box_of_some_of_a_section_that_has_nothing_says_nothing_of_its_list(frame: str, more: str) -> None:
    url, _, address = (part.replace("{slug}", SLUG) for part in FRAMES[frame])
    box = f"<div><h3>{NAME}{more}</h3><div>{TOLD[0]}</div></div>"
    menu = MENU.format(own="/" + url.split("/", 3)[3])
    main = f"{menu}<div><div>{rows(address, 3)}</div>{box}</div><p>Xã Mộc</p>"
    page = f"<html><head><title>{NAME} - Xã Mộc</title></head><body>{main}</body></html>"
    assert len(read_page(page.encode(), url).entries) == len(TITLES)


@pytest.mark.parametrize("told", [*TO_COME, "Đang cập nhật..."])
@pytest.mark.parametrize("behind", ["", boxes("h3", "/tin/thong-bao-{n}.html")])
def test_an_announcement_with_its_day_whose_text_is_to_come_is_one(behind: str, told: str) -> None:
    name = "Kết quả hội thi giáo viên dạy giỏi cấp huyện"
    main = f"<div><h1>{name}</h1><p>Ngày đăng: 08/09/2020 - 07:04</p><div>{told}</div></div><div>{behind}</div>"
    page = f"<html><head><title>{name}</title></head><body>{main}<p>Trường Mộc</p></body></html>"
    reading = read_page(page.encode(), "http://truong.example/tin/ket-qua-hoi-thi-giao-vien-day-gioi-cap-huyen.html")
    assert reading.announcement is not None
    assert (reading.kind, reading.announcement.title, reading.announcement.body_text) == ("article", name, told)


@pytest.mark.parametrize("told", ["Chưa có bài viết nào cùng chuyên mục", "Không có tin bài nào"])
@pytest.mark.parametrize(
    "shown",
    ["<p><img src='/u/ban-tin.jpg' width='700' height='900'></p>", "<p><a href='/u/ke-hoach.pdf'>Tải về</a></p>"],
)
def test_what_a_page_with_a_picture_or_a_file_for_its_text_says_is_missing_is_something_else(
    shown: str, told: str
) -> None:
    name = "Lịch tiếp công dân tháng 3 của lãnh đạo xã Mộc"
    main = f"<div><h1>{name}</h1><p>Ngày đăng: 08/09/2020</p>{shown}<p>{told}</p></div>"
    page = f"<html><head><title>{name}</title></head><body>{main}<p>Xã Mộc</p></body></html>"
    reading = read_page(page.encode(), "http://xa.example/tin/lich-tiep-cong-dan-thang-3-cua-lanh-dao-xa-moc-77.html")
    assert reading.kind == "article"


@pytest.mark.parametrize("told", TO_COME)
def test_the_day_of_an_entry_right_below_is_not_that_of_a_text_to_come(told: str) -> None:
    name = "Kết quả hội thi giáo viên dạy giỏi cấp huyện"
    main = f"<div><h1>{name}</h1><p>{told}</p></div><div>{boxes('', '/tin/thong-bao-{n}.html')}</div>"
    page = f"<html><head><title>{name}</title></head><body>{main}<p>Trường Mộc</p></body></html>"
    context = Context(pointers=(Pointer("listing", name),))
    reading = read_page(page.encode(), "http://truong.example/tin/ket-qua-hoi-thi.html", context=context)
    assert reading.announcement is not None
    assert (reading.announcement.title, reading.announcement.date_line) == (name, None)


@pytest.mark.parametrize(
    "line",
    [
        "Chưa có dự thảo nào",
        "Hiện chưa có cuộc đấu giá nào được đăng tải.",
        "Không có lịch công tác nào trong tuần này",
        "Chưa có kế hoạch nào được ban hành trong năm 2025",
        "Hiện không có đợt tuyển dụng nào đang mở",
    ],
)
def test_what_sections_list_is_missing_where_a_line_says_that_there_is_none(line: str) -> None:
    assert says_nothing_listed(line)


@pytest.mark.parametrize(
    "line",
    [
        "Không có kết quả nào tự đến nếu thiếu cố gắng",
        "Không có tin tức về ngư dân mất tích",
        "Chưa có văn bản hướng dẫn, các xã tạm dừng chi trả",
        "Không có văn bản nào quy định việc thu phí này",
        "Không có dự án nào chậm tiến độ",
        "Không có phản ánh nào.",
        "Chưa có kế hoạch nào được ban hành về vấn đề cử tri nêu, ủy ban sẽ tiếp tục báo cáo cấp trên",
        "Không có thủ tục nào bị giải quyết quá hạn trong năm",
        "No news is good news",
        "Nội dung đang được cập nhật",
    ],
)
def test_a_sentence_about_something_else_that_is_missing_says_nothing_of_a_list(line: str) -> None:
    assert not says_nothing_listed(line)
