"""Where a crawl may not go."""

from __future__ import annotations

import asyncio
import ipaddress

import pytest
from scrapy.exceptions import CannotResolveHostError

from archive.errors import UsageError
from scraper.crawl import settings_for
from scraper.origins import ForbiddenAddressError, Origin, belongs, check_address, is_public, literal_address
from scraper.resolver import addresses_to_connect, checked_addresses

OPENED = frozenset({Origin("127.0.0.2", 8610), Origin("::1", 8080)})


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.2/",
        "http://127.0.0.2:8611/",
        "http://localhost/",
        "http://LOCALHOST:8610/",
        "http://printer.local/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2a00::5efe:a00:1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[fec0::1]/",
        "http://192.88.99.1/",
        "http://127.0.0.1./",
        "http://printer/",
        "http://intranet.lan/",
        "http://router.home.arpa/",
        "http://１２７.０.０.１/",
        "http://ninhthuan.gov.vn@10.0.0.1/",
        "http://10.0.0.1\\@ninhthuan.gov.vn/",
        "http://user:pass@ninhthuan.gov.vn/",
        "http://ninhthuan.gov.vn\t:80/",
        "http://ninh thuan.gov.vn/",
        "http://ninhthuan.gov.vn:22/",
        "http://ninhthuan.gov.vn:6379/",
        "http://ninhthuan.gov.vn:0/",
        "file:///etc/passwd",
        "ftp://example.vn/",
        "data:text/html,x",
        "s3://bucket/key",
        "javascript:alert(1)",
        "//example.vn/",
        "http://",
        "http://[::1",
        "http://example.vn:99999/",
    ],
)
def test_private_addresses_and_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddressError):
        check_address(url, OPENED)


@pytest.mark.parametrize(
    "url",
    [
        "https://ninhthuan.gov.vn/",
        "http://14.225.0.1/",
        "http://ninhthuan.gov.vn:8080/",
        "http://ninhthuan.gov.vn:81/",
        "http://NINHTHUAN.gov.vn./",
        "http://xn--thun-9z6b.vn/",
        "http://[2405:4800::1]/",
        "http://127.0.0.2:8610/?gd=1",
        "http://[::1]:8080/",
    ],
)
def test_public_addresses_and_opened_origins_are_allowed(url: str) -> None:
    check_address(url, OPENED)


@pytest.mark.parametrize(
    ("text", "origin"), [("127.0.0.2:8610", Origin("127.0.0.2", 8610)), ("[::1]:80", Origin("::1", 80))]
)
def test_an_origin_is_a_host_and_a_port(text: str, origin: Origin) -> None:
    assert Origin.parse(text) == origin


@pytest.mark.parametrize(
    "text", ["127.0.0.2", "127.0.0.2:", ":80", "a:b", "127.0.0.2:99999", "", "u@127.0.0.2:80", "127.0.0.2:80/x"]
)
def test_anything_less_opens_nothing(text: str) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        Origin.parse(text)


def test_a_name_is_no_literal_address() -> None:
    assert literal_address("baoquangninh.vn") is None
    assert literal_address("127.1") == ipaddress.IPv4Address("127.0.0.1")


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_public_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("ninhthuan.gov.vn", True),
        ("www.ninhthuan.gov.vn", True),
        ("m.ninhthuan.gov.vn", True),
        ("NINHTHUAN.GOV.VN.", True),
        ("snv.ninhthuan.gov.vn", False),
        ("ninhthuan.gov.vn.evil.example", False),
        ("xninhthuan.gov.vn", False),
    ],
)
def test_a_portal_is_its_own_host_and_no_other(host: str, ours: bool) -> None:
    assert belongs(host, {"ninhthuan.gov.vn"}) is ours


def test_a_name_is_judged_by_every_address_that_it_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"mixed.vn": ["10.0.0.1", "14.225.0.1", "::1"], "127.0.0.2": ["127.0.0.2"]}
    monkeypatch.setattr("scraper.resolver.system_lookup", lambda host, port: known[host])
    assert checked_addresses("mixed.vn", 80, OPENED) == (["14.225.0.1"], ["10.0.0.1", "::1"])
    assert checked_addresses("127.0.0.2", 8610, OPENED) == (["127.0.0.2"], [])
    assert checked_addresses("127.0.0.2", 8611, OPENED) == ([], ["127.0.0.2"])


def test_no_other_way_out_is_open() -> None:
    settings = settings_for([], "", [])
    handlers = {name for name, handler in settings.getwithbase("DOWNLOAD_HANDLERS").items() if handler is not None}
    assert handlers <= {"http", "https"}
    closed = ("TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "METAREFRESH_ENABLED", "HTTPPROXY_ENABLED")
    assert not [name for name in closed if settings.getbool(name)]
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert settings.getbool("ROBOTSTXT_OBEY")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["14.225.0.1"], ["127.0.0.1"], ["2405:4800::1", "::1"], []])
    monkeypatch.setattr("scraper.resolver.system_lookup", lambda host, port: next(answers))

    def asked() -> list[str]:
        return asyncio.run(addresses_to_connect("turns.example.vn", 8080, frozenset()))

    assert asked() == ["14.225.0.1"]
    with pytest.raises(ForbiddenAddressError, match=r"turns\.example\.vn leads to the private address 127\.0\.0\.1"):
        asked()
    assert asked() == ["2405:4800::1"]
    with pytest.raises(CannotResolveHostError):
        asked()
    assert next(answers, None) is None, "each name is looked up once a connection"
