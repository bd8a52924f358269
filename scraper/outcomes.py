"""Why a request gave no page: the named outcomes, and which of them are worth another try."""

from __future__ import annotations

import errno
import ssl
import zlib
from dataclasses import dataclass
from gzip import BadGzipFile
from http import HTTPStatus

import brotli
from backports import zstd
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from archive.health.states import State
from scraper.client.connection import ClosedError
from scraper.client.wire import NotHttpError
from scraper.origins import ForbiddenAddressError
from scraper.politeness import ForbiddenByRobotsError, RobotsUnreachableError
from scraper.rests import RestingError, is_for_later
from scraper.settings import DOWNLOAD_MAXSIZE, REDIRECT_MAX_TIMES

BLOCKED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS}
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_STATES: dict[str, State] = {
    "blocked": "blocked",
    "refused": "blocked",
    "forbidden": "blocked",
    "empty": "empty",
    "unreachable": "unreachable",
    "closed": "unreachable",
    "cut": "unreachable",
    "broken": "unreachable",
    "too": "changed",
}

_ANOTHER_HOST = frozenset({62, 64})
"""What OpenSSL says of a certificate of another name, and of another address."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page, in words; whether to try again, and whether it is no fault at all.

    `offline` where not even a server was met, as happens to all where a machine has no network.
    """

    outcome: str
    retry: bool = False
    gone: bool = False
    forbidden: bool = False
    offline: bool = False


UNADDRESSED = Failure("unaddressed: the title's form leads to no address of its own")
SAME_PAGE = Failure("same: the page of another address stands here")
SAME_AGAIN = Failure("gone: the page of another address still stands here", gone=True)
"""The outcome of an address that was `SAME_PAGE` before, where a list's or an article's stands, as at few."""
BEYOND_CEILING = Failure("left: beyond the ceiling of listing pages")
"""The outcome of a further page of a list that a run does not ask for."""


def failure_of_status(response: Response) -> Failure | None:
    """The failure that an HTTP status means, or None for a page to read."""
    status = response.status
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status in GONE:
        return Failure(f"gone: HTTP {status}", gone=True)
    if status in BLOCKED:
        return Failure(f"blocked: HTTP {status}")
    if is_for_later(status):
        return Failure(f"unreachable: HTTP {status}", retry=True)
    return Failure(f"refused: HTTP {status}")


def failure_of_error(error: BaseException | None, limit: int = DOWNLOAD_MAXSIZE) -> Failure:
    """The failure that an error of the download means; `limit` is how many bytes the answer might have."""
    match error:
        case ForbiddenByRobotsError():
            return Failure("forbidden by robots.txt", forbidden=True)
        case RobotsUnreachableError(__cause__=RobotsUnreachableError() as answered):
            return failure_of_error(answered)
        case RobotsUnreachableError() if error.__cause__ is not None:
            reason = failure_of_error(error.__cause__)
            return Failure(f"{reason.outcome} (robots.txt)", offline=reason.offline)
        case RobotsUnreachableError():
            return Failure(f"unreachable: {error}")
        case RestingError():
            return Failure(f"unreachable: {error}", retry=True)
        case ForbiddenAddressError():
            return Failure(f"forbidden address: {error}")
        case CannotResolveHostError():
            return Failure(f"unreachable: no address for the host ({error})", retry=True, offline=True)
        case DownloadConnectionRefusedError():
            return Failure("unreachable: the connection was refused", retry=True, offline=True)
        case DownloadTimeoutError():
            return Failure("unreachable: no answer in time", retry=True)
        case ResponseDataLossError():
            return Failure("cut: the answer broke off", retry=True)
        case DownloadCancelledError():
            return Failure(f"too large: over the limit of {limit / 2**20:.4g} MiB")
        case DownloadFailedError():
            return _failure_of_connection(error)
        case IgnoreRequest() if "during decompression" in str(error):
            return Failure(f"too large: over the limit of {limit / 2**20:.4g} MiB when decompressed")
        case IgnoreRequest() if "max redirections" in str(error):
            return Failure(f"refused: more than {REDIRECT_MAX_TIMES} redirects")
        case IgnoreRequest():
            return Failure(f"refused: {_first_line(error)}")
        case zlib.error() | brotli.error() | zstd.ZstdError() | BadGzipFile() | EOFError():
            return Failure("broken answer: the body is not coded as its header says", retry=True)
        case ValueError():
            return Failure("refused: a redirect to no address")
        case _:
            return Failure(f"broken answer: {type(error).__name__}: {_first_line(error)}")


def _failure_of_connection(error: DownloadFailedError) -> Failure:
    """What went wrong below HTTP."""
    match error.__cause__:
        case ssl.SSLCertVerificationError(verify_code=code) if code in _ANOTHER_HOST:
            return Failure("unreachable: the certificate is not valid (another host's)")
        case ssl.SSLCertVerificationError():
            return Failure("unreachable: the certificate is not valid")
        case ssl.SSLError() as reason:
            return Failure(f"unreachable: no TLS connection ({_first_line(reason)[:120]})", retry=True)
        case OSError(errno=code) if code in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return Failure("unreachable: no way to the host", retry=True, offline=True)
        case NotHttpError():
            return Failure("broken answer: no HTTP", retry=True)
        case ClosedError() | ConnectionError():
            return Failure("unreachable: the connection was closed without an answer", retry=True)
        case _:
            return Failure(f"unreachable: {_first_line(error)}", retry=True)


def _first_line(error: BaseException | None) -> str:
    return (str(error).splitlines() or [""])[0][:200]


def state_of_outcome(outcome: str) -> State:
    """What a portal is whose address had this outcome."""
    if outcome == "read":
        return "ok"
    if outcome.startswith("forbidden address") and "not a host" in outcome:
        return "moved"
    return _STATES.get(outcome.partition(":")[0].split(" ")[0], "changed")
