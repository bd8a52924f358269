"""What an outcome means for whoever asked for an address: a clause that a crawl, a check and a probe say alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.errors import UsageError
from scraper.origins import ForbiddenAddressError, allowed, check_address, origin_of
from scraper.reading.outcome import CALLED_HTML, LOGIN_WALL
from scraper.reading.stubs import COOKIE_STUB

ABROAD = "many portals of Vietnamese authorities answer only to addresses in Vietnam"
_LIKE_ABROAD = re.compile(
    r"blocked: (?:HTTP 4(?:03|51)|access-denied|web-firewall)"
    r"|unreachable: (?:no answer in time|the connection was (?:refused|closed)|no way to the host|no TLS connection)"
)
"""What a portal that answers in its own country alone looks like from elsewhere; never one of a private network."""
_PRIVATE = re.compile(r"forbidden address: (\S+) (?:is a private|leads to the private)")
_OTHER_HOST = re.compile(r"forbidden address: (\S+) is not a host of the portal")
_COOKIE = (
    "its page has a script compute a cookie first; with `script = true` in its facts Chromium runs it, and where that "
    "does not help its webmaster may"
)
_LOGIN = "it asks for a login, and nothing is read behind one"
_READING = {
    "empty (nothing-read)": "it holds neither a list nor a text",
    "empty (nothing-listed)": "it says itself that its section has nothing",
    "empty (no-bytes)": "there is nothing in it",
    "gone (not-found)": "it says that what was here is gone",
    "closed (maintenance)": "its whole site is closed for maintenance, or under construction: try again later",
    "closed (shut-down)": "its whole site says that it has ended or moved, perhaps to where",
    "closed (suspended)": "whoever hosts its site has closed it",
    "closed (expired)": "the domain of its site has expired, or is not in use",
    "closed (default-page)": "its server shows the page that it shows where no site is set up",
    "undrawn (drawn-by-script)": "a script draws it; a crawl has it drawn where its portal's facts say `script = true`",
}
"""What `kehoach read` says of a page that it could not read, by outcome and flags."""
_FILE = "it is a {kind} file; papers are read by a crawl, with the page or the list that links them"
_UNADDRESSED = "its address, by which many lists are told, stands nowhere in it: give it with --url"
_LED_ASTRAY = "it sends its visitors to an address that only its own network reaches"


def advice_on(outcome: str, url: str) -> str | None:
    """The clause about what became of an address that was asked for; None where the outcome says it all."""
    private = _PRIVATE.match(outcome)
    if private is not None:
        host, port = origin_of(url)
        origin = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        is_own = private[1] in (host, f"{host}:{port}")
        return f"if it is yours, --allow-private {origin} opens it" if is_own else _LED_ASTRAY
    if outcome.endswith(COOKIE_STUB):
        return _COOKIE
    if outcome.endswith(LOGIN_WALL):
        return _LOGIN
    return ABROAD if _LIKE_ABROAD.match(outcome) and allowed(url, None, ()) else None


def advice_on_links(outcome: str) -> str | None:
    """The clause about addresses that lists link to with this outcome; None where the outcome says it all."""
    host = _OTHER_HOST.match(outcome)
    return f"if {host[1]} is of the same site, add it to `hosts` in the portal's facts" if host else None


def advice_on_page(outcome: str, *, addressed: bool) -> str | None:
    """The clause about a page that was not read, `outcome` with its flags in brackets; None where that says it all.

    A saved page may not be `addressed`: neither it nor whoever asks says where it was.
    """
    kind, _, flag = outcome.partition(" (")
    if kind == "not_a_page":
        return _FILE.format(kind=flag.rstrip(")").removesuffix(CALLED_HTML).upper())
    if outcome == "empty (nothing-read)" and not addressed:
        return _UNADDRESSED
    return _LOGIN if flag.startswith(LOGIN_WALL) else _READING.get(outcome)


def refuse_private(addresses: Iterable[str]) -> None:
    """Raise UsageError for the first address that is private, and say how to open it."""
    for address in addresses:
        try:
            check_address(address, ())
        except ForbiddenAddressError as error:
            advice = advice_on(f"forbidden address: {error}", address)
            if advice is not None:
                raise UsageError(f"{error}; {advice}.") from error
