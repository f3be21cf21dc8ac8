"""Microsoft's own stand-in for Teams: the Microsoft 365 Agents Playground."""

from pathlib import Path

from tests.node_packages import fetched

NAME = "@microsoft/m365agentsplayground"
PACKAGE = f"{NAME}@0.2.28"


def installed() -> Path:
    """The Playground's program."""
    return fetched(PACKAGE, "the Agents Playground") / "node_modules" / NAME / "cli.js"
