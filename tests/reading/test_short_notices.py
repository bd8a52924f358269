"""Short notices between long boxes of others, with the days and counters of these: they are no lists."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TITLES = (
    "Ra quân nạo vét kênh mương vụ mùa",
    "Kết quả xét chọn hộ nghèo được hỗ trợ nhà ở đợt hai",
    "Công khai quỹ đền ơn đáp nghĩa",
    "Tập huấn chữ ký số",
    "Mời chào giá trang thiết bị văn phòng cuối năm",
    "Lịch trực ban tháng 6",
)
TEXT = (
    "<p>Hạt Kiểm lâm gửi các xã bộ tờ gấp về phòng cháy rừng mùa khô, đề nghị phát đến từng hộ dân sống ven rừng.</p>"
    "<p>Mọi vướng mắc xin liên hệ bộ phận tuyên truyền của Hạt để được giải đáp, hỗ trợ kịp thời.</p>"
)
LAST = "giải đáp, hỗ trợ kịp thời."
MENU = (
    "<ul><li><a href='/gt'>Giới thiệu</a></li><li><a href='/tt'>Tin tức</a></li><li><a href='/vb'>Văn bản</a></li></ul>"
)


def rows(row: str, base: str = "tin") -> str:
    return "".join(row.format(to=f"/{base}/{n}", title=t, day=f"2{n}/05/2022", n=n * 37) for n, t in enumerate(TITLES))


SIDE = f"<div><h3>Hội viên viết</h3>{rows('<p><a href={to}>{title}</a><br><i>{day}</i></p>', 'hv')}</div>"


def read(title: str, head: str, *, above: str = "", behind: str = "", url: str = "/xem?id=551") -> tuple[str, ...]:
    """The kind of a page with a notice, its title and the end of its text; or how many entries it lists."""
    page = (
        f"<html><head><title>{title} - Hạt Kiểm lâm</title></head><body>{MENU}<div><div>{head}{above}<div>{TEXT}</div>"
        f"{behind}</div></div>{SIDE}<div>Chịu trách nhiệm: Lò Văn Pánh</div></body></html>"
    )
    reading = read_page(page.encode(), f"https://hat.example{url}")
    told = reading.announcement
    return (reading.kind, told.title or "", told.body_text[-len(LAST) :]) if told else (reading.kind,)


@pytest.mark.parametrize("head", ["<h2>Tờ gấp phòng cháy rừng mùa khô</h2>", "<h1>TIN BUỒN</h1>", "<h2>CÁO PHÓ</h2>"])
@pytest.mark.parametrize(
    "box",
    [
        "<h4>Tài liệu mới</h4>" + rows("<div><a href={to}>{title}</a> - {day} - tải {n} lần</div>"),
        "<h4>Bài cùng loại</h4>" + rows("<p><a href={to}>{title}</a> ({day}, {n} lượt xem)</p>"),
        "<b>Các tài liệu cùng danh mục</b>" + rows("<p><a href={to}>{title}</a> <i>{day} | {n} lượt tải về</i></p>"),
        "<h3>Mục mới nhất từ admin</h3>" + rows("<li><a href={to}>{title}</a></li>"),
        "<h3>Mục liên quan</h3>" + rows("<li><a href={to}>{title}</a><div>{day}</div></li>"),
        "<h3>Câu hỏi khác</h3>" + rows("<li><a href={to}>{title}</a> - Đã xem: {n}</li>"),
        "<h3>Thông báo gần đây</h3>" + rows("<li><a href={to}>{title}</a> {day}</li>"),
        "<b>Tin khác</b>" + rows("<p>» <a href={to}>{title}</a> ({day})</p>"),
    ],
)
def test_a_notice_above_a_long_box_of_others_is_an_announcement(box: str, head: str) -> None:
    title = head.partition(">")[2].partition("<")[0]
    assert read(title, head, behind=f"<div>{box}</div>") == ("article", title, LAST)


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li>font size <a href='#'>decrease font size</a> <a href='#'>increase font size</a></li></ul>",
        "<p><a href='#'>Giảm cỡ chữ bài viết</a> <a href='#'>Tăng cỡ chữ bài viết</a></p>",
        "<div><a href='javascript:void(0)'>Nghe toàn bộ bài viết</a> <a href='javascript:d()'>Dừng nghe đọc</a></div>",
    ],
)
def test_links_for_scripts_above_a_text_are_no_headlines(above: str) -> None:
    title, box = "Tờ gấp phòng cháy rừng mùa khô", rows("<li><a href={to}>{title}</a> {day}</li>")
    assert read(title, f"<h2>{title}</h2>", above=above, behind=f"<h3>Tin mới</h3>{box}")[:2] == ("article", title)


@pytest.mark.parametrize(
    "stars", ["Đánh giá file này: Rất tốt", "( 2 Rating )", "Đánh giá: Rất hay Rất kém", "(4 ratings)"]
)
def test_what_readers_gave_stands_behind_the_text(stars: str) -> None:
    title = "Tờ gấp phòng cháy rừng mùa khô"
    assert read(title, f"<h2>{title}</h2>", behind=f"<p>{stars}</p><h3>Tin khác</h3>{SIDE}") == ("article", title, LAST)


@pytest.mark.parametrize("url", ["/tin-buon/", "/tin-buon", "/hoi/tin-buon/-/xem/tin-buon", "/TIN-BUON/"])
def test_what_the_address_ends_with_is_the_page_and_no_section(url: str) -> None:
    others = "<b>Tin khác</b>" + rows("<li><a href={to}>{title}</a></li>")
    assert read("TIN BUỒN", "<h1>TIN BUỒN</h1>", url=url, behind=others)[:2] == ("article", "TIN BUỒN")


@pytest.mark.parametrize("url", ["/tin-buon/bai-77.html", "/tin-buon/?id=77", "/hoi/tin-buon/xem.aspx?so=77"])
def test_a_directory_above_what_the_address_ends_with_is_a_section(url: str) -> None:
    others = "<b>Tin khác</b>" + rows("<li><a href={to}>{title}</a></li>")
    assert read("TIN BUỒN", "<h1>TIN BUỒN</h1>", url=url, behind=others)[1:2] != ("TIN BUỒN",)


@pytest.mark.parametrize(
    "row",
    [
        "<div><a href={to}>{title}</a> - {day} - tải {n} lần</div>",
        "<p><a href={to}>{title}</a> ({day}, {n} lượt xem)</p>",
        "<li><a href={to}>{title}</a> <i>{day}</i></li>",
    ],
)
@pytest.mark.parametrize("name", ["Tài liệu", "Biểu mẫu", "Tài liệu mới"])
def test_entries_below_the_name_of_their_section_are_a_list(name: str, row: str) -> None:
    page = f"<html><title>{name}</title><body>{MENU}<div><h2>{name}</h2><div>{rows(row)}</div></div></body></html>"
    assert read_page(page.encode(), "https://hat.example/download/").kind == "listing"
