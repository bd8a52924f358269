"""Why a source is in its state, told in the reader's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.health import healths, refresh
from archive.health.evidence import Fact, evidence_words, fact, outcome_words, pack, unpack
from archive.site.words import catalogue
from archive.writer import writing
from scraper.reading.outcome import _WALLS
from tests.archive.examples import PORTAL
from tests.command import PROJECT
from tests.health.test_status import NOW

SAID_BY = {"Failure", "ForbiddenAddressError", "RobotsUnreachableError", "ForbiddenByRobotsError"}
WHOLLY_GIVEN = {"x", "not stored: x", "x: x", "gone: x", "x (robots.txt)", "blocked: HTTP x", "gone: HTTP x",
                "unreachable: HTTP x", "refused: HTTP x", "refused: x", "broken answer: x: x", "unreachable: x",
                "forbidden address: x"}  # fmt: skip
"""Outcomes whose part after the colon comes from elsewhere: a status, another message, an error of a library."""


def text_of(node: ast.expr) -> str | None:
    """A string, or an f-string whose values are an x each."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def outcomes_of_the_code() -> Iterator[str]:
    for file in sorted((PROJECT / "scraper").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID_BY and node.args:
                if (told := text_of(node.args[0])) and told not in WHOLLY_GIVEN:
                    yield told
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Trouble":
                outcome, flag = map(text_of, node.args[:2])
                if outcome and flag:
                    yield f"{outcome}: {flag}"
    yield from (f"blocked: {flag}" for _, flag in _WALLS if flag not in ("cloudflare", "imperva"))


def test_every_outcome_is_told_in_vietnamese() -> None:
    for outcome in sorted(set(outcomes_of_the_code())):
        told = outcome_words("vi", outcome)
        head, colon, detail = outcome.partition(": ")
        assert not told.startswith(head)
        assert not colon or not told.endswith(f": {detail}")
        assert outcome_words("en", outcome) == outcome


@pytest.mark.parametrize(
    ("outcome", "vietnamese"),
    [
        ("blocked: HTTP 403", "bị chặn: HTTP 403"),
        ("unreachable: no answer in time (robots.txt)", "không vào được: không trả lời kịp (robots.txt)"),
        ("unreachable: robots.txt answered 500", "không vào được: robots.txt trả lời 500"),
        ("forbidden by robots.txt", "robots.txt không cho phép"),
        ("forbidden address: b.example is not a host of the portal",
         "địa chỉ không được phép: b.example không phải máy chủ của cổng"),
        ("too large: over the limit of 20 MiB when decompressed", "quá lớn: vượt mức 20 MiB khi giải nén"),
        ("broken answer: ValueError: odd {braces}", "trả lời hỏng: ValueError: odd {braces}"),
    ],
)  # fmt: skip
def test_what_stands_in_an_outcome_stays(outcome: str, vietnamese: str) -> None:
    assert outcome_words("vi", outcome) == vietnamese


def test_every_fact_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    source = "\n".join(
        file.read_text("utf-8") for folder in ("archive", "scraper") for file in Path(PROJECT / folder).rglob("*.py")
    )
    named = set(re.findall(r"\bfact\(\s*\"(\w+)\"", source)) | {"said"}
    assert {f"evidence_{name}" for name in named} == {key for key in catalogue() if key.startswith("evidence_")}


@pytest.mark.parametrize(
    ("one", "vietnamese", "english"),
    [
        (fact("lost_field", field="date", found=1, pages=9, share=0.98),
         "ngày đăng: chỉ có trên 1 trong 9 trang mới, trước đây có trên 98%",
         "date on 1 of 9 new pages, formerly on 98%"),
        (fact("rhythm_of_weekday", weekday=4, usual=1.5, limit=5),
         "sau Thứ Sáu thường trong 1,5 ngày hoạt động của cổng lại có tin, chưa bao giờ quá 5",
         "after a Friday it usually publishes again within 1.5 of its active days, never after more than 5"),
        (fact("newest", day="2026-03-20"), "tin mới nhất ngày 20/03/2026", "newest of 20 Mar 2026"),
    ],
)  # fmt: skip
def test_values_are_told_as_the_language_does(one: Fact, vietnamese: str, english: str) -> None:
    (kept,) = unpack(pack([one]))
    assert evidence_words("vi", [kept]) == vietnamese
    assert evidence_words("en", [kept]) == english


def test_what_an_older_version_said_in_words_stays(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        run = writer.start_run(PORTAL["name"], "crawl")
        writer.update("run", run, started_at="2026-03-19T02:00:00Z", finding="blocked")
        refresh(writer.database, [PORTAL["name"]], NOW)
        for table in ("run", "health", "health_change"):
            writer.execute(f"UPDATE {table} SET evidence = 'start: \"HTTP 403\"'")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name = 'facts_of_health'")
    database = open_for_reading(folder)
    (found,) = healths(database, NOW)
    kept = [row[0] for table in ("run", "health_change") for row in database.execute(f"SELECT evidence FROM {table}")]
    database.close()
    assert found.why("vi") == 'start: "HTTP 403"'
    assert {evidence_words("en", unpack(text)) for text in kept} == {'start: "HTTP 403"'}
