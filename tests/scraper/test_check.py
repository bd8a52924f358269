"""Trying portals: each way in which a try can end has its own name, on loopback."""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from archive.clock import today
from archive.folder import ArchiveFolder
from scraper.demo import serve
from scraper.facts import load_portals
from scraper.recorded import RECORDED
from scraper.tries import CHECKS, Try, last_tries
from tests.command import PROJECT, Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import FACTS, facts, listing, page, path_of, small_portal

BOT_WALL = b"<html><head><script>document.cookie='D1N=ab12';window.location.reload(true);</script></head></html>"
REFRESH = b'<html><head><meta http-equiv="refresh" content="0; url=/trang-chu"></head></html>'
NAMELESS = "http://khong-co.invalid/"
AWAY = Answer(status=301, headers={"Location": "https://cong-moi.example/"})
TEXT = "Các phòng, đơn vị trực thuộc phối hợp thực hiện và báo cáo kết quả trước ngày cuối tháng. " * 4
FILLED = ("unreadable", "untitled", "undated", "papers", "register")
FACTS_OF_PAPER = {"Số ký hiệu": "149/KH-SXD", "Ngày ban hành": "20/11/2020", "Người ký": "Nguyễn Phú"}
RECORD = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in FACTS_OF_PAPER.items())
REGISTERED = (
    ("12/QĐ-UBND", "20/11/2020", "Quyết định về việc phê duyệt kế hoạch sử dụng đất năm 2021 của xã Tân Lập"),
    ("47/KH-UBND", "12/11/2020", "Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2021 trên địa bàn xã"),
    ("105/TB-UBND", "02/11/2020", "Thông báo về việc tiếp nhận hồ sơ cấp giấy chứng nhận quyền sử dụng đất"),
)
HERE = "Kế hoạch phòng, chống hạn hán mùa khô trên địa bàn tỉnh"


def portal(name: str, start: str, *more: str) -> str:
    table = FACTS.format(start=start).replace("[thu-nghiem]", f"[{name}]")
    return table + "".join(f"{line}\n" for line in more)


def fill(loopback: Loopback, path: str, articles: Answer, *, dated: bool = True) -> None:
    """A listing at `path` whose articles all answer alike."""
    shown = listing(range(6)).body.replace(b"/tin-tuc/", f"{path}/".encode())
    loopback.routes[path] = Answer(shown if dated else re.sub(rb"<span>\(.*?\)</span>", b"", shown))
    for number in range(6):
        loopback.routes[path_of(number).replace("/tin-tuc/", f"{path}/")] = articles


