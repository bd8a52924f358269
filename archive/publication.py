"""Publishing: an immutable, checked copy of the public form in a folder of its own, swapped in at once.

    DEST/current -> versions/20261128T215400Z       the link that a host serves
    DEST/versions/…/archive.db, inspect-data.json   the database, immutable for Datasette
    DEST/versions/…/metadata.json, settings.json, templates/, plugins/, static/    our site, as Datasette expects it
    DEST/versions/…/downloads/                      whole dumps, with row counts and checksums

`datasette DEST/current` serves the site where kehoach is installed; any static host serves `downloads/`. A version is
complete and checked before the link moves to it, so a reader sees the one before or this one. Captures stay with the
archive: their bytes hold what the public form masks.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.checksum import checksum
from archive.clock import system_clock, utc
from archive.database import PAGE_BYTES, connect
from archive.dumps import HIDDEN, Dump, make_dumps
from archive.errors import ArchiveError
from archive.folder import ArchiveFolder, held
from archive.public import open_public
from archive.site.serve import HERE, SETTINGS, metadata_file
from archive.version import software

CURRENT, COMING, VERSIONS, UNFINISHED = "current", "current.new", "versions", ".unfinished"
DOWNLOADS, LOCK = "downloads", "publish.lock"
ROOM = 3
"""How many times the public database's size must be free: the copy, its dumps, and some air."""

_VERSION = re.compile(r"\d{8}T\d{6}\.\d{6}Z")


class PublicationError(ArchiveError):
    """The copy is not what the archive holds, or the destination is not ours."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A published version: where, how many rows each table has, and its dumps."""

    version: Path
    tables: dict[str, int]
    dumps: tuple[Dump, ...]


def publish(folder: ArchiveFolder, destination: Path, *, contact: str = "", wait: float = 0.0) -> Publication:
    """Make a version of today's public form, check it, swap it in; its page about the crawler names the contact.

    Where another job publishes there, `wait` is how many seconds to queue for its end.
    Raises PublicationError or DiskFullError and leaves the old one.
    """
    folder.require()
    folder.refuse_public_copy(folder.tables())
    folder.check_room()
    with _alone(destination, wait):
        before = _current(destination)
        source = open_public(folder)
        try:
            ArchiveFolder(destination).check_room(ROOM * folder.public_database.stat().st_size)
            unfinished = destination / UNFINISHED
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            tables = _copy(source, unfinished / "archive.db")
        finally:
            source.close()
        _put_site(unfinished, tables, contact)
        dumps = _put_dumps(unfinished, tables)
        version = destination / VERSIONS / f"{system_clock():%Y%m%dT%H%M%S.%fZ}"
        version.parent.mkdir(exist_ok=True)
        unfinished.replace(version)
        _swap(destination, version)
        _forget_old(version.parent, {version.name, before})
    return Publication(version, tables, dumps)


@contextmanager
def _alone(destination: Path, wait: float) -> Iterator[None]:
    """The destination is a new folder or one that we published to, and nobody else is publishing to it."""
    if destination.exists() and not destination.is_dir():
        raise PublicationError(f"{destination} is a file; name a new folder or one that was published to before.")
    names = {child.name for child in destination.iterdir()} if destination.is_dir() else set()
    if names and LOCK not in names:
        raise PublicationError(f"{destination} holds other files; name a new folder, or one that was published to.")
    try:
        destination.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublicationError(f"{destination} cannot be made ({error.strerror}); name another folder.") from error
    refusal = (
        f"Another job is publishing to {destination}; run this again when it has ended, or queue with --wait SECONDS."
    )
    with held(destination / LOCK, wait, refusal):
        yield


def _copy(source: Database, copy: Path) -> dict[str, int]:
    """One state of the public database as a file of its own; returns the rows of its public tables. Raises."""
    source.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    source.execute("VACUUM INTO ?", (str(copy),))
    database = Database(connect(copy.resolve().as_uri()), execute_plugins=False)
    try:
        database.execute("DROP TABLE public_state")
        database.execute("ANALYZE")
        faults = [row[0] for row in database.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
        faults += [f"row {row} of {table} points at nothing" for table, row, *_ in orphans]
        if faults:
            raise PublicationError(f"The copy is not whole ({faults[0]}), so nothing was published.")
        database.execute("INSERT INTO announcement_fts (announcement_fts) VALUES ('integrity-check')")
        return {
            name: database.execute(f"SELECT count(*) FROM [{name}]").fetchone()[0]  # noqa: S608
            for name in database.table_names()
            if not name.startswith(HIDDEN)
        }
    finally:
        database.close()


def _put_site(version: Path, tables: dict[str, int], contact: str) -> None:
    """What Datasette looks for in a folder: templates, settings, and that the database never changes."""
    for name in ("templates", "plugins", "static"):
        shutil.copytree(HERE / name, version / name, ignore=shutil.ignore_patterns("__pycache__"))
    metadata = json.loads(metadata_file().read_text("utf-8")) | ({"contact": contact} if contact else {})
    (version / "metadata.json").write_text(json.dumps(metadata, ensure_ascii=False, indent=1), "utf-8")
    (version / "settings.json").write_text(json.dumps(SETTINGS, indent=1), "utf-8")
    file = version / "archive.db"
    facts = {
        "hash": checksum(file),
        "size": file.stat().st_size,
        "file": file.name,
        "tables": {name: {"count": count} for name, count in tables.items()},
    }
    (version / "inspect-data.json").write_text(json.dumps({"archive": facts}, indent=1), "utf-8")


def _put_dumps(version: Path, tables: dict[str, int]) -> tuple[Dump, ...]:
    dumps = make_dumps(version / "archive.db", version / DOWNLOADS)
    for dump in dumps:
        expected = tables[dump.table]
        if dump.rows != expected:
            why = f"{dump.name} has {dump.rows} rows and the archive {expected}, so nothing was published."
            raise PublicationError(why)
    manifest = {
        "made_at": utc(system_clock()),
        "software": software(),
        "tables": tables,
        "files": [dump.facts() for dump in dumps],
    }
    (version / DOWNLOADS / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
    return dumps


def _current(destination: Path) -> str | None:
    """The name of the version that the link leads to; raises where anything of ours is not what we made it."""
    link, coming = destination / CURRENT, destination / COMING
    unfinished, versions = destination / UNFINISHED, destination / VERSIONS
    for folder in (unfinished, versions):
        if os.path.lexists(folder) and not folder.is_dir():
            raise PublicationError(f"{folder} is no folder; move it away and publish again.")
    if unfinished.is_symlink():
        raise PublicationError(f"{unfinished} is no folder but a link; move it away and publish again.")
    if coming.exists() and not coming.is_symlink():
        raise PublicationError(f"{coming} is no link; move it away and publish again.")
    if not os.path.lexists(link):
        return None
    if not link.is_symlink() or link.readlink().parent != Path(VERSIONS):
        raise PublicationError(f"{link} is no link to a version; move it away and publish again.")
    return link.readlink().name


def _swap(destination: Path, version: Path) -> None:
    """Let the link lead to the version: the old link is replaced in one step."""
    link = destination / COMING
    link.unlink(missing_ok=True)
    link.symlink_to(version.relative_to(destination), target_is_directory=True)
    link.replace(destination / CURRENT)


def _forget_old(versions: Path, kept: set[str | None]) -> None:
    """The version before stays for whoever still reads it; other ones go."""
    for version in versions.iterdir():
        if version.name not in kept and _VERSION.fullmatch(version.name):
            shutil.rmtree(version, ignore_errors=True)
