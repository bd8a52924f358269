"""The five pages that started it all, read by the Vietnamese readers; skipped where ../shared is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import read_date
from archive.vietnamese.documents import DocumentMention, find_documents

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

ABSENT = "the seed pages are not beside this checkout (../shared/seeds)"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=ABSENT)


def text_of(number: int) -> str:
    return next(SEEDS.glob(f"{number:03d}_*.txt")).read_text("utf-8")


def line_of(number: int, beginning: str) -> str:
    return next(line for line in text_of(number).splitlines() if line.strip().startswith(beginning))


def mentions(number: int) -> dict[str, DocumentMention]:
    """The first mention of each document that is more than a citation, else its first."""
    found: dict[str, DocumentMention] = {}
    for mention in find_documents(text_of(number)):
        known = found.get(mention.number)
        if known is None or (known.role == "cites" and mention.role != "cites"):
            found[mention.number] = mention
    return found


@pytest.mark.parametrize(
    ("seed", "number", "type_", "issuer", "unit", "dated", "role", "subject"),
    [
        (0, "5408/KH-UBND", "KH", "UBND", None, "2020-09-16", "issues", None),
        (1, "107/KH-SNV", "KH", "SNV", None, "2020-02-05", "issues", None),
        (1, "135-KH/TU", "KH", "TU", None, "2019-12-31", "implements", "107/KH-SNV"),
        (1, "375/UBND-NV", "CV", "UBND", "NV", "2020-01-15", "implements", "107/KH-SNV"),
        (3, "17/KH-BQLKKT", "KH", "BQLKKT", None, None, "issues", None),
        (3, "189/KH-UBND", "KH", "UBND", None, "2020-01-20", "implements", "17/KH-BQLKKT"),
        (3, "116-KH/TU", "KH", "TU", None, "2019-11-26", "implements", "189/KH-UBND"),
        (3, "35-CT/TW", "CT", "TW", None, "2019-05-30", "cites", None),
        (3, "100-KH/TU", "KH", "TU", None, "2019-07-03", "cites", None),
        (3, "136/STTTT-TTBCXB", "CV", "STTTT", "TTBCXB", "2020-02-04", "cites", None),
        (4, "30-KH/TU", "KH", "TU", None, None, None, None),
    ],
)
def test_a_document_of_the_seeds_is_read_with_its_part(
    seed: int,
    number: str,
    type_: str,
    issuer: str,
    unit: str | None,
    dated: str | None,
    role: str | None,
    subject: str | None,
) -> None:
    mention = mentions(seed)[number]
    assert (mention.type, mention.issuer, mention.unit, mention.dated) == (type_, issuer, unit, dated)
    if role is not None:
        assert (mention.role, mention.subject) == (role, subject)


@pytest.mark.parametrize(
    ("seed", "numbers"),
    [
        (0, {"5408/KH-UBND"}),
        (1, {"107/KH-SNV", "135-KH/TU", "375/UBND-NV"}),
        (2, set()),
        (3, {"17/KH-BQLKKT", "189/KH-UBND", "116-KH/TU", "35-CT/TW", "100-KH/TU", "136/STTTT-TTBCXB"}),
        (4, {"30-KH/TU"}),
    ],
)
def test_nothing_else_is_taken_for_a_document(seed: int, numbers: set[str]) -> None:
    assert set(mentions(seed)) == numbers


@pytest.mark.parametrize(
    ("seed", "beginning", "iso", "precision", "label"),
    [
        (0, "Ngày đăng:", "2020-09-16T10:06:00+07:00", "minute", "posted"),
        (1, "Ngày cập nhật", "2020-02-10", "day", "updated"),
        (2, "Thứ 7,", "2020-03-28T18:57:43+07:00", "second", None),
        (2, "Thứ Bảy,", "2024-11-02T06:25:00+07:00", "minute", None),
        (4, "19/04/2021", "2021-04-19", "day", None),
    ],
)
def test_the_date_lines_of_the_seeds(seed: int, beginning: str, iso: str, precision: str, label: str | None) -> None:
    found = read_date(line_of(seed, beginning))
    assert found is not None
    assert (found.iso, found.precision, found.label) == (iso, precision, label)


@pytest.mark.parametrize(
    ("seed", "beginning", "people", "organisation"),
    [
        (0, "Tác giả:", (), "Phòng TT-LSĐ"),
        (1, "Hữu Trí", ("Hữu Trí",), None),
        (1, "HữuTrí", ("Hữu Trí",), None),
        (2, "Hữu Việt", ("Hữu Việt",), None),
        (3, "BBT trang", (), "BBT trang thông tin điện tử"),
        (4, "BTL", ("BTL",), None),
    ],
)
def test_the_bylines_of_the_seeds(seed: int, beginning: str, people: tuple[str, ...], organisation: str | None) -> None:
    byline = read_byline(line_of(seed, beginning))
    assert tuple(name.replace(" ", "") for name in byline.people) == tuple(name.replace(" ", "") for name in people)
    assert byline.organisation == organisation
