"""From something a person did in Slack to the answer that they see there."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.cards import common as say
from bot.cards.model import Card
from bot.cards.slack import pictures
from bot.cards.words import Json, TooLongError
from bot.links import Links
from bot.platforms.slack import in_words, payloads, showing
from bot.platforms.slack.accounts import Accounts
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.payloads import Act, Body
from bot.platforms.slack.posting import ANSWER_SECONDS
from bot.platforms.slack.quiet import quiet
from bot.platforms.slack.showing import ANSWER_AT, Call, Reply
from bot.platforms.slack.unreadable import UNREADABLE, error_in
from bot.router import Clock, answer
from bot.wordless import wordless
from storage.database import Sessions

# Slack waits three seconds; the network needs some of them.
ACK_SECONDS = 2.0
# Heroku ends a process 30 seconds after it has told it to stop, Docker 10.
FINISH_SECONDS = 5.0
# As many as the database has room for at once.
THREADS = 10

log = logging.getLogger(__name__)


class Refusal(Exception):
    """What Slack did not do, by Slack's own word for the reason."""


@dataclass(frozen=True, slots=True)
class Answered:
    card: Card
    reply: Reply


class Answering:
    """Answers what people do; from one event loop, any number at once. `clock` gives the moment in UTC."""

    def __init__(
        self,
        sessions: Sessions,
        links: Links,
        clock: Clock,
        client: AsyncWebClient,
        accounts: Accounts,
        homes: Homes,
    ) -> None:
        self._sessions = sessions
        self._links = links
        self._clock = clock
        self._client = client
        self._accounts = accounts
        self._homes = homes
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="slack")
        self._under_way: set[asyncio.Task[None]] = set()

    async def finish(self) -> None:
        """Give what is under way its answer, as far as there is time for it before the process ends."""
        end = asyncio.get_running_loop().time() + FINISH_SECONDS
        while self._under_way and (left := end - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._under_way, timeout=left)

    async def close(self) -> None:
        await self._homes.settled(FINISH_SECONDS)
        await asyncio.to_thread(self._threads.shutdown)

    async def take(self, body: Body) -> Json:
        """Act on what Slack brought; what to acknowledge it with: the answer, or less where that takes long.

        What is left to do then is done in a task of its own, which `finish` waits for. What is cut off before
        the acknowledgement, Slack shows as failed or brings again: nothing is lost unseen.
        """
        act = payloads.read(body)
        if act is None:
            return {}
        acknowledged: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        work = asyncio.create_task(self._work(act, acknowledged))
        self._under_way.add(work)
        work.add_done_callback(self._under_way.discard)
        await asyncio.wait({acknowledged}, timeout=ACK_SECONDS)
        if not acknowledged.done():
            acknowledged.set_result(showing.late(act))
        return acknowledged.result()

    async def _work(self, act: Act, acknowledged: "asyncio.Future[Json]") -> None:
        answered = await self._turn(act)
        in_time = not acknowledged.done()
        if in_time:
            acknowledged.set_result(answered.reply.ack if answered else {})
        if answered is None:
            return
        # What was acknowledged in time shows its answer, or some of it.
        call = answered.reply.call if in_time else showing.call(act, answered.card)
        await self._ask(act, answered.card, call)
        if act.may_change_home:
            self._homes.soon(act.workspace, act.user)

    async def _turn(self, act: Act) -> Answered | None:
        """None: this has been acted on before."""
        try:
            await self._accounts.meet(act.workspace, act.user)
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, act)
        except Exception as error:
            # The edge: whatever goes wrong behind it, the person gets a sentence. The route alone is
            # logged: what people type stays out of logs.
            log.exception("a turn failed: %s", act.go.route, exc_info=wordless(error))
            card = say.went_wrong()
            return Answered(card, showing.reply(act, card))

    def _answer(self, act: Act) -> Answered | None:
        card = answer(self._sessions, act.incoming(), self._clock(), self._links)
        if card is None and act.kind == "submit":
            # The form stands there until it is told something.
            card = say.received()
        if card is None:
            return None
        try:
            return Answered(card, showing.reply(act, card))
        except TooLongError as error:
            log.exception("an answer has no room on Slack: %s", act.go.route, exc_info=wordless(error))
            # What was asked for is done by now, whatever can be seen of it.
            card = say.no_room()
            return Answered(card, showing.reply(act, card))

    async def _ask(self, act: Act, card: Card, call: Call | None) -> None:
        """Show the answer, and where Slack will not have it there, in the next best place."""
        while call:
            try:
                await self._call(act, call)
            except Refusal as refused:
                log.warning("Slack refused %s: %s", call.method, refused)
                call = showing.instead(act, card, call, str(refused))
            else:
                return

    async def _call(self, act: Act, call: Call) -> None:
        try:
            if call.method == ANSWER_AT:
                await self._send_to(act.answer_at, call.asked)
            else:
                await in_words.ask(self._client, call.method, call.asked)
        except SlackApiError as refused:
            raise Refusal(error_in(refused)) from None
        except UNREADABLE as away:
            # Its text may hold what Slack sent back.
            raise Refusal(type(away).__name__) from None

    async def _send_to(self, address: str, asked: Json) -> None:
        """With its pictures, and where it is refused without: there Slack has no word of its own for why."""
        hook = AsyncWebhookClient(
            address,
            timeout=ANSWER_SECONDS,
            session=self._client.session,
            logger=quiet(),
            retry_handlers=[],
        )
        answered = await hook.send_dict(asked)
        if answered.status_code != 200 and (bare := pictures.without(asked)):
            answered = await hook.send_dict(bare)
        if answered.status_code != 200:
            raise Refusal(f"status {answered.status_code}")
