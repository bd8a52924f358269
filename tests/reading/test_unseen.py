"""Pages of platforms that nobody had looked at, written down with their answers before they were first read.

They are modelled on what Vietnamese portals look like, batch after batch: frames of tables, menus and boxes with
days of their own, names of elements that mean nothing, old encodings. At their first reading were right (the start
of the text where it begins with the first paragraph, behind captions):

batch   titles   days     times    bylines   starts   invented days and names
1       25/27    22/24    17/17    9/10      20/23    0 of 20
2       26/27    23/25    17/18    13/15     21/23    0 of 14
3       25/27    23/25    15/17    15/16     23/25    0 of 13, one day was a calendar's
4       26/27    24/25    15/15    17/17     22/23    0 of 12
5       27/27    26/27    23/23    17/24     22/23    0 of 3
6       27/27    25/27    10/10    15/19     20/24    0 of 8
7       26/27    25/26    13/14    18/19     19/22    0 of 1 and 1 of 8
8       25/25    23/24    14/15    15/16     22/22    0 of 10
9       51/57    45/51    30/37    33/37     50/58    0 of 9 and 1 of 23
10      39/40    36/36    27/27    24/26     34/38    1 of 4 and 1 of 14
11      40/40    36/37    29/30    21/23     33/38    0 of 3 and 2 of 17
12      38/40    34/37    27/28    25/27     36/38    0 of 16
13      40/40    37/38    27/29    22/26     35/39    0 of 16
14      39/40    38/38    32/32    23/28     37/39    0 of 14
15      38/40    36/38    29/31    25/28     38/39    0 of 14
16      40/40    38/38    31/31    26/27     38/39    0 of 15
17      40/40    38/39    28/28    25/26     35/38    0 of 1 and 1 of 14
18      30/30    25/25    18/19    19/22     29/30    0 of 5 and 0 of 8
19       9/14    14/14     9/9      4/4      13/14    0 of 10
20      29/30    22/23    17/17    14/16    27/28    0 of 7 and 0 of 14
21      29/30    27/27    19/19    18/18     26/30    0 of 3 and 0 of 12
22      35/36    32/32    26/26    24/24     34/36    0 of 4 and 0 of 12
23      43/44    38/40    29/31    26/27     43/44    0 of 4 and 0 of 17
24      38/40    32/33    24/24    23/23     33/37    0 of 7 and 1 of 17
25      55/56    47/47    28/28    29/31     47/50    0 of 9 and 0 of 25
26      49/50    42/46    27/29    29/31     48/49    0 of 4 and 1 of 19
27      46/50    38/40    28/28    31/35     46/48    0 of 10 and 0 of 15
28      47/50    45/48    31/32    39/40     50/50    0 of 2 and 0 of 10
29      61/62    51/51    35/35    40/42     53/59    0 of 11 and 0 of 20
30      47/50    42/47    29/32    33/36     47/49    0 of 3 and 0 of 14

What was wrong then is right now, except `UNREAD`. The ninth was written by another author, who had not seen how pages
are read; the eighteenth by an author who saw neither reader nor tables, with a time in its answers that its page does
not print. So were the 20th and the 21st, of platforms that are known alone (`scraper/platforms`). Four texts of the
20th, three of them counted as right, and one of the 21st begin with the record of their paper, which stands above it
and is left there; three of the 21st began with a caption or a field's name. The nineteenth is about sections that stand
where titles do and about what ends a text, and its figures are those of the reader before it knew of them. The 22nd and
the 23rd are of platforms that are not known, by two other authors who saw neither reader nor tables: 9 and 6 of their
texts did not end with their last paragraph. The 24th is of known platforms alone again, by another such author, read
after the faults of the 20th and the 21st were mended: three of its texts began with what stands above them, a link to
print, a paper's record or its head, three went on behind their last paragraph, two of them with who signed, and of 40
pages the files of 39 were right. So is the 25th, by another such author, read after the faults of the three batches of
known platforms before it were mended: of 52 texts five went on behind their last paragraph, three of them with who
signed, of 56 pages the files of 54 were right, and the title that was not is the subject of a paper, for which the
answers have its number. A source on a line of its own behind the writer is none of a byline there, and the site that
one text was taken from has a name as real ones have here. The 26th is of platforms that are not known, by
another such author: of 49 texts five went on behind their last paragraph, two of them with who wrote, of 11 pages with
files those of 10 were right, and a source alone is credited here too. The 27th is of known platforms alone too, by
another such author who modelled its pages on the forms of real ones: of 47 texts four went on behind their last
paragraph, three of them with who wrote, of 12 pages with files those of 10 were right, one was taken for a list, and a
source alone, which its answers leave out, is credited here. The 29th is of known platforms alone again, by another
such author, read after the faults of the 27th were mended: six of 59 texts began with what stands above them, two
of these with the record or the head of a paper, which is left there, eight went on behind their last paragraph, two of
them with who signed and two with who wrote, the files of all 14 pages with files were right, and the title that was not
is the number of a paper without its subject. The 30th is of platforms that are not known, by another such author, read
after the faults of the 26th and the 28th were mended: one page was not read at all, of 48 texts one went on behind its
last paragraph, the files of all 5 pages with files were right, and a source alone, which its answers leave out, is
credited here. Of the ninth and of those behind it only the telling pages are here, some of them shorter.
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
    ("9-month-first.html", "byline"),  # "4/25/2018 7:50:12 AM | Bởi Ngọc Diệp": accounts are told so too
    ("3-two-dates-update.html", "published"),  # "Ngày tạo: … - Ngày cập nhật: …": made is not put up
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
