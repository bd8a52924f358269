"""What goes over the wire of a demo portal: a request and its response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `target` as on the request line, header names in lower case, `form` of a posted page."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The path with its percent signs resolved."""
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        """The parameters of the query, the last one of a name, empty ones too."""
        pairs = parse_qs(urlsplit(self.target).query, keep_blank_values=True)
        return {name: values[-1] for name, values in pairs.items()}


@dataclass(frozen=True, slots=True)
class Response:
    """One response; `body` without content coding, which the server adds where `may_compress` and the client agrees."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    may_compress: bool = False

    def header(self, name: str) -> str | None:
        """The value of one header, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def page(markup: str, status: int = 200, *headers: tuple[str, str]) -> Response:
    """An HTML response."""
    return Response(markup.encode(), status, headers=headers)


def redirect(location: str, status: int = 302) -> Response:
    """A redirect to another address."""
    return Response(b"", status, headers=(("Location", location),))


def whole_number(text: str | None) -> int | None:
    """A number out of an address; None where it is not one."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None
