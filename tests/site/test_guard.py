from __future__ import annotations

import asyncio

import pytest
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response

from archive.search.hits import SearchTimeoutError
from archive.site import allowance
from archive.site.asgi import Message, Receive, Scope, Send
from archive.site.guard import guarded
from archive.site.plugin import _kind_of
from archive.site.rate import SETTING, RateLimit, household
from tests.site.conftest import Site


async def plainly(_scope: Scope, status: int, kind: str) -> Response:
    return Response.text(kind, status=status)


CLOSED = [
    "/-/databases", "/-/databases.json", "/-/settings", "/-/settings.json", "/-/metadata", "/-/metadata.json",
    "/-/plugins", "/-/plugins.json", "/-/versions", "/-/versions.json", "/-/threads", "/-/threads.json", "/-/actor",
    "/-/actor.json", "/-/messages", "/-/permissions", "/-/allow-debug", "/-/patterns", "/-/logout", "/-/auth-token",
    "/-/config", "/archive.db", "/_internal", "/_internal/databases", "/_memory", "/_memory.json", "/-/%64atabases",
    "/~61rchive", "/~61rchive/announcement.json", "/~5Finternal", "/archive~2Edb", "/%5Cevil.example/", "/a/%5C/",
]  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
def test_debugging_pages_and_the_live_file_are_closed(site: Site, path: str) -> None:
    assert site.page(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "_fts_table=announcement_fts&_search=a", "_fts_pk=id&_search=a", "_where=1=1", "_searchmode=raw&_search=a",
        "_search_title=a", "_through=%7B%7D", "_trace=1", "_context=1", "%5Fwhere=1", "sql=select+1",
        "_facet=a&_facet=b&_facet_array=c&_facet_date=d&_facet=e",
    ],
)  # fmt: skip
def test_parameters_that_reach_into_sql_are_refused(site: Site, query: str) -> None:
    assert site.page(f"/archive/announcement?{query}").status_code == 400


@pytest.mark.parametrize("path", ["/archive?sql=select+1", "/archive.json?sql=select+1", "/archive.csv?sql=select+1"])
def test_nobody_runs_sql_of_his_own(site: Site, path: str) -> None:
    assert site.page(path).status_code in {400, 403}


@pytest.mark.parametrize("table", ["ledger", "pointer", "address", "announcement_fts", "announcement_fts_data"])
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_the_archives_own_tables_are_not_public(site: Site, table: str, form: str) -> None:
    assert site.page(f"/archive/{table}{form}").status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_visitor_can_only_read(site: Site, method: str) -> None:
    for answer in site.get("/", "/tra-cuu", "/archive/announcement", "/archive/announcement/1", method=method):
        assert answer.status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/", "/tra-cuu?q=a", "/archive/announcement", "/archive/announcement.json", "/archive/announcement.csv",
     "/static/site.css", "/xyz", "/-/databases", "/archive/ledger", "/archive/announcement?_where=1", "/ban-luu/1.txt"],
)  # fmt: skip
def test_every_answer_carries_the_safe_headers(site: Site, path: str) -> None:
    headers = site.page(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "referrer-policy" in headers


def test_pages_need_no_inline_script_or_style(site: Site) -> None:
    for path in ("/", "/tra-cuu?q=ke", "/archive/announcement", "/archive/announcement/1", "/archive", "/van-ban/1"):
        text = site.page(path).text
        assert "<script" not in text.replace("&lt;script", "").replace('<script type="application/ld+json"', ""), path
        assert "style=" not in text, path
        assert " onclick" not in text, path


def test_a_visitor_who_asks_too_often_waits_and_others_do_not() -> None:
    limit = RateLimit(burst=3, a_second=0.5)
    waits = [limit.seconds_to_wait("203.0.113.7", "/tra-cuu") for _ in range(4)]
    assert waits[:3] == [0, 0, 0]
    assert 1 < waits[3] <= 2
    assert limit.seconds_to_wait("203.0.113.8", "/tra-cuu") == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2::ffff", True), ("2001:db8:1:2::1", "2001:db8:1:ff::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:102::1", False), ("2001:db8:1:2::1", "2001:db8:2:2::1", False),
        ("203.0.113.7", "203.0.113.8", False), ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False), ("::ffff:cb00:7107", "203.0.113.7", True),
        ("unknown", None, True), ("x" * 9000, "unknown", True), ("127.0.0.1", "::1", False),
    ],
)  # fmt: skip
def test_who_counts_as_one_visitor(one: str | None, other: str | None, same: bool) -> None:
    first, second = (household({"client": address and (address, 1)}) for address in (one, other))
    assert (first == second) is same


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("127.0.0.1", "/tra-cuu"),
        ("::1", "/tra-cuu"),
        (None, "/van-ban/1"),
        ("203.0.113.7", "/archive/mention.json"),
        ("203.0.113.7", "/nguon/hue"),
        ("203.0.113.7", "/nguon"),
        ("203.0.113.7", "/tin/abc/so-sanh/1"),
    ],
)
def test_the_machine_itself_and_who_has_no_address_are_limited_as_all_are(address: str | None, path: str) -> None:
    limit = RateLimit(burst=1, a_second=0.001)
    waits = [limit.seconds_to_wait(household({"client": address and (address, 1)}), path) for _ in range(3)]
    assert (waits[0], waits[1] > 0, waits[2] > 0) == (0, True, True)


