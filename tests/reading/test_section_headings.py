"""A heading that names a section of the site, with the title below it in an element that says nothing of it."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

TEXT = (
    "<p>Sáng ngày 14/5, Phòng Lao động - Thương binh và Xã hội phối hợp với các xã tổ chức rà soát hộ nghèo, hộ cận"
    " nghèo theo chuẩn mới để lập danh sách hỗ trợ trong quý tới.</p><p>Các thôn họp bình xét công khai, niêm yết danh"
    " sách tại nhà văn hóa trong bảy ngày và tiếp nhận ý kiến của nhân dân trước khi trình Ủy ban nhân dân xã.</p>"
)
SECTIONS = ("Góc tuyên truyền", "Chuyện làng nghề", "NHỊP SỐNG PHƯỜNG", "Điểm báo", "Kết nối cung cầu", "Tin tức")
TITLES = (
    "Thông báo tuyển dụng viên chức năm 2024",
    "Hơn 200 hộ dân được cấp nước sạch",
    "Nông dân Mộc Châu phấn khởi được mùa mận hậu",
)
DAYS = (
    "<div>15/05/2024 08:30</div>",
    "<div>Ngày đăng: 15/05/2024</div>",
    "<p>Thứ tư, 15/05/2024 08:30</p>",
    "<div>15/05/2024</div><div>Lượt xem: 12</div>",
    "<span>15/05/2024</span><br>",
)
DRESS = (
    "<div>{}</div>",
    "<span>{}</span><br>",
    "<div><strong>{}</strong></div>",
    "<table><tr><td>{}</td></tr></table>",
    "<h3>{}</h3>",
)


def title_of(main: str, url: str = "https://xa-moc.example/Default.aspx?tabid=1190&id=5521") -> str | None:
    page = (
        '<html><head><meta charset="utf-8"><title>UBND xã Mộc</title></head><body><div class="top">UBND xã Mộc</div>'
        f'<div class="main">{main}</div><div class="foot"><p>Cơ quan chủ quản: UBND xã Mộc</p></div></body></html>'
    )
    read = read_page(page.encode(), url).announcement
    return read.title if read is not None else None


@pytest.mark.parametrize("dress", range(len(DRESS)))
@pytest.mark.parametrize("day", range(len(DAYS)))
@pytest.mark.parametrize("section", range(len(SECTIONS)))
def test_the_line_below_the_day_is_the_title_and_not_the_section_over_the_two(
    section: int, day: int, dress: int
) -> None:
    """Each section, day and dress with each other, the titles and levels of headings by turns."""
    turn = section + day + dress
    title, level, when = TITLES[turn % len(TITLES)], ("h1", "h2")[turn // len(TITLES) % 2], DAYS[day]
    heading, line = f"<{level}>{SECTIONS[section]}</{level}>", DRESS[dress].format(title)
    assert title_of(f"{heading}{when}{line}{TEXT}") == title
    assert title_of(f"<div>{heading}</div><div>{when}{line}<div>{TEXT}</div></div>") == title
    assert title_of(f"<div>{heading}</div><div>{line}{when}<div>{TEXT}</div></div>") == title


@pytest.mark.parametrize(
    "below",
    [
        "<div><p><strong>Sáng 5/9 các trường trong huyện đồng loạt khai giảng</strong></p>{}</div>",
        "<div><p>Toàn cảnh hội nghị tại nhà văn hóa</p>{}</div>",
        "<div><img src='/a.jpg' width=600><div>Toàn cảnh hội nghị tại nhà văn hóa</div>{}</div>",
        "<p>Sáng 5/9 các trường trong huyện đồng loạt khai giảng</p>{}",
        "<div>Nguồn: Báo Sơn La điện tử ngày</div>{}",
        "<div>Tác giả: Nguyễn Văn Anh - Trung tâm VH</div>{}",
        "<div>Phòng Lao động - Thương binh và Xã hội</div>{}",
        "<h3>1. Mục đích, yêu cầu của hội nghị</h3>{}",
        "<div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>{}",
        "<div>Kính gửi: Các thôn, bản trên địa bàn xã</div>{}",
        "<div>Tin tức - Sự kiện trong huyện</div>{}",
    ],
)
def test_what_stands_between_the_day_of_a_title_and_its_text_takes_nothing_from_the_title(below: str) -> None:
    for title in ("Tiếp xúc cử tri", "Khai giảng năm học mới", "Kết quả bầu cử", "Mùa vàng Mù Cang Chải"):
        for day in DAYS:
            assert title_of(f"<h1>{title}</h1>{day}{below.format(TEXT)}") == title
            assert title_of(f"<div><h1>{title}</h1>{day}</div>{below.format(TEXT)}") == title


@pytest.mark.parametrize("section", ["Trao đổi nghiệp vụ", "Gương người tốt việc tốt"])
@pytest.mark.parametrize("dress", ["<p>Trang chủ › {}</p>", "<p><a href='/'>Trang chủ</a> › {}</p>", "<h3>{}</h3>"])
@pytest.mark.parametrize("day", ["<div>Thứ Tư (24/04/2019 08:40)</div>", ""])
def test_a_directory_of_the_address_over_a_title_is_its_section(section: str, dress: str, day: str) -> None:
    slug = {"Trao đổi nghiệp vụ": "trao-doi-nghiep-vu", "Gương người tốt việc tốt": "guong-nguoi-tot-viec-tot"}[section]
    title = "Bàn về tình tiết phạm tội hai lần trở lên trong Bộ luật Hình sự"
    main = f"{dress.format(section)}<div>{title}</div>{day}<div>{TEXT}</div>"
    assert title_of(main, url=f"https://vks.example/{slug}/bai/417") == title


@pytest.mark.parametrize("below", ["<div>Cùng lội bùn với bà con thôn Vĩnh Tường trong vụ đông</div>", ""])
def test_a_title_that_a_directory_of_the_address_spells_stays_one(below: str) -> None:
    title = "Nông dân Mộc Châu phấn khởi được mùa mận hậu"
    main = f"<h2>{title}</h2>{below}<div>24/04/2019</div><div>{TEXT}</div>"
    url = "https://xa.example/bai-viet/nong-dan-moc-chau-phan-khoi-duoc-mua-man-hau/417"
    assert title_of(main, url=url) == title
