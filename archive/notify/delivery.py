"""Handing a message over: through Apprise to mail, webhooks and chat services, or as a ping to a dead man's switch."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from archive.errors import UsageError
from archive.version import software

log = logging.getLogger(__name__)
PING_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Message:
    """What is told at once: a title, lines of text, and the keys of what it tells."""

    title: str
    text: str
    keys: tuple[str, ...]


def check_target(url: str, *, ping: bool) -> None:
    """Raise UsageError for an address that no message can be sent to."""
    if ping:
        if urlsplit(url).scheme not in ("http", "https"):
            raise UsageError(f"{url!r} cannot be pinged; a dead man's switch has an http or https address.")
    elif not _is_known(url):
        raise UsageError(
            f"{url!r} is no address that Apprise knows; write for example mailto://user:password@mail.example.org, "
            "ntfy://ntfy.sh/topic, tgram://token/chat or json://host/path."
        )


def _is_known(url: str) -> bool:
    """Whether Apprise can make something of an address; its own complaint is kept from the terminal."""
    import apprise

    chatter = logging.getLogger("apprise")
    level = chatter.level
    chatter.setLevel(logging.CRITICAL)
    try:
        return apprise.Apprise.instantiate(url, suppress_exceptions=True) is not None
    finally:
        chatter.setLevel(level)


def deliver(url: str, message: Message) -> bool:
    """Send a message; returns whether it was accepted. Why not is logged."""
    import apprise

    channel = apprise.Apprise()
    plain = apprise.NotifyFormat.TEXT
    return bool(channel.add(url) and channel.notify(title=message.title, body=message.text, body_format=plain))


def ping(url: str) -> bool:
    """Tell a dead man's switch that the jobs run."""
    request = Request(url, headers={"User-Agent": software()})  # noqa: S310 - check_target lets in http and https only
    try:
        with urlopen(request, timeout=PING_SECONDS):  # noqa: S310
            return True
    except (URLError, TimeoutError, OSError) as error:
        log.warning("The ping to %s failed: %s", urlsplit(url).hostname, error)
        return False


def shown(url: str) -> str:
    """A target's address without its secrets: scheme and host."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}/…"
