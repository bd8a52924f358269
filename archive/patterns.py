"""Patterns for what few pages have, compiled when one is first asked: no command waits for them at its start."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Rare:
    """Stands for a pattern; what was asked of it once is at hand, so that it is as fast from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Called for what the instance does not have yet."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, to be used like that of `re.compile`; a mistake in it is told when it is first used."""
    return cast(re.Pattern[str], _Rare(pattern, flags))
