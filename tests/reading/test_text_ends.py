"""Where the text of an article begins and ends: what stands around it on its page is none of it."""

from __future__ import annotations

import re

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.result import Context

FIRST = "Sáng 12/5, Ủy ban nhân dân huyện khánh thành cầu Tân Long bắc qua sông Hương, dài 240 mét, rộng 8 mét."
LAST = "Cầu Tân Long đưa vào sử dụng giúp hơn 2.000 hộ dân bốn xã phía tây đi lại thuận tiện, nhất là mùa mưa lũ."


def read(text: str, behind: str = "") -> PrintedAnnouncement:
    page = f"<html><body><div><h1>Khánh thành cầu Tân Long</h1>{text}{behind}</div></body></html>"
    announcement = read_page(page.encode(), "https://x.example/a", context=Context(expected="article")).announcement
    assert announcement is not None
    return announcement


@pytest.mark.parametrize(
    "behind",
    [
        "<div><a href='/tin/tham-nha-may'>← Thăm nhà máy nước</a></div>",
        "<div><a href='/tin'>&lt;- Trở lại: Tin tức</a></div>",
        "<div class='article_rating'>Xếp hạng bài viết: Chưa xếp hạng</div>",
        "<div><span>More in this category:</span><a href='/tin/2204-hoi-thao'>&laquo; Hội thao công nhân</a></div>",
        "<p><a href='/tag/tan-long'>Tân Long</a></p>",
        "<p><a href='/tag/tan-long'>Tân Long</a></p><p><a href='/tag/giao-thong'>giao thông ở vùng cao</a></p>",
        "<div><span>Chuyên mục</span> <a href='/tin'>Tin tức</a></div>",
        "<div><span>Gắn thẻ</span><ul><li><a href='/tin/tag/cau'>cầu đường</a></li></ul></div>",
        "<p>1. Mẫu đơn đăng ký học nghề của người lao động: <a href='/don.docx'>don-hoc-nghe</a></p>",
        "<p>Tải tập tin đính kèm:</p><ul><li><a href='/download/31'>bao-cao.pdf</a> (112 Tải về)</li></ul>",
        "<p><a href='javascript:f(1)'>Phụ lục 1.docx</a></p><p><a href='javascript:g(2)'>Bảng giá.xlsx</a> 9 KB</p>",
        "<div><span>#cầu đường</span><span>#Tân Long</span></div>",
        "<div><span>#giaothong</span></div>",
        "<p>#dẻ ván</p>",
        "<p># dẻ ván, rừng phòng hộ, xã Mộc</p>",
        "<h3>Mới nhất từ Ban biên tập</h3><ul><li><a href='/a/1'>Mở lớp may cho phụ nữ xã Mộc</a></li></ul>",
        "<div>Mới nhất từ Nguyễn Văn An</div><div><a href='/a/1'>Mở lớp may cho phụ nữ</a></div>",
        "<div><h3>Latest from Super User</h3><ul><li><a href='/a/1'>Mở lớp may</a></li></ul></div>",
        "<section><p>Tin bài</p><p>Chia sẻ bài này</p></section>",
        "<div>trong <a href='/blog/tin-bai-1'>Tin bài</a></div><div>Chia sẻ bài viết này</div>",
        "<div>Được xem 51 lần</div><div>Xuất bản trong Tin tức</div><div>Bình chọn mục này</div><div>Media</div>",
        "<div>Thuộc chuyên mục <a href='/c'>Khuyến nông</a></div>",
        "<div>Tin khác trong mục này: <a href='/a/1'>« Mở lớp dạy nghề may</a> <a href='/a/2'>Ra quân dọn »</a></div>",
        "<div>Các mục khác trong chuyên mục này:</div>",
        "<div>51 lượt</div>",
        "<div>Xuất bản trong <a href='/tin-hoat-dong'>Tin hoạt động</a></div>",
        "<div><button>Hữu ích</button> (12)</div>",
        "<div><span>Rate this article:</span> <span>5.0</span></div>",
        "<div>Print Rate this article: <span>No rating</span></div>",
        "<div>In trang | Chia sẻ | Đánh giá bài viết</div>",
        "<nav><a>Bài trước: Lịch trực tuần 12</a> <a>Bài tiếp theo</a></nav>",
        "<div><a class='b'>Tin trước</a> <a class='b'>Tin sau: Lịch trực tuần 14</a></div>",
        "<center>CÔNG BÁO - VĂN PHÒNG UBND TỈNH. Người chịu trách nhiệm: Chánh Văn phòng Lê Quang Vinh</center>",
        "<ul class='links inline'><li><a href='/user/login'>Đăng nhập</a> để gửi bình luận</li></ul>",
        "<table><tr><td><img src='/doc.gif'></td><td><a href='/attachment.php?i=3'>bang-gia.doc</a> (32 KB, 61 lần tải)"
        "</td></tr></table>",
        "<table><tr><td>1</td><td>A</td></tr><tr><td>2</td><td><a href='attachment.php?i=3'>bang gia.doc</a></td></tr>"
        "<tr><td>3</td><td><a href='attachment.php?i=4'>to trinh.doc</a></td></tr></table>",
        "<table><thead><tr><th>Tên tệp</th><th></th></tr></thead><tr><td>mau_don.docx</td><td><a href='/mau_don.docx'>"
        "Tải xuống</a></td></tr><tr><td>phu_luc.pdf</td><td><a href='/phu_luc.pdf'>Tải xuống</a></td></tr></table>",
        "<aside><h6>trong</h6><a href='/blog/1'>Tuyển sinh</a><h6>Lưu trữ</h6></aside>",
        "<section><a href='/blog/2'><span>Đọc tiếp</span><h1>Khánh thành nhà văn hóa xã</h1></a></section>",
        "<div><span>Bài kế tiếp</span><h3><a href='/tin/2'>Khánh thành nhà văn hóa xã</a></h3></div>",
        "<hr><p><a href='tinkhac.aspx'>Xem các tin khác</a></p>",
        "<div><h4>Lưu trữ</h4><p>Tuyển sinh</p></div>",
        "<div>Bài viết cùng tác giả</div><p><a href='/tin/3'>Hội khỏe Phù Đổng</a></p>",
        "<div>Văn bản đính kèm</div><div>Không có tệp đính kèm</div>",
        "<div>Hiện chưa có ý kiến nào</div>",
        "<div>Tags <a href='/tag/1'>cầu đường</a> <a>Tân Long</a></div>",
        "<div>Từ khóa tìm kiếm: <a href='/tag/1'>cầu đường</a> <a href='/tag/2'>Tân Long</a></div>",
        "<h3><em>Có liên quan</em></h3>",
        "<h4>Xem thêm các bài viết liên quan</h4>",
        "<div>Tin liên quan: <a href='#'>Thăm nhà máy nước của huyện</a> <a href='#'>Tuyển sinh</a></div>.",
        "<p>Đọc thêm: <a href='/tin/8'>Thăm nhà máy nước của huyện</a></p><p>Liên hệ quảng cáo</p>",
        "<div><h4>Bình chọn bài viết</h4><p>Xếp hạng: 5 / 1 phiếu</p></div>",
        "<h5>Tài liệu hội thảo</h5><ul><li><a href='/ky-yeu.pdf'>Kỷ yếu</a> (4,2 MB)</li></ul>",
        "<p><b>Các văn bản có liên quan:</b></p><p><a href='/a.pdf'>Kỷ yếu</a></p><p><a href='/b.docx'>Báo cáo</a></p>",
        "<div><a href='/a.pdf'>Quy che dau gia.pdf</a><span>1,245 KB</span></div>",
        "<div><a href='/a.zip'>Hồ sơ mời thầu</a><div>12,4 MB</div></div>",
        "<h3>Tài liệu</h3><ul><li><a href='/a.pdf'>Quy che.pdf</a></li><li><a href='/b.doc'>b.doc</a></li></ul>",
        "<p>Tải danh sách: <a href='/a.xls'>a.xls</a> | <a href='/b.doc'>mẫu đơn phúc khảo</a></p>",
        "<b>Tập tin kèm theo</b><table><tr><td>1</td><td><a href='/a.xls'>a.xls</a></td><td>2 KB</td></tr></table>",
        "<p>Permalink | <a href='#c'>Comments (0)</a></p>",
        "<p>Các tuần khác: <a href='/t/1'>Tuần 1</a> (13/04); <a href='/t/2'>Tuần 2</a> (10/04)</p>",
        "<p>Những kỳ trước: <a href='/t/1'>Kỳ 1</a> | <a href='/t/2'>Kỳ 2</a></p>",
        "<div><a href='/a.pdf'><mat-icon>attach_file</mat-icon>18-NQ-TW.pdf</a>"
        "<a href='/b.docx'><mat-icon>attach_file</mat-icon>De-cuong.docx</a></div>",
    ],
)  # fmt: skip
def test_links_files_and_keywords_behind_the_last_paragraph_are_no_text(behind: str) -> None:
    assert read(f"<p>{FIRST}</p><p>{LAST}</p>", behind).body_text == f"{FIRST}\n{LAST}"


