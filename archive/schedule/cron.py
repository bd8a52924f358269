"""The jobs as cron lines, for machines without systemd. cron knows no limits and forgets what it missed."""

from __future__ import annotations

import shlex

from archive.runlog import INVOCATION
from archive.schedule.jobs import LIMITS, Job, Place

BEGIN, END = "# kehoach: begin", "# kehoach: end"


def cron_lines(place: Place, jobs: list[Job], *, user: str | None) -> str:
    """The lines between their marks; `user` makes them lines of /etc/cron.d, None those of a crontab."""
    values = {"KEHOACH_ARCHIVE": str(place.archive), "KEHOACH_CONTACT": place.contact, **LIMITS}
    if place.portals:
        values["KEHOACH_PORTALS"] = ":".join(map(str, place.portals))
    environment = " ".join(f"{name}={shlex.quote(value)}" for name, value in values.items())
    lines = [BEGIN]
    for job in jobs:
        first, *others = (shlex.join((str(place.program), *words)) for words in (job.words, *job.afterwards, job.told))
        result = "export SERVICE_RESULT=success EXIT_STATUS=$?; [ $EXIT_STATUS = 0 ] || SERVICE_RESULT=exit-code"
        calls = "; ".join((first, result, *others))
        who = f"{user} " if user else ""
        lines.append(f"{job.cron} {who}export {environment} {INVOCATION}=cron-$$; {calls}".replace("%", "\\%"))
    return "\n".join([*lines, END]) + "\n"


def without_ours(crontab: str) -> str:
    """A crontab without the lines between our marks."""
    return _lines(crontab, ours=False)


def ours_of(crontab: str) -> str:
    """The lines of a crontab between our marks, with them."""
    return _lines(crontab, ours=True)


def _lines(crontab: str, *, ours: bool) -> str:
    chosen, within = [], False
    for line in crontab.splitlines():
        within = within or line == BEGIN
        if within is ours:
            chosen.append(line)
        within = within and line != END
    return "\n".join(chosen) + "\n" if chosen else ""
