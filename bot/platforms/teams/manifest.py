"""The Teams app's package: what the bot asks of an organisation, and its icons."""

import io
import json
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.platforms.teams import icons

Manifest = dict[str, Any]

# The newest that is no preview. Slash commands are there from 1.29 on.
SCHEMA_VERSION = "1.30"
SCHEMA = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}/MicrosoftTeams.schema.json"
# A package that has changed is taken in place of the one before when this is higher.
VERSION = "1.0.0"

NAME = "Peer Review"
SHORT = "Runs your consortium's school-to-school peer reviews."
FULL = (
    "Peer Review works out the timetable of a school's peer review, asks the people concerned, reminds "
    "whoever owes the next step, and shows where each review stands.\n\n"
    "Type @Peer Review schedule review in your group's channel to see every date before you decide, or "
    "@Peer Review what is mine to see what waits for you. It reads what is written to it, and nothing else."
)
# With white on it.
ACCENT = (0x1F, 0x4E, 0x5F)
LONGEST_DEVELOPER = 32
COLOUR, OUTLINE = "color.png", "outline.png"

COMMANDS = (
    ("schedule review", "Schedule a review: add a school and a date. You see every date before you decide"),
    ("what is mine", "See what is yours to do, and your group's reviews"),
    ("papers", "See or send the paperwork of a review: add a school, for example papers Oak"),
    ("meeting", "Arrange the pre-review meeting: add a school, for example meeting Oak"),
    ("timetable", "See or write the timetable of a review day: add a school, for example timetable Oak"),
    ("help", "See what you can type"),
)
# What the review team finds is nothing to be typed where others read it.
IN_PERSON = (("note", "On the day: jot down what the team finds, for example note strength: calm corridors"),)
IN_CHANNELS = (("link", "Say whose channel this is: add a group, for example link Group 2"),)
# Any fixed moment: the same app gives the same package.
WRITTEN = (2017, 11, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class App:
    """`url` is where the bot is reached, no slash at its end; the rest people are shown about the app."""

    app_id: str
    url: str
    developer: str
    website: str
    privacy: str
    terms: str
    version: str = VERSION


def package(app: App) -> bytes:
    """The zip that Teams takes."""
    files = {
        "manifest.json": json.dumps(manifest(app), indent=2, ensure_ascii=False).encode(),
        COLOUR: icons.colour_png(ACCENT),
        OUTLINE: icons.outline_png(),
    }
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, WRITTEN), content, ZIP_DEFLATED)
    return made.getvalue()


def manifest(app: App) -> Manifest:
    return {
        "$schema": SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": app.version,
        "id": package_id(app.app_id),
        "localizationInfo": {"defaultLanguageTag": "en-gb"},
        "developer": {
            "name": app.developer,
            "websiteUrl": app.website,
            "privacyUrl": app.privacy,
            "termsOfUseUrl": app.terms,
        },
        "name": {"short": NAME},
        "description": {"short": SHORT, "full": FULL},
        "icons": {"color": COLOUR, "outline": OUTLINE},
        "accentColor": "#{:02x}{:02x}{:02x}".format(*ACCENT),
        "bots": [bot(app.app_id)],
        "defaultInstallScope": "team",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        # It knows people by their account, and is the first to write to them.
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [urlsplit(app.url).hostname],
    }


def bot(app_id: str) -> Manifest:
    return {
        "botId": app_id.lower(),
        "scopes": ["personal", "team", "groupChat"],
        "isNotificationOnly": False,
        "supportsFiles": True,
        "supportsTargetedMessages": True,
        "commandLists": [
            {
                "scopes": ["team", "groupChat"],
                "triggers": ["mention", "slash"],
                "commands": listed(*COMMANDS, *IN_CHANNELS),
            },
            {"scopes": ["personal"], "triggers": ["mention"], "commands": listed(*COMMANDS, *IN_PERSON)},
        ],
    }


def listed(*commands: tuple[str, str]) -> list[Manifest]:
    return [{"title": title, "description": description} for title, description in commands]


def package_id(app_id: str) -> str:
    """The same for an app each time, so that a newer package takes the place of the older."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"peer-review:teams:{app_id.lower()}"))
