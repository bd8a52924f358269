"""The runbooks know every state, and every command that the docs name exists."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from archive.cli import cli, load_commands
from archive.health.states import STATES
from tests.command import PROJECT

DOCS = sorted((PROJECT / "docs").rglob("*.md"))
_CALL = re.compile(r"`(?:/opt/kehoach/bin/)?kehoach ([a-z]+)(?: ([a-z]+))?")


@pytest.mark.parametrize("runbook", ["docs/runbook.md", "docs/vi/so-tay.md"])
def test_a_runbook_says_what_to_do_for_each_state(runbook: str) -> None:
    headings = re.findall(r"^## (\S+)$", (PROJECT / runbook).read_text("utf-8"), re.M)
    assert [heading for heading in headings if heading in STATES] == list(STATES)


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_every_command_that_is_named_exists(file: Path) -> None:
    load_commands()
    for first, second in _CALL.findall(file.read_text("utf-8").replace("\n   ", " ")):
        command = cli.commands.get(first)
        assert command is not None, first
        if isinstance(command, click.Group):
            assert second in command.commands, f"{first} {second}"
