"""`kehoach`, the command line.

Commands join it through the entry points `kehoach.commands`: modules that put commands into `cli` when imported.
"""

from __future__ import annotations

import errno
import gc
import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder, default_folder
from archive.runlog import logged
from archive.start import INTERRUPTED
from archive.version import software

log = logging.getLogger(__name__)
Command = TypeVar("Command", bound=Callable[..., Any])
FAILED = 1
WRONG_USAGE = 2
COULD_NOT_RUN = 2
_LONGEST_SENTENCE = 400
_GARBAGE_THRESHOLD = 50_000
"""New objects between two looks for cycles; what the commands' imports make stays and is never looked at."""


class Commands(click.Group):
    """A group that says of each command all of its first sentence, which click cuts off at the end of the line."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names of the commands with what they do."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(_LONGEST_SENTENCE)) for name, one in commands if one])


class SentenceGroup(Commands):
    """A group whose commands end with one sentence and an exit code where the archive has an objection."""

    group_class = Commands

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a closed pipe downstream is no error."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except ArchiveError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)
        except OSError as error:
            _tell(error)
            sys.exit(FAILED)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            sys.exit(INTERRUPTED)


def _tell(error: OSError) -> None:
    """Say in a sentence what the system refused; what standard output still holds is dropped with it."""
    what = error.filename or "The output"
    click.echo(f"Error: {what} could not be read or written ({error.strerror or error}).", err=True)
    log.info("The place:", exc_info=error)
    if error.errno in (errno.ENOSPC, errno.EIO):
        with suppress(OSError):
            sys.stdout.close()


class JobCommand(click.Command):
    """A command that may run by schedule: each run is a line of the archive's `runs.jsonl`, with what it notes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it and log how it ended."""
        with logged(ctx.params["folder"], ctx.command_path.partition(" ")[2]) as ctx.obj:
            return super().invoke(ctx)


def note(**facts: Any) -> None:
    """Add facts to the line that the running job leaves in `runs.jsonl`."""
    click.get_current_context().obj.update(facts)


class ScheduledCommand(JobCommand):
    """A job whose exit code 1 is a finding: where it could not run to its end, it ends with 2 instead."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; wrong usage and a closed pipe are left to the group."""
        try:
            return super().invoke(ctx)
        except (UsageError, BrokenPipeError, click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except ArchiveError as error:
            click.echo(f"Error: {error}", err=True)
        except OSError as error:
            _tell(error)
        except Exception:  # noqa: BLE001  # Python itself would end with 1
            traceback.print_exc()
        sys.exit(COULD_NOT_RUN)


def _archive_folder(_: click.Context, __: click.Parameter, value: Path | None) -> ArchiveFolder:
    return ArchiveFolder(value or default_folder())


class Day(click.DateTime):
    """A day, as a `datetime` at its beginning."""

    def __init__(self) -> None:
        super().__init__(formats=["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How the help calls the value."""
        del param, ctx
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Fail with an example."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; write it as year, month and day, for example 2026-01-31.", param, ctx)


DAY = Day()


def archive_option(command: Command) -> Command:
    """`--archive DIR`, as every command on an archive has it."""
    return click.option(
        "--archive",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=_archive_folder,
        help="The archive's folder. [default: KEHOACH_ARCHIVE, else ./data]",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`, where a program may read."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def wait_option(command: Command) -> Command:
    """`--wait SECONDS`, for jobs that meet; the command's parameter is a number of seconds."""
    return click.option(
        "--wait",
        type=click.FloatRange(min=0),
        default=0.0,
        metavar="SECONDS",
        help="Queue so long for another job to end writing. [default: do not queue]",
    )(command)


@click.group(cls=SentenceGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(software().partition("/")[2], prog_name="kehoach")
@click.option("-v", "--verbose", is_flag=True, help="Log more.")
def cli(verbose: bool) -> None:
    """Crawl, archive, search and publish announcements of Vietnamese provincial authorities."""
    level = logging.INFO if verbose else logging.WARNING
    handlers = [StandardError()]
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", handlers=handlers, force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(_is_ours_or_a_warning)


class StandardError(logging.StreamHandler[TextIO]):
    """Logs to what is standard error at that moment: while a bar is shown that puts each line above itself."""

    @property
    def stream(self) -> TextIO:
        """Where the next line goes."""
        return sys.stderr

    @stream.setter
    def stream(self, stream: TextIO) -> None:
        """The library's handlers keep the one of their first day."""


def _is_ours_or_a_warning(record: logging.LogRecord) -> bool:
    """Scrapy sets its loggers' levels anew at each start; only a filter keeps its small talk out."""
    return record.levelno >= logging.WARNING or record.name.startswith(("archive", "scraper"))


def load_commands(called: str | None = None) -> None:
    """Let the archive's own commands and those of every installed plugin join `cli`.

    Where one names the very command that is called (`crawl = "scraper.crawl_command:crawl"`), it alone is loaded.
    """
    found = entry_points(group="kehoach.commands")
    for entry in [entry for entry in found if entry.attr and entry.name == called] or found:
        entry.load()


def main() -> None:
    """Load the commands and run the one that is called."""
    gc.disable()
    load_commands(next((word for word in sys.argv[1:] if not word.startswith("-")), None))
    gc.freeze()
    gc.set_threshold(_GARBAGE_THRESHOLD)
    gc.enable()
    cli()
