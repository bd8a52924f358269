"""Recorded pages of our own making, modelled on real ones: what is read from each, whole."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from scraper.platforms import BY_NAME, UNKNOWN
from scraper.reading import read_page
from scraper.reading.page import make_page

RECORDED = Path(__file__).parents[1] / "recorded"
PAGES = sorted(RECORDED.glob("*/*.html"))
CLASS = re.compile(r'(?<=\sclass=")[^"]*')


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def expected(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded


def as_read(markup: str, url: str) -> dict[str, Any]:
    reading = read_page(markup.encode(), url)
    read = reading.announcement
    assert read is not None
    return {
        "url": read.url,
        "kind": reading.kind,
        "platform": reading.platform,
        "outcome": reading.outcome,
        "title": read.title,
        "date_line": read.date_line,
        "date_source": read.date_source,
        "byline": read.byline,
        "lead": read.lead,
        "body": read.body_text.split("\n") if read.body_text else [],
        "captions": list(read.captions),
        "attachments": [asdict(file) for file in read.attachments],
        "flags": list(read.flags),
    }


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_recorded_page_reads_as_expected(path: Path) -> None:
    truth = expected(path)
    assert as_read(path.read_text(encoding="utf-8"), truth["url"]) == truth


@pytest.mark.parametrize("platform", sorted(BY_NAME))
def test_every_platform_has_a_recorded_page(platform: str) -> None:
    assert any(expected(path)["platform"] == platform for path in RECORDED.glob(f"{platform}/*.html"))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_whose_class_names_changed_keeps_title_date_and_text(path: Path) -> None:
    truth = expected(path)
    renamed = CLASS.sub(lambda names: " ".join(f"{name}_v2" for name in names[0].split()), path.read_text("utf-8"))
    read = as_read(renamed, truth["url"])
    assert (read["title"], read["kind"]) == (truth["title"], "article")
    assert (read["date_line"] is None) == (truth["date_line"] is None)
    assert "".join(truth["body"][:1]) in (read["lead"] or "") + "".join(read["captions"] + read["body"])


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_host_decides_nothing(path: Path) -> None:
    truth = expected(path)
    host = truth["url"].split("/")[2]
    elsewhere = "anders.invalid"
    other = as_read(path.read_text("utf-8").replace(host, elsewhere), truth["url"].replace(host, elsewhere))
    assert json.dumps(other).replace(elsewhere, host) == json.dumps(truth)


def test_a_page_of_no_platform_is_read_by_its_labels() -> None:
    labelled = [expected(path) for path in RECORDED.glob("labelled/*.html")]
    assert len(labelled) > 10
    assert {page["platform"] for page in labelled} == {UNKNOWN}


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<html><head><title>Thông báo</title></head><body><p>Nội dung</p></body></html>", "Thông báo"),
        ("<title>Không có phần thân</title></head>", "Không có phần thân"),
        ("<head></head><body><div><head><title>Trang trong</title></head><body>x</body></div></body>", "Trang trong"),
        ("<p>Không có phần đầu</p>", None),
    ],
)
def test_the_head_of_a_page_is_read_without_parsing_the_rest_where_it_stands_alone(
    markup: str, title: str | None
) -> None:
    page = make_page(markup.encode(), "https://portal.example/")
    assert page.head_tree.findtext(".//title") == title
    assert page.tree.findtext(".//title") == title
    assert page.head_tree is page.tree  # once the whole page is parsed, its head is at hand
