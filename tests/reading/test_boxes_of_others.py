"""Boxes of other announcements above a text and amid it: the text goes on behind them, and nothing of them is in it."""

from __future__ import annotations

import re

import pytest

from scraper.reading import read_page

TITLE = "Xử phạt giám đốc tài chính một tập đoàn vì thao túng cổ phiếu"
LEAD = "Giám đốc tài chính của tập đoàn đã dùng 30 tài khoản chứng khoán để tạo ra cung cầu giả tạo suốt hai năm."
TEXT = (
    "Ủy ban <a href='/ck/'>Chứng khoán</a> Nhà nước vừa xử phạt ông Linh và áp dụng các biện pháp ngăn chặn vi phạm.",
    "Đối với hành vi thao túng thị trường, ủy ban quyết định phạt ông Linh số tiền 1,5 tỷ đồng theo luật định.",
    "Kết quả kiểm tra cho thấy không có khoản thu trái pháp luật do thực hiện hành vi vi phạm của ông Linh.",
)
OTHERS = (
    "Một cá nhân bị phạt vì dùng 19 tài khoản thao túng giá cổ phiếu",
    "Chứng khoán phiên cuối tuần rung lắc mạnh vì áp lực chốt lời",
    "Hội đồng vàng thế giới nhận định gì về giá vàng sắp tới",
    "Giao dịch hợp đồng tương lai giảm gần một phần năm trong tháng",
    "Bảo hiểm trở thành đòn bẩy kiến tạo gia sản của nhiều gia đình",
)
LINKS = [f"<a href='/tin/khac-{place}-d5193{place}.html'>{other}</a>" for place, other in enumerate(OTHERS)]
ENTRIES = ("<ul><li>{}</li></ul>", "<div><a href='/x'><img src='/a.jpg'></a><h3>{}</h3></div>", "<div>{}</div>")
HEADS = ("<span><b>TIN LIÊN QUAN</b></span>", "<h4>Tin mới</h4>", "<p><b>Xem thêm:</b></p>", "<div>Tin nên đọc</div>",
         "<b><a href='javascript:;'>TIN MỚI</a></b>", "<div>Có thể bạn quan tâm</div>")  # fmt: skip


def read(*parts: str) -> str | None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><p>Nguyên Minh - 07/03/2026 08:47</p>"
        f"{''.join(parts)}</div></body></html>"
    )
    told = read_page(page.encode(), "https://bao.example/xu-phat-giam-doc-tai-chinh-d538952.html").announcement
    return "\n".join(filter(None, (told.lead, told.body_text))) if told is not None else None


def written(*paragraphs: str) -> str:
    return "\n".join(re.sub("<[^>]+>", "", paragraph) for paragraph in paragraphs)


def placed(box: str) -> list[tuple[str, ...]]:
    """A box between lead and text, at the head of the text, and behind its first and second paragraph."""
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in TEXT)
    sapo = f"<h2 class='sapo'>{LEAD}</h2>"
    return [
        (sapo, box, f"<div class='text'>{first}{second}{third}</div>"),
        (sapo, f"<div class='text'>{box}{first}{second}{third}</div>"),
        (sapo, f"<div class='text'>{first}{box}{second}{third}</div>"),
        (f"<p><b>{LEAD}</b></p>", first, second, box, third),
    ]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_text_goes_on_behind_a_box_of_others(count: int, entry: str, head: str) -> None:
    for parts in placed(f"<div class='rel'>{head}{''.join(map(entry.format, LINKS[:count]))}</div>"):
        assert read(*parts) == written(LEAD, *TEXT)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='rel'><div><span><a href='javascript:;'>TIN MỚI</a></span><ul></ul></div></div>",
        "<div class='rel'><h4>Bài liên quan</h4></div>",
        "<div class='ads'><span>Quảng cáo</span><a href='https://ads.example/9'><img src='/ad.jpg'></a></div>",
        f"<p><b>Xem thêm: </b>{LINKS[0]}</p>",
        f"<p><b>Mời xem thêm: {LINKS[0]}</b></p><p><b>Mời xem thêm: {LINKS[1]}</b></p>",
        f"<p>&gt;&gt; {LINKS[0]}</p>",
    ],
)
def test_so_it_does_behind_a_box_that_a_script_fills_an_advertisement_and_a_line_of_links(box: str) -> None:
    for parts in placed(box):
        assert read(*parts) == written(LEAD, *TEXT)


