"""What Teams brings to a bot, in the shape that it really has.

Taken from Microsoft's documentation and from activities of the real Teams that public projects have kept as
examples; what the Playground makes by itself lacks some of it.
"""

import time
import uuid
from datetime import UTC, datetime
from html import escape
from typing import Any

from tests.teams.rooms import Message, room_of
from tests.teams.seed import BOT, BOT_NAME, TEAM, TENANT, Who, channels

Fields = dict[str, Any]
CLIENT = {"locale": "en-GB", "country": "GB", "platform": "Web", "timezone": "Europe/London"}
MENTION = f"<at>{BOT_NAME}</at>"
SKYPE = 'itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0"'


def base(who: Who, thread: str, service_url: str, kind: str) -> Fields:
    moment = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "type": kind,
        "timestamp": moment,
        "localTimestamp": moment,
        "id": f"f:{uuid.uuid4()}",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": who.id, "name": who.name, "aadObjectId": who.entra},
        "conversation": conversation(thread),
        "recipient": {"id": BOT, "name": BOT_NAME},
        "entities": [{**CLIENT, "type": "clientInfo"}],
        "channelData": {**place(thread), "tenant": {"id": TENANT}},
        "locale": "en-GB",
        "localTimezone": "Europe/London",
    }


def conversation(thread: str) -> Fields:
    if room_of(thread) not in channels():
        return {"conversationType": "personal", "tenantId": TENANT, "id": thread}
    return {"isGroup": True, "conversationType": "channel", "tenantId": TENANT, "id": thread}


def place(thread: str) -> Fields:
    room = room_of(thread)
    return {"channel": {"id": room}, "team": {"id": TEAM["id"]}} if room in channels() else {}


def message(who: Who, thread: str, service_url: str, text: str) -> Fields:
    """Written to the bot in the chat with it."""
    html = {"contentType": "text/html", "content": f"<p>{escape(text)}</p>"}
    said = {"text": text, "textFormat": "plain", "attachments": [html], "id": message_id()}
    return base(who, thread, service_url, "message") | said


def mention(who: Who, thread: str, service_url: str, text: str) -> Fields:
    """The bot is named in a channel, with these words after its name."""
    said = message(who, thread, service_url, f"{MENTION} {text}")
    named = f"<p><span {SKYPE}>{BOT_NAME}</span>&nbsp;{escape(text)}</p>"
    said["attachments"][0]["content"] = named
    called = {"mentioned": {"id": BOT, "name": BOT_NAME}, "text": MENTION, "type": "mention"}
    said["entities"].insert(0, called)
    room = room_of(thread)
    said["channelData"] = {"teamsChannelId": room, "teamsTeamId": TEAM["id"], **said["channelData"]}
    return said


def slash(who: Who, thread: str, service_url: str, text: str) -> Fields:
    """A command of the app's own. In a channel nobody else sees it: the bot is marked as whom it is for."""
    said = message(who, thread, service_url, text)
    if room_of(thread) in channels():
        said["recipient"]["isTargeted"] = True
    return said


def pressed(who: Who, shown: Message, service_url: str, action: Fields) -> Fields:
    """`action` has the verb of the button and its data, with what stands in the inputs."""
    clicked = base(who, shown.thread, service_url, "invoke")
    clicked["channelData"] |= {"source": {"name": "message"}, "legacy": {"replyToId": f"1:{shown.id}"}}
    if name := channels().get(shown.room):
        clicked["conversation"]["name"] = name
    told = {"action": {"type": "Action.Execute"} | action, "trigger": "manual"}
    return clicked | {"name": "adaptiveCard/action", "replyToId": shown.id, "value": told}


def consented(who: Who, shown: Message, service_url: str, context: Fields, to: Fields | None) -> Fields:
    """They were asked whether they want a file; `to` is where Teams takes it, None where they do not."""
    answered = base(who, shown.thread, service_url, "invoke")
    answered["channelData"] |= {"source": {"name": "message"}, "legacy": {"replyToId": f"1:{shown.id}"}}
    value: Fields = {"type": "fileUpload", "action": "accept" if to else "decline", "context": context}
    told = value | ({"uploadInfo": to} if to else {})
    return answered | {"name": "fileConsent/invoke", "replyToId": shown.id, "value": told}


def joined(who: Who, thread: str, service_url: str) -> Fields:
    """The app was installed: by a person for themselves, or by one for a team."""
    event = told_by_teams(base(who, thread, service_url, "conversationUpdate"))
    in_team = room_of(thread) in channels()
    person = {"id": who.id, "aadObjectId": who.entra}
    event["membersAdded"] = [{"id": BOT}, *([] if in_team else [person])]
    if in_team:
        event["channelData"] |= {"team": TEAM, "eventType": "teamMemberAdded"} | chosen(thread)
    return event


def installation(who: Who, thread: str, service_url: str, action: str) -> Fields:
    """`add` or `remove`; it comes together with the event of the bot's joining or leaving."""
    event = told_by_teams(base(who, thread, service_url, "installationUpdate")) | {"action": action}
    event["channelData"] |= {"source": {"name": "message"}}
    if room_of(thread) in channels():
        event["channelData"] |= {"team": TEAM} | chosen(thread)
    return event


def chosen(thread: str) -> Fields:
    return {"settings": {"selectedChannel": {"id": room_of(thread)}}}


def told_by_teams(event: Fields) -> Fields:
    """These say less of the person and the client."""
    event["from"].pop("name")
    event["entities"] = [{"type": "clientInfo", "locale": "en-GB"}]
    return {key: value for key, value in event.items() if not key.startswith("local") or key == "locale"}


def message_id() -> str:
    """Ids of messages are the milliseconds of their moment."""
    return str(time.time_ns() // 1_000_000)
