"""What a machine may lack: the tests that need it are skipped, with the reason."""

import os
from typing import NoReturn

import pytest


def lacking(reason: str) -> NoReturn:
    """Except where CI is set: there nothing is skipped."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
