"""The house as a whole: who may import whom, that the README tells the truth, that the wheel works elsewhere."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import click
import pytest

from archive.cli import cli, load_commands
from tests.command import PROJECT, kehoach

READING = sorted(
    ".".join(path.relative_to(PROJECT).with_suffix("").parts)
    for folder in ("scraper/reading", "scraper/platforms")
    for path in (PROJECT / folder).glob("*.py")
)
load_commands()
DISTRIBUTION = re.compile(r"^([a-z0-9._-]+)==", re.MULTILINE)


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def printed_by(code: str) -> str:
    """What a new interpreter prints that runs this code."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("file", sorted((PROJECT / "archive").rglob("*.py")), ids=str)
def test_the_archive_knows_nothing_of_the_scraper(file: Path) -> None:
    assert not [name for name in imported(file) if name.split(".")[0] in ("scraper", "scrapy", "twisted")]


def test_reading_needs_neither_scrapy_nor_twisted() -> None:
    code = (
        f"import sys, importlib; [importlib.import_module(name) for name in {['scraper.facts', *READING]}]; "
        "print([name for name in ('scrapy', 'twisted') if name in sys.modules])"
    )
    assert printed_by(code) == "[]"


def test_the_help_waits_for_no_library_that_only_one_command_needs() -> None:
    heavy = {"apprise", "datasette", "docx", "openpyxl", "playwright", "pypdfium2", "scrapy", "twisted", "xlrd"}
    code = f"import sys; from archive.cli import load_commands; load_commands(); print({heavy} & sys.modules.keys())"
    assert printed_by(code) == "set()"


def test_a_crawl_loads_no_other_command() -> None:
    code = "from archive.cli import cli, load_commands; load_commands('crawl'); print(sorted(cli.commands))"
    assert printed_by(code) == "['crawl']"


def commands() -> dict[str, click.Command]:
    """Every command by its words: "crawl", "portals list"."""
    found: dict[str, click.Command] = {}
    for name, command in cli.commands.items():
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": below for inner, below in command.commands.items()}
    return found


@pytest.mark.parametrize("file", ["README.md", "docs/operating.md"])
def test_every_command_of_the_readme_exists(file: str) -> None:
    readme = (PROJECT / file).read_text("utf-8")
    told = set(re.findall(r"^    kehoach ([a-z]+(?: (?:list|show|probe|check))?)", readme, re.M))
    assert told
    assert told <= set(commands())


def test_every_command_and_option_has_a_help_text() -> None:
    for name, command in commands().items():
        assert command.help, name
        assert command.get_help(click.Context(command)), name
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.name != "help":
                assert parameter.help or parameter.show_default, f"{name} {parameter.name}"


@pytest.mark.parametrize("group", ["", "attachments", "captures", "portals", "schedule"])
def test_the_help_of_a_group_says_what_each_command_does_and_cuts_nothing_off(group: str) -> None:
    shown = kehoach(*group.split(), "--help", cwd=PROJECT).out.partition("Commands:")[2]
    assert shown.count("\n") > 3
    assert "..." not in shown


def test_every_dependency_has_its_line_in_the_readme() -> None:
    text = (PROJECT / "README.md").read_text("utf-8").lower()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    named = [re.split("[<>=;]", requirement)[0].strip() for requirement in wanted]
    assert [name for name in named if name.lower() not in text and not name.startswith("types-")] == []


def test_every_dependency_is_locked_with_its_hash() -> None:
    lock = (PROJECT / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock)
    assert len(entries) > 50
    assert [entry.split()[0] for entry in entries if DISTRIBUTION.match(entry) and "--hash=sha256:" not in entry] == []


def test_the_wheel_works_from_another_folder(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    venv.create(tmp_path / "env", with_pip=False)
    site = next((tmp_path / "env" / "lib").glob("python3*")) / "site-packages"
    dependencies = Path(click.__file__).parents[1]
    wheel = next((tmp_path / "dist").glob("*.whl"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile", "--target", str(site), str(wheel)],
        check=True,
        capture_output=True,
    )
    (site / "dependencies.pth").write_text(str(dependencies))
    python = tmp_path / "env" / "bin" / "python"
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KEHOACH"))}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        code = (
            "import archive; assert 'env' in archive.__file__, archive.__file__; from archive.start import main; main()"
        )
        return subprocess.run(
            [python, "-c", code, *words], cwd=tmp_path, env=bare, capture_output=True, text=True, check=False
        )

    assert cli.commands.keys() <= set(run("--help").stdout.split())
    assert "demo-hue" in run("portals", "list").stdout
    done = run("demo", "--no-serve", "--demo-port", "0", "--archive", str(tmp_path / "data"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "374" in run("export", "--archive", str(tmp_path / "data"), "-o", str(tmp_path / "x.jsonl")).stderr
    rows = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
    (corrected,) = (row for row in rows if row["changed_at"])
    (gone,) = (row for row in rows if row["removed_at"])
    assert corrected["body_text"].endswith("Đính chính: thời hạn báo cáo nêu trên được lùi lại mười ngày.")
    (proof,) = json.loads(run("removals", "--json", "--archive", str(tmp_path / "data")).stdout)
    assert proof["first_missed"][:10] < proof["confirmed_at"][:10]
    assert proof["url"] == gone["url"]


def test_scrapy_knows_every_portal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    listed = kehoach("portals", "list", "--json", cwd=tmp_path).json
    assert done.stdout.split() == sorted(portal["name"] for portal in listed)