def register(loopback: Loopback) -> None:
    """A register at `/register` that links its papers themselves, and prints when each was issued."""
    named = "".join(f"<th>{name}</th>" for name in ("Số/Ký hiệu", "Ngày ban hành", "Trích yếu", "Tệp đính kèm"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}<td><a href='/van-ban/{number}.pdf'>Tải về</a></td></tr>"
        for number, cells in enumerate(REGISTERED)
    )
    loopback.routes["/register"] = page("Văn bản", f"<h1>Văn bản</h1><table><tr>{named}</tr>{rows}</table>")
    for number in range(len(REGISTERED)):
        loopback.routes[f"/van-ban/{number}.pdf"] = Answer(b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")


def slowly(_: str) -> Answer:
    time.sleep(4)
    return listing(range(5))


STARTS: dict[str, Answer] = {
    "refused": Answer(status=403),
    "walled": Answer(BOT_WALL),
    "away": AWAY,
    "circle": Answer(status=302, headers={"Location": "/circle"}),
    "gone": Answer(status=404),
    "broken": Answer(status=500),
    "static": page("Giới thiệu", "<h1>Giới thiệu</h1><p>Sở Nội vụ là cơ quan chuyên môn.</p>"),
    "works": page("Thông báo", "<h1>Website đang bảo trì</h1><p>Mời quay lại sau.</p>"),
    "paper": Answer(b"%PDF-1.7 \x00\x01"),
    "refresh": Answer(REFRESH),
}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tried]:
    """Many portals, tried by one command."""
    cwd = tmp_path_factory.mktemp("check")
    with ExitStack() as stack:
        main, forbidding, faulty, leaving = (stack.enter_context(Loopback()) for _ in range(4))
        with Loopback() as closed:
            pass
        https = stack.enter_context(signed_by_nobody(cwd))
        small_portal(main)
        main.routes |= {f"/{name}": answer for name, answer in STARTS.items()} | {"/slow": slowly}
        fill(main, "/unreadable", Answer(status=404))
        fill(main, "/untitled", page("Cổng thử nghiệm", f"<p>{TEXT}</p>"))
        fill(main, "/undated", page(HERE, f"<h1>{HERE}</h1><p>{TEXT}</p>"), dated=False)
        fill(main, "/papers", page(HERE, f"<h1>{HERE}</h1><table>{RECORD}</table>"), dated=False)
        register(main)
        for server in (forbidding, faulty, leaving):
            small_portal(server)
        forbidding.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /tin-tuc\n", content_type="text/plain")
        faulty.routes["/robots.txt"] = Answer(status=503)
        leaving.routes["/robots.txt"] = leaving.routes["/tin-tuc"] = AWAY
        addresses = {name: main.url(f"/{name}") for name in (*STARTS, "slow", *FILLED)}
        addresses |= {"good": main.url("/tin-tuc"), "forbidding": forbidding.url("/tin-tuc")}
        addresses |= {"faulty": faulty.url("/tin-tuc"), "leaving": leaving.url("/tin-tuc")}
        addresses |= {"closed": closed.url(), "https": f"https://{https}/", "nameless": NAMELESS}
        tables = [portal(name, address) for name, address in addresses.items()]
        tables = [table.replace("delay = 0.0", "delay = 1.0") if NAMELESS in table else table for table in tables]
        tables.append(portal("sampled", main.url("/gone"), f'sample = "{main.url(path_of(1))}"'))
        (cwd / "portals").mkdir()
        (cwd / "portals" / "thu-nghiem.toml").write_text("\n".join(tables), "utf-8")
        opened = [origin for server in (main, forbidding, faulty, leaving, closed) for origin in (server.origin,)]
        words = [word for origin in (*opened, https) for word in ("--allow-private", origin)]
        options = ("--portals", cwd / "portals", "--archive", cwd / "archive", "--contact", "bao@example.vn", "--json")
        done = kehoach("portals", "check", *addresses, "sampled", *words, *options, "--timeout", "2", cwd=cwd)
        yield Tried(done, {"main": main, "forbidding": forbidding, "faulty": faulty})


@dataclass
class Tried:
    done: Done
    servers: dict[str, Loopback]

    def __getitem__(self, name: str) -> tuple[str, str]:
        """A portal's result and its evidence on one line."""
        [report] = [report for report in self.done.json if report["portal"] == name]
        assert report["good"] is (report["result"] == "reached")
        return report["result"], " / ".join(report["evidence"])


def test_a_portal_that_lists_announcements_is_reached(tried: Tried) -> None:
    result, evidence = tried["good"]
    assert result == "reached"
    assert "10 announcements, 10 with a day / 3 of 3 announcements read" in evidence


def test_papers_need_no_day_but_their_own(tried: Tried) -> None:
    result, evidence = tried["papers"]
    assert result == "reached"
    assert evidence.endswith("6 announcements, 0 with a day / 3 of 3 announcements read")


def test_files_that_a_register_lists_need_no_day_but_the_one_on_which_they_were_issued(tried: Tried) -> None:
    result, evidence = tried["register"]
    assert result == "reached"
    assert evidence.endswith("3 announcements, 0 with a day / 3 of 3 announcements read")


@pytest.mark.parametrize(
    ("name", "result", "words"),
    [
        ("refused", "blocked", "HTTP 403"),
        ("walled", "blocked", "cookie-stub"),
        ("away", "moved", "leads to https://cong-moi.example/"),
        ("leaving", "moved", "leads to https://cong-moi.example/"),
        ("circle", "unreachable", "more than 5 redirects"),
        ("gone", "gone", "HTTP 404"),
        ("broken", "unreachable", "HTTP 500"),
        ("closed", "unreachable", "refused"),
        ("nameless", "unreachable", "no address for the host"),
        ("slow", "unreachable", "no answer in time"),
        ("https", "unreachable", "certificate"),
        ("faulty", "unreachable", "HTTP 503 (robots.txt)"),
        ("forbidding", "forbidden", "forbidden by robots.txt"),
        ("static", "no listing", "no announcements are listed"),
        ("works", "closed", 'closed (maintenance), it says "Website đang bảo trì"'),
        ("paper", "no listing", "pdf-called-html"),
        ("refresh", "no listing", "only leads on to http://127.0.0.1"),
        ("unreadable", "fields missing", "HTTP 404 / none of the announcements tried could be read"),
        ("untitled", "fields missing", "3 of 3 announcements read; not found: title"),
        ("undated", "fields missing", "3 of 3 announcements read; not found: date"),
    ],
)
def test_each_way_to_fail_has_its_own_name(tried: Tried, name: str, result: str, words: str) -> None:
    found, evidence = tried[name]
    assert found == result, evidence
    assert words in evidence


