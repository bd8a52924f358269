"""Why a request gave no page: the named outcomes, and which of them are worth another try."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from archive.health.states import State
from scraper.origins import ForbiddenAddressError
from scraper.politeness import ForbiddenByRobotsError, RobotsUnreachableError

BLOCKED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS}
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}
_STATES: dict[str, State] = {
    "blocked": "blocked",
    "refused": "blocked",
    "forbidden": "blocked",
    "empty": "empty",
    "unreachable": "unreachable",
    "cut": "unreachable",
    "broken": "unreachable",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page, in words; whether to try again, and whether it is no fault at all."""

    outcome: str
    retry: bool = False
    gone: bool = False
    forbidden: bool = False


def failure_of_status(response: Response) -> Failure | None:
    """The failure that an HTTP status means, or None for a page to read."""
    status = response.status
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status in GONE:
        return Failure(f"gone: HTTP {status}", gone=True)
    if status in BLOCKED:
        return Failure(f"blocked: HTTP {status}")
    if status in LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Failure(f"unreachable: HTTP {status}", retry=True)
    return Failure(f"refused: HTTP {status}")


def failure_of_error(error: BaseException | None) -> Failure:
    """The failure that an error of the download means."""
    match error:
        case ForbiddenByRobotsError():
            return Failure("forbidden by robots.txt", forbidden=True)
        case RobotsUnreachableError():
            return Failure(f"unreachable: {error}", retry=True)
        case ForbiddenAddressError():
            return Failure(f"forbidden address: {error}")
        case CannotResolveHostError():
            return Failure(f"unreachable: no address for the host ({error})", retry=True)
        case DownloadConnectionRefusedError():
            return Failure("unreachable: the connection was refused", retry=True)
        case DownloadTimeoutError():
            return Failure("unreachable: no answer in time", retry=True)
        case ResponseDataLossError():
            return Failure("cut: the answer broke off", retry=True)
        case DownloadFailedError() if "certificate" in str(error).lower():
            return Failure(f"unreachable: the certificate is not valid ({_first_line(error)})")
        case DownloadFailedError():
            return Failure(f"unreachable: {_first_line(error)}", retry=True)
        case IgnoreRequest():
            return Failure(f"refused: {_first_line(error)}")
        case _:
            return Failure(f"broken answer: {type(error).__name__}: {_first_line(error)}")


def _first_line(error: BaseException | None) -> str:
    return (str(error).splitlines() or [""])[0][:200]


def state_of_outcome(outcome: str) -> State:
    """What a portal is whose address had this outcome."""
    if outcome == "read":
        return "ok"
    if outcome.startswith("forbidden address") and "not a host" in outcome:
        return "moved"
    return _STATES.get(outcome.partition(":")[0].split(" ")[0], "changed")