FILE = "<div class=wp-block-file>{}<a href='/wp-content/uploads/kh12.pdf' download>Tải về</a></div>"
LINKED = FILE.format("<a href='/wp-content/uploads/kh12.pdf'>KH-12-UBND</a>")


@pytest.mark.parametrize(
    "behind",
    [
        LINKED,
        FILE.format("KH-12-UBND "),
        FILE.format("<span>KH-12-UBND</span>"),
        "<ul><li>KH-12-UBND <a href='/kh12.pdf'>Tải về</a></li><li>Phụ lục <a href='/pl.docx'>Tải về</a></li></ul>",
        "<div><h3><a href='/download/ke-hoach/'>KH-12-UBND</a></h3><div>1 file(s) 234.56 KB</div></div>",
        "<div><h3><a href='/download/ke-hoach/'>KH-12-UBND</a></h3><div>2 tệp · 1,2 MB</div></div>",
        "<div><span>KH-12-UBND</span> <span>1.2 MB</span> <a href='/kh12.pdf'>Tải về</a></div>",
        "<div><a href='/kh12.pdf'>KH-12-UBND</a> <span>Tải về (34 lượt)</span></div>",
        "<li><a href='/kh12.pdf'>KH-12-UBND</a> <i>Kiểu tập tin: pdf</i> <i>Kích cỡ tập tin: 3 MB</i></li>",
        "<li><a href='/download/33/'>KH-12-UBND</a><br><b>File size:</b> 3 MB <b>Downloads:</b> 12</li>",
    ],
)
def test_a_file_named_before_the_button_that_loads_it_is_attached_by_its_name(behind: str) -> None:
    told = read(f"<p>{FIRST}</p><p>{LAST}</p>", behind)
    assert told.body_text == f"{FIRST}\n{LAST}"
    assert told.attachments[0].name == "KH-12-UBND"


