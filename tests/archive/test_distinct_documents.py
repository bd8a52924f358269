"""Which of the documents that a page names are listed: each once, with what is known of it."""

from __future__ import annotations

import pytest

from archive.announcements import distinct_documents

Named = tuple[str, str | None, str]


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ([("30-KH/TU", None, "issues"), ("30-KH/TU", "2021-04-14", "issues")], [("30-KH/TU", "2021-04-14", "issues")]),
        ([("35-CT/TW", "2019-05-30", "cites"), ("35-CT/TW", None, "cites")], [("35-CT/TW", "2019-05-30", "cites")]),
        ([("5/KH", "2020", "cites"), ("5/KH", "2020-02-03", "cites")], [("5/KH", "2020-02-03", "cites")]),
        (
            [("35-CT/TW", "2024-06-14", "cites"), ("35-CT/TW", "2019-05-30", "cites")],
            [("35-CT/TW", "2024-06-14", "cites"), ("35-CT/TW", "2019-05-30", "cites")],
        ),
        (
            [
                ("35-CT/TW", "2024-06-14", "implements"),
                ("35-CT/TW", "2019-05-30", "cites"),
                ("35-CT/TW", None, "cites"),
            ],
            [("35-CT/TW", "2024-06-14", "implements"), ("35-CT/TW", "2019-05-30", "cites")],
        ),
        (
            [("30-KH/TU", None, "issues"), ("30-KH/TU", "2021-04-14", "cites")],
            [("30-KH/TU", None, "issues"), ("30-KH/TU", "2021-04-14", "cites")],
        ),
        ([("30-KH/TU", "2021-04-14", "issues"), ("30-KH/TU", "2021", "cites")], [("30-KH/TU", "2021-04-14", "issues")]),
        ([("1/KH", None, "cites"), ("2/KH", None, "cites")], [("1/KH", None, "cites"), ("2/KH", None, "cites")]),
        (
            [("1/KH", None, "amends"), ("1/KH", None, "implements")],
            [("1/KH", None, "amends"), ("1/KH", None, "implements")],
        ),
    ],
)
def test_a_document_is_listed_once_a_role_and_a_number_with_two_dates_twice(
    named: list[Named], kept: list[Named]
) -> None:
    entries = [dict(zip(("number", "dated", "role"), values, strict=True)) | {"subject": None} for values in named]
    found = distinct_documents(entries)
    assert [(entry["number"], entry["dated"], entry["role"]) for entry in found] == kept
