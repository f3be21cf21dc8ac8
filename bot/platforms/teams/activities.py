"""What Teams brings, read into our own types. Nothing here raises: whatever is damaged reads as blank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Literal

from bot.cards.model import Go
from bot.cards.replies import from_teams_data, gather, mapping, text
from bot.cards.typed import asked
from bot.router import Incoming

PLATFORM = "teams"
# In the data of a card's buttons: for whom the card was posted, in a channel that others read as well.
FOR = "for"

Kind = Literal["words", "click", "arrived"]
Body = Mapping[str, Any]

MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Reference:
    """How Teams is asked about a conversation. `account` is a person's id as Teams gives it to this bot."""

    service_url: str
    conversation: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did in Teams. `user` is their Entra object id; `channel` is "" in a personal chat.

    `message` is what was said, or the message whose button was pressed. `posted_for`: for whom the bot had
    posted that, "" where it is everybody's.
    """

    kind: Kind
    workspace: str
    user: str
    go: Go
    event: str
    reference: Reference
    channel: str = ""
    message: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aside: bool = False
    posted_for: str = ""

    def incoming(self) -> Incoming:
        return Incoming(PLATFORM, self.workspace, self.user, self.go, self.fields, self.channel, self.event)


def read(body: Body) -> Act | None:
    """None: nothing for us to do, such as a member who left or a reaction."""
    match body.get("type"), body.get("name"):
        case "message", _:
            return words(body)
        case "invoke", "adaptiveCard/action":
            return click(body)
        case (("installationUpdate" | "conversationUpdate"), _):
            return arrived(body)
        case _:
            return None


def words(body: Body) -> Act | None:
    said = spoken(text(body.get("text")))
    value = mapping(body.get("value"))
    if not said and value:
        # A button of a card that an old client cannot execute comes as a message.
        return None
    return act("words", body, asked(said), text(body.get("id")))


def click(body: Body) -> Act | None:
    pressed = mapping(mapping(body.get("value")).get("action"))
    data = mapping(pressed.get("data"))
    ours = {name: value for name, value in data.items() if name != FOR}
    return act(
        "click",
        body,
        Go.parse(text(pressed.get("verb"))),
        text(body.get("replyToId")),
        fields=gather(from_teams_data(ours)),
        aside=data.get("aside") is True,
        posted_for=text(data.get(FOR)),
    )


def arrived(body: Body) -> Act | None:
    """The bot has come to a person's chat: the one moment in which it may introduce itself."""
    bot = text(mapping(body.get("recipient")).get("id"))
    added = [text(mapping(one).get("id")) for one in several(body.get("membersAdded"))]
    came = bot in added or (body.get("type") == "installationUpdate" and body.get("action") == "add")
    return act("arrived", body, Go("home.show"), "") if came and not channel_of(body) else None


def act(
    kind: Kind,
    body: Body,
    go: Go,
    message: str,
    *,
    fields: Mapping[str, tuple[str, ...]] | None = None,
    aside: bool = False,
    posted_for: str = "",
) -> Act:
    sender, talk = mapping(body.get("from")), mapping(body.get("conversation"))
    reference = Reference(text(body.get("serviceUrl")), text(talk.get("id")), text(sender.get("id")))
    # A message's own id is a time, which another conversation may have as well.
    event = f"{reference.conversation}/{text(body.get('id'))}"
    return Act(
        kind,
        tenant_of(body),
        text(sender.get("aadObjectId")),
        go,
        event,
        reference,
        channel_of(body),
        message,
        fields or {},
        aside,
        posted_for,
    )


def spoken(written: str) -> str:
    """The words as they were typed: without the bot's name, and without what Teams puts round words."""
    return " ".join(unescape(TAG.sub(" ", MENTION.sub(" ", written))).split())


def channel_of(body: Body) -> str:
    """A channel's own id, whichever thread of it this is in; "" in a personal chat.

    A group chat is a place that others read as well, though no channel.
    """
    talk, data = mapping(body.get("conversation")), mapping(body.get("channelData"))
    if talk.get("conversationType") in (None, "personal") and not talk.get("isGroup"):
        return ""
    named = text(mapping(data.get("channel")).get("id")) or text(data.get("teamsChannelId"))
    return named or text(talk.get("id")).partition(";")[0]


def tenant_of(body: Body) -> str:
    data = mapping(mapping(body.get("channelData")).get("tenant"))
    return text(data.get("id")) or text(mapping(body.get("conversation")).get("tenantId"))


def several(value: object) -> Iterator[Mapping[Any, Any]]:
    return (mapping(one) for one in value) if isinstance(value, list) else iter(())
