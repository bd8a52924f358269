"""Pages broken on purpose: each has its own name, and sound pages that talk of such things have none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.listing import read_listing
from scraper.reading.outcome import Trouble, find_trouble, outcome_of_bytes
from scraper.reading.page import make_page
from scraper.reading.result import Context

HERE = "https://x.gov.vn/tin-tuc/ke-hoach-12.html"
RECORDED = Path(__file__).parents[1] / "recorded_listings"
SOUND = [path for path in sorted(RECORDED.glob("*.json")) if json.loads(path.read_text("utf-8"))["entries"]]
DOCUMENTS = [path for path in SOUND if b"<html" in path.with_suffix(".html").read_bytes().lower()]
MENU = "<ul>" + "".join(f'<li><a href="/muc-{n}">Mục số {n}</a></li>' for n in range(9)) + "</ul>"
NEWS = (
    "<ul>"
    + "".join(
        f'<li><a href="/t/hop-mat-dau-xuan-{n}00{n}">Họp mặt đầu xuân tại xã số {n} của huyện</a>'
        f" <i>0{n}/02/2021</i></li>"
        for n in range(1, 6)
    )
    + "</ul>"
)
TEXT = "Ủy ban nhân dân huyện đã họp bàn việc sửa chữa trường học và trạm y tế trước mùa mưa bão năm nay. " * 20


def skin(main: str, head: str = "Trang thông tin") -> str:
    top = f"<html><head><title>{head}</title></head><body>{MENU}"
    return f"{top}<div id='m'>{main}</div><h3>Tin mới</h3>{NEWS}</body></html>"


def trouble(markup: str, article: PrintedAnnouncement | None = None) -> tuple[str, str] | None:
    page = make_page(markup.encode(), HERE)
    found = find_trouble(page, entries=read_listing(page)[0], article=article)
    return (found.outcome, found.flag) if found else None


@pytest.mark.parametrize(
    ("body", "outcome", "flag"),
    [
        (b"%PDF-1.5\n%\xe2\xe3\xcf\xd3", "not_a_page", "pdf-called-html"),
        (b"\n\n%PDF-1.4", "not_a_page", "pdf-called-html"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "not_a_page", "zip-called-html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "not_a_page", "doc-called-html"),
        (b"{\\rtf1\\ansi", "not_a_page", "rtf-called-html"),
        (b"Rar!\x1a\x07\x00", "not_a_page", "rar-called-html"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_a_page", "image-called-html"),
        (b"GIF89a", "not_a_page", "image-called-html"),
        (b"\x00\x00\x00\x18ftypmp42", "not_a_page", "media-called-html"),
        (bytes(range(256)) * 8 + b"\x00" * 400, "not_a_page", "bytes-called-html"),
        (b"", "empty", "no-bytes"),
        (b" \r\n\t ", "empty", "no-bytes"),
    ],
    ids=repr,
)
def test_a_file_under_the_name_of_a_page_is_known_by_its_bytes(body: bytes, outcome: str, flag: str) -> None:
    found = outcome_of_bytes(body)
    assert found is not None
    assert (found.outcome, found.flag) == (outcome, flag)


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html>",
        "\ufeff<html>".encode("utf-16"),
        "<p>Kế hoạch</p>".encode(),
        b"\xef\xbb\xbf<html>",
        b"PKI la gi? <p>",
        "<html>".encode("utf-16-le"),
    ],
    ids=repr,
)
def test_text_is_text(body: bytes) -> None:
    assert outcome_of_bytes(body) is None


COOKIE_STUB = (
    '<html><head><script>document.cookie="D1N=5f0c8a11b6c1e0d2; path=/; expires=Fri, 31-Dec-2037 23:55:55 GMT";'
    "window.location.reload(true);</script></head><body>   </body></html>\r\n\r\n"
)


@pytest.mark.parametrize(
    ("markup", "flag"),
    [
        (COOKIE_STUB, "cookie-stub"),
        ('<script>document.cookie="a=1";setTimeout(function(){location.href="/"},10)</script>', "cookie-stub"),
        ("<title>Just a moment...</title><div class='cf-browser-verification'></div>", "cloudflare"),
        ("<title>Attention Required! | Cloudflare</title>", "bot-wall"),
        ("<iframe src='/_Incapsula_Resource?x=1'></iframe>", "imperva"),
        ("The requested URL was rejected. Please consult with your administrator.<br>Support ID: 1", "web-firewall"),
        ("<h1>Web Page Blocked!</h1>", "web-firewall"),
        ("<form><div class='g-recaptcha'></div></form>", "captcha"),
        ("<p>Vui lòng nhập mã xác nhận để tiếp tục.</p><input name='c'>", "bot-wall"),
        ("<p>Bạn vui lòng xác minh bạn không phải là robot</p>", "bot-wall"),
        ("<h2>Access Denied</h2>", "access-denied"),
        ("<title>403 - Forbidden: Access is denied.</title>", "access-denied"),
        ("<h1>Truy cập của bạn bị từ chối</h1>", "access-denied"),
        ("<p>Bạn không có quyền truy cập trang này.</p>", "access-denied"),
        ("<title>Hãy đợi...</title>Máy chủ đang từ chối truy cập của bạn.<br>Hãy đợi <b>20</b> giây", "access-denied"),
        ("<p>Hệ thống đã chặn kết nối từ địa chỉ của quý khách</p>", "access-denied"),
        ("<h1>Từ chối truy cập!</h1>", "access-denied"),
        ("<p>Bạn đã bị chặn truy cập vào trang này</p>", "access-denied"),
        ("<p>Địa chỉ IP 10.0.0.7 tạm thời bị khóa trong 15 phút</p>", "access-denied"),
        ("<p>Bạn truy cập quá nhanh, vui lòng thử lại sau 10 giây</p>", "access-denied"),
        ("<p>Quá nhiều yêu cầu từ địa chỉ của bạn</p>", "access-denied"),
        ("<title>429 Too Many Requests</title>", "access-denied"),
        ("<h1>Your IP has been blocked</h1>", "access-denied"),
        ("<h1>Đăng nhập hệ thống</h1><form><input name='u'><input type='password' name='p'></form>", "login-wall"),
        ("<title>Sign In</title><form><input type='password'></form>", "login-wall"),
    ],
)
def test_walls_are_called_walls(markup: str, flag: str) -> None:
    assert trouble(f"<html>{markup}</html>") == ("blocked", flag)


def test_the_cookie_stub_is_as_small_as_the_real_ones() -> None:
    assert len(COOKIE_STUB) < 250


@pytest.mark.parametrize(
    "notice",
    [
        "Bài viết không tồn tại",
        "Tệp bạn yêu cầu không tồn tại",
        "File không tồn tại hoặc đã bị xóa",
        "Bài viết này không tồn tại hoặc đã bị xóa!",
        "Trang bạn yêu cầu không tồn tại.",
        "Không tìm thấy trang",
        "Không tìm thấy bài viết bạn yêu cầu, vui lòng sử dụng chức năng tìm kiếm",
        "Không tồn tại bài viết bạn tìm kiếm",
        "Nội dung không còn tồn tại",
        "Lỗi 404: Không tìm thấy đường dẫn",
        "404 - Page not found",
        "Đường dẫn không hợp lệ",
        "Tin bài đã bị gỡ bỏ",
        "The requested resource was not found.",
    ],
)
def test_a_page_that_says_that_it_is_gone_is_gone_though_news_stand_around_it(notice: str) -> None:
    assert trouble(skin(f"<p>{notice}</p>")) == ("gone", "not-found")
    assert trouble(f"<html><head><title>{notice}</title></head><body></body></html>") == ("gone", "not-found")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Cảnh báo trang web giả mạo: không tìm thấy trang khi truy cập", TEXT),
        ("Hướng dẫn nhập mã captcha khi nộp hồ sơ trực tuyến", TEXT + "\nVui lòng nhập mã xác nhận để tiếp tục."),
        ("Thông báo về việc đăng nhập Cổng dịch vụ công", TEXT),
        ("Kế hoạch số 404/KH-UBND", "Nội dung chi tiết xem tại file đính kèm."),
        ("Bản Nà Lốc đã bị chặn đường do sạt lở", "Sáng nay, xe máy chưa qua được."),
        ("Quá nhiều yêu cầu với cán bộ một cửa", "Mỗi ngày bộ phận tiếp nhận hơn trăm hồ sơ."),
        ("Nhà mạng chặn kết nối tới các trang cờ bạc", "Danh sách được cập nhật mỗi tuần."),
        ("Bị từ chối hồ sơ, người dân cần làm gì?", "Công dân được quyền khiếu nại."),
    ],
)
def test_an_article_about_such_things_is_an_article(title: str, body: str) -> None:
    article = PrintedAnnouncement(HERE, "unknown", title=title, body_text=body, date_line="02/03/2021")
    paragraphs = "".join(f"<p>{line}</p>" for line in body.splitlines())
    assert (
        trouble(skin(f"<h1>{title}</h1><p>02/03/2021</p>{paragraphs}<p>Không tìm thấy bài viết</p>"), article) is None
    )


def test_a_portal_with_a_login_box_is_open() -> None:
    assert trouble(skin(f"{NEWS}<form>Đăng nhập <input type='password'></form>")) is None
    page = make_page((RECORDED / "drupal.html").read_bytes(), "http://stttt2.tinh-mau.example/tin-tuc")
    assert b"password" in (RECORDED / "drupal.html").read_bytes()
    assert find_trouble(page, entries=read_listing(page)[0]) is None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_sound_listing_is_in_no_trouble_and_half_of_it_is_cut(path: Path) -> None:
    address = json.loads(path.read_text(encoding="utf-8"))["address"]
    markup = path.with_suffix(".html").read_text(encoding="utf-8")
    whole = make_page(markup.encode(), address)
    assert find_trouble(whole, entries=read_listing(whole)[0]) is None
    half = make_page(markup[: len(markup) * 6 // 10].encode(), address)
    assert find_trouble(half, entries=read_listing(half)[0]) == Trouble("cut", "half-a-page")


@pytest.mark.parametrize(
    "markup",
    [
        f"<html><body><div><h1>Tin</h1>{NEWS}</div>",
        f"<html><body><p>Đầu trang<h1>Tin</h1>{NEWS}<p>Cuối trang",
        f"<div class='ajax'>{NEWS}</div>",
        f"<html><body>{NEWS}</body></html><script>var a='<div><div>';</script>",
    ],
)
def test_a_portal_that_never_closes_its_page_is_whole(markup: str) -> None:
    assert trouble(markup) is None


@pytest.mark.parametrize("end", ['<div class="ti', "<!-- chú thích", "<script>var a = 1;", "<div><div><p>Ủy ban nhân"])
def test_a_page_that_ends_in_the_middle_is_cut(end: str) -> None:
    assert trouble(f"<html><body>{NEWS}{end}") == ("cut", "half-a-page")


@pytest.mark.parametrize(
    "notice",
    ["Không có dữ liệu", "Chưa có tin bài nào trong chuyên mục này", "Nội dung đang được cập nhật", "No items"],
)
def test_a_list_that_says_that_it_is_empty_is_empty(notice: str) -> None:
    assert trouble(f"<html><body>{MENU}<h1>Văn bản</h1><p>{notice}</p></body></html>") == ("empty", "nothing-listed")


def test_a_shell_without_anything_is_empty() -> None:
    assert trouble(f"<html><body>{MENU}<div id='app'></div></body></html>") == ("empty", "nothing-read")


@pytest.mark.parametrize(
    "said",
    [
        "Server Error in '/' Application.",
        "Sorry, something went wrong",
        "Đã có lỗi xảy ra",
        "Có lỗi xảy ra trong quá trình xử lý, vui lòng thử lại sau",
        "An unexpected error has occurred",
        "Error: News List is currently unavailable.",
        "Xem nội dung Web tạm thời không khả dụng.",
        "Asset Publisher is temporarily unavailable.",
        "Object reference not set to an instance of an object.",
        "502 Bad Gateway",
        "504 Gateway Time-out",
        "Error establishing a database connection",
        "Không thể kết nối đến cơ sở dữ liệu",
        "Validation of viewstate MAC failed. If this application is hosted by a Web Farm or cluster",
        "Fatal error: Uncaught Error: Call to undefined function mysql_connect()",
        "Warning: mysql_connect(): Can't connect to MySQL server on 'localhost'",
        "Hệ thống đang quá tải, vui lòng truy cập lại sau",
        "Lỗi hệ thống",
        "HTTP Error 500.19 - Internal Server Error",
        "Rất tiếc, đã có lỗi xảy ra",
        "Hệ thống gặp sự cố",
        "Không thể tải dữ liệu",
        "There has been a critical error on this website.",
        "The website encountered an unexpected error. Please try again later.",
        "ORA-12154: TNS:could not resolve the connect identifier specified",
        "SQLSTATE[HY000] [2002] Connection refused",
    ],
)
def test_an_error_of_the_server_is_no_notice_that_something_is_gone(said: str) -> None:
    markup = f"<html><head><title>Cổng thông tin</title></head><body><h1>{said}</h1><p>Thử lại sau.</p></body></html>"
    assert trouble(markup) == ("empty", "server-error")


@pytest.mark.parametrize(
    "said",
    [
        "Sự cố tràn dầu trên vịnh Quy Nhơn đã được khắc phục",
        "Xảy ra sự cố tại công trình thủy điện Sông Tranh 2",
        "Kết nối cung cầu lao động năm 2024",
        "Bệnh viện tỉnh quá tải bệnh nhân sốt xuất huyết",
        "Kế hoạch kết nối, chia sẻ cơ sở dữ liệu về dân cư",
        "500 cán bộ dự hội nghị triển khai",
        "Lỗi hệ thống camera phạt nguội: Công an tỉnh giải thích",
        "Mất kết nối máy chủ tại Trung tâm hành chính công được khắc phục",
        "Hệ thống bị quá tải tại bến xe dịp Tết",
        "Vaccine is currently unavailable in Kon Tum",
    ],
)
def test_news_of_trouble_is_no_error_of_the_server(said: str) -> None:
    markup = f"<html><head><title>Cổng thông tin</title></head><body><h1>{said}</h1><p>Tin vắn.</p></body></html>"
    assert trouble(markup) != ("empty", "server-error")


def test_four_failures_have_four_names() -> None:
    pages = [
        COOKIE_STUB,
        skin("<p>Bài viết không tồn tại</p>"),
        f"<html><body>{NEWS}<div",
        "<html><body></body></html>",
    ]
    outcomes = [found[0] for markup in pages if (found := trouble(markup))]
    assert outcomes == ["blocked", "gone", "cut", "empty"]


@pytest.mark.parametrize(
    ("title", "body", "outcome"),
    [
        ("Kế hoạch tuyển sinh năm 2020", "Kèm theo kế hoạch tuyển sinh của nhà trường cho năm tới.", "read"),
        ("Kế hoạch tuyển sinh năm 2020", TEXT[:400], "read"),
        ("Thông báo", "Bạn không có quyền truy cập nội dung này.", "blocked"),
        ("Bài viết không tồn tại", "Bài viết không tồn tại hoặc đã bị xóa khỏi hệ thống.", "gone"),
    ],
)
def test_a_form_with_a_captcha_beside_an_announcement_of_a_known_skin_is_no_wall(
    title: str, body: str, outcome: str
) -> None:
    markup = f"""<html><head><script>Liferay.Portlet.list = [];</script></head><body><div class="portlet-boundary">
