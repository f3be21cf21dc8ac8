"""A workspace for the emulator: the people of the sample roster, a channel for each group, and the bot."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from bot.platforms.slack.manifest import SCOPES
from storage.roster import SAMPLE

# The emulator gives this id to its one workspace, whatever the seed says.
TEAM = "T000000001"
APP, BOT, BOT_USER = "A0PEERREV", "B0PEERREV", "U0PEERREV"
BOT_TOKEN = "xoxb-peer-review"  # noqa: S105 (of the emulator)
# Of a workspace that has not installed the app again since it puts files into chats.
OLD_TOKEN = "xoxb-before-files"  # noqa: S105 (of the emulator)
# With which the bot asks for a connection in Socket Mode.
APP_TOKEN = "xapp-peer-review"  # noqa: S105 (of the relay)
DOMAIN = "tiptree-stanway"

OFFICE = "janet.pryke@office.example"
# A governor of Stour View, in the roster like everybody else, whose account is a guest's.
GUEST = "peter.thurlow@stourview.example"

BOT_SCOPES = list(SCOPES)

# What people can do in their own Slack: the tests read with it what the bot has sent.
PERSON_SCOPES = [
    *("channels:history", "channels:manage", "channels:read", "chat:write", "files:read"),
    *("groups:history", "groups:read", "groups:write", "im:history", "im:read", "im:write"),
    *("users:read", "users:read.email"),
]

Seed = Mapping[str, Any]


def workspace() -> Seed:
    roster = yaml.safe_load(SAMPLE.read_text("utf-8"))
    return {
        "team": {"name": "Tiptree and Stanway", "domain": DOMAIN},
        "strict_scopes": True,
        "users": [account(person["name"], person["email"]) for person in roster["people"]],
        "channels": [
            *({"name": group["key"]} for group in roster["groups"]),
            {"name": "management", "is_private": True},
        ],
        "oauth_apps": [the_app()],
        "tokens": [
            bot_token(),
            old_token(),
            *people_tokens([person["email"] for person in roster["people"]]),
        ],
    }


def account(name: str, email: str) -> Seed:
    # The emulator knows no guests; it keeps and gives back what else stands in a profile.
    guest = {"is_restricted": True} if email == GUEST else {}
    return {"name": handle(email), "real_name": name, "email": email, "profile": guest}


def handle(email: str) -> str:
    return email.partition("@")[0]


def the_app() -> Seed:
    return {
        "app_id": APP,
        "client_id": "1.1",
        "client_secret": "unused",
        "name": "Peer Review",
        "redirect_uris": [],
        "scopes": BOT_SCOPES,
        "bot_id": BOT,
        "bot_user_id": BOT_USER,
        "bot_name": "peer-review",
    }


def bot_token() -> Seed:
    of_the_bot = {"app_id": APP, "bot_id": BOT, "bot_user_id": BOT_USER}
    return {"token": BOT_TOKEN, "type": "bot", "user": BOT_USER, "scopes": BOT_SCOPES, **of_the_bot}


def old_token() -> Seed:
    return {**bot_token(), "token": OLD_TOKEN, "scopes": [one for one in BOT_SCOPES if one != "files:write"]}


def people_tokens(emails: Sequence[str]) -> Iterator[Seed]:
    for email in emails:
        yield {
            "token": person_token(email),
            "type": "user",
            "user": handle(email),
            "scopes": PERSON_SCOPES,
            "app_id": APP,
        }


def person_token(email: str) -> str:
    return f"xoxp-{email}"