@pytest.mark.parametrize("path", ["/", "/tin/abc", "/healthz", "/static/site.css", "/nguon/hue-noi-vu.svg"])
def test_cheap_pages_are_not_limited(path: str) -> None:
    limit = RateLimit(burst=1, a_second=0.001)
    assert [limit.seconds_to_wait("203.0.113.7", path) for _ in range(5)] == [0] * 5


@pytest.mark.parametrize(("setting", "last"), [("off", 200), ("on", 429), ("", 429)])
def test_only_the_operator_turns_the_limit_off(
    site: Site, monkeypatch: pytest.MonkeyPatch, setting: str, last: int
) -> None:
    monkeypatch.setenv(SETTING, setting)
    monkeypatch.setattr(RateLimit.__init__, "__defaults__", (1.0, 0.001))
    assert [answer.status_code for answer in site.get("/van-ban", "/van-ban")] == [200, last]


def test_too_many_requests_are_answered_in_both_languages_with_a_time_to_wait() -> None:
    async def app(scope: object, receive: object, send: object) -> None:
        return None

    async def ask() -> list[dict[str, object]]:
        messages: list[dict[str, object]] = []

        async def send(message: object) -> None:
            messages.append(dict(message))  # type: ignore[call-overload]

        async def receive() -> dict[str, object]:
            return {}

        site = guarded(app, lambda: 0, plainly)
        scope = {"type": "http", "method": "GET", "path": "/tra-cuu", "query_string": b"", "client": ("203.0.113.9", 1)}
        for _ in range(70):
            await site(scope, receive, send)
        return messages

    messages = asyncio.run(ask())
    assert messages[0]["status"] == 429
    assert b"retry-after" in dict(messages[0]["headers"])  # type: ignore[call-overload]
    assert "Quá nhiều yêu cầu" in bytes(messages[1]["body"]).decode()  # type: ignore[call-overload]


def test_a_page_that_takes_too_long_says_that_the_server_is_busy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(connection: object, identifier: int) -> None:
        raise SearchTimeoutError

    monkeypatch.setattr("archive.site.pages.documents.paper_record", slow)
    answer = site.page("/van-ban/1")
    assert answer.status_code == 503
    assert "Máy chủ đang bận" in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("kehoach.example.org", 200), ("127.0.0.1:8001", 200), ("[::1]:8001", 200), ("", 200),
        ('evil.example"><x', 400), ("evil.example/path", 400), ("a b", 400), ("user@evil.example", 400),
        ("a:port", 400),
    ],
)  # fmt: skip
def test_a_host_that_is_no_name_never_reaches_the_addresses_of_a_feed(host: str, status: int) -> None:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    messages: list[Message] = []

    async def send(message: Message) -> None:
        messages.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/tra-cuu.atom", "query_string": b"q=a",
             "headers": [(b"host", host.encode())], "client": ("10.0.0.9", 1)}  # fmt: skip

    async def ask() -> None:
        await guarded(app, lambda: 0, plainly)(scope, receive, send)

    asyncio.run(ask())
    assert messages[0]["status"] == status


@pytest.mark.parametrize("name", ["a" * 5000, "%C4%91" * 500, "../page.py", "x"])
def test_a_static_file_that_cannot_be_is_not_found(site: Site, name: str) -> None:
    assert site.page(f"/static/{name}").status_code == 404


