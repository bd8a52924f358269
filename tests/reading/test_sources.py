"""Outlets that pages name as their source without a colon: below the text, and amid the facts above it."""

from __future__ import annotations

import pytest

from archive.vietnamese.bylines import read_byline
from tests.reading.written import read

OUTLET = "Báo Đắk Nông"
SENTENCE = "Các xã gửi kết quả về Phòng Kinh tế và Hạ tầng trước ngày 15 để tổng hợp, báo cáo Ủy ban nhân dân huyện."
DAY = "<p>Ngày đăng: 04/09/2019</p>"
SOURCES = (
    "Nguồn “Báo Đắk Nông”", 'Nguồn "Báo Đắk Nông"', "Nguồn «Báo Đắk Nông»", "Nguồn ‘Báo Đắk Nông’",
    "(Nguồn “Báo Đắk Nông”)", "Nguồn tin “Báo Đắk Nông”", "Theo “Báo Đắk Nông”", "Theo nguồn “Báo Đắk Nông”",
    "Dẫn theo “Báo Đắk Nông”", "Trích từ “Báo Đắk Nông”", "Đăng lại từ “Báo Đắk Nông”", "NGUỒN “BÁO ĐẮK NÔNG”",
    "Nguồn theo Báo Đắk Nông", "Nguồn trích dẫn: Báo Đắk Nông", "Nguồn từ: Báo Đắk Nông", "Nguồn - Báo Đắk Nông",
    "Nguồn Báo Đắk Nông", "* Nguồn “Báo Đắk Nông”.",
)  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_read_as_it_is_printed(source: str) -> None:
    told = read_byline(source)
    assert (told.people, told.organisation, (told.source or "").lower()) == ((), None, OUTLET.lower())


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("dress", ["<p>{}</p>", '<p style="text-align:right"><em>{}</em></p>'])
def test_a_source_below_a_text_is_its_byline(dress: str, source: str) -> None:
    announcement = read("", DAY, dress.format(source))
    assert announcement.byline == source
    assert announcement.body_text.endswith("thị trấn.")


@pytest.mark.parametrize("source", [one for one in SOURCES if not one.startswith(("Đăng", "Trích", "*"))])
@pytest.mark.parametrize("row", [f"{DAY}<div>{{}}</div>", "<div><span>04/09/2019</span> | <span>{}</span></div>"])
def test_a_source_above_a_text_is_its_byline(row: str, source: str) -> None:
    announcement = read("", row.format(source))
    assert (read_byline(announcement.byline or "").source or "").lower() == OUTLET.lower()
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize("source", ["(Nguồn “Báo Đắk Nông”)", "(Theo Báo Đắk Nông)", "(Nguồn Báo Đắk Nông)"])
def test_a_source_in_brackets_behind_the_last_sentence_is_the_byline(source: str) -> None:
    announcement = read("", DAY, f"<p>Huyện yêu cầu các xã triển khai thực hiện đúng tiến độ đã đề ra. {source}</p>")
    assert announcement.byline == source.strip("()")


@pytest.mark.parametrize("site", ["cổng thông tin điện tử tỉnh Đắk Nông", "trang thông tin điện tử Sở Y tế"])
def test_a_site_may_be_a_source_in_small_letters(site: str) -> None:
    assert read("", DAY, f"<p>(Nguồn {site})</p>").byline == f"(Nguồn {site})"


def test_a_list_of_terms_credits_a_writer_and_an_outlet() -> None:
    terms = "<dl><dt>Nguồn</dt><dd>Báo Đắk Nông</dd><dt>Tác giả</dt><dd>Lê Thị Hoa</dd></dl>"
    announcement = read("", DAY, terms)
    assert announcement.byline == "Lê Thị Hoa"
    assert announcement.body_text.endswith("thị trấn.")


def test_the_address_of_a_text_elsewhere_is_none_of_it() -> None:
    below = "<div>Link bài gốc</div><div>https://bao.example/tin/1.html</div>"
    assert read("", DAY, f"<div><span>Theo Báo Đắk Nông</span>{below}</div>").body_text.endswith("thị trấn.")


@pytest.mark.parametrize("byline", ["Bài, ảnh: Lê Hoa", "Lê Thị Hoa", "Theo Báo Đắk Nông"])
@pytest.mark.parametrize("written", ["{0}", "<a href='{0}'>{0}</a>"])
@pytest.mark.parametrize("name", ["", "-tu-nguon-von-ngan-sach-huyen-va-dong-gop-cua-nhan-dan-cac-thon" * 2])
def test_the_address_of_a_text_elsewhere_below_its_byline_is_none_of_it(name: str, written: str, byline: str) -> None:
    address = written.format(f"https://bao.example/kinh-te/duong-lien-xa{name}-7.html")
    announcement = read("", DAY, f"<p style='text-align:right'>{byline}</p><p>{address}</p>")
    assert announcement.byline == byline
    assert announcement.body_text.endswith("thị trấn.")


def test_an_address_that_the_text_gives_stays() -> None:
    address = "https://khaosat.example/phieu/7.html"
    assert read("", DAY, f"<p>Đề nghị các xã góp ý tại:</p><p>{address}</p>").body_text.endswith(address)
    assert address in read("", DAY, f"<p>Lê Thị Hoa</p><p>{address}</p><p>{SENTENCE}</p>").body_text


