"""From something a person did in Teams to the answer that they see there."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from bot.cards import common as say
from bot.cards import plain
from bot.cards.model import Card
from bot.cards.teams import adaptive_card
from bot.cards.words import Json
from bot.failures import Doubtful, Never, Wait
from bot.links import Links
from bot.platforms.teams import activities, showing
from bot.platforms.teams.activities import Act, Body
from bot.platforms.teams.connector import Away, Connector, Refused
from bot.platforms.teams.people import Accounts
from bot.platforms.teams.posting import Posting, Unavailable
from bot.platforms.teams.showing import Reply
from bot.router import Clock, answer
from storage.addresses import Address
from storage.database import Sessions

# As many as the database has room for at once.
THREADS = 10
FAILED = (Refused, Away, Wait, Never, Doubtful, Unavailable)

log = logging.getLogger(__name__)


class Answering:
    """Answers what people do; from one event loop, any number at once. `clock` gives the moment in UTC."""

    def __init__(
        self,
        sessions: Sessions,
        links: Links,
        clock: Clock,
        connector: Connector,
        accounts: Accounts,
        posting: Posting,
    ) -> None:
        self._sessions = sessions
        self._links = links
        self._clock = clock
        self._connector = connector
        self._accounts = accounts
        self._posting = posting
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="teams")

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)

    async def take(self, body: Body) -> Json | None:
        """Act on what Teams brought; gives the answer to a press, and None to everything else."""
        act = activities.read(body)
        if act is None or not act.user:
            return None
        reply = await self._turn(act)
        if reply is None:
            return showing.said(say.ACTED_ON) if act.kind == "click" else None
        return await self._carry_out(act, reply)

    async def _turn(self, act: Act) -> Reply | None:
        """None: this has been acted on before."""
        try:
            await self._accounts.meet(act)
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, act)
        except Exception:
            # The edge: whatever goes wrong behind it, the person gets a sentence. The route alone is
            # logged: what people type stays out of logs.
            log.exception("a turn failed: %s", act.go.route)
            return showing.reply(act, say.went_wrong())

    def _answer(self, act: Act) -> Reply | None:
        card = answer(self._sessions, act.incoming(), self._clock(), self._links)
        return showing.reply(act, card) if card else None

    async def _carry_out(self, act: Act, reply: Reply) -> Json | None:
        where = act.reference
        try:
            for card in reply.told:
                await self._tell(act, card)
            if reply.thread:
                await self._connector.send(
                    where.service_url, where.conversation, reply.thread, "", act.message
                )
            if reply.changed:
                await self._connector.update(
                    where.service_url, where.conversation, act.message, reply.changed, ""
                )
        except FAILED as failed:
            log.warning("an answer was not shown in Teams: %s", type(failed).__name__)
            return reply.answer if reply.changed else showing.said(say.CANNOT_WRITE)
        return reply.answer

    async def _tell(self, act: Act, card: Card) -> None:
        """In the chat where they are, known or not; from a channel, in their own."""
        if act.channel:
            to = Address(activities.PLATFORM, act.workspace, act.user, personal=True)
            await self._posting.send(to, card)
        else:
            drawn, said = adaptive_card(card), plain.plain(card)
            where = act.reference
            await self._connector.send(where.service_url, where.conversation, drawn, said)
