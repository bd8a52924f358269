"""How often one visitor may ask for what is expensive: sixty pages at once, then two a second.

The machine itself is a visitor like any other, since behind a proxy that does not say for whom it asks all visitors are
it. Nobody is limited only where the operator turns the limit off, for measurements and tests.
"""

from __future__ import annotations

import os
import re
import time
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address

from archive.site.asgi import Scope

BURST = 60.0
A_SECOND = 2.0
MOST_VISITORS = 20_000
SETTING = "KEHOACH_RATE_LIMIT"
_EXPENSIVE = re.compile(
    r"/tra-cuu(?:\.[\w.]+)?|/archive(?:[/.].*)?|/(?:ban-luu|tai-ve)/.*|/(?:dia-phuong|van-ban|so-khuyet).*"
    r"|/nguon(?!/[\w-]+\.svg$).*|/tin/\w+/so-sanh/.*"
)


def is_limited() -> bool:
    """Whether the operator left the limit on: the environment says KEHOACH_RATE_LIMIT=off where not."""
    return os.environ.get(SETTING) != "off"


class RateLimit:
    """A bucket of requests per address, refilled with time; who comes without one shares a bucket with all like him."""

    def __init__(self, burst: float = BURST, a_second: float = A_SECOND) -> None:
        self._burst = burst
        self._a_second = a_second
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, visitor: str, path: str) -> float:
        """0 where the request may go on, else after how many seconds it may come again."""
        if not is_expensive(path):
            return 0.0
        now = time.monotonic()
        left, since = self._buckets.pop(visitor, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._a_second)
        self._buckets[visitor] = (left - 1 if left >= 1 else left, now)
        if len(self._buckets) > MOST_VISITORS:
            self._buckets.popitem(last=False)
        return 0.0 if left >= 1 else (1 - left) / self._a_second


def is_expensive(path: str) -> bool:
    """Whether a page may take long to be made."""
    return bool(_EXPENSIVE.fullmatch(path))


def household(scope: Scope) -> str:
    """The visitor's address, or of an IPv6 address the network of 56 bits that a subscriber often has to himself.

    An IPv4 address in the form of IPv6 is that address; whoever comes with none that can be read is one with his like.
    """
    try:
        address = ip_address((scope.get("client") or ("",))[0])
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    bits = int(address)
    return str(address.ipv4_mapped or f"{IPv6Address(bits >> 80 << 80)}/{bits >> 72 & 255}")


def network(visitor: str) -> str:
    """Of an IPv6 household the network of 48 bits, as large as anybody gets at one site; else the visitor."""
    return visitor.partition("/")[0]
