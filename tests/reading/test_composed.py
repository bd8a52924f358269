"""Announcements put together at random from what portals are made of: frames, sections, titles, days, names, texts.

Thousands like these, of more makes, showed the families of faults that `test_broken_titles`, `test_days_apart` and
`test_names_beside_days` tell of: of two thousand fresh ones 287 had a field that was wrong before these were mended, 36
thereafter.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from archive.vietnamese import read_date
from archive.vietnamese.spelling import fold
from scraper.reading import read_page

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SECTIONS = ("Tin tức - Sự kiện", "Thông báo", "Tin hoạt động", "Văn hóa - Xã hội", "Xây dựng Đảng", "Nông thôn mới")
MENU = ("Trang chủ", "Giới thiệu", "Văn bản", "Thủ tục hành chính", "Hỏi đáp", "Liên hệ", "Góp ý", "Công báo")
BOXES = ("Tin mới nhất", "Tin đọc nhiều", "Thông báo mới", "Tiêu điểm", "Xem nhiều nhất")
NAMES = ("Minh Hằng", "Hoàng Yến", "Lò Văn Phong", "Vàng A Sáng", "Lê Minh Quang", "Bích Ngọc - Quốc Việt", "THU HÀ")
TITLES = (
    "Huyện Mộc tổng kết công tác cải cách hành chính năm 2019",
    "Thông báo lịch tiếp công dân tháng 5/2019",
    "Ra quân Chủ nhật xanh tại các xã vùng cao",
    "V/v tăng cường công tác phòng cháy, chữa cháy rừng mùa khô",
    "Chủ tịch UBND tỉnh tiếp công dân định kỳ",
    "Vì sao giải ngân vốn đầu tư công còn chậm?",
    "“Ngày hội toàn dân bảo vệ an ninh Tổ quốc” tại xã Mộc",
    "Xã Mộc: Trao 50 suất quà cho hộ nghèo",
    "Sốt xuất huyết đang vào mùa, người dân chớ chủ quan",
    "Chi cục Thuế đối thoại với doanh nghiệp",
    "Công khai dự toán ngân sách nhà nước năm 2019 của xã Mộc",
)
OTHERS = (
    "Tập huấn kỹ thuật nuôi cá lồng cho hội viên nông dân",
    "Bế mạc giải bóng chuyền hơi tranh cúp xã Lộc",
    "Danh sách thí sinh đủ điều kiện dự thi vòng 2",
    "Khai trương điểm bưu điện văn hóa xã Phú Cường",
    "Những cách làm hay trong giảm nghèo ở Lộc Thành",
)
LEAD = "Sau hai năm triển khai, phong trào đã lan tỏa rộng khắp, góp phần thay đổi diện mạo của nhiều vùng quê."
PARAGRAPHS = (
    "Sáng nay, Ủy ban nhân dân huyện tổ chức hội nghị đánh giá kết quả thực hiện nhiệm vụ và đề ra phương hướng.",
    "Theo báo cáo, đến nay toàn huyện đã có 12 trên 18 xã đạt chuẩn, thu nhập bình quân đạt 46 triệu đồng mỗi năm.",
    "Trước đó, vào ngày 12/8/2018, đoàn đã khảo sát thực tế tại ba điểm sạt lở ven sông và thăm hỏi bà con.",
    "Ông Lò Văn Pấng, Trưởng thôn, cho biết bà con rất phấn khởi khi con đường mới hoàn thành, đi lại thuận tiện.",
    "Dự kiến đến hết năm, công trình sẽ được nghiệm thu và đưa vào sử dụng, phục vụ nhu cầu của hơn 2.000 hộ dân.",
)
FRAMES = (
    "<table width='1000'><tr><td colspan='2'>{top}{menu}</td></tr><tr><td width='200'>{side}</td>"
    "<td>{crumb}{main}{behind}</td></tr><tr><td>{foot}</td></tr></table>",
    "<div>{top}</div><div>{menu}</div><div><div>{crumb}</div><div><div>{main}</div>{behind}</div><div>{side}</div></div>"
    "<div>{foot}</div>",
    "<div class='container'>{top}{menu}<div class='row'><div class='col-md-8'>{crumb}<div class='panel-body'>{main}"
    "</div>{behind}</div><div class='col-md-4'>{side}</div></div><footer>{foot}</footer></div>",
    "<div id='root'><header class='css-a1'>{top}{menu}</header><main class='css-b2'><div class='css-c3'>{crumb}</div>"
    "<div class='css-d4'><div class='css-e5'>{main}</div>{behind}</div>{side}</main>{foot}</div>",
    "<form id='aspnetForm'>{top}{menu}<div class='portlet'>{crumb}</div><div class='portlet-body'><div>{main}</div>"
    "{behind}</div>{side}{foot}</form>",
    "{top}{menu}{crumb}{main}{behind}{side}{foot}",
)
CLOCKS = (
    "",
    "<div>{w}, {d:%d/%m/%Y}</div>",
    "<span>Hôm nay: {d:%d/%m/%Y}</span>",
    "<div>{w}, {d:%d/%m/%Y %H:%M} (GMT +7)</div>",
)
CRUMBS = (
    "",
    "<div><a href='/'>Trang chủ</a> » <a href='/muc'>{section}</a></div>",
    "<ol><li><a href='/'>Trang chủ</a></li><li><a href='/muc'>{section}</a></li></ol>",
    "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/muc'>{section}</a></li><li>{title}</li></ul>",
    "<div>Bạn đang ở: <a href='/'>Trang chủ</a> &gt;&gt; <a href='/muc'>{section}</a></div>",
)
HEADS = (
    "",
    "<h1>{section}</h1>",
    "<h2><a href='/muc'>{section}</a></h2>",
    "<div class='block-title'>{capitals}</div>",
    "<table><tr><td><strong>{section}</strong></td></tr></table>",
)
HEADLINES = (
    "<h1>{0}</h1>",
    "<h3 class='x12'>{0}</h3>",
    "<h2><span>{0}</span></h2>",
    "<div class='menu-title'>{0}</div>",
    "<div>{0}</div>",
    "<p><strong>{0}</strong></p>",
    "<p align='center'><b><font size='4' color='blue'>{0}</font></b></p>",
    "<table><tr><td class='lblTD'>{0}</td></tr></table>",
    "<h3><a href='{path}'>{0}</a></h3>",
    "<div><b>{1}<br>{2}</b></div>",
    "<h1>{1}<br>{2}</h1>",
    "<span id='dnn_lblTitle'>{0}</span><br>",
    "<center><b>{0}</b></center>",
)
DAYS = (
    "{d:%d/%m/%Y}|D",
    "({d:%d/%m/%Y})|D",
    "{d:%H:%M} | {d:%d/%m/%Y}|M",
    "Ngày đăng: {d:%d/%m/%Y}|D",
    "Cập nhật lúc: {d:%H:%M} | {d:%d/%m/%Y}|M",
    "Đăng ngày {d:%d-%m-%Y %H:%M}|M",
    "{w}, {d:%d/%m/%Y}, {d:%H:%M} [GMT+7]|M",
    "NGÀY ĐĂNG: {d:%d.%m.%Y}|D",
    "Cập nhật lúc {w}, ngày {d.day} tháng {d.month} năm {d.year}|D",
    "Ngày xuất bản: {d.hour} giờ {d:%M} phút ngày {d:%d/%m/%Y}|M",
    "{section}{d:%H:%M}, {d:%d/%m/%Y}|M",
)
COUNTERS = ("", "", "Lượt xem: 85", "15 lượt xem", "Bình luận (0)", "Cỡ chữ Aa- Aa+", "In trang", "A- A A+")
ROWS = (
    ("<div class='c1'>{}</div>", "<span>{}</span>", " "),
    ("<div>{}</div>", "<div>{}</div>", ""),
    ("<p>{}</p>", "{}", " &nbsp; "),
    ("<p><em>{}</em></p>", "{}", " - "),
    ("<ul>{}</ul>", "<li>{}</li>", ""),
    ("<table><tr>{}</tr></table>", "<td>{}</td>", ""),
    ("<div align='right'><font size='1'>{}</font></div>", "{}", " | "),
)
LEADS = ("", "", "<p><strong>{}</strong></p>", "<div class='sapo'>{}</div>", "<h2>{}</h2>")
HOLDERS = ("<div>{}</div>", "<div class='content'>{}</div>", "<table><tr><td>{}</td></tr></table>")
BODIES = (
    "<p>{}</p>",
    "<div>{}</div>",
    "{}<br><br>",
    "<p class='MsoNormal'><span lang='VI'>{}<o:p></o:p></span></p>",
    "<p style='text-align:justify'><span><span>{}</span></span></p>",
)
CREDITS = (
    "<p align='right'><b>{}</b></p>",
    "<p style='text-align:right'><em>Tác giả: {}</em></p>",
    "<p>Tin, ảnh: {}</p>",
    "<p align='right'>CTV {}</p>",
    "<div class='tacgia'>{}</div>",
)
RELATED = (
    "",
    "<h3>Tin liên quan</h3><ul>{}</ul>|<li>{link} <span>({d:%d/%m/%Y})</span></li>",
    "<p><b>Các tin khác:</b></p><div>{}</div>|<p>&bull; {link} <em>(Ngày {d:%d/%m/%Y})</em></p>",
    "<div class='tk'>Tin cũ hơn</div><table>{}</table>|<tr><td>{link} <font size='1'>{d:%d-%m-%Y}</font></td></tr>",
)
FEET = (
    "<div>Bản quyền thuộc về UBND huyện Mộc. Địa chỉ: 12 Lê Lợi. Giấy phép số 51/GP-TTĐT cấp ngày 07/07/2012.</div>",
    "<p><b>UBND HUYỆN MỘC</b></p><p>Chịu trách nhiệm: Ông Trần Văn Nam - Chánh Văn phòng</p><p>Địa chỉ: số 170</p>",
)


@dataclass(frozen=True)
class Composed:
    """A page and what it tells."""

    markup: str
    url: str
    title: str
    moment: str
    byline: str
    opening: str
    closing: str


def compose(seed: int) -> Composed:
    dice = random.Random(seed)
    section, title, name = dice.choice(SECTIONS), dice.choice(TITLES), dice.choice(NAMES)
    title = title.upper() if dice.random() < 0.15 else title
    day = datetime(2012, 1, 1, 7, 5) + timedelta(days=dice.randrange(4000), minutes=dice.randrange(900))
    credited = dice.choice(("nobody", "below", "beside"))
    form, _, precision = dice.choice(DAYS).rpartition("|")
    date = form.format(d=day, w=WEEKDAYS[day.weekday()], section="" if credited == "beside" else f"{section} - ")
    fields = [date, dice.choice(COUNTERS)]
    if credited == "beside":
        fields.insert(dice.randrange(2), dice.choice(("{}", "Tác giả: {}")).format(name))
    holder, field, sign = dice.choice(ROWS)
    facts = holder.format(sign.join(field.format(one) for one in fields if one))
    half = title.rindex(" ", 0, len(title) // 2 + 4)
    path = f"/Default.aspx?tabid=88&newsid={seed + 7000}"
    headline = dice.choice(HEADLINES).format(title, title[:half], title[half + 1 :], path=path)
    head = dice.choice(HEADS).format(section=section, capitals=section.upper())
    lead = dice.choice(LEADS)
    texts = dice.sample(PARAGRAPHS, dice.choice((2, 3, 5)))
    text = dice.choice(HOLDERS).format("".join(map(dice.choice(BODIES).format, texts)))
    text += dice.choice(CREDITS).format(name) if credited == "below" else ""
    main = head + dice.choice((headline + facts + lead, facts + headline + lead, headline + lead + facts)) + text
    link = "<a href='/tin-{}.html'>{}</a>".format
    related, _, row = dice.choice(RELATED).partition("|")
    links = [(link(3000 + n, other), day - timedelta(n + 1)) for n, other in enumerate(dice.sample(OTHERS, 3))]
    side = "".join(
        f"<div><h3>{box}</h3><ul>{''.join(f'<li>{one} {when:%d/%m/%Y}</li>' for one, when in links)}</ul></div>"
        for box in dice.sample(BOXES, dice.randrange(3))
    )
    today = day + timedelta(days=dice.randrange(3, 900))
    parts = {
        "top": dice.choice(CLOCKS).format(w=WEEKDAYS[today.weekday()], d=today) + "<div>Hotline: 0228.3214465</div>",
        "menu": "<ul>" + "".join(f"<li><a href='/m{n}'>{entry}</a></li>" for n, entry in enumerate(MENU)) + "</ul>",
        "crumb": dice.choice(CRUMBS).format(section=section, title=title),
        "main": main.format(LEAD),
        "behind": related.format("".join(row.format(link=one, d=when) for one, when in links)),
        "side": side,
        "foot": dice.choice(FEET),
    }
    window = dice.choice((title, f"{title} - UBND huyện Mộc", "Cổng thông tin điện tử", section))
    body = dice.choice(FRAMES).format(**parts)
    return Composed(
        f"<html><head><meta charset='utf-8'><title>{window}</title></head><body>{body}</body></html>",
        f"http://moc{seed}.example{path}",
        title,
        f"{day:%Y-%m-%d}" if precision == "D" else f"{day:%Y-%m-%dT%H:%M}",
        "" if credited == "nobody" else name,
        LEAD if lead else texts[0],
        texts[-1],
    )


def key(text: str | None) -> str:
    return "".join(letter for letter in fold(text or "") if letter.isalnum())


@pytest.mark.parametrize("seed", range(400))
def test_an_announcement_put_together_at_random_is_read_right(seed: int) -> None:
    page = compose(seed)

    reading = read_page(page.markup.encode(), page.url)

    told = reading.announcement
    assert reading.kind == "article"
    assert told is not None
    assert told.title == page.title
    date = read_date(told.date_line or "")
    assert (date.iso or "" if date else "")[: len(page.moment)] == page.moment
    assert key(told.byline).endswith(key(page.byline))
    assert bool(told.byline) == bool(page.byline)
    text = key("\n".join(filter(None, (told.lead, told.body_text))))
    assert text.startswith(key(page.opening))
    assert text.endswith(key(page.closing))
