"""An organisation for the Playground: the people of the sample roster, a channel for each group, the bot."""

import uuid
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import md5, sha512
from typing import Any

import yaml

from storage.roster import SAMPLE

TENANT = "5f0c9d1e-0000-4000-8000-123456789abc"
APP = "2b5c1e7a-3f0d-4b6e-9a51-7f3c1d2e4a60"
BOT, BOT_NAME = f"28:{APP}", "Peer Review"
# Whose Teams the Playground's own page shows.
KATE = "kate.moore@hollylane.example"
KATES_CHAT = "a:1KatesChatWithTheBot-0_kate"
GROUP_CHAT = "19:5d9a3a8e2c0b4f7d8e6f1a2b3c4d5e6f@thread.v2"


@dataclass(frozen=True)
class Who:
    """`id` is theirs for this bot alone, `entra` theirs everywhere in the organisation."""

    id: str
    entra: str
    name: str
    email: str

    @property
    def member(self) -> Mapping[str, str]:
        """As the Playground wants it."""
        given, _, surname = self.name.rpartition(" ")
        told = {"id": self.id, "name": self.name, "aadObjectId": self.entra, "email": self.email}
        return told | {"givenName": given, "surname": surname, "userPrincipleName": self.email}


@cache
def roster() -> Mapping[str, Any]:
    return yaml.safe_load(SAMPLE.read_text("utf-8"))  # type: ignore[no-any-return]


@cache
def people() -> Mapping[str, Who]:
    """By e-mail."""
    return {person["email"]: account(person["name"], person["email"]) for person in roster()["people"]}


def account(name: str, email: str) -> Who:
    """Ids like real ones, and the same in every run."""
    theirs = urlsafe_b64encode(sha512(email.encode()).digest()).decode().rstrip("=")
    return Who(f"29:1{theirs}", str(uuid.uuid5(uuid.NAMESPACE_URL, f"mailto:{email}")), name, email)


def channel(name: str) -> str:
    """The id of a channel; the team's own is that of its general channel."""
    return f"19:{md5(name.encode(), usedforsecurity=False).hexdigest()}@thread.tacv2"


GENERAL = channel("General")
TEAM = {"id": GENERAL, "name": "Tiptree and Stanway", "aadGroupId": "8f1d2c3b-4a59-4e68-8b7c-6d5e4f3a2b1c"}


@cache
def channels() -> Mapping[str, str]:
    """Their names by their ids."""
    names = ["General", *(group["key"] for group in roster()["groups"]), "management"]
    return {channel(name): name for name in names}


def organisation() -> Mapping[str, Any]:
    """The Playground's settings."""
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": BOT_NAME},
        "currentUser": people()[KATE].member,
        "users": [who.member for email, who in people().items() if email != KATE],
        "personalChat": {"id": KATES_CHAT},
        "groupChat": {"id": GROUP_CHAT, "name": "Staff room"},
        "team": TEAM
        | {"channels": [{"id": key, "name": name} for key, name in channels().items() if key != GENERAL]},
    }
