"""The mistakes that an archive can meet, each with one sentence for the person at the terminal."""

from __future__ import annotations


class ArchiveError(Exception):
    """Anything that stops a command on the archive; its text is the sentence to print. Exit code 1, of a crawl 2."""


class UsageError(ArchiveError):
    """The command was asked for something that does not exist or contradicts itself. Exit code 2."""


class NoSuchPortalError(UsageError):
    """The archive holds no portal of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no portal {name!r} in this archive; `kehoach status` shows them.")


class NoSuchAnnouncementError(UsageError):
    """The archive holds no announcement of that id or address."""

    def __init__(self, identifier: str) -> None:
        super().__init__(f"There is no announcement {identifier!r} in this archive; search finds ids and addresses.")


class NotAnArchiveError(UsageError):
    """The folder holds no archive, or something else."""


class NewerSchemaError(ArchiveError):
    """The database was written by a newer version of this program."""


class BrokenDatabaseError(ArchiveError):
    """The file is no SQLite database, or a damaged one."""


class ArchiveLockedError(ArchiveError):
    """Another job holds the writer's lock."""


class DiskFullError(ArchiveError):
    """There is no room to write; what was committed before stays."""


class NoAccessError(ArchiveError):
    """The system does not let us read or write: rights, or a disk that is mounted read only."""


class BrokenCaptureError(ArchiveError):
    """A WARC record cannot be read back."""
