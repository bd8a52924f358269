"""What the client asks of TLS, also for servers that never learned today's, where the facts say `old_tls = true`.

Weak ciphers, short keys, TLS 1.0 and 1.1 and handshakes without secure renegotiation are accepted then. Certificates
are verified all the same unless the facts say otherwise.
"""

from __future__ import annotations

import ssl
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scraper.facts import Portal

_LEGACY_SERVER_CONNECT = 0x4
_CIPHERS = "ECDH+AESGCM:ECDH+CHACHA20:DH+AESGCM:DH+CHACHA20:ECDH+AES:DH+AES:RSA+AESGCM:RSA+AES:!aNULL:!MD5:!DSS"
"""Python's own choice leaves out exchanges of keys by RSA, which many a portal has nothing beside."""
_ANY_CIPHER = "ALL:!aNULL:!eNULL:@SECLEVEL=0"


def client_context(*, verified: bool, old: bool) -> ssl.SSLContext:
    """What connections are made with: whether certificates are verified, whether old servers are accepted."""
    context = ssl.create_default_context()
    if not verified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    context.set_ciphers(_ANY_CIPHER if old else _CIPHERS)
    if old:
        context.options |= _LEGACY_SERVER_CONNECT
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
    return context


def tls_settings(portal: Portal) -> dict[str, Any]:
    """The settings of a portal's crawl for its certificates and its TLS."""
    return {"DOWNLOAD_VERIFY_CERTIFICATES": portal.verify_certificates, "KEHOACH_OLD_TLS": portal.old_tls}


def tls_note(portal: Portal | None) -> str | None:
    """What a capture over https says of its trust; None where everything was in order."""
    if portal is None:
        return None
    notes = [] if portal.verify_certificates else ["certificate not verified"]
    return "; ".join([*notes, *(["old TLS accepted"] if portal.old_tls else [])]) or None
