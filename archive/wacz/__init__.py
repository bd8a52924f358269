"""Captures handed out as WACZ 1.1.1, which replayweb.page and pywb open."""
