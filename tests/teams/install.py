"""Microsoft's own: a stand-in for Teams, the Microsoft 365 Agents Playground, and the schema of an app."""

import json
from pathlib import Path
from typing import Any

from tests.node_packages import fetched

NAME = "@microsoft/m365agentsplayground"
PACKAGE = f"{NAME}@0.2.28"
SCHEMAS = "@microsoft/app-manifest"


def installed() -> Path:
    """The Playground's program."""
    return fetched(PACKAGE, "the Agents Playground") / "node_modules" / NAME / "cli.js"


def schema_of_an_app(version: str) -> dict[str, Any]:
    """Against which Teams checks the manifest of an app of this version."""
    schemas = fetched(f"{SCHEMAS}@1.1.2", "the schema of Teams apps") / "node_modules" / SCHEMAS / "build"
    found = schemas / "json-schemas/teams" / f"v{version}" / "MicrosoftTeams.schema.json"
    return json.loads(found.read_text("utf-8-sig"))  # type: ignore[no-any-return]
