"""What Teams brings, read into our own types. Nothing here raises: whatever is damaged reads as blank."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any, Literal

from bot.cards.model import Go
from bot.cards.replies import from_teams_data, gather, mapping, text
from bot.cards.typed import asked
from bot.language.legible import in_lines
from bot.router import Incoming

PLATFORM = "teams"
# In the data of a card's buttons: for whom the card was posted, in a channel that others read as well; and
# in which channel somebody asked for a card that stands in their own chat.
FOR, ASKED_IN = "for", "asked_in"

Kind = Literal["words", "click", "arrived", "consent"]
Body = Mapping[str, Any]

# With bounds, or a message of nothing but beginnings would take minutes to read.
MENTION = re.compile(r"<at\b[^<>]{0,200}>[^<>]{0,200}</at>", re.IGNORECASE)
BREAK = re.compile(r"<br\b[^<>]{0,20}>|</(?:p|div|li)>", re.IGNORECASE)
TAG = re.compile(r"<[^>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Reference:
    """How Teams is asked about a conversation. `account` is a person's id as Teams gives it to this bot."""

    service_url: str
    conversation: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """Where Teams takes a file that somebody said they want, and what it will be called there."""

    to: str
    url: str
    name: str
    unique_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did in Teams. `user` is their Entra object id; `channel` is "" in a personal chat.

    `message` is what was said, or the message whose button was pressed. `posted_for`: for whom the bot had
    posted that, "" where it is everybody's. `asked_in`: the channel that a card in a personal chat is about.
    `alone`: nobody else in the channel sees what was said. `upload`: of a question about a file, that
    they want it.
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
    asked_in: str = ""
    alone: bool = False
    upload: Upload | None = None

    @property
    def place(self) -> str:
        return self.channel or self.asked_in

    def incoming(self) -> Incoming:
        return Incoming(PLATFORM, self.workspace, self.user, self.go, self.fields, self.place, self.event)


def read(body: Body) -> Act | None:
    """None: nothing for us to do, such as a member who left or a reaction."""
    match body.get("type"), body.get("name"):
        case "message", _:
            return words(body)
        case "invoke", "adaptiveCard/action":
            return click(body)
        case "invoke", "fileConsent/invoke":
            return consent(body)
        case "installationUpdate", _:
            return arrived(body)
        case _:
            return None


def words(body: Body) -> Act | None:
    said = spoken(text(body.get("text")))
    value = mapping(body.get("value"))
    if not said and value:
        # A button of a card that an old client cannot execute comes as a message.
        return None
    alone = mapping(body.get("recipient")).get("isTargeted") is True
    return replace(act("words", body, asked(said)), message=text(body.get("id")), alone=alone)


def click(body: Body) -> Act:
    pressed = mapping(mapping(body.get("value")).get("action"))
    data = mapping(pressed.get("data"))
    ours = {name: value for name, value in data.items() if name not in (FOR, ASKED_IN)}
    return replace(
        act("click", body, Go.parse(text(pressed.get("verb")))),
        message=text(body.get("replyToId")),
        fields=gather(from_teams_data(ours)),
        aside=data.get("aside") is True,
        posted_for=text(data.get(FOR)),
        asked_in=text(data.get(ASKED_IN)),
    )


def consent(body: Body) -> Act:
    """Somebody was asked whether they want a file. `go` says which, as the question did."""
    value = mapping(body.get("value"))
    about = Go.parse(text(mapping(value.get("context")).get("file")))
    to = mapping(value.get("uploadInfo")) if value.get("action") == "accept" else {}
    named = (text(to.get(key)) for key in ("uploadUrl", "contentUrl", "name", "uniqueId", "fileType"))
    upload = Upload(*named) if to else None
    return replace(act("consent", body, about), message=text(body.get("replyToId")), upload=upload)


def arrived(body: Body) -> Act | None:
    """The app was installed: in a person's chat, the one moment in which the bot may introduce itself.

    Teams tells of it a second time, as of a member who has joined: that is let go by.
    """
    return act("arrived", body, Go("home.show")) if body.get("action") == "add" else None


def act(kind: Kind, body: Body, go: Go) -> Act:
    sender, talk = mapping(body.get("from")), mapping(body.get("conversation"))
    reference = Reference(text(body.get("serviceUrl")), text(talk.get("id")), text(sender.get("id")))
    # A message's own id is a time, which another conversation may have as well.
    event = f"{reference.conversation}/{text(body.get('id'))}"
    user = text(sender.get("aadObjectId"))
    return Act(kind, tenant_of(body), user, go, event, reference, channel_of(body))


def spoken(written: str) -> str:
    """The words as they were typed: without the bot's name, and without what Teams puts round words."""
    broken = BREAK.sub("\n", MENTION.sub(" ", written))
    return in_lines(unescape(TAG.sub(" ", broken)))


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
