"""Addresses of others on our pages: only such as a browser may follow without running anything."""

from __future__ import annotations

from urllib.parse import urlsplit


def outward(url: str | None) -> str | None:
    """The address where it is http or https with a host, else None: `javascript:` and `data:` never become links."""
    if not url or not url.isprintable():
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else None
