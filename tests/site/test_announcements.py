"""One announcement with its captures and earlier states."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from archive.site.captures import MOST_TEXT, QUICKLY
from archive.site.dates import date_words
from tests.site.conftest import Site
from tests.site.library import ITEMS, Item, make_archive


def test_an_announcement_reads_like_a_text_and_names_its_papers(site: Site, uid_of: Callable[[str], str]) -> None:
    text = site.page(f"/tin/{uid_of(ITEMS[0].title)}").text
    assert "<h2>I. MỤC ĐÍCH, YÊU CẦU</h2>" in text
    assert '<p class="item">Bảo đảm thiết thực, tránh phô trương.</p>' in text
    assert "<td>Đài truyền hình</td>" in text
    assert '<a class="document" href="/van-ban/1">5408/KH-UBND</a>' in text
    assert "Triển khai" in text
    assert 'href="https://quang-nam.example.vn/tin/1"' in text
    assert 'href="/ban-luu/1"' in text
    assert "Ngày đăng: 2020-09-16T10:06:00+07:00" in text


def test_a_row_of_the_table_is_the_same_page(site: Site) -> None:
    assert "<h1>Kế hoạch tuyên truyền Đại hội đảng bộ các cấp</h1>" in site.page("/archive/announcement/1").text


def test_a_removed_and_a_changed_announcement_say_so(site: Site, uid_of: Callable[[str], str]) -> None:
    removed, changed = site.get(
        f"/tin/{uid_of('Thông báo lịch cúp nước đã bị gỡ')}", f"/tin/{uid_of('Báo cáo đã sửa về hợp tác xã')}"
    )
    assert "Cổng đã gỡ tin này; việc gỡ được ghi nhận ngày 01/02/2021, 07:00." in removed.text
    assert "lần cuối" not in removed.text.lower(), "it says that it saw it later"
    assert "Xem bản lưu" in removed.text
    assert "Cổng đã sửa tin này" in changed.text


def test_an_earlier_state_is_compared_word_by_word(site: Site, uid_of: Callable[[str], str]) -> None:
    uid = uid_of("Báo cáo đã sửa về hợp tác xã")
    assert f'href="/tin/{uid}/so-sanh/1"' in site.page(f"/tin/{uid}").text
    page, missing = site.get(f"/tin/{uid}/so-sanh/1", f"/tin/{uid}/so-sanh/2")
    assert "Số liệu được đính chính: <del>0165</del><ins>0156</ins> hợp tác xã." in page.text
    assert "<ins> đã sửa</ins>" in page.text
    assert missing.status_code == 404


def test_a_newspaper_is_shown_in_excerpts_where_its_facts_say_so(tmp_path: Path) -> None:
    body = "\n".join(f"Đoạn thứ {number} của bài báo." for number in range(200))
    long = Item("Bài báo dài", body, portal="quang-ninh")
    site = Site(make_archive(tmp_path / "data", [long], excerpts=True))
    page = site.page("/archive/announcement/1")
    assert "Đoạn thứ 1 của bài báo." in page.text
    assert "Đoạn thứ 199 của bài báo." not in page.text
    assert "Đây là trích đoạn" in page.text


def test_an_announcement_as_json_has_the_names_of_the_export(site: Site, uid_of: Callable[[str], str]) -> None:
    data = site.page(f"/tin/{uid_of(ITEMS[0].title)}.json").json()
    assert data["published_at"] == "2020-09-16T10:06:00+07:00"
    assert data["documents"][0]["number"] == "5408/KH-UBND"
    assert data["is_plan"] is True
    assert data["body_text"].startswith("Ủy ban nhân dân")


def test_a_capture_is_text_or_a_file_and_never_a_page_of_ours(site: Site) -> None:
    page, text, file = site.get("/ban-luu/1", "/ban-luu/1.txt", "/ban-luu/1/tai-ve")
    assert "Số 5408/KH-UBND" in page.text
    assert "steal()" not in page.text
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert "<script>steal()</script>" in text.text
    assert file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.content == ITEMS[0].page
    for answer in (text, file):
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"


def test_of_a_large_capture_the_beginning_is_shown_and_one_too_large_to_look_through_is_not_handed_out(
    tmp_path: Path,
) -> None:
    large, huge = (
        "<p>Đầu trang.</p>" + f"<p>{'Nội dung. ' * 100}</p>\n" * (size // 1000) + "<p>Cuối trang.</p>"
        for size in (2 * QUICKLY, MOST_TEXT)
    )
    items = [Item(f"Tin {number}", "…", page=page.encode()) for number, page in enumerate((large, huge))]
    site = Site(make_archive(tmp_path / "data", items))
    for number, status in ((1, 200), (2, 403)):
        page, file = site.get(f"/ban-luu/{number}", f"/ban-luu/{number}/tai-ve")
        assert "Đầu trang." in page.text and "Chỉ hiện phần đầu" in page.text
        assert "Cuối trang." not in page.text
        assert len(page.content) < QUICKLY * 1.5
        assert file.status_code == status


def test_a_capture_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS[:1])
    for file in folder.warcs.iterdir():
        file.unlink()
    site = Site(folder)
    page, text = site.get("/ban-luu/1", "/ban-luu/1.txt")
    assert page.status_code == 200
    assert "Không mở được bản lưu." in page.text
    assert text.status_code == 404


def test_a_citation_names_the_day_of_collecting_and_the_capture(site: Site) -> None:
    (capture,) = site.page("/archive/capture.json?_shape=array&_size=1&_sort=id").json()
    (row,) = site.page(f"/archive/announcement.json?_shape=array&capture={capture['id']}&_size=1").json()
    cited = site.page(f"/tin/{row['uid']}").text.split('class="cite">')[1].split("</dd>")[0]
    assert cited.endswith(f", thu thập {date_words('vi', capture['fetched_at'])}, mã bản lưu {capture['id']}.")


def test_an_announcement_is_told_to_search_engines_and_marks_what_was_searched_for(
    site: Site, uid_of: Callable[[str], str]
) -> None:
    uid = uid_of(ITEMS[0].title)
    text = site.page(f"/tin/{uid}?q=tuyen+truyen").text
    data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["headline"] == ITEMS[0].title
    assert data["datePublished"] == "2020-09-16T10:06:00+07:00"
    assert data["url"] == f"http://localhost/tin/{uid}"
    assert [paper["legislationIdentifier"] for paper in data["mentions"]] == ["5408/KH-UBND", "35-CT/TW"]
    assert "<mark>Tuyên truyền</mark> sâu rộng" in text
