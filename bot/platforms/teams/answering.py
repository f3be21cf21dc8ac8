"""From something a person did in Teams to the answer that they see there."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from bot.cards import common as say
from bot.cards.words import Json
from bot.failures import Doubtful, Never, Wait
from bot.links import Links
from bot.platforms.teams import activities, showing
from bot.platforms.teams.activities import Act, Body
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.consents import Consents
from bot.platforms.teams.people import Accounts
from bot.platforms.teams.posting import Posting, Unavailable
from bot.platforms.teams.requests import Away, Refused
from bot.platforms.teams.showing import Drawn, Reply
from bot.router import Clock, answer
from bot.wordless import wordless
from storage import pauses
from storage.addresses import Address
from storage.database import Sessions

# As many as the database has room for at once.
THREADS = 10
FINISH_SECONDS = 5.0
# Something done in a conversation shows that it may take messages again; how long that is known then.
TRIED_AGAIN, LONG_AGO = timedelta(minutes=1), datetime.min.replace(tzinfo=UTC)
# A message, by its conversation and its id there.
Shown = tuple[str, str]
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
        consents: Consents,
    ) -> None:
        self._sessions = sessions
        self._links = links
        self._clock = clock
        self._connector = connector
        self._accounts = accounts
        self._posting = posting
        self._consents = consents
        self._changing: dict[Shown, asyncio.Task[None]] = {}
        self._newest: dict[Shown, tuple[Act, Drawn]] = {}
        self._tried: dict[Address, datetime] = {}
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="teams")

    async def close(self) -> None:
        if self._changing:
            await asyncio.wait(self._changing.values(), timeout=FINISH_SECONDS)
        await asyncio.to_thread(self._threads.shutdown)

    async def take(self, body: Body) -> Json | None:
        """Act on what Teams brought; gives the answer to a press, and None to everything else."""
        act = activities.read(body)
        if act is None:
            return None
        reply = await self._turn(act)
        if reply is None:
            return showing.said(say.ACTED_ON) if act.kind == "click" else None
        return await self._carry_out(act, reply)

    async def _turn(self, act: Act) -> Reply | None:
        """None: this has been acted on before, or wants no answer."""
        try:
            await self._accounts.meet(act)
            if act.kind == "arrived" and act.channel:
                # Whoever reads the channel has not asked for anything.
                return None
            if act.kind == "consent":
                await self._consents.take(act)
                return None
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, act)
        except Exception as error:
            # The edge: whatever goes wrong behind it, the person gets a sentence. The route alone is
            # logged: what people type stays out of logs.
            log.exception("a turn failed: %s", act.go.route, exc_info=wordless(error))
            return showing.reply(act, say.went_wrong())

    def _answer(self, act: Act) -> Reply | None:
        now = self._clock()
        card = answer(self._sessions, act.incoming(), now, self._links)
        self._try_what_was_mended(act, now)
        return showing.reply(act, card) if card else None

    def _try_what_was_mended(self, act: Act, now: datetime) -> None:
        """Whoever presses five buttons in a row shows no more by the fifth than by the first."""
        place = address(act)
        if act.kind != "arrived" and now - self._tried.get(place, LONG_AGO) < TRIED_AGAIN:
            return
        with self._sessions.begin() as session:
            pauses.try_what_was_mended_there(session, place, now)
        self._tried[place] = now

    async def _carry_out(self, act: Act, reply: Reply) -> Json | None:
        if reply.changed:
            self._change_soon(act, reply.changed)
            return reply.answer
        try:
            for card in reply.told:
                await self._tell(act, card)
            if reply.thread:
                await self._say(act, reply.thread)
        except FAILED as failed:
            log.warning("an answer was not shown in Teams: %s", type(failed).__name__)
            return await self._otherwise(act, reply)
        return reply.answer

    async def _otherwise(self, act: Act, reply: Reply) -> Json | None:
        if reply.otherwise:
            try:
                await self._say(act, reply.otherwise)
            except FAILED as failed:
                log.warning("not even that was shown in Teams: %s", type(failed).__name__)
        return showing.said(say.CANNOT_WRITE) if act.kind == "click" else None

    def _change_soon(self, act: Act, changed: Drawn) -> None:
        """Whoever pressed has their answer already, so it need not wait for this.

        A message is changed in the order in which its buttons were pressed; what was pressed again before
        it was its turn goes straight to what came of it last.
        """
        message = act.reference.conversation, act.message
        self._newest[message] = act, changed
        if message not in self._changing:
            self._changing[message] = asyncio.create_task(self._change(message))

    async def _change(self, message: Shown) -> None:
        try:
            while newest := self._newest.pop(message, None):
                await self._change_to(*newest)
        finally:
            del self._changing[message]

    async def _change_to(self, act: Act, changed: Drawn) -> None:
        where = act.reference
        try:
            await self._connector.update(
                where.service_url, where.conversation, act.message, changed.written, changed.said
            )
        except FAILED as failed:
            log.warning("a message was not changed in Teams: %s", type(failed).__name__)

    async def _tell(self, act: Act, card: Drawn) -> None:
        """In the chat where they are, known or not; from a channel, in their own."""
        if act.channel:
            to = Address(activities.PLATFORM, act.workspace, act.user, personal=True)
            where = act.reference
            seen = {"service_url": where.service_url, "account": where.account}
            await self._posting.post(to, card, seen)
        else:
            await self._say(act, card)

    async def _say(self, act: Act, card: Drawn) -> None:
        """Where they are; in a channel, under what they wrote."""
        where, under = act.reference, act.message if act.channel else ""
        await self._connector.send(where.service_url, where.conversation, card.card, card.said, under)


def address(act: Act) -> Address:
    return Address(activities.PLATFORM, act.workspace, act.channel or act.user, personal=not act.channel)
