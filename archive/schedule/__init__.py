"""The jobs that feed an archive unattended, as systemd timers or, where there is no systemd, as cron lines."""

from __future__ import annotations
