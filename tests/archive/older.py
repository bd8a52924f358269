"""Archives as they were written when keys were cut within the names of hosts ("quangnam.gov.vn" as "quangnagov.vn")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from archive import addresses, database, public, public_rows, schema, store

HOSTS = ("whole_hosts", "ids_of_whole_hosts")
"""The migrations that put keys and ids right, in their order."""


class _CutAnywhere:
    """What told twins of hosts then: the first such part, wherever it stood."""

    _pattern = re.compile(r"(?:w{3,4}\d?|m|mobile|wap|amp)\.(?=[^.]+\.)")

    def sub(self, replacement: str, authority: str) -> str:
        return self._pattern.sub(replacement, authority, count=1)


@contextmanager
def cutting(until: str = "whole_hosts") -> Iterator[None]:
    """Keys are cut, and the schema is that without the migration `until` and the one on hosts behind it.

    What later ones add is there: it is today's program that writes.
    """
    older = type(schema.migrations)("kehoach")
    lacking = HOSTS[HOSTS.index(until) :]
    older._migrations = [step for step in schema.migrations._migrations if step.name not in lacking]
    with pytest.MonkeyPatch.context() as patch:
        for module in (database, public):
            patch.setattr(module, "migrations", older)
        patch.setattr(public_rows, "_write_former_ids", lambda *_: None)
        patch.setattr(store, "former_uid", lambda *_: None)
        patch.setattr(database, "join_doubles", lambda _: None)
        if until == "whole_hosts":
            patch.setattr(addresses, "_TWIN_HOST", _CutAnywhere())
        addresses.address_key.cache_clear()
        yield
    addresses.address_key.cache_clear()
