"""Connections to servers that never learned today's TLS, for portals whose facts say `old_tls = true`.

Weak ciphers, short keys, TLS 1.0 and 1.1 and handshakes without secure renegotiation are accepted then. Certificates
are verified all the same unless the facts say otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.contextfactory import _get_creator_context, _ScrapyClientContextFactory

if TYPE_CHECKING:
    from scraper.facts import Portal

FACTORY = f"{__name__}.OldContextFactory"
_LEGACY_SERVER_CONNECT = 0x4
_OLDEST = "TLSv1.0"
_ANY_CIPHER = b"ALL:!aNULL:!eNULL:@SECLEVEL=0"


class OldContextFactory(_ScrapyClientContextFactory):
    """Scrapy's own, with the limits of OpenSSL taken down."""

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802
        """The connections to one host."""
        creator = super().creatorForNetloc(hostname, port)
        context = _get_creator_context(creator)
        context.set_cipher_list(_ANY_CIPHER)
        context.set_options(_LEGACY_SERVER_CONNECT)
        return creator


def tls_settings(portal: Portal) -> dict[str, Any]:
    """Scrapy's settings for a portal's certificates and TLS."""
    settings: dict[str, Any] = {"DOWNLOAD_VERIFY_CERTIFICATES": portal.verify_certificates}
    if portal.old_tls:
        settings |= {"DOWNLOADER_CLIENTCONTEXTFACTORY": FACTORY, "DOWNLOAD_TLS_MIN_VERSION": _OLDEST}
    return settings


def tls_note(portal: Portal | None) -> str | None:
    """What a capture over https says of its trust; None where everything was in order."""
    if portal is None:
        return None
    notes = [] if portal.verify_certificates else ["certificate not verified"]
    return "; ".join([*notes, *(["old TLS accepted"] if portal.old_tls else [])]) or None
