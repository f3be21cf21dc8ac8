"""What the bot needs to be let in at Teams, and whether what the environment gives can be that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

NAMES = ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID")
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
WHERE_TO_FIND = "docs/TEAMS.md says where to find it."
# Any will do where nobody checks it, and it is the one that Microsoft's own playground has.
LOCAL_TENANT = "00000000-0000-0000-0000-0000000000001"


@dataclass(frozen=True, slots=True)
class Credentials:
    """`local`: without an app id, for Microsoft's Agents Playground; nobody is checked, and loopback only."""

    app_id: str
    password: str = field(repr=False)
    tenant: str
    local: bool = False


def read(environ: Mapping[str, str]) -> Credentials | None:
    """None: Teams is off. Only for an environment in which `mistakes_in` finds nothing."""
    app_id, password, tenant = (environ.get(name, "").strip() for name in NAMES)
    if app_id:
        # In tokens Microsoft writes ids in small letters.
        return Credentials(app_id.lower(), password, tenant.lower())
    return Credentials("", "", LOCAL_TENANT, local=True) if is_local(environ) else None


def is_local(environ: Mapping[str, str]) -> bool:
    return environ.get("TEAMS_LOCAL", "").strip() == "1"


def mistakes_in(environ: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each; never with the password."""
    app_id, password, tenant = (environ.get(name, "").strip() for name in NAMES)
    if not app_id and (password or tenant):
        yield f"TEAMS_APP_ID is missing, and Teams is off without it. {WHERE_TO_FIND}"
    for name, value in (("TEAMS_APP_ID", app_id), ("TEAMS_TENANT_ID", tenant)):
        if value and not ID.fullmatch(value):
            yield f"{name} should look like 5f0c9d1e-0000-4000-8000-123456789abc. {WHERE_TO_FIND}"
    if app_id and not password:
        yield f"TEAMS_APP_PASSWORD is missing. {WHERE_TO_FIND}"
    if ID.fullmatch(password):
        yield f"TEAMS_APP_PASSWORD is the secret's id; it should be its value. {WHERE_TO_FIND}"
    if app_id and not tenant:
        yield f"TEAMS_TENANT_ID is missing. {WHERE_TO_FIND}"
    if environ.get("TEAMS_LOCAL", "").strip() not in ("", "0", "1"):
        yield "TEAMS_LOCAL is 1 or not set: it lets everyone on this machine in, for trying the bot out."
    if app_id and is_local(environ):
        yield "TEAMS_LOCAL is for trying the bot without an app id; take one of the two away."