def test_a_file_between_paragraphs_is_none_of_them() -> None:
    assert read(f"<p>{FIRST}</p>{LINKED}<p>{LAST}</p>").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("label", ["File đính kèm", "Văn bản gốc:", ""])
def test_the_label_before_the_button_that_loads_a_file_is_no_name_of_it(label: str) -> None:
    told = read(f"<p>{FIRST}</p><p>{LAST}</p>", f"<p>{label} <a href='/kh12.pdf'>Tải về</a></p>")
    assert [file.name for file in told.attachments] == ["Tải về"]


@pytest.mark.parametrize(
    "links",
    [
        "<a href='javascript:window.print()'>In bài này</a> <a href='/gui?id=5'>Gửi bài viết qua E-mail</a>",
        "<a href='javascript:window.print()'>Xem bản để in</a> <a href='#'>Báo cho người thân</a>",
    ],
)
def test_links_for_scripts_before_the_first_paragraph_are_no_text(links: str) -> None:
    assert read(f"<p>12/05/2020 09:15</p><div>{links}</div><p>{FIRST}</p><p>{LAST}</p>").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "above",
    [
        "<div><span>11</span><br><span>Th5</span></div>",
        "<ul><li><span>Post category:</span><a href='/tin'>Tin</a></li></ul>",
    ],
)
def test_the_leaf_of_a_calendar_and_the_section_of_a_post_above_its_text_are_none_of_it(above: str) -> None:
    assert read(f"<p>11/05/2022</p>{above}<p>{FIRST}</p><p>{LAST}</p>").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "above",
    [
        "<div><span class='badge'>Tuyển sinh</span><span><i class='bi'></i> 15.230</span></div>",
        "<div><a href='/tin'>Tin tức</a> <span>815</span></div>",
        "<p><b>Hoạt động</b> <i>1,204</i></p>",
        "<ul><li><em>Tin tức - Sự kiện</em> <small>12</small></li></ul>",
    ],
)
def test_a_section_beside_its_count_above_a_text_is_none_of_it(above: str) -> None:
    assert read(f"<p>11/05/2022</p>{above}<p>{FIRST}</p><p>{LAST}</p>").body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("<p>Tuyển sinh 15.230</p>", "Tuyển sinh 15.230"),
        ("<p><b>Lớp</b> <b>10</b></p>", "Lớp 10"),
        ("<p><b>Tuyển sinh</b> lớp <b>10</b></p>", "Tuyển sinh lớp 10"),
        ("<p><b>Tổng số hộ</b> <b>15.230</b></p>", "Tổng số hộ 15.230"),
    ],
)
def test_words_and_numbers_of_a_text_stay_above_it(above: str, told: str) -> None:
    assert read(f"<p>11/05/2022</p>{above}<p>{FIRST}</p><p>{LAST}</p>").body_text == f"{told}\n{FIRST}\n{LAST}"


