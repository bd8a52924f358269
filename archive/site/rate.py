"""How often one visitor may ask for what is expensive: sixty pages at once, then two a second.

The machine itself is a visitor like any other, since behind a proxy that does not say for whom it asks all visitors are
it. Nobody is limited only where the operator turns the limit off, for measurements and tests.
"""

from __future__ import annotations

import os
import re
import time
from collections import OrderedDict
from ipaddress import ip_address

BURST = 60.0
A_SECOND = 2.0
MOST_VISITORS = 20_000
SETTING = "KEHOACH_RATE_LIMIT"
_EXPENSIVE = re.compile(
    r"/tra-cuu(?:\.[\w.]+)?|/archive(?:[/.].*)?|/(?:ban-luu|tai-ve)/.*|/(?:dia-phuong|van-ban|nguon|so-khuyet).*"
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

    def seconds_to_wait(self, address: str | None, path: str) -> float:
        """0 where the request may go on, else after how many seconds it may come again."""
        if not _EXPENSIVE.fullmatch(path):
            return 0.0
        address = _household(address or "")
        now = time.monotonic()
        left, since = self._buckets.pop(address, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._a_second)
        self._buckets[address] = (left - 1 if left >= 1 else left, now)
        if len(self._buckets) > MOST_VISITORS:
            self._buckets.popitem(last=False)
        return 0.0 if left >= 1 else (1 - left) / self._a_second


def _household(address: str) -> str:
    """The address, or of an IPv6 address the network of 64 bits that one subscriber has to himself."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return address if parsed.version == 4 else str(ip_address(int(parsed) >> 64 << 64))