PICTURES = (
    "<figure><img src='/ck.jpg' width='665'><figcaption>Toàn cảnh một phiên giao dịch</figcaption></figure>",
    "<table><tr><td><img src='/ck.jpg' width='665'></td></tr><tr><td>Nhà đầu tư ở sàn. Ảnh: Lê Hoa</td></tr></table>",
    "<p align='center'><img src='/ck.jpg' width='665'></p><p align='center'><i>Nhà đầu tư ở sàn. Ảnh: TTXVN</i></p>",
)
CARD = (
    "<div class='widget'><a href='/tin/a-d7.html'><img src='/a.jpg' width='260'></a><div><a href='/tin/a-d7.html'>Sau"
    " nửa chặng, chiến dịch xử phạt đạt kết quả ra sao?</a><p>Theo thông tin vừa công bố, số vụ việc bị xử lý trong"
    " nửa đầu năm đã tăng gấp rưỡi so với cùng kỳ năm trước.</p></div></div>"
)


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("head", ["", *HEADS[:2]])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("card", ["", CARD])
def test_a_text_goes_on_to_its_writer_below_a_box_of_others_and_a_picture_and_behind_a_player(
    card: str, count: int, head: str, picture: str
) -> None:
    box = f"{head}<ul>{''.join(f'<li><h4>{link}</h4></li>' for link in LINKS[:count])}</ul>"
    player = "<div class='player-container'></div><script src='https://player.example/x'></script>"
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in TEXT)
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><p>07/03/2026 08:47</p>"
        f"<h2 class='sapo'>{LEAD}</h2><div class='rel'>{box}</div><div><div><div>{picture}{first}{second}</div>"
        f"{player}<div>{third}{first}</div></div><div><strong>Tâm Hằng</strong><i> (TTXVN)</i></div>{card}</div></div>"
    )
    told = read_page(page.encode(), "https://bao.example/xu-phat-giam-doc-tai-chinh-d538952.html").announcement
    assert told is not None
    assert (told.lead, told.byline) == (LEAD, "Tâm Hằng (TTXVN)")
    assert told.body_text.endswith(written(*TEXT, TEXT[0]))
    assert not any(other in told.body_text for other in (*OTHERS, "Sau nửa chặng"))


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "entry",
    [
        "<div><h3>{link}</h3><p>{told}</p></div>",
        "<div><a href='/ck/'>Chứng khoán</a><h3>{link}</h3><span>06/03/2026</span></div>",
        "<div><span>1</span><p>{link}</p><div>{told}</div><a href='/ck/'>Xem thêm</a></div>",
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_all_of_a_box_with_a_heading_is_of_others(count: int, entry: str, head: str) -> None:
    told = "Theo thông tin mà cơ quan quản lý thị trường vừa công bố trong phiên họp thường kỳ của tháng này."
    entries = "".join(entry.format(link=link, told=told) for link in LINKS[:count])
    for parts in placed(f"<div class='rel'>{head}{entries}</div>"):
        assert read(*parts) == written(LEAD, *TEXT)


CARD = "<a href='/tin/khac-{place}-d5193{place}.html'><img src='/a.jpg' width='235'></a>{middle}{link}{told}"


@pytest.mark.parametrize(
    "card",
    [
        "<div>" + CARD.format(place=0, middle="<div>", link=LINKS[0], told="<div>{}</div>") + "</div></div>",
        "<div>" + CARD.format(place=0, middle="", link=f"<h3>{LINKS[0]}</h3>", told="<p>{}</p>") + "</div>",
        "<table><tr><td>"
        + CARD.format(place=0, middle="</td><td>", link=LINKS[0], told="<p>{}</p>")
        + "</td></tr></table>",
    ],
)
def test_a_card_of_a_picture_a_headline_and_a_summary_is_no_text(card: str) -> None:
    box = card.format(f"{OTHERS[0]}, theo thông tin mà cơ quan quản lý vừa công bố trong phiên họp tháng này.")
    for parts in [*placed(box), (f"<p><b>{LEAD}</b></p>", *(f"<p>{one}</p>" for one in TEXT), box)]:
        assert read(*parts) == written(LEAD, *TEXT)


def test_a_paragraph_below_a_picture_that_leads_where_a_line_beside_it_does_is_text() -> None:
    picture = CARD.format(place=0, middle="", link=f"<p>{LINKS[0]}</p>", told="")
    told = read(f"<p><b>{LEAD}</b></p><div>{picture}<p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>")
    assert told is not None
    assert told.endswith(written(*TEXT[:2]))


@pytest.mark.parametrize("box", [f"<h4>Tin liên quan</h4><ul><li>{LINKS[0]}</li></ul>", "<div>TIN MỚI</div>"])
def test_one_long_paragraph_behind_a_box_is_the_text(box: str) -> None:
    paragraph = " ".join(TEXT)
    told = read(f"<h2 class='sapo'>{LEAD}</h2><div>{box}</div><div class='text'><p>{paragraph}</p></div>")
    assert told == written(LEAD, paragraph)


@pytest.mark.parametrize("label", ["Xem thêm: ", "&gt;&gt; ", ""])
def test_a_text_goes_on_behind_each_of_several_lines_that_lead_to_others(label: str) -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in TEXT)
    line = f"<p><b>{label}{{}}</b></p>"
    text = (first, line.format(LINKS[0]), second, line.format(LINKS[1]), third)
    assert read(f"<h2 class='sapo'>{LEAD}</h2><div>", *text, "</div>") == written(LEAD, *TEXT)


