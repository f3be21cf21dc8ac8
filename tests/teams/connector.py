"""What a bot asks of Teams, answered by the Playground, mended where it differs from Teams.

The differences are those that Microsoft documents: whom a member's id may name, to whom a bot may write, what
a message of a text and a card is. What stands in the conversations by now is kept in `rooms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession

from tests.teams.checking import sent_problems
from tests.teams.rooms import Message, Rooms, room_of
from tests.teams.seed import BOT, TENANT, Who, people

Fields = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """`path` begins after `v3/`."""

    method: str
    path: tuple[str, ...]
    query: Mapping[str, str] = field(default_factory=dict)
    body: Fields = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {'/'.join(self.path)}"


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


def refused(status: int, code: str, message: str, **headers: str) -> Reply:
    return Reply(status, {"error": {"code": code, "message": message}}, headers)


NO_MEMBER = refused(404, "MemberNotFoundInConversation", "Member not found in conversation.")
NO_APP = refused(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
NOBODY = refused(400, "BadArgument", "Failed to decrypt pairwise id")
WRONG_TENANT = refused(400, "BadSyntax", "Incorrect conversation creation parameters")


class Connector:
    """`refusals` are answers, by conversation or person, that a test wants instead of the usual ones.

    `without_app`: the e-mails of those who have not installed the app and are in no team that has it.
    `known_as`: by e-mail, what Teams says otherwise of a member.
    """

    def __init__(self, playground: str, http: ClientSession, problems: list[str]) -> None:
        self.playground, self.http, self.problems = playground, http, problems
        self.rooms = Rooms()
        self.refusals: dict[str, Reply] = {}
        self.without_app: set[str] = set()
        self.known_as: dict[str, Fields] = {}
        self._chats: dict[str, Who] = {}

    async def answer(self, asked: Asked) -> Reply:
        match asked.method, asked.path:
            case "POST", ("conversations",):
                return await self.created(asked)
            case "POST", ("conversations", thread, "activities", *_):
                return self.barred(thread) or await self.sent(thread, asked)
            case "PUT", ("conversations", thread, "activities", key):
                return self.barred(thread) or await self.updated(thread, key, asked)
            case "GET", ("conversations", thread, "members", key):
                return self.barred(thread) or await self.member(thread, key, asked)
            case "GET", ("conversations", thread, "pagedmembers"):
                return self.barred(thread) or await self.paged(asked)
            case "GET", ("teams", *_):
                return await self.asked(asked)
            case _:
                self.problems.append(f"{asked}: not an address of Teams")
                return refused(404, "NotFound", "Not found")

    def barred(self, thread: str) -> Reply | None:
        if refusal := self.refusals.get(room_of(thread)):
            return refusal
        who = self._chats.get(thread)
        return NO_APP if who and who.email in self.without_app else None

    async def created(self, asked: Asked) -> Reply:
        """A chat with one person, or a post in a channel."""
        body = asked.body
        if body.get("isGroup"):
            return await self.posted(body["channelData"]["channel"]["id"], asked)
        tenant = body.get("tenantId") or ((body.get("channelData") or {}).get("tenant") or {}).get("id")
        who = found([one["id"] for one in body.get("members", ())])
        if tenant != TENANT:
            return WRONG_TENANT
        if not who:
            return NOBODY
        if refusal := self.refusals.get(who.id):
            return refusal
        if body.get("activity"):
            self.problems.append(
                "a chat is opened with a message in it, which Teams does not promise to show"
            )
        return NO_APP if who.email in self.without_app else Reply(201, {"id": await self.chat(who)})

    async def chat(self, who: Who) -> str:
        """The conversation of this person with the bot."""
        wanted: Fields = {"isGroup": False, "bot": {"id": BOT}, "members": [{"id": who.id}]}
        made = await self.asked(Asked("POST", ("conversations",), body=wanted))
        self._chats[made.body["id"]] = who
        return str(made.body["id"])

    async def posted(self, channel: str, asked: Asked) -> Reply:
        if barred := self.barred(channel):
            return barred
        said = asked.body["activity"]
        self.check("a new post", said)
        made = await self.asked(Asked("POST", asked.path, body=asked.body | {"activity": one_piece(said)}))
        if made.status == 201:
            self.rooms.add(Message(made.body["activityId"], made.body["id"], BOT, said))
        return made

    async def sent(self, thread: str, asked: Asked) -> Reply:
        self.check("a message", asked.body)
        reply = await self.asked(Asked(asked.method, asked.path, body=one_piece(asked.body)))
        if reply.status == 201:
            key = reply.body["id"]
            # A channel without a post of it begins one.
            post = f"{thread};messageid={key}" if thread.endswith("@thread.tacv2") else thread
            to = asked.body["recipient"]["id"] if "isTargetedActivity" in asked.query else ""
            self.rooms.add(Message(key, post, BOT, asked.body, to))
        return reply

    async def updated(self, thread: str, key: str, asked: Asked) -> Reply:
        self.check("an update", asked.body)
        reply = await self.asked(Asked(asked.method, asked.path, body=one_piece(asked.body)))
        if reply.status == 200:
            self.rooms.update(thread, key, asked.body)
        return reply

    async def member(self, thread: str, key: str, asked: Asked) -> Reply:
        """By the id, or by the Entra id or the e-mail, which the Playground does not know."""
        who = found([key])
        if who is None:
            return NO_MEMBER
        reply = await self.asked(Asked("GET", (*asked.path[:-1], who.id)))
        return replace(reply, body=self.seen(reply.body)) if reply.status == 200 else reply

    async def paged(self, asked: Asked) -> Reply:
        reply = await self.asked(asked)
        if reply.status != 200:
            return reply
        return replace(
            reply, body=reply.body | {"members": [self.seen(one) for one in reply.body["members"]]}
        )

    def seen(self, member: Fields) -> Fields:
        """As Teams shows this member to a bot; without what is None."""
        told = member | self.known_as.get(str(member.get("email")), {})
        return {name: value for name, value in told.items() if value is not None}

    def check(self, what: str, said: Fields) -> None:
        self.problems += [f"{what}: {problem}" for problem in sent_problems(said)]

    async def asked(self, asked: Asked) -> Reply:
        """What the Playground itself says."""
        path = "/".join(quote(part, safe="") for part in asked.path)
        url = f"{self.playground}/_connector/v3/{path}"
        body = asked.body if asked.method in ("POST", "PUT") else None
        async with self.http.request(asked.method, url, params=asked.query, json=body) as answered:
            told = await answered.json() if answered.content_type == "application/json" else None
            if answered.status == 400:
                self.problems.append(f"{asked}: {told}")
            return Reply(answered.status, told)


def found(keys: list[str]) -> Who | None:
    """The one whom the one key names."""
    known = [who for who in people().values() if keys and keys[0] in (who.id, who.entra, who.email)]
    return known[0] if len(keys) == 1 and known else None


def one_piece(said: Fields) -> Fields:
    """A text with a card is one message at Teams; the Playground would make two, and tell no id of either."""
    alone = said.get("attachments") and said.get("type") == "message"
    return {key: value for key, value in said.items() if key != "text"} if alone else said
