"""Payloads with every field that Slack sends, after Slack's reference and its SDKs' recorded examples."""

import copy
import html
import secrets
import time
import uuid
from dataclasses import dataclass
from typing import Any

from tests.slack.inputs import Values
from tests.slack.places import Place, Pressable
from tests.slack.seed import APP, BOT, BOT_USER, DOMAIN, TEAM, handle

Fields = dict[str, Any]
# Slack sends it still, though the signature has taken its place.
TOKEN = "verification-token"  # noqa: S105 (of nobody)
ENTERPRISE: Fields = {"enterprise": None, "is_enterprise_install": False}


@dataclass(frozen=True)
class Who:
    id: str
    email: str

    @property
    def user(self) -> Fields:
        name = handle(self.email)
        return {"id": self.id, "username": name, "name": name, "team_id": TEAM}


def command(
    who: Who, name: str, text: str, channel: Fields, trigger: str, response_url: str
) -> dict[str, str]:
    """All of them texts: over HTTP they are the fields of a form."""
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": channel["id"],
        "channel_name": called(channel),
        "user_id": who.id,
        "user_name": handle(who.email),
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger,
    }


def called(channel: Fields) -> str:
    if channel.get("is_im"):
        return "directmessage"
    return "privategroup" if channel.get("is_private") else str(channel["name"])


def event(said: Fields) -> Fields:
    to = {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": said,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        "authorizations": [{"enterprise_id": None, **to}],
        "is_ext_shared_channel": False,
        "event_context": f"4-{secrets.token_urlsafe(30)}",
    }


def escaped(text: str) -> str:
    """As Slack passes on what people type, but for what they type into forms."""
    return html.escape(text, quote=False)


def message(who: Who, kind: str, channel: str, text: str, ts: str) -> Fields:
    """A message event, or a mention of the bot."""
    element = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    said: Fields = {
        "type": kind,
        "user": who.id,
        "ts": ts,
        "client_msg_id": str(uuid.uuid4()),
        "text": text,
        "team": TEAM,
        "blocks": [{"type": "rich_text", "block_id": secrets.token_urlsafe(4), "elements": [element]}],
        "channel": channel,
        "event_ts": ts,
    }
    return said | ({"channel_type": "im"} if kind == "message" else {})


def home_opened(who: Who, channel: str, view: Fields | None) -> Fields:
    said = {"type": "app_home_opened", "user": who.id, "channel": channel, "tab": "home"}
    # Only where the bot has drawn it before.
    return said | {"event_ts": f"{time.time():.6f}"} | ({"view": view} if view else {})


def interaction(kind: str, who: Who, trigger: str) -> Fields:
    of = {"team": {"id": TEAM, "domain": DOMAIN}, "user": who.user, "api_app_id": APP, "token": TOKEN}
    return {"type": kind, **of, "trigger_id": trigger, **ENTERPRISE}


def click(who: Who, place: Place, channel: Fields, pressed: Pressable, trigger: str) -> Fields:
    """Without the response_url, which a click in a message has besides."""
    said = interaction("block_actions", who, trigger) | {"actions": [action(pressed)]}
    if place.kind in {"modal", "home"}:
        view_id = place.data["id"]
        return said | {"container": {"type": "view", "view_id": view_id}, "view": view(place)}
    ephemeral = place.kind == "note"
    container = {"type": "message", "message_ts": place.data["ts"], "channel_id": place.channel}
    said |= {"container": container | {"is_ephemeral": ephemeral}, "state": {"values": standing(place)}}
    said |= {"channel": {"id": channel["id"], "name": called(channel)}}
    # Slack keeps no ephemeral message, and so cannot send one along.
    return said if ephemeral else said | {"message": posted(place.data)}


def action(pressed: Pressable) -> Fields:
    """Slack escapes the label, but not the value."""
    keys = ("type", "action_id", "text", "value", "url", "style", "confirm")
    sent = {key: pressed.element[key] for key in keys if key in pressed.element}
    sent["text"] = sent["text"] | {"text": escaped(pressed.label)}
    return sent | {"block_id": pressed.block["block_id"], "action_ts": f"{time.time():.6f}"}


def posted(data: Fields) -> Fields:
    return {"bot_id": BOT, "app_id": APP, "team": TEAM} | data


def view(place: Place) -> Fields:
    return place.data | {"state": {"values": standing(place)}, "app_installed_team_id": TEAM}


def standing(place: Place) -> Values:
    """As it is now, whatever is filled in afterwards."""
    return copy.deepcopy(place.values)


def submission(who: Who, place: Place, trigger: str) -> Fields:
    said = interaction("view_submission", who, trigger)
    return said | {"view": view(place), "response_urls": []}


def closed(who: Who, place: Place, *, all_of_them: bool) -> Fields:
    said = interaction("view_closed", who, "") | {"view": view(place), "is_cleared": all_of_them}
    del said["trigger_id"]
    return said
