"""Walls before a portal's list: crawl, status, check and probe call them alike, and say what to do about each."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from scraper.advice import ABROAD, advice_on
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, facts, listing, page, path_of, small_portal

LOGIN = page(
    "Đăng nhập hệ thống",
    "<h1>Đăng nhập hệ thống</h1><form action='/dang-nhap' method='post'><p>Vui lòng đăng nhập để tiếp tục</p>"
    "<label>Tên đăng nhập</label><input name='u'><label>Mật khẩu</label><input type='password' name='p'></form>",
)
CAPTCHA = page("Xác minh", "<p>Vui lòng xác minh bạn không phải là robot</p><div class='g-recaptcha'></div>")
SCRIPT_OF_STUB = "document.cookie='D1N='+(7*191).toString(16);location.reload();"
STUB = Answer(f"<html><head><script>{SCRIPT_OF_STUB}</script></head></html>".encode())
DENIED = Answer(status=403)
LED_TO_LOGIN = Answer(status=302, headers={"Location": "/dang-nhap"})
LOGS_IN = "it asks for a login"
SCRIPT = "`script = true`"


@dataclass
class Told:
    """What the commands said of a portal."""

    crawl: Done
    check: Done
    probe: Done
    status: Done

    def words(self) -> list[str]:
        return [done.out + done.err for done in (self.crawl, self.check, self.probe)]


def told_by_all(loopback: Loopback, tmp_path: Path, *opened: str, contact: str = "") -> Told:
    start = loopback.url("/tin-tuc")
    archive = ("--archive", tmp_path / "archive")
    asking = (*(word for origin in opened for word in ("--allow-private", origin)), "--contact", contact)
    words = ("thu-nghiem", "--portals", facts(tmp_path / "portals", start), *archive, *asking)
    return Told(
        kehoach("crawl", *words, cwd=tmp_path),
        kehoach("portals", "check", *words, cwd=tmp_path),
        kehoach("portals", "probe", start, "--delay", "0", *asking, cwd=tmp_path),
        kehoach("status", "--json", *archive, cwd=tmp_path),
    )


@pytest.mark.parametrize(
    ("wall", "flag", "advice"),
    [
        pytest.param(LOGIN, "login-wall", LOGS_IN, id="a login"),
        pytest.param(LED_TO_LOGIN, "login-wall", LOGS_IN, id="it leads to a login"),
        pytest.param(CAPTCHA, "captcha", "", id="a captcha"),
        pytest.param(STUB, "cookie-stub", SCRIPT, id="a stub"),
        pytest.param(DENIED, "HTTP 403", "", id="it is refused"),
    ],
)
def test_a_wall_before_a_list_is_called_alike_and_is_not_taken_for_one_by_country(
    loopback: Loopback, tmp_path: Path, wall: Answer, flag: str, advice: str
) -> None:
    loopback.routes |= {"/tin-tuc": wall, "/dang-nhap": LOGIN}
    told = told_by_all(loopback, tmp_path, loopback.origin)
    for words in told.words():
        assert "blocked" in words
        assert flag in words
        assert advice.lower() in words.lower()
        assert ABROAD not in words
    [status] = told.status.json
    assert (status["state"], flag in status["evidence"]) == ("blocked", True)


def test_a_site_that_says_that_it_is_closed_is_called_so_and_its_word_is_no_announcement(
    loopback: Loopback, tmp_path: Path
) -> None:
    small_portal(loopback)
    said = "Cổng thông tin điện tử thị xã đã dừng hoạt động từ ngày 01/7/2025"
    closed = page("Thông báo", f"<h1>{said}</h1><p>Mời truy cập Cổng thông tin điện tử tỉnh.</p>")
    loopback.routes |= dict.fromkeys(loopback.routes, closed)
    told = told_by_all(loopback, tmp_path, loopback.origin)
    for words in told.words():
        assert "closed" in words
        assert "shut-down" in words
        assert f'it says "{said}' in words
        assert ABROAD not in words
        assert "try again later" not in words.lower()
    [status] = told.status.json
    assert (status["state"], "closed: shut-down" in status["evidence"]) == ("unreachable", True)
    with sqlite3.connect(tmp_path / "archive" / "archive.db") as database:
        assert database.execute("SELECT count(*) FROM announcement").fetchone() == (0,)


def test_a_site_that_is_being_worked_on_is_not_said_to_have_moved(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    said = "Hệ thống đang bảo trì, nâng cấp"
    loopback.routes["/tin-tuc"] = page("Thông báo", f"<h1>{said}</h1><p>Mời quay lại sau.</p>")
    for words in told_by_all(loopback, tmp_path, loopback.origin).words():
        assert f'it says "{said}' in words
        assert "took its place" not in words


@pytest.mark.parametrize(
    ("outcome", "may_be"),
    [
        ("blocked: HTTP 403", True),
        ("blocked: HTTP 403 (robots.txt)", True),
        ("unreachable: no answer in time", True),
        ("unreachable: the connection was refused", True),
        ("unreachable: HTTP 500", False),
        ("unreachable: the certificate is not valid", False),
        ("blocked: HTTP 401", False),
        ("blocked: captcha", False),
        ("blocked: cookie-stub", False),
        ("blocked: login-wall", False),
        ("forbidden by robots.txt", False),
    ],
)
def test_what_a_portal_looks_like_that_answers_to_its_own_country_alone(outcome: str, may_be: bool) -> None:
    assert (advice_on(outcome, "https://a.gov.vn/") == ABROAD) is may_be
    assert advice_on(outcome, "http://127.0.0.1:8000/") != ABROAD


def test_a_login_behind_a_menu_is_called_so_and_is_no_failure_of_the_portal(loopback: Loopback, tmp_path: Path) -> None:
    menu = '<ul><li><a href="/thong-bao">Thông báo</a></li><li><a href="/ke-hoach">Kế hoạch</a></li></ul>'
    loopback.routes["/"] = Answer(listing(range(10)).body.replace(b"<h2>", menu.encode() + b"<h2>"))
    loopback.routes |= {path_of(number): article(number) for number in range(10)} | {"/thong-bao": LOGIN}
    words = ("--portals", facts(tmp_path / "portals", loopback.url("/")), "--allow-private", loopback.origin)
    assert kehoach("crawl", "thu-nghiem", *words, "--archive", tmp_path / "archive", cwd=tmp_path).code == 0
    with sqlite3.connect(tmp_path / "archive" / "archive.db") as database:
        found = database.execute("SELECT outcome FROM ledger WHERE url = ?", (loopback.url("/thong-bao"),)).fetchall()
    assert found == [("blocked: login-wall",)]


@pytest.mark.parametrize("contact", ["", "bao@example.vn"])
def test_a_private_address_that_nobody_opened_is_said_to_be_one_before_a_contact_is_asked_for(
    loopback: Loopback, tmp_path: Path, contact: str
) -> None:
    small_portal(loopback)
    for words in told_by_all(loopback, tmp_path, contact=contact).words():
        assert f"{loopback.origin} is a private address" in words
        assert f"f it is yours, --allow-private {loopback.origin} opens it" in words
        assert "KEHOACH_CONTACT" not in words
        assert ABROAD not in words
    assert loopback.asked == []


def test_check_and_status_agree_on_what_leads_to_a_private_address(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes["/tin-tuc"] = Answer(status=302, headers={"Location": "http://10.0.0.1/"})
    told = told_by_all(loopback, tmp_path, loopback.origin)
    assert [status["state"] for status in told.status.json] == ["blocked"]
    assert told.check.out.startswith("thu-nghiem: blocked\n")
    for words in told.words()[:2]:
        assert "10.0.0.1:80 is a private address" in words
        assert "only its own network reaches" in words
        assert ABROAD not in words


def test_what_a_wall_says_is_printed_as_no_announcement(tmp_path: Path) -> None:
    file = tmp_path / "trang.html"
    file.write_bytes(LOGIN.body)
    done = kehoach("read", file, "--url", "https://a.gov.vn/tin/1.html", cwd=tmp_path)
    assert (done.code, done.err) == (
        1,
        "This page was not read: blocked (login-wall); it asks for a login, and nothing is read behind one.\n",
    )
    assert done.json["outcome"] == "blocked"
    assert "login-wall" in done.json["flags"]
    assert {"title", "body_text"}.isdisjoint(done.json)
