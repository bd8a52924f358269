"""`kehoach notify` for the operator and `kehoach follow` for those who follow a search."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from archive.cli import FAILED, JobCommand, archive_option, cli, json_option, note
from archive.counted import counted
from archive.database import plain_errors
from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder
from archive.notify.book import WANTS, Follow, Target, open_book
from archive.notify.delivery import Message, check_target, deliver, ping, shown
from archive.notify.following import known_limits
from archive.notify.jobs import failure_of_job
from archive.notify.sending import Sent, send, send_failures
from archive.public import open_public
from archive.search.filters import Filters
from archive.site.words import LANGUAGES, Language, translator

language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), help=f"Of the messages. [default: {LANGUAGES[0]}, or as it was]"
)
quiet_option = click.option(
    "--quiet", metavar="HH:MM-HH:MM", help='No messages in these hours, Vietnam; "" for none. [default: as it was]'
)

TELLING_WAIT_SECONDS = 90.0


@cli.group()
def notify() -> None:
    """Tell the operator when a source changes its state: by mail, webhook, ntfy, Telegram and the like."""


@notify.command("add")
@click.argument("target")
@click.option(
    "--for", "wants", type=click.Choice(WANTS), multiple=True, help="What to tell. [default: states and digest]"
)
@quiet_option
@language_option
@archive_option
def add(
    folder: ArchiveFolder, target: str, wants: tuple[str, ...], quiet: str | None, language: Language | None
) -> None:
    """Add a TARGET as Apprise writes it: mailto://…, ntfy://…, tgram://…, json://host/path.

    With `--for ping` it is the http address of a dead man's switch, which is asked for once after each crawl.
    A known one gets these wishes, hours and language too.
    """
    chosen = wants or ("states", "digest")
    check_target(target, ping="ping" in chosen)
    with open_book(folder) as book:
        added = book.add_target(target, chosen, quiet, language)
    click.echo(f"{added.id}: {shown(added.url)} is told: {', '.join(added.wants)}.")


@notify.command("list")
@json_option
@archive_option
def list_targets(folder: ArchiveFolder, as_json: bool) -> None:
    """Show who is told what; the secrets in addresses are left out."""
    with open_book(folder, only_to_read=True) as book:
        targets, follows = book.targets(), book.follows()
    if as_json:
        click.echo(json.dumps([_target_json(target, follows) for target in targets], ensure_ascii=False, indent=2))
        return
    for target in targets:
        hours = f"; quiet {target.quiet[0]:%H:%M}-{target.quiet[1]:%H:%M}" if target.quiet else ""
        followed = sum(follow.target == target.id for follow in follows)
        wants = ", ".join(target.wants) or "only its follows"
        click.echo(f"{target.id}: {shown(target.url)}: {wants}, {counted(followed, 'follow')}{hours}")
    if not targets:
        click.echo("Nobody is told anything yet; add a target with `kehoach notify add`.")


@notify.command("remove")
@click.argument("number", type=int)
@archive_option
def remove(folder: ArchiveFolder, number: int) -> None:
    """Forget a target and what it follows; NUMBER as `kehoach notify list` shows it."""
    with open_book(folder) as book:
        if not book.remove_target(number):
            raise UsageError(f"There is no target {number}; `kehoach notify list` shows them.")
    click.echo(f"{number}: forgotten.")


@notify.command("test")
@archive_option
def test(folder: ArchiveFolder) -> None:
    """Send everybody a test message."""
    with open_book(folder, only_to_read=True) as book:
        targets = book.targets()
    sent = []
    for target in targets:
        t = translator(target.language)
        if "ping" in target.wants:
            sent.append(Sent(shown(target.url), "ping", ping(target.url)))
        else:
            message = Message(t("notify_test"), t("notify_test_text"), ())
            sent.append(Sent(shown(target.url), message.title, deliver(target.url, message)))
    _report(sent)


@notify.command("send", cls=JobCommand)
@click.option("--digest", "with_digest", is_flag=True, help="The day's digest too, once a day.")
@click.option("--job", metavar="NAME", help="Also that this job failed, where systemd's SERVICE_RESULT says so.")
@json_option
@archive_option
def send_due(folder: ArchiveFolder, with_digest: bool, job: str | None, as_json: bool) -> None:
    """Send what is due: jobs that failed, changes of state, news of follows, pings.

    Run after each job; nothing is sent twice. Jobs that failed are told even where the archive cannot be opened.
    """
    with plain_errors(folder), open_book(folder) as book:
        if job and (why := failure_of_job(folder, job, os.environ)):
            book.add_failure(job, why, datetime.now(UTC))
        with folder.telling(wait=TELLING_WAIT_SECONDS):
            sent = send_failures(book, datetime.now(UTC))
            try:
                database = open_public(folder)
            except ArchiveError:
                _show(sent, as_json=as_json)
                raise
            sent += send(book, database, datetime.now(UTC), with_digest=with_digest)
            database.close()
    note(sent=sum(one.arrived for one in sent), refused=sum(not one.arrived for one in sent))
    _report(sent, as_json=as_json)


@cli.group()
def follow() -> None:
    """Follow a search, a document number, a place or a portal: what is new, changed or removed is sent."""


@follow.command("add")
@click.argument("query")
@click.argument("target")
@click.option("--province", "province_now", help='Only this province as it is called now: "Quảng Ngãi".')
@click.option("--portal", help="Only this portal.")
@click.option("--plans", is_flag=True, help="Only what is about a plan.")
@quiet_option
@language_option
@archive_option
def add_follow(
    folder: ArchiveFolder,
    query: str,
    target: str,
    province_now: str | None,
    portal: str | None,
    plans: bool,
    quiet: str | None,
    language: Language | None,
) -> None:
    """Let TARGET follow QUERY, which is written as in a search; "" is everything that the options leave.

    TARGET is an address as Apprise writes it, or a number of `kehoach notify list`; a known one gets these hours and
    this language where they are given.
    """
    filters = known_limits(folder, province_now, portal, plans=plans)
    with open_book(folder) as book:
        known = book.find_target(target)
        if known is None and target.isdigit():
            raise UsageError(f"There is no target {target}; `kehoach notify list` shows them.")
        if known is not None and "ping" in known.wants:
            raise UsageError(f"{shown(known.url)} is pinged only; name an address that messages can be sent to.")
        check_target(known.url if known else target, ping=False)
        follower = book.add_target(known.url if known else target, quiet=quiet, language=language)
        book.add_follow(follower, query.strip(), filters)
    limits = "".join(f", {name} {value}" for name, value in _limits(filters).items())
    click.echo(f"{shown(follower.url)} follows {query!r}{limits} from now on.")


@follow.command("list")
@json_option
@archive_option
def list_follows(folder: ArchiveFolder, as_json: bool) -> None:
    """Show what is followed."""
    with open_book(folder, only_to_read=True) as book:
        targets = {target.id: target for target in book.targets()}
        follows = book.follows()
    if as_json:
        click.echo(json.dumps([_follow_json(one) for one in follows], ensure_ascii=False, indent=2))
        return
    for one in follows:
        limits = ", ".join(f"{name} {value}" for name, value in _limits(one.filters).items())
        click.echo(f"{one.id}: {shown(targets[one.target].url)}: {one.query!r}" + (f" ({limits})" if limits else ""))
    if not follows:
        click.echo("Nothing is followed yet; add something with `kehoach follow add`.")


@follow.command("remove")
@click.argument("number", type=int)
@archive_option
def remove_follow(folder: ArchiveFolder, number: int) -> None:
    """End a follow; NUMBER as `kehoach follow list` shows it."""
    with open_book(folder) as book:
        if not book.remove_follow(number):
            raise UsageError(f"There is no follow {number}; `kehoach follow list` shows them.")
    click.echo(f"{number}: no longer followed.")


def _show(sent: Sequence[Sent], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([asdict(one) for one in sent], ensure_ascii=False, indent=2))
        return
    for one in sent:
        click.echo(f"{one.target}: {one.title}: {'sent' if one.arrived else 'not accepted'}")


def _report(sent: Sequence[Sent], *, as_json: bool = False) -> None:
    _show(sent, as_json=as_json)
    if not sent and not as_json:
        click.echo("Nothing was due.")
    if not all(one.arrived for one in sent):
        sys.exit(FAILED)


def _target_json(target: Target, follows: Sequence[Follow]) -> dict[str, Any]:
    return {
        "id": target.id,
        "target": shown(target.url),
        "wants": target.wants,
        "quiet": [f"{hour:%H:%M}" for hour in target.quiet or ()],
        "language": target.language,
        "follows": [_follow_json(one) for one in follows if one.target == target.id],
    }


def _follow_json(one: Follow) -> dict[str, Any]:
    return {"id": one.id, "target": one.target, "query": one.query, **_limits(one.filters), "since": one.added_at}


def _limits(filters: Filters) -> dict[str, Any]:
    return {name: value for name, value in asdict(filters).items() if value}
