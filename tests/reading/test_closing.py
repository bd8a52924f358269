"""Sites that say under every address that they are closed; announcements of works on a site are read as such."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context

URL = "https://sonoivu.kontum.gov.vn/tin-tuc/ke-hoach-cai-cach-hanh-chinh-125.html"
MENU = "".join(f'<li><a href="/muc-{number}">Chuyên mục {number}</a></li>' for number in range(12))
SAID = {
    "maintenance": (
        "Website đang bảo trì",
        "WEBSITE ĐANG ĐƯỢC NÂNG CẤP, XIN QUÝ KHÁCH VUI LÒNG QUAY LẠI SAU",
        "Hệ thống đang trong quá trình nâng cấp. Kính mong quý vị thông cảm!",
        "Hệ thống tạm thời gián đoạn để bảo trì, nâng cấp",
        "Trang thông tin điện tử đang được nâng cấp, bảo dưỡng",
        "Cổng thông tin điện tử tạm ngừng hoạt động để nâng cấp hệ thống từ 08h00 ngày 28/6/2025",
        "Xin lỗi, chúng tôi đang bảo trì hệ thống",
        "Website sẽ sớm trở lại",
        "Briefly unavailable for scheduled maintenance. Check back in a minute.",
        "This site is down for maintenance. Please check back again soon.",
        "Under Construction",
        "We'll be back soon!",
        "Vì lý do kỹ thuật website tạm ngưng hoạt động. Thành thật xin lỗi các bạn vì sự bất tiện này!",
        "For technical reasons, the website is temporarily closed.",
        "Trang thông tin điện tử đang trong quá trình chuyển đổi dữ liệu sang hệ thống mới.",
        "Không khả dụng trong thời gian ngắn do bảo trì theo lịch trình.",
    ),
    "shut-down": (
        "Trang thông tin điện tử Sở Nội vụ đã dừng hoạt động kể từ ngày 01/7/2025",
        "Cổng thông tin điện tử huyện Đăk Tô chấm dứt hoạt động từ 0h ngày 01/7/2025",
        "Trang thông tin điện tử huyện đã chuyển sang địa chỉ mới: https://dakto.quangngai.gov.vn",
        "Cổng thông tin điện tử thị xã đã được sáp nhập vào Cổng thông tin điện tử tỉnh",
        "Trang này không còn được cập nhật, mời truy cập trang mới",
        "Website này không còn hoạt động",
        "Thực hiện Nghị quyết số 1676/NQ-UBTVQH15 về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Kon Tum, "
        "Trang thông tin điện tử thị trấn Đăk Tô đã dừng hoạt động",
        "Quý vị đang truy cập trang cũ của Sở",
        "This site has moved to https://www.example.gov.vn",
    ),
    "suspended": (
        "This Account has been suspended.",
        "Website đã bị tạm khóa do chưa gia hạn dịch vụ",
        "Gói dịch vụ đã hết hạn",
        "Bandwidth Limit Exceeded",
    ),
    "expired": (
        "Tên miền này đã hết hạn",
        "Tên miền này chưa được cấu hình",
        "Domain này đang được rao bán",
        "Tên miền dakto.vn đã được đăng ký tại Mắt Bão",
        "The domain example.vn is for sale",
    ),
    "default-page": ("Welcome to nginx!", "It works!", "IIS Windows Server", "Apache2 Debian Default Page: It works"),
}
NEWS = (
    "Thông báo tạm ngừng cung cấp điện để bảo trì đường dây",
    "Kế hoạch nâng cấp hệ thống thủy lợi năm 2025",
    "Quyết định về việc chấm dứt hoạt động điểm bưu điện văn hóa xã",
    "Công ty TNHH Hoàng Long ngừng hoạt động",
    "Hệ thống thủy lợi đang được sửa chữa",
    "UBND tỉnh đang xây dựng kế hoạch nâng cấp Cổng dịch vụ công",
    "Trường học đóng cửa vì bão số 3",
    "Danh sách tài khoản bị khóa",
    "Xem chi tiết tại website https://kontum.gov.vn",
    "Website giả mạo ngân hàng đã bị tạm khóa",
    "Các website lừa đảo ngừng hoạt động",
    "5 website quá hạn nộp báo cáo",
    "Chúng tôi đang xây dựng nông thôn mới",
    "Hệ thống đường sắt đang được xây dựng",
    "Đấu giá tên miền đẹp",
    "Đóng cửa",
    "A bridge under construction in Kon Tum",
)


TEXT = (
    "Trong thời gian này, các cơ quan, đơn vị và người dân liên hệ Văn phòng Sở để được hướng dẫn nộp hồ sơ trực tiếp."
)


def page(said: str, *, menu: str = "", more: str = "") -> bytes:
    text = f"<div class='thong-bao'><h2>{said}</h2>{more}<p>Trân trọng cảm ơn!</p></div>"
    return f"<html><head><title>Thông báo</title></head><body><ul>{menu}</ul>{text}</body></html>".encode()


@pytest.mark.parametrize(("why", "said"), [(why, said) for why, lines in SAID.items() for said in lines])
def test_a_site_that_says_nothing_but_that_it_is_closed_is(why: str, said: str) -> None:
    for context in (None, Context(expected="listing"), Context(expected="article")):
        reading = read_page(page(said), URL, context=context)
        assert (reading.outcome, reading.flags, reading.announcement) == ("closed", (why,), None)


@pytest.mark.parametrize("said", NEWS)
def test_news_in_few_words_of_what_is_closed_or_built_is_no_word_of_the_site(said: str) -> None:
    assert read_page(page(said), URL).outcome != "closed"


@pytest.mark.parametrize(
    "said", [SAID["maintenance"][0], SAID["shut-down"][0], SAID["suspended"][1], SAID["expired"][0]]
)
def test_in_the_frame_of_a_living_portal_such_words_are_an_announcement(said: str) -> None:
    reading = read_page(page(f"Thông báo: {said}", menu=MENU, more=f"<p>{TEXT}</p>"), URL)
    assert reading.outcome == "read"
    assert reading.announcement is not None
    assert reading.announcement.title == f"Thông báo: {said}"


def test_on_a_day_such_words_are_an_announcement() -> None:
    day = "<p class='ngay'>Ngày đăng: 12/06/2025 08:30</p>"
    reading = read_page(page("Cổng thông tin điện tử tạm ngừng hoạt động để nâng cấp hệ thống", more=day), URL)
    assert (reading.kind, reading.outcome) == ("article", "read")


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>Lịch tiếp công dân</h1><p>Chủ tịch tiếp công dân vào thứ Năm.</p><footer>{}</footer>",
        "<h1>Lịch tiếp công dân</h1><div class=alert>{}</div><p>Chủ tịch tiếp công dân vào thứ Năm.</p>",
        "<div class='modal fade'>{}</div><h1>Lịch tiếp công dân</h1><p>Chủ tịch tiếp công dân vào thứ Năm.</p>",
        "<h1>Thông tin tuyển dụng</h1><p>{}</p>",
        "<h1>Dự thảo nghị quyết</h1><p>{}</p><p>12/06/2025</p>",
    ],
)
def test_what_a_site_says_of_itself_beside_something_else_does_not_close_it(markup: str) -> None:
    told = markup.format("Website đang trong quá trình chạy thử nghiệm và hoàn thiện")
    page_title = "<title>Cổng thông tin điện tử - Công ty Hoàng Long ngừng hoạt động</title>"
    reading = read_page(f"<html><head>{page_title}</head><body>{told}</body></html>".encode(), URL)
    assert reading.outcome != "closed"


def test_a_page_that_holds_its_announcement_for_a_script_is_read_from_that() -> None:
    text = "<p>Chủ tịch UBND xã tiếp công dân vào thứ Năm hằng tuần tại trụ sở, trừ những ngày nghỉ lễ.</p>" * 4
    data = f'{{"id": 125, "title": "Lịch tiếp công dân tháng 6", "content": "{text}", "publishedAt": "2025-06-02"}}'
    script = f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"post": {data}}}}}</script>'
    shown = "<div id='__next'><div>Hệ thống đang bảo trì</div></div>"
    assert read_page(f"<html><body>{shown}{script}</body></html>".encode(), URL).outcome == "read"


def test_links_to_the_sites_that_took_its_place_are_no_menu() -> None:
    links = "".join(f"<li><a href='https://xa{number}.quangngai.gov.vn'>Xã {number}</a></li>" for number in range(12))
    said = f"<h2>Trang thông tin điện tử huyện đã dừng hoạt động</h2><ul>{links}</ul>"
    assert read_page(f"<html><body>{said}</body></html>".encode(), URL).flags == ("shut-down",)