def test_the_name_from_which_a_font_draws_an_icon_is_no_word() -> None:
    icon = "<mat-icon role=img> attach_file </mat-icon>"
    told = read(f"<p>{FIRST}</p><p>{icon} {LAST}</p>", f"<div><a href='/a.pdf'>{icon}18-NQ-TW.pdf</a></div>")
    assert told.body_text == f"{FIRST}\n{LAST}"
    assert [file.name for file in told.attachments] == ["18-NQ-TW.pdf"]


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ("<p><a href='/mau-don'>Mẫu đơn đăng ký</a></p>", "Mẫu đơn đăng ký"),
        ("<ul><li><a href='/phieu'>Phiếu khảo sát</a></li></ul>", "Phiếu khảo sát"),
        ("<p>Chuyên mục <a href='/luat'>Pháp luật</a> phát lúc 19 giờ</p>", "Chuyên mục Pháp luật phát lúc 19 giờ"),
        ("<p>BAN GIÁM HIỆU</p>", "BAN GIÁM HIỆU"),
        ("<p># Ghi chú</p>", "# Ghi chú"),
        ("<p>#1: Nộp hồ sơ tại xã</p>", "#1: Nộp hồ sơ tại xã"),
        ("<p>Trong tuần đã có 51 lượt</p>", "Trong tuần đã có 51 lượt"),
        ("<p>Chia sẻ bài học kinh nghiệm</p>", "Chia sẻ bài học kinh nghiệm"),
        ("<p>Xuất bản trong tháng 5</p>", "Xuất bản trong tháng 5"),
        ("<p>Hữu ích cho bà con</p>", "Hữu ích cho bà con"),
        ("<p>Xuất bản trong nước</p>", "Xuất bản trong nước"),
        ("<p>Người chịu trách nhiệm: Lê Quang Vinh</p>", "Người chịu trách nhiệm: Lê Quang Vinh"),
        (
            "<p>Nộp hồ sơ tại xã trước ngày 05/11. Tải mẫu đơn: <a href='/don.docx'>don-xin-hoc</a></p>",
            "Nộp hồ sơ tại xã trước ngày 05/11. Tải mẫu đơn: don-xin-hoc",
        ),
        ("<p>Mời bà con xem và <a href='/ds.pdf'>tải về</a></p>", "Mời bà con xem và tải về"),
        ("<p>Kích thước: 20 mét</p>", "Kích thước: 20 mét"),
        (
            "<p>Các xã khác: Mộc (<a href='/m'>bản đồ</a>), Tân Long (<a href='/t'>bản đồ</a>) mới có một cầu</p>",
            "Các xã khác: Mộc (bản đồ), Tân Long (bản đồ) mới có một cầu",
        ),
        ("<p>Đã thu 1 tệp hồ sơ, dung lượng 2 MB</p>", "Đã thu 1 tệp hồ sơ, dung lượng 2 MB"),
    ],
)
def test_what_stands_as_the_paragraphs_do_is_text(behind: str, last: str) -> None:
    assert (read(f"<p>{FIRST}</p><p>{LAST}</p>", behind).body_text or "").split("\n")[1:] == [LAST, last]


