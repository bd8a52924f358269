"""Tables in narrow terminals: names and addresses stay whole."""

from __future__ import annotations

import pytest
from rich.box import SIMPLE
from rich.table import Column, Table

from archive.tables import print_table

NAME = "demo-kon-tum-xa-tan-lap-huyen-kon-ray"
ADDRESS = "https://tanlap.konray.kontum.gov.vn/tin-tuc/ke-hoach-phong-chong-han-han-mua-kho-tren-dia-ban-xa.html"
WHY = "the address shows a listing of the portal and no announcement that is known"


def printed(capsys: pytest.CaptureFixture[str], columns: str, *cells: str) -> list[str]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COLUMNS", columns)
        table = Table(Column("name"), *("cell" for _ in cells[1:]), box=SIMPLE)
        table.add_row(*cells)
        print_table(table)
    return [line.rstrip() for line in capsys.readouterr().out.splitlines() if line.strip()]


@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_names_and_addresses_are_whole_in_terminals_of_any_width(
    capsys: pytest.CaptureFixture[str], columns: str
) -> None:
    words = {word for line in printed(capsys, columns, NAME, ADDRESS, WHY) for word in line.split()}
    assert words >= {NAME, ADDRESS, *WHY.split()}


def test_what_is_read_goes_over_several_lines_before_a_table_is_wider_than_its_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = printed(capsys, "80", NAME, WHY)
    assert max(map(len, lines)) <= 80
    assert sum(NAME in line for line in lines) == 1 < len(lines) - 2


@pytest.mark.parametrize("name", ["[1] ke-hoach.pdf", "[/b].pdf", "[red]do.doc[/red]"])
def test_brackets_in_a_name_are_printed_as_they_are(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert name in printed(capsys, "80", name, WHY)[2]
