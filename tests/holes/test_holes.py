"""Which numbers are missing, and when nothing may be said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from archive.folder import ArchiveFolder
from archive.holes import find_holes
from archive.writer import writing
from tests.command import kehoach

AGENCY = "Ủy ban nhân dân tỉnh Kon Tum"
Row = tuple[str, str, str | None]


def fill(folder: ArchiveFolder, rows: Iterable[Row], agency: str = AGENCY) -> None:
    with writing(folder) as writer:
        for number, kind, dated in rows:
            writer.insert(
                "document", identity=f"{agency}|{number}|{dated}", number=number, alias=number, type=kind,
                issuer="UBND", issued_by=agency, year=int(dated[:4]) if dated else 2020, dated=dated,
            )  # fmt: skip


def day(place: int, year: int = 2020) -> str:
    return (date(year, 1, 2) + timedelta(days=place)).isoformat()


def missing(folder: ArchiveFolder) -> dict[tuple[str | None, str], tuple[int, ...]]:
    with writing(folder) as writer:
        return {(found.type, found.period): found.missing for found in find_holes(writer.database)}


def test_the_number_between_two_known_ones_of_a_dense_series_is_missing(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place)) for place in range(30, 60) if place not in (43, 51, 52)])
    assert missing(folder) == {("KH", "2020"): (43, 51, 52)}


def test_a_thin_series_claims_nothing(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place // 9)) for place in range(1, 900, 7)])
    assert missing(folder) == {}


def test_a_short_series_claims_nothing(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place)) for place in (41, 42, 44)])
    assert missing(folder) == {}


def test_two_types_that_share_numbers_have_a_series_each(folder: ArchiveFolder) -> None:
    for kind, holes in (("KH", {12}), ("QĐ", {20})):
        fill(folder, [(f"{place}/{kind}-UBND", kind, day(place)) for place in range(1, 30) if place not in holes])
    assert missing(folder) == {("KH", "2020"): (12,), ("QĐ", "2020"): (20,)}


def test_types_that_take_turns_in_one_series_are_no_holes_of_each_other(folder: ArchiveFolder) -> None:
    kinds = ("KH", "QĐ", "CV")
    fill(
        folder,
        [
            (f"{place}/{kinds[place % 3]}-UBND", kinds[place % 3], day(place))
            for place in range(100, 160)
            if place != 131
        ],
    )
    assert missing(folder) == {(None, "2020"): (131,)}


def test_what_is_missing_at_the_edges_is_not_claimed(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place)) for place in range(5, 25)])
    assert missing(folder) == {}


def test_each_year_begins_anew_and_a_party_series_runs_through_its_term(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place, year)) for year in (2019, 2020) for place in range(1, 21)])
    begin = date(2020, 12, 1)
    party = [(f"{place}-KH/TU", "KH", (begin + timedelta(days=20 * place)).isoformat()) for place in range(40)]
    fill(folder, [row for row in party if row[0] != "17-KH/TU"], "Tỉnh ủy Kon Tum")
    assert missing(folder) == {("KH", "2020-2025"): (17,)}


@pytest.mark.parametrize("number", ["36a/KH-UBND", "Không số/KH-UBND"])
def test_a_number_with_a_letter_is_no_place_in_a_series(folder: ArchiveFolder, number: str) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place)) for place in range(30, 50) if place != 36])
    fill(folder, [(number, "KH", day(36))])
    assert missing(folder) == {("KH", "2020"): (36,)}


def test_the_command_says_what_stands_around_a_missing_number(folder: ArchiveFolder) -> None:
    fill(folder, [(f"{place}/KH-UBND", "KH", day(place)) for place in range(30, 60) if place != 43])
    place = {"cwd": folder.path.parent}
    (row,) = kehoach("holes", "--json", "--archive", folder.path, **place).json
    assert (row["missing"], row["before"], row["behind"]) == (43, "42/KH-UBND", "44/KH-UBND")
    assert row["before_dated"] == day(42)
    told = kehoach("holes", "--archive", folder.path, **place).out
    assert "43: between 42/KH-UBND and 44/KH-UBND" in told
    assert kehoach("holes", "--format", "csv", "--archive", folder.path, **place).out.count("\n") == 2
