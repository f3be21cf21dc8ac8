"""What Slack brings, read into our own types. Nothing here raises: whatever is damaged reads as blank."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Literal

from bot.cards.model import Go
from bot.cards.replies import from_slack_state, gather, mapping, text
from bot.cards.typed import asked
from bot.language.legible import in_lines
from bot.router import Incoming

PLATFORM = "slack"
# The command that starts a review; everything else is said after the other one.
SCHEDULE = "/schedule-review"
# Of a form that was opened in no channel; an open one carries its channel's id here.
NO_PLACE = "form"
FULL_STACK = 3

Kind = Literal["command", "words", "click", "submit", "home"]
Body = Mapping[str, Any]

MENTION = re.compile(r"<[@!#]([^>|]*)(?:\|([^>]*))?>")
LINK = re.compile(r"<([^>|@!#][^>|]*)(?:\|([^>]*))?>")
# Words that a person wrote: an upload may have some beside it.
WRITTEN = {"", "file_share", "thread_broadcast"}


@dataclass(frozen=True, slots=True)
class View:
    """An open modal or an App Home. `level` counts from 1, the modal that was opened first.

    `inputs` and `tokens` are what its fields and its buttons are called; `drawn` is what Slack sent of it.
    """

    id: str
    hash: str
    is_home: bool
    level: int
    inputs: frozenset[str]
    tokens: frozenset[str]
    submits: str
    drawn: Body = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return self.level >= FULL_STACK


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did in Slack. `channel` is where, a personal chat's too; "" in a view of no channel.

    `trigger` opens a modal for three seconds, `answer_at` takes messages for half an hour. `alone`: only this
    person sees the message that was clicked.
    """

    kind: Kind
    workspace: str
    user: str
    go: Go
    event: str
    channel: str = ""
    trigger: str = ""
    answer_at: str = ""
    message: str = ""
    thread: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    view: View | None = None
    aside: bool = False
    alone: bool = False

    @property
    def is_personal(self) -> bool:
        """In the chat with the bot, or in a direct message between people: no group's channel either."""
        return self.channel.startswith("D")

    @property
    def may_change_home(self) -> bool:
        """Whether the home tab may look different afterwards; one in which somebody leafs stays as it is."""
        leafs = self.view is not None and self.view.is_home and not self.aside
        return self.kind == "submit" or (self.kind == "click" and not leafs)

    def incoming(self) -> Incoming:
        place = "" if self.is_personal else self.channel
        return Incoming(PLATFORM, self.workspace, self.user, self.go, self.fields, place, self.event)


def read(body: Body) -> Act | None:
    """None: nothing for us to do, such as a link that was opened or what a bot has written."""
    if "command" in body:
        return command(body)
    match body.get("type"):
        case "block_actions":
            return click(body)
        case "view_submission":
            return submit(body)
        case "event_callback":
            return event(body)
        case _:
            return None


def command(body: Body) -> Act:
    typed = unescape(text(body.get("text"))).strip()
    name = SCHEDULE if text(body.get("command")) == SCHEDULE else ""
    return Act(
        "command",
        text(body.get("team_id")),
        text(body.get("user_id")),
        asked(f"{name} {typed}".strip()),
        text(body.get("trigger_id")),
        text(body.get("channel_id")),
        text(body.get("trigger_id")),
        text(body.get("response_url")),
    )


def click(body: Body) -> Act | None:
    pressed = next(iter(several(body.get("actions"))), {})
    name, token = text(pressed.get("action_id")), text(pressed.get("value"))
    if not token:
        # A link opens by itself.
        return None
    where, view = mapping(body.get("container")), view_of(body)
    state = mapping(mapping(body.get("view")).get("state")) or mapping(body.get("state"))
    return Act(
        "click",
        team_of(body),
        text(mapping(body.get("user")).get("id")),
        Go.parse(plain(token)),
        text(body.get("trigger_id")),
        place_of(body) if view else text(mapping(body.get("channel")).get("id")),
        text(body.get("trigger_id")),
        text(body.get("response_url")),
        message=text(where.get("message_ts")),
        thread=text(where.get("thread_ts")),
        fields=gather(from_slack_state(state.get("values"))),
        view=view,
        aside=name.startswith("aside"),
        alone=where.get("is_ephemeral") is True,
    )


def submit(body: Body) -> Act:
    view = mapping(body.get("view"))
    return Act(
        "submit",
        team_of(body),
        text(mapping(body.get("user")).get("id")),
        Go.parse(plain(text(view.get("private_metadata")))),
        text(body.get("trigger_id")),
        place_of(body),
        text(body.get("trigger_id")),
        fields=gather(from_slack_state(mapping(view.get("state")).get("values"))),
        view=view_of(body),
    )


def event(body: Body) -> Act | None:
    happened, number = mapping(body.get("event")), text(body.get("event_id"))
    team, user = text(body.get("team_id")), text(happened.get("user"))
    match happened.get("type"):
        case "app_home_opened" if happened.get("tab", "home") == "home":
            # Looking at it changes nothing, so it may be looked at again.
            return Act("home", team, user, Go("home.show"), "")
        case "app_mention" | "message" if is_words(happened):
            channel, thread = text(happened.get("channel")), text(happened.get("thread_ts"))
            go = asked(spoken(text(happened.get("text"))))
            return Act("words", team, user, go, number, channel, thread=thread)
        case _:
            return None


def is_words(happened: Body) -> bool:
    """Whether a person has said something to the bot: what is edited, deleted or said by bots is not that."""
    personal = happened.get("type") == "app_mention" or happened.get("channel_type") == "im"
    by_person = text(happened.get("user")) != "" and not happened.get("bot_id")
    return personal and by_person and text(happened.get("subtype")) in WRITTEN


def spoken(written: str) -> str:
    """The words as they were typed: without mentions, and with links as they look."""
    plain = LINK.sub(lambda found: found[2] or found[1], MENTION.sub(mentioned, written))
    return unescape(in_lines(plain))


def mentioned(found: re.Match[str]) -> str:
    """A person's id says nothing to us; a name that Slack gives along does."""
    return f" {found[2] or ''} "


def team_of(body: Body) -> str:
    return text(mapping(body.get("team")).get("id")) or text(mapping(body.get("user")).get("team_id"))


def place_of(body: Body) -> str:
    place = text(mapping(body.get("view")).get("callback_id"))
    return "" if place == NO_PLACE else place


def view_of(body: Body) -> View | None:
    view = mapping(body.get("view"))
    if not view:
        return None
    own, root, below = (text(view.get(name)) for name in ("id", "root_view_id", "previous_view_id"))
    blocks = several(view.get("blocks"))
    return View(
        own,
        text(view.get("hash")),
        is_home=view.get("type") == "home",
        level=1 if root in ("", own) else 2 if below == root else FULL_STACK,
        inputs=frozenset(text(b.get("block_id")) for b in blocks if b.get("type") == "input"),
        tokens=frozenset(tokens(blocks)),
        submits=plain(text(view.get("private_metadata"))),
        drawn=view,
    )


def tokens(blocks: Iterable[Body]) -> Iterator[str]:
    for block in blocks:
        for element in several(block.get("elements")):
            if element.get("type") == "button":
                yield plain(text(element.get("value")))


def plain(token: str) -> str:
    """A token as we made it: with `&` between its ids, never the `&amp;` that Slack makes of it in places."""
    return token.replace("&amp;", "&")


def several(value: object) -> list[Mapping[Any, Any]]:
    return [mapping(one) for one in value] if isinstance(value, list) else []
