"""The jobs as systemd checks them, as cron would run them, and that what they call exists."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import click
import pytest

from archive.cli import cli, load_commands
from archive.schedule.cron import cron_lines, ours_of, without_ours
from archive.schedule.jobs import Place, jobs
from archive.schedule.units import units
from tests.command import Done, kehoach

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
MOST_EXPOSED = 30
PLACE = Place(
    program=Path("/opt/kế hoạch/bin/kehoach"),
    archive=Path("/var/lib/kehoach"),
    contact="toa-soan@example.org",
    publish=Path("/srv/kehoach/public"),
    backup=Path("/srv/kehoach/100% backup"),
)


def schedule(tmp_path: Path, *words: object) -> Done:
    return kehoach("schedule", *words, "--system", "--root", tmp_path / "root", cwd=tmp_path)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    done = schedule(tmp_path, "install", "--contact", "a@example.org", "--archive", tmp_path / "archive",
                    "--publish", tmp_path / "public", "--backup", tmp_path / "copies" / "weekly")  # fmt: skip
    assert done.code == 0, done.err
    return tmp_path / "root/etc/systemd/system"


@needs_systemd
def test_installing_leaves_enabled_units_that_systemd_finds_no_fault_with(installed: Path) -> None:
    services = sorted(installed.glob("*.service"))
    enabled = {link.name for link in (installed / "timers.target.wants").iterdir()}
    assert enabled == {service.with_suffix(".timer").name for service in services}
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *services, *installed.glob("*.timer")], capture_output=True, text=True
    )
    ours = [line for line in verified.stderr.splitlines() if "kehoach-" in line]
    assert (verified.returncode, ours) == (0, []), verified.stderr


@needs_systemd
def test_the_services_are_hardened(installed: Path) -> None:
    for service in installed.glob("*.service"):
        rated = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", service],
            capture_output=True,
            text=True,
        )
        assert rated.returncode == 0, rated.stdout[-200:]


@needs_systemd
def test_removing_leaves_nothing(installed: Path, tmp_path: Path) -> None:
    assert schedule(tmp_path, "remove").code == 0
    assert [path for path in installed.rglob("*") if path.name.startswith("kehoach-")] == []


@needs_systemd
def test_installing_again_removes_what_is_no_longer_asked_for(installed: Path, tmp_path: Path) -> None:
    again = schedule(tmp_path, "install", "--contact", "a@example.org", "--archive", tmp_path / "archive")
    assert again.code == 0, again.err
    names = {path.name for path in installed.rglob("kehoach-*")}
    assert "kehoach-first-pages.timer" in names
    assert {name for name in names if "backup" in name} == set()
    assert "kehoach-backup" not in schedule(tmp_path, "show").out


@needs_systemd
def test_jobs_stand_in_one_place_only_and_are_shown_from_there(installed: Path, tmp_path: Path) -> None:
    words = ("--contact", "a@example.org", "--archive", tmp_path / "archive")
    assert schedule(tmp_path, "install", "--cron", *words).code == 0
    assert list(installed.rglob("kehoach-*")) == []
    shown = schedule(tmp_path, "show")
    assert (shown.code, "10 7,12,18 * * * kehoach export" in shown.out) == (0, True)
    assert "Not installed" not in shown.out
    assert schedule(tmp_path, "install", *words).code == 0
    assert not (tmp_path / "root/etc/cron.d/kehoach").exists()


@pytest.mark.parametrize("words", [(), ("--cron",)])
def test_what_would_be_installed_is_shown_without_a_contact_too(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = schedule(tmp_path, "show", *words)
    assert done.code == 0
    assert done.out.startswith("# Not installed yet")
    assert "KEHOACH_CONTACT=CONTACT" in done.out


def test_nothing_is_scheduled_without_a_contact(tmp_path: Path) -> None:
    done = schedule(tmp_path, "install", "--archive", tmp_path / "archive")
    assert done.code == 2
    assert "--contact" in done.err
    assert not (tmp_path / "root").exists()


@pytest.mark.parametrize("job", jobs(PLACE), ids=lambda job: job.name)
def test_what_a_job_calls_exists_with_its_options(job: object) -> None:
    load_commands()
    for words in (job.words, *job.afterwards, job.told):  # type: ignore[attr-defined]
        command: click.Command = cli
        left = list(words)
        while isinstance(command, click.Group):
            command = command.commands[left.pop(0)]
        context = command.make_context("job", [*left, "--archive", "/var/lib/kehoach"])
        assert context.params["folder"].path == Path("/var/lib/kehoach")


def test_timers_catch_up_after_a_reboot_and_do_not_all_begin_at_once() -> None:
    timers = {name: text for name, text in units(PLACE, jobs(PLACE), user="kehoach").items() if name.endswith(".timer")}
    assert len(timers) == len(jobs(PLACE))
    for text in timers.values():
        assert "Persistent=true" in text
        assert re.search(r"RandomizedDelaySec=[1-9]", text)


@pytest.mark.parametrize("job", ["first-pages", "second-looks", "slow-lane"])
def test_publishing_and_messages_follow_what_reads_and_a_crawl_that_failed_too(job: str) -> None:
    service = units(PLACE, jobs(PLACE), user="kehoach")[f"kehoach-{job}.service"]
    assert re.findall(r'ExecStopPost=-"/opt/kế hoạch/bin/kehoach" (\S+)', service) == ["publish", "notify"]


def test_jobs_run_by_the_clock_of_viet_nam_and_what_follows_them_has_time() -> None:
    for name, text in units(PLACE, jobs(PLACE), user="kehoach").items():
        if name.endswith(".timer"):
            assert re.search(r"^OnCalendar=.* Asia/Ho_Chi_Minh$", text, re.MULTILINE)
        else:
            assert "\nTimeoutStopSec=2h\n" in text


def test_a_job_writes_to_the_archive_and_its_own_folders_and_runs_where_these_are_away() -> None:
    archive, publish, backup = "/var/lib/kehoach", "-/srv/kehoach/public", '"-/srv/kehoach/100%% backup"'
    also = {name: [publish] for name in ("first-pages", "second-looks", "slow-lane")} | {"backup": [backup]}
    for job in jobs(PLACE):
        text = units(PLACE, jobs(PLACE), user="kehoach")[f"kehoach-{job.name}.service"]
        opened = re.findall(r"^ReadWritePaths=(.*)$", text, re.MULTILINE)
        assert (job.name, opened) == (job.name, [archive, *also.get(job.name, [])])


@needs_systemd
def test_installing_makes_the_folders_that_are_missing(installed: Path, tmp_path: Path) -> None:
    for name in ("archive", "public", "copies/weekly"):
        assert (tmp_path / "root" / (tmp_path / name).relative_to("/")).is_dir()


@pytest.mark.parametrize(
    "words",
    [
        ("--contact", "a@example.org\nExecStartPre=/bin/false"),
        ("--contact", "a@example.org\r"),
        ("--contact", "a@example.org", "--publish", "/srv/a\nb"),
        ("--contact", "a@example.org", "--portals", "/srv/a\u2028b"),
        ("--contact", "a@example.org", "--as", "root\nUser=root"),
        ("--contact", "a@example.org", "--as", "a b"),
        ("--contact", "a@example.org", "--publish", "/"),
        ("--contact", "a@example.org", "--backup", "/srv/.."),
    ],
)
@pytest.mark.parametrize("more", [(), ("--cron",)])
def test_what_would_add_lines_or_open_everything_is_refused(
    tmp_path: Path, words: tuple[str, ...], more: tuple[str, ...]
) -> None:
    done = schedule(tmp_path, "install", "--archive", tmp_path / "archive", *words, *more)
    assert (done.code, done.err.count("\n"), done.err[:7]) == (2, 1, "Error: ")
    assert not (tmp_path / "root").exists()


def test_a_crawl_that_queued_has_half_of_its_time_left() -> None:
    crawls = [job for job in jobs(PLACE) if "--wait" in job.words]
    assert len(crawls) == 2
    for job in crawls:
        assert int(job.words[job.words.index("--wait") + 1]) * 2 <= job.hours * 3600


def test_a_dollar_is_doubled_where_systemd_expands_it_and_nowhere_else() -> None:
    place = replace(PLACE, archive=Path("/srv/a$b"), publish=Path("/srv/c$d"))
    text = units(place, jobs(place), user="kehoach")["kehoach-first-pages.service"]
    assert 'Environment="KEHOACH_ARCHIVE=/srv/a$b"' in text
    assert "ReadWritePaths=-/srv/c$d\n" in text
    assert " /srv/c$$d\n" in text


def test_every_job_tells_when_it_failed() -> None:
    for name, text in units(PLACE, jobs(PLACE), user="kehoach").items():
        if name.endswith(".service"):
            job = name.removeprefix("kehoach-").removesuffix(".service")
            assert text.count(f"notify send --job {job}\n") == 1


def test_cron_lines_hand_the_exit_code_on(tmp_path: Path) -> None:
    program = tmp_path / "kehoach"
    note = 'echo "$1 $SERVICE_RESULT $EXIT_STATUS" >> "$KEHOACH_ARCHIVE/told"'
    program.write_text(f"#!/bin/sh\n{note}\n[ $1 != verify ]\n")
    program.chmod(0o755)
    place = Place(program=program, archive=tmp_path, contact="a@example.org", publish=tmp_path / "out")
    for line in cron_lines(place, jobs(place), user=None).splitlines()[1:-1]:
        subprocess.run(["sh", "-c", line.split(" ", 5)[5].replace("\\%", "%")], check=True)
    told = (tmp_path / "told").read_text().splitlines()
    assert told[:3] == ["crawl  ", "publish success 0", "notify success 0"]
    assert told[-2:] == ["verify  ", "notify exit-code 1"]


def test_cron_lines_call_the_same_and_replace_their_older_selves() -> None:
    lines = cron_lines(PLACE, jobs(PLACE), user=None)
    for job in jobs(PLACE):
        assert shlex.join((str(PLACE.program), *job.words)).replace("%", "\\%") in lines
    mine = "5 4 * * * /usr/bin/true\n"
    assert without_ours(mine + lines) == mine
    assert without_ours(without_ours(mine + lines) + lines) == mine
    assert ours_of(mine + lines + mine) == lines
    assert ours_of(mine) == ""
