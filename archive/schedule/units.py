"""The jobs as systemd units: a hardened service and a timer each."""

from __future__ import annotations

from archive.schedule.jobs import LIMITS, Job, Place

PREFIX = "kehoach-"
_HARDENING = """\
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=read-only
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
PrivateDevices=yes
PrivateTmp=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
RemoveIPC=yes
UMask=0027
IPAddressDeny=link-local multicast
"""
_MODEST = "NoNewPrivileges=yes\nUMask=0027\n"
"""What a user's own manager can do without privileges."""


_ZONE = "Asia/Ho_Chi_Minh"
_HOURS_AFTER = 2
"""How long a publication that follows a job may take; systemd's own limit of 90 seconds would end it."""


def units(place: Place, jobs: list[Job], *, user: str | None) -> dict[str, str]:
    """The text of each unit file by its name. `user` runs system units; None makes units of a user's own manager."""
    files: dict[str, str] = {}
    for job in jobs:
        files[f"{PREFIX}{job.name}.service"] = _service(place, job, user)
        files[f"{PREFIX}{job.name}.timer"] = _timer(job)
    return files


def _service(place: Place, job: Job, user: str | None) -> str:
    after = "".join(f"ExecStopPost=-{_command(place, words)}\n" for words in (*job.afterwards, job.told))
    idle = "CPUSchedulingPolicy=idle\nIOSchedulingClass=idle\n" if job.is_idle else "Nice=10\n"
    hardened = f"User={user}\n{_HARDENING}{_write_paths(place, job)}" if user else _MODEST
    return (
        f"[Unit]\nDescription=Kế hoạch: {job.what}\nWants=network-online.target\nAfter=network-online.target\n\n"
        f"[Service]\nType=oneshot\n{_environment(place)}ExecStart={_command(place, job.words)}\n{after}"
        f"TimeoutStartSec={job.hours}h\nTimeoutStopSec={_HOURS_AFTER}h\nMemoryMax={job.memory}\nTasksMax=256\n{idle}{hardened}"
    )


def _timer(job: Job) -> str:
    return (
        f"[Unit]\nDescription=Kế hoạch: {job.what}\n\n[Timer]\nOnCalendar={job.calendar} {_ZONE}\nPersistent=true\n"
        f"RandomizedDelaySec={job.spread_minutes}min\n\n[Install]\nWantedBy=timers.target\n"
    )


def _environment(place: Place) -> str:
    values = {"KEHOACH_ARCHIVE": str(place.archive), "KEHOACH_CONTACT": place.contact, **LIMITS}
    if place.portals:
        values["KEHOACH_PORTALS"] = ":".join(map(str, place.portals))
    return "".join(f'Environment="{name}={_escaped(value)}"\n' for name, value in values.items())


def _command(place: Place, words: tuple[str, ...]) -> str:
    return " ".join(_quoted(word).replace("$", "$$") for word in (str(place.program), *words))


def _write_paths(place: Place, job: Job) -> str:
    """The archive and the job's own folders; one of these that is away ("-") stops what writes there, and no more."""
    folders = (str(place.archive), *(f"-{path}" for path in job.writes))
    return "".join(f"ReadWritePaths={_quoted(folder)}\n" for folder in folders)


def _quoted(word: str) -> str:
    escaped = _escaped(word)
    return f'"{escaped}"' if any(sign in escaped for sign in " \t\\'\"") else escaped


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
