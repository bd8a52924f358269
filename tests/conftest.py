"""What tests share: an empty archive, a loopback server that answers as it is told, and Hypothesis without a clock.

A loaded machine may take any time over an example, and the same commit passes or fails the same way each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from archive.folder import ArchiveFolder
from tests.loopback import Loopback

pytest_plugins = ["tests.together"]

settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return ArchiveFolder(tmp_path / "archive")


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server
