"""What heads readers' remarks or leads elsewhere ends a text; the same words head parts of texts and fill cells."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

FIRST = "Mô hình nuôi ốc bươu đen của chị Lan Chi ở ấp Bình Thới cho lãi hơn 60 triệu đồng mỗi vụ trên 400 mét vuông."
LAST = "Hội Nông dân xã đang vận động thêm mười hai hộ lân cận cùng làm để bao tiêu sản phẩm theo hợp đồng."


def text_of(content: str) -> list[str]:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Nuôi ốc</title></head><body><div class="main">'
        f"<h1>Nuôi ốc bươu đen trong ao nhỏ</h1><p>12/03/2024 09:20</p>{content}</div></body></html>"
    )
    read = read_page(page.encode(), "https://xa-binh-thoi.example/?p=77").announcement
    assert read is not None
    return (read.body_text or "").split("\n")


@pytest.mark.parametrize(
    "form", ["<h3>{}</h3>", "<div class='c'><h4>{}</h4></div>", "<div>{}</div>", "<div><h3>{}</h3><p>Lê Nam</p></div>"]
)
@pytest.mark.parametrize(
    "words",
    [
        "Nhận xét", "Nhận xét (0)", "2 nhận xét", "Nhận xét của bạn", "Những ý kiến của bạn",
        "Gửi nhận xét", "Thêm bình luận", "Chưa có ý kiến", "Chưa có nhận xét",
        "Hiện chưa có bình luận", "Không có phản hồi nào",
        "Chưa có bình luận nào cho bài viết này", "Hãy là người đầu tiên bình luận", "Để lại ý kiến",
        "Bình luận qua Facebook", "No comments yet", "Add new comment",
    ],
)  # fmt: skip
def test_a_text_ends_before_the_remarks_of_readers(words: str, form: str) -> None:
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p></div>{form.format(words)}") == [FIRST, LAST]


@pytest.mark.parametrize("form", ["<p><b>{}</b></p>", "<h3>{}</h3>", "<p>{}</p>"])
@pytest.mark.parametrize("words", ["Nhận xét", "Nhận xét:", "Ý kiến", "Ý kiến đóng góp", "Phản hồi"])
def test_the_same_words_over_a_part_of_a_text_stay(words: str, form: str) -> None:
    assert text_of(f"<div><p>{FIRST}</p>{form.format(words)}<p>{LAST}</p></div>") == [FIRST, words, LAST]


def test_a_part_in_an_element_of_its_own_ends_no_text() -> None:
    part = "<section><h3>{}</h3><p>{}</p></section>"
    parts = {"Kết quả": FIRST, "Nhận xét": FIRST, "Hướng tới": LAST}
    text = text_of("".join(part.format(*told) for told in parts.items()))
    assert text == [line for told in parts.items() for line in told]


def test_the_cells_of_a_table_that_say_so_stay() -> None:
    rows = "<tr><th>Đơn vị</th><th>Ý kiến</th></tr><tr><td>Ấp Một</td><td>Chưa có ý kiến</td></tr>"
    text = text_of(f"<div><p>{FIRST}</p><p>{LAST}</p><table border=1>{rows}</table></div>")
    assert text[2:] == ["Đơn vị | Ý kiến", "Ấp Một | Chưa có ý kiến"]


@pytest.mark.parametrize(
    "behind",
    [
        '<div>Bài trước: <a href="/tin/7">Ra quân làm thủy lợi</a></div><p>Bài sau: <a href="/tin/8">Hội chợ</a></p>',
        '<p>Xem thêm: <a href="/tin/7">Ra quân làm thủy lợi</a></p>',
        '<p>Tin liên quan: <a href="/tin/7">Ra quân làm thủy lợi</a></p>',
        '<div>Bài cũ hơn <a href="/tin/7">Ra quân làm thủy lợi</a></div>',
        '<div>Dòng sự kiện: <a href="/su-kien/7">Tháng nông dân</a></div>',
        "<div>Thuộc chuyên mục: Làm ăn giỏi</div>",
        "<div>Bạn thấy bài viết này thế nào?</div><div>Rất hài lòng | Hài lòng | Không hài lòng</div>",
        "<div>0/5 (0 phiếu)</div>",
        "<div>Xem tất cả</div><div>Về trang danh sách</div>",
        "<h4>Đừng bỏ lỡ</h4>",
        "<div>Link bài viết gốc</div>",
    ],
)
@pytest.mark.parametrize("form", ["<div><p>{}</p><p>{}</p></div>{}", "<div><p>{}</p><p>{}</p>{}</div>"])
def test_what_leads_to_others_or_asks_readers_below_a_text_is_none_of_it(behind: str, form: str) -> None:
    assert text_of(form.format(FIRST, LAST, behind)) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        'Xem thêm: <a href="/mau">tại đây</a>',
        'Thống kê: <a href="/ho">12 hộ</a>',
        "Bạn có hài lòng với dịch vụ công không?",
    ],
)
def test_lines_of_the_text_that_look_like_those_stay(line: str) -> None:
    text = text_of(f"<div><p>{FIRST}</p><p>{line}</p><p>{LAST}</p></div>")
    assert len(text) == 3
    assert text[::2] == [FIRST, LAST]


@pytest.mark.parametrize(
    "behind",
    [
        "<div>Đánh giá bài viết: ★★★★★ (3/5 của 4 lượt)</div>",
        "<div>Đánh giá: 4,5/5 từ 12 lượt</div>",
        "<div>Điểm đánh giá: 4 trên 5 với 2 phiếu</div>",
        "<div><a>In</a> <a>Gửi bạn bè</a> <a>Góp ý</a></div>",
        "<ul><li><a href='#' rel='tag'>Nuôi trồng thủy sản</a></li></ul>",
        "<div><b>Chi tiết file</b></div><dl><dt>Tên file:</dt><dd>De-cuong</dd></dl><dl><dt>Dung lượng:</dt>"
        "<dd>1.31 MB</dd></dl><dl><dt>Đã tải về:</dt><dd>640</dd></dl>",
        "<p>Dung lượng: 1.31 MB</p><p>Định dạng: PDF</p><p>Số lượt tải: 20</p>",
    ],
)
def test_votes_buttons_keywords_and_facts_of_a_file_behind_a_text_are_none_of_it(behind: str) -> None:
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p></div>{behind}") == [FIRST, LAST]


@pytest.mark.parametrize(
    "behind",
    [
        "Đánh giá của Hội đồng tuyển sinh", "Đánh giá từ cơ sở: tốt", "Dung lượng: 1.200 từ", "Tên tài liệu: Cẩm nang",
    ],
)  # fmt: skip
def test_what_is_said_of_a_report_or_of_one_thing_stays(behind: str) -> None:
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p><p>{behind}</p></div>") == [FIRST, LAST, behind]


ASKED = "<div><b>A Thiu</b> <span>13/6/2023</span><p>Ao nhà tôi rộng 200 mét vuông thì thả bao nhiêu con ạ?</p></div>"
ANSWERED = "<div><b>Cán bộ trả lời:</b><p>Anh nên thả từ 60 đến 80 con một mét vuông, chia làm hai đợt.</p></div>"


@pytest.mark.parametrize("heading", ["Hỏi đáp", "Hỏi - đáp", "Câu hỏi của bạn đọc", "Thảo luận", "Đánh giá (2)"])
@pytest.mark.parametrize("form", ["<div class='c'><h4>{}</h4>{}</div>", "<section><p><b>{}</b></p>{}</section>"])
@pytest.mark.parametrize("text", ["<div><p>{}</p><p>{}</p></div>", "<h2>{}</h2><div><p>{}</p></div>"])
def test_a_text_ends_before_questions_of_readers_whatever_these_are_called(text: str, form: str, heading: str) -> None:
    told = text_of(text.format(FIRST, LAST) + form.format(heading, ASKED + ANSWERED))
    assert told[-1] == LAST
    assert not any("bao nhiêu con" in line for line in told)


@pytest.mark.parametrize("heading", ["Hỏi đáp", "Hỏi bác sĩ"])
def test_questions_and_answers_that_are_the_text_stay(heading: str) -> None:
    asked = "<p>Hỏi: Ao nhà tôi rộng 200 mét vuông thì thả bao nhiêu con?</p>"
    told = text_of(f"<div><p>{FIRST}</p><h3>{heading}</h3>{asked}<p>{LAST}</p></div>")
    assert "Hỏi: Ao nhà tôi rộng 200 mét vuông thì thả bao nhiêu con?" in told
    assert told[-1] == LAST


@pytest.mark.parametrize(
    "heading",
    [
        "Văn bản cùng số Công báo:", "Các văn bản cùng số công báo", "Văn bản cùng ngày ban hành",
        "Văn bản khác cùng loại văn bản", "Văn bản trong cùng công báo", "Văn bản cùng đơn vị", "Công báo cùng năm",
    ],
)  # fmt: skip
def test_a_box_of_papers_that_are_alike_ends_a_text(heading: str) -> None:
    papers = "".join(
        f"<li><a href='/vb/{number}'>Quyết định số {number}/QĐ-UBND</a> Về việc phê duyệt kế hoạch sử dụng đất"
        for number in range(12, 15)
    )
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p></div><b>{heading}</b><ul>{papers}</ul>") == [FIRST, LAST]


def test_what_happened_on_the_same_day_is_text() -> None:
    told = text_of(f"<div><p>{FIRST}</p><p><b>Cùng ngày:</b></p><p>{LAST}</p></div>")
    assert told == [FIRST, "Cùng ngày:", LAST]


@pytest.mark.parametrize("head", ["Bình luận (2)", "Nhận xét: 2", "2 bình luận", "Phản hồi", "Bình luận"])
@pytest.mark.parametrize(
    "remarks",
    [
        "<div><b>ha_trang</b> (27-02-2013): Chúc mừng các bạn!</div><div><b>quan9a</b> (28-02-2013): Em cảm ơn ạ</div>",
        "<div><p><b>hoa mua</b> - 27/02/2013 08:15: Chúc mừng các bạn!</p></div>",
    ],
)
def test_remarks_below_what_they_are_called_are_no_text_whatever_their_writers_call_themselves(
    head: str, remarks: str
) -> None:
    signed = "<p style='text-align:right'><em>Tổ Khoa học tự nhiên</em></p>"
    content = f"<div><p>{FIRST}</p><p>{LAST}</p>{signed}</div><div><div>{head}</div>{remarks}</div>"
    assert text_of(content) == [FIRST, LAST]


def test_days_with_what_took_place_are_text_below_a_part_called_so() -> None:
    days = ["Lớp tập huấn 27/02/2013: Khai giảng tại hội trường.", "Lớp tập huấn 28/02/2013: Bế giảng, trao bằng."]
    rows = "".join(f"<p>{day}</p>" for day in days)
    assert text_of(f"<div><p>{FIRST}</p><p>Nhận xét</p>{rows}<p>{LAST}</p></div>") == [FIRST, "Nhận xét", *days, LAST]


@pytest.mark.parametrize("what", ["Tin khác", "Các bài viết khác", "Bài viết mới nhất", "Tin mới"])
@pytest.mark.parametrize("where", ["trên site", "trên trang", "trên website", "của trang", "trên hệ thống"])
def test_others_of_the_site_are_named_with_it(what: str, where: str) -> None:
    file = "<div><h3>Tệp</h3><div><a href='/d/nghi-le.pdf'>TB-nghi-le.pdf</a></div></div>"
    entry = f"<div><a href='/a/1'>Triển khai tiêm vắc xin sởi cho trẻ em</a></div><div>{LAST}</div>"
    box = f"<div><h2>{what} {where}</h2>{entry}</div>"
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p></div>{file}{box}") == [FIRST, LAST]


@pytest.mark.parametrize("line", ["Tin mới trên trang nhất hôm ấy là vụ mùa", "Ý kiến của trang trại Lan Chi"])
def test_what_only_begins_as_others_of_the_site_do_is_text(line: str) -> None:
    assert text_of(f"<div><p>{FIRST}</p><p>{line}</p><p>{LAST}</p></div>") == [FIRST, line, LAST]
    assert text_of(f"<div><p>{FIRST}</p><p>{LAST}</p><p>{line}</p></div>") == [FIRST, LAST, line]