CAPTION = "Cầu Tân Long trong ngày khánh thành"


@pytest.mark.parametrize(
    "caption",
    [
        "<div class=caption>{}</div>",
        "<div class=caption style='width:300px'><p>{}</p></div>",
        "<div class=cap>{}</div>",
        "<p class='img-cap'>{}</p>",
    ],
)
def test_what_is_called_the_caption_of_a_picture_is_one(caption: str) -> None:
    image = f"<div><img src='/anh/cau.jpg'>{caption.format(CAPTION)}</div>"
    read_ = read(f"{image}<div><p>{FIRST}</p><p>{LAST}</p></div>")
    assert (read_.captions, read_.body_text) == ((CAPTION,), f"{FIRST}\n{LAST}")


@pytest.mark.parametrize(
    "opening",
    [
        f"<p>{FIRST[:-1]}:</p><p>- Sáng: từ 7 giờ 00.</p><p>- Chiều: từ 13 giờ 30.</p>",
        "<p>Giờ khám bệnh mùa đông như sau:</p><p>+ Sáng: từ 7 giờ 00.</p><p>+ Chiều: từ 13 giờ 30.</p>",
        "Kính gửi:<br>- Các khoa, phòng;<br>- Trạm y tế các xã.<br>",
        f"<p>{FIRST}</p><p>Các đơn vị tham dự gồm có:</p><p>- Các khoa, phòng;</p><p>- Trạm y tế các xã.</p>",
    ],
)
def test_what_leads_to_a_list_is_text_though_a_column_stands_beside_it(opening: str) -> None:
    column = f"<div><p>{FIRST}</p><p>{LAST}</p></div>"
    page = (
        "<html><body><table><tr><td><h1>Khánh thành cầu Tân Long</h1><p>Cập nhật: 13/10/2015 16:41</p>"
        f"{opening}<p>{LAST}</p></td><td>{column}</td></tr></table></body></html>"
    )
    told = read_page(page.encode(), "https://x.example/a", context=Context(expected="article")).announcement
    assert told is not None
    told_lines = re.split(r"</p>|<br>", re.sub(r"<p>", "", opening))
    assert told.body_text.splitlines()[: len(told_lines) - 1] == told_lines[:-1]


OTHERS = "".join(f"<li><a href='/a/{n}'>Mở lớp may cho phụ nữ xã Mộc, khóa {n}</a></li>" for n in range(4))


