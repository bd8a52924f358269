"""The sort-friendly form of an address, by which replay tools look captures up in a CDXJ index.

As the Internet Archive's `surt` makes it: host in reverse, no `www`, lower case, parameters in order, no session.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

_WWW = re.compile(r"^www\d*\.")
_DEFAULT_PORTS = {("http", 80), ("https", 443)}
_SESSION = re.compile(r"(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}(?:&|$)|aspsessionid[a-z]{8}=[a-z]{24}(?:&|$)")


def surt(url: str) -> str:
    """The form of an http or https address: "vn,gov,quangnam)/default.aspx?group=46&nid=4179"."""
    parts = urlsplit(url.lower())
    host = ",".join(reversed(_WWW.sub("", parts.hostname or "").split(".")))
    port = f":{parts.port}" if parts.port and (parts.scheme, parts.port) not in _DEFAULT_PORTS else ""
    path = posixpath.normpath(re.sub("/{2,}", "/", parts.path or "/"))
    query = "&".join(sorted(_SESSION.sub("", parts.query).split("&")))
    return f"{host}{port}){path}" + (f"?{query}" if query else "")
