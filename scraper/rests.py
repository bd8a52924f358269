"""Leaving an origin alone for as long as its Retry-After says: nothing goes out to it before that, whoever asks."""

from __future__ import annotations

import math
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from scraper.origins import Origin

LONGEST_REST = 24 * 3600
NO_STATUS = 600
LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


class RestingError(IgnoreRequest):
    """A request to an origin that asked to be left alone; `seconds` are left of its rest."""

    def __init__(self, origin: Origin, seconds: float) -> None:
        super().__init__(f"{origin.host}:{origin.port} asks to be left alone")
        self.seconds = seconds


class Rests:
    """Until when each origin is left alone, by the clock of the process."""

    def __init__(self) -> None:
        self._until: dict[Origin, float] = {}

    def check(self, origin: Origin) -> None:
        """Raise RestingError where the origin is to be left alone now."""
        left = self._until.get(origin, 0.0) - time.monotonic()
        if left > 0:
            raise RestingError(origin, left)

    def note(self, origin: Origin, response: Response) -> None:
        """Take to heart what an answer asks for."""
        if is_for_later(response.status) and (seconds := asked_rest(response, datetime.now(UTC))):
            self._until[origin] = max(self._until.get(origin, 0.0), time.monotonic() + seconds)


def is_for_later(status: int) -> bool:
    """Whether the same request may well be answered another time."""
    return status in LATER or HTTPStatus.INTERNAL_SERVER_ERROR <= status < NO_STATUS


def asked_rest(response: Response, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for as a number or a date, at most a day; None for no sensible one.

    Those until a date are rounded up: it is a whole second itself.
    """
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if re.fullmatch(r"[0-9]+", value):
        return float(min(int(value[:9]), LONGEST_REST))
    try:
        moment = parsedate_to_datetime(value)
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
    return float(min(max(math.ceil(seconds), 0), LONGEST_REST))