@pytest.mark.parametrize(
    "name",
    [
        "Tin đã phát",
        "Các tin đã phát",
        "Tin đã phát sóng",
        "CÁC TIN ĐÃ ĐĂNG",
        "Tin đã đăng:",
        "» Những tin đã đưa",
        "Thông báo đã đăng",
        "Các văn bản đã đăng (12)",
        "Các tin, bài đã đăng",
        "Chương trình đã phát",
        "Tin đã đăng khác",
    ],
)
@pytest.mark.parametrize("box", ["<div><h3>{}</h3><ul>{}</ul></div>", "<p><b>{}</b></p><ul>{}</ul>", "<div>{}</div>{}"])
@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_text_ends_above_the_name_of_what_was_put_out_before(count: int, box: str, name: str) -> None:
    others = "</li>".join(OTHERS.split("</li>")[:count])
    told = read(f"<p>{FIRST}</p><p>{LAST}</p>{box.format(name, others)}")
    assert told.body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line", ["Tin đã đăng ký 12 lớp may cho phụ nữ", "Văn bản đã ban hành", "Chương trình đã phát 31 suất quà"]
)
def test_what_only_begins_so_is_text(line: str) -> None:
    assert read(f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>").body_text == f"{FIRST}\n{line}\n{LAST}"
    assert read(f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").body_text == f"{FIRST}\n{LAST}\n{line}"


@pytest.mark.parametrize("line", ["Tin đã đăng 12/05/2024 08:30", "Bài viết đã đăng: 12/05/2024"])
def test_the_day_behind_a_text_on_which_it_was_put_out_is_had(line: str) -> None:
    assert read(f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").date_line == line


@pytest.mark.parametrize("what", ["", "Tin ", "Bài viết ", "Các tin bài ", "Những thông tin ", "Xem các văn bản "])
@pytest.mark.parametrize("alike", ["cùng danh mục", "trong cùng chuyên mục", "cùng lĩnh vực", "thuộc cùng chủ đề"])
def test_a_text_ends_above_the_name_of_what_is_of_the_same_kind(what: str, alike: str) -> None:
    box = f"<p>{(what + alike).capitalize()}</p><a href='/a/1'>Mở lớp may cho phụ nữ xã Mộc</a>"
    assert read(f"<p>{FIRST}</p><p>{LAST}</p>", box).body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "opening",
    [
        "Cơ quan quản lý thị trường thông tin về tình hình hàng giả và đề nghị người dân phản ánh qua đường dây nóng.",
        "Cơ quan chủ quản dự án cho biết cầu có bốn nhịp, mặt cầu rộng 8 mét, vốn đầu tư 48 tỷ đồng của tỉnh.",
        "Chịu trách nhiệm thi công là một công ty ở tỉnh bạn, đã làm ba cây cầu khác trên cùng con sông này.",
        "Giấy phép xây dựng được cấp từ tháng 3/2021, nhưng đến cuối năm ấy mặt bằng phía bờ bắc mới được giao.",
        "Tổng biên tập báo của tỉnh đã trao 20 suất quà cho các gia đình nhường đất làm đường dẫn lên cầu.",
    ],
)
def test_a_paragraph_that_begins_like_the_foot_of_a_site_is_text(opening: str) -> None:
    announcement = read(f"<p>{FIRST}</p><div><p>{opening}</p><p>{LAST}</p></div>")
    assert "\n".join(filter(None, (announcement.lead, announcement.body_text))) == f"{FIRST}\n{opening}\n{LAST}"


@pytest.mark.parametrize(
    "foot",
    [
        "Cơ quan chủ quản: Ủy ban nhân dân huyện Tân Long, khu phố 3, thị trấn Tân Long; người giữ trang: Văn phòng.",
        "Giấy phép số 21/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 03/04/2018 cho trang của huyện Tân Long.",
        "Chịu trách nhiệm nội dung: Ông Lê Văn Tám, Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện.",
    ],
)
def test_the_foot_of_a_site_ends_a_text(foot: str) -> None:
    more = "Mọi hành vi sử dụng lại thông tin của trang này đều phải được đồng ý bằng văn bản của Ban biên tập trang."
    announcement = read(f"<p>{FIRST}</p><p>{LAST}</p>", f"<div><p>{foot}</p><p>{more}</p></div>")
    assert announcement.body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("number", ["0261 000 911", "0903.123.456", "1900 8099", "+84 28 3822 1234"])
@pytest.mark.parametrize("label", ["Đường dây nóng", "Hotline", "Hỗ trợ trực tuyến"])
def test_a_text_goes_on_behind_a_telephone_number(label: str, number: str) -> None:
    last = "Đề nghị bà con không chia sẻ những tin chưa được kiểm chứng."
    body = read(f"<p>{FIRST}</p><p>{LAST}</p>", f"<p>{label}: {number}.</p><p>{last}</p>").body_text
    assert (body or "").endswith(f"{LAST}\n{label}: {number}.\n{last}")


FOOT = "Trung tâm Công báo - Văn phòng UBND tỉnh. Địa chỉ: 35 Đại lộ Lê Lợi. Điện thoại: 037.3852.246"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>{}</td></tr><tr><td align=center><font>{}</font></td></tr></table>",
        "<table><tr><td>{}</td></tr></table><hr><div align=center>{}<br>Chịu trách nhiệm: Chánh Văn phòng</div>",
        "<table><tr><td><div>{}</div></td></tr></table><center>{}</center>",
    ],
)
def test_the_address_of_its_owner_apart_from_the_paragraphs_is_the_foot_of_a_page(page: str) -> None:
    told = page.format(f"<h1>Khánh thành cầu Tân Long</h1><p>{FIRST}</p><p>{LAST}</p>", FOOT)
    read = read_page(f"<html><body>{told}</body></html>".encode(), "https://x.example/a").announcement
    assert read is not None
    assert read.body_text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "told",
    [
        f"<div><p>{FIRST}</p><p>{LAST}</p><p>{FOOT}</p></div>",
        f"<div><p>{FIRST}</p><p>{LAST}</p><div><p>{FOOT}</p></div></div>",
        f"<div><p>{FIRST}</p><p>{LAST}</p><ul><li>{FOOT}</li></ul></div>",
        f"<div><div>{FIRST}</div></div><div><div>{LAST}</div></div><div><div>{FOOT}</div></div>",
        f"<div><p>{FIRST}</p><p>{LAST}</p></div><div>{FOOT}</div>",
        f"<div><p>{FIRST}</p><p>{LAST}</p></div><table><tr><td>{FOOT}</td></tr></table>",
    ],
)
def test_an_address_in_what_holds_the_announcement_is_text(told: str) -> None:
    assert (read("", told).body_text or "").endswith(FOOT)


