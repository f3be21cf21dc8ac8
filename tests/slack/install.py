"""The emulator of Slack."""

from pathlib import Path

from tests.node_packages import NODE, fetched

__all__ = ["NODE", "installed"]

PACKAGE = "emulate@0.12.2"


def installed() -> Path:
    """The folder with the emulator in its node_modules."""
    return fetched(PACKAGE, "the emulator of Slack")