@pytest.mark.parametrize("outlet", ["daknong online", "vnexpress news", "(baolamdong online)"])
def test_an_outlet_may_be_named_as_its_address_is(outlet: str) -> None:
    source = f"Theo {outlet}" if "(" not in outlet else f"(Theo {outlet[1:]}"
    announcement = read("", DAY, f"<p style='text-align:right'>{source}</p>")
    assert announcement.byline == source
    assert announcement.body_text.endswith("thị trấn.")


@pytest.mark.parametrize(
    "line",
    [
        "Theo hình thức online",
        "Theo lịch online",
        "Theo daknong online đã đưa",
        "Theo 12345 online",
        "Theo nghiêng online",
    ],
)
def test_words_behind_the_label_of_a_source_are_no_outlet(line: str) -> None:
    assert read_byline(line).source is None


@pytest.mark.parametrize("outlet", ["Đắk Nông Điện tử", "Trang tin Sở Y tế", "Phòng Giáo dục và Đào tạo"])
def test_any_outlet_may_stand_in_quotes(outlet: str) -> None:
    assert read("", DAY, f"<p>Nguồn “{outlet}”</p>").byline == f"Nguồn “{outlet}”"


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn “Tri ân” do Hội Phụ nữ vận động được trao cho 20 hộ nghèo.", "Theo “Quy chế dân chủ” ở cơ sở",
        "Nguồn “Vì người nghèo”: 20 triệu đồng", "Nguồn nước “An toàn”", "Nguồn vốn “Quốc gia”", "Bài “Tiến quân ca”",
        "Trích đoạn “Lưu Bình”",
    ],
)  # fmt: skip
def test_a_line_that_speaks_of_something_in_quotes_is_text(line: str) -> None:
    announcement = read("", DAY, f"<p>{line}</p>")
    assert announcement.byline is None
    assert announcement.body_text.endswith(line)


def test_the_mark_of_a_paragraph_that_word_wrote_is_none_of_its_text() -> None:
    announcement = read("", DAY, "<p>Nguồn: Báo Nhân dân&lt;o:p&gt;&lt;/o:p&gt;</p>")
    assert announcement.byline == "Nguồn: Báo Nhân dân"


@pytest.mark.parametrize("field", ['<input type="hidden" name="id" value="7">', ""])
def test_a_writer_may_stand_beside_what_a_form_keeps_out_of_sight(field: str) -> None:
    assert read("", DAY, f"<div>{field}<strong>XUÂN LONG</strong></div>").byline == "XUÂN LONG"


def test_the_name_of_a_field_is_nobody() -> None:
    assert read("", DAY, "<div><strong>Xuân Long</strong> <select><option>1</option></select></div>").byline is None


@pytest.mark.parametrize(
    "line",
    [
        'Trích "Truyện Kiều"',
        "Trích “Hồ Chí Minh toàn tập”",
        "Tân Lập, 04/09/2019",
        "TP. Hồ Chí Minh - 4/9/2019",
        "Hội trường UBND xã, 8h00 ngày 4/9/2019",
    ],
)
def test_a_book_and_a_place_below_a_text_are_nobody_and_stay(line: str) -> None:
    announcement = read("", DAY, f"<p>{line}</p>")
    assert announcement.byline is None
    assert announcement.body_text.endswith(line)


SITES = (
    "Website Agribank", "Trang web Bộ Y tế", "website Chinhphu.vn", "Fanpage Công an tỉnh", "Cổng TTĐT Chính phủ",
    "Cổng thông tin điện tử Chính phủ", "Trang thông tin điện tử Sở Y tế", "Trang tin điện tử Đảng bộ tỉnh",
)  # fmt: skip


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("dress", ["<p>{}</p>", "<p><strong>{}</strong></p>", "<p align='right'><em>{}</em></p>"])
def test_a_site_named_alone_below_a_text_is_its_source(dress: str, site: str) -> None:
    announcement = read("", DAY, dress.format(site))
    assert announcement.byline == site
    assert announcement.body_text.endswith("thị trấn.")


@pytest.mark.parametrize(
    ("above", "behind"),
    [
        *(("<div>CÔNG ĐOÀN MỘC</div>", f"<p><b>{kind} Công đoàn Mộc</b></p>") for kind in ("Website", "Trang web")),
        ("<div>CÔNG ĐOÀN MỘC</div>", "<p><b>Trang thông tin điện tử Công đoàn Mộc</b></p>"),
        ("<div>WEBSITE AGRIBANK</div>", "<p>Website Agribank</p>"),
        ("", "<p>Website liên kết</p>"),
        ("", "<p>Website Trường</p>"),
        ("", "<p>Website Tin tức</p>"),
        ("", "<p><b>Website Liên kết</b></p>"),
        ("", "<p>Website UBND các xã, phường</p>"),
        ("", "<p>Website Công đoàn Mộc</p><p>Địa chỉ: 12 Lê Lợi</p>"),
        ("", "<p><b>Fanpage Công an tỉnh</b></p><p><img src='/qr.png'></p>"),
        ("", "<p>Website Sở Y tế</p><p><a href='https://a.example/'>Khoa Toán</a></p>"),
        ("", "<div><p>Fanpage Công an tỉnh</p><iframe src='https://fb.example/'></iframe></div>"),
    ],
)
def test_the_site_itself_and_the_name_of_a_box_of_links_are_no_source(above: str, behind: str) -> None:
    assert read(above, DAY, behind).byline is None