CALLED = "Hồ sơ nộp tại nhà ông Phan Đình Ba, thôn Phú Hòa, điện thoại: 0905.11.22.33"


@pytest.mark.parametrize("page", ["{}", "<form>{}</form>", "<h4>TRƯỜNG</h4>{}", "<div>{}</div>"])
def test_a_last_paragraph_with_a_telephone_is_text_where_the_page_itself_holds_the_paragraphs(page: str) -> None:
    paragraphs = f"<h1>Khánh thành cầu Tân Long</h1><p>{FIRST}</p><p>{LAST}</p><p>{CALLED}</p>"
    read = read_page(
        f"<html><body>{page.format(paragraphs)}</body></html>".encode(), "https://x.example/a"
    ).announcement
    assert read is not None
    assert read.body_text == f"{FIRST}\n{LAST}\n{CALLED}"


@pytest.mark.parametrize("foot", ["<hr><p>{}</p>", "<div>{}</div>", "<center>{}</center>", "<address>{}</address>"])
def test_an_address_apart_from_the_paragraphs_that_the_page_itself_holds_is_its_foot(foot: str) -> None:
    paragraphs = f"<h1>Khánh thành cầu Tân Long</h1><p>{FIRST}</p><p>{LAST}</p>{foot.format(FOOT)}"
    read = read_page(f"<html><body>{paragraphs}</body></html>".encode(), "https://x.example/a").announcement
    assert read is not None
    assert read.body_text == f"{FIRST}\n{LAST}"
