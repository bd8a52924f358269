"""Pictures as files: scans that are offered, apart from photos."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

PAGE = "https://portal.example/tin/ke-hoach-phong-chong-thien-tai-15.html"
TITLE = "Kế hoạch phòng, chống thiên tai trên địa bàn huyện năm 2024"
TEXT = "<p>Ủy ban nhân dân huyện giao các phòng và 18 xã, thị trấn chuẩn bị vật tư trước mùa mưa bão năm nay.</p>" * 3


def read(below: str) -> PrintedAnnouncement:
    page = f"<html><body><div><h1>{TITLE}</h1><p>Ngày đăng: 05/04/2024</p>{below}</div></body></html>"
    announcement = read_page(page.encode(), PAGE).announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


@pytest.mark.parametrize(
    ("link", "name", "media_type"),
    [
        ('<p><a href="/tep/kh5.jpg">Tải tệp đính kèm</a></p>', "Tải tệp đính kèm", "image/jpeg"),
        ('<p>Toàn văn: <a href="/tep/kh5.PNG?v=2">bản scan</a></p>', "bản scan", "image/png"),
        ('<p><a href="/tep/kh5.jpeg">Xem văn bản</a></p>', "Xem văn bản", "image/jpeg"),
        ('<p>Tệp đính kèm: <a href="/tep/f.webp">f.webp</a></p>', "f.webp", "image/webp"),
        ('<p>Tài liệu đính kèm</p><ul><li><a href="/a.pdf">A</a></li><li><a href="/f.png">B</a></li></ul>', "B", None),
        ('<div class="box-dinhkem"><a href="/tep/trang-1.jpg">Trang 1</a></div>', "Trang 1", "image/jpeg"),
        ('<p><a href="/tep/kh5.jpg"><img src="/icon/jpg.png"> Tải về</a></p>', "Tải về", "image/jpeg"),
        ('<p><a href="/tep/kh5.tif">Trang đầu</a></p>', "Trang đầu", "image/tiff"),
        ('<p><a href="/tep/kh5.tiff"></a></p>', "kh5.tiff", "image/tiff"),
    ],
)
def test_a_picture_that_is_offered_as_a_file_is_one(link: str, name: str, media_type: str | None) -> None:
    read_ = read(TEXT + link)
    file = read_.attachments[-1]
    assert (file.name, file.media_type) == (name, media_type or "image/png")
    assert read_.body_text.count("\n") <= 3


@pytest.mark.parametrize(
    "link",
    [
        '<p><a href="/anh/1.jpg">Hình ảnh hội nghị</a></p>',
        '<p><a href="/anh/1.jpg"><img src="/anh/1-nho.jpg" width="300"></a></p>',
        '<div class="attachments"><a href="/anh/1.jpg"><img src="/anh/1-nho.jpg"> Tải về</a></div>',
        '<p>Tải về máy rồi đọc.</p><p>Ảnh của hội nghị:</p><p><a href="/anh/1.jpg">Toàn cảnh</a></p>',
        '<p><img src="/anh/hoi-nghi.jpg"></p>',
    ],
)
def test_a_photo_beside_a_text_is_no_file(link: str) -> None:
    assert read(TEXT + link).attachments == ()
