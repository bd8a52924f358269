"""Pages of platforms that nobody had looked at: their answers were written down before they were first read.

How many were right then, and who wrote them, is in docs/first-readings.md.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese import read_date
from archive.vietnamese.spelling import fold
from scraper.reading import read_page
from scraper.reading.result import Reading

UNSEEN = Path(__file__).parents[1] / "unseen"
UNREAD = {
    ("7-xem-nhieu-top.html", "byline"),  # "Công chức Tư pháp - Hộ tịch", an office below the text
}
"""Fields that are not read right yet."""


@cache
def truth() -> dict[str, dict[str, str]]:
    with (UNSEEN / "truth.tsv").open(encoding="utf-8", newline="") as rows:
        table = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["page"]: row for row in table}


@cache
def reading(page: str) -> Reading:
    return read_page((UNSEEN / page).read_bytes(), truth()[page]["url"])


def announcement(page: str) -> PrintedAnnouncement:
    read = reading(page)
    assert read.kind == "article"
    assert read.announcement is not None
    return read.announcement


def key(text: str | None) -> str:
    return "".join(letter for letter in fold(text or "") if letter.isalnum())


def pages(field: str) -> list[str]:
    return [page for page, row in truth().items() if row[field] and (page, field) not in UNREAD]


@pytest.mark.parametrize("page", truth())
def test_the_title_is_the_printed_one_or_none(page: str) -> None:
    read = announcement(page)
    assert (read.title or "") == truth()[page]["title"]
    assert ("no-title" in read.flags) == (read.title is None)


@pytest.mark.parametrize("page", [page for page in truth() if (page, "published") not in UNREAD])
def test_the_day_of_publication_is_told_or_none_is(page: str) -> None:
    printed = announcement(page).date_line
    date = read_date(printed) if printed else None
    told, published = (date.iso or "" if date else ""), truth()[page]["published"]
    assert told[: len(published) or None] == published


@pytest.mark.parametrize("page", [page for page in truth() if (page, "byline") not in UNREAD])
def test_the_byline_names_whom_the_page_credits_or_nobody(page: str) -> None:
    byline, credited = announcement(page).byline, truth()[page]["byline"]
    assert (byline is None) == (credited == "")
    assert key(byline).endswith(key(credited))


@pytest.mark.parametrize("page", pages("opening"))
def test_the_text_begins_with_the_first_paragraph(page: str) -> None:
    read = announcement(page)
    text = "\n".join(filter(None, (read.lead, read.body_text)))
    for caption in read.captions:
        text = text.removeprefix(caption).lstrip()
    assert text.startswith(truth()[page]["opening"])


@pytest.mark.parametrize("page", pages("closing"))
def test_the_text_goes_to_its_last_paragraph(page: str) -> None:
    read = announcement(page)
    assert truth()[page]["closing"] in "\n".join(filter(None, (read.lead, read.body_text)))


@pytest.mark.parametrize("page", [page for page in pages("closing") if (page, "end") not in UNREAD])
def test_no_other_paragraph_follows_the_last_one(page: str) -> None:
    _, _, behind = (announcement(page).body_text or "").partition(truth()[page]["closing"])
    assert "\n" not in behind


@pytest.mark.parametrize("page", pages("files"))
def test_the_files_are_attached(page: str) -> None:
    assert len(announcement(page).attachments) == int(truth()[page]["files"])


def test_the_section_of_a_file_is_no_file_though_nobody_described_that() -> None:
    page = "25-download-module.html"
    described = b'<div class="introtext m-bottom" id="download-bodyhtml">'
    before, _, behind = (UNSEEN / page).read_bytes().partition(described)
    read = read_page(before + behind.partition(b"</div>")[2], truth()[page]["url"]).announcement
    assert read is not None
    assert [file.name for file in read.attachments] == ["mau-bc-hk1.doc"]
    assert read.date_line == "Gửi lên: 27/12/2019 10:12"
