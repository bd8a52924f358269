"""Of the rows of a table that are one test each is run, and each that fails is told."""

from __future__ import annotations

import pytest

from tests.together import over_all, tables_of


@pytest.mark.parametrize(("number", "half"), [(2, 1), (3, 1), (4, 2), (5, 2)])
@pytest.mark.parametrize("sign", [1, -1])
def halved(number: int, half: int, sign: int) -> None:
    assert number * sign == 2 * half * sign


@pytest.mark.parametrize("word", ["a"])
def with_a_fixture(word: str, tmp_path: object) -> None: ...


@pytest.mark.parametrize("word", ["a", pytest.param("b", marks=pytest.mark.xfail)])
def with_a_marked_row(word: str) -> None: ...


@pytest.mark.soak
@pytest.mark.parametrize("word", ["a"])
def marked(word: str) -> None: ...


@pytest.mark.parametrize("word", ["a"], indirect=True)
def handed_to_a_fixture(word: str) -> None: ...


def without_a_table() -> None: ...


def test_every_row_that_fails_is_told_with_its_values() -> None:
    with pytest.raises(ExceptionGroup) as failed:
        over_all(tables_of(halved), halved)()
    told = {note for failure in failed.value.exceptions for note in failure.__notes__}
    assert told == {
        "row: {'number': 3, 'half': 1, 'sign': 1}",
        "row: {'number': 3, 'half': 1, 'sign': -1}",
        "row: {'number': 5, 'half': 2, 'sign': 1}",
        "row: {'number': 5, 'half': 2, 'sign': -1}",
    }


def test_rows_that_pass_fail_no_test() -> None:
    over_all([[{"number": 2, "half": 1}], [{"sign": 1}]], halved)()


@pytest.mark.parametrize("test", [with_a_fixture, with_a_marked_row, marked, handed_to_a_fixture, without_a_table])
def test_rows_with_fixtures_or_marks_stay_tests_of_their_own(test: object) -> None:
    assert tables_of(test) == []