REFUSED = [
    ("/-/databases", 404), ("/%00", 404), ("/tra-cuu?q=%00", 400), ("/archive/announcement?_where=1=1", 400),
    ("/archive/announcement?_fts_table=announcement_fts&_search=a", 400), ("/archive/announcement?_timelimit=a", 400),
    ("/archive/announcement?_shape=x", 400), ("/archive/announcement?_ttl=31536000", 400),
    ("/archive/announcement?title__in=[1", 400), ('/archive/announcement?id__in=[{"a":1}]', 400),
    ("/archive/announcement?id__in=[[1]]", 400), ("/archive/announcement?id__notin=[9223372036854775808]", 400),
    ("/archive/announcement?id__in=" + "[" * 3000, 400),
    ("/archive/announcement?id__in=" + ",".join(["1"] * 201), 414),
    ("/archive/announcement?id__in=[" + ",".join(["1"] * 201) + "]", 414),
    ("/archive/announcement?id__in=" + ",".join(map(str, range(9000))), 414),
    ("/archive/announcement?" + "title__contains=a&" * 65, 414), ("/tra-cuu?q=" + "😀" * 5000, 414),
    ("/tra-cuu?q=" + "a" * 501, 414), ("/archive/announcement?_search=" + "a" * 501, 414),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status"), REFUSED, ids=lambda value: str(value)[:60])
def test_what_is_refused_is_a_page_of_the_site_or_json(site: Site, path: str, status: int) -> None:
    address, _, query = path.partition("?")
    page, data = site.get(path, f"{address}.json?{query}")
    assert (page.status_code, data.status_code) == (status, status)
    assert page.headers["content-type"].startswith("text/html") and "/tra-cuu" in page.text
    assert len(page.text) < 20_000
    assert data.json()["status"] == status and data.json()["ok"] is False


@pytest.mark.parametrize(
    "path",
    ["/tra-cuu?q=" + "%E1%BB%87" * 500, "/archive/announcement?id__in=" + ",".join(["1"] * 200),
     "/archive/announcement.json?_shape=arrayfirst",
     '/archive/announcement?title__in=["a",null,1,1.5]', "/archive/announcement?title__in=",
     "/archive/announcement?title__in=[]"],
    ids=lambda path: path[:40],
)  # fmt: skip
def test_what_keeps_within_the_limits_is_answered(site: Site, path: str) -> None:
    assert site.page(path).status_code == 200


def test_the_language_can_be_changed_on_the_page_of_the_longest_query(site: Site) -> None:
    page = site.page("/tra-cuu?q=" + "%E1%BB%87" * 500 + "&noi-dang=" + "%E1%BB%87" * 150)
    switch = next(part.split('"')[0] for part in page.text.split('href="') if part.startswith("/ngon-ngu/"))
    assert len(switch) > 6144
    assert site.page(switch).status_code == 302


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_other_methods_are_refused_as_a_page_or_as_json(site: Site, method: str) -> None:
    page, data = site.get("/tra-cuu", "/tra-cuu.json", method=method)
    assert "Ở đây chỉ đọc được" in page.text and page.headers["allow"] == "GET, HEAD"
    assert data.json() == {"ok": False, "status": 405, "error": "read_only"}


def test_a_csv_that_was_stopped_is_too_heavy_and_no_fault_of_the_server() -> None:
    assert _kind_of(QueryInterrupted(Exception(), "select", {})) == (400, "too_heavy")


def test_the_facets_of_a_page_share_what_its_rows_left_of_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    given: list[float | None] = []

    async def execute(_sql: str, custom_time_limit: float | None = None) -> None:
        given.append(custom_time_limit)

    async def page() -> None:
        limited = allowance.sharing(execute)
        allowance.begin()
        await limited("rows")
        for passed in (0.4, 0.95, 0.1, 5.0):
            now[0] += passed
            await limited("facet", custom_time_limit=200)

    monkeypatch.setattr(allowance, "monotonic", lambda: now[0])
    asyncio.run(page())
    assert given == [None, 200, pytest.approx(150), pytest.approx(50), 1]


def test_whoever_asks_for_json_too_often_is_told_in_json(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "on")
    monkeypatch.setattr(RateLimit, "seconds_to_wait", lambda *_: 1.5)
    data = site.page("/tra-cuu.json?q=a")
    assert data.json() == {"ok": False, "status": 429, "error": "too_many"}
    assert data.headers["retry-after"] == "2"
