"""Papers whose kind and number are printed over what they are about, in gazettes and registers: which is the title."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

NUMBER = "Nghị quyết số 14/2012/NQ-HĐND"
SUBJECT = "Về mức chi bảo đảm hoạt động hòa giải ở cơ sở"
FACTS = (("Cơ quan ban hành", "HĐND tỉnh"), ("Ngày ban hành", "10/07/2012"), ("Người ký", "Hồ Đức"))
RECORD = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in FACTS)
TEXT = (
    "<p>Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;</p><p>QUYẾT NGHỊ:</p>"
    "<p>Điều 1. Thông qua mức chi bảo đảm hoạt động hòa giải ở cơ sở trên địa bàn theo biểu kèm Nghị quyết này.</p>"
    "<p>Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện; Thường trực Hội đồng nhân dân tỉnh giám sát.</p>"
)


def title_of(
    above: str, window: str = "Công báo", url: str = "https://cb.example/congbao.nsf/0/47?OpenDocument"
) -> str:
    page = (
        f"<html><head><title>{window}</title></head><body><ul><li><a href='/'>Trang chủ</a></li></ul>"
        f"<div><p><a href='/'>Trang chủ</a> &gt; Công báo số 27+28/2012</p>{above}<table>{RECORD}</table>{TEXT}</div>"
    )
    told = read_page(page.encode(), url).announcement
    assert told is not None
    return told.title or ""


@pytest.mark.parametrize(
    "dress",
    [
        "<table><tr><td><b><font size=4>{}</font></b><br><font size=3>{}</font></td></tr></table>",
        "<h1>{}</h1><p>{}</p>",
        "<h3>{}</h3><h5>{}</h5>",
        "<h4>{}</h4><p><b>{}</b></p>",
        "<div class='title'>{}</div><div>{}</div>",
        "<p style='font-size:20px'>{}</p><p>{}</p>",
    ],
)
@pytest.mark.parametrize("subject", [SUBJECT, "V/v bảo đảm mức chi cho hòa giải ở cơ sở", "Quy định mức chi hòa giải"])
@pytest.mark.parametrize("number", [NUMBER, "Thông tư liên tịch 07/2016/TTLT-BTC-BTP", "Công văn số 212/PGD&ĐT-TTCB"])
def test_the_kind_and_number_of_a_paper_are_its_title_where_what_it_is_about_is_dressed_less(
    number: str, subject: str, dress: str
) -> None:
    assert title_of(dress.format(number, subject)) == number


@pytest.mark.parametrize(
    "dress",
    [
        "<p>{}</p><h4>{}</h4>",
        "<p><b>{}</b></p><p><b>{}</b></p>",
        "<div>{}</div><div>{}</div>",
        "<p><b>{}</b></p><div class='title'>{}</div>",
    ],
)
def test_what_a_paper_is_about_is_its_title_where_it_is_dressed_as_much_as_the_number(dress: str) -> None:
    assert title_of(dress.format(NUMBER, SUBJECT)) == SUBJECT


@pytest.mark.parametrize("bare", ["Số: 14/2012/NQ-HĐND", "Công báo số 27/2012", "Lĩnh vực: Tư pháp"])
def test_a_number_without_the_kind_of_its_paper_is_no_title_over_what_it_is_about(bare: str) -> None:
    assert title_of(f"<p><b>{bare}</b></p><p>{SUBJECT}</p>") == SUBJECT


def test_what_a_paper_is_about_is_its_title_where_the_page_is_called_so() -> None:
    above = f"<p><b>{NUMBER}</b></p><p>{SUBJECT}</p>"
    url = "https://cb.example/ve-muc-chi-bao-dam-hoat-dong-hoa-giai-o-co-so-312.html"
    assert title_of(above, url=url) == SUBJECT
    assert title_of(above, window=SUBJECT) == SUBJECT
    assert title_of(above, window=f"{NUMBER} {SUBJECT}") == NUMBER


@pytest.mark.parametrize("head", ["<h1>{}</h1>", "<h2 class='doc-title'>{}</h2>", "<div class='vb_tieude'>{}</div>"])
@pytest.mark.parametrize(
    "tabs", ["", "<ul><li><a href='#a'>Thuộc tính</a></li><li><a href='#b'>Toàn văn</a></li></ul>"]
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_the_kind_and_number_over_a_record_are_its_title_wherever_its_abstract_stands(
    head: str, tabs: str, place: int
) -> None:
    facts = list(FACTS)
    facts.insert(place, ("Trích yếu", SUBJECT))
    rows = "".join(f"<tr><td><b>{label}:</b></td><td><span>{value}</span></td></tr>" for label, value in facts)
    assert title_of(f"{head.format(NUMBER)}{tabs}<table>{rows}</table>", window="Văn bản") == NUMBER


def test_what_a_paper_is_about_is_its_title_where_only_a_row_of_its_record_has_its_kind_and_number() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in (("Văn bản", f"<b>{NUMBER}</b>"), *FACTS)
    )
    assert title_of(f"<table>{rows}<tr><td>Trích yếu</td><td>{SUBJECT}</td></tr></table>") == SUBJECT


@pytest.mark.parametrize("label", ["Số hiệu:", "Số, ký hiệu"])
def test_the_value_of_a_label_in_a_record_without_a_table_is_no_title_over_what_the_paper_is_about(label: str) -> None:
    facts = ((label, f"<b>{NUMBER}</b>"), ("Trích yếu:", SUBJECT), *FACTS)
    rows = "".join(f"<div class='row'><div>{name}</div><div>{value}</div></div>" for name, value in facts)
    told = read_page(f"<body>{rows}{TEXT}</body>".encode(), "https://cb.example/van-ban/chi-tiet?id=7").announcement
    assert told is not None
    assert told.title == SUBJECT


@pytest.mark.parametrize("url", ["", "xa-moc-sap-xep-bo-may-tinh-gon-hieu-luc-hieu-qua.html"])
@pytest.mark.parametrize(
    "dress",
    [
        "<h1>{}</h1><h2>{}</h2>",
        "<h2>{}</h2><h3>{}</h3>",
        "<h2>{}</h2><div class='title'>{}</div>",
        "<h3>{}</h3><h4>{}</h4>",
        "<div class='box'><h3>{}</h3></div><div class='title'>{}</div>",
    ],
)
def test_a_section_called_after_a_paper_is_no_title_of_its_news(dress: str, url: str) -> None:
    title = "Xã Mộc sắp xếp bộ máy tinh gọn, hiệu lực, hiệu quả"
    main = f"{dress.format('Nghị quyết số 18-NQ/TW', title)}<p>Ngày đăng: 12/03/2025</p>{TEXT}"
    page = f"<html><head><title>{title}</title></head><body>{main}</body></html>"
    told = read_page(page.encode(), f"https://xa-moc.example/{url or 'chi-tiet?id=77'}").announcement
    assert told is not None
    assert told.title == title