def test_what_robots_txt_forbids_or_does_not_allow_is_not_fetched(tried: Tried) -> None:
    assert set(tried.servers["forbidding"].asked) == {"/robots.txt"}
    assert set(tried.servers["faulty"].asked) == {"/robots.txt"}


def test_a_portal_without_a_list_is_asked_for_its_sample(tried: Tried) -> None:
    result, evidence = tried["sampled"]
    assert result == "gone"
    assert evidence.endswith(f"{path_of(1)}: answers, kind of page: article")


def test_one_portal_that_is_not_good_makes_the_exit_code_1_and_nothing_is_remembered(tried: Tried) -> None:
    assert tried.done.code == 1
    assert "will not remember" in tried.done.err
    assert "Traceback" not in tried.done.err


def test_without_a_contact_a_real_portal_is_not_tried(tmp_path: Path) -> None:
    done = kehoach("portals", "check", "quang-ninh-bao", "--archive", tmp_path / "archive", cwd=tmp_path)
    assert done.code == 2
    assert "KEHOACH_CONTACT" in done.err


def test_checks_and_crawls_are_the_last_live_tries_of_the_list(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    folders = ("--portals", facts(tmp_path / "portals", loopback.url("/tin-tuc")), "--archive", tmp_path / "archive")
    reaching = (*folders, "--allow-private", loopback.origin)

    def own_line() -> str:
        lines = kehoach("portals", "list", *folders, cwd=tmp_path).out.splitlines()
        assert "untried" in next(line for line in lines if line.startswith("quang-ninh-bao "))
        return next(line for line in lines if line.startswith("thu-nghiem "))

    day = today().isoformat()
    assert kehoach("crawl", "thu-nghiem", *reaching, cwd=tmp_path).code == 0
    assert f"{day} crawl passed" in own_line()
    done = kehoach("portals", "check", "thu-nghiem", *reaching, cwd=tmp_path)
    assert (done.code, done.out.splitlines()[0]) == (0, "thu-nghiem: reached")
    tries = last_tries(ArchiveFolder(tmp_path / "archive"), [])
    assert tries["thu-nghiem"] in (Try(day, "reached"), Try(day, "crawl passed"))
    assert "thu-nghiem" in (tmp_path / "archive" / CHECKS).read_text("utf-8")


def test_every_portal_is_listed_with_its_platform_state_and_recorded_pages(tmp_path: Path) -> None:
    listed = {portal["name"]: portal for portal in kehoach("portals", "list", "--json", cwd=tmp_path).json}
    assert set(load_portals()) < set(listed)
    assert listed["ninh-thuan-cong-thong-tin"]["recorded"] is True
    assert listed["an-giang-cong-thong-tin"]["recorded"] is False
    assert {portal["last_try"] for portal in listed.values()} == {None}


def test_recorded_platforms_have_recorded_pages() -> None:
    files = (PROJECT / "tests").glob("recorded*/**/*.json")
    held = {json.loads(file.read_text("utf-8")).get("platform") for file in files}
    assert held >= RECORDED


def test_the_demo_portals_are_reached(tmp_path: Path) -> None:
    with serve(0) as server:
        opened = [word for origin in server.origins for word in ("--allow-private", origin)]
        options = (*opened, "--archive", tmp_path / "archive", "--json")
        done = kehoach("portals", "check", *server.sites, *options, cwd=tmp_path, KEHOACH_DEMO_PORT=str(server.port))
    assert {report["portal"]: report["result"] for report in done.json} == dict.fromkeys(server.sites, "reached")


@contextmanager
def signed_by_nobody(folder: Path) -> Iterator[str]:
    """An https server on loopback with a certificate of its own; yields its origin."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()