SUMMARIES = [f"<p>{other}, theo thông tin cơ quan quản lý công bố trong phiên họp tháng này.</p>" for other in OTHERS]
PAIRS = list(zip(LINKS, SUMMARIES, strict=True))


@pytest.mark.parametrize(
    "behind",
    [
        "<div><h4>Tin liên quan</h4>" + "".join(f"<div><h5>{a}</h5>{told}</div>" for a, told in PAIRS) + "</div>",
        "<div><h4>Tin liên quan</h4>" + "".join(f"<p>{a}</p>{told}" for a, told in PAIRS) + "</div>",
        f"<div><h4>Tin liên quan</h4><p>{LINKS[0]}</p>{SUMMARIES[0]}{SUMMARIES[1]}</div>",
        f"<div><h4>Tin mới</h4><p>{LINKS[0]}</p></div><div><h3>Giới thiệu</h3>{SUMMARIES[0]}{SUMMARIES[1]}</div>",
        "<h4>Tin liên quan</h4>" + "".join(f"<p>{a}</p>{told}" for a, told in PAIRS),
        f"<div><h4>Ý kiến bạn đọc</h4><ul></ul>{SUMMARIES[0]}{SUMMARIES[1]}</div>",
        f"<div><h4>Bình luận (2)</h4>{SUMMARIES[0]}{SUMMARIES[1]}</div>",
        f"<div><h4>Tin mới</h4><ul><li>{LINKS[0]}</li></ul></div><div><p>Cơ quan chủ quản: Ủy ban nhân dân thành phố; "
        "giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp.</p><p>Địa chỉ: số 12 đường Lê Lợi, phường Hà Huy "
        "Tập, thành phố; điện thoại 0238 3844 555; thư điện tử toasoan@bao.example</p></div>",
    ],
)
@pytest.mark.parametrize(
    "text", [f"<p>{LEAD}</p>", f"<div class='text'><p>{LEAD}</p></div>", f"<h2 class='sapo'>{LEAD}</h2>"]
)
def test_what_follows_a_short_notice_under_others_is_no_text_of_it(text: str, behind: str) -> None:
    assert read(text, behind) == LEAD
