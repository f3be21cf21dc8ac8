"""A small consortium, imported from a file that the test can change."""

from pathlib import Path

import pytest

from storage.database import Sessions
from tests.storage.rosters import FIRST, Office


@pytest.fixture
def office(sessions: Sessions, tmp_path: Path) -> Office:
    office = Office(sessions, tmp_path / "roster.yaml")
    assert office.send(on=FIRST).mistakes == ()
    return office
