"""Sending and changing messages on Teams, and what Teams' refusals mean."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.cards.model import Card
from bot.cards.replies import text
from bot.cards.words import TooLongError
from bot.failures import Doubtful, Gone, Never, NoFiles, Wait, pause_asked
from bot.meeting import Found
from bot.parcels import Parcel
from bot.platforms.teams import files, showing
from bot.platforms.teams.connector import CARD, Connector, Piece
from bot.platforms.teams.people import Members
from bot.platforms.teams.requests import Away, Refused
from bot.platforms.teams.showing import Drawn
from storage import references
from storage.addresses import Address
from storage.database import Sessions

# Between the conversation and the message in it; neither has a blank.
BETWEEN = " "
TELL_OPERATOR = "Please tell whoever looks after the bot."
NOT_THEIRS = (
    "Peer Review can’t write to them in Teams: they have not got the app, or have blocked it. "
    "Please ask them to add the app Peer Review in Teams, under Apps."
)
NOT_IN_TEAM = (
    "Peer Review is not in the team, or the channel is gone. "
    "Please open the team in Teams, and add the app Peer Review to it under Manage team, Apps."
)
NOT_LET_IN = (
    "Teams does not let Peer Review in. Whoever runs the bot should check TEAMS_APP_ID, TEAMS_APP_PASSWORD "
    "and TEAMS_TENANT_ID: `peer-review check` says which is wrong."
)


class Unavailable(Exception):
    """Teams could not be reached, or could not answer: it may be tried again."""


class Posting:
    """Teams as delivery sees it."""

    def __init__(self, sessions: Sessions, connector: Connector, members: Members) -> None:
        self._sessions = sessions
        self._connector = connector
        self._members = members

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        """The id given back is the conversation's and the message's."""
        return await self.post(to, fitting(card))

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        """Asks whether they want it: Teams takes no file before. The id given back is the question's."""
        if not to.personal:
            raise NoFiles
        return await self._enclose(to, files.question(parcel), parcel.file.name, {})

    async def post(self, to: Address, drawn: Drawn, seen: Mapping[str, str] | None = None) -> str:
        """`seen`: how somebody is reached of whom nothing is kept, as they have just been seen."""
        return await self._enclose(to, Piece(CARD, drawn.card), drawn.said, seen or {})

    async def _enclose(self, to: Address, piece: Piece, said: str, seen: Mapping[str, str]) -> str:
        known = await self._reference(to, seen)
        service_url, talk = text(known.get("service_url")), await self._conversation(to, known)
        try:
            message = await self._connector.enclose(service_url, talk, piece, said)
        except Refused as refused:
            if refused.status == 404 and to.personal:
                # The chat was removed: the next try opens another.
                await asyncio.to_thread(self._keep, to, {"conversation": ""})
                raise Unavailable(str(refused)) from None
            raise meaning(refused, to, posts=True) from None
        except Away as away:
            raise (Doubtful if away.perhaps_done else Unavailable)(str(away)) from None
        return f"{talk}{BETWEEN}{message}"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        known = await self._reference(to, {})
        talk, _, message = ref.rpartition(BETWEEN)
        drawn, service_url = fitting(card), text(known.get("service_url"))
        try:
            await self._connector.update(service_url, talk, message, drawn.card, drawn.said)
        except Refused as refused:
            if refused.status == 404:
                raise Gone from None
            raise meaning(refused, to) from None
        except Away as away:
            raise Unavailable(str(away)) from None

    async def find(self, email: str) -> Found | None:
        try:
            return await self._members.find(email)
        except Refused as refused:
            raise meaning(refused, Address("teams", "", "", personal=False)) from None
        except Away as away:
            raise Unavailable(str(away)) from None

    async def _conversation(self, to: Address, known: Mapping[str, Any]) -> str:
        """A channel's is its own; a person's chat is opened when it is first needed."""
        talk = text(known.get("conversation"))
        if talk or not to.personal:
            return talk or to.conversation
        try:
            talk = await self._connector.open_chat(
                text(known.get("service_url")), to.workspace, text(known.get("account")) or to.conversation
            )
        except Refused as refused:
            raise meaning(refused, to) from None
        except Away as away:
            raise Unavailable(str(away)) from None
        await asyncio.to_thread(self._keep, to, {**known, "conversation": talk})
        return talk

    async def _reference(self, to: Address, seen: Mapping[str, str]) -> Mapping[str, Any]:
        known = {**seen, **await asyncio.to_thread(self._known, to)}
        if not known.get("service_url"):
            raise Never(NOT_THEIRS if to.personal else NOT_IN_TEAM)
        return known

    def _known(self, to: Address) -> Mapping[str, Any]:
        with self._sessions() as session:
            return references.of(session, to)

    def _keep(self, to: Address, data: Mapping[str, Any]) -> None:
        with self._sessions.begin() as session:
            references.keep(session, to, data)


def fitting(card: Card) -> Drawn:
    try:
        return showing.drawn(card)
    except TooLongError:
        raise Never(f"A message has no room in Teams. {TELL_OPERATOR}", holds="message") from None


def meaning(refused: Refused, to: Address, *, posts: bool = False) -> Exception:
    """What a refusal means; after a post that a server failed at, nobody knows whether it stands there."""
    match refused.status:
        case 429:
            return Wait(pause_asked(retry_after(refused.headers)))
        case 401:
            return Never(NOT_LET_IN, holds="workspace")
        case 403 | 404:
            return Never(NOT_THEIRS if to.personal else NOT_IN_TEAM)
        case 400 | 413:
            return Never(f"Teams refused a message ({refused}). {TELL_OPERATOR}", holds="message")
        case status if status >= 500 and posts:
            return Doubtful(str(refused))
        case _:
            return Unavailable(str(refused))


def retry_after(headers: Mapping[str, str]) -> str:
    """Whatever its letters are, large or small."""
    return next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
