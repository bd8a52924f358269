"""Certificates are verified; a portal's facts may accept a wrong one, or an old server, and the captures say so."""

from __future__ import annotations

import gzip
import ssl
from pathlib import Path

import pytest

from tests.scraper.certificates import context
from tests.scraper.crawled import Crawled, crawled
from tests.scraper.faults import answer, serving
from tests.scraper.portals import article, facts, listing, path_of

CAMELLIA = "ECDHE-ECDSA-CAMELLIA128-SHA256"
OLD = {"version": ssl.TLSVersion.TLSv1_2, "ciphers": CAMELLIA}
OLDER = {"version": ssl.TLSVersion.TLSv1_1}
OLDEST = {"version": ssl.TLSVersion.TLSv1}
ACCEPTING = {"verify_certificates": "false", "old_tls": "true"}


def routes(path: str) -> bytes:
    pages = {"/tin-tuc": listing(range(2)), **{path_of(number): article(number) for number in range(2)}}
    return answer(pages[path].body) if path in pages else answer(b"", status="404 Not Found")


def crawl_over(tls: ssl.SSLContext | None, folder: Path, **more: str) -> Crawled:
    with serving(routes, tls) as port:
        portals = facts(folder / "portals", f"https://127.0.0.1:{port}/tin-tuc", **more)
        return crawled(folder / "archive", portals, [f"127.0.0.1:{port}"])


@pytest.mark.parametrize(
    ("certificate", "outcome"),
    [
        ({}, "unreachable: the certificate is not valid"),
        ({"days": -3}, "unreachable: the certificate is not valid"),
        ({"host": "example.vn"}, "unreachable: the certificate is not valid"),
        (OLDEST, "unreachable: "),
        (OLDER, "unreachable: "),
        (OLD, "unreachable: "),
        (None, "unreachable: no answer in time"),
    ],
    ids=["self-signed", "expired", "another-host", "TLS-1.0", "TLS-1.1", "old-ciphers", "no-TLS"],
)
def test_a_wrong_certificate_and_an_old_server_are_refused(
    certificate: dict[str, object] | None, outcome: str, tmp_path: Path
) -> None:
    tls = context(tmp_path, **certificate) if certificate is not None else None  # type: ignore[arg-type]
    done = crawl_over(tls, tmp_path)
    [(_, told)] = done.outcomes.items()
    assert told.startswith(outcome)
    assert told.endswith("(robots.txt)")
    assert not list((tmp_path / "archive" / "warc").glob("*.gz"))


@pytest.mark.parametrize(
    ("host", "outcomes"),
    [
        ("127.0.0.1", {"read"}),
        ("127.0.0.9", {"unreachable: the certificate is not valid (another host's) (robots.txt)"}),
        ("example.vn", {"unreachable: the certificate is not valid (another host's) (robots.txt)"}),
    ],
)
def test_a_trusted_certificate_counts_for_its_own_host_only(
    host: str, outcomes: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = context(tmp_path, host=host)
    [file] = tmp_path.glob("*.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    assert set(crawl_over(tls, tmp_path).outcomes.values()) == outcomes


@pytest.mark.parametrize(
    ("certificate", "accepted", "noted"),
    [
        ({}, {"verify_certificates": "false"}, b"Kehoach-TLS: certificate not verified\r\n"),
        *(
            (old, ACCEPTING, b"Kehoach-TLS: certificate not verified; old TLS accepted\r\n")
            for old in (OLD, OLDER, OLDEST)
        ),
    ],
    ids=["self-signed", "old-ciphers", "TLS-1.1", "TLS-1.0"],
)
def test_the_facts_of_a_portal_accept_them_and_the_captures_say_so(
    certificate: dict[str, object], accepted: dict[str, str], noted: bytes, tmp_path: Path
) -> None:
    done = crawl_over(context(tmp_path, **certificate), tmp_path, **accepted)  # type: ignore[arg-type]
    assert set(done.outcomes.values()) == {"read"}
    [file] = (tmp_path / "archive" / "warc").glob("*.gz")
    assert gzip.decompress(file.read_bytes()).count(noted) == len(done.outcomes) + 1  # and robots.txt
