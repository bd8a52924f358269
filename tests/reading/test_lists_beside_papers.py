"""Lists of pages with documents in files on the same page, and lists by names that boxes have too."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.listed import ITEMS, listed, rows

TITLES = (
    "Hội nghị cán bộ công chức",
    "Lễ trao bằng tốt nghiệp",
    "Ngày hội hiến máu",
    "Khai mạc giải bóng đá",
    "Tập huấn phòng cháy",
    "Tổng kết thi đua",
    "Ra quân làm sạch đường",
    "Gặp mặt cựu giáo viên",
)
NEWS = (
    "<ul>" + "".join(f'<li><a href="/tin-so-10{n}.html">{title}</a></li>' for n, title in enumerate(TITLES)) + "</ul>"
)
REGISTER = (
    "<table><tr><th>Số ký hiệu</th><th>Ngày</th><th>Trích yếu</th></tr>"
    + "".join(
        f"<tr><td>{n}/QĐ-UBND</td><td>{n:02}/02/2024</td>"
        f'<td><a href="/f/q{n}.pdf">Quyết định số {n} về thu chi</a></td></tr>'
        for n in range(1, 17)
    )
    + "</table>"
)
FORMS = "<table>" + "".join(f'<tr><td><a href="/g/{n}.pdf">Mẫu đơn số {n}</a></td></tr>' for n in range(6)) + "</table>"
OTHERS = f"<div><h4>Góc phụ huynh</h4>{NEWS}</div>"


def addresses(title: str, body: str, address: str = "/tin-tuc") -> list[str]:
    markup = f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>"
    return [entry.url for entry in read_page(markup.encode(), f"https://x.edu.vn{address}").entries]


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>Tin tức</h2>{NEWS}<h2>Văn bản chỉ đạo</h2>{REGISTER}",
        f"<div><h3>Tin tức</h3>{NEWS}</div><div><h3>Văn bản chỉ đạo</h3>{REGISTER}</div>",
        f"<div><h1>Tin tức</h1>{NEWS}</div><div>{FORMS}{FORMS.replace('/g/', '/h/')}</div>",
        f"<div><h3>Văn bản</h3>{REGISTER}</div><div><h1>Tin tức</h1>{NEWS}</div>",
    ],
)
@pytest.mark.parametrize("title", ["Cổng thông tin xã Bình An", "Tin tức - Trường Hoa Mai"])
def test_documents_in_files_beside_a_list_of_pages_leave_it(title: str, body: str) -> None:
    found = addresses(title, body)
    assert [url for url in found if not url.endswith(".pdf")] == [
        f"https://x.edu.vn/tin-so-10{n}.html" for n in range(8)
    ]


@pytest.mark.parametrize("beside", ["", OTHERS, OTHERS.replace("Góc phụ huynh", "Tin mới")])
def test_documents_in_files_before_boxes_of_pages_are_the_list(beside: str) -> None:
    found = addresses(
        "Công khai - Trường Hoa Mai", f"<div><h2>Công khai</h2>{REGISTER}</div>{beside}", "/cong-khai.php"
    )
    assert found == [f"https://x.edu.vn/f/q{n}.pdf" for n in range(1, 17)]


HEADS = (
    *("Tin tức mới", "Hoạt động mới", "Bài viết gần đây", "Tin nhanh", "Tin cập nhật", "Tin tiêu biểu"),
    *("Sự kiện mới", "Thông báo gần đây", "Tin vừa đăng", "Hoạt động mỗi ngày"),
)
DATED = rows('<li><a href="/bai/{slug}">{title}</a> <i>{day}</i></li>')


def page(body: str) -> str:
    return f"<html><head><title>Cổng thông tin xã Bình An</title></head><body><div>{body}</div></body></html>"


@pytest.mark.parametrize("head", HEADS)
def test_the_only_list_of_a_page_is_none_of_the_boxes_that_have_its_name_elsewhere(head: str) -> None:
    assert len(listed(page(f"<h2>{head}</h2><ul>{DATED}</ul>"))) == len(ITEMS)
    assert (
        len(listed(page(f"<h2>{head}</h2><ul>{DATED}</ul><aside><h3>Liên kết</h3><a href='/lk'>Sở</a></aside>"))) == 3
    )


@pytest.mark.parametrize("head", HEADS[:-1])
def test_a_box_of_such_a_name_beside_the_list_of_a_page_is_none_of_it(head: str) -> None:
    other = DATED.replace("/bai/", "/tin/cu-")
    main = f"<div><h1>Quy hoạch</h1><ul>{other}</ul></div>"
    found = listed(page(f"{main}<div><h3>{head}</h3><ul>{DATED}</ul></div>"))
    assert [entry.url.rpartition("/")[0] for entry in found] == ["https://x.gov.vn/tin"] * 3


@pytest.mark.parametrize("head", ["Hoạt động mỗi ngày", "Thông báo mời họp", "Hoạt động môi trường"])
def test_words_that_are_the_new_without_accents_name_no_box(head: str) -> None:
    found = listed(page(f"<h2>{head}</h2><ul>{DATED}</ul>"))
    assert len(found) == len(ITEMS)


@pytest.mark.parametrize("head", ["Lịch công tác", "Quy hoạch"])
def test_notices_of_late_beside_another_list_weigh_as_notices_do(head: str) -> None:
    main = f"<div><h2>{head}</h2><ul>{DATED.replace('/bai/', '/tin/cu-')}</ul></div>"
    found = listed(page(f"<div><h3>Thông báo gần đây</h3><ul>{DATED}</ul></div>{main}"))
    assert [entry.url.split("/")[3] for entry in found] == ["tin"] * 3


NUMBERED = (
    "<table><thead><tr><th>STT</th><th>Số/Ký hiệu</th><th>Ngày BH</th><th>Trích yếu</th><th>Tải về</th></tr></thead>"
    + "".join(
        f"<tr><td>{n}</td><td>{n}/KH-UBND</td><td>{n:02}/06/2024</td><td>Kế hoạch số {n} về phòng chống thiên tai</td>"
        f"<td><a href='/f/k{n}.pdf'><img src='/i/pdf.png' alt='Tải về'></a></td></tr>"
        for n in range(1, 13)
    )
    + "</table>"
)
TURNED = (
    "<ul><li><span>1</span></li><li><a href='?loai=0&trang=2'>2</a></li><li><a href='?loai=0&trang=9'>9</a></li></ul>"
)
PLAIN = (
    "<ul>"
    + "".join(f"<li><a href='/f/k{n}.pdf'>Kế hoạch số {n} về phòng dịch</a></li>" for n in range(1, 13))
    + "</ul>"
)
NOTICES = list(enumerate(TITLES, 1))
FEW = "</tr>".join(REGISTER.split("</tr>")[:6]) + "</tr></table>"
PAPERS = [f"https://x.edu.vn/f/k{n}.pdf" for n in range(1, 13)]


def beside(head: str, listed: str, behind: str = "") -> list[str]:
    box = f"<div><div><h3>{head}</h3></div><div><ul>{DATED}</ul></div></div>"
    body = f"<div><div>{box}</div><div>{listed}</div></div>{behind}"
    return addresses("Văn bản chỉ đạo điều hành", body, "/van-ban/danh-sach?loai=0")


@pytest.mark.parametrize("head", ["Thông báo", "Thông tin cần biết", "Tin mới nhất"])
def test_a_register_of_files_is_before_all_that_are_called_as_boxes(head: str) -> None:
    assert beside(head, NUMBERED) == PAPERS
    assert beside(head, NUMBERED, f"<div><h3>Đọc nhiều</h3><ul>{DATED.replace('/bai/', '/tin/')}</ul></div>") == PAPERS


@pytest.mark.parametrize("files", [NUMBERED, PLAIN])
@pytest.mark.parametrize("head", ["Thông báo", "Hoạt động của phường"])
def test_files_that_the_pager_of_a_page_turns_are_its_list_beside_any_box(head: str, files: str) -> None:
    assert beside(head, f"{files}{TURNED}") == PAPERS


def test_files_beside_a_list_that_the_pager_turns_or_that_has_the_name_of_the_page_are_none() -> None:
    turned = addresses("Hoạt động", f"<div>{NUMBERED}</div><div><ul>{DATED}</ul>{TURNED}</div>", "/hoat-dong")
    assert turned == [f"https://x.edu.vn/bai/{slug}" for slug, _, _ in ITEMS]
    named = beside("Văn bản chỉ đạo điều hành", f"{PLAIN}{TURNED}")
    assert named[:3] == [f"https://x.edu.vn/bai/{slug}" for slug, _, _ in ITEMS]


@pytest.mark.parametrize("form", ["<div>{list}</div><div>{box}</div>", "<div>{box}</div><div>{list}</div>"])
def test_a_longer_list_of_notices_is_no_box_beside_a_register(form: str) -> None:
    notices = "".join(f"<li><a href='/tb/{n}.html'>{title}</a> <i>{n:02}/03/2024</i></li>" for n, title in NOTICES)
    told, papers = f"<div><h3>Thông báo</h3><ul>{notices}</ul></div>", f"<div><h3>Văn bản</h3>{FEW}</div>"
    found = addresses("UBND xã Bình An", f"<div>{form.format(list=told, box=papers)}</div>", "/p/12")
    assert found == [f"https://x.edu.vn/tb/{n}.html" for n, _ in NOTICES]


RUNNING = (
    "Thông báo về việc lấy ý kiến đồ án quy hoạch chung xã Tân Hòa",
    "Thư mời tham gia đấu giá tài sản thanh lý của trạm y tế",
    "Lịch tiếp công dân tháng mười hai của chủ tịch xã",
)


def strip(count: int, form: str = "<span><a href='/tb/{0}.html'>{1}</a></span>") -> str:
    return f"<div>{''.join(form.format(n, title) for n, title in enumerate(RUNNING[:count], 1))}</div>"


TABLE = "</tr>".join(NUMBERED.split("</tr>")[:4]) + "</tr></table>"
THREE = PAPERS[:3]


@pytest.mark.parametrize("title", ["Văn bản", "UBND xã Bình An"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{strip(2)}<h2>Văn bản</h2>{TABLE}", {"Văn bản": THREE}),
        (f"{strip(2)}<div>{TABLE}</div>", {"Văn bản": THREE, "UBND xã Bình An": THREE}),
        (f"{strip(2)}<h2>Văn bản</h2>{PLAIN}", {"Văn bản": PAPERS}),
        (f"{strip(3)}<h2>Văn bản</h2>{TABLE}", {}),
        (f"<h3>Hoạt động</h3>{strip(2)}<h2>Văn bản</h2>{TABLE}", {}),
        (f"{strip(2, '<p><a href=/tb/{0}.html>{1}</a> (0{0}/03/2024)</p>')}<h2>Văn bản</h2>{TABLE}", {}),
    ],
)
def test_fewer_bare_titles_run_by_above_papers_with_the_name_of_their_page_or_a_register(
    title: str, body: str, expected: dict[str, list[str]]
) -> None:
    found = addresses(title, f"<div>{body}</div>", "/p/12")
    if title in expected:
        assert found == expected[title]
    else:
        assert found
        assert not any(url.endswith(".pdf") for url in found)


@pytest.mark.parametrize("above", ["", strip(2)])
def test_a_register_is_the_list_beside_a_box_that_names_its_files_once_more(above: str) -> None:
    box = "".join(f"<li><a href='/f/k{n}.pdf'>Kế hoạch số {n} về lũ</a></li>" for n in range(1, 4))
    body = f"{above}<div><div><h2>Văn bản</h2>{TABLE}</div><div><h4>Chỉ đạo điều hành</h4><ul>{box}</ul></div></div>"
    markup = f"<html><head><title>Văn bản</title></head><body>{body}</body></html>"
    entries = read_page(markup.encode(), "https://x.edu.vn/p/12").entries
    assert [(entry.url, entry.title) for entry in entries] == [
        (url, f"{n}/KH-UBND Kế hoạch số {n} về phòng chống thiên tai") for n, url in enumerate(THREE, 1)
    ]
    assert [entry.issued for entry in entries] == ["01/06/2024", "02/06/2024", "03/06/2024"]
