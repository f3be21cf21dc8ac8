"""The home tabs, kept as things are: after what somebody does, and after what they are told."""

import asyncio
import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.cards.model import Go
from bot.links import Links
from bot.platforms.slack import in_words, showing
from bot.platforms.slack.payloads import Act
from bot.platforms.slack.showing import Call
from bot.platforms.slack.unreadable import error_in
from bot.router import Clock, answer
from bot.wordless import wordless
from storage.database import Sessions

# One click may bring several pieces of news; the home tab is drawn once for all of them.
SECONDS = 1.0

log = logging.getLogger(__name__)


class Homes:
    """Draws a person's home tab anew, soon and in the background; from one event loop."""

    def __init__(
        self, sessions: Sessions, links: Links, clock: Clock, client: AsyncWebClient, seconds: float = SECONDS
    ) -> None:
        self._sessions = sessions
        self._links = links
        self._clock = clock
        self._client = client
        self._seconds = seconds
        self._wanted: set[tuple[str, str]] = set()
        self._drawing: set[asyncio.Task[None]] = set()

    def soon(self, workspace: str, user: str) -> None:
        if (workspace, user) not in self._wanted:
            self._wanted.add((workspace, user))
            # The event loop itself does not hold on to its tasks.
            drawing = asyncio.create_task(self._draw(workspace, user))
            self._drawing.add(drawing)
            drawing.add_done_callback(self._drawing.discard)

    async def settled(self, seconds: float | None = None) -> None:
        """Once all that was wanted so far has been drawn, or after so many seconds."""
        if self._drawing:
            await asyncio.wait(self._drawing, timeout=seconds)

    async def _draw(self, workspace: str, user: str) -> None:
        await asyncio.sleep(self._seconds)
        # Whatever happens from here on is seen by the next one.
        self._wanted.discard((workspace, user))
        try:
            drawn = await asyncio.to_thread(self._drawn, workspace, user)
            if drawn:
                await in_words.ask(self._client, drawn.method, drawn.asked)
        except SlackApiError as refused:
            log.warning("Slack refused a home tab: %s", error_in(refused))
        except Exception as error:
            # What was done or told stands; the home tab is drawn again when it is opened.
            log.exception("a home tab was not drawn", exc_info=wordless(error))

    def _drawn(self, workspace: str, user: str) -> Call | None:
        act = Act("home", workspace, user, Go("home.show"), "")
        card = answer(self._sessions, act.incoming(), self._clock(), self._links)
        return showing.call(act, card) if card else None
