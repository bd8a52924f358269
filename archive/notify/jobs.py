"""How a scheduled job ended, as systemd tells what runs after it, and whether somebody must hear of it."""

from __future__ import annotations

from collections.abc import Mapping

from archive.errors import DiskFullError
from archive.folder import ArchiveFolder
from archive.runlog import INVOCATION, error_of_invocation

WRONG_CHECKS = {"first-pages", "second-looks"}
"""Crawls: with 1 a portal failed its checks, which is told as a change of its state; with 2 they could not run."""
DONE = ("", "success")


def failure_of_job(folder: ArchiveFolder, job: str, environment: Mapping[str, str]) -> str | None:
    """Why a job counts as failed, None where it does not.

    `environment` holds SERVICE_RESULT, EXIT_STATUS and INVOCATION_ID, see systemd.exec(5); without the first it ended
    well. Only the manager of a user's own units sets MANAGERPID.
    """
    try:
        folder.check_room()
        full = ""
    except DiskFullError as error:
        full = str(error)
    result, status = environment.get("SERVICE_RESULT", ""), environment.get("EXIT_STATUS", "")
    if result in DONE or (job in WRONG_CHECKS and (result, status) == ("exit-code", "1") and not full):
        return None
    said = error_of_invocation(folder, environment.get(INVOCATION, "")) if result == "exit-code" else None
    whose = "--user " if "MANAGERPID" in environment else ""
    return said or full or f"{result}, {status}; journalctl {whose}-u kehoach-{job}"