<div class="portlet-body"><h3 class="asset-full-content-title">{title}</h3>
<span class="assetPublishDate">12/03/2020 08:30</span><div class="content"><p>{body}</p></div></div></div>
<form>Góp ý <div class="g-recaptcha"></div></form></body></html>"""
    assert read_page(markup.encode(), HERE).outcome == outcome


@pytest.mark.parametrize(
    ("date", "behind"),
    [
        ("<p>Ngày đăng: 05/05/2023</p>", "<form><div class='g-recaptcha'></div></form>"),
        ("<p>Ngày đăng: 05/05/2023</p>", "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
        ("", "<form><textarea name='y-kien'></textarea><div class='g-recaptcha'></div></form>"),
    ],
)
def test_a_short_announcement_of_an_unknown_portal_is_no_wall(date: str, behind: str) -> None:
    text = "<p>Tạm ngừng cấp nước từ 22 giờ ngày 06/5 đến 4 giờ ngày 07/5 để sửa chữa đường ống.</p>" * 2
    markup = f"<html><body><h1>Thông báo cúp nước khu vực thị trấn</h1>{date}{text}{behind}</body></html>"
    assert read_page(markup.encode(), HERE).outcome == "read"


@pytest.mark.parametrize("context", [None, Context(expected="article"), Context(expected="listing")])
def test_the_message_of_a_server_never_becomes_an_announcement(context: Context | None) -> None:
    said = "<h1>Đã có lỗi xảy ra trong quá trình xử lý</h1><p>Vui lòng thử lại sau ít phút.</p>"
    reading = read_page(
        f"<html><body><ul>{MENU}</ul>{said}</body></html>".encode(), "https://x.gov.vn/tin/125", context=context
    )
    assert (reading.outcome, "server-error" in reading.flags) == ("empty", True)


def test_a_message_on_a_day_is_news() -> None:
    said = (
        "<h1>Lỗi hệ thống</h1><p>Ngày đăng: 12/06/2025 08:30</p><p>Công an tỉnh giải thích vì sao camera báo nhầm.</p>"
    )
    reading = read_page(f"<html><body>{said}</body></html>".encode(), "https://x.gov.vn/tin/125")
    assert reading.outcome == "read"
