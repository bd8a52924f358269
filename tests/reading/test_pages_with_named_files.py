"""Registers whose rows have a page, called by the paper's number, and a file, called after itself."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

PAPERS = (
    ("28/2016/NQ-HĐND", "28-2016-nq-hdnd", "Quy định mức phụ cấp đối với người hoạt động không chuyên trách ở cấp xã"),
    ("13/TB-SKHCN", "13-tb-skhcn", "Thành lập Ban Chỉ đạo phòng, chống tác hại của thuốc lá"),
    ("2144/BC-SKHCN", "2144-bc-skhcn", "Lấy ý kiến góp ý hồ sơ dự thảo nghị quyết về mức hỗ trợ học phí"),
    ("2124/TB-SKHCN", "2124-tb-skhcn", "Cho ý kiến về chủ trương lập quy hoạch phân khu đô thị"),
    ("06/2016/QĐ-UBND", "06-2016-qd-ubnd", "Khu vực cấm, khu vực tạm thời cấm hoạt động khoáng sản"),
    ("1837/KH-SKHCN", "1837-kh-skhcn", "Giao chỉ tiêu kế hoạch khoa học và công nghệ năm 2016"),
)
PAGER = (
    "<div class='item-list'><ul class='pager'><li><a href='/van-ban-phap-quy'>‹ trước</a></li>"
    "<li class='pager-current'>2</li><li><a href='/van-ban-phap-quy?page=2'>3</a></li></ul></div>"
)
NEWEST = (
    "<div class='block'><h2>Tin mới nhất</h2><ul>"
    "<li><a href='/tin-tuc/be-giang-lop-boi-duong'>Bế giảng lớp bồi dưỡng kiến thức quốc phòng</a></li>"
    "<li><a href='/tin-tuc/phong-chong-dich-ta-lon'>Tập trung phòng, chống dịch tả lợn châu Phi</a></li>"
    "<li><a href='/tin-tuc/khanh-thanh-truong-mam-non-dat-chuan'>Khánh thành trường mầm non đạt chuẩn quốc gia</a></li>"
    "</ul></div>"
)


def register(file: str) -> str:
    rows = "".join(
        f"<tr><td><a href='/van-ban/{slug}'>{number}</a></td><td>{about}</td><td>{day:02}/07/2016</td>"
        f"<td><span class='file'><a href='{file.format(slug)}'>{slug}.pdf</a></span></td></tr>"
        for day, (number, slug, about) in enumerate(PAPERS, 1)
    )
    heads = "<tr><th>Số hiệu</th><th>Trích yếu</th><th>Ngày ban hành</th><th>Tập tin</th></tr>"
    table = f"<div class='view-content'><table><thead>{heads}</thead><tbody>{rows}</tbody></table></div>"
    return f"<div class='view'><h1>Văn bản pháp quy</h1>{table}{PAGER}</div>{NEWEST}"


CODED = "/documents/10180/1211/{0}.pdf/902fbc83-ae3c-1e7e-5335-2a05187c063c"


@pytest.mark.parametrize("file", ["/sites/default/files/{0}.pdf", "/tai-ve?id={0}", CODED])
def test_the_page_of_each_paper_is_listed_and_its_file_is_not(file: str) -> None:
    found = [
        entry.url for entry in read_page(register(file).encode(), "https://x.gov.vn/van-ban-phap-quy?page=1").entries
    ]
    assert found == [f"https://x.gov.vn/van-ban/{slug}" for _, slug, _ in PAPERS]


@pytest.mark.parametrize("file", [CODED + "?version=1.0", "/vb/{0}.rar"])
def test_papers_in_files_with_a_pager_are_the_list_though_what_the_last_is_about_is_long(file: str) -> None:
    cards = "".join(
        f"<div class='vb'><p><a href='{file.format(slug)}'>{number}</a></p>"
        f"<p>{about} {'và các xã liên quan ' * 8}</p></div>"
        for number, slug, about in PAPERS
    )
    pager = "<div><b>1</b> <a href='/cong-khai?cur=2'>2</a> <a href='/cong-khai?cur=3'>3</a></div>"
    page = f"<div><h1>Công khai văn bản</h1>{cards}{pager}</div>{NEWEST}"
    found = [entry.url for entry in read_page(page.encode(), "https://x.gov.vn/cong-khai").entries]
    assert found == [f"https://x.gov.vn{file.format(slug)}" for _, slug, _ in PAPERS]
